"""Encrypting a journal: the new file is checked before it takes the place, and any failure leaves the old one."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from mentorlog.errors import Damaged, Locked, Problem, Unusable
from mentorlog.store import backups, cipher, connect, driver, encrypting, keys, schema
from mentorlog.store.changes import differences
from mentorlog.store.driver import Key
from mentorlog.store.keys import Keys
from tests import typist
from tests.program import ROOT

pytest.importorskip("sqlcipher3")

NOW = datetime(2026, 5, 4, 8, 0, tzinfo=UTC)
FORM = "its own"
"""These tests make their own encrypted files."""
KEY, OTHER = Key(b"k" * 32, b"salt-of-sixteen!"), Key(b"o" * 32, b"another-of-these")


@pytest.fixture
def file(sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A plain journal with much in it."""
    typist.quickly(monkeypatch)
    folder = tmp_path / "kept"
    folder.mkdir(mode=0o700)
    yield Path(shutil.copy(sample, folder / "journal.db"))
    driver.let_go()


@pytest.fixture
def two(file: Path) -> Keys:
    """The keys the journal is to have."""
    _, paper = keys.new_paper()
    return Keys(all=(KEY,), uid=encrypting.uid_of(file), paper=paper, created="2026-05-04T08:00:00Z")


def rows(path: Path) -> dict[str, list[Any]]:
    """Every row of every table."""
    with closing(connect.open_for_reading(path)) as db:
        names = [
            name
            for (name,) in db.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'").fetchall()
        ]
        assert differences(db) == []
        return {name: db.execute(f'SELECT * FROM main."{name}"').fetchall() for name in names}


def encrypt(file: Path, two: Keys) -> None:
    encrypting.encrypt(file, two, typist.PASSPHRASE)
    driver.hold(two.all)


def test_every_row_every_object_and_every_number_comes_along(file: Path, two: Keys) -> None:
    before = rows(file)
    with closing(connect.connect(file)) as db:
        form, numbers = (
            schema.there(db),
            [db.execute(f"PRAGMA {one}").fetchone() for one in encrypting._WHICH],
        )
    encrypt(file, two)
    assert file.read_bytes().startswith(KEY.salt)
    assert rows(file) == before
    with closing(connect.connect(file)) as db:
        assert schema.there(db) == form
        assert [db.execute(f"PRAGMA {one}").fetchone() for one in encrypting._WHICH] == numbers
    encrypting.rewrite(file, OTHER)
    driver.hold([OTHER])
    assert rows(file) == before
    encrypting.rewrite(file, None)
    driver.let_go()
    assert file.read_bytes().startswith(driver.PLAIN)
    assert rows(file) == before


def test_only_the_owner_may_read_what_is_made(file: Path, two: Keys) -> None:
    encrypt(file, two)
    assert {one.name: one.stat().st_mode & 0o777 for one in file.parent.iterdir()} == {
        "journal.db": 0o600,
        "key.age": 0o600,
        "paper.age": 0o600,
    }


def test_the_old_file_is_emptied_when_nothing_else_names_it(file: Path, two: Keys) -> None:
    with file.open("rb", buffering=0) as old:
        assert old.read(16) == driver.PLAIN
        encrypt(file, two)
        old.seek(0)
        assert old.read() == b""


def test_another_name_of_the_old_file_is_left_alone(file: Path, two: Keys) -> None:
    other = file.with_name("other-name.db")
    os.link(file, other)
    before = other.read_bytes()
    encrypt(file, two)
    assert other.read_bytes() == before


def test_a_link_to_the_journal_leads_to_the_encrypted_one(file: Path, two: Keys, tmp_path: Path) -> None:
    link = tmp_path / "link.db"
    link.symlink_to(file)
    encrypt(link, two)
    assert link.is_symlink()
    assert file.read_bytes().startswith(KEY.salt)
    assert keys.by_passphrase(link, typist.PASSPHRASE).all == (KEY,)


def _fails(*_: object, **__: object) -> None:
    raise OSError(28, "No space left on device")


STEPS: dict[str, tuple[Any, str, Callable[..., Any]]] = {
    "making the file": (encrypting, "create_file", _fails),
    "writing the rows": (encrypting, "transcribe", _fails),
    "comparing the rows": (encrypting, "check_copy", _fails),
    "comparing the form": (schema, "there", _fails),
    "looking whether it is encrypted": (cipher, "check_encrypted", _fails),
    "writing the key files": (keys, "write_file", _fails),
    "taking the place": (encrypting, "take_the_place", _fails),
    "SQLCipher writes nothing": (encrypting, "transcribe", lambda *_: None),
}


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("begun", ["plain", "encrypted"])
def test_a_failure_at_any_step_leaves_journal_and_key_files_as_they_were(
    file: Path, two: Keys, monkeypatch: pytest.MonkeyPatch, step: str, begun: str
) -> None:
    if begun == "encrypted":
        encrypt(file, two)
        two = two.but(all=(OTHER, KEY))
    before = {one.name: one.read_bytes() for one in file.parent.iterdir()}
    with monkeypatch.context() as patch:
        patch.setattr(*STEPS[step])
        with pytest.raises(Problem):
            encrypting.encrypt(file, two, "quite another one")
    assert {one.name: one.read_bytes() for one in file.parent.iterdir()} == before
    assert rows(file)["note"]


