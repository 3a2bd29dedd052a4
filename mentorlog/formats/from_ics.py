"""Calendars (RFC 5545): events become conversations with the people in them, to-dos become actions.

A repeated event comes in for the two years before today: what is to come is the calendar's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from email.utils import formataddr
from itertools import islice
from typing import Any, NamedTuple

from mentorlog.domain.drafts import NO_DAY, Draft, Here, Skip, in_calendar, minutes_of
from mentorlog.errors import Unreadable
from mentorlog.formats.headings import talk_of
from mentorlog.formats.passage import blocks
from mentorlog.formats.source import Source, bad

YEARS_BACK = 2
"""How far back a repeated event is followed. A choice of ours."""
_MOST = 2_000
"""Times of one event in those years; more is no conversation. A bound of ours."""
_LONGEST = 50_000
"""Times since it began: every day since 1900."""
_RULES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")


class _Occurrence(NamedTuple):
    start: date | datetime
    id: str


def drafts(source: Source, here: Here) -> Iterator[Draft | Skip]:
    """Every event and to-do. Raises Unreadable with the line for one that is broken."""
    moved = _moved(source)
    zones: dict[str, str] = {}
    none = True
    for line, name, text in blocks(source, ("VTIMEZONE", "VEVENT", "VTODO")):
        none = False
        if name == "VTIMEZONE":
            zones[_zone_name(text)] = text
            continue
        part = _parsed(line, text, zones)
        yield from _event(line, part, moved, here) if name == "VEVENT" else _todo(line, part, here)
    if none and b"BEGIN:VCALENDAR" not in source.head().upper():
        raise Unreadable("The file is no calendar (BEGIN:VCALENDAR); nothing was brought in.")


def _moved(source: Source) -> set[tuple[str, str]]:
    """The times of repeated events that have an event of their own: uid, and time as written."""
    found = set()
    for _, _, text in blocks(source, ("VEVENT",)):
        at = re.search(r"^RECURRENCE-ID[^:\r\n]*:([0-9TZ]+)", text, re.MULTILINE | re.IGNORECASE)
        uid = re.search(r"^UID[^:\r\n]*:([^\r\n]*)", text, re.MULTILINE | re.IGNORECASE)
        if at and uid:
            found.add((uid[1].strip(), at[1]))
    return found


def _zone_name(text: str) -> str:
    found = re.search(r"^TZID[^:\r\n]*:([^\r\n]*)", text, re.MULTILINE | re.IGNORECASE)
    return found[1].strip() if found else ""


def _parsed(line: int, text: str, zones: Mapping[str, str]) -> Any:
    from icalendar import Calendar

    named = "".join(zone for name, zone in zones.items() if name and name in text)
    try:
        whole = f"BEGIN:VCALENDAR\r\n{named}{text}END:VCALENDAR\r\n"
        parts = [one for one in Calendar.from_ical(whole).subcomponents if one.name != "VTIMEZONE"]
        return parts[0]
    except Exception as error:  # the library raises whatever its parts raise
        raise bad(line, "what begins here cannot be read") from error


def _event(line: int, event: Any, moved: set[tuple[str, str]], here: Here) -> Iterator[Draft | Skip]:
    if _text(event, "STATUS").upper() == "CANCELLED":
        yield Skip(line, "cancelled")
        return
    title, more = _text(event, "SUMMARY"), _text(event, "DESCRIPTION")
    people = tuple(dict.fromkeys(_people(event)))
    if not people and (talk := talk_of(title)):
        people = talk.people
    if not people:
        yield Skip(line, "events with nobody in them")
        return
    try:
        start, minutes = _start(event), _minutes(event)
        times = list(_times(event, start, moved, here))
    except _Repeats as error:
        yield Skip(line, str(error))
        return
    except Exception:  # the library leaves what it cannot read to whoever asks
        yield Skip(line, NO_DAY)
        return
    for at in times:
        if not in_calendar(at.start):
            yield Skip(line, NO_DAY)
            continue
        values = here.when(at.start) if isinstance(at.start, datetime) else {"day": at.start}
        values |= {"minutes": minutes, "notes": f"{title}\n\n{more}".strip()}
        hidden = _hidden(event)
        yield Draft(line, "meeting", values, "an event", people=people, id=at.id, bare=True, private=hidden)


class _Repeats(Exception):
    """An event that repeats in a way that is not followed."""


def _times(
    event: Any, start: date | datetime, moved: set[tuple[str, str]], here: Here
) -> Iterator[_Occurrence]:
    uid, rule = _text(event, "UID"), event.get("RRULE")
    if rule is None:
        again = event.get("RECURRENCE-ID")
        yield _Occurrence(start, f"{uid}/{_written(again.dt)}" if uid and again is not None else uid)
        return
    for one in _repeated(event, rule, start, here):
        if (uid, _written(one)) not in moved:
            yield _Occurrence(one, f"{uid}/{_written(one)}" if uid else "")


def _repeated(event: Any, rule: Any, start: date | datetime, here: Here) -> Iterator[date | datetime]:
    """The times of a repeated event from two years ago until today."""
    from dateutil.rrule import rrulestr

    if isinstance(rule, list):
        raise _Repeats("repeated by several rules")
    if int(rule.get("INTERVAL", [1])[0]) < 1 or str(rule.get("FREQ", [""])[0]).upper() not in _RULES:
        raise _Repeats("repeated more often than daily")
    if not in_calendar(start):
        raise ValueError
    ends = [_on_its_clock(one, start) for one in rule.get("UNTIL", [])]
    ends.append(datetime(here.today.year, here.today.month, here.today.day, 23, 59, 59))
    most = min(int(rule.get("COUNT", [_LONGEST + 1])[0]), _LONGEST + 1)
    # Until when and how often are told apart from the rest, for the library takes only one of them.
    plain = {name: value for name, value in rule.items() if name.upper() not in ("UNTIL", "COUNT")}
    endless: Any = rrulestr(type(rule)(plain).to_ical().decode(), dtstart=_naive(start))
    times = list(islice(endless.replace(until=min(ends)), max(0, most)))
    first = datetime(here.today.year - YEARS_BACK, here.today.month, min(here.today.day, 28))
    recent = [one for one in times if one >= first]
    if len(times) > _LONGEST or len(recent) > _MOST:
        raise _Repeats("repeated more often than daily")
    out = {_written(one.dt) for each in _listed(event.get("EXDATE")) for one in each.dts}
    for one in recent:
        made = one.replace(tzinfo=start.tzinfo) if isinstance(start, datetime) else one.date()
        if _written(made) not in out:
            yield made


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _naive(moment: date | datetime) -> datetime:
    if isinstance(moment, datetime):
        return moment.replace(tzinfo=None)
    return datetime(moment.year, moment.month, moment.day)


def _on_its_clock(until: date | datetime, start: date | datetime) -> datetime:
    """The end of a rule, by the clock of the event."""
    zone = start.tzinfo if isinstance(start, datetime) else None
    if isinstance(until, datetime) and until.tzinfo and zone:
        return until.astimezone(zone).replace(tzinfo=None)
    return _naive(until) if isinstance(until, datetime) else _naive(until) + timedelta(hours=23, minutes=59)


def _written(moment: date | datetime) -> str:
    """As the file writes it, without its zone: `20260504T100000`."""
    if isinstance(moment, datetime):
        utc = moment.utcoffset() == timedelta() and moment.tzinfo is not None
        return f"{moment:%Y%m%dT%H%M%S}{'Z' if utc and str(moment.tzinfo) == 'UTC' else ''}"
    return f"{moment:%Y%m%d}"


def _start(part: Any) -> Any:
    found = part.get("DTSTART")
    if not isinstance(found.dt, date):
        raise ValueError
    return found.dt


def _minutes(event: Any) -> int | None:
    if event.get("DURATION") is not None:
        return minutes_of(event["DURATION"].dt)
    start, end = _start(event), event.get("DTEND")
    if end is None or not isinstance(start, datetime) or not isinstance(end.dt, datetime):
        return None
    return minutes_of(end.dt - start)


def _people(event: Any) -> Iterator[str]:
    """Who was asked to come, and who asked, as `Ana Ruiz <ana@example.org>`."""
    for name in ("ATTENDEE", "ORGANIZER"):
        for one in _listed(event.get(name)):
            if str(getattr(one, "params", {}).get("PARTSTAT", "")).upper() == "DECLINED":
                continue
            address = re.sub("^mailto:", "", str(one), flags=re.IGNORECASE).strip()
            called = " ".join(str(getattr(one, "params", {}).get("CN", "")).split())
            yield formataddr((called, address)) if called.isascii() else f"{called} <{address}>"


def _todo(line: int, todo: Any, here: Here) -> Iterator[Draft | Skip]:
    if (status := _text(todo, "STATUS").upper()) == "CANCELLED":
        yield Skip(line, "cancelled")
        return
    try:
        due, ended = (_day(todo.get(name), here) for name in ("DUE", "COMPLETED"))
    except Exception:  # the library leaves what it cannot read to whoever asks
        yield Skip(line, NO_DAY)
        return
    done = ended is not None or status == "COMPLETED"
    values: dict[str, Any] = {"text": _text(todo, "SUMMARY"), "due": due, "state": "done" if done else "open"}
    values["ended"] = (ended or due or here.today) if done else None
    tags = tuple(str(word) for one in _listed(todo.get("CATEGORIES")) for word in getattr(one, "cats", ()))
    yield Draft(line, "action", values, "a to-do", tags=tags, id=_text(todo, "UID"), private=_hidden(todo))


def _day(value: Any, here: Here) -> date | None:
    """The local day of a moment. Raises ValueError for one that no journal may have."""
    if value is None:
        return None
    moment = value.dt
    local = here.local(moment) if isinstance(moment, datetime) and moment.tzinfo else moment
    day = local.date() if isinstance(local, datetime) else local
    if not in_calendar(day):
        raise ValueError
    return day


def _hidden(part: Any) -> bool:
    """Is it for its owner alone? Any class but PUBLIC is (RFC 5545, section 3.8.1.3)."""
    return _text(part, "CLASS").upper() not in ("", "PUBLIC")


def _text(part: Any, name: str) -> str:
    value = part.get(name)
    one = value[0] if isinstance(value, list) and value else value
    return str(one).strip() if one is not None else ""
