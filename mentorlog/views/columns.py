"""What a list is made of, before anybody draws it; no Rich."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from mentorlog.views.look import Look
from mentorlog.views.plain import record, told


class Column(NamedTuple):
    """A column. `align` is left or right. `priority` 0 is never dropped, the highest number goes first.

    `flex` columns may shrink to `least` cells, and the first takes what room is left where a table
    fills the width. `wrap`: onto more lines instead of being cut. `style`: how a list writes its words,
    one style for all or one for each word it may hold, such as {"overdue": "warn"}.
    """

    name: str = ""
    align: str = "left"
    priority: int = 0
    flex: bool = False
    least: int = 12
    wrap: bool = False
    style: str | Mapping[str, str] = ""

    def style_of(self, word: str) -> str:
        """The style for these words."""
        return self.style if isinstance(self.style, str) else self.style.get(word, "")


class Section(NamedTuple):
    """A part of a record's page: its name, a note, and rows of a ref, words and details."""

    name: str
    note: str = ""
    rows: Sequence[Sequence[str]] = ()


class Card(NamedTuple):
    """A record to show: facts are pairs of a label (may be empty) and words; the body keeps its lines."""

    ref: str
    title: str
    facts: Sequence[tuple[str, str]] = ()
    body: str = ""
    sections: Sequence[Section] = ()


def tsv(columns: Sequence[Column], rows: Sequence[Sequence[str]], look: Look) -> str:
    """The rows for a pipe: one a line, tabs between, all columns; tabs inside become spaces.

    A header only where the look says so.
    """
    header = [record(*(one.name for one in columns))] if look.header else []
    return told((*header, *(record(*row[: len(columns)]) for row in rows)), look)
