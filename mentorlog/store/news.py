"""What was kept since the last conversation that belongs in the next one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TypeVar

from mentorlog.domain.feedback import Feedback
from mentorlog.domain.goals import Goal
from mentorlog.domain.ground import Recent
from mentorlog.domain.links import FROM, WITH, Link
from mentorlog.domain.notes import Note
from mentorlog.domain.people import Person
from mentorlog.domain.record import Record
from mentorlog.domain.refs import Ref
from mentorlog.domain.skills import Rating, Skill
from mentorlog.domain.ventures import named_in
from mentorlog.domain.wins import Win
from mentorlog.store import ventures
from mentorlog.store.records import Records

R = TypeVar("R", bound=Record)

MOST = 200
"""Records of a kind on one page: far more than anybody reads, so that a year away is no trouble."""
DAYS_TO_GIVE = 180
"""Feedback noted longer ago than this and given since is not looked for."""

LINKED = (
    "SELECT from_id FROM link WHERE from_kind = '{kind}' AND to_kind = 'person' AND to_id = ?"
    f" AND label = '{WITH}' AND deleted_at IS NULL"
)
# The plus keeps the planner from the index on the person's end, which leads to all they ever were in.
IS_WITH = (
    "EXISTS (SELECT 1 FROM link WHERE link.from_kind = '{kind}' AND link.from_id = {kind}.id"
    f" AND +link.to_kind = 'person' AND +link.to_id = ? AND link.label = '{WITH}' AND link.deleted_at IS NULL)"
)


def recent(store: Records, person: Person, since: date, learning: bool, mine: bool) -> Recent:
    """What happened from a day on: with the person and, when I am the one who learns, to me.

    Without `mine`: no notes, which I write for myself.
    """
    wins = _since(store, Win, since, "1" if learning else IS_WITH.format(kind="win"), person, not learning)
    notes = _since(store, Note, since, IS_WITH.format(kind="note"), person) if mine else []
    feedback = _feedback(store, person, since, learning)
    ratings = _ratings(store, person, since, learning)
    ventured = ventures.since(store, since)
    around = _around(store, [*wins, *notes, *ventured])
    known = {id for one in feedback for id in (one.from_id, one.to_id)} | {one.by_id for one in ratings}
    known |= {person.id}.union(*around.values())
    return Recent(
        wins=tuple(wins),
        notes=tuple(notes),
        ventures=tuple(ventured),
        around=around,
        feedback=tuple(feedback),
        answered=_answered(store, feedback),
        ratings=tuple(ratings),
        before={one.ref: earlier for one in ratings if (earlier := _before(store, one))},
        skills={one.id: one.name for one in store.all(Skill)} if ratings else {},
        names=_names(store, known),
    )


def _since(
    store: Records, cls: type[R], since: date, where: str, person: Person, named: bool = True
) -> list[R]:
    """The latest dated records; `named`: the condition asks for the person."""
    args = (since.isoformat(), person.id) if named else (since.isoformat(),)
    return store.all(cls, f"day >= ? AND {where}", args, "day DESC, id DESC", MOST)


def _feedback(store: Records, person: Person, since: date, learning: bool) -> list[Feedback]:
    """Feedback heard or given since: between us, and also what others told me when I am the one who learns."""
    first = (since - timedelta(days=DAYS_TO_GIVE)).isoformat()
    whose = "from_id = ? OR to_id = ?" + (" OR to_id IS NULL" if learning else "")
    said = f"day >= ? AND coalesce(delivered, day) >= ? AND (to_id IS NULL OR delivered IS NOT NULL) AND ({whose})"
    return store.all(
        Feedback, said, (first, since.isoformat(), person.id, person.id), "day DESC, id DESC", MOST
    )


def _ratings(store: Records, person: Person, since: date, learning: bool) -> list[Rating]:
    ids = "SELECT rating.id FROM skill CROSS JOIN rating ON rating.skill_id = skill.id WHERE rating.day >= ?"
    by = "1" if learning else "by_id = ?"
    args = (since.isoformat(),) if learning else (since.isoformat(), person.id)
    return store.all(Rating, f"id IN ({ids}) AND {by}", args, "day DESC, id DESC", MOST)


def _before(store: Records, one: Rating) -> Rating | None:
    """What the same rater had said of the skill last."""
    where = "skill_id = ? AND by_id IS ? AND (day < ? OR (day = ? AND id < ?))"
    day = one.day.isoformat()
    return store.one(Rating, where, (one.skill_id, one.by_id, day, day, one.id), "day DESC, id DESC")


def _around(store: Records, records: Iterable[Record]) -> dict[Ref, tuple[int, ...]]:
    """The people each record is linked with, by itself or through a goal of theirs."""
    found: dict[Ref, tuple[int, ...]] = {}
    for one in records:
        links = store.all(Link, "from_kind = ? AND from_id = ? AND to_kind IN ('person', 'goal')", one.ref)
        goals = [store.one(Goal, "id = ?", (link.to_id,)) for link in links if link.to_kind == "goal"]
        owners = [goal.person_id for goal in goals if goal and goal.person_id is not None]
        named = named_in(one) if one.kind in ("resource", "intro", "rehearsal") else ()
        found[one.ref] = (*named, *(link.to_id for link in links if link.to_kind == "person"), *owners)
    return found


def _answered(store: Records, feedback: list[Feedback]) -> frozenset[Ref]:
    """The feedback that an action came of."""
    where = f"to_kind = 'feedback' AND to_id = ? AND label = '{FROM}' AND from_kind = 'action'"
    return frozenset(one.ref for one in feedback if store.one(Link, where, (one.id,)))


def _names(store: Records, ids: set[int | None]) -> dict[int, str]:
    known = [id for id in ids if id is not None]
    marks = ", ".join("?" * len(known))
    return {one.id: one.name for one in store.all(Person, f"id IN ({marks})", tuple(known))}
