"""Journals for the store's tests: an empty one made once, copied for each test."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from mentorlog.store.connect import open_for_writing


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty journal; copy it, never write to it."""
    path = tmp_path_factory.mktemp("template") / "journal.db"
    open_for_writing(path).close()
    return path


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
def memory(template: Path) -> Iterator[Callable[[], sqlite3.Connection]]:
    """Makes an empty journal in memory: quick enough for every example of a property."""
    with closing(sqlite3.connect(template)) as source:

        def make() -> sqlite3.Connection:
            made = sqlite3.connect(":memory:", isolation_level=None)
            source.backup(made)
            return made

        yield make
