"""A document is written whole or not at all, for its owner only, and never over one that is there."""

from __future__ import annotations

import errno
import hashlib
import os
from pathlib import Path

import pytest

from mentorlog.errors import Refused
from mentorlog.flows.hand_over import write_new


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def test_it_tells_the_bytes_and_the_digest_of_what_is_in_the_file(tmp_path: Path) -> None:
    size, digest = write_new(tmp_path / "a.md", "Ana, “ja”\n")
    data = (tmp_path / "a.md").read_bytes()
    assert (size, digest) == (len(data), hashlib.sha256(data).hexdigest())
    assert data.decode() == "Ana, “ja”\n"
    assert names(tmp_path) == ["a.md"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
@pytest.mark.parametrize("force", [False, True])
def test_only_its_owner_may_read_it(tmp_path: Path, force: bool) -> None:
    old = os.umask(0)
    try:
        write_new(tmp_path / "a.md", "x", force)
    finally:
        os.umask(old)
    assert (tmp_path / "a.md").stat().st_mode & 0o777 == 0o600


def test_a_file_that_is_there_stays_without_force(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("mine")
    with pytest.raises(Refused, match="is there already"):
        write_new(tmp_path / "a.md", "new")
    assert (tmp_path / "a.md").read_text() == "mine"
    write_new(tmp_path / "a.md", "new", force=True)
    assert (tmp_path / "a.md").read_text() == "new"


@pytest.mark.parametrize("links", [True, False])
def test_a_file_made_this_very_moment_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    place = tmp_path / "a.md"
    real = os.link

    def late(source: object, target: object) -> None:
        place.write_text("theirs")
        if not links:
            raise OSError(errno.EPERM, "no links here")
        real(source, target)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "link", late)
    with pytest.raises(Refused, match="is there already"):
        write_new(place, "new")
    assert place.read_text() == "theirs"
    assert names(tmp_path) == ["a.md"]


def test_a_disk_without_hard_links_gets_the_file_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(source: object, target: object) -> None:
        raise OSError(errno.ENOTSUP, "no links here")

    monkeypatch.setattr(os, "link", no_links)
    write_new(tmp_path / "a.md", "x")
    assert (tmp_path / "a.md").read_text() == "x"
    assert names(tmp_path) == ["a.md"]


def test_a_failure_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.md").write_text("mine")

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Refused, match="No space left"):
        write_new(tmp_path / "a.md", "new", force=True)
    assert names(tmp_path) == ["a.md"]
    assert (tmp_path / "a.md").read_text() == "mine"


def test_a_folder_and_a_place_in_no_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="is a folder"):
        write_new(tmp_path, "x", force=True)
    with pytest.raises(Refused, match="There is no folder"):
        write_new(tmp_path / "no" / "a.md", "x")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_what_is_not_an_ordinary_file_stays(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(Refused, match="not an ordinary file"):
        write_new(tmp_path / "pipe", "x", force=True)
    assert (tmp_path / "pipe").is_fifo()


def test_a_symbolic_link_is_never_followed(tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.write_text("mine")
    (tmp_path / "a.md").symlink_to(target)
    with pytest.raises(Refused):
        write_new(tmp_path / "a.md", "new")
    write_new(tmp_path / "a.md", "new", force=True)
    assert target.read_text() == "mine"
    assert not (tmp_path / "a.md").is_symlink()


def test_a_link_into_the_void_is_a_file_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "a.md").symlink_to(tmp_path / "nowhere")
    with pytest.raises(Refused, match="is there already"):
        write_new(tmp_path / "a.md", "new")
    assert not (tmp_path / "nowhere").exists()


def test_a_long_name_can_be_written(tmp_path: Path) -> None:
    write_new(tmp_path / ("a" * 250), "x")
    assert names(tmp_path) == ["a" * 250]
