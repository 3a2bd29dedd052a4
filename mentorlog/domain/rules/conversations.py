"""Rules about conversations: when the next one is due, and topics that never get their turn."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mentorlog.domain.people import next_due
from mentorlog.domain.refs import Ref
from mentorlog.domain.rules.suggestion import Suggestion, named, rising
from mentorlog.domain.snapshot import Snapshot
from mentorlog.domain.spoken import (
    days_words,
    due_words,
    every_words,
    join_words,
    plural,
    relative,
    short_day,
)
from mentorlog.domain.text import first_line

# Rules of thumb of ours.
AHEAD = 2  # days before a conversation is due: time to fix an hour and read the page
EXPLORE = 60  # days a role may be aimed at without talking about what it is like from inside
STUCK = 3  # times carried: twice is chance, the third time something is in the way
TALK_SOON, TALK_LATE, TOPIC, ROLE = 74, 75, 50, 23  # weights
SHOWN_TOPICS = 3


def due_talks(snapshot: Snapshot) -> dict[int, tuple[date, int]]:
    """By person id, the day a conversation is due by cadence and that cadence in days.

    Nobody whose mentorship is paused or ended, has no cadence, or has a talk planned ahead.
    """
    found: dict[int, tuple[date, int]] = {}
    for one in snapshot.mentorships:
        paused = one.paused_until is not None and one.paused_until > snapshot.today
        if (
            paused
            or one.cadence is None
            or one.person_id not in snapshot.people
            or snapshot.next_talk(one.person_id)
        ):
            continue
        last = snapshot.last_talk(one.person_id)
        due = next_due(one, last.meeting.day if last else None)
        if due:
            found[one.person_id] = min((due, one.cadence), found.get(one.person_id, (date.max, 0)))
    return found


def next_talks(snapshot: Snapshot) -> dict[int, str]:
    """By person id, a reason that says when the next conversation is due or planned."""
    days = {person: due for person, (due, _) in due_talks(snapshot).items()}
    for talk in snapshot.talks:
        for person in talk.people if talk.meeting.day > snapshot.today else ():
            days[person] = min(talk.meeting.day, days.get(person, date.max))
    return {
        person: f"Next conversation with {snapshot.name(person)}: {due_words(day, snapshot.today)}"
        for person, day in days.items()
    }


def parked(snapshot: Snapshot, person_id: int, word: str) -> bool:
    """Does an open topic for that person name the word, a ref or a handle, already?"""
    marks = '?!.,;:()“”"'
    texts = (one.text for one in snapshot.topics if one.person_id == person_id)
    return any(word.strip(marks) == said.strip(marks) for text in texts for said in text.split())


def cadence(snapshot: Snapshot) -> Iterator[Suggestion]:
    """Conversations due within 2 days or overdue; not while paused, after the end, or with a talk planned."""
    for person_id, (due, every) in due_talks(snapshot).items():
        late = (snapshot.today - due).days
        if late < -AHEAD:
            continue
        last = snapshot.last_talk(person_id)
        waiting = sorted(one.ref for one in snapshot.topics if one.person_id == person_id)
        yield Suggestion(
            code="cadence",
            title=f"The conversation with {snapshot.name(person_id)} is {due_words(due, snapshot.today)}.",
            reasons=tuple(_talk_reasons(snapshot, person_id, every, waiting)),
            refs=(Ref("person", person_id), *([last.meeting.ref] if last else []), *waiting[:SHOWN_TOPICS]),
            command=f"mentorlog meet {snapshot.people[person_id].handle}",
            day=due,
            minutes=30,
            weight=rising(TALK_LATE, late) if late > 0 else TALK_SOON + late,
            person=person_id,
            ready=False,
        )


def _talk_reasons(snapshot: Snapshot, person_id: int, every: int, waiting: list[Ref]) -> Iterator[str]:
    last, today = snapshot.last_talk(person_id), snapshot.today
    rhythm = f"you agreed on {every_words(every)}"
    if last:
        day, ref = last.meeting.day, last.meeting.ref
        yield f"The last one was on {short_day(day, today)}, {relative(day, today)} ({ref}); {rhythm}"
    else:
        yield f"None is on record yet; {rhythm}"
    if waiting:
        some = join_words(
            [*map(str, waiting[:SHOWN_TOPICS]), *(["more"] if len(waiting) > SHOWN_TOPICS else [])]
        )
        yield f"{plural(len(waiting), 'topic')} for it: {some}"


def stuck_topic(snapshot: Snapshot) -> Iterator[Suggestion]:
    """Open topics that stayed open after 3 conversations or more: ask first, or let go."""
    for topic in snapshot.topics:
        times = snapshot.carried.get(topic.ref, 0)
        if times >= STUCK:
            whom, raised = snapshot.name(topic.person_id), short_day(topic.raised, snapshot.today)
            yield Suggestion(
                code="stuck-topic",
                title=f"Raise {named(topic)} first with {whom} next time, or let it go.",
                reasons=(f"Raised on {raised}, carried {times} times since",),
                refs=(topic.ref, Ref("person", topic.person_id)),
                command=f'mentorlog drop {topic.ref} --why "…"',
                day=topic.raised,
                minutes=10,
                weight=rising(TOPIC, times - STUCK),
                person=topic.person_id,
                ready=False,
            )


def explore(snapshot: Snapshot) -> Iterator[Suggestion]:
    """Open goals that lead to a role, with no exploring in any conversation for 60 days."""
    explored = [one.meeting.day for one in snapshot.talks if "exploring" in one.meeting.kinds.split(",")]
    last = max((day for day in explored if day <= snapshot.today), default=None)
    for goal in snapshot.goals:
        since = max(last or goal.started, goal.started)
        days = (snapshot.today - since).days
        whom = goal.person_id or next(
            (one.person_id for one in snapshot.mentorships if one.side == "mentee"), None
        )
        person = snapshot.people.get(whom or 0)
        if goal.state != "open" or not goal.role or days < EXPLORE or person is None:
            continue
        if parked(snapshot, person.id, str(goal.ref)):
            continue
        yield Suggestion(
            code="explore",
            title=f"Ask {person.name} what the work of “{first_line(goal.role, 60)}” is like from inside.",
            reasons=(
                f"{named(goal)} leads there, and no talk on record was about exploring for {days_words(days)}",
            ),
            refs=(goal.ref, person.ref),
            command=f'mentorlog topic {person.handle} "What is the work behind {goal.ref} like from inside?"',
            day=since,
            minutes=10,
            weight=ROLE,
            person=person.id,
            goal=goal.id,
        )
