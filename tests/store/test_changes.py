"""The change log: replayed, it is the tables; nothing is missing from it and nothing is too much."""

from __future__ import annotations

import re
import shutil
import sqlite3
import subprocess
from contextlib import closing, suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorlog.domain.kinds import ALL
from mentorlog.domain.notes import Note
from mentorlog.domain.refs import Ref
from mentorlog.errors import Damaged
from mentorlog.store import driver, triggers
from mentorlog.store.changes import Changes, any_text, differences, replay
from mentorlog.store.connect import atomic
from mentorlog.store.store import Store
from tests.thorough import many

NOW = "2026-05-04T10:00:00Z"
DAY = date(2026, 5, 4)
UUID7 = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")

TEXTS = st.one_of(
    st.sampled_from(
        [
            "",
            'it\'s "so"',
            "a\0b",
            "🎉👩‍👧",
            '{"blob":"00"}',
            '{"real":[1,2]}',
            "null",
            "1e5",
            "\x1f\x7f\u2028",
            "x" * 5000,
        ]
    ),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
)
INTS = st.one_of(st.sampled_from([0, 5, 2**63 - 1, -(2**63), 2**53 + 1]), st.integers(-(2**63), 2**63 - 1))
EDITS = st.tuples(
    st.sampled_from(ALL),
    st.sampled_from(["insert", "insert", "update", "update", "hide", "show", "flip", "delete"]),
    st.integers(1, 4),
    st.lists(TEXTS, min_size=3, max_size=3),
    INTS,
)


def values_for(db: sqlite3.Connection, kind: str, texts: list[str], number: int) -> dict[str, Any]:
    """A value for each column that is the record's own: nasty, but what the column's checks let in."""
    found: dict[str, Any] = {}
    for place, column in enumerate(triggers.columns(db, kind)[6:]):
        found[column.name] = texts[place % 3] if column.type == "TEXT" else number
    for name in ("level", "target"):
        if name in found and kind in ("rating", "skill"):
            found[name] = number % 6
    return found


def edit(db: sqlite3.Connection, step: tuple[str, str, int, list[str], int]) -> None:
    """Do one edit as anybody with SQL may; one that breaks a rule of the tables is refused as a whole."""
    kind, what, id, texts, number = step
    sets = {
        "hide": "deleted_at = '2026-01-01'",
        "show": "deleted_at = NULL",
        "flip": "visibility = iif(visibility = 'shared', 'private', 'shared')",
    }
    with suppress(sqlite3.IntegrityError):
        if what in ("insert", "update"):
            values = values_for(db, kind, texts, number)
            if what == "insert":
                marks = ", ".join("?" * len(values))
                db.execute(
                    f"INSERT INTO {kind} ({', '.join(values)}) VALUES ({marks})", tuple(values.values())
                )
            else:
                marks = ", ".join(f"{name} = ?" for name in values)
                db.execute(f"UPDATE {kind} SET {marks} WHERE id = ?", (*values.values(), id))
        elif what == "delete":
            db.execute(f"DELETE FROM {kind} WHERE id = ?", (id,))
        else:
            db.execute(f"UPDATE {kind} SET {sets[what]} WHERE id = ?", (id,))


def live(db: sqlite3.Connection) -> dict[str, dict[int, dict[str, Any]]]:
    """The tables as they are."""
    found: dict[str, dict[int, dict[str, Any]]] = {}
    with any_text(db):
        for kind in ALL:
            names = [one.name for one in triggers.columns(db, kind)]
            rows = [dict(zip(names, row, strict=True)) for row in db.execute(f"SELECT * FROM main.{kind}")]
            found[kind] = {row["id"]: row for row in rows}
    return found


def assert_words_are_the_live_text(db: sqlite3.Connection) -> None:
    for visibility, words in triggers.WORDS.items():
        wanted = {
            triggers.slot(kind, row["id"]): "\n".join(row[name] for name in names)
            for kind, names in triggers.SEARCHED.items()
            for row in live(db)[kind].values()
            if row["deleted_at"] is None and row["visibility"] == visibility
        }
        with any_text(db):
            assert dict(db.execute(f"SELECT rowid, text FROM {words}")) == wanted
        db.execute(f"INSERT INTO {words} ({words}) VALUES ('integrity-check')")


