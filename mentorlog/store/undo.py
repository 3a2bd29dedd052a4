"""Taking back what was done: the same rows, set to what the log says they were."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from mentorlog.domain.history import Change, Deed, Effect, Row, effects, said_field
from mentorlog.domain.kinds import ALL, class_of
from mentorlog.domain.pointers import pointers
from mentorlog.domain.refs import Ref
from mentorlog.domain.undo import comes_back, objection, order, settings
from mentorlog.errors import Refused
from mentorlog.store.changes import UNDO, Changes, any_text
from mentorlog.store.records import Records
from mentorlog.store.triggers import columns

MOST_OBJECTIONS = 3


def name_of(deed: Deed) -> str:
    """What the command that undoes this is called in the table of commands."""
    return f"{UNDO} {deed.id}"


class Undo:
    """Finds what to undo, and undoes it inside the caller's write."""

    def __init__(self, store: Records) -> None:
        self.store = store
        self.db = store.db
        self.changes = Changes(store)

    def chosen(self, number: int = 0) -> Deed:
        """The deed of that number, 1 the newest; without one, the newest that is still to be undone.

        Passed over are what was undone, undo itself, and what is as it was before. Raises Refused when
        there is none, or it was undone already.
        """
        hint = "mentorlog undo --list"
        for deed in self.changes.deeds():
            if deed.number == number and deed.undone:
                raise Refused(f"{number} was undone already.", hint)
            if deed.number == number:
                return deed
            if not number and deed.command != UNDO and not deed.undone and self._left(deed):
                return deed
        raise Refused(
            f"There is no command {number} in the log." if number else "There is nothing to undo.", hint
        )

    def _left(self, deed: Deed) -> bool:
        """Is there anything to set back?"""
        with any_text(self.db):
            return any(any(self._way(effect)) for effect in effects(self.changes.of_command(deed.id)))

    def undo(self, deed: Deed, force: bool = False) -> list[Ref]:
        """Set back what a deed did, the last thing first. Returns the refs of what was set back.

        Raises Refused when something has changed since, unless `force`; and when it cannot be set back at all.
        """
        done = self.changes.of_command(deed.id)
        todo = order(one for one in effects(done) if one.ref.kind in ALL)
        with any_text(self.db):
            against = [] if force else list(self._objections(done, todo))
            if against:
                more = (
                    f"; and {len(against) - MOST_OBJECTIONS} more" if len(against) > MOST_OBJECTIONS else ""
                )
                raise Refused(
                    f"Not undone: {'; '.join(against[:MOST_OBJECTIONS])}{more}.",
                    "To set it back all the same, add --force.",
                )
            back = [effect.ref for effect in todo if self._undone(effect)]
        if not back:
            raise Refused("All of it is as it was before; there is nothing to undo.", "mentorlog undo --list")
        return back[::-1]

    def _objections(self, done: list[Change], todo: list[Effect]) -> Iterator[str]:
        rows = {effect.ref: self._row(effect.ref) for effect in todo}
        yield from filter(None, (objection(effect, rows[effect.ref]) for effect in todo))
        leaving = {
            effect.ref
            for effect in todo
            if settings(effect, rows[effect.ref], self.store.now).get("deleted_at")
        }
        for ref, row in self._touched_since(done[-1].seq) if leaving else ():
            if ref not in rows and row["deleted_at"] is None:
                for _, target in pointers(class_of(ref.kind)(**row)):
                    if target in leaving:
                        yield f"{ref} names {target}"

    def _touched_since(self, seq: int) -> Iterator[tuple[Ref, Row]]:
        sql = "SELECT DISTINCT tbl, row FROM main.change WHERE seq > ? ORDER BY tbl, row"
        for ref in (Ref(*one) for one in self.db.execute(sql, (seq,)).fetchall() if one[0] in ALL):
            if row := self._row(ref):
                yield ref, row

    def _row(self, ref: Ref) -> Row | None:
        names = [one.name for one in columns(self.db, ref.kind)]
        found = self.db.execute(
            f"SELECT {', '.join(names)} FROM main.{ref.kind} WHERE id = ?", (ref.id,)
        ).fetchone()
        return dict(zip(names, found, strict=True)) if found else None

    def _way(self, effect: Effect) -> tuple[Row | None, Row]:
        """The whole row to write again, and the fields to set."""
        if effect.ref.kind not in ALL:
            return None, {}
        now = self._row(effect.ref)
        return comes_back(effect, now), settings(effect, now, self.store.now)

    def _undone(self, effect: Effect) -> bool:
        whole, some = self._way(effect)
        try:
            if whole:
                self._insert(effect.ref, whole)
            elif some:
                self._update(effect.ref, some)
        except sqlite3.IntegrityError as error:
            raise _refused(effect.ref, str(error)) from error
        return bool(whole or some)

    def _insert(self, ref: Ref, row: Row) -> None:
        there = {one.name for one in columns(self.db, ref.kind)}
        values = {name: held for name, held in row.items() if name in there}
        marks = ", ".join(map(_mark, values.values()))
        self.db.execute(
            f"INSERT INTO main.{ref.kind} ({', '.join(values)}) VALUES ({marks})", tuple(_bound(values))
        )

    def _update(self, ref: Ref, values: Row) -> None:
        values = {**values, "updated_at": self.store.now}
        sets = ", ".join(f"{name} = {_mark(held)}" for name, held in values.items())
        self.db.execute(
            f"UPDATE main.{ref.kind} SET {sets} WHERE id = ?", tuple(chain(_bound(values), [ref.id]))
        )


def _mark(held: Any) -> str:
    """Text that is not UTF-8 goes in as its bytes, because SQLite's own binding refuses it."""
    return "CAST(? AS TEXT)" if isinstance(held, str) else "?"


def _bound(values: Mapping[str, Any]) -> Iterator[Any]:
    return (
        held.encode("utf-8", "surrogateescape") if isinstance(held, str) else held for held in values.values()
    )


def _refused(ref: Ref, fault: str) -> Refused:
    """What SQLite would not have, in a sentence without anybody's text."""
    field = fault.rpartition(".")[2]
    if "UNIQUE" in fault and field not in ("id", "uid"):
        return Refused(
            f"{ref} cannot be set back: another {ref.kind} has its {said_field(field)} now.",
            "Rename that one first.",
        )
    if "FOREIGN KEY" in fault:
        return Refused(
            f"{ref} cannot be set back: a record it belongs to is gone.", "Bring that one back first."
        )
    return Refused(
        f"{ref} cannot be set back: it would break a rule of the journal.", "mentorlog undo --list"
    )
