"""The sample journal: a year of Sam Rivera, a database administrator on the way to backend work.

What happened stands in demo.toml, with days counted from the day it is made.
Here it becomes records: numbered in the order of their days, written down on
those days, and linked.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from mentorlog.domain.actions import Action
from mentorlog.domain.kinds import NOUNS, class_of
from mentorlog.domain.links import ABOUT, CARRIED, EVIDENCE, FROM, RELATED, REPLACES, WITH, Tag
from mentorlog.domain.meetings import Topic
from mentorlog.errors import Refused

if TYPE_CHECKING:
    from mentorlog.domain.record import Record
    from mentorlog.store.store import Store

OWNER = "Sam Rivera"
"""Whose journal it is."""
ZONE = "Europe/Madrid"
"""Where the conversations are held."""

Book = dict[str, "Record"]
"""Records by the names that the file gives them."""

# Parents before what names them; links come last and may name anything.
_ORDER = (
    *("person", "mentorship", "turn", "skill", "rating", "goal", "step", "progress", "meeting", "aside"),
    *("topic", "action", "feedback", "note", "win", "decision", "resource", "intro", "rehearsal"),
    *("role", "aim", "position", "assessment"),
)
_PARTS = ("turn", "rating", "step", "progress", "aside", "action")
_LABELS = (WITH, ABOUT, EVIDENCE, FROM, REPLACES, RELATED)
_MADE = ("noted", "made", "raised", "started", "day")
_ENDED = ("ended", "closed", "done", "delivered", "decided", "asked", "made", "met", "started")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WRITTEN = "T17:05:00.000Z"


class Entry(NamedTuple):
    """What the file says of one record, and the day it was written down."""

    kind: str
    made: date
    said: Mapping[str, Any]


def fill(store: Store, today: date) -> None:
    """Write the sample journal as it stands on `today`, inside the caller's transaction.

    Nothing is dated after today but due days and the next conversation. Raises
    Refused when the journal holds records already.
    """
    if any(store.one(class_of(kind), "1") for kind in NOUNS):
        raise Refused(
            "The sample goes into a new journal; this one has records in it.", "mentorlog demo --into FILE"
        )
    book: Book = {}
    kept = [(entry, _keep(store, entry, today, book)) for entry in entries(today)]
    for entry, record in kept:
        _join(store, entry, record, book)
    _carry(store, kept, book, today)


def day_of(text: str, today: date) -> date:
    """A day as the file writes it: `31 tue` and `2d` back, `+3 fri` and `+1d` ahead.

    Weeks count from the one with the next Tuesday after today, the day of the next conversation;
    so entries keep their weekdays, and from week 2 on they are past. A `d` is a working day.
    """
    sign = 1 if text.startswith("+") else -1
    number, _, weekday = text.removeprefix("+").partition(" ")
    if not weekday:
        return _working_day(today, sign * int(number.removesuffix("d")))
    next_tuesday = today + timedelta(days=7 - (today.weekday() - 1) % 7)
    return next_tuesday + timedelta(days=_WEEKDAYS.index(weekday) - 1, weeks=sign * int(number))


def entries(today: date) -> list[Entry]:
    """Everything the file tells, parents first and each kind in the order of its days."""
    content = tomllib.loads(Path(__file__).with_name("demo.toml").read_text(encoding="utf-8"))
    found = [
        Entry(kind, day_of(_made(said), today), said)
        for noun, items in content.items()
        for item in items
        for kind, said in _with_parts(noun, item)
    ]
    return sorted(found, key=lambda one: (_ORDER.index(one.kind), one.made))


def _working_day(today: date, number: int) -> date:
    """So many working days from today, which does not count itself."""
    day, step = today, timedelta(days=1 if number > 0 else -1)
    for _ in range(abs(number)):
        day += step
        while day.weekday() > 4:
            day += step
    return day


def _with_parts(kind: str, item: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """An item of the file, then what is written inside it."""
    yield kind, item
    name = item.get("id") or item.get("handle")
    for part in _PARTS:
        for position, said in enumerate(item.get(part, ()), 1):
            if part == "action":
                around = {"from": [name], "person": item.get("with", [None])[0]}
            else:
                around = {kind: name, "position": position}
            yield part, {"made": said.get("day", _made(item)), **around, **said}


def _made(said: Mapping[str, Any]) -> str:
    """The day something was written down, as the file has it."""
    return str(next(said[key] for key in _MADE if key in said))


def _keep(store: Store, entry: Entry, today: date, book: Book) -> Record:
    """Write one record and put it in the book under its name."""
    values = _values(entry, today, book)
    ended = [day for key in _ENDED if isinstance(day := values.get(key), date)]
    values["created_at"] = f"{entry.made}{_WRITTEN}"
    values["updated_at"] = f"{max([entry.made, *ended])}{_WRITTEN}"
    record = store.add(class_of(entry.kind)(**values))
    name = entry.said.get("id") or entry.said.get("handle")
    if name:
        book[name] = record
    return record


def _values(entry: Entry, today: date, book: Book) -> dict[str, Any]:
    """The fields of a record: days, numbers of other records, words, and how it ended."""
    fields = class_of(entry.kind).fields
    values: dict[str, Any] = {}
    for field, type in fields.items():
        said = entry.said.get(field, entry.said.get(field.removesuffix("_id")))
        if field == "id" or said is None:
            continue
        if field.endswith("_id") or field in ("closed_in", "introduced_by"):
            said = book[said].id
        elif type.startswith("date"):
            said = day_of(said, today)
        values[field] = said
    if entry.said.get("private"):
        values["visibility"] = "private"
    if entry.kind == "meeting":
        values |= _hour(values["day"], entry.said["time"])
    if entry.kind in ("topic", "action"):
        values |= _ending(entry, today, book)
    return values


def _hour(day: date, clock: str) -> dict[str, str]:
    """Where a conversation is held, and when by UTC."""
    # dateutil brings its own table of zones for systems without one.
    from dateutil.tz import gettz

    start = datetime.combine(day, time.fromisoformat(clock), gettz(ZONE)).astimezone(UTC)
    return {"zone": ZONE, "starts_at": f"{start:%Y-%m-%dT%H:%M:%SZ}"}


def _ending(entry: Entry, today: date, book: Book) -> dict[str, Any]:
    """How a topic or action ended, nothing while it is open."""
    said, day = entry.said, "closed" if entry.kind == "topic" else "ended"
    if "closed_in" in said:
        return {"state": "closed", day: book[said["closed_in"]].values()["day"]}
    for state in ("done", "dropped"):
        if state in said:
            return {"state": state, day: day_of(said[state], today)}
    return {}


def _join(store: Store, entry: Entry, record: Record, book: Book) -> None:
    """Write a record's links and tags."""
    for label in _LABELS:
        if label in entry.said and f"{label}_id" not in record.fields:
            store.links.join(record, [book[name] for name in entry.said[label]], label)
    for name in entry.said.get("tags", ()):
        store.add(
            Tag(
                record_kind=record.kind,
                record_id=record.id,
                name=name,
                visibility=record.visibility,
                created_at=record.created_at,
            )
        )


def _carry(store: Store, kept: list[tuple[Entry, Record]], book: Book, today: date) -> None:
    """Link each conversation held to what was open between its people before it and stayed open after it."""
    pending = [(entry.made, record) for entry, record in kept if isinstance(record, Topic | Action)]
    for entry, meeting in kept:
        day = meeting.values().get("day")
        if entry.kind != "meeting" or day is None or day > today:
            continue
        people = {book[name].id for name in entry.said["with"]}
        open_still = [
            one for made, one in pending if made < day and _ended(one) > day and people & _between(one)
        ]
        store.links.join(meeting, open_still, CARRIED)


def _ended(record: Topic | Action) -> date:
    return (record.closed if isinstance(record, Topic) else record.ended) or date.max


def _between(record: Topic | Action) -> set[int | None]:
    return {record.person_id} if isinstance(record, Topic) else {record.person_id, record.owner_id}
