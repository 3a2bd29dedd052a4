"""The drawn recap and its plain form."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from mentorlog.domain.actions import Action
from mentorlog.domain.feedback import Course, Feedback, Mark
from mentorlog.domain.notes import Note
from mentorlog.domain.periods import calendar
from mentorlog.domain.recap import Recap, recap
from mentorlog.domain.recap_material import Held
from mentorlog.domain.refs import Ref
from mentorlog.domain.wins import Win
from mentorlog.views.look import Look
from mentorlog.views.plain import one_line
from mentorlog.views.recap import draw, draw_questions
from mentorlog.views.told.recap import tell, tell_questions
from tests.thorough import many
from tests.views.golden import same
from tests.views.nasty import WORDS
from tests.views.sample import PEOPLE, SAMPLE, TODAY

QUARTER = calendar("quarter", TODAY)
DONE = tuple(
    Action(id=30 + number, text=f"Review draft {number}", state="done", ended=TODAY - timedelta(days=number))
    for number in range(9)
)
HELD = Held(
    people=SAMPLE.people,
    talks=tuple(one for one in SAMPLE.talks if one.meeting.day <= TODAY),
    goals=SAMPLE.goals,
    steps=SAMPLE.steps,
    progress=SAMPLE.progress,
    actions=(*SAMPLE.actions, *DONE),
    feedback=(
        Course(
            feedback=Feedback(
                id=3,
                from_id=2,
                day=date(2026, 10, 6),
                tone="growth",
                situation="reviews",
                behaviour="late answers",
            ),
            acted=Mark(date(2026, 10, 19), Ref("action", 11)),
        ),
        Course(
            feedback=Feedback(
                id=4, from_id=2, day=date(2026, 11, 6), tone="growth", behaviour="three days to answer"
            )
        ),
        Course(
            feedback=Feedback(
                id=5, to_id=3, day=date(2026, 11, 2), tone="praise", behaviour="led it alone", delivered=TODAY
            )
        ),
    ),
    wins=(
        Win(id=1, text="Talk proposal accepted", day=date(2026, 10, 19)),
        Win(
            id=2,
            text="Two partners signed up",
            day=date(2026, 11, 9),
            impact="The beta has somebody to please",
        ),
    ),
    notes=(
        Note(id=7, text="Felt out of my depth", day=date(2026, 11, 3), visibility="private"),
        Note(id=8, text="Four reviewers were enough", day=date(2026, 11, 12)),
    ),
    skills={one.id: one for one in SAMPLE.skills},
    ratings=SAMPLE.ratings,
    shown={8: (Ref("meeting", 23),), 9: (Ref("win", 1), Ref("note", 8))},
    due={1: date(2026, 11, 24), 3: date(2026, 11, 27)},
    mentors=(1,),
    topics={1: (Ref("topic", 5),)},
    kept={
        (day, "note" if number % 3 else "meeting"): count
        for number, (day, count) in enumerate(SAMPLE.active_days.items())
    },
    first=date(2025, 6, 1),
    last=date(2026, 11, 20),
)
MODEL = recap(HELD, QUARTER, TODAY)
EMPTY = recap(
    Held(last=date(2026, 11, 3), first=date(2026, 9, 1)),
    calendar("week", date(2026, 11, 23)),
    date(2026, 11, 23),
)


@pytest.mark.parametrize("width", [40, 80, 120])
def test_the_recap_looks_as_it_did(width: int) -> None:
    same(f"recap_{width}.txt", str(draw(MODEL, Look(width=width))))


def test_the_ascii_recap_has_no_other_characters() -> None:
    drawn = str(draw(MODEL, Look(width=80, ascii=True)))
    same("recap_ascii.txt", drawn)
    assert drawn.isascii()


def test_the_linear_recap_says_the_same() -> None:
    same("recap_told.txt", tell(MODEL, Look(linear=True)))


def test_an_empty_week_is_drawn_with_its_questions_and_a_way_to_fill_it() -> None:
    drawn = str(draw(EMPTY, Look(width=80)))
    same("recap_empty.txt", drawn)
    for text in (drawn, tell(EMPTY, Look())):
        assert "mentorlog catchup --since 2026-11-16" in text


def test_the_questions_can_stand_alone() -> None:
    assert tell_questions(MODEL, Look()).count("\n") == 3
    drawn = str(draw_questions(MODEL, Look(width=80)))
    assert "Talked" not in drawn
    assert all(one.words in drawn for one in MODEL.questions)


def test_nothing_in_a_recap_is_drawn_as_bad_or_as_a_warning() -> None:
    used = {span.style for text in draw(MODEL, Look(width=80)).finished() for span in text.spans}
    assert used.isdisjoint({"bad", "warn"})
    assert "Did not happen" in str(draw(MODEL, Look(width=80)))


def test_what_has_no_room_is_named_by_its_ref() -> None:
    drawn = str(draw(MODEL, Look(width=80)))
    assert all(str(one.ref) in drawn for one in DONE)


def test_what_is_private_is_marked() -> None:
    for text in (str(draw(MODEL, Look(width=80))), tell(MODEL, Look())):
        assert "Felt out of my depth (private)" in text


@settings(deadline=None, max_examples=many(40))
@given(words=WORDS, width=st.integers(1, 130))
def test_no_line_is_wider_than_the_terminal(words: str, width: int) -> None:
    model = _about(words)
    for look in (Look(width=width), Look(width=width, ascii=True)):
        assert all(cell_len(line) <= width for line in str(draw(model, look)).split("\n"))


@settings(deadline=None, max_examples=many(40))
@given(words=WORDS)
def test_no_word_is_lost_in_the_linear_form(words: str) -> None:
    assert tell(_about(words), Look(linear=True)).count(one_line(words)) >= 12


def _about(words: str) -> Recap:
    held = HELD.but(
        people={one.id: one.but(name=words) for one in PEOPLE},
        goals=tuple(one.but(title=words) for one in HELD.goals),
        actions=tuple(one.but(text=words) for one in HELD.actions),
        wins=tuple(one.but(text=words, impact=words) for one in HELD.wins),
        notes=tuple(one.but(text=words) for one in HELD.notes),
    )
    return recap(held, QUARTER, TODAY)
