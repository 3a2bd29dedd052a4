"""`history` and `show --at`: how a record came to be, and nothing private of it."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from mentorlog.store.connect import open_for_writing
from tests.cli.conftest import NOW, Result
from tests.program import NOW as LATER
from tests.program import carry_out

AT = "2026-05-04 10:00"


@pytest.fixture
def note(sam: Any) -> Any:
    """The journal of Sam with a note that was changed twice, once by hand."""
    sam("log", "Read the query plan with Bo today", "-w", "bo", "-t", "plans")
    sam("edit", "n1", "--text", "Read the whole query plan with Bo today", "--revisit", "1jun")
    return sam


def by_hand(journal: Path, statement: str) -> None:
    with closing(open_for_writing(journal)) as db:
        db.execute(statement)


def test_every_version_is_told_the_newest_first_with_the_words_that_changed(note: Any) -> None:
    ran = note("history", "n1")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        f"{AT}\tnote edit\tn1\tchanged\ttext\tRead the {{+whole +}}query plan with Bo today",
        f"{AT}\tnote edit\tn1\tchanged\trevisit\tnone → 1 Jun",
        f"{AT}\tlog\tn1\tmade\ttext\tRead the query plan with Bo today",
        f"{AT}\tlog\tn1\tmade\tday\t4 May",
        f"{AT}\tlog\tl1\tmade\tlink l1\tn1 → p2 · with",
        f"{AT}\tlog\ttg1\tmade\ttag tg1\tplans",
    ]


def test_json_has_the_old_and_new_values_with_refs_and_iso_days(note: Any) -> None:
    told = json.loads(note("history", "n1", "--json", "--limit", "1").out)
    assert (told["schema"], told["ref"]) == ("mentorlog/history/1", "n1")
    (version,) = told["versions"]
    assert (version["command"], version["when"]) == ("note edit", "2026-05-04T10:00:00+02:00")
    assert version["lines"][0]["differences"][1] == {"field": "revisit", "old": None, "new": "2026-06-01"}


def test_a_change_by_hand_says_so(note: Any, journal: Path) -> None:
    by_hand(journal, "UPDATE note SET kinds = 'advice'")
    assert note("history", "n1").out.split("\n")[0].split("\t")[1:] == [
        "(by hand)",
        "n1",
        "changed",
        "kinds",
        "none → advice",
    ]


def test_parts_of_a_record_belong_to_its_history(sam: Any) -> None:
    sam("goal", "add", "Ship it", "--with", "ana", "--steps", "draft; review")
    sam("goal", "step", "g1", "--done", "1")
    out = sam("history", "g1").out
    assert "st1\tchanged\tstep st1 done\tnone → 4 May" in out
    assert "st2\tmade\tstep st2\treview" in out
    assert "g1\tmade\tperson\tAna Ruiz (p1)" in out
    sam("skill", "rate", "sql", "4", "--by", "ana")
    assert "rating ra2\t4 · 4 May · Ana Ruiz (p1)" in sam("history", "sql").out
    assert "mentorship ms1" in sam("history", "ana").out


def test_without_a_record_it_lists_what_was_done_with_numbers_for_undo(note: Any) -> None:
    lines = note("history", "--limit", "2").out.splitlines()
    assert lines == [f"1\t{AT}\tnote edit\tn1\t1\t", f"2\t{AT}\tlog\tn1, l1, tg1\t3\t"]
    items = json.loads(note("history", "--json").out)["items"]
    assert [one["number"] for one in items] == list(range(1, 7))
    assert items[0]["at"] == "2026-05-04T10:00:00+02:00"


def test_since_leaves_out_what_was_before(note: Any) -> None:
    assert note("history", "--since", "tomorrow") == Result(0, "", "Nothing was done since then.\n")
    assert note("history", "n1", "--since", "tomorrow") == Result(
        0, "", "Nothing of n1 to show since then.\n"
    )
    assert len(note("history", "--since", "today").out.splitlines()) == 6


def test_a_journal_that_is_not_there_has_no_history(run: Any, journal: Path) -> None:
    assert run("history") == Result(0, "", "Nothing was done yet.\n")
    assert not journal.exists()


def test_an_unknown_ref_is_a_mistake(sam: Any) -> None:
    ran = sam("history", "n9")
    assert (ran.code, ran.out) == (1, "")
    assert "n9" in ran.err


# What is private


def test_a_private_record_has_no_history_unless_asked_for(sam: Any) -> None:
    sam("log", "CANARY", "--private")
    ran = sam("history", "n1")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "error: n1 is private.\n       mentorlog history n1 --private\n"
    assert "CANARY" in sam("history", "n1", "--private").out
    assert "CANARY" not in sam("history").out


def test_what_a_record_said_while_it_was_private_stays_private(sam: Any) -> None:
    sam("log", "CANARY one", "--private", "-t", "canarytag")
    sam("edit", "n1", "--text", "CANARY two")
    sam("edit", "n1", "--text", "open words now", "--share")
    sam("edit", "n1", "--text", "open words later")
    for how in ((), ("--json",)):
        ran = sam("history", "n1", *how)
        assert "CANARY" not in ran.out + ran.err
        assert "open words later" in ran.out
    assert sam("history", "n1", "--private").out.count("CANARY") == 4


def test_a_shared_part_of_a_private_record_is_private(sam: Any, journal: Path) -> None:
    sam("goal", "add", "CANARY", "--private", "--steps", "CANARY step")
    by_hand(journal, "UPDATE step SET visibility = 'shared'")
    for ref in ("g1", "st1"):
        assert sam("history", ref).err.startswith(f"error: {ref} is private.")
        assert "CANARY" not in sam("show", ref, "--at", "today").out
        assert "CANARY" not in sam("show", ref).out
    by_hand(journal, "UPDATE step SET text = 'open'")
    sam("edit", "g1", "--share", "--title", "Open")
    out = sam("history", "g1").out + sam("history", "st1").out
    assert "CANARY" not in out
    assert "CANARY step" in sam("history", "g1", "--private").out


def test_what_hung_on_a_private_person_stays_private_when_it_moves_to_another(
    sam: Any, journal: Path
) -> None:
    sam("person", "add", "CANARY Person", "--handle", "hid", "--role", "peer", "--private")
    sam("goal", "add", "CANARY title", "--with", "hid")
    by_hand(journal, "UPDATE goal SET visibility = 'shared', person_id = 4")
    sam("edit", "g1", "--with", "ana", "--title", "Open")
    assert "CANARY" not in sam("history", "g1").out
    assert "CANARY" in sam("history", "g1", "--private").out


def test_private_notes_of_a_meeting_come_with_private_only(sam: Any) -> None:
    sam("meet", "ana", "-n", "Open", "--private-note", "CANARY")
    assert "CANARY" not in sam("history", "m1").out
    assert "aside as1\tCANARY" in sam("history", "m1", "--private").out


# show --at


def test_a_record_is_shown_as_it_was_at_the_end_of_a_day(journal: Path) -> None:
    day = timedelta(days=1)
    carry_out("goal", "add", "First title", "--steps", "draft", now=NOW)
    carry_out("edit", "g1", "--title", "Second title", now=NOW + day)
    carry_out("goal", "step", "g1", "second step", now=NOW + 2 * day)
    carry_out("rm", "g1", "--yes", now=NOW + 3 * day)

    def at(days: int, *how: str) -> str:
        ran = carry_out("show", "g1", "--at", f"{NOW + days * day:%Y-%m-%d}", *how, now=LATER)
        assert ran.code == 0, ran.err
        return ran.out

    assert at(0).startswith("g1\tGoal First title\nas of: Mon 4 May 2026\n")
    assert "Second title" in at(1)
    assert "second step" not in at(1)
    assert "st2\tsecond step" in at(2)
    assert "removed" in at(3)
    assert "removed" not in at(2)
    told = json.loads(at(1, "--json"))
    assert (told["title"], told["at"]) == ("Second title", "2026-05-05")
    assert [one["text"] for one in told["parts"]] == ["draft"]
    before = carry_out("show", "g1", "--at", "2026-05-03", now=LATER)
    assert (before.code, before.out) == (1, "")
    assert before.err.startswith("error: g1 was not in the journal on 3 May 2026.\n")


def test_a_record_that_was_private_then_is_shown_with_private_only(journal: Path) -> None:
    carry_out("log", "CANARY", "--private", now=NOW)
    carry_out("edit", "n1", "--share", "--text", "open", now=NOW + timedelta(days=1))
    ran = carry_out("show", "n1", "--at", "2026-05-04", now=LATER)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "error: n1 was private then.\n       mentorlog show n1 --at 2026-05-04 --private\n"
    assert "CANARY" in carry_out("show", "n1", "--at", "2026-05-04", "--private", now=LATER).out
    assert "open" in carry_out("show", "n1", "--at", "2026-05-05", now=LATER).out


def test_a_link_and_a_tag_are_shown_as_of_then(note: Any, journal: Path) -> None:
    with closing(sqlite3.connect(journal)) as bare:
        assert bare.execute("SELECT count(*) FROM link").fetchone() == (1,)
    out = note("show", "n1", "--at", "today").out
    assert "l1\tn1 → p2 · with" in out
    assert "tg1\tplans" in out


def test_a_command_that_made_a_whole_year_takes_one_short_line_and_json_names_all(
    run_new: Any, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MENTORLOG_DB", str(sample))
    for argv in (("history",), ("undo", "--list")):
        (line,) = run_new(*argv).out.splitlines()
        assert "p1, p2, p3, p4 and " in line
        assert len(line) < 100
        (deed,) = json.loads(run_new(*argv, "--json").out)["items"]
        assert len(deed["refs"]) > 200
