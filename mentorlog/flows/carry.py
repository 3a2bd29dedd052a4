"""Carrying a whole journal out and bringing one in: no ref is left dangling, nothing is written over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from mentorlog.domain.frozen import Frozen
from mentorlog.domain.kinds import ALL, class_of
from mentorlog.domain.people import Person
from mentorlog.domain.pointers import optional, pointers, repointed
from mentorlog.domain.record import Record
from mentorlog.domain.refs import Ref
from mentorlog.domain.skills import Skill

if TYPE_CHECKING:
    from mentorlog.store.store import Store

Everything = Mapping[str, Sequence[Record]]
"""The records of each kind, by number."""


def carry_out(store: Store) -> dict[str, list[Record]]:
    """Every record the store's audience may see, as a whole of its own.

    What cannot be without a record that stays behind stays behind too; a field that may be empty is emptied.
    """
    found = {kind: list[Record](store.whole.every(class_of(kind))) for kind in ALL}
    there = {one.ref for records in found.values() for one in records}
    while lost := {one.ref for records in found.values() for one in records if _hangs_in_the_air(one, there)}:
        there -= lost
        found = {kind: [one for one in records if one.ref not in lost] for kind, records in found.items()}
    return {kind: [_trimmed(one, there) for one in records] for kind, records in found.items()}


def _hangs_in_the_air(record: Record, there: set[Ref]) -> bool:
    return any(ref not in there and not optional(record, name) for name, ref in pointers(record))


def _trimmed(record: Record, there: set[Ref]) -> Record:
    gone = [name for name, ref in pointers(record) if ref not in there]
    return record.but(**dict.fromkeys(gone)) if gone else record


class Cargo(Frozen):
    """What bringing a file in would do. `new` have their numbers and refs of this journal.

    same: records that are here already. different: here already with other values, and left as they are.
    renamed: handles that are taken here, with the ones given instead.
    """

    new: tuple[Record, ...] = ()
    same: int = 0
    different: int = 0
    renamed: tuple[tuple[str, str], ...] = ()


def unpack(store: Store, file: Everything) -> Cargo:
    """Compare a file's records with the journal, by uid. Every ref of the file is to a record of the file.

    A number is kept where it is beyond all that its kind ever had: an empty journal gets the same refs.
    """
    here = {
        kind: {one.uid: one for one in store.whole.every(class_of(kind))} for kind in ALL if file.get(kind)
    }
    places = _places(store, file, here)
    new: list[Record] = []
    same = different = 0
    for kind, there in here.items():
        for one in file[kind]:
            moved = repointed(one.but(id=places[one.ref].id), places.__getitem__)
            known = there.get(one.uid)
            if known is None:
                new.append(moved)
            elif known == moved:
                same += 1
            else:
                different += 1
    handles = {
        kind: {_handle(one) for one in known.values() if one.deleted_at is None}
        for kind, known in here.items()
    }
    named = [_with_free_handle(one, handles.get(one.kind, set())) for one in new]
    renamed = [(_handle(a), _handle(b)) for a, b in zip(new, named, strict=True) if _handle(a) != _handle(b)]
    return Cargo(new=tuple(named), same=same, different=different, renamed=tuple(renamed))


def bring_in(store: Store, cargo: Cargo) -> None:
    """Keep what is new."""
    store.whole.put(cargo.new)


def _places(store: Store, file: Everything, here: Mapping[str, Mapping[str, Record]]) -> dict[Ref, Ref]:
    """Where each record of the file is, or will be, in this journal."""
    places = {}
    for kind, known in here.items():
        last = store.whole.last(class_of(kind))
        for one in sorted(file[kind], key=lambda one: one.id):
            if one.uid in known:
                places[one.ref] = known[one.uid].ref
            else:
                last = max(one.id, last + 1)
                places[one.ref] = Ref(kind, last)
    return places


def _handle(record: Record) -> str:
    return record.handle if isinstance(record, (Person, Skill)) else ""


def _with_free_handle(record: Record, taken: set[str]) -> Record:
    """The record with a handle nobody has, which is taken from now on."""
    if not isinstance(record, (Person, Skill)) or record.deleted_at is not None:
        return record
    handle, number = record.handle, 1
    while handle in taken:
        number += 1
        handle = f"{record.handle}-{number}"
    taken.add(handle)
    return record.but(handle=handle)
