"""Rules about open goals: standing still, without a test, near their day. Paused goals are left alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from mentorlog.domain.goals import Goal, Progress, Step, percent
from mentorlog.domain.rules.suggestion import Suggestion, made_on, named, rising
from mentorlog.domain.snapshot import Snapshot
from mentorlog.domain.spoken import days_words, due_words, relative, short_day

# Rules of thumb of ours.
STILL = 30  # days with nothing about a goal: a month, two conversations at a usual rhythm
GRACE = 14  # days after the start before a goal is asked for its test and its day: begin first
NEAR = 14  # days before its day: time for one more conversation about it
NEARLY = 80  # percent that need no reminder so close to the day
OVERDUE, SOON, UNTESTED, STALE, UNDATED = 64, 54, 45, 44, 35  # weights


def stale_goal(snapshot: Snapshot) -> Iterator[Suggestion]:
    """Open goals with no progress, step, action, note, win or conversation for 30 days."""
    moved, way = _moved(snapshot), _reached(snapshot)
    for goal in _open(snapshot):
        since = moved.get(goal.id, snapshot.today)
        days = (snapshot.today - since).days
        if days >= STILL:
            command, ready = _next_move(snapshot, goal, way[goal.id])
            yield Suggestion(
                code="stale-goal",
                title=f"{named(goal)} has not moved since {short_day(since, snapshot.today)}.",
                reasons=(f"Nothing about it for {days_words(days)}; it is at {way[goal.id]}%",),
                refs=(goal.ref,),
                command=command,
                day=since,
                minutes=10,
                weight=STALE,
                goal=goal.id,
                ready=ready,
            )


def goal_test(snapshot: Snapshot) -> Iterator[Suggestion]:
    """Open goals that do not say, 14 days after the start, how one would know that they are met."""
    for goal in _settled(snapshot):
        if not goal.done_when:
            yield Suggestion(
                code="goal-test",
                title=f"{named(goal)} has no success test yet.",
                reasons=(_started(goal, snapshot.today), "How would you and others know that it is met?"),
                refs=(goal.ref,),
                command=f'mentorlog goal edit {goal.ref} --done-when "…"',
                day=goal.started,
                minutes=5,
                weight=UNTESTED,
                goal=goal.id,
                ready=False,
            )


def goal_date(snapshot: Snapshot) -> Iterator[Suggestion]:
    """Open goals overdue, due within 14 days and under 80%, or without a date 14 days after the start."""
    for goal in _settled(snapshot):
        if goal.due is None:
            begun = (_started(goal, snapshot.today),)
            yield _dated(goal, "has no date yet", begun, f"edit {goal.ref} --by DATE", UNDATED)
    way = _reached(snapshot)
    for goal in _open(snapshot):
        near = goal.due is not None and goal.due <= snapshot.today + timedelta(days=NEAR)
        if goal.due and near and (goal.due < snapshot.today or way[goal.id] < NEARLY):
            yield _near(snapshot, goal, goal.due, way[goal.id])


def _near(snapshot: Snapshot, goal: Goal, due: date, reached: int) -> Suggestion:
    words = f"is {due_words(due, snapshot.today)} and at {reached}%"
    begun = f"Due {short_day(due, snapshot.today)}, started on {short_day(goal.started, snapshot.today)}"
    late = (snapshot.today - due).days
    if late > 0 and reached < 100:
        reasons = (begun, "A later day is fine; so is closing it as met, changed or dropped")
        return _dated(goal, words, reasons, f"edit {goal.ref} --by DATE", OVERDUE)
    move, ready = _next_move(snapshot, goal, reached)
    weight = OVERDUE if late > 0 else rising(SOON, NEAR + late)
    return _dated(goal, words, (begun,), move.removeprefix("mentorlog goal "), weight, ready)


def _dated(
    goal: Goal, words: str, reasons: tuple[str, ...], command: str, weight: int, ready: bool = False
) -> Suggestion:
    return Suggestion(
        code="goal-date",
        title=f"{named(goal)} {words}.",
        reasons=reasons,
        refs=(goal.ref,),
        command=f"mentorlog goal {command}",
        day=goal.due or goal.started,
        minutes=5,
        weight=weight,
        goal=goal.id,
        ready=ready,
    )


def _next_move(snapshot: Snapshot, goal: Goal, reached: int) -> tuple[str, bool]:
    """The command that moves a goal, and whether it is complete: close it, do a step, tell the progress."""
    if reached >= 100:
        return f"mentorlog goal close {goal.ref} --as met", True
    if goal.measure == "steps":
        open_steps = [place for place, step in enumerate(snapshot.steps_of(goal), 1) if step.done is None]
        if open_steps:
            return f"mentorlog goal step {goal.ref} --done {open_steps[0]}", True
        return f'mentorlog goal step {goal.ref} "…"', False
    return f"mentorlog goal update {goal.ref} --progress {'N%' if goal.measure == 'percent' else 'N'}", False


def _open(snapshot: Snapshot) -> Iterator[Goal]:
    return (goal for goal in snapshot.goals if goal.state == "open")


def _settled(snapshot: Snapshot) -> Iterator[Goal]:
    return (goal for goal in _open(snapshot) if goal.started <= snapshot.today - timedelta(days=GRACE))


def _started(goal: Goal, today: date) -> str:
    return f"Started on {short_day(goal.started, today)}, {relative(goal.started, today)}"


def _reached(snapshot: Snapshot) -> dict[int, int]:
    """By goal id, how far each open goal is in percent; one pass, however long the history."""
    steps: dict[int, list[Step]] = {}
    progress: dict[int, list[Progress]] = {}
    for step in snapshot.steps:
        steps.setdefault(step.goal_id, []).append(step)
    for told in snapshot.progress:
        progress.setdefault(told.goal_id, []).append(told)
    return {
        goal.id: percent(goal, steps.get(goal.id, []), progress.get(goal.id, [])) for goal in _open(snapshot)
    }


def _moved(snapshot: Snapshot) -> dict[int, date]:
    """By goal id, the latest day up to today on which something about it happened, its start included."""
    moments: list[tuple[int, date | None]] = [(goal.id, goal.started) for goal in snapshot.goals]
    moments += [(goal.id, snapshot.touched.get(goal.ref)) for goal in snapshot.goals]
    moments += [(one.goal_id, one.day) for one in snapshot.progress]
    moments += [(one.goal_id, one.done) for one in snapshot.steps]
    moments += [
        (one.goal_id, day) for one in snapshot.actions if one.goal_id for day in (made_on(one), one.ended)
    ]
    found: dict[int, date] = {}
    for goal_id, day in moments:
        if day and day <= snapshot.today:
            found[goal_id] = max(day, found.get(goal_id, day))
    return found
