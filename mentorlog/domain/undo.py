"""Taking a deed back: what would be set, and what stands against it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from mentorlog.domain.history import Effect, Row, said_field

KEPT = ("id", "uid", "updated_at")
"""Fields that are never set back: a record stays itself, and it does change now."""


def order(effects: Iterable[Effect]) -> list[Effect]:
    """The effects in the order they are to be undone: what was done last comes first."""
    return sorted(effects, key=lambda one: -one.last)


def comes_back(effect: Effect, now: Row | None) -> Row | None:
    """The whole row of a record that was deleted and is to be written again; None when it is not."""
    return effect.old if effect.gone and not effect.made and now is None else None


def settings(effect: Effect, now: Row | None, instant: str) -> dict[str, Any]:
    """The fields to set on a record that is there, to undo what was done to it; none when it is as it was.

    What was made is removed, never deleted: it can be brought back by undoing the undo.
    """
    if now is None or (effect.made and effect.gone):
        return {}
    if effect.made:
        return {} if now["deleted_at"] else {"deleted_at": instant}
    return {
        name: was for name, was in effect.old.items() if name not in KEPT and name in now and now[name] != was
    }


def objection(effect: Effect, now: Row | None) -> str:
    """Why undoing would lose a later change, naming the record and its fields; empty when it would not."""
    if (effect.made and effect.gone) or (effect.made and (now is None or now["deleted_at"])):
        return ""
    if effect.gone:
        return "" if now is None or now == effect.old else f"{effect.ref} is there again"
    if now is None:
        return f"{effect.ref} is gone"
    changed = [
        name
        for name, made in effect.new.items()
        if name not in KEPT
        and name in now
        and now[name] != made
        and (effect.made or now[name] != effect.old[name])
    ]
    if not changed:
        return ""
    return f"{effect.ref} has changed since: {', '.join(map(said_field, changed))}"
