"""The round: how things stand with everybody I am in a mentorship with."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from mentorlog.domain.feedback import Feedback
from mentorlog.domain.mentorships import Round, round_of
from mentorlog.domain.people import COUNTERPART, Mentorship, Person, Turn
from mentorlog.domain.refs import Ref
from mentorlog.store.feedback import OWED
from mentorlog.store.store import Store


def rounds(store: Store, pairs: Sequence[tuple[Person, Mentorship | None]], today: date) -> list[Round]:
    """A line for each person and mentorship, in the order given."""
    between = store.people.between(today, [person for person, _ in pairs])
    owed: dict[int | None, list[Ref]] = {}
    for one in store.all(Feedback, OWED):
        owed.setdefault(one.to_id, []).append(one.ref)
    told: dict[int, list[Turn]] = {}
    for turn in store.all(Turn, "aspect IN ('phase', 'pause')"):
        told.setdefault(turn.mentorship_id, []).append(turn)
    return [
        round_of(
            person,
            between[person.id].but(mentorship=mentorship),
            told.get(mentorship.id, ()) if mentorship else (),
            owed.get(person.id, ()),
            today,
        )
        for person, mentorship in pairs
    ]


def round_of_people(store: Store, people: Sequence[Person], today: date) -> list[Round]:
    """A line for each person, with the running mentorship that fits what they are to me, else the latest."""
    running: dict[int, Mentorship] = {}
    roles = {person.id: person.role for person in people}
    for one in store.people.mentorships():
        now = running.get(one.person_id)
        fits = now is not None and now.side == COUNTERPART.get(roles.get(one.person_id, ""))
        running[one.person_id] = now if now is not None and fits else one
    return rounds(store, [(person, running.get(person.id)) for person in people], today)


def round_of_mentorships(store: Store, side: str, ended: bool, today: date) -> list[Round]:
    """A line for each mentorship in which I am the `side`, or all; running ones first, by name."""
    people = {one.id: one for one in store.people.all()}
    found = store.all(Mentorship, "1" if ended else "ended IS NULL")
    pairs = [
        (people[one.person_id], one) for one in found if one.person_id in people and side in ("", one.side)
    ]
    pairs.sort(key=lambda pair: (pair[1].ended is not None, pair[0].name.casefold(), pair[1].id))
    return rounds(store, pairs, today)
