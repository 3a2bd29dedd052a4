"""People, and the mentorships we are in with them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar

from mentorlog.domain.frozen import Frozen
from mentorlog.domain.record import Record
from mentorlog.errors import Refused

if TYPE_CHECKING:
    from mentorlog.domain.actions import Action
    from mentorlog.domain.meetings import Meeting, Topic
    from mentorlog.domain.refs import Ref

ROLES = ("mentor", "mentee", "peer", "sponsor", "manager", "contact")
"""What a person is to me."""

COUNTERPART = {
    "mentor": "mentee",
    "mentee": "mentor",
    "sponsor": "mentee",
    "manager": "mentee",
    "peer": "peer",
}
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

    @property
    def called(self) -> str:
        """Their name where it may be said, else their ref."""
        return str(self.ref) if self.private else self.name

    @property
    def short(self) -> str:
        """What to type for them: their handle where it may be said, else their ref."""
        return str(self.ref) if self.private else self.handle


class Mentorship(Record):
    """A mentoring relationship. `side` is mine; `cadence` is days between talks, None for as it comes."""

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
    """A dated turn of a mentorship, with its reason: focus, phase, cadence (days) or pulse (1-5) from `day` on.

    A pause has the day (ISO) until which it rests, or `over`; an end has the side that follows, or `closed`.
    """

    kind = "turn"
    title_field = "value"
    ASPECTS: ClassVar[tuple[str, ...]] = ("focus", "phase", "cadence", "pulse", "pause", "end")

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


class Between(Frozen):
    """How things stand between a person and me.

    last, planned: the days of the latest conversation held and of the next one that has a day.
    mine, theirs: how many promises are open on either side.
    """

    mentorship: Mentorship | None = None
    last: date | None = None
    planned: date | None = None
    mine: int = 0
    theirs: int = 0

    @property
    def due(self) -> date | None:
        """The day of the next conversation: the one planned, else the one the cadence asks for."""
        if self.planned is not None or self.mentorship is None:
            return self.planned
        return next_due(self.mentorship, self.last)


class PersonPage(Frozen):
    """A person with all that is live between us.

    actions: open promises either way, the soonest first; `owners` are names by id. topics: open, the
    oldest first, and how often each was `carried`. meetings: the latest held, of `talks` in all.
    heard, given, owed: pieces of feedback from them, given to them, and still to be given.
    """

    today: date
    person: Person
    between: Between
    introduced_by: str = ""
    actions: tuple[Action, ...] = ()
    owners: Mapping[int, str] = {}
    topics: tuple[Topic, ...] = ()
    carried: Mapping[Ref, int] = {}
    meetings: tuple[Meeting, ...] = ()
    talks: int = 0
    heard: int = 0
    given: int = 0
    owed: int = 0


def begin(person: Person, cadence: int, on: date) -> Mentorship:
    """The mentorship with a person that begins on a day, with so many days between conversations.

    Raises Refused for a contact, with whom there is no side to take.
    """
    if person.role not in COUNTERPART:
        roles = ", ".join(COUNTERPART)
        raise Refused("A contact has no rhythm of conversations.", f"Give --role as one of {roles}.")
    return Mentorship(
        person_id=person.id,
        side=COUNTERPART[person.role],
        cadence=cadence,
        started=on,
        visibility=person.visibility,
    )
