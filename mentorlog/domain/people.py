"""People, and the mentorships we are in with them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import ClassVar

from mentorlog.domain.record import Record

ROLES = ("mentor", "mentee", "peer", "sponsor", "manager", "contact")
"""What a person is to me."""

COUNTERPART = {"mentor": "mentee", "mentee": "mentor", "sponsor": "mentee", "manager": "mentee", "peer": "peer"}
"""My side of a mentorship, from what the other person is to me."""

PHASES = ("initiation", "cultivation", "separation", "redefinition")
"""Kram's four phases of a mentoring relationship (Kram, Mentoring at Work, 1985)."""


class Person(Record):
    """Someone in the journal. `role` is what they are to me; `met` tells how we met."""

    kind = "person"
    title_field = "name"

    name: str
    handle: str
    role: str = "contact"
    email: str = ""
    phone: str = ""
    organisation: str = ""
    title: str = ""
    links: str = ""
    met: str = ""
    introduced_by: int | None = None


class Mentorship(Record):
    """A mentoring relationship. `side` is mine; `cadence` is days between conversations, None for as it comes."""

    kind = "mentorship"
    title_field = "purpose"

    person_id: int
    side: str
    purpose: str = ""
    agreement: str = ""
    cadence: int | None = None
    started: date
    ended: date | None = None
    paused_until: date | None = None


class Turn(Record):
    """A dated turn of a mentorship: its focus, phase, cadence (days) or pulse (1-5) from `day` on."""

    kind = "turn"
    title_field = "value"
    ASPECTS: ClassVar[tuple[str, ...]] = ("focus", "phase", "cadence", "pulse")

    mentorship_id: int
    day: date
    aspect: str
    value: str
    why: str = ""


def next_due(mentorship: Mentorship, last: date | None) -> date | None:
    """The day the next conversation is due: the cadence counted from the last one, or from the start.

    None without a cadence, after the end, or while paused.
    """
    if mentorship.cadence is None or mentorship.ended is not None:
        return None
    due = (last or mentorship.started) + timedelta(days=mentorship.cadence)
    if mentorship.paused_until is not None and mentorship.paused_until > due:
        return mentorship.paused_until
    return due
