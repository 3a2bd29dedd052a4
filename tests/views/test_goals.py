"""A goal's drawn page and its plain form."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from mentorlog.domain.goalpage import GoalPage, goal_page
from mentorlog.domain.goals import MEASURES
from mentorlog.views.goals import draw
from mentorlog.views.look import Look
from mentorlog.views.plain import one_line
from mentorlog.views.told.goals import next_command, tell
from tests.thorough import many
from tests.views.golden import same
from tests.views.nasty import WORDS
from tests.views.sample import GOALS, MOMENTS, SAMPLE, TODAY

MODEL = goal_page(SAMPLE, GOALS[0], MOMENTS)
BARE = goal_page(SAMPLE, GOALS[3], ())


@pytest.mark.parametrize("width", [40, 80, 120])
def test_a_goal_looks_as_it_did(width: int) -> None:
    same(f"goal_{width}.txt", str(draw(MODEL, Look(width=width))))


def test_a_goal_without_much_looks_as_it_did() -> None:
    same("goal_bare.txt", str(draw(BARE, Look(width=80))))


def test_the_linear_goal_says_the_same() -> None:
    same("goal_told.txt", tell(MODEL, Look(linear=True)))


def test_standing_is_a_glyph_a_word_and_a_colour() -> None:
    line = list(draw(MODEL, Look(width=80)).finished())[1]
    assert line.plain.startswith(" ● on track")
    assert any(span.style == "good" for span in line.spans)


def test_an_overdue_goal_is_a_warning_and_never_bad() -> None:
    styles = {span.style for line in draw(BARE, Look(width=80)).finished() for span in line.spans}
    assert "warn" in styles
    assert "bad" not in styles


def test_a_goal_without_a_success_test_prints_the_command_that_adds_one() -> None:
    assert 'mentorlog goal edit g4 --done-when "…"' in str(draw(BARE, Look(width=80)))
    assert "--done-when" not in str(draw(MODEL, Look(width=80)))


@pytest.mark.parametrize("measure", MEASURES)
def test_the_last_line_moves_the_goal_on(measure: str) -> None:
    page = goal_page(SAMPLE, GOALS[1].but(measure=measure), ())
    assert next_command(page).startswith("mentorlog goal ")
    assert "g2" in next_command(page)


def test_the_last_line_of_an_ended_goal_opens_it_again() -> None:
    ended = goal_page(SAMPLE, GOALS[1].but(state="met", ended=TODAY), ())
    assert next_command(ended) == "mentorlog goal reopen g2"


@settings(deadline=None, max_examples=many(60))
@given(words=WORDS, width=st.integers(1, 130))
def test_no_line_is_wider_than_the_terminal(words: str, width: int) -> None:
    drawn = str(draw(_about(words), Look(width=width)))
    assert all(cell_len(line) <= width for line in drawn.split("\n"))


@settings(deadline=None, max_examples=many(60))
@given(words=WORDS)
def test_no_word_is_lost_in_the_linear_form(words: str) -> None:
    assert tell(_about(words), Look(linear=True)).count(one_line(words)) >= 5


def _about(words: str) -> GoalPage:
    goal = GOALS[0].but(title=words, why=words, done_when=words)
    steps = tuple(one.but(text=words) for one in SAMPLE.steps)
    actions = tuple(one.but(text=words) for one in SAMPLE.actions)
    moments = [one.but(title=words, quote=words) for one in MOMENTS]
    return goal_page(SAMPLE.but(steps=steps, actions=actions), goal, moments)
