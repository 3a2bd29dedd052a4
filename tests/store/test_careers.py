"""What is loaded for a career page: of whom, how much, and nothing that a lens hides."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from mentorlog.domain.actions import Action
from mentorlog.domain.audience import OWNER, SCREEN
from mentorlog.domain.feedback import Feedback
from mentorlog.domain.goals import Goal
from mentorlog.domain.links import EVIDENCE, WITH
from mentorlog.domain.meetings import Meeting
from mentorlog.domain.people import Person
from mentorlog.domain.roles import Aim, Position
from mentorlog.domain.skills import Assessment, Rating, Skill
from mentorlog.domain.wins import Win
from mentorlog.store import careers
from mentorlog.store.careers import said
from mentorlog.store.lens import put_on
from mentorlog.store.store import Store

TODAY = date(2026, 5, 4)


@pytest.fixture
def store(memory: Callable[[], sqlite3.Connection]) -> Store:
    """An empty journal."""
    return Store(memory(), "2026-05-04T08:00:00.000Z")


@pytest.fixture
def people(store: Store) -> tuple[Person, Person]:
    """A mentor and a mentee."""
    ana = store.add(Person(name="Ana Ruiz", handle="ana", role="mentor"))
    return ana, store.add(Person(name="Bo Lind", handle="bo", role="mentee"))


def talk(store: Store, person: Person, text: str, day: date = TODAY) -> Meeting:
    held = store.add(Meeting(day=day, notes=text))
    store.links.join(held, [person], WITH)
    return held


def test_mine_and_theirs_are_kept_apart(store: Store, people: tuple[Person, Person]) -> None:
    ana, bo = people
    sql = store.add(Skill(name="SQL", handle="sql"))
    mine = store.add(Rating(skill_id=sql.id, level=3, day=TODAY))
    theirs = store.add(Assessment(person_id=bo.id, skill="sql", level=1, day=TODAY))
    for person in (None, bo.id):
        store.add(Aim(what="data-engineer", stage="aimed", day=TODAY, person_id=person))
        store.add(Position(title="DBA", day=TODAY, person_id=person))
        store.add(Action(text="x", owner_id=person, skill_id=sql.id))
        store.add(Goal(title="y", role="data-engineer", started=TODAY, person_id=person or ana.id))
    for whose, level in ((None, mine), (bo, theirs)):
        found = said(store, TODAY, whose)
        id = whose.id if whose else None
        assert [one.person_id for one in found.aims] + [one.person_id for one in found.positions] == [id, id]
        assert [one.owner_id for one in found.actions] == [id]
        assert [one.person_id for one in found.goals] == [id or ana.id]
        assert [*found.ratings, *found.assessments] == [level]


def test_only_the_latest_level_of_each_rater_is_loaded(store: Store, people: tuple[Person, Person]) -> None:
    ana, bo = people
    sql = store.add(Skill(name="SQL", handle="sql"))
    for days, by in ((9, None), (5, None), (8, ana.id), (-3, None)):
        store.add(Rating(skill_id=sql.id, level=3, day=TODAY - timedelta(days), by_id=by))
    assert {(one.day, one.by_id) for one in said(store, TODAY).ratings} == {
        (TODAY - timedelta(5), None),
        (TODAY - timedelta(8), ana.id),
    }
    for days in (9, 5, -3):
        store.add(Assessment(person_id=bo.id, skill="sql", level=2, day=TODAY - timedelta(days)))
    assert [one.day for one in said(store, TODAY, bo).assessments] == [TODAY - timedelta(5)]


def test_what_shows_a_rating_comes_with_it_unless_it_was_removed(store: Store) -> None:
    sql = store.add(Skill(name="SQL", handle="sql"))
    rating = store.add(Rating(skill_id=sql.id, level=3, day=TODAY))
    wins = [store.add(Win(text=text, day=TODAY)) for text in "abc"]
    store.links.join(rating, wins, EVIDENCE)
    store.remove(wins[1])
    assert said(store, TODAY).evidence == {rating.ref: (wins[0].ref, wins[2].ref)}


def test_a_mentors_words_are_those_of_talks_with_them_and_feedback_from_them(
    store: Store, people: tuple[Person, Person]
) -> None:
    ana, bo = people
    mine, theirs = talk(store, ana, "SRE?"), talk(store, bo, "DBA?")
    heard = store.add(Feedback(day=TODAY, tone="praise", situation="data engineer", from_id=ana.id))
    given = store.add(Feedback(day=TODAY, tone="praise", situation="tech lead", to_id=bo.id))
    store.add(Feedback(day=TODAY, tone="praise", situation="nobody's"))
    talk(store, ana, "planned", TODAY + timedelta(3))
    assert {word.ref for word in said(store, TODAY).words} == {mine.ref, heard.ref}
    assert {word.ref for word in said(store, TODAY, bo).words} == {theirs.ref, given.ref}


def test_only_the_newest_talks_are_looked_through(
    store: Store, people: tuple[Person, Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(careers, "NEWEST", 2)
    held = [talk(store, people[0], f"talk {n}", TODAY - timedelta(n)) for n in range(4)]
    assert {word.ref for word in said(store, TODAY).words} == {held[0].ref, held[1].ref}


def test_private_records_are_there_only_for_the_owner_who_asks(
    store: Store, people: tuple[Person, Person]
) -> None:
    sql = store.add(Skill(name="SQL", handle="sql"))
    store.add(Rating(skill_id=sql.id, level=3, day=TODAY, visibility="private"))
    store.add(Aim(what="cto", stage="aimed", day=TODAY, visibility="private"))
    store.add(Position(title="DBA", day=TODAY, visibility="private"))
    store.add(Goal(title="y", role="cto", started=TODAY, visibility="private"))
    store.save(talk(store, people[0], "cto").but(visibility="private"))
    for lens, count in ((OWNER, 1), (SCREEN, 0)):
        put_on(store.db, lens)
        found = said(store, TODAY)
        every = (found.ratings, found.aims, found.positions, found.goals, found.words)
        assert [len(one) for one in every] == [count] * 5
