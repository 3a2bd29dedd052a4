"""What a file brings, by who it is and by what it says: on disk, so that a file of any size fits in the memory.

The table is SQLite's own, in a file without a name that goes with the connection. It holds no words of
anybody, only identities and digests.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from mentorlog.domain.kinds import ALL, class_of
from mentorlog.domain.refs import Ref
from mentorlog.store.records import Records
from mentorlog.store.whole import Whole

_TABLES = """
PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;
CREATE TABLE place (seq INTEGER PRIMARY KEY, kind INTEGER, uid BLOB, own INTEGER, id INTEGER,
  here INTEGER NOT NULL DEFAULT 0, UNIQUE (kind, uid), UNIQUE (kind, own));
CREATE TABLE content (key BLOB PRIMARY KEY, kind INTEGER, id INTEGER) WITHOUT ROWID;
"""
_AT_ONCE = 500
_UID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class Arrivals:
    """The places of records that arrive, and the digests of what is here already."""

    def __init__(self, store: Records) -> None:
        self.store = store
        self._db = sqlite3.connect("", isolation_level=None)
        self._db.executescript(_TABLES)

    # Who they are

    def announce(self, kind: str, uid: str, number: int | None) -> str:
        """Note a record of the file with its number there. Returns `uid` or `id` when that is there twice."""
        try:
            self._db.execute(
                "INSERT INTO place (kind, uid, own) VALUES (?, ?, ?)", (_code(kind), _packed(uid), number)
            )
        except sqlite3.IntegrityError as error:
            return "uid" if "uid" in str(error) else "id"
        return ""

    def settle(self) -> None:
        """Give each record its number here: the one it has, else that of the file where none as high was given."""
        codes = [code for (code,) in self._db.execute("SELECT DISTINCT kind FROM place").fetchall()]
        for code in codes:
            self._number(code)
            self._meet(code)
            last = Whole(self.store).last(class_of(ALL[code]))
            for seq, own in self._unplaced(code):
                last = max(own, last + 1)
                self._db.execute("UPDATE place SET id = ? WHERE seq = ?", (last, seq))

    def _number(self, code: int) -> None:
        """Numbers of the file for those that came without, after all that have one."""
        free = self._db.execute("SELECT coalesce(max(own), 0) FROM place WHERE kind = ?", (code,)).fetchone()[
            0
        ]
        query = "SELECT seq, seq FROM place WHERE +kind = ? AND seq > ? AND own IS NULL ORDER BY seq"
        for some in self._batches(query, code):
            rows = [(free + number, seq) for number, (seq, _) in enumerate(some, 1)]
            self._db.executemany("UPDATE place SET own = ? WHERE seq = ?", rows)
            free += len(rows)

    def _meet(self, code: int) -> None:
        """Which of them are here?"""
        for some in self._batches(
            "SELECT seq, uid FROM place WHERE +kind = ? AND seq > ? ORDER BY seq", code
        ):
            seqs = {_unpacked(uid): seq for seq, uid in some}
            marks = ", ".join("?" * len(seqs))
            found = self.store.db.execute(
                f"SELECT uid, id FROM {ALL[code]} WHERE uid IN ({marks})", tuple(seqs)
            ).fetchall()
            self._db.executemany(
                "UPDATE place SET id = ?, here = 1 WHERE seq = ?", [(id, seqs[uid]) for uid, id in found]
            )

    def _unplaced(self, code: int) -> Iterator[tuple[int, int]]:
        query = "SELECT own, seq FROM place WHERE kind = ? AND own > ? AND here = 0 ORDER BY own"
        for some in self._batches(query, code):
            yield from ((seq, own) for own, seq in some)

    def _batches(self, query: str, code: int) -> Iterator[list[Any]]:
        after = 0
        while some := self._db.execute(f"{query} LIMIT {_AT_ONCE}", (code, after)).fetchall():
            yield some
            after = some[-1][0]

    def place(self, kind: str, uid: str) -> tuple[int, bool] | None:
        """The number of a record of the file here, and whether it is here already; None for a stranger."""
        if not _UID.fullmatch(uid):
            return None
        row = self._db.execute(
            "SELECT id, here FROM place WHERE kind = ? AND uid = ?", (_code(kind), _packed(uid))
        ).fetchone()
        return (row[0], bool(row[1])) if row else None

    def here(self, kind: str, uid: str) -> Ref | None:
        """The record of this kind and uid in the journal, if it has not been removed."""
        row = self.store.db.execute(
            f"SELECT id FROM {kind} WHERE uid = ? AND deleted_at IS NULL", (uid,)
        ).fetchone()
        return Ref(kind, row[0]) if row else None

    def taken(self, kind: str, uid: str) -> bool:
        """Has a record of this kind the uid, be it removed?"""
        found = self.store.db.execute(f"SELECT 1 FROM main.{kind} WHERE uid = ?", (uid,)).fetchone()
        return found is not None

    # What they say

    def learn(
        self, kind: str, columns: Iterable[str], key: Callable[[tuple[object, ...]], Iterable[bytes]]
    ) -> None:
        """Take in what the journal has of a kind: `key` makes digests of a row of id and columns."""
        rows = self.store.db.execute(
            f"SELECT id, {', '.join(columns)} FROM {kind} WHERE deleted_at IS NULL ORDER BY id"
        )
        code = _code(kind)
        self._db.execute("BEGIN")
        self._db.executemany(
            "INSERT OR IGNORE INTO content VALUES (?, ?, ?)",
            ((one, code, row[0]) for row in rows for one in key(row)),
        )
        self._db.execute("COMMIT")

    def known(self, key: bytes) -> Ref | None:
        """The first record that says this."""
        row = self._db.execute("SELECT kind, id FROM content WHERE key = ?", (key,)).fetchone()
        return Ref(ALL[row[0]], row[1]) if row else None

    def add(self, key: bytes, ref: Ref) -> None:
        """From now on this is known."""
        self._db.execute("INSERT OR IGNORE INTO content VALUES (?, ?, ?)", (key, _code(ref.kind), ref.id))


def _code(kind: str) -> int:
    return ALL.index(kind)


def _packed(uid: str) -> bytes:
    return bytes.fromhex(uid.replace("-", ""))


def _unpacked(uid: bytes) -> str:
    word = uid.hex()
    return "-".join((word[:8], word[8:12], word[12:16], word[16:20], word[20:]))
