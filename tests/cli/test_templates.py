"""`config templates`: what there is to hold a conversation by, and what is wrong with one's own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from mentorlog.domain.talk import form, read_form
from mentorlog.domain.templates import BUILT_IN

OURS = {
    "checkin": "a short regular conversation (ours)",
    "closing": "the last conversation of a mentorship (ours)",
    "grow": "Goal, Reality, Options, Will (Whitmore, Coaching for Performance, 1992)",
    "kickoff": "a first conversation: hopes and agreements (ours)",
}


DOCUMENTS = {
    "agenda": "the next conversation, to send ahead",
    "brag": "what I achieved, by impact",
    "journal": "one note of a folder of notes",
    "meeting": "a conversation, for those who were in it",
    "person": "all that is between somebody and me",
    "plan": "my development plan",
    "promotion": "the case for a role",
    "stories": "wins as situation, task, action, result",
    "summary": "what happened, came of it and is next",
}


@pytest.fixture
def folder(journal: Path) -> Path:
    made = journal.parent / "templates" / "meet"
    made.mkdir(parents=True)
    return made


def test_the_templates_of_the_program(run: Any) -> None:
    lines = "".join(f"{name}\tmeet\tbuilt in\t{about}\n" for name, about in OURS.items())
    lines += "".join(f"{name}\texport\tbuilt in\t{about}\n" for name, about in DOCUMENTS.items())
    assert run("config", "templates") == (0, lines, "")


def test_ones_own_with_what_is_wrong(run: Any, folder: Path) -> None:
    (folder / "mine.md").write_text("## A\n", encoding="utf-8")
    (folder / "grow.md").write_text("\ufeff## B\n", encoding="utf-8")
    (folder / "bad.md").write_bytes(b"## fine\n" + b"caf\xe9\n")
    (folder / "blank.md").write_text(" \n", encoding="utf-8")
    (folder / "notes.txt").write_text("no template", encoding="utf-8")
    (folder / ".hidden.md").write_text("no template", encoding="utf-8")
    items = json.loads(run("config", "templates", "--json").out)["items"]
    items = {one["name"]: one for one in items if one["use"] == "meet"}
    assert list(items) == ["bad", "blank", "checkin", "closing", "grow", "kickoff", "mine"]
    mine = {"name": "mine", "use": "meet", "origin": str(folder / "mine.md"), "about": "yours", "fault": ""}
    assert items["mine"] == mine
    assert items["grow"]["about"] == "yours, in place of ours"
    assert items["bad"]["fault"] == f"{folder / 'bad.md'} is not UTF-8: line 2 cannot be read."
    assert items["blank"]["fault"] == f"{folder / 'blank.md'} is empty."
    assert f"{folder / 'blank.md'} is empty." in run("config", "templates").out


@pytest.mark.usefixtures("wide")
def test_a_template_that_cannot_be_read_is_refused_before_anything_is_asked(sam: Any, folder: Path) -> None:
    (folder / "bad.md").write_bytes(b"caf\xe9\n")
    ran = sam("meet", "ana", "--template", "bad", tty=True, stdin="words\n")
    assert (ran.code, ran.out) == (1, "")
    said = f"error: {folder / 'bad.md'} is not UTF-8: line 1 cannot be read. Save it as UTF-8."
    assert " ".join(ran.err.split()) == said


@pytest.mark.parametrize("name", ["../config", "mine.md", "/etc/passwd", "GROW"])
def test_a_name_is_no_path(name: str, sam: Any, folder: Path) -> None:
    (folder / "mine.md").write_text("## A\n", encoding="utf-8")
    assert sam("meet", "ana", "--template", name, "-n", "x").code == 1


@pytest.mark.parametrize("name", BUILT_IN)
def test_what_is_written_under_each_heading_is_kept_without_the_questions(name: str) -> None:
    one = form([], {}, {}, pattern=BUILT_IN[name].text)
    headings = [line for line in BUILT_IN[name].text.split("\n") if line.startswith("## ")]
    text = one.text
    for heading in headings:
        text = text.replace(f"{heading}\n", f"{heading}\nYes.\n")
    notes = read_form(one, text).notes
    assert [line for line in notes.split("\n") if line] == [
        line for each in headings for line in (each, "Yes.")
    ]
