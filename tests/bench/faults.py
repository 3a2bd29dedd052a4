"""Everything that can go wrong under a journal, made to go wrong many times; the figures at the end.

    python -m tests.bench.faults [--quick] [--secure] [--seed N] [--only WORD]

Power cuts, kill -9, failing calls, a full disk, two writers, flipped bits and shortened files, each driving the command
line as a person does. Nothing that was told to be kept may be lost, nothing may be torn, and nothing may stop the next
command. Ends with 1 when one of these figures is not zero. Power cuts and kills need strace.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from mentorlog.store import doctor, soundness
from mentorlog.store.connect import connect
from tests.bench import bit_flips
from tests.bench.powercut import injected, judge, story, trace
from tests.program import NOW, carry_out, surroundings

WRITER = """
import io, sys
from mentorlog.main import main
for number in range(int(sys.argv[3])):
    code = main(["--db", sys.argv[1], "log", f"{sys.argv[2]} {number}"], stdin=io.StringIO(), stdout=io.StringIO())
    if code:
        sys.exit(code)
"""
PROMISED = ("LOST", "TORN", "STUCK", "STRAY", "CRASH", "MISSED")
"""What a count begins with that must be zero."""


class Size(NamedTuple):
    """How often each thing is tried."""

    cuts: int
    calls: int
    writes: int
    flips: int
    shortened: int


FULL, QUICK = Size(2000, 40, 200, 2000, 400), Size(60, 4, 20, 60, 20)


def power_cuts(size: Size, seed: int) -> Iterator[tuple[str, Counter[str]]]:
    """The whole life of a journal, and an older one that is migrated, cut off anywhere."""
    for name, commands, old in (("a journal's life", story.LIFE, False), ("a migration", story.OLD, True)):
        with tempfile.TemporaryDirectory() as folder:
            home = Path(folder) / "home"
            home.mkdir()
            if old:
                story.old_journal(home)
            told = story.record(home, commands)
            found = judge.cuts(told, size.cuts, seed)
        for mode in judge.MODES:
            mine = {
                words.split(": ", 1)[1]: count for words, count in found.items() if words.startswith(mode)
            }
            yield f"power cuts, {name}, {mode} disk", Counter(mine)


def at_each_call(size: Size, _seed: int) -> Iterator[tuple[str, Counter[str]]]:
    """Killed, refused and starved at each call to the disk."""
    ways = (
        ("kill -9", injected.CALLS, "signal=KILL", False),
        ("a call fails", injected.CALLS, "error=EIO", False),
        ("disk full from a call on", injected.MORE, "error=ENOSPC", True),
    )
    for title, calls, what, stays in ways:
        for name in injected.DEEDS:
            yield f"{title}, {name}", injected.tries(name, calls, what, size.calls, stays)


def two_writers(size: Size, _seed: int) -> Iterator[tuple[str, Counter[str]]]:
    """Two processes write at once, as fast as they can."""
    with tempfile.TemporaryDirectory() as folder:
        path, home = Path(folder) / "journal.db", Path(folder)
        running = [
            subprocess.Popen(
                [sys.executable, "-c", WRITER, str(path), name, str(size.writes)], env=surroundings(home)
            )
            for name in ("a", "b")
        ]
        codes = [one.wait() for one in running]
        with closing(connect(path)) as db:
            kept = db.execute("SELECT count(DISTINCT text) FROM note").fetchone()[0]
            wrong = soundness.faults(db)
    found = Counter({"tried": 2 * size.writes, "LOST writes": 2 * size.writes - kept, "TORN": len(wrong)})
    yield "two processes at once", found + Counter({"STUCK": sum(map(bool, codes))})


def flipped_bits(size: Size, seed: int) -> Iterator[tuple[str, Counter[str]]]:
    """Single bits turned over: each that changes what a query gives must be found by doctor."""
    with tempfile.TemporaryDirectory() as folder:
        made = bit_flips.run(Path(folder), size.flips, seed, fix=False)
    found = Counter({"tried": size.flips, "MISSED": 0})
    for words, count in made.items():
        found["MISSED" if words.startswith("MISSED") else words] += count
    yield "bits flipped", found


def shortened_files(size: Size, seed: int) -> Iterator[tuple[str, Counter[str]]]:
    """A journal cut short: doctor finds it, no command crashes or writes to it, and the backup brings all back."""
    chance = random.Random(seed)
    found: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "journal.db"
        bit_flips.small_journal(path, seed)
        assert carry_out("--db", str(path), "backup").code == 0
        whole, before = path.read_bytes(), bit_flips.records_of(path)
        for number in range(size.shortened):
            length = chance.choice(
                (chance.randrange(1, len(whole)), 512 * chance.randrange(1, len(whole) // 512))
            )
            found.update(["tried", *_shortened(path, whole[:length])])
            if number % 10 == 0:
                back = carry_out("--db", str(path), "restore-backup", "newest", "--yes")
                if back.code or bit_flips.records_of(path) != before:
                    found["LOST after restore-backup"] += 1
                found["brought back"] += not back.code
                for aside in path.parent.glob("*before-restore*"):
                    aside.unlink()
    yield "files cut short", found


def _shortened(path: Path, data: bytes) -> Iterator[str]:
    path.write_bytes(data)
    yield "MISSED" if all(one.state == "ok" for one in doctor.inside(path, NOW)) else "found"
    for line in (("note", "list"), ("search", "plans"), ("log", "words")):
        ran = carry_out("--db", str(path), *line)
        if "foresee" in ran.err or "Traceback" in ran.err:
            yield f"CRASH {line[0]}: {ran.err[:120]}"
    if ran.code and path.read_bytes() != data:
        yield "TORN by a refused command"


CHECKS: tuple[Callable[[Size, int], Iterator[tuple[str, Counter[str]]]], ...] = (
    power_cuts,
    at_each_call,
    two_writers,
    flipped_bits,
    shortened_files,
)
TRACED = (power_cuts, at_each_call)


def row(title: str, found: Counter[str]) -> tuple[str, bool]:
    """A line of the table, and whether every promised zero is one."""
    bad = {words: count for words, count in found.items() if words.startswith(PROMISED) and count}
    more = ", ".join(
        f"{count:,} {words}"
        for words, count in sorted(found.items())
        if words[0].islower() and words != "tried"
    )
    figures = f"{title:<52} {found['tried']:>6,} tried {sum(bad.values()):>4} faults   {more}"
    return "\n".join(
        [figures.rstrip(), *(f"    {count:>6} {words}" for words, count in sorted(bad.items()))]
    ), not bad


def _encrypt() -> None:
    """From now on every journal that is begun is encrypted, and its key is at hand."""
    import pytest

    from tests import secure

    if not secure.POSSIBLE:
        sys.exit("There is no sqlcipher3 here: pip install 'mentorlog[secure]'")
    os.environ["MENTORLOG_TEST_SECURE"] = "1"  # `tests.program.surroundings` hands the key on
    secure.everywhere(pytest.MonkeyPatch())


def main(argv: list[str]) -> int:
    """Run the checks and print their figures. Returns 0 when all that is promised is so, else 1."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="a few of each")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="checks with this word in their name")
    parser.add_argument("--secure", action="store_true", help="every journal is encrypted")
    given = parser.parse_args(argv)
    os.environ["MENTORLOG_BACKUP"] = "off"
    if given.secure:
        _encrypt()
    well, began = True, time.monotonic()
    for check in (one for one in CHECKS if given.only in one.__name__):
        if check in TRACED and not trace.available():
            print(f"{check.__name__.replace('_', ' ')}: not tried, there is no strace that can trace here")
            continue
        for title, found in check(QUICK if given.quick else FULL, given.seed):
            line, good = row(title, found)
            print(line, flush=True)
            well = well and good
    print(f"{'All that is promised is so' if well else 'NOT as promised'}; {time.monotonic() - began:.0f} s.")
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
