"""A folder of notes: written whole, and never over what somebody else put there or changed."""

from __future__ import annotations

import hashlib
import json
import os
import re
import secrets
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from mentorlog.errors import Refused
from mentorlog.flows.hand_over import write_new

MANIFEST = ".mentorlog-notes.json"
"""The list of what was written, with a checksum each, so that nothing else is ever touched."""
_NAME = re.compile(r"(?:[a-z]{1,20}/)?[a-z0-9-]{1,64}\.md")
"""A note's place in the folder; nothing of another form is written or removed."""


def check_folder(folder: Path, force: bool) -> None:
    """Raises Refused where no notes may be written: over a file, through a link, or among other files."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise Refused(f"{folder} is not a folder of its own.", "Name a new folder.")
    if not folder.parent.is_dir():
        raise Refused(f"There is no folder {folder.parent}.", "Make it first, or name another place.")
    if folder.is_dir() and any(folder.iterdir()) and not force:
        raise Refused(
            f"{folder} is not empty; I left it as it is.",
            "--force replaces the notes that were written there before, and nothing else.",
        )


def write_notes(folder: Path, notes: Mapping[str, str], force: bool = False) -> int:
    """Write notes (text by path, `people/ana-p1.md`) as a folder for their owner only. Returns how many were removed.

    A new folder appears whole or not at all. In one that is there, what was written before and is not any
    more is removed. Raises Refused with the reason, before anything is written.
    """
    check_folder(folder, force)
    if strange := [name for name in notes if not _NAME.fullmatch(name)]:
        raise ValueError(f"no place for a note: {strange[0]!r}")
    before = _before(folder)
    _check_free(folder, notes, before)
    part = folder.parent / f".{folder.name[:100]}.{secrets.token_hex(6)}.part"
    try:
        marks = _fill(part, notes)
        if not folder.exists() or not any(folder.iterdir()):
            if folder.exists():
                folder.rmdir()
            part.rename(folder)
            return 0
        return _move(part, folder, marks, before)
    except OSError as error:
        raise Refused(
            f"I cannot write {folder}: {error.strerror or error}.", "Name another folder."
        ) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _before(folder: Path) -> dict[str, str]:
    """What was written there before, with its checksum, or two after an interruption.

    Nothing where the list is not ours, or was damaged.
    """
    try:
        listed = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["files"]
        return {name: str(mark) for name, mark in listed.items() if _NAME.fullmatch(name)}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def _check_free(folder: Path, notes: Mapping[str, str], before: Mapping[str, str]) -> None:
    """Raises Refused for a place that something else is at, or for a note that was changed since."""
    for name in notes:
        place = folder / name
        if place.parent != folder and (
            place.parent.is_symlink() or (place.parent.exists() and not place.parent.is_dir())
        ):
            raise Refused(f"{place.parent} is not an ordinary folder; nothing was written.", "Move it away.")
        if os.path.lexists(place) and name not in before:
            raise Refused(
                f"{place} is not one of mine; nothing was written.", "Move it away, or name another folder."
            )
        if name in before and os.path.lexists(place) and _mark_of(place) not in before[name].split():
            raise Refused(
                f"{place} was changed since; nothing was written.", "Move it away to have it written anew."
            )


def _mark_of(place: Path) -> str:
    """The checksum of a file; nothing for what is no ordinary file."""
    if place.is_symlink() or not place.is_file():
        return ""
    return hashlib.sha256(place.read_bytes()).hexdigest()


def _fill(part: Path, notes: Mapping[str, str]) -> dict[str, str]:
    """Write everything into a folder of its own, 0700 with files of 0600."""
    part.mkdir(mode=0o700)
    marks = {}
    for name, text in notes.items():
        place = part / name
        place.parent.mkdir(mode=0o700, exist_ok=True)
        marks[name] = _write(place, text)
    _write(part / MANIFEST, _listed(marks))
    return marks


def _write(place: Path, text: str) -> str:
    data = text.encode("utf-8", "backslashreplace")
    with open(os.open(place, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
        file.write(data)
    return hashlib.sha256(data).hexdigest()


def _listed(marks: Mapping[str, str]) -> str:
    return json.dumps({"schema": "mentorlog/notes/1", "files": dict(sorted(marks.items()))}, indent=0) + "\n"


def _move(part: Path, folder: Path, marks: Mapping[str, str], before: Mapping[str, str]) -> int:
    """Move the notes to their places, and take away what is not written any more."""
    # First a list of both, so that after an interruption all that is ours is known as such.
    both = {name: f"{before.get(name, '')} {mark}".strip() for name, mark in marks.items()}
    write_new(folder / MANIFEST, _listed({**before, **both}), force=True)
    for name in marks:
        place = folder / name
        place.parent.mkdir(mode=0o700, exist_ok=True)
        (part / name).replace(place)
    gone = [name for name in before if name not in marks and _mark_of(folder / name) in before[name].split()]
    for name in gone:
        place = folder / name
        if place.parent.is_symlink():
            continue
        place.unlink()
        if place.parent != folder:
            with suppress(OSError):  # others are in it
                place.parent.rmdir()
    write_new(folder / MANIFEST, _listed(marks), force=True)
    return len(gone)
