"""The database for other programs holds the records, names them, and is not taken for a journal."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings

from mentorlog.domain.kinds import ALL, class_of
from mentorlog.domain.record import Record
from mentorlog.flows.carry import carry_out
from mentorlog.store.connect import open_for_reading
from mentorlog.store.readable import VIEWS, database
from mentorlog.store.records import columns_of, from_row
from mentorlog.store.store import Store
from tests.conftest import Run
from tests.flows.journals import journals
from tests.thorough import many

NAMES = (*VIEWS, "coming_up")


@contextmanager
def opened(data: bytes) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as db:
        db.deserialize(data)
        yield db


@settings(max_examples=many(25))
@given(journals())
def test_every_record_is_in_it_with_its_columns_and_nothing_dangles(store: Store) -> None:
    records = carry_out(store)
    with opened(database(records)) as db:
        found: dict[str, list[Record]] = {}
        for kind in ALL:
            cls = class_of(kind)
            rows = db.execute(f"SELECT {columns_of(cls)} FROM {kind} ORDER BY id")
            found[kind] = [from_row(cls, row) for row in rows]
        assert found == records
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        for name in NAMES:
            db.execute(f"SELECT * FROM {name}").fetchall()


def test_the_same_records_make_the_same_file() -> None:
    assert database({}) == database({})


@pytest.fixture
def sample_database(run: Run, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    file = tmp_path / "out.db"
    assert run("export", "sqlite", "--out", str(file)).code == 0
    with closing(sqlite3.connect(file)) as db:
        db.row_factory = sqlite3.Row
        yield db


def rows(db: sqlite3.Connection, sql: str) -> list[dict[str, object]]:
    return [dict(row) for row in db.execute(sql)]


def test_views_say_names_for_numbers(sample_database: sqlite3.Connection) -> None:
    db = sample_database
    (ana,) = rows(db, "SELECT * FROM people_overview WHERE handle = 'ana'")
    assert ana["name"] == "Ana Ruiz"
    assert ana["conversations"] == len(
        rows(
            db,
            "SELECT * FROM conversations WHERE people LIKE '%Ana Ruiz%' AND day <= date('now', 'localtime')",
        )
    )
    owners = {one["owner"] for one in rows(db, "SELECT owner FROM promises")}
    assert {"me", "Ana Ruiz"} <= owners
    levels = rows(db, "SELECT * FROM skill_history WHERE handle = 'sql'")
    assert [one["day"] for one in levels] == sorted(str(one["day"]) for one in levels)
    assert any(one["evidence"] for one in rows(db, "SELECT evidence FROM skill_history"))
    assert any(one["acted"] for one in rows(db, "SELECT acted FROM feedback_loop"))
    days = [one["day"] for one in rows(db, "SELECT day FROM coming_up")]
    assert days == sorted(map(str, days))
    assert days


def test_what_names_a_record_is_a_foreign_key(sample_database: sqlite3.Connection) -> None:
    keys = rows(sample_database, "PRAGMA foreign_key_list(action)")
    assert {one["from"]: one["table"] for one in keys} == {
        "owner_id": "person",
        "person_id": "person",
        "goal_id": "goal",
        "skill_id": "skill",
    }


def test_it_holds_no_change_log_and_no_full_text(sample_database: sqlite3.Connection) -> None:
    tables = {
        one["name"] for one in rows(sample_database, "SELECT name FROM sqlite_master WHERE type = 'table'")
    }
    assert tables == set(ALL)


def test_it_is_not_taken_for_a_journal(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "out.db"
    run("export", "sqlite", "--out", str(file))
    before = file.read_bytes()
    ran = run("--db", str(file), "log", "words")
    assert ran.code == 3
    assert "another program" in ran.err
    assert file.read_bytes() == before
    with pytest.raises(Exception, match="another program"):
        open_for_reading(file)
