"""Saying days, spans and counts in plain English, whatever the locale."""

from __future__ import annotations

from datetime import date

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_CADENCES = ((365, "year"), (91, "quarter"), (30, "month"), (7, "week"), (1, "day"))


def day_words(d: date, today: date, weekday: bool = True) -> str:
    """The whole day, for echoes: `Fri 1 May 2026`, or `1 May 2026` without the weekday.

    The year is always said. `today` is taken, as by every sayer of days here,
    so that a caller can swap one for another.
    """
    whole = f"{_day_and_month(d)} {d.year}"
    return f"{_weekday(d)} {whole}" if weekday else whole


def short_day(d: date, today: date) -> str:
    """The day in little room: `31 Dec`, and `31 Mar 2027` when the year is not this one."""
    return _day_and_month(d) if d.year == today.year else f"{_day_and_month(d)} {d.year}"


def month_words(d: date) -> str:
    """`May 2021`."""
    return f"{MONTHS[d.month - 1][:3]} {d.year}"


def relative(d: date, today: date) -> str:
    """How far off a day is: `today`, `in 12 days`, `3 days ago`, `in 4 months`, `2 years ago`.

    Days up to 60, months up to two years, then years, each to the nearest one.
    """
    days = (d - today).days
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}.get(days)
    if near:
        return near
    return f"in {_distance(days)}" if days > 0 else f"{_distance(-days)} ago"


def due_words(d: date, today: date) -> str:
    """When it falls due: `3 days overdue`, `due today`, `due Fri 27 Nov`, `in 26 days`, `31 Mar 2027`."""
    days = (d - today).days
    if days < 0:
        return f"{days_words(-days)} overdue"
    if days <= 1:
        return f"due {relative(d, today)}"
    if days <= 7:
        return f"due {_weekday(d)} {_day_and_month(d)}"
    return relative(d, today) if days <= 60 else short_day(d, today)


def every_words(days: int) -> str:
    """A cadence of days, from 1: `every week`, `every 10 days`, `every month` (30), `every quarter` (91)."""
    size, unit = next((size, unit) for size, unit in _CADENCES if days % size == 0)
    return f"every {unit}" if days == size else f"every {plural(days // size, unit)}"


def days_words(n: int) -> str:
    """A number of days: `1 day`, `14 days`."""
    return plural(n, "day")


def minutes_words(minutes: int) -> str:
    """A length in minutes: `45 min`, `1 h`, `1 h 30`."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest:02}" if rest else f"{hours} h"


def plural(n: int, noun: str, many: str = "") -> str:
    """A count and its noun: `1 note`, `3 notes`; `many` is the plural when it is not noun + s."""
    return f"{n} {noun if n == 1 else many or noun + 's'}"


def times_words(n: int) -> str:
    """How often: `once`, `twice`, `3 times`."""
    return {1: "once", 2: "twice"}.get(n) or plural(n, "time")


def a(noun: str) -> str:
    """`a goal`, `an action`, `feedback`."""
    if noun in ("feedback", "progress"):
        return noun
    return f"{'an' if noun[:1] in 'aeiou' else 'a'} {noun}"


def join_words(words: list[str]) -> str:
    """A list as one would say it: `a`, `a and b`, `a, b and c`; nothing for no words."""
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def _distance(days: int) -> str:
    if days <= 60:
        return days_words(days)
    if days <= 730:
        return plural(round(days / 30.44), "month")
    return plural(round(days / 365.25), "year")


def _weekday(d: date) -> str:
    return WEEKDAYS[d.weekday()][:3]


def _day_and_month(d: date) -> str:
    return f"{d.day} {MONTHS[d.month - 1][:3]}"
