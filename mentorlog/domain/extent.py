"""From when to when a record matters, to hand out a stretch of time."""

from __future__ import annotations

from datetime import date, datetime

from mentorlog.domain.record import Record

LASTING = ("person", "skill", "role", "step", "aside", "link", "tag")
"""What has no time of its own: what others name, and what goes where its records go."""
_FIRST = ("day", "raised", "started", "asked", "made", "met")
_LAST = ("ended", "closed", "done")


def extent(record: Record) -> tuple[date, date]:
    """The first and last day of a record: of a note its day, of a goal from its start until it ended.

    What has not ended lasts for ever, and so do people, skills and roles. Of an action or resource that
    says nothing else it is the day it was written.
    """
    if record.kind in LASTING:
        return date.min, date.max
    days = [getattr(record, name) for name in _FIRST if name in record.fields]
    first = next(filter(None, days), None) or written(record)
    ends = [getattr(record, name) for name in _LAST if name in record.fields]
    last = (next(filter(None, ends), None) or date.max) if ends else first
    return min(first, last), last


def written(record: Record) -> date:
    """The day it was written, in UTC; the first day of all when that is not known."""
    return datetime.fromisoformat(record.created_at).date() if record.created_at else date.min


def within(record: Record, since: date | None, until: date | None) -> bool:
    """Does it matter between these days?"""
    first, last = extent(record)
    return (since is None or last >= since) and (until is None or first <= until)
