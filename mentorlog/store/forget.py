"""Forgetting somebody: their rows, what the log says of them, and what the full text and the free pages hold.

The lines of the log stay, with their clock and what was done, but without
values; a row that went has a line that says so. So the log replayed is still
the tables.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from mentorlog.domain.forgetting import doomed, loosened
from mentorlog.domain.kinds import ALL, class_of
from mentorlog.domain.people import Person
from mentorlog.domain.record import Record
from mentorlog.domain.refs import Ref
from mentorlog.errors import KeyNeeded
from mentorlog.store.backups import copies, folder_of
from mentorlog.store.changes import any_text
from mentorlog.store.connect import connect
from mentorlog.store.driver import open_file
from mentorlog.store.faults import named
from mentorlog.store.records import from_row, to_row
from mentorlog.store.store import Store
from mentorlog.store.triggers import WORDS


def every_record(store: Store) -> list[Record]:
    """All records, removed ones too."""
    return [one for kind in ALL for one in store.whole.every(class_of(kind))]


def plan(store: Store, people: Sequence[Person], more: Iterable[Ref] = ()) -> tuple[list[Record], set[Ref]]:
    """The records that would go, and the refs of all that would: also of rows only the log knows yet."""
    live = every_record(store)
    gone = doomed([*live, *_past(store.db, {one.ref for one in live})], people, more)
    return [one for one in live if one.ref in gone], gone


def forget(store: Store, people: Sequence[Person], more: Iterable[Ref] = ()) -> list[Record]:
    """Forget people inside the caller's transaction; `more` goes with them. Returns the records that went."""
    went, gone = plan(store, people, more)
    db = store.db
    db.execute("PRAGMA defer_foreign_keys=ON")
    for one in went:
        db.execute(f"DELETE FROM main.{one.kind} WHERE id = ?", (one.id,))
    db.execute("UPDATE main.journal SET applying = 1")  # what stays is not changed, only less is known of it
    for one in every_record(store):
        row = to_row(one)
        changed = _difference(row, loosened(one.kind, row, gone, people))
        if changed:
            marks = ", ".join(f"{name} = ?" for name in changed)
            db.execute(f"UPDATE main.{one.kind} SET {marks} WHERE id = ?", (*changed.values(), one.id))
    db.execute("UPDATE main.journal SET applying = 0")
    for ref in gone:
        db.execute("UPDATE main.change SET old = NULL, new = NULL WHERE tbl = ? AND row = ?", ref)
    _loosen_log(db, gone, people)
    for words in WORDS.values():
        db.execute(f"INSERT INTO {words} ({words}) VALUES ('optimize')")
    return went


def sweep(path: Path) -> None:
    """Write the file anew, so that no free page holds what was. Raises Problem."""
    with named(path), closing(connect(path)) as db:
        db.execute("VACUUM")


def holding(path: Path, uid: str) -> list[Path]:
    """The backups and files set aside that still hold a person, or that cannot be read to tell."""
    kept = [folder_of(path) / one.name for one in copies(path, sealed=True)]
    kept += sorted(
        one for why in ("before-restore", "damaged") for one in path.parent.glob(f"{path.stem}-{why}-*.db")
    )
    return [one for one in kept if _holds(one, uid)]


def _holds(file: Path, uid: str) -> bool:
    try:
        with closing(open_file(file, "ro")) as db:
            found = db.execute(
                "SELECT 1 FROM change WHERE uid = ? AND coalesce(old, new) IS NOT NULL LIMIT 1", (uid,)
            )
            return found.fetchone() is not None
    except (sqlite3.Error, KeyNeeded):
        return True


def _difference(before: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in after.items() if value != before[name]}


def _past(db: sqlite3.Connection, live: set[Ref]) -> Iterator[Record]:
    """Records that were deleted outright, as the log has them; their text is there still."""
    rows = db.execute(
        "SELECT tbl, row, old FROM main.change WHERE op = 'delete' AND old IS NOT NULL"
    ).fetchall()
    ghosts = [(Ref(tbl, row), json.loads(old)) for tbl, row, old in rows if tbl in ALL]
    past = {ref for ref, _ in ghosts} - live
    for ref, fields in ghosts:
        # A link that was taken away says nothing of a record that is there.
        ends = [(fields.get(f"{end}_kind"), fields.get(f"{end}_id")) for end in ("from", "to")]
        if ref not in past or (ref.kind == "link" and not past & set(ends)):
            continue
        cls = class_of(ref.kind)
        empty = dict.fromkeys(cls.fields)
        yield from_row(cls, ({**empty, **fields}[name] for name in cls.fields))


def _loosen_log(db: sqlite3.Connection, gone: set[Ref], people: Sequence[Person]) -> None:
    with any_text(db):
        lines = db.execute(
            "SELECT seq, tbl, old, new FROM main.change WHERE coalesce(old, new) IS NOT NULL"
        ).fetchall()
    for seq, kind, *sides in lines:
        made = [_loosened_json(kind, side, gone, people) for side in sides]
        if made != sides:
            texts = [None if one is None else one.encode("utf-8", "surrogateescape") for one in made]
            db.execute(
                "UPDATE main.change SET old = CAST(? AS TEXT), new = CAST(? AS TEXT) WHERE seq = ?",
                (*texts, seq),
            )


def _loosened_json(kind: str, text: str | None, gone: set[Ref], people: Sequence[Person]) -> str | None:
    if text is None:
        return None
    fields = json.loads(text)
    made = loosened(kind, fields, gone, people)
    return text if made == fields else json.dumps(made, ensure_ascii=False)
