"""Conversations, what is parked for them, and the fourteen things a mentor does in them."""

from __future__ import annotations

from datetime import date

from mentorlog.domain.record import Record, Visibility

KINDS = (
    "knowledge",
    "advice",
    "listening",
    "feedback",
    "exploring",
    "goals",
    "development",
    "resources",
    "leadership",
    "culture",
    "networking",
    "application",
    "support",
    "contacts",
)
"""The fourteen things a mentor may do in a conversation."""


class Meeting(Record):
    """A conversation on `day`; `time` is the local wall time, `starts_at` the instant in UTC, `zone` its IANA name.

    `minutes` is its length, `kinds` some of the fourteen joined by commas. The people are links.
    """

    kind = "meeting"
    title_field = "notes"

    day: date
    time: str = ""
    zone: str = ""
    starts_at: str | None = None
    minutes: int | None = None
    kinds: str = ""
    notes: str = ""
    template: str = ""


class Aside(Record):
    """My private notes on a meeting, in a row of their own so that no export can read them by accident."""

    kind = "aside"
    title_field = "text"

    meeting_id: int
    text: str
    visibility: Visibility = "private"


class Topic(Record):
    """Something parked for the next conversation with a person. How often it was carried is counted from links."""

    kind = "topic"
    title_field = "text"

    person_id: int
    text: str
    raised: date
    state: str = "open"
    closed: date | None = None
    closed_in: int | None = None
    why: str = ""
