"""A date is read as typed or refused with a reason; nothing is guessed."""

from __future__ import annotations

import subprocess
import sys
import warnings
from contextlib import suppress
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mentorlog.domain import dates
from mentorlog.domain.dates import Lean, read_day, read_minutes, read_moment, read_span, split_due
from mentorlog.domain.spoken import WEEKDAYS
from mentorlog.errors import Refused, Unreadable
from tests.thorough import many

MONDAY, SUNDAY = date(2026, 5, 4), date(2026, 5, 10)
LEAP_DAY, LAST_DAY = date(2028, 2, 29), date(2026, 12, 31)
NOON = datetime(2026, 5, 4, 12)
LEANS = st.sampled_from(["past", "future"])
TODAYS = st.dates(date(1950, 1, 1), date(2150, 12, 31))
TYPED = st.text() | st.text("0123456789/-.: ,apmt+dwyinfrsoe", max_size=16)


def table(text: str) -> pytest.MarkDecorator:
    """Cases from lines like `28apr | apr 28 -> 2026-04-28, 2027-04-28`; the first names the columns."""
    lines = [line.split("->") for line in text.strip().splitlines()]
    rows = [(form.strip(), *row.strip().split(", ")) for forms, row in lines for form in forms.split(" | ")]
    return pytest.mark.parametrize(rows[0], rows[1:])


def both(text: str, today: date = MONDAY) -> str:
    """The day leaning to the past and to the future."""
    return f"{read_day(text, today, 'past')}, {read_day(text, today, 'future')}"


@table("""
    text -> day
    2026-05-04 | 2026-5-4 | 2026/05/04 | 20260504 | 2026 05 04 -> 2026-05-04
    28 april 2026 | 28APR2026 | April 28th, 2026 | 28-apr-2026 | 2026 apr 28 -> 2026-04-28
    Fri 1 May 2026 | fri, 2026-05-01 | Friday, 1st of May 2026 -> 2026-05-01
    13/04/2026 | 04/13/2026 | 13.04.2026 | 13-4-2026 | 13 4 2026 -> 2026-04-13
    03/03/2026 | 3.3.2026 -> 2026-03-03
    29 feb 2028 -> 2028-02-29
    today | Today | sow -> 2026-05-04
    yesterday | -1d | 1 day ago -> 2026-05-03
    tomorrow | +1d | in a day | in one day -> 2026-05-05
    in 2 weeks | +2w -> 2026-05-18
    a week ago | -1w -> 2026-04-27
    in a month | +1m -> 2026-06-04
    eow -> 2026-05-10
    soq -> 2026-04-01
    eoq -> 2026-06-30
    eoy -> 2026-12-31
""")
def test_a_plain_day_is_the_same_whichever_way_one_leans(text: str, day: str) -> None:
    assert both(text) == both(f"  {text}\n") == f"{day}, {day}"


@table("""
    text -> past, future
    28apr | apr 28 | 28 april | 28/4 | 4/28 -> 2026-04-28, 2027-04-28
    4 may | may 4th -> 2026-05-04, 2026-05-04
    29 feb -> 2024-02-29, 2028-02-29
    3d | 3 days -> 2026-05-01, 2026-05-07
    2w -> 2026-04-20, 2026-05-18
    1m -> 2026-04-04, 2026-06-04
    1q -> 2026-02-04, 2026-08-04
    1y -> 2025-05-04, 2027-05-04
    fri | Friday -> 2026-05-01, 2026-05-08
    mon -> 2026-05-04, 2026-05-04
    last mon -> 2026-04-27, 2026-04-27
    next mon -> 2026-05-11, 2026-05-11
    this fri -> 2026-05-08, 2026-05-08
""")
def test_what_leaves_year_or_direction_open_is_the_nearest_by_lean(text: str, past: str, future: str) -> None:
    assert both(text) == f"{past}, {future}"


