"""The timeline: goals as lanes over the months, and under them a row for each sort of moment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from mentorlog.domain.report import SORTS, Report, Way
from mentorlog.domain.spoken import day_words, plural, short_day
from mentorlog.formats.html import Html
from mentorlog.formats.pictures.shapes import (
    Axis,
    Frame,
    bar,
    fit,
    label,
    mark,
    months,
    path,
    picture,
    rule,
    wide,
)
from mentorlog.formats.pictures.standing import said, tone

TOP, LANE, ROW = 30, 44, 34


class Kind(NamedTuple):
    """A sort of moment: its name, its shape and its colour."""

    name: str
    shape: str
    look: str


KINDS: Mapping[str, Kind] = {
    "conversation": Kind("Conversations", "dot", "accent"),
    "feedback": Kind("Feedback", "cross", "voice"),
    "level": Kind("Levels", "triangle", "ink"),
    "win": Kind("Wins", "star", "good"),
    "decision": Kind("Decisions", "diamond", "muted"),
}


def draw(model: Report, width: float, only: str) -> Html:
    """The timeline in a picture so wide; on a narrow one the marks are not told one by one."""
    axis = Axis(model.first, model.last, 6, width - 6)
    rows = [sort for sort in SORTS if any(one.sort == sort for one in model.marks)]
    bottom = TOP + LANE * len(model.ways) + ROW * len(rows)
    frame = Frame(f"timeline-{only}", width, bottom + 18, "Timeline", says(model), only)
    return picture(
        frame,
        *_ruler(model, axis, bottom),
        *(part for n, way in enumerate(model.ways) for part in _lane(model, way, axis, TOP + LANE * n)),
        *_rows(model, rows, axis, TOP + LANE * len(model.ways), told=only != "narrow"),
    )


def says(model: Report) -> str:
    """The timeline in a sentence or two."""
    span = f"From {_day(model.first)} to {_day(model.last)}."
    goals = f" {plural(len(model.ways), 'goal')} as bars." if model.ways else ""
    counts = [(sum(one.sort == sort for one in model.marks), KINDS[sort].name.lower()) for sort in SORTS]
    marks = ", ".join(f"{name} {count}" for count, name in counts if count)
    return f"{span}{goals}{f' Marks below: {marks}.' if marks else ''} The same is in the table that follows."


def _ruler(model: Report, axis: Axis, bottom: float) -> Iterator[Html]:
    for x, name in months(axis):
        yield rule(x, TOP - 10, x, bottom, "grid")
        near = x > axis.right - 14
        yield label(min(x, axis.right + 6), 12, name, "small muted", end=near, middle=not near and x > 14)
    if model.until < model.last:
        x = axis.at(model.until)
        yield rule(x, TOP - 12, x, bottom, "now")
        words = short_day(model.until, model.until)
        half = wide(words, 11.5, bold=True) / 2
        middle = min(max(x, half), axis.right + 6 - half)
        yield label(middle, bottom + 14, words, "small strong", middle=True)


def _lane(model: Report, way: Way, axis: Axis, y: float) -> Iterator[Html]:
    aim, look, note = way.aim, tone(way.state), _note(way, model.until)
    room = axis.right - wide(note, 11.5) - 12
    yield label(0, y + 12, fit(aim.title, room, bold=True), "halo strong")
    yield label(axis.right + 6, y + 12, note, f"small halo {look}", end=True)
    level = y + 22
    start, end = axis.at(aim.started), axis.at(aim.ended or aim.due or model.last)
    reached = axis.at(min(aim.ended or model.until, model.until))
    if not aim.ended:
        yield bar(start, level, max(end, reached) - start, 6, "track", 3)
    yield bar(
        start, level, min(reached, end) - start if aim.due or aim.ended else reached - start, 6, look, 3
    )
    if reached > end:
        yield path(f"M{end:.1f} {level + 3}H{reached:.1f}", f"{look} late")
    yield from (mark("dot", axis.at(day), level + 3, look, size=4) for day in _done(way, axis))
    yield from (mark("ring", axis.at(day), level + 3, look, size=4) for day in _ahead(way, axis))
    closing = aim.ended or aim.due
    if closing and axis.holds(closing):
        yield mark("diamond", axis.at(closing), level + 3, look if aim.ended else f"{look} ring", size=4.5)


def _note(way: Way, until: date) -> str:
    """What stands at the right of a lane: `✓ met 10 Sep`, `62%  ● on track`."""
    if way.aim.ended:
        return f"{said(way.state)} {short_day(way.aim.ended, until)}"
    return f"{way.aim.percent}%  {said(way.state)}"


def _done(way: Way, axis: Axis) -> list[date]:
    days = {one.day for one in (*way.aim.steps, *way.aim.progress)} - {way.aim.ended}
    return sorted(day for day in days if axis.holds(day))


def _ahead(way: Way, axis: Axis) -> list[date]:
    return sorted({one.due for one in way.left if one.due and axis.holds(one.due) and one.due != way.aim.due})


def _rows(model: Report, rows: list[str], axis: Axis, y: float, told: bool) -> Iterator[Html]:
    for sort in rows:
        kind = KINDS[sort]
        yield label(0, y + 12, kind.name, "small muted halo")
        yield rule(axis.left, y + 23, axis.right, y + 23, "grid")
        for one in (one for one in model.marks if one.sort == sort and axis.holds(one.day)):
            words = f"{_day(one.day)}: {one.text}" if told else ""
            yield mark(kind.shape, axis.at(one.day), y + 23, kind.look, words)
        y += ROW


def _day(day: date) -> str:
    return day_words(day, day, weekday=False)
