"""People as contacts: how to reach them and, when asked for, how they came to be known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mentorlog.domain.frozen import Frozen
from mentorlog.domain.intros import Intro
from mentorlog.domain.people import Person
from mentorlog.domain.record import Record
from mentorlog.domain.spoken import day_words


class Contact(Frozen):
    """A person to reach.

    For my own eyes: what they are to me (`role`), `notes`, and the uid of who knew them (`introduced_by`).
    """

    person: Person
    role: str = ""
    notes: tuple[str, ...] = ()
    introduced_by: str = ""


def contacts(records: Mapping[str, Sequence[Record]], notes: bool = False) -> list[Contact]:
    """The live people among the records, by number; with `notes`, what I noted of how we met."""
    live = [one for each in records.values() for one in each if not one.deleted_at]
    people = {one.id: one for one in live if isinstance(one, Person)}
    if not notes:
        return [Contact(person=one) for one in people.values()]
    names = {id: one.name for id, one in people.items()}
    told: dict[int, list[str]] = {id: [one.met] if one.met else [] for id, one in people.items()}
    for intro in (one for one in live if isinstance(one, Intro)):
        for id, sentence in _told(intro, names).items():
            told[id].append(sentence)
    for person in people.values():
        begin = f"{_name(names, person.introduced_by)} introduced them to me"
        if person.introduced_by in names and not any(one.startswith(begin) for one in told[person.id]):
            told[person.id].append(f"{begin}.")
    return [
        Contact(
            person=one,
            role=one.role,
            notes=tuple(told[one.id]),
            introduced_by=_uid(people, one.introduced_by),
        )
        for one in people.values()
    ]


def _uid(people: Mapping[int, Person], id: int | None) -> str:
    return people[id].uid if id is not None and id in people else ""


def _name(names: Mapping[int, str], id: int | None) -> str:
    return names.get(id, "Someone") if id is not None else ""


def _told(intro: Intro, names: Mapping[int, str]) -> dict[int, str]:
    """What an introduction that came about tells of each of the two who met, by id."""
    day = intro.made or intro.met
    if day is None:
        return {}
    by = "I" if intro.via_id is None else _name(names, intro.via_id)
    on = day_words(day, day, weekday=False)
    served = "me" if intro.for_id is None else names.get(intro.for_id, "someone")
    found = intro.name if intro.who_id is None else names.get(intro.who_id, "someone")
    sides = ((intro.who_id, served), (intro.for_id, found))
    return {
        id: f"{by} introduced them to {other}, {on}." for id, other in sides if id is not None and id in names
    }
