"""A comparison, drawn: two roles side by side, what both need first."""

from __future__ import annotations

from rich.text import Text

from mentorlog.career.compare_page import ComparePage, CompareRow
from mentorlog.views import bars, glyphs
from mentorlog.views.cells import line, words
from mentorlog.views.look import Look
from mentorlog.views.page import Column, Page
from mentorlog.views.told.career_compare import (
    commands,
    level,
    move_words,
    name,
    rated,
    sections,
    side_words,
)

BAR = 10
"""Cells of the bar that shows how far a role is covered."""


def draw(model: ComparePage, look: Look) -> Page:
    """The page of a comparison. A and B stand for the roles in the columns."""
    page = Page(look)
    page.title(words(name(model)), Text(f"{model.alike}% alike"))
    page.add()
    for letter, side in (("A", model.here), ("B", model.there)):
        details = [bars.bar(side.covered, BAR), *(words(one, "muted") for one in side_words(side))]
        page.item((letter, "accent"), words(side.role.name, "strong"), details)
    for heading, rows in sections(model):
        page.heading(words(heading))
        columns = [Column(flex=True, least=16, wrap=True), *[Column(align="right")] * 3]
        page.rows(columns, [_row(one) for one in rows])
    if model.moves:
        page.heading("Known moves")
        for way in model.moves:
            page.words(words(move_words(way, model)))
    page.add()
    for command in commands(model):
        page.hang((f"{glyphs.STEP}  ", "muted"), words(command, "command"))
    return page


def _row(one: CompareRow) -> list[Text]:
    least = max(one.here or 0, one.there or 0)
    met = one.now is not None and one.now >= least
    return [
        words(one.called, "muted" if met else ""),
        line(("now ", "muted"), (rated(one), "good" if met else "strong")),
        line(("A ", "muted"), level(one.here)),
        line(("B ", "muted"), level(one.there)),
    ]
