"""`undo`: the last command taken back, and that taken back too."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path
from typing import Any

from mentorlog.store.connect import open_for_writing
from tests.cli.conftest import Result

BACK = "      To take that back:  mentorlog undo 1\n"
WHEN = "Mon 4 May 2026, 10:00"


def test_the_last_command_is_taken_back_whole(sam: Any) -> None:
    sam("meet", "ana", "-n", "Lateral is fine", "--action", "me: draft CV by fri")
    assert sam("undo") == Result(0, f"undone: meet of {WHEN} (m1, a1, l1, l2)\n", BACK)
    assert sam("meeting").out == sam("action").out == ""
    assert sam("undo").out == f"undone: skill add of {WHEN} (s1, ra1)\n"


def test_redo_is_undoing_the_undo(sam: Any) -> None:
    sam("log", "Words")
    sam("undo")
    assert sam("note").out == ""
    assert sam("undo", "1").out == f"undone: undo of {WHEN} (n1)\n"
    assert sam("note").out.startswith("n1\t")
    states = [line.split("\t")[2:6:3] for line in sam("undo", "--list").out.splitlines()[:3]]
    assert states == [["undo", ""], ["undo", "undone"], ["log", ""]]


def test_every_field_is_set_back_exactly(sam: Any) -> None:
    sam("goal", "add", "Ship it", "--by", "2026-06-01", "--why", "because")

    def shown() -> Any:
        # What moved a goal's day stays on its page, because it did happen.
        return json.loads(sam("show", "g1", "--json").out) | {"evidence": []}

    before = shown()
    sam("edit", "g1", "--title", "Other", "--by", "none", "--why", "none", "--with", "ana")
    sam("undo")
    assert shown() == before
    sam("rm", "g1", "--yes")
    sam("undo")
    assert shown() == before


def test_one_in_the_middle_is_taken_back_alone_or_not_at_all(sam: Any) -> None:
    sam("log", "First words")
    sam("edit", "n1", "--text", "CANARY words", "--private")
    sam("log", "Other")
    assert sam("undo", "3") == Result(
        1,
        "",
        "error: Not undone: n1 has changed since: visibility, text.\n"
        "       To set it back all the same, add --force.\n",
    )
    assert sam("undo", "2").code == 0
    assert sam("note").out.count("First words") == 1
    assert sam("undo", "4").code == 0
    assert "First words" not in sam("note").out


def test_force_takes_it_back_all_the_same(sam: Any) -> None:
    sam("log", "First words")
    sam("edit", "n1", "--text", "Second")
    assert sam("undo", "2", "--force").code == 0
    assert sam("note").out == ""


def test_q_prints_the_refs_and_json_the_command(sam: Any) -> None:
    sam("log", "Words", "-w", "bo")
    assert sam("undo", "-q") == Result(0, "n1\nl1\n", "")
    told = json.loads(sam("undo", "1", "--json").out)
    assert told["schema"] == "mentorlog/undo/1"
    assert (told["undone"]["command"], told["refs"]) == ("undo", ["l1", "n1"])


def test_on_a_terminal_it_asks(sam: Any) -> None:
    sam("log", "Words")
    ran = sam("undo", stdin="n\n", tty=True)
    assert ran.code == 1
    assert f"Undo log of {WHEN} (n1)? [Y/n]" in ran.err
    assert "Nothing was undone." in ran.err
    assert sam("undo", stdin="\n", tty=True).code == 0
    assert sam("undo", "1", "--yes", stdin="", tty=True).code == 0


def test_nothing_private_is_said(sam: Any) -> None:
    sam("log", "CANARY", "--private")
    sam("edit", "n1", "--text", "CANARY two")
    for argv in (
        ("undo", "--list"),
        ("undo", "2"),
        ("undo",),
        ("undo", "1", "--json"),
        ("undo", "--list", "--json"),
    ):
        ran = sam(*argv)
        assert "CANARY" not in ran.out + ran.err


def test_a_journal_without_anything_done_is_not_made(run: Any, journal: Path) -> None:
    assert run("undo") == Result(1, "", "error: There is nothing to undo.\n       mentorlog undo --list\n")
    assert run("undo", "--list") == Result(0, "", "Nothing was done yet.\n")
    assert not journal.exists()


def test_a_number_that_is_none_is_a_mistake(sam: Any) -> None:
    assert sam("undo", "99").err.startswith("error: There is no command 99 in the log.")
    assert sam("undo", "two").code == 2
    assert sam("undo", "-3").code == 2


def test_the_first_command_can_be_undone(sam: Any) -> None:
    for _ in range(4):
        assert sam("undo").code == 0
    assert sam("person").out == sam("skill").out == ""
    assert sam("undo").err.startswith("error: There is nothing to undo.")


def test_a_sample_year_is_one_step_and_comes_back_whole(run: Any, journal: Path) -> None:
    assert run("demo", "--into", str(journal)).code == 0
    before = run("export", "all").out
    assert run("undo").code == 0
    assert [run(noun).out for noun in ("person", "goal", "note", "meeting")] == [""] * 4
    assert run("undo", "1").code == 0

    def said(text: str) -> Any:
        records = json.loads(text)["records"]
        return {kind: [{**one, "updated_at": ""} for one in found] for kind, found in records.items()}

    assert said(run("export", "all").out) == said(before)


def test_an_import_is_one_step(sam: Any, journal: Path, tmp_path: Path) -> None:
    sam("log", "One")
    sam("log", "Two", "-w", "bo")
    whole = sam("export", "all").out
    other = ("--db", str(tmp_path / "other.db"))
    assert sam("import", "-", *other, stdin=whole).code == 0
    assert len(sam("note", *other).out.splitlines()) == 2
    assert sam("undo", *other).code == 0
    assert sam("note", *other).out == sam("person", *other).out == ""


def test_changes_by_hand_are_listed_and_undone_one_by_one(sam: Any, journal: Path) -> None:
    sam("log", "Words")
    with closing(open_for_writing(journal)) as db:
        db.execute("UPDATE note SET text = 'By hand'")
        db.execute("DELETE FROM note")
    lines = sam("undo", "--list").out.splitlines()
    assert [line.split("\t")[2] for line in lines[:3]] == ["(by hand)", "(by hand)", "log"]
    sam("undo")
    assert "By hand" in sam("note").out
    sam("undo")
    assert "Words" in sam("note").out
    assert "(by hand)" in sam("undo", "3").out + sam("undo", "--list").out


def test_what_was_undone_meanwhile_is_not_undone_twice(sam: Any, monkeypatch: Any) -> None:
    sam("log", "Words")

    calls: list[str] = []

    def confirm(self: Any, question: str, default: bool = False) -> bool:
        if not calls:
            calls.append(question)
            assert sam("undo", "--yes").code == 0
        return True

    monkeypatch.setattr("mentorlog.env.Env.confirm", confirm)
    ran = sam("undo", tty=True)
    assert (ran.code, ran.out) == (1, "")
    assert "Another program has undone it already." in ran.err
