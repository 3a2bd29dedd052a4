"""Tables in CSV that come from elsewhere: rows by column, and what is wrong with a line, said exactly."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence

from mentorlog.errors import Unreadable

_LONGEST = 1_000_000
"""Characters of one field. A bound of ours."""


class Line:
    """One row: its fields by column, and where it ends, to be named in an error."""

    def __init__(self, fields: dict[str, str], file: str, number: int) -> None:
        self.fields = fields
        self.file = file
        self.number = number

    def __getitem__(self, column: str) -> str:
        return self.fields[column]

    def get(self, column: str) -> str:
        """A field that may be missing: empty then."""
        return self.fields.get(column, "")

    def wrong(self, why: str) -> Unreadable:
        """What is not right on this line."""
        return Unreadable(f"{self.file}, line {self.number}: {why}. Nothing was imported.")


def table(name: str, lines: Iterable[str], columns: Sequence[str] = ()) -> Iterator[Line]:
    """The rows of a CSV file with a header; blank ones are passed over. `columns` must be in it and be filled.

    A semicolon or tab parts the fields where the header has no comma. Raises Unreadable with file, line, reason.
    """
    csv.field_size_limit(_LONGEST)
    rows = _read(name, lines)
    number, header = next(rows, (1, []))
    header = [one.strip() for one in header]
    for column in columns:
        if column not in header:
            raise Unreadable(f"{name}, line {number}: there is no column “{column}”. Nothing was imported.")
    for number, fields in rows:
        if not any(one.strip() for one in fields):
            continue
        row = Line(dict(zip(header, fields, strict=False)), name, number)
        if len(fields) > len(header):
            raise row.wrong(f"it has {len(fields)} fields, and the header {len(header)}")
        for column in columns:
            if not row.get(column).strip():
                raise row.wrong(f"“{column}” is empty")
        yield row


def _read(name: str, lines: Iterable[str]) -> Iterator[tuple[int, list[str]]]:
    rest = iter(lines)
    first = next(rest, "")
    sign = max(",;\t", key=lambda one: (first.count(one), one == ","))
    reader = csv.reader(_with(first, rest), delimiter=sign)
    try:
        for fields in reader:
            yield reader.line_num, fields
    except csv.Error as error:
        raise Unreadable(f"{name}, line {reader.line_num}: {error}. Nothing was imported.") from error


def _with(first: str, rest: Iterable[str]) -> Iterator[str]:
    yield first
    yield from rest
