"""The power goes, the process is killed, the disk says no: what was told to be kept is kept, and nothing is torn.

`python -m tests.bench.faults` does the same thousands of times.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from mentorlog.store import connect, soundness
from tests.bench import faults
from tests.bench.powercut import injected, judge, story, trace
from tests.bench.powercut.story import Told
from tests.conftest import Run

TRACED = pytest.mark.skipif(not trace.available(), reason="there is no strace that can trace here")


def wrong(found: Counter[str]) -> list[str]:
    """What is there of that was promised never to be."""
    assert found["tried"] or found["strict: tried"]
    return [words for words in found if words.split(": ")[-1].startswith(faults.PROMISED) or "LOST" in words]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """The first four commands of a journal, as the disk saw them."""
    return story.record(tmp_path_factory.mktemp("cut"), story.BEGIN)


@TRACED
def test_a_power_cut_anywhere_loses_nothing_that_was_told_to_be_kept(told: Told) -> None:
    assert wrong(judge.cuts(told, 60, seed=1)) == []


@TRACED
def test_a_program_that_waits_for_no_disk_would_be_caught(told: Told) -> None:
    hasty = Told(story.Recorder(Path(__file__).parent / "schemas"), told.marks)
    hasty.seen.__dict__.update(told.seen.__dict__)
    hasty.seen.events = [event for event in told.seen.events if event.kind != "sync"]
    assert {one.split()[1] for one in wrong(judge.cuts(hasty, 40, seed=1))} >= {"LOST"}


@TRACED
@pytest.mark.parametrize("deed", ["migration", "restore", "setting"])
def test_a_kill_at_any_call_to_the_disk_leaves_all_of_a_deed_or_nothing(deed: str) -> None:
    assert wrong(injected.tries(deed, injected.CALLS, "signal=KILL", 3)) == []


@TRACED
@pytest.mark.parametrize("deed", ["write", "export"])
def test_a_disk_that_is_full_from_any_call_on_loses_nothing(deed: str) -> None:
    assert wrong(injected.tries(deed, injected.MORE, "error=ENOSPC", 3, stays=True)) == []


class Failing(sqlite3.Connection):
    """A connection whose disk fails at a statement that begins so, before or after it was done."""

    begins, done = "", False

    def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
        """As ever, but for the one statement."""
        if self.begins and sql.startswith(self.begins):
            if self.done:
                super().execute(sql, *values)
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = sqlite3.SQLITE_IOERR
            raise error
        return super().execute(sql, *values)


@pytest.mark.parametrize("done", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("begins", ["BEGIN", "UPDATE", "INSERT INTO main.command", "COMMIT"])
def test_a_call_that_fails_is_told_as_doubtful_and_what_is_there_is_whole(
    begins: str, done: bool, run: Run, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *a, **k: real(*a, **{**k, "factory": Failing}))
    monkeypatch.setattr(Failing, "begins", begins)
    monkeypatch.setattr(Failing, "done", done)
    ran = run("log", "doubtful words")
    assert ran.code == 3
    assert "the last change may or may not be kept" in ran.err
    monkeypatch.setattr(Failing, "begins", "")
    there = "doubtful words" in run("note", "list", "--limit", "0").out
    assert there == (begins == "COMMIT" and done)
    with closing(connect.connect(journal)) as db:
        assert soundness.faults(db) == []
    assert run("log", "words afterwards").code == 0


@cache
def quick() -> faults.Size:
    """A size that takes a few seconds."""
    return faults.QUICK._replace(writes=25, shortened=20)


def test_two_processes_that_write_at_once_lose_nothing() -> None:
    [(_, found)] = faults.two_writers(quick(), 1)
    assert (found["tried"], wrong(found)) == (50, [])


def test_a_file_cut_short_is_found_and_the_backup_brings_all_back(monkeypatch: pytest.MonkeyPatch) -> None:
    [(_, found)] = faults.shortened_files(quick(), 1)
    assert (found["tried"], found["brought back"], wrong(found)) == (20, 2, [])


def test_the_figures_end_badly_when_one_that_must_be_zero_is_not(capsys: pytest.CaptureFixture[str]) -> None:
    assert faults.row("cuts", Counter({"tried": 5, "found": 2})) == (
        "cuts                                                      5 tried    0 faults   2 found",
        True,
    )
    line, well = faults.row("cuts", Counter({"tried": 5, "LOST a note": 2}))
    assert (line.split("\n")[1], well) == ("         2 LOST a note", False)
