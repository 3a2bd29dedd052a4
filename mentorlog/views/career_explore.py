"""Exploring, drawn: three shelves of roles, how far each is covered, what it takes, and why it is there."""

from __future__ import annotations

from rich.text import Text

from mentorlog.career.explore_page import ExplorePage, OptionRow
from mentorlog.views import bars, glyphs
from mentorlog.views.cells import line, words
from mentorlog.views.look import Look
from mentorlog.views.page import INDENT, Column, Page
from mentorlog.views.told.career import for_words, hours_words
from mentorlog.views.told.career_explore import (
    NOTHING,
    SHELVES,
    begin,
    covered_words,
    hints,
    note,
    sum_words,
    term_words,
    whys,
)

BAR = 8
"""Cells of the bar that shows how far a role is covered."""


def draw(model: ExplorePage, look: Look, explain: bool = False) -> Page:
    """The page of exploring; with `explain` the sum behind each score."""
    page = Page(look)
    page.title(words(f"Where next{for_words(model.whose)}"), words(note(model)))
    if model.here is None:
        page.add()
        page.words(Text(NOTHING))
        for command in begin(model):
            page.words(Text(command, "command"))
        return page
    page.words(Text(covered_words(model), "muted"))
    for shelf in model.shelves:
        page.heading(*SHELVES[shelf.kind])
        for one in shelf.options:
            _option(page, one)
            if explain:
                _sum(page, one)
            for term in () if explain else whys(one):
                page.words(words(term_words(term), "muted"), INDENT)
    page.add()
    for command in hints(model, explain):
        page.words(words(command, "command"))
    return page


def _option(page: Page, one: OptionRow) -> None:
    percent, hours, score = f"{one.covered}%", hours_words(one.hours), f"{one.score:.0f}"
    if page.look.narrow:
        details = [
            Text(f"{percent} covered"),
            Text(hours, "muted"),
            line(("score ", "muted"), (score, "strong")),
        ]
        page.item((glyphs.CALM, "accent"), words(one.role.name, "strong"), details)
        return
    cells = [
        line((glyphs.CALM, "accent"), "  ", words(one.role.name, "strong")),
        line(bars.bar(one.covered, BAR), f" {percent:>4}"),
        Text(f"{hours:>13}", "muted"),
        line(("score ", "muted"), (f"{score:>3}", "strong")),
    ]
    page.rows([Column(flex=True), Column(), Column(), Column()], [cells])


def _sum(page: Page, one: OptionRow) -> None:
    rows = [
        [
            Text(f"{term.points:+.1f}", "warn" if term.points < 0 else "good"),
            Text(sum_words(term), "muted"),
            words(term_words(term)),
        ]
        for term in one.terms
    ]
    rows.append([Text(f"{one.score:.1f}", "strong"), Text("score", "muted"), Text("")])
    for points, how, why in rows:
        if page.look.narrow:
            page.hang(line(f"{points.plain:>8}  "), line(how, "  ", why))
    if not page.look.narrow:
        columns = [Column(), Column(align="right"), Column(), Column(flex=True, wrap=True)]
        page.rows(columns, [[Text(" "), *row] for row in rows])
