"""Killed, refused and starved at any system call: strace makes it happen, at each call in turn."""

from __future__ import annotations

import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from mentorlog.store import soundness
from mentorlog.store.connect import connect
from tests.bench.powercut.judge import MEMORY, goes_on
from tests.bench.powercut.story import JOURNAL, environment, finished, old_journal
from tests.program import START

CALLS = "pwrite64,write,fsync,fdatasync,ftruncate,rename,link,unlink,mkdir"
MORE = "pwrite64,write,sendfile"
"""Calls that take room on the disk."""
JOURNALS = (JOURNAL, "new/journal.db")
BEGUN = (
    "log first words",
    "log words two",
    "export all --out {}/all.json",
    "backup",
    "log words three",
    "--db {}/other/journal.db log words of another",
    "--db {}/other/journal.db export all --out {}/other.json",
)


class Deed(NamedTuple):
    """A command, and what the home folder is like before it: `old` is a journal of an older program."""

    command: str
    old: bool = False


DEEDS = {
    "write": Deed("log words four"),
    "first write": Deed("--db {}/new/journal.db log words"),
    "migration": Deed("log words four", old=True),
    "backup": Deed("backup"),
    "restore": Deed("restore-backup newest --yes"),
    "import": Deed("import {}/other.json"),
    "export": Deed("export all --out {}/all.json --force"),
    "setting": Deed("config set name Sam"),
}


class Ground:
    """A home folder to copy for each try, and the two things its journal may say afterwards."""

    def __init__(self, folder: Path, deed: Deed) -> None:
        self.home, self.given, self.deed = folder / "home", folder / "given", deed
        self.home.mkdir()
        if deed.old:
            old_journal(self.home)
        for command in () if deed.old else BEGUN:
            ran = self._run(command)
            assert ran.returncode == 0, ran.stderr
        shutil.move(self.home, self.given)
        self.put()
        self.before = held(self.home)

    def put(self) -> None:
        """The home folder as it was at first."""
        shutil.rmtree(self.home, ignore_errors=True)
        shutil.copytree(self.given, self.home)

    def argv(self, command: str) -> list[str]:
        """The command line of a process of its own."""
        return [
            sys.executable,
            "-c",
            START,
            *(word.replace("{}", str(self.home)) for word in command.split()),
        ]

    def _run(self, command: str, *strace: str) -> subprocess.CompletedProcess[bytes]:
        argv = [*strace, *self.argv(command)]
        return subprocess.run(argv, env=environment(self.home), capture_output=True, check=False, input=b"")

    def count(self, calls: str) -> int:
        """How many of these calls the command makes when all goes well."""
        log = self.home.with_name("calls")
        ran = self._run(self.deed.command, "strace", "-e", f"trace={calls}", "-o", str(log))
        assert ran.returncode == 0, ran.stderr
        return sum(bool(re.match(r"\w+\(", line)) for line in log.read_text(encoding="utf-8").splitlines())

    def hit(self, calls: str, what: str, when: str) -> subprocess.CompletedProcess[bytes]:
        """The command, with something done to the call of that number."""
        tracing = ("-e", f"trace={calls}", "-e", f"inject={calls}:{what}:when={when}", "-o", "/dev/null")
        return self._run(self.deed.command, "strace", *tracing)


def held(home: Path) -> dict[str, object]:
    """What a home folder holds, but for moments and identities. Raises sqlite3.Error."""
    found: dict[str, object] = {}
    for name in JOURNALS:
        if (home / name).is_file() and (home / name).stat().st_size:
            with closing(connect(home / name)) as db:
                log = db.execute("SELECT tbl, row, op FROM change ORDER BY seq").fetchall()
                found[name] = (log, db.execute("SELECT text FROM note ORDER BY id").fetchall())
    for name, data in finished(home).items():
        kind = "copies" if name.endswith(".db") else name
        if kind != "copies":
            found[name] = data.count(b'"text"') or data
        elif name not in JOURNALS:
            found[kind] = found.get(kind, 0) + 1  # type: ignore[operator]
    return found


def torn(home: Path) -> Iterator[str]:
    """Every finished file that is not whole."""
    places = [home / one for one in {JOURNAL, *finished(home)} if (home / one).is_file()]
    for place in places:
        if place.suffix == ".db" and place.stat().st_size:
            try:
                with closing(connect(place)) as db:
                    wrong = soundness.faults(db)
            except sqlite3.Error as error:
                wrong = [str(error)]
            if wrong:
                yield f"TORN {place.relative_to(home)}: {wrong[0]}"
        elif place.suffix in (".json", ".toml") and not place.read_bytes().endswith((b"}\n", b'"\n')):
            yield f"TORN {place.relative_to(home)}"


def tries(name: str, calls: str, what: str, most: int, stays: bool = False) -> Counter[str]:
    """Do something to each call of a deed in turn, at most so many. With `stays` it goes on for the rest."""
    found: Counter[str] = Counter()
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        ground = Ground(Path(folder), DEEDS[name])
        ground.put()
        number = ground.count(calls)
        after = held(ground.home)
        for one in sorted({1 + round(step * (number - 1) / max(1, most - 1)) for step in range(most)}):
            ground.put()
            ran = ground.hit(calls, what, f"{one}+" if stays else str(one))
            found["tried"] += 1
            found.update(_judged(ground, ran, after, name))
    return found


def _judged(
    ground: Ground, ran: subprocess.CompletedProcess[bytes], after: dict[str, object], name: str
) -> Iterator[str]:
    wrong = list(torn(ground.home))
    yield from wrong
    if wrong:
        return
    now = held(ground.home)
    if now == after:
        if ran.returncode and after != ground.before:
            yield "done, though told otherwise"
    elif ran.returncode == 0:
        yield f"LOST though it was told: {name}"
    elif _journals(now) not in (_journals(ground.before), _journals(after)):
        yield f"LOST or half done: {name}"
    if b"Traceback" in ran.stderr or b"foresee" in ran.stderr:
        yield f"CRASH: {ran.stderr.decode()[:200]}"
    if not goes_on(ground.home):
        yield f"STUCK after {name}"


def _journals(found: dict[str, object]) -> dict[str, object]:
    return {name: one for name, one in found.items() if name in JOURNALS}
