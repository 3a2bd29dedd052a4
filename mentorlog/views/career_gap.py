"""A gap, drawn: each need with its level, what shows it and what is planned; then what opens most, what to do."""

from __future__ import annotations

from rich.text import Text

from mentorlog.career.gap_page import Choice, GapPage, NeedRow
from mentorlog.views import bars
from mentorlog.views.cells import line, paragraphs, words
from mentorlog.views.look import Look
from mentorlog.views.page import Column, Page
from mentorlog.views.plain import one_line
from mentorlog.views.told.career import CHOICES_NOTE, choice_words, for_words
from mentorlog.views.told.career import hours_words as range_words
from mentorlog.views.told.career_gap import (
    NOTHING,
    UNRATED,
    also,
    besides,
    gap_words,
    group_words,
    hours_words,
    need_words,
    note,
    others,
    state,
)

_COLUMNS = [
    Column("Skill", flex=True, least=20, wrap=True),
    Column("Level"),
    Column("Now", align="right"),
    Column("Need", align="right"),
    Column("Gap", align="right"),
    Column("Hours", align="right", priority=3),
    Column("Evidence", flex=True, least=8, wrap=True, priority=1),
    Column("Plan", flex=True, least=7, wrap=True),
    Column("Others", flex=True, least=6, wrap=True, priority=2),
]


def draw(model: GapPage, look: Look) -> Page:
    """The page of a gap; stacked when narrow."""
    page = Page(look)
    page.title(words(f"Gap to {model.role.name}{for_words(model.whose)}"), words(note(model)))
    page.flow([Text(state(model), "muted")])
    page.add()
    if not model.needs:
        page.words(Text(NOTHING))
    elif look.narrow:
        for one in model.needs:
            _stacked(page, one, model)
    else:
        page.rows(_COLUMNS, [_row(one, model) for one in model.needs], header=True)
    if model.unrated:
        page.words(Text(UNRATED, "muted"))
    if model.choices:
        draw_choices(page, model.choices)
    if model.needs:
        page.add()
        page.label("Hours", Text(hours_words(model)))
    for number, command in enumerate(model.first):
        page.hang(Text("First" if number == 0 else "     ", "muted").append("  "), words(command, "command"))
    return page


def draw_choices(page: Page, choices: tuple[Choice, ...]) -> None:
    """Which skill of each group opens most roles."""
    page.heading("Which one?", CHOICES_NOTE)
    for choice in choices:
        page.hang(line(words(choice.called), "  "), words(choice_words(choice), "muted"))


def _row(one: NeedRow, model: GapPage) -> list[Text]:
    met = one.gap == 0
    beside = "".join(f"\n  {one_line(said)}" for said in [group_words(one), *besides(one, model)] if said)
    return [
        line(words(need_words(one), "muted" if met else ""), paragraphs(beside, "muted")),
        bars.dots(one.now, one.needed, "good" if met else "accent"),
        _now(one),
        Text(str(one.needed), "muted" if met else ""),
        _gap(one),
        Text(range_words(one.hours), "muted"),
        Text(" ".join(map(str, one.evidence)), "muted"),
        Text(" ".join(map(str, one.planned))),
        words(", ".join(f"{by} {level}" for by, level in others(one)), "muted"),
    ]


def _stacked(page: Page, one: NeedRow, model: GapPage) -> None:
    page.words(words(need_words(one), "muted" if one.gap == 0 else ""))
    refs = [f"evidence {' '.join(map(str, one.evidence))}" if one.evidence else ""]
    refs += [f"plan {' '.join(map(str, one.planned))}" if one.planned else ""]
    page.flow(
        [
            bars.dots(one.now, one.needed, "good" if one.gap == 0 else "accent"),
            line(_now(one), f" of {one.needed}"),
            line("gap ", _gap(one)) if one.gap != 0 else Text("met", "good"),
            Text(range_words(one.hours), "muted"),
            *(Text(ref) for ref in refs if ref),
            *(words(said, "muted") for said in (group_words(one), *also(one, model)) if said),
        ],
        2,
    )


def _now(one: NeedRow) -> Text:
    return Text("?", "muted") if one.now is None else Text(str(one.now), "strong")


def _gap(one: NeedRow) -> Text:
    return Text(gap_words(one), "muted" if not one.gap else "warn")
