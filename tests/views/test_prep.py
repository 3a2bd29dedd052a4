"""The drawn page for the next conversation and its plain form."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from mentorlog.domain.ground import Ground
from mentorlog.domain.people import Mentorship
from mentorlog.domain.prep import Prep, prep
from mentorlog.views.look import Look
from mentorlog.views.plain import one_line
from mentorlog.views.prep import MOST_NEWS, draw
from mentorlog.views.told.prep import tell, when_words
from tests.thorough import many
from tests.views.golden import same
from tests.views.nasty import WORDS
from tests.views.prepared import GROUND, MENTORED, PRIYA, TODAY

MODEL = prep(GROUND)
BOND = Mentorship(id=1, person_id=1, side="mentee", cadence=14, started=TODAY, purpose="Find the way.")
FIRST = prep(Ground(today=TODAY, person=PRIYA, since=TODAY, since_last=False, mentorship=BOND))
PAUSED = prep(GROUND.but(mentorship=BOND.but(paused_until=date(2027, 1, 4)), ahead=None))


@pytest.mark.parametrize("width", [40, 80, 120])
def test_the_page_looks_as_it_did(width: int) -> None:
    same(f"prep_{width}.txt", str(draw(MODEL, Look(width=width))))


@pytest.mark.parametrize("width", [40, 80])
def test_an_agenda_and_private_words_look_as_they_did(width: int) -> None:
    page = str(draw(prep(GROUND, 45), Look(width=width))) + str(draw(prep(MENTORED, 15), Look(width=width)))
    same(f"prep_agenda_{width}.txt", page)


def test_the_ascii_page_has_no_other_characters() -> None:
    drawn = str(draw(MODEL, Look(width=80, ascii=True)))
    same("prep_ascii.txt", drawn)
    assert drawn.isascii()


def test_the_linear_page_says_the_same() -> None:
    same("prep_told.txt", tell(prep(GROUND, 45), Look(linear=True)) + "\n" + tell(MODEL, Look(linear=True)))


def test_a_first_conversation_looks_as_it_did() -> None:
    same("prep_first.txt", str(draw(FIRST, Look(width=80))) + tell(FIRST, Look(linear=True)))


def test_a_paused_mentorship_says_until_when_and_is_quiet() -> None:
    drawn = draw(PAUSED, Look(width=80))
    assert "paused until 4 Jan 2027" in str(drawn)
    styles = {span.style for line in drawn.finished() for span in line.spans}
    assert "bad" not in styles
    assert "One thing to ask" not in str(drawn)
    assert "paused until 4 Jan 2027" in tell(PAUSED, Look(linear=True))


def test_only_my_overdue_promise_is_drawn_as_bad() -> None:
    late = GROUND.open[1].but(due=date(2026, 11, 1))
    drawn = draw(prep(GROUND.but(open=(GROUND.open[0], late))), Look(width=80))
    bad = [line.plain for line in drawn.finished() if any(span.style == "bad" for span in line.spans)]
    assert len(bad) == 1
    assert "RFC draft" in bad[0]


@pytest.mark.parametrize(
    ("ahead", "today", "words"),
    [
        (True, date(2026, 11, 23), "tomorrow, 24 Nov, 10:00, 45 min"),
        (True, date(2026, 11, 24), "today, 24 Nov, 10:00, 45 min"),
        (False, date(2026, 11, 24), "due today, 24 Nov"),
        (False, date(2026, 11, 27), "3 days overdue, 24 Nov"),
        (False, date(2026, 11, 12), "due in 12 days, 24 Nov"),
        (False, date(2026, 11, 20), "due Tue 24 Nov"),
    ],
)
def test_the_title_says_when_it_is(ahead: bool, today: date, words: str) -> None:
    ground = GROUND.but(today=today) if ahead else GROUND.but(today=today, ahead=None)
    assert when_words(prep(ground)) == words


def test_what_is_cut_names_the_command_that_shows_the_rest() -> None:
    meeting = GROUND.held[0].but(notes="word " * 300)
    wins = tuple(GROUND.recent.wins[0].but(id=number) for number in range(1, 30))
    many = GROUND.but(held=(meeting,), recent=GROUND.recent.but(wins=wins))
    drawn = str(draw(prep(many), Look(width=80)))
    assert "mentorlog show m23" in drawn
    left = len(prep(many).news) - MOST_NEWS
    assert f"{left} more  mentorlog timeline --since 2026-11-11" in drawn
    assert tell(prep(many), Look(linear=True)).count("word") == 300


@settings(deadline=None, max_examples=many(60))
@given(words=WORDS, width=st.integers(1, 130), minutes=st.sampled_from([0, 15, 45]))
def test_no_line_is_wider_than_the_terminal(words: str, width: int, minutes: int) -> None:
    for model in (_about(words, GROUND, minutes), _about(words, MENTORED, minutes)):
        for look in (Look(width=width), Look(width=width, ascii=True)):
            assert all(cell_len(line) <= width for line in str(draw(model, look)).split("\n"))


@settings(deadline=None, max_examples=many(60))
@given(words=WORDS)
def test_no_word_is_lost_in_the_linear_form(words: str) -> None:
    model = _about(words, GROUND, 0)
    said = tell(model, Look(linear=True))
    lines = len(model.promises) + len(model.topics) + len(model.goals) + len(model.owed) + 1
    assert said.count(one_line(words)) >= lines


def _about(words: str, ground: Ground, minutes: int) -> Prep:
    def reworded(*fields: str) -> dict[str, object]:
        return {
            name: tuple(one.but(**dict.fromkeys(_texts(one), words)) for one in getattr(ground, name))
            for name in fields
        }

    names = ("held", "open", "ended", "topics", "goals", "steps", "owed", "asides", "secrets")
    recent = ground.recent.but(
        wins=tuple(one.but(text=words, impact=words) for one in ground.recent.wins),
        skills=dict.fromkeys(ground.recent.skills, words),
    )
    person = ground.person.but(name=words)
    return prep(ground.but(**reworded(*names), recent=recent, person=person), minutes)


def _texts(record: object) -> list[str]:
    fields = ("notes", "text", "title", "situation")
    return [name for name in fields if hasattr(record, name)]
