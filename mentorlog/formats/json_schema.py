"""The form of an exported journal as JSON Schema (2020-12), made from the records themselves.

It says what `json_journal` writes and reads, and what a line of `json_lines` is.
"""

from __future__ import annotations

from inspect import cleandoc
from typing import Any

from mentorlog.domain.kinds import ALL, class_of
from mentorlog.domain.meetings import KINDS
from mentorlog.domain.pointers import ENDS, POINTS
from mentorlog.domain.record import Record
from mentorlog.domain.sound import CHOICES, LARGEST, RANGES
from mentorlog.formats.json_journal import MOST_ID, SCHEMA, keys_of
from mentorlog.formats.json_lines import SCHEMA as LINES_SCHEMA

DIALECT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]

_UID: Schema = {
    "type": "string",
    "format": "uuid",
    "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$",
}
_DAY: Schema = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d\d-\d\d$"}
_INSTANT: Schema = {
    "type": "string",
    "format": "date-time",
    "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$",
}
_ANY_RECORD: Schema = {
    "type": "object",
    "properties": {"kind": {"enum": list(ALL)}, "uid": _UID},
    "required": ["kind", "uid"],
}
_ONE_KIND = "|".join(KINDS)
_SPECIAL: dict[str, Schema] = {
    "uid": _UID | {"description": "Who the record is, on every machine: a UUID that never changes."},
    "id": {
        "type": "integer",
        "minimum": 1,
        "maximum": MOST_ID - 1,
        "description": "Its number among the records of its kind, as in g3; kept where it is free.",
    },
    "created_at": _INSTANT | {"description": "When it was written, in UTC."},
    "updated_at": _INSTANT | {"description": "When it was last changed, in UTC."},
    "deleted_at": _INSTANT | {"description": "When it was removed, in UTC; null while it is there."},
    "starts_at": _INSTANT,
    "visibility": {"enum": ["shared", "private"], "description": "Private: for its owner's eyes only."},
    "kinds": {"type": "string", "pattern": f"^(({_ONE_KIND})(,({_ONE_KIND}))*)?$"},
    "sha256": {"type": "string", "pattern": "^([0-9a-f]{64})?$"},
}


def journal_schema() -> Schema:
    """The schema of a whole journal, `mentorlog/journal/1`."""
    listed = {kind: {"type": "array", "items": {"$ref": f"#/$defs/{kind}"}} for kind in ALL}
    return {
        "$schema": DIALECT,
        "$id": f"urn:{SCHEMA.replace('/', ':')}",
        "title": "A mentorlog journal",
        "type": "object",
        "properties": {
            "schema": {"const": SCHEMA},
            "exported_at": {"type": "string", "description": "When the file was made, in UTC."},
            "records": {"type": "object", "properties": listed, "additionalProperties": False},
        },
        "required": ["schema", "records"],
        "additionalProperties": False,
        "$defs": {kind: _entry(kind) for kind in ALL},
    }


def lines_schema() -> Schema:
    """The schema of one line of `mentorlog/journal-lines/1`: the header, or a record with its kind."""
    header = {
        "type": "object",
        "properties": {"schema": {"const": LINES_SCHEMA}, "exported_at": {"type": "string"}},
        "required": ["schema"],
        "additionalProperties": False,
    }
    return {
        "$schema": DIALECT,
        "$id": f"urn:{LINES_SCHEMA.replace('/', ':')}",
        "title": "One line of a mentorlog journal",
        "oneOf": [header, *({"$ref": f"#/$defs/{kind}"} for kind in ALL)],
        "$defs": {kind: _line(kind) for kind in ALL},
    }


def record_schema(kind: str) -> Schema:
    """The schema of one record of a kind, as it is in a journal. Raises KeyError for no kind of ours."""
    return {"$schema": DIALECT, **_entry(kind)}


def _line(kind: str) -> Schema:
    entry = _entry(kind)
    return entry | {
        "properties": {"kind": {"const": kind}, **entry["properties"]},
        "required": ["kind", *entry["required"]],
    }


def _entry(kind: str) -> Schema:
    cls, keys = class_of(kind), keys_of(kind)
    needed = cls.required - set(ENDS.get(kind, {}).values())
    return {
        "title": kind,
        "description": cleandoc(cls.__doc__ or ""),
        "type": "object",
        "properties": {key: _property(cls, name) for key, name in keys.items()},
        "required": ["uid", *(key for key, name in keys.items() if name in needed)],
        "additionalProperties": False,
    }


def _property(cls: type[Record], name: str) -> Schema:
    """What a field may hold; null too, where the record may hold nothing."""
    made = _value(cls.kind, name, cls.fields[name])
    if cls.fields[name].endswith("| None"):
        made = made | {"type": [made["type"], "null"]}
    if name not in cls.required and name not in Record.fields:
        made = made | {"default": getattr(cls, name)}
    return made


def _value(kind: str, name: str, annotation: str) -> Schema:
    if name in ENDS.get(kind, {}):
        return _ANY_RECORD | {"description": "The record it names, whatever its kind."}
    if (kind, name) == ("mute", "about"):
        return {"anyOf": [{"type": "string"}, _ANY_RECORD]}
    if name in POINTS:
        return _UID | {"description": f"The uid of a {POINTS[name]}."}
    if name in _SPECIAL:
        return _SPECIAL[name]
    if (kind, name) in CHOICES:
        return {"type": "string", "enum": list(CHOICES[kind, name])}
    if annotation.startswith("date"):
        return _DAY
    if annotation.startswith("int"):
        low, high = RANGES.get((kind, name), (-LARGEST, LARGEST))
        return {"type": "integer", "minimum": low, "maximum": high}
    return {"type": "string"}
