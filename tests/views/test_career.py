"""The career pages, drawn and told: as they looked, at any width, with any words."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from mentorlog.career.compare_page import compare_page
from mentorlog.career.explore_page import explore_page
from mentorlog.career.gap_page import gap_page
from mentorlog.career.path_page import path_page
from mentorlog.career.plan_page import plan_page
from mentorlog.career.standpoint import Standpoint
from mentorlog.domain.careers import Said
from mentorlog.domain.roles import Role
from mentorlog.views.look import Look
from mentorlog.views.plain import one_line
from tests.views.careers import LENA, SAID, TODAY, at
from tests.views.golden import same
from tests.views.nasty import WORDS

PAGES = ("gap", "path", "explore", "compare", "plan")


def page_of(name: str, here: Standpoint, role: str = "backend") -> Any:
    """The model of a page."""
    if name == "gap":
        return gap_page(here.role(role), here)
    if name == "path":
        return path_page(here.role("dba"), here.role("lead"), here)
    if name == "explore":
        return explore_page(here.here, here)
    if name == "compare":
        return compare_page(here.role("dba"), here.role(role), here)
    return plan_page(here.role(role), here)


def drawn(name: str, model: Any, look: Look, **how: Any) -> str:
    return str(import_module(f"mentorlog.views.career_{name}").draw(model, look, **how))


def told(name: str, model: Any) -> str:
    said: str = import_module(f"mentorlog.views.told.career_{name}").tell(model, Look(linear=True))
    return said


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_looks_as_it_did(name: str, width: int) -> None:
    same(f"career_{name}_{width}.txt", drawn(name, page_of(name, at()), Look(width=width)))


@pytest.mark.parametrize("name", PAGES)
def test_the_linear_form_says_the_same(name: str) -> None:
    same(f"career_{name}_told.txt", told(name, page_of(name, at())))


def test_the_sum_behind_each_score_looks_as_it_did() -> None:
    for width in (40, 80):
        model = page_of("explore", at())
        same(f"career_explain_{width}.txt", drawn("explore", model, Look(width=width), explain=True))


@pytest.mark.parametrize("name", PAGES)
def test_ascii_has_a_twin_for_every_glyph(name: str) -> None:
    assert drawn(name, page_of(name, at()), Look(width=80, ascii=True)).isascii()


@pytest.mark.parametrize("name", PAGES)
def test_a_mentors_page_names_the_mentee_and_never_says_you(name: str) -> None:
    model = page_of(name, at(LENA, None))
    for text in (drawn(name, model, Look(width=80)), told(name, model)):
        assert "Lena Vogt" in text
        assert "--for lena" in text
        assert "you have" not in text


@pytest.mark.parametrize("name", PAGES)
def test_an_empty_journal_has_every_page(name: str) -> None:
    model = page_of(name, at(Said(today=TODAY), None))
    assert drawn(name, model, Look(width=80)).strip()
    assert told(name, model).strip()


@pytest.mark.parametrize("name", PAGES)
@given(words=WORDS, width=st.integers(1, 130))
def test_no_line_is_wider_than_the_terminal_and_no_word_is_lost(name: str, words: str, width: int) -> None:
    own = Role(id=1, name=words, handle="own", needs=f"sql:5\npython|go:3:2 {one_line(words)}\nown-skill:3")
    skills = tuple(one.but(name=words) for one in SAID.skills)
    here = at(SAID.but(roles=(own,), skills=skills, raters={1: words}))
    model = page_of(name, here, "own")
    look = Look(width=width)
    assert all(cell_len(line) <= width for line in drawn(name, model, look).split("\n"))
    if name in ("gap", "compare", "plan"):
        assert one_line(words) in told(name, model)


def test_unrated_is_a_question_mark_and_no_zero() -> None:
    model = page_of("gap", at(LENA))
    row = next(line for line in drawn("gap", model, Look(width=80)).splitlines() if line.startswith(" SQL"))
    assert row.split()[2:] == ["?", "3", "?", "up", "to", "275", "h"]


def test_what_transfers_and_what_others_say_stand_beside() -> None:
    text = drawn("gap", page_of("gap", at()), Look(width=80))
    assert "1.2 from SQL" in text
    assert "Priya 2" in text
    assert "n31 w9" in text
    assert "a7" in text


@pytest.mark.parametrize(
    ("limit", "said"),
    [
        ("steps", "takes more than 4 steps"),
        ("detour", "takes more hours than 1.5 times going straight there"),
        ("steps and detour", "more than 4 steps, and more hours than 1.5 times"),
        ("reach", "No chain of steps leads there"),
    ],
)
def test_each_limit_has_a_sentence_of_its_own(limit: str, said: str) -> None:
    model = page_of("path", at()).but(limit=limit, steps=())
    for text in (drawn("path", model, Look(width=120)), told("path", model)):
        assert said in " ".join(text.split())
        assert "mentorlog career gap lead" in text


def test_the_same_role_is_no_step() -> None:
    here = at()
    model = path_page(here.role("dba"), here.role("dba"), here)
    assert "there already" in drawn("path", model, Look(width=80))


def test_hours_are_a_range_and_said_in_weeks_months_or_years() -> None:
    from mentorlog.career.effort import Hours
    from mentorlog.views.told.career import hours_words, in_all, span_words

    assert [hours_words(Hours(*one)) for one in ((0, 0), (0, 15), (430, 1480))] == [
        "",
        "up to 15 h",
        "430–1,480 h",
    ]
    said = [
        span_words(Hours(*one), 5)
        for one in ((5, 15), (20, 60), (100, 300), (400, 1500), (0, 4), (50, 52), (80, 583))
    ]
    assert said == [
        "about 1 to 3 weeks",
        "about 4 to 12 weeks",
        "about 5 to 14 months",
        "about 2 to 6 years",
        "up to 1 week",
        "about 10 weeks",
        "about 4 months to 2 years",
    ]
    assert in_all(Hours(5, 15), None) == "5–15 h"
    assert in_all(Hours(0, 0), 5) == "none"
