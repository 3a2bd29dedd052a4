"""Opening a journal: what is refused and how it is said, who may read it, and who waits for whom."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from mentorlog.errors import Damaged, Locked, Newer, Problem, Refused, Unusable
from mentorlog.store import connect, faults
from mentorlog.store.changes import differences

NOW = "2026-05-04T10:00:00Z"
WRITE = """
import sys
from pathlib import Path
from mentorlog.store.connect import atomic, open_for_writing
path, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
db = open_for_writing(path)
for number in range(count):
    with atomic(db, name, "2026-05-04T10:00:00Z"):
        db.execute("INSERT INTO main.note (text, day) VALUES (?, '2026-05-04')", (f"{name} {number}",))
    print(number, flush=True)
"""


def content(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def open_named(path: Path, writing: bool) -> sqlite3.Connection:
    with faults.named(path):
        return connect.open_for_writing(path) if writing else connect.open_for_reading(path)


def keep(path: Path, db: sqlite3.Connection, text: str) -> None:
    """Write a note as a command does."""
    with faults.named(path), connect.atomic(db, "log", NOW):
        db.execute("INSERT INTO note (text, day) VALUES (?, '2026-01-01')", (text,))


@pytest.mark.parametrize("writing", [False, True])
@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: path.mkdir(), "is a folder, not a journal"),
        (lambda path: path.write_text("dear diary, " * 100), "is not a mentorlog journal"),
        (lambda path: path.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000), "mentorlog journal"),
        (lambda path: sqlite3.connect(path).executescript("CREATE TABLE t (x)"), "another program"),
        (lambda path: sqlite3.connect(path).executescript("PRAGMA application_id=7"), "another program"),
        (lambda path: sqlite3.connect(path).executescript("PRAGMA user_version=3"), "another program"),
    ],
    ids=["folder", "text", "torn header", "other tables", "other application", "other version"],
)
def test_what_is_no_journal_is_refused_and_left_as_it_was(tmp_path, make, words, writing) -> None:
    path = tmp_path / "journal.db"
    make(path)
    before = None if path.is_dir() else content(path)
    with pytest.raises(Damaged, match=words) as raised:
        open_named(path, writing)
    assert str(path) in raised.value.sentence
    assert before is None or content(path) == before


def test_an_empty_file_becomes_a_journal(tmp_path) -> None:
    path = tmp_path / "journal.db"
    path.touch()
    with closing(open_named(path, writing=True)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (connect.SCHEMA,)


def test_a_truncated_journal_is_called_damaged_and_left_as_it_was(path, db) -> None:
    for number in range(300):
        db.execute("INSERT INTO note (text, day) VALUES (?, '2026-01-01')", (f"{number} " * 90,))
    db.close()
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)
    before = content(path)
    with (
        pytest.raises(Damaged, match="is damaged"),
        faults.named(path),
        closing(connect.open_for_reading(path)) as db,
    ):
        db.execute("SELECT count(*), max(text) FROM note").fetchall()
    assert content(path) == before


@pytest.mark.parametrize(
    ("reader", "writer", "reads"),
    [(1, connect.SCHEMA + 1, True), (connect.SCHEMA + 1, connect.SCHEMA + 1, False), (1, 1, True)],
    ids=["read", "neither", "both"],
)
def test_a_newer_journal_is_read_and_written_only_when_it_says_so(path, db, reader, writer, reads) -> None:
    db.execute("UPDATE journal SET min_reader = ?, min_writer = ?", (reader, writer))
    db.execute(f"PRAGMA user_version = {connect.SCHEMA + 1}")
    db.close()
    before = content(path)
    for writing, allowed in ((False, reads), (True, writer == 1)):
        if allowed:
            open_named(path, writing).close()
        else:
            with pytest.raises(Newer, match="written to" if writing else "read"):
                open_named(path, writing)
    assert content(path) == before


def test_a_newer_journal_of_unknown_form_is_refused(path, db) -> None:
    db.execute("DROP TABLE journal")
    db.execute(f"PRAGMA user_version = {connect.SCHEMA + 1}")
    with pytest.raises(Newer):
        open_named(path, writing=False)


def test_a_journal_without_its_tables_is_damaged_not_a_riddle(path, db) -> None:
    db.execute("DROP TABLE note")
    with pytest.raises(Damaged, match="lacks a part"), faults.named(path):
        db.execute("SELECT * FROM note")


def test_every_write_is_as_durable_as_promised(db) -> None:
    asked = ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "temp_store")
    found = [db.execute(f"PRAGMA {name}").fetchone()[0] for name in asked]
    assert found == ["truncate", 3, 1, 1, 2]


def test_a_locked_journal_is_reported_after_the_wait(path, db, monkeypatch) -> None:
    monkeypatch.setattr(connect, "WAIT", 0.2)
    db.execute("BEGIN IMMEDIATE")
    with closing(connect.open_for_writing(path)) as other:
        began = time.monotonic()
        with pytest.raises(Locked, match="Another program is writing"):
            keep(path, other, "never")
        assert 0.15 < time.monotonic() - began < 5


def test_reading_goes_on_while_another_program_writes(path, db) -> None:
    db.execute("BEGIN IMMEDIATE")
    db.execute("INSERT INTO note (text, day) VALUES ('a', '2026-01-01')")
    with closing(connect.open_for_reading(path)) as other:
        assert other.execute("SELECT count(*) FROM note").fetchone() == (0,)


def test_eight_processes_write_at_once_and_none_loses_a_row(path) -> None:
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", WRITE, str(path), f"p{name}", "50"], stdout=subprocess.DEVNULL
        )
        for name in range(8)
    ]
    assert [process.wait(60) for process in processes] == [0] * 8
    with closing(connect.open_for_reading(path)) as db:
        assert db.execute("SELECT count(*), count(DISTINCT text) FROM note").fetchone() == (400, 400)
        assert db.execute("SELECT count(DISTINCT command), count(DISTINCT hlc) FROM change").fetchone() == (
            400,
            400,
        )
        assert differences(db) == []


def test_several_processes_may_make_the_same_journal_at_once(tmp_path) -> None:
    path = tmp_path / "new" / "journal.db"
    processes = [
        subprocess.Popen([sys.executable, "-c", WRITE, str(path), f"p{name}", "2"]) for name in range(4)
    ]
    assert [process.wait(60) for process in processes] == [0] * 4
    with closing(connect.open_for_reading(path)) as db:
        assert db.execute("SELECT count(*) FROM note").fetchone() == (8,)


def test_kill_9_in_the_middle_of_writes_loses_nothing_that_was_acknowledged(path) -> None:
    acknowledged = 0
    for kill in range(10):
        process = subprocess.Popen(
            [sys.executable, "-c", WRITE, str(path), f"k{kill}", "100000"], stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        for _ in range(3 + 7 * kill % 11):
            process.stdout.readline()
        process.kill()
        rest = process.stdout.read()
        process.wait()
        acknowledged += 3 + 7 * kill % 11 + rest.count("\n")
        with closing(connect.open_for_writing(path)) as db:
            assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            kept = db.execute("SELECT count(*) FROM note").fetchone()[0]
            # The last write may be kept without its word having come through.
            assert acknowledged <= kept <= acknowledged + kill + 1
            assert db.execute("SELECT command FROM journal").fetchone() == (None,)
            assert differences(db) == []


@pytest.mark.parametrize("umask", [0o000, 0o022])
def test_only_the_owner_may_read_what_is_made(tmp_path, umask) -> None:
    path = tmp_path / "a" / "b" / "journal.db"
    script = f"""
