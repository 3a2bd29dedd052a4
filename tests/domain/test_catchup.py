"""Which questions are asked after a gap."""

from __future__ import annotations

from datetime import date, timedelta

from mentorlog.domain.catchup import gap
from mentorlog.domain.people import Between, Mentorship, Person

TODAY = date(2026, 5, 4)
PEOPLE = [
    Person(id=id, name=name, handle=name.lower())
    for id, name in enumerate(("Ana", "Bo", "Cy", "Di", "Eva"), 1)
]


def stands(id: int, due_in: int, paused: int = 0) -> Between:
    """A mentorship every two weeks, due in so many days."""
    until = TODAY + timedelta(days=paused) if paused else None
    pact = Mentorship(
        id=id, person_id=id, side="mentee", cadence=14, started=date(2026, 1, 1), paused_until=until
    )
    return Between(mentorship=pact, last=TODAY + timedelta(days=due_in - 14))


def asked(**due_in: int) -> list[str]:
    """The people asked about, from days until they are due."""
    people = [one for one in PEOPLE if one.handle in due_in]
    found = gap(
        TODAY,
        TODAY - timedelta(30),
        None,
        people,
        {one.id: stands(one.id, due_in[one.handle]) for one in people},
    )
    return [one.person.handle for one in found.questions if one.person]


def test_the_one_mentor_is_always_asked_about() -> None:
    assert asked(ana=9) == ["ana"]


def test_of_several_only_those_due_by_now_the_longest_due_first_and_three_at_most() -> None:
    assert asked(ana=-1, bo=-9, cy=3) == ["bo", "ana"]
    assert asked(ana=0, bo=-1, cy=-2, di=-3, eva=5) == ["di", "cy", "bo"]
    assert asked(ana=2, bo=3) == []


def test_who_is_paused_is_not_asked_about() -> None:
    found = gap(TODAY, None, None, PEOPLE[:1], {1: stands(1, -20, paused=10)})
    assert [one.kind for one in found.questions] == ["note", "action", "feedback", "win"]


def test_the_opening_says_how_long_the_gap_is_and_how_many_questions_there_are() -> None:
    alone = {1: stands(1, -3)}
    assert gap(TODAY, date(2026, 4, 11), None, PEOPLE[:1], alone).opening == (
        "Last entry 23 days ago, on Sat 11 Apr 2026. Four questions"
    )
    assert (
        gap(TODAY, TODAY, date(2026, 4, 20), PEOPLE[:1], alone).opening
        == "Since Mon 20 Apr 2026. Four questions"
    )
    assert gap(TODAY, None, None, [], {}).opening == "No entry yet. Four questions"
    late = {one.id: stands(one.id, -3) for one in PEOPLE}
    assert gap(TODAY, None, None, PEOPLE, late).opening == "No entry yet. Six questions"


def test_there_is_no_gap_on_the_day_of_an_entry_unless_one_is_asked_for() -> None:
    assert gap(TODAY, TODAY, None, [], {}).closed
    assert not gap(TODAY, TODAY, TODAY - timedelta(7), [], {}).closed
    assert not gap(TODAY, TODAY - timedelta(1), None, [], {}).closed
