"""Every format out holds what its reader may see, in full, and never a word more."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from icalendar import Calendar

from mentorlog.domain.kinds import ALL
from mentorlog.formats.csv_archive import unpack
from mentorlog.formats.csv_records import journal, read
from tests.cli.canaries import BEFORE, OTHER, PRIVATE, PUBLIC, REMOVED, plant
from tests.cli.conftest import Run

SECRET = (PRIVATE, BEFORE, REMOVED)
WORDY = sorted(set(ALL) - {"link", "aside", "person"})
"""Kinds of which a canary is in every shared record."""
TEXTS = [
    ("all", "--format", "json"),
    ("all", "--format", "jsonl"),
    ("all", "--format", "jrnl"),
    *(("csv", kind) for kind in ALL),
    ("csv", "note", "--raw"),
    ("ics",),
    ("ics", "--todos", "--alarm", "1d"),
    ("vcard",),
    ("vcard", "--vcard", "3", "--notes"),
]


@pytest.fixture
def aviary(run: Run, journal: Path) -> Run:
    """`run`, in a journal with a canary in every place that must not be heard."""
    plant(journal)
    return run


def heard(words: tuple[str, ...], *texts: str) -> list[str]:
    return sorted({word for text in texts for word in words if word.lower() in text.lower()})


def about_others(text: str) -> list[str]:
    """What is said of Bo. A role is nobody's, whatever its name."""
    return [word for word in re.findall(rf"{OTHER}\w*", text) if not word.startswith(f"{OTHER}xrolex")]


def inside(file: Path) -> str:
    """Everything a database or an archive says."""
    if file.suffix == ".zip":
        return "".join(unpack(file.read_bytes()).values())
    with closing(sqlite3.connect(file)) as db:
        names = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type <> 'index'")]
        said = [str(row) for name in names for row in db.execute(f"SELECT * FROM {name}")]
    return "".join(said) + file.read_bytes().decode("utf-8", "replace")


@pytest.mark.parametrize("line", TEXTS, ids=" ".join)
def test_my_own_copy_says_nothing_private_removed_or_unsaid(aviary: Run, line: tuple[str, ...]) -> None:
    for more in ((), ("--dry-run",), ("--json",)):
        result = aviary("export", *line, *more)
        assert result.code == 0, result.err
        assert heard(SECRET, result.out, result.err) == []


@pytest.mark.parametrize("line", TEXTS, ids=" ".join)
def test_what_is_made_for_ana_says_nothing_about_others(aviary: Run, line: tuple[str, ...]) -> None:
    result = aviary("export", *line, "--with", "ana")
    assert result.code == 0, result.err
    assert heard(SECRET, result.out, result.err) == []
    assert about_others(result.out + result.err) == []


@pytest.mark.parametrize("line", [("sqlite", "a.db"), ("all", "a.zip", "--format", "csv")], ids=" ".join)
def test_files_that_are_no_text_are_as_silent(aviary: Run, tmp_path: Path, line: tuple[str, ...]) -> None:
    verb, name, *more = line
    file = tmp_path / name
    for person in ((), ("--with", "ana")):
        result = aviary("export", verb, "--out", str(file), "--force", *more, *person)
        assert result.code == 0, result.err
        assert heard(SECRET, inside(file), result.out, result.err) == []
        assert not person or about_others(inside(file)) == []
        assert heard((PUBLIC,), inside(file)) == [PUBLIC]


def test_private_and_removed_come_along_only_by_name_and_with_a_yes(aviary: Run, tmp_path: Path) -> None:
    for line in (*TEXTS, ("sqlite", "--out", str(tmp_path / "a.db"))):
        refused = aviary("export", *line, "--include-private")
        assert (refused.code, refused.out) == (1, ""), line
    private = aviary("export", "csv", "note", "--include-private", "--yes").out
    assert heard(SECRET, private) == [PRIVATE]
    removed = aviary("export", "csv", "note", "--include-removed").out
    assert heard(SECRET, removed) == [REMOVED]
    file = tmp_path / "a.db"
    assert aviary("export", "sqlite", "--out", str(file), "--include-removed").code == 0
    assert heard(SECRET, inside(file)) == [REMOVED]


