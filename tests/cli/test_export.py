"""`export`: what leaves is what its reader may see; what stays is told on stderr alone."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from contextlib import closing
from datetime import datetime
from io import StringIO
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from mentorlog.domain.audience import Audience
from mentorlog.domain.kinds import ALL
from mentorlog.env import Env
from mentorlog.errors import Unusable
from tests.cli.canaries import BEFORE, OTHER, PRIVATE, PUBLIC, REMOVED, plant
from tests.cli.conftest import Run

SECRET = (PRIVATE, BEFORE, REMOVED)


@pytest.fixture
def aviary(run: Run, journal: Path) -> Run:
    """`run`, in a journal with a canary in every place that must not be heard."""
    plant(journal)
    return run


def heard(words: tuple[str, ...], *texts: str) -> list[str]:
    return sorted({word for text in texts for word in words if word.lower() in text.lower()})


FOR_ANA = (
    ("--for", "mentor"),
    ("--with", "ana"),
    ("--with", "ana", "--for", "manager"),
    ("--for", "mentor", "--format", "json"),
    ("--for", "mentor", "--json"),
    ("--for", "mentor", "--dry-run"),
    ("--for", "mentor", "--dry-run", "--json"),
    ("--for", "mentor", "--goal", "g1"),
    ("--for", "manager"),
    ("--with", "ana", "--for", "mentee"),
)


@pytest.mark.parametrize("options", FOR_ANA, ids=" ".join)
def test_nothing_private_and_nothing_about_others_is_in_a_summary_for_ana(
    aviary: Run, options: tuple[str, ...]
) -> None:
    result = aviary("export", "summary", *options)
    assert result.code == 0, result.err
    assert heard((*SECRET, OTHER), result.out, result.err) == []


def test_the_shared_words_are_in_it(aviary: Run) -> None:
    text = aviary("export", "summary", "--for", "mentor").out
    for kind in (
        "goal",
        "meeting",
        "topic",
        "feedback",
        "win",
        "action",
        "turn",
        "mentorship",
        "step",
        "progress",
        "skill",
    ):
        assert f"{PUBLIC}x{kind}x" in text, kind


@pytest.mark.parametrize(
    "options", [("summary",), ("summary", "--json"), ("all",), ("all", "--dry-run")], ids=" ".join
)
def test_my_own_copy_holds_my_shared_records_whoever_they_are_about(
    aviary: Run, options: tuple[str, ...]
) -> None:
    result = aviary("export", *options)
    assert result.code == 0, result.err
    assert heard(SECRET, result.out, result.err) == []
    assert "--dry-run" in options or heard((PUBLIC, OTHER), result.out) == [OTHER, PUBLIC]


def test_a_file_is_as_silent_as_stdout(aviary: Run, tmp_path: Path) -> None:
    for name, options in (("a.md", ("summary", "--for", "mentor")), ("a.json", ("all",))):
        result = aviary("export", *options, "--out", str(tmp_path / name))
        assert heard(SECRET, (tmp_path / name).read_text(), result.out, result.err) == []
    assert OTHER not in (tmp_path / "a.md").read_text()


def test_private_text_comes_along_only_with_a_yes(aviary: Run) -> None:
    refused = aviary("export", "summary", "--for", "mentor", "--include-private")
    assert (refused.code, refused.out) == (1, "")
    assert "only with a yes" in refused.err
    no = aviary("export", "all", "--include-private", tty=True, stdin="\n")
    assert (no.code, no.out) == (1, "")
    for options, given in ((("--yes",), {}), ((), {"tty": True, "stdin": "y\n"})):
        agreed = aviary("export", "summary", "--for", "mentor", "--include-private", *options, **given)
        assert heard((*SECRET, OTHER), agreed.out) == [PRIVATE]


def test_others_come_along_only_when_asked_for(aviary: Run) -> None:
    result = aviary("export", "summary", "--for", "mentor", "--include-third-party")
    assert heard((*SECRET, OTHER), result.out) == [OTHER]
    assert f"{OTHER}xmeeting" not in result.out, (
        "a conversation without Ana is not part of a summary with her"
    )


def test_removed_records_come_along_only_when_asked_for(aviary: Run) -> None:
    result = aviary("export", "all", "--include-removed")
    assert heard(SECRET, result.out) == [REMOVED]


@pytest.mark.parametrize(
    "reader", [Audience(outside=True), Audience(outside=True, person=1), Audience(outside=True, whole=True)]
)
def test_a_query_without_the_filter_fails(aviary: Run, reader: Audience) -> None:
    env = Env(datetime(2026, 5, 4, tzinfo=ZoneInfo("UTC")), StringIO(), StringIO(), StringIO())
    for query in (
        *(f"SELECT * FROM main.{kind}" for kind in ALL),
        "SELECT new FROM change",
        "SELECT text FROM words_private",
        "SELECT text FROM words_shared",
        "SELECT sql FROM sqlite_master",
        "DROP VIEW temp.note",
        "ATTACH ':memory:' AS other",
        "UPDATE main.note SET visibility = 'shared'",
    ):
        with pytest.raises((Unusable, sqlite3.DatabaseError)), env.audience(reader) as store:
            store.db.execute(query).fetchall()


def test_the_document_never_says_that_something_stayed_behind(aviary: Run, tmp_path: Path) -> None:
    dry = aviary("export", "summary", "--for", "mentor", "--out", str(tmp_path / "a.md"), "--dry-run")
    assert dry.out.startswith(f"Would write {tmp_path / 'a.md'}: 1 goal, 1 conversation, 1 action, ")
    assert not (tmp_path / "a.md").exists()
    assert dry.err.startswith("Left out: ")
    assert "private note" in dry.err
    assert "records about other people" in dry.err
    written = aviary("export", "summary", "--for", "mentor", "--out", str(tmp_path / "a.md"))
    assert written.err == dry.err
    text = (tmp_path / "a.md").read_text()
    for word in ("private", "left out", "hidden", "omitted", "other people"):
        assert word not in text.lower()


def test_a_written_file_is_told_with_its_digest(aviary: Run, tmp_path: Path) -> None:
    place = tmp_path / "ana.md"
    result = aviary("export", "summary", "--for", "mentor", "--out", str(place))
    digest = hashlib.sha256(place.read_bytes()).hexdigest()
    size = place.stat().st_size
    assert result.out == f"wrote {place} ({size / 1000:.1f} kB, sha256 {digest[:4]}…)\n"
    told = json.loads(
        aviary("export", "summary", "--for", "mentor", "--out", str(place), "--force", "--json").out
    )
    assert (told["file"], told["bytes"], told["sha256"]) == (str(place), size, digest)
    quiet = aviary("export", "summary", "--for", "mentor", "--out", str(place), "--force", "-q")
    assert (quiet.out, quiet.err) == (f"{place}\n", "")


def test_the_same_document_goes_to_stdout_and_to_a_file(aviary: Run, tmp_path: Path) -> None:
    aviary("export", "summary", "--for", "mentor", "--out", str(tmp_path / "a.md"))
    assert aviary("export", "summary", "--for", "mentor", "--out", "-").out == (tmp_path / "a.md").read_text()


def test_a_manager_reads_of_results_and_of_no_conversation(aviary: Run) -> None:
    model = json.loads(aviary("export", "summary", "--with", "ana", "--for", "manager", "--json").out)
    assert model["goals"]
    assert model["wins"]
    assert model["skills"]
    assert not model["conversations"]
    assert not model["feedback"]
    assert not model["commitments"]
    assert not model["agreed"]


def test_a_mentee_reads_nothing_of_my_own_growth(run: Run) -> None:
    run("person", "add", "Bo Lind", "--role", "mentee")
    run("goal", "add", "Ours", "--with", "bo")
    run("goal", "add", "Mine")
    run("skill", "add", "SQL", "--level", "3")
    result = run("export", "summary", "--for", "mentee")
    assert "### Ours" in result.out
    assert "Mine" not in result.out
    assert "SQL" not in result.out


def test_feedback_that_is_still_to_be_given_is_not_given_by_a_summary(run: Run) -> None:
    run("person", "add", "Bo Lind", "--role", "mentee")
    owed = run("feedback", "add", "--to", "bo", "--growth", "-s", "the standup", "-b", "you were late")
    assert owed.code == 0, owed.err
    for reader in ("mentee", "self"):
        assert "standup" not in run("export", "summary", "--for", reader, "--with", "bo").out


def test_days_outside_the_summary_are_not_in_it(run: Run) -> None:
    run("win", "add", "An early win", "--on", "2026-01-10")
    run("win", "add", "A late win", "--on", "2026-04-10")
    text = run("export", "summary", "--since", "2026-04-01").out
    assert "A late win" in text
    assert "An early win" not in text
    text = run("export", "summary", "--until", "2026-02").out
    assert "A late win" not in text
    assert "An early win" in text


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (("--for", "mentor"), 1, "There is no mentor in the journal."),
        (("--with", "nobody"), 1, "There is no person “nobody”."),
        (("--goal", "g9"), 1, "There is no record “g9”."),
        (("--for", "boss"), 2, "boss"),
        (("--format", "pdf"), 2, "pdf"),
        (("--since", "2026-04", "--until", "2026-01"), 1, "run backwards"),
        (("--out", "no/where.md"), 1, "There is no folder no."),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    run: Run, options: tuple[str, ...], code: int, said: str
) -> None:
    run("log", "something")
    result = run("export", "summary", *options)
    assert (result.code, result.out) == (code, "")
    assert said in result.err


def test_with_two_mentors_one_must_be_named(run: Run) -> None:
    run("person", "add", "Ana Ruiz", "--role", "mentor")
    run("person", "add", "Cy Young", "--role", "mentor")
    result = run("export", "summary", "--for", "mentor")
    assert result.code == 1
    assert "There are 2 mentors: " in result.err
    assert "--with P" in result.err


def test_without_a_journal_there_is_nothing_and_none_is_made(run: Run, journal: Path) -> None:
    result = run("export", "summary")
    assert result.code == 0
    assert "Nothing is on record" in result.out
    assert not journal.exists()


@pytest.mark.parametrize("end", ["-journal", "-wal", "-shm"])
def test_what_sqlite_keeps_beside_the_journal_is_never_written(aviary: Run, journal: Path, end: str) -> None:
    place = journal.with_name(f"{journal.name}{end}")
    before = place.read_bytes() if place.exists() else None
    for argv in (("export", "sqlite", "--out"), ("timeline", "--svg"), ("person", "export", "bo", "--out")):
        result = aviary(*argv, str(place), "--force")
        assert result.code == 1, argv
        assert "belongs to it" in result.err
    assert (place.read_bytes() if place.exists() else None) == before


@pytest.mark.parametrize("name", ["key.age", "paper.age"])
def test_a_key_of_the_journal_is_never_replaced(aviary: Run, journal: Path, name: str) -> None:
    journal.with_name(name).write_bytes(b"the only way in")
    result = aviary("export", "summary", "--out", str(journal.with_name(name)), "--force")
    assert result.code == 1
    assert journal.with_name(name).read_bytes() == b"the only way in"


def test_the_journal_itself_is_never_replaced(aviary: Run, journal: Path) -> None:
    result = aviary("export", "all", "--out", str(journal), "--force")
    assert result.code == 1
    assert "is the journal itself" in result.err
    with closing(sqlite3.connect(journal)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
