"""Skills and roles as rows: what a compiled or imported pack is kept as, quick to read back.

A row holds plain lists, text and numbers, in the order of the fields below, so that JSON can carry it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from mentorlog.career.catalogue import Need, Role, Skill

Row = Sequence[Any]


def skill_row(one: Skill) -> list[Any]:
    """Id, name, category, aliases, transfer."""
    return [one.id, one.name, one.category, list(one.aliases), dict(one.transfer)]


def skill_of(row: Row) -> Skill:
    """The skill of a row. Raises TypeError, ValueError when it is none."""
    id, name, category, aliases, transfer = row
    return Skill(id=id, name=name, category=category, aliases=tuple(aliases), transfer=transfer)


def role_row(one: Role) -> list[Any]:
    """Id, name, family, track, seniority, O*NET-SOC code, aliases."""
    return [one.id, one.name, one.family, one.track, one.seniority, one.onet, list(one.aliases)]


def role_of(row: Row, needs: Sequence[Row] = ()) -> Role:
    """The role of a row, with its needs. Raises TypeError, ValueError when it is none."""
    id, name, family, track, seniority, onet, aliases = row
    return Role(
        id=id,
        name=name,
        family=family,
        track=track,
        seniority=seniority,
        onet=onet,
        aliases=tuple(aliases),
        needs=tuple([need_of(one) for one in needs]),
    )


def need_row(one: Need) -> list[Any]:
    """The skill or list of skills, level, weight, and the name of several."""
    of = one.of[0] if len(one.of) == 1 else list(one.of)
    return [of, one.level, one.weight, *([one.name] if one.name else [])]


def need_of(row: Row) -> Need:
    """The need of a row. Raises TypeError, ValueError when it is none."""
    of, level, weight, *name = row
    return Need((of,) if isinstance(of, str) else tuple(of), level, weight, *name)
