"""An encrypted file, open: SQLCipher that speaks as Python's own SQLite does.

Its errors become those of `sqlite3`, so that whoever catches or names an error
need know of one kind only; sqlite-utils, too, takes it for what it knows.
Importing this raises ImportError where the extra `[secure]` is not installed.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, cast

from sqlcipher3 import dbapi2  # type: ignore[import-untyped]

from mentorlog.errors import Unusable
from mentorlog.store.driver import PLAIN, Key, connected


def _as_sqlite3(error: Exception) -> Exception:
    """The same error, as Python's own SQLite would have raised it."""
    made: Exception = getattr(sqlite3, type(error).__name__, sqlite3.DatabaseError)(*error.args)
    for name in ("sqlite_errorcode", "sqlite_errorname"):
        if hasattr(error, name):
            setattr(made, name, getattr(error, name))
    return made


def _spoken(method: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(method)
    def call(*args: Any, **named: Any) -> Any:
        try:
            return method(*args, **named)
        except (dbapi2.Error, dbapi2.Warning) as error:
            raise _as_sqlite3(error) from None  # its words are in the new one

    return call


class Cursor(dbapi2.Cursor):  # type: ignore[misc]
    """Rows of an encrypted file."""

    execute = _spoken(dbapi2.Cursor.execute)
    executemany = _spoken(dbapi2.Cursor.executemany)
    executescript = _spoken(dbapi2.Cursor.executescript)
    fetchone = _spoken(dbapi2.Cursor.fetchone)
    fetchmany = _spoken(dbapi2.Cursor.fetchmany)
    fetchall = _spoken(dbapi2.Cursor.fetchall)
    __next__ = _spoken(dbapi2.Cursor.__next__)


class Connection(dbapi2.Connection):  # type: ignore[misc]
    """An encrypted file; `execute` and its like go through `cursor`."""

    backup = _spoken(dbapi2.Connection.backup)
    commit = _spoken(dbapi2.Connection.commit)
    rollback = _spoken(dbapi2.Connection.rollback)
    key: Key | None = None
    file = (0, 0)

    def cursor(self, factory: Any = Cursor) -> Any:
        """A cursor whose errors are those of `sqlite3`."""
        return super().cursor(factory)

    def close(self) -> None:
        """Close the file."""
        connected.discard(self)
        super().close()


def connect(path: Path, uri: str, key: Key | None, wait: float) -> sqlite3.Connection:
    """Open a file with its key; without one, a plain file. Raises sqlite3.Error, Unusable."""
    try:
        db = dbapi2.connect(uri, uri=True, timeout=wait, isolation_level=None, factory=Connection)
    except dbapi2.Error as error:
        raise _as_sqlite3(error) from None
    try:
        db.execute("PRAGMA cipher_log_level=NONE")  # it would write to stderr
        # Plain SQLite takes `PRAGMA key` without a word and then writes plain text.
        if db.execute("PRAGMA cipher_version").fetchone() is None:
            raise Unusable("The SQLCipher installed here cannot encrypt; nothing was opened.")
        if key:
            db.execute(f'PRAGMA key = "{spelt(key)}"')
        about = path.stat()
        db.key, db.file = key, (about.st_dev, about.st_ino)
        connected.add(db)
    except BaseException:
        db.close()
        raise
    return cast(sqlite3.Connection, db)


def spelt(key: Key) -> str:
    """Key and salt as SQLCipher takes them, without deriving: x'64 and 32 hexadecimal digits'."""
    return f"x'{key.secret.hex()}{key.salt.hex()}'"


def check_encrypted(path: Path) -> None:
    """Raises Unusable when a file that should be encrypted can be read without a key."""
    handle = os.open(path, os.O_RDONLY)
    try:
        if os.read(handle, len(PLAIN)) in (PLAIN, b""):
            raise Unusable(
                "SQLCipher did not encrypt; nothing was changed.", "pip install 'mentorlog[secure]'"
            )
    finally:
        os.close(handle)
