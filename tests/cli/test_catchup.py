"""`catchup`: a few questions after a gap, driven as on a terminal."""

from __future__ import annotations

import json
from typing import Any

import pytest

OPENING = "Last entry 23 days ago, on Sat 11 Apr 2026. Four questions"
ALWAYS = """\
2. Anything you promised?
   mentorlog action add "…" --with P --by D
3. Anything someone told you about your work?
   mentorlog feedback add --from P -b "…" --on D
4. One thing that went well?
   mentorlog win add "…" --on D
"""


def away(run: Any) -> Any:
    """A journal with one mentor and one note, 23 days old."""
    assert run("person", "add", "Ana Ruiz", "--role", "mentor", "--every", "2w").code == 0
    assert run("person", "add", "Raj Mehta", "--role", "peer").code == 0
    assert run("log", "Before the holidays", "--on", "2026-04-11").code == 0
    return run


def typed(*answers: str) -> str:
    return "".join(f"{answer}\n" for answer in answers)


def test_every_answer_becomes_a_record_of_its_day_in_one_write(run: Any) -> None:
    said = away(run)(
        "catchup",
        stdin=typed(
            "thu",
            "One story only",
            "Draft my CV by fri",
            "ana",
            "read slides",
            "raj",
            "",
            "28apr",
            "Cut p99",
            "",
        ),
        tty=True,
    )
    assert (said.code, said.out) == (
        0,
        "m1    meeting · Thu 30 Apr 2026 · with Ana Ruiz · shared\n"
        "a1    me · Draft my CV · due Fri 8 May 2026\n"
        "f1    feedback · Tue 28 Apr 2026 · from Raj Mehta · shared\n"
        "w1    win · today · shared\n",
    )
    assert said.err == (
        f"{OPENING}, Enter skips.\n"
        "Spoke with Ana Ruiz? The day:   What is worth keeping from it? "
        "Anything you promised?   To whom? "
        "Anything someone told you about your work?   Who said it?   Praise or growth? [growth] "
        "  On which day? [today] "
        "One thing that went well?   On which day? [today] "
    )
    assert "One story only" in run("show", "m1").out
    assert run("action", "list").out == "a1\tme\tDraft my CV\tdue Fri 8 May\topen\tAna Ruiz\n"
    assert "growth: read slides\tfrom Raj Mehta" in run("feedback", "list").out


def test_one_undo_takes_all_of_it_back(run: Any) -> None:
    assert away(run)("catchup", stdin=typed("thu", "", "", "", "Cut p99", ""), tty=True).code == 0
    assert run("undo").code == 0
    assert (run("meeting").out, run("win").out) == ("", "")


def test_enter_skips_all_and_that_is_fine(run: Any) -> None:
    said = away(run)("catchup", stdin=typed("", "", "", ""), tty=True)
    assert (said.code, said.out) == (0, "")
    assert said.err.endswith(
        'Nothing kept, and that is fine. When something comes to mind:  mentorlog log "…"\n'
    )
    assert away(run)("catchup", stdin=typed("no", "nothing", "-", "n"), tty=True).out == ""


def test_what_cannot_be_read_is_asked_again_and_nothing_is_lost(run: Any) -> None:
    said = away(run)(
        "catchup",
        stdin=typed(
            "sometime", "yes", "2026-06-01", "thu", "", "zoe: intro", "me: draft CV", "zoe", "", "", ""
        ),
        tty=True,
    )
    assert said.out == "m1    meeting · Thu 30 Apr 2026 · with Ana Ruiz · shared\na1    me · draft CV\n"
    for part in (
        "I cannot read the date “sometime”.",
        "On which day? Say fri, -3d or 28apr.",
        "Mon 1 Jun 2026 is still to come.",
        "There is no person “zoe”.",
    ):
        assert part in said.err


