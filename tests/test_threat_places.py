"""Where a journal lies and who may look: permissions, links, foreign drives, and what a list of processes shows."""

from __future__ import annotations

import os
import stat
import sys
from datetime import datetime
from pathlib import Path

import pytest

from mentorlog.store import surroundings as around
from tests.conftest import Run
from tests.program import NOW, Ran, carry_out, process

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="umask, /proc and links as on Linux")
SCENE = (
    "log hello",
    "person add Ana --role mentor",
    "meet ana -n talked --private-note hush",
    "config set name Sam",
    "backup",
    "export all --out {}/all.json",
    "timeline --svg {}/page.svg",
    "restore-backup newest --yes",
    "backup drill",
    "person forget ana --yes",
    "log -e",
)


@LINUX
@pytest.mark.parametrize("umask", [0o000, 0o022])
def test_whatever_the_umask_only_the_owner_may_read_what_a_life_leaves(umask: int, home: Path) -> None:
    env = {"MENTORLOG_BACKUP": "on", "EDITOR": "false"}
    for line in SCENE:
        argv = [word.replace("{}", str(home)) for word in line.split()]
        ran = process(*argv, home=home, env=env, umask=umask)
        assert ran.returncode == (line == "log -e"), ran.stderr
    places = [home / ".local", home / ".config", *home.rglob("*")]
    assert len([one for one in places if one.is_file()]) >= 7
    modes = {place: stat.S_IMODE(place.stat().st_mode) for place in places}
    assert {place: oct(mode) for place, mode in modes.items() if mode & 0o077} == {}


@LINUX
def test_through_a_link_the_file_itself_is_written_copied_and_brought_back(
    run: Run, journal: Path, tmp_path: Path
) -> None:
    link = tmp_path / "elsewhere" / "link.db"
    link.parent.mkdir()
    link.symlink_to(journal)
    for line in (
        "log words of the link",
        "backup",
        "rm n1 --yes",
        "restore-backup newest --yes",
        "doctor --fix",
    ):
        assert run("--db", str(link), *line.split()).code in (0, 1), line
    assert link.is_symlink()
    assert [one.name for one in link.parent.iterdir()] == ["link.db"]
    assert (journal.parent / "backups").is_dir()
    assert run("--db", str(link), "path").out.splitlines()[0].endswith(str(journal))
    assert run("show", "n1").code == 0


@LINUX
@pytest.mark.parametrize("target", ["nowhere.db", "gone/away/journal.db", "link.db"])
def test_a_link_that_leads_nowhere_is_told_and_nothing_is_made_there(
    target: str, run_new: Run, tmp_path: Path
) -> None:
    link = tmp_path / "link.db"
    link.symlink_to(tmp_path / target)
    for line in ("log words", "backup", "demo --into {}"):
        ran = run_new("--db", str(link), *line.replace("{}", str(link)).split())
        assert ran.code in (1, 3), ran
        assert ran.err.startswith("error: "), ran.err
        assert "foresee" not in ran.err
    assert [one.name for one in tmp_path.iterdir() if one.name != "home"] == ["link.db"]


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "fuse.sshfs"])
def test_on_a_network_drive_the_journal_works_and_doctor_warns(
    kind: str, run: Run, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(around, "_file_system", lambda _: kind)
    assert run("log", "words").code == 0
    assert f"It lies on a network drive ({kind})" in run("doctor").out


@pytest.mark.parametrize(
    "mark", [".stfolder", "journal.sync-conflict-20260504-1.db", "journal (conflicted copy).db"]
)
def test_in_a_synced_folder_doctor_warns(mark: str, run: Run, journal: Path) -> None:
    (journal.parent / mark).touch()
    assert "warn\tplace" in run("doctor").out


def test_a_journal_is_never_a_write_ahead_one(run: Run, journal: Path) -> None:
    import sqlite3

    for _ in range(2):
        assert journal.read_bytes()[18:20] == b"\1\1"
        bare = sqlite3.connect(journal)
        bare.execute("PRAGMA journal_mode=WAL")
        bare.close()
        assert run("log", "words").code == 0
    assert not list(journal.parent.glob("*-wal"))


@LINUX
def test_no_list_of_processes_shows_words_that_were_piped_or_written_in_the_editor(
    home: Path, tmp_path: Path
) -> None:
    seen, editor = tmp_path / "seen", tmp_path / "editor"
    editor.write_text(f'#!/bin/sh\ncat /proc/[0-9]*/cmdline >> {seen} 2>/dev/null\necho canary >> "$1"\n')
    editor.chmod(0o700)
    journal = tmp_path / "journal.db"
    for argv, given in ((["log", "-", "--private"], b"canary"), (["log", "-e", "--private"], b"")):
        ran = process("--db", str(journal), *argv, home=home, env={"EDITOR": str(editor)}, input=given)
        assert ran.returncode == 0, ran.stderr
    assert b"draft-" in seen.read_bytes()
    assert b"canary" not in seen.read_bytes()


def at(now: datetime, *argv: str) -> Ran:
    return carry_out(*argv, now=now)


@pytest.mark.parametrize("year", [1971, 2150])
def test_with_a_clock_far_off_words_are_kept_and_undo_still_takes_the_last(
    year: int, run: Run, journal: Path
) -> None:
    before = carry_out("note", "list", "--limit", "0", "-q").out
    for now in (NOW, NOW.replace(year=year), NOW):
        ran = at(now, "log", f"words of {now.year}")
        assert ran.code == 0, ran.err
    for now in (NOW, NOW.replace(year=year), NOW):
        assert f"words of {now.year}" in carry_out("note", "list", "--limit", "0").out
        assert carry_out("undo").code == 0
    assert carry_out("note", "list", "--limit", "0", "-q").out == before


def test_a_clock_of_the_journal_that_runs_ahead_is_a_word_of_doctor(run: Run, journal: Path) -> None:
    import sqlite3

    bare = sqlite3.connect(journal)
    bare.execute("UPDATE journal SET ms = ms + 900000000000")
    bare.commit()
    bare.close()
    assert run("log", "words").code == 0
    assert "warn\tclock" in run("doctor").out


def test_a_name_is_one_name_however_its_accents_are_spelt(run: Run) -> None:
    assert run("person", "add", "Zo\u00eb \u00c5gren", "--role", "peer").code == 0
    again = run("person", "add", "Zoe\u0308 A\u030agren", "--role", "peer")
    assert "was there already" in again.err
    assert run("rm", again.out.split()[0], "--yes").code == 0
    assert run("log", "words", "--with", "zoe\u0308").code == 0
    for query in ("zo\u00eb", "zoe\u0308", "zoe", "ZOE"):
        assert "Ågren" in run("search", query, "--in", "people").out, query


@pytest.mark.skipif(os.name == "nt", reason="there are no such modes")
def test_what_others_may_read_is_found_and_closed(run: Run, journal: Path) -> None:
    journal.chmod(0o644)
    assert "warn\taccess" in run("doctor").out
    assert run("doctor", "--fix").code in (0, 1)
    assert stat.S_IMODE(journal.stat().st_mode) == 0o600
