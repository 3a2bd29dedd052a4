"""A damaged journal made whole: a new file from what the tables and the log of the old one still tell.

A record is there twice, in its table and in the log. Where the two differ, the
one that makes sense is believed; else the one that the full text agrees with;
else the one that the newest backup agrees with; else the log. Whatever the log
did not tell rightly is added to it as a correction, so that nothing is hidden.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from mentorlog.domain.frozen import Frozen
from mentorlog.domain.kinds import ALL, class_of
from mentorlog.domain.refs import Ref
from mentorlog.domain.sound import fault
from mentorlog.errors import Damaged
from mentorlog.store import soundness
from mentorlog.store.backup import create_file
from mentorlog.store.changes import Row, any_text, replay
from mentorlog.store.connect import atomic, connect
from mentorlog.store.driver import Key
from mentorlog.store.records import from_row
from mentorlog.store.triggers import SEARCHED, WORDS, columns, slot

Rows = dict[int, Row]


class Mended(Frozen):
    """What a repair did: records taken from the log, records the log was corrected by, lines it lost.

    doubtful: records of which nothing but the log spoke.
    """

    from_log: tuple[Ref, ...] = ()
    corrected: tuple[Ref, ...] = ()
    lines_lost: int = 0
    doubtful: tuple[Ref, ...] = ()


def rebuild(
    old: sqlite3.Connection, part: Path, key: Key | None, now: str, witness: Path | None = None
) -> Mended:
    """Write the journal that `old` holds to the new file `part`. Raises Damaged when that is not to be had.

    In: the key the new file gets; the instant in UTC; the newest backup, to ask where table and log differ.
    """
    from mentorlog.store.migrate import migrate

    create_file(part)
    with closing(connect(part, key)) as new:
        migrate(new)
        new.execute("PRAGMA foreign_keys=OFF")  # the shell lets a row name one that is not there
        with suppress(sqlite3.DatabaseError):
            new.execute("UPDATE journal SET (uid, device) = (?, ?)", _identity(old))
        new.execute("BEGIN IMMEDIATE")
        lost = _copy_log(old, new)
        new.execute("COMMIT")
        told = replay(new)
        judge = _Judge(old, witness)
        rows = {kind: judge.believed(kind, _whole(told.get(kind, {}))) for kind in ALL}
        _write(new, rows)
        with atomic(new, "doctor --fix", now):
            corrected = [ref for kind in ALL for ref in _correct(new, kind, told.get(kind, {}), rows[kind])]
        new.execute("PRAGMA foreign_keys=ON")
        wrong = soundness.faults(new)
        if wrong:
            raise Damaged(f"What is left does not make a whole journal: {wrong[0]}")
    return Mended(
        from_log=tuple(judge.from_log),
        corrected=tuple(corrected),
        lines_lost=lost,
        doubtful=tuple(judge.doubtful),
    )


def _whole(told: Rows) -> Rows:
    """The records of which the log has the beginning."""
    return {id: row for id, row in told.items() if "uid" in row}


def _identity(old: sqlite3.Connection) -> tuple[Any, ...]:
    return tuple(old.execute("SELECT uid, device FROM journal").fetchone() or (None, None))


def _copy_log(old: sqlite3.Connection, new: sqlite3.Connection) -> int:
    """Every line of the log that still makes sense, and the commands. Returns how many lines did not."""
    for row in _salvaged(old, "command"):
        with suppress(sqlite3.IntegrityError):
            _insert(new, "command", row)
    lost = 0
    for row in _salvaged(old, "change"):
        try:
            if not _makes_sense(row):
                raise ValueError
            _insert(new, "change", row)
        except (sqlite3.IntegrityError, ValueError, TypeError, AttributeError):
            lost += 1
    new.execute(
        "UPDATE journal SET ms = coalesce((SELECT CAST(max(hlc) AS INTEGER) FROM change), 0), counter = 999998"
    )
    return lost


def _makes_sense(row: Row) -> bool:
    """Do the two sides of a line read, and name the record the line is about?"""
    for side in (row["old"], row["new"]):
        fields = json.loads(side or "{}")
        if fields.get("id", row["row"]) != row["row"] or fields.get("uid", row["uid"]) != row["uid"]:
            return False
    return bool(row["hlc"][:15].isdigit())


def _salvaged(db: sqlite3.Connection, table: str) -> list[Row]:
    """The rows that can be read: forwards up to the damage, then backwards up to it."""
    names = [one.name for one in columns(db, table)]
    found: dict[int, Row] = {}
    for order in ("", "DESC"):
        with any_text(db), suppress(sqlite3.DatabaseError):
            for id, *values in db.execute(
                f"SELECT rowid, {', '.join(names)} FROM main.{table} ORDER BY rowid {order}"
            ):
                found[id] = dict(zip(names, values, strict=True))
    return [found[id] for id in sorted(found)]


def _insert(db: sqlite3.Connection, table: str, row: Row) -> None:
    marks = ", ".join("CAST(? AS TEXT)" if isinstance(value, str) else "?" for value in row.values())
    values = [
        value.encode("utf-8", "surrogateescape") if isinstance(value, str) else value
        for value in row.values()
    ]
    db.execute(f"INSERT INTO main.{table} ({', '.join(row)}) VALUES ({marks})", values)


class _Judge:
    """Decides between a table and the log, record by record."""

    def __init__(self, old: sqlite3.Connection, witness: Path | None) -> None:
        self.old = old
        self.witness = witness
        self.from_log: list[Ref] = []
        self.doubtful: list[Ref] = []

    def believed(self, kind: str, told: Rows) -> Rows:
        """The records of a kind as they are to be, by number."""
        live = {row["id"]: row for row in _salvaged(self.old, kind) if isinstance(row.get("id"), int)}
        uids = {row["uid"] for row in told.values()}
        found: Rows = {}
        for id in sorted(live.keys() | told.keys()):
            here, logged = live.get(id), told.get(id)
            if here == logged or logged is None or _is_newer(here, logged):
                # A row the log does not know may be another one whose number was damaged.
                if here is not None and (logged is not None or here["uid"] not in uids):
                    found[id] = here
            else:
                found[id] = self._chosen(Ref(kind, id), here, logged)
        return found

    def _chosen(self, ref: Ref, here: Row | None, logged: Row) -> Row:
        logged = {**(here or {}), **logged}
        votes = [] if here is None else list(self._votes(ref, here, logged))
        row = here if votes and votes[0] and here is not None else logged
        if row is logged:
            self.from_log.append(ref)
            if here is not None and not votes:
                self.doubtful.append(ref)
        return row

    def _votes(self, ref: Ref, here: Row, logged: Row) -> Iterator[bool]:
        """Who speaks for the table (True) or for the log, the strongest first."""
        yield from _vote(_sound(ref.kind, here), _sound(ref.kind, logged))
        text = self._words(ref)
        if text is not None:
            yield from _vote(text == _text(ref.kind, here), text == _text(ref.kind, logged))
        saved = self._saved(ref)
        for name, value in saved.items():
            if here.get(name) != logged.get(name):
                yield from _vote(value == here.get(name), value == logged.get(name))

    def _words(self, ref: Ref) -> str | None:
        if ref.kind not in SEARCHED:
            return None
        for words in WORDS.values():
            with any_text(self.old), suppress(sqlite3.DatabaseError):
                found = self.old.execute(
                    f"SELECT text FROM {words} WHERE rowid = ?", (slot(*ref),)
                ).fetchone()
                if found:
                    return str(found[0])
        return None

    def _saved(self, ref: Ref) -> Row:
        """The record in the newest backup; nothing when there is none."""
        if self.witness is None:
            return {}
        with suppress(sqlite3.DatabaseError), closing(connect(self.witness)) as db, any_text(db):
            db.execute("PRAGMA query_only=ON")
            names = [one.name for one in columns(db, ref.kind)]
            row = db.execute(f"SELECT {', '.join(names)} FROM {ref.kind} WHERE id = ?", (ref.id,)).fetchone()
            return dict(zip(names, row, strict=True)) if row else {}
        return {}


def _is_newer(here: Row | None, logged: Row) -> bool:
    """Does the row only have columns more than the log tells of?"""
    return here is not None and all(here.get(name) == value for name, value in logged.items())


def _vote(table: bool, log: bool) -> Iterable[bool]:
    return () if table == log else (table,)


def _sound(kind: str, row: Row) -> bool:
    cls = class_of(kind)
    try:
        return fault(from_row(cls, (row[name] for name in cls.fields))) == ""
    except (ValueError, TypeError, KeyError):
        return False


def _text(kind: str, row: Row) -> str:
    return "\n".join(str(row[name]) for name in SEARCHED[kind])


def _write(db: sqlite3.Connection, rows: dict[str, Rows]) -> None:
    db.execute("BEGIN IMMEDIATE")
    db.execute("UPDATE journal SET applying = 1")  # the log has them already
    for kind in ALL:
        for row in rows[kind].values():
            _insert(db, kind, row)
        db.execute("DELETE FROM sqlite_sequence WHERE name = ?", (kind,))  # a number is never used again
        db.execute(
            "INSERT INTO sqlite_sequence SELECT ?1, max(row) FROM change WHERE tbl = ?1 HAVING max(row)",
            (kind,),
        )
    db.execute("UPDATE journal SET applying = 0")
    db.execute("COMMIT")


def _correct(db: sqlite3.Connection, kind: str, told: Rows, rows: Rows) -> Iterator[Ref]:
    """Tell the log what it did not know."""
    for id in sorted(told.keys() | rows.keys()):
        old, new = told.get(id), rows.get(id)
        if old is not None and "uid" not in old:  # its first line was lost
            old = None if new else {"uid": ""}
        elif old == new or (old is not None and _is_newer(new, old)):
            continue
        op = "insert" if old is None else "delete" if new is None else "update"
        if old is not None and new is not None:
            old = {name: old.get(name, new[name]) for name in new}
        sides = [None if one is None else _json(one) for one in (old, new)]
        db.execute(
            "INSERT INTO log VALUES (?, ?, ?, ?, CAST(? AS TEXT), CAST(? AS TEXT))",
            (kind, id, (new or old or {})["uid"], op, *sides),
        )
        yield Ref(kind, id)


def _json(row: Row) -> bytes:
    return json.dumps(row, ensure_ascii=False).encode("utf-8", "surrogateescape")