@given(st.lists(EDITS, max_size=14))
@settings(deadline=None, max_examples=many(60))
def test_log_replayed_is_the_tables_and_full_text_is_the_live_text(memory, steps) -> None:
    with closing(memory()) as db:
        for step in steps:
            edit(db, step)
        assert replay(db) == live(db)
        assert differences(db) == []
        assert_words_are_the_live_text(db)


EXACT = st.one_of(
    st.none(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False),
    st.sampled_from(
        [
            float("inf"),
            float("-inf"),
            -0.0,
            5e-324,
            -2.2250738585072011e-308,
            1.7976931348623157e308,
            2.0**53,
            0.1,
        ]
    ),
    st.binary(max_size=12),
    TEXTS,
)


@given(
    st.lists(st.tuples(st.booleans(), EXACT, st.binary(max_size=9), st.floats(allow_nan=False)), max_size=8)
)
@settings(deadline=None, max_examples=many(60))
def test_any_blob_and_real_columns_are_logged_exactly(memory, rows) -> None:
    with closing(memory()) as db:
        db.execute(
            "CREATE TABLE scratch (id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL DEFAULT 'u',"
            " visibility TEXT NOT NULL DEFAULT 'shared', any_value ANY, bytes BLOB, number REAL) STRICT"
        )
        for statement in triggers.table_triggers("scratch", triggers.columns(db, "scratch")):
            db.execute(statement)
        for new, *values in rows:
            if new:
                db.execute("INSERT INTO scratch (any_value, bytes, number) VALUES (?, ?, ?)", values)
            else:
                db.execute("UPDATE scratch SET any_value = ?, bytes = ?, number = ? WHERE id = 1", values)
        told = replay(db).get("scratch", {})
        there = db.execute("SELECT id, any_value, bytes, number FROM scratch").fetchall()
        told_rows = [(id, row["any_value"], row["bytes"], row["number"]) for id, row in told.items()]
        assert [[(type(one), one) for one in row] for row in told_rows] == [
            [(type(one), one) for one in row] for row in there
        ]
        assert differences(db) == []


def test_nan_is_null_to_sqlite_and_to_the_log(memory) -> None:
    with closing(memory()) as db:
        db.execute(
            "CREATE TABLE scratch (id INTEGER PRIMARY KEY, uid TEXT NOT NULL DEFAULT 'u', v ANY) STRICT"
        )
        for statement in triggers.table_triggers("scratch", triggers.columns(db, "scratch")):
            db.execute(statement)
        db.execute("INSERT INTO scratch (v) VALUES (?)", (float("nan"),))
        assert replay(db)["scratch"][1]["v"] is None


SHELL = """
INSERT INTO note (text, day) VALUES ('from the shell', '2026-01-01');
INSERT INTO note (text, day, visibility) VALUES (CAST(X'ff4100c3' AS TEXT), '2026-01-02', 'private');
UPDATE note SET text = 'it''s 🎉' || char(10) || '{"blob":"00"}', revisit = '2026-02-01' WHERE id = 1;
INSERT INTO person (name, handle) VALUES ('Ana', 'ana');
INSERT INTO rating (skill_id, level, day) VALUES (1, 3, '2026-01-01');
DELETE FROM note WHERE id = 1;
"""


def run_shell(path: Path, script: str) -> None:
    """The `sqlite3` shell where there is one, else a bare connection: neither knows of this program."""
    program = None if driver.salt_of(path) else shutil.which("sqlite3")
    if program:
        subprocess.run([program, "-bail", str(path)], input=script.encode(), check=True, capture_output=True)
    else:
        with closing(sqlite3.connect(path)) as bare:
            bare.executescript(script)


def test_edits_by_the_sqlite3_shell_are_logged_without_a_command(path, db) -> None:
    run_shell(path, SHELL)
    assert replay(db) == live(db)
    assert differences(db) == []
    assert_words_are_the_live_text(db)
    assert db.execute("SELECT DISTINCT command FROM change").fetchall() == [(None,)]
    assert [one.op for one in Changes(Store(db, NOW)).of_record(Ref("note", 1))] == [
        "insert",
        "update",
        "delete",
    ]


