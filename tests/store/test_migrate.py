"""Bringing an older journal to today's form: a checked copy first, then all of it or nothing."""

from __future__ import annotations

import hashlib
import sqlite3
import stat
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils.migrations import Migrations

from mentorlog.errors import Damaged
from mentorlog.store import backup, connect, migrate, migrations, triggers
from mentorlog.store.changes import differences

SCHEMAS = Path(__file__).parent.parent / "schemas"


def content(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def schema(db: sqlite3.Connection) -> set[tuple[str, str, str]]:
    """Every table, index, view and trigger, without regard to white space."""
    rows = db.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {(type, name, " ".join(sql.split())) for type, name, sql in rows}


@pytest.fixture
def second(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[object], None]], None]:
    """Gives the program one more migration."""

    def give(change: Callable[[object], None]) -> None:
        later = Migrations(migrations.migrations.name)
        later(name="m001_found")(migrations.m001_found)
        later(name="m002_work")(migrations.m002_work)
        later(name="m003_more")(change)
        monkeypatch.setattr(migrate, "migrations", later)
        monkeypatch.setattr(migrate, "SCHEMA", connect.SCHEMA + 1)
        monkeypatch.setattr(connect, "SCHEMA", connect.SCHEMA + 1)

    return give


def note(path: Path, text: str) -> None:
    with closing(connect.open_for_writing(path)) as db:
        db.execute("INSERT INTO note (text, day) VALUES (?, '2026-01-01')", (text,))


@pytest.mark.parametrize("version", range(1, connect.SCHEMA + 1))
def test_a_journal_of_every_version_opens_and_is_like_one_made_today(path, tmp_path, version) -> None:
    old = tmp_path / "old.db"
    with closing(sqlite3.connect(old)) as db:
        db.executescript((SCHEMAS / f"v{version}.sql").read_text())
        db.execute("INSERT INTO note (text, day) VALUES ('written in another version', '2026-01-01')")
        db.execute("INSERT INTO win (text, day) VALUES ('won in another version', '2026-01-01')")
        db.commit()
    with closing(connect.open_for_writing(old)) as db, closing(connect.open_for_reading(path)) as new:
        assert schema(db) == schema(new)
        assert triggers.missing(db) == []
        assert differences(db) == []
        assert db.execute("SELECT text FROM words_shared WHERE text LIKE 'written%'").fetchall() == [
            ("written in another version",)
        ]
        assert db.execute("SELECT text, story_result FROM win").fetchall() == [("won in another version", "")]
    copies = list((tmp_path / "backups").iterdir()) if version < connect.SCHEMA else []
    for copy in copies:
        with closing(sqlite3.connect(copy)) as db:
            assert db.execute("PRAGMA user_version").fetchone() == (version,)
            assert db.execute("SELECT text FROM note").fetchall() == [("written in another version",)]
    assert len(copies) == (version < connect.SCHEMA)


