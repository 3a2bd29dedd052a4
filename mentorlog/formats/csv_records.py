"""Records of one kind as CSV (RFC 4180), and back.

For a spreadsheet: friendly headings, names beside the uids, no cell that a
spreadsheet would take for a formula, and what a terminal obeys made visible.
For a machine (`raw`): the names of the fields as headings, and every cell as
it is. `read` tells the two apart.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import StringIO
from typing import Any

from mentorlog.domain.frozen import Frozen
from mentorlog.domain.kinds import ALL, NOUNS, class_of
from mentorlog.domain.links import WITH, Link, Tag
from mentorlog.domain.pointers import ENDS, POINTS
from mentorlog.domain.record import Record
from mentorlog.domain.refs import Ref, looks_like_ref, read_ref
from mentorlog.domain.text import safe
from mentorlog.errors import Unreadable
from mentorlog.formats.json_journal import entry, keys_of, records_of

BOM = "\ufeff"
# What begins a formula (OWASP, “CSV Injection”), full-width forms too, and what is trimmed before one.
# Apostrophes in front count as well, so that taking one away gives back what was there.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_MARKED = re.compile(r"<U\+((?:10|[0-9A-F])?[0-9A-F]{4})>")
"""A sign made visible; what was written like that to begin with has its first sign made visible."""
_MARK = re.compile(r"<U(?=\+[0-9A-F]{4,6}>)")
_LAST = ("visibility", "created_at", "updated_at", "deleted_at", "uid")

Rows = list[dict[str, Any]]


class Named(Frozen):
    """What rows may name: every uid; by kind and uid a handle or ref; the people with a record, and its tags."""

    uids: Mapping[Ref, str]
    called: Mapping[tuple[str, str], str]
    people: Mapping[Ref, Sequence[str]]
    tags: Mapping[Ref, Sequence[str]]


def named(records: Mapping[str, Sequence[Record]]) -> Named:
    """What is named by records that go along. Every ref must be to a record among them."""
    every = [one for each in records.values() for one in each]
    called = {one.ref: str(getattr(one, "handle", "") or one.ref) for one in every}
    people: dict[Ref, list[str]] = {}
    tags: dict[Ref, list[str]] = {}
    for one in every:
        if isinstance(one, Link) and one.label == WITH and one.to_kind == "person" and not one.deleted_at:
            people.setdefault(one.source, []).append(called[one.target])
        elif isinstance(one, Tag) and not one.deleted_at:
            tags.setdefault(Ref(one.record_kind, one.record_id), []).append(one.name)
    return Named(
        uids={one.ref: one.uid for one in every},
        called={(one.kind, one.uid): called[one.ref] for one in every},
        people=people,
        tags=tags,
    )


def write(kind: str, records: Sequence[Record], names: Named, raw: bool = False, excel: bool = False) -> str:
    """The records of a kind as a table. `excel` begins with a mark by which Excel knows UTF-8."""
    made = StringIO(newline="")
    table = csv.writer(made)
    columns = _columns(kind)
    table.writerow([one if raw else one.replace("_", " ") for one in columns])
    for one in records:
        row = _row(one, names)
        cells = [str(value) if (value := row[name]) is not None else "" for name in columns]
        table.writerow(cells if raw else [_defused(cell) for cell in cells])
    return (BOM if excel else "") + made.getvalue()


def _columns(kind: str) -> list[str]:
    """The ref, what the record says with names before uids, who and what it is linked with, then the rest."""
    ends = ENDS.get(kind, {})
    said: list[str] = []
    for key, name in keys_of(kind).items():
        if key in ("id", *_LAST):
            continue
        said.append(key)
        if name in ends or (kind, name) == ("mute", "about"):
            said += [f"{key}_kind", f"{key}_uid"]
        elif name in POINTS:
            said.append(f"{key}_uid")
    return ["ref", *said, *_told(kind), *_LAST]


def _told(kind: str) -> tuple[str, ...]:
    """Columns for whoever looks at the table; the links and tags themselves are records of their own."""
    return () if kind not in NOUNS else ("tags",) if kind == "person" else ("with", "tags")


def _row(record: Record, names: Named) -> dict[str, Any]:
    row: dict[str, Any] = {"ref": record.ref}
    row |= {"with": ", ".join(names.people.get(record.ref, ()))}
    row |= {"tags": ", ".join(names.tags.get(record.ref, ()))}
    for key, value in entry(record, names.uids).items():
        kind = POINTS.get(keys_of(record.kind)[key], "")
        if isinstance(value, Mapping):
            told = names.called[value["kind"], value["uid"]]
            row |= {key: told, f"{key}_kind": value["kind"], f"{key}_uid": value["uid"]}
        elif kind and record.kind not in ENDS:
            row |= {key: names.called.get((kind, value), ""), f"{key}_uid": value}
        else:
            row |= {key: value}
    return {"about_kind": "", "about_uid": ""} | row


def _defused(cell: str) -> str:
    shown = safe(_MARK.sub("<U+003C>U", cell))
    return f"'{shown}" if _FORMULA.match(shown) else shown


def _restored(cell: str) -> str:
    shown = cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
    return _MARKED.sub(lambda found: chr(int(found[1], 16)), shown)


def read(text: str, kind: str = "") -> tuple[str, Rows]:
    """The kind of a table and its rows, as `json_journal.records_of` takes them; no kind for an empty one.

    Comma, semicolon or tab, with or without a mark for Excel. Raises Unreadable with the row and the reason.
    """
    found = list(entries(_table(text.removeprefix(BOM)), kind))
    return found[0][0] if found else kind, [one for _, one in found]


def entries(rows: Iterable[Sequence[str]], kind: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """The kind and entry of every row after the headings. Raises Unreadable with the row and the reason."""
    table = enumerate(rows, 1)
    headings = [one.strip().lower() for one in next(table, (1, []))[1]]
    raw = any("_" in one for one in headings)
    columns = [one.replace(" ", "_") for one in headings]
    if columns and "ref" not in columns and not kind:
        raise _of_nothing()
    checked = ""
    for number, row in table:
        if not any(row):
            continue
        cells = _cells(number, row, columns, raw)
        kind = kind or _kind_of(cells.get("ref", ""))
        if kind not in ALL:
            raise _of_nothing()
        if checked != kind:
            _check_columns(kind, columns)
            checked = kind
        yield kind, _entry(kind, cells)


def _of_nothing() -> Unreadable:
    return Unreadable(
        "The file does not say what its rows are; nothing was brought in.",
        "It takes what `export csv` wrote.",
    )


def journal(files: Mapping[str, str]) -> dict[str, list[Record]]:
    """The records of a journal from the table of each kind, checked one by one. Raises Unreadable."""
    return records_of({kind: read(files[kind], kind)[1] for kind in ALL if kind in files})


@contextmanager
def _cells_of_any_length(most: int) -> Iterator[None]:
    before = csv.field_size_limit(most + 1)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _table(text: str) -> list[list[str]]:
    head = re.search("[,;\t]", text.partition("\n")[0])  # a spreadsheet may save with what its country uses
    try:
        with _cells_of_any_length(len(text)):
            return list(
                csv.reader(StringIO(text, newline=""), delimiter=head[0] if head else ",", strict=True)
            )
    except csv.Error as error:
        raise Unreadable("The file is no table that I can read; nothing was brought in.") from error


def _cells(number: int, row: Sequence[str], columns: Sequence[str], raw: bool) -> dict[str, str]:
    if any(row[len(columns) :]):
        raise Unreadable(f"Row {number} of the file has more cells than headings; nothing was brought in.")
    return {name: cell if raw else _restored(cell) for name, cell in zip(columns, row, strict=False)}


def _kind_of(ref: str) -> str:
    return read_ref(ref).kind if looks_like_ref(ref) else ""


def _check_columns(kind: str, columns: Sequence[str]) -> None:
    unknown = [one for one in columns if one not in _columns(kind)]
    if unknown:
        short = "".join(sign for sign in unknown[0][:40] if sign.isprintable())
        raise Unreadable(
            f"The file has a column “{short}”, which a {kind} does not have; nothing was brought in."
        )


def _entry(kind: str, cells: Mapping[str, str]) -> dict[str, Any]:
    """A row as an entry of a journal. What is left empty is left out where the record has a value of its own."""
    cls = class_of(kind)
    made: dict[str, Any] = {}
    if looks_like_ref(cells.get("ref", "")):
        made["id"] = read_ref(cells["ref"]).id
    for key, name in keys_of(kind).items():
        if key not in cells:
            continue
        cell, type_ = cells[key], cls.fields[name]
        if cells.get(f"{key}_kind"):
            made[key] = {"kind": cells[f"{key}_kind"], "uid": cells.get(f"{key}_uid")}
        elif cell or cells.get(f"{key}_uid"):
            made[key] = _value(cells.get(f"{key}_uid") or cell, type_)
        elif type_.endswith("| None"):
            made[key] = None
        elif type_ == "str":
            made[key] = ""
    return made


def _value(cell: str, type_: str) -> Any:
    whole = type_.startswith("int") and re.fullmatch(r"-?[0-9]{1,19}", cell)
    return int(cell) if whole else cell
