"""What commands cost, in instructions, against a bare interpreter: noise of the machine does not matter.

    python tests/bench/speed.py            counts and prints a table; exit code 1 when a budget is broken
    python tests/bench/speed.py log        only lines that hold this word

Counts with valgrind's callgrind, else with `perf stat`, else CPU time of many runs, and says which.
"""

from __future__ import annotations

import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.bench.journal import journal_of  # noqa: E402

START = "from mentorlog.main import run; run()"
SMALL, LARGE = 100, 100_000
CAPTURE, PAGE, BARE, CAREER = 8.0, 12.0, 7.0, 15.6
"""How many bare interpreters a capture, a drawn page, `--version`, and a drawn career page may cost."""
GROWTH = 2.0
"""How much more the large journal may cost than the small one."""

Count = Callable[[list[str], dict[str, str]], float]


class Case(NamedTuple):
    """A command line, its budget in bare interpreters, and whether its page is drawn by Rich."""

    name: str
    argv: tuple[str, ...]
    budget: float
    drawn: bool = False
    grows: bool = True


CASES = (
    Case("--version", ("--version",), BARE, grows=False),
    Case("--help", ("--help",), BARE, grows=False),
    Case("log", ("log", "Explained query plans to the API team"), CAPTURE),
    Case("log --with", ("log", "Explained plans", "--with", "person-1x", "--on", "yesterday"), CAPTURE),
    Case("action list -q", ("action", "list", "-q"), PAGE),
    Case("goal list, piped", ("goal", "list"), PAGE),
    Case("goal list, drawn", ("goal", "list"), PAGE, drawn=True),
    Case("note list, piped", ("note", "list", "--limit", "20"), PAGE),
    Case("search, rare", ("search", "zeppelin", "--limit", "5"), PAGE),
    Case("search, common", ("search", "query", "--limit", "5"), PAGE),
    Case("next, piped", ("next",), PAGE),
    Case("dashboard, piped", ("dashboard",), PAGE),
    Case("dashboard, drawn", ("dashboard",), PAGE, drawn=True),
    Case("prep, drawn", ("prep", "person-1x"), PAGE, drawn=True),
    Case("timeline, piped", ("timeline",), PAGE),
    Case("timeline, drawn", ("timeline", "--compact"), PAGE, drawn=True),
    Case("career gap, drawn", ("career", "gap", "backend-developer"), CAREER, drawn=True),
    Case("career explore, drawn", ("career", "explore", "--from", "dba"), CAREER, drawn=True),
    Case("career path, drawn", ("career", "path", "dba", "platform-lead"), CAREER, drawn=True),
    Case("career path, long", ("career", "path", "dba", "cto"), CAREER, drawn=True),
)


def by_callgrind(argv: list[str], env: dict[str, str]) -> float:
    """Instructions of the process."""
    run = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *argv]
    ended = subprocess.run(run, env=env, capture_output=True, text=True, check=True)
    return float(re.findall(r"Collected : (\d+)", ended.stderr)[0])


def by_perf(argv: list[str], env: dict[str, str]) -> float:
    """Instructions of the process, in user space."""
    ended = subprocess.run(
        ["perf", "stat", "-x,", "-e", "instructions:u", *argv],
        env=env,
        capture_output=True,
        text=True,
        check=True,
    )
    return float(ended.stderr.splitlines()[-1].split(",")[0])


def by_time(argv: list[str], env: dict[str, str]) -> float:
    """Seconds of CPU time: the least of many runs."""
    times = []
    for _ in range(25):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(argv, env=env, capture_output=True, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(times)


def counter(env: dict[str, str]) -> tuple[str, Count]:
    """The best way to count on this machine, and its name."""
    for name, tool, count in (("valgrind", "callgrind", by_callgrind), ("perf", "perf stat", by_perf)):
        if shutil.which(name):
            try:
                count([sys.executable, "-c", "pass"], env)
            except (subprocess.CalledProcessError, ValueError, IndexError):
                continue
            return tool, count
    return "CPU time (rough)", by_time


def surroundings(folder: Path, **more: str) -> dict[str, str]:
    """Variables of a quiet machine. Bytecode is written, as an installed program has it."""
    kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
    return kept | {"HOME": str(folder), "PYTHONPATH": str(ROOT), "TZ": "UTC", "LC_ALL": "C.UTF-8", **more}


def cost(case: Case, journal: Path, folder: Path, count: Count) -> float:
    """What a case costs on a copy of the journal."""
    copy = Path(shutil.copy(journal, folder / "journal.db"))
    env = surroundings(
        folder, MENTORLOG_DB=str(copy), **({"COLUMNS": "100", "FORCE_COLOR": "1"} if case.drawn else {})
    )
    argv = [sys.executable, "-c", START, *case.argv]
    subprocess.run(argv, env=env, capture_output=True, check=True)  # writes the bytecode
    return count(argv, env)


def main(only: str = "") -> int:
    """Measure and print. Returns 1 when a budget is broken."""
    broken = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        small = journal_of(SMALL, folder / "small.db", date.today())
        large = journal_of(LARGE, folder / "large.db", date.today())
        tool, count = counter(surroundings(folder))
        bare = count([sys.executable, "-c", "pass"], surroundings(folder))
        print(f"Counted with {tool}; python -c pass is {bare:,.3g}. {LARGE:,} records")
        print(f"{'':<18} {SMALL:>9,} {LARGE:>9,} {'growth':>8}   budget")
        for case in CASES:
            if only not in case.name:
                continue
            one = cost(case, small, folder, count)
            other = cost(case, large, folder, count) if case.grows else one
            over = one / bare > case.budget or other / one > GROWTH
            broken += over
            print(
                f"{case.name:<18} {one / bare:8.2f}× {other / bare:8.2f}× {other / one:7.2f}×   {case.budget:g}×"
                + ("  OVER" if over else ""),
                flush=True,
            )
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
