"""`search`: anything I wrote, by its words."""

from __future__ import annotations

import json
from typing import Any

import pytest

SECRET = "n2\t4 May\tSecret plan (private)\n"
WIN = "w1\t4 May\tPlan for the year\n"
ACTION = "a1\t4 May\tWrite the plan\n"
MEETING = "m1\t1 May\tSpoke of the plan\n"
NOTE = "n1\t20 Apr\tQuery plans explained\n"
KINDS = (
    "person, meeting, topic, action, goal, feedback, skill, note, win, decision, resource, intro, rehearsal, "
    "role, aim, position, assessment"
)


@pytest.fixture
def plans(sam: Any) -> Any:
    """Plans in a note (n1), a private one (n2), a win (w1), an action (a1) and a conversation (m1)."""
    for argv in (
        ("log", "Query plans explained", "-w", "bo", "--on", "20apr"),
        ("log", "Secret plan", "--private"),
        ("win", "add", "Plan for the year"),
        ("action", "add", "Write the plan", "-w", "ana"),
        ("meet", "ana", "-n", "Spoke of the plan", "--no-input", "--on", "fri"),
    ):
        assert sam(*argv).code == 0
    return sam


@pytest.mark.parametrize(
    ("query", "lines"),
    [
        ("plan", (WIN, ACTION, MEETING, NOTE)),
        ("plan explained", (NOTE,)),
        ("PLAN --in notes", (NOTE,)),
        ("plan --in wins,action", (WIN, ACTION)),
        ("plan --with bo", (NOTE,)),
        ("plan --with ana --in meeting", (MEETING,)),
        ("plan --since fri", (WIN, ACTION, MEETING)),
        ("plan --limit 1", (WIN,)),
        ("plan --limit 0", (WIN, ACTION, MEETING, NOTE)),
        ("plan --private", (SECRET, WIN, ACTION, MEETING, NOTE)),
        ("plan --private --in notes", (SECRET, NOTE)),
        ("ana --in people", ("p1\t4 May\tAna Ruiz · ana\n",)),
    ],
)
def test_what_has_all_the_words_is_found_the_newest_first(
    plans: Any, query: str, lines: tuple[str, ...]
) -> None:
    assert plans("search", *query.split()) == (0, "".join(lines), "")


def test_nothing_found_is_said_beside_an_empty_answer(plans: Any) -> None:
    nothing = (0, "", "Nothing found.\n")
    assert plans("search", "zebra") == plans("search", "zebra", "-q") == nothing
    assert plans("search", "secret") == nothing
    assert plans("search", ' " ') == nothing
    assert json.loads(plans("search", "zebra", "--json").out)["items"] == []


def test_an_empty_journal_has_nothing(run: Any) -> None:
    assert run("search", "plan") == (0, "", "Nothing found.\n")


def test_json_and_quiet(plans: Any) -> None:
    made = json.loads(plans("search", "plan", "--in", "win", "--json").out)
    assert made["schema"] == "mentorlog/search/1"
    assert made["items"] == [
        {
            "ref": "w1",
            "day": "2026-05-04",
            "kind": "win",
            "title": "Plan for the year",
            "snippet": "Plan for the year",
            "private": False,
        }
    ]
    assert plans("search", "plan", "-q") == (0, "w1\na1\nm1\nn1\n", "")
    assert len(json.loads(plans("search", "plan", "-q", "--json").out)["items"]) == 4


@pytest.mark.parametrize(
    ("argv", "code", "said"),
    [
        (("",), 1, "There is nothing to search for.\n       mentorlog search query plans"),
        (("x", "--in", "bogus"), 1, f"“bogus” is no kind of record.\n       Kinds: {KINDS}."),
        (
            ("x", "--with", "zoe"),
            1,
            'There is no person “zoe”.\n       mentorlog person add "zoe" --role contact',
        ),
        (("x", "--since", "ever"), 1, "I cannot read the date “ever”. Try 2026-05-20, fri, 2w or eoq."),
        (
            (),
            2,
            "mentorlog search: Missing argument 'QUERY…'.\n       mentorlog search --help shows how it goes.",
        ),
    ],
)
def test_a_search_that_cannot_be_says_why(plans: Any, argv: tuple[str, ...], code: int, said: str) -> None:
    assert plans("search", *argv) == (code, "", f"error: {said}\n")
