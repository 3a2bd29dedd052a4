"""What the page for the next conversation says, from records to lines."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from mentorlog.domain.actions import Action
from mentorlog.domain.agenda import agenda
from mentorlog.domain.asking import ask
from mentorlog.domain.ground import DAYS_BACK, Ground, first_day
from mentorlog.domain.meetings import KINDS
from mentorlog.domain.people import Mentorship, Person
from mentorlog.domain.prep import Parked, Prep, prep
from mentorlog.domain.refs import Ref
from tests.views.prepared import GROUND, MENTORED, PRIYA, TODAY

PAGE = prep(GROUND)
STRANGER = Person(id=9, name="Kim", handle="kim")


def topics(*carried: int) -> list[Parked]:
    return [
        Parked(ref=Ref("topic", number), text=f"t{number}", raised=TODAY, carried=times)
        for number, times in enumerate(carried, 1)
    ]


def refs(page: Prep) -> list[str]:
    return [str(one.ref) for one in page.news]


def test_my_side_phase_and_focus_are_those_that_hold_today() -> None:
    assert (PAGE.side, PAGE.cadence) == ("mentee", 14)
    assert PAGE.phase is not None
    assert PAGE.phase.value == "cultivation"
    assert prep(GROUND.but(today=date(2026, 8, 1))).phase.value == "initiation"  # type: ignore[union-attr]


def test_a_planned_conversation_stands_instead_of_the_day_the_cadence_asks_for() -> None:
    assert (PAGE.planned, PAGE.due) == (GROUND.ahead, None)
    assert prep(GROUND.but(ahead=None)).due == date(2026, 11, 24)


def test_without_a_conversation_the_cadence_counts_from_the_start() -> None:
    assert prep(GROUND.but(held=(), ahead=None)).due == date(2026, 7, 15)


def test_a_paused_mentorship_asks_for_nothing() -> None:
    bond = Mentorship(
        id=1, person_id=1, side="mentee", cadence=14, started=TODAY, paused_until=date(2027, 1, 4)
    )
    page = prep(GROUND.but(mentorship=bond, ahead=None))
    assert (page.paused_until, page.due, page.ask) == (date(2027, 1, 4), None, None)
    over = prep(GROUND.but(mentorship=bond.but(paused_until=TODAY), ahead=None))
    assert (over.paused_until, over.due) == (None, date(2026, 11, 24))


def test_open_promises_come_by_their_day_and_ended_ones_after_them() -> None:
    assert [(str(one.ref), one.owner, one.late, one.state) for one in PAGE.promises] == [
        ("a14", "", 3, "open"),
        ("a18", "Priya Nair", 0, "open"),
        ("a15", "", 0, "done"),
        ("a16", "Priya Nair", 0, "dropped"),
    ]
    assert len(PAGE.open) == 2


def test_a_promise_that_was_kept_late_is_not_late_any_more() -> None:
    kept = Action(id=1, text="x", person_id=1, due=TODAY - timedelta(9), state="done", ended=TODAY)
    assert prep(GROUND.but(open=(), ended=(kept,))).promises[0].late == 0


def test_the_topic_that_was_carried_most_comes_first_with_the_conversation_that_first_carried_it() -> None:
    first = PAGE.topics[0]
    assert (str(first.ref), first.carried, str(first.first)) == ("t3", 3, "m9")
    assert [str(one.ref) for one in PAGE.topics] == ["t3", "t5"]


def test_news_are_those_of_the_days_covered_newest_first() -> None:
    assert refs(PAGE) == ["st4", "w9", "f4", "f5", "ra8", "n31"]
    assert refs(prep(GROUND.but(since=date(2026, 11, 16)))) == ["st4", "w9", "f4"]


def test_a_step_says_how_far_its_goal_came() -> None:
    assert PAGE.news[0].lines == ("Ship the public API 50% → 67%",)


def test_a_rating_of_mine_says_so_without_saying_me() -> None:
    assert PAGE.news[4].title == "Mentoring others 2 → 3"


def test_growth_feedback_without_an_action_says_so() -> None:
    assert "no action yet" in PAGE.news[2].lines
    assert "no action yet" not in PAGE.news[3].lines
    answered = GROUND.recent.but(answered=frozenset({PAGE.news[2].ref}))
    assert prep(GROUND.but(recent=answered)).news[2].lines == ()


def test_for_somebody_i_mentor_only_what_concerns_them_is_news() -> None:
    assert refs(prep(MENTORED)) == []
    hers = GROUND.recent.but(around={GROUND.recent.wins[0].ref: (3,)})
    assert refs(prep(MENTORED.but(recent=hers))) == ["w9"]


def test_a_win_with_a_third_person_is_not_news_for_my_mentor() -> None:
    his = GROUND.recent.but(around={GROUND.recent.wins[0].ref: (2,)})
    assert "w9" not in refs(prep(GROUND.but(recent=his)))


def test_private_notes_are_kept_apart_and_never_news() -> None:
    secret = GROUND.recent.notes[0].but(visibility="private")
    page = prep(GROUND.but(recent=GROUND.recent.but(notes=(secret,))))
    assert "n31" not in refs(page)
    assert [(str(one.ref), str(one.about)) for one in prep(MENTORED).kept] == [
        ("as2", "m22"),
        ("n40", "None"),
    ]


def test_what_is_private_carries_its_mark() -> None:
    private = {"visibility": "private"}
    ground = GROUND.but(
        open=tuple(one.but(**private) for one in GROUND.open),
        topics=tuple(one.but(**private) for one in GROUND.topics),
        goals=tuple(one.but(**private) for one in GROUND.goals),
        moved=tuple(one.but(**private) for one in GROUND.moved),
    )
    page = prep(ground, 45)
    assert all(one.private for one in (*page.open, *page.topics, *page.goals, page.news[0]))
    assert [one.private for one in page.agenda] == [False, True, True, False]


def test_a_goal_says_its_next_step_and_whether_it_has_a_success_test() -> None:
    goal = PAGE.goals[0]
    assert (goal.done, goal.steps, goal.next, goal.next_due) == (
        4,
        6,
        "Beta with two partners",
        date(2026, 12, 4),
    )
    assert goal.tested
    assert not prep(GROUND.but(goals=(GROUND.goals[0].but(done_when=" "),))).goals[0].tested


def test_the_first_day_is_the_one_after_the_last_conversation_unless_another_is_asked_for() -> None:
    assert first_day(date(2026, 11, 10), None, TODAY) == date(2026, 11, 11)
    assert first_day(date(2026, 11, 10), date(2026, 1, 1), TODAY) == date(2026, 1, 1)
    assert first_day(None, None, TODAY) == TODAY - timedelta(days=DAYS_BACK)


def test_a_contact_has_no_side_and_is_asked_nothing() -> None:
    page = prep(Ground(today=TODAY, person=STRANGER, since=TODAY))
    assert (page.side, page.ask, page.due, page.last) == ("", None, None, None)


def test_what_is_asked_was_never_touched_and_is_not_put_to_rest() -> None:
    found = ask("mentee", {"goals", "advice"}, {"feedback"})
    assert found is not None
    assert found.kind == "development"
    assert {found.kind, *found.others} == set(KINDS) - {"goals", "advice", "feedback"}
    assert ask("mentee", KINDS, ()) is None
    assert ask("mentor", KINDS[:13], KINDS[13:]) is None
    assert ask("", (), ()) is None


def test_a_mentor_and_a_mentee_ask_in_their_own_words() -> None:
    mine, theirs = ask("mentee", (), ()), ask("mentor", (), ())
    assert mine is not None
    assert theirs is not None
    assert mine.kind == theirs.kind
    assert mine.question != theirs.question


def test_the_minutes_go_to_late_promises_to_what_was_carried_most_and_to_what_comes_up() -> None:
    slots = agenda(45, topics(3, 1, 0), late=True)
    assert [(one.about, one.minutes) for one in slots] == [
        ("promises", 5),
        ("topic", 15),
        ("topic", 10),
        ("topic", 5),
        ("open", 10),
    ]


def test_topics_that_do_not_fit_get_no_minutes_and_are_the_lightest() -> None:
    slots = agenda(20, topics(0, 2, 1, 0), late=False)
    assert [(one.text, one.minutes) for one in slots] == [
        ("t1", 0),
        ("t2", 5),
        ("t3", 5),
        ("t4", 0),
        ("", 10),
    ]


def test_without_topics_all_is_open() -> None:
    assert [(one.about, one.minutes) for one in agenda(30, [], late=False)] == [("open", 30)]


@settings(deadline=None)
@given(st.integers(1, 1440), st.lists(st.integers(0, 9), max_size=20), st.booleans())
def test_an_agenda_adds_up_and_leaves_some_of_it_open(minutes: int, carried: list[int], late: bool) -> None:
    slots = agenda(minutes, topics(*carried), late)
    assert sum(one.minutes for one in slots) == minutes
    assert all(one.minutes >= 0 for one in slots)
    assert [one.text for one in slots if one.about == "topic"] == [one.text for one in topics(*carried)]
    given_minutes = {one.text: one.minutes for one in slots if one.about == "topic"}
    weighed = sorted(zip(carried, given_minutes.values(), strict=True))
    assert all(less[1] <= more[1] for less, more in pairwise(weighed) if less[0] < more[0])


def test_the_page_names_the_person_it_is_about() -> None:
    assert PAGE.person == PRIYA
