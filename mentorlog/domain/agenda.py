"""Sharing out the minutes of a conversation among what is to be talked about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mentorlog.domain.frozen import Frozen
from mentorlog.domain.refs import Ref

if TYPE_CHECKING:
    from mentorlog.domain.prep import Parked

# Rules of thumb of ours, in minutes.
OPEN, OPEN_SHARE = 10, 3  # left open for what comes up, but no more than a third
CHECK, CHECK_SHARE = 5, 4  # a look at late promises, but no more than a quarter
UNIT = 5  # nobody plans a conversation by the minute


class Slot(Frozen):
    """A part of a conversation: `about` is promises, topic or open; a topic has its ref and words.

    A topic with 0 minutes did not fit: it comes up if there is time.
    """

    minutes: int
    about: str
    ref: Ref | None = None
    text: str = ""
    private: bool = False


def agenda(minutes: int, topics: Sequence[Parked], late: bool) -> tuple[Slot, ...]:
    """Slots that add up to so many minutes: late promises first, each topic in its order, the rest open.

    A topic that was carried weighs one more for each time; each gets five minutes before any gets ten.
    """
    check = min(CHECK, minutes // CHECK_SHARE) if late else 0
    room = minutes - check - min(OPEN, minutes // OPEN_SHARE)
    unit = UNIT if room >= UNIT else 1
    given = _shares([1 + one.carried for one in topics], room // unit)
    slots = [
        Slot(minutes=unit * share, about="topic", ref=one.ref, text=one.text, private=one.private)
        for one, share in zip(topics, given, strict=True)
    ]
    first = [Slot(minutes=check, about="promises")] if check else []
    left = minutes - check - unit * sum(given)
    return (*first, *slots, Slot(minutes=left, about="open"))


def _shares(weights: list[int], units: int) -> list[int]:
    """How many units each gets: the heaviest first, one each, the rest by highest averages (Sainte-Laguë)."""
    given = [0] * len(weights)
    for _ in range(units if weights else 0):
        waiting = [i for i, share in enumerate(given) if not share]
        given[max(waiting or range(len(weights)), key=lambda i: (weights[i] / (2 * given[i] + 1), -i))] += 1
    return given