def test_a_migration_keeps_a_checked_copy_for_the_owner_only(path, second) -> None:
    note(path, "kept")
    second(lambda db: db.execute("ALTER TABLE note ADD COLUMN mood TEXT NOT NULL DEFAULT ''"))
    with closing(connect.open_for_writing(path)) as db:
        assert db.execute("SELECT text, mood FROM note").fetchall() == [("kept", "")]
        assert triggers.missing(db) == []
        db.execute("UPDATE note SET mood = 'glad'")
        assert differences(db) == []
    (copy,) = (path.parent / "backups").iterdir()
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700
    with closing(sqlite3.connect(copy)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (connect.SCHEMA - 1,)
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert db.execute("SELECT text FROM note").fetchall() == [("kept",)]


def test_an_older_journal_is_migrated_before_it_is_read_too(path, second) -> None:
    note(path, "kept")
    second(lambda db: db.execute("ALTER TABLE note ADD COLUMN mood TEXT NOT NULL DEFAULT ''"))
    with closing(connect.open_for_reading(path)) as db:
        assert db.execute("SELECT mood FROM note").fetchall() == [("",)]


def half_done(db: object) -> None:
    db.execute("ALTER TABLE note ADD COLUMN mood TEXT NOT NULL DEFAULT ''")  # type: ignore[attr-defined]
    db.execute("DELETE FROM note")  # type: ignore[attr-defined]
    raise RuntimeError("half way")


def orphans(db: object) -> None:
    db.execute("INSERT INTO step (goal_id, text, position) VALUES (99, 'x', 1)")  # type: ignore[attr-defined]


@pytest.mark.parametrize(("change", "error"), [(half_done, RuntimeError), (orphans, Damaged)])
def test_a_migration_that_fails_leaves_the_journal_as_it_was(path, second, change, error) -> None:
    note(path, "kept " * 5000)
    before = content(path)
    second(change)
    with pytest.raises(error):
        connect.open_for_writing(path)
    assert content(path) == before


def test_a_backup_that_fails_stops_the_migration_and_leaves_no_torn_copy(path, second, monkeypatch) -> None:
    note(path, "kept")
    before = content(path)
    second(lambda db: db.execute("DROP TABLE mute"))
    monkeypatch.setattr(backup, "_contents", lambda db, seen=[]: seen.append(db) or {"rows": len(seen)})
    with pytest.raises(Damaged, match="did not pass its check"):
        connect.open_for_writing(path)
    assert content(path) == before
    assert list((path.parent / "backups").iterdir()) == []


def test_a_migration_waits_for_another_program_that_writes(path, second, monkeypatch) -> None:
    second(lambda db: db.execute("ALTER TABLE note ADD COLUMN mood TEXT NOT NULL DEFAULT ''"))
    monkeypatch.setattr(backup, "backup", lambda *_: None)
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        timer = threading.Timer(0.2, other.execute, ["COMMIT"])
        timer.start()
        with closing(connect.open_for_writing(path)) as db:
            assert "mood" in [row[1] for row in db.execute("PRAGMA table_info(note)")]
        timer.join()


def test_a_row_without_its_parent_made_in_the_shell_does_not_stop_a_migration(path, second) -> None:
    with closing(sqlite3.connect(path)) as bare:  # foreign keys are off here, as in the shell
        bare.execute("INSERT INTO step (goal_id, text, position) VALUES (99, 'x', 1)")
        bare.commit()
    second(lambda db: db.execute("ALTER TABLE note ADD COLUMN mood TEXT NOT NULL DEFAULT ''"))
    with closing(connect.open_for_writing(path)) as db:
        assert db.execute("PRAGMA foreign_keys").fetchone() == (1,)
        assert db.execute("SELECT text FROM step").fetchall() == [("x",)]


def test_a_backup_holds_everything_while_others_wait(path, db, monkeypatch, tmp_path) -> None:
    monkeypatch.setattr(connect, "WAIT", 0.1)
    note(path, "kept")
    counted = backup._contents

    def write_between(copy: sqlite3.Connection) -> dict[str, int]:
        with pytest.raises(sqlite3.OperationalError, match="locked"), closing(connect.connect(path)) as other:
            other.execute("INSERT INTO note (text, day) VALUES ('in between', '2026-01-01')")
        return counted(copy)

    monkeypatch.setattr(backup, "_contents", write_between)
    made = backup.backup(path, tmp_path / "copies")
    note(path, "after")
    with closing(sqlite3.connect(made)) as copy:
        assert copy.execute("SELECT text FROM note").fetchall() == [("kept",)]
        assert differences(copy) == []


def test_every_table_is_strict_and_none_has_a_real_column(db) -> None:
    tables = db.execute(
        "SELECT name, strict FROM pragma_table_list WHERE type = 'table' AND schema = 'main'"
    ).fetchall()
    ours = {name: strict for name, strict in tables if not name.startswith(("sqlite_", "_sqlite_"))}
    assert len(ours) == 29
    assert set(ours.values()) == {1}
    for name in ours:
        assert {one.type for one in triggers.columns(db, name)} <= {"INTEGER", "TEXT"}


def test_the_schema_stays_small_because_it_is_parsed_at_every_start(db) -> None:
    size = db.execute("SELECT sum(length(sql)) FROM sqlite_master").fetchone()[0]
    assert size < 80_000
