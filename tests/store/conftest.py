"""Journals for the store's tests: an empty one made once, copied for each test; plain, and encrypted."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from mentorlog.store import driver
from mentorlog.store.connect import open_for_writing
from tests import secure

ONLY_PLAIN = {
    "test_a_damaged_backup_is_refused_and_nothing_changes": "it looks for a word in the file; see test_driver",
    "test_what_is_no_journal_is_refused": "what has no key is no encrypted file",
    "test_a_migration_waits_for_another_program_that_writes": "SQLCipher stays in its thread",
    "test_every_flipped_bit_that_changes_what_a_query_gives_is_found": "the cipher finds each; see test_driver",
}
"""Tests that do not hold for encrypted journals, and why."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Every test that has a journal in a file runs twice."""
    own = getattr(metafunc.module, "FORM", None)  # a module that is about one form only
    if own is None and {"path", "tmp_path"} & set(metafunc.fixturenames):
        if "form" not in metafunc.fixturenames:
            metafunc.fixturenames.append("form")
        forms = ["plain"] if not secure.WANTED else []
        if secure.POSSIBLE and metafunc.function.__name__ not in ONLY_PLAIN:
            forms.append("encrypted")
        metafunc.parametrize("form", forms, indirect=True)


@pytest.fixture
def form(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Are the journals of this test plain or encrypted?"""
    if request.param == "encrypted":
        secure.everywhere(monkeypatch)
    yield request.param
    monkeypatch.undo()
    driver.let_go()


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """An empty journal of each form; copy it, never write to it."""
    made = {}
    for name in ("plain", "encrypted") if secure.POSSIBLE else ("plain",):
        made[name] = tmp_path_factory.mktemp(name) / "journal.db"
        with pytest.MonkeyPatch.context() as patch:
            if name == "encrypted":
                secure.here(patch)
            open_for_writing(made[name]).close()
    driver.let_go()
    return made


@pytest.fixture
def template(templates: dict[str, Path], form: str) -> Path:
    """An empty journal; copy it, never write to it."""
    return templates[form]


@pytest.fixture
def path(template: Path, tmp_path: Path) -> Path:
    """A journal file of this test's own, in a folder of its own."""
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    return Path(shutil.copy(template, home / "journal.db"))


@pytest.fixture
def db(path: Path) -> Iterator[sqlite3.Connection]:
    """The journal, open for writing."""
    with closing(open_for_writing(path)) as connection:
        yield connection


@pytest.fixture(scope="session")
def memory(templates: dict[str, Path]) -> Iterator[Callable[[], sqlite3.Connection]]:
    """Makes an empty journal in memory: quick enough for every example of a property."""
    with closing(sqlite3.connect(templates["plain"])) as source:

        def make() -> sqlite3.Connection:
            made = sqlite3.connect(":memory:", isolation_level=None)
            source.backup(made)
            return made

        yield make
