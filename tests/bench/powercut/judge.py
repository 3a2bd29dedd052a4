"""What is wrong with the state a disk was found in."""

from __future__ import annotations

import random
import shutil
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from mentorlog.store import soundness
from mentorlog.store.connect import connect
from tests.bench.powercut.disk import MODES, Disk
from tests.bench.powercut.story import JOURNAL, Mark, Told, finished, log_of, passing
from tests.program import carry_out

MEMORY = Path("/dev/shm")
LOOSE = ("person forget", "doctor")
"""Commands that keep their work in more than one step; between the steps only soundness is asked for."""


def faults(home: Path, before: Mark, after: Mark) -> Iterator[str]:
    """What is wrong, a word and what with. `before` was told to be kept; `after` was under way."""
    path = home / JOURNAL
    log = ""
    if path.exists() and path.stat().st_size:
        try:
            with closing(connect(path)) as db:
                wrong = soundness.faults(db)
                log = log_of(db)
        except (sqlite3.Error, ValueError) as error:
            yield f"TORN journal: {error}"
            return
        if wrong:
            yield f"TORN journal: {wrong[0]}"
    if log not in (before.log, after.log) and not after.command.startswith(LOOSE):
        yield f"LOST in the journal, while {after.command}"
    if after.command.startswith("restore-backup") and log == after.log:
        before = Mark(before.command, before.log, after.files)  # what was there before must be safe by then
    yield from _files(finished(home), before, after)


def _files(found: dict[str, bytes], before: Mark, after: Mark) -> Iterator[str]:
    for name in before.files:
        if name not in found and name in after.files:
            yield f"LOST {name}, while {after.command}"
    for name, data in found.items():
        known = [mark.files[name] for mark in (before, after) if name in mark.files]
        if known and data not in known:
            yield f"TORN {name}, while {after.command}"
        if not known and not passing(name):
            yield f"STRAY {name}, while {after.command}"


def goes_on(home: Path) -> bool:
    """Can the next command be carried out?"""
    return carry_out("--db", str(home / JOURNAL), "log", "goes on").code == 0


def cuts(told: Told, count: int, seed: int) -> Counter[str]:
    """Cut the power `count` times in each mode. Counts the states tried, and each fault by its words."""
    found: Counter[str] = Counter()
    chance = random.Random(seed)
    events = told.seen.events
    moments = range(told.seen.begun, len(events) + 1)
    # Just after a name was given and just before it is safe is where most can go wrong.
    narrow = [one for one in moments[1:] if events[one - 1].kind in ("names", "size", "told")]
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        for number in range(count):
            for mode in MODES:
                home = Path(folder) / "home"
                home.mkdir()
                at = chance.choice(chance.choice((moments, narrow)))
                Disk(told.seen, at, chance, mode).put(home)
                kept = sum(event.kind == "told" for event in events[:at])
                after = told.marks[min(kept + 1, len(told.marks) - 1)]
                wrong = list(faults(home, told.marks[kept], after))
                if not wrong and number % 5 == 0 and not goes_on(home):
                    wrong = [f"STUCK after {after.command}"]
                found.update([f"{mode}: tried", *(f"{mode}: {one}" for one in wrong)])
                shutil.rmtree(home)
    return found
