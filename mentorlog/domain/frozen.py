"""Frozen records without code generation.

`dataclasses` writes and executes source for every class; with the twenty
records of a journal that is a fifth of the time a page may take. This base
gives what the records need (keyword construction, defaults, equality, a copy
with changes, no assignment) and type checkers see it as a dataclass.
"""

from __future__ import annotations

from typing import Any, ClassVar, Self, dataclass_transform


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Frozen:
    """An immutable value. Fields are the annotations; a class attribute is a default.

    Raises TypeError for a missing or unknown field, AttributeError on assignment.
    """

    fields: ClassVar[dict[str, str]] = {}
    """Field name to annotation text, inherited fields first."""
    required: ClassVar[frozenset[str]] = frozenset()

    def __init_subclass__(cls) -> None:
        own = {name: kind for name, kind in cls.__annotations__.items() if not kind.startswith("ClassVar")}
        cls.fields = {**cls.fields, **own}
        cls.required = frozenset(name for name in cls.fields if not hasattr(cls, name))

    def __init__(self, **given: Any) -> None:
        if given.keys() - self.fields.keys() or self.required - given.keys():
            raise TypeError(f"{type(self).__name__} takes {', '.join(self.fields)}; got {', '.join(given)}")
        self.__dict__.update(given)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.values() == other.values()

    def __hash__(self) -> int:
        return hash(tuple(map(repr, self.values().values())))

    def __repr__(self) -> str:
        given = ", ".join(f"{name}={value!r}" for name, value in self.__dict__.items())
        return f"{type(self).__name__}({given})"

    def values(self) -> dict[str, Any]:
        """Every field with its value, defaults included."""
        return {name: getattr(self, name) for name in self.fields}

    def but(self, **changes: Any) -> Self:
        """The same value with some fields changed."""
        return type(self)(**{**self.__dict__, **changes})
