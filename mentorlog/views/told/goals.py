"""A goal in plain lines, and the sentences its drawn page says too."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mentorlog.domain.goalpage import GoalPage, Pace
from mentorlog.domain.goals import OPEN, Step
from mentorlog.domain.spoken import MONTHS, day_words, days_words, due_words, plural, relative, short_day
from mentorlog.views.look import Look
from mentorlog.views.plain import one_line, record, told


def tell(model: GoalPage, look: Look) -> str:
    """The goal as lines; nothing is cut."""
    return told(_lines(model), look)


def facts(model: GoalPage) -> list[str]:
    """When it is due, began and ended, and with whom: one short phrase each, names as they were typed."""
    goal, today = model.goal, model.today
    said = []
    if goal.due:
        away = f", {relative(goal.due, today)}" if goal.state in OPEN else ""
        said.append(f"due {day_words(goal.due, today, weekday=False)}{away}")
    said.append(f"started {short_day(goal.started, today)}")
    if goal.ended:
        said.append(f"ended {short_day(goal.ended, today)}")
    if model.person:
        said.append(f"with {model.person}")
    if goal.role:
        said.append(f"for {goal.role}")
    if goal.private:
        said.append("private")
    return said


def reached_words(model: GoalPage) -> str:
    """How far it is: `68%`, `68%, 34 of 50`, and what the month brought: `+7 since Oct`."""
    counted = f", {model.reached} of {model.goal.target}" if model.reached is not None else ""
    gained = f"  {model.gained:+d} since {MONTHS[model.since.month - 1][:3]}" if model.gained else ""
    return f"{model.percent}%{counted}{gained}"


def step_words(step: Step, today: date) -> str:
    """What there is to say on a step's day: `2 days early`, `in 12 days`, `3 days overdue`."""
    if step.done is None:
        words = due_words(step.due, today) if step.due else ""
        # Far ahead it would be the day again, which stands beside it.
        return "" if step.due and words == short_day(step.due, today) else words
    if step.due is None or step.due == step.done:
        return ""
    days = (step.due - step.done).days
    return f"{days_words(abs(days))} {'early' if days > 0 else 'late'}"


def steps_note(model: GoalPage) -> str:
    """`3 of 6`."""
    return f"{sum(one.done is not None for one in model.milestones)} of {len(model.milestones)}"


def pace_words(pace: Pace) -> str:
    """`3.4 points a week; 5.7 needed to finish`."""
    needed = f"; {pace.needed:g} needed to finish" if pace.needed is not None else ""
    return f"{pace.made:g} points a week{needed}"


def next_command(model: GoalPage) -> str:
    """The command that moves this goal on; for one that has ended, the one that opens it again."""
    goal = model.goal
    if goal.state not in OPEN:
        return f"mentorlog goal reopen {goal.ref}"
    if goal.measure != "steps":
        step = "+1" if goal.measure == "count" else f"{min(100, model.percent + 10)}%"
        return f"mentorlog goal update {goal.ref} --progress {step}"
    todo = [number for number, one in enumerate(model.milestones, 1) if one.done is None]
    if todo:
        return f"mentorlog goal step {goal.ref} --done {todo[0]}"
    if model.milestones:
        return f"mentorlog goal close {goal.ref} --as met"
    return f'mentorlog goal step {goal.ref} "…"'


def test_command(model: GoalPage) -> str:
    """The command that gives the goal the success test it lacks; nothing when it has one or has ended."""
    lacking = model.goal.state in OPEN and not model.goal.done_when.strip()
    return f'mentorlog goal edit {model.goal.ref} --done-when "…"' if lacking else ""


def _lines(model: GoalPage) -> Iterator[str]:
    goal, today = model.goal, model.today
    yield record(goal.ref, goal.title, model.standing, *facts(model))
    yield f"Reached: {reached_words(model)}"
    told_of = (("Why", goal.why), ("Done when", goal.done_when), (f"Why {goal.state}", goal.state_why))
    yield from (f"{name}: {one_line(text)}" for name, text in told_of if text.strip())
    if test_command(model):
        yield record("No success test yet.", test_command(model))
    if model.milestones:
        yield f"Milestones: {steps_note(model)}"
    for step in model.milestones:
        day = step.done or step.due
        state = "done" if step.done else "open"
        yield record(state, step.text, day_words(day, today) if day else "", step_words(step, today))
    if model.pace:
        yield f"Pace: {pace_words(model.pace)}"
    if model.actions:
        yield f"Actions: {len(model.actions)} open"
    for action, owner in zip(model.actions, model.owners, strict=True):
        yield record(action.ref, owner, action.text, due_words(action.due, today) if action.due else "")
    if model.evidence:
        yield f"Evidence: {plural(len(model.evidence), 'entry', 'entries')}"
    for one in model.evidence:
        yield record(one.ref, day_words(one.day, today), one.label, one.title, *one.lines, one.quote)
    yield next_command(model)
