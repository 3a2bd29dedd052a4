"""What makes roles alike, as unit vectors: the words used of them, and the profiles they were rated by.

Pure and in one order: the same roles give the same vectors, whatever order their data came in.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import fsum, log, sqrt
from typing import NamedTuple

_DIGITS = 3
_COMMON = """
a about all also an and any are as at be between but by can during each etc for from has have in including into
is it its may not of on or other others out over own related such than that the their them these they this through
to under up used using various was when where which while who will with within without
"""
_STOP = frozenset(_COMMON.split())
_ENDINGS = (
    ("ations", "at"),
    ("ation", "at"),
    ("ings", ""),
    ("ing", ""),
    ("ers", ""),
    ("er", ""),
    ("ies", "y"),
    ("ed", ""),
    ("es", ""),
    ("s", ""),
)


class Vector(NamedTuple):
    """A sparse vector of length 1: places and what stands there; empty when nothing is known."""

    places: Sequence[int] = ()
    parts: Sequence[float] = ()


Block = Sequence[Vector]
"""One kind of feature: a vector for each role, in the order of the roles."""


def words(text: str) -> list[str]:
    """The words of an English text that tell something, without their endings: `Plans backups` → plan, backup."""
    return [_stem(word) for word in re.findall(r"[a-z][a-z0-9+#]+", text.casefold()) if word not in _STOP]


def _stem(word: str) -> str:
    """A word without its ending: rough, but singular and plural, doing and doer meet. A rule of thumb of ours."""
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)] + instead
    return word


def by_rarity(documents: Sequence[Iterable[str]]) -> Block:
    """Terms of each role, counting for more the fewer roles have them (tf-idf, the count as its logarithm).

    What only one role has connects it with none and is left out.
    """
    counts = [Counter(one) for one in documents]
    spread = Counter(term for one in counts for term in one)
    place = {term: n for n, term in enumerate(sorted(term for term, roles in spread.items() if roles > 1))}
    every = 1 + sum(map(bool, counts))
    return [
        _unit(
            {
                place[term]: (1 + log(n)) * log(every / spread[term])
                for term, n in one.items()
                if term in place
            }
        )
        for one in counts
    ]


def by_profile(profiles: Sequence[Mapping[str, float]]) -> Block:
    """Ratings of each role by the same scales, as how far each is above or below the mean of all roles.

    What everybody needs a lot of tells two roles apart no more than what nobody needs.
    """
    scales = sorted({scale for one in profiles for scale in one})
    known = [one for one in profiles if one]
    mean = {scale: fsum(one.get(scale, 0.0) for one in known) / len(known) for scale in scales}
    return [
        _unit({n: one.get(scale, 0.0) - mean[scale] for n, scale in enumerate(scales)}) if one else Vector()
        for one in profiles
    ]


def _unit(parts: Mapping[int, float]) -> Vector:
    size = sqrt(fsum(part * part for part in parts.values()))
    if not size:
        return Vector()
    kept = {place: round(part / size, _DIGITS) for place, part in sorted(parts.items())}
    places = [place for place, part in kept.items() if part]
    return Vector(places, [kept[place] for place in places])
