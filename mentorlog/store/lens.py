"""What an audience may see: the one place that decides it.

A lens puts a temporary view of the same name in front of every table, so that
the ordinary queries read only what the audience may see. For anything that
leaves the machine the rows that may be seen are listed once, parents before
their parts, and an authorizer denies every read that does not pass through
those views: a query that forgets the filter fails instead of leaking.
"""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from mentorlog.domain.audience import Audience
from mentorlog.domain.kinds import ALL
from mentorlog.domain.links import ABOUT, FROM


class Part(NamedTuple):
    """A column that names another record: with it hidden, this one is hidden too."""

    column: str
    kind: str


PARENTS: dict[str, tuple[Part, ...]] = {
    "mentorship": (Part("person_id", "person"),),
    "turn": (Part("mentorship_id", "mentorship"),),
    "aside": (Part("meeting_id", "meeting"),),
    "topic": (Part("person_id", "person"),),
    "goal": (Part("person_id", "person"),),
    "step": (Part("goal_id", "goal"),),
    "progress": (Part("goal_id", "goal"),),
    "rating": (Part("skill_id", "skill"), Part("by_id", "person")),
    "action": (Part("owner_id", "person"), Part("person_id", "person")),
    "feedback": (Part("from_id", "person"), Part("to_id", "person")),
    "resource": (Part("from_id", "person"),),
    "intro": (Part("who_id", "person"), Part("via_id", "person"), Part("for_id", "person")),
    **dict.fromkeys(("rehearsal", "aim", "position", "assessment"), (Part("person_id", "person"),)),
}
_GIVEN = ("json_each",)
"""Functions that read like tables, and hold nothing but what a query hands them."""
_ENDS = frozenset(ALL) - {"link", "tag"}
"""The kinds that a link or tag may name."""
LOOSE = ("person", "link", "tag", "mute")
"""Kinds that are not hidden by a link to a person."""
VISIBLE = "visibility<>''"
"""True of every row. A table of which no column is named, SQLite reports as read from outside the view."""


def _shows(kind: str, id: str, outside: bool) -> str:
    if outside:
        return f"EXISTS(SELECT 1 FROM temp.shown WHERE kind='{kind}' AND id={id})"
    return f"EXISTS(SELECT 1 FROM {kind} WHERE {kind}.id={id})"


def _end_shows(kind_column: str, id_column: str, veiled: frozenset[str], outside: bool) -> str:
    """Does the record at the end of a link, or under a tag, show?"""
    if outside:
        return f"EXISTS(SELECT 1 FROM temp.shown WHERE kind={kind_column} AND id={id_column})"
    whens = " ".join(f"WHEN '{kind}' THEN {_shows(kind, id_column, False)}" for kind in ALL if kind in veiled)
    return f"CASE {kind_column} {whens} ELSE {int(veiled < _ENDS)} END" if whens else VISIBLE


def _hidden_person(audience: Audience, id: str) -> list[str]:
    """Tests that tell whether a person is hidden from an audience."""
    tests = [] if audience.private else [f"{id} IN (SELECT id FROM main.person WHERE visibility='private')"]
    if _only(audience):
        tests.append(f"{id}<>{audience.person}")
    return tests


def _only(audience: Audience) -> bool:
    return audience.person is not None and not audience.third_party


def _linked_to_hidden(kind: str, audience: Audience) -> list[str]:
    """Tests that tell whether a row is linked, either way round, to a person who is hidden."""
    ends = (("from", "to"), ("to", "from")) if _hidden_person(audience, "") else ()
    return [
        f"EXISTS(SELECT 1 FROM main.link WHERE {near}_kind='{kind}' AND {near}_id=main.{kind}.id"
        f" AND {far}_kind='person' AND deleted_at IS NULL"
        f" AND ({' OR '.join(_hidden_person(audience, f'{far}_id'))}))"
        for near, far in ends
    ]


def _about_others(kind: str, audience: Audience) -> list[str]:
    """Tests that tell whether a row is about, or came from, somebody else's record: a note on Bo's goal."""
    if not _only(audience):
        return []
    owned = " ".join(
        f"WHEN '{one}' THEN EXISTS(SELECT 1 FROM main.{one} WHERE id=near.to_id AND ({columns}))"
        for one, columns in _others_columns(audience).items()
    )
    linked = (
        "EXISTS(SELECT 1 FROM main.link AS far WHERE far.from_kind=near.to_kind AND far.from_id=near.to_id"
        f" AND far.to_kind='person' AND far.to_id<>{audience.person} AND far.deleted_at IS NULL)"
    )
    tests = [
        f"EXISTS(SELECT 1 FROM main.link AS near WHERE near.from_kind='{kind}'"
        f" AND near.from_id=main.{kind}.id AND near.label IN ('{ABOUT}','{FROM}') AND near.deleted_at IS NULL"
        f" AND (CASE near.to_kind {owned} ELSE 0 END OR {linked}))"
    ]
    if kind == "action":
        columns = _others_columns(audience)["goal"]
        tests.append(f"EXISTS(SELECT 1 FROM main.goal WHERE id=main.action.goal_id AND ({columns}))")
    return tests


