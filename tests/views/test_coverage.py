"""What was touched with a person: drawn and told."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from mentorlog.domain.coverage import Touch, coverage
from mentorlog.domain.meetings import KINDS
from mentorlog.domain.people import Person
from mentorlog.domain.refs import Ref
from mentorlog.views.coverage import draw
from mentorlog.views.look import Look
from mentorlog.views.plain import one_line
from mentorlog.views.told.coverage import tell
from tests.thorough import many
from tests.views.golden import same
from tests.views.nasty import WORDS

TODAY = date(2026, 11, 22)
PRIYA = Person(id=1, name="Priya Nair", handle="priya", role="mentor")
TOUCHES = [
    Touch(Ref("meeting", number), TODAY - timedelta(days=days), kinds)
    for number, days, kinds in (
        (24, 12, ("feedback", "goals")),
        (23, 26, ("goals",)),
        (20, 70, ("knowledge", "advice", "goals")),
        (9, 380, ("culture", "exploring")),
    )
] + [Touch(Ref("note", 31), TODAY - timedelta(days=3), ("leadership",))]
MODEL = coverage(PRIYA, TOUCHES, {"contacts": "She knows few people here."}, TODAY)


@pytest.mark.parametrize("width", [40, 80, 120])
def test_the_fourteen_look_as_they_did(width: int) -> None:
    same(f"coverage_{width}.txt", str(draw(MODEL, Look(width=width))))


def test_in_ascii_they_look_as_they_did() -> None:
    drawn = str(draw(MODEL, Look(width=80, ascii=True)))
    same("coverage_ascii.txt", drawn)
    assert drawn.replace("é", "e").isascii()


def test_the_linear_form_says_the_same() -> None:
    same("coverage_told.txt", tell(MODEL, Look(linear=True)))


def test_with_everything_touched_nothing_is_asked() -> None:
    every = coverage(PRIYA, [Touch(Ref("meeting", 1), TODAY, KINDS)], {}, TODAY)
    assert "mentorlog" not in str(draw(every, Look(width=80)))
    assert "14 of 14 touched" in tell(every, Look(linear=True))


@settings(deadline=None, max_examples=many(60))
@given(words=WORDS, width=st.integers(1, 130))
def test_no_line_is_wider_than_the_terminal(words: str, width: int) -> None:
    model = MODEL.but(name=words, groups=coverage(PRIYA, TOUCHES, dict.fromkeys(KINDS, words), TODAY).groups)
    assert all(cell_len(line) <= width for line in str(draw(model, Look(width=width))).split("\n"))
    assert tell(model, Look(linear=True)).count(one_line(words)) >= 14
