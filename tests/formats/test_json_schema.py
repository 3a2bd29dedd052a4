"""The schema says what an exported journal is: what is written fits it, and what does not fit is not read."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given, settings

from mentorlog.domain.kinds import ALL
from mentorlog.errors import Problem
from mentorlog.flows.carry import carry_out
from mentorlog.formats.json_journal import write
from mentorlog.formats.json_lines import write as write_lines
from mentorlog.formats.json_schema import journal_schema, lines_schema, record_schema
from mentorlog.store.store import Store
from tests.flows.journals import journals
from tests.formats.reading import read
from tests.formats.test_json_journal import AT, RECORDS, file
from tests.thorough import many

TYPES = {"object": dict, "array": list, "string": str, "integer": int, "null": type(None)}
KNOWN = {"$schema", "$id", "$defs", "title", "description", "default", "format"}


def fits(value: Any, schema: dict[str, Any], root: dict[str, Any]) -> bool:
    """Does a value fit a schema? Knows the words that ours use, and fails on any other."""
    return all(word in KNOWN or RULES[word](value, said, schema, root) for word, said in schema.items())


def _one_of(count: Any) -> Any:
    return lambda value, said, _, root: count(fits(value, one, root) for one in said)


RULES: dict[str, Any] = {
    "$ref": lambda value, said, _, root: fits(value, root["$defs"][said.removeprefix("#/$defs/")], root),
    "type": lambda value, said, *_: any(
        isinstance(value, TYPES[one]) and not isinstance(value, bool)
        for one in ([said] if isinstance(said, str) else said)
    ),
    "const": lambda value, said, *_: value == said,
    "enum": lambda value, said, *_: value in said,
    "pattern": lambda value, said, *_: not isinstance(value, str) or bool(re.search(said, value)),
    "minimum": lambda value, said, *_: not isinstance(value, int) or value >= said,
    "maximum": lambda value, said, *_: not isinstance(value, int) or value <= said,
    "required": lambda value, said, *_: set(said) <= set(value),
    "items": lambda value, said, _, root: all(fits(one, said, root) for one in value),
    "properties": lambda value, said, _, root: (
        not isinstance(value, dict)
        or all(fits(one, said[key], root) for key, one in value.items() if key in said)
    ),
    "additionalProperties": lambda value, _, schema, __: set(value) <= set(schema["properties"]),
    "anyOf": _one_of(any),
    "oneOf": _one_of(lambda found: sum(found) == 1),
}


@settings(max_examples=many(40))
@given(journals())
def test_every_journal_that_is_written_fits(store: Store) -> None:
    records = carry_out(store)
    whole, lines = journal_schema(), lines_schema()
    assert fits(json.loads("".join(write(records, AT))), whole, whole)
    for line in write_lines(records, AT):
        assert fits(json.loads(line), lines, lines), line


WRONG = [
    ("person", {"role": "boss"}),
    ("person", {"uid": "x"}),
    ("person", {"colour": "red"}),
    ("person", {"id": 0}),
    ("person", {"name": None}),
    ("person", {"visibility": "secret"}),
    ("person", {"created_at": "yesterday"}),
    ("rating", {"level": 9}),
    ("rating", {"level": True}),
    ("rating", {"day": "20260504"}),
    ("rating", {"skill": 3}),
    ("note", {"kinds": "advice,other"}),
    ("link", {"to": {"kind": "pet", "uid": "x"}}),
]


@pytest.mark.parametrize(("kind", "change"), WRONG)
def test_what_does_not_fit_is_not_read_either(kind: str, change: dict[str, Any]) -> None:
    data, whole = file(), journal_schema()
    assert fits(data, whole, whole)
    data["records"][kind][0] |= change
    assert not fits(data, whole, whole)
    with pytest.raises(Problem):
        read(json.dumps(data))


@pytest.mark.parametrize("name", ["uid", "name", "handle"])
def test_what_is_needed_is_needed_in_both(name: str) -> None:
    data, whole = file(), journal_schema()
    del data["records"]["person"][0][name]
    assert not fits(data, whole, whole)


def test_a_record_has_a_schema_of_its_own_with_its_words() -> None:
    for kind in ALL:
        one = record_schema(kind)
        assert one["description"], kind
        assert one["properties"]["uid"]["format"] == "uuid"
    entry = file()["records"]["note"][0]
    assert fits(entry, record_schema("note"), {})
    assert RECORDS["note"]
    with pytest.raises(KeyError):
        record_schema("pet")
