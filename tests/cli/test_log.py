"""`log`: a note, in seconds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

EMPTY = (1, "", "error: The note is empty; nothing was kept.\n")
KINDS = (
    "knowledge, advice, listening, feedback, exploring, goals, development, resources, leadership, culture, "
    "networking, application, support, contacts"
)


def kept(run: Any, ref: str) -> Any:
    return json.loads(run("show", ref, "--private", "--json").out)


def test_words_need_no_quotes_and_the_first_ones_begin_a_journal(run: Any, journal: Path) -> None:
    assert run("log", "Read", "the", "plan") == (
        0,
        "n1    note · today · shared\n",
        f"A new journal: {journal}\n",
    )
    assert kept(run, "n1")["text"] == "Read the plan"
    assert run("log", "Again") == (0, "n2    note · today · shared\n", "")


def test_every_flag_is_said_back(sam: Any) -> None:
    sam("goal", "add", "Move", "--done-when", "an offer")
    line = "log Plans -w ana -w bo -g g1 -s sql -k advice -k know -t deep --on fri --revisit 2w"
    assert sam(*line.split()) == (
        0,
        "n1    note · Fri 1 May 2026 · with Ana Ruiz and Bo Lind · knowledge, advice · g1 · sql · #deep"
        " · look again 18 May · shared\n",
        "",
    )
    made = kept(sam, "n1")
    assert (made["day"], made["kinds"], made["revisit"], made["tags"]) == (
        "2026-05-01",
        "knowledge,advice",
        "2026-05-18",
        ["deep"],
    )


def test_a_day_without_more_is_the_last_one_of_that_name(sam: Any) -> None:
    assert sam("log", "x", "--on", "29apr").out == "n1    note · Wed 29 Apr 2026 · shared\n"
    assert sam("log", "x", "--on", "-3d").out == "n2    note · Fri 1 May 2026 · shared\n"
    assert sam("log", "x", "--on", "2025-12-24").out == "n3    note · Wed 24 Dec 2025 · shared\n"


def test_stdin_is_kept_line_by_line(sam: Any) -> None:
    assert sam("log", "-", stdin="First\n\nSecond @bo\n") == (
        0,
        "n1    note · today · with Bo Lind · shared\n",
        "",
    )
    assert kept(sam, "n1")["text"] == "First\n\nSecond @bo"
    assert sam("log", "-", stdin=" \n") == EMPTY


def test_without_words_a_terminal_is_asked_and_a_pipe_is_not(sam: Any) -> None:
    assert sam("log", stdin="Typed\n", tty=True) == (0, "n1    note · today · shared\n", "> ")
    assert kept(sam, "n1")["text"] == "Typed"
    assert sam("log", stdin="\n", tty=True) == (1, "", "> error: The note is empty; nothing was kept.\n")
    assert sam("log", stdin="", tty=True) == (130, "", "> Stopped; nothing was kept.\n")
    assert sam("log", stdin="Not read\n") == EMPTY
    assert sam("log", "--no-input", stdin="Not read\n", tty=True) == EMPTY


def test_the_editor_writes_the_note(sam: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "write"
    script.write_text('#!/bin/sh\nprintf "Long thoughts +sql\\n\\nand more\\n" > "$1"\n')
    script.chmod(0o700)
    monkeypatch.setenv("EDITOR", str(script))
    assert sam("log", "-e", "--private") == (0, "n1    note · today · sql · PRIVATE\n", "")
    assert kept(sam, "n1")["text"] == "Long thoughts +sql\n\nand more"
    monkeypatch.setenv("EDITOR", "true")
    assert sam("log", "-e") == (
        1,
        "",
        "error: Nothing was changed in the note, so nothing was kept.\n",
    )
    monkeypatch.delenv("EDITOR")
    assert sam("log", "-e") == (
        2,
        "",
        "error: No editor is set, and this is no terminal.\n"
        "       Set EDITOR, or give the words as arguments.\n",
    )
    assert sam("note", "list", "--private", "-q").out == "n1\n"


def test_names_in_the_words_do_what_flags_do(sam: Any) -> None:
    assert sam("log", "@ana says show, +postgres #Reviews") == (
        0,
        "n1    note · today · with Ana Ruiz · sql · #reviews · shared\n",
        "",
    )
    made = kept(sam, "n1")
    assert (made["text"], made["tags"]) == ("@ana says show, +postgres #Reviews", ["reviews"])
    assert [(one["to"], one["as"]) for one in made["links"]] == [("p1", "with"), ("s1", "about")]


def test_names_nobody_has_stay_words_and_that_is_said(sam: Any) -> None:
    assert sam("log", "@zoe on +juggling with @bo, a@b.c #x") == (
        0,
        "n1    note · today · with Bo Lind · #x · shared\n",
        "      Kept as words, because nobody and nothing is called that: @zoe +juggling\n",
    )
    assert sam("log", "@zoe", "-q") == (0, "n2\n", "")
    assert sam("log", "@zoe", "--json").err == ""


def test_a_private_note_is_never_echoed(sam: Any) -> None:
    assert sam("log", "Felt lost", "--private", "-w", "ana") == (
        0,
        "n1    note · today · with Ana Ruiz · PRIVATE\n",
        "",
    )
    assert sam("log", "Felt lost", "--private", "-q") == (0, "n2\n", "")
    made = json.loads(sam("log", "Felt lost", "--private", "--json").out)
    assert made["visibility"] == "private"
    assert made.keys().isdisjoint({"text", "day", "kinds"})
    assert kept(sam, "n3")["text"] == "Felt lost"


def test_the_setting_makes_notes_private_and_a_flag_shares_them(
    sam: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MENTORLOG_VISIBILITY", "private")
    assert sam("log", "One").out == "n1    note · today · PRIVATE\n"
    assert sam("log", "Two", "--share").out == "n2    note · today · shared\n"


def test_json_is_the_note(sam: Any) -> None:
    ran = sam("log", "[b] \x1b[2J", "--json")
    made = json.loads(ran.out)
    assert (ran.code, ran.err) == (0, "")
    assert (made["schema"], made["ref"], made["text"], made["day"]) == (
        "mentorlog/note/1",
        "n1",
        "[b] \x1b[2J",
        "2026-05-04",
    )


@pytest.mark.parametrize(
    ("flags", "code", "said"),
    [
        (
            ("-w", "zoe"),
            1,
            'error: There is no person “zoe”.\n       mentorlog person add "zoe" --role contact\n',
        ),
        (("-g", "none"), 1, "error: There is no goal “none”.\n       mentorlog goal list\n"),
        (("-k", "blah"), 1, f"error: “blah” is not one of the fourteen kinds.\n       Kinds: {KINDS}.\n"),
        (
            ("--on", "gibberish"),
            1,
            "error: I cannot read the date “gibberish”. Try 2026-05-20, fri, 2w or eoq.\n",
        ),
        (("-t", "#"), 1, "error: The tag is empty; nothing was kept.\n"),
        (
            ("--bogus",),
            2,
            "error: mentorlog log: No such option: --bogus.\n       mentorlog log --help shows how it goes.\n",
        ),
    ],
)
def test_what_is_wrong_keeps_nothing(sam: Any, flags: tuple[str, ...], code: int, said: str) -> None:
    assert sam("log", "x", *flags) == (code, "", said)
    assert sam("note", "-q").out == ""
