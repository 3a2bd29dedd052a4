"""Calendars: events with people are conversations at the right instant; repeated ones until today."""

from __future__ import annotations

from datetime import date

import pytest

from mentorlog.domain.drafts import NO_DAY, Draft
from mentorlog.errors import Problem
from mentorlog.formats.from_ics import drafts
from tests.formats.drafting import HERE, drafted, sample, skipped, source


def event(*lines: str) -> list[Draft]:
    return drafted(drafts(source(calendar(*lines)), HERE))


def calendar(*lines: str) -> str:
    return "\r\n".join(
        ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "SUMMARY:1:1 Ana", *lines, "END:VEVENT", "END:VCALENDAR", ""]
    )


def test_an_event_is_a_conversation_by_the_clock_here() -> None:
    first = drafted(drafts(sample("calendar.ics"), HERE))[0]
    assert first.people == ('"Ruiz, Ana" <ana@example.org>', "Sam <sam@example.org>")
    assert first.values == {
        "day": date(2026, 4, 20),
        "time": "15:00",
        "zone": "Europe/Berlin",
        "starts_at": "2026-04-20T13:00:00Z",
        "minutes": 45,
        "notes": "Mentoring",
    }


def test_a_repeated_event_leaves_out_what_was_cut_or_moved() -> None:
    found = [one for one in drafted(drafts(sample("calendar.ics"), HERE)) if one.id.startswith("weekly")]
    assert [(str(one.values["day"]), one.values["time"]) for one in found] == [
        ("2026-04-01", "10:00"),
        ("2026-04-22", "10:00"),
        ("2026-04-16", "15:00"),
    ]
    assert len({one.id for one in found}) == 3


def test_a_repeated_event_keeps_its_hour_when_the_clocks_change() -> None:
    found = event("DTSTART;TZID=Europe/Berlin:20260323T100000", "RRULE:FREQ=WEEKLY;COUNT=2")
    assert [one.values["starts_at"] for one in found] == ["2026-03-23T09:00:00Z", "2026-03-30T08:00:00Z"]


def test_a_repeated_event_is_followed_for_two_years_until_today() -> None:
    found = event("DTSTART:20100104T100000Z", "RRULE:FREQ=WEEKLY")
    assert (found[0].values["day"], found[-1].values["day"]) == (date(2024, 5, 6), date(2026, 5, 4))


@pytest.mark.parametrize("until", ["20260413", "20260413T100000Z"])
def test_the_last_day_of_a_rule_counts(until: str) -> None:
    assert len(event("DTSTART:20260406T100000Z", f"RRULE:FREQ=WEEKLY;UNTIL={until}")) == 2


def test_an_hour_that_the_clocks_skip_is_the_one_after_and_one_shown_twice_the_first() -> None:
    (skipped_hour,) = event("DTSTART;TZID=Europe/Berlin:20260329T023000")
    assert (skipped_hour.values["time"], skipped_hour.values["starts_at"]) == (
        "03:30",
        "2026-03-29T01:30:00Z",
    )
    (twice,) = event("DTSTART;TZID=Europe/Berlin:20251026T023000")
    assert twice.values["starts_at"] == "2025-10-26T00:30:00Z"


def test_a_whole_day_has_no_time() -> None:
    (one,) = event("DTSTART;VALUE=DATE:20260420", "DTEND;VALUE=DATE:20260421")
    assert one.values == {"day": date(2026, 4, 20), "minutes": None, "notes": "1:1 Ana"}


@pytest.mark.parametrize(
    ("rule", "reason"),
    [
        ("FREQ=SECONDLY", "repeated more often than daily"),
        ("FREQ=DAILY;INTERVAL=0", "repeated more often than daily"),
        ("FREQ=DAILY;BYHOUR=1,2,3,4,5,6,7,8,9", "repeated more often than daily"),
    ],
)
def test_a_rule_that_would_never_end_is_skipped(rule: str, reason: str) -> None:
    text = calendar("DTSTART:20000101T100000Z", f"RRULE:{rule}")
    assert skipped(drafts(source(text), HERE)) == [(2, reason)]


@pytest.mark.parametrize("start", ["00010101T000000Z", "99991231T235959Z", "18500101", "20260230", "soon"])
def test_a_day_that_cannot_be_is_skipped(start: str) -> None:
    assert skipped(drafts(source(calendar(f"DTSTART:{start}")), HERE)) == [(2, NO_DAY)]


def test_a_to_do_is_an_action() -> None:
    *_, todo = drafted(drafts(sample("calendar.ics"), HERE))
    assert todo.values == {
        "text": "Send the slides",
        "due": date(2026, 5, 10),
        "state": "done",
        "ended": date(2026, 5, 10),
    }
    assert todo.tags == ("talk",)


def test_what_is_no_calendar_is_refused() -> None:
    with pytest.raises(Problem, match="no calendar"):
        list(drafts(source("words"), HERE))
    assert list(drafts(source("BEGIN:VCALENDAR\nEND:VCALENDAR\n"), HERE)) == []


@pytest.mark.parametrize(
    ("line", "private"),
    [
        ("CLASS:PRIVATE", True),
        ("CLASS:confidential", True),
        ("CLASS:X-OURS", True),
        ("CLASS:PUBLIC", False),
        ("STATUS:CONFIRMED", False),
    ],
)
def test_what_a_calendar_keeps_private_stays_private(line: str, private: bool) -> None:
    (one,) = event("DTSTART:20260420T100000Z", line)
    assert one.private is private
    text = f"BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nSUMMARY:x\r\n{line}\r\nEND:VTODO\r\nEND:VCALENDAR\r\n"
    (task,) = drafted(drafts(source(text), HERE))
    assert task.private is private
