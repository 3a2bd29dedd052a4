"""The page of next steps at three widths, in ASCII and in plain sentences."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorlog.domain.actions import Action
from mentorlog.domain.goals import Goal
from mentorlog.domain.links import FROM, Link
from mentorlog.domain.meetings import Meeting
from mentorlog.domain.next import RULES, Suggestion, suggestions, top
from mentorlog.domain.people import Mentorship, Person
from mentorlog.domain.refs import Ref
from mentorlog.domain.skills import Rating, Skill
from mentorlog.domain.snapshot import Snapshot, Talk
from mentorlog.views.look import Look
from mentorlog.views.next import draw, rules_table
from mentorlog.views.told.next import tell, tell_rules
from tests.thorough import many
from tests.views.golden import same

TODAY = date(2026, 5, 4)
JOURNAL = Snapshot(
    today=TODAY,
    people={1: Person(id=1, name="Ana Ruiz", handle="ana", role="mentor")},
    mentorships=(Mentorship(id=1, person_id=1, side="mentee", cadence=14, started=date(2026, 1, 5)),),
    talks=(Talk(meeting=Meeting(id=11, day=date(2026, 4, 21)), people=(1,)),),
    actions=(
        Action(id=7, text="Draft CV, one page", person_id=1, due=date(2026, 5, 1)),
        Action(id=8, text="Introduce me to Jo Lee", owner_id=1, due=date(2026, 4, 30)),
    ),
    links=(Link(from_kind="action", from_id=7, to_kind="meeting", to_id=11, label=FROM),),
    goals=(
        Goal(
            id=1, title="Move from DBA to backend developer", started=date(2026, 1, 12), due=date(2027, 3, 31)
        ),
    ),
    skills=(Skill(id=1, name="Python", handle="python", target=3),),
    ratings=(Rating(id=1, skill_id=1, level=1, day=date(2026, 3, 3)),),
)
ALL = suggestions(JOURNAL)
LOOKS = {
    "40": Look(width=40),
    "80": Look(width=80),
    "120": Look(width=120),
    "ascii": Look(width=80, ascii=True),
}


@pytest.mark.parametrize("name", LOOKS)
def test_the_page_is_drawn_as_agreed(name: str) -> None:
    same(f"next_{name}.txt", str(draw(top(ALL, 3), len(ALL), LOOKS[name])))


@pytest.mark.parametrize("name", LOOKS)
def test_the_rules_are_drawn_as_agreed(name: str) -> None:
    same(f"next_rules_{name}.txt", str(rules_table(RULES, LOOKS[name])))


def test_the_sentences_are_told_as_agreed() -> None:
    same("next_tell.txt", tell(top(ALL, 3), len(ALL), Look(linear=True)))


def test_nothing_to_do_is_said_kindly_and_says_what_is_looked_for() -> None:
    for said in (str(draw((), 0, Look())), tell((), 0, Look())):
        assert "Nothing needs you now." in said
        assert "mentorlog next rules" in said


def test_everything_put_to_rest_or_elsewhere_is_not_called_nothing() -> None:
    assert "Nothing needs you" not in str(draw((), 4, Look()))
    assert "Nothing needs you" not in tell((), 4, Look())


def test_numbers_are_those_of_the_whole_list() -> None:
    page = str(draw(ALL[1:3], len(ALL), Look()))
    assert "\n 2  " in page
    assert "\n 3  " in page
    assert "snooze 3" in page


typed = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60)


@given(typed, st.integers(12, 130))
@settings(deadline=None, max_examples=many(80))
def test_no_line_is_wider_than_the_terminal(text: str, width: int) -> None:
    from rich.cells import cell_len

    one = Suggestion(
        code="overdue",
        title=f"{text} is 3 days overdue.",
        reasons=(text, text * 3),
        refs=(Ref("action", 7),),
        command="mentorlog action done a7",
        day=TODAY,
        weight=66,
        number=1,
    )
    page = str(draw((one,), 1, Look(width=width)))
    assert all(cell_len(line) <= width for line in page.splitlines())


@given(st.text("abcdefgh [bold]/:", min_size=1, max_size=60))
@settings(deadline=None, max_examples=many(80))
def test_no_word_of_a_title_is_lost_at_any_width(text: str) -> None:
    one = ALL[0].but(title=text)
    for look in (Look(width=40), Look(width=80), Look(width=120)):
        drawn = "".join(str(draw((one,), 1, look)).split())
        assert all(word in drawn or len(word) > 30 for word in text.split())
    assert " ".join(text.split()) in tell((one,), 1, Look())


def test_the_rules_are_told_one_a_line_with_a_tab() -> None:
    lines = tell_rules(RULES, Look()).splitlines()
    assert len(lines) == len(RULES)
    assert all(line.count("\t") == 1 for line in lines)
