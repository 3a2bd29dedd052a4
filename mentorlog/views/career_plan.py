"""A plan, drawn: numbered offers under what they are for, the goal, and what is planned already."""

from __future__ import annotations

from rich.text import Text

from mentorlog.career.plan_page import Offer, PlanPage
from mentorlog.domain.spoken import short_day
from mentorlog.views import glyphs
from mentorlog.views.career_gap import draw_choices
from mentorlog.views.cells import line, words
from mentorlog.views.look import Look
from mentorlog.views.page import Column, Page
from mentorlog.views.told.career import for_words, hours_words
from mentorlog.views.told.career_plan import (
    AHEAD_NOTE,
    SECTIONS,
    commands,
    days_note,
    goal_words,
    note,
    nothing,
    offer_words,
    shared_words,
    unrated_words,
)

_INDENT = 4
"""Cells of a number and its gap."""


def draw(model: PlanPage, look: Look) -> Page:
    """The page of a plan."""
    page = Page(look)
    page.title(words(f"Plan towards {model.role.name}{for_words(model.whose)}"), Text(note(model)))
    page.words(words(unrated_words(model), "muted"))
    if not model.offers:
        page.add()
        page.words(Text(nothing(model)))
    for why, name in SECTIONS.items():
        offers = [one for one in model.offers if one.why == why]
        if offers:
            page.heading(name, AHEAD_NOTE if why == "ahead" else "")
        for one in offers:
            _offer(page, one, model)
    _goal(page, model)
    if model.planned:
        page.heading("Planned already")
        for each in model.planned:
            refs = Text(" ".join(map(str, each.refs)), "muted")
            page.item((glyphs.TICK, "good"), line(words(each.skill.name), "  ", refs))
    if model.choices:
        draw_choices(page, model.choices)
    page.add()
    if model.offers:
        page.words(Text(days_note(model), "muted"))
    for command in commands(model):
        page.hang((f"{glyphs.STEP}  ", "muted"), words(command, "command"))
    return page


def _offer(page: Page, one: Offer, model: PlanPage) -> None:
    number = Text(str(one.number).rjust(_INDENT - 2) + "  ", "accent")
    name = words(one.skill.name, "strong")
    due = f"by {short_day(one.due, model.today)}"
    level, hours = Text(offer_words(one)), Text(hours_words(one.hours), "muted")
    if page.look.narrow:
        page.hang(number, name)
        page.flow([level, hours, Text(due)], _INDENT)
    else:
        columns = [Column(flex=True), Column(), Column(align="right"), Column(align="right")]
        page.rows(columns, [[line(number, name), level, hours, Text(due)]])
    page.words(words(one.action), _INDENT)
    if one.resource:
        page.hang(line(" " * _INDENT, ("also", "muted"), "  "), words(one.resource))
    page.words(words(shared_words(one), "muted"), _INDENT)


def _goal(page: Page, model: PlanPage) -> None:
    page.heading("Goal")
    ref = model.goal.ref
    lead = str(ref) if ref else str(len(model.offers) + 1).rjust(_INDENT - 2)
    page.hang((f"{lead}  ", "muted" if ref else "accent"), words(goal_words(model)))
