"""`action`: promises, mine and theirs."""

from __future__ import annotations

import json
from typing import Any

import pytest

NO_REASON = (
    2,
    "",
    "error: Say why it is dropped, so that you know it later.\n       Add --why TEXT.\n",
)


@pytest.fixture
def promises(sam: Any) -> Any:
    """A promise to Ana (a1), one of hers (a2), one to nobody (a3) and a private one (a4)."""
    sam("action", "add", "Draft my CV", "--by", "fri", "--with", "ana")
    sam("action", "add", "Introduce me to Jo", "--owner", "ana", "--by", "2w")
    sam("action", "add", "Read")
    sam("action", "add", "Ask for a raise", "--private", "--by", "8may")
    return sam


def test_adding_says_who_does_what_and_when(sam: Any) -> None:
    assert sam("action", "add", "Draft my CV", "--by", "fri", "--with", "ana") == (
        0,
        "a1    me · Draft my CV · due Fri 8 May 2026\n",
        "",
    )
    assert sam("action", "add", "Introduce", "me", "--owner", "ana").out == "a2    Ana Ruiz · Introduce me\n"
    assert sam("action", "add", "-", "-q", stdin="One\nTwo\n") == (0, "a3\n", "")
    assert json.loads(sam("show", "a3", "--json").out)["text"] == "One\nTwo"


def test_a_promise_of_theirs_is_made_to_me(sam: Any) -> None:
    mine = json.loads(sam("action", "add", "Draft", "--with", "ana", "--json").out)
    theirs = json.loads(sam("action", "add", "Introduce me", "--owner", "ana", "--json").out)
    assert (mine["schema"], mine["owner"], mine["person"]) == ("mentorlog/action/1", None, "p1")
    assert (theirs["owner"], theirs["person"], theirs["state"]) == ("p1", "p1", "open")
    assert json.loads(sam("action", "add", "x", "--owner", "ME", "--json").out)["owner"] is None


def test_it_remembers_where_it_came_from(sam: Any) -> None:
    sam("log", "Query plans")
    sam("goal", "add", "Move", "--done-when", "an offer")
    assert sam("action", "add", "Explain", "--from", "n1", "-g", "g1", "-s", "sql", "-t", "Deep").code == 0
    made = json.loads(sam("show", "a1", "--json").out)
    assert (made["goal"], made["skill"], made["tags"]) == ("g1", "s1", ["deep"])
    assert made["links"] == [{"from": "a1", "to": "n1", "as": "from"}]
    assert sam("show", "n1").out.endswith("Led to\na1\tExplain\n")


def test_a_private_one_is_not_quoted(sam: Any) -> None:
    assert sam("action", "add", "Ask for a raise", "--private", "--by", "fri") == (
        0,
        "a1    me · PRIVATE · due Fri 8 May 2026\n",
        "",
    )
    assert "text" not in json.loads(sam("action", "add", "Hush", "--private", "--json").out)
    assert sam("action", "-q").out == ""
    assert sam("action", "list", "--private", "-q").out == "a1\na2\n"
    assert sam("action", "done", "a1").out == "a1    me · PRIVATE · done\n"
    assert sam("action", "show", "a1") == (
        1,
        "",
        "error: a1 is private.\n       mentorlog show a1 --private\n",
    )


@pytest.mark.parametrize(
    ("argv", "code", "said"),
    [
        ((), 1, "error: The action is empty; nothing was kept.\n"),
        (
            ("x", "--owner", "zoe"),
            1,
            'error: There is no person “zoe”.\n       mentorlog person add "zoe" --role contact\n',
        ),
        (("x", "--from", "n9"), 1, "error: There is no record “n9”.\n"),
        (
            ("x", "--by", "soonish"),
            1,
            "error: I cannot read the date “soonish”. Try 2026-05-20, fri, 2w or eoq.\n",
        ),
        (
            ("x", "--until", "fri"),
            2,
            "error: mentorlog action add: No such option: --until.\n"
            "       mentorlog action add --help shows how it goes.\n",
        ),
    ],
)
def test_what_is_wrong_keeps_nothing(sam: Any, argv: tuple[str, ...], code: int, said: str) -> None:
    assert sam("action", "add", *argv) == (code, "", said)
    assert sam("action", "list", "--all", "-q").out == ""


