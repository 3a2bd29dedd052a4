"""What a journal has to say to a calendar: conversations, days on which something is due, and looks back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Literal

from mentorlog.domain.actions import Action
from mentorlog.domain.frozen import Frozen
from mentorlog.domain.goals import Goal
from mentorlog.domain.intros import Intro, way, whom
from mentorlog.domain.links import WITH, Link
from mentorlog.domain.meetings import Meeting
from mentorlog.domain.people import Mentorship, Person, next_due
from mentorlog.domain.pointers import pointers
from mentorlog.domain.record import Record
from mentorlog.domain.spoken import join_words
from mentorlog.domain.text import first_line

LONGEST = 200
"""Signs of a title; a choice of ours."""
_DAYS = {"due": "Due", "revisit": "Look again", "review": "Look back", "follow_up": "Follow up"}
"""A field with a day to come, and what it asks for."""
_OVER = ("ended", "done", "deleted_at")

Kind = Literal["conversation", "rhythm", "day"]


class Entry(Frozen):
    """One entry of a calendar, on `day`. `record` is what it stands for: each record has one entry at most.

    kind: a conversation, the day on which the next one is due, or a day on which something else is.
    starts_at: the instant in UTC of one that has a time, `time` and `zone` where it is; minutes: its length.
    changed: the latest instant at which anything it tells was changed. people: who it is with, by id.
    """

    record: Record
    kind: Kind
    day: date
    title: str
    starts_at: str | None = None
    time: str = ""
    zone: str = ""
    minutes: int | None = None
    changed: str
    people: tuple[int, ...] = ()


class _Journal:
    """The live records of a journal, and who is who in it."""

    def __init__(self, records: Mapping[str, Sequence[Record]]) -> None:
        self.live = {kind: [one for one in each if not one.deleted_at] for kind, each in records.items()}
        self.people = {one.id: one for one in self.of(Person)}
        self.names = {id: one.name for id, one in self.people.items()}
        self.goals = {one.id: one for one in self.of(Goal)}
        self.links: dict[tuple[str, int], list[Link]] = {}
        for link in self.of(Link):
            if link.label == WITH and link.to_kind == "person":
                self.links.setdefault(link.source, []).append(link)

    def of(self, cls: type[Any]) -> list[Any]:
        """The live records of a class."""
        return self.live.get(cls.kind, [])

    def with_whom(self, record: Record) -> tuple[int, ...]:
        """The people a record names or is linked with, or whom its goal names, by id."""
        refs = [ref for _, ref in pointers(record)]
        goals = (self.goals[ref.id] for ref in refs if ref.kind == "goal" and ref.id in self.goals)
        shared = (goal.person_id for goal in goals)
        named = (ref.id for ref in refs if ref.kind == "person")
        linked = (link.to_id for link in self.links.get(record.ref, ()))
        return tuple(dict.fromkeys(id for id in (*named, *linked, *shared) if id in self.people))

    def entry(self, record: Record, title: str, others: Iterable[Record] = (), **more: Any) -> Entry:
        """An entry that changes with its record, the people in it, its links with them, and `others`."""
        people = self.with_whom(record)
        told = (record, *others, *(self.people[id] for id in people), *self.links.get(record.ref, ()))
        return Entry(
            record=record,
            title=first_line(" ".join(title.split()), LONGEST),
            changed=max(one.updated_at for one in told),
            people=people,
            **more,
        )

    def called(self, people: Iterable[int]) -> str:
        """` with Ana Ruiz and Bo Lind`; empty for nobody."""
        names = [self.names[id] for id in people]
        return f" with {join_words(names)}" if names else ""


def entries(records: Mapping[str, Sequence[Record]], today: date) -> list[Entry]:
    """Every entry in the order of days: conversations held and planned, and what is still open."""
    journal = _Journal(records)
    found = [*_conversations(journal), *_rhythms(journal, today), *_days(journal)]
    return sorted(found, key=lambda one: (one.day, one.starts_at or "", one.record.uid))


def _conversations(journal: _Journal) -> Iterator[Entry]:
    for one in journal.of(Meeting):
        title = f"Conversation{journal.called(journal.with_whom(one))}"
        told = {name: getattr(one, name) for name in ("day", "starts_at", "time", "zone", "minutes")}
        yield journal.entry(one, title, kind="conversation", **told)


def _rhythms(journal: _Journal, today: date) -> Iterator[Entry]:
    """For each person the day on which the next conversation is due, unless one has a day already."""
    held: dict[int, Meeting] = {}
    planned: set[int] = set()
    for one in sorted(journal.of(Meeting), key=lambda one: (one.day, one.id)):
        for id in journal.with_whom(one):
            if one.day > today:
                planned.add(id)
            else:
                held[id] = one
    running: dict[int, Mentorship] = {one.person_id: one for one in journal.of(Mentorship) if not one.ended}
    for id, mentorship in running.items():
        last = held.get(id)
        due = next_due(mentorship, last.day if last else None)
        if due and id in journal.people and id not in planned:
            title = f"A conversation{journal.called([id])} is due"
            yield journal.entry(mentorship, title, [last] if last else [], kind="rhythm", day=due)


def _days(journal: _Journal) -> Iterator[Entry]:
    """What is open and has a day to come back to, whatever its kind."""
    for one in (one for each in journal.live.values() for one in each):
        field = next((name for name in _DAYS if getattr(one, name, None)), None)
        if field and not any(getattr(one, name, None) for name in _OVER):
            title = f"{_DAYS[field]}{_from(one, journal.names)}: {_words(one, journal.names)}"
            yield journal.entry(one, title, kind="day", day=getattr(one, field))


def _from(record: Record, names: Mapping[int, str]) -> str:
    owner = record.owner_id if isinstance(record, Action) else None
    return "" if owner is None else f" from {names.get(owner, 'someone')}"


def _words(record: Record, names: Mapping[int, str]) -> str:
    if isinstance(record, Intro):
        return ", ".join(filter(None, (whom(record, names), way(record, names))))
    return record.headline
