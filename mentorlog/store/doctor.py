"""Looking a journal over: what is inside the file, read from a copy in memory, so that nothing is changed."""

from __future__ import annotations

import json
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, nullcontext, suppress
from datetime import datetime
from pathlib import Path

from mentorlog.domain.care import Finding, State, skeleton
from mentorlog.domain.kinds import ALL, class_of
from mentorlog.domain.people import Person
from mentorlog.domain.skills import Skill
from mentorlog.domain.sound import fault
from mentorlog.domain.text import safe
from mentorlog.errors import KeyNeeded, Locked, Problem
from mentorlog.store import schema, soundness
from mentorlog.store.backup import interrupted, side_file
from mentorlog.store.changes import any_text, differences
from mentorlog.store.connect import SCHEMA, WAIT, check_newer, connect, version
from mentorlog.store.driver import PLAIN, Key, encrypted, key_of, open_file
from mentorlog.store.records import columns_of, from_row

FIX = "mentorlog doctor --fix"
BACK = "mentorlog restore-backup newest"
AHEAD = 24 * 60 * 60 * 1000
"""Milliseconds the journal's clock may be ahead of this machine's: a day, for a zone set wrongly."""
_PRAGMAS = {"foreign_keys": 1, "synchronous": 3, "journal_mode": "truncate", "secure_delete": 1}

Check = Callable[[sqlite3.Connection], Finding]


def inside(path: Path, now: datetime) -> list[Finding]:
    """Everything that can be told of what is in the file. Raises nothing: what cannot be read is a finding."""
    try:
        with snapshot(path) as db:
            number = version(db, path)
            check_newer(db, number, path, writing=True)
            found = [_form(db, number)]
            if not interrupted(path):  # to ask would take the write back
                found.append(_pragmas(path, db))
            if encrypted(path):
                found.append(_guarded(_cipher, db))
            checks: list[Check] = [_pages, _references, _words, _log, _rows, _history, _names]
            if number == SCHEMA:
                checks.insert(1, _schema)
            found += [_guarded(check, db) for check in checks]
            return [*found, _guarded(lambda db: _clock(db, now), db)]
    except KeyNeeded as locked:
        said = f"{locked.sentence} Only what is around it was looked at."
        return [Finding(name="journal", state="warn", says=said, way=locked.hint or "mentorlog unlock")]
    except Problem as problem:
        return [Finding(name="journal", state="bad", says=problem.sentence, way=problem.hint or BACK)]
    except Exception as error:
        return [Finding(name="file", state="bad", says=f"The file cannot be read: {error}.", way=BACK)]


@contextmanager
def snapshot(path: Path) -> Iterator[sqlite3.Connection]:
    """A journal copied page by page into memory; the file itself is not written to, not even to heal it.

    Of an encrypted one, which no other may be copied from, the file itself is copied, as encrypted as it is.
    """
    key = key_of(path)
    with (
        tempfile.TemporaryDirectory(prefix="mentorlog-")
        if key or interrupted(path)
        else nullcontext() as folder
    ):
        copy = _duplicate(path, Path(folder), key) if folder else path
        if key:
            with closing(open_file(copy, "rw", key)) as db:
                yield db
            return
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as memory:
            _copy(copy, "rw" if folder else "ro", memory)
            yield memory


def _duplicate(path: Path, folder: Path, key: Key | None) -> Path:
    """The file and what SQLite left beside it, byte by byte, while nobody writes to it."""
    import shutil

    copy = folder / path.name
    with nullcontext() if interrupted(path) else closing(open_file(path, "ro", key)) as db:
        if db:
            with suppress(sqlite3.DatabaseError):  # too damaged to be held
                db.execute("BEGIN")
                db.execute("SELECT count(*) FROM sqlite_master").fetchone()
        for source, target in ((path, copy), (side_file(path), side_file(copy))):
            if source.exists():
                shutil.copyfile(source, target)
    return copy


def _copy(path: Path, mode: str, memory: sqlite3.Connection) -> None:
    tries = 0

    def step(status: int, _left: int, _all: int) -> None:
        nonlocal tries  # Python itself would go on for ever
        tries += status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
        if tries > WAIT:
            raise Locked(f"Another program is writing to {path}.", "Close the other program, or try again.")

    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True)) as file:
        file.backup(memory, progress=step, sleep=1.0)


def _guarded(check: Check, db: sqlite3.Connection) -> Finding:
    """A check of a file so damaged that the check fails is a finding too."""
    try:
        return check(db)
    except Exception as error:  # damage has no end of ways to show: a bad number is even a MemoryError
        said = error.sentence if isinstance(error, Problem) else f"It cannot be read: {error}."
        return Finding(name=check.__name__.strip("_<>"), state="bad", says=said, way=FIX)


def _found(name: str, wrong: list[str], well: str, way: str = FIX, state: State = "bad") -> Finding:
    """The first of what is wrong, and how many more; or that all is well."""
    if not wrong:
        return Finding(name=name, state="ok", says=well)
    more = f" And {len(wrong) - 1} more." if len(wrong) > 1 else ""
    return Finding(name=name, state=state, says=f"{wrong[0]}{more}", way=way)


def _form(db: sqlite3.Connection, number: int) -> Finding:
    said = f"SQLite {db.execute('SELECT sqlite_version()').fetchone()[0]}; the journal has form {number}"
    older = ", which the next command brings up to date" if number < SCHEMA else ""
    return Finding(name="form", state="ok", says=f"{said}{older}.")


