"""What happened to decisions, resources, introductions and rehearsals, from the store."""

from __future__ import annotations

from datetime import date

import pytest

from mentorlog.domain.decisions import Decision
from mentorlog.domain.goals import Goal
from mentorlog.domain.intros import Intro
from mentorlog.domain.links import ABOUT, WITH
from mentorlog.domain.news import news
from mentorlog.domain.people import Mentorship, Person
from mentorlog.domain.rehearsals import Rehearsal
from mentorlog.domain.resources import Resource
from mentorlog.domain.skills import Skill
from mentorlog.domain.wins import Win
from mentorlog.store.prep import gather
from mentorlog.store.snapshot import snapshot
from mentorlog.store.store import Store
from mentorlog.store.ventures import moments, since

TODAY, DAY, OLD = date(2026, 5, 4), date(2026, 4, 20), date(2025, 1, 2)
NAMES = {1: "Ana", 2: "Bo"}


@pytest.fixture
def store(db) -> Store:
    made = Store(db, "2026-05-04T10:00:00Z")
    for person in (
        Person(name="Ana", handle="ana", role="mentor"),
        Person(name="Bo", handle="bo", role="mentee"),
    ):
        made.add(person)
    return made


def test_moments_know_their_people_goals_and_skills(store) -> None:
    goal = store.add(Goal(title="Move", started=OLD))
    skill = store.add(Skill(name="SQL", handle="sql"))
    decision = store.add(Decision(question="Now?", day=DAY))
    store.links.join(decision, [store.by_id(Person, 1)], WITH)
    store.links.join(decision, [goal, skill], ABOUT)
    store.add(Resource(title="DDIA", skill_id=skill.id, from_id=2, state="doing", started=DAY))
    store.add(Intro(name="Kim", via_id=1, state="asked", asked=DAY))
    store.add(Rehearsal(form="cv", day=DAY, person_id=2))
    told = {one.ref.kind: one for one in moments(store, NAMES)}
    assert (told["decision"].people, told["decision"].goals, told["decision"].skills) == ((1,), (1,), (1,))
    assert (told["resource"].people, told["resource"].skills) == ((2,), (1,))
    assert (told["intro"].people, told["rehearsal"].people) == ((1,), (2,))


def test_only_what_something_happened_to_since_a_day_is_found(store) -> None:
    store.add(Decision(question="old", day=OLD))
    store.add(Decision(question="closed now", day=OLD, decided=OLD, ended=DAY, state="closed"))
    store.add(Resource(title="todo"))
    store.add(Resource(title="begun", started=DAY, state="doing"))
    store.add(Intro(name="wanted", via_id=1))
    store.add(Intro(name="met", via_id=1, asked=OLD, met=DAY, state="met"))
    store.add(Rehearsal(form="cv", day=OLD))
    assert [str(one.ref) for one in since(store, DAY)] == ["d2", "r2", "i2"]


def test_the_page_with_a_person_tells_what_is_theirs_or_only_mine_and_no_decision_i_take_alone(store) -> None:
    ours = store.add(Decision(question="ours", day=DAY))
    store.links.join(ours, [store.by_id(Person, 1)], WITH)
    store.add(Decision(question="alone", day=DAY))
    store.add(Resource(title="mine", started=DAY, state="doing"))
    store.add(Resource(title="from Bo", from_id=2, started=DAY, state="doing"))
    store.add(Rehearsal(form="cv", day=DAY, person_id=1))
    store.add(Intro(name="Kim", for_id=2, made=DAY, state="made"))
    for person, refs in ((1, {"d1", "r1", "h1"}), (2, {"r2", "i1"})):
        ground = gather(store, store.by_id(Person, person), TODAY, asked=DAY)
        assert {str(one.ref) for one in news(ground)} == refs


def test_the_snapshot_has_what_is_open_and_each_persons_latest_win(store) -> None:
    store.add(Mentorship(person_id=2, side="mentor", started=OLD))
    store.add(Decision(question="open", day=DAY))
    store.add(Decision(question="over", day=OLD, ended=DAY, state="dropped", why="x"))
    store.add(Resource(title="doing", state="doing", started=DAY))
    store.add(Resource(title="todo"))
    store.add(Intro(name="asked", via_id=1, follow_up=DAY))
    store.add(Intro(name="no day", via_id=1))
    store.add(Intro(name="for Bo", for_id=2))
    for day, text in ((DAY, "second"), (date(2026, 4, 1), "first"), (OLD, "old")):
        store.links.join(store.add(Win(text=text, day=day)), [store.by_id(Person, 2)], WITH)
    found = snapshot(store, TODAY)
    assert [one.question for one in found.decisions] == ["open"]
    assert [one.title for one in found.resources] == ["doing"]
    assert [one.name for one in found.intros] == ["asked", "for Bo"]
    assert {id: win.text for id, win in found.won.items()} == {2: "second"}
