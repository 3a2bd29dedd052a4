"""The compiled catalogue is the catalogue, and is used only while it is."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from mentorlog.career import compiled, pack
from mentorlog.career.pack import from_packs, load, ours


def test_the_file_we_bring_is_the_one_made_from_the_packs() -> None:
    """When this fails: python -m mentorlog.career.compiled"""
    made = compiled.text(from_packs(ours()), compiled.checksum(ours()))
    assert (pack.OURS / compiled.FILE).read_text(encoding="utf-8") == made


def test_it_says_the_same_as_the_packs() -> None:
    read = compiled.read(pack.OURS, ours())
    assert read is not None
    assert read == from_packs(ours()) == load()


@pytest.fixture
def packs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of what we bring, in place of it."""
    copy = Path(shutil.copytree(pack.OURS, tmp_path / "packs"))
    monkeypatch.setattr(pack, "OURS", copy)
    return copy


def test_a_pack_that_was_changed_since_is_read_itself(packs: Path) -> None:
    file = packs / "skills-people.toml"
    file.write_text(file.read_text().replace("'Coaching'", "'Training'"))
    assert load().skills["coaching"].name == "Training"


def test_a_pack_that_was_added_since_is_read(packs: Path) -> None:
    (packs / "zoo.toml").write_text('[skills]\nfeeding-lions = { name = "Feeding lions" }\n')
    assert "feeding-lions" in load().skills


@pytest.mark.parametrize("text", ["", "{", "[]", '{"sum": 1}', '{"sum": null, "skills": 3}'])
def test_one_that_cannot_be_read_is_done_without(packs: Path, text: str) -> None:
    (packs / compiled.FILE).write_text(text)
    assert len(load().roles) == len(from_packs(ours()).roles)


def test_none_at_all_is_done_without_and_none_is_made(packs: Path) -> None:
    (packs / compiled.FILE).unlink()
    assert load().roles
    assert not (packs / compiled.FILE).exists()
