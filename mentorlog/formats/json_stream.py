"""JSON of any size, value by value.

The standard library's own scanner reads each value; only the brackets around
them are followed here. (Of the libraries that stream JSON, yajl puts `?` for
half a surrogate pair, and a hundred thousand opening brackets fill the memory.)
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from mentorlog.errors import Unreadable
from mentorlog.formats.source import LONGEST_LINE, Source

_SPACE = re.compile(r"[ \t\r\n]*")
_TRIM = 1 << 20


def _no_number(word: str) -> None:
    raise ValueError(word)


class Scanner:
    """Walks through a JSON text. Everything raises Unreadable where the text is not JSON."""

    def __init__(self, source: Source) -> None:
        self._pieces = source.pieces()
        self._text = ""
        self._at = 0
        self._ended = False
        self._decoder = json.JSONDecoder(parse_constant=_no_number)
        self.line = 1
        """The line of what comes next."""

    def peek(self) -> str:
        """The next sign that is not white space; empty at the end."""
        while True:
            self._move(_SPACE.match(self._text, self._at).end())  # type: ignore[union-attr]
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return ""

    def value(self) -> Any:
        """The next value, whole."""
        self.peek()
        while True:
            wrong = self._at
            try:
                value, end = self._decoder.raw_decode(self._text, self._at)
            except RecursionError as error:
                raise self._broken("has too many brackets inside one another") from error
            except ValueError as error:  # which holds the whole text, so only its place is kept
                wrong = getattr(error, "pos", self._at)
            else:
                cut = isinstance(value, int | float) and end + 2 >= len(self._text)  # `1` of `1.5`, of `1e+5`
                if self._ended or not cut:
                    self._move(end)
                    return value
            if not self._more():
                raise self._broken(at=wrong)

    def items(self) -> Iterator[tuple[int, Any]]:
        """The values of the array that comes next, each with its line."""
        for _ in self._inside("[", "]"):
            line = self.line
            yield line, self.value()

    def fields(self) -> Iterator[str]:
        """The keys of the object that comes next; take its value before you go on."""
        for _ in self._inside("{", "}"):
            if self.peek() != '"':
                raise self._broken()
            key = self.value()
            self.pass_by(":")
            self.peek()
            yield key

    def end(self) -> None:
        """Make sure that nothing follows."""
        if self.peek():
            raise self._broken()

    def _inside(self, opening: str, closing: str) -> Iterator[None]:
        self.pass_by(opening)
        if self.peek() == closing:
            self.pass_by(closing)
            return
        while True:
            self.peek()
            yield
            if self.peek() == closing:
                self.pass_by(closing)
                return
            self.pass_by(",")

    def pass_by(self, sign: str) -> None:
        """Go past a bracket, comma or colon that must come next."""
        if self.peek() != sign:
            raise self._broken()
        self._move(self._at + 1)

    def _move(self, to: int) -> None:
        self.line += self._text.count("\n", self._at, to)
        self._at = to
        if to > _TRIM:
            self._text, self._at = self._text[to:], 0

    def _more(self) -> bool:
        """Read at least as much again as there is. False when there is no more."""
        if self._ended:
            return False
        rest = self._text[self._at :]
        if len(rest) > LONGEST_LINE:
            raise self._broken(f"holds a value longer than {LONGEST_LINE // 1_000_000} MB")
        gathered, wanted = [rest], max(len(rest), 1)
        while wanted > 0:
            piece = next(self._pieces, None)
            if piece is None:
                self._ended = True
                break
            gathered.append(piece)
            wanted -= len(piece)
        self._text, self._at = "".join(gathered), 0
        return True

    def _broken(self, reason: str = "", at: int = 0) -> Unreadable:
        line = self.line + self._text.count("\n", self._at, at)
        said = f"that I can read: line {line} {reason}" if reason else f"from line {line} on"
        return Unreadable(f"The file is not JSON {said}; nothing was brought in.")
