"""How skills stand and how they grew."""

from __future__ import annotations

from datetime import date

import pytest

from mentorlog.domain.actions import Action
from mentorlog.domain.growth import SkillRow, growth, month_ends
from mentorlog.domain.people import Person
from mentorlog.domain.skills import Rating, Skill
from mentorlog.domain.snapshot import Snapshot

TODAY = date(2026, 11, 22)
ANA = Person(id=1, name="Ana Ruiz", handle="ana")


def row(*ratings: tuple[int, date], target: int | None = None, today: date = TODAY) -> SkillRow:
    given = tuple(Rating(id=n, skill_id=1, level=level, day=day) for n, (level, day) in enumerate(ratings, 1))
    skill = Skill(id=1, name="SQL", handle="sql", target=target)
    return growth(Snapshot(today=today, skills=(skill,), ratings=given)).skills[0]


def test_month_ends_are_twelve_and_the_last_is_today() -> None:
    ends = month_ends(date(2028, 3, 31))
    assert len(ends) == 12
    assert ends[-3:] == [date(2028, 1, 31), date(2028, 2, 29), date(2028, 3, 31)]


def test_months_are_empty_before_the_first_rating() -> None:
    assert row((2, date(2026, 10, 5)), (3, date(2026, 11, 1))).months == (None,) * 10 + (2, 3)


def test_an_unrated_skill_has_no_level_no_gap_and_no_change() -> None:
    found = row(target=3)
    assert (found.now, found.gap, found.change, found.rated) == (None, None, None, None)


def test_a_rating_ahead_of_today_does_not_count_yet() -> None:
    assert row((2, date(2026, 1, 1)), (4, date(2026, 12, 24))).now == 2


@pytest.mark.parametrize(
    ("ratings", "change"),
    [
        ([(1, date(2025, 1, 1)), (3, date(2026, 5, 1))], 2),
        ([(1, date(2026, 2, 1)), (2, date(2026, 5, 1))], 1),
        ([(3, date(2025, 1, 1))], 0),
        ([(3, date(2026, 5, 1))], None),
        ([(3, date(2025, 1, 1)), (2, date(2026, 5, 1))], -1),
        ([(0, date(2024, 1, 1)), (3, date(2025, 1, 1)), (3, date(2026, 1, 1))], 0),
    ],
)
def test_change_is_against_a_year_ago_or_the_first_rating_since(
    ratings: list[tuple[int, date]], change: int | None
) -> None:
    assert row(*ratings).change == change


def test_a_leap_day_has_a_year_before_it() -> None:
    assert row((1, date(2027, 2, 28)), (2, date(2028, 2, 1)), today=date(2028, 2, 29)).change == 1


def test_a_gap_never_falls_below_nothing() -> None:
    assert row((4, TODAY), target=3).gap == 0


def test_what_others_say_is_their_last_word_and_leaves_mine_alone() -> None:
    ratings = (
        Rating(id=1, skill_id=1, level=1, day=date(2026, 1, 1)),
        Rating(id=2, skill_id=1, level=4, day=date(2026, 1, 2), by_id=1),
        Rating(id=3, skill_id=1, level=3, day=date(2026, 2, 2), by_id=1),
        Rating(id=4, skill_id=1, level=5, day=date(2026, 2, 2), by_id=7),
    )
    snapshot = Snapshot(
        today=TODAY, people={1: ANA}, skills=(Skill(id=1, name="SQL", handle="sql"),), ratings=ratings
    )
    (found,) = growth(snapshot).skills
    assert found.now == 1
    assert [(one.name, one.level) for one in found.others] == [("Ana Ruiz", 3), ("someone", 5)]


def test_the_biggest_gap_comes_first_then_the_unrated_then_the_rest_by_name() -> None:
    skills = tuple(
        Skill(id=number, name=name, handle=name, target=target)
        for number, (name, target) in enumerate(
            [("met", 1), ("none", None), ("unrated", 3), ("big", 5), ("small", 3), ("Also", None)], 1
        )
    )
    ratings = tuple(Rating(id=n, skill_id=n, level=2, day=TODAY) for n in (1, 2, 4, 5))
    page = growth(Snapshot(today=TODAY, skills=skills, ratings=ratings))
    assert [one.name for one in page.skills] == ["big", "small", "unrated", "Also", "met", "none"]
    assert page.below == 3


def test_the_plan_shows_what_is_done_before_what_is_to_do() -> None:
    actions = (
        Action(id=1, text="later", skill_id=1, due=date(2027, 1, 1)),
        Action(id=2, text="soon", skill_id=1, due=date(2026, 12, 1)),
        Action(id=3, text="done", skill_id=1, state="done", ended=TODAY),
        Action(id=4, text="dropped", skill_id=1, state="dropped", ended=TODAY),
        Action(id=5, text="other", skill_id=2),
    )
    skills = (Skill(id=1, name="SQL", handle="sql"),)
    (found,) = growth(Snapshot(today=TODAY, skills=skills, actions=actions)).skills
    assert [one.text for one in found.plan] == ["done", "soon", "later"]
