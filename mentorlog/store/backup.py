"""A verified copy of the journal beside it."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from mentorlog.errors import Damaged
from mentorlog.store.connect import connect, suppress_readonly


def backup(path: Path, folder: Path) -> Path:
    """Copy the journal into `folder` (0700, file 0600), check the copy, and only then give it its name.

    Raises Damaged when the copy does not hold, sqlite3.Error or OSError when it cannot be made.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")
    final = folder / f"{path.stem}-{stamp}.db"
    part = folder / f".{final.name}.part"
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    try:
        with closing(connect(path)) as holder, closing(connect(path)) as source:
            # Held while we copy and count, so that what is compared is the same moment.
            with suppress_readonly():
                holder.execute("BEGIN IMMEDIATE")
            source.execute("VACUUM INTO ?", (str(part),))
            _check(part, _contents(source))
        _settle(part, final)
    finally:
        part.unlink(missing_ok=True)
    return final


def _check(copy: Path, contents: dict[str, int]) -> None:
    with closing(connect(copy)) as db:
        sound = db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        if not sound or _contents(db) != contents:
            raise Damaged(
                "The backup did not pass its check, so nothing was changed.", "Is the journal damaged?"
            )


def _contents(db: sqlite3.Connection) -> dict[str, int]:
    """How many rows each table has, and the number of the last change."""
    tables = db.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    counts = {name: db.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in tables}
    if "change" in counts:
        counts["last change"] = db.execute("SELECT max(seq) FROM change").fetchone()[0] or 0
    return counts


def _settle(part: Path, final: Path) -> None:
    """Data, then name, then folder to the disk: in that order a power cut loses nothing."""
    _sync(part, os.O_RDWR)
    part.replace(final)
    if os.name != "nt":  # Windows cannot open a folder for fsync
        _sync(final.parent, os.O_RDONLY)


def _sync(place: Path, flags: int) -> None:
    handle = os.open(place, flags)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
