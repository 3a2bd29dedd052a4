"""Feedback as situation, behaviour and impact, and what came of it.

The form is the Center for Creative Leadership's SBI; `intent` is what its
later SBII asks about: what the person meant to do.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from mentorlog.domain.record import Record

Stage = Literal["heard", "acted", "shown"]


class Feedback(Record):
    """Feedback on `day`. `from_id` None: from me; `to_id` None: to me. `tone` is praise or growth.

    What I owe somebody has `to_id` and no `delivered` day.
    """

    kind = "feedback"

    from_id: int | None = None
    to_id: int | None = None
    day: date
    tone: str = "growth"
    situation: str = ""
    behaviour: str = ""
    impact: str = ""
    intent: str = ""
    theme: str = ""
    skill_id: int | None = None
    delivered: date | None = None

    @property
    def headline(self) -> str:
        """Situation, behaviour and impact in one line."""
        return " · ".join(part for part in (self.situation, self.behaviour, self.impact) if part)

    @property
    def owed(self) -> bool:
        """Feedback for somebody that has not been given yet."""
        return self.to_id is not None and self.delivered is None


def stage(acted: bool, shown: bool) -> Stage:
    """How far feedback to me has come: heard, then an action done, then evidence that it shows."""
    return "shown" if shown else "acted" if acted else "heard"