def test_text_that_is_not_utf_8_does_not_stop_the_log_from_being_read(path, db) -> None:
    run_shell(path, SHELL)
    (change,) = Changes(Store(db, NOW)).of_record(Ref("note", 2))
    assert change.new["text"].encode("utf-8", "surrogateescape") == b"\xffA\x00\xc3"
    assert change.private


def test_a_row_added_by_the_shell_has_a_valid_uuid7_and_instants(path, db) -> None:
    run_shell(path, SHELL)
    for uid, made in db.execute(
        "SELECT uid, created_at FROM note UNION ALL SELECT uid, created_at FROM person"
    ):
        assert UUID7.fullmatch(uid)
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", made)


def test_one_command_is_one_command_id(db) -> None:
    for words in ("log", "goal add"):
        with atomic(db, words, NOW):
            store = Store(db, NOW)
            store.add(Note(text=words, day=DAY))
            store.add(Note(text=words, day=DAY))
    latest = Changes(Store(db, NOW)).recent(10)
    assert [one.command for one in latest] == ["goal add", "goal add", "log", "log"]
    assert len({one.command_id for one in latest}) == 2
    assert len(Changes(Store(db, NOW)).of_command(str(latest[0].command_id))) == 2
    assert db.execute("SELECT command FROM journal").fetchone() == (None,)


def test_hybrid_clock_only_goes_forward_even_when_the_clock_goes_back(db) -> None:
    for ms, counter in ((0, 0), (4_000_000_000_000, 999_998), (4_000_000_000_000, 3)):
        db.execute("UPDATE journal SET ms = max(ms, ?), counter = ?", (ms, counter))
        for number in range(4):
            db.execute("INSERT INTO note (text, day) VALUES (?, '2026-01-01')", (f"n{number}",))
    stamps = [hlc for (hlc,) in db.execute("SELECT hlc FROM change ORDER BY seq")]
    assert stamps == sorted(set(stamps))
    assert stamps[-1] > "004000000000000"
    assert {len(one) for one in stamps} == {len(stamps[0])}


def test_an_update_that_changes_nothing_is_not_logged(db) -> None:
    db.execute("INSERT INTO note (text, day) VALUES ('a', '2026-01-01')")
    db.execute("UPDATE note SET text = text, revisit = NULL")
    assert db.execute("SELECT count(*) FROM change").fetchone() == (1,)


def test_an_update_is_logged_with_the_changed_fields_only(db) -> None:
    db.execute("INSERT INTO note (text, day) VALUES ('a', '2026-01-01')")
    db.execute("UPDATE note SET revisit = '2026-02-02', text = text")
    db.execute("UPDATE note SET revisit = NULL")
    changes = Changes(Store(db, NOW)).of_record(Ref("note", 1))[1:]
    assert [(one.old, one.new) for one in changes] == [
        ({"revisit": None}, {"revisit": "2026-02-02"}),
        ({"revisit": "2026-02-02"}, {"revisit": None}),
    ]


def test_a_write_that_fails_leaves_nothing(db) -> None:
    note = Store(db, NOW).add(Note(text="kept", day=DAY))
    tables = [
        name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    ]

    def content() -> list[object]:
        return [db.execute(f"SELECT * FROM {name}").fetchall() for name in tables]

    before = content()

    def write() -> None:
        with atomic(db, "log", NOW):
            Store(db, NOW).add(Note(text="lost", day=DAY))
            Store(db, NOW).add(note)  # its number is taken

    with pytest.raises(sqlite3.IntegrityError):
        write()
    assert content() == before


def test_a_write_that_changes_nothing_leaves_no_command(db) -> None:
    db.execute("INSERT INTO note (text, day) VALUES ('a', '2026-01-01')")
    before = db.execute("SELECT * FROM journal").fetchone()
    with atomic(db, "look", NOW):
        pass
    with atomic(db, "edit", NOW):
        store = Store(db, NOW)
        store.save(store.get(Ref("note", 1)))
    with atomic(db, "touch", NOW):
        db.execute("UPDATE note SET text = text")
    assert db.execute("SELECT count(*) FROM command").fetchone() == (0,)
    assert db.execute("SELECT * FROM journal").fetchone() == before


