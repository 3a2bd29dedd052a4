"""Whether a journal holds together: its pages, its references, its full text, its log."""

from __future__ import annotations

import sqlite3

from mentorlog.store.changes import differences
from mentorlog.store.triggers import SEARCHED, WORDS, slot

_BREAK = "||'\n'||"


def pages(db: sqlite3.Connection) -> list[str]:
    """What SQLite says against the file; nothing when it is whole."""
    return [line for (line,) in db.execute("PRAGMA integrity_check(20)") if line != "ok"]


def orphans(db: sqlite3.Connection) -> set[tuple[str, int]]:
    """Rows that name a row which is not there: table and number."""
    return {(table, row) for table, row, *_ in db.execute("PRAGMA foreign_key_check")}


def words(db: sqlite3.Connection) -> list[str]:
    """What is wrong inside the full text. The check is a statement that writes, so not on a locked file."""
    found = []
    for name in WORDS.values():
        try:
            db.execute(f"INSERT INTO {name} ({name}) VALUES ('integrity-check')")
        except (sqlite3.DatabaseError, MemoryError):  # a size that is damaged may be beyond all memory
            found.append(f"The index {name} does not hold together.")
    return found


def unlike_words(db: sqlite3.Connection) -> list[str]:
    """Where the full text is not the text of the records."""
    found = []
    for visibility, name in WORDS.items():
        wanted = " UNION ALL ".join(
            f"SELECT {slot(table, 0)} | id AS rowid, {_BREAK.join(names)} AS text FROM main.{table}"
            f" WHERE visibility = '{visibility}' AND deleted_at IS NULL"
            for table, names in SEARCHED.items()
        )
        wanted, there = f"SELECT * FROM ({wanted})", f"SELECT rowid, text FROM {name}"
        odd = db.execute(
            f"SELECT count(*) FROM (SELECT * FROM ({wanted} EXCEPT {there})"
            f" UNION ALL SELECT * FROM ({there} EXCEPT {wanted}))"
        ).fetchone()[0]
        if odd:
            found.append(f"The index {name} differs from the records in {odd} places.")
    return found


def faults(db: sqlite3.Connection) -> list[str]:
    """Everything that keeps a journal from being called sound, a sentence each; quotes nobody's text."""
    try:
        return [*pages(db), *words(db), *differences(db)]
    except (sqlite3.DatabaseError, MemoryError) as error:
        return [f"It cannot be read: {error}."]