@pytest.mark.parametrize("kind", WORDY)
def test_a_table_holds_the_shared_words_of_its_kind(aviary: Run, kind: str) -> None:
    if kind == "mute":
        assert PUBLIC in aviary("export", "csv", "mute").out
        assert PUBLIC not in aviary("export", "csv", "mute", "--with", "ana").out
        return
    assert heard((PUBLIC, OTHER), aviary("export", "csv", kind).out) == [OTHER, PUBLIC]


def test_what_stays_is_told_beside_and_never_inside(aviary: Run, tmp_path: Path) -> None:
    for number, line in enumerate(TEXTS):
        file = tmp_path / str(number)
        dry = aviary("export", *line, "--dry-run", "--out", str(file))
        assert dry.out.startswith(f"Would write {file}: "), line
        assert not file.exists()
        written = aviary("export", *line, "--out", str(file))
        assert written.err == dry.err
        assert file.stat().st_mode & 0o777 == 0o600
        for word in ("left out", "hidden", "omitted"):
            assert word not in file.read_text(encoding="utf-8").lower(), line
        again = aviary("export", *line, "--out", str(file))
        assert (again.code, again.out) == (1, "")
        assert "--force" in again.err
    assert "private note" in aviary("export", "csv", "aside", "--dry-run").err
    assert aviary("export", "csv", "note", "--dry-run").err == "Left out: 1 private note, 1 removed record\n"


def test_a_file_for_somebody_has_no_gaps_in_its_numbers(run: Run) -> None:
    run("person", "add", "Ana Ruiz", "--role", "mentor")
    run("log", "mine alone", "--private")
    run("log", "for both")
    mine = json.loads(run("export", "all").out)["records"]["note"]
    theirs = json.loads(run("export", "all", "--with", "ana").out)["records"]["note"]
    assert [(one["id"], one["text"]) for one in mine] == [(2, "for both")]
    assert [(one["id"], one["text"]) for one in theirs] == [(1, "for both")]
    assert mine[0]["uid"] == theirs[0]["uid"]


def test_a_stretch_of_time_holds_its_records_and_no_others(run: Run) -> None:
    run("log", "in March", "--on", "2026-03-10", "--tag", "review")
    run("log", "in April", "--on", "2026-04-10", "--tag", "review")
    records = json.loads(run("export", "all", "--since", "2026-04", "--until", "2026-04").out)["records"]
    assert [one["text"] for one in records["note"]] == ["in April"]
    assert [one["record"]["uid"] for one in records["tag"]] == [records["note"][0]["uid"]]
    assert "in April" not in run("export", "csv", "note", "--until", "2026-03").out
    backwards = run("export", "csv", "note", "--since", "2026-04", "--until", "2026-03")
    assert (backwards.code, backwards.out) == (1, "")
    assert run("export", "ics", "--since", "2026-04", "--until", "2026-03-01").code == 1


def test_all_in_tables_is_the_journal_again(sam: Run, tmp_path: Path) -> None:
    from tests.formats.reading import read as read_json

    sam("log", "=1+1, she said\nand laughed", "--with", "ana", "--tag", "review", "--skill", "sql")
    sam("meet", "bo", "-n", "-", "--action", "bo: @draft by 2026-05-20", stdin="- one\n- two\n")
    file = tmp_path / "a.zip"
    whole = {kind: one for kind, one in read_json(sam("export", "all").out).items() if one}
    assert {"note", "meeting", "action", "link", "tag"} <= whole.keys()
    for more in ((), ("--raw",), ("--excel",)):
        assert sam("export", "all", "--format", "csv", "--out", str(file), "--force", *more).code == 0
        assert journal(unpack(file.read_bytes())) == whole


def test_a_kind_may_be_named_as_one_or_many(sam: Run) -> None:
    for word in ("person", "people", "persons", "People"):
        kind, rows = read(sam("export", "csv", word).out)
        assert (kind, len(rows)) == ("person", 3)
    unknown = sam("export", "csv", "persn")
    assert (unknown.code, unknown.out) == (1, "")
    assert "Closest: person" in unknown.err


