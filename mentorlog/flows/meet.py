"""Recording a conversation: the meeting, its private note, new promises, what was closed and what is carried."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from mentorlog.domain.actions import Action, done
from mentorlog.domain.dates import split_due
from mentorlog.domain.ending import closed_topic
from mentorlog.domain.frozen import Frozen
from mentorlog.domain.links import CARRIED, FROM, WITH
from mentorlog.domain.meetings import Aside, Meeting, Topic
from mentorlog.domain.people import Mentorship, Person, Turn
from mentorlog.domain.text import clean
from mentorlog.errors import Unknown

if TYPE_CHECKING:
    from mentorlog.domain.dates import Order
    from mentorlog.store.store import Store


class Told(Frozen):
    """What was told of a conversation. `promises` as typed: `me: draft CV by fri`; refs of what is closed."""

    meeting: Meeting
    people: tuple[Person, ...]
    private_note: str = ""
    promises: tuple[str, ...] = ()
    discussed: tuple[int, ...] = ()
    finished: tuple[int, ...] = ()
    next_day: date | None = None
    cadence: int | None = None
    order: Order | None = None


class Recorded(Frozen):
    """What became of it in the journal."""

    meeting: Meeting
    asides: int = 0
    actions: tuple[Action, ...] = ()
    closed: tuple[Topic | Action, ...] = ()
    carried: tuple[Topic | Action, ...] = ()
    planned: Meeting | None = None


def record(store: Store, told: Told) -> Recorded:
    """Write a conversation in the caller's transaction. Raises Unknown for a promise of somebody unknown."""
    topics = [one for person in told.people for one in store.meetings.open_topics(person)]
    open_actions = store.meetings.open_actions(list(told.people))
    meeting = _meeting(store, told)
    if told.private_note:
        store.add(Aside(meeting_id=meeting.id, text=told.private_note))
    closed: list[Topic | Action] = [
        store.save(closed_topic(one, meeting.day, meeting=meeting.id))
        for one in topics
        if one.id in told.discussed
    ]
    closed += [store.save(done(one, meeting.day)) for one in open_actions if one.id in told.finished]
    shut = {one.ref for one in closed}
    # What was raised or promised after the day of a backdated conversation was not open in it.
    still_open: list[Topic | Action] = [*topics, *open_actions]
    carried = [one for one in still_open if one.ref not in shut and _began(one) <= meeting.day]
    store.links.join(meeting, carried, CARRIED)
    actions = [_promise(store, told, meeting, text) for text in told.promises]
    if told.cadence:
        _set_cadence(store, told, meeting.day)
    return Recorded(
        meeting=meeting,
        asides=1 if told.private_note else 0,
        actions=tuple(actions),
        closed=tuple(closed),
        carried=tuple(carried),
        planned=_plan(store, told) if told.next_day else None,
    )


def _began(one: Topic | Action) -> date:
    return one.raised if isinstance(one, Topic) else date.fromisoformat(one.created_at[:10])


def _meeting(store: Store, told: Told) -> Meeting:
    """The meeting planned for that day with these people is filled; otherwise a new one is made."""
    ids = sorted(person.id for person in told.people)
    for planned in store.all(Meeting, "day = ? AND notes = ''", (told.meeting.day.isoformat(),)):
        if sorted(store.meetings.people(planned)) == ids and not store.meetings.asides(planned):
            given = {name: value for name, value in told.meeting.__dict__.items() if value not in ("", None)}
            return store.save(planned.but(**given))
    meeting = store.add(told.meeting)
    store.links.join(meeting, told.people, WITH)
    return meeting


def _plan(store: Store, told: Told) -> Meeting:
    assert told.next_day is not None
    planned = store.add(Meeting(day=told.next_day, visibility=told.meeting.visibility))
    store.links.join(planned, told.people, WITH)
    return planned


def _promise(store: Store, told: Told, meeting: Meeting, text: str) -> Action:
    """`ana: intro to Jo by fri` as an action from the meeting; without a name it is mine."""
    who, words = read_promise(text)
    owner = None if who.casefold() in ("", "me", "i") else _owner(store, told, who)
    said, due = split_due(words, meeting.day, told.order)
    action = store.add(
        Action(
            text=clean(said, "action"),
            owner_id=owner.id if owner else None,
            person_id=owner.id if owner else told.people[0].id,
            due=due,
            visibility=meeting.visibility,
        )
    )
    store.links.join(action, [meeting], FROM)
    return action


def read_promise(text: str) -> tuple[str, str]:
    """Who promised, and what: the word before the first colon, if a space follows it."""
    found = re.match(r"\s*([^\s:]{1,60}):\s+(.*)", text, re.DOTALL)
    return (found[1], found[2]) if found else ("", text)


def _owner(store: Store, told: Told, who: str) -> Person:
    for person in told.people:
        if who.casefold() in (person.handle, person.name.casefold(), person.name.split()[0].casefold()):
            return person
    try:
        return store.find.person(who)
    except Unknown as error:
        raise Unknown("person", who, error.close, "Begin with “me: …” for a promise of your own.") from error


def _set_cadence(store: Store, told: Told, day: date) -> None:
    for person in told.people:
        running = store.people.mentorship(person)
        if running is not None and running.cadence != told.cadence:
            _turn(store, store.save(running.but(cadence=told.cadence)), day)


def _turn(store: Store, mentorship: Mentorship, day: date) -> None:
    store.add(
        Turn(
            mentorship_id=mentorship.id,
            day=day,
            aspect="cadence",
            value=str(mentorship.cadence),
            visibility=mentorship.visibility,
        )
    )