@table("""
    text -> first, last
    2026-01 -> 2026-01-01, 2026-01-31
    feb 2028 | 2028-2 -> 2028-02-01, 2028-02-29
    may | this month -> 2026-05-01, 2026-05-31
    last week -> 2026-04-27, 2026-05-03
    this week -> 2026-05-04, 2026-05-10
    next week -> 2026-05-11, 2026-05-17
    last month -> 2026-04-01, 2026-04-30
    next quarter -> 2026-07-01, 2026-09-30
    last year -> 2025-01-01, 2025-12-31
""")
def test_a_stretch_is_its_first_day_looking_back_and_its_last_ahead(text: str, first: str, last: str) -> None:
    assert both(text) == f"{first}, {last}"


def test_a_month_alone_is_the_nearest_by_lean_and_this_one_while_it_runs() -> None:
    assert both("april") == "2026-04-01, 2027-04-30"
    assert both("june") == "2025-06-01, 2026-06-30"
    assert both("feb", LEAP_DAY) == "2028-02-01, 2028-02-29"
    assert both("feb 2027", LEAP_DAY) == "2027-02-01, 2027-02-28"
    assert both("december", LAST_DAY) == "2026-12-01, 2026-12-31"


def test_week_ends_month_ends_year_ends_and_leap_days_are_right() -> None:
    assert read_day("in a year", LEAP_DAY, "past") == date(2029, 2, 28)
    assert read_day("in 1 month", date(2026, 1, 31), "past") == date(2026, 2, 28)
    assert read_day("eom", LEAP_DAY, "past") == LEAP_DAY
    assert read_day("this fri", SUNDAY, "future") == date(2026, 5, 8)
    assert read_day("sow", SUNDAY, "past") == MONDAY
    assert read_day("eoq", LAST_DAY, "past") == LAST_DAY
    assert read_day("tomorrow", LAST_DAY, "past") == date(2027, 1, 1)
    assert read_day("29 feb", date(2096, 3, 1), "future") == date(2104, 2, 29)  # 2100 is no leap year
    assert read_day("29 feb", date(2104, 2, 28), "past") == date(2096, 2, 29)


@pytest.mark.parametrize("text", ["03/04/2026", "3/4/2026", "03-04-2026", "3.4.2026"])
def test_an_ambiguous_order_is_refused_with_both_readings(text: str) -> None:
    with pytest.raises(Refused) as caught:
        read_day(text, MONDAY, "past")
    assert caught.value.sentence == f"“{text}” could be 3 Apr 2026 or 4 Mar 2026."
    assert "2026-04-03 or 2026-03-04" in caught.value.hint


def test_an_order_that_was_settled_decides_only_what_is_ambiguous() -> None:
    assert read_day("03/04/2026", MONDAY, "past", "day-first") == date(2026, 4, 3)
    assert read_day("03/04/2026", MONDAY, "past", "month-first") == date(2026, 3, 4)
    assert read_day("13/04/2026", MONDAY, "past", "month-first") == date(2026, 4, 13)
    assert read_day("2026/03/04", MONDAY, "past", "day-first") == date(2026, 3, 4)


@table("""
    text -> reason
    Apr 31 | 31/4 | 0 Apr -> April has 30 days
    30 feb -> February has 29 days
    2026-02-29 | feb 29 2026 -> February 2026 has 28 days
    2026-13-01 | 13/13/2026 | 2026-00 -> a year has 12 months
    Fri 30 April 2026 | fri 2026-04-30 -> 30 Apr 2026 is a Thursday
""")
def test_a_day_that_is_not_in_the_calendar_is_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(Refused, match=f"“{text}”.*: {reason}."):
        read_day(text, MONDAY, "past")


GUESSES = "10 | 2026 | 1 2 3 | 4 may 26 | 4 may 0026 | 5 4 2026 | ma 5 | next review | in -3d | in 2w ago"
NO_DAYS = "4 may 2026 2027 | 9999999999 | 0000-01-01 | fri may | 4 May 2026 10:00 | 2026-05-04T10:00Z | \0"


