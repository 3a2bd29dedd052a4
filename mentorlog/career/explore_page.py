"""The page of exploring: three shelves of roles, each with the terms its score is the sum of."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from mentorlog.career.catalogue import KINDS, Role
from mentorlog.career.effort import Hours
from mentorlog.career.explore import Option, explore
from mentorlog.career.journal import signals
from mentorlog.career.standpoint import Standpoint, Titled, Whose
from mentorlog.domain.frozen import Frozen
from mentorlog.domain.refs import Ref
from mentorlog.domain.roles import held

MOST = 3
"""Roles of a shelf that are shown at first: a few can be compared. A choice of ours."""


class TermRow(Frozen):
    """One term of a score: `share` (0-1) of `weight` gives `points`; why in words, and the records behind it."""

    name: str
    share: float
    weight: float
    points: float
    words: str
    refs: tuple[Ref, ...] = ()


class OptionRow(Frozen):
    """A role that could be next. score: the sum of the terms' points. covered: percent.

    kind: of the known move, empty when nobody is known to make it. hours: before one is taken on.
    """

    role: Titled
    score: float
    covered: int
    kind: str = ""
    hours: Hours
    terms: tuple[TermRow, ...] = ()


class ShelfRow(Frozen):
    """A shelf, by the kind of move, with its options, best first, and how many more there are."""

    kind: str
    options: tuple[OptionRow, ...]
    more: int = 0


class ExplorePage(Frozen):
    """What could come next. here: the role one is in, None when nothing is known; assumed: the best covered one.

    since: the day the position began, None without one.
    """

    today: date
    whose: Whose = Whose()
    here: Titled | None = None
    assumed: bool = False
    since: date | None = None
    shelves: tuple[ShelfRow, ...] = ()
    weekly: int | None = None


def explore_page(
    here: Role | None, at: Standpoint, weights: Mapping[str, float] | None = None, most: int = MOST
) -> ExplorePage:
    """Roles to look at from a role, at most so many a shelf (0: all); None is the best covered one.

    weights: points by term in place of ours. Raises Unknown for a term there is not.
    """
    catalogue = at.library.seen_from(here) if here else at.library.ours
    found = explore(here, at.levels, catalogue, signals(at.said, catalogue), weights)
    position = held(at.said.positions, at.today)
    return ExplorePage(
        today=at.today,
        whose=at.whose,
        here=Titled(found.here.id, found.here.name) if found.here else None,
        assumed=found.assumed,
        since=position.day if position and here and here == at.here else None,
        shelves=tuple(
            ShelfRow(
                kind=kind,
                options=tuple(map(_row, options[: most or None])),
                more=max(0, len(options) - most) if most else 0,
            )
            for kind, options in zip(KINDS, (found.step_up, found.sideways, found.stretch), strict=True)
            if options
        ),
        weekly=at.weekly,
    )


def _row(one: Option) -> OptionRow:
    terms = (
        TermRow(
            name=term.name,
            share=round(term.share, 3),
            weight=term.weight,
            points=round(term.points, 1),
            words=term.words,
            refs=term.refs,
        )
        for term in one.terms
    )
    return OptionRow(
        role=Titled(one.role.id, one.role.name),
        score=round(one.score, 1),
        covered=round(100 * one.coverage),
        kind=one.move.kind if one.move else "",
        hours=one.hours,
        terms=tuple(terms),
    )
