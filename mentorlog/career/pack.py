"""Packs: TOML files that make up the catalogue. Those we bring come first; one's own may add to them or change them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from mentorlog.career.catalogue import Activity, Catalogue, Move, Need, Role, Skill
from mentorlog.career.effort import Hours
from mentorlog.errors import Unreadable

OURS = Path(__file__).parent / "packs"

Table = Mapping[str, Any]
T = TypeVar("T")


def load(own: Iterable[Path] = ()) -> Catalogue:
    """The catalogue from the packs we bring and then one's own, in that order. Raises Unreadable."""
    return built(merged(_read(path) for path in (*sorted(OURS.glob("*.toml")), *own)))


def merged(packs: Iterable[Table]) -> dict[str, Any]:
    """Packs as one: tables join by key, field by field; for anything else the last pack counts."""
    whole: dict[str, Any] = {}
    for pack in packs:
        for key, value in pack.items():
            before = whole.get(key)
            tables = [before if isinstance(before, Mapping) else {}, value]
            whole[key] = merged(tables) if isinstance(value, Mapping) else value
    return whole


def built(pack: Table) -> Catalogue:
    """A pack as the catalogue. Raises Unreadable, naming the entry, when one is not of the right form."""
    try:
        groups = {id: (tuple(one["of"]), str(one["name"])) for id, one in pack.get("groups", {}).items()}
        moves = [(frm, to, one) for frm, ends in pack.get("moves", {}).items() for to, one in ends.items()]
        return Catalogue.of(
            [_entry(Skill, id, one) for id, one in pack.get("skills", {}).items()],
            [_role(id, one, groups) for id, one in pack.get("roles", {}).items()],
            [_made(Move, f"{frm} to {to}", {**one, "frm": frm, "to": to}) for frm, to, one in moves],
            [_entry(Activity, id, one) for id, one in pack.get("activities", {}).items()],
            [Hours(*pack["hours"][f"{level}-{level + 1}"]) for level in range(len(pack.get("hours", {})))],
        )
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise Unreadable(f"A pack has a table of the wrong form: {error}.") from error


def need(text: str, groups: Mapping[str, tuple[tuple[str, ...], str]] | None = None) -> Need:
    """`sql:3` as a Need, `sql:3:1` with its weight, `python|java:3` for either; a group stands for its skills.

    groups: by id the skills and what they are called together. Raises Unreadable.
    """
    target, *numbers = text.split(":")
    if not target or not 1 <= len(numbers) <= 2 or not all(one.isdecimal() for one in numbers):
        raise Unreadable(f"“{text[:60]}” is not a need.", "A need is a skill and a level: sql:3.")
    of, name = (groups or {}).get(target, (tuple(target.split("|")), ""))
    level, weight = int(numbers[0]), int(numbers[1]) if numbers[1:] else 2
    return Need(of=of, level=level, weight=weight, name=name)


def _read(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Unreadable(f"I cannot read the pack {path.name}: {error}.") from error


def _role(id: str, fields: Table, groups: Mapping[str, tuple[tuple[str, ...], str]]) -> Role:
    return _entry(Role, id, {**fields, "needs": [need(one, groups) for one in fields.get("needs", ())]})


def _entry(kind: Callable[..., T], id: str, fields: Table) -> T:
    return _made(kind, id, {**fields, "id": id})


def _made(kind: Callable[..., T], what: str, fields: Table) -> T:
    frozen = {key: tuple(one) if isinstance(one, list) else one for key, one in fields.items()}
    try:
        return kind(**frozen)
    except TypeError as error:
        raise Unreadable(f"The pack entry “{what}” is not right: {error}.") from error
