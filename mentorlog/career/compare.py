"""Two roles side by side, and which roles are most alike."""

from __future__ import annotations

from math import sqrt
from typing import NamedTuple

from mentorlog.career.catalogue import Catalogue, Need, Role
from mentorlog.domain.frozen import Frozen


class Both(NamedTuple):
    """A need of two roles: what each of them asks for."""

    here: Need
    there: Need


class Comparison(Frozen):
    """Two roles: needs of both, only of the one, only of the other, each by weight. alike: 0 to 1."""

    here: Role
    there: Role
    shared: tuple[Both, ...] = ()
    only_here: tuple[Need, ...] = ()
    only_there: tuple[Need, ...] = ()
    alike: float = 0.0


class Alike(NamedTuple):
    """A role and how like another it is, 0 to 1."""

    role: Role
    likeness: float


def compare(here: Role, there: Role, catalogue: Catalogue) -> Comparison:
    """What two roles have in common: needs one skill can meet both of, the closest pairs first."""
    shared = _pairs(here, there)
    used_here, used_there = {one.here for one in shared}, {one.there for one in shared}
    return Comparison(
        here=here,
        there=there,
        shared=tuple(sorted(shared, key=lambda both: -max(both.here.weight, both.there.weight))),
        only_here=tuple(sorted((one for one in here.needs if one not in used_here), key=_heaviest)),
        only_there=tuple(sorted((one for one in there.needs if one not in used_there), key=_heaviest)),
        alike=likeness(here, there, catalogue),
    )


def likeness(one: Role, other: Role, catalogue: Catalogue) -> float:
    """How alike two roles are, 0 to 1: the cosine of their needs, level times weight times rarity.

    An any-of group is shared out among its skills.
    """
    ours, theirs = _vector(one, catalogue), _vector(other, catalogue)
    product = sum(ours[id] * theirs[id] for id in ours.keys() & theirs.keys())
    size = sqrt(sum(x * x for x in ours.values())) * sqrt(sum(x * x for x in theirs.values()))
    return min(1.0, product / size) if size else 0.0


def similar(role: Role, catalogue: Catalogue, top: int = 5) -> tuple[Alike, ...]:
    """The roles most like one, the most alike first."""
    others = (one for one in catalogue.roles.values() if one.id != role.id)
    alike = [Alike(one, likeness(role, one, catalogue)) for one in others]
    return tuple(sorted(alike, key=lambda one: (-one.likeness, one.role.id))[:top])


def _pairs(here: Role, there: Role) -> list[Both]:
    """Needs paired by the skills they share, each once, those that share the greatest part first."""
    every = [
        (len({*a.of} & {*b.of}) / len({*a.of} | {*b.of}), i, k)
        for i, a in enumerate(here.needs)
        for k, b in enumerate(there.needs)
    ]
    pairs: list[Both] = []
    left_here, left_there = set(range(len(here.needs))), set(range(len(there.needs)))
    for part, i, k in sorted(every, key=lambda one: (-one[0], one[1], one[2])):
        if part and i in left_here and k in left_there:
            left_here.remove(i)
            left_there.remove(k)
            pairs.append(Both(here.needs[i], there.needs[k]))
    return pairs


def _vector(role: Role, catalogue: Catalogue) -> dict[str, float]:
    vector: dict[str, float] = {}
    for need, part in zip(role.needs, catalogue.weighed(role), strict=True):
        for id in need.of:
            vector[id] = vector.get(id, 0.0) + need.level * part / sqrt(len(need.of))
    return vector


def _heaviest(need: Need) -> tuple[int, int]:
    return -need.weight, -need.level
