"""Feedback as situation, behaviour and impact, and what came of it.

The form is the Center for Creative Leadership's SBI; `intent` is what its
later SBII asks about: what the person meant to do.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal, NamedTuple

from mentorlog.domain.actions import Action
from mentorlog.domain.frozen import Frozen
from mentorlog.domain.record import Record
from mentorlog.domain.refs import Ref
from mentorlog.domain.spoken import day_words, days_words, short_day
from mentorlog.errors import Refused

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


class Mark(NamedTuple):
    """A day, and the record that stands for it."""

    day: date
    ref: Ref


class Course(Frozen):
    """What came of a piece of feedback: the first action done about it, the first record that shows it."""

    feedback: Feedback
    acted: Mark | None = None
    shown: Mark | None = None

    def words(self, today: date) -> str:
        """`heard 28 Apr ▸ acted 19 May (a11) ▸ shown 21 May (w12) · took 23 days`, as far as it came."""
        one = self.feedback
        said = [f"{'heard' if one.to_id is None else 'noted'} {short_day(one.day, today)}"]
        if one.delivered:
            said.append(f"given {short_day(one.delivered, today)}")
        for word, mark in (("acted", self.acted), ("shown", self.shown)):
            if mark:
                said.append(f"{word} {short_day(mark.day, today)} ({mark.ref})")
        return " ▸ ".join(said) + (f" · took {days_words(self.took)}" if self.took else "")

    @property
    def took(self) -> int | None:
        """Days from hearing it to what shows the change; None while nothing does, or only what was there before."""
        days = (self.shown.day - self.feedback.day).days if self.shown else -1
        return days if days >= 0 else None


def course(feedback: Feedback, actions: Iterable[Action], evidence: Iterable[Record]) -> Course:
    """What came of feedback, from the actions that came from it and the records that show it."""
    done = [Mark(one.ended, one.ref) for one in actions if one.state == "done" and one.ended]
    shown = [Mark(day_of(one), one.ref) for one in evidence]
    since = [mark for mark in shown if mark.day >= feedback.day]
    return Course(feedback=feedback, acted=min(done, default=None), shown=min(since or shown, default=None))


def before(record: Record, feedback: Feedback) -> bool:
    """Was it over before the feedback was heard? What has no such day, or goes on, was not."""
    days = (getattr(record, field, None) for field in ("day", "ended", "closed", "done"))
    return any(day < feedback.day for day in days if day)


def day_of(record: Record) -> date:
    """The day a record stands for: when it happened or ended, else when it was kept (UTC)."""
    days = (getattr(record, field, None) for field in ("day", "ended", "closed", "done", "started", "raised"))
    return next((day for day in days if day), None) or date.fromisoformat(record.created_at[:10])


def delivered(feedback: Feedback, on: date) -> Feedback:
    """The feedback, given to whom it is for. Raises Refused when it is to me, or was given already."""
    if feedback.to_id is None:
        raise Refused(f"{feedback.ref} was given to you; there is nobody to give it to.")
    if feedback.delivered is not None:
        day = day_words(feedback.delivered, on, weekday=False)
        raise Refused(f"{feedback.ref} was given on {day} already.", f"mentorlog show {feedback.ref}")
    return feedback.but(delivered=on)


def state_words(feedback: Feedback, acted: bool, shown: bool) -> str:
    """Where feedback stands: `heard`, `acted`, `shown`; `to give` and `given` for what is somebody else's."""
    if feedback.owed:
        return "to give"
    return "given" if feedback.to_id is not None and not shown else stage(acted, shown)


def themes(feedback: Iterable[Feedback]) -> dict[str, list[Feedback]]:
    """Feedback by theme, whatever its capitals, the most frequent first and then by name."""
    found: dict[str, tuple[str, list[Feedback]]] = {}
    for one in feedback:
        if one.theme:
            found.setdefault(one.theme.casefold(), (one.theme, []))[1].append(one)
    return dict(sorted(found.values(), key=lambda pair: (-len(pair[1]), pair[0].casefold())))
