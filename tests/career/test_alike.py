"""Likeness of roles: symmetrical, in one order, and a matter of several parts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorlog.career.alike import near
from mentorlog.career.features import by_profile, by_rarity, words

TERMS = st.sampled_from(["plan", "test", "code", "heal", "teach"])
TEXTS = st.lists(st.lists(TERMS, max_size=6), min_size=2, max_size=8)


def test_words_lose_their_endings_and_the_common_ones() -> None:
    assert words("Plans the backups; planning, planned, planner") == [
        "plan",
        "backup",
        "plann",
        "plann",
        "plann",
    ]
    assert words("C++ and SQL in the Cloud") == ["c++", "sql", "cloud"]


def test_what_only_one_has_connects_it_with_nobody() -> None:
    block = by_rarity([["code", "heal"], ["code"], ["teach"]])
    assert (block[0], block[2].places) == (block[1], ())


def test_a_profile_is_what_differs_from_the_mean() -> None:
    block = by_profile([{"a": 3.0, "b": 1.0}, {"a": 3.0, "b": 5.0}, {}])
    assert block[0].places == block[1].places == [1]
    assert (block[0].parts, block[1].parts) == ([-1.0], [1.0])
    assert block[2].places == ()


@given(TEXTS, TEXTS)
def test_likeness_is_the_same_from_both_sides(one: list[list[str]], other: list[list[str]]) -> None:
    count = min(len(one), len(other))
    features = {"tasks": by_rarity(one[:count]), "titles": by_rarity(other[:count])}
    scores = {(at, near_.at): near_.score for at in range(count) for near_ in near(at, features)}
    for (at, to), score in scores.items():
        assert 0 <= score <= 1
        assert score == pytest.approx(scores[to, at], abs=0.002)


@given(TEXTS, st.randoms(use_true_random=False))
def test_the_order_of_roles_changes_no_ranking(texts: list[list[str]], chance: object) -> None:
    order = list(range(len(texts)))
    chance.shuffle(order)  # type: ignore[attr-defined]
    plain = near(0, {"tasks": by_rarity(texts)}, among=[f"{n:02}" for n in range(len(texts))])
    mixed = near(
        order.index(0), {"tasks": by_rarity([texts[n] for n in order])}, among=[f"{n:02}" for n in order]
    )
    assert [(one.at, one.score) for one in plain] == [(order[one.at], one.score) for one in mixed]


def test_parts_that_one_of_two_lacks_count_neither_for_nor_against() -> None:
    features = {
        "tasks": by_rarity([["heal"], ["heal"], ["heal"], ["code"], ["code"]]),
        "interests": by_profile([{"a": 5.0}, {}, {"a": 1.0}, {"a": 3.0}, {"a": 3.0}]),
    }
    first, second, *_ = near(0, features)
    assert (first.at, first.score, first.parts) == (1, 1.0, {"tasks": 1.0})
    assert (second.at, second.parts) == (2, {"tasks": 1.0, "interests": -1.0})
    assert second.score < first.score


def test_a_part_without_weight_is_not_looked_at() -> None:
    features = {"tasks": by_rarity([["heal"], ["heal"], ["code"], ["code"]])}
    assert {one.score for one in near(0, features, {"titles": 1})} == {0.0}
