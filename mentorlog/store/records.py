"""Records to rows and back: the one way in for writes, and the one way out for reads."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import Any, TypeVar, cast

from mentorlog.domain.kinds import class_of
from mentorlog.domain.record import Record
from mentorlog.domain.refs import Ref
from mentorlog.errors import Unknown
from mentorlog.store.ids import uuid7

R = TypeVar("R", bound=Record)


_DATES: dict[str, tuple[str, ...]] = {}


def _dates(cls: type[Record]) -> tuple[str, ...]:
    if cls.kind not in _DATES:
        _DATES[cls.kind] = tuple(name for name, kind in cls.fields.items() if kind.startswith("date"))
    return _DATES[cls.kind]


def to_row(record: Record) -> dict[str, Any]:
    """A record as column values: dates become ISO text."""
    row = record.values()
    for name in _dates(type(record)):
        if row[name] is not None:
            row[name] = row[name].isoformat()
    return row


def from_row(cls: type[R], row: Iterable[Any]) -> R:
    """A row of `columns_of(cls)` as a record."""
    values = dict(zip(cls.fields, row, strict=True))
    for name in _dates(cls):
        if values[name] is not None:
            values[name] = date.fromisoformat(values[name])
    return cls(**values)


def columns_of(cls: type[Record], prefix: str = "") -> str:
    """The columns of a kind in the order of its fields, as SQL."""
    return ", ".join(f"{prefix}{name}" for name in cls.fields)


class Records:
    """Reading and writing single records of any kind.

    Reads name tables as they are (`note`), so that a lens can stand in front
    of them; writes name `main.note`, the table itself.
    """

    def __init__(self, db: sqlite3.Connection, now: str) -> None:
        self.db = db
        self.now = now

    def all(
        self, cls: type[R], where: str = "1", args: tuple[Any, ...] = (), order: str = "id", limit: int = -1
    ) -> list[R]:
        """The live records of a kind that match, in order. `where` and `order` are ours, never a person's text."""
        if order == "id" and where != "1":
            order = "+id"  # else SQLite walks the whole table, because its rows come in this order
        sql = (
            f"SELECT {columns_of(cls)} FROM {cls.kind} WHERE deleted_at IS NULL AND ({where})"
            f" ORDER BY {order} LIMIT {limit}"
        )
        return [from_row(cls, row) for row in self.db.execute(sql, args).fetchall()]

    def one(self, cls: type[R], where: str, args: tuple[Any, ...] = (), order: str = "id") -> R | None:
        """The first live record that matches, or None."""
        found = self.all(cls, where, args, order, limit=1)
        return found[0] if found else None

    def get(self, ref: Ref, removed: bool = False) -> Record:
        """The record with this ref. Raises Unknown; a removed one is found only when asked for."""
        cls = class_of(ref.kind)
        row = self.db.execute(f"SELECT {columns_of(cls)} FROM {ref.kind} WHERE id = ?", (ref.id,)).fetchone()
        if row is None or (row[4] is not None and not removed):
            hint = f"It was removed: mentorlog restore {ref}" if row else ""
            raise Unknown("record", str(ref), hint=hint)
        return from_row(cls, row)

    def by_id(self, cls: type[R], id: int) -> R:
        """The record of a class with this number. Raises Unknown."""
        return cast(R, self.get(Ref(cls.kind, id)))

    def add(self, record: R) -> R:
        """Keep a new record; it comes back with its id, uid and instants."""
        made = record.but(
            uid=record.uid or uuid7(),
            created_at=record.created_at or self.now,
            updated_at=record.updated_at or record.created_at or self.now,
        )
        row = to_row(made)
        if not made.id:
            del row["id"]
        names = ", ".join(row)
        marks = ", ".join("?" * len(row))
        id = self.db.execute(
            f"INSERT INTO main.{made.kind} ({names}) VALUES ({marks})", tuple(row.values())
        ).lastrowid
        return made.but(id=id)

    def save(self, record: R) -> R:
        """Keep a record's changed fields. Returns it with its new `updated_at`; no change, no write."""
        before = to_row(self.get(record.ref, removed=True))
        row = to_row(record)
        changed = {name: value for name, value in row.items() if value != before[name]}
        if not changed:
            return record
        changed["updated_at"] = self.now
        marks = ", ".join(f"{name} = ?" for name in changed)
        self.db.execute(f"UPDATE main.{record.kind} SET {marks} WHERE id = ?", (*changed.values(), record.id))
        return record.but(updated_at=self.now)

    def remove(self, record: R) -> R:
        """Take a record out of sight; it stays in the file and can be restored."""
        return self.save(record.but(deleted_at=self.now))

    def restore(self, record: R) -> R:
        """Bring a removed record back."""
        return self.save(record.but(deleted_at=None))