def test_a_row_that_is_lost_on_the_way_is_noticed(
    file: Path, two: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = encrypting.transcribe

    def leaky(source: sqlite3.Connection, part: Path, key: Key | None) -> None:
        whole(source, part, key)
        with closing(connect.connect(part)) as db:
            db.execute("UPDATE journal SET applying = 1")
            db.execute("DELETE FROM link WHERE id = (SELECT max(id) FROM link)")
            db.execute("UPDATE journal SET applying = 0")

    monkeypatch.setattr(encrypting, "transcribe", leaky)
    driver.hold([KEY])
    before = file.read_bytes()
    with pytest.raises(Damaged, match="nothing was changed"):
        encrypting.encrypt(file, two, typist.PASSPHRASE)
    assert file.read_bytes() == before


def test_a_damaged_journal_is_not_encrypted(file: Path, two: Keys) -> None:
    with closing(sqlite3.connect(file)) as bare:
        bare.executescript(
            "UPDATE journal SET applying = 1; DELETE FROM note WHERE id = 1; UPDATE journal SET applying = 0"
        )
    with pytest.raises(Damaged):
        encrypting.encrypt(file, two, typist.PASSPHRASE)
    assert file.read_bytes().startswith(driver.PLAIN)


def test_nobody_writes_meanwhile(file: Path, two: Keys, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(driver.ciphered, "__defaults__", (0.1,))
    holding = "import sqlite3, sys; db = sqlite3.connect(sys.argv[1], isolation_level=None);"
    holding += "db.execute('BEGIN IMMEDIATE'); print(flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", holding, str(file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout
        other.stdout.readline()
        with pytest.raises(Locked):
            encrypting.encrypt(file, two, typist.PASSPHRASE)
        other.communicate(b"")
    assert file.read_bytes().startswith(driver.PLAIN)


def test_whoever_waited_while_another_run_replaced_the_journal_changes_nothing(
    file: Path, two: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened, other = encrypting.ciphered, Path(shutil.copy(file, file.with_name("other.db")))

    def late(*args: Any) -> sqlite3.Connection:
        db = opened(*args)
        other.replace(file)
        return db

    monkeypatch.setattr(encrypting, "ciphered", late)
    with pytest.raises(Locked, match="kept nothing"):
        encrypting.encrypt(file, two, typist.PASSPHRASE)
    assert [one.name for one in file.parent.iterdir()] == ["journal.db"]
    assert file.read_bytes().startswith(driver.PLAIN)


def process(file: Path, body: str) -> subprocess.Popen[str]:
    """Encrypts the journal in a process of its own, with something done to it before."""
    script = textwrap.dedent("""
        import os, signal, sys
        from pathlib import Path
        import pytest
        from mentorlog.errors import Problem
        from mentorlog.store import encrypting, keys
        from mentorlog.store.driver import Key
        from tests import typist
        typist.quickly(pytest.MonkeyPatch())
        path = Path(sys.argv[1])
        two = keys.Keys(all=(Key(b"k" * 32, b"salt-of-sixteen!"),), uid="", paper=keys.new_paper()[1], created="")
    """)
    end = textwrap.dedent("""
        try:
            encrypting.encrypt(path, two, "correct horse battery")
        except Problem as problem:
            print(problem.sentence)
    """)
    return subprocess.Popen(
        [sys.executable, "-c", script + textwrap.dedent(body) + end, str(file)],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )


@pytest.mark.parametrize(
    "at", ["encrypting.check_copy", "encrypting.write", "encrypting.take_the_place", "encrypting.os.truncate"]
)
def test_a_kill_at_any_step_leaves_a_journal_that_opens_and_nothing_readable_beside(
    file: Path, at: str
) -> None:
    whole = rows(file)
    running = process(file, f"{at} = lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL)")
    assert running.wait(60) == -signal.SIGKILL
    if (file.parent / "key.age").exists():
        driver.hold(keys.by_passphrase(file, typist.PASSPHRASE).all)
    assert rows(file) == whole
    for left in file.parent.iterdir():
        if left.name != file.name or left.read_bytes().startswith(KEY.salt):
            assert b"CREATE TABLE" not in left.read_bytes()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no limit on file sizes to set")
@pytest.mark.parametrize("share", [0.1, 0.6, 0.95])
def test_a_full_disk_leaves_the_journal_as_it_was(file: Path, share: float) -> None:
    before = file.read_bytes()
    most = int(len(before) * share)
    running = process(file, f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({most}, {most}))")
    said = running.communicate(timeout=60)[0]
    assert said.strip()
    assert file.read_bytes() == before
    assert [one.name for one in file.parent.iterdir() if "journal.db" not in one.name] == []


def test_copies_that_can_be_read_are_named_and_encrypted_in_their_place(file: Path, two: Keys) -> None:
    copy = backups.make(file, NOW)
    aside = Path(shutil.copy(file, file.with_name("journal-before-restore-20260504T080000Z.db")))
    encrypt(file, two)
    assert encrypting.readable(file) == [copy, aside]
    before = rows(copy)
    for one in (copy, aside):
        encrypting.rewrite(one, KEY)
    assert encrypting.readable(file) == []
    assert rows(copy) == before
    assert [one.name for one in backups.copies(file)] == [copy.name]


def test_copies_under_an_older_key_still_open(file: Path, two: Keys) -> None:
    encrypt(file, two)
    old = backups.make(file, NOW)
    newer = two.but(all=(OTHER, KEY))
    encrypt(file, newer)
    assert file.read_bytes().startswith(OTHER.salt)
    driver.hold(keys.by_passphrase(file, typist.PASSPHRASE).all)
    assert encrypting.under_older(file, OTHER.salt) == [old]
    assert rows(old) == rows(file)


def test_without_space_for_the_key_files_it_is_said_which(
    file: Path, two: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keys, "write_file", _fails)
    with pytest.raises(Unusable, match=r"I cannot write .*paper\.age: No space left"):
        encrypting.encrypt(file, two, typist.PASSPHRASE)
