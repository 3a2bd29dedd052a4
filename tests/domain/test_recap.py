"""What a recap says of a period, and what it asks."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorlog.domain.actions import Action
from mentorlog.domain.feedback import Course, Feedback
from mentorlog.domain.goals import Goal, Progress, Step
from mentorlog.domain.meetings import Meeting
from mentorlog.domain.people import Person
from mentorlog.domain.periods import calendar
from mentorlog.domain.recap import Recap, recap
from mentorlog.domain.recap_lines import parts
from mentorlog.domain.recap_material import Held
from mentorlog.domain.recap_questions import IDLE
from mentorlog.domain.recap_words import nothing
from mentorlog.domain.refs import Ref
from mentorlog.domain.skills import Rating, Skill
from mentorlog.domain.snapshot import Talk
from mentorlog.domain.wins import Win

MONDAY = date(2026, 5, 4)
WEEK = calendar("week", MONDAY)  # 27 April to 3 May
ANA = Person(id=1, name="Ana Ruiz", handle="ana", role="mentor")
BO = Person(id=2, name="Bo Lind", handle="bo", role="mentee")
BASE = Held(people={1: ANA, 2: BO}, mentors=(1,))


def in_week(number: int) -> date:
    """A day of the week: 0 is its Monday."""
    return WEEK.since + timedelta(days=number)


def seen(**more: Any) -> Recap:
    return recap(BASE.but(**more), WEEK, MONDAY)


def promise(id: int = 1, due: date | None = None, **more: Any) -> Action:
    return Action(id=id, text="x", due=due, created_at="2026-04-01T10:00:00.000Z", **more)


def refs(promises: Any) -> list[str]:
    return [str(one.action.ref) for one in promises]


def lines(found: Recap, name: str) -> list[tuple[str, str, str]]:
    """Who, words and detail of a part."""
    part = next(one for one in parts(found) if one.name == name)
    return [(one.who, one.words, one.detail) for one in part.lines]


def test_conversations_are_gathered_by_whom_they_were_with() -> None:
    talks = (
        Talk(meeting=Meeting(id=3, day=in_week(3), minutes=30, notes="Later."), people=(1,)),
        Talk(meeting=Meeting(id=1, day=in_week(0), minutes=45, notes="Sooner."), people=(1,)),
        Talk(meeting=Meeting(id=2, day=in_week(1)), people=(2, 1)),
    )
    both, three = seen(talks=talks).talked
    assert (both.who, list(map(str, both.refs)), both.minutes, both.notes) == (
        ("Ana Ruiz",),
        ["m1", "m3"],
        75,
        "Later.",
    )
    assert three.who == ("Ana Ruiz", "Bo Lind")
    assert lines(seen(talks=talks), "Talked")[1] == ("Ana Ruiz and Bo Lind", "", "1 conversation")


def test_without_a_conversation_it_says_whose_is_due() -> None:
    (part,) = [one for one in parts(seen(due={1: MONDAY + timedelta(1)})) if one.name == "Talked"]
    assert part.said == "Nobody on record · Ana Ruiz is due tomorrow"
    (part,) = [one for one in parts(seen(due={1: MONDAY - timedelta(3)})) if one.name == "Talked"]
    assert part.said == "Nobody on record · Ana Ruiz was due 3 days ago"


def test_a_goal_moves_from_where_it_was_on_the_eve_to_where_it_is_at_the_end() -> None:
    goal = Goal(id=1, title="Read", started=date(2026, 1, 1))
    told = [
        Progress(id=number, goal_id=1, day=day, value=value)
        for number, (day, value) in enumerate(((in_week(-1), 30), (in_week(6), 50), (in_week(7), 90)), 1)
    ]
    (moved,) = seen(goals=(goal,), progress=tuple(told)).moved
    assert (moved.before, moved.after, [one.value for one in moved.progress]) == (30, 50, [50])


def test_steps_and_ends_are_moves_and_the_goals_without_are_named() -> None:
    goals = (
        Goal(id=1, title="Steps", measure="steps", started=date(2026, 1, 1)),
        Goal(
            id=2,
            title="Over",
            started=date(2026, 1, 1),
            state="dropped",
            state_why="why not",
            ended=in_week(2),
        ),
        Goal(id=3, title="Still", started=date(2026, 1, 1)),
        Goal(id=4, title="New", started=in_week(1)),
        Goal(id=5, title="Paused", started=date(2026, 1, 1), state="paused"),
    )
    steps = (
        Step(id=1, goal_id=1, text="One", position=1, done=in_week(2)),
        Step(id=2, goal_id=1, text="Two", position=2),
    )
    found = seen(goals=goals, steps=steps)
    assert lines(found, "Moved") == [
        ("", "Steps", "0% → 50%"),
        ("", "Over", "dropped 29 Apr"),
        ("", "New", "new, 0%"),
    ]
    assert [str(one.ref) for one in found.still] == ["g3"]
    assert next(one.said for one in parts(found) if one.name == "Moved") == "No word on g3"


def test_what_was_due_and_not_done_did_not_happen_and_is_told_once() -> None:
    actions = (
        promise(1, in_week(4)),
        promise(2, in_week(3), owner_id=1, person_id=1),
        promise(3, in_week(5), state="done", ended=in_week(6)),
        promise(4, in_week(2), state="done", ended=MONDAY),
        promise(5, MONDAY),
        promise(6, in_week(-5)),
        promise(7, None, state="dropped", ended=in_week(1), why="no time"),
    )
    found = seen(actions=actions)
    assert refs(found.missed) == ["a4", "a2", "a1", "a7"]
    assert refs(found.done) == ["a3"]
    assert refs(found.open) == ["a6", "a4", "a2", "a1", "a5"]
    assert lines(found, "Did not happen") == [
        ("me", "x", "due 29 Apr, done 4 May"),
        ("Ana Ruiz", "x", "due 30 Apr, 4 days overdue"),
        ("me", "x", "due 1 May, 3 days overdue"),
        ("me", "x", "let go 28 Apr"),
    ]
    assert [said for _, _, said in lines(found, "Left open")] == ["12 days overdue", "due today"]
    assert (
        next(one.command for one in parts(found) if one.name == "Did not happen")
        == "mentorlog action done a1"
    )


def test_a_promise_due_on_a_day_that_is_not_over_has_not_failed_to_happen() -> None:
    running = calendar("week", date(2026, 5, 6))
    found = recap(BASE.but(actions=(promise(1, date(2026, 5, 6)),)), running, date(2026, 5, 6))
    assert (refs(found.missed), refs(found.open)) == ([], ["a1"])
    assert found.running


def test_a_promise_made_after_the_period_was_not_open_in_it() -> None:
    later = promise(1, MONDAY).but(created_at="2026-05-04T08:00:00.000Z")
    assert seen(actions=(later,)).open == ()


def test_levels_are_changes_mine_apart_from_those_of_others() -> None:
    ratings = tuple(
        Rating(id=id, skill_id=1, level=level, day=day, by_id=by)
        for id, (level, day, by) in enumerate(
            (
                (1, in_week(-9), None),
                (2, in_week(0), 1),
                (2, in_week(1), None),
                (2, in_week(2), None),
                (1, in_week(3), None),
            ),
            1,
        )
    )
    found = seen(
        ratings=ratings, skills={1: Skill(id=1, name="SQL", handle="sql")}, shown={3: (Ref("win", 9),)}
    )
    assert [words for _, words, _ in lines(found, "Levels, as I see them")] == ["SQL 2 → 1", "SQL 1 → 2"]
    assert lines(found, "Levels, as others see them") == [("Ana Ruiz", "SQL 2, first rated", "27 Apr")]
    part = next(one for one in parts(found) if one.name == "Levels, as I see them")
    assert [(one.detail, one.words) for one in part.lines[1].under] == [("shown by", "w9")]
    assert [one.sort for one in part.lines] == ["down", "up"]


def test_an_empty_week_says_so_kindly_and_asks_all_the_same() -> None:
    found = seen(last=in_week(-10))
    assert found.empty
    assert nothing(found) == (
        "Nothing is on record for that week, and that is fine. The last entry is from Fri 17 Apr 2026."
    )
    assert [one.about for one in found.questions] == ["energy", "avoided", "ask"]


def test_what_there_was_none_of_is_one_sentence() -> None:
    found = seen(wins=(Win(id=1, text="x", day=in_week(1)),))
    assert nothing(found) == "Nothing on record as moved, done or heard."


WON = {"wins": (Win(id=9, text="x", day=in_week(1)),)}
HEARD = {"feedback": (Course(feedback=Feedback(id=4, day=in_week(1), from_id=2)),)}


@pytest.mark.parametrize(
    ("held", "number", "words"),
    [
        (WON, 0, "What in w9 gave you energy, and how could there be more of it?"),
        (
            {"actions": tuple(promise(id, state="done", ended=in_week(id)) for id in (1, 2))},
            0,
            "Which of a1 and a2 would you gladly do again?",
        ),
        (
            {"actions": (promise(7, in_week(1)),)},
            1,
            "What stands between you and a7, and is it still yours to do?",
        ),
        ({"actions": (promise(7, in_week(1), snoozes=1),)}, 1, "What keeps moving a7 to another day?"),
        (HEARD, 1, "What in f4 is hard to hear, and what is the smallest answer to it?"),
        (HEARD, 2, "What would Ana Ruiz say to f4?"),
        ({"topics": {1: (Ref("topic", 5),)}}, 2, "Is t5 still the first thing you would ask Ana Ruiz?"),
        (
            {"actions": (promise(8, in_week(3), owner_id=1, person_id=1),)},
            2,
            "How could you make a8 easy for Ana Ruiz?",
        ),
    ],
)
def test_a_question_rests_on_what_the_period_holds(held: dict[str, Any], number: int, words: str) -> None:
    assert seen(**held).questions[number].words == words


def test_nobody_is_named_where_there_is_nobody_to_ask() -> None:
    asked = seen(mentors=(), topics={1: (Ref("topic", 5),)}).questions[2]
    assert asked.words in IDLE["nobody"]
    assert asked.refs == ()


@settings(deadline=None)
@given(name=st.text(min_size=1, max_size=20), week=st.integers(0, 200))
def test_the_same_days_always_ask_the_same_and_any_name_will_do(name: str, week: int) -> None:
    today = MONDAY + timedelta(weeks=week)
    held = Held(people={1: ANA.but(name=name)}, mentors=(1,))
    asked = [recap(held, calendar("week", today), today).questions for _ in range(2)]
    assert asked[0] == asked[1]
    assert name in asked[0][2].words
