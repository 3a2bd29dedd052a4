"""Undo: the journal is as it was, undoing that makes it as it became, and nothing later is lost unsaid."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorlog.domain.actions import Action
from mentorlog.domain.kinds import ALL
from mentorlog.domain.links import WITH
from mentorlog.domain.notes import Note
from mentorlog.domain.people import Person
from mentorlog.domain.refs import Ref
from mentorlog.errors import Refused
from mentorlog.store.changes import Changes, differences
from mentorlog.store.connect import atomic
from mentorlog.store.store import Store
from mentorlog.store.undo import Undo, name_of
from tests.store.test_changes import INTS, TEXTS, assert_words_are_the_live_text, edit, live
from tests.thorough import many

NOW = "2026-05-04T10:00:00.000Z"
DAY = date(2026, 5, 4)
EDITS = st.lists(
    st.tuples(
        st.sampled_from(ALL),
        st.sampled_from(["insert", "insert", "update", "hide", "show", "flip", "delete"]),
        st.integers(1, 3),
        st.lists(TEXTS, min_size=3, max_size=3),
        st.one_of(st.integers(1, 3), INTS),
    ),
    max_size=8,
)
Rows = dict[str, dict[int, dict[str, Any]]]


def undo(db: sqlite3.Connection, number: int = 0, force: bool = False) -> list[Ref]:
    """What the command line does."""
    deed = Undo(Store(db, NOW)).chosen(number)
    with atomic(db, name_of(deed), NOW):
        return Undo(Store(db, NOW)).undo(deed, force)


def carry_out(db: sqlite3.Connection, steps: list[Any], name: str = "many") -> None:
    with atomic(db, name, NOW):
        for step in steps:
            edit(db, step)


def unlike(one: Rows, other: Rows) -> list[Ref]:
    """Records that are not the same in both, but for `updated_at`; one that is removed may as well not be there."""

    def told(row: dict[str, Any] | None) -> dict[str, Any]:
        return {name: held for name, held in (row or {}).items() if name != "updated_at"}

    found = []
    for kind in ALL:
        for id in one[kind].keys() | other[kind].keys():
            pair = one[kind].get(id), other[kind].get(id)
            there = [row for row in pair if row]
            if told(pair[0]) != told(pair[1]) and not (len(there) == 1 and there[0]["deleted_at"]):
                found.append(Ref(kind, id))
    return found


@given(EDITS, EDITS)
@settings(deadline=None, max_examples=many(100))
def test_undone_is_as_before_and_undone_again_as_after(
    memory: Any, first: list[Any], then: list[Any]
) -> None:
    with closing(memory()) as db:
        db.execute("PRAGMA foreign_keys=ON")
        carry_out(db, first, "first")
        before = live(db)
        carry_out(db, then, "then")
        after = live(db)
        if not any(one.command == "then" for one in Changes(Store(db, NOW)).recent(1)):
            return
        try:
            undo(db, 1)
        except Refused as refusal:  # a handle that went round in a circle, or nothing in the end
            said = refusal.sentence
            assert ("another" in said or "nothing to undo" in said, live(db)) == (True, after)
            return
        assert unlike(before, live(db)) == []
        undo(db, 1)
        assert unlike(after, live(db)) == []
        assert differences(db) == []
        assert_words_are_the_live_text(db)
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []


@given(
    st.lists(st.lists(st.tuples(st.sampled_from("anerx"), st.integers(0, 5), TEXTS), max_size=4), max_size=6)
)
@settings(deadline=None, max_examples=many(60))
def test_undone_over_and_over_a_journal_is_as_it_was_after_each_command_and_in_the_end_empty(
    memory: Any, commands: list[list[tuple[str, int, str]]]
) -> None:
    with closing(memory()) as db:
        store, stations = Store(db, NOW), [live(db)]
        for steps in commands:
            logged = db.execute("SELECT count(*) FROM command").fetchone()
            with atomic(db, "steps", NOW):
                for what, place, text in steps:
                    take(store, what, place, text)
            if db.execute("SELECT count(*) FROM command").fetchone() != logged:
                stations.append(live(db))
        for station in stations[-2::-1]:
            if unlike(station, live(db)):  # else the command took back itself what it did
                undo(db)
            assert unlike(station, live(db)) == []
        with pytest.raises(Refused, match="nothing to undo"):
            undo(db)
        assert not any(store.all(cls) for cls in (Note, Action))


def take(store: Store, what: str, place: int, text: str) -> None:
    """One small thing, as commands do them: add an action or a note, edit, remove or restore."""
    notes = [store.get(Ref("note", id), removed=True) for (id,) in store.db.execute("SELECT id FROM note")]
    if what in "an" or not notes:
        store.add(Action(text=text) if what == "a" else Note(text=text, day=DAY))
        return
    note = notes[place % len(notes)]
    {
        "e": lambda: store.save(note.but(text=text)),
        "r": lambda: store.restore(note),
        "x": lambda: store.remove(note),
    }[what]()


@pytest.fixture
def store(db: sqlite3.Connection) -> Store:
    """A journal with a note, kept by `log`."""
    with atomic(db, "log", NOW):
        Store(db, NOW).add(Note(text="first words", day=DAY))
    return Store(db, NOW)


def save(store: Store, ref: Ref, **values: Any) -> None:
    with atomic(store.db, "edit", NOW):
        store.save(store.get(ref, removed=True).but(**values))


N1 = Ref("note", 1)


def test_undo_passes_over_what_is_undone_and_over_undo_itself(db: sqlite3.Connection, store: Store) -> None:
    save(store, N1, text="second")
    save(store, N1, text="third")
    undo(db)
    assert store.get(N1).headline == "second"
    undo(db)
    assert store.get(N1).headline == "first words"
    undo(db)
    assert store.all(Note) == []
    with pytest.raises(Refused, match="nothing to undo"):
        undo(db)
    undo(db, 1)
    undo(db, 3)  # the undo of “second”, counted anew
    assert store.get(N1).headline == "second"


def test_an_undo_taken_back_can_be_undone_plainly_again(db: sqlite3.Connection, store: Store) -> None:
    save(store, N1, text="second")
    undo(db)
    undo(db, 1)
    assert [one.undone for one in Changes(store).deeds()] == [False, True, False, False]
    undo(db)
    assert store.get(N1).headline == "first words"


def test_a_command_that_is_undone_is_not_undone_twice(db: sqlite3.Connection, store: Store) -> None:
    save(store, N1, text="second")
    undo(db)
    with pytest.raises(Refused, match="2 was undone already"):
        undo(db, 2)
    with pytest.raises(Refused, match="no command 9"):
        undo(db, 9)


def test_an_undo_is_one_command_named_undo(db: sqlite3.Connection, store: Store) -> None:
    save(store, N1, text="second", revisit=DAY)
    undo(db)
    assert [one.command for one in Changes(store).recent(1)] == ["undo"]
    assert next(Changes(store).deeds()).changes == 1
    assert store.get(N1).updated_at == NOW


def test_a_field_changed_since_is_named_and_nothing_is_set(db: sqlite3.Connection, store: Store) -> None:
    save(store, N1, text="second", revisit=DAY)
    save(store, N1, text="SECRET third")
    before = live(db)
    with pytest.raises(Refused) as refusal:
        undo(db, 2)
    assert refusal.value.sentence == "Not undone: n1 has changed since: text."
    assert "--force" in refusal.value.hint
    assert live(db) == before
    undo(db, 2, force=True)
    note = store.get(N1)
    assert (note.headline, note.values()["revisit"]) == ("first words", None)


def test_a_record_that_others_name_since_is_not_taken_away(db: sqlite3.Connection, store: Store) -> None:
    with atomic(db, "person add", NOW):
        ana = store.add(Person(name="Ana", handle="ana"))
    with atomic(db, "link", NOW):
        store.links.join(store.get(N1), [ana], WITH)
    with atomic(db, "action add", NOW):
        store.add(Action(text="x", person_id=ana.id))
    with pytest.raises(Refused, match="Not undone: a1 names p1; l1 names p1"):
        undo(db, 3)
    for _ in range(3):
        undo(db)
    assert store.all(Person) == []


def test_a_handle_that_is_taken_is_named_without_saying_it(db: sqlite3.Connection, store: Store) -> None:
    with atomic(db, "person add", NOW):
        ana = store.add(Person(name="Ana", handle="ana", visibility="private"))
    with atomic(db, "rm", NOW):
        store.remove(ana)
    with atomic(db, "person add", NOW):
        store.add(Person(name="Ana the second", handle="ana"))
    with pytest.raises(Refused) as refusal:
        undo(db, 2)
    assert refusal.value.sentence == "p1 cannot be set back: another person has its handle now."
    with pytest.raises(Refused, match="another person has its handle"):
        undo(db, 2, force=True)


def test_changes_by_hand_are_undone_one_by_one_with_id_and_uid(db: sqlite3.Connection, store: Store) -> None:
    db.execute("INSERT INTO person (name, handle) VALUES ('Ana', 'ana')")
    db.execute("INSERT INTO mentorship (person_id, side, started) VALUES (1, 'mentee', '2026-01-01')")
    before = live(db)
    db.execute("DELETE FROM mentorship")
    db.execute("DELETE FROM person")
    assert [(one.command, one.refs) for one in Changes(store).deeds()][:2] == [
        (None, (Ref("person", 1),)),
        (None, (Ref("mentorship", 1),)),
    ]
    with pytest.raises(Refused, match="ms1 cannot be set back: a record it belongs to is gone"):
        undo(db, 2)
    undo(db)
    undo(db)
    assert live(db) == before


def test_text_that_is_not_utf_8_comes_back_byte_for_byte(db: sqlite3.Connection) -> None:
    db.execute("INSERT INTO note (text, day) VALUES (CAST(X'ff4100c3' AS TEXT), 'x')")
    before = live(db)
    db.execute("UPDATE note SET text = 'b'")
    db.execute("DELETE FROM note")
    undo(db)
    undo(db)
    assert unlike(before, live(db)) == []
    assert db.execute("SELECT typeof(text), hex(text) FROM note").fetchone() == ("text", "FF4100C3")


def test_what_is_gone_since_is_said_and_a_column_of_the_past_is_left_out(
    db: sqlite3.Connection, store: Store
) -> None:
    save(store, N1, text="second")
    db.execute(
        "UPDATE change SET old = json_set(old, '$.mood', 'x'), new = json_set(new, '$.mood', 'y') WHERE seq = 2"
    )
    undo(db)
    assert store.get(N1).headline == "first words"
    db.execute("DELETE FROM note")
    with pytest.raises(Refused, match="Not undone: n1 is gone"):
        undo(db, 2)
    with pytest.raises(Refused, match="nothing to undo"):
        undo(db, 2, force=True)


def test_a_record_already_removed_needs_no_undo(db: sqlite3.Connection, store: Store) -> None:
    with atomic(db, "rm", NOW):
        store.remove(store.get(N1))
    with pytest.raises(Refused, match="as it was before"):
        undo(db, 2)


def test_the_first_thing_done_is_found_without_reading_the_whole_log(
    db: sqlite3.Connection, store: Store
) -> None:
    save(store, N1, text="second")
    db.execute("UPDATE change SET tbl = 'unknown', old = 'no json' WHERE seq = 1")
    assert next(Changes(store).deeds()).command == "edit"


def test_what_was_done_last_is_undone_first(db: sqlite3.Connection) -> None:
    db.execute("INSERT INTO goal (title, started) VALUES ('Ship it', '2026-01-01')")
    db.execute("INSERT INTO step (goal_id, text, position) VALUES (1, 'Draft', 1)")
    db.execute("INSERT INTO person (name, handle) VALUES ('Ana', 'ana')")
    before = live(db)
    with atomic(db, "many", NOW):
        db.execute("DELETE FROM step")
        db.execute("DELETE FROM goal")
        db.execute("UPDATE person SET handle = 'ana-ruiz'")
        db.execute("INSERT INTO person (name, handle) VALUES ('Another', 'ana')")
    undo(db)
    assert unlike(before, live(db)) == []
