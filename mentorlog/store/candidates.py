"""What may be typed next, from the journal: a few of the newest, never all of a large one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from mentorlog.domain.kinds import class_of
from mentorlog.domain.refs import LETTER_OF
from mentorlog.errors import Problem
from mentorlog.store import driver
from mentorlog.store.connect import SCHEMA, version

if TYPE_CHECKING:
    from mentorlog.store.store import Store

MOST = 50
"""Candidates of a kind: what can be taken in at a glance, and found without looking through everything."""
_DIGITS = 15
"""Of the longest number in a ref."""


def ready(path: Path) -> bool:
    """May it be read with nothing written: a journal of today's form, in which no write waits to be finished?

    An encrypted one only when its key is held.
    """
    try:
        beside = path.with_name(f"{path.name}-journal")
        if beside.exists() and beside.stat().st_size:
            return False
        with path.open("rb") as file:
            head = file.read(20)
        if (
            head.startswith(driver.PLAIN) and head[18:] != b"\1\1"
        ):  # WAL, which even a look would write beside
            return False
        with closing(driver.open_file(path, "ro", wait=0)) as db:
            return version(db, path) == SCHEMA
    except (sqlite3.Error, OSError, Problem):
        return False


def refs(
    store: Store, kind: str, digits: str, removed: bool = False, most: int = MOST
) -> Iterator[tuple[str, str]]:
    """Refs of a kind whose number begins with some digits, the newest first, with their headlines."""
    title = class_of(kind).title_field
    words = f"substr({title}, 1, 200)" if title else "''"
    gone = "IS NOT NULL" if removed else "IS NULL"
    for low, high in _spans(digits):
        found = store.db.execute(
            f"SELECT id, {words} FROM {kind} WHERE deleted_at {gone} AND id BETWEEN ? AND ?"
            " ORDER BY id DESC LIMIT ?",
            (low, high, most),
        ).fetchall()
        yield from ((f"{LETTER_OF[kind]}{id}", str(said or "")) for id, said in found)
        most -= len(found)
        if most <= 0:
            return


def _spans(digits: str) -> Iterator[tuple[int, int]]:
    """The numbers that begin with some digits, the largest first: of `4` they are 400-499, 40-49 and 4."""
    if not digits:
        yield 1, 10**_DIGITS
    elif not digits.startswith("0"):
        for zeros in reversed(range(_DIGITS - len(digits) + 1)):
            yield int(digits) * 10**zeros, (int(digits) + 1) * 10**zeros - 1


def handles(store: Store, kind: str, typed: str) -> list[tuple[str, str]]:
    """Handles of people, skills or roles that begin with what was typed, with their names."""
    found: list[tuple[str, str]] = store.db.execute(
        f"SELECT handle, name FROM {kind} WHERE deleted_at IS NULL AND substr(lower(handle), 1, ?) = ?"
        " ORDER BY handle LIMIT ?",
        (len(typed), typed.lower(), MOST),
    ).fetchall()
    return found


def tags(store: Store, typed: str) -> list[tuple[str, str]]:
    """Tags that begin with what was typed."""
    found: list[tuple[str, str]] = store.db.execute(
        "SELECT DISTINCT name, '' FROM tag WHERE deleted_at IS NULL AND name >= ? AND name < ? ORDER BY name LIMIT ?",
        (typed, f"{typed}\U0010ffff", MOST),
    ).fetchall()
    return found
