"""Lanes: goals as stretches of days, with their milestones."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from mentorlog.domain.frozen import Frozen
from mentorlog.domain.goals import OPEN, Goal, Progress, Step
from mentorlog.domain.refs import Ref


class Milestone(Frozen):
    """A day on a lane: a step that is done or due, or a progress with a note."""

    day: date
    done: bool


class Lane(Frozen):
    """A goal between two days. `end` is the day it ended or is due, None when it has neither.

    `state` is the goal's; `reason` is why it is no longer what it was.
    """

    goal: Ref
    title: str
    start: date
    end: date | None
    state: str = "open"
    reason: str = ""
    milestones: tuple[Milestone, ...] = ()

    @property
    def open(self) -> bool:
        """Is the goal still worked towards, or paused?"""
        return self.state in OPEN

    def last_day(self, today: date) -> date:
        """The last day there is anything to draw: an open goal goes on, past its due day too."""
        if self.end is None:
            return date.max
        return max(self.end, today) if self.open else self.end


def of_lane(goal: Goal, steps: Iterable[Step] = (), progress: Iterable[Progress] = ()) -> Lane:
    """A goal as a lane. Its steps with a day and its progress with a note are milestones."""
    marks = [Milestone(day=day, done=one.done is not None) for one in steps if (day := one.done or one.due)]
    marks += [Milestone(day=one.day, done=True) for one in progress if one.note]
    return Lane(
        goal=goal.ref,
        title=goal.title,
        start=goal.started,
        end=goal.ended or goal.due,
        state=goal.state,
        reason=goal.state_why,
        milestones=tuple(sorted(marks, key=lambda one: (one.day, one.done))),
    )
