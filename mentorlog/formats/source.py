"""A file that is read: as text, bounded in memory, with the line of whatever is wrong in it."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator
from typing import IO

from mentorlog.errors import Unreadable

LONGEST_LINE = 32_000_000
"""Bytes of one line, or of one value of JSON: the longest note, 5 MB, with six signs for each of its own."""
_PIECE = 1 << 20
_NOTHING = "nothing was brought in"


class Source:
    """Bytes that can be read more than once. `told` hears, now and then, how many have been read in all."""

    def __init__(self, stream: IO[bytes], told: Callable[[int], None] = lambda count: None) -> None:
        self.stream = stream
        self._told = told
        self._read = 0

    def head(self, count: int = 4096) -> bytes:
        """The first bytes, without a mark of their order."""
        self.stream.seek(0)
        return self.stream.read(count).removeprefix(codecs.BOM_UTF8)

    def lines(self, ends: bool = False) -> Iterator[tuple[int, str]]:
        """Every line from the first, with its number from 1; with `ends` as it is, else without its end.

        Raises Unreadable with the number of a line that is not UTF-8, holds a NUL character or is too long.
        """
        self.stream.seek(0)
        number = 0
        while raw := self.stream.readline(LONGEST_LINE + 1):
            number += 1
            if len(raw) > LONGEST_LINE:
                raise bad(number, f"it is longer than {LONGEST_LINE // 1_000_000} MB")
            try:
                text = raw.decode("utf-8-sig" if number == 1 else "utf-8")
            except UnicodeDecodeError as error:
                raise bad(number, "it is not UTF-8 text") from error
            if "\0" in text:
                raise bad(number, "it holds a NUL character")
            self._tell(len(raw))
            yield number, text if ends else text.rstrip("\r\n")

    def pieces(self) -> Iterator[str]:
        """The text in pieces, however long its lines are. Raises Unreadable as `lines`."""
        self.stream.seek(0)
        decoder = codecs.getincrementaldecoder("utf-8-sig")()
        line, ended = 1, False
        while not ended:
            raw = self.stream.read(_PIECE)
            ended = not raw
            try:
                text = decoder.decode(raw, final=ended)
            except UnicodeDecodeError as error:
                line += bytes(error.object[: error.start]).count(b"\n")
                raise bad(line, "it is not UTF-8 text") from error
            if "\0" in text:
                raise bad(line + text.count("\n", 0, text.index("\0")), "it holds a NUL character")
            line += text.count("\n")
            self._tell(len(raw))
            yield text

    def _tell(self, count: int) -> None:
        if (self._read + count) // _PIECE > self._read // _PIECE:
            self._told(self._read + count)
        self._read += count


def bad(line: int, reason: str, hint: str = "") -> Unreadable:
    """What is wrong with a line, which stops the whole."""
    return Unreadable(f"Line {line} of the file: {reason}; {_NOTHING}.", hint)
