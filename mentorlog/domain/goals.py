"""Goals: what I am working towards, how far it is, and what became of it."""

from __future__ import annotations

from datetime import date
from typing import Literal

from mentorlog.domain.record import Record
from mentorlog.errors import Refused, Unreadable

MEASURES = ("steps", "count", "percent")
OPEN = ("open", "paused")
Standing = Literal["on track", "at risk", "overdue", "paused", "met", "changed", "dropped", "no date"]


class Goal(Record):
    """A goal. `measure` is steps, count or percent; `target` is the count to reach (100 for percent).

    `state` is open, paused, met, changed or dropped, with its reason in `state_why`.
    """

    kind = "goal"
    title_field = "title"

    title: str
    why: str = ""
    done_when: str = ""
    due: date | None = None
    person_id: int | None = None
    role: str = ""
    measure: str = "percent"
    target: int = 100
    state: str = "open"
    state_why: str = ""
    started: date
    ended: date | None = None


class Step(Record):
    """One step of a goal, a milestone once it is done."""

    kind = "step"
    title_field = "text"

    goal_id: int
    text: str
    position: int
    due: date | None = None
    done: date | None = None


class Progress(Record):
    """How far a goal was on a day: `value` in percent, or the count reached. Never overwritten."""

    kind = "progress"
    title_field = "note"

    goal_id: int
    day: date
    value: int
    note: str = ""


def percent(goal: Goal, steps: list[Step], progress: list[Progress]) -> int:
    """How far the goal is, 0-100: done steps, the count against its target, or the last percent told."""
    if goal.state == "met":
        return 100
    if goal.measure == "steps":
        return round(100 * sum(step.done is not None for step in steps) / len(steps)) if steps else 0
    value = latest(progress)
    return max(0, min(100, round(100 * value / goal.target)))


def latest(progress: list[Progress]) -> int:
    """The last value told, 0 when none was: by day, then by order of writing."""
    return max(progress, key=lambda one: (one.day, one.id)).value if progress else 0


def standing(goal: Goal, reached: int, today: date) -> Standing:
    """In what state a goal is, in two words.

    At risk: the share of time gone is more than the share of way gone by 25 points, a rule of thumb of ours.
    """
    if goal.state in ("met", "changed", "dropped", "paused"):
        return goal.state  # type: ignore[return-value]
    if goal.due is None:
        return "no date"
    if goal.due < today and reached < 100:
        return "overdue"
    span = max(1, (goal.due - goal.started).days)
    gone = 100 * max(0, (today - goal.started).days) / span
    return "at risk" if gone - reached > 25 else "on track"


def closed(goal: Goal, how: str, why: str, on: date) -> Goal:
    """The goal, ended as met, changed or dropped. Raises Refused without the reason a change or drop needs."""
    if how not in ("met", "changed", "dropped"):
        raise Unreadable(f"A goal ends as met, changed or dropped, not as “{how[:60]}”.")
    if goal.state not in OPEN:
        raise Refused(f"{goal.ref} is {goal.state} already.", f"mentorlog goal reopen {goal.ref}")
    if how != "met" and not why:
        raise Refused(f"Say why {goal.ref} is {how}: it stays on the timeline.", "Add --why TEXT.")
    return goal.but(state=how, state_why=why, ended=on)


def read_progress(text: str, goal: Goal, now_at: int) -> int:
    """`40%`, `+1` or `142` as the new value of a goal. Raises Unreadable or Refused."""
    word = text.strip()
    number = word.rstrip("%").lstrip("+-")
    if not (number.isascii() and number.isdigit()) or len(number) > 12:
        raise Unreadable(f"I cannot read the progress “{text[:60]}”.", "Try 40%, +1 or 142.")
    if word.endswith("%"):
        value = round(int(number) * goal.target / 100)
    else:
        value = int(number)
    if word[0] in "+-":
        value = now_at + (value if word[0] == "+" else -value)
    if value < 0 or (goal.measure == "percent" and value > 100):
        raise Refused(f"Progress of {goal.ref} would be {value}%; it goes from 0 to 100.")
    return value
