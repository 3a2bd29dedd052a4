"""The form of what `--json` gives, as JSON Schema (2020-12): read off the types, so that it cannot go stale.

What `formats.json.plain` makes of a value is what `Shapes.of` says of its type.
Where an object is put together by hand, an `Object` names its keys.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from importlib import import_module
from types import NoneType, UnionType
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

from mentorlog.domain.frozen import Frozen
from mentorlog.domain.kinds import ALL, class_of
from mentorlog.domain.pointers import POINTS
from mentorlog.domain.record import Record
from mentorlog.domain.refs import LETTERS, Ref
from mentorlog.formats.json_journal import keys_of
from mentorlog.formats.json_schema import DIALECT, Schema, record_schema

REF: Schema = {"type": "string", "pattern": f"^({'|'.join(LETTERS)})[0-9]+$"}
OUTLINED = ("uid", "created_at", "updated_at", "deleted_at", "visibility")
"""What a write says of a private record, beside its ref and kind."""
_PLAIN: dict[Any, Schema] = {
    Any: {},
    object: {},
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
    date: {"type": "string", "format": "date"},
    datetime: {"type": "string", "format": "date-time"},
    Ref: REF,
}


class Object(NamedTuple):
    """An object put together by hand: its keys with their types, those it may lack, and what it begins with."""

    keys: Mapping[str, Any]
    optional: Mapping[str, Any] = {}
    base: Any = None


class Many(NamedTuple):
    """A list of something."""

    of: Any


class Either(NamedTuple):
    """One of several."""

    of: tuple[Any, ...]


def items(of: Any, **more: Any) -> Object:
    """A list as every command gives one."""
    return Object({**more, "items": Many(of)})


def plus(base: Any, **more: Any) -> Object:
    """An object with more keys than its type has."""
    return Object(more, base=base)


def outline(kind: str) -> Object:
    """What a write says of a private record of a kind: what identifies it, without a word."""
    own = _record(kind)[0]
    return Object({name: own[name] for name in ("ref", "kind", *OUTLINED)})


def document(forms: Sequence[tuple[str, Any]], title: str) -> Schema:
    """The schema of what is given: of a schema's name with its shape, or of several of which it is one."""
    shapes = Shapes()
    every = [shapes.top(name, shape) for name, shape in forms]
    made: Schema = {"$schema": DIALECT, "title": title}
    made |= every[0] if len(every) == 1 else {"anyOf": every}
    return made | ({"$defs": dict(sorted(shapes.defs.items()))} if shapes.defs else {})


class Shapes:
    """Makes schemas of types; a class is told once, in `defs`."""

    def __init__(self) -> None:
        self.defs: dict[str, Schema] = {}
        self._names: dict[type, str] = {}

    def top(self, name: str, shape: Any) -> Schema:
        """The schema of a whole answer, which says the schema's name first."""
        keys, optional = self._keys(shape)
        return _object({"schema": {"const": f"mentorlog/{name}/1"}, **keys}, optional)

    def of(self, hint: Any) -> Schema:
        """The schema of a type. Raises TypeError for one that JSON does not know."""
        if isinstance(hint, dict):  # a schema already
            return hint
        if isinstance(hint, Object):
            return _object(*self._keys(hint))
        if isinstance(hint, Many):
            return {"type": "array", "items": self.of(hint.of)}
        if isinstance(hint, Either):
            return {"anyOf": [self.of(one) for one in hint.of]}
        if hint in _PLAIN:
            return _PLAIN[hint]
        return self._class(hint) if isinstance(hint, type) and not get_args(hint) else self._generic(hint)

    def _generic(self, hint: Any) -> Schema:
        origin, args = get_origin(hint), get_args(hint)
        if origin is Literal:
            return {"enum": list(args)}
        if origin in (Union, UnionType):
            return {"anyOf": [self.of(one) for one in args]}
        if origin is tuple and args[-1] is not Ellipsis:
            return {
                "type": "array",
                "prefixItems": [self.of(one) for one in args],
                "minItems": len(args),
                "items": False,
            }
        if isinstance(origin, type) and issubclass(origin, Mapping):
            return {"type": "object", "additionalProperties": self.of(args[1])}
        if isinstance(origin, type) and issubclass(origin, (list, tuple, Sequence, set, frozenset)):
            return {"type": "array", "items": self.of(args[0])}
        raise TypeError(f"{hint} has no form in JSON")

    def _class(self, cls: type) -> Schema:
        if cls is Record:
            return {"anyOf": [self._class(class_of(kind)) for kind in ALL]}
        name = self._names.get(cls)
        if name is None:
            name = (
                cls.kind if issubclass(cls, Record) else f"{cls.__module__.rpartition('.')[2]}.{cls.__name__}"
            )
            self._names[cls] = name
            keys, optional = self._keys(cls)
            told = inspect.cleandoc(cls.__doc__ or "")
            self.defs[name] = {"description": told, **_object(keys, optional)}
        return {"$ref": f"#/$defs/{name}"}

    def _keys(self, shape: Any) -> tuple[dict[str, Schema], dict[str, Schema]]:
        """The keys of an object with their schemas: those it always has, and those it may lack."""
        if isinstance(shape, Object):
            always, optional = self._keys(shape.base) if shape.base else ({}, {})
            always = always | {key: self.of(hint) for key, hint in shape.keys.items()}
            return always, optional | {key: self.of(hint) for key, hint in shape.optional.items()}
        if issubclass(shape, Record):
            return _record(shape.kind)
        hints = get_type_hints(shape, localns=dict(_names_beside(shape)))
        names = shape.fields if issubclass(shape, Frozen) else shape._fields
        return {name: self.of(hints[name]) for name in names}, {}


def _object(always: Mapping[str, Schema], optional: Mapping[str, Schema]) -> Schema:
    return {
        "type": "object",
        "properties": {**always, **optional},
        "required": [name for name in always if name not in optional],
        "additionalProperties": False,
    }


def _record(kind: str) -> tuple[dict[str, Schema], dict[str, Schema]]:
    """A record as `plain` gives it: the values are those of a journal, but it names others by their refs."""
    kept, keys = record_schema(kind)["properties"], keys_of(kind)
    values = {name: kept[key] for key, name in keys.items()}
    made: dict[str, Schema] = {"ref": REF, "kind": {"const": kind}}
    for name, annotation in class_of(kind).fields.items():
        if name == "id" or (kind in ("link", "tag") and name.endswith("_kind")):
            continue
        if name in POINTS or (kind in ("link", "tag") and name.endswith("_id")):
            made[name.removesuffix("_id")] = REF | (
                {"type": ["string", "null"]} if annotation.endswith("| None") else {}
            )
        elif (kind, name) == ("mute", "about"):
            made[name] = {"type": "string"}
        else:
            made[name] = {word: said for word, said in values[name].items() if word != "default"}
    return made, {}


@cache
def _names_beside(cls: type) -> tuple[tuple[str, Any], ...]:
    """The names that the modules of a class know only while types are checked."""
    return tuple(found for one in cls.__mro__[:-1] if one.__module__ != "typing" for found in _type_only(one))


def _type_only(cls: type) -> Iterator[tuple[str, Any]]:
    module = import_module(cls.__module__)
    if "TYPE_CHECKING" not in vars(module):
        return
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("mentorlog"):
            for alias in node.names:
                found = getattr(import_module(node.module), alias.name, None)
                yield alias.asname or alias.name, found
        elif isinstance(node, ast.ImportFrom) and node.module in ("collections.abc", "datetime"):
            for alias in node.names:
                yield alias.name, getattr(import_module(node.module), alias.name)
