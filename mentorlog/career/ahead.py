"""Looking ahead: what the roles further on will ask for, and which skill opens most of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from mentorlog.career.catalogue import PEOPLE, Catalogue, Role

MOST = 0.5
"""A skill is shared by most roles when more than this part of them needs it."""
RANKS = 2
"""Ranks of seniority that make a role two steps on."""


class Door(NamedTuple):
    """A skill (id) and the roles it helps into."""

    skill: str
    roles: tuple[Role, ...]


class Shared(NamedTuple):
    """A leadership or management skill (id) of the roles two steps on: the usual level, and who needs it."""

    skill: str
    level: int
    roles: tuple[Role, ...]
    of: int
    """How many roles there are two steps on."""


def doors(skills: Iterable[str], roles: Iterable[Role]) -> tuple[Door, ...]:
    """Which of some skills (ids) meets a need of most roles, first; then where it weighs most, then by id."""
    every = list(roles)
    ranked: list[tuple[int, int, Door]] = []
    for id in skills:
        weights = {role.id: max((n.weight for n in role.needs if id in n.of), default=0) for role in every}
        opened = tuple(role for role in every if weights[role.id])
        ranked.append((-len(opened), -sum(weights.values()), Door(id, opened)))
    return tuple(door for *_, door in sorted(ranked, key=lambda one: (*one[:2], one[2].skill)))


def two_on(role: Role, catalogue: Catalogue) -> tuple[Role, ...]:
    """Roles two steps on: within two known moves, and two ranks of seniority up at least, by id."""
    next_ = {one.to for one in catalogue.moves.get(role.id, ())}
    within = next_ | {two.to for id in next_ for two in catalogue.moves.get(id, ())}
    found = (catalogue.roles[id] for id in sorted(within) if id in catalogue.roles)
    return tuple(one for one in found if one.seniority >= role.seniority + RANKS)


def shared_two_on(role: Role, catalogue: Catalogue) -> tuple[Shared, ...]:
    """Leadership and management skills that most roles two steps on need, the most widely needed first.

    They are worth beginning early: nobody waits for them once the step is there.
    """
    roles = two_on(role, catalogue)
    levels: dict[str, dict[str, int]] = {}
    for one in roles:
        for need in one.needs:
            for id in need.of:
                levels.setdefault(id, {})[one.id] = need.level
    found = [
        Shared(id, _middle(by_role.values()), tuple(r for r in roles if r.id in by_role), len(roles))
        for id, by_role in levels.items()
        if _of_people(id, catalogue) and len(by_role) > MOST * len(roles)
    ]
    return tuple(sorted(found, key=lambda one: (-len(one.roles), one.skill)))


def _of_people(id: str, catalogue: Catalogue) -> bool:
    skill = catalogue.skills.get(id)
    return skill is not None and skill.category in PEOPLE


def _middle(levels: Iterable[int]) -> int:
    """The median, the lower of two: `statistics` would cost more to load than all the rest."""
    ordered = sorted(levels)
    return ordered[(len(ordered) - 1) // 2]
