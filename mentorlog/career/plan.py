"""A plan towards a role: its biggest gaps first, and what the roles after it will ask of somebody who leads."""

from __future__ import annotations

from typing import Literal

from mentorlog.career.ahead import Door, Shared, doors, shared_two_on
from mentorlog.career.catalogue import Activity, Catalogue, Need, Role
from mentorlog.career.effort import Hours
from mentorlog.career.gap import Gap, Line, gap
from mentorlog.career.standing import NOTHING, Levels, effort, in_role, standing
from mentorlog.domain.frozen import Frozen

MOST_GAPS, MOST_AHEAD = 5, 2
"""Items of a plan: more is a wish list. A rule of thumb of ours."""


class Item(Frozen):
    """One skill (id) to work on. `why` is gap or ahead.

    now: the rated level or None; aim: the level to reach. activities: ways to take the next step.
    doors: for an any-of group what each of its skills opens. shared: the roles two steps on that need it.
    """

    skill: str
    name: str
    why: Literal["gap", "ahead"]
    now: int | None
    aim: int
    hours: Hours
    activities: tuple[Activity, ...] = ()
    doors: tuple[Door, ...] = ()
    shared: Shared | None = None


class Plan(Frozen):
    """The gap and what to do about it."""

    gap: Gap
    items: tuple[Item, ...] = ()


def plan(
    role: Role,
    levels: Levels,
    catalogue: Catalogue,
    here: Role | None = None,
    gaps: int = MOST_GAPS,
    ahead: int = MOST_AHEAD,
) -> Plan:
    """At most so many gaps, the biggest first, and so many people skills of the roles two steps on.

    What is known to be missing comes before what is unrated, for that may be there already, or be as the
    role one is in (`here`) needs it.
    Of an any-of group the skill one is best at comes in; with none begun, the one that opens most doors, of
    equal ones the first listed.
    """
    likely = in_role(here, levels, catalogue) if here else levels
    whole = gap(role, likely, catalogue)
    left = (one for one in whole.lines if one.missing > 0)
    lines = sorted(left, key=lambda one: levels.get(one.skill) is None)
    first = [_close(one, catalogue) for one in lines[:gaps]]
    taken = {one.skill for one in first}
    later = [_prepare(one, likely, catalogue) for one in shared_two_on(role, catalogue)]
    wanted = [one for one in later if one.skill not in taken and (one.now is None or one.now < one.aim)]
    return Plan(gap=whole, items=(*first, *wanted[:ahead]))


def activities(category: str, level: int, catalogue: Catalogue) -> tuple[Activity, ...]:
    """Ways to reach a level (1-5) in a skill of a category."""
    return tuple(one for one in catalogue.activities if category in one.categories and level in one.levels)


def _close(line: Line, catalogue: Catalogue) -> Item:
    opened = doors(line.need.of, catalogue.roles.values()) if len(line.need.of) > 1 else ()
    most = {one.skill: len(one.roles) for one in opened}
    skill = max(line.need.of, key=most.__getitem__) if opened and not line.counts else line.skill
    return Item(
        skill=skill,
        name=catalogue.named(skill),
        why="gap",
        now=line.now,
        aim=line.needed,
        hours=line.hours,
        activities=_next(skill, line.counts, catalogue),
        doors=opened,
    )


def _prepare(shared: Shared, levels: Levels, catalogue: Catalogue) -> Item:
    held = standing(levels, catalogue)
    have = held.get(shared.skill, NOTHING)
    return Item(
        skill=shared.skill,
        name=catalogue.named(shared.skill),
        why="ahead",
        now=have.now,
        aim=shared.level,
        hours=effort(Need((shared.skill,), shared.level), held, catalogue),
        activities=_next(shared.skill, have.counts, catalogue),
        shared=shared,
    )


def _next(skill: str, counts: float, catalogue: Catalogue) -> tuple[Activity, ...]:
    known = catalogue.skills.get(skill)
    return activities(known.category if known else "technical", min(5, int(counts) + 1), catalogue)
