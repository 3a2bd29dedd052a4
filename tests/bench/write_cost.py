"""What the change log costs a write: time with the log over time without it, full text on in both.

    python tests/bench/write_cost.py [rounds]

Target: 1.0 to 1.5 for single commands, which are mostly waiting for the disk.
"""

from __future__ import annotations

import re
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from mentorlog.store.connect import atomic, open_for_writing

NOW = "2026-05-04T10:00:00Z"
TEXT = "Explained query plans to the API team, and they reused it the same week. " * 3


def without_log(db: sqlite3.Connection) -> None:
    """Of the triggers on notes only those for the full text."""
    for what in ("insert", "update", "delete"):
        (made,) = db.execute("SELECT sql FROM sqlite_master WHERE name = ?", (f"note_{what}",)).fetchone()
        db.execute(f"DROP TRIGGER note_{what}")
        if what != "update":
            db.execute(
                re.sub(r"BEGIN INSERT INTO log .*?\); INSERT INTO words", "BEGIN INSERT INTO words", made)
            )
    names = "SELECT group_concat(sql) FROM sqlite_master WHERE tbl_name = 'note' AND type = 'trigger'"
    assert "INTO log" not in db.execute(names).fetchone()[0]


def insert(db: sqlite3.Connection, number: int) -> None:
    with atomic(db, "log", NOW):
        db.execute("INSERT INTO main.note (text, day) VALUES (?, '2026-05-04')", (f"{number} {TEXT}",))


def update(db: sqlite3.Connection, number: int) -> None:
    with atomic(db, "edit", NOW):
        db.execute(
            "UPDATE main.note SET revisit = ? WHERE id = ?",
            (f"2026-{number % 12 + 1:02d}-01", number % 20 + 1),
        )


def body(db: sqlite3.Connection, number: int) -> None:
    with atomic(db, "edit", NOW):
        db.execute("UPDATE main.note SET text = ? WHERE id = ?", (f"{number} {TEXT}", number % 20 + 1))


def bulk(db: sqlite3.Connection, number: int) -> None:
    with atomic(db, "import", NOW):
        rows = [(f"{number} {one} {TEXT}",) for one in range(200)]
        db.executemany("INSERT INTO main.note (text, day) VALUES (?, '2026-05-04')", rows)


def median_ms(
    act: Callable[[sqlite3.Connection, int], None], pair: list[sqlite3.Connection], rounds: int
) -> list[float]:
    """The median of each journal, taken in turns so that a noisy machine hits both."""
    times: list[list[float]] = [[], []]
    for number in range(rounds):
        for place, db in enumerate(pair):
            began = time.perf_counter()
            act(db, number)
            times[place].append((time.perf_counter() - began) * 1000)
    return [statistics.median(one) for one in times]


def main(rounds: int) -> None:
    with tempfile.TemporaryDirectory(dir=".") as folder:
        made = [open_for_writing(Path(folder) / name) for name in ("plain.db", "log.db")]
        with closing(made[0]) as plain, closing(made[1]) as logged:
            without_log(plain)
            for act, times in ((insert, rounds), (update, rounds), (body, rounds), (bulk, rounds // 20)):
                without, with_log = median_ms(act, [plain, logged], times)
                print(f"{act.__name__:<8} {without:8.2f} ms  {with_log:8.2f} ms  x{with_log / without:.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
