"""From a journal to the catalogue: whose level counts, which skill is meant, what is wanted and was spoken of."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorlog.career.catalogue import Catalogue, Role
from mentorlog.career.journal import (
    FAMILY_WORDS,
    Opinion,
    catalogue_with,
    here,
    known,
    levels,
    mentions,
    own_role,
    resolver,
    signals,
)
from mentorlog.domain.actions import Action
from mentorlog.domain.careers import Said, Word
from mentorlog.domain.goals import Goal
from mentorlog.domain.people import Person
from mentorlog.domain.refs import Ref
from mentorlog.domain.resources import Resource
from mentorlog.domain.roles import Aim, Position
from mentorlog.domain.roles import Role as OwnRole
from mentorlog.domain.skills import Assessment, Rating, Skill
from tests.career.worlds import whole

TODAY = date(2026, 5, 4)
SQL = Skill(id=1, name="SQL", handle="sql", aliases="postgres, query plans")
TESTS = Skill(id=2, name="Automated testing", handle="testing")
POTTERY = Skill(id=3, name="Pottery", handle="pottery", category="other")
SAID = Said(today=TODAY, skills=(SQL, TESTS, POTTERY))
BO = Person(id=2, name="Bo Lind", handle="bo")


def rating(id: int, level: int, day: int = 1, by: int | None = None, skill: int = 1) -> Rating:
    return Rating(id=id, skill_id=skill, level=level, day=date(2026, 3, day), by_id=by)


def test_a_skill_is_known_by_handle_name_or_alias_and_else_keeps_its_handle() -> None:
    assert [*levels(SAID, whole())] == ["sql", "automated-testing", "pottery"]
    resolve = resolver(SAID, whole())
    assert [
        resolve(word) for word in ("testing", "Postgres", "Query-plans", "API design", "Juggling Balls")
    ] == [*("automated-testing", "sql", "sql", "api-design", "juggling-balls")]


def test_my_latest_rating_counts_and_no_other() -> None:
    said = SAID.but(ratings=(rating(2, 3, day=9), rating(1, 1, day=2), rating(3, 5, day=20, by=7)))
    assert levels(said, whole()) == {"sql": 3, "automated-testing": None, "pottery": None}


def test_others_stand_beside_each_with_their_latest_and_are_never_averaged() -> None:
    given = (rating(1, 2, by=7), rating(2, 4, day=3, by=7), rating(3, 5, by=8))
    found = known(SAID.but(ratings=given, raters={7: "Ana Ruiz"}), whole())["sql"]
    assert found.level is None
    assert set(found.others) == {Opinion("Ana Ruiz", 4), Opinion("Someone", 5)}


def test_of_somebody_i_mentor_my_assessments_count_and_my_own_ratings_do_not() -> None:
    given = (
        Assessment(id=1, person_id=2, skill="testing", level=1, day=date(2026, 2, 1)),
        Assessment(id=2, person_id=2, skill="backups", level=3, day=date(2026, 2, 1)),
    )
    said = SAID.but(person=BO, assessments=given, ratings=(rating(1, 4),))
    assert levels(said, whole()) == {"sql": None, "automated-testing": 1, "pottery": None, "backups": 3}


def test_evidence_and_plans_come_with_the_skill_they_are_for() -> None:
    mine = rating(1, 3)
    said = SAID.but(
        ratings=(mine,),
        evidence={mine.ref: (Ref("win", 4), Ref("note", 2))},
        actions=(Action(id=9, text="x", skill_id=1),),
        resources=(Resource(id=5, title="y", skill_id=1),),
    )
    found = known(said, whole())["sql"]
    assert found.evidence == (Ref("win", 4), Ref("note", 2))
    assert found.planned == (Ref("action", 9), Ref("resource", 5))


def test_a_skill_the_catalogue_does_not_have_is_added_to_it() -> None:
    catalogue = catalogue_with(SAID, whole())
    assert catalogue.named("pottery") == "Pottery"
    assert catalogue.skills["sql"] == whole().skills["sql"]
    assert catalogue_with(Said(today=TODAY), whole()) is whole()


def test_a_role_of_my_own_asks_for_skills_by_my_names_for_them() -> None:
    own = OwnRole(
        name="Orders",
        handle="orders",
        family="software",
        needs="testing:3:1\npython|java:2:3 one language\nsql:4",
    )
    found = catalogue_with(SAID.but(roles=(own,)), whole()).roles["orders"]
    assert [(need.of, need.level, need.weight, need.name) for need in found.needs] == [
        (("automated-testing",), 3, 1, ""),
        (("python", "java"), 2, 3, "one language"),
        (("sql",), 4, 2, ""),
    ]
    assert (found.family, found.seniority) == ("software", 3)


def test_a_catalogue_role_described_anew_keeps_what_was_not_said() -> None:
    own = OwnRole(name="Developer here", handle="backend-developer", needs="sql:1", seniority=4)
    before, found = whole().roles["backend-developer"], own_role(own, whole())
    assert (found.name, found.seniority, len(found.needs)) == ("Developer here", 4, 1)
    assert (found.family, found.track, found.aliases) == (before.family, before.track, before.aliases)


@pytest.mark.parametrize("word", ["database-administrator", "Database administrator", "DBA"])
def test_the_role_of_the_position_is_found_by_any_name(word: str) -> None:
    said = SAID.but(positions=(Position(id=1, title="DB person", role=word, day=date(2020, 1, 1)),))
    found = here(said, whole())
    assert found
    assert found.id == "database-administrator"


def test_between_two_positions_or_in_an_unknown_role_there_is_none() -> None:
    past = Position(id=1, title="DBA", role="dba", day=date(2019, 1, 1), ended=date(2020, 1, 1))
    assert here(SAID.but(positions=(past,)), whole()) is None
    assert here(SAID.but(positions=(past.but(ended=None, role="", title="Juggler"),)), whole()) is None
    assert here(SAID.but(positions=(past.but(ended=None, role=""),)), whole()) is not None


def test_aims_goals_and_interests_are_signals_with_their_refs() -> None:
    aims = (
        Aim(id=1, what="Software", stage="interest", day=TODAY),
        Aim(id=2, what="data-engineer", stage="exploring", day=TODAY),
        Aim(id=3, what="backend-developer", stage="aimed", day=TODAY),
        Aim(id=4, what="postgres", stage="interest", day=TODAY),
        Aim(id=5, what="Programming", stage="interest", day=TODAY),
        Aim(id=6, what="juggling", stage="interest", day=TODAY),
    )
    goals = (Goal(id=7, title="Change", role="backend developer", started=TODAY),)
    found = signals(SAID.but(aims=aims, goals=goals), whole())
    assert found.goals == {"backend-developer": (Ref("aim", 3), Ref("goal", 7))}
    assert found.interests == {
        "software": (Ref("aim", 1), Ref("aim", 5)),
        "data-engineer": (Ref("aim", 2),),
        "sql": (Ref("aim", 4),),
        "juggling": (Ref("aim", 6),),
    }


def test_words_for_a_family_name_one_there_is_and_no_skill() -> None:
    assert set(FAMILY_WORDS.values()) <= {one.family for one in whole().roles.values()}
    known = resolver(SAID.but(skills=()), whole())
    assert not {word for word in FAMILY_WORDS if known(word) in whole().skills}


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Have you thought of data engineers?", {"data-engineer"}),
        ("A DBA who codes: an SRE, maybe.", {"database-administrator", "site-reliability-engineer"}),
        ("Senior backend developer in two years", {"senior-backend-developer"}),
        ("the back-end\ndeveloper next door", {"backend-developer"}),
        ("a databasee administratorship", set()),
        ("", set()),
    ],
)
def test_a_role_is_spoken_of_by_name_the_longest_one_first(text: str, ids: set[str]) -> None:
    found = mentions([Word(Ref("meeting", 3), text)], whole())
    assert found == dict.fromkeys(ids, (Ref("meeting", 3),))


def test_every_record_that_speaks_of_a_role_is_named_once() -> None:
    words = [Word(Ref("note", 1), "SRE, SRE"), Word(Ref("meeting", 2), "an sre")]
    assert mentions(words, whole()) == {"site-reliability-engineer": (Ref("note", 1), Ref("meeting", 2))}


@given(st.text(max_size=60))
def test_any_word_for_a_role_or_skill_is_taken(word: str) -> None:
    own = OwnRole(name=word, handle="own", needs="sql:3")
    aims = (Aim(id=1, what=word, stage="interest", day=TODAY),)
    said = SAID.but(
        roles=(own,), aims=aims, words=(Word(Ref("note", 1), word),), skills=(SQL.but(name=word),)
    )
    catalogue: Catalogue = catalogue_with(said, whole())
    assert isinstance(catalogue.role("own"), Role)
    assert signals(said, catalogue).interests
    assert len(levels(said, catalogue)) == 1
