"""Links between records, tags on them, and suggestions put to rest."""

from __future__ import annotations

from collections.abc import Iterable

from mentorlog.domain.links import Link, Tag
from mentorlog.domain.record import Record
from mentorlog.domain.refs import Ref
from mentorlog.errors import Refused
from mentorlog.store.records import Records


class Links:
    """What points where."""

    def __init__(self, store: Records) -> None:
        self.store = store

    def join(self, source: Record, targets: Iterable[Record], label: str) -> list[Link]:
        """Point from one record to others; a link that is there already is left as it is."""
        there = {link.target for link in self.of(source.ref) if link.label == label}
        return [self._add(source, target, label) for target in targets if target.ref not in there]

    def _add(self, source: Record, to: Record, label: str) -> Link:
        return self.store.add(
            Link(
                from_kind=source.kind,
                from_id=source.id,
                to_kind=to.kind,
                to_id=to.id,
                label=label,
                visibility="private" if source.private or to.private else "shared",
                created_at=source.created_at,
            )
        )

    def cut(self, source: Ref, target: Ref) -> list[Link]:
        """Remove every link between two records, either way round. Returns the links removed."""
        found = [one for one in self.of(source) if one.target == target]
        found += [one for one in self.of(target) if one.target == source]
        return [self.store.remove(one) for one in found]

    def of(self, ref: Ref) -> list[Link]:
        """Links that start at a record."""
        return self.store.all(Link, "from_kind = ? AND from_id = ?", ref)

    def to(self, ref: Ref) -> list[Link]:
        """Links that end at a record."""
        return self.store.all(Link, "to_kind = ? AND to_id = ?", ref)

    def tag(self, record: Record, names: Iterable[str]) -> list[Tag]:
        """Put words on a record, each once."""
        there = set(self.tags(record.ref))
        new = [name for name in dict.fromkeys(names) if name not in there]
        return [
            self.store.add(
                Tag(record_kind=record.kind, record_id=record.id, name=name, visibility=record.visibility)
            )
            for name in new
        ]

    def untag(self, record: Record, names: Iterable[str]) -> None:
        """Take words off a record. Raises Refused for one that is not on it."""
        there = {one.name: one for one in self.tag_records(record.ref)}
        for name in dict.fromkeys(names):
            if name not in there:
                raise Refused(f"{record.ref} is not tagged #{name}.", f"mentorlog show {record.ref}")
            self.store.remove(there[name])

    def tags(self, ref: Ref) -> list[str]:
        """The words on a record."""
        return [one.name for one in self.tag_records(ref)]

    def tag_records(self, ref: Ref) -> list[Tag]:
        """The tags of a record."""
        return self.store.all(Tag, "record_kind = ? AND record_id = ?", ref)

    def around(self, kind: str, ids: list[int]) -> dict[int, list[str]]:
        """For records of a kind: the names, handles, refs and tags they are with and about."""
        found: dict[int, list[str]] = {}
        for start in range(0, len(ids), 500):
            some = ids[start : start + 500]
            marks = ", ".join("?" * len(some))
            for id, word in self.store.db.execute(_AROUND.format(marks=marks), (kind, *some, kind, *some)):
                found.setdefault(id, []).append(word)
        return found


_AROUND = """
SELECT link.from_id, coalesce(person.name, skill.handle, 'g' || goal.id) AS word
FROM link
LEFT JOIN person ON link.to_kind = 'person' AND person.id = link.to_id
LEFT JOIN skill ON link.to_kind = 'skill' AND skill.id = link.to_id
LEFT JOIN goal ON link.to_kind = 'goal' AND goal.id = link.to_id
WHERE link.from_kind = ? AND link.from_id IN ({marks}) AND link.label IN ('with', 'about')
  AND link.deleted_at IS NULL AND word IS NOT NULL
UNION ALL
SELECT record_id, '#' || name FROM tag
WHERE record_kind = ? AND record_id IN ({marks}) AND deleted_at IS NULL
"""
