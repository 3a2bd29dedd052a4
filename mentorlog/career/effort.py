"""Effort: how many hours of practice and study lie between two levels, as an honest range."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Hours(NamedTuple):
    """At least and at most so many hours."""

    low: int
    high: int

    @property
    def middle(self) -> float:
        """Half-way between the two, to compare ranges by."""
        return (self.low + self.high) / 2


NONE = Hours(0, 0)


def hours(start: float, end: float, steps: Sequence[Hours]) -> Hours:
    """From one level to another (0-5; a part of a step counts in proportion), zero when it is reached.

    steps: hours from 0 to 1, from 1 to 2 and so on, a rule of thumb of ours kept in the catalogue.
    """
    shares = [(max(0.0, min(end, level + 1) - max(start, level)), step) for level, step in enumerate(steps)]
    low, high = (sum(share * step[side] for share, step in shares) for side in (0, 1))
    return Hours(round(low), round(high))


def total(ranges: Iterable[Hours]) -> Hours:
    """The sum of ranges: everything goes well at one end, nothing at the other."""
    lows, highs = zip(*(tuple(one) for one in (NONE, *ranges)), strict=True)
    return Hours(sum(lows), sum(highs))
