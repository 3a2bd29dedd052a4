"""`export all --format jrnl`: what jrnl can import, and what comes in again once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run

WRITTEN = (
    "[2026-05-03 09:00] Merged the cursors #api\nImpact: No more gaps\n\n"
    "[2026-05-04 09:00] Keyset needs a stable order.\n@raj #index\n\n"
    "[2026-05-04 09:30] Conversation with Ana Ruiz.\nScope the talk.\n@ana\n"
)


@pytest.fixture
def told(sam: Run) -> Run:
    """A note, a win and a conversation, another to come, and what is for my eyes only."""
    for argv in (
        ("log", "Keyset needs a stable order.", "--with", "raj", "--tag", "index"),
        ("log", "Nobody else knows", "--private"),
        ("win", "add", "Merged the cursors #api", "--on", "yesterday", "--impact", "No more gaps"),
        ("meet", "ana", "--on", "today 09:30", "-n", "Scope the talk."),
        ("meet", "ana", "--on", "2026-05-12"),
    ):
        assert sam(*argv).code == 0
    return sam


def test_notes_conversations_and_wins_are_entries(told: Run) -> None:
    result = told("export", "all", "--format", "jrnl")
    assert (result.code, result.out) == (0, WRITTEN)
    assert result.err == "Left out: 1 private note\n"


def test_it_says_what_would_go_along(told: Run) -> None:
    result = told("export", "all", "--format", "jrnl", "--with", "ana", "--dry-run")
    assert (result.code, result.out) == (0, "Would write to stdout: 1 meeting, 1 win\n")


def test_tables_are_asked_for_by_name(told: Run) -> None:
    result = told("export", "all", "--format", "jrnl", "--raw")
    assert (result.code, result.out) == (2, "")
    assert "--raw and --excel are about tables." in result.err


def test_what_was_written_comes_in_once(told: Run, tmp_path: Path) -> None:
    file, new = tmp_path / "journal.jrnl", ("--db", str(tmp_path / "new.db"))
    assert told("export", "all", "--format", "jrnl", "--out", str(file)).code == 0
    for _ in range(2):
        assert told("import", str(file), *new).code == 0
        assert len(told("note", "list", *new).out.splitlines()) == 3
