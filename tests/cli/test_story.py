"""`win story`: a win told as situation, task, action and result."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

PARTS = ("story_situation", "story_task", "story_action", "story_result")


def story(sam: Any, *more: str) -> list[str]:
    data = json.loads(sam("win", "show", "w1", "--json", *more).out)
    return [data[name] for name in PARTS]


def test_a_story_is_told_part_by_part_with_flags(sam: Any) -> None:
    sam("win", "add", "Cut p99")
    assert sam("win", "story", "w1", "--situation", "slow list", "--result", "140 ms") == (
        0,
        "w1    win · story still without task and action · shared\n",
        "",
    )
    assert sam("win", "story", "w1", "--task", "mine", "--action", "keyset").out == (
        "w1    win · story whole · shared\n"
    )
    assert story(sam) == ["slow list", "mine", "keyset", "140 ms"]
    assert "Situation: slow list" in sam("win", "show", "w1").out
    assert sam("search", "keyset").out.startswith("w1\t")


def test_on_a_terminal_each_part_is_asked_for_and_enter_leaves_it(sam: Any) -> None:
    sam("win", "add", "Cut p99")
    sam("win", "story", "w1", "--task", "mine")
    ran = sam("win", "story", "w1", stdin="slow list\n\nkeyset\n140 ms\n", tty=True)
    assert (ran.code, ran.out) == (0, "w1    win · story whole · shared\n")
    assert ran.err.startswith("Situation: where were you, and what was at stake? Task: ")
    assert story(sam) == ["slow list", "mine", "keyset", "140 ms"]


def test_in_the_editor_only_the_story_is_there(
    sam: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sam("win", "add", "Cut p99", "--impact", "unblocked mobile")
    editor = tmp_path / "editor.sh"
    editor.write_text(f'#!/bin/sh\ncp "$1" {tmp_path}/seen\nsed -i "s/^result:/result: 140 ms/" "$1"\n')
    editor.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(editor))
    assert sam("win", "story", "w1", "-e").out == (
        "w1    win · story still without situation, task and action · shared\n"
    )
    assert story(sam) == ["", "", "", "140 ms"]
    seen = (tmp_path / "seen").read_text()
    assert [line.split(":")[0] for line in seen.splitlines() if line[:1] not in ("#", "")] == [
        "situation",
        "task",
        "action",
        "result",
    ]


def test_wrong_use(sam: Any) -> None:
    sam("win", "add", "Cut p99")
    assert sam("win", "story", "w1") == (
        2,
        "",
        "error: Say a part of the story.\n       Add --situation, --task, --action or --result; or -e.\n",
    )
    assert sam("win", "story", "w9", "--task", "x").err == "error: There is no record “w9”.\n"
    assert sam("win", "story", "p1", "--task", "x").code == 2


def test_the_story_of_a_private_win_is_private(sam: Any) -> None:
    sam("win", "add", "Got an offer", "--private")
    assert sam("win", "story", "w1", "--result", "CANARY").out == (
        "w1    win · story still without situation, task and action · PRIVATE\n"
    )
    assert sam("search", "canary").out == ""
    assert sam("export", "summary").out.find("CANARY") == -1
    assert story(sam, "--private")[3] == "CANARY"
