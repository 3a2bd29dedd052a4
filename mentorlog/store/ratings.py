"""A skill with every rating and what shows it, for its page."""

from __future__ import annotations

from datetime import date

from mentorlog.domain.resources import Resource
from mentorlog.domain.skills import Skill, SkillPath
from mentorlog.store.evidence import evidence
from mentorlog.store.store import Store


def skill_path(store: Store, skill: Skill, today: date) -> SkillPath:
    """The path of a skill, as far as this store's lens shows it."""
    ratings = store.skills.ratings(skill)
    return SkillPath(
        today=today,
        skill=skill,
        ratings=tuple(ratings),
        raters={id: one.name for id, one in store.people.names().items()},
        evidence={one.id: evidence(store, one.ref) for one in ratings},
        plan=tuple(store.skills.plan(skill)),
        resources=tuple(store.all(Resource, "skill_id = ?", (skill.id,), "ended IS NOT NULL, id")),
    )
