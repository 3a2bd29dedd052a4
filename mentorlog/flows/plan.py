"""Conversations to come: planned, and when the next one is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from mentorlog.domain.links import WITH
from mentorlog.domain.meetings import Meeting
from mentorlog.domain.people import Between, Person

if TYPE_CHECKING:
    from mentorlog.store.store import Store


def outlook(store: Store, people: Sequence[Person], today: date) -> tuple[Between, ...]:
    """How things stand with each of these people now, as far as the next conversation goes."""
    ahead = [store.meetings.next_planned(person, today) for person in people]
    return tuple(
        Between(
            mentorship=store.people.mentorship(person),
            last=store.people.last_talk(person, today),
            planned=planned.day if planned else None,
        )
        for person, planned in zip(people, ahead, strict=True)
    )


def plan(store: Store, people: Sequence[Person], meeting: Meeting) -> Meeting:
    """A conversation to come. One planned for that day with these people already is filled in, not doubled."""
    there = store.meetings.planned(meeting.day, people)
    if there is None:
        made = store.add(meeting)
        store.links.join(made, people, WITH)
        return made
    given = {name: value for name, value in meeting.__dict__.items() if value not in ("", None)}
    if there.private:
        given["visibility"] = "private"
    filled = store.save(there.but(**given))
    store.links.join(filled, people, WITH)
    store.follow_visibility(filled)
    return filled
