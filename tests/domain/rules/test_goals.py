"""Goals that stand still, have no test, or whose day matters."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mentorlog.domain.actions import Action
from mentorlog.domain.goals import Goal, Progress, Step
from mentorlog.domain.refs import Ref
from mentorlog.domain.rules.goals import goal_date, goal_test, stale_goal
from mentorlog.domain.snapshot import Snapshot

TODAY = date(2026, 5, 4)
GOAL = Goal(
    id=1, title="Move to backend", started=date(2026, 1, 12), due=date(2027, 3, 31), done_when="An offer"
)


def journal(goal: Goal, **given: object) -> Snapshot:
    return Snapshot(today=TODAY, goals=(goal,), **given)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def test_a_goal_is_stale_thirty_days_after_anything_about_it() -> None:
    (one,) = stale_goal(journal(GOAL, progress=(Progress(goal_id=1, day=ago(30), value=40),)))
    assert one.title == "“Move to backend” has not moved since 4 Apr."
    assert one.reasons == ("Nothing about it for 30 days; it is at 40%",)
    assert (one.command, one.ready) == ("mentorlog goal update g1 --progress N%", False)


@pytest.mark.parametrize(
    "sign",
    [
        {"progress": (Progress(goal_id=1, day=ago(29), value=40),)},
        {"steps": (Step(goal_id=1, text="Ask", position=1, done=ago(3)),)},
        {"actions": (Action(id=4, text="Ask", goal_id=1, created_at="2026-05-01T08:00:00Z"),)},
        {"actions": (Action(id=4, text="Ask", goal_id=1, state="done", ended=ago(9)),)},
        {"touched": {Ref("goal", 1): ago(2)}},
    ],
    ids=["progress", "step", "new action", "action done", "note, win or conversation"],
)
def test_any_sign_of_life_keeps_a_goal_fresh(sign: dict[str, object]) -> None:
    assert not list(stale_goal(journal(GOAL, **sign)))
    assert list(stale_goal(journal(GOAL)))


def test_a_stale_goal_of_steps_points_at_the_next_step_and_a_full_one_at_closing() -> None:
    steps = tuple(
        Step(goal_id=1, text=f"Step {n}", position=n, done=ago(60) if n == 1 else None) for n in (1, 2)
    )
    by_steps = GOAL.but(measure="steps")
    assert next(stale_goal(journal(by_steps, steps=steps))).command == "mentorlog goal step g1 --done 2"
    full = tuple(step.but(done=ago(60)) for step in steps)
    assert next(stale_goal(journal(by_steps, steps=full))).command == "mentorlog goal close g1 --as met"


def test_paused_and_ended_goals_are_left_alone() -> None:
    bare = GOAL.but(done_when="", due=ago(3))
    for state in ("paused", "met", "changed", "dropped"):
        quiet = journal(bare.but(state=state))
        assert not [*stale_goal(quiet), *goal_test(quiet), *goal_date(quiet)]


def test_a_goal_is_asked_for_its_test_and_its_date_after_fourteen_days() -> None:
    bare = GOAL.but(done_when="", due=None)
    (test,) = goal_test(journal(bare))
    (dated,) = goal_date(journal(bare))
    assert (test.title, test.reasons[0]) == (
        "“Move to backend” has no success test yet.",
        "Started on 12 Jan, 4 months ago",
    )
    assert (test.command, test.ready) == ('mentorlog goal edit g1 --done-when "…"', False)
    assert (dated.title, dated.command) == (
        "“Move to backend” has no date yet.",
        "mentorlog goal edit g1 --by DATE",
    )
    for days, said in ((13, 0), (14, 1)):
        young = journal(bare.but(started=ago(days)))
        assert (len(list(goal_test(young))), len(list(goal_date(young)))) == (said, said)


@pytest.mark.parametrize(
    ("days", "value", "said"), [(15, 10, 0), (14, 79, 1), (14, 80, 0), (0, 79, 1), (-1, 99, 1)]
)
def test_a_date_matters_fourteen_days_ahead_under_eighty_percent_and_always_once_past(
    days: int, value: int, said: int
) -> None:
    near = GOAL.but(due=TODAY + timedelta(days=days))
    assert (
        len(list(goal_date(journal(near, progress=(Progress(goal_id=1, day=ago(1), value=value),))))) == said
    )


def test_an_overdue_goal_is_moved_when_unfinished_and_closed_when_finished() -> None:
    late = GOAL.but(due=ago(3))
    (open_end,) = goal_date(journal(late))
    assert open_end.title == "“Move to backend” is 3 days overdue and at 0%."
    assert open_end.command == "mentorlog goal edit g1 --by DATE"
    (full,) = goal_date(journal(late, progress=(Progress(goal_id=1, day=ago(5), value=100),)))
    assert (full.command, full.ready) == ("mentorlog goal close g1 --as met", True)


def test_a_goal_that_begins_in_the_future_is_left_alone() -> None:
    ahead = journal(GOAL.but(started=TODAY + timedelta(days=3), done_when="", due=None))
    assert not [*stale_goal(ahead), *goal_test(ahead), *goal_date(ahead)]
