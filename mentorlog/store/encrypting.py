"""Turning a journal into an encrypted one, back, and from one key to another.

The new file is built beside the old, checked against it row by row and by its
log, and only then takes its place. Nobody else reads or writes meanwhile.
Whatever fails, the old file stays as it was.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from mentorlog.errors import Damaged
from mentorlog.store import schema, unfinished
from mentorlog.store.backup import check_copy, create_file, side_file, take_the_place
from mentorlog.store.backups import copies, folder_of
from mentorlog.store.connect import check_in_place, connect
from mentorlog.store.driver import Key, ciphered, key_of, salt_of
from mentorlog.store.faults import named
from mentorlog.store.keys import Keys, kept_unless_done, sealed, sealed_for_paper, write

_WHICH = ("user_version", "application_id")


def rewrite(path: Path, key: Key | None, before: Callable[[], None] = lambda: None) -> None:
    """Build a journal or a copy anew under a key (None: readable without), check it, put it in the old one's place.

    `before` is called when the new one stands checked, to keep its key; what it raises stops everything.
    Raises Problem, and then the old file is as it was.
    """
    real = path.resolve()
    part = unfinished.name_in(real.parent)
    try:
        with named(path), _alone(real) as source:
            create_file(part)
            transcribe(source, part, key)
            with closing(connect(part, key)) as made:
                _check(made, source)
            _check_kind(part, key)
            before()
            _replace(part, real, source)
    finally:
        for one in (part, side_file(part)):
            one.unlink(missing_ok=True)


def encrypt(path: Path, keys: Keys, passphrase: str) -> None:
    """Put a journal under today's key of `keys`, with key files for a passphrase and for the paper key.

    Raises Problem, and then journal and key files are as they were.
    """
    data, for_paper = sealed(keys.text().encode(), passphrase), sealed_for_paper(keys)
    with kept_unless_done(path, keys):
        rewrite(path, keys.all[0], lambda: write(path, data, for_paper))


def uid_of(path: Path) -> str:
    """The identity of a journal. Raises Problem."""
    with named(path), closing(connect(path)) as db:
        return str(db.execute("SELECT uid FROM journal").fetchone()[0])


@contextmanager
def _alone(path: Path) -> Iterator[sqlite3.Connection]:
    """The journal, open for us and nobody else until the block ends."""
    was = path.stat()
    with closing(ciphered(path, f"{path.as_uri()}?mode=rw", key_of(path))) as db:
        db.execute("PRAGMA main.locking_mode=EXCLUSIVE")  # the lock outlives the transaction
        db.execute("PRAGMA main.journal_mode=TRUNCATE")
        db.execute("BEGIN EXCLUSIVE")
        db.execute("COMMIT")
        check_in_place(path, was)  # another run may have done the same while we waited
        yield db


def transcribe(source: sqlite3.Connection, part: Path, key: Key | None) -> None:
    """Write all that a connection of SQLCipher reads into an empty file, under a key or none. Raises sqlite3.Error."""
    from mentorlog.store.cipher import spelt

    source.execute("ATTACH ? AS anew KEY ?", (str(part), spelt(key) if key else ""))
    try:
        source.execute("SELECT sqlcipher_export('anew')")
        for name in _WHICH:  # these it leaves out
            number = source.execute(f"PRAGMA main.{name}").fetchone()[0]
            source.execute(f"PRAGMA anew.{name} = {number}")
    finally:
        source.execute("DETACH anew")


def _check(made: sqlite3.Connection, source: sqlite3.Connection) -> None:
    """Raises Damaged unless every table has its rows, the log replayed is the tables, and the form is the same."""
    check_copy(made, source, sound=True)
    if schema.there(made) != schema.there(source):
        raise Damaged("The new file did not pass its check, so nothing was changed.", "mentorlog doctor")


def _check_kind(part: Path, key: Key | None) -> None:
    from mentorlog.store.cipher import check_encrypted

    if key:
        check_encrypted(part)


def _replace(part: Path, path: Path, source: sqlite3.Connection) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        if os.name == "nt":  # an open file cannot be replaced there
            os.close(handle)
            source.close()
        take_the_place(part, path)
        # Who waits for the old file must not write into it, and its text need not stay on the disk.
        if os.name != "nt" and os.fstat(handle).st_nlink == 0:
            os.truncate(handle, 0)
    finally:
        with suppress(OSError):
            os.close(handle)


def readable(path: Path) -> list[Path]:
    """The copies of a journal that can be read without its key: backups, and files set aside."""
    kept = [folder_of(path) / one.name for one in copies(path)]
    kept += sorted(
        one
        for why in ("before-restore", "damaged")
        for one in path.parent.glob(f"{path.stem}-{why}-*{path.suffix}")
    )
    return [one for one in kept if one.stat().st_size and salt_of(one) is None]


def under_older(path: Path, salt: bytes) -> list[Path]:
    """The backups that another key than this one opens."""
    kept = [folder_of(path) / one.name for one in copies(path)]
    return [one for one in kept if salt_of(one) not in (None, salt)]
