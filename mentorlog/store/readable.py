"""A database for other programs: what was handed over as plain tables, and views that read by themselves.

It is no journal: no change log, no full text, nothing of what stayed behind.
Dates are ISO text, what names a record is a foreign key, and every view tells
of live records with names for numbers, as Datasette and its like show them best.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing

from mentorlog.domain.kinds import ALL, class_of
from mentorlog.domain.pointers import ENDS, POINTS
from mentorlog.domain.record import Record
from mentorlog.domain.refs import LETTER_OF
from mentorlog.store.records import to_row

APPLICATION = 0x6D6C6F78
"""`application_id` of such a file, mlox: a journal has another, so that one is never taken for the other."""

_NAMES = """(SELECT group_concat(name, ', ') FROM (SELECT person.name FROM link JOIN person
  ON person.id = link.to_id WHERE link.from_kind = '{kind}' AND link.from_id = {kind}.id
  AND link.to_kind = 'person' AND link.label = 'with' AND link.deleted_at IS NULL ORDER BY link.id))"""
_SHOWN = """(SELECT group_concat({letter} || link.to_id, ', ') FROM link WHERE link.from_kind = '{kind}'
  AND link.from_id = {kind}.id AND link.label = 'evidence' AND link.deleted_at IS NULL)"""
_LETTER = "CASE link.to_kind {} END".format(
    " ".join(f"WHEN '{kind}' THEN '{letter}'" for kind, letter in LETTER_OF.items())
)
_TALKS = """link JOIN meeting ON meeting.id = link.from_id AND link.from_kind = 'meeting'
  WHERE link.to_kind = 'person' AND link.to_id = person.id AND link.label = 'with'
  AND link.deleted_at IS NULL AND meeting.deleted_at IS NULL AND meeting.day <= date('now', 'localtime')"""
_PERSON = "(SELECT name FROM person WHERE id = {})"

VIEWS = {
    "people_overview": f"""
SELECT name, handle, role, organisation, title,
  (SELECT count(*) FROM {_TALKS}) AS conversations, (SELECT max(meeting.day) FROM {_TALKS}) AS last_conversation,
  (SELECT count(*) FROM action WHERE state = 'open' AND deleted_at IS NULL AND owner_id IS NULL
    AND person_id = person.id) AS promised_to_them,
  (SELECT count(*) FROM action WHERE state = 'open' AND deleted_at IS NULL AND owner_id = person.id)
    AS promised_by_them,
  {_PERSON.format("person.introduced_by").replace("FROM person", "FROM person AS other")} AS introduced_by,
  'p' || id AS ref
FROM person WHERE deleted_at IS NULL ORDER BY name""",
    "conversations": f"""
SELECT day, time, minutes, {_NAMES.format(kind="meeting")} AS people, kinds, notes, 'm' || id AS ref
FROM meeting WHERE deleted_at IS NULL ORDER BY day DESC, id DESC""",
    "promises": f"""
SELECT text, coalesce({_PERSON.format("owner_id")}, 'me') AS owner,
  {_PERSON.format("person_id")} AS other_side, state, due, ended,
  (SELECT title FROM goal WHERE id = goal_id) AS goal, (SELECT name FROM skill WHERE id = skill_id) AS skill,
  why, snoozes, 'a' || id AS ref
FROM action WHERE deleted_at IS NULL ORDER BY state = 'open' DESC, coalesce(due, '9999'), id""",
    "goal_progress": """
SELECT goal.title AS goal, goal.state, goal.due, progress.day, progress.value,
  iif(goal.measure = 'count', goal.target, 100) AS target, progress.note, 'g' || goal.id AS ref
FROM goal LEFT JOIN progress ON progress.goal_id = goal.id AND progress.deleted_at IS NULL
WHERE goal.deleted_at IS NULL ORDER BY goal.id, progress.day, progress.id""",
    "skill_history": f"""
SELECT skill.name AS skill, skill.category, rating.day, rating.level, skill.target,
  coalesce({_PERSON.format("rating.by_id")}, 'me') AS rated_by, rating.note,
  {_SHOWN.format(kind="rating", letter=_LETTER)} AS evidence, skill.handle
