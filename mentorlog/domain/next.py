"""What to do next: every rule over the journal, less what was put to rest, in one order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from mentorlog.domain.links import Mute
from mentorlog.domain.refs import Ref
from mentorlog.domain.rules import RULES, Rule
from mentorlog.domain.rules.suggestion import Suggestion
from mentorlog.domain.snapshot import Snapshot

__all__ = ["LEAD", "RULES", "Rule", "Suggestion", "concerning", "muted", "suggestions", "top"]

LEAD = 3
"""How many come first, no two for the same person or goal, so that one does not fill the page."""


def suggestions(snapshot: Snapshot, more: Iterable[Suggestion] = ()) -> tuple[Suggestion, ...]:
    """Everything worth doing, numbered from 1 in the order it is shown; `more` is what was found elsewhere.

    By weight, then the earlier day, then refs; but the first three serve three
    different people and goals, so that the numbers of `top` hold in the whole list.
    """
    every = [*(one for rule in RULES for one in rule.find(snapshot)), *more]
    found = _once([one for one in every if not muted(one, snapshot.mutes, snapshot.today)])
    lead, rest = _parted(sorted(found, key=lambda one: (-one.weight, one.day, one.refs, one.code)))
    return tuple(one.but(number=number) for number, one in enumerate(lead + rest, 1))


def top(found: Sequence[Suggestion], most: int) -> tuple[Suggestion, ...]:
    """The first `most` of a list from `suggestions`.

    Up to three of them serve different people and goals, so there may be
    fewer; whoever asks for more than three gets the list as it goes on. Of a
    list narrowed to one person or goal by `concerning`, take a slice instead.
    """
    return tuple(found[:most] if most > LEAD else _parted(found)[0][:most])


def muted(one: Suggestion, mutes: Iterable[Mute], today: date) -> bool:
    """Was it put to rest: its rule as a whole or for this record, for good or until a day still ahead?"""
    return any(
        mute.code == one.code and mute.about in ("", one.about) and (mute.until is None or mute.until > today)
        for mute in mutes
    )


def concerning(found: Iterable[Suggestion], ref: Ref) -> tuple[Suggestion, ...]:
    """Those that serve a person or goal, or rest on that record. Their numbers stay."""
    return tuple(
        one
        for one in found
        if ref in one.refs or {"person": one.person, "goal": one.goal}.get(ref.kind) == ref.id
    )


def _once(found: list[Suggestion]) -> list[Suggestion]:
    """Without the gap to my aim in a skill that is also the gap to a role: the wider view names it already."""
    named = {one.refs[0] for one in found if one.code == "gap-first" and one.person is None}
    return [one for one in found if one.code != "gap" or one.refs[0] not in named]


def _parted(found: Sequence[Suggestion]) -> tuple[list[Suggestion], list[Suggestion]]:
    """The first three that serve different people and goals, and all others, each in the order given."""
    lead: list[Suggestion] = []
    rest: list[Suggestion] = []
    served: set[tuple[str, int]] = set()
    for one in found:
        serves = {
            (kind, whom) for kind, whom in (("person", one.person), ("goal", one.goal)) if whom is not None
        }
        if len(lead) < LEAD and served.isdisjoint(serves):
            lead.append(one)
            served |= serves
        else:
            rest.append(one)
    return lead, rest
