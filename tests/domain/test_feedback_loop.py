"""Feedback over time: counted with its records, timed without a score."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from mentorlog.domain.feedback import Course, Feedback, Mark
from mentorlog.domain.feedback_loop import Took, loop, over_time
from mentorlog.domain.refs import Ref

DAY = date(2026, 1, 1)


def heard(id: int, days: int = 0, **more: object) -> Feedback:
    return Feedback(**{"id": id, "from_id": 1, "day": DAY + timedelta(days=days), **more})


def came(one: Feedback, acted: int | None = None, shown: int | None = None) -> Course:
    marks = [
        None if days is None else Mark(one.day + timedelta(days=days), Ref("win", days + 1))
        for days in (acted, shown)
    ]
    return Course(feedback=one, acted=marks[0], shown=marks[1])


def test_each_part_of_the_loop_names_its_feedback_oldest_first() -> None:
    praise = came(heard(1, 9, tone="praise"))
    whole = loop(
        [
            came(heard(5, 20)),
            came(heard(2, 1), acted=3, shown=10),
            praise,
            came(heard(3, 2), shown=30),
            came(heard(4, 3), acted=1, shown=12),
            came(heard(6, 4, from_id=None, to_id=2, delivered=DAY + timedelta(days=6))),
            came(heard(7, 5, from_id=None, to_id=2)),
        ]
    )
    assert [one.id for one in whole.praise] == [1]
    assert [one.id for one in whole.growth] == [2, 3, 4, 5]
    assert [one.id for one in whole.acted] == [2, 4]
    assert [one.id for one in whole.shown] == [2, 3, 4]
    assert [one.id for one in whole.open] == [5]
    assert whole.took == Took(least=10, middle=12, most=30)
    assert ([one.id for one in whole.given], [one.id for one in whole.owed]) == ([6], [7])
    assert whole.waited == Took(least=2, middle=2, most=2)


def test_nothing_closed_takes_no_time_and_what_was_there_before_is_not_counted() -> None:
    assert loop([came(heard(1))]).took is None
    assert loop([came(heard(1), shown=-3)]).took is None
    assert loop([came(heard(1), shown=-3), came(heard(2), shown=0)]).took == Took(least=0, middle=0, most=0)


@given(
    st.lists(
        st.tuples(st.integers(0, 400), st.none() | st.integers(0, 90), st.none() | st.integers(0, 90)),
        max_size=8,
    )
)
def test_the_order_of_the_feedback_changes_nothing(told: list[tuple[int, int | None, int | None]]) -> None:
    courses = [came(heard(id, day), acted, shown) for id, (day, acted, shown) in enumerate(told, 1)]
    assert loop(courses) == loop(reversed(courses))
    assert len(loop(courses).open) <= len(courses)


def test_a_theme_tells_from_when_to_when_and_how_far_each_came() -> None:
    (one,) = over_time([heard(2, 30, theme="Tests"), heard(1, 0, theme="tests")], acted=[1, 2], shown=[1])
    assert (one.count, one.first, one.last) == (2, DAY, DAY + timedelta(days=30))
    assert one.states == ("acted", "shown")
    assert [ref.id for ref in one.refs] == [2, 1]
