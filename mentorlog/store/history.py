"""The history of a record and of what belongs to it, as far as an audience may see it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime

from mentorlog.domain.history import Change, Difference, History, Line, state, versions
from mentorlog.domain.kinds import ALL, NOUNS, class_of
from mentorlog.domain.links import ABOUT, WITH, Link
from mentorlog.domain.pointers import ENDS
from mentorlog.domain.record import Record
from mentorlog.domain.refs import Ref
from mentorlog.domain.text import first_line
from mentorlog.errors import Unknown
from mentorlog.store.changes import Changes
from mentorlog.store.lens import PARENTS
from mentorlog.store.records import from_row
from mentorlog.store.store import Store

LONGEST_NAME = 60
"""Characters of what a ref is called."""


class Histories:
    """What became of records. Without `private`, what a private record said is not among the answers.

    That holds for a change made while the record, or one that it hangs on, was private, and for every
    record that the store's lens does not show now.
    """

    def __init__(self, store: Store, private: bool) -> None:
        self.store = store
        self.db = store.db
        self.private = private
        self.log = Changes(store)

    def of(self, record: Record, since: date, today: date, local: Callable[[int], datetime]) -> History:
        """A record's versions since a day. `local`: an instant (ms since 1970) as it was here."""
        changes = [one for one in self.changes(record.ref) if local(one.at).date() >= since]
        found = versions(changes, local)
        return History(
            today=today,
            ref=record.ref,
            title=first_line(record.headline, LONGEST_NAME),
            versions=found,
            names=self.names(line for version in found for line in version.lines),
        )

    def changes(self, ref: Ref) -> list[Change]:
        """What happened to a record and its parts, in order."""
        found = [one for part in self.tree(ref) for one in self.log.of_record(part)]
        shown = [one for one in found if self.private or not self._told_in_private(one)]
        return sorted(shown, key=lambda one: one.seq)

    def as_of(self, ref: Ref, end: int) -> list[Record]:
        """A record as it was at an instant (ms since 1970), then its parts; nothing when it was not there yet."""
        found = []
        for part in self.tree(ref):
            log = self.log.of_record(part)
            before = [number for number, one in enumerate(log, 1) if one.at <= end]
            log = log[: before[-1]] if before else []
            row = state(log)
            if row and (self.private or not self._hidden(part, log[-1].seq)):
                cls = class_of(part.kind)
                found.append(from_row(cls, (row.get(name, getattr(cls, name, None)) for name in cls.fields)))
        return found if found and found[0].ref == ref else []

    def tree(self, ref: Ref) -> list[Ref]:
        """A record, then its parts and theirs, its tags, and the links from and to it; removed ones too."""
        found, place = [ref], 0
        while place < len(found):
            found += [one for one in self._parts(found[place]) if one not in found]
            place += 1
        found += self._rows("tag", "record_kind = ? AND record_id = ?", *ref)
        found += self._rows("link", "from_kind = ? AND from_id = ?", *ref)
        # What a new note is with or about is the story of that note.
        found += self._rows("link", "to_kind = ? AND to_id = ? AND label NOT IN (?, ?)", *ref, WITH, ABOUT)
        return list(dict.fromkeys(found))

    def names(self, lines: Iterable[Line]) -> dict[Ref, str]:
        """What the records and parts in these lines are called, where they may be shown."""
        refs: dict[Ref, None] = {}
        for line in lines:
            refs |= dict.fromkeys((line.ref, *_named(line.differences)))
        return {ref: name for ref in refs if (name := self._name(ref))}

    def _name(self, ref: Ref) -> str:
        try:
            record = self.store.get(ref, removed=True)
        except Unknown:
            return ""
        if isinstance(record, Link):
            return f"{record.source} → {record.target} · {record.label}"
        return first_line(record.headline, LONGEST_NAME)

    def _parts(self, ref: Ref) -> Iterator[Ref]:
        column = f"{ref.kind}_id"
        for kind in ALL:
            if kind not in NOUNS and kind not in ENDS and column in class_of(kind).fields:
                yield from self._rows(kind, f"{column} = ?", ref.id)

    def _rows(self, kind: str, where: str, *args: object) -> list[Ref]:
        sql = f"SELECT id FROM {kind} WHERE {where} ORDER BY id"
        return [Ref(kind, id) for (id,) in self.db.execute(sql, args).fetchall()]

    def _told_in_private(self, change: Change) -> bool:
        """Did it, before or after, belong to what was private?"""
        seqs = (change.seq - 1, change.seq)
        return change.private or any(self._hidden(change.ref, seq) for seq in seqs)

    def _hidden(self, ref: Ref, seq: int) -> bool:
        """Was it private right after a change, or one that it hung on then?"""
        if self.log.value_at(ref, "visibility", seq) == "private":
            return True
        above = [(one.kind, self.log.value_at(ref, one.column, seq)) for one in PARENTS.get(ref.kind, ())]
        for id_column, kind_column in ENDS.get(ref.kind, {}).items():
            above.append(tuple(self.log.value_at(ref, one, seq) for one in (kind_column, id_column)))
        return any(self._hidden(Ref(kind, id), seq) for kind, id in above if kind in ALL and id is not None)


def _named(differences: Iterable[Difference]) -> Iterator[Ref]:
    return (value for one in differences for value in (one.old, one.new) if isinstance(value, Ref))
