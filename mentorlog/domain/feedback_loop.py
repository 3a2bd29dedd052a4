"""Feedback over time: which themes come up and what came of them, and how the whole loop goes.

It counts what was said and done, with the records behind each count. It never scores a person.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from mentorlog.domain.feedback import Course, Feedback, state_words, themes
from mentorlog.domain.frozen import Frozen
from mentorlog.domain.refs import Ref


class Theme(Frozen):
    """A theme: how often it came up, from when to when, and how far each piece has come (`2 shown, 1 heard`)."""

    theme: str
    count: int
    first: date
    last: date
    states: tuple[str, ...] = ()
    refs: tuple[Ref, ...] = ()


def over_time(
    feedback: Iterable[Feedback], acted: Collection[int], shown: Collection[int]
) -> tuple[Theme, ...]:
    """Themes, the most frequent first. `acted` and `shown` are ids of feedback that came so far."""
    return tuple(
        Theme(
            theme=name,
            count=len(found),
            first=min(one.day for one in found),
            last=max(one.day for one in found),
            states=tuple(state_words(one, one.id in acted, one.id in shown) for one in found),
            refs=tuple(one.ref for one in found),
        )
        for name, found in themes(feedback).items()
    )


class Took(Frozen):
    """Days from hearing feedback to the first record that shows the change: the least, the middle, the most."""

    least: int
    middle: int
    most: int


class Loop(Frozen):
    """Feedback to me and how far it came, and feedback of mine to others. Each part is refs, oldest first.

    acted and shown count growth feedback alone: praise asks for nothing. took: None while no loop is closed.
    given: to others; owed: not given yet. waited: days from noting to giving, None while nothing was given.
    """

    praise: tuple[Ref, ...] = ()
    growth: tuple[Ref, ...] = ()
    acted: tuple[Ref, ...] = ()
    shown: tuple[Ref, ...] = ()
    took: Took | None = None
    given: tuple[Ref, ...] = ()
    owed: tuple[Ref, ...] = ()
    waited: Took | None = None

    @property
    def open(self) -> tuple[Ref, ...]:
        """Growth feedback to me that nothing was done about yet."""
        return tuple(one for one in self.growth if one not in self.acted and one not in self.shown)


def loop(courses: Iterable[Course]) -> Loop:
    """The loop over some feedback, in any order."""
    ordered = sorted(courses, key=lambda one: (one.feedback.day, one.feedback.id))
    mine = [one for one in ordered if one.feedback.to_id is None]
    growth = [one for one in mine if one.feedback.tone == "growth"]
    theirs = [one.feedback for one in ordered if one.feedback.to_id is not None]
    closed = [one.took for one in growth if one.took is not None]
    waits = [max(0, (one.delivered - one.day).days) for one in theirs if one.delivered]
    return Loop(
        praise=tuple(one.feedback.ref for one in mine if one.feedback.tone == "praise"),
        growth=tuple(one.feedback.ref for one in growth),
        acted=tuple(one.feedback.ref for one in growth if one.acted),
        shown=tuple(one.feedback.ref for one in growth if one.shown),
        took=_took(closed),
        given=tuple(one.ref for one in theirs if one.delivered),
        owed=tuple(one.ref for one in theirs if one.owed),
        waited=_took(waits),
    )


def _took(days: Sequence[int]) -> Took | None:
    """Least, middle (of two the lower) and most of some days; None of none."""
    ordered = sorted(days)
    return (
        Took(least=ordered[0], middle=ordered[(len(ordered) - 1) // 2], most=ordered[-1]) if ordered else None
    )