def test_somebody_else_may_have_promised_and_what_nobody_said_is_a_note(run: Any) -> None:
    said = away(run)(
        "catchup", stdin=typed("", "ana: intro to Jo by fri", "good work", "", "thu", ""), tty=True
    )
    assert said.out == (
        "a1    Ana Ruiz · intro to Jo · due Fri 8 May 2026\nn2    note · Thu 30 Apr 2026 · shared\n"
    )


def test_stopping_in_the_middle_keeps_nothing(run: Any) -> None:
    said = away(run)("catchup", stdin=typed("thu", "One story"), tty=True)
    assert (said.code, said.out) == (130, "")
    assert said.err.endswith("Stopped; nothing was kept.\n")
    assert run("meeting").out == ""


def test_private_by_setting_is_never_quoted(run: Any, monkeypatch: Any) -> None:
    away(run)
    monkeypatch.setenv("MENTORLOG_VISIBILITY", "private")
    said = run("catchup", stdin=typed("", "Draft my CV", "", "", ""), tty=True)
    assert said.out == "a1    me · PRIVATE\n"


def test_of_several_mentorships_only_those_due_are_asked_about(run: Any) -> None:
    away(run)
    for argv in (
        ("person", "add", "Bo Lind", "--role", "mentee", "--every", "3w"),
        ("meet", "bo", "--on", "2026-04-10", "-n", "x", "--no-input"),
    ):
        assert run(*argv).code == 0
    said = run("catchup")
    assert said.out.startswith(f"{OPENING}, and the command that answers each:\n1. Spoke with Bo Lind?\n")
    assert "Ana" not in said.out


def test_without_a_terminal_the_questions_are_listed_with_their_commands(run: Any) -> None:
    listed = (
        f"{OPENING}, and the command that answers each:\n"
        '1. Spoke with Ana Ruiz?\n   mentorlog meet ana --on D -n "…"\n' + ALWAYS
    )
    assert away(run)("catchup") == (0, listed, "")
    assert run("catchup", "--no-input", tty=True) == (0, listed, "")
    data = json.loads(run("catchup", "--json").out)
    assert (data["schema"], data["last"], data["days"]) == ("mentorlog/catchup/1", "2026-04-11", 23)
    assert data["questions"][0] == {
        "words": "Spoke with Ana Ruiz?",
        "kind": "meeting",
        "command": 'mentorlog meet ana --on D -n "…"',
    }


@pytest.mark.usefixtures("wide")
def test_on_the_day_of_an_entry_there_is_no_gap(run: Any) -> None:
    away(run)
    assert run("log", "Back again").code == 0
    said = "The last entry is from today, so there is no gap. To look further back:  mentorlog catchup --since 2w\n"
    assert run("catchup") == (0, said, "")
    assert run("catchup", tty=True) == (0, "", said)
    assert run("catchup", "--since", "2w").out.startswith("Since Mon 20 Apr 2026. Four questions")


def test_a_private_entry_ends_the_gap_and_a_private_person_is_not_named(run: Any) -> None:
    assert run("person", "add", "Bo Lind", "--role", "mentee", "--every", "3w", "--private").code == 0
    assert run("log", "--private", "Tired", "--on", "yesterday").code == 0
    said = run("catchup").out
    assert said.startswith("Last entry yesterday, on Sun 3 May 2026.")
    assert "Bo" not in said


def test_a_new_journal_can_be_caught_up_too(run: Any) -> None:
    assert run("catchup").out == (
        "No entry yet. Four questions, and the command that answers each:\n"
        '1. Anything that happened, in a line?\n   mentorlog log "…" --on D\n' + ALWAYS
    )


def test_a_gap_that_begins_tomorrow_is_refused(run: Any) -> None:
    assert run("catchup", "--since", "2026-06-01") == (
        1,
        "",
        "error: 2026-06-01 is still ahead.\n       Give a day that has been: fri, -3d, 28apr.\n",
    )
    assert run("catchup", "--since", "whenever").code == 1
    assert run("catchup", "ana").code == 2
