"""Moments of decisions, resources, introductions and rehearsals."""

from __future__ import annotations

from datetime import date

from mentorlog.domain.decisions import Decision
from mentorlog.domain.intros import Intro
from mentorlog.domain.rehearsals import Rehearsal
from mentorlog.domain.resources import Resource
from mentorlog.domain.ventures import of_decision, of_intro, of_rehearsal, of_resource

NAMES = {1: "Ana Ruiz", 3: "Jo Lee"}
ONE, TWO, THREE = date(2026, 4, 1), date(2026, 4, 8), date(2026, 5, 1)


def test_a_decision_has_a_day_for_the_question_the_choice_and_the_end() -> None:
    made = Decision(
        id=1,
        question="Now?",
        day=ONE,
        chosen="now",
        expectation="a fight",
        state="decided",
        decided=TWO,
        review=THREE,
    )
    told = list(of_decision(made, [1], NAMES))
    assert [(one.day, one.label, one.title, one.planned) for one in told] == [
        (ONE, "Question", "Now?", False),
        (TWO, "Decision", "Now? → now", False),
        (THREE, "Look back", "Now?", True),
    ]
    assert told[1].lines == ("expected: a fight",)
    assert {one.names for one in told} == {("Ana Ruiz",)}
    ended = list(of_decision(made.but(state="closed", outcome="fine", ended=THREE, day=TWO)))
    assert [(one.label, one.quote) for one in ended] == [("Decision", ""), ("Outcome", "fine")]
    (*_, gone) = of_decision(made.but(state="dropped", why="moot", ended=THREE))
    assert (gone.label, gone.quote) == ("Dropped", "moot")


def test_a_resource_is_told_when_it_was_begun_and_when_it_ended() -> None:
    book = Resource(
        id=2, title="DDIA", skill_id=5, from_id=1, state="done", started=ONE, ended=TWO, verdict="slowly"
    )
    told = list(of_resource(book, NAMES))
    assert [(one.label, one.quote, one.skills, one.names) for one in told] == [
        ("Began", "", (5,), ("Ana Ruiz",)),
        ("Finished", "slowly", (5,), ("Ana Ruiz",)),
    ]
    assert not list(of_resource(Resource(title="Later"), NAMES))


def test_an_introduction_is_told_stage_by_stage_and_the_day_to_come_back() -> None:
    intro = Intro(id=1, who_id=3, via_id=1, state="met", asked=ONE, made=ONE, met=TWO, follow_up=THREE)
    assert [(one.title, one.planned) for one in of_intro(intro, NAMES)] == [
        ("asked to meet Jo Lee, via Ana Ruiz", False),
        ("introduced to Jo Lee, via Ana Ruiz", False),
        ("met Jo Lee, via Ana Ruiz", False),
        ("Jo Lee, via Ana Ruiz", True),
    ]


def test_a_rehearsal_is_told_with_its_scores() -> None:
    told = of_rehearsal(
        Rehearsal(id=1, form="cv", day=ONE, person_id=1, scores="story=2\npace=3", notes="shorter"), NAMES
    )
    assert (told.title, told.quote, told.names) == ("CV rehearsal: story 2, pace 3", "shorter", ("Ana Ruiz",))
