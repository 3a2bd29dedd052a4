"""Tables of other programs: which column is what is guessed from its heading, and may be told."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

from mentorlog.domain.drafts import NO_DAY, TWO_DAYS, Draft, Here, Skip
from mentorlog.errors import Misused, Unreadable
from mentorlog.formats.days import day_of
from mentorlog.formats.source import LONGEST_LINE, Source, bad

# What a column may be, and the headings that say so, the likeliest first.
FIELDS: dict[str, tuple[str, ...]] = {
    "day": ("day", "date", "when", "on", "created", "created at", "entry date", "timestamp", "time"),
    "title": ("title", "subject", "name", "headline"),
    "text": (
        *("text", "note", "notes", "description", "content", "body", "entry", "summary", "details", "what"),
        *("task", "action", "achievement", "accomplishment", "win", "topic", "comment"),
    ),
    "with": ("with", "person", "people", "mentor", "mentee", "who", "attendees", "owner", "assignee"),
    "tags": ("tags", "tag", "labels", "label", "category", "categories", "project"),
    "due": ("due", "due date", "deadline", "by", "due by"),
    "state": ("state", "status", "done", "completed", "complete"),
    "impact": ("impact", "result", "outcome"),
    "kind": ("kind", "type"),
    "private": ("private", "visibility", "confidential"),
}
KINDS = {
    "note": ("note", "log", "entry", "journal", "diary"),
    "win": ("win", "achievement", "accomplishment", "brag", "success", "highlight"),
    "action": ("action", "task", "todo", "to-do", "action item", "promise"),
    "meeting": ("meeting", "1:1", "1-1", "one on one", "conversation", "talk", "call"),
    "topic": ("topic", "question", "agenda", "agenda item"),
    "goal": ("goal", "objective"),
}
_DONE = {"done", "completed", "complete", "closed", "finished", "x", "yes", "true", "1", "✓", "✔"}
_HIDDEN = {"private", "confidential", "secret", "hidden", "x", "yes", "true", "1", "✓", "✔"}
_GONE = {"dropped", "cancelled", "canceled", "deleted", "abandoned", "wontfix", "won't do"}
_TEXT = {"goal": "title", "meeting": "notes"}
_DAY = {"topic": "raised", "goal": "started"}


class Plan(NamedTuple):
    """How a table is read: its headings, and the field each stands for; empty for what is left out."""

    delimiter: str
    headings: tuple[str, ...]
    fields: tuple[str, ...]

    @property
    def said(self) -> str:
        """`date → day, text → text, id → left out`."""
        return ", ".join(
            f"{heading or '(no heading)'} → {field or 'left out'}"
            for heading, field in zip(self.headings, self.fields, strict=True)
        )


def plan(source: Source, told: Mapping[str, str]) -> Plan:
    """Guess what the columns are; `told` says it of some, by heading, with no field for one to leave out.

    Raises Misused for a heading or field that is not there, Unreadable when no column holds the words.
    """
    found = next((text for _, text in source.lines() if text.strip()), "")
    delimiter = delimiter_of(found)
    headings = next((tuple(one.strip() for one in row) for _, row in rows(source, delimiter)), ())
    by_name = {_plain(heading): number for number, heading in reversed(list(enumerate(headings)))}
    fields = [""] * len(headings)
    for heading, field in told.items():
        if _plain(heading) not in by_name:
            raise Misused(f"There is no column “{heading[:60]}”.", f"There are: {', '.join(headings)[:200]}.")
        if field and field not in FIELDS:
            raise Misused(f"There is no field “{field[:60]}”.", f"There are: {', '.join(FIELDS)}.")
        fields[by_name[_plain(heading)]] = field
    spoken_of = {by_name[_plain(heading)] for heading in told}
    for field, names in FIELDS.items():
        free = (by_name[name] for name in names if name in by_name and by_name[name] not in spoken_of)
        number = next(free, None) if field not in fields else None
        if number is not None and not fields[number]:
            fields[number] = field
    if not {"text", "title"} & set(fields):
        raise Unreadable(
            "No column of the table says that it holds the words; nothing was brought in.",
            'Say which:  --map "Heading=text"',
        )
    return Plan(delimiter, headings, tuple(fields))


def drafts(source: Source, plan: Plan, here: Here) -> Iterator[Draft | Skip]:
    """Every row. Raises Unreadable with the line for a broken table."""
    table = rows(source, plan.delimiter)
    next(table, None)
    for line, cells in table:
        if any(cell.strip() for cell in cells[len(plan.fields) :]):
            yield Skip(line, "a row with more cells than there are headings")
            continue
        row: dict[str, str] = {}
        for field, cell in zip(plan.fields, cells, strict=False):
            if field and cell.strip():
                row[field] = cell.strip()
        yield _row(line, row, plan, here)


def _row(line: int, row: dict[str, str], plan: Plan, here: Here) -> Draft | Skip:
    kind, because = _kind(row, plan)
    # Only a win has a place of its own for what came of it.
    said = ("title", "text") if kind == "win" else ("title", "text", "impact")
    words = "\n\n".join(row[field] for field in said if field in row)
    if not words:
        return Skip(line, "without words")
    day, due = (day_of(row.get(field, ""), here.order) for field in ("day", "due"))
    if ("day" in row and day is None) or ("due" in row and due is None):
        return Skip(line, _no_day(row, here))
    values: dict[str, Any] = {_TEXT.get(kind, "text"): words}
    if kind != "action":
        values[_DAY.get(kind, "day")] = day or here.today
    if kind in ("action", "goal"):
        values["due"] = due
    if kind == "win":
        values["impact"] = row.get("impact", "")
    if kind in ("action", "goal"):
        values |= _state(kind, row.get("state", ""), day or due or here.today)
    return Draft(
        line=line,
        kind=kind,
        values=values,
        because=because,
        people=_words(row.get("with", "")),
        tags=_words(row.get("tags", "")),
        undated=day is None and kind != "action",
        private=row.get("private", "").casefold() in _HIDDEN,
    )


def _no_day(row: Mapping[str, str], here: Here) -> str:
    """Why the days of a row cannot be kept: one of them may be read in two ways, or in none."""
    days = [row[field] for field in ("day", "due") if field in row]
    unsure = here.order is None and all(day_of(one, "day-first") for one in days)
    return TWO_DAYS if unsure else NO_DAY


def _kind(row: Mapping[str, str], plan: Plan) -> tuple[str, str]:
    word = _plain(row.get("kind", ""))
    for kind, names in KINDS.items():
        if word in names or word.rstrip("s") in names:
            return kind, "its column says so"
    if {"due", "state"} & set(plan.fields) and not word:
        return "action", "a table of what is to do"
    return "note", "nothing says what it is"


def _state(kind: str, said: str, day: Any) -> dict[str, Any]:
    word = said.casefold().strip()
    why, done = ("state_why", "met") if kind == "goal" else ("why", "done")
    if word in _GONE:
        return {"state": "dropped", "ended": day, why: "dropped where it comes from"}
    if word in _DONE or word == done:
        return {"state": done, "ended": day}
    return {"state": "open"}


def _words(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, (one.strip().lstrip("@#") for one in re.split(r"[,;|]", cell))))


def _plain(heading: str) -> str:
    return " ".join(re.sub(r"[_\s]+", " ", heading).casefold().split())


def delimiter_of(heading: str) -> str:
    """What parts the cells of a table, from its first line."""
    return max(",;\t|", key=re.sub(r'"[^"]*"', "", heading).count)


def rows(source: Source, delimiter: str) -> Iterator[tuple[int, Sequence[str]]]:
    """The rows that are not empty, each with the line it begins on. Raises Unreadable for a broken table."""
    table = csv.reader((text for _, text in source.lines(ends=True)), delimiter=delimiter, strict=True)
    begins = 1
    while True:
        try:
            with _long_cells():
                row = next(table, None)
        except csv.Error as error:
            raise bad(begins, "the table is broken here: a quotation mark too many or too few") from error
        if row is None:
            return
        if any(cell.strip() for cell in row):
            yield begins, row
        begins = table.line_num + 1


@contextmanager
def _long_cells() -> Iterator[None]:
    """The library's bound on a cell, ours for now; it is one for the whole process."""
    before = csv.field_size_limit(LONGEST_LINE)
    try:
        yield
    finally:
        csv.field_size_limit(before)
