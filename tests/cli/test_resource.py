"""`resource`: what to learn from, and the verdict."""

from __future__ import annotations

import json
from typing import Any

import pytest


def test_adding_starting_and_finishing(sam: Any) -> None:
    assert sam("resource", "add", "DDIA", "--kind", "book", "--skill", "sql", "--from", "ana") == (
        0,
        "r1    resource · book · DDIA · todo · shared\n",
        "",
    )
    assert sam("resource", "start", "r1", "--on", "fri").out == "r1    resource · book · DDIA · doing\n"
    assert sam("resource").out == "r1\tDDIA\tbook\tsql\tAna Ruiz\tdoing\tsince 1 May\n"
    assert sam("resource", "finish", "r1", "--verdict", "chapters 5 and 7").out == (
        "r1    resource · book · DDIA · done\n"
    )
    assert sam("resource").out == ""
    assert sam("resource", "list", "--all").out == "r1\tDDIA\tbook\tsql\tAna Ruiz\tdone\tchapters 5 and 7\n"


def test_the_list_has_what_i_am_at_first_and_narrows(sam: Any) -> None:
    sam("resource", "add", "First", "--skill", "sql")
    sam("resource", "add", "Second", "--from", "bo")
    sam("resource", "start", "r2")
    assert sam("resource", "-q").out == "r2\nr1\n"
    assert sam("resource", "list", "--skill", "sql", "-q").out == "r1\n"
    assert sam("resource", "list", "--with", "bo", "-q").out == "r2\n"
    assert sam("resource", "list", "--with", "zoe").code == 1


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "example", "https://a b"])
def test_an_address_leads_to_the_web_or_a_mailbox_only(sam: Any, url: str) -> None:
    ran = sam("resource", "add", "x", "--url", url)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == f"error: “{url}” is no address.\n       An address begins with https:// or mailto:.\n"
    assert sam("resource", "list", "--all").out == ""


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("resource add", 1),
        ("resource add x --kind film", 1),
        ("resource add x --from zoe", 1),
        ("resource finish r1", 2),
        ("resource drop r1", 2),
        ("resource start r2", 1),
        ("resource start", 2),
        ("resource finish p1 --verdict x", 2),
    ],
)
def test_wrong_use_keeps_nothing(sam: Any, line: str, code: int) -> None:
    sam("resource", "add", "DDIA")
    ran = sam(*line.split())
    assert (ran.code, ran.out) == (code, "")
    assert ran.err.startswith("error: ")
    assert sam("resource", "list", "--all").out == "r1\tDDIA\tother\t\t\ttodo\t\n"


def test_on_a_terminal_the_verdict_is_asked_for(sam: Any) -> None:
    sam("resource", "add", "DDIA")
    ran = sam("resource", "finish", "r1", stdin="worth it\n", tty=True)
    assert (ran.code, ran.err) == (0, "What was it worth, and to whom? ")
    assert "worth it" in sam("resource", "show", "r1").out


def test_private_ones_are_neither_echoed_nor_listed(sam: Any) -> None:
    assert sam("resource", "add", "How to quit", "--private").out == "r1    resource · todo · PRIVATE\n"
    assert sam("resource", "start", "r1").out == "r1    resource · doing · PRIVATE\n"
    assert sam("resource", "list", "--all").out == ""
    assert "How to quit (private)" in sam("resource", "list", "--private").out


def test_json_done_drop_edit_rm_restore(sam: Any) -> None:
    made = json.loads(sam("resource", "add", "DDIA", "--url", "www.dataintensive.net", "--json").out)
    assert (made["schema"], made["ref"], made["url"]) == (
        "mentorlog/resource/1",
        "r1",
        "https://www.dataintensive.net",
    )
    assert sam("resource", "edit", "r1", "--from", "ana", "--kind", "b").out == (
        "r1    resource · changed: kind, from\n"
    )
    assert sam("done", "r1").out == "r1    DDIA · done\n"
    assert sam("drop", "r1", "--why", "x").err == "error: r1 is done already.\n       mentorlog show r1\n"
    assert json.loads(sam("resource", "list", "--all", "--json").out)["items"][0]["from"] == "p1"
    assert sam("resource", "rm", "r1", "--yes").code == 0
    assert sam("resource", "restore", "r1").out == "r1    resource · restored\n"
