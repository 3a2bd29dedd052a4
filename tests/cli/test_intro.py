"""`intro`: wanted, asked, made, met."""

from __future__ import annotations

import json
from typing import Any

import pytest


def test_somebody_the_journal_knows_and_any_other_name(sam: Any) -> None:
    assert sam("intro", "add", "raj", "--via", "ana", "--why", "his team", "--follow-up", "2w") == (
        0,
        "i1    intro · Raj Mehta · via Ana Ruiz · wanted · come back to it Mon 18 May 2026 · shared\n",
        "",
    )
    assert sam("intro", "add", "Kim", "Park", "--for", "bo").out == (
        "i2    intro · Kim Park · for Bo Lind · wanted · shared\n"
    )
    assert sam("intro").out == (
        "i1\tRaj Mehta\tvia Ana Ruiz\this team\twanted\t\tin 14 days\ni2\tKim Park\tfor Bo Lind\t\twanted\t\t\n"
    )


def test_each_stage_is_kept_with_its_day_and_a_day_that_came_is_over(sam: Any) -> None:
    sam("intro", "add", "raj", "--via", "ana", "--follow-up", "today")
    assert (
        sam("intro", "asked", "i1", "--on", "fri").out
        == "i1    intro · Raj Mehta · via Ana Ruiz · asked · shared\n"
    )
    assert sam("intro", "made", "i1", "--follow-up", "2w").out == (
        "i1    intro · Raj Mehta · via Ana Ruiz · made · come back to it Mon 18 May 2026 · shared\n"
    )
    assert sam("intro", "met", "i1", "-n", "a good hour", "--follow-up", "none").out == (
        "i1    intro · Raj Mehta · via Ana Ruiz · met · shared\n"
    )
    assert sam("intro").out == ""
    out = sam("intro", "show", "i1").out
    assert "Met, 4 May 2026: a good hour" in out
    assert "asked Fri 1 May 2026\n\tmade Mon 4 May 2026\n\tmet Mon 4 May 2026" in out


def test_one_that_is_met_stays_in_the_list_while_there_is_a_day_to_come_back_to_it(sam: Any) -> None:
    sam("intro", "add", "raj", "--via", "ana")
    sam("intro", "met", "i1", "--follow-up", "2w")
    assert sam("intro", "-q").out == "i1\n"
    assert sam("intro", "edit", "i1", "--follow-up", "none").code == 0
    assert sam("intro", "-q").out == ""
    assert sam("intro", "list", "--all", "--with", "raj", "-q").out == "i1\n"


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        (
            "intro add raj",
            2,
            "error: Say who can introduce you, or whom you do it for.\n       Add --via P, or --for P.\n",
        ),
        ("intro add --via ana", 1, "error: The name is empty; nothing was kept.\n"),
        ("intro add raj --via zoe", 1, None),
        ("intro met i1", 1, "error: i1 is met already.\n       mentorlog show i1\n"),
        ("intro asked i1", 1, "error: i1 is met already.\n       mentorlog show i1\n"),
        ("intro met a1", 1, "error: There is no record “a1”.\n"),
        ("intro drop i1", 2, None),
        ("intro edit i1 --who none", 1, "error: --who cannot be empty.\n"),
    ],
)
def test_wrong_use_says_what_is_wrong(sam: Any, line: str, code: int, said: str | None) -> None:
    sam("intro", "add", "raj", "--via", "ana")
    sam("intro", "met", "i1")
    ran = sam(*line.split())
    assert (ran.code, ran.out) == (code, "")
    if said is not None:
        assert ran.err == said


def test_private_ones_are_neither_echoed_nor_listed(sam: Any) -> None:
    assert (
        sam("intro", "add", "A headhunter", "--via", "raj", "--private").out
        == "i1    intro · wanted · PRIVATE\n"
    )
    assert sam("intro", "asked", "i1").out == "i1    intro · asked · PRIVATE\n"
    assert sam("intro").out == ""
    assert (
        sam("intro", "list", "--private").out
        == "i1\tA headhunter (private)\tvia Raj Mehta\t\tasked\t4 May\t\n"
    )


def test_one_with_a_private_person_is_as_hidden_as_they_are(sam: Any) -> None:
    sam("intro", "add", "raj", "--via", "ana", "--why", "his team")
    sam("person", "edit", "raj", "--private")
    assert sam("intro").out == ""
    assert "Raj" in sam("intro", "list", "--private").out


def test_json_drop_rm_restore_and_search(sam: Any) -> None:
    made = json.loads(sam("intro", "add", "raj", "--via", "ana", "--why", "his team", "--json").out)
    assert (made["schema"], made["who"], made["via"], made["for"]) == ("mentorlog/intro/1", "p3", "p1", None)
    assert sam("search", "team", "--with", "raj").out == "i1\t4 May\this team\n"
    assert sam("intro", "drop", "i1", "--why", "met at lunch").out == (
        "i1    intro · Raj Mehta · via Ana Ruiz · dropped · shared\n"
    )
    assert sam("intro", "list").out == ""
    assert sam("intro", "rm", "i1", "--yes").code == 0
    assert sam("intro", "restore", "i1").out == "i1    intro · restored\n"
