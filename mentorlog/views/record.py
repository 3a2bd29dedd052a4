"""One record, drawn: what it is, its facts, its words and what belongs to it."""

from __future__ import annotations

from rich.text import Text

from mentorlog.views.cells import line, paragraphs, words
from mentorlog.views.columns import Card, Column, Section
from mentorlog.views.look import Look
from mentorlog.views.page import GAP, Page


def draw(card: Card, look: Look) -> Page:
    """The page of a record; its body is wrapped and keeps its lines."""
    page = Page(look)
    page.title(words(card.title), Text(card.ref))
    page.flow([line((f"{label} " if label else "", "muted"), words(said)) for label, said in card.facts])
    if card.body.strip():
        page.add()
        page.words(paragraphs(card.body))
    for section in card.sections:
        _section(page, section)
    return page


def _section(page: Page, section: Section) -> None:
    page.heading(words(section.name), section.note)
    rows = [[words(cell, "" if i == 1 else "muted") for i, cell in enumerate(row)] for row in section.rows]
    if page.look.narrow:
        for row in rows:
            page.hang(line(row[0], " " * GAP), line(*row[1:2]))
            page.flow(row[2:], 3)
    elif rows:
        count = max(map(len, rows))
        columns = [Column(), Column(flex=True, wrap=True), *[Column()] * (count - 2)][:count]
        page.rows(columns, [row + [Text()] * (count - len(row)) for row in rows])