def test_the_list_has_the_soonest_first_and_those_without_a_day_last(promises: Any) -> None:
    assert promises("action") == (
        0,
        "a1\tme\tDraft my CV\tdue Fri 8 May\topen\tAna Ruiz\n"
        "a2\tAna Ruiz\tIntroduce me to Jo\tin 14 days\topen\t\n"
        "a3\tme\tRead\t\topen\t\n",
        "",
    )
    for flags, refs in {
        ("--mine",): "a1\na3\n",
        ("--theirs",): "a2\n",
        ("--with", "ana"): "a1\na2\n",
        ("--limit", "1"): "a1\n",
        ("--private",): "a1\na4\na2\na3\n",
    }.items():
        assert promises("action", "list", "-q", *flags).out == refs
    assert [one["ref"] for one in json.loads(promises("action", "--json").out)["items"]] == ["a1", "a2", "a3"]


def test_an_empty_list_says_how_to_begin(run: Any) -> None:
    assert run("action") == (0, "", 'No actions to show. Begin with:  mentorlog action add "…" --by fri\n')
    assert json.loads(run("action", "--json").out)["items"] == []


def test_done_is_told_once_and_all_or_nothing(promises: Any) -> None:
    assert promises("action", "done", "a1", "a2", "--on", "fri") == (
        0,
        "a1    me · Draft my CV · done\na2    Ana Ruiz · Introduce me to Jo · done\n",
        "",
    )
    assert promises("action", "done", "a1") == (
        1,
        "",
        "error: a1 is done already.\n       mentorlog show a1\n",
    )
    assert promises("action", "done", "a3", "a99") == (1, "", "error: There is no record “a99”.\n")
    assert promises("action", "done", "p1") == (2, "", "error: p1 is a person, not an action.\n")
    assert promises("action").out == "a3\tme\tRead\t\topen\t\n"
    assert promises("action", "done", "a3", "-q") == (0, "a3\n", "")
    assert promises("action", "list", "--all").out.splitlines()[-1] == (
        "a2\tAna Ruiz\tIntroduce me to Jo\t1 May\tdone\t"
    )


def test_dropping_needs_a_reason(promises: Any) -> None:
    assert promises("action", "drop", "a1") == NO_REASON
    assert promises("action", "drop", "a1", "--why", " ") == NO_REASON
    assert promises("action", "drop", "a1", "--why", "not now") == (
        0,
        "a1    me · Draft my CV · dropped\n",
        "",
    )
    gone = json.loads(promises("action", "drop", "a3", "--why", " read it ", "--json").out)
    assert (gone["state"], gone["ended"], gone["why"]) == ("dropped", "2026-05-04", "read it")


def test_snoozing_moves_the_day_ahead_and_is_counted(promises: Any) -> None:
    assert promises("action", "snooze", "a1", "2w") == (
        0,
        "a1    me · Draft my CV · due Mon 18 May 2026\n",
        "",
    )
    assert promises("action", "snooze", "a1", "yesterday") == (
        1,
        "",
        "error: Sun 3 May 2026 is over; an action can only wait for a day ahead.\n",
    )
    assert json.loads(promises("action", "snooze", "a1", "3w", "--json").out)["snoozes"] == 2
    promises("action", "done", "a1")
    assert promises("action", "snooze", "a1", "fri") == (
        1,
        "",
        "error: a1 is done already; only open actions can wait.\n",
    )
    assert promises("action", "snooze", "a3").code == 2


def test_edit_rm_restore(promises: Any) -> None:
    assert promises("action", "edit", "a1", "--by", "none").out == "a1    action · changed: by\n"
    assert promises("action", "rm", "a1", "--yes").code == 0
    assert promises("action", "done", "a1").code == 1
    assert promises("action", "restore", "a1") == (0, "a1    action · restored\n", "")
    assert "a1\tme\tDraft my CV\t\topen\tAna Ruiz\n" in promises("action").out
