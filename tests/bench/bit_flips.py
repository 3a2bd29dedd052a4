"""One bit of a journal turned over, many times: is it found, and can the journal be mended?

    python tests/bench/bit_flips.py [flips] [seed]

A flip counts when it changes what a query of the records gives, or makes one fail. Each of those must be found by
`doctor`; how many `doctor --fix` turns back exactly is told.
"""

from __future__ import annotations

import random
import sqlite3
import sys
import tempfile
from collections import Counter
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from mentorlog.domain.kinds import ALL
from mentorlog.errors import Problem
from mentorlog.store import doctor, mending
from mentorlog.store.backup import backup
from mentorlog.store.changes import any_text
from mentorlog.store.connect import atomic, open_for_writing
from mentorlog.store.store import Store

NOW = datetime.now(UTC)
WORDS = (
    "query",
    "plans",
    "reviews",
    "restore",
    "runbook",
    "orders",
    "talk",
    "ask",
    "listen",
    "lateral",
    "scope",
)


def small_journal(path: Path, seed: int, records: int = 60) -> None:
    """A journal of some people, notes, goals and meetings, edited here and there."""
    from mentorlog.domain.actions import Action
    from mentorlog.domain.goals import Goal
    from mentorlog.domain.notes import Note
    from mentorlog.domain.people import Person

    chance = random.Random(seed)
    with closing(open_for_writing(path)) as db:
        db.execute("PRAGMA synchronous=OFF")
        store = Store(db, "2026-05-04T10:00:00Z")
        with atomic(db, "begin", store.now):
            people = [store.add(Person(name=f"Person {one}", handle=f"person-{one}")) for one in "abcd"]
        for number in range(records):
            text = " ".join(chance.choices(WORDS, k=12))
            with atomic(db, "log", store.now):
                note = store.add(Note(text=text, day=NOW.date()))
                store.links.join(note, [chance.choice(people)], "with")
                if number % 3 == 0:
                    goal = store.add(Goal(title=text[:30], started=NOW.date(), person_id=people[0].id))
                    store.add(Action(text=text[:40], goal_id=goal.id, owner_id=people[1].id))
            if number % 4 == 0:
                with atomic(db, "edit", store.now):
                    store.save(note.but(text=f"{text} again"))


def records_of(path: Path) -> dict[str, Any] | None:
    """What the records hold, as queries give it, by table and by index; None when one fails."""
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as db, any_text(db):
            found: dict[str, Any] = {
                kind: db.execute(f"SELECT * FROM {kind} ORDER BY id").fetchall() for kind in ALL
            }
            found["uids"] = [db.execute(f"SELECT uid FROM {kind} ORDER BY uid").fetchall() for kind in ALL]
            found["days"] = db.execute("SELECT day FROM note ORDER BY day").fetchall()
            found["links"] = db.execute(
                "SELECT from_id FROM link WHERE to_kind = 'person' AND to_id = 1"
            ).fetchall()
            return found
    except (sqlite3.Error, ValueError):
        return None


def flip(whole: bytes, bit: int) -> bytes:
    """The bytes with one bit turned over."""
    changed = bytearray(whole)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


def trial(path: Path, whole: bytes, before: dict[str, Any] | None, bit: int, fix: bool) -> list[str]:
    """What became of one flip: any of changed, unreadable, by SQLite, found, missed, harmless but told, exact, …"""
    path.write_bytes(flip(whole, bit))
    after = records_of(path)
    findings = doctor.inside(path, NOW)
    told = {one.name for one in findings if one.state != "ok"}
    if after == before:
        said = ["harmless", "harmless but told"] if told else ["harmless"]
    else:
        said = ["changed", "unreadable" if after is None else "silently"]
        said += ["by SQLite's own check"] if told & {"pages", "file"} else []
        said += ["found" if told else f"MISSED bit {bit}"]
    return said + (_mended(path, before, told, after == before) if fix and told else [])


def _mended(path: Path, before: dict[str, Any] | None, told: set[str], harmless: bool) -> list[str]:
    which = "of the harmless: " if harmless else "of the changed: "
    try:
        mending.mend(path, NOW)
    except Problem:
        return [f"{which}not mended, left as it was"]
    finally:
        for aside in path.parent.glob("*-damaged-*"):
            aside.unlink()
    if records_of(path) == before:
        return [f"{which}records exact after --fix"]
    return [f"{which}mended otherwise"]


def run(folder: Path, flips: int, seed: int, fix: bool, witness: bool = True) -> Counter[str]:
    """Many flips of one small journal; with `witness` there is a backup beside it."""
    path = folder / "journal.db"
    small_journal(path, seed)
    if witness:
        backup(path, folder / "backups", NOW)
    whole, before = path.read_bytes(), records_of(path)
    chance = random.Random(seed)
    held = [place for place, byte in enumerate(whole) if byte]  # most of a small file is empty space
    counts: Counter[str] = Counter()
    for number in range(flips):
        place = chance.choice(held) if number % 4 else chance.randrange(len(whole))
        counts.update(trial(path, whole, before, place * 8 + chance.randrange(8), fix))
    return counts


if __name__ == "__main__":
    flips, seed = (int(one) for one in [*sys.argv[1:], *("2000", "1")[len(sys.argv) - 1 :]])
    for with_backup in (True, False):
        with tempfile.TemporaryDirectory() as place:
            made = run(Path(place), flips, seed, fix=True, witness=with_backup)
        print(f"{flips} flips, {'with' if with_backup else 'without'} a backup beside it")
        for words, number in sorted(made.items()):
            print(f"  {number:>6}  {words}")