@pytest.mark.parametrize("text", ["", *GUESSES.split(" | "), *NO_DAYS.split(" | ")])
def test_what_would_have_to_be_guessed_is_not_read(text: str) -> None:
    with pytest.raises(Unreadable, match="I cannot read the date"):
        read_day(text, MONDAY, "past")


@pytest.mark.parametrize("text", ["1899-12-31", "2201-01-01", "1 may 1776", "+900y", "-200y"])
def test_years_before_1900_and_after_2200_are_not_read(text: str) -> None:
    with pytest.raises(Unreadable, match="is outside the years 1900 to 2200"):
        read_day(text, MONDAY, "past")


def test_the_error_quotes_what_was_typed_and_shows_forms_that_work() -> None:
    with pytest.raises(Unreadable) as caught:
        read_day("Next  review", MONDAY, "future")
    assert caught.value.sentence == "I cannot read the date “Next review”. Try 2026-05-20, fri, 2w or eoq."
    with pytest.raises(Unreadable, match=f"“4 may 2026{' and' * 12}…”"):
        read_day("4 may 2026" + " and" * 20, MONDAY, "future")


@table("""
    text -> since, until
    2026 -> 2026-01-01, 2026-12-31
    2026-01 -> 2026-01-01, 2026-01-31
    april | last month -> 2026-04-01, 2026-04-30
    fri -> 2026-05-01, 2026-05-01
    2w -> 2026-04-20, 2026-04-20
""")
def test_a_period_to_look_back_on_has_a_first_and_a_last_day(text: str, since: str, until: str) -> None:
    assert f"{dates.read_since(text, MONDAY)}, {dates.read_until(text, MONDAY)}" == f"{since}, {until}"


@table("""
    text -> moment
    2026-05-04T10:00 | 2026-05-04 10:00 | today 10am | 10:00 | at 10:00 -> 2026-05-04 10:00:00
    fri 14:30 | Fri, 2:30 PM | 1 may 2026 at 14:30 -> 2026-05-01 14:30:00
    yesterday 9am | yesterday 9:00 -> 2026-05-03 09:00:00
    12am -> 2026-05-04 00:00:00
    12:05pm -> 2026-05-04 12:05:00
    2026-05-04 10:00:30 -> 2026-05-04 10:00:30
    apr 28 -> 2026-04-28 None
""")
def test_a_moment_is_a_day_and_perhaps_a_time(text: str, moment: str) -> None:
    day, at = read_moment(text, NOON, "past")
    assert f"{day} {at}" == moment


@table("""
    text -> what
    25:00 | 24:00 | 10:60 | 13pm | 0am | fri 12:00:60 -> time
    9 | at 9 | fri 9 | 10:00Z | fortnight 10:00 -> date
    0 | 0w | 3661 | 11y | -2w | every | soon | 99999 -> span
    0 | 1441 | 24h01 | 1h90 | 1:5 | :30 | -5 | long -> length
""")
def test_a_time_span_or_length_that_is_none_or_too_long_is_not_read(text: str, what: str) -> None:
    read = {"span": read_span, "length": read_minutes}.get(what, lambda text: read_moment(text, NOON, "past"))
    with pytest.raises(Unreadable, match=f"I cannot read the {what} “.*”. Try "):
        read(text)


@table("""
    text -> action, due
    draft CV by fri | draft CV by Friday. -> draft CV, 2026-05-08
    read the book by Kleppmann by 2w -> read the book by Kleppmann, 2026-05-18
    send it BY 28/4 -> send it, 2027-04-28
    talk by next month -> talk, 2026-06-30
""")
def test_a_due_day_is_taken_off_an_action(text: str, action: str, due: str) -> None:
    assert split_due(text, MONDAY) == (action, date.fromisoformat(due))


