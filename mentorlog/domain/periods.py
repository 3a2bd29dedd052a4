"""Stretches of days to look back on: a week, month, quarter or year of the calendar, or any two days."""

from __future__ import annotations

from datetime import date
from typing import Literal

from mentorlog.domain.dates import read_day
from mentorlog.domain.frozen import Frozen
from mentorlog.domain.spoken import MONTHS, WEEKDAYS, day_words, short_day
from mentorlog.errors import Refused

Unit = Literal["week", "month", "quarter", "year", "days"]


class Period(Frozen):
    """The days from `since` to `until`, both included; `title` names them. `unit` days is of any length."""

    unit: Unit
    since: date
    until: date
    title: str

    def covers(self, day: date | None) -> bool:
        """Is the day one of them?"""
        return day is not None and self.since <= day <= self.until

    def last_seen(self, today: date) -> date:
        """The last day of it that has begun."""
        return min(self.until, today)


def calendar(unit: Unit, today: date, previous: bool = False) -> Period:
    """The week (Monday to Sunday), month, quarter or year that today is in, or the one before it.

    On its first day there is nothing to look back on yet, so then it is the one before too.
    """
    first = read_day(f"this {unit}", today, "past")
    which = "last" if previous or first == today else "this"
    since, until = read_day(f"{which} {unit}", today, "past"), read_day(f"{which} {unit}", today, "future")
    return Period(unit=unit, since=since, until=until, title=_title(unit, since, until))


def between(since: date, until: date) -> Period:
    """The days from one to another. Raises Refused when they run backwards."""
    if since > until:
        raise Refused(f"The days from {since} to {until} run backwards.", "--since comes before --until.")
    return Period(unit="days", since=since, until=until, title=_title("days", since, until))


def _title(unit: Unit, since: date, until: date) -> str:
    """`Week 18 · Mon 27 Apr – Sun 3 May 2026`, `May 2026`, `Q2 2026`, `2026`, `9 Apr – 3 May 2026`."""
    if unit == "year":
        return str(since.year)
    if unit == "quarter":
        return f"Q{(since.month + 2) // 3} {since.year}"
    if unit == "month":
        return f"{MONTHS[since.month - 1]} {since.year}"
    if since == until:
        return day_words(since, since)
    begin = short_day(since, until)
    if unit == "days":
        return f"{begin} – {day_words(until, until, weekday=False)}"
    first = f"{WEEKDAYS[since.weekday()][:3]} {begin}"
    return f"Week {since.isocalendar().week} · {first} – {day_words(until, until)}"
