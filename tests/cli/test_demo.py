"""`demo`: a sample year to look around in, which never touches what is mine."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Temporary files of this test go where the test's own do."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


def test_it_makes_a_fresh_file_and_shows_it(run: Any, tmp_path: Path, journal: Path) -> None:
    made = run("demo")
    (file,) = tmp_path.glob("mentorlog-demo-*/journal.db")
    assert (made.code, made.err) == (0, "")
    assert made.out.startswith("mentorlog · Sam Rivera · Mon 4 May 2026\n")
    assert made.out.endswith(
        "This journal is a sample. Look around in it:\n"
        f'  export MENTORLOG_DB="{file}"\n'
        "  mentorlog timeline --with ana\n"
        "  mentorlog skill\n"
        "  mentorlog export summary --with ana --for mentor\n"
    )
    assert (file.stat().st_mode & 0o777, file.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    assert run("path", "--db", str(file)).code == run("person", "show", "ana", "--db", str(file)).code == 0
    assert not journal.exists()


def test_quiet_and_json_say_where_it_is(run: Any, tmp_path: Path) -> None:
    file = tmp_path / "year.db"
    assert run("demo", "--into", str(file), "-q") == (0, f"{file}\n", "")
    made = run("demo", "--into", str(file), "--force", "-q", "--json")
    assert (made.code, made.err) == (0, "")
    assert json.loads(made.out) == {"schema": "mentorlog/demo/1", "path": str(file)}


def test_a_file_that_is_there_stays_without_force(run: Any, tmp_path: Path) -> None:
    file = tmp_path / "year.db"
    file.write_text("mine")
    hint = "       Name another file, or give --force to replace it.\n"
    assert run("demo", "--into", str(file)) == (1, "", f"error: {file} is there already.\n{hint}")
    assert file.read_text() == "mine"
    assert run("demo", "--into", str(file), "--force", "-q").code == 0
    assert "ana" in run("person", "--db", str(file)).out
    folder = (1, "", f"error: {tmp_path} is there already.\n{hint}")
    assert run("demo", "--into", str(tmp_path)) == run("demo", "--into", str(tmp_path), "--force") == folder


def test_my_own_journal_is_never_touched(sam: Any, journal: Path, tmp_path: Path) -> None:
    before = journal.read_bytes()
    said = "is your journal, or belongs to it; I wrote nothing.\n       Name another file.\n"
    refused = (1, "", f"error: {journal} {said}")
    assert sam("demo", "--into", str(journal)) == refused
    assert sam("demo", "--into", str(journal), "--force") == refused
    beside = journal.with_name(f"{journal.name}-wal")
    assert sam("demo", "--into", str(beside)) == (1, "", f"error: {beside} {said}")
    assert not beside.exists()
    assert sam("demo", "--into", str(tmp_path / "year.db"), "-q").code == 0
    assert journal.read_bytes() == before


def test_what_is_wrong_makes_nothing(run: Any, tmp_path: Path) -> None:
    assert run("demo", "--into", str(tmp_path / "no" / "year.db")) == (
        1,
        "",
        f"error: There is no folder {tmp_path / 'no'}.\n       Make it, or name another file.\n",
    )
    assert run("demo", "year.db") == (
        2,
        "",
        "error: mentorlog demo: Got unexpected extra argument(s) (year.db).\n"
        "       mentorlog demo --help shows how it goes.\n",
    )
    assert list(tmp_path.rglob("*.db")) == []
