"""Values to try a template on: one with everything in it, one with nothing that can be left out."""

from __future__ import annotations

import types
from collections.abc import Mapping
from datetime import date
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from mentorlog.domain.frozen import Frozen

F = TypeVar("F", bound=Frozen)
_PLAIN: Mapping[Any, Any] = {str: "words", int: 3, bool: True, date: date(2026, 5, 4), object: "words"}


def full(cls: type[F]) -> F:
    """A value with something in every field, and two of whatever there may be several of."""
    hints = get_type_hints(cls)
    return cls(**{name: _value(hints[name]) for name in cls.fields})


def bare(cls: type[F]) -> F:
    """A value with nothing but what it must have."""
    hints = get_type_hints(cls)
    return cls(**{name: _value(hints[name]) for name in cls.required})


def _value(hint: Any) -> Any:
    origin, inside = get_origin(hint), get_args(hint)
    if hint in _PLAIN:
        return _PLAIN[hint]
    if origin in (Union, types.UnionType):
        return _value(inside[0])
    if origin is Literal:
        return inside[0]
    if origin is tuple:
        several = len(inside) == 2 and inside[1] is Ellipsis
        return tuple(map(_value, inside[:1] * 2 if several else inside))
    return full(hint)
