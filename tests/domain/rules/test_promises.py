"""What I and others said we would do."""

from __future__ import annotations

from datetime import date, timedelta

from mentorlog.domain.actions import Action
from mentorlog.domain.links import FROM, Link
from mentorlog.domain.meetings import Meeting, Topic
from mentorlog.domain.people import Mentorship, Person
from mentorlog.domain.refs import Ref
from mentorlog.domain.rules.promises import overdue, promise, stuck_action, waiting
from mentorlog.domain.snapshot import Snapshot, Talk

TODAY = date(2026, 5, 4)
ANA = Person(id=1, name="Ana Ruiz", handle="ana", role="mentor")
DRAFT = Action(id=7, text="Draft CV, one page", person_id=1, due=date(2026, 5, 1), goal_id=1)
INTRO = Action(id=8, text="Introduce me to Jo Lee", owner_id=1, due=date(2026, 4, 30))


def journal(**given: object) -> Snapshot:
    return Snapshot(**{"today": TODAY, "people": {1: ANA}, **given})


def due_in(days: int) -> Action:
    return DRAFT.but(due=TODAY + timedelta(days=days))


def test_an_overdue_promise_says_whose_it_is_how_late_where_from_and_when_we_talk_next() -> None:
    (one,) = promise(
        journal(
            actions=(DRAFT,),
            talks=(Talk(meeting=Meeting(id=11, day=date(2026, 4, 21)), people=(1,)),),
            mentorships=(Mentorship(person_id=1, side="mentee", cadence=14, started=date(2026, 1, 5)),),
            links=(Link(from_kind="action", from_id=7, to_kind="meeting", to_id=11, label=FROM),),
        )
    )
    assert one.title == "“Draft CV, one page” for Ana Ruiz is 3 days overdue."
    assert one.reasons == (
        "Due 1 May, agreed on 21 Apr (m11)",
        "Next conversation with Ana Ruiz: due tomorrow",
    )
    assert list(map(str, one.refs)) == ["a7", "m11", "p1"]
    assert (one.command, one.ready) == ("mentorlog action done a7", True)
    assert (one.person, one.goal, one.day) == (1, 1, date(2026, 5, 1))


def test_a_promise_comes_into_view_three_days_ahead_and_not_before() -> None:
    assert [len(list(promise(journal(actions=(due_in(days),))))) for days in (4, 3, 0, -40)] == [0, 1, 1, 1]


def test_an_overdue_promise_weighs_more_the_later_and_more_than_any_that_is_not() -> None:
    weights = [next(promise(journal(actions=(due_in(days),)))).weight for days in (3, 0, -1, -5, -9, -400)]
    assert weights == sorted(weights)
    assert weights[1] < 90 < weights[2] < weights[3] < weights[4] == weights[5] <= 100


def test_what_is_done_dropped_or_for_nobody_is_no_promise() -> None:
    quiet = (DRAFT.but(state="done"), DRAFT.but(state="dropped"), DRAFT.but(person_id=None), INTRO)
    assert not list(promise(journal(actions=quiet)))


def test_my_own_overdue_action_is_named_from_the_day_after() -> None:
    mine = DRAFT.but(person_id=None, goal_id=None)
    (one,) = overdue(journal(actions=(mine, mine.but(due=TODAY))))
    assert (one.title, one.refs) == ("“Draft CV, one page” is 3 days overdue.", (Ref("action", 7),))


def test_what_another_person_owes_becomes_a_question_to_park_once() -> None:
    (one,) = waiting(journal(actions=(INTRO, INTRO.but(due=TODAY))))
    assert one.title == "Ask Ana Ruiz how “Introduce me to Jo Lee” is going."
    assert one.reasons == ("Due 30 Apr, 4 days overdue",)
    assert one.command == "mentorlog topic ana 'How is this going: Introduce me to Jo Lee'"
    parked = Topic(id=2, person_id=1, text="How is this going: Introduce me to Jo Lee", raised=TODAY)
    assert not list(waiting(journal(actions=(INTRO,), topics=(parked,))))
    assert list(
        waiting(journal(actions=(INTRO,), topics=(parked.but(text="How is this going: Introduce me"),)))
    )


def test_an_action_carried_or_moved_three_times_asks_for_a_decision() -> None:
    later = DRAFT.but(due=date(2026, 6, 1))
    (carried,) = stuck_action(journal(actions=(later,), carried={Ref("action", 7): 3}))
    (moved,) = stuck_action(journal(actions=(later.but(snoozes=4),)))
    assert carried.reasons == ("Still open after 3 conversations",)
    assert moved.reasons == ("Moved to a later day 4 times",)
    assert (moved.command, moved.ready) == ('mentorlog action drop a7 --why "…"', False)
    assert not list(stuck_action(journal(actions=(later.but(snoozes=2),), carried={Ref("action", 7): 2})))


def test_an_action_without_a_day_is_forgotten_after_sixty_days() -> None:
    old = DRAFT.but(due=None, created_at="2026-03-05T10:00:00Z")
    (one,) = stuck_action(journal(actions=(old,)))
    assert one.reasons == ("Open since 5 Mar", "It has no day yet")
    assert (one.command, one.ready) == ("mentorlog action snooze a7 fri", True)
    assert not list(stuck_action(journal(actions=(old.but(created_at="2026-03-06T10:00:00Z"),))))


def test_an_overdue_action_that_is_stuck_is_said_once_with_both_reasons() -> None:
    stuck = journal(actions=(DRAFT.but(snoozes=3),))
    assert not list(stuck_action(stuck))
    assert "Moved to a later day 3 times" in next(promise(stuck)).reasons
