"""Goals as lanes under a ruler of months: what is behind, what is ahead, and today between them."""

from __future__ import annotations

from datetime import date
from itertools import zip_longest
from typing import NamedTuple

from rich.text import Text

from mentorlog.domain.lanes import Lane
from mentorlog.domain.spoken import MONTHS, short_day
from mentorlog.domain.timeline import Timeline
from mentorlog.views import glyphs
from mentorlog.views.cells import cut, line, pad, width, words, wrap
from mentorlog.views.page import GAP, Page

TITLE = 28
"""Most cells for a goal's name beside its lane; a longer one takes two lines."""
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000)
_STYLES = {"open": "accent", "met": "good"}

Cell = tuple[str, str]


class Axis(NamedTuple):
    """So many cells stand for the days from `since` to `until`."""

    since: date
    until: date
    cells: int

    def at(self, day: date) -> int:
        """The cell of a day; the first or the last one for days outside."""
        return (min(max(day, self.since), self.until) - self.since).days * self.cells // self.days

    def end(self, day: date) -> int:
        """The last cell of a day: in a short span a day takes several."""
        since = (min(max(day, self.since), self.until) - self.since).days
        return max(self.at(day), (since + 1) * self.cells // self.days - 1)

    def holds(self, day: date) -> bool:
        """Is the day within?"""
        return self.since <= day <= self.until

    @property
    def days(self) -> int:
        """How many days there are, both ends included."""
        return (self.until - self.since).days + 1


def draw_lanes(page: Page, timeline: Timeline) -> set[str]:
    """Adds the lanes to the page; returns the glyphs that need explaining."""
    if not timeline.lanes:
        return set()
    narrow = page.look.narrow
    refs = max(len(str(lane.goal)) for lane in timeline.lanes)
    names = [words(lane.title) for lane in timeline.lanes]
    left = 0 if narrow else min(TITLE, max(map(width, names))) + GAP
    right = 0 if narrow else GAP + refs
    axis = Axis(timeline.since, timeline.until, max(1, page.room - left - right))
    page.add()
    page.add(Text(" " * left) + Text(ruler(axis), "muted"))
    used: set[str] = set()
    for lane, name in zip(timeline.lanes, names, strict=True):
        cells = bar(lane, axis, timeline.today)
        used.update(glyph for glyph, _ in cells)
        note = _note(lane, timeline.today)
        under = _two_lines(note, axis.cells) if note else []
        ref = Text(str(lane.goal), "muted")
        if narrow:
            _stacked(page, name, ref, [line(*cells), *under])
        else:
            through = Text(glyphs.TODAY, "strong") if axis.holds(timeline.today) else Text()
            _beside(page, name, ref, [line(*cells), *under], left, (axis.at(timeline.today), through))
    if axis.holds(timeline.today):
        at = left + axis.at(timeline.today) - len("today") // 2
        page.add(Text(" " * max(0, min(at, page.room - len("today"))) + "today", "muted"))
    return used


def ruler(axis: Axis) -> str:
    """Months, or years when there are many, each where it begins."""
    drawn = [" "] * axis.cells
    free = 0
    for day, name in _ticks(axis):
        at = axis.at(day)
        if free <= at <= axis.cells - len(name):
            drawn[at : at + len(name)] = name
            free = at + len(name) + 1
    return "".join(drawn).rstrip()


def bar(lane: Lane, axis: Axis, today: date) -> list[Cell]:
    """A lane, cell by cell: heavy up to today, light ahead, dots where it was left behind, then its marks."""
    drawn: list[Cell] = [(" ", "")] * axis.cells
    end = lane.end or date.max
    first, last = axis.at(lane.start), axis.end(end) if end >= axis.since else -1
    style = _STYLES.get(lane.state, "muted")
    behind = today if lane.open else end
    for at in range(first, last + 1):
        past = axis.since <= behind and at <= axis.at(behind) and lane.start <= behind
        drawn[at] = (glyphs.DONE, style) if past else (glyphs.LEFT, "faint")
    if end < today and lane.state != "met":
        for at in range(last + 1, axis.at(today) + 1):
            drawn[at] = (glyphs.NOTHING, "faint")
    if axis.holds(today):
        drawn[axis.at(today)] = (glyphs.TODAY, "strong")
    return _marked(drawn, lane, axis, today)


def _marked(drawn: list[Cell], lane: Lane, axis: Axis, today: date) -> list[Cell]:
    """The lane with its due day or end, then its milestones, done ones over planned ones."""
    end = lane.end or date.max
    if end > axis.until:
        drawn[-1] = (glyphs.BEYOND, _STYLES.get(lane.state, "muted") if lane.open else "muted")
    elif lane.open and end >= axis.since:
        drawn[axis.end(end)] = (glyphs.PLANNED, "warn" if end < today else "accent")
    elif lane.state == "met":
        drawn[axis.end(end)] = (glyphs.TICK, "good")
    for milestone in sorted(lane.milestones, key=lambda one: one.done):
        if axis.holds(milestone.day) and (milestone.done or lane.open):
            late = milestone.day < today
            planned = (glyphs.PLANNED, "warn" if late else "accent")
            drawn[axis.at(milestone.day)] = (glyphs.MILESTONE, "strong") if milestone.done else planned
    return drawn


def _note(lane: Lane, today: date) -> Text | None:
    """What became of a goal that is no longer on its way, in words."""
    if lane.state == "open":
        late = lane.end is not None and lane.end < today
        return Text(f"was due {short_day(lane.end, today)}", "warn") if late and lane.end else None
    on = f" {short_day(lane.end, today)}" if lane.end and not lane.open else ""
    if lane.state == "met" and not lane.reason:
        return None
    return words(f"{lane.state}{on}" + (f": “{lane.reason}”" if lane.reason else ""), "muted")


def _stacked(page: Page, name: Text, ref: Text, drawn: list[Text]) -> None:
    """The name and the ref, and the lane under them."""
    room = page.room - width(ref) - GAP
    first, *rest = wrap(name, room) or [Text()]
    page.add(line(pad(first, room + GAP), ref))
    for piece in [*rest, *drawn]:
        page.add(piece)


def _beside(page: Page, name: Text, ref: Text, drawn: list[Text], left: int, today: tuple[int, Text]) -> None:
    """The name in at most two lines, the lane beside it, the ref at the right edge, today through all."""
    pieces = _two_lines(name, left - GAP)
    at, through = today
    for number, (piece, part) in enumerate(zip_longest(pieces, drawn, fillvalue=Text())):
        if number == 0:
            page.add(line(pad(line(pad(piece, left), part), page.room - width(ref)), ref))
        else:
            page.add(line(pad(piece, left), line(pad(part, at), through) if width(part) < at else part))


def _two_lines(text: Text, cells: int) -> list[Text]:
    pieces = wrap(text, cells)
    if len(pieces) > 2:
        return [pieces[0], cut(pieces[1] + Text(" ") + pieces[2], cells)]
    return pieces


def _ticks(axis: Axis) -> list[tuple[date, str]]:
    """The first day of every month that may be named, at least two cells between them when all fit."""
    each = axis.cells * 30.4 / axis.days
    step = next((step for step in _STEPS if step * each >= (5 if step < 12 else 6)), _STEPS[-1])
    first = axis.since.year * 12 + axis.since.month - 1
    last = axis.until.year * 12 + axis.until.month - 1
    numbers = [first, *range(-(-(first + 1) // step) * step, last + 1, step)]
    firsts = [date(number // 12, number % 12 + 1, 1) for number in numbers]
    several = axis.since.year != axis.until.year
    return [(max(axis.since, day), _tick(day, step, several)) for day in firsts]


def _tick(day: date, step: int, several: bool) -> str:
    """A year where only years fit, and for its January when there are several."""
    return str(day.year) if step >= 12 or (several and day.month == 1) else MONTHS[day.month - 1][:3]
