"""What SQLite and the disk report, as sentences."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from mentorlog.errors import Damaged, Locked, Problem, Refused, Unusable


class _Fault(NamedTuple):
    codes: tuple[int, ...]
    """SQLite's primary result codes."""
    error: type[Problem]
    sentence: str
    hint: str = ""


_FULL = _Fault(
    (sqlite3.SQLITE_FULL,), Unusable, "The disk is full; nothing new was kept, and nothing old was lost."
)
_READ_ONLY = _Fault(
    (sqlite3.SQLITE_READONLY,),
    Unusable,
    "{path} is in a read-only place; it can be read, but nothing can be kept there.",
    "Point --db or MENTORLOG_DB somewhere writable.",
)
_FAULTS = (
    _FULL,
    _Fault(
        (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED),
        Locked,
        "Another program is writing to {path}; I waited 10 seconds and kept nothing.",
        "Close the other program, or try again.",
    ),
    _Fault(
        (sqlite3.SQLITE_NOTADB,),
        Damaged,
        "{path} is not a mentorlog journal; I left it as it is.",
        "Point --db or MENTORLOG_DB at a journal; an encrypted one needs its key.age beside it.",
    ),
    _READ_ONLY,
    _Fault(
        (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM),
        Unusable,
        "I cannot open {path}.",
        "Check that the file and its folder can be read and written.",
    ),
    _Fault(
        (sqlite3.SQLITE_CORRUPT,),
        Damaged,
        "{path} is damaged; I left it as it is.",
        "mentorlog doctor --fix mends what it can; mentorlog restore-backup newest brings the last copy back.",
    ),
    _Fault(
        (sqlite3.SQLITE_IOERR,),
        Unusable,
        "The disk reported an error while {path} was written; the last change may or may not be kept.",
        "Look with `mentorlog history` or `mentorlog show REF` before you try again.",
    ),
)
_NO_SPACE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def as_problem(error: Exception, path: Path | None) -> Problem:
    """The sentence for an error of SQLite or the file system."""
    place = path or "the journal"
    if isinstance(error, OSError) and error.errno in _NO_SPACE:
        return Unusable(_FULL.sentence)
    if isinstance(error, OSError) and error.errno == errno.EROFS:
        return Unusable(_READ_ONLY.sentence.format(path=place), _READ_ONLY.hint)
    if isinstance(error, PermissionError):
        return Unusable(
            f"I may not open {place}: permission denied.", "Check who owns the file and its folder."
        )
    if isinstance(error, OverflowError):
        return Refused("A number is larger than the journal can hold; nothing was kept.")
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    for fault in _FAULTS:
        if code in fault.codes:
            return fault.error(fault.sentence.format(path=place), fault.hint)
    if code == sqlite3.SQLITE_CONSTRAINT:
        return Refused(f"The journal does not take this change: {error}. Nothing was kept.")
    # These two come without a code of their own.
    if "decode to utf-8" in str(error).lower():
        return Damaged(f"{place} holds text that is not UTF-8; I left it as it is.")
    if "no such table" in str(error):
        return Damaged(f"{place} lacks a part of a journal ({error}); I left it as it is.")
    said = error.strerror if isinstance(error, OSError) else error
    return Unusable(f"The journal {place} cannot be used: {said}.")


@contextmanager
def named(path: Path | None) -> Iterator[None]:
    """Turn what SQLite and the file system raise into a Problem that names the journal."""
    try:
        yield
    except (sqlite3.Error, sqlite3.Warning, OSError, OverflowError) as error:
        raise as_problem(error, path) from error
