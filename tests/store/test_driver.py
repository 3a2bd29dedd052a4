"""Encrypted files: their errors are those of `sqlite3`, their keys are found by their salt, and nothing is plain."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mentorlog.domain.notes import Note
from mentorlog.errors import Damaged, KeyNeeded, Unusable
from mentorlog.store import backups, cipher, doctor, driver, faults, restore
from mentorlog.store.backup import create_file, put_aside
from mentorlog.store.connect import atomic, connect, open_for_reading, open_for_writing
from mentorlog.store.driver import Key
from mentorlog.store.store import Store
from tests import secure

pytest.importorskip("sqlcipher3")

NOW = datetime(2026, 5, 4, 8, 0, tzinfo=UTC)
AT = "2026-05-04T08:00:00Z"
KEY, OTHER = Key(b"k" * 32, b"salt-of-sixteen!"), Key(b"o" * 32, b"another-of-these")
CANARY = "Zqcanary"
FORM = "its own"
"""These tests make their own encrypted files."""


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    """An encrypted journal with one note, and its key held."""
    path = tmp_path / "journal.db"
    driver.hold([KEY])
    create_file(path)
    connect(path, KEY).close()
    with closing(driver.open_file(path, key=KEY)) as db:
        from mentorlog.store.migrate import migrate

        migrate(db)
    write(path, CANARY)
    yield path
    driver.let_go()


def write(path: Path, text: str) -> None:
    with closing(open_for_writing(path)) as db, atomic(db, "log", AT):
        Store(db, AT).add(Note(text=text, day=NOW.date()))


def texts(path: Path) -> list[str]:
    with closing(open_for_reading(path)) as db:
        return [text for (text,) in db.execute("SELECT text FROM note ORDER BY id")]


def test_nothing_of_an_encrypted_journal_can_be_read_in_the_file(file: Path) -> None:
    made = backups.make(file, NOW)
    aside = file.with_name("aside.db")
    with put_aside(file, aside):
        pass
    for one in (file, made, aside):
        raw = one.read_bytes()
        assert raw.startswith(KEY.salt)
        assert CANARY.encode() not in raw
        assert b"CREATE TABLE" not in raw


def test_what_the_cipher_raises_is_an_error_of_sqlite3_with_its_code(file: Path) -> None:
    with closing(connect(file)) as db:
        with pytest.raises(sqlite3.IntegrityError) as raised:
            db.execute("INSERT INTO note (id, text, day) VALUES (1, 'a', '2026-01-01')")
        assert raised.value.sqlite_errorcode & 0xFF == sqlite3.SQLITE_CONSTRAINT
        with pytest.raises(sqlite3.OperationalError, match="no such table"):
            db.execute("SELECT * FROM nowhere")
        with pytest.raises(sqlite3.Error):
            db.execute("SELECT ?", (object(),))
        with pytest.raises(sqlite3.OperationalError, match="malformed JSON"):
            db.execute("SELECT json('{}') UNION ALL SELECT json('{')").fetchall()
        with pytest.raises(sqlite3.OperationalError, match="malformed JSON"):
            list(db.execute("SELECT json('{}') UNION ALL SELECT json('{')"))


def test_another_key_opens_nothing_and_says_nothing_on_stderr(
    file: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    driver.hold([Key(b"x" * 32, KEY.salt)])
    with pytest.raises(Damaged, match="not a mentorlog journal"), faults.named(file):
        connect(file)
    assert capfd.readouterr() == ("", "")


def test_without_a_key_it_is_locked_where_a_key_file_lies_beside_it(file: Path) -> None:
    driver.let_go()
    with pytest.raises(Damaged, match="not a mentorlog journal") as raised, faults.named(file):
        connect(file)
    assert "key.age" in raised.value.hint
    (file.parent / "key.age").touch()
    with pytest.raises(KeyNeeded, match="is locked") as locked:
        connect(file)
    assert locked.value.exit_code == 3
    assert doctor.inside(file, NOW)[0].state == "warn"


def test_a_plain_journal_beside_a_key_file_is_still_plain(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    open_for_writing(path).close()
    (tmp_path / "key.age").touch()
    assert driver.key_of(path) is None
    write(path, "plain")
    assert texts(path) == ["plain"]


def test_the_salt_says_which_key_is_its_own(file: Path) -> None:
    made = backups.make(file, NOW)
    driver.hold([OTHER, KEY])
    assert texts(made) == [CANARY]
    assert restore.drill(file, NOW).records


def test_a_flipped_bit_in_the_salt_is_no_loss(file: Path) -> None:
    raw = bytearray(file.read_bytes())
    raw[3] ^= 1
    file.write_bytes(bytes(raw))
    assert texts(file) == [CANARY]


def test_every_flipped_bit_is_found_by_the_cipher(file: Path) -> None:
    whole, chance = file.read_bytes(), random.Random(1)
    for _ in range(25):
        raw = bytearray(whole)
        raw[chance.randrange(16, len(raw))] ^= 1 << chance.randrange(8)
        file.write_bytes(bytes(raw))
        assert "bad" in [one.state for one in doctor.inside(file, NOW)]


def test_a_damaged_encrypted_backup_is_refused_and_nothing_changes(file: Path) -> None:
    copy = backups.make(file, NOW)
    raw = bytearray(copy.read_bytes())
    raw[len(raw) // 2] ^= 1
    copy.write_bytes(bytes(raw))
    before = file.read_bytes()
    with pytest.raises(Damaged):
        restore.restore(copy, file, NOW)
    with pytest.raises(Damaged):
        restore.drill(file, NOW)
    assert file.read_bytes() == before


def test_an_sqlite_that_cannot_encrypt_is_not_taken_for_one_that_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plainly = sqlite3.connect
    monkeypatch.setattr(
        cipher.dbapi2, "connect", lambda *said, **_: plainly(said[0], uri=True, isolation_level=None)
    )
    path = tmp_path / "journal.db"
    create_file(path)
    with pytest.raises(Unusable, match="cannot encrypt"):
        driver.open_file(path, key=KEY)
    assert path.read_bytes() == b""


def test_a_file_that_is_plain_after_all_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    open_for_writing(path).close()
    with pytest.raises(Unusable, match="did not encrypt"):
        cipher.check_encrypted(path)


def test_without_the_extra_an_encrypted_journal_says_how_to_get_it(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "sqlcipher3", None)
    monkeypatch.delitem(sys.modules, "mentorlog.store.cipher")
    monkeypatch.delattr("mentorlog.store.cipher")
    with pytest.raises(KeyNeeded, match="not installed") as raised:
        connect(file)
    assert raised.value.hint == "pip install 'mentorlog[secure]'"


def test_a_key_shows_itself_nowhere() -> None:
    assert "6b6b" not in repr(KEY) + repr(secure.KEYS) + str(KEY) + f"{KEY}"
    assert repr(secure.KEYS) == "Keys(…)"


def test_looking_at_a_file_once_more_does_not_drop_its_lock(file: Path) -> None:
    other = f"""
