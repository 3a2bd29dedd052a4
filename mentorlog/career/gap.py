"""The gap between one's levels and what a role needs: what is missing, the biggest first, and what it would take."""

from __future__ import annotations

from mentorlog.career.catalogue import Catalogue, Need, Role
from mentorlog.career.effort import Hours, total
from mentorlog.career.standing import NOTHING, Levels, Standing, best, coverage, effort, missing, standing
from mentorlog.domain.frozen import Frozen


class Line(Frozen):
    """One need. `skill` is the id that meets it best, `called` what the need is called.

    now: the rated level, None when unrated. needed: 0-5. gap: levels short of it, 0 when met, None when
    unrated. counts: the level with transfer, `via` the skill it comes from. missing: levels still
    missing after transfer. hours: what they take. share: the part of the role (0-1) this need makes up.
    """

    need: Need
    skill: str
    called: str
    now: int | None
    needed: int
    weight: int
    gap: int | None
    counts: float = 0.0
    via: str = ""
    missing: float = 0.0
    hours: Hours
    share: float = 0.0


class Gap(Frozen):
    """A role against one's levels. coverage: 0 to 1, by weight, rarity, any-of and transfer."""

    role: Role
    coverage: float
    lines: tuple[Line, ...] = ()

    @property
    def met(self) -> int:
        """How many needs are met by a rated level."""
        return sum(one.gap == 0 for one in self.lines)

    @property
    def unrated(self) -> tuple[Line, ...]:
        """Needs about which nothing is rated."""
        return tuple(one for one in self.lines if one.gap is None)

    @property
    def biggest(self) -> Line | None:
        """The biggest gap that is known, None when none is."""
        return next((one for one in self.lines if one.gap), None)

    @property
    def hours(self) -> Hours:
        """All hours together; wide while much is unrated."""
        return total(one.hours for one in self.lines)


def gap(role: Role, levels: Levels, catalogue: Catalogue) -> Gap:
    """What of a role is there and what is missing, the most missing levels by weight first.

    levels: 0-5 by skill id, None or absent when unrated. Nothing is raised: a skill or role that is not
    in the catalogue is taken as it is.
    """
    held = standing(levels, catalogue)
    parts = zip(role.needs, catalogue.weighed(role), strict=True)
    lines = [_line(need, part, held, catalogue) for need, part in parts]
    lines.sort(key=lambda one: (-one.missing * one.weight, -one.share, one.called))
    return Gap(role=role, coverage=coverage(role, held, catalogue), lines=tuple(lines))


def _line(need: Need, part: float, held: Standing, catalogue: Catalogue) -> Line:
    id = best(need, held)
    have = held.get(id, NOTHING)
    return Line(
        need=need,
        skill=id,
        called=catalogue.called(need),
        now=have.now,
        needed=need.level,
        weight=need.weight,
        gap=None if have.now is None else max(0, need.level - have.now),
        counts=have.counts,
        via=have.via,
        missing=missing(need, held),
        hours=effort(need, held, catalogue),
        share=part,
    )
