"""The timeline: goals as lanes between two days, and what happened in each month, newest first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import groupby

from mentorlog.domain.frozen import Frozen
from mentorlog.domain.lanes import Lane
from mentorlog.domain.moments import Moment
from mentorlog.domain.spoken import plural
from mentorlog.errors import Refused

_COUNTED = (
    (("1:1", "Meeting"), "meeting", ""),
    (("Feedback",), "piece of feedback", "pieces of feedback"),
    (("Win",), "win", ""),
    (("Milestone",), "milestone", ""),
    (("Goal met",), "goal met", "goals met"),
    (("Goal set",), "goal set", "goals set"),
    (("Note",), "note", ""),
)
"""What a month's heading counts: labels of moments, one, many."""


class Month(Frozen):
    """A month and its moments, newest first. Months on end with nothing in them are one: `first` to `last`.

    `first` and `last` are first days of months; they are the same for a month with moments.
    """

    first: date
    last: date
    moments: tuple[Moment, ...] = ()

    @property
    def heading(self) -> str:
        """What is in it, counted: `2 meetings, 1 piece of feedback, 1 planned`, or `nothing on record`."""
        held = [one.label for one in self.moments if not one.planned]
        found = ((sum(map(held.count, labels)), noun, many) for labels, noun, many in _COUNTED)
        counts = [plural(*one) for one in found if one[0]]
        if held and not counts:
            counts = [plural(len(held), "entry", "entries")]
        ahead = len(self.moments) - len(held)
        return ", ".join([*counts[:3], f"{ahead} planned"] if ahead else counts[:3]) or "nothing on record"


class Timeline(Frozen):
    """Lanes and months from `since` to `until`, both included, as seen on `today`.

    `months` covers all that has begun, and months ahead with something in them, newest first.
    `about` says what it was chosen by, such as `with Ana Ruiz`. `hidden` is how many private
    records were left out: for the owner's own screen only.
    """

    since: date
    until: date
    today: date
    lanes: tuple[Lane, ...] = ()
    months: tuple[Month, ...] = ()
    about: str = ""
    hidden: int = 0

    @property
    def moments(self) -> tuple[Moment, ...]:
        """All moments, newest first."""
        return tuple(one for month in self.months for one in month.moments)


def timeline(
    lanes: Iterable[Lane],
    moments: Iterable[Moment],
    since: date,
    until: date,
    today: date,
    about: str = "",
    hidden: int = 0,
) -> Timeline:
    """What of these lanes and moments lies in a span. Raises Refused when the span ends before it begins."""
    if since > until:
        raise Refused(f"The timeline would end on {until}, before it begins on {since}.")
    lanes = [one for one in lanes if one.start <= until and since <= one.last_day(today)]
    moments = sorted((one for one in moments if since <= one.day <= until), key=_order, reverse=True)
    return Timeline(
        since=since,
        until=until,
        today=today,
        lanes=tuple(sorted(lanes, key=lambda one: (one.start, one.goal.id))),
        months=tuple(_months(moments, since, min(until, today))),
        about=about,
        hidden=hidden,
    )


def chosen(
    moments: Iterable[Moment],
    kinds: Iterable[str] = (),
    person: int | None = None,
    goal: int | None = None,
    skill: int | None = None,
) -> list[Moment]:
    """The moments of those kinds about that person, goal and skill; what is not given leaves all."""
    wanted = frozenset(kinds)
    return [
        one
        for one in moments
        if (not wanted or one.kind in wanted)
        and (person is None or person in one.people)
        and (goal is None or goal in one.goals)
        and (skill is None or skill in one.skills)
    ]


def default_span(first_day: date | None, today: date) -> tuple[date, date]:
    """The days to show when none are asked for, a rule of thumb of ours.

    From the start of the quarter four months ago (so four to seven months back) to the month's end
    nearest to six weeks ahead. A journal begun later, on `first_day`, starts with that month,
    or with last month when it is newer still.
    """
    ahead = today + timedelta(weeks=6)
    ends = [_first(_number(ahead) + shift) - timedelta(days=1) for shift in (0, 1)]
    until = min(ends, key=lambda end: (abs(end - ahead), -end.toordinal()))
    back = _first(_number(today) - 4)
    since = back.replace(month=(back.month - 1) // 3 * 3 + 1)
    if first_day is not None and first_day > since:
        since = min(first_day.replace(day=1), _first(_number(today) - 1))
    return since, until


def _months(moments: Iterable[Moment], since: date, last: date) -> list[Month]:
    """Months newest first, from `since` on; the empty ones up to `last` are gathered."""
    found: list[Month] = []
    free = _number(since)  # the first month that is not told yet
    groups = {number: tuple(group) for number, group in groupby(moments, key=lambda one: _number(one.day))}
    for number in sorted(groups):
        found += _empty(free, min(number - 1, _number(last)))
        found.append(Month(first=_first(number), last=_first(number), moments=groups[number]))
        free = number + 1
    return [*found, *_empty(free, _number(last))][::-1]


def _empty(first: int, last: int) -> list[Month]:
    return [Month(first=_first(first), last=_first(last))] if first <= last else []


def _number(day: date) -> int:
    """Months since the year 0, so that they can be counted."""
    return day.year * 12 + day.month - 1


def _first(number: int) -> date:
    """The first day of a month by its number, kept within what a date can say."""
    year, month = divmod(max(12, min(number, 9999 * 12 + 11)), 12)
    return date(year, month + 1, 1)


def _order(moment: Moment) -> tuple[date, str, str, int]:
    return moment.day, moment.time, moment.kind, moment.ref.id
