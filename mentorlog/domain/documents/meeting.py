"""A conversation told to those who were in it: what was talked about, promised and kept for next time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from mentorlog.domain.actions import Action
from mentorlog.domain.frozen import Frozen
from mentorlog.domain.links import CARRIED
from mentorlog.domain.material import Material
from mentorlog.domain.meetings import Meeting, Topic
from mentorlog.domain.people import Person
from mentorlog.domain.record import Record
from mentorlog.domain.summary import Commitment


class Recap(Frozen):
    """The document. people: names but mine. minutes: its length, None when not said.

    topics: talked about; parked: kept for next time. promises: what came of it, as it stands now.
    private: my own notes, only ever there when they were asked for. next: the day of the next one.
    """

    me: str = ""
    people: tuple[str, ...] = ()
    day: date
    time: str = ""
    minutes: int | None = None
    kinds: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    notes: str = ""
    private: tuple[str, ...] = ()
    promises: tuple[Commitment, ...] = ()
    parked: tuple[str, ...] = ()
    next: date | None = None

    @property
    def everybody(self) -> tuple[str, ...]:
        """The names of all who were there, mine last."""
        return (*self.people, self.me or "me")


def recap(material: Material, meeting: Meeting, people: tuple[Person, ...], me: str) -> Recap:
    """The document of a meeting with these people; nothing of anybody who was not there is in it."""
    there = frozenset(one.id for one in people)
    return Recap(
        me=me,
        people=tuple(one.name for one in people),
        day=meeting.day,
        time=meeting.time,
        minutes=meeting.minutes,
        kinds=tuple(filter(None, meeting.kinds.split(","))),
        topics=tuple(one.text for one in _closed(material, meeting, there)),
        notes=meeting.notes,
        private=tuple(one.text for one in material.asides if one.meeting_id == meeting.id),
        promises=tuple(_promise(material, one) for one in _actions(material, meeting, there)),
        parked=tuple(one.text for one in _parked(material, meeting, there)),
        next=_next(material, meeting, there),
    )


def countable(material: Material, meeting: Meeting, people: tuple[Person, ...]) -> list[Record]:
    """The records it draws on, with whomever: to count what stays behind."""
    everybody = frozenset(material.people)
    return [
        *(one for one in material.meetings if one.id == meeting.id),
        *(one for one in material.asides if one.meeting_id == meeting.id),
        *_closed(material, meeting, everybody),
        *_parked(material, meeting, everybody),
        *_actions(material, meeting, everybody),
        *(one for one in people if one.private),
    ]


def _closed(material: Material, meeting: Meeting, there: frozenset[int]) -> list[Topic]:
    return [one for one in material.topics if one.closed_in == meeting.id and one.person_id in there]


def _parked(material: Material, meeting: Meeting, there: frozenset[int]) -> list[Topic]:
    """Topics that stayed open after it, also those talked about since."""
    carried = {link.target for link in material.links if link.label == CARRIED and link.source == meeting.ref}
    return [one for one in material.topics if one.ref in carried and one.person_id in there]


def _actions(material: Material, meeting: Meeting, there: frozenset[int]) -> Iterable[Action]:
    for one in material.actions_from().get(meeting.ref, []):
        if {one.owner_id, one.person_id} - {None} <= there:
            yield one


def _promise(material: Material, one: Action) -> Commitment:
    return Commitment(
        owner=material.name(one.owner_id),
        text=one.text,
        due=one.due,
        state=one.state,
        ended=one.ended,
        why=one.why,
    )


def _next(material: Material, meeting: Meeting, there: frozenset[int]) -> date | None:
    """The day of the conversation after it with the same people."""
    attendees = material.attendees()
    days = [
        one.day
        for one in material.meetings
        if one.day > meeting.day and set(attendees.get(one.id, [])) == there
    ]
    return min(days, default=None)
