"""What a killed run leaves beside a journal is known for what it is, and goes; nothing else does."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mentorlog.store import backups, unfinished
from tests.program import NOW, carry_out

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no safe way to ask who runs")
NOBODY = 2**22 + 1
"""More than any process is numbered."""


def left_by_a_killed_run(folder: Path, of: str = "") -> Path:
    """What a run made that is over: its number was somebody's."""
    script = "import sys; from pathlib import Path; from mentorlog.store.unfinished import name_in;"
    script += (
        "place = name_in(Path(sys.argv[1]), sys.argv[2]); place.write_text('CREATE TABLE'); print(place)"
    )
    said = subprocess.run(
        [sys.executable, "-c", script, folder, of], capture_output=True, text=True, check=True
    )
    return Path(said.stdout.strip())


def test_what_a_killed_run_left_is_abandoned_at_once(tmp_path: Path) -> None:
    left = [left_by_a_killed_run(tmp_path), left_by_a_killed_run(tmp_path, "key.age")]
    beside = left[0].with_name(f"{left[0].name}-journal")
    beside.touch()
    folder = tmp_path / f".{NOBODY}-01234567.part"
    folder.mkdir()
    (folder / "copy.db").touch()
    now = datetime.now(UTC)
    assert set(unfinished.clear_away(tmp_path, now)) == {*left, beside, folder}
    assert list(tmp_path.iterdir()) == []


def test_what_a_run_is_making_stays_for_an_hour(tmp_path: Path) -> None:
    part = unfinished.name_in(tmp_path)
    part.touch()
    now = datetime.now(UTC)
    assert unfinished.abandoned(tmp_path, now) == []
    assert unfinished.abandoned(tmp_path, now + timedelta(hours=2)) == [part]


@pytest.mark.parametrize("name", [f"{NOBODY}-01234567.part", f".{NOBODY}.part", ".film.part", "journal.db"])
def test_what_is_not_called_so_is_not_ours_to_take(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    assert unfinished.abandoned(tmp_path, datetime.now(UTC) + timedelta(days=2)) == []


def test_a_link_of_such_a_name_goes_and_what_it_leads_to_stays(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / f".{NOBODY}-01234567.part").symlink_to(tmp_path / "kept")
    unfinished.clear_away(tmp_path, datetime.now(UTC))
    assert [one.name for one in tmp_path.iterdir()] == ["kept"]


def test_a_folder_that_is_away_holds_nothing(tmp_path: Path) -> None:
    assert unfinished.clear_away(tmp_path / "none", datetime.now(UTC)) == []


def test_doctor_finds_it_and_takes_it_away_when_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MENTORLOG_DB", str(tmp_path / "journal.db"))
    assert carry_out("log", "words").code == 0
    left = left_by_a_killed_run(tmp_path)
    ran = carry_out("doctor")
    assert (ran.code, f"1 unfinished file of a run that was killed: {left}." in ran.out) == (1, True)
    assert left.exists()
    ran = carry_out("doctor", "--fix")
    assert "Taken away: 1 unfinished file of a run that was killed." in ran.out
    assert not left.exists()


def test_the_copy_of_the_day_takes_it_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = tmp_path / "journal.db"
    monkeypatch.setenv("MENTORLOG_DB", str(journal))
    assert carry_out("log", "words").code == 0
    assert backups.make(journal, NOW).exists()
    left = [left_by_a_killed_run(one) for one in (tmp_path, backups.folder_of(journal))]
    assert os.path.exists(backups.make(journal, NOW))
    assert not any(one.exists() for one in left)
