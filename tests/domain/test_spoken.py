"""Days, spans and counts are said in plain English, and what is said can be read again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorlog.domain.dates import read_day, read_minutes, read_span
from mentorlog.domain.spoken import (
    day_words,
    days_words,
    due_words,
    every_words,
    join_words,
    minutes_words,
    plural,
    relative,
    short_day,
)
from mentorlog.errors import Unreadable

TODAY = date(2026, 5, 4)  # a Monday
DAYS = st.dates(date(1901, 1, 1), date(2199, 12, 31))


def test_an_echo_says_weekday_and_year_even_this_year() -> None:
    assert day_words(date(2026, 5, 1), TODAY) == "Fri 1 May 2026"
    assert day_words(date(2027, 3, 31), TODAY, weekday=False) == "31 Mar 2027"


def test_a_short_day_says_the_year_only_when_it_is_another() -> None:
    assert short_day(date(2026, 12, 31), TODAY) == "31 Dec"
    assert short_day(date(2027, 3, 31), TODAY) == "31 Mar 2027"


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "today"),
        (1, "tomorrow"),
        (-1, "yesterday"),
        (2, "in 2 days"),
        (12, "in 12 days"),
        (-3, "3 days ago"),
        (60, "in 60 days"),
        (61, "in 2 months"),
        (122, "in 4 months"),
        (-152, "5 months ago"),
        (730, "in 24 months"),
        (731, "in 2 years"),
        (-1096, "3 years ago"),
    ],
)
def test_a_distance_is_said_in_days_then_months_then_years(days: int, said: str) -> None:
    assert relative(TODAY + timedelta(days), TODAY) == said


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (-3, "3 days overdue"),
        (-1, "1 day overdue"),
        (0, "due today"),
        (1, "due tomorrow"),
        (2, "due Wed 6 May"),
        (7, "due Mon 11 May"),
        (8, "in 8 days"),
        (60, "in 60 days"),
        (61, "4 Jul"),
        (331, "31 Mar 2027"),
    ],
)
def test_a_due_day_is_said_the_closer_the_plainer(days: int, said: str) -> None:
    assert due_words(TODAY + timedelta(days), TODAY) == said


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (1, "every day"),
        (7, "every week"),
        (10, "every 10 days"),
        (14, "every 2 weeks"),
        (30, "every month"),
        (60, "every 2 months"),
        (91, "every quarter"),
        (365, "every year"),
    ],
)
def test_a_cadence_is_said_in_its_largest_whole_unit(days: int, said: str) -> None:
    assert every_words(days) == said


def test_counts_agree_with_their_noun() -> None:
    assert [days_words(n) for n in (0, 1, 14)] == ["0 days", "1 day", "14 days"]
    assert [plural(n, "note") for n in (1, 3)] == ["1 note", "3 notes"]
    assert [plural(n, "person", "people") for n in (1, 2)] == ["1 person", "2 people"]


def test_a_list_is_joined_as_one_says_it() -> None:
    assert [join_words(list(words)) for words in ("", "a", "ab", "abc")] == ["", "a", "a and b", "a, b and c"]


def test_minutes_become_hours_from_sixty_on() -> None:
    assert [minutes_words(n) for n in (5, 45, 60, 65, 90)] == ["5 min", "45 min", "1 h", "1 h 05", "1 h 30"]


@settings(deadline=None)
@given(DAYS, DAYS)
def test_a_day_that_was_said_reads_back_as_the_same_day(d: date, today: date) -> None:
    for lean in ("past", "future"):
        assert read_day(day_words(d, today), today, lean) == d
        assert read_day(day_words(d, today, weekday=False), today, lean) == d


@pytest.mark.parametrize("text", ["2w", "14", "14d", "fortnightly", "2 weeks", "Every 14 days"])
def test_a_cadence_can_be_typed_in_many_ways(text: str) -> None:
    assert every_words(read_span(text)) == "every 2 weeks"


@pytest.mark.parametrize("text", ["week", "1w", "weekly"])
def test_one_of_a_unit_needs_no_number(text: str) -> None:
    assert every_words(read_span(text)) == "every week"


def test_a_month_is_thirty_days_a_quarter_ninety_one_and_a_year_365() -> None:
    assert [read_span(text) for text in ("monthly", "1m", "quarterly", "1q", "1y")] == [30, 30, 91, 91, 365]


@pytest.mark.parametrize("text", ["90", "90m", "90 min", "1h30", "1h 30m", "1:30", "1 hour 30"])
def test_a_length_can_be_typed_in_many_ways(text: str) -> None:
    assert minutes_words(read_minutes(text)) == "1 h 30"


@pytest.mark.parametrize("read", [read_span, read_minutes])
def test_nothing_is_neither_a_cadence_nor_a_length(read: Callable[[str], int]) -> None:
    with pytest.raises(Unreadable):
        read(" ")


@given(st.integers(1, 3660))
def test_a_cadence_that_was_said_reads_back_as_the_same_days(days: int) -> None:
    assert read_span(every_words(days)) == days


@given(st.integers(1, 1440))
def test_minutes_that_were_said_read_back_as_the_same(minutes: int) -> None:
    assert read_minutes(minutes_words(minutes)) == minutes
