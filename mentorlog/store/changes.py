"""The change log, read: what became of a record, what happened lately, and whether log and tables agree."""

from __future__ import annotations

import json
import math
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import Any

from mentorlog.domain.history import Change, Deed
from mentorlog.domain.kinds import ALL
from mentorlog.domain.refs import Ref
from mentorlog.errors import Damaged
from mentorlog.store.records import Records
from mentorlog.store.triggers import columns

Row = dict[str, Any]

UNDO = "undo"
"""What a command that took another back is called; in the table its name goes on with what it took back."""

_CHANGES = """SELECT c.seq, c.hlc, c.command, n.at, n.name, c.op, c.tbl, c.row, c.uid, c.old, c.new,
    (SELECT v.new ->> 'visibility' FROM main.change v WHERE v.tbl = c.tbl AND v.row = c.row AND v.seq <= c.seq
      AND v.new ->> 'visibility' IS NOT NULL ORDER BY v.seq DESC LIMIT 1) = 'private'
  FROM main.change c LEFT JOIN main.command n ON n.id = c.command"""
_DEEDS = """SELECT coalesce(c.command, c.hlc), c.hlc, n.at, n.name, c.tbl, c.row
  FROM main.change c LEFT JOIN main.command n ON n.id = c.command ORDER BY c.seq DESC"""


class Changes:
    """What is asked of the log. Private changes are among the answers and say so: the screen decides."""

    def __init__(self, store: Records) -> None:
        self.db = store.db

    def of_record(self, ref: Ref) -> list[Change]:
        """Everything that happened to a record, oldest first; also to one that is gone."""
        return self._read(f"{_CHANGES} WHERE c.tbl = ? AND c.row = ? ORDER BY c.seq", ref)

    def of_command(self, command_id: str) -> list[Change]:
        """Everything one run of a command did, oldest first; for the `deed` of a change by hand, that change."""
        where = "c.command = ?1 OR (c.hlc = ?1 AND c.command IS NULL)"
        return self._read(f"{_CHANGES} WHERE {where} ORDER BY c.seq", (command_id,))

    def recent(self, limit: int) -> list[Change]:
        """The last changes, newest first."""
        return self._read(f"{_CHANGES} ORDER BY c.seq DESC LIMIT ?", (limit,))

    def deeds(self) -> Iterator[Deed]:
        """What was done, the newest first, no further than it is asked for."""
        undone: set[str] = set()
        lines = groupby(self.db.execute(_DEEDS), itemgetter(0))
        for number, (id, group) in enumerate(lines, 1):
            rows = list(group)
            _, hlc, at, name, *_ = rows[0]
            command, undoes = _named(name)
            if undoes and id not in undone:
                undone.add(undoes)
            refs = dict.fromkeys(Ref(kind, row) for *_, kind, row in reversed(rows) if kind in ALL)
            yield Deed(
                number=number,
                id=id,
                command=command,
                at=_instant(at, hlc),
                refs=tuple(refs),
                changes=len(rows),
                undoes=undoes,
                undone=id in undone,
            )

    def value_at(self, ref: Ref, field: str, seq: int) -> Any:
        """What a record held in a field right after a change; None also when it was not there."""
        row = self.db.execute(
            "SELECT new -> ?1 FROM main.change WHERE tbl = ?2 AND row = ?3 AND seq <= ?4"
            " AND new -> ?1 IS NOT NULL ORDER BY seq DESC LIMIT 1",
            (field, *ref, seq),
        ).fetchone()
        return json.loads(row[0]) if row else None

    def _read(self, sql: str, args: Iterable[Any]) -> list[Change]:
        types: dict[str, dict[str, str]] = {}
        with any_text(self.db):
            return [self._change(row, types) for row in self.db.execute(sql, tuple(args)).fetchall()]

    def _change(self, row: tuple[Any, ...], types: dict[str, dict[str, str]]) -> Change:
        seq, hlc, command_id, began, name, op, kind, id, uid, old, new, private = row
        if kind not in types:
            types[kind] = dict(columns(self.db, kind))
        command, undoes = _named(name)
        before, after = (_fields(seq, text, types[kind]) for text in (old, new))
        return Change(
            seq=seq,
            at=_instant(began, hlc),
            command=command,
            command_id=command_id,
            op=op,
            kind=kind,
            id=id,
            uid=uid,
            old=before,
            new=after,
            private=bool(private) or before.get("visibility") == "private",
            deed=command_id or hlc,
            undoes=undoes,
        )


