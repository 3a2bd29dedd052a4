"""`backup`, `restore-backup`, `doctor`, `person forget` and `person export`, as they are typed."""

from __future__ import annotations

import io
import json
from datetime import timedelta
from pathlib import Path

import pytest

from mentorlog.main import main
from tests.cli.conftest import NOW, Run


@pytest.fixture
def kept(sam: Run) -> Run:
    """Sam's journal with a word about Ana, one about Ana and Bo, and one that is private."""
    for argv in (
        ("log", "Ana Ruiz says zqfirst", "-w", "ana"),
        ("log", "Ana Ruiz and Bo Lind pair", "-w", "ana", "-w", "bo"),
        ("log", "zqsecret of Bo", "-w", "bo", "--private"),
        ("log", "nobody's"),
    ):
        assert sam(*argv).code == 0
    return sam


def test_a_backup_says_where_it_is_and_the_list_has_it(kept: Run, journal: Path) -> None:
    ran = kept("backup")
    (made,) = (journal.parent / "backups").iterdir()
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"copied and checked: {made} (")
    line = kept("backup", "list").out.split("\t")
    assert line[0] == "2026-05-04 10:00"
    assert line[1] == "today"
    assert line[-1].strip() == made.name
    assert json.loads(kept("backup", "list", "--json").out)["items"][0]["file"] == str(made)
    assert kept("backup", "drill").out.startswith(f"{made.name} comes back whole: 3 people, 1 skill, 4 notes")


def test_a_backup_can_go_to_another_folder(kept: Run, tmp_path: Path) -> None:
    assert kept("backup", "--out", str(tmp_path / "usb")).code == 0
    assert len(list((tmp_path / "usb").iterdir())) == 1
    assert kept("backup", "list").err == "There is no backup yet. Make one:  mentorlog backup\n"
    assert kept("backup", "drill").code == 1


def test_without_a_journal_there_is_nothing_to_copy_and_nothing_wrong(run: Run, journal: Path) -> None:
    assert run("backup").code == 1
    assert run("doctor").code == 0
    assert not journal.exists()


def test_restoring_asks_first_and_says_what_came_back(kept: Run, journal: Path) -> None:
    assert kept("backup").code == 0
    kept("rm", "n1", "--yes")
    refused = kept("restore-backup", "newest")
    assert (refused.code, refused.out) == (1, "")
    assert "Add --yes" in refused.err
    assert kept("restore-backup", "newest", tty=True, stdin="n\n").code == 1
    ran = kept("restore-backup", "newest", "--yes")
    assert ran.out.startswith("came back: 3 people, 1 skill, 4 notes")
    (aside,) = journal.parent.glob("journal-before-restore-*.db")
    assert ran.err == f"The journal before is kept: {aside}\n"
    assert kept("show", "n1").code == 0
    assert kept("restore-backup", "no-such", "--yes").code == 1


