"""`export journal`: a folder of notes that lead to one another, whatever a person is called."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings

from mentorlog.domain.documents.journal import file_name
from tests.cli.canaries import BEFORE, OTHER, PRIVATE, PUBLIC, REMOVED, plant
from tests.cli.conftest import Run
from tests.formats.test_markdown import ANY

NAME = re.compile(r"(index|[a-z]+/[a-z0-9-]{1,60}|days/\d{4}-\d\d-\d\d)\.md")


def held(folder: Path) -> dict[str, str]:
    return {str(one.relative_to(folder)): one.read_text() for one in folder.rglob("*.md")}


def links(here: str, text: str) -> list[str]:
    """The notes that a note leads to, from the root."""
    wiki = [f"{path}.md" for path in re.findall(r"\[\[([^|\]]+)(?:\|[^\]]*)?\]\]", text)]
    relative = [(Path("/") / here).parent / path for path in re.findall(r"\]\(([^)]+\.md)\)", text)]
    return wiki + [str(Path(*_up(path)).relative_to("/")) for path in relative]


def _up(path: Path) -> list[str]:
    parts: list[str] = []
    for part in path.parts:
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return parts


@pytest.mark.parametrize("flavor", ["obsidian", "gfm"])
def test_every_link_leads_to_a_note_and_the_index_leads_to_all(sam: Run, tmp_path: Path, flavor: str) -> None:
    sam("goal", "add", "Ship [it] | now", "--with", "ana", "--steps", "one; two")
    sam("meet", "ana", "-n", "Talked.", "--action", "me: write *it* by fri")
    sam("win", "add", "Shipped", "--goal", "g1", "--skill", "sql")
    ran = sam("export", "journal", str(tmp_path / "notes"), "--flavor", flavor)
    assert ran.code == 0, ran.err
    notes = held(tmp_path / "notes")
    assert ran.out == f"wrote {tmp_path / 'notes'} ({len(notes)} notes)\n"
    assert all(NAME.fullmatch(one) for one in notes), list(notes)
    for here, text in notes.items():
        assert set(links(here, text)) <= set(notes), here
    assert set(links("index.md", notes["index.md"])) == set(notes) - {"index.md"}
    assert notes["index.md"].startswith("# Journal\n")
    goal = next(text for here, text in notes.items() if here.startswith("goals/"))
    assert goal.startswith('---\nref: "g1"\nkind: "goal"\naliases: ["Ship [it] | now"]\ndate: 2026-05-04\n')
    assert "# Ship \\[it\\] \\| now\n" in goal
    assert "- [ ] one\n- [ ] two\n" in goal
    day = notes["days/2026-05-04.md"]
    assert {"goals", "meetings", "wins"} <= {one.split("/")[0] for one in links("days/2026-05-04.md", day)}


@pytest.mark.parametrize(
    "name",
    [
        *("../../x", "CON", "nul.txt", "-rf", "x" * 200, "ends with a dot."),
        *("日本語", "a/b\\c", "index", ".hidden", "Zoë ☃"),
    ],
)
def test_no_name_makes_a_file_anywhere_else(sam: Run, tmp_path: Path, name: str) -> None:
    assert sam("person", "add", "--", name).code == 0
    place = tmp_path / "deep" / "notes"
    place.parent.mkdir()
    ran = sam("export", "journal", str(place))
    assert ran.code == 0, ran.err
    assert all(NAME.fullmatch(one) for one in held(place))
    assert [one.name for one in place.parent.iterdir()] == ["notes"]
    people = [one for one in held(place) if one.endswith("-p4.md") or one == "people/p4.md"]
    assert len(people) == 1


@settings(deadline=None)
@given(ANY)
def test_a_file_name_is_plain_whatever_the_title(title: str) -> None:
    assert re.fullmatch(r"[a-z0-9][a-z0-9-]{0,58}[a-z0-9]", file_name(title, "w12"))
    assert file_name(title, "w12").endswith("w12")


def test_nothing_private_is_in_any_note(run: Run, journal: Path, tmp_path: Path) -> None:
    plant(journal)
    mine = run("export", "journal", str(tmp_path / "mine"))
    whole = "\n".join(
        [mine.out, mine.err, *held(tmp_path / "mine"), *held(tmp_path / "mine").values()]
    ).lower()
    assert not [word for word in (PRIVATE, BEFORE, REMOVED) if word.lower() in whole]
    assert PUBLIC.lower() in whole
    assert OTHER.lower() in whole
    ana = run("export", "journal", str(tmp_path / "ana"), "--with", "ana")
    assert ana.code == 0, ana.err
    # A role of one's own is about nobody, whoever it was thought up with.
    notes = {here: text for here, text in held(tmp_path / "ana").items() if not here.startswith("roles/")}
    notes["index.md"] = re.sub(r".*\[roles/.*", "", notes["index.md"])
    whole = "\n".join([ana.out, ana.err, *notes, *notes.values()]).lower()
    assert not [word for word in (PRIVATE, BEFORE, REMOVED, OTHER) if word.lower() in whole]
    assert PUBLIC.lower() in whole
    asked = run("export", "journal", str(tmp_path / "all"), "--include-private", "--yes")
    assert PRIVATE in "".join(held(tmp_path / "all").values()), asked.err


def test_for_somebody_nothing_still_owed_and_no_judgement_of_mine_is_told(sam: Run, tmp_path: Path) -> None:
    sam("feedback", "add", "--to", "bo", "--growth", "-b", "came late")
    sam("mentorship", "phase", "bo", "cultivation", "--why", "my own judgement")
    ran = sam("export", "journal", str(tmp_path / "bo"), "--with", "bo")
    assert ran.code == 0, ran.err
    whole = "\n".join(held(tmp_path / "bo").values())
    assert "came late" not in whole
    assert "judgement" not in whole


def test_names_of_others_are_in_no_note_and_no_file_name(sam: Run, tmp_path: Path) -> None:
    sam("person", "edit", "raj", "--email", "raj.mehta@x.example", "--met", "Through Ana")
    sam("log", "Raj Mehta asked me about Bo", "-w", "raj")
    ran = sam("export", "journal", str(tmp_path / "notes"), "--redact-names")
    assert ran.code == 0, ran.err
    notes = held(tmp_path / "notes")
    whole = "\n".join([*notes, *notes.values()])
    assert not re.search(r"(?<![a-z])(raj|mehta|ana|ruiz|bo|lind)(?![a-z])", whole, re.IGNORECASE)
    assert "A colleague asked me about a mentee" in whole
    assert "x.example" not in whole


def test_a_folder_is_written_again_only_with_force_and_keeps_what_is_not_ours(
    sam: Run, tmp_path: Path
) -> None:
    place = tmp_path / "notes"
    assert sam("export", "journal", str(place)).code == 0
    (place / "mine.md").write_text("mine")
    refused = sam("export", "journal", str(place))
    assert refused.code == 1
    assert "is not empty" in refused.err
    sam("rm", "p3", "--yes")
    ran = sam("export", "journal", str(place), "--force")
    assert ran.code == 0, ran.err
    assert "Removed 1 that" in ran.err
    assert (place / "mine.md").read_text() == "mine"
    assert not [one for one in held(place) if "raj" in one]


def test_a_dry_run_writes_nothing(sam: Run, tmp_path: Path) -> None:
    ran = sam("export", "journal", str(tmp_path / "notes"), "--dry-run")
    assert ran.out == f"Would write {tmp_path / 'notes'}: 3 people, 1 skill\n"
    assert not (tmp_path / "notes").exists()
    told = json.loads(sam("export", "journal", str(tmp_path / "notes"), "--json").out)
    assert (told["schema"], told["written"], told["removed"]) == ("mentorlog/export/1", True, 0)


def test_ones_own_template_makes_the_notes(sam: Run, journal: Path, tmp_path: Path) -> None:
    folder = journal.parent / "templates" / "documents"
    folder.mkdir(parents=True)
    (folder / "journal.md").write_text("# {{ title }} of mine\n")
    sam("export", "journal", str(tmp_path / "notes"))
    assert held(tmp_path / "notes")["people/ana-ruiz-p1.md"] == "# Ana Ruiz of mine\n"
    (folder / "journal.md").write_text("{{ oops }}\n")
    ran = sam("export", "journal", str(tmp_path / "again"))
    assert ran.code == 1
    assert "in line 1: there is no “oops” here" in ran.err
    assert not (tmp_path / "again").exists()
