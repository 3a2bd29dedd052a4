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
from mentorlog.errors import Refused, Unreadable

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
            yield f"{',' if position else ''}\n{_line(_entry(one, uids))}"
        yield "\n]"
    yield "\n}\n}\n"


def _line(entry: dict[str, Any]) -> str:
    line = json.dumps(entry, ensure_ascii=False)
    # What a terminal obeys or hides is written as an escape; JSON alone does that for half of it.
    return line if line.isprintable() else json.dumps(entry)


def _entry(record: Record, uids: Mapping[Ref, str]) -> dict[str, Any]:
    named = dict(pointers(record))
    entry: dict[str, Any] = {}
    for key, name in _keys(record.kind).items():
        value = getattr(record, name)
        if name in named:
            uid = uids[named[name]]
            value = (
                uid if name in POINTS and record.kind not in ENDS else {"kind": named[name].kind, "uid": uid}
            )
        entry[key] = value.isoformat() if isinstance(value, date) else value
    return entry


@lru_cache(maxsize=64)
def _keys(kind: str) -> dict[str, str]:
    """The keys of an entry with the field each stands for: `person` for `person_id`."""
    ends = ENDS.get(kind, {})
    points = ends or POINTS
    return {
        name.removesuffix("_id") if name in points else name: name
        for name in class_of(kind).fields
        if name not in ends.values()
    }


def read(text: str) -> dict[str, list[Record]]:
    """The records of a file, checked one by one; they name each other by the numbers they have in the file.

    Raises Unreadable or Refused with the record and the reason, quoting nothing.
    """
    entries = _entries(text)
    ids: dict[tuple[str, str], int] = {}
    for kind, listed in entries.items():
        used: set[int] = set()
        for number, entry in enumerate(listed, 1):
            where = f"{kind} {number} of the file"
            _check_identity(entry, kind, where, ids, used)
        free = max(used, default=0)
        for entry in listed:
            if "id" not in entry:
                free += 1
                entry["id"] = free
            ids[kind, entry["uid"]] = entry["id"]
    return {
        kind: [
            _record(class_of(kind), entry, ids, f"{kind} {number} of the file")
            for number, entry in enumerate(listed, 1)
        ]
        for kind, listed in entries.items()
    }


def _entries(text: str) -> dict[str, list[dict[str, Any]]]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Unreadable(
            "The file is not JSON; nothing was brought in.", "It takes what `export all` wrote."
        ) from error
    schema = data.get("schema") if isinstance(data, dict) else None
    if not isinstance(schema, str) or not schema.startswith("mentorlog/journal/"):
        raise Unreadable(
            "The file is not an exported journal; nothing was brought in.",
            "It takes what `export all` wrote.",
        )
    if schema != SCHEMA:
        raise Refused(
            "The file was written by a newer mentorlog; nothing was brought in.", "Update mentorlog."
        )
    if unknown := data.keys() - {"schema", "exported_at", "records"}:
        raise _bad("the file", f"“{_short(min(unknown))}” is no part of it")
    records = data.get("records")
    if not isinstance(records, dict) or not all(isinstance(one, list) for one in records.values()):
        raise _bad("the file", "its records are not listed by kind")
    if unknown := records.keys() - set(ALL):
        raise _bad("the file", f"“{_short(min(unknown))}” is no kind of record")
    return {kind: records[kind] for kind in ALL if kind in records}


def _check_identity(
    entry: Any, kind: str, where: str, ids: dict[tuple[str, str], int], used: set[int]
) -> None:
    """Is it a record with a uid and, if any, a number of its own?"""
    if not isinstance(entry, dict):
        raise _bad(where, "it is no object")
    uid, id = entry.get("uid"), entry.get("id", 1)
    if not isinstance(uid, str) or not _UID.fullmatch(uid):
        raise _bad(where, "its uid is missing or no UUID")
    if (kind, uid) in ids:
        raise _bad(where, "its uid is there twice")
    if type(id) is not int or not 0 < id < MOST_ID:
        raise _bad(where, "its id is no whole number from 1")
    if "id" in entry and id in used:
        raise _bad(where, "its id is there twice")
    ids[kind, uid] = id
    if "id" in entry:
        used.add(id)


def _record(
    cls: type[Record], entry: dict[str, Any], ids: Mapping[tuple[str, str], int], where: str
) -> Record:
    keys = _keys(cls.kind)
    if unknown := entry.keys() - keys.keys():
        raise _bad(where, f"it has a field “{_short(min(unknown))}”, which a {cls.kind} does not have")
    values: dict[str, Any] = {}
    for key, value in entry.items():
        values |= _field(cls, keys[key], value, ids, where)
    if missing := cls.required - values.keys():
        raise _bad(where, f"it has no {min(missing).removesuffix('_id')}")
    record = cls(**values)
    if said := fault(record):
        raise _bad(where, said)
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
        raise _bad(where, f"its {name} is no {words}")
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
    raise _bad(where, f"its {name.removesuffix('_id')} is no record of the file")


def _short(key: str) -> str:
    return "".join(sign for sign in key[:40] if sign.isprintable())


def _bad(where: str, reason: str) -> Unreadable:
    return Unreadable(f"{where[0].upper()}{where[1:]}: {reason}; nothing was brought in.")
