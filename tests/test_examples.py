"""Every transcript shows what the program prints."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from tests.transcripts import replay

ROOT = Path(__file__).parent.parent
EXAMPLES = sorted((ROOT / "examples").glob("*.console"))


@pytest.fixture
def journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in [*os.environ]:
        if name.startswith("MENTORLOG_") or name in ("FORCE_COLOR", "TERM"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("MENTORLOG_DB", str(tmp_path / "journal.db"))
    monkeypatch.setenv("MENTORLOG_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TZ", "Europe/Madrid")
    return tmp_path


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_prints_exactly_what_it_shows(example: Path, journal: Path) -> None:
    printed = replay(example.read_text(encoding="utf-8"), journal)
    if os.environ.get("UPDATE_EXAMPLES"):
        example.write_text(printed, encoding="utf-8")
    assert printed == example.read_text(encoding="utf-8")


def test_the_readme_shows_what_the_program_prints(journal: Path) -> None:
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8")
    found = re.search(r"```console\n(.*?)```", text, re.DOTALL)
    assert found, "README.md has no transcript"
    printed = replay(found[1], journal)
    if os.environ.get("UPDATE_EXAMPLES"):
        readme.write_text(text[: found.start(1)] + printed + text[found.end(1) :], encoding="utf-8")
    else:
        assert printed == found[1]


def test_there_are_the_three_stories() -> None:
    assert {path.stem for path in EXAMPLES} >= {"first-week", "prepare-a-meeting", "quarter-review"}
