"""The journal as a whole: every record of a kind, to carry it out and in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from mentorlog.domain.kinds import NOUNS, class_of
from mentorlog.domain.record import Record
from mentorlog.store.records import Records, columns_of, from_row

R = TypeVar("R", bound=Record)


class Whole:
    """Every record, removed ones too where the audience may see them."""

    def __init__(self, store: Records) -> None:
        self.store = store

    def every(self, cls: type[R]) -> list[R]:
        """All records of a kind by number, removed or not."""
        rows = self.store.db.execute(f"SELECT {columns_of(cls)} FROM {cls.kind} ORDER BY id").fetchall()
        return [from_row(cls, row) for row in rows]

    def nouns(self) -> list[Record]:
        """Every record that has a name of its own, and my private notes on meetings."""
        return [one for kind in (*NOUNS, "aside") for one in self.every(class_of(kind))]

    def last(self, cls: type[Record]) -> int:
        """The highest number a kind has ever given, 0 for none: numbers are never used again."""
        found = self.store.db.execute(
            "SELECT seq FROM main.sqlite_sequence WHERE name = ?", (cls.kind,)
        ).fetchone()
        return int(found[0]) if found else 0

    def put(self, records: Iterable[Record]) -> None:
        """Keep records that carry their own numbers; they may point forward to one another."""
        self.store.db.execute("PRAGMA defer_foreign_keys=ON")
        for record in records:
            self.store.add(record)