FROM rating JOIN skill ON skill.id = rating.skill_id
WHERE rating.deleted_at IS NULL AND skill.deleted_at IS NULL ORDER BY skill.name, rating.day, rating.id""",
    "feedback_loop": f"""
SELECT day, coalesce({_PERSON.format("from_id")}, 'me') AS giver,
  coalesce({_PERSON.format("to_id")}, 'me') AS receiver, tone, situation, behaviour, impact, intent, theme,
  (SELECT name FROM skill WHERE id = skill_id) AS skill, delivered,
  (SELECT min(action.ended) FROM link JOIN action ON action.id = link.from_id WHERE link.from_kind = 'action'
    AND link.to_kind = 'feedback' AND link.to_id = feedback.id AND link.label = 'from'
    AND link.deleted_at IS NULL AND action.deleted_at IS NULL AND action.state = 'done') AS acted,
  {_SHOWN.format(kind="feedback", letter=_LETTER)} AS evidence, 'f' || id AS ref
FROM feedback WHERE deleted_at IS NULL ORDER BY day DESC, id DESC""",
}


_DAYS = ("due", "revisit", "review", "follow_up")
_OVER = ("ended", "done", "deleted_at")


def coming_up() -> str:
    """What is open and has a day to come back to, of every kind that has such a day, as SQL."""
    found = []
    for cls in map(class_of, ALL):
        words = cls.title_field or "trim(name || ' ' || why)"
        still = " AND ".join(f"{name} IS NULL" for name in _OVER if name in cls.fields)
        found += [
            f"SELECT {day} AS day, '{cls.kind}' AS what, {words} AS words, '{LETTER_OF[cls.kind]}' || id AS ref"
            f" FROM {cls.kind} WHERE {day} IS NOT NULL AND {still}"
            for day in _DAYS
            if day in cls.fields
        ]
    return "\n" + "\nUNION ALL ".join(found) + "\nORDER BY 1, 2"


def database(records: Mapping[str, Sequence[Record]]) -> bytes:
    """The file, whole. Every ref must be to a record among them."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        db.execute("PRAGMA foreign_keys=ON")
        db.execute(f"PRAGMA application_id={APPLICATION}")
        db.execute("BEGIN")
        db.execute("PRAGMA defer_foreign_keys=ON")
        for kind in ALL:
            _table(db, class_of(kind))
        for kind in ALL:
            _fill(db, class_of(kind), records.get(kind, ()))
        for name, query in (*VIEWS.items(), ("coming_up", coming_up())):
            db.execute(f"CREATE VIEW {name} AS{query}")
        db.execute("COMMIT")
        return db.serialize()


def _table(db: sqlite3.Connection, cls: type[Record]) -> None:
    """The table of a kind, with an index for each column that names another record."""
    columns = [_column(cls, name) for name in cls.fields]
    db.execute(f"CREATE TABLE {cls.kind} ({', '.join(columns)}) STRICT")
    for name in _naming(cls):
        db.execute(f"CREATE INDEX {cls.kind}_{name} ON {cls.kind}({name})")
    for end, kind in ENDS.get(cls.kind, {}).items():
        db.execute(f"CREATE INDEX {cls.kind}_{end} ON {cls.kind}({kind}, {end})")


def _fill(db: sqlite3.Connection, cls: type[Record], records: Sequence[Record]) -> None:
    marks = ", ".join("?" * len(cls.fields))
    rows = (tuple(to_row(one).values()) for one in records)
    db.executemany(f"INSERT INTO {cls.kind} VALUES ({marks})", rows)


def _naming(cls: type[Record]) -> list[str]:
    return [name for name in cls.fields if name in POINTS and cls.kind not in ENDS]


def _column(cls: type[Record], name: str) -> str:
    annotation = cls.fields[name]
    type_ = "INTEGER" if annotation.startswith("int") else "TEXT"
    if name == "id":
        return "id INTEGER PRIMARY KEY"
    parts = [name, type_, "" if annotation.endswith("| None") else "NOT NULL"]
    if name == "uid":
        parts.append("UNIQUE")
    if name in _naming(cls):
        parts.append(f"REFERENCES {POINTS[name]}(id)")
    return " ".join(filter(None, parts))
