"""How much is tried: a part of it in each run, all of it with MENTORLOG_TEST_THOROUGH=1."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

THOROUGH = os.environ.get("MENTORLOG_TEST_THOROUGH") == "1"


def many(count: int) -> int:
    """So many examples when thorough, else a fifth."""
    return count if THOROUGH else max(5, count // 5)


def turn(number: int, items: Sequence[T]) -> Sequence[T]:
    """All of some ways to try a thing when thorough, else one: each in its turn, so that none is left out."""
    return items if THOROUGH else (items[number % len(items)],)
