"""The triggers: all there, as they should be, and the full text parted by visibility."""

from __future__ import annotations

import pytest

from mentorlog.domain.kinds import ALL
from mentorlog.store import triggers
from mentorlog.store.migrations import RECORDS_1, RECORDS_2, RECORDS_3


def test_every_kind_has_a_table_and_its_triggers(db) -> None:
    assert {*RECORDS_1, *RECORDS_2, *RECORDS_3} == set(ALL)
    wanted = triggers.wanted(db)
    for kind in ALL:
        assert {f"{kind}_{what}" for what in ("insert", "update", "delete")} <= set(wanted)
    assert triggers.missing(db) == []


@pytest.mark.parametrize(
    ("change", "names"),
    [
        (["DROP TRIGGER note_update"], ["note_update"]),
        (["DROP VIEW log"], ["log_write"]),
        (
            ["DROP TRIGGER win_delete", "CREATE TRIGGER win_delete AFTER DELETE ON win BEGIN SELECT 1; END"],
            ["win_delete"],
        ),
        (["CREATE TRIGGER spy AFTER INSERT ON note BEGIN DELETE FROM change; END"], ["spy"]),
    ],
    ids=["dropped", "dropped with its view", "altered", "added"],
)
def test_a_trigger_that_is_dropped_altered_or_added_is_noticed_and_mended(db, change, names) -> None:
    for statement in change:
        db.execute(statement)
    assert triggers.missing(db) == names
    triggers.build(db)
    assert triggers.missing(db) == []


def test_building_anew_fills_the_full_text_from_the_tables(db) -> None:
    db.execute("INSERT INTO note (text, day) VALUES ('shared words', '2026-01-01')")
    db.execute("INSERT INTO note (text, day, visibility) VALUES ('private words', '2026-01-01', 'private')")
    db.execute("INSERT INTO win (text, day, deleted_at) VALUES ('removed words', '2026-01-01', '2026-01-02')")
    before = [db.execute(f"SELECT rowid, text FROM {words}").fetchall() for words in triggers.WORDS.values()]
    db.execute("DELETE FROM words_shared")
    triggers.build(db)
    assert [
        db.execute(f"SELECT rowid, text FROM {words}").fetchall() for words in triggers.WORDS.values()
    ] == before
    assert [[text for _, text in rows] for rows in before] == [["shared words"], ["private words"]]


def test_private_words_are_never_in_the_index_of_shared_ones(path, db) -> None:
    db.execute("INSERT INTO note (text, day, visibility) VALUES ('canaryword', '2026-01-01', 'private')")
    for visibility, shared in (("shared", 1), ("private", 0)):
        db.execute("UPDATE note SET visibility = ?", (visibility,))
        count = "SELECT count(*) FROM {} WHERE {} MATCH 'canaryword'"
        assert db.execute(count.format("words_shared", "words_shared")).fetchone() == (shared,)
        assert db.execute(count.format("words_private", "words_private")).fetchone() == (1 - shared,)


def test_the_numbers_of_the_kinds_in_the_full_text_do_not_change() -> None:
    assert triggers.SEARCH_KINDS[:21] == (
        *("person", "mentorship", "turn", "meeting", "aside", "topic", "action", "goal", "step"),
        *("progress", "feedback", "skill", "rating", "note", "win", "tag", "mute"),
        *("decision", "resource", "intro", "rehearsal"),
    )
    assert triggers.slot("person", triggers.LAST_ID) < triggers.slot("mentorship", 1)
