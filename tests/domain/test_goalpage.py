"""What a goal's page says about way, pace and evidence."""

from __future__ import annotations

from datetime import date

from mentorlog.domain.actions import Action
from mentorlog.domain.goalpage import goal_page
from mentorlog.domain.goals import Goal, Progress, Step
from mentorlog.domain.moments import Moment
from mentorlog.domain.people import Person
from mentorlog.domain.refs import Ref
from mentorlog.domain.snapshot import Snapshot

TODAY = date(2026, 11, 22)
GOAL = Goal(id=1, title="Ship", started=date(2026, 9, 13), due=date(2026, 12, 27))
PROGRESS = (
    Progress(id=1, goal_id=1, day=date(2026, 10, 10), value=20),
    Progress(id=2, goal_id=1, day=date(2026, 11, 20), value=50),
    Progress(id=3, goal_id=2, day=date(2026, 11, 20), value=99),
)
SNAPSHOT = Snapshot(today=TODAY, people={1: Person(id=1, name="Ana", handle="ana")}, progress=PROGRESS)


def test_the_pace_is_points_a_week_and_what_is_left_over_what_is_left() -> None:
    pace = goal_page(SNAPSHOT, GOAL, ()).pace
    assert pace is not None
    assert (pace.made, pace.needed) == (5.0, 10.0)
    assert pace.weeks == (0, 0, 0, 0, 20, 20, 20, 20, 20, 20, 50)


def test_a_pace_covers_at_most_26_weeks() -> None:
    pace = goal_page(SNAPSHOT, GOAL.but(started=date(2020, 1, 1)), ()).pace
    assert pace is not None
    assert len(pace.weeks) == 26
    assert pace.first == date(2026, 5, 31)


def test_there_is_no_pace_in_the_first_week_nor_after_the_end() -> None:
    assert goal_page(SNAPSHOT, GOAL.but(started=date(2026, 11, 16)), ()).pace is None
    assert goal_page(SNAPSHOT, GOAL.but(state="dropped", ended=TODAY), ()).pace is None


def test_nothing_is_needed_without_a_day_ahead() -> None:
    for due in (None, TODAY, date(2026, 11, 1)):
        pace = goal_page(SNAPSHOT, GOAL.but(due=due), ()).pace
        assert pace is not None
        assert pace.needed is None


def test_gained_counts_from_the_end_of_last_month() -> None:
    page = goal_page(SNAPSHOT, GOAL, ())
    assert (page.percent, page.gained, page.since) == (50, 30, date(2026, 10, 31))


def test_a_goal_by_steps_was_as_far_as_its_steps_were_done() -> None:
    steps = tuple(
        Step(id=n, goal_id=1, text=str(n), position=n, done=done)
        for n, done in enumerate([date(2026, 10, 1), date(2026, 11, 5), None, None], 1)
    )
    page = goal_page(SNAPSHOT.but(steps=steps), GOAL.but(measure="steps"), ())
    assert (page.percent, page.gained) == (50, 25)
    assert [one.id for one in page.milestones] == [1, 2, 3, 4]


def test_a_goal_that_was_met_this_month_had_its_own_way_before() -> None:
    met = GOAL.but(state="met", ended=date(2026, 11, 21))
    page = goal_page(SNAPSHOT, met, ())
    assert (page.percent, page.gained, page.standing) == (100, 80, "met")


def test_only_a_goal_that_counts_has_a_count() -> None:
    assert goal_page(SNAPSHOT, GOAL, ()).reached is None
    counted = goal_page(SNAPSHOT, GOAL.but(measure="count", target=200), ())
    assert (counted.reached, counted.percent) == (50, 25)


def test_actions_are_the_open_ones_with_the_nearest_day_first() -> None:
    actions = (
        Action(id=1, text="no day", goal_id=1),
        Action(id=2, text="near", goal_id=1, due=date(2026, 11, 25), owner_id=1),
        Action(id=3, text="done", goal_id=1, state="done", ended=TODAY),
        Action(id=4, text="other", goal_id=2),
    )
    page = goal_page(SNAPSHOT.but(actions=actions), GOAL, ())
    assert [one.text for one in page.actions] == ["near", "no day"]
    assert page.owners == ("Ana", "me")


def test_evidence_is_what_happened_newest_first_without_what_the_page_shows_elsewhere() -> None:
    def moment(kind: str, day: int, planned: bool = False) -> Moment:
        return Moment(
            day=date(2026, 11, day), kind=kind, ref=Ref(kind, day), label="", title="", planned=planned
        )

    given = [
        moment("note", 1),
        moment("win", 9),
        moment("step", 5),
        moment("goal", 2),
        moment("meeting", 27, True),
    ]
    assert [one.kind for one in goal_page(SNAPSHOT, GOAL, given).evidence] == ["win", "note"]
