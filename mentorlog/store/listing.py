"""The records of a kind, narrowed down by what they are with and about."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from mentorlog.domain.frozen import Frozen
from mentorlog.domain.record import Record
from mentorlog.store.records import Records

R = TypeVar("R", bound=Record)

# Columns by which a record names a person, a goal or a skill, besides its links.
NAMED = {
    ("action", "person"): ("owner_id", "person_id"),
    ("action", "goal"): ("goal_id",),
    ("action", "skill"): ("skill_id",),
    ("feedback", "person"): ("from_id", "to_id"),
    ("feedback", "skill"): ("skill_id",),
    ("goal", "person"): ("person_id",),
    ("topic", "person"): ("person_id",),
    ("resource", "person"): ("from_id",),
    ("resource", "skill"): ("skill_id",),
    ("intro", "person"): ("who_id", "via_id", "for_id"),
    **dict.fromkeys(
        ((kind, "person") for kind in ("rehearsal", "aim", "position", "assessment")), ("person_id",)
    ),
}
DAY = {"topic": "raised", "action": "due", "goal": "started"}
"""The column that dates a kind, where it is not `day`."""


class Narrow(Frozen):
    """What to keep of a list: ids of people, goals and skills, a tag, and days."""

    people: tuple[int, ...] = ()
    goals: tuple[int, ...] = ()
    skills: tuple[int, ...] = ()
    tag: str = ""
    since: date | None = None
    until: date | None = None
    where: str = "1"


def narrowed(store: Records, cls: type[R], narrow: Narrow, order: str, limit: int = -1) -> list[R]:
    """The records of a kind that fit, in order. `where` and `order` are ours, never a person's text."""
    tests, args = [f"({narrow.where})"], list[object]()
    for to, ids in (("person", narrow.people), ("goal", narrow.goals), ("skill", narrow.skills)):
        for id in ids:
            columns = NAMED.get((cls.kind, to), ())
            linked = (
                f"id IN (SELECT from_id FROM link WHERE from_kind = '{cls.kind}' AND to_kind = '{to}'"
                " AND to_id = ? AND deleted_at IS NULL)"
            )
            tests.append("(" + " OR ".join([linked, *(f"{column} = ?" for column in columns)]) + ")")
            args += [id] * (1 + len(columns))
    if narrow.tag:
        tests.append(
            f"id IN (SELECT record_id FROM tag WHERE record_kind = '{cls.kind}' AND name = ? AND deleted_at IS NULL)"
        )
        args.append(narrow.tag)
    day = DAY.get(cls.kind, "day")
    for sign, bound in ((">=", narrow.since), ("<=", narrow.until)):
        if bound is not None:
            tests.append(f"{day} {sign} ?")
            args.append(bound.isoformat())
    return store.all(cls, " AND ".join(tests), tuple(args), order, limit)
