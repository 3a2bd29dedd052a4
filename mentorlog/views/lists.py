"""Ordinary lists on a terminal: aligned and unboxed, stacked when narrow. A pipe gets `columns.tsv`."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from mentorlog.views.cells import line, words
from mentorlog.views.columns import Column
from mentorlog.views.look import Look
from mentorlog.views.page import GAP, Page


def table(columns: Sequence[Column], rows: Sequence[Sequence[str]], look: Look) -> Page:
    """Rows of words under a muted header; no rows give an empty page. A row has a word for each column."""
    page = Page(look)
    cells = [
        [words(text, one.style_of(text)) for one, text in zip(columns, row, strict=True)] for row in rows
    ]
    if look.narrow:
        for row in cells:
            _stacked(page, columns, row)
    else:
        page.rows(columns, cells, header=True, fill=False)
    return page


def _stacked(page: Page, columns: Sequence[Column], row: Sequence[Text]) -> None:
    """The first column with the first flexible one beside it; the others under them, by name."""
    lead = next((i for i, one in enumerate(columns) if one.flex and i), 0)
    if lead:
        page.hang(line(row[0], " " * GAP), row[lead])
    else:
        page.words(row[0])
    rest = [(columns[i].name.lower(), cell) for i, cell in enumerate(row) if i not in (0, lead) and cell]
    page.flow([line((f"{name} " if name else "", "muted"), cell) for name, cell in rest], 3)
