"""What a mentorship was, from its first day to its last."""

from __future__ import annotations

from datetime import date

from mentorlog.domain.actions import Action
from mentorlog.domain.closing import QUESTIONS, Closing, Gathered, Shown, closing
from mentorlog.domain.goals import Goal
from mentorlog.domain.people import Mentorship, Person
from mentorlog.domain.refs import Ref
from mentorlog.domain.skills import Rating, Skill

START, END = date(2026, 1, 5), date(2026, 11, 2)
ANA = Person(id=1, name="Ana Ruiz", handle="ana")
BOND = Mentorship(id=1, person_id=1, side="mentee", started=START, purpose="From databases to backend")
SQL = Skill(id=1, name="SQL", handle="sql")


def page(**given: object) -> Closing:
    return closing(BOND, ANA, Gathered(**given), END, "Sam")


def rated(number: int, level: int, day: date, by: int | None = None) -> Rating:
    return Rating(id=number, skill_id=1, level=level, day=day, by_id=by)


def test_then_is_what_held_on_the_first_day_and_now_the_last_one_by_the_last() -> None:
    ratings = (
        rated(1, 0, date(2025, 3, 3)),
        rated(2, 1, date(2025, 12, 1)),
        rated(3, 2, date(2026, 6, 1)),
        rated(4, 5, date(2026, 11, 3)),
    )
    shown = {3: (Shown(ref=Ref("win", 9), text="p99"),), 4: (Shown(ref=Ref("win", 10), text="later"),)}
    (level,) = page(skills=(SQL,), ratings=ratings, evidence=shown).levels
    assert (level.first, level.first_day, level.last, level.last_day) == (
        1,
        date(2025, 12, 1),
        2,
        date(2026, 6, 1),
    )
    assert [str(one.ref) for one in level.evidence] == ["w9"]


def test_what_they_say_stands_apart_from_what_i_say() -> None:
    ratings = (rated(1, 3, date(2026, 2, 2)), rated(2, 4, date(2026, 3, 3), by=1), rated(3, 1, START, by=2))
    levels = page(skills=(SQL,), ratings=ratings).levels
    assert [(one.rater, one.first, one.last) for one in levels] == [("", 3, 3), ("Ana Ruiz", 4, 4)]


def test_goals_and_promises_are_as_they_stood_on_the_last_day() -> None:
    goals = (
        Goal(id=1, title="A", started=START, state="met", ended=date(2026, 12, 1)),
        Goal(id=2, title="B", started=START, state="dropped", ended=END, state_why="no time"),
        Goal(id=3, title="C", started=START, state="met", ended=date(2026, 5, 5)),
    )
    actions = (
        Action(id=1, text="x", person_id=1, state="done", ended=date(2026, 11, 5)),
        Action(id=2, text="y", owner_id=1, person_id=1, state="dropped", ended=END, why="moot"),
        Action(id=3, text="z", person_id=1, due=date(2026, 12, 1)),
    )
    made = page(goals=goals, actions=actions)
    assert [(str(one.ref), one.state, one.why) for one in made.goals] == [
        ("g3", "met", ""),
        ("g2", "dropped", "no time"),
        ("g1", "open", ""),
    ]
    assert [(str(one.ref), one.owner, one.state, one.day) for one in made.promises] == [
        ("a2", "Ana Ruiz", "dropped", END),
        ("a1", "", "open", None),
        ("a3", "", "open", date(2026, 12, 1)),
    ]


def test_it_ends_with_three_questions() -> None:
    made = page(talks=22, minutes=990)
    assert made.questions == QUESTIONS
    assert len(QUESTIONS) == 3
    assert (made.since, made.until, made.talks, made.me) == (START, END, 22, "Sam")
