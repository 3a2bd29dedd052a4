"""All that is live between a person and me, for their page."""

from __future__ import annotations

from datetime import date

from mentorlog.domain.feedback import Feedback
from mentorlog.domain.people import Person, PersonPage
from mentorlog.store.store import Store

RECENT = 5
"""Conversations on a person's page."""


def person_page(store: Store, person: Person, today: date) -> PersonPage:
    """The page of a person, as far as this store's lens shows it."""
    names = store.people.names()
    feedback = store.all(Feedback, "from_id = ? OR to_id = ?", (person.id, person.id))
    held = [one for one in store.meetings.with_person(person) if one.day <= today]
    given = [one for one in feedback if one.to_id == person.id]
    return PersonPage(
        today=today,
        person=person,
        between=store.people.between(today, [person])[person.id],
        introduced_by=names[person.introduced_by].name if person.introduced_by in names else "",
        actions=tuple(store.meetings.open_actions([person])),
        owners={id: one.name for id, one in names.items()},
        topics=tuple(store.meetings.open_topics(person)),
        carried=store.meetings.carried(("topic",)),
        meetings=tuple(held[:RECENT]),
        talks=len(held),
        heard=sum(one.from_id == person.id for one in feedback),
        given=sum(not one.owed for one in given),
        owed=sum(one.owed for one in given),
    )
