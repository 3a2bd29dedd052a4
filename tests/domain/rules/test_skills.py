"""The gap worth closing, levels nothing shows, and two views of one skill."""

from __future__ import annotations

from datetime import date

from mentorlog.domain.actions import Action
from mentorlog.domain.links import EVIDENCE, Link
from mentorlog.domain.meetings import Topic
from mentorlog.domain.people import Person
from mentorlog.domain.rules.skills import gap, rating_evidence, recheck, views_differ
from mentorlog.domain.skills import Rating, Skill, recheck_day
from mentorlog.domain.snapshot import Snapshot

TODAY = date(2026, 5, 4)
ANA = Person(id=1, name="Ana Ruiz", handle="ana")
PYTHON = Skill(id=1, name="Python", handle="python", target=3)
SQL = Skill(id=2, name="SQL", handle="sql", target=5)
MINE = Rating(id=1, skill_id=1, level=1, day=date(2026, 3, 3))
SQL_MINE = Rating(id=2, skill_id=2, level=4, day=date(2026, 3, 9))
HERS = Rating(id=3, skill_id=1, level=3, day=date(2026, 4, 5), by_id=1)


def journal(*ratings: Rating, **given: object) -> Snapshot:
    return Snapshot(
        **{"today": TODAY, "people": {1: ANA}, "skills": (PYTHON, SQL), "ratings": ratings, **given}
    )


def test_the_widest_gap_without_an_action_is_the_one_to_plan() -> None:
    (one,) = gap(journal(MINE, SQL_MINE))
    assert one.title == "Plan a first step for Python: it is 2 levels below your aim."
    assert one.reasons[0] == "You say 1 (3 Mar) and aim at 3"
    assert list(map(str, one.refs)) == ["s1", "ra1"]
    assert (one.command, one.ready) == ('mentorlog action add "…" -s python', False)


def test_a_planned_skill_gives_way_to_the_next_gap_until_its_action_ends() -> None:
    planned = Action(id=5, text="Read", skill_id=1)
    assert [str(one.refs[0]) for one in gap(journal(MINE, SQL_MINE, actions=(planned,)))] == ["s2"]
    assert [
        str(one.refs[0]) for one in gap(journal(MINE, SQL_MINE, actions=(planned.but(state="done"),)))
    ] == ["s1"]


def test_an_unrated_skill_and_one_that_reached_its_aim_have_no_gap() -> None:
    assert not list(gap(journal()))
    assert not list(gap(journal(HERS)))
    assert not list(gap(journal(MINE.but(level=3), SQL_MINE.but(level=5))))
    assert not list(gap(journal(MINE, skills=(PYTHON.but(target=None),))))


def test_a_level_of_three_or_more_asks_for_what_shows_it() -> None:
    (one,) = rating_evidence(journal(MINE, SQL_MINE))
    assert one.title == "Link what shows your level 4 in SQL."
    assert one.command == "mentorlog skill rate sql 4 --evidence REF"
    shown = Link(from_kind="rating", from_id=2, to_kind="win", to_id=9, label=EVIDENCE)
    assert not list(rating_evidence(journal(SQL_MINE, links=(shown,))))
    assert not list(rating_evidence(journal(SQL_MINE.but(level=2))))


def test_only_my_latest_rating_is_asked_for_evidence() -> None:
    lower = SQL_MINE.but(id=8, level=2, day=date(2026, 4, 1))
    assert not list(rating_evidence(journal(lower, SQL_MINE)))


def test_two_views_two_levels_apart_become_a_question() -> None:
    (one,) = views_differ(journal(MINE, HERS))
    assert one.title == "Ask Ana Ruiz about Python: you see it differently."
    assert one.reasons == ("You say 1 (3 Mar), Ana Ruiz says 3 (5 Apr)",)
    assert (one.command, one.ready, one.person) == (
        'mentorlog topic ana "How do you see my python?"',
        True,
        1,
    )


def test_neighbouring_levels_hidden_raters_and_parked_questions_are_left_alone() -> None:
    parked = Topic(id=2, person_id=1, text="How do you see my python?", raised=TODAY)
    assert not list(views_differ(journal(MINE, HERS.but(level=2))))
    assert not list(views_differ(journal(HERS)))
    assert not list(views_differ(journal(MINE, HERS, people={})))
    assert not list(views_differ(journal(MINE, HERS, topics=(parked,))))
    assert not list(views_differ(journal(MINE, HERS, HERS.but(id=9, level=1, day=TODAY))))


def rated(*told: tuple[int, date]) -> list[Rating]:
    return [Rating(id=n, skill_id=1, level=level, day=day) for n, (level, day) in enumerate(told, 1)]


def test_a_level_is_looked_at_again_after_90_days_and_later_each_time_it_stays() -> None:
    first, second, third = date(2025, 1, 1), date(2025, 4, 1), date(2025, 10, 1)
    assert (recheck_day(rated((2, first))) - first).days == 90
    assert (recheck_day(rated((2, first), (2, second))) - second).days == 180
    assert (recheck_day(rated((2, first), (2, second), (2, third))) - third).days == 360
    assert (recheck_day(rated((2, first), (2, second), (3, third))) - third).days == 90
    assert (recheck_day(rated(*[(2, first)] * 9)) - first).days == 360
    assert recheck_day(rated((2, date.max))) == date.max


def test_the_level_that_waits_longest_is_asked_about_and_others_by_people_are_not() -> None:
    old = MINE.but(day=date(2026, 1, 2))
    (one,) = recheck(journal(old, SQL_MINE.but(day=date(2026, 1, 20)), HERS.but(day=date(2024, 1, 1))))
    assert one.title == "Look again at your level in Python: it may have moved."
    assert one.reasons == ("You said 1 on 2 Jan; 1 skill more can wait",)
    assert (one.command, one.ready) == ("mentorlog skill rate python N", False)
    assert not list(recheck(journal(MINE)))
    assert not list(recheck(journal(HERS.but(day=date(2024, 1, 1)))))
