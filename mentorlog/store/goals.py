"""Goals with their steps and progress."""

from __future__ import annotations

from mentorlog.domain.goals import Goal, Progress, Step
from mentorlog.store.records import Records


class Goals:
    """What is asked about goals."""

    def __init__(self, store: Records) -> None:
        self.store = store

    def steps(self, goal: Goal) -> list[Step]:
        """A goal's steps in order."""
        return self.store.all(Step, "goal_id = ?", (goal.id,), "position, id")

    def progress(self, goal: Goal) -> list[Progress]:
        """What was told of a goal's progress, by day."""
        return self.store.all(Progress, "goal_id = ?", (goal.id,), "day, id")

    def list(self, ended: bool = False) -> list[Goal]:
        """Goals that are open or paused, or with `ended` all of them; the soonest due first."""
        where = "1" if ended else "state IN ('open', 'paused')"
        return self.store.all(Goal, where, order="state NOT IN ('open', 'paused'), due IS NULL, due, id")
