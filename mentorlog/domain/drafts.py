"""What another program's file says, before it becomes records of ours."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any, NamedTuple

from mentorlog.domain.dates import FIRST_YEAR, LAST_YEAR, Order

NO_DAY = "a day that cannot be read, or is outside the years 1900 to 2200"
TWO_DAYS = "a day that could be two; settle it with  mentorlog config set date_order day-first"
TOO_LONG = "longer than 5 MB"


class Draft(NamedTuple):
    """A record to be.

    line: where it begins in the file. values: fields of the kind. because: why it is what it is. people:
    those it is with, as `Ana Ruiz <ana@example.org>`, a name, an address or a handle; who is not known is
    left out, but one must be. mentioned: handles that become tags when nobody has them. id: what it is
    called where it comes from. part: it belongs to the last draft that is no part. undated: its day is
    only today, because nothing was said. promise: its words may begin with a name and end with a day.
    bare: the words are only a title, so that any conversation of that day with the same people is it.
    private: where it comes from it is for its owner alone, and so it is here.
    """

    line: int
    kind: str
    values: Mapping[str, Any]
    because: str
    people: tuple[str, ...] = ()
    mentioned: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    id: str = ""
    part: bool = False
    undated: bool = False
    promise: bool = False
    bare: bool = False
    private: bool = False


class Skip(NamedTuple):
    """Something in the file that does not come in. `reason` ends “skipped: …” and quotes nothing."""

    line: int
    reason: str


class Here(NamedTuple):
    """Where and when the file is read: the local zone with its rules and its name, the day, the order of dates."""

    today: date
    zone: tzinfo = UTC
    zone_name: str = "UTC"
    order: Order | None = None

    def local(self, moment: datetime) -> datetime:
        """An instant as the clock here showed it. Raises OverflowError at the ends of the calendar."""
        return moment.astimezone(self.zone)

    def when(self, moment: datetime) -> dict[str, Any]:
        """A moment as a meeting keeps it; one without a zone is by the clock here."""
        aware = moment if moment.tzinfo else moment.replace(tzinfo=self.zone)
        utc = aware.astimezone(UTC)
        local = utc.astimezone(self.zone)
        return {
            "day": local.date(),
            "time": f"{local:%H:%M}",
            "zone": self.zone_name,
            "starts_at": f"{utc:%Y-%m-%dT%H:%M:%SZ}",
        }


def in_calendar(day: date) -> bool:
    """Is the day one that a journal may have?"""
    return FIRST_YEAR <= day.year <= LAST_YEAR


def minutes_of(length: timedelta) -> int | None:
    """A length in minutes; None for what is no conversation's length (a day or more, or nothing)."""
    minutes = int(length.total_seconds() // 60)
    return minutes if 0 < minutes < 24 * 60 else None
