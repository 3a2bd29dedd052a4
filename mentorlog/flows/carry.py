"""Carrying a whole journal out and bringing one in: no ref is left dangling, nothing is written over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from mentorlog.domain.frozen import Frozen
from mentorlog.domain.kinds import ALL, class_of
from mentorlog.domain.pointers import optional, pointers, repointed
from mentorlog.domain.record import Record
from mentorlog.domain.refs import Ref
from mentorlog.errors import Problem

if TYPE_CHECKING:
    from mentorlog.store.arrivals import Arrivals
    from mentorlog.store.store import Store

Everything = Mapping[str, Sequence[Record]]
"""The records of each kind, by number."""


def carry_out(store: Store, kinds: Sequence[str] = ALL) -> dict[str, list[Record]]:
    """Every record of these kinds that the store's audience may see, as a whole of its own."""
    return closed({kind: list[Record](store.whole.every(class_of(kind))) for kind in kinds})


def closed(found: dict[str, list[Record]]) -> dict[str, list[Record]]:
    """Some records as a whole of their own, which names nothing outside.

    What cannot be without a record that stays behind stays behind too; a field that may be empty is emptied.
    """
    there = {one.ref for records in found.values() for one in records}
    while lost := {one.ref for records in found.values() for one in records if _hangs_in_the_air(one, there)}:
        there -= lost
        found = {kind: [one for one in records if one.ref not in lost] for kind, records in found.items()}
    return {kind: [_trimmed(one, there) for one in records] for kind, records in found.items()}


def claimed(found: Mapping[str, Sequence[Record]], everything: Everything) -> dict[str, list[Record]]:
    """The records without the skills that only what stays behind is about: whose they are, they would tell."""
    shown = {ref for records in found.values() for one in records for _, ref in pointers(one)}
    used = {ref for records in everything.values() for one in records for _, ref in pointers(one)}
    return {
        kind: [one for one in records if kind != "skill" or one.ref in shown or one.ref not in used]
        for kind, records in found.items()
    }


def renumbered(found: Mapping[str, Sequence[Record]]) -> dict[str, list[Record]]:
    """The same records, numbered from 1 without gaps: a reader cannot tell how many others there are."""
    places = {
        one.ref: Ref(kind, number) for kind, records in found.items() for number, one in enumerate(records, 1)
    }
    return {
        kind: [repointed(one, places.__getitem__).but(id=places[one.ref].id) for one in records]
        for kind, records in found.items()
    }


def _hangs_in_the_air(record: Record, there: set[Ref]) -> bool:
    return any(ref not in there and not optional(record, name) for name, ref in pointers(record))


def _trimmed(record: Record, there: set[Ref]) -> Record:
    gone = [name for name, ref in pointers(record) if ref not in there]
    return record.but(**dict.fromkeys(gone)) if gone else record


class Cargo(Frozen):
    """What came in of a file, or would.

    new: how many records of each kind. same: records that are here already. different: here already with
    other values, and left as they are. removed: removed here, and left so. renamed: handles that are taken
    here, with the ones given instead.
    """

    new: Mapping[str, int] = {}
    same: int = 0
    different: int = 0
    removed: int = 0
    renamed: tuple[tuple[str, str], ...] = ()


def carry_in(
    store: Store,
    arrivals: Arrivals,
    entries: Callable[[], Iterable[Entry]],
    keep: bool = True,
    part: bool = False,
) -> Cargo:
    """Keep what is new of a file, by uid, in the caller's write; without `keep`, only tell.

    `entries` reads the file, and is called twice: records may name others that come after them. Every ref is
    to a record of the file; of a file that is a `part` of a journal, also to one that is here. A number is
    kept where it is beyond all that its kind ever had: an empty journal gets the same refs.
    Raises Unreadable or Refused with the record and the reason.
    """
    for one in entries():
        if what := arrivals.announce(one.kind, one.uid, one.number):
            raise one.twice(what)
    arrivals.settle()
    unloading = _Unloading(store, arrivals, keep, part)
    for one in entries():
        unloading.take(one)
    return Cargo(
        new=unloading.new,
        same=unloading.same,
        different=unloading.different,
        removed=unloading.removed,
        renamed=tuple(unloading.renamed),
    )


class Entry(Protocol):
    """A record as a file tells it: its kind and uid, and its number there, if it has one."""

    @property
    def kind(self) -> str:
        """What it is."""

    @property
    def uid(self) -> str:
        """Who it is, on every machine."""

    @property
    def number(self) -> int | None:
        """Its id in the file."""

    def record(self, id: int, named: Mapping[tuple[str, str], int]) -> Record:
        """The record with this number; `named` are the numbers of what it may name. Raises Unreadable."""
        ...

    def twice(self, what: str) -> Problem:
        """The error that its `uid` or `id` is that of another one too."""
        ...


class _Places(Mapping[tuple[str, str], int]):
    """The numbers here of what a record of the file may name."""

    def __init__(self, arrivals: Arrivals, part: bool) -> None:
        self.arrivals = arrivals
        self.part = part

    def __getitem__(self, key: tuple[str, str]) -> int:
        kind, uid = key
        if kind in ALL:
            if place := self.arrivals.place(kind, uid):
                return place[0]
            if self.part and (ref := self.arrivals.here(kind, uid)):
                return ref.id
        raise KeyError(key)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        raise NotImplementedError("it is only asked, never walked")

    def __len__(self) -> int:
        raise NotImplementedError("it is only asked, never counted")


class _Unloading:
    """The second reading of a file: every record is checked, and kept if it is new."""

    def __init__(self, store: Store, arrivals: Arrivals, keep: bool, part: bool) -> None:
        self.store = store
        self.arrivals = arrivals
        self.keep = keep
        self.places = _Places(arrivals, part)
        self.new: Counter[str] = Counter()
        self.same = self.different = self.removed = 0
        self.renamed: list[tuple[str, str]] = []
        self._handles: dict[str, set[str]] = {}

    def take(self, entry: Entry) -> None:
        """Take in one record."""
        id, here = self.arrivals.place(entry.kind, entry.uid) or (0, False)
        record = entry.record(id, self.places)
        if here:
            known = self.store.get(record.ref, removed=True)
            gone = known.deleted_at is not None and record.deleted_at is None
            self.same += known == record
            self.removed += gone
            self.different += known != record and not gone
            return
        self.new[record.kind] += 1
        named = self._with_free_handle(record)
        if self.keep:
            self.store.whole.put([named])

    def _with_free_handle(self, record: Record) -> Record:
        """The record with a handle nobody has, which is taken from now on."""
        handle: str = getattr(record, "handle", "")
        if not handle or record.deleted_at is not None:
            return record
        taken = self._handles.get(record.kind)
        if taken is None:
            everyone = self.store.whole.every(type(record))
            taken = {str(getattr(one, "handle", "")) for one in everyone if one.deleted_at is None}
            self._handles[record.kind] = taken
        free, number = handle, 1
        while free in taken:
            number += 1
            free = f"{handle}-{number}"
        taken.add(free)
        if free == handle:
            return record
        self.renamed.append((handle, free))
        return record.but(handle=free)
