"""Which class stands for which kind of record, loaded only when it is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import cast

from mentorlog.domain.record import Record

_HOMES = {
    "person": "people.Person",
    "mentorship": "people.Mentorship",
    "turn": "people.Turn",
    "meeting": "meetings.Meeting",
    "aside": "meetings.Aside",
    "topic": "meetings.Topic",
    "action": "actions.Action",
    "goal": "goals.Goal",
    "step": "goals.Step",
    "progress": "goals.Progress",
    "feedback": "feedback.Feedback",
    "skill": "skills.Skill",
    "rating": "skills.Rating",
    "note": "notes.Note",
    "win": "wins.Win",
    "decision": "decisions.Decision",
    "resource": "resources.Resource",
    "intro": "intros.Intro",
    "rehearsal": "rehearsals.Rehearsal",
    "role": "roles.Role",
    "aim": "roles.Aim",
    "position": "roles.Position",
    "assessment": "skills.Assessment",
    "link": "links.Link",
    "tag": "links.Tag",
    "mute": "links.Mute",
}

ALL = tuple(_HOMES)
"""Every kind, parents before the parts that need them."""

NOUNS = (
    *("person", "meeting", "topic", "action", "goal", "feedback", "skill", "note", "win"),
    *("decision", "resource", "intro", "rehearsal"),
    *("role", "aim", "position", "assessment"),
)
"""The kinds a person types; the others are parts of these."""


def class_of(kind: str) -> type[Record]:
    """The class of a kind. Raises KeyError for a kind we do not keep."""
    module, name = _HOMES[kind].split(".")
    return cast(type[Record], getattr(import_module(f"mentorlog.domain.{module}"), name))
