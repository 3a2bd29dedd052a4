"""Catalogues for the tests: the one we bring, a small one that is easy to reckon with, and any levels in them."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

from mentorlog.career.catalogue import Catalogue, Move, Role, Skill
from mentorlog.career.effort import Hours
from mentorlog.career.pack import load, need

STEPS = (Hours(10, 20), Hours(20, 40), Hours(40, 80), Hours(80, 160), Hours(160, 320))


@cache
def whole() -> Catalogue:
    """The catalogue we bring, read once."""
    return load()


def role(id: str, *needs: str, seniority: int = 3, family: str = "") -> Role:
    return Role(
        id=id, name=id.title(), family=family, seniority=seniority, needs=tuple(need(one) for one in needs)
    )


def world(*roles: Role, moves: tuple[tuple[str, str, str], ...] = ()) -> Catalogue:
    """Roles over a few skills: b counts half towards a; lead and manage are for people."""
    skills = [
        *(Skill(id=id, name=id.upper()) for id in "acdef"),
        Skill(id="b", name="B", transfer={"a": 0.5}),
        Skill(id="lead", name="Leading", category="leadership"),
        Skill(id="manage", name="Managing", category="management"),
    ]
    known = [Move(frm, to, kind, f"From {frm} to {to}.") for frm, to, kind in moves]
    return Catalogue.of(skills, roles, known, hours=STEPS)


def any_role() -> st.SearchStrategy[Role]:
    return st.sampled_from(sorted(whole().roles.values(), key=lambda one: one.id))


def any_levels() -> st.SearchStrategy[dict[str, int | None]]:
    """Some skills at some level, some of them named but unrated."""
    level = st.one_of(st.none(), st.integers(0, 5))
    return st.dictionaries(st.sampled_from(sorted(whole().skills)), level, max_size=25)
