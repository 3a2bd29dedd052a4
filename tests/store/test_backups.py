"""Copies of the journal: checked before they have a name, kept by age, and brought back whole."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mentorlog.domain.notes import Note
from mentorlog.domain.people import Person
from mentorlog.errors import Damaged, Unknown, Unusable
from mentorlog.store import backup, backups, connect, restore
from mentorlog.store.changes import differences
from mentorlog.store.connect import atomic, open_for_writing
from mentorlog.store.erased import note_down
from mentorlog.store.forget import forget, holding
from mentorlog.store.store import Store
from tests.program import carry_out

NOW = datetime(2026, 5, 4, 8, 0, tzinfo=UTC)
AT = "2026-05-04T08:00:00Z"


def write(path: Path, *texts: str) -> None:
    with closing(open_for_writing(path)) as db, atomic(db, "log", AT):
        for text in texts:
            Store(db, AT).add(Note(text=text, day=NOW.date()))


def texts(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as db:
        return [text for (text,) in db.execute("SELECT text FROM note ORDER BY id")]


def device(path: Path) -> str:
    with closing(sqlite3.connect(path)) as db:
        return str(db.execute("SELECT device FROM journal").fetchone()[0])


def test_a_copy_is_named_after_its_moment_device_and_change_and_is_for_the_owner_only(path: Path) -> None:
    write(path, "one", "two")
    made = backups.make(path, NOW)
    assert made == path.parent / "backups" / f"mentorlog-20260504T080000Z-{device(path)}-2.db"
    assert texts(made) == ["one", "two"]
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert stat.S_IMODE(made.parent.stat().st_mode) == 0o700
    assert os.listdir(made.parent) == [made.name]


def test_a_journal_that_does_not_agree_with_its_log_is_not_copied_over_good_copies(path: Path) -> None:
    write(path, "one")
    good = backups.make(path, NOW)
    with closing(sqlite3.connect(path)) as bare:
        bare.execute("UPDATE journal SET applying = 1")
        bare.execute("UPDATE note SET text = 'another'")
        bare.commit()
    with pytest.raises(Damaged, match="did not pass its check"):
        backups.make(path, NOW + timedelta(days=1))
    assert os.listdir(good.parent) == [good.name]
    assert "did not pass" in backups.daily(path, NOW + timedelta(days=1))
    assert not backups.due(path, NOW + timedelta(days=1)), "one failure a day is enough"
    assert backups.due(path, NOW + timedelta(days=2))


def test_a_full_disk_leaves_no_torn_copy(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(path, "one")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup, "settle", full)
    with pytest.raises(Unusable, match="disk is full"):
        backups.make(path, NOW)
    assert os.listdir(path.parent / "backups") == []


def test_the_day_has_its_copy_after_the_first_one(path: Path) -> None:
    write(path, "one")
    assert backups.due(path, NOW)
    backups.make(path, NOW)
    assert not backups.due(path, NOW + timedelta(hours=15))
    assert backups.due(path, NOW + timedelta(hours=17))


def test_older_copies_make_room_only_in_the_folder_of_the_journal(path: Path, tmp_path: Path) -> None:
    write(path, "one")
    elsewhere = tmp_path / "elsewhere"
    for day in range(20):
        backups.make(path, NOW + timedelta(days=day))
        backups.make(path, NOW + timedelta(days=day), elsewhere)
    assert len(os.listdir(elsewhere)) == 20
    assert 7 <= len(backups.copies(path)) < 12


def test_two_journals_in_one_folder_have_folders_of_their_own(path: Path) -> None:
    other = path.with_name("work.db")
    shutil.copy(path, other)
    assert backups.make(path, NOW).parent != backups.make(other, NOW).parent


def test_a_backup_comes_back_whole_with_another_device_and_the_journal_before_is_kept(path: Path) -> None:
    write(path, "one")
    copy, before = backups.make(path, NOW), device(path)
    write(path, "two")
    done = restore.restore(copy, path, NOW)
    assert texts(path) == ["one"]
    assert [one.headline for one in done.records] == ["one"]
    assert device(path) != before
    assert done.aside is not None
    assert texts(done.aside) == ["one", "two"]
    assert stat.S_IMODE(done.aside.stat().st_mode) == stat.S_IMODE(path.stat().st_mode) == 0o600
    assert copy.exists()
    write(path, "three")
    with closing(sqlite3.connect(path)) as db:
        assert differences(db) == []


def test_a_damaged_backup_is_refused_and_nothing_changes(path: Path) -> None:
    write(path, "one " * 3000)
    copy = backups.make(path, NOW)
    write(path, "two")
    whole = bytearray(copy.read_bytes())
    place = whole.rindex(b"one one")
    whole[place] ^= 1
    copy.write_bytes(bytes(whole))
    before = path.read_bytes()
    with pytest.raises(Damaged, match="so nothing was changed"):
        restore.restore(copy, path, NOW)
    with pytest.raises(Damaged):
        restore.drill(path, NOW)
    assert path.read_bytes() == before
    assert {one.name for one in path.parent.iterdir()} <= {path.name, f"{path.name}-journal", "backups"}


@pytest.mark.parametrize("content", [b"", b"no journal at all" * 100])
def test_what_is_no_journal_is_refused(path: Path, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "file.db"
    file.write_bytes(content)
    with pytest.raises(Damaged):
        restore.restore(file, path, NOW)


def test_what_a_crash_left_beside_the_journal_is_not_done_to_the_restored_one(path: Path) -> None:
    write(path, "one")
    copy = backups.make(path, NOW)
    backup.side_file(path).write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(600))
    done = restore.restore(copy, path, NOW)
    assert texts(path) == ["one"]
    assert done.aside is not None


def test_a_drill_says_what_came_back_and_how_far_the_journal_has_gone_on(path: Path) -> None:
    write(path, "one")
    backups.make(path, NOW)
    write(path, "two")
    before = path.read_bytes()
    tried = restore.drill(path, NOW)
    assert (tried.head, tried.now, len(tried.records)) == (1, 2, 1)
    assert restore.last_drill(path) == NOW
    assert path.read_bytes() == before


def test_a_drill_without_a_backup_says_how_to_make_one(path: Path) -> None:
    with pytest.raises(Unknown, match="backup"):
        restore.drill(path, NOW)


def test_nobody_writes_while_a_journal_is_put_aside_and_another_takes_its_place(path: Path) -> None:
    write(path, "one")
    script = "import sqlite3, sys; sqlite3.connect(sys.argv[1], timeout=0).execute('BEGIN IMMEDIATE')"
    other = [sys.executable, "-c", script, str(path)]
    with restore.held(path), backup.put_aside(path, path.with_name("aside.db")):
        tried = subprocess.run(other, capture_output=True, text=True, check=False)
    assert "database is locked" in tried.stderr
    assert subprocess.run(other, capture_output=True, check=False).returncode == 0


def test_what_is_written_to_a_journal_that_was_just_replaced_is_not_said_to_be_kept(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever waits for the lock holds the old file; what is written there nobody finds again."""
    write(path, "one")
    other = Path(shutil.copy(path, path.with_name("other.db")))

    def opened(place: Path) -> sqlite3.Connection:
        db = open_for_writing(place)
        other.replace(place)
        return db

    monkeypatch.setenv("MENTORLOG_DB", str(path))
    with monkeypatch.context() as patch:
        patch.setattr(connect, "open_for_writing", opened)
        ran = carry_out("log", "two")
    assert (ran.code, ran.out) == (3, "")
    assert "I kept nothing" in ran.err
    assert carry_out("log", "two").code == 0
    assert texts(path) == ["one", "two"]


def test_whom_one_forgot_stays_forgotten_after_a_restore(path: Path) -> None:
    with closing(open_for_writing(path)) as db:
        store = Store(db, AT)
        with atomic(db, "begin", AT):
            person = store.add(Person(name="Zqcanary Person", handle="zq"))
            note = store.add(Note(text="Zqcanary said so", day=NOW.date()))
            store.links.join(note, [person], "with")
    copy = backups.make(path, NOW)
    with closing(open_for_writing(path)) as db:
        with atomic(db, "person forget", AT):
            went = forget(Store(db, AT), [person])
        note_down(backups.beside(path, "forgotten.json"), [one.uid for one in went])
        assert differences(db) == []
    assert person.uid not in (path.parent / "forgotten.json").read_text(encoding="utf-8")
    assert holding(path, person.uid) == [copy]
    assert restore.restore(copy, path, NOW).forgotten == 3
    assert b"qcanary" not in path.read_bytes().lower()
