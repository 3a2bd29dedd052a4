"""A calendar tells of conversations and of what is open, each record once, with the people by name."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given, settings

from mentorlog.domain.actions import Action
from mentorlog.domain.calendar import Entry, entries
from mentorlog.domain.decisions import Decision
from mentorlog.domain.goals import Goal, Step
from mentorlog.domain.intros import Intro
from mentorlog.domain.links import WITH, Link
from mentorlog.domain.meetings import Meeting
from mentorlog.domain.notes import Note
from mentorlog.domain.people import Mentorship, Person
from mentorlog.domain.record import Record
from mentorlog.flows.carry import carry_out
from mentorlog.store.store import Store
from tests.flows.journals import journals
from tests.thorough import many

TODAY, SOON, AGO = date(2026, 5, 4), date(2026, 5, 20), date(2026, 4, 20)
ANA = Person(id=1, uid="ana", name="Ana Ruiz", handle="ana", updated_at="2026-01-01")
BO = Person(id=2, uid="bo", name="Bo Lind", handle="bo", updated_at="2026-01-01")


def of(*records: Record) -> list[Entry]:
    kept: dict[str, list[Record]] = {}
    for one in (ANA, BO, *records):
        kept.setdefault(one.kind, []).append(one)
    return entries(kept, TODAY)


def met(day: date, *people: Person, **more: Any) -> list[Record]:
    meeting = Meeting(id=day.toordinal(), uid=f"m{day}", day=day, updated_at="2026-01-01", **more)
    return [
        meeting,
        *(
            Link(
                from_kind="meeting",
                from_id=meeting.id,
                to_kind="person",
                to_id=one.id,
                label=WITH,
                updated_at="2026-01-01",
            )
            for one in people
        ),
    ]


def test_a_conversation_is_told_with_its_people_and_its_time() -> None:
    (one,) = of(*met(SOON, ANA, BO, time="10:00", zone="Europe/Berlin", starts_at="2026-05-20T08:00:00Z"))
    assert (one.kind, one.day, one.title) == ("conversation", SOON, "Conversation with Ana Ruiz and Bo Lind")
    assert (one.starts_at, one.time, one.zone) == ("2026-05-20T08:00:00Z", "10:00", "Europe/Berlin")
    assert one.people == (1, 2)


def test_what_is_open_is_told_on_its_day_and_what_has_ended_is_not() -> None:
    told = of(
        Action(id=1, text="Draft the CV", due=SOON),
        Action(id=2, text="Introduce me", owner_id=2, due=SOON),
        Action(id=3, text="Was done", due=SOON, state="done", ended=TODAY),
        Action(id=4, text="Has no day"),
        Goal(id=1, title="Lead a project", started=AGO, due=SOON),
        Goal(id=2, title="Was met", started=AGO, due=SOON, state="met", ended=TODAY),
        Step(id=1, goal_id=1, text="Find one", position=1, due=SOON),
        Step(id=2, goal_id=1, text="Was taken", position=2, due=SOON, done=TODAY),
        Note(id=1, text="Ask again\nabout pay", day=AGO, revisit=SOON),
        Note(id=2, text="Removed", day=AGO, revisit=SOON, deleted_at="2026-05-01T00:00:00Z"),
        Decision(id=1, question="Stay or go?", day=AGO, review=SOON),
        Intro(id=1, name="Jo Lee", via_id=1, follow_up=SOON),
    )
    assert sorted(one.title for one in told) == [
        "Due from Bo Lind: Introduce me",
        "Due: Draft the CV",
        "Due: Find one",
        "Due: Lead a project",
        "Follow up: Jo Lee, via Ana Ruiz",
        "Look again: Ask again about pay",
        "Look back: Stay or go?",
    ]
    assert {one.kind for one in told} == {"day"}


def test_the_rhythm_tells_when_the_next_conversation_is_due() -> None:
    both = Mentorship(id=1, uid="both", person_id=1, side="mentee", cadence=14, started=date(2026, 1, 1))
    (one,) = (one for one in of(both, *met(AGO, ANA)) if one.kind == "rhythm")
    assert (one.day, one.title) == (date(2026, 5, 4), "A conversation with Ana Ruiz is due")
    assert one.changed == "2026-01-01", "it changes with the last conversation"


def test_a_planned_conversation_an_end_or_no_rhythm_silences_it() -> None:
    running = Mentorship(id=1, uid="both", person_id=1, side="mentee", cadence=14, started=date(2026, 1, 1))
    for records in (
        (running, *met(AGO, ANA), *met(SOON, ANA)),
        (running.but(ended=AGO),),
        (running.but(cadence=None),),
    ):
        assert [one for one in of(*records) if one.kind == "rhythm"] == []


def test_somebody_who_was_removed_is_not_due() -> None:
    gone = ANA.but(deleted_at="2026-05-01T10:00:00Z")
    running = Mentorship(id=1, uid="both", person_id=1, side="mentee", cadence=14, started=date(2026, 1, 1))
    assert entries({"person": [gone], "mentorship": [running]}, TODAY) == []


def test_an_entry_changes_with_the_people_it_names() -> None:
    renamed = ANA.but(updated_at="2026-05-03")
    told = entries({"person": [renamed], "action": [Action(id=1, text="x", owner_id=1, due=SOON)]}, TODAY)
    assert [one.changed for one in told] == ["2026-05-03"]


def test_what_belongs_to_a_goal_is_with_its_person() -> None:
    goal = Goal(id=1, title="Ours", started=AGO, person_id=2)
    (one,) = of(goal, Step(id=1, goal_id=1, text="First", position=1, due=SOON))
    assert one.people == (2,)


@settings(max_examples=many(40))
@given(journals())
def test_each_record_has_one_entry_at_most_in_the_order_of_days(store: Store) -> None:
    told = entries(carry_out(store), TODAY)
    assert len({one.record.ref for one in told}) == len(told)
    assert [one.day for one in told] == sorted(one.day for one in told)
    assert not any(one.record.deleted_at for one in told)
