"""A person's words where they could do harm beyond a terminal: in the names of files, and in a traceback."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as some

from mentorlog.domain.documents.journal import file_name
from tests.conftest import Run
from tests.program import process


@given(some.text(max_size=400), some.sampled_from(["n1", "ms123456"]))
@example("../../etc/passwd", "n1")
@example("CON", "n1")
@example("-rf", "n1")
@example("a\0b", "n1")
@example(".", "n1")
@example("x" * 300, "n1")
@example("会議 …", "n1")
def test_no_title_makes_a_file_name_that_leads_elsewhere(title: str, ref: str) -> None:
    name = file_name(title, ref)
    assert re.fullmatch(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?", name)
    assert len(name) <= 60
    assert name.endswith(ref)


@pytest.mark.parametrize("debug", ["", "1"])
def test_a_traceback_asked_for_shows_no_values(debug: str, home: Path, tmp_path: Path) -> None:
    """MENTORLOG_DEBUG shows where a fault is; what the journal says is nobody's business but its owner's."""
    script = (
        "import sys; from mentorlog.store.records import Records\n"
        "def fail(self, record): canary = record.text; raise RuntimeError('a fault')\n"
        "Records.add = fail\n"
        "from mentorlog.main import main; sys.exit(main(sys.argv[1:]))\n"
    )
    import subprocess
    import sys

    from tests.program import surroundings

    env = surroundings(
        home, MENTORLOG_DB=str(tmp_path / "j.db"), **({"MENTORLOG_DEBUG": debug} if debug else {})
    )
    argv = [sys.executable, "-c", script, "log", "-", "--private"]
    ran = subprocess.run(argv, env=env, input=b"zqcanary", capture_output=True, timeout=60)
    assert ran.returncode == 1
    assert (b"Traceback" in ran.stderr) == bool(debug)
    assert b"zqcanary" not in ran.stderr + ran.stdout
    assert list(home.rglob("*.log")) == []


def test_nothing_is_named_after_what_was_written(run: Run, journal: Path, home: Path) -> None:
    for line in ("log zqcanary", "person add Zqcanary --role peer", "backup", "restore-backup newest --yes"):
        assert run(*line.split()).code == 0
    assert not [one for one in (*journal.parent.rglob("*"), *home.rglob("*")) if "canary" in one.name.lower()]
    assert process("path", home=home).returncode == 0
