"""The rules of `next` that look at roles: for me and for somebody I mentor, each with its receipts."""

from __future__ import annotations

from datetime import date

import pytest

from mentorlog.career.catalogue import Catalogue, Move, Need, Role, Skill
from mentorlog.career.rules import RULES, career_suggestions
from mentorlog.domain.actions import Action
from mentorlog.domain.careers import Said, Word
from mentorlog.domain.people import Mentorship, Person
from mentorlog.domain.refs import Ref
from mentorlog.domain.roles import Aim
from mentorlog.domain.rules.suggestion import Suggestion
from mentorlog.domain.skills import Assessment, Rating
from mentorlog.domain.skills import Skill as Own
from mentorlog.domain.snapshot import Snapshot

TODAY = date(2026, 5, 4)
DAY = date(2026, 1, 10)
ANA = Person(id=1, name="Ana Ruiz", handle="ana", role="mentor")
BO = Person(id=2, name="Bo Lind", handle="bo", role="mentee")
SKILLS = [
    Skill(id=id, name=id.capitalize())
    for id in ("sql", "python", "java", "git", "testing", "linux", "design")
]
SKILLS += [Skill(id="delegation", name="Delegation", category="management")]
ROLES = [
    Role(id="dba", name="DBA", seniority=3, needs=(Need(("sql",), 4),)),
    Role(id="dev", name="Developer", seniority=3, needs=(Need(("sql",), 2), Need(("python",), 3))),
    Role(id="analyst", name="Analyst", seniority=3, needs=(Need(("python",), 2), Need(("sql",), 3))),
    Role(id="lead", name="Lead", seniority=4, needs=(Need(("delegation",), 2),)),
    Role(id="manager", name="Manager", seniority=5, needs=(Need(("delegation",), 3),)),
    Role(
        id="wide",
        name="Wide",
        needs=tuple(Need((id,), 3) for id in ("python", "java", "git", "testing", "linux", "design")),
    ),
]
CATALOGUE = Catalogue.of(
    SKILLS,
    ROLES,
    [Move("dev", "lead", "step-up"), Move("lead", "manager", "step-up"), Move("dev", "manager", "stretch")],
)
SQL, PYTHON = Own(id=1, name="SQL", handle="sql"), Own(id=2, name="Python", handle="python")
TALKS = Mentorship(id=1, person_id=1, side="mentee", started=DAY)


def aim(what: str, stage: str = "aimed", id: int = 1, **more: object) -> Aim:
    return Aim(**{"id": id, "what": what, "stage": stage, "day": DAY, **more})


def found(said: Said, code: str) -> list[Suggestion]:
    snapshot = Snapshot(today=TODAY, people={1: ANA, 2: BO}, mentorships=(TALKS,))
    return [one for one in career_suggestions(snapshot, [said], CATALOGUE) if one.code == code]


def said(*aims: Aim, levels: dict[int, int] | None = None, **more: object) -> Said:
    ratings = tuple(
        Rating(id=n, skill_id=n, level=level, day=DAY) for n, level in (levels or {1: 4, 2: 1}).items()
    )
    return Said(**{"today": TODAY, "aims": aims, "skills": (SQL, PYTHON), "ratings": ratings, **more})


def test_the_gap_that_opens_most_roles_comes_first_with_its_receipts() -> None:
    (one,) = found(said(aim("dev"), aim("analyst", "exploring", 2)), "gap-first")
    assert one.title == "Python is the gap that opens both roles you look at."
    assert one.reasons == ("Developer needs 3 and Analyst needs 2; you say 1", "Nothing is planned for it")
    assert one.refs == (PYTHON.ref, Ref("aim", 1), Ref("aim", 2))
    assert (one.command, one.ready) == ('mentorlog skill plan python --do "…" --by eoq', False)


def test_what_is_planned_already_is_not_suggested_again() -> None:
    planned = (Action(id=1, text="Read", skill_id=2),)
    assert not found(said(aim("dev"), actions=planned), "gap-first")
    assert not found(said(aim("dev"), levels={1: 4, 2: 3}), "gap-first")


