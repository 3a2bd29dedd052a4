"""`rehearsal`: a CV or an interview practised, and how the scores move."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

CONTENT = b"%PDF CANARY of a CV"
DIGEST = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def cv(tmp_path: Path) -> Path:
    file = tmp_path / "cv.pdf"
    file.write_bytes(CONTENT)
    return file


def test_of_a_file_only_name_size_and_hash_are_kept(sam: Any, cv: Path, journal: Path) -> None:
    assert sam("rehearsal", "add", "cv", "--with", "ana", "--score", "story=3", "--file", str(cv)) == (
        0,
        f"h1    CV rehearsal · today · with Ana Ruiz · story 3 · cv.pdf, 19 bytes, sha256 {DIGEST[:8]}… · shared\n",
        "",
    )
    made = json.loads(sam("show", "h1", "--json").out)
    assert (made["file"], made["size"], made["sha256"]) == ("cv.pdf", 19, DIGEST)
    assert b"CANARY" not in journal.read_bytes()
    assert str(cv.parent).encode() not in journal.read_bytes()
    assert cv.read_bytes() == CONTENT


def test_the_list_shows_how_each_topic_moved_within_its_kind(sam: Any) -> None:
    sam("rehearsal", "add", "cv", "--score", "story=2", "--score", "length=4", "--on", "2026-04-02")
    sam("rehearsal", "add", "interview", "--score", "story=5", "--on", "2026-04-09")
    sam("rehearsal", "add", "cv", "-w", "ana", "--score", "story=4, voice=3", "--on", "fri", "-n", "one page")
    assert sam("rehearsal").out == (
        "h3\t1 May\tcv\tAna Ruiz\tstory 2 → 4, voice 3\tone page\n"
        "h2\t9 Apr\tinterview\t\tstory 5\t\n"
        "h1\t2 Apr\tcv\t\tstory 2, length 4\t\n"
    )
    assert sam("rehearsal", "list", "--kind", "cv", "-q").out == "h3\nh1\n"
    assert sam("rehearsal", "list", "--with", "ana", "-q").out == "h3\n"
    assert sam("rehearsal", "list", "--until", "2026-04-08").out.startswith("h1\t")


def test_show_compares_with_the_one_before_and_names_the_same_version(sam: Any, cv: Path) -> None:
    sam("rehearsal", "add", "cv", "--score", "story=2, length=4", "--file", str(cv), "--on", "fri")
    sam("rehearsal", "add", "cv", "--score", "story=4", "--file", str(cv))
    out = sam("rehearsal", "show", "h2").out
    assert "Scores since h1, 1 May\n\tstory 2 → 4\n\tlength not scored, 4 before\n" in out
    assert "h1\twas about the same version" in out


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("rehearsal add", 2, None),
        ("rehearsal add speech", 1, "error: “speech” is not one of cv, interview.\n"),
        (
            "rehearsal add cv --score story=6",
            1,
            "error: I cannot read the score “story=6”.\n       Try story=3; it goes from 1 to 5.\n",
        ),
        (
            "rehearsal add cv --file nowhere.pdf",
            1,
            "error: I cannot read nowhere.pdf: No such file or directory.\n",
        ),
        ("rehearsal add cv --file /", 1, "error: I cannot read /: Is a directory.\n"),
        ("rehearsal add cv --with zoe", 1, None),
        ("rehearsal list --kind speech", 1, None),
    ],
)
def test_wrong_use_keeps_nothing(sam: Any, line: str, code: int, said: str | None) -> None:
    ran = sam(*line.split())
    assert (ran.code, ran.out) == (code, "")
    if said is not None:
        assert ran.err == said
    assert sam("rehearsal").err.startswith("No rehearsals to show.")


def test_private_ones_only_say_their_day(sam: Any) -> None:
    assert (
        sam("rehearsal", "add", "interview", "-n", "bank", "--private").out
        == "h1    rehearsal · today · PRIVATE\n"
    )
    assert sam("rehearsal").out == ""
    assert sam("rehearsal", "list", "--private").out == "h1\t4 May\tinterview (private)\t\t\tbank\n"


def test_a_private_one_before_is_not_compared_with_on_the_screen(sam: Any) -> None:
    sam("rehearsal", "add", "cv", "--score", "story=1", "--private", "--on", "fri")
    sam("rehearsal", "add", "cv", "--score", "story=4")
    assert sam("rehearsal").out == "h2\t4 May\tcv\t\tstory 4\t\n"
    assert "story 1 → 4" in sam("rehearsal", "list", "--private").out
    assert "h1" not in sam("rehearsal", "show", "h2").out


def test_notes_come_from_stdin_and_edit_rm_restore(sam: Any) -> None:
    assert sam("rehearsal", "add", "cv", "-n", "-", "-q", stdin="lead with\nthe outage\n").out == "h1\n"
    assert "lead with\nthe outage" in sam("rehearsal", "show", "h1").out
    assert (
        sam("rehearsal", "edit", "h1", "--score", "story=3, pace=2").out
        == "h1    rehearsal · changed: score\n"
    )
    assert sam("rehearsal", "edit", "h1", "--score", "story").code == 1
    assert sam("rehearsal", "rm", "h1", "--yes").code == 0
    assert sam("rehearsal", "restore", "h1").out == "h1    rehearsal · restored\n"