def _named(name: str | None) -> tuple[str | None, str]:
    """A command's name as it was kept: what was run, and what it took back."""
    words = (name or "").split(" ")
    return (UNDO, words[1]) if words[0] == UNDO and len(words) == 2 else (name, "")


def _instant(began: str | None, hlc: str) -> int:
    """When the command began; of a change made by hand, when it was made."""
    return round(datetime.fromisoformat(began).timestamp() * 1000) if began else int(hlc.partition("-")[0])


def replay(db: sqlite3.Connection) -> dict[str, dict[int, Row]]:
    """The tables as the log tells them, by name, then by id. Raises Damaged for a line it cannot read."""
    with any_text(db):
        return {table: _replayed(db, table) for table in _tables(db)}


def differences(db: sqlite3.Connection) -> list[str]:
    """Where log and tables do not agree, a sentence each without anybody's text; none when they are equal."""
    with any_text(db):
        return [line for table in _tables(db) for line in _compared(db, table)]


@contextmanager
def any_text(db: sqlite3.Connection, errors: str = "surrogateescape") -> Iterator[None]:
    """Read text that is not UTF-8 too, as other programs may have written it."""
    before = db.text_factory
    db.text_factory = lambda raw: raw.decode("utf-8", errors)
    try:
        yield
    finally:
        db.text_factory = before


def _tables(db: sqlite3.Connection) -> list[str]:
    logged = {name for (name,) in db.execute("SELECT DISTINCT tbl FROM main.change")}
    return [*ALL, *sorted(logged - set(ALL))]


def _replayed(db: sqlite3.Connection, table: str) -> dict[int, Row]:
    types, rows = dict(columns(db, table)), dict[int, Row]()
    log = db.execute("SELECT seq, op, row, new FROM main.change WHERE tbl = ? ORDER BY seq", (table,))
    for seq, op, id, new in log:
        if op == "delete":
            rows.pop(id, None)
        else:
            rows[id] = {**(rows.get(id, {}) if op == "update" else {}), **_fields(seq, new, types)}
    return rows


def _compared(db: sqlite3.Connection, table: str) -> Iterator[str]:
    try:
        told = _replayed(db, table)
    except Damaged as error:
        yield error.sentence
        return
    names = [one.name for one in columns(db, table)]
    if not names:
        return  # a table of the past
    for values in db.execute(f'SELECT {", ".join(names)} FROM main."{table}"'):
        row = dict(zip(names, values, strict=True))
        wanted = told.pop(row["id"], None)
        if wanted is None:
            yield f"{table} {row['id']} is in the journal, but the log does not know it."
            continue
        # A column that a later form of the journal brought is not in older lines.
        wrong = [name for name, value in row.items() if name in wanted and value != wanted[name]]
        if wrong:
            yield f"{table} {row['id']}: {', '.join(wrong)} not as the log has it."
    for id in told:
        yield f"{table} {id} is in the log, but not in the journal."


def _fields(seq: int, text: str | None, types: Mapping[str, str]) -> Row:
    """The fields of a line. Only a column that may hold blobs or reals has them in their exact form."""
    try:
        fields: Row = json.loads(text or "{}")
        return {
            name: value if types.get(name) in ("TEXT", "INTEGER") else _exact(value)
            for name, value in fields.items()
        }
    except (ValueError, TypeError, AttributeError, KeyError) as error:
        raise Damaged(f"Change {seq} of the log cannot be read.") from error


def _exact(value: Any) -> Any:
    """`{"blob": "00ff"}` as bytes, `{"real": [3, -1]}` as 3 × 2⁻¹; everything else is itself."""
    if not isinstance(value, dict):
        return value
    if "blob" in value:
        return bytes.fromhex(value["blob"])
    real = value["real"]
    return float(real) if isinstance(real, str) else math.ldexp(*real)
