"""Rehearsals: scores by topic, and how they move."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorlog.domain.rehearsals import Move, Rehearsal, before_each, file_words, moves, read_scores
from mentorlog.errors import Refused, Unreadable


def held(id: int, day: int, scores: str, form: str = "cv") -> Rehearsal:
    return Rehearsal(id=id, form=form, day=date(2026, 5, day), scores=read_scores([scores]))


def test_scores_are_read_one_by_one_or_with_commas_and_the_last_word_counts() -> None:
    assert (
        read_scores(["story=3, pace=2", "first  sentence = 4", "Pace=5"])
        == "story=3\nPace=5\nfirst sentence=4"
    )
    assert read_scores(["a=b=3"]) == "a-b=3"
    assert read_scores([]) == ""


@pytest.mark.parametrize(
    "typed", ["story", "story=0", "story=6", "story=x", "story=", "=3", "story=3.5", "3", "a=１"]
)
def test_a_score_is_a_topic_and_a_number_from_1_to_5(typed: str) -> None:
    with pytest.raises(Unreadable):
        read_scores([typed])


def test_more_than_20_topics_are_refused() -> None:
    with pytest.raises(Refused, match="21 topics"):
        read_scores([f"t{number}=1" for number in range(21)])


@given(st.dictionaries(st.text("abcdefgh ", min_size=1).filter(str.strip), st.integers(1, 5), max_size=9))
def test_what_is_read_reads_the_same_again(marks: dict[str, int]) -> None:
    kept = read_scores([f"{topic}={mark}" for topic, mark in marks.items()])
    assert read_scores([kept]) == kept
    assert all(
        1 <= mark <= 5 for mark in Rehearsal(form="cv", day=date(2026, 5, 1), scores=kept).marks.values()
    )


def test_topics_move_whatever_their_capitals_and_what_was_left_out_is_said() -> None:
    found = moves(held(2, 9, "story=4, pace=3, voice=2"), held(1, 2, "Story=2, pace=3, length=5"))
    assert [one.words for one in found] == [
        "story 2 → 4",
        "pace 3 as before",
        "voice 2",
        "length not scored, 5 before",
    ]
    assert moves(held(1, 2, "story=2"), None) == [Move("story", None, 2)]


def test_each_is_compared_with_the_one_before_of_its_own_kind() -> None:
    first, talk, second = held(1, 2, "a=1"), held(2, 5, "a=2", "interview"), held(3, 2, "a=3")
    assert before_each([second, talk, first]) == {3: first}


def test_scores_that_cannot_be_read_are_left_out_rather_than_fatal() -> None:
    odd = Rehearsal(form="cv", day=date(2026, 5, 1), scores="story\nstory=9\n=3\npace=4\n\n")
    assert odd.marks == {"pace": 4}


def test_a_version_is_told_by_name_size_and_hash() -> None:
    cv = Rehearsal(form="cv", day=date(2026, 5, 1), file="cv.pdf", size=18204, sha256="9f2c1ab0" + "0" * 56)
    assert file_words(cv) == "cv.pdf, 18,204 bytes, sha256 9f2c1ab0…"
    assert file_words(held(1, 1, "")) == ""
