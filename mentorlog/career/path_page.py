"""The page of a path: each step with what is known of the move, what to learn before it, and what it takes."""

from __future__ import annotations

from datetime import date

from mentorlog.career.catalogue import Catalogue, Role
from mentorlog.career.effort import Hours
from mentorlog.career.gap import gap
from mentorlog.career.path import Limit, Step, path
from mentorlog.career.standing import Levels, grown_into
from mentorlog.career.standpoint import Standpoint, Titled, Whose, titled
from mentorlog.domain.frozen import Frozen

MOST_TO_LEARN = 3
"""Skills named for a step: those of which most is missing, by weight."""


class Learn(Frozen):
    """A skill to learn before a step: the level by then (transfer counted; None: not known) and the one to reach."""

    skill: Titled
    start: float | None
    level: int


class StepRow(Frozen):
    """One step. kind: step-up, sideways or stretch, empty when nobody is known to make it. covered: percent.

    hours: before one is taken on. learn: what most of them go into; more: how many other skills.
    """

    frm: Titled
    to: Titled
    kind: str = ""
    note: str = ""
    covered: int
    hours: Hours
    learn: tuple[Learn, ...] = ()
    more: int = 0


class PathPage(Frozen):
    """The way between two roles, or the limit that stands in it. held: the first is that of the position.

    direct: the hours of one single leap. weekly: hours a week to learn, None when not said.
    """

    today: date
    whose: Whose = Whose()
    frm: Titled
    to: Titled
    held: bool = False
    limit: Limit = ""
    steps: tuple[StepRow, ...] = ()
    hours: Hours
    direct: Hours
    weekly: int | None = None


def path_page(frm: Role, to: Role, at: Standpoint) -> PathPage:
    """The path from one role to another for somebody."""
    catalogue = at.library.over(frm, to)
    levels = at.levels
    found = path(frm, to, levels, catalogue)
    rows = []
    for step in found.steps:
        before = (
            at.likely(frm, catalogue) if step.frm.id == frm.id else grown_into(step.frm, levels, catalogue)
        )
        rows.append(_row(step, before, catalogue))
    here = at.here
    return PathPage(
        today=at.today,
        whose=at.whose,
        frm=Titled(frm.id, frm.name),
        to=Titled(to.id, to.name),
        held=here is not None and here.id == frm.id,
        limit=found.limit,
        steps=tuple(rows),
        hours=found.hours,
        direct=found.direct,
        weekly=at.weekly,
    )


def _row(step: Step, before: Levels, catalogue: Catalogue) -> StepRow:
    short = [one for one in gap(step.to, before, catalogue).lines if one.missing > 1]
    learn = (
        Learn(
            skill=titled(one.skill, catalogue),
            start=round(one.counts, 1) if one.counts or one.now is not None else None,
            level=one.needed - 1,
        )
        for one in short[:MOST_TO_LEARN]
    )
    return StepRow(
        frm=Titled(step.frm.id, step.frm.name),
        to=Titled(step.to.id, step.to.name),
        kind=step.move.kind if step.move else "",
        note=step.move.note if step.move else "",
        covered=round(100 * step.covered),
        hours=step.hours,
        learn=tuple(learn),
        more=max(0, len(short) - MOST_TO_LEARN),
    )
