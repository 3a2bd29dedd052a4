"""One verified copy of the journal, and putting a finished file in its place."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from mentorlog.domain.care import copy_name
from mentorlog.errors import Damaged
from mentorlog.places import make_folders, sync_names
from mentorlog.store import soundness, unfinished
from mentorlog.store.changes import differences
from mentorlog.store.connect import connect, suppress_readonly


def backup(path: Path, folder: Path, at: datetime | None = None, sound: bool = False) -> Path:
    """Copy the journal into `folder` (0700, file 0600), check the copy, and only then give it its name.

    In: the moment for its name, now when not given. With `sound` a journal that has faults itself is not
    copied; without, the copy only may not have more. Raises Damaged when the copy does not hold,
    sqlite3.Error or OSError when it cannot be made.
    """
    create_folder(folder)
    part = unfinished.name_in(folder)
    try:
        create_file(part)
        with closing(connect(path)) as holder, closing(connect(path)) as source:
            # Held while we copy and count, so that what is compared is the same moment.
            with suppress_readonly():
                holder.execute("BEGIN IMMEDIATE")
            source.execute("VACUUM INTO ?", (str(part),))
            with closing(connect(part)) as copy:
                check_copy(copy, source, sound)
            final = folder / copy_name(at or datetime.now(UTC), *_device_and_head(source))
        settle(part, final)
    finally:
        clear(part)
    return final


def check_copy(db: sqlite3.Connection, source: sqlite3.Connection, sound: bool) -> None:
    """Raises Damaged unless a copy has every row of its source and holds together; `sound`: see `backup`."""
    whole = not soundness.pages(db) and _contents(db) == _contents(source)
    whole = whole and soundness.orphans(db) <= soundness.orphans(source)
    if not whole or not set(differences(db)) <= set(() if sound else differences(source)):
        raise Damaged(
            "The copy did not pass its check, so nothing was changed.",
            "mentorlog doctor  says what is wrong.",
        )
    if sound and soundness.words(db):
        raise Damaged("The full text is damaged, so no copy was kept.", "mentorlog doctor --fix")


def _contents(db: sqlite3.Connection) -> dict[str, int]:
    """How many rows each table has, and the number of the last change."""
    tables = db.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    counts = {name: db.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in tables}
    if "change" in counts:
        counts["last change"] = db.execute("SELECT max(seq) FROM change").fetchone()[0] or 0
    return counts


def _device_and_head(db: sqlite3.Connection) -> tuple[str, int]:
    device = db.execute("SELECT device FROM journal").fetchone()[0]
    return device, db.execute("SELECT coalesce(max(seq), 0) FROM change").fetchone()[0]


def create_folder(folder: Path) -> None:
    """A folder for its owner only. Raises OSError."""
    make_folders(folder.absolute())


def create_file(path: Path) -> None:
    """An empty file for its owner only, which was not there before. Raises OSError."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_NOFOLLOW", 0), 0o600))


def settle(part: Path, final: Path) -> None:
    """Data, then name, then folder to the disk: in that order a power cut loses nothing."""
    sync(part, os.O_RDWR)
    part.replace(final)
    sync_names(final.parent)


def sync(place: Path, flags: int) -> None:
    """Everything written to a file or folder onto the disk."""
    handle = os.open(place, flags)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def side_file(path: Path) -> Path:
    """Where SQLite keeps what it would take back; not empty only in the middle of a write, or after a crash."""
    return path.parent / f"{path.name}-journal"


def clear(part: Path) -> None:
    """Take away an unfinished file and what SQLite kept beside it; what will not go does not undo what was done."""
    for one in (part, side_file(part)):
        with suppress(OSError):
            one.unlink()


def interrupted(path: Path) -> bool:
    """Is there a write that was not finished?"""
    with suppress(OSError):
        return side_file(path).stat().st_size > 0
    return False


@contextmanager
def put_aside(path: Path, aside: Path) -> Iterator[None]:
    """Copy a journal byte by byte, damaged or not, with what SQLite left beside it. Raises OSError.

    Both stay open until the block ends: to close a file drops every lock that this process holds on it.
    """
    import shutil

    with ExitStack() as sources:
        # The side file first, and each under its name only when it is whole: the one without the other is damaged.
        for source, target in ((side_file(path), side_file(aside)), (path, aside)):
            if source.exists() and source.stat().st_size:
                part = unfinished.name_in(target.parent, of=target.name)
                create_file(part)
                try:
                    with part.open("wb") as copy:
                        shutil.copyfileobj(sources.enter_context(source.open("rb")), copy)
                    settle(part, target)
                finally:
                    clear(part)
        if os.name == "nt":  # an open file cannot be replaced there
            sources.close()
        yield


def take_the_place(part: Path, path: Path) -> None:
    """Put a finished journal where another one was that is kept aside. Raises OSError."""
    # What is to be taken back belongs to the old file; SQLite would do it to the new one.
    side_file(path).unlink(missing_ok=True)
    settle(part, path)