from pathlib import Path
from mentorlog.store import connect, driver
connect.WAIT = 0.1
driver.hold([driver.Key({KEY.secret!r}, {KEY.salt!r})])
connect.connect(Path({str(file)!r})).execute("BEGIN IMMEDIATE")
"""
    with closing(connect(file)) as db:
        db.execute("BEGIN IMMEDIATE")
        assert texts(file) == [CANARY]
        run = subprocess.run([sys.executable, "-c", other], capture_output=True, text=True, check=False)
        assert "locked" in run.stderr
        db.execute("ROLLBACK")


def test_a_journal_that_is_plain_loads_no_cipher(tmp_path: Path) -> None:
    script = f"""
import sys
from pathlib import Path
from mentorlog.store.connect import open_for_writing
open_for_writing(Path({str(tmp_path / "journal.db")!r})).close()
print({{"sqlcipher3", "pyrage", "keyring", "mentorlog.store.cipher"}} & set(sys.modules))
"""
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout == "set()\n"


def test_a_copy_put_elsewhere_is_found_by_the_key_file_that_follows_it(file: Path, tmp_path: Path) -> None:
    for name in ("key.age", "paper.age"):
        (file.parent / name).write_bytes(name.encode())
    made = backups.make(file, NOW, tmp_path / "stick")
    new = tmp_path / "new" / "journal.db"
    assert driver.key_file(made) == made.with_name(f"{made.name}-key.age")
    restore.restore(made, new, NOW)
    assert texts(new) == [CANARY]
    assert (new.parent / "key.age").read_bytes() == b"key.age"
    assert (new.parent / "paper.age").read_bytes() == b"paper.age"
    assert os.stat(new.parent / "key.age").st_mode & 0o077 == 0


def test_a_backup_comes_back_under_the_key_of_the_journal_as_it_is_now(file: Path, tmp_path: Path) -> None:
    plain = tmp_path / "plain" / "journal.db"
    open_for_writing(plain).close()
    write(plain, "from the plain one")
    restore.restore(Path(shutil.copy(plain, tmp_path / "copy.db")), file, NOW)
    assert file.read_bytes().startswith(KEY.salt)
    assert texts(file) == ["from the plain one"]