def _others_columns(audience: Audience) -> dict[str, str]:
    """For each kind with a column for a person: whether it names somebody else, as SQL."""
    people = {kind: [one.column for one in parts if one.kind == "person"] for kind, parts in PARENTS.items()}
    return {
        kind: " OR ".join(f"{column}<>{audience.person}" for column in columns)
        for kind, columns in people.items()
        if columns
    }


def veiled_kinds(db: sqlite3.Connection) -> frozenset[str]:
    """The kinds of which something is private, or part of something private.

    On my own screen only these are tested: most of the time of a page went into
    preparing tests of what cannot be. Each question is one look into an index.
    """
    each = " UNION ALL ".join(
        f"SELECT '{kind}' WHERE EXISTS(SELECT 1 FROM main.{kind} WHERE visibility='private')" for kind in ALL
    )
    private = {kind for (kind,) in db.execute(each)}
    for kind in ALL:  # parents come before their parts
        if private.intersection(part.kind for part in PARENTS.get(kind, ())) or "person" in private:
            private.add(kind)
    return frozenset(private) & _ENDS


def rows_of(kind: str, audience: Audience, veiled: frozenset[str] = _ENDS) -> str:
    """What is true of the rows of a kind an audience may see, as SQL; of `veiled` kinds some may be hidden."""
    tests = [VISIBLE] if audience.removed or not audience.outside else ["deleted_at IS NULL"]
    if not audience.private:
        tests.append("visibility='shared'")
    for part in (part for part in PARENTS.get(kind, ()) if part.kind in veiled):
        # Named in full, because the record it names may have a column of the same name.
        column = f"main.{kind}.{part.column}"
        tests.append(f"({column} IS NULL OR {_shows(part.kind, column, audience.outside)})")
    for end in {"link": ("from", "to"), "tag": ("record",)}.get(kind, ()):
        tests.append(_end_shows(f"main.{kind}.{end}_kind", f"main.{kind}.{end}_id", veiled, audience.outside))
    if kind == "person" and _only(audience):
        tests.append(f"id={audience.person}")
    if kind not in LOOSE and "person" in veiled:
        tests += [f"NOT {test}" for test in _linked_to_hidden(kind, audience) + _about_others(kind, audience)]
    if kind == "mute" and audience.outside and not audience.whole:
        tests.append("visibility=''")  # never: what I put to rest is nobody's business
    return " AND ".join(tests)


def put_on(db: sqlite3.Connection, audience: Audience) -> None:
    """Let this connection see what the audience may see. For the owner with private text it sees everything.

    Through any other lens the connection can only read, and everything it reads is of one moment, so
    that nothing written meanwhile is seen without its test.
    """
    if audience.everything:
        return
    db.execute("BEGIN")
    db.execute("PRAGMA query_only=OFF")  # it would refuse temporary views too
    if audience.outside:
        _list(db, audience)
    else:
        veiled = veiled_kinds(db)
        for kind in (one for one in ALL if one in veiled or one in ("link", "tag")):
            _view(db, kind, rows_of(kind, audience, veiled))
    db.execute("PRAGMA query_only=ON")
    if audience.outside:
        for table in _GIVEN:  # made at its first use, which the guard would take for a write
            db.execute(f"SELECT value FROM {table}('[]')").fetchall()
        db.set_authorizer(_guard)


def _view(db: sqlite3.Connection, kind: str, rows: str) -> None:
    db.execute(f"CREATE TEMP VIEW {kind} AS SELECT * FROM main.{kind} WHERE {rows}")


def _list(db: sqlite3.Connection, audience: Audience) -> None:
    """List what the audience may see, and let each view show what is listed.

    Asked anew by each query, whether a row and all it hangs on shows would cost more than the query.
    """
    db.execute("CREATE TEMP TABLE shown (kind TEXT, id INTEGER, PRIMARY KEY (kind, id)) WITHOUT ROWID")
    for kind in ALL:  # parents come before their parts
        db.execute(
            f"INSERT INTO temp.shown SELECT '{kind}', id FROM main.{kind} WHERE {rows_of(kind, audience)}"
        )
    for kind in ALL:
        _view(db, kind, f"{VISIBLE} AND {_shows(kind, f'main.{kind}.id', True)}")


def _guard(action: int, first: str | None, second: str | None, schema: str | None, inside: str | None) -> int:
    """Allow selecting through our views; deny every other read, every write and every other statement."""
    if action in (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE):
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_READ and (schema == "temp" or inside in ALL or first in _GIVEN):
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY
