"""Forgetting somebody: what goes, what stays without their name."""

from __future__ import annotations

from datetime import date

from mentorlog.domain.actions import Action
from mentorlog.domain.feedback import Feedback
from mentorlog.domain.forgetting import about, doomed, loosened, still_named
from mentorlog.domain.goals import Goal, Step
from mentorlog.domain.links import Link
from mentorlog.domain.meetings import Aside, Meeting, Topic
from mentorlog.domain.notes import Note
from mentorlog.domain.people import Mentorship, Person, Turn
from mentorlog.domain.refs import Ref
from mentorlog.domain.skills import Rating
from mentorlog.domain.wins import Win

DAY = date(2026, 5, 4)
ANA = Person(id=1, name="Ana Ruiz", handle="ana", role="mentor", email="ana@work.example")
BO = Person(id=2, name="Bo Lind", handle="bo", role="mentee", introduced_by=1)


def joined(
    kind: str, id: int, person: int, number: int, label: str = "with", gone: str | None = None
) -> Link:
    return Link(
        id=number, from_kind=kind, from_id=id, to_kind="person", to_id=person, label=label, deleted_at=gone
    )


def gone(*records, person: Person = ANA) -> set[str]:
    return {str(ref) for ref in doomed([ANA, BO, *records], [person])}


def test_a_meeting_with_two_people_stays_and_one_with_them_alone_goes_with_its_private_note() -> None:
    records = [
        Meeting(id=1, day=DAY),
        Meeting(id=2, day=DAY),
        Aside(id=1, meeting_id=1, text="x"),
        Aside(id=2, meeting_id=2, text="x"),
        joined("meeting", 1, 1, 1),
        joined("meeting", 2, 1, 2),
        joined("meeting", 2, 2, 3),
    ]
    assert gone(*records) == {"p1", "m1", "as1", "l1", "l2"}


def test_what_they_said_or_were_told_or_promised_goes_and_the_mentorship_with_its_turns() -> None:
    records = [
        Mentorship(id=1, person_id=1, side="mentee", started=DAY),
        Turn(id=1, mentorship_id=1, day=DAY, aspect="focus", value="x"),
        Topic(id=1, person_id=1, text="x", raised=DAY),
        Topic(id=2, person_id=2, text="x", raised=DAY),
        Feedback(id=1, from_id=1, to_id=2, day=DAY, tone="praise"),
        Rating(id=1, skill_id=1, level=3, day=DAY, by_id=1),
        Rating(id=2, skill_id=1, level=3, day=DAY),
        Action(id=1, text="theirs", owner_id=1, person_id=2),
        Action(id=2, text="to both", person_id=1, owner_id=2),
    ]
    assert gone(*records) == {"p1", "ms1", "tu1", "t1", "f1", "ra1", "a1"}


def test_my_goals_and_wins_stay_and_a_goal_of_a_mentee_goes() -> None:
    records = [
        Goal(id=1, title="mine", person_id=1, started=DAY),
        Goal(id=2, title="of Bo", person_id=2, started=DAY),
        Step(id=1, goal_id=2, text="x", position=1),
        Win(id=1, text="x", day=DAY),
        joined("win", 1, 2, 1),
    ]
    assert gone(*records) == {"p1"}
    assert gone(*records, person=BO) == {"p2", "g2", "st1", "l1"}


def test_a_link_that_was_taken_away_makes_nothing_theirs() -> None:
    assert gone(Note(id=1, text="x", day=DAY), joined("note", 1, 1, 1, gone="2026-05-01")) == {"p1", "l1"}


def test_what_stays_loses_the_name_the_address_and_the_pointer() -> None:
    fields = {
        "id": 7,
        "text": "Ana Ruiz (@ana, ana@work.example): Ana Ruizes say so",
        "person_id": 1,
        "owner_id": 2,
    }
    assert loosened("action", fields, {Ref("person", 1)}, [ANA]) == {
        "id": 7,
        "text": "someone (someone, someone): Ana Ruizes say so",
        "person_id": None,
        "owner_id": 2,
    }


def test_a_namesake_keeps_their_name_and_a_link_its_ends() -> None:
    other = {"name": "Ana Ruiz", "handle": "ana-2", "met": "through Ana Ruiz"}
    assert loosened("person", other, {Ref("person", 1)}, [ANA])["name"] == "Ana Ruiz"
    link = {"from_kind": "note", "from_id": 1, "to_kind": "skill", "to_id": 1}
    assert loosened("link", link, {Ref("person", 1)}, [ANA]) == link


def test_a_first_name_that_stands_in_what_stays_is_found_as_a_whole_word() -> None:
    notes = [Note(id=1, text="Ask Ana.", day=DAY), Note(id=2, text="Anatomy", day=DAY)]
    assert still_named(notes, ANA) == [Ref("note", 1)]


def test_about_somebody_is_whatever_names_them_and_its_parts() -> None:
    records = [
        Goal(id=1, title="x", person_id=1, started=DAY),
        Step(id=1, goal_id=1, text="x", position=1),
        BO,
        ANA,
    ]
    assert about(records, ANA) == {Ref("person", 1), Ref("person", 2), Ref("goal", 1), Ref("step", 1)}
