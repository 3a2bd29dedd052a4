"""Ladders as tables in CSV.

Long, a line for each skill of a role; `level_label` and `weight` may be left out:
    role,level_label,skill,level,weight
Wide, a line for each role or a line for each skill; a cell is a level, or level:weight, or empty:
    role,level_label,sql,python          skill,Junior developer,Senior developer
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from mentorlog.career.catalogue import Catalogue, Role
from mentorlog.errors import Unreadable
from mentorlog.formats.csv_lines import Line, table
from mentorlog.formats.ladders import USUAL_WEIGHT, Ask, level_of

COLUMNS = ("role", "level_label", "skill", "level", "weight")
_SKILLS = ("skill", "competency", "theme", "topic")
_KNOWN = ("role", "level_label")


def asks(name: str, lines: Iterable[str]) -> Iterator[Ask]:
    """What a table asks for. Raises Unreadable with the line of what cannot be read."""
    for row in table(name, lines):
        fields = {column.casefold(): column for column in row.fields}
        if {"role", "skill", "level"} <= fields.keys():
            yield _long(row, fields)
        elif "role" in fields:
            yield from _roles(row, [one for one in row.fields if one and one.casefold() not in _KNOWN])
        elif next(iter(fields), "") in _SKILLS:
            yield from _skills(row, [one for one in row.fields if one][1:])
        else:
            raise Unreadable(
                f"{name}, line 1: this is no table of a ladder. Nothing was imported.",
                f"Its columns are {', '.join(COLUMNS)}; or role and then skills; or skill and then roles.",
            )


def text(roles: Iterable[Role], catalogue: Catalogue) -> str:
    """Roles and what they need as a long table, which `asks` reads back."""
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for role in roles:
        label = role.track if role.name.endswith(f" {role.track}") else ""
        title = role.name.removesuffix(f" {label}") if label else role.name
        for need in role.needs:
            skill = "|".join(catalogue.named(id) for id in need.of)
            writer.writerow([_harmless(one) for one in (title, label, skill)] + [need.level, need.weight])
    return out.getvalue()


def _harmless(text: str) -> str:
    """A cell no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def _long(row: Line, fields: dict[str, str]) -> Ask:
    role, skill = _filled(row, fields["role"]), _filled(row, fields["skill"])
    weight = row.get(fields.get("weight", "weight"))
    cell = row.get(fields["level"]) + (f":{weight}" if weight.strip() else "")
    return Ask(role, row.get(fields.get("level_label", "")).strip(), skill, *_cell(row, cell))


def _roles(row: Line, skills: Sequence[str]) -> Iterator[Ask]:
    fields = {column.casefold(): column for column in row.fields}
    role, label = _filled(row, fields["role"]), row.get(fields.get("level_label", "")).strip()
    for skill in skills:
        if row.get(skill).strip():
            yield Ask(role, label, skill, *_cell(row, row[skill]))


def _skills(row: Line, roles: Sequence[str]) -> Iterator[Ask]:
    skill = _filled(row, next(iter(row.fields)))
    for rank, role in enumerate(roles):
        if row.get(role).strip():
            yield Ask(role, "", skill, *_cell(row, row[role]), rank, row.file)


def _filled(row: Line, column: str) -> str:
    found = " ".join(row.get(column).split())
    found = found[1:] if found[:1] == "'" and _harmless(found[1:]) == found else found
    if not found:
        raise row.wrong(f"“{column}” is empty")
    return found


def _cell(row: Line, text: str) -> tuple[int, int]:
    """`3` or `3:2` as level and weight."""
    word, _, heavy = text.strip().partition(":")
    level, weight = level_of(word), heavy.strip() or str(USUAL_WEIGHT)
    if level is None:
        raise row.wrong(f"“{word[:40]}” is no level of 0 to 5")
    if weight not in ("1", "2", "3"):
        raise row.wrong(f"“{weight[:40]}” is no weight of 1 to 3")
    return level, int(weight)
