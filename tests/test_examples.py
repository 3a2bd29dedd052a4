"""Every transcript shows what the program prints."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.transcripts import replay

ROOT = Path(__file__).parent.parent
EXAMPLES = sorted((ROOT / "examples").glob("*.console"))


@pytest.fixture
def journal(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder whose path is about as long as the one that is shown in its place, so that lines break alike."""
    for name in [*os.environ]:
        if name.startswith("MENTORLOG_") or name in ("FORCE_COLOR", "TERM"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TZ", "Europe/Madrid")
    with tempfile.TemporaryDirectory(prefix="mentorlog-") as folder:
        monkeypatch.setenv("MENTORLOG_DB", f"{folder}/journal.db")
        monkeypatch.setenv("MENTORLOG_CONFIG", f"{folder}/config.toml")
        yield Path(folder)


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
