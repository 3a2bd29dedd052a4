"""Loading what the journal has on one person's way. Every query is bounded by an index or by `NEWEST`, so that
a journal of a hundred thousand records costs what a small one does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from mentorlog.domain.actions import Action
from mentorlog.domain.careers import Said, Word
from mentorlog.domain.goals import Goal
from mentorlog.domain.links import EVIDENCE, WITH, Link
from mentorlog.domain.people import Person
from mentorlog.domain.record import Record
from mentorlog.domain.refs import Ref
from mentorlog.domain.resources import Resource
from mentorlog.domain.roles import Aim, Position, Role
from mentorlog.domain.skills import Assessment
from mentorlog.store.store import Store

NEWEST = 300
"""So many of the latest conversations, notes and feedback are looked through for words about roles."""
MENTORS = ("mentor", "sponsor")
"""Whose word about a role counts as a mentor's."""


def said(store: Store, today: date, person: Person | None = None) -> Said:
    """What the journal has on a person's way, None for mine, as far as this store's lens shows it."""
    whose = person.id if person else None
    names = store.people.names()
    ratings = (
        [] if person else [one for one in store.skills.held_since(today + timedelta(1)) if one.day <= today]
    )
    assessments = _assessments(store, person, today) if person else []
    mentors = [one.id for one in names.values() if one.role in MENTORS and one.deleted_at is None]
    return Said(
        today=today,
        person=person,
        positions=tuple(store.all(Position, "person_id IS ? AND day <= ?", (whose, today.isoformat()))),
        aims=tuple(store.all(Aim, "person_id IS ? AND ended IS NULL", (whose,))),
        roles=tuple(store.all(Role)),
        skills=tuple(store.skills.all()),
        ratings=tuple(ratings),
        raters={id: one.name for id, one in names.items()},
        assessments=tuple(assessments),
        evidence=_evidence(store, assessments if person else [one for one in ratings if one.by_id is None]),
        goals=tuple(_goals(store, person, names)),
        words=tuple(
            _words(store, [person.id] if person else mentors, "to_id" if person else "from_id", today)
        ),
        actions=tuple(
            store.all(Action, "state = 'open' AND skill_id IS NOT NULL AND owner_id IS ?", (whose,))
        ),
        resources=() if person else tuple(store.all(Resource, "ended IS NULL AND skill_id IS NOT NULL")),
    )


def _assessments(store: Store, person: Person, today: date) -> list[Assessment]:
    """The latest level I gave a person in each skill."""
    given = store.all(Assessment, "person_id = ? AND day <= ?", (person.id, today.isoformat()), "day, id")
    return list({one.skill: one for one in given}.values())


def _goals(store: Store, person: Person | None, names: Mapping[int, Person]) -> list[Goal]:
    """Open goals with a role: theirs, or mine, which may be with anybody but somebody I mentor."""
    found = store.all(Goal, "state IN ('open', 'paused') AND role <> ''")
    if person:
        return [one for one in found if one.person_id == person.id]
    mentees = {id for id, one in names.items() if one.role == "mentee"}
    return [one for one in found if one.person_id not in mentees]


def _evidence(store: Store, given: Sequence[Record]) -> dict[Ref, tuple[Ref, ...]]:
    """What shows each of these ratings or assessments, in the order it was linked; what was removed is left out."""
    if not given:
        return {}
    kind, ids = given[0].kind, str([one.id for one in given])
    where = "label = ? AND from_kind = ? AND from_id IN (SELECT value FROM json_each(?))"
    links = store.all(Link, where, (EVIDENCE, kind, ids))
    live: set[Ref] = set()
    for shown in {one.to_kind for one in links}:
        some = str([one.to_id for one in links if one.to_kind == shown])
        rows = store.db.execute(
            f"SELECT id FROM {shown} WHERE id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL",
            (some,),
        )
        live.update(Ref(shown, id) for (id,) in rows)
    found: dict[Ref, tuple[Ref, ...]] = {}
    for one in links:
        if one.target in live:
            found[one.source] = (*found.get(one.source, ()), one.target)
    return found


_TEXTS = {"meeting": "notes", "note": "text"}


def _words(store: Store, people: Sequence[int], end: str, today: date) -> list[Word]:
    """What stands in the newest conversations and notes with these people, and in feedback from or to them."""
    if not people:
        return []
    newest = "FROM {kind} WHERE day <= :today AND deleted_at IS NULL ORDER BY day DESC, id DESC LIMIT :newest"
    parts = [
        f"SELECT '{kind}', id, {text} FROM (SELECT id, {text} {newest.format(kind=kind)}) AS near WHERE {text} <> ''"
        f" AND EXISTS (SELECT 1 FROM link WHERE from_kind = '{kind}' AND from_id = near.id AND to_kind = 'person'"
        f" AND to_id IN (SELECT value FROM json_each(:people)) AND label = '{WITH}' AND deleted_at IS NULL)"
        for kind, text in _TEXTS.items()
    ]
    parts.append(
        "SELECT 'feedback', id, situation || ' ' || behaviour || ' ' || impact || ' ' || intent FROM (SELECT *"
        f" {newest.format(kind='feedback')}) WHERE {end} IN (SELECT value FROM json_each(:people))"
    )
    args = {"today": today.isoformat(), "newest": NEWEST, "people": str(list(people))}
    rows = store.db.execute(" UNION ALL ".join(parts), args)
    return [Word(Ref(kind, id), text) for kind, id, text in rows]
