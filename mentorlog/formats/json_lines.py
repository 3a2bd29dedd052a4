"""A whole journal with a record a line: `mentorlog/journal-lines/1`.

The first line says what the file is; every other is one record, the same
object as in `json_journal` with its kind in front. A record comes after those
it needs, so that a reader may take line by line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from mentorlog.domain.kinds import ALL, class_of
from mentorlog.domain.pointers import ENDS, POINTS
from mentorlog.domain.record import Record
from mentorlog.formats.json_journal import entry, line

SCHEMA = "mentorlog/journal-lines/1"


def write(records: Mapping[str, Sequence[Record]], exported_at: str) -> Iterator[str]:
    """The file, line by line. Every ref must be to a record among them."""
    uids = {one.ref: one.uid for each in records.values() for one in each}
    yield line({"schema": SCHEMA, "exported_at": exported_at}) + "\n"
    for kind in in_order():
        for one in records.get(kind, ()):
            yield line({"kind": kind, **entry(one, uids)}) + "\n"


def in_order() -> list[str]:
    """Every kind, each after the kinds that its fields name."""
    placed: list[str] = []

    def place(kind: str) -> None:
        if kind in placed:
            return
        for name in class_of(kind).fields:
            if name in POINTS and kind not in ENDS and POINTS[name] != kind:
                place(POINTS[name])
        placed.append(kind)

    for kind in ALL:
        place(kind)
    return placed