@pytest.mark.parametrize(
    "text", ["the book by Kleppmann", "cut by 1/2", "grow by 10", "by fri", "stand by ", ""]
)
def test_an_action_without_a_due_day_stays_as_it_is(text: str) -> None:
    assert split_due(text, MONDAY) == (text, None)


@pytest.mark.parametrize("text", ["send it by 03/04/2026", "send it by apr 31"])
def test_a_due_day_that_is_ambiguous_or_impossible_is_not_dropped_in_silence(text: str) -> None:
    with pytest.raises(Refused):
        split_due(text, MONDAY)


@settings(deadline=None, max_examples=many(500))
@given(TYPED, TODAYS, LEANS)
@example("31 12 9999", MONDAY, "future")
@example("1" * 32 + "h", MONDAY, "past")  # decimal.InvalidOperation in dateutil
@example("10:00 4 may 2026 xyz", MONDAY, "past")
def test_nothing_typed_raises_anything_but_unreadable_or_refused(text: str, today: date, lean: Lean) -> None:
    for read in (
        lambda: read_day(text, today, lean),
        lambda: read_moment(text, datetime.combine(today, time(9)), lean),
        lambda: dates.read_since(text, today),
        lambda: dates.read_until(text, today, "day-first"),
        lambda: read_span(text),
        lambda: read_minutes(text),
        lambda: split_due(f"x by {text}", today),
    ):
        with warnings.catch_warnings(action="error"), suppress(Unreadable, Refused):
            read()


@settings(deadline=None)
@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)), TODAYS, LEANS)
def test_a_full_date_reads_the_same_on_every_day_and_lean(day: date, today: date, lean: Lean) -> None:
    for form in ("%Y-%m-%d", "%Y/%m/%d", "%Y%m%d", "%d %B %Y", "%b %d, %Y", "%A %d %B %Y"):
        assert read_day(day.strftime(form), today, lean) == day


@settings(deadline=None)
@given(st.dates(date(2024, 1, 1), date(2024, 12, 31)), TODAYS)
def test_a_day_and_month_never_cross_today(day: date, today: date) -> None:
    past, future = (read_day(f"{day:%d %b}", today, lean) for lean in ("past", "future"))
    assert past <= today <= future
    assert {f"{past:%d %b}", f"{future:%d %b}"} == {f"{day:%d %b}"}


@settings(deadline=None)
@given(st.sampled_from(WEEKDAYS), TODAYS)
def test_a_weekday_is_within_a_week_of_today(name: str, today: date) -> None:
    asked = (name, f"last {name}", f"next {name}")
    past, last, following = ((read_day(text, today, "past") - today).days for text in asked)
    assert -7 < past <= 0 <= (read_day(name, today, "future") - today).days < 7
    assert -7 <= last < 0 < following <= 7
    assert read_day(f"this {name}", today, "past").isocalendar()[:2] == today.isocalendar()[:2]


@settings(deadline=None)
@given(st.integers(1, 999), TODAYS)
def test_days_ahead_and_ago_are_the_distance_they_say(n: int, today: date) -> None:
    assert read_day(f"in {n} days", today, "past") - today == timedelta(n)
    assert today - read_day(f"{n} days ago", today, "future") == timedelta(n)
    for unit in "wmqy":
        assert read_day(f"so{unit}", today, "future") <= today <= read_day(f"eo{unit}", today, "past")


def test_reading_an_everyday_date_loads_no_parser() -> None:
    code = """if True:
        import sys, datetime
        from mentorlog.domain.dates import read_day
        assert not {"dateutil", "unicodedata", "calendar"} & set(sys.modules), "on import"
        for text in ("2026-05-04", "fri", "28apr", "eoq", "2w"):
            read_day(text, datetime.date(2026, 5, 4), "past")
        assert "dateutil.parser" not in sys.modules, "on reading"
    """
    subprocess.run([sys.executable, "-c", code], check=True)
