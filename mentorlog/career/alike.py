"""Which roles are most alike, by all that is known of them: what people do, what they know, what they are called.

A cosine of skills alone says little: every rating of a skill looks like every other. The three questions
are those of O*NET's own study of related occupations (Dahlke, Putka, Shewach and Lewis, 2022); classification
codes are not looked at.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import mul
from typing import NamedTuple

from mentorlog.career.features import Block

WEIGHTS: Mapping[str, float] = {
    "tasks": 2,  # what people do: words of the description and the tasks
    "titles": 2,  # what they are called: words of the title and of other titles
    "knowledge": 1,  # what they know
    "skills": 0.5,
    "technology": 0.5,
    "interests": 0.5,
}
"""How much each block counts. Round numbers of ours: words first, then ratings."""


class Near(NamedTuple):
    """A role by its place, how alike it is (0 to 1), and how alike in each block that both have."""

    at: int
    score: float
    parts: Mapping[str, float]


def near(
    at: int, features: Mapping[str, Block], weights: Mapping[str, float] = WEIGHTS, among: Sequence[str] = ()
) -> list[Near]:
    """All other roles, the most alike first; equal ones by their names in `among`, or by their place.

    The score is the weighted mean of the cosines in the blocks that both roles have, 0 when they share none.
    """
    used = {
        block: vectors for block, vectors in features.items() if weights.get(block) and vectors[at].places
    }
    cosines = {block: _cosines(at, vectors) for block, vectors in used.items()}
    found = []
    for other in range(max(map(len, features.values()), default=0)):
        if other == at:
            continue
        parts = {block: cosines[block][other] for block in used if used[block][other].places}
        whole = sum(weights[block] for block in parts)
        score = sum(weights[block] * part for block, part in parts.items()) / whole if whole else 0.0
        found.append(Near(other, round(min(1.0, max(0.0, score)), 4), parts))
    return sorted(found, key=lambda one: (-one.score, among[one.at] if among else one.at))


def _cosines(at: int, vectors: Block) -> list[float]:
    """The cosine of one role with each: its parts are laid out once, so that the rest is quick sums."""
    wide = [0.0] * (1 + max((one.places[-1] for one in vectors if one.places), default=0))
    for place, part in zip(*vectors[at], strict=True):
        wide[place] = part
    look = wide.__getitem__
    return [round(sum(map(mul, map(look, places), parts)), 3) for places, parts in vectors]
