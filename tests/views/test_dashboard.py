"""The drawn dashboard and its plain form."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from mentorlog.domain.dashboard import Dashboard, dashboard
from mentorlog.domain.next import suggestions
from mentorlog.views.dashboard import draw
from mentorlog.views.look import Look
from mentorlog.views.plain import one_line
from mentorlog.views.told.dashboard import tell
from tests.thorough import many
from tests.views.golden import same
from tests.views.nasty import WORDS
from tests.views.sample import EMPTY, SAMPLE

MODEL = dashboard(SAMPLE, suggestions(SAMPLE))


@pytest.mark.parametrize("width", [40, 66, 80, 120])
def test_the_dashboard_looks_as_it_did(width: int) -> None:
    same(f"dashboard_{width}.txt", str(draw(MODEL, Look(width=width))))


def test_the_ascii_dashboard_has_no_other_characters() -> None:
    drawn = str(draw(MODEL, Look(width=80, ascii=True)))
    same("dashboard_ascii.txt", drawn)
    assert drawn.isascii()


def test_the_linear_dashboard_says_the_same() -> None:
    same("dashboard_told.txt", tell(MODEL, Look(linear=True)))


def test_an_empty_journal_shows_three_ways_to_begin() -> None:
    model = dashboard(EMPTY, ())
    drawn = str(draw(model, Look(width=80)))
    same("dashboard_empty.txt", drawn)
    for command in ("mentorlog person add", "mentorlog goal add", "mentorlog demo"):
        assert command in drawn
        assert command in tell(model, Look())


def test_after_a_long_silence_one_calm_line_leads_to_catchup() -> None:
    quiet = MODEL.but(quiet=78)
    drawn = str(draw(quiet, Look(width=80))).split("\n")
    assert drawn[2] == " No entry for 78 days.  mentorlog catchup  asks what happened since"
    assert "No entry for 26 weeks." in str(draw(MODEL.but(quiet=182), Look(width=40)))
    said = tell(quiet, Look()).split("\n")
    assert said[1] == "No entry for 78 days.\tmentorlog catchup\tasks what happened since"
    assert "catchup" not in str(draw(MODEL, Look(width=80)))


def test_every_need_names_the_command_that_settles_it() -> None:
    for width in (40, 80):
        drawn = str(draw(MODEL, Look(width=width)))
        assert all(need.command in drawn for need in MODEL.needs)


def test_only_the_overdue_promise_is_drawn_as_bad() -> None:
    bad = [
        text.plain
        for text in draw(MODEL, Look(width=80)).finished()
        if any(span.style == "bad" for span in text.spans)
    ]
    assert len(bad) == 1
    assert "RFC draft" in bad[0]


@settings(deadline=None, max_examples=many(60))
@given(words=WORDS, width=st.integers(1, 130))
def test_no_line_is_wider_than_the_terminal(words: str, width: int) -> None:
    model = _about(words)
    for look in (Look(width=width), Look(width=width, ascii=True)):
        assert all(cell_len(line) <= width for line in str(draw(model, look)).split("\n"))


@settings(deadline=None, max_examples=many(60))
@given(words=WORDS)
def test_no_word_is_lost_in_the_linear_form(words: str) -> None:
    said = tell(_about(words), Look(linear=True))
    assert said.count(one_line(words)) >= 3


def _about(words: str) -> Dashboard:
    goals = tuple(one.but(title=words) for one in SAMPLE.goals)
    skills = tuple(one.but(name=words) for one in SAMPLE.skills)
    actions = tuple(one.but(text=words) for one in SAMPLE.actions)
    people = {key: one.but(name=words) for key, one in SAMPLE.people.items()}
    snapshot = SAMPLE.but(goals=goals, skills=skills, actions=actions, people=people, me=words)
    return dashboard(snapshot, suggestions(snapshot))
