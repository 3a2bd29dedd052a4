"""What was touched with a person, drawn: the fourteen in four groups, when last, and how often in a year."""

from __future__ import annotations

from rich.text import Text

from mentorlog.domain.coverage import Coverage, Function
from mentorlog.views import glyphs
from mentorlog.views.cells import line, pad, words
from mentorlog.views.look import Look
from mentorlog.views.page import Column, Page
from mentorlog.views.told.coverage import aside_command, command, last_words, note, year_words

MOST_DOTS = 12
"""Dots for the times in a year; once a month is plenty."""
_COLUMNS = [
    Column(),
    Column(),
    Column(flex=True, least=16, wrap=True),
    Column(),
    Column(),
    Column(priority=1),
]


def draw(model: Coverage, look: Look) -> Page:
    """The page; stacked when narrow."""
    page = Page(look)
    page.title(line("What we touched  ", words(model.name)), Text(note(model)))
    for group in model.groups:
        page.heading(group.name)
        if look.narrow:
            for one in group.functions:
                page.item(
                    _mark(one), Text(one.kind), [_last(one, model), *_times(one), words(one.why, "muted")]
                )
        else:
            page.rows(_COLUMNS, [_row(one, model) for one in group.functions])
    if model.ask:
        page.add()
        page.words(Text(command(model), "command"))
        page.words(Text(aside_command(model), "command"))
    return page


def _mark(one: Function) -> tuple[str, str]:
    if not one.ours:
        return glyphs.STOPPED, "faint"
    return (glyphs.CALM, "accent") if one.last is None else (glyphs.TICK, "good")


def _row(one: Function, model: Coverage) -> list[Text]:
    """A line, as wide in every group as the widest of all."""
    most = max(len(last_words(each, model)) for each in model.functions)
    dots = max(min(MOST_DOTS, each.year) for each in model.functions)
    times = f"{one.year}×" if one.year else ""
    return [
        line(_mark(one)),
        Text(one.kind.ljust(11), "" if one.ours else "muted"),
        words(one.why or one.does, "muted"),
        pad(_last(one, model), most),
        pad(line((glyphs.FEW * min(MOST_DOTS, one.year), "accent"), f" {times}"), dots + 4),
        Text(str(one.ref or "").ljust(3), "muted"),
    ]


def _last(one: Function, model: Coverage) -> Text:
    return Text(last_words(one, model), "" if one.ours and one.last is None else "muted")


def _times(one: Function) -> list[Text]:
    return [Text(f"{year_words(one)} in a year")] if one.year else []
