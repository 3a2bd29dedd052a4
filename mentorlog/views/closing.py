"""The closing page, drawn: since when, what grew, what became of goals and promises, three questions."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from mentorlog.domain.closing import Closing, Level, Outcome, Promise
from mentorlog.domain.spoken import plural
from mentorlog.domain.text import first_line
from mentorlog.views import glyphs
from mentorlog.views.cells import line, paragraphs, words
from mentorlog.views.look import Look
from mentorlog.views.page import Column, Page
from mentorlog.views.told.closing import (
    counts,
    level_change,
    level_days,
    outcome_words,
    promise_words,
    span,
)

LONGEST = 200
"""Characters of an entry; its ref leads to the rest."""
MOST_PROMISES = 8
"""Promises in full; those still open always, then the latest."""
_GOALS = {
    "met": (glyphs.TICK, "good"),
    "changed": (glyphs.STEP, "muted"),
    "dropped": (glyphs.STOPPED, "muted"),
}
_PROMISES = {"done": (glyphs.TICK, "good"), "dropped": (glyphs.STOPPED, "muted")}
_OPEN = (glyphs.BOX, "muted")
_TEXT = Column(flex=True, wrap=True)
_LEVELS = [Column(), _TEXT, Column(), Column(), Column(priority=1), Column(priority=2)]


def draw(model: Closing, look: Look) -> Page:
    """The page of a mentorship that ends; stacked when narrow."""
    page = Page(look)
    page.title(line(f"{model.side.capitalize()} of ", words(model.name)), Text(f"mentorship {model.ref}"))
    page.flow([Text(span(model), "muted")])
    if model.purpose:
        page.add()
        page.label("For", paragraphs(model.purpose))
    if model.levels:
        page.heading("Skills, then and now", plural(len({one.skill for one in model.levels}), "skill"))
        _table(page, _LEVELS, [_level(one, model) for one in model.levels])
    if model.goals:
        page.heading("Goals", _states(model.goals))
        _table(
            page, [Column(), _TEXT, Column(), Column(priority=1)], [_goal(one, model) for one in model.goals]
        )
    if model.promises:
        _promises(page, model)
    page.heading("Three questions")
    for question in model.questions:
        page.item((glyphs.ASKED, "accent"), Text(question))
    return page


def _level(one: Level, model: Closing) -> list[Text]:
    grown = one.last - one.first
    mark = (glyphs.UP, "good") if grown > 0 else (glyphs.DOWN, "muted") if grown else (glyphs.LEVEL, "muted")
    return [
        line(mark),
        words(one.skill),
        words(one.rater or "me", "muted"),
        Text(level_change(one)),
        Text(level_days(one, model), "muted"),
        Text(" ".join(str(shown.ref) for shown in one.evidence), "muted"),
    ]


def _states(goals: Sequence[Outcome]) -> str:
    found = dict.fromkeys(one.state for one in goals)
    return ", ".join(f"{sum(one.state == state for one in goals)} {state}" for state in found)


def _goal(one: Outcome, model: Closing) -> list[Text]:
    title = (
        line(words(one.title), (f"  {first_line(one.why, LONGEST)}", "muted"))
        if one.why
        else words(one.title)
    )
    state = Text(outcome_words(one, model), "muted")
    return [line(_GOALS.get(one.state, (glyphs.CALM, "accent"))), title, state, Text(str(one.ref), "muted")]


def _promises(page: Page, model: Closing) -> None:
    for mine, name in ((True, "My promises"), (False, "Their promises")):
        found = [one for one in model.promises if (not one.owner) == mine]
        if found:
            page.heading(name, counts(found))
            shown = _worth_showing(found)
            columns = [Column(), _TEXT, Column(), Column(priority=1)]
            _table(page, columns, [_promise(one, model) for one in shown])
            if len(shown) < len(found):
                page.add(Text(plural(len(found) - len(shown), "earlier one"), "muted"))


def _worth_showing(promises: Sequence[Promise]) -> list[Promise]:
    """Those that ended last, as many as there is room for, and then all that are open."""
    still = [one for one in promises if one.state == "open"]
    over = [one for one in promises if one.state != "open"]
    room = max(0, MOST_PROMISES - len(still))
    return over[max(0, len(over) - room) :] + still


def _promise(one: Promise, model: Closing) -> list[Text]:
    mark = _PROMISES.get(one.state, _OPEN)
    text = words(first_line(one.text, LONGEST))
    return [line(mark), text, Text(promise_words(one, model), "muted"), Text(str(one.ref), "muted")]


def _table(page: Page, columns: list[Column], rows: list[list[Text]]) -> None:
    """Rows of a glyph, words and details; one under another when narrow."""
    if not page.look.narrow:
        page.rows(columns, rows)
        return
    for mark, said, *details in rows:
        page.item(mark, said, [one for one in details if one])
