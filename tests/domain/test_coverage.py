"""The fourteen in four groups, what was touched, and what is not our thing."""

from __future__ import annotations

from datetime import date, timedelta

from mentorlog.domain.coverage import DOES, GROUPS, Coverage, Function, Touch, code, coverage, kinds_of
from mentorlog.domain.meetings import KINDS
from mentorlog.domain.people import Person
from mentorlog.domain.refs import Ref

TODAY = date(2026, 5, 4)
ANA = Person(id=1, name="Ana Ruiz", handle="ana", role="mentor")


def touch(number: int, days: int, *kinds: str) -> Touch:
    return Touch(Ref("meeting", number), TODAY - timedelta(days=days), kinds)


def of(model: Coverage, kind: str) -> Function:
    return next(one for one in model.functions if one.kind == kind)


def test_each_of_the_fourteen_is_in_one_group_and_has_its_words() -> None:
    grouped = [kind for kinds in GROUPS.values() for kind in kinds]
    assert sorted(grouped) == sorted(KINDS)
    assert set(DOES) == set(KINDS)


def test_last_and_how_often_in_a_year_up_to_today() -> None:
    touches = [
        touch(3, 400, "goals"),
        touch(9, 10, "goals", "advice"),
        touch(5, 364, "goals"),
        touch(7, -3, "goals"),
    ]
    model = coverage(ANA, touches, {}, TODAY)
    goals = of(model, "goals")
    assert (goals.last, goals.ref, goals.year) == (TODAY - timedelta(days=10), Ref("meeting", 9), 2)
    assert of(model, "culture").last is None
    assert model.entries == 3


def test_what_is_not_our_thing_keeps_its_reason_and_is_never_asked_for() -> None:
    touched = [touch(number, 1, kind) for number, kind in enumerate(KINDS) if kind != "networking"]
    open_still = coverage(ANA, touched, {}, TODAY)
    assert open_still.ask is not None
    assert open_still.ask.kind == "networking"
    aside = coverage(ANA, touched, {"networking": "he knows more people"}, TODAY)
    assert (of(aside, "networking").ours, of(aside, "networking").why) == (False, "he knows more people")
    assert aside.ask is None


def test_what_to_ask_depends_on_which_side_i_am_on() -> None:
    asked = coverage(ANA, [], {}, TODAY).ask
    mine = coverage(ANA.but(role="mentee"), [], {}, TODAY).ask
    assert asked is not None
    assert mine is not None
    assert (asked.question, mine.question) == (
        "What should I be able to do a year from now?",
        "What do you want to be able to do a year from now?",
    )


def test_kinds_are_read_as_a_record_keeps_them() -> None:
    assert kinds_of("goals,advice,astrology") == ("goals", "advice")
    assert kinds_of("") == ()
    assert code("goals") == "coverage:goals"
