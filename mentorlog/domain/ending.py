"""How a record of any kind ends: an action, topic, step or goal, say, that is done or dropped."""

from __future__ import annotations

from datetime import date

from mentorlog.domain import actions, decisions, goals, intros, resources, roles
from mentorlog.domain.actions import Action
from mentorlog.domain.decisions import Decision
from mentorlog.domain.goals import Goal, Step
from mentorlog.domain.intros import Intro
from mentorlog.domain.meetings import Topic
from mentorlog.domain.record import Record
from mentorlog.domain.resources import Resource
from mentorlog.domain.roles import Aim
from mentorlog.domain.spoken import a
from mentorlog.errors import Refused


def ended(record: Record, on: date, why: str = "") -> Record:
    """The record, dropped for the reason given, or done without one. Raises Refused when it cannot end."""
    if isinstance(record, Action):
        return actions.dropped(record, on, why) if why else actions.done(record, on)
    if isinstance(record, Goal):
        return goals.closed(record, "dropped" if why else "met", why, on)
    if isinstance(record, Topic):
        return closed_topic(record, on, why)
    if isinstance(record, Resource):
        return resources.dropped(record, on, why) if why else resources.finished(record, on)
    if isinstance(record, Decision) and why:
        return decisions.dropped(record, on, why)
    if isinstance(record, Aim) and why:
        return roles.ended(record, on, why)
    if isinstance(record, Intro) and why:
        return intros.dropped(record, on, why)
    if isinstance(record, Step) and not why:
        return record.but(done=on)
    raise Refused(f"{record.ref} is {a(record.kind)}; it cannot be {'dropped' if why else 'done'}.")


def closed_topic(topic: Topic, on: date, why: str = "", meeting: int | None = None) -> Topic:
    """The topic, talked about or dropped for a reason. Raises Refused when it is closed already."""
    if topic.state != "open":
        raise Refused(f"{topic.ref} is {topic.state} already.", f"mentorlog show {topic.ref}")
    return topic.but(state="dropped" if why else "closed", closed=on, closed_in=meeting, why=why)
