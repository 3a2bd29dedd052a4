"""Exploring: which role could come next, on three shelves, each line with the terms its score is the sum of.

A role comes on a shelf for what people do and want: a known move, a goal, an interest, a mentor's word.
Likeness or a small gap alone brings none there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from mentorlog.career.catalogue import MOST_RISE, Catalogue, Move, Role
from mentorlog.career.effort import Hours
from mentorlog.career.path import LEAST_COVERED
from mentorlog.career.standing import Levels, Standing, coverage, entry, in_role, standing
from mentorlog.domain.frozen import Frozen
from mentorlog.domain.refs import Ref
from mentorlog.errors import Unknown

WEIGHTS: Mapping[str, float] = {
    "coverage": 40,  # times how far the role is covered, 0 to 1
    "move": 20,  # a known move; a stretch counts half
    "wish": 25,  # a goal or an interest in that role; in its family or one of its skills half
    "mention": 10,  # a mentor spoke of it
    "effort": -15,  # times the hours to be taken on, as a part of MOST_HOURS
}
"""Points for each term. A rule of thumb of ours, which anybody may replace: `career.weights`."""
MOST_HOURS = 1000
"""Hours of learning that take all points of `effort` away: half a year of full-time work. A rule of thumb."""


class Signals(Frozen):
    """What the journal says, by id, with the records it stands in: interests in roles, families or skills;
    goals and mentors' words about roles.
    """

    interests: Mapping[str, tuple[Ref, ...]] = {}
    goals: Mapping[str, tuple[Ref, ...]] = {}
    mentions: Mapping[str, tuple[Ref, ...]] = {}


class Term(NamedTuple):
    """One part of a score: `share` (0-1) of `weight` points, why in words, and the records behind it."""

    name: str
    share: float
    weight: float
    words: str
    refs: tuple[Ref, ...] = ()

    @property
    def points(self) -> float:
        """What it adds to the score; effort takes away."""
        return self.share * self.weight


class Option(Frozen):
    """A role that could be next. `shelf` is step-up, sideways or stretch; hours are those to be taken on."""

    role: Role
    shelf: str
    move: Move | None = None
    coverage: float
    hours: Hours
    terms: tuple[Term, ...] = ()

    @property
    def score(self) -> float:
        """The sum of the terms, in points; rounded, so that equal sums are equal."""
        return round(sum(one.points for one in self.terms), 4)


class Shelves(Frozen):
    """Options seen from a role, each shelf best first. `assumed`: no role was said, `here` is the best covered."""

    here: Role | None = None
    assumed: bool = False
    step_up: tuple[Option, ...] = ()
    sideways: tuple[Option, ...] = ()
    stretch: tuple[Option, ...] = ()


def explore(
    here: Role | None,
    levels: Levels,
    catalogue: Catalogue,
    signals: Signals | None = None,
    weights: Mapping[str, float] | None = None,
) -> Shelves:
    """Roles that could come next. In the role one is in, what is unrated counts as what it needs.

    weights: points by term in place of ours. Raises Unknown for a term there is not.
    """
    table = _table(weights or {})
    said = signals or Signals()
    held = standing(in_role(here, levels, catalogue) if here else levels, catalogue)
    base = here or _nearest(held, catalogue)
    if base is None:
        return Shelves()
    others = (role for role in catalogue.roles.values() if role.id != base.id)
    options = [one for role in others if (one := _option(base, role, held, catalogue, said, table))]
    options.sort(key=lambda one: (-one.score, one.role.id))
    return Shelves(
        here=base,
        assumed=here is None,
        step_up=_on("step-up", options),
        sideways=_on("sideways", options),
        stretch=_on("stretch", options),
    )


def _option(
    base: Role, role: Role, held: Standing, catalogue: Catalogue, said: Signals, table: Mapping[str, float]
) -> Option | None:
    move = catalogue.move(base.id, role.id)
    wish, mention = _wish(role, catalogue, said), said.mentions.get(role.id)
    if not (move or wish or mention is not None):
        return None
    covered, hours = coverage(role, held, catalogue), entry(role, held, catalogue)
    rise = role.seniority - base.seniority
    named = move or mention is not None or (wish and wish.share == 1)
    if not named and (covered < LEAST_COVERED or not -1 <= rise <= MOST_RISE):
        return None
    terms = [Term("coverage", covered, 0, f"{covered:.0%} of it is covered.")]
    if move:
        terms.append(Term("move", move.share * (0.5 if move.kind == "stretch" else 1), 0, move.note))
    if wish:
        terms.append(wish)
    if mention is not None:
        terms.append(Term("mention", 1, 0, "A mentor spoke of it.", mention))
    share = min(1, hours.middle / MOST_HOURS)
    terms.append(
        Term("effort", share, 0, f"{hours.low:,}–{hours.high:,} hours of learning before the start.")
    )
    # Shares are reckoned with as they are shown, so that anybody can add them up.
    rounded = (one._replace(share=round(one.share, 2), weight=table[one.name]) for one in terms)
    weighted = tuple(one for one in rounded if one.share)
    shelf = _shelf(rise, move, covered)
    return Option(role=role, shelf=shelf, move=move, coverage=covered, hours=hours, terms=weighted)


def _wish(role: Role, catalogue: Catalogue, said: Signals) -> Term | None:
    """A goal, or an interest in the role itself, its family, or the skill that makes up most of it."""
    if role.id in said.goals:
        return Term("wish", 1, 0, "It is aimed at.", said.goals[role.id])
    if role.id in said.interests:
        return Term("wish", 1, 0, "It is of interest.", said.interests[role.id])
    ids = [id for need in sorted(role.needs, key=lambda need: -need.weight) for id in need.of]
    near = next((id for id in (role.family, *ids) if id in said.interests), None)
    if near is None:
        return None
    return Term("wish", 0.5, 0, f"There is an interest in {catalogue.named(near)}.", said.interests[near])


def _shelf(rise: int, move: Move | None, covered: float) -> str:
    if move:
        return move.kind
    if covered < LEAST_COVERED or rise > 1:
        return "stretch"
    return "step-up" if rise == 1 else "sideways"


def _nearest(held: Standing, catalogue: Catalogue) -> Role | None:
    """The role that is covered best, the less senior and then the first by id of equal ones; None for none."""
    covered = [(coverage(role, held, catalogue), role) for role in catalogue.roles.values()]
    ranked = sorted(covered, key=lambda one: (-one[0], one[1].seniority, one[1].id))
    return ranked[0][1] if ranked and ranked[0][0] > 0 else None


def _on(shelf: str, options: Iterable[Option]) -> tuple[Option, ...]:
    return tuple(one for one in options if one.shelf == shelf)


def _table(weights: Mapping[str, float]) -> dict[str, float]:
    for name in weights:
        if name not in WEIGHTS:
            raise Unknown("weight", name, list(WEIGHTS))
    return {**WEIGHTS, **weights}
