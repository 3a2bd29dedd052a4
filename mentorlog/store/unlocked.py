"""Where an unlocked key waits: a file in memory that only its owner can read, or the system's own keyring.

Never on the disk. The keyring is asked only where its owner said so, for it
takes long to load and may not be there at all.
"""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from mentorlog.errors import KeyNeeded, Unusable
from mentorlog.places import beside, memory_folder, memory_folders
from mentorlog.store.keys import Keys, read_keys

SERVICE = "mentorlog"
MARK = "key.keyring"
"""The empty file beside a journal that says: its key is in the keyring."""


def _file(path: Path) -> Path | None:
    folder = memory_folder()
    return folder / _called(path) if folder else None


def _files(path: Path) -> list[Path]:
    """Wherever the key may wait: it may have been unlocked from another login, with other surroundings."""
    return [folder / _called(path) for folder in memory_folders()]


def _called(path: Path) -> str:
    return f"{hashlib.sha256(os.fsencode(path.resolve())).hexdigest()[:24]}.key"


def keep(path: Path, keys: Keys, until: datetime | None) -> None:
    """Let the journal stay open, until a moment when one is given. Raises Unusable where there is no such place."""
    file = _file(path)
    if file is None:
        raise Unusable(
            "This system has no memory-backed folder to keep the key in.",
            "mentorlog unlock --keyring, or MENTORLOG_KEY_FILE.",
        )
    told = {"until": until.timestamp() if until else None, "keys": keys.text()}
    try:
        file.unlink(missing_ok=True)
        handle = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0), 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as opened:
            json.dump(told, opened)
    except OSError as error:
        raise Unusable(f"I cannot keep the key in {file.parent}: {error.strerror}.") from error


def waiting(path: Path, now: datetime) -> tuple[Keys, datetime | None] | None:
    """The keys of an unlocked journal, and until when; None when it is locked, or its time is over."""
    file = _file(path)
    if file is None:
        return None
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
        until = told["until"] and datetime.fromtimestamp(told["until"], now.tzinfo)
        if until and until <= now:
            file.unlink(missing_ok=True)
            return None
        return read_keys(told["keys"]), until
    except (OSError, ValueError, KeyError, TypeError, OverflowError, KeyNeeded):
        return None


def in_keyring(path: Path) -> Keys | None:
    """The keys from the keyring, for who asked for that; None when it does not give them."""
    if not _mark(path).exists():
        return None
    with suppress(Exception):  # its back ends fail in ways of their own
        import keyring

        return read_keys(keyring.get_password(SERVICE, _name(path)) or "")
    return None


def into_keyring(path: Path, keys: Keys) -> None:
    """Keep the keys in the system's keyring. Raises Unusable when there is none, or it is locked."""
    try:
        import keyring

        keyring.set_password(SERVICE, _name(path), keys.text())
    except Exception as error:  # as above
        raise Unusable(
            f"The keyring of this system did not take the key ({type(error).__name__}).",
            "mentorlog unlock  works without it.",
        ) from error
    _mark(path).touch(mode=0o600)


def forget(path: Path) -> bool:
    """Lock: take the keys from memory and keyring. Returns whether they were in either."""
    mark = _mark(path)
    was = mark.exists()
    if was:
        with suppress(Exception):
            import keyring

            keyring.delete_password(SERVICE, _name(path))
        mark.unlink(missing_ok=True)
    for file in _files(path):
        if file.exists():
            file.unlink(missing_ok=True)
            was = True
    return was


def marked(path: Path) -> bool:
    """Is the keyring to be asked for this journal's key?"""
    return _mark(path).exists()


def _mark(path: Path) -> Path:
    return beside(path.resolve(), MARK)


def _name(path: Path) -> str:
    return str(path.resolve())
