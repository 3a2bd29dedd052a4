"""What makes two records the same to a reader: digests of their words, however they are spaced."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mentorlog.domain.drafts import Draft
    from mentorlog.domain.record import Record

_KEY = os.urandom(16)
"""A new one each run: who finds digests on the disk cannot try words on them."""
_PEOPLE = (
    "(SELECT group_concat(id) FROM (SELECT DISTINCT to_id AS id FROM link WHERE from_kind = 'meeting'"
    " AND from_id = meeting.id AND to_kind = 'person' AND label = 'with' AND deleted_at IS NULL ORDER BY to_id))"
)
_ORIGIN = (
    "(SELECT CASE to_kind WHEN 'meeting' THEN 'm' ELSE 'a' END || to_id FROM link WHERE from_kind = 'action'"
    " AND from_id = action.id AND label = 'from' AND deleted_at IS NULL ORDER BY id LIMIT 1)"
)
COLUMNS = {
    "note": ("day", "text"),
    "win": ("day", "text"),
    "topic": ("person_id", "text"),
    "goal": ("title",),
    "action": (_ORIGIN, "due", "text"),
    "meeting": ("day", _PEOPLE, "time", "notes"),
}
"""What of each kind makes its content, as columns."""


def digest(*parts: Any) -> bytes:
    """16 bytes that stand for these words: NFC, white space collapsed."""
    words = (" ".join(unicodedata.normalize("NFC", "" if one is None else str(one)).split()) for one in parts)
    return blake2b("\x1f".join(words).encode("utf-8", "replace"), digest_size=16, key=_KEY).digest()


def keys_of_row(kind: str, row: Sequence[Any]) -> Iterator[bytes]:
    """What a record of the journal is known by: a row of its id and `COLUMNS`."""
    return _keys(kind, *row[1:])


def keys_to_add(draft: Draft, record: Record, people: list[int], origin: str) -> Iterator[bytes]:
    """What a record that came in is known by from now on."""
    return _keys(draft.kind, *_values(draft, record, people, origin))


def keys_to_find(draft: Draft, record: Record, people: list[int], origin: str) -> list[bytes]:
    """By any of these a record that says the same is known."""
    kind, values = draft.kind, _values(draft, record, people, origin)
    if kind in ("note", "win"):
        return [digest(kind, "" if draft.undated else values[0], values[1])]
    if kind == "meeting" and draft.bare:
        day, who, at, _ = values
        return [digest("slot", day, who, one) for one in ((at, "none") if at else ("any",))]
    return [digest(kind, *((*values[:2], values[3]) if kind == "meeting" else values))]


def _values(draft: Draft, record: Record, people: list[int], origin: str) -> tuple[Any, ...]:
    held = record.values()
    if draft.kind == "action":
        return origin, held["due"], held["text"]
    if draft.kind == "meeting":
        return held["day"], ",".join(map(str, sorted(people))), held["time"], held["notes"]
    return tuple(held[column] for column in COLUMNS[draft.kind])


def _keys(kind: str, *values: Any) -> Iterator[bytes]:
    if kind == "meeting":
        day, who, at, notes = values
        yield digest(kind, day, who, notes)
        yield digest("slot", day, who, "any")
        yield digest("slot", day, who, at or "none")
        return
    yield digest(kind, *values)
    if kind in ("note", "win"):
        yield digest(kind, "", values[1])
