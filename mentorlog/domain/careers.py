"""What the journal has on one person's way: the records that a career page is made of."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from mentorlog.domain.actions import Action
from mentorlog.domain.frozen import Frozen
from mentorlog.domain.goals import Goal
from mentorlog.domain.people import Person
from mentorlog.domain.refs import Ref
from mentorlog.domain.resources import Resource
from mentorlog.domain.roles import Aim, Position, Role
from mentorlog.domain.skills import Assessment, Rating, Skill


class Word(NamedTuple):
    """What a mentor said or wrote, and where it stands."""

    ref: Ref
    text: str


class Said(Frozen):
    """What the journal has on one person's way. `person` None is me.

    aims: those that have not ended. roles: my own descriptions. ratings: the latest of each skill by each
    rater (mine, when it is about me); raters: names by id. assessments: the levels I gave the person.
    evidence: what shows a rating or assessment, by its ref. goals: open ones with a role. words: the newest
    conversations, notes and feedback of mentors. actions and resources: open ones that serve a skill.
    """

    today: date
    person: Person | None = None
    positions: tuple[Position, ...] = ()
    aims: tuple[Aim, ...] = ()
    roles: tuple[Role, ...] = ()
    skills: tuple[Skill, ...] = ()
    ratings: tuple[Rating, ...] = ()
    raters: Mapping[int, str] = {}
    assessments: tuple[Assessment, ...] = ()
    evidence: Mapping[Ref, tuple[Ref, ...]] = {}
    goals: tuple[Goal, ...] = ()
    words: tuple[Word, ...] = ()
    actions: tuple[Action, ...] = ()
    resources: tuple[Resource, ...] = ()
