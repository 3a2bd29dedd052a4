"""The sentences of a recap that are about all of it."""

from __future__ import annotations

from mentorlog.domain.recap import Recap
from mentorlog.domain.spoken import day_words, join_words, plural


def nothing(recap: Recap) -> str:
    """What there was none of, in one sentence; of an empty recap that it is empty. Nothing when all is there."""
    so_far = " so far" if recap.running else ""
    which = "this" if recap.running else "that"
    span = "these days" if recap.period.unit == "days" else f"{which} {recap.period.unit}"
    if recap.empty:
        last = f" The last entry is from {day_words(recap.last, recap.today)}." if recap.last else ""
        return f"Nothing is on record for {span}{so_far}, and that is fine.{last}"
    held = (
        ("moved", recap.moved or recap.still),
        ("done", recap.done),
        ("heard", recap.heard),
        ("won", recap.won),
    )
    missing = [name for name, some in held if not some]
    return f"Nothing on record{so_far} as {join_words(missing).replace(' and ', ' or ')}." if missing else ""


def rhythm_words(recap: Recap) -> str:
    """`3 conversations and 11 notes in 13 weeks; longest silence 12 days`."""
    one = recap.rhythm
    if not one.weeks:
        return "nothing on record yet"
    talks, notes = _some(one.talks, "conversation"), _some(one.notes, "note")
    said = f"{talks} and {notes} in {plural(one.weeks, 'week')}"
    return f"{said}; longest silence {plural(one.silence, 'day')}" if one.silence > 1 else said


def scope_words(recap: Recap) -> str:
    """What the title does not say: `with Ana Ruiz · so far`; may be empty."""
    person = f"with {recap.person}" if recap.person else ""
    return " · ".join(filter(None, (person, "so far" if recap.running else "")))


def _some(count: int, noun: str) -> str:
    return plural(count, noun) if count else f"no {noun}s"
