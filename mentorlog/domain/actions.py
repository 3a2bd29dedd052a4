"""Actions: what somebody said they would do."""

from __future__ import annotations

from datetime import date

from mentorlog.domain.record import Record
from mentorlog.errors import Refused


class Action(Record):
    """A promise. `owner_id` None is me; `person_id` is the other side, the person it was promised to or by.

    `state` is open, done or dropped; `snoozes` counts how often its day was moved.
    """

    kind = "action"
    title_field = "text"

    text: str
    owner_id: int | None = None
    person_id: int | None = None
    goal_id: int | None = None
    skill_id: int | None = None
    due: date | None = None
    state: str = "open"
    ended: date | None = None
    why: str = ""
    snoozes: int = 0

    @property
    def mine(self) -> bool:
        """Is it for me to do?"""
        return self.owner_id is None


def done(action: Action, on: date) -> Action:
    """The action, done on that day. Raises Refused when it was dropped or is done already."""
    if action.state != "open":
        raise Refused(f"{action.ref} is {action.state} already.", f"mentorlog show {action.ref}")
    return action.but(state="done", ended=on)


def dropped(action: Action, on: date, why: str) -> Action:
    """The action, dropped with its reason. Raises Refused when it has ended already."""
    if action.state != "open":
        raise Refused(f"{action.ref} is {action.state} already.", f"mentorlog show {action.ref}")
    return action.but(state="dropped", ended=on, why=why)


def snoozed(action: Action, until: date) -> Action:
    """The action with a later day. Raises Refused when it has ended."""
    if action.state != "open":
        raise Refused(f"{action.ref} is {action.state} already; only open actions can wait.")
    return action.but(due=until, snoozes=action.snoozes + 1)
