"""Decisions to look back on, introductions to follow up, people to introduce, resources that drag on."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mentorlog.domain.decisions import Decision
from mentorlog.domain.intros import Intro
from mentorlog.domain.people import Mentorship, Person
from mentorlog.domain.refs import Ref
from mentorlog.domain.resources import Resource
from mentorlog.domain.rules.ventures import decision, intro, resource, sponsor
from mentorlog.domain.snapshot import Snapshot
from mentorlog.domain.wins import Win

TODAY = date(2026, 5, 4)
ANA, BO, JO = (
    Person(id=number, name=name, handle=name.split()[0].lower())
    for number, name in ((1, "Ana Ruiz"), (2, "Bo Lind"), (3, "Jo Lee"))
)
PEOPLE = {one.id: one for one in (ANA, BO, JO)}


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def journal(**given: object) -> Snapshot:
    return Snapshot(**{"today": TODAY, "people": PEOPLE, **given})


def test_a_decision_is_asked_for_on_its_day_with_what_was_expected() -> None:
    made = Decision(id=2, question="Now?", day=ago(40), chosen="now", state="decided", decided=ago(30))
    due = made.but(review=TODAY, expectation="a fight")
    (one,) = decision(journal(decisions=(due,)))
    assert one.title == "Say what came of “Now?”."
    assert one.reasons == ("You chose “now” on 4 Apr", "You expected: “a fight”")
    assert (one.command, one.ready) == ('mentorlog decision outcome d2 "…"', False)
    assert not list(decision(journal(decisions=(made, due.but(review=TODAY + timedelta(days=1))))))


@pytest.mark.parametrize(("age", "asked"), [(13, False), (14, True)])
def test_a_question_is_asked_for_after_14_days_or_on_its_own_day(age: int, asked: bool) -> None:
    open_ = Decision(id=1, question="Now or later?", day=ago(age), options="now\nlater")
    found = list(decision(journal(decisions=(open_,))))
    assert bool(found) is asked
    if found:
        assert found[0].reasons == ("Open since 20 Apr, 14 days ago", "2 options on the table")
    assert list(decision(journal(decisions=(open_.but(review=TODAY),))))
    assert not list(decision(journal(decisions=(open_.but(day=ago(90), review=TODAY + timedelta(days=3)),))))


@pytest.mark.parametrize(
    ("state", "command"),
    [
        ("wanted", "mentorlog intro asked i4"),
        ("asked", "mentorlog intro made i4"),
        ("made", "mentorlog intro met i4"),
        ("met", "mentorlog intro edit i4 --follow-up none"),
    ],
)
def test_an_introduction_is_asked_for_on_its_day_with_its_next_step(state: str, command: str) -> None:
    waiting = Intro(id=4, who_id=3, via_id=1, state=state, asked=ago(20), follow_up=ago(1))
    (one,) = intro(journal(intros=(waiting,)))
    assert one.title == "Come back to the introduction to Jo Lee."
    assert (one.command, one.refs, one.person) == (
        command,
        (Ref("intro", 4), Ref("person", 3), Ref("person", 1)),
        1,
    )
    assert not list(intro(journal(intros=(waiting.but(follow_up=TODAY + timedelta(days=1)),))))
    assert not list(intro(journal(intros=(waiting.but(state="dropped"),))))


def test_a_mentee_with_a_fresh_win_and_no_introduction_in_half_a_year_is_thought_of() -> None:
    mine = Mentorship(id=1, person_id=2, side="mentor", started=ago(300))
    win = Win(id=9, text="Restored alone", day=ago(12))
    base = {"mentorships": (mine,), "won": {2: win}}
    (one,) = sponsor(journal(**base))
    assert one.title == "Think of somebody whom Bo Lind should know."
    assert one.refs == (Ref("person", 2), Ref("win", 9))
    assert one.command == 'mentorlog intro add "…" --for bo --why "…"'
    assert not list(sponsor(journal(**{**base, "won": {2: win.but(day=ago(90))}})))
    assert not list(sponsor(journal(**{**base, "mentorships": (mine.but(side="mentee"),)})))
    for known in (
        Intro(id=1, name="Kim", for_id=2),
        Intro(id=1, name="Kim", for_id=2, state="made", made=ago(182)),
    ):
        assert not list(sponsor(journal(**base, intros=(known,))))
    for other in (
        Intro(id=1, name="Kim", for_id=2, state="made", made=ago(183)),
        Intro(id=1, name="Kim", for_id=2, state="dropped", ended=ago(3)),
        Intro(id=1, name="Kim", via_id=2, state="made", made=ago(3)),
    ):
        assert list(sponsor(journal(**base, intros=(other,))))


@pytest.mark.parametrize(("age", "asked"), [(60, False), (61, True)])
def test_a_resource_is_asked_for_after_more_than_60_days(age: int, asked: bool) -> None:
    book = Resource(id=5, title="DDIA", state="doing", started=ago(age))
    found = list(resource(journal(resources=(book,))))
    assert bool(found) is asked
    if found:
        assert (found[0].title, found[0].command) == (
            "Finish “DDIA”, or let it go.",
            'mentorlog resource finish r5 --verdict "…"',
        )
