"""A sample journal made once and copied for each test, and nothing of the machine's owner in sight."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path
from typing import Protocol

import pytest
from hypothesis import HealthCheck, settings

from tests import secure
from tests.program import Ran, carry_out
from tests.thorough import many

# The same examples each time, so that a change is judged by itself; a busy machine is no reason to fail.
settings.register_profile(
    "suite",
    max_examples=many(100),
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("suite")

if secure.WANTED:
    secure.here(pytest.MonkeyPatch())

HIDDEN = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "EDITOR", "VISUAL", "PAGER", "LANG", "LC_ALL")


ONLY_PLAIN = {
    "test_a_full_disk_loses_nothing_and_is_named": "what is taken back is encrypted anew, in other bytes",
    "test_forgetting_asks_first_and_leaves_no_trace_in_the_file": "it looks for words in the file",
}
"""Tests that do not hold for encrypted journals, and why."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """With MENTORLOG_TEST_SECURE=1 every journal is encrypted."""
    for item in items if secure.WANTED else ():
        name = item.name.partition("[")[0]
        if name in ONLY_PLAIN:
            item.add_marker(pytest.mark.skip(reason=ONLY_PLAIN[name]))


class Run(Protocol):
    """Runs a command line: `run("goal", "list")`."""

    def __call__(self, *argv: str, stdin: str = "", tty: bool = False) -> Ran: ...


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample journal as `demo` makes it; copy it, never write to it."""
    path = tmp_path_factory.mktemp("sample") / "journal.db"
    with pytest.MonkeyPatch.context() as patch:
        isolate(patch, path.parent)
        made = carry_out("demo", "--into", str(path))
    assert made.code == 0, made.err
    return path


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of the test's own, in UTC; no setting, editor or colour of whoever runs the tests."""
    place = tmp_path_factory.mktemp("home")
    isolate(monkeypatch, place)
    return place


def isolate(patch: pytest.MonkeyPatch, home: Path) -> None:
    """Hide the variables of whoever runs the tests."""
    for name in (*HIDDEN, *(name for name in os.environ if name.startswith(("MENTORLOG_", "XDG_")))):
        patch.delenv(name, raising=False)
    for name, value in (
        ("HOME", str(home)),
        ("USERPROFILE", str(home)),
        ("TERM", "xterm-256color"),
        ("TZ", "UTC"),
        ("MENTORLOG_BACKUP", "off"),
    ):
        patch.setenv(name, value)
    if secure.WANTED:
        secure.surround(patch)
    if hasattr(time, "tzset"):
        time.tzset()


@pytest.fixture
def journal(sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the sample journal, which `run` works on."""
    folder = tmp_path / "kept"
    folder.mkdir(mode=0o700)
    path = Path(shutil.copy(sample, folder / "journal.db"))
    monkeypatch.setenv("MENTORLOG_DB", str(path))
    return path


@pytest.fixture
def run(journal: Path) -> Run:
    """Runs the program on a copy of the sample journal."""
    return carry_out


@pytest.fixture
def run_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the program where there is no journal yet."""
    monkeypatch.setenv("MENTORLOG_DB", str(tmp_path / "new" / "journal.db"))
    return carry_out
