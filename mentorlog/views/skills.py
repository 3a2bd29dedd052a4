"""The skills, drawn: where each stands, what others say, how the year went, and what is planned."""

from __future__ import annotations

from datetime import date

from rich.text import Text

from mentorlog.domain.growth import Growth, SkillRow
from mentorlog.domain.spoken import due_words, relative, short_day
from mentorlog.views import bars, glyphs
from mentorlog.views.cells import line, words
from mentorlog.views.look import Look
from mentorlog.views.marks import due_mark
from mentorlog.views.page import Column, Page
from mentorlog.views.told.skills import BEGIN, NONE_YET, gap_words, note

ROOMY = 90
"""Cells from which on a level has four cells of bar beside what others say; below, two."""


def draw(model: Growth, look: Look) -> Page:
    """The page of all skills; stacked when narrow."""
    page = Page(look)
    page.title(Text("Skills"), Text(note(model)) if model.skills else None)
    page.add()
    if not model.skills:
        page.flow([Text(NONE_YET), Text(BEGIN, "command")])
        return page
    if look.narrow:
        for one in model.skills:
            _stacked(page, one)
    else:
        _table(page, model)
    _largest(page, model)
    for one in model.skills:
        _plan(page, one, model.today)
    return page


def _table(page: Page, model: Growth) -> None:
    others = any(one.others for one in model.skills)
    cells = 10 if others and page.room < ROOMY else 20
    columns = [
        Column("Skill", flex=True, least=14),
        Column("Level"),
        Column("Now", align="right"),
        Column("Goal", align="right"),
        Column("12 months", priority=1),
        Column("Change", align="right", priority=2),
        Column("Others say", flex=True, least=10, wrap=True),
    ]
    page.rows(columns, [_row(one, cells) for one in model.skills], header=True)


def _row(one: SkillRow, cells: int) -> list[Text]:
    met = one.gap == 0
    return [
        words(one.name),
        bars.level_bar(one.now, one.target, cells, "good" if met else "accent"),
        Text("?" if one.now is None else str(one.now), "muted" if one.now is None else "strong"),
        _goal(one),
        bars.levels(one.months),
        bars.change(one.change),
        _others(one),
    ]


def _stacked(page: Page, one: SkillRow) -> None:
    """A name, then dots, numbers, the year and what others say under it."""
    page.words(words(one.name))
    now = "?" if one.now is None else str(one.now)
    goal = "" if one.target is None else ", met" if one.gap == 0 else f" of {one.target}"
    page.flow(
        [
            bars.dots(one.now, one.target),
            line(now, (goal, "good" if one.gap == 0 else "")),
            bars.levels(one.months) if one.now is not None else Text(),
            bars.change(one.change),
        ],
        2,
    )
    page.flow([line(("others say ", "muted"), _others(one))] if one.others else [], 2)


def _goal(one: SkillRow) -> Text:
    if one.target is None:
        return Text(glyphs.STOPPED, "faint")
    return Text("met", "good") if one.gap == 0 else Text(str(one.target))


def _others(one: SkillRow) -> Text:
    return Text(", ").join(line(words(seen.name), " ", str(seen.level)) for seen in one.others)


def _largest(page: Page, model: Growth) -> None:
    """The biggest gap in words, with the command that plans for it when nothing is planned."""
    one = model.skills[0]
    if one.target is None or one.gap == 0:
        return
    page.add()
    rated = f"last rated {relative(one.rated, model.today)}" if one.rated else ""
    said = line(words(one.name), f", {gap_words(one)}", (f"  ·  {rated}" if rated else "", "muted"))
    page.label("Largest gap" if one.gap else "Not rated", said)
    if not one.plan:
        todo = f'skill plan {one.handle} --do "…" --by eoq' if one.gap else f"skill rate {one.handle} N"
        page.words(words(f"mentorlog {todo}", "command"))


def _plan(page: Page, one: SkillRow, today: date) -> None:
    if not one.plan:
        return
    known = one.now is not None and one.target is not None
    way = "goal met" if one.gap == 0 else f"level {one.now} to {one.target}" if known else ""
    page.heading(line("Plan for ", words(one.name)), way)
    rows = []
    for action in one.plan:
        done = action.state == "done"
        mark = (glyphs.TICK, "good") if done else due_mark(action.due, today, action.person_id is not None)
        if done:
            when = Text(short_day(action.ended, today) if action.ended else "", "muted")
        else:
            when = Text(due_words(action.due, today) if action.due else "", mark[1])
        rows.append([line(mark), Text(str(action.ref), "muted"), words(action.text), when])
    if page.look.narrow:
        for glyph, ref, text, when in rows:
            page.item(glyph, text, [when, ref])
    else:
        page.rows([Column(), Column(), Column(flex=True, wrap=True), Column()], rows)
