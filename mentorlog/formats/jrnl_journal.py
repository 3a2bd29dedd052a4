"""A journal as the plain text that jrnl keeps and imports: notes, conversations and wins, an entry each.

`[2024-01-05 09:30] Title.` begins an entry; people are `@ana`, tags `#sql`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeGuard

from mentorlog.domain.links import WITH, Link, Tag
from mentorlog.domain.meetings import Meeting
from mentorlog.domain.notes import Note
from mentorlog.domain.people import Person
from mentorlog.domain.record import Record
from mentorlog.domain.refs import Ref
from mentorlog.domain.spoken import join_words
from mentorlog.domain.text import safe, sugar
from mentorlog.domain.wins import Win

MORNING = "09:00"
"""The time of what has only a day: jrnl's own choice."""

Told = Note | Meeting | Win


def told(records: Mapping[str, Sequence[Record]], today: date) -> list[Told]:
    """What becomes an entry, in the order of time: what is live and not still to come."""
    every = (one for kind in (Note, Meeting, Win) for one in records.get(kind.kind, ()))
    return sorted(
        (one for one in every if _is_told(one) and not one.deleted_at and one.day <= today),
        key=lambda one: (one.day, _time(one), one.kind, one.id),
    )


def write(records: Mapping[str, Sequence[Record]], today: date) -> str:
    """The file: empty when there is nothing to tell."""
    people = {one.id: one for one in records.get("person", ()) if isinstance(one, Person)}
    met: dict[Ref, list[Person]] = {}
    for link in records.get("link", ()):
        if isinstance(link, Link) and link.label == WITH and link.to_kind == "person" and not link.deleted_at:
            met.setdefault(link.source, []).append(people[link.to_id])
    tags: dict[Ref, list[str]] = {}
    for tag in records.get("tag", ()):
        if isinstance(tag, Tag) and not tag.deleted_at:
            tags.setdefault(Ref(tag.record_kind, tag.record_id), []).append(tag.name)
    return "\n".join(_entry(one, met.get(one.ref, []), tags.get(one.ref, [])) for one in told(records, today))


def _is_told(record: Record) -> TypeGuard[Told]:
    return isinstance(record, Told)


def _time(record: Told) -> str:
    said = record.time if isinstance(record, Meeting) else ""
    return said if re.fullmatch(r"\d\d:\d\d", said, re.ASCII) else MORNING


def _entry(record: Told, people: Sequence[Person], tags: Iterable[str]) -> str:
    title, *lines = safe("\n".join(_paragraphs(record, people))).strip().split("\n")
    # A line that looks like the beginning of an entry would be one. A space before it helps, but not
    # in the first line of a body: jrnl takes space away there.
    while lines and lines[0].lstrip()[:1] in ("", "["):
        title = f"{title} {lines.pop(0).lstrip()}"
    body = (f" {line}" if line.startswith("[") else line for line in lines)
    # A star at the end of a title would mark the entry, and be taken away.
    title = title.rstrip()
    begin = f"[{record.day} {_time(record)}] {title}{'.' if title.endswith('*') else ''}"
    names = safe(" ".join(_names(record, people, tags)))
    return "\n".join([begin, *body, *filter(None, [names])]) + "\n"


def _paragraphs(record: Told, people: Sequence[Person]) -> Iterator[str]:
    if isinstance(record, Meeting):
        names = join_words([one.name for one in people])
        yield f"Conversation with {names}." if names else "Conversation."
        yield record.notes
    else:
        yield record.text
    if isinstance(record, Win) and record.impact:
        yield f"Impact: {record.impact}"


def _names(record: Told, people: Sequence[Person], tags: Iterable[str]) -> Iterator[str]:
    """Whom and what it is about, where its words do not say so themselves."""
    said = sugar(record.notes if isinstance(record, Meeting) else record.text)
    known = {f"@{one}".casefold() for one in said.people} | {f"#{one}".casefold() for one in said.tags}
    words = [f"@{one.handle}" for one in people] + ["#" + re.sub(r"\s+", "-", one) for one in tags]
    yield from (word for word in words if word.casefold() not in known)
