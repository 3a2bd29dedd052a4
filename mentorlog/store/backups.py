"""The folder of backups beside a journal: what is there, the copy of the day, and which ones stay."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from mentorlog.errors import Problem, Unknown
from mentorlog.places import beside
from mentorlog.store.driver import key_file

if TYPE_CHECKING:
    from mentorlog.domain.care import Copy

_FAILED = "failed-"


def folder_of(path: Path) -> Path:
    """Where a journal's backups are."""
    return beside(path, "backups")


def copies(path: Path, sealed: bool = False) -> list[Copy]:
    """The backups of a journal, the newest first; with `sealed` also those encrypted with age."""
    from mentorlog.domain.care import read_copy

    try:
        names = os.listdir(folder_of(path))
    except OSError:
        return []
    found = [one for one in map(read_copy, names) if one and (sealed or not one.sealed)]
    return sorted(found, key=lambda one: (one.made, one.head), reverse=True)


def newest(path: Path) -> Path:
    """The newest backup. Raises Unknown when there is none."""
    found = copies(path)
    if not found:
        raise Unknown("backup", "newest", hint="Make one:  mentorlog backup")
    return folder_of(path) / found[0].name


def due(path: Path, now: datetime) -> bool:
    """Has the day (UTC) no copy yet? It only looks at the names in the folder."""
    today = f"{now.astimezone(UTC):%Y%m%d}"
    try:
        names = os.listdir(folder_of(path))
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return not any(name.startswith((f"mentorlog-{today}", f"{_FAILED}{today}")) for name in names)


def make(path: Path, now: datetime, folder: Path | None = None) -> Path:
    """A verified copy in the journal's own folder, where older ones then make room, or in another folder,
    with its key files when it is encrypted.

    Raises Problem when there can be none; then everything stays as it was.
    """
    from mentorlog.store.backup import backup
    from mentorlog.store.faults import named
    from mentorlog.store.unfinished import clear_away

    with named(path):
        clear_away(path.absolute().parent, now)
        made = backup(path, folder or folder_of(path), now, sound=True)
        if folder is None:
            _make_room(path, now)
        elif key_file(path):
            from mentorlog.store.keys import follow

            follow(path, made)
    return made


def daily(path: Path, now: datetime) -> str:
    """The copy of the day. Returns what went wrong, in a sentence, or nothing; tried once a day."""
    try:
        make(path, now)
    except Problem as problem:
        mark = folder_of(path) / f"{_FAILED}{now.astimezone(UTC):%Y%m%d}"
        with suppress(OSError):  # the same sentence says why
            mark.touch(mode=0o600)
        return problem.sentence
    return ""


def _make_room(path: Path, now: datetime) -> None:
    """Take away the copies that need not stay, and the marks of days without one."""
    from mentorlog.domain.care import kept
    from mentorlog.store.unfinished import clear_away

    found = copies(path)
    stay = kept(found)
    for one in found:
        if one.name not in stay:
            (folder_of(path) / one.name).unlink(missing_ok=True)
    for mark in folder_of(path).glob(f"{_FAILED}*"):
        mark.unlink(missing_ok=True)
    clear_away(folder_of(path), now)