def test_an_unrated_skill_is_no_gap_but_many_of_them_are_a_reason_to_rate() -> None:
    assert not found(said(aim("wide"), levels={1: 4}), "gap-first")
    (one,) = found(said(aim("wide"), levels={1: 4}), "rate-first")
    assert one.title == "Rate what Wide needs: 6 skills of 6 have no level."
    assert one.command == "mentorlog career gap wide"
    assert not found(said(aim("wide", "exploring"), levels={1: 4}), "rate-first")
    assert not found(said(aim("dev"), levels={1: 4}), "rate-first")


def test_a_role_covered_by_four_fifths_is_within_reach() -> None:
    (one,) = found(said(aim("dev"), levels={1: 4, 2: 3}), "reach")
    assert one.title == "Developer is within reach: look for the door."
    assert one.refs[0] == Ref("aim", 1)
    assert set(one.refs[1:]) == {SQL.ref, PYTHON.ref}
    assert not found(said(aim("dev"), levels={1: 1, 2: 1}), "reach")


@pytest.mark.parametrize(
    ("words", "day", "count"),
    [
        ((), DAY, 1),
        ((Word(Ref("meeting", 1), "What analysts do all day"),), DAY, 0),
        ((), date(2026, 4, 30), 0),
    ],
)
def test_a_role_explored_alone_for_two_weeks_wants_a_talk(
    words: tuple[Word, ...], day: date, count: int
) -> None:
    there = said(aim("analyst", "exploring", day=day), words=words)
    assert len(found(there, "explore-talk")) == count
    for one in found(there, "explore-talk"):
        assert one.command == 'mentorlog topic ana "What is Analyst like from inside?"'
        assert one.refs == (Ref("aim", 1), ANA.ref)


def test_people_skills_of_the_roles_two_steps_on_are_begun_early() -> None:
    (one,) = found(said(aim("dev")), "balance")
    assert one.title == "Begin with Delegation: it takes longest."
    assert one.reasons[0] == "Needed by 1 of 1 role two steps on from Developer"
    delegating = Own(id=3, name="Delegation", handle="delegation", category="management")
    begun = said(aim("dev"), skills=(SQL, PYTHON, delegating), actions=(Action(id=1, text="x", skill_id=3),))
    assert not found(begun, "balance")


def test_for_somebody_i_mentor_the_levels_i_gave_them_count() -> None:
    given = tuple(
        Assessment(id=n, person_id=2, skill=skill, level=level, day=DAY)
        for n, (skill, level) in enumerate((("sql", 4), ("python", 1)), 1)
    )
    theirs = said(aim("dev", person_id=2), person=BO, ratings=(), assessments=given)
    (one,) = found(theirs, "gap-first")
    assert one.title == "Python is the gap that opens the role Bo Lind looks at."
    assert one.reasons[0] == "Developer needs 3; you gave Bo Lind 1"
    assert (one.command, one.person) == ("mentorlog career gap dev --for bo", 2)


def test_nothing_is_suggested_without_an_aim_at_a_role_that_is_known() -> None:
    for aims in ((), (aim("data", "interest"),), (aim("juggler"),)):
        snapshot = Snapshot(today=TODAY)
        assert not list(career_suggestions(snapshot, [said(*aims)], CATALOGUE))


def test_every_suggestion_has_a_receipt_and_a_rule_that_is_listed() -> None:
    everything = [
        one
        for rule in RULES
        for levels in ({1: 4, 2: 1}, {1: 4, 2: 3}, {1: 4})
        for one in found(
            said(aim("dev"), aim("wide", id=2), aim("analyst", "exploring", 3), levels=levels), rule.code
        )
    ]
    assert {one.code for one in everything} == {rule.code for rule in RULES}
    assert all(one.refs and one.reasons and one.command.startswith("mentorlog ") for one in everything)
