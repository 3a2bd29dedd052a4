"""Local times and instants, across the changes of the clocks."""

from __future__ import annotations

from datetime import date, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorlog.domain.instants import instant, local_day, shown_twice
from mentorlog.errors import Refused

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("zone", "day", "at", "utc"),
    [
        ("Europe/Berlin", "2026-05-04", "10:00", "2026-05-04T08:00:00Z"),
        ("Europe/Berlin", "2026-01-04", "00:30", "2026-01-03T23:30:00Z"),
        ("Europe/Berlin", "2026-10-25", "02:30", "2026-10-25T00:30:00Z"),  # the first of two
        ("Europe/Berlin", "2026-10-25", "03:00", "2026-10-25T02:00:00Z"),
        ("Asia/Kathmandu", "2026-05-04", "10:00", "2026-05-04T04:15:00Z"),
        ("Pacific/Kiritimati", "2026-05-04", "10:00", "2026-05-03T20:00:00Z"),
    ],
)
def test_a_local_time_is_an_instant(zone: str, day: str, at: str, utc: str) -> None:
    assert instant(date.fromisoformat(day), time.fromisoformat(at), ZoneInfo(zone)) == utc


def test_a_time_that_the_clocks_skip_is_refused() -> None:
    with pytest.raises(Refused, match="On Sun 29 Mar 2026 the clocks here skip 02:30") as refused:
        instant(date(2026, 3, 29), time(2, 30), BERLIN)
    assert refused.value.hint == "It may have been 03:30."
    with pytest.raises(Refused, match="skip 12:00"):
        instant(date(2011, 12, 30), time(12), ZoneInfo("Pacific/Apia"))  # a day that was none


def test_a_time_shown_twice_is_known() -> None:
    assert shown_twice(date(2026, 10, 25), time(2, 30), BERLIN)
    assert not shown_twice(date(2026, 10, 25), time(3, 0), BERLIN)


@given(st.dates(date(1990, 1, 1), date(2060, 1, 1)), st.times())
@settings(deadline=None)
def test_an_instant_is_on_the_local_day_it_was_made_of(day: date, at: time) -> None:
    zone = ZoneInfo("America/New_York")
    try:
        made = instant(day, at.replace(microsecond=0), zone)
    except Refused:
        assert (day.month, at.hour) in ((3, 2), (4, 2))
    else:
        assert local_day(made, zone) == day
