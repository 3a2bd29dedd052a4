"""Which days a recap looks back on, and what they are called."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorlog.domain.periods import Unit, between, calendar
from mentorlog.errors import Refused

UNITS: tuple[Unit, ...] = ("week", "month", "quarter", "year")
DAYS = st.dates(date(1990, 1, 1), date(2150, 12, 31))


@pytest.mark.parametrize(
    ("unit", "today", "title"),
    [
        ("week", date(2026, 5, 6), "Week 19 · Mon 4 May – Sun 10 May 2026"),
        ("week", date(2025, 12, 31), "Week 1 · Mon 29 Dec 2025 – Sun 4 Jan 2026"),
        ("month", date(2026, 5, 6), "May 2026"),
        ("quarter", date(2026, 5, 6), "Q2 2026"),
        ("year", date(2026, 5, 6), "2026"),
    ],
)
def test_a_period_is_called_as_a_calendar_calls_it(unit: Unit, today: date, title: str) -> None:
    assert calendar(unit, today).title == title


def test_on_its_first_day_it_is_the_one_that_has_just_ended() -> None:
    monday = date(2026, 5, 4)
    assert calendar("week", monday).title == "Week 18 · Mon 27 Apr – Sun 3 May 2026"
    assert calendar("week", monday) == calendar("week", monday, previous=True)
    assert calendar("week", monday + timedelta(days=1)).since == monday
    assert calendar("month", date(2026, 5, 1)).title == "April 2026"
    assert calendar("year", date(2026, 1, 1)).title == "2025"


@settings(deadline=None)
@given(today=DAYS, unit=st.sampled_from(UNITS))
def test_the_one_before_ends_where_this_one_begins(today: date, unit: Unit) -> None:
    this, before = calendar(unit, today), calendar(unit, today, previous=True)
    assert this == before or (before.until + timedelta(days=1) == this.since and this.covers(today))
    assert before.until < today


def test_any_days_will_do_if_they_do_not_run_backwards() -> None:
    assert between(date(2026, 4, 9), date(2026, 5, 3)).title == "9 Apr – 3 May 2026"
    assert between(date(2025, 12, 9), date(2026, 5, 3)).title == "9 Dec 2025 – 3 May 2026"
    assert between(date(2026, 5, 3), date(2026, 5, 3)).title == "Sun 3 May 2026"
    with pytest.raises(Refused, match="run backwards"):
        between(date(2026, 5, 3), date(2026, 5, 2))
