"""The drawn skills and their plain form."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from mentorlog.domain.growth import Growth, growth
from mentorlog.views.look import Look
from mentorlog.views.plain import one_line
from mentorlog.views.skills import draw
from mentorlog.views.told.skills import tell
from tests.thorough import many
from tests.views.golden import same
from tests.views.nasty import WORDS
from tests.views.sample import EMPTY, SAMPLE

MODEL = growth(SAMPLE)


@pytest.mark.parametrize("width", [40, 80, 120])
def test_the_skills_look_as_they_did(width: int) -> None:
    same(f"skills_{width}.txt", str(draw(MODEL, Look(width=width))))


def test_the_linear_skills_say_the_same() -> None:
    same("skills_told.txt", tell(MODEL, Look(linear=True)))


def test_ascii_shows_levels_as_digits() -> None:
    drawn = str(draw(MODEL, Look(width=80, ascii=True)))
    assert drawn.isascii()
    assert "111122222222" in drawn


def test_an_unrated_skill_shows_a_question_mark_and_no_zero() -> None:
    row = next(line for line in str(draw(MODEL, Look(width=80))).splitlines() if "People management" in line)
    assert "?" in row
    assert "0" not in row


def test_what_others_say_stands_beside_and_is_never_averaged() -> None:
    row = next(
        line for line in str(draw(MODEL, Look(width=80))).splitlines() if line.startswith(" Public speaking")
    )
    assert row.split("━")[0].strip() == "Public speaking"
    assert "  2     4  " in row
    assert row.endswith("Priya Nair 3")


def test_no_skills_says_how_to_begin() -> None:
    assert "mentorlog skill add" in str(draw(growth(EMPTY), Look(width=80)))
    assert "mentorlog skill add" in tell(growth(EMPTY), Look())


def test_the_largest_gap_without_a_plan_prints_the_command_that_makes_one() -> None:
    bare = growth(SAMPLE.but(actions=()))
    assert 'mentorlog skill plan public-speaking --do "…" --by eoq' in str(draw(bare, Look(width=80)))


@settings(deadline=None, max_examples=many(60))
@given(words=WORDS, width=st.integers(1, 130))
def test_no_line_is_wider_than_the_terminal(words: str, width: int) -> None:
    drawn = str(draw(_about(words), Look(width=width)))
    assert all(cell_len(line) <= width for line in drawn.split("\n"))


@settings(deadline=None, max_examples=many(60))
@given(words=WORDS)
def test_no_word_is_lost_in_the_linear_form(words: str) -> None:
    assert one_line(words) in tell(_about(words), Look(linear=True))


def _about(words: str) -> Growth:
    skills = tuple(one.but(name=words) for one in SAMPLE.skills)
    actions = tuple(one.but(text=words) for one in SAMPLE.actions)
    people = {key: one.but(name=words) for key, one in SAMPLE.people.items()}
    return growth(SAMPLE.but(skills=skills, actions=actions, people=people))
