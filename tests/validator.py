"""A small validator of JSON Schema: it knows the words our schemas use, and refuses to pass over any other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}
TOLD = {"$schema", "$id", "$defs", "title", "description", "default", "format"}
"""Words that say something to people, or are looked up from elsewhere."""
KNOWN = TOLD | {
    *("$ref", "type", "const", "enum", "pattern", "minimum", "maximum", "required", "properties"),
    *("additionalProperties", "items", "prefixItems", "minItems", "anyOf", "oneOf"),
}


def faults(value: Any, schema: Any, root: dict[str, Any] | None = None, at: str = "$") -> Iterator[str]:
    """What is wrong with a value, each with its place; nothing when it fits."""
    if isinstance(schema, bool):
        yield from () if schema else [f"{at}: nothing may be here"]
        return
    root = schema if root is None else root
    assert schema.keys() <= KNOWN, schema.keys() - KNOWN
    if "$ref" in schema:
        yield from faults(value, root["$defs"][schema["$ref"].removeprefix("#/$defs/")], root, at)
    yield from _of_value(value, schema, at)
    for word, fitting in (("anyOf", lambda n: n > 0), ("oneOf", lambda n: n == 1)):
        if word in schema:
            tried = [list(faults(value, one, root, at)) for one in schema[word]]
            if not fitting(sum(not one for one in tried)):
                # The one that came nearest says best what is wrong.
                yield from min(tried, key=len) or [f"{at}: fits more than one"]
    if isinstance(value, dict):
        yield from _of_object(value, schema, root, at)
    if isinstance(value, list):
        first = schema.get("prefixItems", [])
        if len(value) < schema.get("minItems", 0):
            yield f"{at}: too short"
        for number, one in enumerate(value):
            told = first[number] if number < len(first) else schema.get("items", True)
            yield from faults(one, told, root, f"{at}[{number}]")


def _of_value(value: Any, schema: dict[str, Any], at: str) -> Iterator[str]:
    if "type" in schema:
        names = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        if not any(_is(value, name) for name in names):
            yield f"{at}: {value!r:.60} is no {' or '.join(names)}"
    if "const" in schema and value != schema["const"]:
        yield f"{at}: {value!r:.60} is not {schema['const']!r}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{at}: {value!r:.60} is none of {schema['enum']}"
    if "pattern" in schema and isinstance(value, str) and not re.search(schema["pattern"], value):
        yield f"{at}: {value!r:.60} does not match {schema['pattern']}"
    if isinstance(value, int) and not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        yield f"{at}: {value} is out of range"


def _is(value: Any, name: str) -> bool:
    return isinstance(value, TYPES[name]) and (name == "boolean" or not isinstance(value, bool))


def _of_object(value: dict[str, Any], schema: dict[str, Any], root: dict[str, Any], at: str) -> Iterator[str]:
    for name in schema.get("required", ()):
        if name not in value:
            yield f"{at}: {name} is missing"
    for name, one in value.items():
        told = schema.get("properties", {}).get(name, schema.get("additionalProperties", True))
        yield from faults(one, told, root, f"{at}.{name}")