import os, sys
os.umask({umask})
from pathlib import Path
from mentorlog.store.connect import open_for_writing, atomic
from mentorlog.store.backup import backup
path = Path({str(path)!r})
db = open_for_writing(path)
db.execute("BEGIN IMMEDIATE")
db.execute("INSERT INTO note (text, day) VALUES ('a', '2026-01-01')")
db.execute("PRAGMA cache_spill")
for file in path.parent.iterdir():
    print(file.name, oct(file.stat().st_mode & 0o777))
db.execute("COMMIT")
backup(path, path.parent / "backups")
"""
    run = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert set(run.stdout.split("\n")) == {"journal.db 0o600", "journal.db-journal 0o600", ""}
    for place in (tmp_path / "a").rglob("*"):
        assert stat.S_IMODE(place.stat().st_mode) == (0o700 if place.is_dir() else 0o600), place
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o700


def test_opening_for_reading_writes_nothing_and_cannot(path) -> None:
    before = (content(path), path.stat().st_mtime_ns, sorted(path.parent.iterdir()))
    with closing(connect.open_for_reading(path)) as db:
        assert db.execute("SELECT count(*) FROM note").fetchone() == (0,)
        with pytest.raises(Unusable, match="read-only"), faults.named(path):
            db.execute("INSERT INTO note (text, day) VALUES ('a', '2026-01-01')")
    assert (content(path), path.stat().st_mtime_ns, sorted(path.parent.iterdir())) == before


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_journal_in_a_read_only_place_is_read_and_not_written(path) -> None:
    path.chmod(0o400)
    path.parent.chmod(0o500)
    try:
        with closing(connect.open_for_reading(path)) as db:
            assert db.execute("SELECT count(*) FROM note").fetchone() == (0,)
        with closing(connect.open_for_writing(path)) as db, pytest.raises(Unusable, match="read-only"):
            keep(path, db, "never")
    finally:
        path.parent.chmod(0o700)


def read_only(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, isolation_level=None)


def test_a_read_only_journal_says_so_when_written(path) -> None:
    with closing(read_only(path)) as db, pytest.raises(Unusable, match="read-only place"), faults.named(path):
        db.execute("INSERT INTO note (text, day) VALUES ('a', '2026-01-01')")


def test_pragmas_that_need_to_write_do_not_stop_reading(path, monkeypatch) -> None:
    monkeypatch.setattr(
        sqlite3,
        "connect",
        lambda *_args, connect=sqlite3.connect, **_named: connect(
            f"{path.as_uri()}?mode=ro", uri=True, isolation_level=None
        ),
    )
    with closing(connect.open_for_reading(path)) as db:
        assert db.execute("SELECT count(*) FROM note").fetchone() == (0,)


def test_a_full_disk_loses_nothing_old(path, db) -> None:
    keep(path, db, "old")
    db.execute(f"PRAGMA max_page_count = {db.execute('PRAGMA page_count').fetchone()[0] + 2}")
    with pytest.raises(Unusable, match="disk is full; nothing new was kept") as raised:
        keep(path, db, "new " * 50_000)
    assert raised.value.exit_code == 3
    assert db.execute("SELECT text FROM note").fetchall() == [("old",)]
    assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert differences(db) == []


@pytest.mark.skipif(sys.platform == "win32", reason="there is no limit on file sizes to set")
def test_a_file_size_limit_loses_nothing_old(path, db) -> None:
    db.execute("INSERT INTO note (text, day) VALUES ('old', '2026-01-01')")
    script = f"""
