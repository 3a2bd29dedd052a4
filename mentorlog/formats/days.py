"""Days as other programs write them. Nothing is guessed, and nothing depends on today."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from mentorlog.domain.dates import Order, read_day
from mentorlog.domain.drafts import in_calendar
from mentorlog.errors import Problem, Unreadable

_ISO = re.compile(r"([12]\d{3})(-?)(\d\d)\2(\d\d)(?=$|[T ])", re.ASCII)
_CLOCK = re.compile(r"[ T]+\d{1,2}:\d\d(:\d\d)?(\s*[AaPp]\.?[Mm]\.?)?$", re.ASCII)
_STAMP = re.compile(r"\d{8}T\d{6}Z", re.ASCII)


def day_of(text: str, order: Order | None = None) -> date | None:
    """The day of `2026-05-04`, `20260504T100000Z`, `4 May 2026` or, with an order, `04/05/2026`.

    None for anything else: no day, without its year, or not in the calendar.
    """
    words = text.strip()
    if found := _ISO.match(words):
        try:
            day = date(int(found[1]), int(found[3]), int(found[4]))
        except ValueError:
            return None
        return day if in_calendar(day) else None
    words = _CLOCK.sub("", words)
    if not re.search(r"\d{4}", words) or len(words) > 40:
        return None
    try:
        return read_day(words, date(2000, 1, 1), "past", order)
    except Problem:
        return None


def period_end(text: str) -> date | None:
    """The last day of a year, quarter or month that a heading names: `2025`, `Q3 2025`, `March 2025`."""
    found = re.search(r"\bQ([1-4])\W{0,3}((?:19|2[01])\d\d)\b|\b((?:19|2[01])\d\d)\W{0,3}Q([1-4])\b", text)
    if found:
        year, quarter = int(found[2] or found[3]), int(found[1] or found[4])
        return _read(f"{year}-{3 * quarter:02}")
    months = r"\b((?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\W{1,2}((?:19|2[01])\d\d)\b"
    if found := re.search(months, text, re.IGNORECASE):
        return _read(found[0])
    if found := re.search(r"\b((?:19|2[01])\d\d)-(\d\d)\b(?!-\d)", text):
        return _read(found[0])
    found = re.search(r"\b((?:19|2[01])\d\d)\b(?!-\d)", text)
    return date(int(found[1]), 12, 31) if found else None


def _read(text: str) -> date | None:
    try:
        return read_day(text, date(2000, 1, 1), "future")
    except Problem:
        return None


def stamp(text: str) -> datetime:
    """The instant of `20260504T100000Z`. Raises Unreadable."""
    try:
        if _STAMP.fullmatch(text):
            found = datetime.strptime(text, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
            if in_calendar(found.date()):
                return found
    except ValueError:
        pass
    raise Unreadable("It is no instant such as 20260504T100000Z.")
