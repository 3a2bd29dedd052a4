"""A moment as typed: the day, and with a time also the zone and the instant in UTC."""

from __future__ import annotations

from datetime import date, tzinfo
from typing import TYPE_CHECKING, NamedTuple

from mentorlog.domain.dates import Lean, read_moment
from mentorlog.env import Env

if TYPE_CHECKING:
    from mentorlog.domain.meetings import Meeting


class Moment(NamedTuple):
    """As a meeting keeps it: `time` is `14:30` or empty, and then so are `zone` and `starts_at`."""

    day: date
    time: str = ""
    zone: str = ""
    starts_at: str | None = None


def moment(env: Env, text: str, lean: Lean) -> Moment:
    """`yesterday`, `fri 14:30`, `2026-05-04T10:00`. Raises Unreadable or Refused, also for a time the clocks skip.

    Of a time that the clocks show twice the first is taken, and that is said.
    """
    day, at = read_moment(text, env.now.replace(tzinfo=None), lean, env.date_order)
    if at is None:
        return Moment(day)
    from mentorlog.domain.instants import instant, shown_twice

    here = zone(env)
    starts_at = instant(day, at, here)
    if shown_twice(day, at, here) and not env.json:
        env.note(f"The clocks show {at:%H:%M} twice that day; the first is taken, {starts_at[11:16]} UTC.")
    return Moment(day, f"{at:%H:%M}", env.zone, starts_at)


def moved(env: Env, meeting: Meeting, text: str) -> Moment:
    """When a meeting is from now on. One to come leans to the future; a day without a time keeps the time, here.

    Raises as `moment` does.
    """
    found = moment(env, text, "future" if meeting.day > env.today else "past")
    if found.time or not meeting.time:
        return found
    return moment(env, f"{found.day}T{meeting.time}", "past")


def zone(env: Env) -> tzinfo:
    """The local zone with its rules, by name where the system knows it."""
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(env.zone)
    except (KeyError, ValueError, OSError):  # no IANA name, or no table of zones
        from dateutil.tz import tzlocal

        return tzlocal()
