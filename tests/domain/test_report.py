"""What a report's pictures are drawn from: days and numbers of the summary's own material, and no others."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from mentorlog.domain.feedback import Feedback
from mentorlog.domain.goals import Goal, Progress, Step
from mentorlog.domain.links import WITH, Link
from mentorlog.domain.material import Material, Wanted
from mentorlog.domain.meetings import Meeting
from mentorlog.domain.people import Person
from mentorlog.domain.report import Left, Mark, Point, Report, Voice, report
from mentorlog.domain.skills import Rating, Skill
from mentorlog.domain.wins import Win

TODAY = date(2026, 5, 4)
ANA, BO = Person(id=1, name="Ana", handle="ana"), Person(id=2, name="Bo", handle="bo")


def day(month: int, number: int = 10) -> date:
    return date(2026, month, number)


def made(wanted: dict[str, Any] | None = None, **records: Any) -> Report:
    given: dict[str, Any] = {"until": TODAY, "today": TODAY, "me": "Sam", **(wanted or {})}
    return report(Material(people={1: ANA, 2: BO}, **records), Wanted(**given))


def rated(id: int, level: int, on: date, by: int | None = None) -> Rating:
    return Rating(id=id, skill_id=1, level=level, day=on, by_id=by)


def test_a_goal_that_has_steps_moves_with_each_and_shows_what_is_left() -> None:
    goal = Goal(id=1, title="Move", measure="steps", started=day(1), due=day(9))
    steps = (
        Step(id=1, goal_id=1, text="one", position=1, done=day(2)),
        Step(id=2, goal_id=1, text="two", position=2, done=day(3)),
        Step(id=3, goal_id=1, text="three", position=3, due=day(7)),
        Step(id=4, goal_id=1, text="later", position=4, done=day(6)),
    )
    (way,) = made(goals=(goal,), steps=steps).ways
    assert way.points == (Point(day(1), 0), Point(day(2), 25), Point(day(3), 50))
    assert way.left == (Left("three", day(7)), Left("later", None))
    assert (way.aim.title, way.state) == ("Move", "on track")


def test_a_goal_that_ended_ends_where_it_was_and_has_nothing_left() -> None:
    goal = Goal(id=1, title="Read", state="met", started=day(1), ended=day(4))
    progress = (Progress(id=1, goal_id=1, day=day(2), value=40),)
    steps = (Step(id=1, goal_id=1, text="never", position=1),)
    (way,) = made(goals=(goal,), steps=steps, progress=progress).ways
    assert way.points == (Point(day(1), 0), Point(day(2), 40), Point(day(4), 100))
    assert (way.left, way.state) == ((), "met")


def test_raters_stay_apart_and_mine_comes_first() -> None:
    ratings = (rated(1, 3, day(2), by=1), rated(2, 1, day(1)), rated(3, 2, day(3)), rated(4, 5, day(6)))
    (curve,) = made(skills=(Skill(id=1, name="SQL", handle="sql", target=4),), ratings=ratings).curves
    assert curve.voices == (
        Voice(points=(Point(day(1), 1), Point(day(3), 2))),
        Voice(rater="Ana", points=(Point(day(2), 3),)),
    )
    assert curve.target == 4


def test_levels_are_marked_within_the_days_and_know_the_one_before() -> None:
    ratings = (rated(1, 1, day(1)), rated(2, 2, day(3)), rated(3, 3, day(4), by=1), rated(4, 2, day(4, 20)))
    model = made({"since": day(2)}, skills=(Skill(id=1, name="SQL", handle="sql"),), ratings=ratings)
    assert [(one.day, one.text) for one in model.marks] == [
        (day(3), "SQL 1 → 2"),
        (day(4), "SQL 3, says Ana"),
        (day(4, 20), "SQL 2"),
    ]


def test_moments_are_told_in_order_of_days_and_counted_by_day() -> None:
    meeting = Meeting(id=1, day=day(3), starts_at="x", zone="UTC")
    link = Link(from_kind="meeting", from_id=1, to_kind="person", to_id=1, label=WITH)
    model = made(
        meetings=(meeting,),
        links=(link,),
        feedback=(Feedback(id=1, from_id=2, day=day(2), tone="praise", behaviour="listened"),),
        wins=(Win(id=1, text="Shipped\nlong story", day=day(3)),),
    )
    assert model.marks == (
        Mark(day=day(2), sort="feedback", text="praise, from Bo: listened"),
        Mark(day=day(3), sort="conversation", text="with Ana"),
        Mark(day=day(3), sort="win", text="Shipped"),
    )
    assert model.days == {day(2): 1, day(3): 2}
    assert model.first == day(2)


def test_a_manager_sees_results_and_no_rhythm() -> None:
    meeting = Meeting(id=1, day=day(3), starts_at="x", zone="UTC")
    model = made({"reader": "manager"}, meetings=(meeting,), wins=(Win(id=1, text="Won", day=day(4)),))
    assert [one.sort for one in model.marks] == ["win"]
    assert model.days == {day(4): 1}
    assert not model.rhythm
    assert made().rhythm


def test_what_is_due_far_ahead_does_not_squeeze_what_was() -> None:
    goal = Goal(id=1, title="Move", started=TODAY - timedelta(days=90), due=date(2030, 1, 1))
    assert made(goals=(goal,)).last == TODAY + timedelta(days=30)
    assert made(goals=(goal.but(due=TODAY + timedelta(days=7)),)).last == TODAY + timedelta(days=7)
    assert made(goals=(goal.but(due=TODAY - timedelta(days=7)),)).last == TODAY
    assert made().last == made().first == TODAY


def test_weeks_are_at_most_26_and_none_before_the_first_day() -> None:
    win = Win(id=1, text="Won", day=date(2020, 1, 1))
    assert len(made(wins=(win,)).weeks) == 26
    assert made(wins=(win.but(day=date(2026, 4, 22)),)).weeks == (
        date(2026, 4, 20),
        date(2026, 4, 27),
        date(2026, 5, 4),
    )
    assert made().weeks == (TODAY,)
