"""What came of feedback."""

from __future__ import annotations

from collections.abc import Iterable

from mentorlog.domain.actions import Action
from mentorlog.domain.feedback import Course, Feedback, course
from mentorlog.domain.kinds import class_of
from mentorlog.domain.links import EVIDENCE, FROM, Link
from mentorlog.domain.record import Record
from mentorlog.domain.refs import Ref
from mentorlog.store.evidence import evidence
from mentorlog.store.store import Store

_ACTED = (
    "SELECT link.to_id FROM link JOIN action ON action.id = link.from_id"
    f" WHERE link.to_kind = 'feedback' AND link.from_kind = 'action' AND link.label = '{FROM}'"
    " AND link.deleted_at IS NULL AND action.deleted_at IS NULL AND action.state = 'done'"
)
_SHOWN = (
    f"SELECT from_id FROM link WHERE from_kind = 'feedback' AND label = '{EVIDENCE}' AND deleted_at IS NULL"
)

OPEN = f"to_id IS NULL AND tone = 'growth' AND id NOT IN ({_ACTED}) AND id NOT IN ({_SHOWN})"
"""Growth feedback to me with no action done and nothing that shows it, as a condition."""
OWED = "to_id IS NOT NULL AND delivered IS NULL"
"""Feedback I have not given yet, as a condition."""


def acted(store: Store) -> set[int]:
    """The numbers of feedback that an action was done about."""
    return {id for (id,) in store.db.execute(_ACTED)}


def shown(store: Store) -> set[int]:
    """The numbers of feedback that have evidence."""
    return {id for (id,) in store.db.execute(_SHOWN)}


def course_of(store: Store, feedback: Feedback) -> Course:
    """What came of one piece of feedback."""
    links = [one for one in store.links.to(feedback.ref) if (one.from_kind, one.label) == ("action", FROM)]
    actions = [one for link in links if (one := store.one(Action, "id = ?", (link.from_id,)))]
    return course(feedback, actions, evidence(store, feedback.ref))


def courses_of(store: Store, feedback: Iterable[Feedback]) -> list[Course]:
    """What came of each of several, in three questions."""
    every = list(feedback)
    ids = str([one.id for one in every])
    some = "IN (SELECT value FROM json_each(?))"
    came = store.all(
        Link, f"to_kind = 'feedback' AND to_id {some} AND from_kind = 'action' AND label = '{FROM}'", (ids,)
    )
    shows = store.all(Link, f"from_kind = 'feedback' AND from_id {some} AND label = '{EVIDENCE}'", (ids,))
    actions = {one.id: one for one in store.all(Action, f"id {some}", (str([one.from_id for one in came]),))}
    there: dict[Ref, Record] = {}
    for kind in {one.to_kind for one in shows}:
        wanted = str([one.to_id for one in shows if one.to_kind == kind])
        there |= {one.ref: one for one in store.all(class_of(kind), f"id {some}", (wanted,))}
    return [
        course(
            one,
            [actions[link.from_id] for link in came if link.to_id == one.id and link.from_id in actions],
            [there[link.target] for link in shows if link.from_id == one.id and link.target in there],
        )
        for one in every
    ]
