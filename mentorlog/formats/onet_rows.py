"""The lines of O*NET's text files: which files and columns are read, and what is wrong with a line, said exactly."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from mentorlog.errors import Unreadable

_RATED = ("O*NET-SOC Code", "Element ID", "Element Name", "Scale ID", "Data Value")
_TOOLS = ("O*NET-SOC Code", "Example", "Commodity Title")
FILES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "Occupation Data": {"Occupation Data": ("O*NET-SOC Code", "Title", "Description")},
    "Skills": dict.fromkeys(("Skills", "Essential Skills", "Transferable Skills"), _RATED),
    "Knowledge": {"Knowledge": _RATED},
    "Technology Skills": dict.fromkeys(("Technology Skills", "Software Skills"), _TOOLS),
    "Alternate Titles": dict.fromkeys(
        ("Alternate Titles", "Job Titles"), ("O*NET-SOC Code", "Alternate Title")
    ),
    "Task Statements": {"Task Statements": ("O*NET-SOC Code", "Task")},
    "Interests": dict.fromkeys(("Interests", "Career Interest Types"), _RATED),
    "Job Zones": {"Job Zones": ("O*NET-SOC Code", "Job Zone")},
}
"""What we read, by its name up to release 30.2: the files it is in, without `.txt`, and the columns we need.

Release 30.3 parted and renamed some. All but the first may be missing.
"""
RENAMED: Mapping[str, Mapping[str, str]] = {
    "Software Skills": {"Workplace Example": "Example", "Element Name": "Commodity Title"},
    "Job Titles": {"Job Title": "Alternate Title"},
}
"""Columns of a file that were called something else before release 30.3, and what."""
FIRST = "Occupation Data"
_CODE = re.compile(r"\d\d-\d{4}\.\d\d")


class Row(NamedTuple):
    """One line of a file: which one, its fields by column, and where it is, to be named in an error."""

    fields: Mapping[str, str]
    file: str
    line: int

    def number(self, column: str, most: float) -> float:
        """A column as a number from 0 to `most`. Raises Unreadable with file and line."""
        try:
            found = float(self.fields[column])
        except ValueError:
            found = -1.0
        if not 0 <= found <= most:
            raise self.wrong(f"“{self.fields[column][:40]}” is no {column} of 0 to {most:g}")
        return found

    def wrong(self, why: str) -> Unreadable:
        """What is not right on this line."""
        return Unreadable(f"{self.file}.txt, line {self.line}: {why}. Nothing was imported.")


def rows(kind: str, files: Mapping[str, Iterable[str]]) -> Iterator[Row]:
    """The rows of every file of a kind that is given, by name as lines. Raises Unreadable."""
    for name, columns in FILES[kind].items():
        if name in files:
            yield from _rows(name, files[name], columns)


def _rows(name: str, lines: Iterable[str], columns: Iterable[str]) -> Iterator[Row]:
    numbered = iter(enumerate(lines, 1))
    header = next(numbered, (0, ""))[1].rstrip("\r\n").split("\t")
    now = {was: column for column, was in RENAMED.get(name, {}).items()}
    for column in columns:
        if now.get(column, column) not in header:
            raise Unreadable(
                f"{name}.txt, line 1: there is no column “{now.get(column, column)}”. Nothing was imported."
            )
    header = [RENAMED.get(name, {}).get(column, column) for column in header]
    for number, line in numbered:
        fields = line.rstrip("\r\n").split("\t")
        if fields == [""]:
            continue
        row = Row(dict(zip(header, fields, strict=False)), name, number)
        if len(fields) != len(header):
            raise row.wrong(f"it has {len(fields)} columns, not {len(header)}")
        if not _CODE.fullmatch(row.fields["O*NET-SOC Code"]):
            raise row.wrong(f"“{row.fields['O*NET-SOC Code'][:20]}” is no O*NET-SOC code")
        yield row
