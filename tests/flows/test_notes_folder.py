"""A folder of notes: whole or not at all, its owner's only, and nothing of anybody else's is touched."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from mentorlog.errors import Refused
from mentorlog.flows import notes_folder
from mentorlog.flows.notes_folder import MANIFEST, write_notes

NOTES = {"index.md": "# index\n", "people/ana-p1.md": "# Ana\n", "goals/ship-g1.md": "# Ship\n"}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "notes"


def held(folder: Path) -> dict[str, str]:
    found = {str(one.relative_to(folder)): one.read_text() for one in folder.rglob("*.md")}
    return {name.replace(os.sep, "/"): text for name, text in found.items()}


def test_a_new_folder_appears_whole_and_for_its_owner_only(place: Path) -> None:
    assert write_notes(place, NOTES) == 0
    assert held(place) == NOTES
    for one in (place, *place.rglob("*")):
        assert stat.S_IMODE(one.stat().st_mode) == (0o700 if one.is_dir() else 0o600)
    assert [one.name for one in place.parent.iterdir()] == ["notes"]


def test_an_empty_folder_is_as_good_as_none(place: Path) -> None:
    place.mkdir()
    write_notes(place, NOTES)
    assert held(place) == NOTES


def test_a_folder_with_anything_in_it_is_left_alone_without_force(place: Path) -> None:
    place.mkdir()
    (place / "mine.md").write_text("mine")
    with pytest.raises(Refused, match="is not empty"):
        write_notes(place, NOTES)
    assert held(place) == {"mine.md": "mine"}


def test_with_force_only_what_was_written_before_is_replaced_or_removed(place: Path) -> None:
    write_notes(place, NOTES)
    (place / "people" / "mine.md").write_text("mine")
    (place / ".obsidian").mkdir()
    removed = write_notes(place, {"index.md": "# new\n", "wins/cake-w1.md": "# Cake\n"}, force=True)
    assert removed == 2
    assert held(place) == {"index.md": "# new\n", "wins/cake-w1.md": "# Cake\n", "people/mine.md": "mine"}
    assert not (place / "goals").exists()
    assert (place / ".obsidian").is_dir()
    assert set(json.loads((place / MANIFEST).read_text())["files"]) == {"index.md", "wins/cake-w1.md"}


@pytest.mark.parametrize("spoil", ["changed", "theirs", "link", "linked folder"])
def test_what_somebody_changed_or_put_there_stops_it_before_anything_is_written(
    place: Path, tmp_path: Path, spoil: str
) -> None:
    write_notes(place, NOTES)
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "ana-p1.md").write_text("outside")
    if spoil == "changed":
        (place / "people/ana-p1.md").write_text("my own words")
    elif spoil == "theirs":
        (place / "wins").mkdir()
        (place / "wins/cake-w1.md").write_text("theirs")
    elif spoil == "link":
        (place / "people/ana-p1.md").unlink()
        (place / "people/ana-p1.md").symlink_to(outside / "ana-p1.md")
    else:
        (place / "people/ana-p1.md").unlink()
        (place / "people").rmdir()
        (place / "people").symlink_to(outside)
    before = held(place)
    with pytest.raises(Refused, match="nothing was written"):
        write_notes(place, {**NOTES, "index.md": "# new\n", "wins/cake-w1.md": "# Cake\n"}, force=True)
    assert held(place) == before
    assert (outside / "ana-p1.md").read_text() == "outside"


def test_a_bent_list_removes_nothing_outside(place: Path, tmp_path: Path) -> None:
    write_notes(place, NOTES)
    victim = tmp_path / "victim.md"
    victim.write_text("kept")
    listed = json.loads((place / MANIFEST).read_text())
    mark = notes_folder._mark_of(victim)
    for name in ("../victim.md", str(victim), "people/../../victim.md", "a/b/c.md"):
        listed["files"][name] = mark
    (place / MANIFEST).write_text(json.dumps(listed))
    write_notes(place, {"index.md": "# new\n"}, force=True)
    assert victim.read_text() == "kept"


@pytest.mark.parametrize("listed", ["", "[]", '{"files": 3}', '{"files": {"index.md": null}}', "[" * 100_000])
def test_a_damaged_list_means_that_nothing_there_is_ours(place: Path, listed: str) -> None:
    write_notes(place, NOTES)
    (place / MANIFEST).write_text(listed)
    with pytest.raises(Refused, match="nothing was written"):
        write_notes(place, NOTES, force=True)
    assert held(place) == NOTES


@pytest.mark.parametrize(
    "name",
    ["../x.md", "/etc/x.md", "a/../b.md", "con", "-rf", "x.md.", "a\0.md", "é.md", f"{'x' * 300}.md", "A.md"],
)
def test_no_other_kind_of_name_is_ever_written(place: Path, name: str) -> None:
    with pytest.raises(ValueError, match="no place for a note"):
        write_notes(place, {name: "x"})
    assert not place.exists()


def test_a_folder_that_cannot_be_finished_leaves_nothing(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, written = notes_folder._write, []

    def fail(file: Path, text: str) -> str:
        written.append(file)
        if len(written) == 3:
            raise OSError(28, "No space left on device")
        return write(file, text)

    monkeypatch.setattr(notes_folder, "_write", fail)
    with pytest.raises(Refused, match="No space left"):
        write_notes(place, NOTES)
    assert list(place.parent.iterdir()) == []


@pytest.mark.parametrize("last", ["index.md", "cake-w1.md"])
def test_after_an_interruption_all_that_is_ours_is_still_known(
    place: Path, last: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_notes(place, NOTES)
    new = {"index.md": "# new\n", "wins/cake-w1.md": "# Cake\n"}
    real = Path.replace

    def stop(self: Path, target: Path) -> Path:
        if self.name == last:
            raise KeyboardInterrupt
        return real(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", stop)
        with pytest.raises(KeyboardInterrupt):
            write_notes(place, new, force=True)
    write_notes(place, new, force=True)
    assert held(place) == new
    assert [one.name for one in place.parent.iterdir()] == ["notes"]


def test_no_folder_is_made_over_a_file_or_through_a_link(place: Path, tmp_path: Path) -> None:
    place.write_text("a file")
    with pytest.raises(Refused, match="not a folder of its own"):
        write_notes(place, NOTES, force=True)
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with pytest.raises(Refused, match="not a folder of its own"):
        write_notes(tmp_path / "link", NOTES, force=True)
    with pytest.raises(Refused, match="There is no folder"):
        write_notes(tmp_path / "no" / "where", NOTES)
