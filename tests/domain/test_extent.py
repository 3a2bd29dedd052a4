"""A stretch of time holds what happened in it and what was going on meanwhile."""

from __future__ import annotations

from datetime import date

import pytest

from mentorlog.domain.actions import Action
from mentorlog.domain.extent import extent, within
from mentorlog.domain.goals import Goal
from mentorlog.domain.links import Tag
from mentorlog.domain.notes import Note
from mentorlog.domain.people import Person
from mentorlog.domain.record import Record

MARCH, APRIL, MAY = date(2026, 3, 1), date(2026, 4, 1), date(2026, 5, 1)
AT = "2026-04-01T10:00:00.000Z"


@pytest.mark.parametrize(
    ("record", "first", "last"),
    [
        (Note(text="x", day=MARCH, created_at=AT), MARCH, MARCH),
        (Goal(title="x", started=MARCH, ended=APRIL), MARCH, APRIL),
        (Goal(title="x", started=MARCH), MARCH, date.max),
        (Action(text="x", created_at=AT, ended=MAY, state="done"), APRIL, MAY),
        (Action(text="x", created_at=AT, ended=MARCH, state="done"), MARCH, MARCH),
        (Person(name="Ana", handle="ana", created_at=AT), date.min, date.max),
        (Tag(record_kind="note", record_id=1, name="x", created_at=AT), date.min, date.max),
    ],
)
def test_a_record_lasts_from_its_day_to_its_end(record: Record, first: date, last: date) -> None:
    assert extent(record) == (first, last)


def test_what_overlaps_is_within() -> None:
    goal = Goal(title="x", started=MARCH, ended=APRIL)
    assert within(goal, None, None)
    assert within(goal, APRIL, MAY)
    assert within(goal, None, MARCH)
    assert not within(goal, MAY, None)
    assert not within(goal, None, date(2026, 2, 1))
