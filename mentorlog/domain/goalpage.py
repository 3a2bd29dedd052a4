"""One goal with all that belongs to it: its milestones, its pace, what is to do and what shows it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from mentorlog.domain.actions import Action
from mentorlog.domain.frozen import Frozen
from mentorlog.domain.goals import Goal, Progress, Standing, Step, latest, percent, standing
from mentorlog.domain.moments import Moment
from mentorlog.domain.snapshot import Snapshot

MOST_WEEKS = 26
LEAST_DAYS = 7  # a pace over less than a week says nothing (rule of thumb of ours)


class Pace(Frozen):
    """How fast a goal moves, in points (hundredths of the whole way) a week; a measure of ours.

    weeks: percent reached at the end of each week since `first`, at most 26, the last one today.
    made: points a week from the start to today. needed: points a week from today to the due day,
    None without a day ahead. Both to a tenth.
    """

    first: date
    weeks: tuple[int, ...]
    made: float
    needed: float | None = None


class GoalPage(Frozen):
    """A goal's page. `gained` is how many points it moved since `since`, the last day of last month.

    reached: the count told last, for a goal that counts. actions: open ones, the nearest day first,
    and `owners` their names, `me` for mine. evidence: what happened for the goal, newest first.
    """

    today: date
    goal: Goal
    percent: int
    reached: int | None = None
    standing: Standing
    person: str = ""
    gained: int = 0
    since: date
    milestones: tuple[Step, ...] = ()
    pace: Pace | None = None
    actions: tuple[Action, ...] = ()
    owners: tuple[str, ...] = ()
    evidence: tuple[Moment, ...] = ()


def goal_page(snapshot: Snapshot, goal: Goal, moments: Iterable[Moment]) -> GoalPage:
    """The page of a goal on the snapshot's day; `moments` are those about it, as the timeline tells them."""
    today = snapshot.today
    steps, progress = snapshot.steps_of(goal), snapshot.progress_of(goal)
    reached = percent(goal, steps, progress)
    since = today.replace(day=1) - timedelta(days=1)
    actions = [one for one in snapshot.actions if one.goal_id == goal.id and one.state == "open"]
    actions.sort(key=lambda one: (one.due or date.max, one.id))
    held = [one for one in moments if not one.planned and one.kind not in ("step", "goal")]
    return GoalPage(
        today=today,
        goal=goal,
        percent=reached,
        reached=latest(progress) if goal.measure == "count" else None,
        standing=standing(goal, reached, today),
        person=snapshot.name(goal.person_id) if goal.person_id is not None else "",
        gained=reached - percent_on(goal, steps, progress, since) if goal.started <= since else 0,
        since=since,
        milestones=tuple(steps),
        pace=_pace(goal, steps, progress, reached, today),
        actions=tuple(actions),
        owners=tuple(snapshot.name(one.owner_id) for one in actions),
        evidence=tuple(sorted(held, key=lambda one: (one.day, one.time), reverse=True)),
    )


def percent_on(goal: Goal, steps: list[Step], progress: list[Progress], day: date) -> int:
    """How far the goal was at the end of a day, 0-100, by the steps there are now."""
    then = [one if one.done is None or one.done <= day else one.but(done=None) for one in steps]
    state = "open" if goal.ended is None or goal.ended > day else goal.state
    return percent(goal.but(state=state), then, [one for one in progress if one.day <= day])


def _pace(goal: Goal, steps: list[Step], progress: list[Progress], reached: int, today: date) -> Pace | None:
    """None in the first week, and once the goal has ended."""
    days = (today - goal.started).days
    if goal.ended is not None or days < LEAST_DAYS:
        return None
    backs = range(min(days // 7, MOST_WEEKS - 1), -1, -1)
    ends = [today - timedelta(weeks=back) for back in backs]
    ahead = (goal.due - today).days if goal.due else 0
    return Pace(
        first=ends[0],
        weeks=tuple(percent_on(goal, steps, progress, end) for end in ends),
        made=round(7 * reached / days, 1),
        needed=round(7 * (100 - reached) / ahead, 1) if ahead > 0 else None,
    )
