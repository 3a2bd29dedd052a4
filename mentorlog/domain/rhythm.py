"""The rhythm of a journal: how much was kept in each of 26 weeks, and the longest time without a word."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from mentorlog.domain.frozen import Frozen

WEEKS = 26


class Beat(Frozen):
    """A week, by its Monday: how many conversations, and how many records of any kind."""

    monday: date
    talks: int = 0
    kept: int = 0


class Rhythm(Frozen):
    """26 weeks, the last one that of the day looked from. `talks`, `notes`: how many in them.

    weeks: how many of them the journal has been there. silence: the most days on end with nothing.
    """

    beats: tuple[Beat, ...] = ()
    talks: int = 0
    notes: int = 0
    weeks: int = 0
    silence: int = 0


def window(day: date) -> date:
    """The Monday on which the 26 weeks up to a day begin."""
    return day - timedelta(days=day.weekday(), weeks=WEEKS - 1)


def rhythm(kept: Mapping[tuple[date, str], int], day: date, first: date | None) -> Rhythm:
    """The rhythm up to a day, from how many records of a kind were kept on each; `first` is the first day."""
    start = window(day)
    within = {key: count for key, count in kept.items() if start <= key[0] <= day}
    mondays = [start + timedelta(weeks=number) for number in range(WEEKS)]
    beats = {monday: [0, 0] for monday in mondays}
    for (when, kind), count in within.items():
        beat = beats[when - timedelta(days=when.weekday())]
        beat[0] += count if kind == "meeting" else 0
        beat[1] += count
    there = max(start, first) if first is not None and first <= day else None
    return Rhythm(
        beats=tuple(Beat(monday=monday, talks=talks, kept=all) for monday, (talks, all) in beats.items()),
        talks=_sum(within, "meeting"),
        notes=_sum(within, "note"),
        weeks=(day - there + timedelta(days=there.weekday())).days // 7 + 1 if there else 0,
        silence=_silence({when for when, _ in within}, there, day) if there else 0,
    )


def _sum(kept: Mapping[tuple[date, str], int], kind: str) -> int:
    return sum(count for (_, one), count in kept.items() if one == kind)


def _silence(days: set[date], first: date, last: date) -> int:
    """The most days on end, between two days, on which nothing was kept."""
    longest = run = 0
    for number in range((last - first).days + 1):
        run = 0 if first + timedelta(days=number) in days else run + 1
        longest = max(longest, run)
    return longest