def test_what_is_no_text_wants_a_file(run: Run, tmp_path: Path) -> None:
    for line in (("sqlite",), ("sqlite", "--out", "-"), ("all", "--format", "csv")):
        result = run("export", *line)
        assert (result.code, result.out) == (2, ""), line
        assert "--out FILE" in result.err
    assert run("export", "all", "--raw").code == 2


def calendar(text: str) -> dict[str, object]:
    return {str(one["summary"]): one for one in Calendar.from_ical(text).subcomponents}


def test_the_calendar_follows_what_changes(sam: Run) -> None:
    sam(
        "meet", "ana", "-n", "We talked", "--next", "2026-05-18", "--action", "me: Draft the CV by 2026-05-08"
    )
    told = calendar(sam("export", "ics", "--since", "today", "--alarm", "1d").out)
    assert set(told) == {
        "Conversation with Ana Ruiz",
        "Due: Draft the CV",
        "A conversation with Bo Lind is due",
    }
    done = sam("action", "done", "a1")
    assert done.code == 0, done.err
    assert "Due: Draft the CV" not in calendar(sam("export", "ics").out)


def test_the_calendar_with_somebody_is_only_with_them(sam: Run) -> None:
    sam("goal", "add", "Mine alone", "--by", "2026-06-01")
    sam("action", "add", "Send Bo the plan", "--by", "2026-05-20", "--with", "bo")
    assert "Due: Mine alone" in calendar(sam("export", "ics").out)
    told = calendar(sam("export", "ics", "--with", "bo").out)
    assert "Due: Mine alone" not in told
    assert "A conversation with Ana Ruiz is due" not in told
    assert "A conversation with Bo Lind is due" in told
    ahead = calendar(sam("export", "ics", "--since", "today", "--until", "1w").out)
    assert "Due: Mine alone" not in ahead


@pytest.mark.parametrize("span", ["soon", "0d", "-1d", ""])
def test_an_alarm_that_is_no_span_is_refused(sam: Run, span: str) -> None:
    result = sam("export", "ics", "--alarm", span)
    assert (result.code, result.out) == (1, "")


def test_a_card_to_hand_on_holds_one_person_and_no_notes(sam: Run) -> None:
    sam("edit", "ana", "--met", "At the meetup")
    card = sam("export", "vcard", "--with", "ana").out
    assert card.count("BEGIN:VCARD") == 1
    assert "FN:Ana Ruiz" in card
    assert "meetup" not in card
    assert "mentor\r" not in card
    assert "NOTE:At the meetup" in sam("export", "vcard", "--with", "ana", "--notes").out


def test_an_empty_journal_leaves_as_an_empty_file(run: Run, tmp_path: Path) -> None:
    assert run("export", "vcard").out == ""
    assert run("export", "csv", "note").out.startswith("ref,text,")
    assert "VEVENT" not in run("export", "ics").out
    assert run("export", "sqlite", "--out", str(tmp_path / "a.db")).code == 0
    assert run("export", "all", "--format", "csv", "--out", str(tmp_path / "a.zip")).code == 0


@pytest.mark.parametrize("line", [("all",), ("csv", "note"), ("ics",), ("vcard",), ("sqlite", "--dry-run")])
def test_a_name_that_nobody_has_brings_up_nobody_private(aviary: Run, line: tuple[str, ...]) -> None:
    result = aviary("export", *line, "--with", "canarypri")
    assert (result.code, result.out) == (1, "")
    assert heard(SECRET, result.err) == []


@pytest.mark.parametrize(
    "line", [("csv", "{}"), ("all", "--since", "{}"), ("ics", "--until", "{}"), ("ics", "--alarm", "{}")]
)
def test_what_was_typed_wrong_is_named_harmlessly(sam: Run, line: tuple[str, ...]) -> None:
    result = sam("export", *(word.replace("{}", "\x1b[31mred\u202e") for word in line))
    assert (result.code, result.out) == (1, "")
    assert result.err.replace("\n", "").isprintable()
    assert "foresee" not in result.err
