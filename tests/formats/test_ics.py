"""A calendar file is read by others as it was meant, is the same each time, and a second import updates."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import vobject
from hypothesis import given, settings
from icalendar import Calendar

from mentorlog.domain.actions import Action
from mentorlog.domain.calendar import Entry, entries
from mentorlog.domain.meetings import Meeting
from mentorlog.flows.carry import carry_out
from mentorlog.formats.ics import calendar
from mentorlog.store.store import Store
from tests.flows.journals import journals
from tests.thorough import many

TODAY, SOON, AGO = date(2026, 5, 4), date(2026, 5, 20), date(2026, 4, 20)
AT = "2026-05-01T10:00:00.000Z"
UID = "01a20633-0000-7000-8000-000000000001"


def talk(day: date = SOON, **more: Any) -> Entry:
    record = Meeting(id=1, uid=UID, day=day, created_at=AT, updated_at=AT)
    return Entry(
        record=record, kind="conversation", day=day, title="Conversation with Ana", changed=AT, **more
    )


def due(day: date = SOON, **more: Any) -> Entry:
    record = Action(id=1, uid=UID, text="x", created_at=AT, **more)
    return Entry(record=record, kind="day", day=day, title="Due: Draft, then; ask\\", changed=AT)


def parts(text: str) -> list[Any]:
    return list(Calendar.from_ical(text).subcomponents)


def one(entry: Entry, **options: Any) -> Any:
    (part,) = parts(calendar([entry], TODAY, **options))
    return part


def test_a_conversation_with_a_time_is_an_event_in_utc() -> None:
    event = one(talk(starts_at="2026-05-20T08:00:00Z", time="10:00", zone="Europe/Berlin", minutes=45))
    assert event["dtstart"].dt == datetime(2026, 5, 20, 8, tzinfo=UTC)
    assert event["dtend"].dt == datetime(2026, 5, 20, 8, 45, tzinfo=UTC)
    assert event["description"] == "10:00 Europe/Berlin"
    assert event["transp"] == "OPAQUE"
    assert b"DTSTART:20260520T080000Z" in event.to_ical()


@pytest.mark.parametrize("entry", [talk(), due()])
def test_what_has_no_time_is_a_whole_day_that_stays_free(entry: Entry) -> None:
    event = one(entry)
    assert event["dtstart"].dt == SOON
    assert "dtend" not in event
    assert event["transp"] == "TRANSPARENT"


def test_words_come_back_as_they_were() -> None:
    assert one(due())["summary"] == "Due: Draft, then; ask\\"


def test_what_steers_a_terminal_or_ends_a_line_is_made_visible() -> None:
    text = calendar([due().but(title="a\x1b[31m\rb\u2028c")], TODAY)
    assert "a<U+001B>[31m<U+000D>b<U+2028>c" in text.replace("\r\n ", "")


def test_a_second_file_names_the_same_entry_and_is_newer_after_a_change() -> None:
    first, later = due(), due().but(changed="2026-05-03T10:00:00.000Z")
    before, after = one(first), one(later)
    assert before["uid"] == after["uid"] == f"{UID}@mentorlog"
    assert (before["sequence"], after["sequence"]) == (0, 2 * 24 * 3600)
    assert after["last-modified"].dt == after["dtstamp"].dt == datetime(2026, 5, 3, 10, tzinfo=UTC)
    assert calendar([first], TODAY) == calendar([first], TODAY)


def test_alarms_ring_before_a_conversation_and_in_the_morning_before_a_day() -> None:
    timed = one(talk(starts_at="2026-05-20T08:00:00Z"), alarms=[24 * 60, 30])
    assert [alarm["trigger"].dt for alarm in timed.subcomponents] == [
        timedelta(days=-1),
        timedelta(minutes=-30),
    ]
    (alarm,) = one(due(), alarms=[24 * 60]).subcomponents
    assert SOON_MIDNIGHT + alarm["trigger"].dt == datetime(2026, 5, 19, 9)
    assert one(talk(day=AGO), alarms=[30]).subcomponents == []


SOON_MIDNIGHT = datetime(2026, 5, 20)


def test_due_days_may_be_tasks() -> None:
    todo = one(due(), todos=True, alarms=[60])
    assert (todo.name, todo["due"].dt, todo["status"]) == ("VTODO", SOON, "NEEDS-ACTION")
    assert todo.subcomponents[0]["trigger"].params["RELATED"] == "END"
    assert one(talk(), todos=True).name == "VEVENT"


def test_what_is_private_is_marked_so() -> None:
    assert one(due(visibility="private"))["class"] == "PRIVATE"
    assert "class" not in one(due())


def test_a_conversation_at_the_end_of_time_does_not_end_the_program() -> None:
    event = one(talk(day=date.max, starts_at="9999-12-31T23:59:00Z", minutes=2**53))
    assert event["dtend"].dt == event["dtstart"].dt


@settings(max_examples=many(40))
@given(journals())
def test_any_journal_makes_a_calendar_that_two_libraries_read(store: Store) -> None:
    told = entries(carry_out(store), TODAY)
    text = calendar(told, TODAY, alarms=[60], todos=True)
    read = parts(text)
    assert sorted(str(one["uid"]) for one in read) == sorted(f"{one.record.uid}@mentorlog" for one in told)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")
    other = vobject.readOne(text)
    assert len(other.contents.get("vevent", [])) + len(other.contents.get("vtodo", [])) == len(told)
