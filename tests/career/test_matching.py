"""The world's names for skills meet ours by name, never by a guess."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorlog.career.matching import Matcher, needed
from tests.career.worlds import role, whole


@pytest.mark.parametrize(
    ("name", "ours"),
    [
        ("SQL", "sql"),
        ("Structured query language SQL", "sql"),
        ("Microsoft Azure software", "azure"),
        ("Oracle Java", "java"),
        ("Python (computer programming)", "python"),
        ("Microsoft Power BI", "data-visualisation"),
        ("C#", "c#"),
    ],
)
def test_a_name_of_ours_in_other_words_is_found(name: str, ours: str) -> None:
    matcher = Matcher(whole().skills)
    assert matcher.id(name) == ours
    assert not matcher.own


def test_what_is_none_of_ours_is_kept_under_its_own_name() -> None:
    matcher = Matcher(whole().skills)
    assert matcher.id("Juggling fire", "other") == matcher.id("Juggling fire") == "juggling-fire"
    assert matcher.own["juggling-fire"].name == "Juggling fire"


def test_a_skill_with_people_is_not_taken_for_a_technical_one() -> None:
    matcher = Matcher(whole().skills)
    assert matcher.id("Monitoring", technical=False) not in whole().skills
    assert matcher.id("Monitoring", technical=True) == "observability"


@given(st.text(max_size=30), st.sampled_from([None, True, False]))
def test_no_name_takes_the_place_of_a_skill_of_ours(name: str, technical: bool | None) -> None:
    matcher = Matcher(whole().skills)
    found = matcher.id(name, technical=technical)
    assert (found in whole().skills) != (found in matcher.own)


def test_the_most_needed_comes_first_with_the_nearest_of_ours() -> None:
    matcher = Matcher(whole().skills)
    rare, common = matcher.id("Zzyzx"), matcher.id("Negotiations with suppliers")
    told = matcher.unmatched(needed([role("x", f"{rare}:1", f"{common}:2"), role("y", f"{common}:3")]))
    assert [(one.name, one.roles) for one in told] == [("Negotiations with suppliers", 2), ("Zzyzx", 1)]
    assert matcher.unmatched(needed([role("x", "other:1")])) == ()
    matcher.id("Negotiatons")
    (typo,) = matcher.unmatched(needed([role("x", "negotiatons:1")]))
    assert typo.nearest[0] == "negotiation"
