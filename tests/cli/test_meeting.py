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


def test_a_planned_meeting_moves_ahead_and_keeps_its_time_unless_another_is_said(sam: Any) -> None:
    sam("meet", "ana", "--on", "2026-05-12T10:00")
    assert (
        sam("meeting", "edit", "m1", "--on", "fri").out
        == "m1    meeting · changed: on Fri 8 May 2026, 10:00\n"
    )
    assert json.loads(sam("show", "m1", "--json").out)["starts_at"] == "2026-05-08T08:00:00Z"
    assert sam("edit", "m1", "--on", "fri 11:30").out == "m1    meeting · changed: on Fri 8 May 2026, 11:30\n"
    assert json.loads(sam("show", "m1", "--json").out)["starts_at"] == "2026-05-08T09:30:00Z"
    assert "on: Fri 8 May 2026, 11:30" in sam("show", "m1").out


def test_a_past_meeting_stays_in_the_past(sam: Any) -> None:
    talked(sam)
    assert sam("edit", "m1", "--on", "fri").out == "m1    meeting · changed: on Fri 1 May 2026\n"
