"""The records of an exported journal, one by one, as the file has them: JSON, a record a line, tables."""

from __future__ import annotations

import json
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from mentorlog.domain.kinds import ALL
from mentorlog.domain.record import Record
from mentorlog.errors import Problem, Refused, Unreadable
from mentorlog.formats import csv_records, from_csv, json_journal, json_lines
from mentorlog.formats.json_stream import Scanner
from mentorlog.formats.source import Source, bad

ARCHIVE = b"PK\x03\x04"
"""How a ZIP archive begins."""
_MOST = 4_000_000_000
"""Bytes of all tables of an archive together. A bound of ours."""


class Entry(NamedTuple):
    """A record as the file tells it; what it says is still to be checked. `where` is its place in the file.

    number: its id in the file, if it has one there.
    """

    kind: str
    uid: str
    number: int | None
    where: str
    values: Mapping[str, Any]

    def record(self, id: int, named: Mapping[tuple[str, str], int]) -> Record:
        """The record with this number; `named` are the numbers of what it may name. Raises Unreadable."""
        return json_journal.record_of(self.kind, {**self.values, "id": id}, named, self.where)

    def twice(self, what: str) -> Problem:
        """Its `uid` or `id` is that of another one too."""
        return json_journal.bad(self.where, f"its {what} is there twice")


def entry_of(kind: str, values: Any, where: str) -> Entry:
    """Raises Unreadable for what has not even an identity."""
    uid, number = json_journal.identity(values, where)
    return Entry(kind, uid, number, where, values)


def from_json(source: Source) -> Iterator[Entry]:
    """The records of `mentorlog/journal/1`. Raises Unreadable or Refused, quoting nothing."""
    scanner = Scanner(source)
    if scanner.peek() != "{":
        scanner.value()
        scanner.end()
        raise _no_journal("export all")
    schema: Any = None
    listed = False
    for key in scanner.fields():
        if key == "schema":
            schema = scanner.value()
            _check(schema, json_journal.SCHEMA, "export all")
        elif key == "exported_at":
            scanner.value()
        elif key == "records":
            listed = True
            yield from _by_kind(scanner)
        elif schema is None:
            raise _no_journal("export all")
        else:
            raise json_journal.bad("the file", f"“{_short(key)}” is no part of it")
    scanner.end()
    _check(schema, json_journal.SCHEMA, "export all")
    if not listed:
        raise json_journal.bad("the file", "its records are not listed by kind")


def _by_kind(scanner: Scanner) -> Iterator[Entry]:
    if scanner.peek() != "{":
        raise json_journal.bad("the file", "its records are not listed by kind")
    for kind in scanner.fields():
        if kind not in ALL:
            raise json_journal.bad("the file", f"“{_short(kind)}” is no kind of record")
        if scanner.peek() != "[":
            raise json_journal.bad("the file", "its records are not listed by kind")
        for number, (line, values) in enumerate(scanner.items(), 1):
            where = f"{kind} {number} of the file"
            yield entry_of(kind, values, where if line == 1 else f"{where}, line {line}")


def from_lines(source: Source) -> Iterator[Entry]:
    """The records of `mentorlog/journal-lines/1`. Raises Unreadable or Refused, quoting nothing."""
    lines = ((number, text) for number, text in source.lines() if text.strip())
    number, text = next(lines, (1, ""))
    _check(_parsed(number, text).get("schema"), json_lines.SCHEMA, "export all --format jsonl")
    for number, text in lines:
        values = _parsed(number, text)
        kind = values.pop("kind", None)
        if not isinstance(kind, str) or kind not in ALL:
            raise bad(number, "it is no record")
        yield entry_of(kind, values, f"{kind} on line {number} of the file")


def from_tables(source: Source) -> Iterator[Entry]:
    """The rows of a table that `export csv` made, or of all in an archive. Raises Unreadable with the row."""
    if not source.head().startswith(ARCHIVE):
        yield from _rows(source, "")
        return
    source.stream.seek(0)
    try:
        with zipfile.ZipFile(source.stream) as archive:
            sizes = {one.filename: one.file_size for one in archive.infolist()}
            if sum(sizes.values()) > _MOST:
                raise Unreadable(f"The archive holds more than {_MOST // 10**9} GB; nothing was brought in.")
            ours = [kind for kind in ALL if f"{kind}.csv" in sizes]
            if not ours:
                raise Unreadable(
                    "The archive holds no table of mine, or only in a folder; nothing was brought in.",
                    "It takes what `export all --format csv` wrote.",
                )
            for kind in ours:
                with archive.open(f"{kind}.csv") as table:
                    yield from _rows(Source(table), kind)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError) as error:
        raise Unreadable("The archive is damaged, or locked; nothing was brought in.") from error


def _rows(source: Source, kind: str) -> Iterator[Entry]:
    heading = next((text for _, text in source.lines()), "")
    table = (row for _, row in from_csv.rows(source, from_csv.delimiter_of(heading)))
    for number, (named, values) in enumerate(csv_records.entries(table, kind), 2):
        yield entry_of(named, values, f"row {number} of {f'{kind}.csv in ' if kind else ''}the file")


def _parsed(number: int, text: str) -> dict[str, Any]:
    try:
        parsed = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise bad(number, "it is not JSON") from error
    if not isinstance(parsed, dict):
        raise bad(number, "it is no object")
    return parsed


def _check(schema: Any, wanted: str, command: str) -> None:
    if not isinstance(schema, str) or not schema.startswith(f"{wanted.rpartition('/')[0]}/"):
        raise _no_journal(command)
    if schema != wanted:
        raise Refused(
            "The file was written by a newer mentorlog; nothing was brought in.", "Update mentorlog."
        )


def _no_journal(command: str) -> Problem:
    return Unreadable(
        "The file is not an exported journal; nothing was brought in.", f"It takes what `{command}` wrote."
    )


def _short(key: str) -> str:
    return "".join(sign for sign in key[:40] if sign.isprintable())
