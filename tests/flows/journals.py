"""Journals with records of every kind, some private, some removed, linked at random: to carry out and in."""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import Any

from hypothesis import strategies as st

from mentorlog.domain.kinds import ALL, class_of
from mentorlog.domain.pointers import ENDS, POINTS
from mentorlog.domain.record import Record
from mentorlog.domain.refs import Ref
from mentorlog.domain.sound import CHOICES, LARGEST, RANGES
from mentorlog.store.connect import open_in_memory
from mentorlog.store.store import Store
from tests.views.nasty import WORDS

NOW = "2026-05-04T10:00:00.000Z"
TEXT = WORDS.map(lambda text: text.replace("\0", ""))
FIXED = {"kinds": "advice,culture", "handle": "x-{}", "name": "N [b] 日本語 {}", "starts_at": None}
FIXED |= {
    "url": "https://example.org/a?b=c",
    "scores": "first sentence=3\npace=5",
    "sha256": "0" * 64,
    "needs": "sql:3:2\npython|java:2",
}
MANY = ("person", "meeting", "goal", "action", "feedback", "rating", "note", "aim", "link", "tag")
"""Kinds of which a journal may have two: enough to mix them up, and few enough to be made quickly."""
SOUND = {
    "focus": TEXT,
    "phase": st.just("cultivation"),
    "cadence": st.just("21"),
    "pulse": st.just("4"),
    "pause": st.sampled_from(["2026-06-01", "over"]),
    "end": st.just("closed"),
}


def empty(now: str = NOW) -> Store:
    """A new journal in memory, open for writing."""
    db: sqlite3.Connection = open_in_memory()
    db.execute("PRAGMA query_only=OFF")
    return Store(db, now)


@st.composite
def journals(draw: st.DrawFn) -> Store:
    """A store whose records have gaps in their numbers and point to one another, forward too."""
    refs = {
        kind: draw(
            st.lists(
                st.integers(1, 30),
                min_size=kind not in ("link", "tag"),
                max_size=1 + (kind in MANY),
                unique=True,
            )
        )
        for kind in ALL
    }
    store = empty()
    with_numbers = [_record(draw, Ref(kind, id), refs) for kind in ALL for id in sorted(refs[kind])]
    store.db.execute("BEGIN")
    store.whole.put(with_numbers)
    store.db.execute("COMMIT")
    return store


def _record(draw: st.DrawFn, ref: Ref, refs: dict[str, list[int]]) -> Record:
    cls = class_of(ref.kind)
    values: dict[str, Any] = {"id": ref.id, "visibility": draw(st.sampled_from(["shared", "private"]))}
    if draw(st.integers(0, 4)) == 0:
        values["deleted_at"] = NOW
    ends = ENDS.get(ref.kind, {})
    for id_field, kind_field in ends.items():
        kind = draw(st.sampled_from([kind for kind in refs if refs[kind]]))
        values |= {kind_field: kind, id_field: draw(st.sampled_from(refs[kind]))}
    for name, kind in cls.fields.items():
        if name not in Record.fields and name not in values:
            values[name] = draw(_value(ref, name, kind, refs))
    if ref.kind == "turn":
        values["value"] = draw(SOUND[values["aspect"]])
    if ref.kind == "feedback" and values["from_id"] == values["to_id"]:
        values["to_id"] = None
    return cls(**values)


def _value(ref: Ref, name: str, kind: str, refs: dict[str, list[int]]) -> st.SearchStrategy[Any]:
    if name in FIXED:
        said = FIXED[name]
        return st.just(said.format(ref.id) if said else said)
    if name == "about":
        return st.one_of(st.just(""), st.sampled_from(refs["goal"]).map(lambda id: f"g{id}"))
    if (ref.kind, name) in CHOICES:
        return st.sampled_from(CHOICES[ref.kind, name])
    if name in POINTS:
        known = st.sampled_from(refs[POINTS[name]])
    elif kind.startswith("date"):
        known = st.dates(date(1, 1, 1), date(9999, 12, 31))
    elif kind.startswith("int"):
        known = st.integers(*RANGES.get((ref.kind, name), (0, LARGEST)))
    else:
        known = TEXT
    return st.one_of(st.none(), known) if kind.endswith("None") else known
