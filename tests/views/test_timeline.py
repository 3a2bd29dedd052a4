"""The drawn timeline: golden pages at three widths, and what no width may break."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from mentorlog.domain.actions import Action
from mentorlog.domain.feedback import Feedback
from mentorlog.domain.goals import Goal, Progress, Step
from mentorlog.domain.lanes import Lane, Milestone, of_lane
from mentorlog.domain.meetings import Meeting
from mentorlog.domain.milestones import of_goal, of_progress, of_rating, of_step, of_turn
from mentorlog.domain.moments import KINDS, Moment, of_action, of_feedback, of_meeting, of_note, of_win
from mentorlog.domain.notes import Note
from mentorlog.domain.people import Person, Turn
from mentorlog.domain.refs import Ref
from mentorlog.domain.skills import Rating
from mentorlog.domain.timeline import Timeline, timeline
from mentorlog.domain.wins import Win
from mentorlog.views import glyphs
from mentorlog.views.look import Look
from mentorlog.views.timeline import draw
from mentorlog.views.told.timeline import tell
from tests.views import golden

TODAY = date(2026, 11, 22)
NAMES = {1: "Priya Nair", 2: "Sam Ortiz"}
PRIYA = Person(id=1, name="Priya Nair", handle="priya", role="mentor")


def day(month: int, number: int) -> date:
    return date(2026, month, number)


API = Goal(
    id=1,
    title="Ship the public API",
    why="The staff-level gap named in review.",
    due=day(12, 31),
    person_id=1,
    measure="steps",
    started=day(7, 6),
)
API_STEPS = [
    Step(id=1, goal_id=1, text="Endpoint inventory agreed", position=1, done=day(8, 14)),
    Step(id=2, goal_id=1, text="OpenAPI spec reviewed", position=2, done=day(10, 2)),
    Step(id=3, goal_id=1, text="Auth endpoints frozen", position=3, done=day(11, 19)),
    Step(id=4, goal_id=1, text="Beta with two partners", position=4, due=day(12, 4)),
]
TALK = Goal(id=2, title="Speak at a local meetup", due=day(12, 12), started=day(9, 14))
PROPOSED = Progress(id=5, goal_id=2, day=day(10, 19), value=30, note="Talk proposal accepted")
JUNIORS = Goal(id=3, title="Grow two junior engineers", due=date(2027, 3, 31), started=day(10, 1))
BOOKS = Goal(
    id=4, title="Read three design books", due=day(11, 1), measure="count", target=3, started=day(7, 20)
)
ONE_BOOK = Progress(id=6, goal_id=4, day=day(9, 1), value=1, note="First one finished")
RUST = Goal(
    id=5,
    title="Learn Rust well enough to rewrite the ingest service",
    started=day(7, 1),
    ended=day(8, 28),
    state="dropped",
    state_why="The team chose Go; Priya: depth before breadth.",
)
CV = Goal(id=6, title="One-page CV", started=day(7, 1), ended=day(7, 30), due=day(8, 1), state="met")


def sample() -> Timeline:
    steps = zip(API_STEPS, [None, 33, 61, None], [33, 61, 68, None], strict=True)
    goals = [API, TALK, JUNIORS, BOOKS, RUST, CV]
    found = [
        *(one for goal in goals for one in of_goal(goal, NAMES)),
        *(of_step(step, API, before, after) for step, before, after in steps),
        of_progress(PROPOSED, TALK, 10),
        of_progress(ONE_BOOK, BOOKS),
        *_talks(),
        of_feedback(
            Feedback(
                id=4,
                from_id=2,
                day=day(11, 6),
                tone="praise",
                behaviour="clear RFC",
                impact="answer comments sooner",
            ),
            NAMES,
        ),
        of_rating(
            Rating(id=9, skill_id=1, level=3, day=day(11, 2)), "Mentoring others", NAMES, 2, [Ref("win", 9)]
        ),
        of_win(
            Win(id=9, text="Bo shipped his first service", day=day(10, 30), impact="one on-call less for me")
        ),
        of_note(
            Note(id=31, text="Explained query plans to the API team [they reused it]", day=day(10, 9)),
            [2],
            NAMES,
        ),
        of_action(
            Action(id=14, text="Send Priya the RFC draft", person_id=1, due=day(11, 19)),
            NAMES,
        ),
        of_turn(
            Turn(id=3, mentorship_id=1, day=day(8, 3), aspect="phase", value="cultivation"),
            PRIYA,
            "initiation",
        ),
    ]
    lanes = [
        of_lane(API, API_STEPS),
        of_lane(TALK, (), [PROPOSED]),
        of_lane(JUNIORS),
        of_lane(BOOKS, (), [ONE_BOOK]),
        of_lane(RUST),
        of_lane(CV),
    ]
    return timeline(lanes, filter(None, found), day(7, 1), day(12, 31), TODAY, hidden=2)


def _talks() -> list[Moment]:
    planned = Meeting(id=24, day=day(11, 24), time="10:00")
    last = Meeting(
        id=23,
        day=day(11, 10),
        minutes=45,
        kinds="advice,application",
        notes="Scope the talk to one story. Freeze auth before the beta, not during; then ask two partners.",
    )
    before = Meeting(id=21, day=day(10, 27), minutes=30)
    return [
        of_meeting(planned, [1], NAMES, 0, 0, TODAY),
        of_meeting(last, [1], NAMES, 3, 2, TODAY),
        of_meeting(before, [1, 2], NAMES, 2, 2, TODAY),
    ]


PAGES = [
    ("40", Look(width=40), False),
    ("80", Look(width=80), False),
    ("120", Look(width=120), False),
    ("80_ascii", Look(width=80, ascii=True), False),
    ("80_compact", Look(width=80), True),
    ("40_compact", Look(width=40), True),
]


@pytest.mark.parametrize(("name", "look", "compact"), PAGES, ids=[page[0] for page in PAGES])
def test_the_page_is_as_it_was_looked_at_and_found_good(name: str, look: Look, compact: bool) -> None:
    golden.same(f"timeline_{name}.txt", str(draw(sample(), look, compact)))


def test_the_ascii_page_holds_ascii_only() -> None:
    assert str(draw(sample(), Look(width=80, ascii=True))).isascii()


def test_a_dropped_goal_and_its_reason_stay_on_the_page() -> None:
    drawn = str(draw(sample(), Look(width=120)))
    assert "dropped 28 Aug: “The team chose Go" in drawn
    assert "Goal dropped  Learn Rust well enough" in drawn


@pytest.mark.parametrize("width", [40, 80, 120])
def test_every_moment_shows_the_ref_that_opens_it(width: int) -> None:
    ends = [line.split()[-1] for line in str(draw(sample(), Look(width=width))).splitlines() if line.split()]
    for moment in sample().moments:
        assert str(moment.ref) in ends


def test_the_legend_explains_only_what_is_drawn() -> None:
    alone = timeline([of_lane(CV)], of_goal(CV, NAMES), day(7, 1), day(12, 31), TODAY)
    last = str(draw(alone, Look(width=80))).splitlines()[-1]
    assert last == f" {glyphs.TICK} met or done"


def test_empty_months_on_end_are_said_in_one_line() -> None:
    found = [of_win(Win(id=1, text="Shipped", day=day(11, 2)))]
    drawn = str(draw(timeline([], found, day(7, 1), day(12, 31), TODAY), Look(width=80)))
    assert drawn.count("nothing on record") == 1
    assert " July – October  nothing on record ─" in drawn
    assert "December" not in drawn


def test_a_timeline_with_nothing_in_it_says_so_and_how_to_begin() -> None:
    drawn = str(draw(timeline([], [], day(7, 1), day(12, 31), TODAY), Look(width=80)))
    assert "Nothing on record in these days." in drawn
    assert "mentorlog log" in drawn


def test_a_timeline_over_the_turn_of_a_year_says_the_year_of_each_month() -> None:
    found = [of_win(Win(id=1, text="Shipped", day=day(11, 2)))]
    drawn = str(draw(timeline([], found, date(2025, 12, 1), day(12, 31), TODAY), Look(width=80)))
    assert "1 Dec 2025 – 31 Dec 2026" in drawn
    assert "November 2026  1 win" in drawn
    assert "December 2025 – October 2026  nothing on record" in drawn


def test_what_is_chosen_by_and_what_is_hidden_are_said() -> None:
    drawn = str(draw(sample().but(about="with Priya Nair", hidden=1), Look(width=80)))
    assert drawn.startswith(" Timeline with Priya Nair ")
    assert drawn.endswith(" 1 private record not shown.\n")


def test_a_long_note_is_cut_visibly_and_keeps_its_ref() -> None:
    found = [of_note(Note(id=7, text="word " * 100_000, day=TODAY))]
    drawn = str(draw(timeline([], found, day(11, 1), day(11, 30), TODAY), Look(width=80)))
    assert len(drawn.splitlines()) < 12
    assert drawn.count("…") == 1
    assert " n7\n" in drawn


DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31)) | st.dates(date(2026, 1, 1), date(2026, 12, 31))
TEXTS = st.text(max_size=60)
MOMENTS = st.builds(
    Moment,
    day=DAYS,
    kind=st.sampled_from(KINDS),
    ref=st.builds(Ref, st.sampled_from(["note", "step", "goal"]), st.integers(1, 10**6)),
    label=st.sampled_from(["Note", "Goal dropped", "Milestone", "1:1", "Promise", "Level up"]),
    title=TEXTS,
    lines=st.lists(TEXTS, max_size=2).map(tuple),
    quote=TEXTS,
    planned=st.booleans(),
)
LANES = st.builds(
    Lane,
    goal=st.builds(Ref, st.just("goal"), st.integers(1, 10**6)),
    title=TEXTS,
    start=DAYS,
    end=st.none() | DAYS,
    state=st.sampled_from(["open", "paused", "met", "changed", "dropped"]),
    reason=TEXTS,
    milestones=st.lists(st.builds(Milestone, day=DAYS, done=st.booleans()), max_size=4).map(tuple),
)


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    since, until = sorted([draw(DAYS), draw(DAYS)])
    lanes, moments = draw(st.lists(LANES, max_size=4)), draw(st.lists(MOMENTS, max_size=6))
    return timeline(lanes, moments, since, until, draw(DAYS))


@settings(deadline=None)
@given(timelines(), st.integers(1, 140), st.booleans(), st.booleans())
def test_any_timeline_is_drawn_and_no_line_is_wider_than_the_terminal(
    any_timeline: Timeline, width: int, compact: bool, ascii: bool
) -> None:
    drawn = str(draw(any_timeline, Look(width=width, ascii=ascii), compact))
    assert max(map(cell_len, drawn.split("\n"))) <= width


@settings(deadline=None)
@given(timelines())
def test_telling_loses_no_word_and_gives_each_moment_one_line(any_timeline: Timeline) -> None:
    lines = tell(any_timeline, Look()).splitlines()
    assert len(lines) == len(any_timeline.moments)
    for line, moment in zip(lines, any_timeline.moments, strict=True):
        on, kind, ref, text = line.split("\t")
        assert (on, kind, ref) == (moment.day.isoformat(), moment.kind, str(moment.ref))
        for words in (moment.title, *moment.lines, moment.quote):
            assert all(word in text for word in words.split() if word.isprintable())


def test_a_moment_is_told_with_all_there_is_to_know() -> None:
    told = tell(sample(), Look()).splitlines()
    assert "2026-11-19\tstep\tst3\tMilestone · Auth endpoints frozen · Ship the public API 61% → 68%" in told
    assert "2026-11-24\tmeeting\tm24\t1:1 · planned · Priya Nair · 10:00" in told
