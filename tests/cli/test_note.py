"""`note`: what `log` wrote."""

from __future__ import annotations

import json
from typing import Any


def test_add_is_log(sam: Any) -> None:
    assert sam("note", "add", "Query plans", "-w", "bo", "-s", "sql", "--on", "fri") == (
        0,
        "n1    note · Fri 1 May 2026 · with Bo Lind · sql · shared\n",
        "",
    )


def test_the_list_is_newest_first_and_narrows(sam: Any) -> None:
    sam("log", "Older", "--on", "fri", "-w", "bo")
    sam("log", "Newer #idea")
    sam("log", "Hidden", "--private")
    assert sam("note") == (0, "n2\t4 May\tNewer #idea\t#idea\nn1\t1 May\tOlder\tBo Lind\n", "")
    assert sam("note", "list", "--with", "bo", "-q").out == "n1\n"
    assert sam("note", "list", "--tag", "idea", "-q").out == "n2\n"
    assert sam("note", "list", "--private", "-q").out == "n3\nn2\nn1\n"
    assert sam("note", "list", "--with", "zoe").code == 1
    assert sam("note", "list", "--limit", "-1").code == 2


def test_an_empty_list_says_how_to_begin(run: Any) -> None:
    assert run("note") == (0, "", 'No notes to show. Begin with:  mentorlog log "…"\n')
    assert json.loads(run("note", "--json").out)["items"] == []


def test_private_notes_are_shown_when_asked(sam: Any) -> None:
    sam("log", "Felt out of my depth", "--private")
    assert sam("note", "show", "n1") == (1, "", "error: n1 is private.\n       mentorlog show n1 --private\n")
    assert "Felt out of my depth" in sam("note", "show", "n1", "--private").out


def test_edit_rm_restore(sam: Any) -> None:
    sam("log", "Query plans")
    assert sam("note", "edit", "n1", "--text", "Query plans, explained").out == "n1    note · changed: text\n"
    assert sam("note", "rm", "n1", "--yes").code == 0
    assert sam("note", "show", "n1").code == 0  # removed is not gone
    assert sam("note").out == ""
    assert sam("note", "restore", "n1") == (0, "n1    note · restored\n", "")
    assert sam("note", "rm", "n7").code == 1
