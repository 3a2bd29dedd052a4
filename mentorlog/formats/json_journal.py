"""A whole journal as one JSON file, and back: `mentorlog/journal/1`.

A record names others by uid, so that it can move to another journal. Every
record is one line, in a fixed order: two files can be compared line by line.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from mentorlog.domain.kinds import ALL, class_of
from mentorlog.domain.pointers import ENDS, POINTS, pointers
from mentorlog.domain.record import Record
from mentorlog.domain.refs import Ref
from mentorlog.domain.sound import fault
from mentorlog.errors import Unreadable

SCHEMA = "mentorlog/journal/1"
MOST_ID = 10**12
"""The highest number of a record that is taken over; numbers end at 2**63, and must not run out."""
_UID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def write(records: Mapping[str, Sequence[Record]], exported_at: str) -> Iterator[str]:
    """The file, piece by piece. Every ref must be to a record among them."""
    uids = {one.ref: one.uid for each in records.values() for one in each}
    yield f'{{\n"schema": {json.dumps(SCHEMA)},\n"exported_at": {json.dumps(exported_at)},\n"records": {{'
    for number, kind in enumerate(ALL):
        yield f'{"," if number else ""}\n"{kind}": ['
        for position, one in enumerate(records.get(kind, ())):
            yield f"{',' if position else ''}\n{line(entry(one, uids))}"
        yield "\n]"
    yield "\n}\n}\n"


def line(entry: Mapping[str, Any]) -> str:
    """An entry on one line of JSON."""
    text = json.dumps(entry, ensure_ascii=False)
    # What a terminal obeys or hides is written as an escape; JSON alone does that for half of it.
    return text if text.isprintable() else json.dumps(entry)


def entry(record: Record, uids: Mapping[Ref, str]) -> dict[str, Any]:
    """A record as the file holds it: days as ISO text, another record as its uid, or as `{kind, uid}`."""
    named = dict(pointers(record))
    made: dict[str, Any] = {}
    for key, name in keys_of(record.kind).items():
        value = getattr(record, name)
        if name in named:
            uid = uids[named[name]]
            value = (
                uid if name in POINTS and record.kind not in ENDS else {"kind": named[name].kind, "uid": uid}
            )
        made[key] = value.isoformat() if isinstance(value, date) else value
    return made


@lru_cache(maxsize=64)
def keys_of(kind: str) -> dict[str, str]:
    """The keys of an entry with the field each stands for: `person` for `person_id`."""
    ends = ENDS.get(kind, {})
    points = ends or POINTS
    return {
        name.removesuffix("_id") if name in points else name: name
        for name in class_of(kind).fields
        if name not in ends.values()
    }


def records_of(entries: Mapping[str, Sequence[Any]]) -> dict[str, list[Record]]:
    """Entries of each kind as records, checked one by one. Raises Unreadable with the record and the reason."""
    ids: dict[tuple[str, str], int] = {}
    for kind, listed in entries.items():
        used: set[int] = set()
        for number, one in enumerate(listed, 1):
            where = f"{kind} {number} of the file"
            uid, id = identity(one, where)
            if (kind, uid) in ids or id in used:
                raise twice(where, "uid" if (kind, uid) in ids else "id")
            ids[kind, uid] = id or 0
            used |= {id} if id else set()
        free = max(used, default=0)
        for one in listed:
            if "id" not in one:
                free += 1
                one["id"] = free
            ids[kind, one["uid"]] = one["id"]
    return {
        kind: [
            record_of(kind, one, ids, f"{kind} {number} of the file") for number, one in enumerate(listed, 1)
        ]
        for kind, listed in entries.items()
    }


def identity(entry: Any, where: str) -> tuple[str, int | None]:
    """The uid and, if it has one, the number of an entry. Raises Unreadable when it is no record."""
    if not isinstance(entry, dict):
        raise bad(where, "it is no object")
    uid, id = entry.get("uid"), entry.get("id", 1)
    if not isinstance(uid, str) or not _UID.fullmatch(uid):
        raise bad(where, "its uid is missing or no UUID")
    if type(id) is not int or not 0 < id < MOST_ID:
        raise bad(where, "its id is no whole number from 1")
    return uid, entry.get("id")


def twice(where: str, what: str) -> Unreadable:
    """The uid or id of an entry is that of another one too."""
    return bad(where, f"its {what} is there twice")


def record_of(kind: str, entry: Mapping[str, Any], ids: Mapping[tuple[str, str], int], where: str) -> Record:
    """An entry as a record, checked; `ids` are the numbers of what it may name. Raises Unreadable."""
    cls = class_of(kind)
    keys = keys_of(cls.kind)
    if unknown := entry.keys() - keys.keys():
        raise bad(where, f"it has a field “{_short(min(unknown))}”, which a {cls.kind} does not have")
    values: dict[str, Any] = {}
    for key, value in entry.items():
        values |= _field(cls, keys[key], value, ids, where)
    if missing := cls.required - values.keys():
        raise bad(where, f"it has no {min(missing).removesuffix('_id')}")
    record = cls(**values)
    if said := fault(record):
        raise bad(where, said)
    return record


def _field(
    cls: type[Record], name: str, value: Any, ids: Mapping[tuple[str, str], int], where: str
) -> dict[str, Any]:
    """A field's value as the record holds it; the two ends of a link are two fields each."""
    ends = ENDS.get(cls.kind, {})
    if name in ends:
        named = _named(value, ids, name, where)
        return {ends[name]: named.kind, name: named.id}
    if cls.kind == "mute" and name == "about" and isinstance(value, dict):
        return {name: str(_named(value, ids, name, where))}
    kind = cls.fields[name]
    if value is None and kind.endswith("| None"):
        return {name: None}
    if name in POINTS:
        return {name: _named({"kind": POINTS[name], "uid": value}, ids, name, where).id}
    if kind.startswith("date"):
        value = _day(value)
    wanted = date if kind.startswith("date") else int if kind.startswith("int") else str
    if type(value) is not wanted:
        words = {date: "day such as 2026-05-04", int: "whole number", str: "text"}[wanted]
        raise bad(where, f"its {name} is no {words}")
    return {name: value}


def _day(value: Any) -> date | None:
    try:
        return date.fromisoformat(value) if re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII) else None
    except (TypeError, ValueError):
        return None


def _named(value: Any, ids: Mapping[tuple[str, str], int], name: str, where: str) -> Ref:
    """The record of the file that a reference names."""
    kind, uid = (value.get("kind"), value.get("uid")) if isinstance(value, dict) else (None, None)
    if isinstance(kind, str) and isinstance(uid, str) and (kind, uid) in ids:
        return Ref(kind, ids[kind, uid])
    raise bad(where, f"its {name.removesuffix('_id')} is no record of the file")


def _short(key: str) -> str:
    return "".join(sign for sign in key[:40] if sign.isprintable())


def bad(where: str, reason: str) -> Unreadable:
    """What is wrong with an entry, which stops the whole; no value is quoted."""
    return Unreadable(f"{where[0].upper()}{where[1:]}: {reason}; nothing was brought in.")
