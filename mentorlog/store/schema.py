"""What the file must be made of, and putting that right in a copy where it was damaged."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import cache

from mentorlog.store.connect import open_in_memory

_OBJECTS = "SELECT type || ' ' || name, tbl_name, sql FROM main.sqlite_master WHERE name NOT LIKE 'sqlite_%'"

Objects = dict[str, tuple[str, str | None]]


def there(db: sqlite3.Connection) -> Objects:
    """Every table, index, view and trigger of a journal, such as `table note`: what it is on, and its SQL."""
    return {name: (on, sql) for name, on, sql in db.execute(_OBJECTS)}


@cache
def wanted() -> Objects:
    """What a journal of today's form has."""
    with closing(open_in_memory()) as fresh:
        return there(fresh)


def odd(db: sqlite3.Connection) -> list[str]:
    """What is missing, changed, or not of this program, a sentence each."""
    should, found = wanted(), there(db)
    names = sorted(name for name in should.keys() | found.keys() if should.get(name) != found.get(name))
    return [f"The {name} {_fate(name in should, name in found)}." for name in names]


def put_right(db: sqlite3.Connection) -> None:
    """Write the SQL anew where it can still be told whose it is, so that the tables can be read again.

    Only for a copy. Raises sqlite3.DatabaseError when there is nothing to hold on to.
    """
    db.execute("PRAGMA writable_schema=ON")
    # What watches and finds is made anew with the new file; the tables hold the words.
    db.execute(
        "DELETE FROM sqlite_master WHERE type NOT IN ('table', 'index') OR type = 'index' AND sql IS NOT NULL"
    )
    for name, (on, sql) in wanted().items():
        db.execute(
            "UPDATE sqlite_master SET tbl_name = ?, sql = ? WHERE type || ' ' || name = ?", (on, sql, name)
        )
    db.execute("PRAGMA writable_schema=RESET")
    db.execute("SELECT count(*) FROM change").fetchone()


def _fate(wanted: bool, there: bool) -> str:
    if wanted:
        return "was changed" if there else "is missing"
    return "is not of this program"
