"""Forgetting somebody: which records are only about them, and what the others lose.

A record that names the person and nobody else goes, with all its parts. What
names somebody else too, and what is mine whoever helped (goals, wins,
decisions, resources), stays without the link and without the name. Feedback
and ratings go in any case: they are what the person said, or was told. A goal
with a mentee is the mentee's, and goes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from mentorlog.domain.links import Link
from mentorlog.domain.people import Person
from mentorlog.domain.pointers import ENDS, POINTS, optional, pointers
from mentorlog.domain.record import Record
from mentorlog.domain.refs import Ref

SAID = ("feedback", "rating", "assessment", "aim", "position")
"""What somebody said or was told, and what I noted of their way."""
MINE = ("goal", "win", "skill", "decision", "resource", "rehearsal", "role")
"""What is about me, whoever it was with."""
LOOSE = ("person", "link", "tag", "mute")
"""Kinds that are never about somebody by being linked with them."""
THEIRS = ("owner_id", "who_id", "for_id")
"""Fields that say whose it is: emptied, it would be mine."""
SOMEONE = "someone"
"""What stands where the name was."""


def about(records: Iterable[Record], person: Person) -> set[Ref]:
    """Every record that names a person, by a field or a link, and every part of one; the person too."""
    every = list(records)
    named = _named(every)
    return _with_parts(every, {person.ref} | {ref for ref, ids in named.items() if person.id in ids})


def doomed(records: Iterable[Record], people: Iterable[Person], more: Iterable[Ref] = ()) -> set[Ref]:
    """What goes when some people are forgotten, themselves included; `more` goes in any case."""
    every, gone = list(records), set(more)
    named = _named(every)
    for person in people:
        gone.add(person.ref)
        gone |= {one.ref for one in every if _only_about(one, person, named.get(one.ref, set()))}
    return _with_parts(every, gone)


def loosened(
    kind: str, fields: Mapping[str, Any], gone: set[Ref], people: Iterable[Person]
) -> dict[str, Any]:
    """Fields of a record that stays, with nothing left that names who is forgotten."""
    words = _words(people)
    made = dict(fields)
    for name, value in fields.items():
        if name in POINTS and kind not in ENDS and (POINTS[name], value) in gone:
            made[name] = None
        elif isinstance(value, str) and words and not _is_a_name(kind, name):
            made[name] = words.sub(SOMEONE, value)
    return made


def _is_a_name(kind: str, field: str) -> bool:
    """Is the field what the record itself goes by? Somebody else may have the same name."""
    return field in Record.fields or (
        field in ("name", "handle") and kind in ("person", "skill", "role", "tag")
    )


def still_named(records: Iterable[Record], person: Person) -> list[Ref]:
    """Records in whose text the first name stands yet: it may be anybody's, so it is left to be looked at."""
    first = re.compile(rf"(?<!\w){re.escape(person.name.split()[0])}(?!\w)")
    return [one.ref for one in records if any(first.search(text) for text in _texts(one))]


def _texts(record: Record) -> list[str]:
    values = record.values().items()
    return [value for name, value in values if isinstance(value, str) and not _is_a_name(record.kind, name)]


def _words(people: Iterable[Person]) -> re.Pattern[str] | None:
    """The whole name, the @handle, the address and the number, as whole words."""
    said = [
        word
        for one in people
        for word in (one.name, f"@{one.handle}", one.email, one.phone)
        if len(word.strip()) > 2
    ]
    longest_first = sorted(map(re.escape, said), key=len, reverse=True)
    return re.compile(rf"(?<![\w@])(?:{'|'.join(longest_first)})(?!\w)") if said else None


def _only_about(record: Record, person: Person, named: set[int]) -> bool:
    if person.id not in named or record.kind in LOOSE:
        return False
    if record.kind in SAID or any(getattr(record, name, None) == person.id for name in THEIRS):
        return True
    if record.kind in MINE:
        return record.kind == "goal" and person.role == "mentee"
    return named == {person.id}


def _named(records: Iterable[Record]) -> dict[Ref, set[int]]:
    """The people each record names, by a field or a link that was not taken away."""
    found: dict[Ref, set[int]] = {}
    for one in records:
        if isinstance(one, Link):
            if one.deleted_at is None:
                for near, far in ((one.source, one.target), (one.target, one.source)):
                    if far.kind == "person":
                        found.setdefault(near, set()).add(far.id)
        else:
            ids = {ref.id for _, ref in pointers(one) if ref.kind == "person"}
            found.setdefault(one.ref, set()).update(ids)
    return found


def _with_parts(records: Iterable[Record], gone: set[Ref]) -> set[Ref]:
    """These, and whatever cannot be without one of them."""
    hangs = [(one.ref, {ref for name, ref in pointers(one) if not optional(one, name)}) for one in records]
    while more := {ref for ref, needs in hangs if ref not in gone and needs & gone}:
        gone = gone | more
    return gone
