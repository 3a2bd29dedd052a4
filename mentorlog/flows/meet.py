"""Recording a conversation: the meeting, its private note, new promises, what was closed and what is carried."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, tzinfo
from typing import TYPE_CHECKING

from mentorlog.domain.actions import Action, done, dropped
from mentorlog.domain.frozen import Frozen
from mentorlog.domain.links import CARRIED, FROM, REPLACES
from mentorlog.domain.meetings import Aside, Meeting, Topic
from mentorlog.domain.people import Mentorship, Person, Turn, begin
from mentorlog.domain.spoken import a
from mentorlog.domain.text import clean, sugar
from mentorlog.errors import Refused
from mentorlog.flows.plan import plan

if TYPE_CHECKING:
    from mentorlog.domain.refs import Ref
    from mentorlog.flows.promise import Promise
    from mentorlog.store.store import Store


class Pending(Frozen):
    """What was open between the people of a conversation and me on its day, and is open now."""

    topics: tuple[Topic, ...] = ()
    actions: tuple[Action, ...] = ()


class Told(Frozen):
    """What was told of a conversation.

    finished: topics talked about and actions done. dropped: actions let go, with the reason.
    following: the next one, planned. cadence: days between conversations from now on.
    zone: where the day of a conversation in the past began and ended; not needed for today.
    """

    meeting: Meeting
    people: tuple[Person, ...]
    aside: str = ""
    promises: tuple[Promise, ...] = ()
    finished: tuple[Ref, ...] = ()
    dropped: Mapping[Ref, str] = {}
    following: Meeting | None = None
    cadence: int | None = None
    zone: tzinfo | None = None


class Recorded(Frozen):
    """What became of it in the journal.

    actions: each new one, with the one it replaced. carried: each with how often it has been by now.
    """

    meeting: Meeting
    asides: int = 0
    actions: tuple[tuple[Action, Action | None], ...] = ()
    ended: tuple[Topic | Action, ...] = ()
    carried: tuple[tuple[Topic | Action, int], ...] = ()
    planned: Meeting | None = None


def pending(store: Store, people: Sequence[Person], day: date, zone: tzinfo | None = None) -> Pending:
    """What to ask about. With a zone, what was raised or promised after the day is left out: it was not there yet."""
    topics = [one for person in people for one in store.meetings.open_topics(person)]
    actions = store.meetings.open_actions(list(people))
    return Pending(
        topics=tuple(one for one in topics if one.raised <= day),
        actions=tuple(one for one in actions if zone is None or _made(store, one, zone) <= day),
    )


def _made(store: Store, action: Action, zone: tzinfo) -> date:
    from mentorlog.domain.instants import local_day

    # A promise of a conversation that was recorded late is as old as the conversation.
    return store.meetings.promised_on(action) or local_day(action.created_at, zone)


def record(store: Store, told: Told) -> Recorded:
    """Write a conversation in the caller's transaction. What ended since it was asked about stays as it ended."""
    told = told.but(meeting=told.meeting.but(notes=_fit(told.meeting.notes)), aside=_fit(told.aside))
    left = pending(store, told.people, told.meeting.day, told.zone)
    meeting = _meeting(store, told)
    if told.aside:
        store.add(Aside(meeting_id=meeting.id, text=told.aside))
    ended = _end(store, told, meeting)
    gone = {one.ref for one in ended} | {one.replaces.ref for one in told.promises if one.replaces}
    there: tuple[Topic | Action, ...] = (*left.topics, *left.actions)
    carried = [one for one in there if one.ref not in gone]
    store.links.join(meeting, carried, CARRIED)
    made = [_promise(store, told, meeting, one) for one in told.promises]
    if told.cadence:
        _set_cadence(store, told, told.cadence)
    return Recorded(
        meeting=meeting,
        asides=1 if told.aside else 0,
        actions=tuple(made),
        ended=(*ended, *(old for _, old in made if old)),
        carried=tuple((one, store.meetings.times_carried(one.ref)) for one in carried),
        planned=plan(store, told.people, told.following) if told.following else None,
    )


def _fit(text: str) -> str:
    return clean(text, "note") if text.strip() else ""


def _meeting(store: Store, told: Told) -> Meeting:
    from mentorlog.flows.attach import attach, known

    meeting = plan(store, told.people, told.meeting)
    found = sugar(meeting.notes)
    if found.skills or found.tags:
        _, skills, _ = known(store, found)
        attach(store, meeting, skills=skills, tags=[word.casefold() for word in found.tags])
    return meeting


def _end(store: Store, told: Told, meeting: Meeting) -> list[Topic | Action]:
    if not told.finished and not told.dropped:
        return []
    from mentorlog.domain.ending import closed_topic

    ended: list[Topic | Action] = []
    for ref in (*told.finished, *told.dropped):
        record = store.get(ref)
        if isinstance(record, Topic) and record.state == "open":
            ended.append(store.save(closed_topic(record, meeting.day, meeting=meeting.id)))
        if isinstance(record, Action) and record.state == "open":
            why = told.dropped.get(ref, "")
            ended.append(store.save(dropped(record, meeting.day, why) if why else done(record, meeting.day)))
    return ended


def _promise(store: Store, told: Told, meeting: Meeting, promise: Promise) -> tuple[Action, Action | None]:
    """The new action, and the one it replaced if that was still open."""
    action = store.add(
        Action(
            text=promise.text,
            owner_id=promise.owner.id if promise.owner else None,
            person_id=(promise.owner or told.people[0]).id,
            due=promise.due,
            visibility=meeting.visibility,
        )
    )
    store.links.join(action, [meeting], FROM)
    old = store.by_id(Action, promise.replaces.id) if promise.replaces else None
    if old is None or old.state != "open":
        return action, None
    store.links.join(action, [old], REPLACES)
    return action, store.save(dropped(old, meeting.day, f"replaced by {action.ref}"))


def open_still(store: Store, ref: Ref) -> Ref:
    """The ref of a topic or action, if it can still be closed. Raises Unknown, or Refused when it ended already."""
    record = store.get(ref)
    if not isinstance(record, Topic | Action):
        raise Refused(f"{ref} is {a(ref.kind)}, neither a topic nor an action.")
    if record.state != "open":
        raise Refused(f"{ref} is {record.state} already.", f"mentorlog show {ref}")
    return ref


def _set_cadence(store: Store, told: Told, days: int) -> None:
    for person in told.people:
        running = store.people.mentorship(person)
        if running is None:
            store.add(begin(person, days, told.meeting.day))
        elif running.cadence != days:
            _turn(store, store.save(running.but(cadence=days)), told.meeting.day)


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
