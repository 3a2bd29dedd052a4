"""A manual page as roff, in the man macros that groff and mandoc both know (man(7))."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from textwrap import wrap

from mentorlog.domain.frozen import Frozen

_SIGNS = {"\\": r"\e", "-": r"\-", "'": r"\(aq", "`": r"\(ga", "^": r"\(ha", "~": r"\(ti", '"': r"\(dq"}
_WIDTH = 66
"""Characters on a line of the source, before signs are escaped: what a page is broken into is the reader's."""


class Entry(Frozen):
    """One command of a manual: how it is called, what it does, examples, and what it takes, in pairs."""

    name: str
    usage: str = ""
    sentence: str
    examples: tuple[str, ...] = ()
    prose: tuple[str, ...] = ()
    takes: tuple[tuple[str, str], ...] = ()


class Part(Frozen):
    """A section of a manual: its heading, paragraphs, pairs of a word and what it means, and commands."""

    heading: str
    prose: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    lines: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()


def page(title: str, day: str, source: str, parts: Sequence[Part]) -> str:
    """The whole page. `title` is its name in the manual, `day` an ISO date, `source` the program's version."""
    head = f'.TH {escaped(title.upper())} 1 "{day}" "{escaped(source)}" "User Commands"'
    return "\n".join([head, *(line for part in parts for line in _part(part))]) + "\n"


def escaped(text: str) -> str:
    """Text that roff prints as it stands, wherever it stands on a line."""
    made = "".join(_SIGNS.get(one, one if one.isascii() else f"\\[u{ord(one):04X}]") for one in text)
    return re.sub(r"^\.", r"\\\&.", made)


def _part(part: Part) -> Iterator[str]:
    yield f'.SH "{escaped(part.heading)}"'
    first = True
    for paragraph in part.prose:
        if not first:
            yield ".PP"
        first = False
        yield from _wrapped(paragraph)
    yield from _pairs(part.pairs)
    if part.lines:
        yield from _as_typed(part.lines, apart=bool(part.prose))
    for entry in part.entries:
        yield from _entry(entry)


def _wrapped(text: str) -> Iterator[str]:
    yield from (escaped(line) for line in wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False))


def _pairs(pairs: Sequence[tuple[str, str]]) -> Iterator[str]:
    for word, meaning in pairs:
        yield ".TP"
        yield f".B {escaped(word)}"
        yield from _wrapped(meaning or "\u2013")


def _as_typed(lines: Sequence[str], apart: bool = True) -> Iterator[str]:
    yield from (*([".PP"] if apart else []), ".nf", ".RS 4")
    yield from (escaped(line) for line in lines)
    yield from (".RE", ".fi")


def _entry(entry: Entry) -> Iterator[str]:
    yield f'.SS "{escaped(entry.name)}"'
    yield from _wrapped(entry.sentence)
    if entry.usage:
        yield from _as_typed([entry.usage])
    for paragraph in entry.prose:
        yield ".PP"
        yield from _wrapped(paragraph)
    if entry.examples:
        yield from _as_typed(entry.examples)
    yield from _pairs(entry.takes)
