"""Records told as moments, and moments gathered into months and lanes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorlog.domain.actions import Action
from mentorlog.domain.feedback import Feedback
from mentorlog.domain.goals import Goal, Progress, Step
from mentorlog.domain.lanes import Milestone, of_lane
from mentorlog.domain.meetings import Meeting, Topic
from mentorlog.domain.milestones import (
    of_change,
    of_goal,
    of_mentorship,
    of_progress,
    of_rating,
    of_step,
    of_turn,
)
from mentorlog.domain.moments import (
    KINDS,
    of_action,
    of_feedback,
    of_meeting,
    of_note,
    of_topic,
    of_win,
)
from mentorlog.domain.notes import Note
from mentorlog.domain.people import Mentorship, Person, Turn
from mentorlog.domain.refs import Ref
from mentorlog.domain.skills import Rating
from mentorlog.domain.timeline import chosen, default_span, timeline
from mentorlog.domain.wins import Win
from mentorlog.errors import Refused

TODAY = date(2026, 11, 22)
NAMES = {1: "Ana Ruiz", 2: "Bo"}
ANA = Person(id=1, name="Ana Ruiz", handle="ana")
GOAL = Goal(
    id=3, title="Move to backend", why="I like APIs", done_when="One merged PR", started=date(2026, 1, 5)
)
WIN = Win(id=9, text="Cut p99", day=date(2026, 11, 3), impact="Unblocked mobile")


def test_a_conversation_counts_its_actions_and_keeps_its_notes_whole() -> None:
    meeting = Meeting(
        id=12, day=date(2026, 11, 10), minutes=45, kinds="exploring,application", notes="A.\n\nB."
    )
    told = of_meeting(meeting, [1], NAMES, 3, 2, TODAY)
    assert (told.label, told.title) == (
        "1:1",
        "Ana Ruiz · 45 min · exploring, application · 3 actions, 2 done",
    )
    assert (told.quote, told.planned, told.ref) == ("A.\n\nB.", False, Ref("meeting", 12))


def test_a_conversation_ahead_is_planned_and_says_its_hour() -> None:
    told = of_meeting(Meeting(id=13, day=date(2026, 11, 24), time="10:00"), [1, 7], NAMES, 0, 0, TODAY)
    assert (told.label, told.title) == ("Meeting", "Ana Ruiz, someone · 10:00")
    assert told.standing(TODAY) == "planned"


def test_an_action_is_told_when_it_ended_or_is_due_and_not_without_a_day() -> None:
    action = Action(id=7, text="Draft CV", owner_id=2, due=date(2026, 11, 20))
    due = of_action(action, NAMES)
    done = of_action(action.but(state="done", ended=date(2026, 11, 21)), NAMES)
    dropped = of_action(action.but(state="dropped", ended=TODAY, why="No longer asked for"), NAMES)
    assert due is not None
    assert done is not None
    assert dropped is not None
    assert (due.title, due.standing(TODAY), due.people) == ("Bo: Draft CV", "still open", (2,))
    assert (done.label, done.day, done.standing(TODAY)) == ("Done", date(2026, 11, 21), "")
    assert (dropped.label, dropped.quote) == ("Dropped", "No longer asked for")
    assert of_action(action.but(due=None), NAMES) is None


def test_a_goal_is_told_when_it_was_set_and_when_it_is_due() -> None:
    start, due = of_goal(GOAL.but(due=date(2027, 3, 31)), NAMES)
    assert (start.label, start.quote, start.lines) == (
        "Goal set",
        "I like APIs",
        ("done when: One merged PR",),
    )
    assert (due.day, due.standing(TODAY), due.quote, due.lines) == (date(2027, 3, 31), "due", "", ())
    assert len(of_goal(GOAL, NAMES)) == 1


@pytest.mark.parametrize("state", ["dropped", "changed", "met"])
def test_a_goal_that_ended_keeps_how_and_why(state: str) -> None:
    end = of_goal(GOAL.but(state=state, state_why="Chose data", ended=TODAY, due=date(2027, 1, 1)), NAMES)[-1]
    assert (end.label, end.day, end.quote, end.planned) == (f"Goal {state}", TODAY, "Chose data", False)


def test_a_step_says_how_far_its_goal_came() -> None:
    step = Step(id=1, goal_id=3, text="Spec reviewed", position=1, done=date(2026, 10, 2))
    done = of_step(step, GOAL, 33, 50)
    due = of_step(step.but(done=None, due=date(2026, 12, 1)), GOAL)
    assert done is not None
    assert due is not None
    assert (done.label, done.lines) == ("Milestone", ("Move to backend 33% → 50%",))
    assert due.standing(TODAY) == "due"
    assert of_step(step.but(done=None), GOAL) is None


def test_progress_with_a_note_is_a_milestone_and_without_one_is_not() -> None:
    told = of_progress(Progress(id=1, goal_id=3, day=TODAY, value=30, note="Accepted"), GOAL, 10)
    bare = of_progress(Progress(id=2, goal_id=3, day=TODAY, value=4), GOAL.but(measure="count", target=9), 3)
    assert (told.label, told.title, told.lines) == ("Milestone", "Accepted", ("Move to backend 10% → 30%",))
    assert (bare.label, bare.title) == ("Progress", "Move to backend 3 → 4 of 9")


@pytest.mark.parametrize(
    ("before", "label", "title"),
    [
        (None, "Level", "SQL rated 2 · by Ana Ruiz"),
        (1, "Level up", "SQL 1 → 2 · by Ana Ruiz"),
        (3, "Level down", "SQL 3 → 2 · by Ana Ruiz"),
        (2, "Level", "SQL stays 2 · by Ana Ruiz"),
    ],
)
def test_a_rating_says_what_changed_and_who_says_so(before: int | None, label: str, title: str) -> None:
    told = of_rating(
        Rating(id=4, skill_id=5, level=2, day=TODAY, by_id=1), "SQL", NAMES, before, [Ref("win", 9)]
    )
    assert (told.kind, told.label, told.title, told.skills) == ("skill", label, title, (5,))
    assert told.lines == ("shown by w9",)


@pytest.mark.parametrize(
    ("given", "title"),
    [
        ({"from_id": 1}, "Ana Ruiz (growth): review · read slides"),
        ({"to_id": 2, "delivered": TODAY}, "to Bo (growth): review · read slides"),
        ({"to_id": 2}, "owed to Bo (growth): review · read slides"),
        ({"from_id": 1, "to_id": 2, "delivered": TODAY}, "Ana Ruiz to Bo (growth): review · read slides"),
    ],
)
def test_feedback_says_from_whom_and_to_whom(given: dict[str, object], title: str) -> None:
    said = {
        "day": date(2026, 11, 6),
        "situation": "review",
        "behaviour": "read slides",
        "intent": "be complete",
    }
    told = of_feedback(Feedback(id=4, **said, **given), NAMES)
    assert (told.title, told.lines) == (title, ("meant: be complete",))


def test_notes_wins_and_topics_keep_their_words() -> None:
    note = of_note(Note(id=1, text="Explained plans", day=TODAY), [2], NAMES)
    topic = of_topic(
        Topic(id=5, person_id=1, text="Lateral move?", raised=TODAY, state="closed", closed_in=12), NAMES
    )
    assert (note.title, note.names) == ("Explained plans", ("Bo",))
    assert of_win(WIN).lines == ("impact: Unblocked mobile",)
    assert (topic.title, topic.lines) == ("for Ana Ruiz: Lateral move?", ("talked about in m12",))


def test_a_mentorship_and_its_turns_are_told() -> None:
    began, ended = of_mentorship(
        Mentorship(id=1, person_id=1, side="mentee", started=date(2026, 1, 5), ended=TODAY), ANA
    )
    turn = Turn(id=2, mentorship_id=1, day=TODAY, aspect="cadence", value="21", why="New job")
    told = of_turn(turn, ANA, "14")
    assert (began.label, began.title, ended.label) == ("Began", "with Ana Ruiz, me as mentee", "Ended")
    assert (told.label, told.title, told.quote) == (
        "Cadence",
        "Ana Ruiz: every 2 weeks → every 3 weeks",
        "New job",
    )


def test_a_change_says_the_old_and_the_new_value() -> None:
    told = of_change(TODAY, Ref("goal", 3), "done_when", "", "One merged PR", "Vague before")
    assert (told.title, told.quote, told.goals) == ("done when: none → One merged PR", "Vague before", (3,))


def test_a_lane_ends_when_the_goal_ended_or_is_due() -> None:
    steps = [
        Step(id=1, goal_id=3, text="a", position=1, done=date(2026, 2, 1), due=date(2026, 1, 9)),
        Step(id=2, goal_id=3, text="b", position=2, due=date(2026, 3, 1)),
        Step(id=3, goal_id=3, text="c", position=3),
    ]
    lane = of_lane(GOAL.but(due=date(2026, 6, 1)), steps, [Progress(goal_id=3, day=TODAY, value=1)])
    assert lane.end == date(2026, 6, 1)
    assert lane.milestones == (
        Milestone(day=date(2026, 2, 1), done=True),
        Milestone(day=date(2026, 3, 1), done=False),
    )
    assert of_lane(GOAL.but(due=TODAY, ended=date(2026, 5, 1), state="met")).end == date(2026, 5, 1)


def test_a_lane_is_left_out_when_it_was_over_before_the_span_but_not_while_it_is_open() -> None:
    over = of_lane(GOAL.but(state="dropped", ended=date(2026, 5, 1)))
    overdue = of_lane(GOAL.but(id=4, due=date(2026, 5, 1)))
    later = of_lane(GOAL.but(id=5, started=date(2027, 1, 1)))
    seen = timeline([later, overdue, over], [], date(2026, 7, 1), date(2026, 12, 31), TODAY)
    assert [lane.goal.id for lane in seen.lanes] == [4]


def test_months_are_newest_first_and_empty_ones_on_end_are_one() -> None:
    wins = [
        of_win(WIN.but(id=number, day=date(2026, month, 3))) for number, month in ((1, 3), (2, 8), (3, 12))
    ]
    seen = timeline([], wins, date(2026, 2, 10), date(2026, 12, 31), TODAY)
    shown = [(month.first.month, month.last.month, len(month.moments)) for month in seen.months]
    assert shown == [(12, 12, 1), (9, 11, 0), (8, 8, 1), (4, 7, 0), (3, 3, 1), (2, 2, 0)]
    assert seen.months[1].heading == "nothing on record"


def test_a_month_counts_what_was_held_and_then_what_is_planned() -> None:
    held = [of_meeting(Meeting(id=n, day=date(2026, 11, n)), [1], NAMES, 0, 0, TODAY) for n in (1, 2, 24)]
    heard = of_feedback(Feedback(id=1, from_id=1, day=TODAY), NAMES)
    seen = timeline([], [*held, heard], date(2026, 11, 1), date(2026, 11, 30), TODAY)
    assert seen.months[0].heading == "2 meetings, 1 piece of feedback, 1 planned"


def test_moments_are_chosen_by_kind_person_goal_and_skill() -> None:
    win = of_win(WIN, [1], NAMES)
    note = of_note(Note(id=1, text="x", day=TODAY), [2], NAMES).but(goals=(3,), skills=(5, 6))
    assert chosen([win, note]) == [win, note]
    assert chosen([win, note], ["win"]) == [win]
    assert chosen([win, note], person=2, goal=3, skill=6) == [note]
    assert chosen([win, note], person=1, goal=3) == []


def test_a_span_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(Refused, match="would end on 2026-01-01, before it begins on 2026-02-01"):
        timeline([], [], date(2026, 2, 1), date(2026, 1, 1), TODAY)


@pytest.mark.parametrize(
    ("first_day", "today", "span"),
    [
        (date(2020, 1, 1), date(2026, 11, 22), (date(2026, 7, 1), date(2026, 12, 31))),
        (None, date(2026, 5, 4), (date(2026, 1, 1), date(2026, 6, 30))),
        (date(2026, 9, 20), date(2026, 11, 22), (date(2026, 9, 1), date(2026, 12, 31))),
        (date(2026, 11, 22), date(2026, 11, 22), (date(2026, 10, 1), date(2026, 12, 31))),
    ],
)
def test_the_default_span_is_whole_months_around_today(
    first_day: date | None, today: date, span: tuple[date, date]
) -> None:
    assert default_span(first_day, today) == span


@settings(deadline=None)
@given(st.none() | st.dates(), st.dates(date(1970, 1, 1), date(2200, 1, 1)))
def test_the_default_span_holds_today_and_some_weeks_ahead(first_day: date | None, today: date) -> None:
    since, until = default_span(first_day, today)
    assert since.day == 1
    assert (until + timedelta(days=1)).day == 1
    assert timedelta(days=26) <= until - today <= timedelta(days=58)
    assert timedelta(days=27) < today - since < timedelta(days=230)


@settings(deadline=None)
@given(st.lists(st.dates(), max_size=8), st.dates(), st.dates(), st.dates())
def test_every_moment_of_the_span_is_in_just_one_month(
    days: list[date], one: date, two: date, today: date
) -> None:
    since, until = sorted([one, two])
    wins = [of_win(WIN.but(id=number, day=day)) for number, day in enumerate(days)]
    seen = timeline([], wins, since, until, today)
    assert sorted(one.ref.id for one in seen.moments) == [
        n for n, day in enumerate(days) if since <= day <= until
    ]
    assert [one.day for one in seen.moments] == sorted((one.day for one in seen.moments), reverse=True)
    firsts = [month.first for month in seen.months]
    assert firsts == sorted(set(firsts), reverse=True)


def test_every_kind_of_moment_is_one_that_may_be_asked_for() -> None:
    told = [of_win(WIN), *of_goal(GOAL, NAMES), of_change(TODAY, Ref("goal", 3), "by", "", "x")]
    told += [of_rating(Rating(skill_id=1, level=1, day=TODAY), "SQL", NAMES)]
    told += of_mentorship(Mentorship(person_id=1, side="mentee", started=TODAY), ANA)
    assert {one.kind for one in told} <= set(KINDS)
