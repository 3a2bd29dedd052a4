"""Drafts become records: with the right people, once, checked, and with what they are part of."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mentorlog.domain.actions import Action
from mentorlog.domain.drafts import Draft, Here, Skip
from mentorlog.domain.links import FROM, RELATED
from mentorlog.domain.meetings import Meeting, Topic
from mentorlog.domain.notes import Note
from mentorlog.domain.people import Person
from mentorlog.flows.bring import Brought, bring
from mentorlog.flows.making import Applied
from mentorlog.store.arrivals import Arrivals
from mentorlog.store.connect import atomic
from mentorlog.store.store import Store
from tests.flows.journals import empty

DAY = date(2026, 5, 4)
HERE = Here(DAY)
ANA = "Ana Ruiz <ana@example.org>"


@pytest.fixture
def store() -> Store:
    """Ana, with her address, and two who are called Bo."""
    made = empty()
    made.add(Person(name="Ana Ruiz", handle="ana", email="Ana@Example.org"))
    made.add(Person(name="Bo Lind", handle="bo"))
    made.add(Person(name="Bo Berg", handle="bo-berg"))
    return made


def brought(store: Store, *drafts: Draft | Skip, **applied: Any) -> Brought:
    with atomic(store.db, "import", store.now):
        return bring(store, Arrivals(store), drafts, Applied(here=HERE, **applied))


def note(text: str = "words", day: date = DAY, **more: Any) -> Draft:
    return Draft(1, "note", {"text": text, "day": day}, "", **more)


def meeting(*people: str, notes: str = "said", **more: Any) -> Draft:
    return Draft(1, "meeting", {"day": DAY, "notes": notes}, "", people=people or (ANA,), **more)


def action(text: str, **more: Any) -> Draft:
    return Draft(1, "action", {"text": text}, "", **more)


@pytest.mark.parametrize(
    "said", [ANA, "x <ANA@example.org>", "ana@example.org", "Ana  ruiz", "@ana", "ana", "Ana"]
)
def test_who_is_meant_is_found_by_address_name_handle_and_first_name(store: Store, said: str) -> None:
    brought(store, meeting(said))
    (made,) = store.all(Meeting)
    assert store.meetings.people(made) == [1]


@pytest.mark.parametrize("said", ["an", "Ruiz", "Zed", "anastasia@example.org", "", "Bo Nobody"])
def test_nobody_is_guessed(store: Store, said: str) -> None:
    assert brought(store, meeting(said)).left[0].reason == "with nobody you know"
    assert store.all(Meeting) == []


def test_a_first_name_of_two_is_the_one_whose_handle_it_is(store: Store) -> None:
    brought(store, meeting("Bo"))
    assert store.meetings.people(store.all(Meeting)[0]) == [2]


def test_an_event_of_strangers_is_not_with_whom_all_the_rest_is(store: Store) -> None:
    ana = (store.find.person("ana"),)
    assert brought(store, meeting("Zed", bare=True), people=ana).new == {}
    assert brought(store, meeting("Zed"), people=ana).new == {"meeting": 1}


def test_strangers_are_left_out_when_somebody_is_known(store: Store) -> None:
    assert brought(store, meeting(ANA, "Zed")).new == {"meeting": 1}
    assert store.meetings.people(store.all(Meeting)[0]) == [1]


def test_mentioned_strangers_become_tags(store: Store) -> None:
    brought(store, note(mentioned=("ana", "Zed")), tags=("all",))
    (made,) = store.all(Note)
    assert (store.links.tags(made.ref), len(store.links.of(made.ref))) == (["all", "zed"], 1)


def test_a_part_belongs_to_what_came_before_it(store: Store) -> None:
    topic = Draft(1, "topic", {"text": "t", "raised": DAY, "state": "closed", "closed": DAY}, "", part=True)
    brought(store, meeting(), topic, action("do", part=True), action("alone"), note("x", part=True))
    (talk,) = store.all(Meeting)
    (parked,) = store.all(Topic)
    do, alone = store.all(Action)
    (said,) = store.all(Note)
    assert (parked.person_id, parked.closed_in, do.person_id, alone.person_id) == (1, talk.id, 1, None)
    assert [(one.label, one.target) for one in store.links.of(do.ref)] == [(FROM, talk.ref)]
    assert [(one.label, one.target) for one in store.links.of(said.ref)] == [(RELATED, alone.ref)]


def test_the_parts_of_what_does_not_come_in_do_not_either_and_come_later_with_it(store: Store) -> None:
    drafts = (meeting("Zed"), action("do", part=True))
    assert (brought(store, *drafts).new, brought(store, *drafts).left[0].count) == ({}, 2)
    store.add(Person(name="Zed", handle="zed"))
    assert brought(store, *drafts).new == {"meeting": 1, "action": 1}


@pytest.mark.parametrize(
    ("text", "owner", "said", "due"),
    [
        ("me: write by 2026-05-20", None, "write", date(2026, 5, 20)),
        ("Ana Ruiz: send it", 1, "send it", None),
        ("ana: send it by fri", 1, "send it", date(2026, 5, 8)),
        ("fix: the build", None, "fix: the build", None),
        ("cut it by 1/2", None, "cut it by 1/2", None),
    ],
)
def test_a_promise_says_whose_it_is_and_by_when(
    store: Store, text: str, owner: int | None, said: str, due: date | None
) -> None:
    brought(store, meeting(), action(text, part=True, promise=True))
    (made,) = store.all(Action)
    assert (made.owner_id, made.text, made.due, made.person_id) == (owner, said, due, 1)


SAME = [
    (note(), note("  words ")),
    (note("words\nmore"), note("words more")),
    (note("é"), note("e\u0301")),
    (note(), note(day=date(2020, 1, 1), undated=True)),
    (action("do"), action("do")),
    (meeting(), meeting("ana")),
    (meeting(), meeting(notes="Mentoring", bare=True)),
    (note("a", id="x"), note("b", id="x")),
    (Draft(1, "person", {"name": "Kim"}, ""), Draft(1, "person", {"name": "kim", "email": "kim@x.org"}, "")),
    (Draft(1, "person", {"name": "K", "email": "k@x"}, ""), Draft(1, "person", {"name": "Kim", "email": "K@x"}, "")),
]  # fmt: skip
OTHER = [
    (note(), note("word")),
    (note(), note(day=date(2020, 1, 1))),
    (action("do"), Draft(1, "action", {"text": "do", "due": DAY}, "")),
    (meeting(), meeting("bo-berg")),
    (meeting(), meeting(notes="more")),
    (action("do", id="x"), action("do", id="y")),
    (
        Draft(1, "meeting", {"day": DAY, "time": "10:00", "notes": "x"}, "", people=("ana",), bare=True),
        Draft(1, "meeting", {"day": DAY, "time": "14:00", "notes": "x"}, "", people=("ana",), bare=True),
    ),
    (
        Draft(1, "person", {"name": "Kim", "email": "kim@a.org"}, ""),
        Draft(1, "person", {"name": "Kim", "email": "kim@b.org"}, ""),
    ),
]


@pytest.mark.parametrize(("first", "second"), SAME)
def test_what_says_the_same_comes_in_once(store: Store, first: Draft, second: Draft) -> None:
    both = brought(store, first, second)
    assert (sum(both.new.values()), both.same) == (1, 1)
    assert brought(store, first, second).same == 2


@pytest.mark.parametrize(("first", "second"), OTHER)
def test_what_says_something_else_comes_in_too(store: Store, first: Draft, second: Draft) -> None:
    assert sum(brought(store, first, second).new.values()) == 2
    assert (brought(store, first, second).same, brought(store, second).same) == (2, 1)


def test_the_same_action_of_two_conversations_is_two(store: Store) -> None:
    drafts = (
        meeting(),
        action("do", part=True),
        Draft(1, "meeting", {"day": date(2026, 5, 5), "notes": "more"}, "", people=("ana",)),
        action("do", part=True),
    )
    assert brought(store, *drafts).new == {"meeting": 2, "action": 2}
    assert brought(store, *drafts).same == 4


def test_what_was_changed_here_is_known_by_its_identity_and_stays(store: Store) -> None:
    brought(store, action("do", id="86975045-726f-4be2-935e-b27417aab125"))
    (made,) = store.all(Action)
    assert made.uid == "86975045-726f-4be2-935e-b27417aab125"
    store.save(made.but(text="do it"))
    assert brought(store, action("do", id="86975045-726f-4be2-935e-b27417aab125")).same == 1
    assert [one.text for one in store.all(Action)] == ["do it"]


def test_a_record_of_ours_that_went_out_is_known_when_it_comes_back(store: Store) -> None:
    made = store.add(Note(text="x", day=DAY))
    assert brought(store, meeting(id=f"{made.uid}@mentorlog")).same == 1


def test_what_was_removed_may_come_again(store: Store) -> None:
    for draft in (note(), action("do", id="x")):
        brought(store, draft)
        (made,) = store.all(Note) or store.all(Action)
        store.remove(made)
        assert sum(brought(store, draft).new.values()) == 1
        store.remove((store.all(Note) or store.all(Action))[0])


@pytest.mark.parametrize(
    ("draft", "reason"),
    [
        (note(" \n"), "without words"),
        (note("a\0"), "holding a NUL character"),
        (note("x" * 5_000_001), "longer than 5 MB"),
        (
            Draft(1, "meeting", {"day": DAY}, ""),
            "a conversation that does not say with whom; say it: --with P",
        ),
        (Draft(1, "topic", {"text": "t", "raised": DAY}, ""), "a topic for nobody; say for whom: --with P"),
        (
            Draft(1, "person", {"name": "x", "email": "a\0"}, ""),
            "its email holds a character that cannot be kept",
        ),
        (Skip(1, "cancelled"), "cancelled"),
    ],
)
def test_what_cannot_be_kept_is_left_with_its_reason(store: Store, draft: Draft | Skip, reason: str) -> None:
    (left,) = brought(store, draft).left
    assert (left.reason, left.count, left.lines) == (reason, 1, (1,))


def test_only_the_first_lines_of_a_reason_are_told(store: Store) -> None:
    (left,) = brought(store, *(Skip(number, "x") for number in range(1, 100))).left
    assert (left.count, left.lines) == (99, (1, 2, 3, 4, 5))


def test_all_that_comes_is_as_private_as_was_said(store: Store) -> None:
    person = Draft(1, "person", {"name": "Kim"}, "")
    brought(store, note(mentioned=("ana",), tags=("t",)), person, visibility="private", private_people=True)
    (made,) = store.all(Note)
    parts = [made, *store.links.of(made.ref), *store.links.tag_records(made.ref), store.find.person("kim")]
    assert {one.visibility for one in parts} == {"private"}


def test_a_handle_that_is_taken_gets_the_whole_name_or_a_number(store: Store) -> None:
    people = [("Ana Li", "a@x"), ("Ana Li", "b@x"), ("Me", "c@x")]
    brought(store, *(Draft(1, "person", {"name": name, "email": email}, "") for name, email in people))
    assert [one.handle for one in store.all(Person)][3:] == ["ana-li", "ana-li-2", "me-2"]


def test_without_keeping_the_same_is_told_and_nothing_is_written(store: Store) -> None:
    drafts = [one for pair in (*SAME, *OTHER) for one in pair]
    before = store.db.total_changes
    told = bring(store, Arrivals(store), drafts, Applied(here=HERE), keep=False)
    assert store.db.total_changes == before
    assert told == brought(store, *drafts)
