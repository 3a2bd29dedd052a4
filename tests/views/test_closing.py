"""The closing page: drawn and told."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from mentorlog.domain.closing import Closing, Level, Outcome, Promise, Shown
from mentorlog.domain.refs import Ref
from mentorlog.views.closing import draw
from mentorlog.views.look import Look
from mentorlog.views.plain import one_line
from mentorlog.views.told.closing import tell
from tests.thorough import many
from tests.views.golden import same
from tests.views.nasty import WORDS

START, END = date(2026, 1, 5), date(2026, 11, 22)


def level(skill: str, rater: str, first: int, last: int) -> Level:
    return Level(
        skill=skill,
        rater=rater,
        first=first,
        first_day=START,
        last=last,
        last_day=date(2026, 10, 9) if last != first else START,
        evidence=(Shown(ref=Ref("win", 9), text="Cut p99 on the orders query"),) if last > first else (),
    )


def promise(id: int, owner: str, state: str, text: str) -> Promise:
    return Promise(ref=Ref("action", id), owner=owner, text=text, state=state, day=date(2026, 6, id))


MODEL = Closing(
    me="Alex Kim",
    name="Priya Nair",
    ref=Ref("mentorship", 1),
    side="mentee",
    since=START,
    until=END,
    purpose="Lead without losing the craft.",
    talks=22,
    minutes=990,
    levels=(
        level("System design", "", 1, 3),
        level("System design", "Priya Nair", 3, 3),
        level("Go", "", 4, 3),
    ),
    goals=(
        Outcome(ref=Ref("goal", 1), title="Ship the public API", state="met", day=date(2026, 10, 1)),
        Outcome(
            ref=Ref("goal", 2),
            title="Speak at a local meetup",
            state="dropped",
            day=date(2026, 8, 3),
            why="the meetup moved away",
        ),
        Outcome(ref=Ref("goal", 3), title="Grow two junior engineers", state="open"),
    ),
    promises=(
        *(promise(number, "", "done", f"Kept promise {number}") for number in range(1, 11)),
        promise(14, "", "open", "Send Priya the RFC draft"),
        promise(18, "Priya Nair", "dropped", "Introduce me to the platform lead"),
    ),
)
BARE = MODEL.but(purpose="", talks=0, minutes=0, levels=(), goals=(), promises=())


@pytest.mark.parametrize("width", [40, 80, 120])
def test_the_page_looks_as_it_did(width: int) -> None:
    same(f"closing_{width}.txt", str(draw(MODEL, Look(width=width))))


def test_the_linear_form_says_all_of_it() -> None:
    same("closing_told.txt", tell(MODEL, Look(linear=True)))


def test_of_many_promises_those_still_open_are_never_left_out() -> None:
    many = tuple(promise(number, "", "open", f"Open {number}") for number in range(1, 13))
    drawn = str(draw(BARE.but(promises=(promise(20, "", "done", "Done long ago"), *many)), Look(width=80)))
    assert all(f"Open {number}" in drawn for number in range(1, 13))
    assert "1 earlier one\n" in drawn


def test_a_mentorship_without_a_trace_still_ends_with_its_questions() -> None:
    drawn = str(draw(BARE, Look(width=80)))
    assert "0 conversations" in drawn
    assert drawn.count("?  What") == 3


@settings(deadline=None, max_examples=many(60))
@given(words=WORDS, width=st.integers(1, 130))
def test_no_line_is_wider_than_the_terminal_and_no_word_is_lost(words: str, width: int) -> None:
    model = MODEL.but(
        name=words,
        purpose=words,
        levels=tuple(one.but(skill=words) for one in MODEL.levels),
        goals=tuple(one.but(title=words, why=words) for one in MODEL.goals),
        promises=tuple(one.but(text=words) for one in MODEL.promises),
    )
    assert all(cell_len(line) <= width for line in str(draw(model, Look(width=width))).split("\n"))
    assert tell(model, Look(linear=True)).count(one_line(words)) >= 18
