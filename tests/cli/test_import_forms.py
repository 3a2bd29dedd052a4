"""`import` of other programs' files: good, twice, only looked at, broken, and taken back."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mentorlog.formats.forms import FORMS
from tests.cli.conftest import Run
from tests.thorough import many

SAMPLES = Path(__file__).parents[1] / "formats" / "samples"

GOOD = {
    "journal.jrnl": "3 notes",
    "jrnl.json": "2 notes",
    "tasks.json": "3 actions, 1 note",
    "one-to-one.md": "2 meetings, 2 topics, 2 actions, 1 note, 1 win",
    "brag.md": "2 notes, 2 wins",
    "table.csv": "2 notes",
    "contacts.vcf": "2 people, 1 note",
    "calendar.ics": "4 meetings, 1 action",
}
READ_AS = {"jrnl": "jrnl", "md": "markdown", "csv": "csv", "vcf": "vcard", "ics": "ics"}


@pytest.fixture
def known(run: Run) -> Run:
    """A journal with Ana, whose address the samples use, and Raj."""
    for argv in (
        ("Ana Ruiz", "--role", "mentor", "--email", "ana@example.org"),
        ("Raj Mehta", "--role", "peer"),
    ):
        assert run("person", "add", *argv).code == 0
    return run


def everything(run: Run) -> str:
    text = run("export", "all", "--include-private", "--include-removed", "--yes").out
    return re.sub('"exported_at": "[^"]*"', "", text)


@pytest.mark.parametrize("name", GOOD)
def test_everything_comes_in_once_and_the_form_is_told(known: Run, name: str) -> None:
    result = known("import", str(SAMPLES / name))
    assert (result.code, result.out) == (0, f"brought in {GOOD[name]}\n")
    form = READ_AS.get(name.rpartition(".")[2], "jrnl" if name == "jrnl.json" else "taskwarrior")
    assert result.err.startswith(f"Read as {form}; --as says otherwise.\n")
    before = everything(known)
    again = known("import", str(SAMPLES / name))
    assert (again.code, again.out) == (0, "nothing new\n")
    assert everything(known) == before


@pytest.mark.parametrize("name", GOOD)
def test_a_dry_run_tells_the_same_and_writes_nothing(known: Run, journal: Path, name: str) -> None:
    before = journal.read_bytes()
    dry = known("import", str(SAMPLES / name), "--dry-run")
    assert journal.read_bytes() == before
    assert dry.out == f"Would bring in {GOOD[name]}\n"


@pytest.mark.parametrize("name", GOOD)
def test_one_undo_takes_it_all_back_and_then_it_can_come_again(known: Run, name: str) -> None:
    before = known("export", "all").out.splitlines()[3:]
    known("import", str(SAMPLES / name))
    assert known("undo").code == 0
    assert known("export", "all").out.splitlines()[3:] == before
    assert known("import", str(SAMPLES / name)).out == f"brought in {GOOD[name]}\n"


@pytest.mark.parametrize("name", GOOD)
def test_stdin_needs_no_name_when_it_shows_what_it_is(known: Run, name: str) -> None:
    assert known("import", "-", stdin=(SAMPLES / name).read_text()).out == f"brought in {GOOD[name]}\n"


BROKEN = {
    "jrnl": ("[2024-01-05 09:30] Good.\n\0\n", "Line 2 of the file: it holds a NUL character"),
    "markdown": ("# Good\n\nx\0", "Line 3 of the file: it holds a NUL character"),
    "csv": ('day,text\n2026-01-01,good\n2026-01-02,"bad\n', "Line 3 of the file: the table is broken here"),
    "taskwarrior": ('[\n{"description": "good"},\n{"description": bad}\n]', "from line 3 on"),
    "vcard": ("BEGIN:VCARD\nFN:Good\nEND:VCARD\nBEGIN:VCARD\nFN:Bad\n", "Line 4 of the file: the VCARD"),
    "ics": (
        "BEGIN:VCALENDAR\nBEGIN:VTODO\nSUMMARY:good\nEND:VTODO\nBEGIN:VEVENT\nSUMMARY:bad\nEND:VCALENDAR\n",
        "Line 5 of the file: the VEVENT that begins here does not end",
    ),
    "json": (
        '{"schema": "mentorlog/journal/1",\n"records": {"note": [\n{"uid": 3}]}}',
        "Note 1 of the file, line 3",
    ),
    "jsonl": (
        '{"schema": "mentorlog/journal-lines/1"}\n{"kind": "note"\n',
        "Line 2 of the file: it is not JSON",
    ),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_broken_file_is_named_by_its_line_and_changes_nothing(known: Run, journal: Path, form: str) -> None:
    content, said = BROKEN[form]
    before = journal.read_bytes()
    result = known("import", "-", "--as", form, stdin=content)
    assert (result.code, result.out) == (1, "")
    assert said in result.err
    assert "nothing was brought in" in result.err
    assert journal.read_bytes() == before


def test_what_does_not_come_in_is_told_with_its_reason_and_lines(known: Run) -> None:
    result = known("import", str(SAMPLES / "tasks.json"))
    assert "skipped 1: deleted in taskwarrior (line 4)\n" in result.err
    result = known("import", str(SAMPLES / "calendar.ics"))
    assert "skipped 1: with nobody you know (line 53)\n" in result.err
    assert "skipped 1: cancelled (line 47)\n" in result.err
    assert "skipped 1: events with nobody in them (line 42)\n" in result.err


def test_json_tells_it_all(known: Run) -> None:
    result = known("import", str(SAMPLES / "tasks.json"), "--json", "--dry-run")
    told = json.loads(result.out)
    assert (told["form"], told["new"], told["kinds"]) == ("taskwarrior", 4, {"action": 3, "note": 1})
    assert told["skipped"][0] == {"reason": "deleted in taskwarrior", "count": 1, "lines": [4]}
    assert told["written"] is False
    assert result.err == ""


def test_with_tag_and_private_go_for_all_that_comes(known: Run) -> None:
    known("import", str(SAMPLES / "brag.md"), "--with", "raj", "--tag", "Work", "--private")
    assert known("win", "list").out == ""
    wins = json.loads(known("win", "list", "--private", "--json").out)["items"]
    assert [one["visibility"] for one in wins] == ["private", "private"]
    assert len(json.loads(known("win", "list", "--private", "--tag", "work", "--json").out)["items"]) == 2
    assert len(json.loads(known("win", "list", "--private", "--with", "raj", "--json").out)["items"]) == 2


def test_private_words_are_not_echoed(known: Run, tmp_path: Path) -> None:
    (tmp_path / "x.md").write_text(
        "# CANARY\n\n- [ ] CANARY\n\n## Wins\n- CANARY\n\n# 1:1 CANARY 2026-01-01\nCANARY\n"
    )
    for flags in ((), ("--dry-run",), ("--json",)):
        result = known("import", str(tmp_path / "x.md"), "--private", *flags)
        assert result.code == 0
        assert "CANARY" not in result.out + result.err


def test_a_table_shows_what_its_columns_are_and_may_be_told(known: Run, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("When,Was,Who\n2026-01-02,Paired,Ana\n")
    result = known("import", str(tmp_path / "t.csv"))
    assert (result.code, result.out) == (1, "")
    assert "No column of the table says that it holds the words" in result.err
    assert '--map "Heading=text"' in result.err
    result = known("import", str(tmp_path / "t.csv"), "--map", "was=text", "--map", "Who=")
    assert "When → day, Was → text, Who → left out\n" in result.err
    assert result.out == "brought in 1 note\n"
    assert known("note", "list", "--with", "ana").out == ""


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("--as", "pdf"), "is no form I read"),
        (("--map", "x=text"), "There is no column “x”"),
        (("--map", "Date=colour"), "There is no field “colour”"),
        (("--map", "Date"), "I cannot read the column “Date”"),
    ],
)
def test_wrong_usage_is_told(known: Run, argv: tuple[str, ...], said: str) -> None:
    result = known("import", str(SAMPLES / "table.csv"), *argv)
    assert (result.code, result.out) == (2, "")
    assert said in result.err


def test_flags_for_other_programs_do_not_go_with_a_journal(known: Run, tmp_path: Path) -> None:
    known("export", "all", "--out", str(tmp_path / "all.json"))
    for flags in (("--with", "ana"), ("--tag", "x"), ("--private",), ("--map", "a=b")):
        assert known("import", str(tmp_path / "all.json"), *flags).code == 2
    assert known("import", str(SAMPLES / "brag.md"), "--map", "a=b").code == 2


def test_a_file_that_shows_nothing_must_be_named(known: Run, tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("just words\n")
    result = known("import", str(tmp_path / "notes"))
    assert result.code == 2
    assert "I cannot tell what this file is." in result.err
    assert known("import", str(tmp_path / "notes"), "--as", "markdown").out == "brought in 1 note\n"


def test_a_table_of_ours_comes_back_as_it_was(known: Run, journal: Path, tmp_path: Path) -> None:
    known("log", "=1+1, “quoted”\nand -more", "--on", "2026-05-01", "--private")
    known("log", "'=quoted already")
    before = known("note", "list", "--private", "--json").out
    table = known("export", "csv", "note", "--include-private", "--yes")
    assert table.code == 0, table.err
    (tmp_path / "note.csv").write_text(table.out)
    again = known("import", str(tmp_path / "note.csv"))
    assert (again.code, again.out, again.err) == (0, "nothing new\n", "2 records already here\n")
    journal.unlink()
    assert known("import", str(tmp_path / "note.csv")).out == "brought in 2 notes\n"
    assert known("note", "list", "--private", "--json").out == before


def test_a_table_may_name_records_that_are_here_and_no_others(
    known: Run, journal: Path, tmp_path: Path
) -> None:
    known("action", "add", "write", "--owner", "ana")
    (tmp_path / "action.csv").write_text(known("export", "csv", "action").out)
    known("export", "all", "--out", str(tmp_path / "all.json"))
    journal.unlink()
    result = known("import", str(tmp_path / "action.csv"))
    assert (result.code, result.out) == (1, "")
    assert "Row 2 of the file: its owner is no record of the file" in result.err
    known("import", str(tmp_path / "all.json"))
    assert known("import", str(tmp_path / "action.csv")).err == "1 record already here\n"


def test_an_archive_of_tables_is_the_journal_again(known: Run, journal: Path, tmp_path: Path) -> None:
    known("import", str(SAMPLES / "one-to-one.md"))
    before = everything(known)
    made = known("export", "all", "--format", "csv", "--out", str(tmp_path / "all.zip"))
    assert made.code == 0, made.err
    journal.unlink()
    assert known("import", str(tmp_path / "all.zip")).code == 0
    assert everything(known) == before
    damaged = bytearray((tmp_path / "all.zip").read_bytes())
    damaged[60:90] = bytes(30)
    (tmp_path / "all.zip").write_bytes(damaged)
    result = known("import", str(tmp_path / "all.zip"))
    assert (result.code, result.out) == (1, "")
    assert "nothing was brought in" in result.err


def test_no_bar_where_nobody_looks_and_none_when_it_is_quick(known: Run) -> None:
    assert "reading" not in known("import", str(SAMPLES / "brag.md"), tty=True).err


def test_a_bar_shows_on_a_terminal_when_it_takes_long(
    known: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mentorlog.cli.import_file._PATIENCE", -1.0)
    (tmp_path / "long.jrnl").write_text("[2024-01-05 09:30] Words.\n" + "x" * 3_000_000)
    shown = known("import", str(tmp_path / "long.jrnl"), tty=True)
    assert shown.code == 0
    assert "reading" in shown.err
    assert "reading" not in known("import", str(tmp_path / "long.jrnl")).err


# ruff: noqa: E501
BITS = st.sampled_from(
    [
        *(b"{", b"}", b"[", b"]", b":", b",", b'"', b"\\", b"\n", b"\r\n", b"\0", b"\xff", b"\xed\xa0\x80", b"'", b"# "),
        *(b"- [ ] ", b"- [x] ", b"---\n", b"===\n", b"```\n", b"1:1 Ana ", b"2026-05-04", b"0000-00-00", b"99999-01-01"),
        *(b"[2024-01-05 09:30] ", b'"entries": [', b'"description": ', b'"uuid": "', b'"date": "', b'"tags"', b"1e999"),
        *(b"BEGIN:VCARD\n", b"END:VCARD\n", b"FN:x\n", b"N:;;\n", b"REV:x\n", b"NOTE;ENCODING=BASE64:x\n", b"TEL:1\n"),
        *(b"BEGIN:VCALENDAR\n", b"BEGIN:VEVENT\n", b"END:VEVENT\n", b"SUMMARY:1:1 Ana\n", b"DTSTART:20260504T100000Z\n"),
        *(b"RRULE:FREQ=DAILY;INTERVAL=0\n", b"RRULE:FREQ=SECONDLY\n", b"RRULE:x\n", b"DTSTART:99990101\n", b"DURATION:P9999999D\n"),
        *(b"DTEND:x\n", b"EXDATE:x\n", b"BEGIN:VTODO\n", b"END:VTODO\n", b"DUE:00010101T000000Z\n", b"UID:1\n", b"ATTENDEE:\n"),
        *(b"BEGIN:VTIMEZONE\nTZID:x\nEND:VTIMEZONE\n", b"DTSTART;TZID=x:20260504T100000\n", b"day,text\n", b'"a","b"\n'),
        *(b'{"schema": "mentorlog/journal/1", "records": {', b'{"schema": "mentorlog/journal-lines/1"}\n', b"{}", b"null"),
    ]
)  # fmt: skip
BYTES = st.one_of(st.binary(max_size=60), st.lists(BITS, max_size=14).map(b"".join))


@settings(max_examples=many(150), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=BYTES)
@pytest.mark.parametrize("form", FORMS)
def test_any_bytes_get_an_answer_in_a_sentence(known: Run, tmp_path: Path, form: str, content: bytes) -> None:
    (tmp_path / "any").write_bytes(content)
    result = known("import", str(tmp_path / "any"), "--as", form, "--dry-run", "--with", "ana")
    own = form in ("json", "jsonl")
    assert result.code in ((2,) if own else (0, 1, 2)), result.err
    if own:
        result = known("import", str(tmp_path / "any"), "--as", form, "--dry-run")
        assert result.code in (0, 1), result.err
    assert "did not foresee" not in result.err


def test_what_is_private_where_it_comes_from_is_private_here(known: Run, tmp_path: Path) -> None:
    files = {
        "c.ics": "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20260420T100000Z\nSUMMARY:1:1 Ana\n"
        "DESCRIPTION:CANARY\nCLASS:PRIVATE\nATTENDEE:mailto:ana@example.org\nEND:VEVENT\nEND:VCALENDAR\n",
        "c.vcf": "BEGIN:VCARD\nVERSION:3.0\nFN:Canary Bird\nCLASS:CONFIDENTIAL\nNOTE:CANARY\nEND:VCARD\n",
        "c.csv": "text,private\nCANARY sings,yes\n",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert known("import", str(tmp_path / name)).out.startswith("brought in 1")
    assert "canary" not in known("export", "all").out.lower()
    assert everything(known).lower().count("canary") >= 4
