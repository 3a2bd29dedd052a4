"""Standing: what one has of each skill, transfer counted, and how far that covers a role.

A level in one skill counts in part towards another: the catalogue's `transfer`, the level times the
credit, the best single source and never a chain. An unrated skill is not zero, it is unknown:
it adds nothing to a coverage but what transfers, and its hours begin at none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from mentorlog.career.catalogue import Catalogue, Need, Role
from mentorlog.career.effort import Hours, hours

Levels = Mapping[str, int | None]
"""Level 0-5 by skill id; None, like no entry, is unrated."""


class Held(NamedTuple):
    """One skill as it stands: the rated level or None, what counts (transfer included), and whence it transfers."""

    now: int | None = None
    counts: float = 0.0
    via: str = ""


Standing = Mapping[str, Held]
"""By skill id; a skill that is not in it is unrated and nothing transfers to it."""

NOTHING = Held()


def standing(levels: Levels, catalogue: Catalogue) -> Standing:
    """Every skill that is rated or that another one counts towards."""
    rated = {id: level for id, level in levels.items() if level is not None}
    held = {id: Held(level, float(level)) for id, level in rated.items()}
    for id in sorted(rated):
        skill = catalogue.skills.get(id)
        for to, credit in (skill.transfer if skill else {}).items():
            before = held.get(to, NOTHING)
            if credit * rated[id] > before.counts:
                held[to] = Held(before.now, credit * rated[id], id)
    return held


def best(need: Need, held: Standing) -> str:
    """The skill (id) that meets a need best: what counts most, then a rated one, then the first listed."""
    if len(need.of) == 1:
        return need.of[0]
    have = {id: held.get(id, NOTHING) for id in need.of}
    return max(need.of, key=lambda id: (have[id].counts, have[id].now is not None))


def missing(need: Need, held: Standing) -> float:
    """Levels from what counts up to what is needed, 0 when it is met."""
    most = 0.0  # a plain loop: a path asks this tens of thousands of times
    for id in need.of:
        if id in held and held[id].counts > most:
            most = held[id].counts
    return need.level - most if most < need.level else 0.0


def coverage(role: Role, held: Standing, catalogue: Catalogue) -> float:
    """How far a role is covered, 0 to 1: the share of each need that is met, by weight and rarity.

    0 for a role without needs, about which nothing is known.
    """
    return covered(role.needs, catalogue.weighed(role), held)


def covered(needs: Iterable[Need], parts: Iterable[float], held: Standing) -> float:
    """How far needs are covered, 0 to 1, when each makes up its part."""
    met = 0.0
    for (of, level, _, _), part in zip(needs, parts, strict=True):
        most = 0.0  # as in `missing`, which a path would call tens of thousands of times
        for id in of:
            if id in held:
                _, counts, _ = held[id]
                if counts > most:
                    most = counts
        if not most and level:
            continue
        met += part if most >= level else part * most / level
    return min(1.0, met)


def effort(need: Need, held: Standing, catalogue: Catalogue, below: int = 0) -> Hours:
    """Hours to a need, or to so many levels below it. What is unrated may be there already: it begins at 0."""
    have = held.get(best(need, held), NOTHING)
    way = hours(have.counts, need.level - below, catalogue.hours)
    return Hours(0, way.high) if have.now is None else way


def entry(role: Role, held: Standing, catalogue: Catalogue) -> Hours:
    """Hours before one is taken on: up to one level below each need, for the last level is learnt in the role.

    A rule of thumb of ours.
    """
    low = high = 0
    for need in role.needs:
        if missing(need, held) > 1:
            one = effort(need, held, catalogue, below=1)
            low += one.low
            high += one.high
    return Hours(low, high)


def in_role(role: Role, levels: Levels, catalogue: Catalogue) -> dict[str, int]:
    """Levels of somebody who is in a role: what is rated stands, the rest is what the role needs.

    Of an any-of group it is the skill they are best at, or the first listed.
    """
    held = standing(levels, catalogue)
    assumed = {best(need, held): need.level for need in role.needs}
    return assumed | {id: level for id, level in levels.items() if level is not None}


def grown_into(role: Role, levels: Levels, catalogue: Catalogue) -> dict[str, int]:
    """Levels of somebody who has grown into a role: at least what it needs, in all of it."""
    levels_then = in_role(role, levels, catalogue)
    held = standing(levels, catalogue)
    for need in role.needs:
        id = best(need, held)
        levels_then[id] = max(levels_then[id], need.level)
    return levels_then
