"""Local days and times, and the instants they are in UTC."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, tzinfo

from mentorlog.domain.spoken import day_words
from mentorlog.errors import Refused


def instant(day: date, at: time, zone: tzinfo) -> str:
    """The instant in UTC, `2026-05-04T08:00:00Z`; of a time that the clocks show twice, the first.

    Raises Refused for a time that the clocks skip on that day.
    """
    local = datetime.combine(day, at, zone)
    utc = local.astimezone(UTC)
    back = utc.astimezone(zone).replace(tzinfo=None)
    if back != local.replace(tzinfo=None):
        raise Refused(
            f"On {day_words(day, day)} the clocks here skip {at:%H:%M}; there is no such time.",
            f"It may have been {back:%H:%M}.",
        )
    return f"{utc:%Y-%m-%dT%H:%M:%SZ}"


def shown_twice(day: date, at: time, zone: tzinfo) -> bool:
    """Do the clocks show this time twice on that day, because they are set back?"""
    local = datetime.combine(day, at, zone)
    return local.utcoffset() != local.replace(fold=1).utcoffset()


def local_day(instant: str, zone: tzinfo) -> date:
    """The day it was here at an instant in UTC."""
    return datetime.fromisoformat(instant).astimezone(zone).date()
