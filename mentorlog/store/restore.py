"""Bringing a backup back, and trying it before it is needed."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from mentorlog import places
from mentorlog.domain.record import Record
from mentorlog.errors import Damaged, Unknown
from mentorlog.store import soundness, unfinished
from mentorlog.store.backup import clear, create_file, put_aside, take_the_place
from mentorlog.store.backups import folder_of, newest
from mentorlog.store.connect import check_newer, connect, folders_for, version
from mentorlog.store.driver import key_file, key_of, open_file
from mentorlog.store.erased import apply
from mentorlog.store.faults import named

DRILLED = ".drilled"
"""The file in the folder of backups that says when the last drill went well, and with which copy."""


class Restored(NamedTuple):
    """What came back: its records, how many were forgotten since, and where the journal before is kept."""

    records: list[Record]
    forgotten: int
    aside: Path | None


class Drilled(NamedTuple):
    """A drill that went well: the copy, its records, and the changes it and the journal hold."""

    copy: Path
    records: list[Record]
    head: int
    now: int


def find(path: Path, said: str) -> Path:
    """A backup by its path, its name in the journal's folder, or `newest`. Raises Unknown."""
    if said == "newest":
        return newest(path)
    for file in (places.named(said), folder_of(path) / said):
        if file.is_file():
            return file
    raise Unknown("backup", said[:200], hint="mentorlog backup list  shows them.")


def restore(file: Path, path: Path, now: datetime) -> Restored:
    """Put a backup in the place of the journal, which is kept beside it. Raises Problem, and then nothing changed."""
    with folders_for(path), _brought_back(file, path, path.parent) as (part, forgotten), named(path):
        with closing(connect(part)) as db:
            db.execute("UPDATE journal SET device = lower(hex(randomblob(4)))")
            records = everything(db)
        aside = None
        if path.exists():
            aside = free_name(path, "before-restore", now)
            with held(path), put_aside(path, aside):
                take_the_place(part, path)
        else:
            take_the_place(part, path)
        if key_file(path) is None and key_file(file):
            from mentorlog.store.keys import follow

            follow(file, path)
    return Restored(records, forgotten, aside)


def drill(path: Path, now: datetime) -> Drilled:
    """Bring the newest backup back into a place of its own, check it, and compare it with the journal.

    Raises Damaged when it would not do.
    """
    copy = newest(path)
    with _brought_back(copy, path, folder_of(path), erase=False) as (part, _), named(path):
        with closing(connect(part)) as db, closing(connect(path)) as live:
            live.execute("PRAGMA query_only=ON")
            (head, told), (there, now_told) = _log(db), _log(live)
            if not told.items() <= now_told.items():
                raise Damaged(
                    f"{copy.name} is sound, but it is not this journal at an earlier time.",
                    "mentorlog backup  makes one that is.",
                )
            records = everything(db)
        mark = folder_of(path) / DRILLED
        mark.write_text(f"{now.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ} {copy.name}\n", encoding="utf-8")
        mark.chmod(0o600)
    return Drilled(copy, records, head, there)


def last_drill(path: Path) -> datetime | None:
    """When the last drill went well, in UTC; None for never."""
    with suppress(OSError, ValueError):
        said = (folder_of(path) / DRILLED).read_text(encoding="utf-8").split()
        return datetime.strptime(said[0], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC) if said else None
    return None


@contextmanager
def _brought_back(file: Path, path: Path, folder: Path, erase: bool = True) -> Iterator[tuple[Path, int]]:
    """A checked journal made of a backup, gone afterwards, and how many of its records were forgotten since."""
    part = unfinished.name_in(folder)
    try:
        with named(file):
            key = key_of(file)
            create_file(part)
            with closing(open_file(file, "ro")) as source, closing(connect(part, key)) as target:
                check_newer(source, version(source, file), file, writing=True)
                source.backup(target)  # page by page: what is damaged there is damaged here, and found
                faults = soundness.faults(target)
            if faults:
                raise Damaged(
                    f"{file} is damaged, so nothing was changed: {faults[0]}",
                    "mentorlog backup list  shows the others.",
                )
            _bring_up_to_date(part)
            wanted = key_of(path) if path.exists() else key
            if wanted != key:
                from mentorlog.store.encrypting import rewrite

                rewrite(part, wanted)  # as the journal is now: encrypted under its key, or not
            yield part, apply(part, places.beside(path, "forgotten.json")) if erase else 0
    finally:
        clear(part)


def _bring_up_to_date(part: Path) -> None:
    from mentorlog.store.migrate import migrate

    with closing(connect(part)) as db:
        migrate(db)


def everything(db: sqlite3.Connection) -> list[Record]:
    """The records of a journal that were not removed."""
    from mentorlog.store.forget import every_record
    from mentorlog.store.store import Store

    return [one for one in every_record(Store(db, "")) if one.deleted_at is None]


def _log(db: sqlite3.Connection) -> tuple[int, dict[int, str]]:
    """The last change, and the clock of each, which no other change ever has."""
    clocks: dict[int, str] = dict(db.execute("SELECT seq, hlc FROM main.change"))
    return max(clocks, default=0), clocks


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Nobody else writes to the journal meanwhile; a file too damaged to be locked is nobody's to write to."""
    db = None
    try:
        db = connect(path)
        db.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise
    except (sqlite3.DatabaseError, Damaged, ValueError):  # its words of a damaged schema may be no UTF-8
        pass
    if db and os.name == "nt":  # an open file cannot be replaced there
        db.close()
    try:
        yield
    finally:
        if db:
            db.close()


def free_name(path: Path, why: str, now: datetime) -> Path:
    """A name beside the journal that nothing has: `journal-before-restore-20260504T080000Z.db`."""
    stem = f"{path.stem}-{why}-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    aside, number = path.with_name(f"{stem}{path.suffix}"), 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"{stem}-{number}{path.suffix}")
    return aside