def test_a_ref_is_never_used_again_after_the_last_row_is_deleted(db) -> None:
    for _ in range(3):
        db.execute("INSERT INTO note (text, day) VALUES ('a', '2026-01-01')")
    db.execute("DELETE FROM note WHERE id = 3")
    db.execute("INSERT INTO note (text, day) VALUES ('b', '2026-01-01')")
    assert db.execute("SELECT max(id) FROM note").fetchone() == (4,)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE note SET id = 7",
        "UPDATE note SET uid = 'x'",
        "INSERT INTO note (id, text, day) VALUES (9223372036854775807, 'a', '2026-01-01')",
        "INSERT INTO note (id, text, day) VALUES (-1, 'a', '2026-01-01')",
    ],
)
def test_a_record_keeps_its_id_and_uid_and_none_takes_the_last_number(db, statement) -> None:
    db.execute("INSERT INTO note (text, day) VALUES ('a', '2026-01-01')")
    with pytest.raises(sqlite3.IntegrityError, match="keeps its uid and its id"):
        db.execute(statement)
    db.execute("INSERT INTO note (text, day) VALUES ('b', '2026-01-01')")
    assert db.execute("SELECT id FROM note").fetchall() == [(1,), (2,)]
    assert differences(db) == []


def test_what_was_changed_behind_the_log_is_told_without_its_text(path, db) -> None:
    for text in ("one CANARY", "two", "three"):
        db.execute("INSERT INTO note (text, day) VALUES (?, '2026-01-01')", (text,))
    statements = [
        sql
        for (sql,) in db.execute("SELECT sql FROM sqlite_master WHERE name GLOB 'note_*' AND type='trigger'")
    ]
    for statement in statements:
        db.execute(f"DROP TRIGGER {statement.split()[2]}")
    db.execute("UPDATE note SET text = 'other CANARY', day = '2026-01-02' WHERE id = 1")
    db.execute("DELETE FROM note WHERE id = 2")
    db.execute("INSERT INTO note (text, day) VALUES ('four', '2026-01-01')")
    assert differences(db) == [
        "note 1: text, day not as the log has it.",
        "note 4 is in the journal, but the log does not know it.",
        "note 2 is in the log, but not in the journal.",
    ]


def test_a_row_that_insert_or_replace_pushes_out_is_told(path, db) -> None:
    run_shell(path, "INSERT INTO skill (name, handle) VALUES ('SQL', 'sql');")
    run_shell(path, "INSERT OR REPLACE INTO skill (name, handle) VALUES ('sql', 'sql');")
    # SQLite runs no delete trigger for a replaced row unless `recursive_triggers` is on.
    assert differences(db) in ([], ["skill 1 is in the log, but not in the journal."])


def test_a_damaged_line_of_the_log_is_told_not_raised(db) -> None:
    db.execute("INSERT INTO note (text, day) VALUES ('a', '2026-01-01')")
    db.execute("UPDATE change SET new = '[1'")
    assert differences(db) == ["Change 1 of the log cannot be read."]
    with pytest.raises(Damaged):
        replay(db)


def test_a_change_is_private_when_the_record_was_before_or_after(db) -> None:
    db.execute("INSERT INTO note (text, day) VALUES ('a', '2026-01-01')")
    for what in ("visibility = 'private'", "text = 'b'", "visibility = 'shared'", "text = 'c'"):
        db.execute(f"UPDATE note SET {what}")
    db.execute("UPDATE note SET visibility = 'private'")
    db.execute("DELETE FROM note")
    flags = [False, True, True, True, False, True, True]
    assert [one.private for one in Changes(Store(db, NOW)).of_record(Ref("note", 1))] == flags
    assert [one.private for one in Changes(Store(db, NOW)).recent(9)] == flags[::-1]


def test_a_json_looking_text_is_read_back_as_text(db) -> None:
    db.execute("INSERT INTO note (text, day) VALUES ('{\"blob\":\"00\"}', '2026-01-01')")
    (change,) = Changes(Store(db, NOW)).recent(1)
    assert change.new["text"] == '{"blob":"00"}'
    assert change.at > 1_700_000_000_000
