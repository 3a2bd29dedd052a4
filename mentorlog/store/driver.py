"""Which SQLite opens a file: Python's own, or SQLCipher where it is encrypted.

An encrypted file begins with its salt, which says which key is its own; so a
copy made under an older key is opened by that one. The keys are held here for
as long as a run lasts. A file is taken for an encrypted one only where a key is
held, or a key file lies near: a plain journal pays nothing for this.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple, Protocol
from weakref import WeakSet

from mentorlog.errors import Damaged, KeyNeeded
from mentorlog.places import beside

PLAIN = b"SQLite format 3\0"
"""How a file begins that is not encrypted."""
WAIT = 10
"""Seconds to wait for another program's write."""
KEY_FILE, PAPER_FILE = "key.age", "paper.age"
"""The key, for the passphrase and for the paper key, beside the journal."""


class Key(NamedTuple):
    """What opens an encrypted file: 32 secret bytes, and the 16 it begins with."""

    secret: bytes
    salt: bytes

    def __repr__(self) -> str:
        return "Key(…)"  # it must not slip into a message


class Opened(Protocol):
    """What is known of an open connection: its key, and the device and inode of its file."""

    key: Key | None
    file: tuple[int, int]


_held: dict[bytes, Key] = {}
"""The keys of this run by salt, today's first."""
connected: WeakSet[Opened] = WeakSet()
"""The connections of SQLCipher that are open."""


def hold(keys: Iterable[Key]) -> None:
    """The keys that open what is opened from now on, today's first."""
    _held.clear()
    _held.update((key.salt, key) for key in keys)


def let_go() -> None:
    """Forget every key."""
    _held.clear()


def key_file(path: Path, name: str = KEY_FILE) -> Path | None:
    """The key file of a journal or of a copy: beside it, in its folder, or above a folder of backups."""
    real = path.resolve()
    places = [beside(real, name), real.parent / name]
    if real.parent.name.endswith("backups"):
        places.append(real.parent.with_name(real.parent.name.removesuffix("backups") + name))
    return next((one for one in places if one.is_file()), None)


def salt_of(path: Path) -> bytes | None:
    """What an encrypted file begins with; None for a plain or empty one, or one that cannot be read."""
    try:
        about = path.stat()
        for one in connected:  # to close the file once more would drop the locks of that connection
            if one.file == (about.st_dev, about.st_ino):
                return one.key.salt if one.key else None
        with path.open("rb") as file:
            start = file.read(len(PLAIN))
    except OSError:
        return None
    return None if start == PLAIN or len(start) < len(PLAIN) else start


def encrypted(path: Path) -> bool:
    """Is it encrypted, as far as a key file or a key tells?"""
    near = _held or key_file(path) or key_file(path, PAPER_FILE)
    return bool(near) and salt_of(path) is not None


def key_of(path: Path) -> Key | None:
    """The key of a file; None for a plain one. Raises KeyNeeded."""
    if not encrypted(path):
        return None
    if not _held:
        raise KeyNeeded(f"{path} is locked.", "mentorlog unlock  asks for its passphrase.")
    # A salt that no key has may be a damaged one: the key knows what it was.
    return _held.get(salt_of(path) or b"", today())


def today() -> Key | None:
    """The key that new files get; None when none is held."""
    return next(iter(_held.values()), None)


def open_file(path: Path, mode: str = "rw", key: Key | None = None, wait: float = WAIT) -> sqlite3.Connection:
    """A connection to a file, statements committed by ourselves. Raises sqlite3.Error, KeyNeeded, Damaged.

    In: SQLite's mode (ro, rw, rwc); the key of a file that is still empty, which then becomes an encrypted one.
    """
    if path.is_dir():
        raise Damaged(f"{path} is a folder, not a journal.", "Name a file: --db FILE.")
    key = key or key_of(path)
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    if key is None:
        return sqlite3.connect(uri, uri=True, timeout=wait, isolation_level=None)
    return ciphered(path, uri, key, wait)


def ciphered(path: Path, uri: str, key: Key | None, wait: float = WAIT) -> sqlite3.Connection:
    """A connection of SQLCipher; without a key to a plain file. Raises KeyNeeded when it is not installed."""
    try:
        from mentorlog.store import cipher
    except ImportError as error:
        raise KeyNeeded(
            f"{path} is encrypted, and what reads it is not installed.", "pip install 'mentorlog[secure]'"
        ) from error
    return cipher.connect(path, uri, key, wait)
