"""Versions out of the log, words that changed, and what an undo would set."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorlog.domain import undo
from mentorlog.domain.history import Change, Difference, effects, state, versions
from mentorlog.domain.refs import Ref
from mentorlog.domain.word_diff import MOST_COMPARED, word_diff

NOTE: dict[str, Any] = {"text": "a", "day": "2026-05-04", "kinds": "", "revisit": None}
BOOKS = {
    "id": 1,
    "uid": "u",
    "created_at": "t",
    "updated_at": "t",
    "deleted_at": None,
    "visibility": "shared",
}
TEXTS = st.text(st.sampled_from("ab \n\t\u3000é🎉"), max_size=40)


def change(seq: int, op: str, old: Any = None, new: Any = None, deed: str = "d", **how: Any) -> Change:
    values = {"kind": "note", "id": 1, "command": "log", "command_id": deed, "private": False, **how}
    return Change(seq=seq, at=1000 * seq, op=op, uid="u", old=old or {}, new=new or {}, deed=deed, **values)


def here(ms: int) -> datetime:
    return datetime.fromtimestamp(ms / 1000, UTC)


# Words


@given(TEXTS, TEXTS)
@settings(deadline=None)
def test_what_stayed_and_went_is_the_old_text_and_what_stayed_and_came_the_new_one(
    old: str, new: str
) -> None:
    found = word_diff(old, new)
    assert "".join(one.text for one in found if one.how != "added") == old
    assert "".join(one.text for one in found if one.how != "removed") == new
    assert all(one.text for one in found)


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("two pull requests", "three pull requests", ["-two", "+three", "= pull requests"]),
        ("read the plan", "read the plan first", ["=read the plan", "+ first"]),
        ("first read", "read", ["-first ", "=read"]),
        ("same words", "same words", ["=same words"]),
        ("", "new", ["+new"]),
    ],
)
def test_only_the_words_that_differ_are_marked(old: str, new: str, found: list[str]) -> None:
    sign = {"same": "=", "added": "+", "removed": "-"}
    assert [sign[one.how] + one.text for one in word_diff(old, new)] == found


def test_words_that_have_nothing_in_common_are_replaced_at_once() -> None:
    assert [one.how for one in word_diff("a b c", "x y z")] == ["removed", "added"]


def test_texts_too_long_to_compare_are_told_as_rewritten_between_what_both_share() -> None:
    size = int(MOST_COMPARED**0.5)
    old, new = " ".join(["start", *["a", "b"] * size]), " ".join(["start", *["b", "c"] * size])
    assert [one.how for one in word_diff(old, new)] == ["same", "removed", "added"]


# Effects and states


def test_an_effect_is_from_the_first_value_to_the_last() -> None:
    log = [
        change(1, "update", {"text": "a", "kinds": ""}, {"text": "b", "kinds": "x"}),
        change(2, "update", {"text": "b", "kinds": "x"}, {"text": "c", "kinds": ""}),
    ]
    (one,) = effects(log)
    assert (one.old, one.new, one.made, one.gone) == ({"text": "a"}, {"text": "c"}, False, False)
    assert (one.seq, one.last) == (1, 2)


def test_a_record_made_and_changed_by_one_deed_is_made_as_it_ended() -> None:
    (one,) = effects([change(1, "insert", None, NOTE), change(2, "update", {"text": "a"}, {"text": "b"})])
    assert one.made
    assert one.new == {**NOTE, "text": "b"}


def test_a_record_changed_and_deleted_was_what_it_was_before_both() -> None:
    (one,) = effects(
        [change(1, "update", {"text": "a"}, {"text": "b"}), change(2, "delete", {**NOTE, "text": "b"})]
    )
    assert one.gone
    assert one.old == NOTE


def test_the_state_of_a_record_is_its_changes_one_after_the_other() -> None:
    log = [
        change(1, "insert", None, NOTE),
        change(2, "update", {"text": "a"}, {"text": "b"}),
        change(3, "delete", NOTE),
    ]
    assert state([]) is None
    assert state(log[:2]) == {**NOTE, "text": "b"}
    assert state(log) is None


# Versions


def test_versions_are_one_for_each_deed_the_newest_first() -> None:
    log = [
        change(1, "insert", None, {**NOTE, **BOOKS}, "d1"),
        change(2, "update", {"text": "a"}, {"text": "b"}, "d2", command="edit"),
        change(3, "update", {"revisit": None}, {"revisit": "2026-06-01"}, "d3", command=None),
    ]
    found = versions(log, here)
    assert [(one.command, one.when.second) for one in found] == [(None, 3), ("edit", 2), ("log", 1)]
    assert found[0].lines[0].differences == (Difference(field="revisit", old=None, new=date(2026, 6, 1)),)
    assert [one.field for one in found[2].lines[0].differences] == ["text", "day"]


def test_a_made_record_tells_only_what_is_not_usual_and_nothing_about_its_upkeep() -> None:
    row = {
        **BOOKS,
        "text": "x",
        "owner_id": None,
        "person_id": 2,
        "due": "2026-05-06",
        "state": "open",
        "snoozes": 0,
    }
    (version,) = versions([change(1, "insert", None, {**row, "visibility": "private"}, kind="action")], here)
    said = {one.field: one.new for one in version.lines[0].differences}
    assert said == {"visibility": "private", "text": "x", "person": Ref("person", 2), "due": date(2026, 5, 6)}


def test_a_record_removed_restored_or_gone_is_told_in_that_word() -> None:
    marks = [("d1", None, "t"), ("d2", "t", None)]
    log = [
        change(
            number,
            "update",
            {"deleted_at": old, "updated_at": "t"},
            {"deleted_at": new, "updated_at": "u"},
            deed,
        )
        for number, (deed, old, new) in enumerate(marks, 1)
    ]
    found = versions([*log, change(3, "delete", NOTE, None, "d3")], here)
    assert [one.lines[0].what for one in found] == ["gone", "restored", "removed"]


def test_what_only_touched_the_upkeep_makes_no_version() -> None:
    assert versions([change(1, "update", {"updated_at": "a"}, {"updated_at": "b"})], here) == ()


def test_the_ends_of_a_link_are_refs_and_a_day_that_is_none_stays_text() -> None:
    row = {"from_kind": "note", "from_id": 3, "to_kind": "person", "to_id": 1, "label": "with"}
    (version,) = versions([change(1, "insert", None, row, kind="link")], here)
    assert [one.new for one in version.lines[0].differences] == [Ref("note", 3), Ref("person", 1), "with"]
    (version,) = versions([change(1, "update", {"day": "2026-05-04"}, {"day": "soon"})], here)
    assert version.lines[0].differences[0].new == "soon"


# Undo


def test_an_undone_update_sets_the_old_values_and_no_others() -> None:
    (one,) = effects(
        [change(1, "update", {"text": "a", "updated_at": "t"}, {"text": "b", "updated_at": "u"})]
    )
    assert undo.settings(one, {**BOOKS, **NOTE, "text": "b"}, "now") == {"text": "a"}
    assert undo.settings(one, {**BOOKS, **NOTE}, "now") == {}
    assert undo.settings(one, None, "now") == {}


def test_what_was_made_is_removed_and_never_deleted() -> None:
    (one,) = effects([change(1, "insert", None, {**BOOKS, **NOTE})])
    assert undo.settings(one, {**BOOKS, **NOTE}, "now") == {"deleted_at": "now"}
    assert undo.settings(one, {**BOOKS, **NOTE, "deleted_at": "t"}, "now") == {}
    assert undo.comes_back(one, None) is None


def test_what_was_deleted_comes_back_whole() -> None:
    (one,) = effects([change(1, "delete", {**BOOKS, **NOTE})])
    assert undo.comes_back(one, None) == {**BOOKS, **NOTE}
    assert undo.comes_back(one, {**BOOKS, **NOTE}) is None


def test_a_later_change_stands_against_an_undo_by_ref_and_field_without_a_word_of_the_text() -> None:
    (one,) = effects(
        [change(1, "update", {"revisit": None, "text": "a"}, {"revisit": "2026-06-01", "text": "b"})]
    )
    after = {**BOOKS, **NOTE, "text": "b", "revisit": "2026-06-01"}
    assert undo.objection(one, after) == ""
    assert undo.objection(one, {**after, "text": "SECRET"}) == "n1 has changed since: text"
    assert undo.objection(one, {**after, "text": "a"}) == ""
    assert undo.objection(one, {**after, "kinds": "advice"}) == ""
    assert undo.objection(one, None) == "n1 is gone"


def test_a_record_made_and_changed_since_is_not_taken_away() -> None:
    (one,) = effects([change(1, "insert", None, {**BOOKS, **NOTE})])
    assert undo.objection(one, {**BOOKS, **NOTE, "updated_at": "later"}) == ""
    assert (
        undo.objection(one, {**BOOKS, **NOTE, "text": "b", "revisit": "x"})
        == "n1 has changed since: text, revisit"
    )
    assert undo.objection(one, {**BOOKS, **NOTE, "text": "b", "deleted_at": "t"}) == ""
