"""Rules about what I and others said we would do."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

from mentorlog.domain.actions import Action
from mentorlog.domain.links import FROM
from mentorlog.domain.refs import Ref
from mentorlog.domain.rules.conversations import next_talks
from mentorlog.domain.rules.suggestion import Suggestion, made_on, named, rising
from mentorlog.domain.snapshot import Snapshot
from mentorlog.domain.spoken import due_words, plural, short_day
from mentorlog.domain.text import first_line

# Rules of thumb of ours.
SOON = 3  # days ahead at which a promise to a person comes into view: enough to still keep it
STUCK = 3  # times carried or moved: after that it needs a decision, not another day
FORGOTTEN = 60  # days open without a day of its own: two months of rereading it in every list
# Weights. Only overdue promises to people reach 91 and more: somebody is waiting for them.
PROMISE_LATE, PROMISE_SOON, OVERDUE, WAITING, ACTION = 90, 84, 65, 60, 48


class Origin(NamedTuple):
    """The record an action came from, and how to say so."""

    ref: Ref
    words: str


def promise(snapshot: Snapshot) -> Iterator[Suggestion]:
    """What I promised a person and is overdue or due within 3 days; overdue ones outrank everything else."""
    talks, origins = next_talks(snapshot), _origins(snapshot)
    for one in _mine(snapshot):
        if one.person_id is not None and one.due and one.due <= snapshot.today + timedelta(days=SOON):
            late = (snapshot.today - one.due).days
            weight = rising(PROMISE_LATE, late) if late > 0 else PROMISE_SOON + late
            talk = talks.get(one.person_id, "")
            yield _unfinished(snapshot, one, "promise", weight, origins.get(one.id), talk)


def overdue(snapshot: Snapshot) -> Iterator[Suggestion]:
    """What I set myself, with nobody waiting for it, once its day is past."""
    origins = _origins(snapshot)
    for one in _mine(snapshot):
        if one.person_id is None and one.due and one.due < snapshot.today:
            weight = rising(OVERDUE, (snapshot.today - one.due).days)
            yield _unfinished(snapshot, one, "overdue", weight, origins.get(one.id))


def waiting(snapshot: Snapshot) -> Iterator[Suggestion]:
    """What another person said they would do, once its day is past and until it is parked to talk about."""
    for one in snapshot.actions:
        whose = snapshot.people.get(one.owner_id or 0)
        if one.state != "open" or not whose or not one.due or one.due >= snapshot.today:
            continue
        question = f"How is this going: {first_line(one.text, 60)}"
        if not any(question == topic.text and topic.person_id == whose.id for topic in snapshot.topics):
            yield Suggestion(
                code="waiting",
                title=f"Ask {whose.name} how {named(one)} is going.",
                reasons=(f"Due {short_day(one.due, snapshot.today)}, {due_words(one.due, snapshot.today)}",),
                refs=(one.ref, whose.ref),
                command=f"mentorlog topic {whose.handle} {shlex.quote(question)}",
                day=one.due,
                minutes=5,
                weight=rising(WAITING, (snapshot.today - one.due).days),
                person=whose.id,
                goal=one.goal_id,
            )


def stuck_action(snapshot: Snapshot) -> Iterator[Suggestion]:
    """My actions carried or moved 3 times, or without a day for 60; the rules above say those due by now."""
    for one in _mine(snapshot):
        moved, since = _moved(snapshot, one), made_on(one)
        forgotten = since is not None and one.due is None and (snapshot.today - since).days >= FORGOTTEN
        near = one.due is not None and one.due <= snapshot.today + timedelta(days=SOON)
        if near or not (moved or forgotten):
            continue
        opened = [f"Open since {short_day(since, snapshot.today)}"] if since else []
        yield Suggestion(
            code="stuck-action",
            title=f"Decide about {named(one)}: do it, give it a day, make it smaller or let it go.",
            reasons=(*moved, *opened, *([] if one.due else ["It has no day yet"])),
            refs=(one.ref,),
            command="mentorlog action " + (f'drop {one.ref} --why "…"' if moved else f"snooze {one.ref} fri"),
            day=since or one.due or snapshot.today,
            minutes=5,
            weight=ACTION,
            person=one.person_id,
            goal=one.goal_id,
            ready=not moved,
        )


def _unfinished(
    snapshot: Snapshot, one: Action, code: str, weight: int, origin: Origin | None, talk: str = ""
) -> Suggestion:
    due = one.due or snapshot.today
    whose = [Ref("person", one.person_id)] if one.person_id else []
    whom = f" for {snapshot.name(one.person_id)}" if whose else ""
    since = f", {origin.words}" if origin else ""
    return Suggestion(
        code=code,
        title=f"{named(one)}{whom} is {due_words(due, snapshot.today)}.",
        reasons=(
            f"Due {short_day(due, snapshot.today)}{since}",
            *_moved(snapshot, one),
            *filter(None, [talk]),
        ),
        refs=(one.ref, *([origin.ref] if origin else []), *whose),
        command=f"mentorlog action done {one.ref}",
        day=due,
        weight=weight,
        person=one.person_id,
        goal=one.goal_id,
    )


def _mine(snapshot: Snapshot) -> Iterator[Action]:
    return (one for one in snapshot.actions if one.mine and one.state == "open")


def _moved(snapshot: Snapshot, one: Action) -> list[str]:
    """Why an action is stuck: carried or moved 3 times or more; empty when it is not."""
    carried = snapshot.carried.get(one.ref, 0)
    stayed = [f"Still open after {plural(carried, 'conversation')}"] if carried >= STUCK else []
    return stayed + ([f"Moved to a later day {one.snoozes} times"] if one.snoozes >= STUCK else [])


def _origins(snapshot: Snapshot) -> dict[int, Origin]:
    """By action id, where it came from: `agreed on 21 Apr (m11)`, `from f4`."""
    days = {talk.meeting.ref: talk.meeting.day for talk in snapshot.talks}
    found = {}
    for link in snapshot.links:
        if link.label == FROM and link.from_kind == "action":
            day = days.get(link.target)
            agreed = f"agreed on {short_day(day, snapshot.today)} ({link.target})" if day else ""
            found[link.from_id] = Origin(link.target, agreed or f"from {link.target}")
    return found
