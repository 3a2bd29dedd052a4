"""Which fields of a record name another record."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from mentorlog.domain.links import Mute
from mentorlog.domain.record import Record
from mentorlog.domain.refs import Ref, looks_like_ref, read_ref

R = TypeVar("R", bound=Record)

POINTS = {
    "person_id": "person",
    "owner_id": "person",
    "by_id": "person",
    "from_id": "person",
    "to_id": "person",
    "introduced_by": "person",
    "who_id": "person",
    "via_id": "person",
    "for_id": "person",
    "goal_id": "goal",
    "skill_id": "skill",
    "meeting_id": "meeting",
    "closed_in": "meeting",
    "mentorship_id": "mentorship",
}
"""A field that names a record of one kind."""
ENDS = {"link": {"from_id": "from_kind", "to_id": "to_kind"}, "tag": {"record_id": "record_kind"}}
"""A field that names a record of any kind, and the field that says which."""


def pointers(record: Record) -> Iterator[tuple[str, Ref]]:
    """Every field of a record that names another one now, with what it names."""
    if isinstance(record, Mute):
        if looks_like_ref(record.about):
            yield "about", read_ref(record.about)
        return
    ends = ENDS.get(record.kind)
    for name in ends or record.fields:
        kind = getattr(record, ends[name]) if ends else POINTS.get(name)
        id = getattr(record, name)
        if kind and id is not None:
            yield name, Ref(kind, id)


def optional(record: Record, field: str) -> bool:
    """May this field name nobody?"""
    return record.fields[field].endswith("| None")


def repointed(record: R, to: Callable[[Ref], Ref]) -> R:
    """The record with every ref in it replaced; `to` gives the new one, of the same kind."""
    changes = {name: to(ref) for name, ref in pointers(record)}
    return record.but(**{name: str(ref) if name == "about" else ref.id for name, ref in changes.items()})
