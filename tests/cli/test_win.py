"""`win`: what went well."""

from __future__ import annotations

import json
from typing import Any


def test_adding_proves_what_was_understood(sam: Any) -> None:
    said = sam(
        "win",
        "add",
        "Cut p99",
        "--impact",
        "unblocked mobile",
        "-w",
        "bo",
        "-s",
        "sql",
        "-t",
        "perf",
        "--on",
        "fri",
    )
    assert said == (0, "w1    win · Fri 1 May 2026 · with Bo Lind · sql · #perf · shared\n", "")


def test_signs_in_the_words_do_the_same_as_flags(sam: Any) -> None:
    assert sam("win", "add", "@bo restored alone +sql #backups").out == (
        "w1    win · today · with Bo Lind · sql · #backups · shared\n"
    )


def test_private_wins_are_neither_echoed_nor_listed(sam: Any) -> None:
    assert sam("win", "add", "Got an offer", "--private").out == "w1    win · today · PRIVATE\n"
    assert sam("win").out == ""
    assert sam("win", "list", "--private").out == "w1\t4 May\tGot an offer (private)\t\n"
    assert sam("win", "show", "w1") == (1, "", "error: w1 is private.\n       mentorlog show w1 --private\n")


def test_the_setting_makes_wins_private_and_a_flag_shares_them(sam: Any, monkeypatch: Any) -> None:
    monkeypatch.setenv("MENTORLOG_VISIBILITY", "private")
    assert sam("win", "add", "One").out.endswith("PRIVATE\n")
    assert sam("win", "add", "Two", "--share").out.endswith("shared\n")


def test_an_unknown_name_keeps_nothing(sam: Any) -> None:
    assert sam("win", "add", "It went well", "-w", "zoe").code == 1
    assert sam("win", "add", "It went well +juggling").code == 1
    assert sam("win", "add").err == "error: The win is empty; nothing was kept.\n"
    assert sam("win", "add", "x", "--impacts", "y").code == 2
    assert sam("win") == (0, "", 'No wins to show. Begin with:  mentorlog win add "…"\n')


def test_json_quiet_and_words_as_they_were(sam: Any) -> None:
    words = "[bold] :smile: \x1b[2J\u202e"
    made = json.loads(sam("win", "add", words, "--json").out)
    assert (made["schema"], made["ref"], made["text"]) == ("mentorlog/win/1", "w1", words)
    assert sam("win", "add", "-", "-q", stdin="From a pipe\nsecond line\n") == (0, "w2\n", "")
    assert sam("win", "list").out == (
        "w2\t4 May\tFrom a pipe second line\t\nw1\t4 May\t[bold] :smile: <U+001B>[2J<U+202E>\t\n"
    )


def test_edit_rm_restore(sam: Any) -> None:
    sam("win", "add", "Cut p99")
    assert sam("win", "edit", "w1", "--impact", "unblocked mobile").out == "w1    win · changed: impact\n"
    assert "unblocked mobile" in sam("win", "show", "w1").out
    assert sam("win", "rm", "w1", "--yes").code == 0
    assert sam("win", "restore", "w1").out == "w1    win · restored\n"
    assert sam("win", "restore", "w1").code == 1