import resource
from pathlib import Path
from mentorlog.errors import Unusable
from mentorlog.store import faults
from mentorlog.store.connect import atomic, open_for_writing
path = Path({str(path)!r})
resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 8192,) * 2)
db = open_for_writing(path)
try:
    with faults.named(path), atomic(db, "log", {NOW!r}):
        db.execute("INSERT INTO main.note (text, day) VALUES (?, '2026-01-01')", ("new " * 50_000,))
except Unusable as error:
    print(error.sentence)
"""
    run = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert "disk" in run.stdout
    assert db.execute("SELECT text FROM note").fetchall() == [("old",)]
    assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_symbolic_link_to_a_journal_leads_to_it(path, tmp_path) -> None:
    link = tmp_path / "link.db"
    link.symlink_to(path)
    with closing(open_named(link, writing=True)) as db:
        db.execute("INSERT INTO note (text, day) VALUES ('a', '2026-01-01')")
    with closing(open_named(path, writing=False)) as db:
        assert db.execute("SELECT count(*) FROM note").fetchone() == (1,)


@pytest.mark.parametrize("name", ["a b?c#d%20.db", "ümläut 会議.db", "-rf", "it's.db"])
def test_any_file_name_will_do(template, tmp_path, name) -> None:
    path = Path(shutil.copy(template, tmp_path / name))
    with closing(open_named(path, writing=True)) as db:
        db.execute("INSERT INTO note (text, day) VALUES ('a', '2026-01-01')")
    assert [one.name for one in tmp_path.iterdir() if not one.name.endswith("-journal")] == [name]


@pytest.mark.parametrize(
    ("error", "kind", "words"),
    [
        (PermissionError(13, "Permission denied", "/a/readonly locked/x"), Unusable, "permission denied"),
        (OSError(28, "No space left on device"), Unusable, "disk is full"),
        (OverflowError("Python int too large"), Refused, "larger than the journal can hold"),
        (sqlite3.OperationalError("malformed JSON"), Unusable, "malformed JSON"),
    ],
)
def test_other_faults_are_told_for_what_they_are(tmp_path, error, kind, words) -> None:
    problem = faults.as_problem(error, tmp_path)
    assert type(problem) is kind
    assert words in problem.sentence


def test_text_that_is_not_utf_8_is_told_as_damage(path, db) -> None:
    db.execute("INSERT INTO note (text, day) VALUES (CAST(X'ff' AS TEXT), '2026-01-01')")
    with pytest.raises(Damaged, match="not UTF-8"), faults.named(path):
        db.execute("SELECT text FROM note").fetchall()


def test_a_broken_rule_of_the_tables_is_refused_not_unusable(path, db) -> None:
    with pytest.raises(Refused, match="does not take this change") as raised, faults.named(path):
        db.execute("INSERT INTO note (text, day, visibility) VALUES ('CANARY', '2026-01-01', 'secret')")
    assert isinstance(raised.value, Problem)
    assert "CANARY" not in raised.value.sentence
