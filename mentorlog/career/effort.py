"""Effort: how many hours of practice and study lie between two levels, as an honest range."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from math import ceil
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


@cache
def hours(start: float, end: float, steps: tuple[Hours, ...]) -> Hours:
    """From one level to another (0-5; a part of a step counts in proportion), zero when it is reached.

    steps: hours from 0 to 1, from 1 to 2 and so on, a rule of thumb of ours kept in the catalogue. There are
    few different ones, and a path asks for each of them thousands of times: hence the cache.
    """
    low = high = 0.0
    for level in range(int(start), min(ceil(end), len(steps))):
        share = min(end, level + 1) - max(start, level)
        if share > 0:
            low += share * steps[level].low
            high += share * steps[level].high
    return Hours(round(low), round(high))


def total(ranges: Iterable[Hours]) -> Hours:
    """The sum of ranges: everything goes well at one end, nothing at the other."""
    every = list(ranges)
    return Hours(sum(one.low for one in every), sum(one.high for one in every))
