"""What an examination finds, and what mending gives back."""

from __future__ import annotations

import random
import sqlite3
import stat
from collections import Counter
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mentorlog.domain.notes import Note
from mentorlog.domain.people import Person
from mentorlog.store import backups, doctor, mending, surroundings
from mentorlog.store.backup import side_file
from mentorlog.store.connect import atomic, open_for_writing
from mentorlog.store.soundness import faults
from mentorlog.store.store import Store
from tests.bench import bit_flips
from tests.thorough import many

NOW = datetime.now(UTC)
AT = "2026-05-04T08:00:00Z"


def write(path: Path, *texts: str) -> None:
    with closing(open_for_writing(path)) as db, atomic(db, "log", AT):
        for text in texts:
            Store(db, AT).add(Note(text=text, day=NOW.date()))


def by_shell(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.executescript(sql)


def states(path: Path, now: datetime = NOW) -> dict[str, str]:
    found = [*doctor.inside(path, now), *surroundings.around(path, now, "vim")]
    return {one.name: one.state for one in found if one.state != "ok"}


def texts(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as db:
        return [text for (text,) in db.execute("SELECT text FROM note ORDER BY id")]


def test_a_sound_journal_has_no_finding_and_is_not_touched(path: Path) -> None:
    write(path, "one")
    before = (path.read_bytes(), path.stat().st_mtime_ns, sorted(path.parent.iterdir()))
    assert states(path) == {}
    assert (path.read_bytes(), path.stat().st_mtime_ns, sorted(path.parent.iterdir())) == before


@pytest.mark.parametrize(
    ("sql", "found"),
    [
        ("DROP TRIGGER note_insert", {"schema": "bad"}),
        ("DROP INDEX note_day", {"schema": "bad"}),
        ("DROP TRIGGER note_update; UPDATE note SET text = 'two'", {"schema": "bad", "log": "bad"}),
        ("DELETE FROM words_shared", {"search": "bad"}),
        ("UPDATE words_shared_content SET c0 = 'two'", {"search": "bad"}),
        ("UPDATE change SET new = '{'", {"log": "bad", "history": "bad"}),
        ("UPDATE note SET day = 'tomorrow'", {"records": "warn"}),
        ("UPDATE journal SET ms = ms + 864000000", {"clock": "warn"}),
        ("PRAGMA journal_mode = WAL", {"pragmas": "warn"}),
        ("INSERT INTO step (goal_id, text, position) VALUES (99, 'x', 1)", {"references": "warn"}),
        ("INSERT INTO person (name, handle) VALUES ('Bo', 'bo'), ('B0', 'b0')", {"names": "warn"}),
        ("INSERT INTO person (name, handle) VALUES ('Bo\u202e', 'bo')", {"names": "warn", "records": "warn"}),
        ("PRAGMA user_version = 99; UPDATE journal SET min_writer = 99", {"journal": "bad"}),
        ("PRAGMA application_id = 7", {"journal": "bad"}),
    ],
)
def test_each_thing_that_is_wrong_is_found(path: Path, sql: str, found: dict[str, str]) -> None:
    write(path, "one")
    by_shell(path, sql)
    told = states(path)
    if "words_shared_content" in sql:  # SQLite itself looks into the full text since 3.44
        told.pop("pages", None)
    assert told == found


def test_what_is_no_journal_is_damage_and_not_an_error(path: Path) -> None:
    path.write_bytes(b"no journal at all" * 100)
    assert [one.state for one in doctor.inside(path, NOW)] == ["bad"]


def test_what_is_around_it_is_looked_at(path: Path) -> None:
    write(path, "one")
    backups.make(path, NOW - timedelta(days=30))
    path.chmod(0o644)
    (path.parent / "journal.sync-conflict-20260504.db").touch()
    (path.parent / "drafts").mkdir(mode=0o700)
    (path.parent / "drafts" / "draft-1.md").touch(mode=0o600)
    assert states(path) == {"access": "warn", "place": "warn", "backups": "warn", "drafts": "warn"}
    assert mending.mend(path, NOW) == ["Only you may read 1 file or folder now."]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("folder", ["Dropbox", "OneDrive - Work", "Mobile Documents"])
def test_a_synced_folder_is_named(path: Path, tmp_path: Path, folder: str) -> None:
    (tmp_path / folder).mkdir()
    moved = path.rename(tmp_path / folder / "journal.db")
    place = next(one for one in surroundings.around(moved, NOW, "") if one.name == "place")
    assert (place.state, folder in place.says) == ("warn", True)


def test_a_write_that_was_not_finished_is_told_and_left_for_the_next_command(path: Path) -> None:
    write(path, "one")
    side_file(path).write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(600))
    left = side_file(path).read_bytes()
    assert states(path) == {"write": "warn"}
    assert side_file(path).read_bytes() == left


def test_what_the_shell_did_past_the_log_is_believed_and_told_to_the_log(path: Path) -> None:
    write(path, "one", "two")
    by_shell(path, "DROP TRIGGER note_update; UPDATE note SET text = 'by hand' WHERE id = 1")
    done = mending.mend(path, NOW)
    assert "The log was corrected for: n1." in done
    assert texts(path) == ["by hand", "two"]
    assert states(path) == {}
    (aside,) = path.parent.glob("journal-damaged-*.db")
    assert stat.S_IMODE(aside.stat().st_mode) == 0o600
    assert texts(aside) == ["by hand", "two"]


def test_a_row_that_was_lost_comes_back_from_the_log(path: Path) -> None:
    write(path, "one", "two")
    by_shell(
        path,
        "UPDATE journal SET applying = 1; DELETE FROM note WHERE id = 1; UPDATE journal SET applying = 0",
    )
    assert "Taken from the log: n1." in mending.mend(path, NOW)
    assert texts(path) == ["one", "two"]


def test_numbers_go_on_after_mending_and_undo_knows_the_old_commands(path: Path) -> None:
    write(path, "one", "two")
    by_shell(path, "DELETE FROM note WHERE id = 2; DROP TRIGGER note_words")
    mending.mend(path, NOW)
    write(path, "three")
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("SELECT id FROM note").fetchall() == [(1,), (3,)]
        assert db.execute("SELECT DISTINCT name FROM command ORDER BY name").fetchall() == [("log",)]
        assert faults(db) == []


def test_what_cannot_be_mended_is_left_as_it_was(path: Path) -> None:
    write(path, "one " * 3000)
    whole = path.read_bytes()[:8192]
    path.write_bytes(whole)
    with pytest.raises(Exception, match="left it as it is"):
        mending.mend(path, NOW)
    assert path.read_bytes() == whole
    assert sorted(one.name for one in path.parent.iterdir()) in (
        [path.name],
        [path.name, f"{path.name}-journal"],
    )


def test_a_private_record_stays_private_after_mending(path: Path) -> None:
    with closing(open_for_writing(path)) as db, atomic(db, "log", AT):
        store = Store(db, AT)
        store.add(Person(name="Bo", handle="bo"))
        store.add(Note(text="secret", day=NOW.date(), visibility="private"))
    by_shell(path, "DELETE FROM words_private")
    mending.mend(path, NOW)
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("SELECT text FROM words_private").fetchall() == [("secret",)]
        assert db.execute("SELECT count(*) FROM words_shared WHERE text = 'secret'").fetchone() == (0,)


def test_every_flipped_bit_that_changes_what_a_query_gives_is_found(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    bit_flips.small_journal(path, seed=1, records=20)
    whole, before = path.read_bytes(), bit_flips.records_of(path)
    held = [place for place, byte in enumerate(whole) if byte]
    chance = random.Random(1)
    counts: Counter[str] = Counter()
    for _ in range(many(300)):
        counts.update(
            bit_flips.trial(path, whole, before, chance.choice(held) * 8 + chance.randrange(8), False)
        )
    assert counts["changed"] > 10
    assert counts["found"] == counts["changed"], [word for word in counts if word.startswith("MISSED")]
