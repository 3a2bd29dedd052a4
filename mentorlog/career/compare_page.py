"""The page of a comparison: two roles side by side, need by need, with what is rated of each."""

from __future__ import annotations

from mentorlog.career.catalogue import Catalogue, Move, Need, Role
from mentorlog.career.compare import Both, compare
from mentorlog.career.effort import Hours
from mentorlog.career.standing import Standing, best, coverage, entry, standing
from mentorlog.career.standpoint import Standpoint, Titled, Whose, titled
from mentorlog.domain.frozen import Frozen


class CompareRow(Frozen):
    """A need of the roles: what each asks for (0-5, None for nothing), and what is rated (None: unrated)."""

    skill: Titled
    called: str
    now: int | None
    here: int | None = None
    there: int | None = None


class Side(Frozen):
    """One of the two roles: covered in percent, and the hours before one is taken on."""

    role: Titled
    family: str = ""
    seniority: int
    covered: int
    hours: Hours


class Way(Frozen):
    """A known move between the two: of which kind, and an honest sentence about it."""

    frm: str
    to: str
    kind: str
    note: str


class ComparePage(Frozen):
    """Two roles. alike: percent. Needs of both, only of the first, only of the second; known moves between them."""

    whose: Whose = Whose()
    here: Side
    there: Side
    alike: int
    both: tuple[CompareRow, ...] = ()
    only_here: tuple[CompareRow, ...] = ()
    only_there: tuple[CompareRow, ...] = ()
    moves: tuple[Way, ...] = ()


def compare_page(here: Role, there: Role, at: Standpoint) -> ComparePage:
    """Two roles side by side, seen by somebody."""
    catalogue = at.library.over(here, there)
    held = standing(at.levels, catalogue)
    found = compare(here, there, catalogue)
    both = (
        _row(_joint(one), held, catalogue).but(here=one.here.level, there=one.there.level)
        for one in found.shared
    )
    moves = (catalogue.move(here.id, there.id), catalogue.move(there.id, here.id))
    return ComparePage(
        whose=at.whose,
        here=_side(here, held, catalogue),
        there=_side(there, held, catalogue),
        alike=round(100 * found.alike),
        both=tuple(both),
        only_here=tuple(_row(one, held, catalogue).but(here=one.level) for one in found.only_here),
        only_there=tuple(_row(one, held, catalogue).but(there=one.level) for one in found.only_there),
        moves=tuple(_way(one) for one in moves if one),
    )


def _side(role: Role, held: Standing, catalogue: Catalogue) -> Side:
    return Side(
        role=Titled(role.id, role.name),
        family=role.family,
        seniority=role.seniority,
        covered=round(100 * coverage(role, held, catalogue)),
        hours=entry(role, held, catalogue),
    )


def _joint(both: Both) -> Need:
    """What meets both needs: the skills they share, under the name of the group when they are all of it."""
    shared = tuple(id for id in both.here.of if id in both.there.of)
    names = (one.name for one in both if set(one.of) == set(shared))
    return Need(shared, max(one.level for one in both), name=next(names, ""))


def _row(need: Need, held: Standing, catalogue: Catalogue) -> CompareRow:
    id = best(need, held)
    return CompareRow(
        skill=titled(id, catalogue),
        called=catalogue.called(need),
        now=held[id].now if id in held else None,
    )


def _way(move: Move) -> Way:
    return Way(frm=move.frm, to=move.to, kind=move.kind, note=move.note)
