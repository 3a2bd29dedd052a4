"""What the dashboard chooses to say."""

from __future__ import annotations

from datetime import date, timedelta

from mentorlog.domain.actions import Action
from mentorlog.domain.dashboard import MOST_NEEDS, dashboard
from mentorlog.domain.goals import Goal
from mentorlog.domain.meetings import Meeting
from mentorlog.domain.people import Mentorship, Person
from mentorlog.domain.refs import Ref
from mentorlog.domain.rules.suggestion import Suggestion
from mentorlog.domain.snapshot import Snapshot, Talk

TODAY = date(2026, 11, 22)
ANA = Person(id=1, name="Ana Ruiz", handle="ana", role="mentor")
BO = Person(id=2, name="Bo Larsen", handle="bo", role="mentee")
BASE = Snapshot(today=TODAY, people={1: ANA, 2: BO})


def in_days(count: int) -> date:
    return TODAY + timedelta(days=count)


def needs(snapshot: Snapshot) -> list[tuple[str, str, str]]:
    return [(str(one.refs[0]), one.urgency, one.command) for one in dashboard(snapshot, ()).needs]


def test_an_overdue_promise_to_a_person_comes_first_and_is_the_only_bad_one() -> None:
    snapshot = BASE.but(
        actions=(
            Action(id=1, text="my own chore", due=in_days(-9)),
            Action(id=2, text="promised", person_id=1, due=in_days(-1)),
            Action(id=3, text="theirs", owner_id=1, person_id=1, due=in_days(-20)),
        ),
        goals=(Goal(id=1, title="late", started=in_days(-90), due=in_days(-2)),),
    )
    assert needs(snapshot) == [
        ("a2", "bad", "mentorlog action done a2"),
        ("a1", "warn", "mentorlog action done a1"),
        ("g1", "warn", "mentorlog goal show g1"),
    ]


def test_done_actions_and_those_without_a_day_are_no_needs() -> None:
    done = Action(id=1, text="x", person_id=1, due=in_days(-1), state="done", ended=TODAY)
    assert needs(BASE.but(actions=(done, Action(id=2, text="y", person_id=1)))) == []


def test_a_promise_is_shown_three_days_ahead_and_no_earlier() -> None:
    days = {count: Action(id=1, text="x", person_id=1, due=in_days(count)) for count in (0, 3, 4)}
    shown = {count: bool(needs(BASE.but(actions=(one,)))) for count, one in days.items()}
    assert shown == {0: True, 3: True, 4: False}


def test_a_planned_talk_within_a_week_is_shown_with_its_hour() -> None:
    talk = Talk(meeting=Meeting(id=5, day=in_days(2), time="10:00"), people=(1, 2))
    far = Talk(meeting=Meeting(id=6, day=in_days(8)), people=(1,))
    (need,) = dashboard(BASE.but(talks=(talk, far)), ()).needs
    assert (need.words, need.when) == ("Talk with Ana Ruiz and Bo Larsen", "in 2 days, 10:00")
    assert need.command == "mentorlog meet ana bo"


def test_a_talk_with_somebody_who_is_not_to_be_shown_is_opened_by_its_ref() -> None:
    talk = Talk(meeting=Meeting(id=5, day=in_days(2)), people=(9,))
    (need,) = dashboard(BASE.but(talks=(talk,)), ()).needs
    assert (need.words, need.command) == ("1:1 with someone", "mentorlog show m5")


def test_a_talk_due_by_cadence_is_shown_unless_one_is_planned() -> None:
    pact = Mentorship(id=1, person_id=1, side="mentee", cadence=14, started=in_days(-60))
    held = Talk(meeting=Meeting(id=4, day=in_days(-20)), people=(1,))
    snapshot = BASE.but(mentorships=(pact,), talks=(held,))
    assert needs(snapshot) == [("p1", "warn", "mentorlog meet ana")]
    planned = Talk(meeting=Meeting(id=5, day=in_days(1)), people=(1,))
    assert needs(snapshot.but(talks=(held, planned))) == [("m5", "soon", "mentorlog prep ana")]


def test_a_talk_that_is_ahead_is_prepared_and_one_that_is_due_is_held() -> None:
    pact = Mentorship(id=1, person_id=1, side="mentee", cadence=14, started=in_days(-60))
    for back, verb in ((-13, "prep"), (-14, "meet"), (-15, "meet")):
        held = Talk(meeting=Meeting(id=4, day=in_days(back)), people=(1,))
        (need,) = dashboard(BASE.but(mentorships=(pact,), talks=(held,)), ()).needs
        assert need.command == f"mentorlog {verb} ana"


def test_at_most_five_needs_are_shown_and_all_are_counted() -> None:
    actions = tuple(Action(id=number, text="x", person_id=1, due=in_days(-number)) for number in range(1, 9))
    page = dashboard(BASE.but(actions=actions), ())
    assert (len(page.needs), page.needs_count) == (MOST_NEEDS, 8)
    assert page.needs[0].refs[0] == Ref("action", 8)


def test_goals_come_by_day_and_ended_ones_do_not_come() -> None:
    goals = (
        Goal(id=1, title="none", started=TODAY),
        Goal(id=2, title="far", started=TODAY, due=in_days(90)),
        Goal(id=3, title="near", started=TODAY, due=in_days(9)),
        Goal(id=4, title="over", started=TODAY, state="dropped", ended=TODAY),
    )
    page = dashboard(BASE.but(goals=goals), ())
    assert [(one.ref.id, one.standing) for one in page.goals] == [
        (3, "on track"),
        (2, "on track"),
        (1, "no date"),
    ]


def test_the_next_step_is_the_first_that_is_not_a_need_already() -> None:
    late = Action(id=1, text="x", person_id=1, due=in_days(-1))
    found = [_step("promise", Ref("action", 1)), _step("goal-test", Ref("goal", 1))]
    page = dashboard(BASE.but(actions=(late,)), found)
    assert page.next is not None
    assert (page.next.code, page.next_count) == ("goal-test", 2)
    only = dashboard(BASE.but(actions=(late,)), found[:1]).next
    assert only is not None
    assert only.code == "promise"


def test_the_rhythm_is_26_weeks_that_end_with_today() -> None:
    page = dashboard(BASE.but(today=date(2026, 11, 18), active_days={date(2026, 11, 18): 4}), ())
    assert len(page.weeks) == 26
    assert page.weeks[-1].counts == (0, 0, 4, None, None, None, None)
    assert page.weeks[0].monday == date(2026, 5, 25)


def test_a_journal_is_quiet_after_sixty_days_without_an_entry() -> None:
    def quiet(days: int) -> int:
        return dashboard(BASE.but(active_days={in_days(-days): 1, in_days(-1): 0}), ()).quiet

    assert [quiet(days) for days in (0, 59, 60, 181)] == [0, 0, 60, 181]
    assert dashboard(BASE.but(first_day=in_days(-900)), ()).quiet == 182
    assert dashboard(BASE, ()).quiet == 0


def test_a_journal_is_empty_only_while_nothing_is_in_it() -> None:
    assert dashboard(Snapshot(today=TODAY), ()).empty
    assert not dashboard(BASE, ()).empty
    assert not dashboard(Snapshot(today=TODAY, first_day=TODAY), ()).empty


def _step(code: str, ref: Ref) -> Suggestion:
    return Suggestion(code=code, title="t", reasons=(), refs=(ref,), command="c", day=TODAY, weight=1)
