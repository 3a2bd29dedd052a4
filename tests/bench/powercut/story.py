"""What the program is made to do while it is recorded, and what the folder held after each command."""

from __future__ import annotations

import hashlib
import sqlite3
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from tests.bench.powercut.trace import Recorder, traced
from tests.program import START, surroundings

JOURNAL = "kept/journal.db"
SCHEMAS = Path(__file__).parents[2] / "schemas"

# {} is the home folder, which is watched.
BEGIN = (
    "log first words",
    "log words two",
    "config set name Sam",
    "export all --out {}/all.json",
)
LIFE = (
    *BEGIN,
    "person add Ana --role mentor",
    "meet ana -n talked --action me:read",
    "undo",
    "backup",
    "config set theme mono",
    "log words three",
    "export all --out {}/all.json --force",
    "restore-backup newest --yes",
    "log words four",
    "import {}/all.json",
    "doctor --fix",
    "person forget ana --yes",
    "log words five",
)
OLD = ("log words two", "undo", "log words three")


class Mark(NamedTuple):
    """What a command left: the digest of the journal's log (empty without one), and every finished file."""

    command: str
    log: str
    files: dict[str, bytes]


class Told(NamedTuple):
    """A story that was recorded. `marks[0]` is before the first command."""

    seen: Recorder
    marks: list[Mark]


def digest(path: Path) -> str:
    """What a journal's log says, as a digest; empty when there is no journal."""
    if not path.exists() or not path.stat().st_size:
        return ""
    from mentorlog.store.connect import connect

    with closing(connect(path)) as db:
        return log_of(db)


def log_of(db: sqlite3.Connection) -> str:
    """The change log of an open journal as a digest."""
    rows = db.execute(
        "SELECT seq, hlc, command, tbl, row, uid, op, old, new FROM change ORDER BY seq"
    ).fetchall()
    return hashlib.sha256(repr(rows).encode()).hexdigest()


def finished(home: Path) -> dict[str, bytes]:
    """Every file but the journal, what SQLite keeps beside it, and what is still being made."""
    found = {}
    for place in sorted(home.rglob("*")):
        name = str(place.relative_to(home))
        if place.is_file() and not passing(name):
            found[name] = place.read_bytes()
    return found


def passing(name: str) -> bool:
    """Is it a file that may be found in any state: the journal, a side file, or a part?"""
    last = name.rpartition("/")[2]
    return name == JOURNAL or last.endswith("-journal") or last.startswith(".")


def environment(home: Path) -> dict[str, str]:
    """The variables a story runs with."""
    return surroundings(
        home,
        MENTORLOG_DB=str(home / JOURNAL),
        MENTORLOG_CONFIG=str(home / "set/config.toml"),
        MENTORLOG_NO_INPUT="1",
    )


def old_journal(home: Path, version: int = 1) -> None:
    """A journal as an older program made it, with a note."""
    path = home / JOURNAL
    path.parent.mkdir(mode=0o700)
    with closing(sqlite3.connect(path)) as db:
        db.executescript((SCHEMAS / f"v{version}.sql").read_text(encoding="utf-8"))
        db.execute("INSERT INTO note (text, day) VALUES ('written in another version', '2026-01-01')")
        db.commit()
    path.chmod(0o600)


def record(home: Path, commands: Sequence[str]) -> Told:
    """Run a story in a home folder of its own. Raises AssertionError when a command fails."""
    seen = Recorder(home)
    marks = [Mark("", digest(home / JOURNAL), finished(home))]
    for command in commands:
        argv = [word.replace("{}", str(home)) for word in command.split()]
        calls, code, said = traced([sys.executable, "-c", START, *argv], environment(home))
        assert code in (0, 1) if command.startswith("doctor") else code == 0, (command, code, said)
        seen.take(calls)
        marks.append(Mark(command, digest(home / JOURNAL), finished(home)))
    return Told(seen, marks)
