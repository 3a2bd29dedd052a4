"""The rhythm of 26 weeks."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from mentorlog.domain.rhythm import WEEKS, rhythm, window

SUNDAY = date(2026, 5, 3)
FIRST = date(2026, 2, 2)


def test_it_ends_with_the_week_of_the_day_and_counts_each_week() -> None:
    kept = {(SUNDAY, "meeting"): 1, (SUNDAY - timedelta(days=6), "note"): 2, (date(2025, 1, 1), "note"): 9}
    found = rhythm(kept, SUNDAY, FIRST)
    assert len(found.beats) == WEEKS
    assert (found.beats[-1].monday, found.beats[-1].talks, found.beats[-1].kept) == (date(2026, 4, 27), 1, 3)
    assert (found.talks, found.notes) == (1, 2)
    assert sum(one.kept for one in found.beats) == 3


def test_a_young_journal_is_told_in_the_weeks_it_has() -> None:
    assert rhythm({}, SUNDAY, FIRST).weeks == 13
    assert rhythm({}, SUNDAY, date(2020, 1, 1)).weeks == WEEKS
    assert rhythm({}, SUNDAY, SUNDAY).weeks == 1
    assert rhythm({}, SUNDAY, None).weeks == 0


def test_the_longest_silence_is_the_most_days_on_end_with_nothing() -> None:
    kept = {(FIRST, "note"): 1, (FIRST + timedelta(days=13), "win"): 1, (SUNDAY, "note"): 1}
    assert rhythm(kept, SUNDAY, FIRST).silence == 76
    assert (
        rhythm(
            {(FIRST, "note"): 1, (FIRST + timedelta(days=3), "win"): 1}, FIRST + timedelta(3), FIRST
        ).silence
        == 2
    )
    assert rhythm({(FIRST, "note"): 1}, FIRST, FIRST).silence == 0


@settings(deadline=None)
@given(
    back=st.dictionaries(st.integers(0, 200), st.integers(1, 9), max_size=20),
    day=st.dates(date(1990, 1, 1), date(2150, 12, 31)),
)
def test_nothing_of_the_window_is_lost(back: dict[int, int], day: date) -> None:
    kept = {(day - timedelta(days=number), "note"): count for number, count in back.items()}
    inside = sum(count for (when, _), count in kept.items() if when >= window(day))
    assert rhythm(kept, day, date(1980, 1, 1)).notes == inside
