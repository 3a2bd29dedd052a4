"""Reading the days, times and spans a person types. Nothing is guessed.

What is typed may name a day (`fri`) or a stretch of days (`2026-01`, `next week`).
Who asks takes one end of a stretch: leaning to the past (`--on`, `--since`) its
first day, leaning to the future (`--by`) its last.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import Literal, NamedTuple

from mentorlog.domain.spoken import MONTHS, WEEKDAYS, day_words
from mentorlog.domain.text import quoted
from mentorlog.errors import Refused, Unreadable

Order = Literal["day-first", "month-first"]
Lean = Literal["past", "future"]
Stretch = tuple[date, date]  # first and last day

FIRST_YEAR, LAST_YEAR = 1900, 2200
_UNIT = r"(d|w|m|q|y|days?|weeks?|months?|quarters?|years?)"
_STEPS = {"d": (1, 0), "w": (7, 0), "m": (0, 1), "q": (0, 3), "y": (0, 12)}  # days and months
_SPAN_DAYS = {"d": 1, "w": 7, "m": 30, "q": 91, "y": 365}
_SPAN_WORDS = {"daily": 1, "weekly": 7, "fortnightly": 14, "monthly": 30, "quarterly": 91, "yearly": 365}


class _Asked(NamedTuple):
    typed: str  # as given, for messages
    text: str  # in lower case, without commas, with single spaces
    today: date
    lean: Lean
    order: Order | None


def read_day(text: str, today: date, lean: Lean, order: Order | None = None) -> date:
    """The day that `text` names, seen from `today`; of a stretch the first day (past) or the last (future).

    `order` settles `03/04/2026`. Raises Unreadable for what is no date or
    outside 1900 to 2200, Refused for what is ambiguous or not in the calendar.
    """
    first, last = _stretch(text, today, lean, order)
    return first if lean == "past" else last


def read_since(text: str, today: date, order: Order | None = None) -> date:
    """The first day of what to look back on: a day, `2026-01` or `2026`. Raises as `read_day`."""
    return _stretch(_in_year(text, "01"), today, "past", order)[0]


def read_until(text: str, today: date, order: Order | None = None) -> date:
    """The last day of what to look back on: a day, `2026-01` or `2026`. Raises as `read_day`."""
    return _stretch(_in_year(text, "12"), today, "past", order)[1]


def read_moment(text: str, now: datetime, lean: Lean, order: Order | None = None) -> tuple[date, time | None]:
    """A day and, if one is given, a local time: `fri 14:30`, `2026-05-04T10:00`, `2pm` (today).

    `now` is local and naive. Raises as `read_day`.
    """
    clock = r"(?:at )?(\d{1,2})(?::(\d\d)(?::(\d\d))?)? ?([ap]m)?"
    found = re.fullmatch(rf"(?:(?!at )(.*?)(?:,? |(?<=\d)t))?{clock}", " ".join(text.split()), re.IGNORECASE)
    if not found or not (found[3] or found[5]):
        return read_day(text, now.date(), lean, order), None
    day = read_day(found[1], now.date(), lean, order) if found[1] else now.date()
    hour, minute, second = (int(digits or 0) for digits in found.group(2, 3, 4))
    if found[5]:
        hour = hour % 12 + 12 * (found[5].lower() == "pm") if 1 <= hour <= 12 else 24
    if hour > 23 or minute > 59 or second > 59:
        raise _unreadable("time", text, "14:30, 9am or fri 14:30")
    return day, time(hour, minute, second)


def read_span(text: str) -> int:
    """A span in days, 1 to 3660: `2w`, `every month` (30), `quarterly` (91), `14`. Raises Unreadable."""
    plain = _plain(text).removeprefix("every ")
    days = _SPAN_WORDS.get(plain, 0)
    found = re.fullmatch(rf"(\d{{1,4}})? ?{_UNIT}?", plain)
    if found and plain:
        days = int(found[1] or 1) * _SPAN_DAYS[(found[2] or "d")[0]]
    if not 1 <= days <= 3660:
        raise _unreadable("span", text, "2w, 10d, 3 weeks or monthly")
    return days


def read_minutes(text: str) -> int:
    """A length in minutes, 1 to 1440: `45`, `45m`, `90 min`, `1h`, `1h30`, `1:30`. Raises Unreadable."""
    clock = r"(?:(\d{1,2})(?::(?=\d\d$)| ?h(?:ours?)? ?))?(?:(\d{1,4}) ?(?:m|mins?|minutes?)?)?"
    found = re.fullmatch(clock, _plain(text))
    hours, minutes = (int(digits or 0) for digits in found.groups()) if found else (0, 0)
    if not 1 <= 60 * hours + minutes <= 1440 or (hours and minutes > 59):
        raise _unreadable("length", text, "45, 45m, 1h or 1h30")
    return 60 * hours + minutes


def split_due(text: str, today: date, order: Order | None = None) -> tuple[str, date | None]:
    """An action and its due day: `draft CV by fri` loses its tail, if that reads as a date.

    Else the text comes back whole (`read the book by Kleppmann`), also with a
    fraction at the end (`cut costs by 1/2`). Raises Refused as `read_day`.
    """
    found = re.fullmatch(r"(.*\S)\s+by\s+(.+)", text, re.IGNORECASE | re.DOTALL)
    if not found:
        return text, None
    tail = found[2].strip().rstrip(".!")
    try:
        return found[1], read_day(tail, today, "future", order)
    except Unreadable:
        return text, None
    except Refused:
        if re.fullmatch(r"\d+\D\d+", tail):
            return text, None
        raise


def _plain(text: str) -> str:
    return " ".join(text.lower().replace(",", " ").split())


def _in_year(text: str, month: str) -> str:
    return f"{text.strip()}-{month}" if re.fullmatch(r"\d{4}", text.strip()) else text


def _stretch(text: str, today: date, lean: Lean, order: Order | None) -> Stretch:
    """What the first reader that knows the form makes of it."""
    readers = (_word, _period, _weekday, _distance, _year_first, _numbers, _spelt_out, _long_form)
    ask = _Asked(text, _plain(text), today, lean, order)
    known = (read(ask) for read in readers if len(ask.text) <= 60)  # no date is longer
    found = next(filter(None, known), None)
    if not found:
        raise _unreadable("date", text, "2026-05-20, fri, 2w or eoq")
    first, last = found if isinstance(found, tuple) else (found, found)
    if first.year < FIRST_YEAR or last.year > LAST_YEAR:
        raise Unreadable(f"{quoted(text)} is outside the years {FIRST_YEAR} to {LAST_YEAR}.")
    weekdays = {_number(WEEKDAYS, word) for word in re.findall(r"[a-z]+", ask.text)}
    if weekdays - {None, first.weekday()}:
        day = day_words(first, today, weekday=False)
        raise Refused(f"{quoted(text)} cannot be: {day} is a {WEEKDAYS[first.weekday()]}.")
    return first, last


def _word(ask: _Asked) -> date | None:
    """`today`, `yesterday`, `tomorrow`; `eow` or `som`: end or start of the week, month, quarter, year."""
    days = {"yesterday": -1, "today": 0, "tomorrow": 1}.get(ask.text)
    if days is not None:
        return ask.today + timedelta(days)
    found = re.fullmatch(r"([se])o([wmqy])", ask.text)
    return _around(found[2], ask.today)["se".index(found[1])] if found else None


def _period(ask: _Asked) -> Stretch | None:
    """`last week`, `this month`, `next quarter`: all of it."""
    found = re.fullmatch(r"(last|this|next) (week|month|quarter|year)", ask.text)
    if not found:
        return None
    first, last = _around(found[2][0], ask.today)
    inside = {"last": first - timedelta(1), "this": first, "next": last + timedelta(1)}
    return _around(found[2][0], inside[found[1]])


def _weekday(ask: _Asked) -> date | None:
    """`fri` by lean, today included; `last fri` before today, `next fri` after, `this fri` of this week."""
    found = re.fullmatch(r"(last |this |next |)([a-z]+)", ask.text)
    number = _number(WEEKDAYS, found[2]) if found else None
    if not found or number is None:
        return None
    offset = number - ask.today.weekday()
    ahead, behind = offset % 7, -(-offset % 7)
    by_lean = ahead if ask.lean == "future" else behind
    days = {"last ": behind or -7, "this ": offset, "next ": ahead or 7, "": by_lean}
    return ask.today + timedelta(days[found[1]])


def _distance(ask: _Asked) -> date | None:
    """`-3d`, `+2w`, `in a month`, `2 weeks ago`; `2w` by lean."""
    found = re.fullmatch(rf"(in |[+-]|)(\d{{1,3}} ?|an? |one ){_UNIT}( ago)?", ask.text)
    if not found or (found[1] and found[4]):
        return None
    from dateutil.relativedelta import relativedelta

    ahead = {"in ": True, "+": True, "-": False, "": ask.lean == "future" and not found[4]}[found[1]]
    count = int(found[2]) if found[2].strip().isdigit() else 1
    days, months = (step * (count if ahead else -count) for step in _STEPS[found[3][0]])
    return ask.today + relativedelta(days=days, months=months)


def _year_first(ask: _Asked) -> date | Stretch | None:
    """`2026-05-04`, `2026/05/04`; `2026-05` is all of May."""
    found = re.fullmatch(r"([12]\d{3})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?", ask.text)
    if not found:
        return None
    day = _dated(ask, int(found[1]), int(found[2]), int(found[3] or 1))
    return day if found[3] else _around("m", day)


def _numbers(ask: _Asked) -> date | None:
    """`28/4`, `13.04.2026`; when either number may be the month, `order` says which is."""
    found = re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})(?:[-/.]([12]\d{3}))?", ask.text)
    if not found:
        return None
    one, two, year = int(found[1]), int(found[2]), int(found[3]) if found[3] else None
    if max(one, two) > 12:
        return _dated(ask, year, min(one, two), max(one, two))
    day_first, month_first = _dated(ask, year, two, one), _dated(ask, year, one, two)
    if one != two and ask.order is None:
        spoken = " or ".join(day_words(day, ask.today, weekday=False) for day in (day_first, month_first))
        raise Refused(
            f"{quoted(ask.typed)} could be {spoken}.",
            f"Write {day_first} or {month_first}, or settle it: mentorlog config set date_order day-first",
        )
    return month_first if ask.order == "month-first" else day_first


def _spelt_out(ask: _Asked) -> date | Stretch | None:
    """`28apr`, `april 28th`, `Fri 1 May 2026`; `april 2026` and `april` are all of April."""
    bare = re.sub(r"(?<=\d)(st|nd|rd|th)\b|\bof\b", " ", ask.text)
    parts: dict[str, int] = {}
    for token in re.findall(r"\d+|[a-z]+|[^ .-]", bare):
        kind, value = _part(token)
        if not kind or kind in parts:
            return None
        parts[kind] = value
    if "month" not in parts or ("weekday" in parts and "day" not in parts):
        return None
    year, month = parts.get("year"), parts["month"] + 1
    running = year is None and month == ask.today.month  # this month is the nearest, on any of its days
    day = _dated(ask, year, month, parts.get("day", ask.today.day if running else 1))
    return day if "day" in parts else _around("m", day)


def _part(token: str) -> tuple[str, int]:
    """What a word or number is in a date, and its value; no kind when it is no part of one."""
    if re.fullmatch(r"\d\d?|[12]\d{3}", token):
        return "day" if len(token) <= 2 else "year", int(token)
    numbers = {"month": _number(MONTHS, token), "weekday": _number(WEEKDAYS, token)}
    return next(((kind, number) for kind, number in numbers.items() if number is not None), ("", 0))


def _long_form(ask: _Asked) -> date | None:
    """What dateutil reads the same whatever fills the gaps and, unless the year leads, in either order."""
    years = re.findall(r"\d{4,}", ask.text)
    if len(years) != 1 or not re.fullmatch(r"[a-z0-9 ./-]+", ask.text):
        return None
    from dateutil import parser

    gaps = (datetime(1996, 1, 1), datetime(2004, 12, 31, 23, 59))
    orders = (False,) if re.match(r"\D*\d{4}", ask.text) else (False, True)
    try:
        read = [
            (gap, parser.parse(ask.text, default=gap, dayfirst=order)) for gap in gaps for order in orders
        ]
    except (ValueError, ArithmeticError):  # no date, or digits beyond what int and Decimal hold
        return None
    day = read[0][1].date()
    same = all(moment == datetime.combine(day, gap.time()) for gap, moment in read)
    return day if same and f"{day.year}" == years[0][:4] else None


def _dated(ask: _Asked, year: int | None, month: int, day: int) -> date:
    """That day; without a year, the nearest one by lean."""
    if not 1 <= month <= 12:
        raise Refused(f"There is no {quoted(ask.typed)}: a year has 12 months.")
    most = _days_in(year or 2000, month)  # a leap year: without a year, 29 February is some day
    if not 1 <= day <= most:
        when = MONTHS[month - 1] if year is None else f"{MONTHS[month - 1]} {year}"
        raise Refused(f"There is no {quoted(ask.typed)}: {when} has {most} days.")
    if year is not None:
        return date(year, month, day)
    step = 1 if ask.lean == "future" else -1
    years = range(ask.today.year, ask.today.year + 9 * step, step)  # leap days can be eight years apart
    days = (date(year, month, day) for year in years if day <= _days_in(year, month))
    return next(found for found in days if (found - ask.today).days * step >= 0)


def _around(unit: str, day: date) -> Stretch:
    """The week (Monday to Sunday), month, quarter or year (`w m q y`) that a day is in."""
    if unit == "w":
        monday = day - timedelta(day.weekday())
        return monday, monday + timedelta(6)
    months = _STEPS[unit][1]
    before = (day.month - 1) // months * months
    years, after = divmod(before + months, 12)
    return date(day.year, before + 1, 1), date(day.year + years, after + 1, 1) - timedelta(1)


def _days_in(year: int, month: int) -> int:
    return _around("m", date(year, month, 1))[1].day


def _number(names: tuple[str, ...], word: str) -> int | None:
    """Which name, counted from 0, the word abbreviates to three letters or more."""
    return next((i for i, name in enumerate(names) if len(word) > 2 and name.lower().startswith(word)), None)


def _unreadable(what: str, typed: str, forms: str) -> Unreadable:
    return Unreadable(f"I cannot read the {what} {quoted(typed)}. Try {forms}.")