def test_the_first_write_of_a_day_makes_a_copy_after_it_is_said(
    kept: Run, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = journal.parent / "backups"
    kept("log", "off")
    assert not folder.exists()
    monkeypatch.setenv("MENTORLOG_BACKUP", "on")
    assert kept("note", "list").code == 0
    assert not folder.exists(), "reading makes none"
    ran = kept("log", "on")
    assert (ran.code, ran.err) == (0, "")
    assert len(list(folder.iterdir())) == 1
    kept("log", "again")
    assert len(list(folder.iterdir())) == 1
    out, err = io.StringIO(), io.StringIO()
    main(["log", "tomorrow"], now=NOW + timedelta(days=1), stdin=io.StringIO(), stdout=out, stderr=err)
    assert len(list(folder.iterdir())) == 2


def test_a_copy_that_fails_is_only_a_word_and_said_once_a_day(
    kept: Run, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sqlite3

    with sqlite3.connect(journal) as bare:
        bare.execute("UPDATE journal SET applying = 1")
        bare.execute("DELETE FROM note WHERE id = 4")
        bare.execute("UPDATE journal SET applying = 0")
    bare.close()
    monkeypatch.setenv("MENTORLOG_BACKUP", "on")
    ran = kept("log", "kept all the same")
    assert (ran.code, ran.out[:2]) == (0, "n5")
    assert ran.err.startswith("Today there is no backup: ")
    assert kept("log", "and this").err == ""


def test_an_import_is_preceded_by_a_copy(
    kept: Run, journal: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "all.json"
    assert kept("export", "all", "--out", str(file)).code == 0
    monkeypatch.setenv("MENTORLOG_BACKUP", "on")
    assert kept("import", str(file), "--dry-run").code == 0
    assert not (journal.parent / "backups").exists()
    assert kept("import", str(file)).code == 0
    assert len(list((journal.parent / "backups").iterdir())) == 1


def test_doctor_tells_by_its_exit_code(kept: Run, journal: Path) -> None:
    import sqlite3

    far = ("--json",)
    assert {one["state"] for one in json.loads(kept("doctor", *far).out)["findings"]} <= {"ok", "warn"}
    with sqlite3.connect(journal) as bare:
        bare.execute("DROP TRIGGER note_insert")
    bare.close()
    ran = kept("doctor")
    assert ran.code == 2
    assert "bad\tschema\tThe trigger note_insert is missing.\tmentorlog doctor --fix\n" in ran.out
    mended = kept("doctor", "--fix")
    assert mended.code < 2
    assert "done\t\tThe journal was written anew from its tables and its log.\n" in mended.out
    assert kept("log", "goes on").code == 0


def test_forgetting_asks_first_and_leaves_no_trace_in_the_file(kept: Run, journal: Path) -> None:
    kept("person", "edit", "ana", "--email", "zqmail@work.example")
    kept("feedback", "add", "--from", "ana", "-b", "zqbehaviour")
    kept(
        "meet", "ana", "-n", "zqnotes", "--private-note", "zqaside", "--action", "ana: zqaction", "--no-input"
    )
    dry = kept("person", "forget", "ana", "--dry-run")
    assert dry.out.startswith(
        "p1    Would forget Ana Ruiz: 1 person, 1 meeting, 1 action, 1 piece of feedback, 1 note"
    )
    assert kept("person", "forget", "ana").code == 1
    assert kept("person", "forget", "ana", tty=True, stdin="n\n").code == 1
    assert b"zqfirst" in journal.read_bytes()
    ran = kept("person", "forget", "ana", "--yes")
    assert (ran.code, ran.out) == (0, dry.out.replace("Would forget Ana Ruiz:", "forgot"))
    whole = b"".join(one.read_bytes() for one in journal.parent.rglob("*") if one.is_file()).lower()
    for canary in (b"zqmail", b"zqbehaviour", b"zqnotes", b"zqaside", b"zqaction", b"zqfirst", b"ruiz"):
        assert canary not in whole, canary
    assert "someone and Bo Lind pair" in kept("show", "n2").out
    assert kept("show", "n1").code == 1
    assert "bad" not in kept("doctor").out
    assert kept("person", "show", "ana").code == 1


def test_forgetting_lists_the_copies_that_still_hold_them(kept: Run, journal: Path) -> None:
    kept("backup")
    (made,) = (journal.parent / "backups").iterdir()
    assert f"  {made}\n" in kept("person", "forget", "ana", "--yes").err
    back = kept("restore-backup", "newest", "--yes")
    assert "records of people you had forgotten stayed away" in back.err
    assert b"zqfirst" not in journal.read_bytes()


def test_forgetting_can_be_about_somebody_removed_and_not_about_nobody(kept: Run, journal: Path) -> None:
    kept("rm", "p3", "--yes")
    assert kept("person", "forget", "p3", "--yes").code == 0
    assert b"Raj Mehta" not in journal.read_bytes()
    assert kept("person", "forget", "nobody", "--yes").code == 1


def test_an_export_for_somebody_holds_what_is_shared_about_them_alone(kept: Run, tmp_path: Path) -> None:
    ran = kept("person", "export", "bo")
    made = json.loads(ran.out)
    assert [one["name"] for one in made["records"]["person"]] == ["Bo Lind"]
    assert "zqsecret" not in ran.out
    assert "Ana" not in ran.out
    assert ran.err == "Left out: 1 private note, 1 private link, 3 records about other people\n"
    assert kept("person", "export", "bo", "--include-private").code == 1
    file = tmp_path / "bo.json"
    assert kept("person", "export", "bo", "--include-private", "--yes", "--out", str(file)).code == 0
    assert "zqsecret" in file.read_text(encoding="utf-8")
