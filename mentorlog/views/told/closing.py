"""The closing page in plain lines, and the sentences its drawn form says too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mentorlog.domain.closing import Closing, Level, Outcome, Promise
from mentorlog.domain.skills import level_words
from mentorlog.domain.spoken import day_words, minutes_words, plural, short_day
from mentorlog.views.look import Look
from mentorlog.views.plain import one_line, record, told

PROMISES = {"done": "kept", "open": "still open", "dropped": "let go"}
"""What became of a promise, in words."""


def tell(model: Closing, look: Look) -> str:
    """The page as lines; nothing is cut."""
    return told(_lines(model), look)


def span(model: Closing) -> str:
    """From when to when, and how many conversations: `25 Nov 2025 – 23 Nov 2026 · 24 conversations, 18 h 10`."""
    days = " – ".join(day_words(day, day, weekday=False) for day in (model.since, model.until))
    length = f", {minutes_words(model.minutes)}" if model.minutes else ""
    return f"{days} · {plural(model.talks, 'conversation')}{length}"


def level_change(one: Level) -> str:
    """`1 → 3 on my own`, or the one level when it is the same."""
    now = level_words(one.last)
    return now if one.first == one.last else f"{one.first} → {now}"


def level_days(one: Level, model: Closing) -> str:
    """The days of both ratings, or of the one: `Nov 2025` would be too rough to check."""
    first, last = (short_day(day, model.until) for day in (one.first_day, one.last_day))
    return last if one.first_day == one.last_day else f"{first} – {last}"


def outcome_words(one: Outcome, model: Closing) -> str:
    """What became of a goal and when."""
    return f"{one.state} {short_day(one.day, model.until)}" if one.day else one.state


def promise_words(one: Promise, model: Closing) -> str:
    """What became of a promise and when."""
    words = PROMISES[one.state]
    if one.day is None:
        return words
    day = short_day(one.day, model.until)
    return f"{words}, due {day}" if one.state == "open" else f"{words} {day}"


def counts(promises: Sequence[Promise]) -> str:
    """`14 kept, 2 still open, 1 let go`."""
    found = [(sum(one.state == state for one in promises), words) for state, words in PROMISES.items()]
    return ", ".join(f"{count} {words}" for count, words in found if count)


def _lines(model: Closing) -> Iterator[str]:
    yield f"{model.side.capitalize()} of {one_line(model.name)}: {span(model)}"
    if model.purpose:
        yield f"For: {one_line(model.purpose)}"
    for one in model.levels:
        shown = " ".join(str(each.ref) for each in one.evidence)
        yield record("level", one.skill, one.rater or "me", level_change(one), level_days(one, model), shown)
    for goal in model.goals:
        yield record("goal", goal.ref, goal.title, outcome_words(goal, model), goal.why)
    for promise in model.promises:
        said = (promise.owner or "me", promise.text, promise_words(promise, model), promise.why)
        yield record("promise", promise.ref, *said)
    yield from (record("question", question) for question in model.questions)
