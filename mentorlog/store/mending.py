"""Mending a journal: always in a new file, with the damaged one kept beside it."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from mentorlog.domain.spoken import plural
from mentorlog.errors import Damaged
from mentorlog.store import unfinished
from mentorlog.store.backup import clear, put_aside, take_the_place
from mentorlog.store.backups import copies, folder_of
from mentorlog.store.connect import SCHEMA
from mentorlog.store.doctor import inside, snapshot
from mentorlog.store.driver import key_of
from mentorlog.store.faults import named
from mentorlog.store.repair import Mended, rebuild
from mentorlog.store.restore import free_name, held
from mentorlog.store.schema import odd, put_right
from mentorlog.store.surroundings import close_places

MENDABLE = ("file", "cipher", "pages", "schema", "search", "log")
"""Findings that a new file made of the tables and the log mends."""


def mend(path: Path, now: datetime) -> list[str]:
    """Mend what can be mended. Returns what was done, a sentence each. Raises Problem; then nothing was changed."""
    closed = close_places(path)
    done = (
        [f"Only you may read {plural(len(closed), 'file or folder', 'files and folders')} now."]
        if closed
        else []
    )
    left = [
        one
        for folder in (path.absolute().parent, folder_of(path))
        for one in unfinished.clear_away(folder, now)
    ]
    if left:
        done.append(f"Taken away: {plural(len(left), 'unfinished file')} of a run that was killed.")
    if any(one.state == "bad" and one.name in MENDABLE for one in inside(path, now)):
        with named(path):
            done += _rebuilt(path, now)
    return done


def _rebuilt(path: Path, now: datetime) -> list[str]:
    aside = free_name(path, "damaged", now)
    part = unfinished.name_in(path.parent)
    saved = copies(path)
    witness = folder_of(path) / saved[0].name if saved else None
    with put_aside(path, aside):  # before SQLite takes anything back
        pass
    try:
        with held(path):
            with snapshot(path) as old:
                if not _has_form(old):
                    put_right(old)
                mended = rebuild(
                    old, part, key_of(path), f"{now.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}", witness
                )
            take_the_place(part, path)
    except (Damaged, sqlite3.DatabaseError, ValueError) as error:
        clear(aside)
        raise Damaged(
            f"{path} cannot be mended from what is in it; I left it as it is.",
            "mentorlog restore-backup newest",
        ) from error
    finally:
        clear(part)
    return [*_told(mended), f"The damaged file is kept as {aside}."]


def _has_form(db: sqlite3.Connection) -> bool:
    """Can its tables be named as they are in this form of the journal, or an older one?"""
    try:
        db.execute("SELECT count(*) FROM change").fetchone()
        older = db.execute("PRAGMA user_version").fetchone()[0] < SCHEMA
        return older or not odd(db)
    except (sqlite3.DatabaseError, ValueError):  # SQLite's own words may be no UTF-8 then
        return False


def _told(mended: Mended) -> list[str]:
    done = ["The journal was written anew from its tables and its log."]
    if mended.from_log:
        done.append(f"Taken from the log: {', '.join(map(str, mended.from_log[:20]))}.")
    if mended.doubtful:
        done.append(
            f"Nothing else spoke for these, look at them: {', '.join(map(str, mended.doubtful[:20]))}."
        )
    if mended.corrected:
        done.append(f"The log was corrected for: {', '.join(map(str, mended.corrected[:20]))}.")
    if mended.lines_lost:
        done.append(f"{plural(mended.lines_lost, 'line')} of the log could not be read and went.")
    return done
