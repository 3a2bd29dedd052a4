"""`meeting`: past conversations, to look at and change."""

from __future__ import annotations

import json
from typing import Any


def talked(sam: Any, *more: str) -> None:
    assert sam("meet", "ana", "-n", "Lateral is fine", "--mins", "45", "--no-input", *more).code == 0


def test_the_list_has_day_length_words_and_people(sam: Any) -> None:
    talked(sam, "--on", "fri")
    assert sam("meeting") == (0, "m1\t1 May\t45 min · Lateral is fine\tAna Ruiz\n", "")
    assert sam("meeting", "list", "--with", "bo").out == ""
    assert sam("meeting", "list", "--since", "whenever").code == 1


def test_meetings_are_made_by_meet(run: Any) -> None:
    assert run("meeting") == (0, "", 'No meetings to show. Begin with:  mentorlog meet ana -n "…"\n')
    assert run("meeting", "add", "ana").code == 2
    assert json.loads(run("meeting", "--json").out)["items"] == []


def test_my_private_note_is_shown_only_when_asked(sam: Any) -> None:
    talked(sam, "--private-note", "She looked tired")
    assert "tired" not in sam("meeting", "show", "m1").out
    assert "tired" not in sam("meeting", "show", "m1", "--json").out
    assert "tired" in sam("meeting", "show", "m1", "--private").out


def test_edit_rm_restore(sam: Any) -> None:
    talked(sam)
    assert sam("meeting", "edit", "m1", "--mins", "1h30").out == "m1    meeting · changed: mins\n"
    assert sam("meeting", "edit", "m1", "--mins", "long").code == 1
    assert sam("meeting", "rm", "m1", "--yes").code == 0
    assert sam("meeting").out == ""
    assert sam("meeting", "restore", "m1").out == "m1    meeting · restored\n"
