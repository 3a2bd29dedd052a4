"""What came of feedback."""

from __future__ import annotations

from mentorlog.domain.actions import Action
from mentorlog.domain.feedback import Course, Feedback, course
from mentorlog.domain.links import EVIDENCE, FROM
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
