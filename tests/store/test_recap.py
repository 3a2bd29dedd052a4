"""What is loaded for a recap: only what is of the period, with the person, through an index."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mentorlog.domain.actions import Action
from mentorlog.domain.feedback import Feedback
from mentorlog.domain.goals import Goal
from mentorlog.domain.links import WITH
from mentorlog.domain.meetings import Meeting, Topic
from mentorlog.domain.notes import Note
from mentorlog.domain.people import Mentorship, Person
from mentorlog.domain.periods import between, calendar
from mentorlog.domain.record import Record
from mentorlog.domain.skills import Rating, Skill
from mentorlog.store.recap import held, last_day
from mentorlog.store.store import Store
from tests.flows.journals import empty

MONDAY = date(2026, 5, 4)
WEEK = calendar("week", MONDAY)  # 27 April to 3 May
IN, BEFORE, AFTER = date(2026, 4, 30), date(2026, 4, 26), MONDAY


@pytest.fixture
def store() -> Store:
    """For Ana (p1) and Bo (p2), a record of each kind before, in and after the week; the ones in it are number 2."""
    made = empty()
    for name, role in (("Ana", "mentor"), ("Bo", "mentee")):
        made.add(Person(name=name, handle=name.lower(), role=role))
    made.add(Mentorship(person_id=1, side="mentee", cadence=14, started=date(2026, 1, 1)))
    made.add(Mentorship(person_id=2, side="mentor", started=date(2026, 1, 1)))
    made.add(Skill(name="SQL", handle="sql"))
    people = made.people.all()
    for day, person in ((BEFORE, 0), (IN, 0), (AFTER, 1)):
        with_them: list[Record] = [made.add(Meeting(day=day, minutes=30)), made.add(Note(text="x", day=day))]
        for one in with_them:
            made.links.join(one, [people[person]], WITH)
        made.add(Action(text="x", person_id=person + 1, state="done", ended=day))
        made.add(Feedback(from_id=person + 1, day=day, behaviour="x"))
        made.add(Rating(skill_id=1, level=2, day=day, by_id=person + 1))
    made.add(Goal(title="Old", started=date(2025, 1, 1), state="met", ended=BEFORE))
    made.add(Goal(title="Now", started=date(2025, 1, 1)))
    made.add(Topic(person_id=1, text="x", raised=BEFORE))
    return made


def test_only_what_is_of_the_period_is_loaded(store: Store) -> None:
    found = held(store, WEEK, MONDAY)
    assert [(one.meeting.id, one.people) for one in found.talks] == [(2, (1,))]
    assert [one.id for one in found.notes] == [2]
    assert [one.feedback.id for one in found.feedback] == [2]
    assert [one.title for one in found.goals] == ["Now"]
    assert [one.id for one in found.actions] == [2, 3]
    assert [one.id for one in found.ratings] == [1, 2]
    assert found.topics == {1: [store.by_id(Topic, 1).ref]}


def test_a_topic_raised_since_the_period_is_not_of_it(store: Store) -> None:
    store.add(Topic(person_id=1, text="y", raised=AFTER))
    assert [ref.id for ref in held(store, WEEK, MONDAY).topics[1]] == [1]
    assert held(store, between(date(2026, 1, 1), date(2026, 3, 31)), MONDAY).topics == {}
    assert [ref.id for ref in held(store, between(AFTER, AFTER), MONDAY).topics[1]] == [1, 2]


def test_whose_conversation_is_due_is_said_only_while_it_is_news(store: Store) -> None:
    assert held(store, WEEK, MONDAY).due == {1: IN + timedelta(days=14)}
    assert held(store, WEEK, MONDAY).mentors == (1,)
    assert held(store, between(date(2026, 1, 1), date(2026, 3, 31)), MONDAY).due == {}


def test_with_a_person_only_what_is_with_them_is_loaded(store: Store) -> None:
    both = between(BEFORE, MONDAY)
    ana, bo = (held(store, both, MONDAY, store.by_id(Person, id)) for id in (1, 2))
    for found, count in ((ana, 2), (bo, 1)):
        sizes = (found.talks, found.notes, found.feedback, found.ratings, found.actions)
        assert [len(one) for one in sizes] == [count] * 5
        assert sum(found.kept.values()) == 5 * count
        assert found.goals == ()


def test_feedback_noted_before_and_given_in_the_period_is_in_it(store: Store) -> None:
    given = store.add(Feedback(to_id=2, day=BEFORE, behaviour="x", delivered=IN))
    store.add(Feedback(to_id=2, day=IN, behaviour="x"))
    assert {one.feedback.id for one in held(store, WEEK, MONDAY).feedback} == {2, given.id}


def test_the_last_day_is_of_any_kind_and_not_ahead(store: Store) -> None:
    assert last_day(store, MONDAY) == MONDAY
    assert last_day(store, AFTER - timedelta(days=1)) == IN
    assert last_day(empty(), MONDAY) is None


def test_no_question_reads_a_whole_table_of_what_grows(store: Store) -> None:
    asked: list[str] = []
    store.db.set_trace_callback(asked.append)
    held(store, WEEK, MONDAY)
    last_day(store, MONDAY)
    store.db.set_trace_callback(None)
    grows = {"meeting", "note", "win", "feedback", "rating", "action", "progress", "step", "link"}
    reads = [
        (sql, row[3]) for sql in asked for row in store.db.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall()
    ]
    scans = {(detail, sql) for sql, detail in reads if detail.startswith("SCAN ") and "INDEX" not in detail}
    assert {scan for scan in scans if scan[0].split()[1] in grows} == set()
    assert len(reads) > 20
