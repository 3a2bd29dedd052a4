"""Which copies stay, and which names are easily taken for each other."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorlog.domain.care import (
    DAYS,
    LEAST,
    MONTHS,
    WEEKS,
    Checkup,
    Finding,
    copy_name,
    kept,
    read_copy,
    skeleton,
)
from tests.thorough import many

NOW = datetime(2026, 5, 4, 8, 0, tzinfo=UTC)


def copies(hours_ago: list[int]):
    made = [
        read_copy(copy_name(NOW - timedelta(hours=one), "1f2e3d4c", n)) for n, one in enumerate(hours_ago)
    ]
    return [one for one in made if one]


def test_a_name_says_when_where_and_after_how_many_changes() -> None:
    name = copy_name(NOW, "1f2e3d4c", 412)
    assert name == "mentorlog-20260504T080000Z-1f2e3d4c-412.db"
    assert read_copy(name) == (name, NOW, "1f2e3d4c", 412)


@pytest.mark.parametrize(
    "name", ["journal.db", f".{copy_name(NOW, 'ab', 1)}", "mentorlog-20261399T080000Z-ab-1.db"]
)
def test_any_other_file_is_no_backup(name: str) -> None:
    assert read_copy(name) is None


def test_of_two_years_of_daily_copies_seven_days_five_weeks_and_twelve_months_stay() -> None:
    stay = kept(copies([24 * day for day in range(730)]))
    words = list(stay.values())
    assert len(stay) <= DAYS + WEEKS + MONTHS
    assert words.count("newest") == LEAST
    assert words.count("newest") + words.count("daily") == DAYS
    ages = sorted((NOW - one.made).days for one in map(read_copy, stay) if one)
    assert ages[:DAYS] == list(range(DAYS))
    assert 300 < ages[-1] < 365


@settings(deadline=None, max_examples=many(50))
@given(st.lists(st.integers(0, 20_000), max_size=60))
def test_the_newest_three_always_stay_and_what_stayed_stays_when_it_is_asked_again(hours: list[int]) -> None:
    found = copies(hours)
    stay = kept(found)
    newest = sorted(found, key=lambda one: (one.made, one.head), reverse=True)[:LEAST]
    assert {one.name for one in newest} <= stay.keys()
    assert kept([one for one in found if one.name in stay]).keys() == stay.keys()


def test_the_exit_code_is_the_worst_finding() -> None:
    def of(*states: str) -> int:
        return Checkup(
            path="", findings=tuple(Finding(name="x", state=one, says="It is so.") for one in states)
        ).exit_code

    assert [of(), of("ok"), of("ok", "warn"), of("warn", "bad", "ok")] == [0, 0, 1, 2]


@pytest.mark.parametrize(
    ("one", "other"), [("bo", "b0"), ("ana", "аna"), ("ana", "an\u200da"), ("lee", "1ee")]
)
def test_names_that_look_the_same_have_one_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)
    assert skeleton("ana") != skeleton("bo")
