"""Running the program as a person would: a command line in, exit code and both outputs back."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

import pytest

from mentorlog.main import main

NOW = datetime(2026, 5, 4, 10, 0, tzinfo=ZoneInfo("Europe/Berlin"))
"""A Monday."""
_VARIABLES = (
    "NO_COLOR",
    "FORCE_COLOR",
    "COLUMNS",
    "EDITOR",
    "VISUAL",
    "MENTORLOG_NAME",
    "MENTORLOG_VISIBILITY",
    "MENTORLOG_ASCII",
    "MENTORLOG_DATE_ORDER",
    "MENTORLOG_DEBUG",
)


class Result(NamedTuple):
    """What a command line gave."""

    code: int
    out: str
    err: str


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


Run = Callable[..., Result]


@pytest.fixture
def journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the journal of this test will be; nothing is there yet."""
    for name in _VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("MENTORLOG_DB", str(tmp_path / "journal.db"))
    monkeypatch.setenv("MENTORLOG_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.setenv("TZ", "Europe/Berlin")
    return tmp_path / "journal.db"


@pytest.fixture
def run(journal: Path) -> Run:
    """Carry out a command line on Mon 4 May 2026, 10:00; with `tty`, stdin and stderr are a terminal."""

    def carry_out(*argv: str, stdin: str = "", tty: bool = False) -> Result:
        stream = Terminal if tty else io.StringIO
        out, err = io.StringIO(), stream()
        code = main(list(argv), now=NOW, stdin=stream(stdin), stdout=out, stderr=err)
        return Result(code, out.getvalue(), err.getvalue())

    return carry_out


@pytest.fixture
def wide(journal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal on which every sentence fits one line."""
    monkeypatch.setenv("COLUMNS", "400")


@pytest.fixture
def sam(run: Run) -> Run:
    """The same, in the journal of Sam: mentor Ana (p1), mentee Bo (p2), peer Raj (p3), skill sql (s1)."""
    for argv in (
        ("person", "add", "Ana Ruiz", "--role", "mentor", "--every", "2w"),
        ("person", "add", "Bo Lind", "--role", "mentee", "--every", "3w"),
        ("person", "add", "Raj Mehta", "--role", "peer"),
        ("skill", "add", "SQL", "--level", "3", "--goal", "4", "--alias", "postgres"),
    ):
        assert run(*argv).code == 0
    return run
