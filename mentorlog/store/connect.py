"""Opening the file: checks, pragmas, and the one transaction every write goes through."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from mentorlog.errors import Damaged, Locked, Newer, Unusable
from mentorlog.places import make_folders
from mentorlog.store import driver
from mentorlog.store.ids import uuid7

SCHEMA = 3
"""The schema this program writes, kept in `user_version`. Raised with each migration."""
WAIT = driver.WAIT
"""Seconds to wait for another program's write."""
APPLICATION = 0x6D6C6F67
"""`application_id` of a journal: the letters mlog."""

# TRUNCATE with EXTRA lost nothing in simulated power cuts, where WAL with NORMAL lost most runs and the
# default lost a fifth; it also works on read-only media. Temporary tables stay in memory, because
# they may hold private text.
_PRAGMAS = (
    "PRAGMA foreign_keys=ON",
    "PRAGMA synchronous=EXTRA",
    "PRAGMA journal_mode=TRUNCATE",
    "PRAGMA secure_delete=ON",
    "PRAGMA temp_store=MEMORY",
)


def connect(path: Path, key: driver.Key | None = None) -> sqlite3.Connection:
    """A connection to an existing file, statements committed by ourselves; an empty one is given its key here.

    Raises sqlite3.Error, Damaged, and KeyNeeded when its key is not held.
    """
    db = driver.open_file(path, "rw", key, WAIT)
    try:
        for pragma in _PRAGMAS:
            with suppress_readonly():
                db.execute(pragma)
    except BaseException:
        db.close()
        raise
    return db


@contextmanager
def suppress_readonly() -> Iterator[None]:
    """Setting a journal mode needs to write; on read-only media reading must go on without."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if "readonly" not in str(error):
            raise


def version(db: sqlite3.Connection, path: Path) -> int:
    """The schema of the file, 0 when it is empty. Raises Damaged when it is somebody else's database."""
    number = int(db.execute("PRAGMA user_version").fetchone()[0])
    owner = db.execute("PRAGMA application_id").fetchone()[0]
    held = owner or number or db.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
    if owner != APPLICATION and held:
        raise Damaged(
            f"{path} is a database of another program; I left it as it is.", "Name another file: --db FILE."
        )
    return number


def check_newer(db: sqlite3.Connection, number: int, path: Path, writing: bool) -> None:
    """Refuse a file of a newer schema, unless it says that older programs may read it. Raises Newer."""
    if number <= SCHEMA:
        return
    try:
        reader, writer = db.execute("SELECT min_reader, min_writer FROM journal").fetchone()
    except (sqlite3.OperationalError, TypeError):  # a form so new that it does not even say
        reader = writer = number
    if (writer if writing else reader) > SCHEMA:
        verb = "written to" if writing else "read"
        raise Newer(
            f"{path} was made by a newer mentorlog and cannot be {verb} by this one.", "Update mentorlog."
        )


def create(path: Path) -> None:
    """Make an empty file for its owner only, in a folder for its owner only. Raises OSError."""
    with folders_for(path), suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


@contextmanager
def folders_for(path: Path) -> Iterator[None]:
    """The folders above a file, for their owner only; those made here go again when the block fails."""
    made = [one for one in path.absolute().parents if not one.exists()]
    try:
        make_folders(path.absolute().parent)
        yield
    except BaseException:
        for folder in made:
            with suppress(OSError):  # it is not there yet, or others use it
                folder.rmdir()
        raise


def open_for_reading(path: Path) -> sqlite3.Connection:
    """A connection that cannot write. The file must exist and be up to date or readable as it is."""
    db = connect(path)
    try:
        number = version(db, path)
        check_newer(db, number, path, writing=False)
        if number < SCHEMA:
            db.close()
            upgrade(path)
            return open_for_reading(path)
        db.execute("PRAGMA query_only=ON")
    except BaseException:
        db.close()
        raise
    return db


def open_in_memory() -> sqlite3.Connection:
    """An empty journal that is never kept: what reads look at before the first write."""
    from mentorlog.store.migrate import migrate

    db = sqlite3.connect(":memory:", isolation_level=None)
    migrate(db)
    return db


def open_for_writing(path: Path) -> sqlite3.Connection:
    """A connection to a journal of today's schema, made or migrated when need be."""
    if sqlite3.sqlite_version_info < (3, 38):
        raise Unusable(f"This Python has SQLite {sqlite3.sqlite_version}; mentorlog needs 3.38 or later.")
    create(path)
    db = connect(path)
    try:
        number = version(db, path)
        check_newer(db, number, path, writing=True)
        if number < SCHEMA:
            db.close()
            upgrade(path)
            db = connect(path)
    except BaseException:
        db.close()
        raise
    return db


def upgrade(path: Path) -> None:
    """Bring the file to today's schema. sqlite-utils is loaded only here."""
    from mentorlog.store.migrate import migrate_file

    migrate_file(path)


def check_in_place(path: Path, was: os.stat_result | None) -> None:
    """Raises Locked when another file has taken a journal's place: what is written to ours then would be lost.

    In: what was told of the journal before it was opened; None for one that is being begun. To be asked once
    nobody else may write.
    """
    try:
        same = was is None or os.path.samestat(was, path.stat())
    except FileNotFoundError:
        same = False
    if not same:
        raise Locked(f"Another program has just put {path} in place anew; I kept nothing.", "Try again.")


@contextmanager
def atomic(
    db: sqlite3.Connection, command: str, at: str, check: Callable[[], None] = lambda: None
) -> Iterator[None]:
    """One write: all of it or nothing, under one command in the log.

    In: the command's words without its values, the instant in UTC, and what is
    to be looked at once nobody else can write. A write that changes nothing
    leaves no trace.
    """
    db.execute("BEGIN IMMEDIATE")
    try:
        check()
        id = uuid7()
        db.execute("UPDATE main.journal SET command = ?", (id,))
        opened = db.total_changes
        yield
        if db.total_changes == opened:
            db.execute("ROLLBACK")
            return
        db.execute(
            "INSERT INTO main.command (id, at, name) SELECT ?1, ?2, ?3"
            " WHERE EXISTS (SELECT 1 FROM main.change WHERE command = ?1)",
            (id, at, command),
        )
        db.execute("UPDATE main.journal SET command = NULL")
        db.execute("COMMIT")
    except BaseException:
        # A failed COMMIT may have ended the transaction already.
        with suppress(sqlite3.Error):
            db.execute("ROLLBACK")
        raise
