"""`decision`: a question, its options, the choice and what came of it."""

from __future__ import annotations

import json
from typing import Any

import pytest

ADD = ("decision", "add", "Tell Max now, or later?", "--option", "now", "--option", "after the review")


def test_adding_says_how_it_stands_and_when_to_look_back(sam: Any) -> None:
    assert sam(*ADD, "-w", "ana", "--review", "2w") == (
        0,
        "d1    decision · today · with Ana Ruiz · 2 options · undecided · look back Mon 18 May 2026 · shared\n",
        "",
    )
    assert sam("decision", "add", "Java? @bo #career", "--choose", "not yet", "--on", "fri").out == (
        "d2    decision · Fri 1 May 2026 · with Bo Lind · #career · chosen: not yet · shared\n"
    )


def test_choosing_and_saying_what_came_of_it_closes_it(sam: Any) -> None:
    sam(*ADD)
    assert sam("decision", "choose", "d1", "aft", "--expect", "one calm week", "--review", "3w").out == (
        "d1    decision · Tell Max now, or later? · 2 options · chosen: after the review"
        " · look back Mon 25 May 2026 · decided\n"
    )
    assert (
        sam("decision").out == "d1\t4 May\tTell Max now, or later?\tafter the review\tin 21 days\tdecided\n"
    )
    assert sam("decision", "outcome", "d1", "He", "knew", "--on", "today").out == (
        "d1    decision · Tell Max now, or later? · 2 options · chosen: after the review · closed\n"
    )
    assert sam("decision").out == ""
    assert sam("decision", "list", "--all", "-q").out == "d1\n"


def test_show_has_the_options_the_expectation_and_the_outcome(sam: Any) -> None:
    sam(*ADD, "--choose", "1", "--expect", "a fight")
    sam("decision", "outcome", "d1", "He knew")
    out = sam("decision", "show", "d1").out
    for part in (
        "Options\n1\tnow\tchosen 4 May\n2\tafter the review\n",
        "Expected\n\ta fight",
        "came of it\n\tHe knew",
    ):
        assert part in out
    data = json.loads(sam("show", "d1", "--json").out)
    assert (data["schema"], data["chosen"], data["state"]) == ("mentorlog/decision/1", "now", "closed")


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("decision add", 1, "error: The question is empty; nothing was kept.\n"),
        ("decision choose d1 9x", 0, ""),
        ("decision choose d9 now", 1, "error: There is no record “d9”.\n"),
        (
            "decision choose p1 now",
            2,
            "error: p1 is a person, not a decision.\n       mentorlog person edit p1\n",
        ),
        (
            "decision outcome d1 fine",
            1,
            'error: Nothing is chosen in d1 yet.\n       mentorlog decision choose d1 "…"\n',
        ),
        ("decision outcome d1", 1, "error: The outcome is empty; nothing was kept.\n"),
        (
            "decision drop d1",
            2,
            "error: Say why it is dropped, so that you know it later.\n       Add --why TEXT.\n",
        ),
        ("decision add x --review someday", 1, None),
        ("decision add x --options y", 2, None),
    ],
)
def test_wrong_use_says_what_is_wrong(sam: Any, line: str, code: int, said: str | None) -> None:
    sam(*ADD)
    ran = sam(*line.split())
    assert ran.code == code
    if said is not None:
        assert ran.err == said


def test_private_ones_are_neither_echoed_nor_listed(sam: Any) -> None:
    assert sam("decision", "add", "Leave?", "--option", "yes", "--private", "--review", "2w").out == (
        "d1    decision · today · open · PRIVATE\n"
    )
    assert sam("decision", "choose", "d1", "yes").out == "d1    decision · decided · PRIVATE\n"
    assert sam("decision", "outcome", "d1", "fine").out == "d1    decision · closed · PRIVATE\n"
    assert sam("decision", "list", "--all").out == ""
    assert "Leave? (private)" in sam("decision", "list", "--all", "--private").out
    assert sam("decision", "show", "d1") == (
        1,
        "",
        "error: d1 is private.\n       mentorlog show d1 --private\n",
    )
    assert sam("search", "leave").out == ""


def test_edit_drop_rm_restore_and_search(sam: Any) -> None:
    sam(*ADD)
    assert sam("decision", "edit", "d1", "--review", "2w", "--options", "now\nnever").out == (
        "d1    decision · changed: options, review Mon 18 May 2026\n"
    )
    assert (
        sam("search", "never", "--in", "decisions").out
        == "d1\t4 May\tTell Max now, or later? · now · never\n"
    )
    assert sam("drop", "d1", "--why", "it settled itself").out == "d1    Tell Max now, or later? · dropped\n"
    assert sam("decision", "drop", "d1", "--why", "again").code == 1
    assert sam("done", "d1").err == "error: d1 is a decision; it cannot be done.\n"
    assert sam("decision", "rm", "d1", "--yes").code == 0
    assert sam("decision", "restore", "d1").out == "d1    decision · restored\n"
