"""What shows a rating or a piece of feedback."""

from __future__ import annotations

from mentorlog.domain.feedback import Feedback, before
from mentorlog.domain.kinds import class_of
from mentorlog.domain.links import BEFORE, EVIDENCE
from mentorlog.domain.record import Record
from mentorlog.domain.refs import Ref
from mentorlog.store.store import Store


def evidence(store: Store, ref: Ref) -> list[Record]:
    """The records linked as evidence, in the order they were; those removed since are left out."""
    targets = [link.target for link in store.links.of(ref) if link.label == EVIDENCE]
    found = [store.one(class_of(target.kind), "id = ?", (target.id,)) for target in targets]
    return [one for one in found if one is not None]


def show_by(store: Store, record: Record, refs: list[Ref]) -> list[Record]:
    """Link the records behind these refs as evidence of one. Raises Unknown; then nothing is kept."""
    shown = [store.get(ref) for ref in refs]
    if shown:
        store.links.join(record, shown, EVIDENCE)
    return shown


def came_of(store: Store, feedback: Feedback, refs: list[Ref]) -> list[Ref]:
    """Link the records behind these refs to feedback, as evidence or as what was before it. Returns the latter.

    Raises Unknown; then nothing is kept.
    """
    records = [store.get(ref) for ref in refs]
    early = [one for one in records if before(one, feedback)]
    store.links.join(feedback, [one for one in records if one not in early], EVIDENCE)
    store.links.join(feedback, early, BEFORE)
    return [one.ref for one in early]
