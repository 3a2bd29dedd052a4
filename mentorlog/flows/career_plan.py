"""Keeping what was chosen of a plan: skills that were missing, actions, resources and the goal, all or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mentorlog.career.plan_page import Offer, PlanPage
from mentorlog.domain.actions import Action
from mentorlog.domain.goals import Goal
from mentorlog.domain.resources import Resource
from mentorlog.domain.skills import Skill

if TYPE_CHECKING:
    from datetime import date

    from mentorlog.domain.people import Person
    from mentorlog.domain.record import Record, Visibility
    from mentorlog.store.store import Store


def keep(
    store: Store,
    plan: PlanPage,
    chosen: Sequence[Offer],
    goal: bool,
    person: Person | None,
    visibility: Visibility,
    today: date,
) -> list[Record]:
    """Write the chosen offers, and the goal too when `goal`; for a person the promises are theirs.

    Returns what was written, the goal first. The caller's transaction makes it one.
    """
    whose = person.id if person else None
    kept: list[Record] = []
    goal_id = plan.goal.ref.id if plan.goal.ref else None
    if goal and not plan.goal.ref:
        aim = store.add(
            Goal(
                title=plan.goal.title,
                role=plan.role.id,
                due=plan.goal.due,
                person_id=whose,
                started=today,
                visibility=visibility,
            )
        )
        goal_id = aim.id
        kept.append(aim)
    for one in chosen:
        skill = _skill(store, one)
        kept += [skill] if one.fresh and skill.created_at == store.now else []
        action = Action(text=one.action, owner_id=whose, person_id=whose, goal_id=goal_id, skill_id=skill.id)
        kept.append(store.add(action.but(due=one.due, visibility=_hidden(skill, visibility))))
        if one.resource:
            source = Resource(title=one.resource, form=one.form, skill_id=skill.id)
            kept.append(store.add(source.but(visibility=_hidden(skill, visibility))))
    return kept


def _skill(store: Store, one: Offer) -> Skill:
    """The journal's skill of that id, made when there is none."""
    if not one.fresh:
        return store.find.skill(one.skill.id)
    there = store.one(Skill, "handle = ?", (one.id,))
    return there or store.add(Skill(name=one.skill.name, handle=one.id, category=one.category))


def _hidden(skill: Skill, visibility: Visibility) -> Visibility:
    return "private" if skill.private else visibility
