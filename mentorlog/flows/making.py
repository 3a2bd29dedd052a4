"""From a draft to a record of ours: cleaned, checked, with its people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import Any

from mentorlog.domain.dates import split_due
from mentorlog.domain.drafts import TOO_LONG, Draft, Here
from mentorlog.domain.frozen import Frozen
from mentorlog.domain.kinds import class_of
from mentorlog.domain.people import Person
from mentorlog.domain.record import Record, Visibility
from mentorlog.domain.sound import fault
from mentorlog.domain.text import clean, handle
from mentorlog.errors import Problem
from mentorlog.flows.acquaintances import Acquaintances

_WORDS = {"goal": "title", "meeting": "notes"}


class Applied(Frozen):
    """What is said of all that comes: with whom, its tags, who may see it; `me` is my name."""

    here: Here
    people: tuple[Person, ...] = ()
    tags: tuple[str, ...] = ()
    visibility: Visibility = "shared"
    private_people: bool = False
    me: str = ""


class Refusal(Exception):
    """Why a draft does not come in, as the end of “skipped: …”."""


def record_of(
    draft: Draft, people: Sequence[Person], parent: Record | None, known: Acquaintances, applied: Applied
) -> Record:
    """The record of a draft with these people; `parent` is what it is a part of. Raises Refusal."""
    values = {key: value for key, value in draft.values.items() if value is not None}
    if draft.kind == "person":
        return _person(values, known, draft.private or applied.private_people)
    field = _WORDS.get(draft.kind, "text")
    if draft.promise:
        values |= _promise(str(values["text"]), getattr(parent, "day", applied.here.today), known, applied)
    values[field] = _cleaned(str(values.get(field, "")), draft.kind)
    if draft.kind == "goal":
        values[field] = " ".join(values[field].split())
    if draft.kind in ("action", "goal", "topic") and people:
        values.setdefault("person_id", people[0].id)
    if draft.kind == "topic" and values.get("state") == "closed" and parent and parent.kind == "meeting":
        values["closed_in"] = parent.id
    visibility: Visibility = "private" if draft.private else applied.visibility
    return _sound(class_of(draft.kind)(**values, visibility=visibility))


def _person(values: Mapping[str, Any], known: Acquaintances, private: bool) -> Record:
    first, whole = (handle(one) for one in (str(values["name"]).split(maxsplit=1)[0], str(values["name"])))
    free, number = first if first not in known.handles else whole, 1
    while free in known.handles:
        number += 1
        free = f"{whole}-{number}"
    visibility: Visibility = "private" if private else "shared"
    return _sound(Person(**values, handle=free, visibility=visibility))


def _promise(text: str, day: date, known: Acquaintances, applied: Applied) -> dict[str, Any]:
    """Whose it is, and by when: `ana: intro to Jo by fri`, said on the day of the conversation."""
    who, colon, words = text.partition(": ")
    owner = known.find(who) if colon and who.strip() else None
    mine = who.casefold() in {"me", "i", *applied.me.casefold().split()[:1]}
    said, due = words if colon and (owner or mine) else text, None
    with suppress(Problem):
        said, due = split_due(said, day, applied.here.order)
    found: dict[str, Any] = {"owner_id": owner.id, "person_id": owner.id} if owner else {}
    return {**found, "text": said, "due": due}


def _cleaned(text: str, kind: str) -> str:
    if not text.strip():
        if kind == "meeting":
            return ""
        raise Refusal("without words")
    if "\0" in text:
        raise Refusal("holding a NUL character")
    try:
        return clean(text)
    except Problem as error:
        raise Refusal(TOO_LONG) from error


def _sound(record: Record) -> Record:
    if said := fault(record):
        raise Refusal(said)
    return record
