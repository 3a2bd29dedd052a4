"""The change log, read: what became of a record, what happened lately, and whether log and tables agree."""

from __future__ import annotations

import json
import math
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from mentorlog.domain.frozen import Frozen
from mentorlog.domain.kinds import ALL
from mentorlog.domain.refs import Ref
from mentorlog.errors import Damaged
from mentorlog.store.records import Records
from mentorlog.store.triggers import columns

Row = dict[str, Any]

_CHANGES = """SELECT c.seq, c.hlc, c.command, n.name, c.op, c.tbl, c.row, c.uid, c.old, c.new,
    (SELECT v.new ->> 'visibility' FROM main.change v WHERE v.tbl = c.tbl AND v.row = c.row AND v.seq <= c.seq
      AND v.new ->> 'visibility' IS NOT NULL ORDER BY v.seq DESC LIMIT 1) = 'private'
  FROM main.change c LEFT JOIN main.command n ON n.id = c.command"""


class Change(Frozen):
    """One line of the log. `at` is milliseconds since 1970 in UTC; `seq` is the order of writing here.

    `command` says what was run, without its values, and `command_id` which run of it it was; both are
    None for a change made past this program. `op` is insert, update or delete; `old` and `new` hold the
    fields that changed, dates as text. `private`: the record was private before or after.
    """

    seq: int
    at: int
    command: str | None
    command_id: str | None
    op: str
    kind: str
    id: int
    uid: str
    old: Mapping[str, Any]
    new: Mapping[str, Any]
    private: bool

    @property
    def ref(self) -> Ref:
        """The record it happened to."""
        return Ref(self.kind, self.id)


class Changes:
    """What is asked of the log. Private changes are among the answers and say so: the screen decides."""

    def __init__(self, store: Records) -> None:
        self.db = store.db

    def of_record(self, ref: Ref) -> list[Change]:
        """Everything that happened to a record, oldest first; also to one that is gone."""
        return self._read(f"{_CHANGES} WHERE c.tbl = ? AND c.row = ? ORDER BY c.seq", ref)

    def of_command(self, command_id: str) -> list[Change]:
        """Everything one run of a command did, oldest first."""
        return self._read(f"{_CHANGES} WHERE c.command = ? ORDER BY c.seq", (command_id,))

    def recent(self, limit: int) -> list[Change]:
        """The last changes, newest first."""
        return self._read(f"{_CHANGES} ORDER BY c.seq DESC LIMIT ?", (limit,))

    def _read(self, sql: str, args: Iterable[Any]) -> list[Change]:
        types: dict[str, dict[str, str]] = {}
        with any_text(self.db):
            return [self._change(row, types) for row in self.db.execute(sql, tuple(args)).fetchall()]

    def _change(self, row: tuple[Any, ...], types: dict[str, dict[str, str]]) -> Change:
        seq, hlc, command_id, command, op, kind, id, uid, old, new, private = row
        if kind not in types:
            types[kind] = dict(columns(self.db, kind))
        before, after = (_fields(seq, text, types[kind]) for text in (old, new))
        return Change(
            seq=seq,
            at=int(hlc.partition("-")[0]),
            command=command,
            command_id=command_id,
            op=op,
            kind=kind,
            id=id,
            uid=uid,
            old=before,
            new=after,
            private=bool(private) or before.get("visibility") == "private",
        )


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
