"""A calendar as iCalendar (RFC 5545): the same entries give the same file, and a second import updates.

The words are those of the titles alone: notes stay in the journal.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta

from icalendar import Alarm, Calendar, Event, Todo

from mentorlog.domain.calendar import Entry
from mentorlog.domain.text import safe

MINUTES = 60
"""How long a conversation takes of which nobody said so. A rule of thumb of ours."""
MORNING = 9 * 60
"""Minutes after midnight: when an alarm for a whole day rings. A rule of thumb of ours."""
_MOST_MINUTES = 24 * 60


def calendar(entries: Iterable[Entry], today: date, alarms: Sequence[int] = (), todos: bool = False) -> str:
    """The file. `alarms`: minutes before; what is over has none. `todos`: open days as tasks, not events."""
    made = Calendar()
    made.add("prodid", "-//mentorlog//mentorlog//EN")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", "mentorlog")
    for entry in entries:
        part = _todo(entry) if todos and entry.kind == "day" else _event(entry)
        if entry.day >= today:
            for minutes in alarms:
                part.add_component(_alarm(entry, minutes, isinstance(part, Todo)))
        made.add_component(part)
    text: bytes = made.to_ical()
    return text.decode()


def _event(entry: Entry) -> Event:
    event = Event()
    _describe(event, entry)
    starts = _starts(entry)
    event.add("dtstart", starts or entry.day)
    if starts:
        event.add("dtend", _end(starts, entry.minutes))
        event.add("description", safe(f"{entry.time} {entry.zone}".strip()))
    # A day on which something is due leaves the day free; so does the guess that a talk would be timely.
    event.add("transp", "OPAQUE" if starts else "TRANSPARENT")
    event.add("status", "TENTATIVE" if entry.kind == "rhythm" else "CONFIRMED")
    return event


def _todo(entry: Entry) -> Todo:
    todo = Todo()
    _describe(todo, entry)
    todo.add("due", entry.day)
    todo.add("status", "NEEDS-ACTION")
    return todo


def _describe(part: Event | Todo, entry: Entry) -> None:
    """Who it is and what it says. It is newer the later its record changed, so that no clock is needed."""
    created, changed = _instant(entry.record.created_at), _instant(entry.changed)
    part.add("uid", f"{entry.record.uid}@mentorlog")
    part.add("dtstamp", changed)
    part.add("created", created)
    part.add("last-modified", changed)
    part.add("sequence", min(max(0, int((changed - created).total_seconds())), 2**31 - 1))
    part.add("summary", safe(entry.title, newline=False))
    part.add("categories", ["mentorlog", entry.record.kind])
    if entry.record.private:
        part.add("class", "PRIVATE")


def _alarm(entry: Entry, minutes: int, todo: bool) -> Alarm:
    """So many minutes before a conversation; before a whole day, counted from nine in the morning."""
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", safe(entry.title, newline=False))
    before = minutes if _starts(entry) else minutes - MORNING
    alarm.add("trigger", timedelta(minutes=-before), parameters={"RELATED": "END"} if todo else {})
    return alarm


def _starts(entry: Entry) -> datetime | None:
    return _instant(entry.starts_at) if entry.starts_at else None


def _end(starts: datetime, minutes: int | None) -> datetime:
    try:
        return starts + timedelta(minutes=min(minutes or MINUTES, _MOST_MINUTES))
    except OverflowError:  # the last day there is
        return starts


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC).replace(microsecond=0)
