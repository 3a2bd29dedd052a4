"""Lanes, cell by cell, and the ruler over them."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from mentorlog.domain.lanes import Lane
from mentorlog.domain.refs import Ref
from mentorlog.views import glyphs
from mentorlog.views.lanes import Axis, bar, ruler

TODAY = date(2026, 11, 22)
DAYS = st.dates() | st.dates(date(2026, 1, 1), date(2026, 12, 31))


def day(month: int, number: int) -> date:
    return date(2026, month, number)


TALK = Lane(goal=Ref("goal", 2), title="Speak at a local meetup", start=day(9, 14), end=day(12, 12))
JUNIORS = Lane(goal=Ref("goal", 3), title="Grow two juniors", start=day(10, 1), end=date(2027, 3, 31))
BOOKS = Lane(goal=Ref("goal", 4), title="Read three design books", start=day(7, 20), end=day(11, 1))
RUST = Lane(goal=Ref("goal", 5), title="Learn Rust", start=day(7, 1), end=day(8, 28), state="dropped")
CV = Lane(goal=Ref("goal", 6), title="One-page CV", start=day(7, 1), end=day(7, 30), state="met")
AXIS = Axis(day(7, 1), day(12, 31), 46)


def drawn_bar(lane: Lane, today: date = TODAY, axis: Axis = AXIS) -> str:
    return "".join(glyph for glyph, _ in bar(lane, axis, today))


def test_an_open_lane_is_heavy_up_to_today_and_light_after_it() -> None:
    drawn = drawn_bar(TALK)
    before, after = drawn.split(glyphs.TODAY)
    assert set(before.strip()) == {glyphs.DONE}
    assert after.strip() == glyphs.LEFT * 4 + glyphs.PLANNED


def test_an_overdue_lane_is_dotted_from_its_day_to_today() -> None:
    drawn = drawn_bar(BOOKS)
    assert f"{glyphs.PLANNED}{glyphs.NOTHING}" in drawn
    assert drawn.rstrip().endswith(f"{glyphs.NOTHING}{glyphs.TODAY}")


def test_a_lane_due_before_the_span_is_only_dots() -> None:
    drawn = drawn_bar(BOOKS, axis=Axis(day(11, 10), day(12, 31), 40))
    assert set(drawn.split(glyphs.TODAY)[0]) == {glyphs.NOTHING}


def test_a_met_lane_ends_with_a_tick_and_a_dropped_one_with_dots() -> None:
    assert drawn_bar(CV).split(glyphs.TODAY)[0].rstrip().endswith(glyphs.TICK)
    assert f"{glyphs.DONE}{glyphs.NOTHING}" in drawn_bar(RUST)


def test_a_lane_that_goes_past_the_edge_says_so() -> None:
    assert drawn_bar(JUNIORS).endswith(glyphs.BEYOND)
    assert drawn_bar(JUNIORS.but(end=None)).endswith(glyphs.BEYOND)


def test_the_ruler_names_each_month_where_it_begins() -> None:
    drawn = ruler(AXIS)
    assert drawn.split() == ["Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    assert drawn.index("Nov") == AXIS.at(day(11, 1))


def test_a_ruler_over_the_turn_of_a_year_names_the_new_year() -> None:
    assert ruler(Axis(date(2026, 11, 1), date(2027, 2, 28), 40)).split() == ["Nov", "Dec", "2027", "Feb"]


def test_in_a_short_span_a_lane_reaches_its_arrow() -> None:
    drawn = drawn_bar(JUNIORS, axis=Axis(day(11, 16), day(11, 29), 46))
    assert drawn.endswith(glyphs.LEFT + glyphs.BEYOND)


def test_a_ruler_over_many_years_names_years() -> None:
    assert ruler(Axis(date(2020, 1, 1), date(2026, 12, 31), 60)).split()[:2] == ["2020", "2021"]


@settings(deadline=None)
@given(DAYS, DAYS, DAYS, st.integers(1, 120))
def test_an_axis_keeps_days_in_order_and_inside(one: date, two: date, other: date, cells: int) -> None:
    since, until = sorted([one, two])
    axis = Axis(since, until, cells)
    assert 0 <= axis.at(other) < cells
    assert axis.at(since) <= axis.at(other) <= axis.at(until)
    assert cell_len(ruler(axis)) <= cells
