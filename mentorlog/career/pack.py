"""Packs: TOML files that make up the catalogue. Those we bring come first; one's own may add to them or change them.

[skills]
sql = { name = "SQL", category = "technical", aliases = "queries, t-sql", transfer = { data-modelling = 0.3 } }
[groups]
language = { name = "one language", of = ["python", "java"] }
[roles.data-engineer]
name = "Data engineer"          # also family, track, seniority, aliases, onet
needs = "sql:4:3 language:3"    # a skill, several with | between, or a group: then level and weight (2)
[moves.data-engineer]
data-scientist = "stretch: The mathematics takes a year."
[activities.book]
name = "Book"                   # also words with {skill}, categories and levels
[hours]
0-1 = [5, 15]
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from mentorlog.career.catalogue import Activity, Catalogue, Move, Need, Role, Skill
from mentorlog.career.compiled import read
from mentorlog.career.effort import Hours
from mentorlog.errors import Unreadable

OURS = Path(__file__).parent / "packs"

Table = Mapping[str, Any]
Groups = Mapping[str, tuple[tuple[str, ...], str]]
T = TypeVar("T")


def load(own: Iterable[Path] = ()) -> Catalogue:
    """The catalogue from the packs we bring and then one's own, in that order. Raises Unreadable."""
    own = tuple(own)
    return (not own and read(OURS, ours())) or from_packs((*ours(), *own))


def ours() -> list[Path]:
    """The packs we bring, in their order."""
    return sorted(OURS.glob("*.toml"))


def from_packs(paths: Iterable[Path]) -> Catalogue:
    """The catalogue from these packs and no compiled one. Raises Unreadable."""
    return built(merged(_read(path) for path in paths))


def alone(tables: Table) -> Catalogue:
    """A pack without ours, but for our groups, which its needs may name. Raises Unreadable."""
    groups = _read(OURS / "groups.toml")["groups"]
    return built({**tables, "groups": groups | dict(tables.get("groups", {}))})


def merged(packs: Iterable[Table]) -> dict[str, Any]:
    """Packs as one: tables join by key, field by field; for anything else the last pack counts."""
    whole: dict[str, Any] = {}
    for pack in packs:
        for key, value in pack.items():
            before = whole.get(key)
            if isinstance(before, dict) and isinstance(value, dict):
                value = merged([before, value])
            whole[key] = value
    return whole


def built(pack: Table) -> Catalogue:
    """A pack as the catalogue. Raises Unreadable, naming the entry, when one is not of the right form."""
    try:
        groups = {id: (tuple(one["of"]), str(one["name"])) for id, one in pack.get("groups", {}).items()}
        if not all(of for of, _ in groups.values()):
            raise Unreadable("A group in a pack has no skills.")
        moves = [(frm, to, text) for frm, ends in pack.get("moves", {}).items() for to, text in ends.items()]
        return Catalogue.of(
            [_entry(Skill, id, one) for id, one in pack.get("skills", {}).items()],
            [_entry(Role, id, one, groups) for id, one in pack.get("roles", {}).items()],
            [Move(frm, to, *text.split(": ", 1)) for frm, to, text in moves],
            [_entry(Activity, id, one) for id, one in pack.get("activities", {}).items()],
            [Hours(*pack["hours"][f"{level}-{level + 1}"]) for level in range(len(pack.get("hours", {})))],
        )
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise Unreadable(f"A pack has a table of the wrong form: {error}.") from error


def need(text: str, groups: Groups | None = None) -> Need:
    """`sql:3` as a Need, `sql:3:1` with its weight, `python|java:3` for either; a group stands for its skills.

    groups: by id the skills and what they are called together. Raises Unreadable.
    """
    target, level, weight = [*text.split(":"), "2"][:3] if text.count(":") in (1, 2) else ("", "", "")
    if not (all(target.split("|")) and level.isdecimal() and weight.isdecimal()):
        raise Unreadable(f"“{text[:60]}” is not a need.", "A need is a skill and a level: sql:3.")
    of, name = (groups or {}).get(target) or (tuple(target.split("|")), "")
    return Need(of, int(level), int(weight), name)


def _read(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Unreadable(f"I cannot read the pack {path.name}: {error}.") from error


def _entry(kind: Callable[..., T], id: str, fields: Table, groups: Groups | None = None) -> T:
    """One entry: aliases are parted by commas, needs by white space."""
    given: dict[str, Any] = {"id": id}
    for key, one in fields.items():
        if key == "aliases":
            given[key] = tuple(one.split(", "))
        elif key == "needs":
            given[key] = tuple(need(word, groups) for word in one.split())
        else:
            given[key] = tuple(one) if isinstance(one, list) else one
    try:
        return kind(**given)
    except TypeError as error:
        raise Unreadable(f"The pack entry “{id}” is not right: {error}.") from error