def _pragmas(path: Path, copy: sqlite3.Connection) -> Finding:
    with path.open("rb") as file:
        start = file.read(20)
    ahead = (
        2 in start[18:20]
        if start.startswith(PLAIN)
        else "wal" in copy.execute("PRAGMA journal_mode").fetchone()
    )
    if ahead:
        said = "Another program made it a write-ahead journal, which a power cut or a network can harm."
        return Finding(name="pragmas", state="warn", says=said, way="Any command that writes turns it back.")
    with closing(connect(path)) as db:
        there = {name: db.execute(f"PRAGMA {name}").fetchone()[0] for name in _PRAGMAS}
    wrong = [
        f"{name} is {there[name]}, not {wanted}."
        for name, wanted in _PRAGMAS.items()
        if there[name] != wanted
    ]
    return _found(
        "pragmas", wrong, "What is kept stays kept through a power cut.", "Use another Python.", "warn"
    )


def _cipher(db: sqlite3.Connection) -> Finding:
    wrong = [f"SQLCipher says: {line}." for (line,) in db.execute("PRAGMA cipher_integrity_check")]
    number = db.execute("PRAGMA cipher_version").fetchone()[0]
    return _found("cipher", wrong, f"SQLCipher {number}; every page is as it was encrypted.")


def _pages(db: sqlite3.Connection) -> Finding:
    return _found("pages", [f"SQLite says: {one}." for one in soundness.pages(db)], "Every page is whole.")


def _schema(db: sqlite3.Connection) -> Finding:
    """Is every table, index, view and trigger there as this program makes it?"""
    well = f"All {len(schema.wanted())} tables, indexes and triggers are there."
    return _found("schema", schema.odd(db), well)


def _references(db: sqlite3.Connection) -> Finding:
    wrong = [
        f"{table} {row} names a record that is not there." for table, row in sorted(soundness.orphans(db))
    ]
    well = "Every record that is named is there."
    return _found("references", wrong, well, "mentorlog edit REF  names another one.", "warn")


def _words(db: sqlite3.Connection) -> Finding:
    wrong = soundness.words(db) or soundness.unlike_words(db)
    return _found("search", wrong, "What search looks through is what the records say.")


def _log(db: sqlite3.Connection) -> Finding:
    count = db.execute("SELECT count(*) FROM change").fetchone()[0]
    return _found("log", differences(db), f"The log of {count:,} changes, replayed, is the journal.")


def _rows(db: sqlite3.Connection) -> Finding:
    """Can every record be read, and does it make sense?"""
    wrong: list[str] = []
    count = 0
    for kind in ALL:
        cls = class_of(kind)
        with any_text(db):
            rows = db.execute(f"SELECT {columns_of(cls)} FROM main.{kind}").fetchall()
        count += len(rows)
        for row in rows:
            try:
                said = fault(from_row(cls, row))
            except (ValueError, TypeError):
                said = "one of its days or numbers cannot be read"
            if said:
                wrong.append(f"{kind} {row[0]}: {said}.")
    way = "mentorlog edit REF, or restore-backup"
    return _found("records", wrong, f"All {count:,} records can be read.", way, "warn")


def _history(db: sqlite3.Connection) -> Finding:
    """Does each change begin where the one before it ended?"""
    wrong: list[str] = []
    state: dict[tuple[str, int], dict[str, object]] = {}
    with any_text(db):
        lines = db.execute("SELECT seq, op, tbl, row, old, new FROM main.change ORDER BY seq").fetchall()
    for seq, op, kind, row, *sides in lines:
        old, new = (json.loads(side or "{}") for side in sides)
        known = state.setdefault((kind, row), {})
        if any(name in known and known[name] != value for name, value in old.items()):
            wrong.append(f"Change {seq} of {kind} {row} does not go on from the one before it.")
        if op == "delete":
            state.pop((kind, row))
        else:
            known.update(new)
    well = "Every change goes on from the one before it."
    return _found("history", wrong, well, "mentorlog history REF  shows it.", "warn")


def _names(db: sqlite3.Connection) -> Finding:
    """Names that hide a character, and names that look like another one."""
    wrong: list[str] = []
    for cls in (Person, Skill):
        seen: dict[str, tuple[int, str]] = {}
        rows = db.execute(f"SELECT id, name, handle FROM {cls.kind} WHERE deleted_at IS NULL ORDER BY id")
        for id, *words in rows.fetchall():
            if any(safe(word, newline=False) != word for word in words):
                wrong.append(f"The name of {cls.kind} {id} holds a character that cannot be seen.")
            first = seen.setdefault(skeleton(words[1]), (id, words[1]))
            if first != (id, words[1]):
                wrong.append(f"The handles of {cls.kind} {first[0]} and {id} look the same.")
    return _found("names", wrong, "No two handles look alike.", "mentorlog edit REF --handle H", "warn")


def _clock(db: sqlite3.Connection, now: datetime) -> Finding:
    last = "SELECT coalesce(max(CAST(hlc AS INTEGER)), 0) FROM change"
    ms = db.execute(f"SELECT max(ms, ({last})) FROM journal").fetchone()[0]
    days = (ms - now.timestamp() * 1000) / AHEAD
    wrong = [f"The journal's clock is {days:,.0f} days ahead of this machine's."] if days > 1 else []
    return _found(
        "clock", wrong, "The clock of the journal is not ahead.", "Check the date of this machine.", "warn"
    )
