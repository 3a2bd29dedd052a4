"""The triggers that keep the change log and the full text, written from the tables themselves.

A change made with the `sqlite3` shell passes through them like any other.
One line of the log says which fields changed, from what to what, as JSON that
is exact: text with NUL and blobs as hex, reals as mantissa and exponent.
"""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from mentorlog.domain.kinds import ALL

# Which text of a record is found by search. The order of the kinds makes the row number, so append only.
SEARCHED = {
    "person": ("name", "handle", "email", "organisation", "title", "met"),
    "mentorship": ("purpose", "agreement"),
    "turn": ("value", "why"),
    "meeting": ("notes",),
    "aside": ("text",),
    "topic": ("text", "why"),
    "action": ("text", "why"),
    "goal": ("title", "why", "done_when", "state_why", "role"),
    "step": ("text",),
    "progress": ("note",),
    "feedback": ("situation", "behaviour", "impact", "intent", "theme"),
    "skill": ("name", "handle", "aliases", "category"),
    "rating": ("note",),
    "note": ("text",),
    "win": ("text", "impact", "story_situation", "story_task", "story_action", "story_result"),
    "tag": ("name",),
    "mute": ("why",),
    "decision": ("question", "options", "expectation", "outcome", "why"),
    "resource": ("title", "url", "verdict", "why"),
    "intro": ("name", "why", "notes"),
    "rehearsal": ("scores", "notes", "file"),
    "role": ("name", "handle", "summary"),
    "aim": ("what", "why"),
    "position": ("title", "organisation"),
    "assessment": ("skill", "note"),
}
SEARCH_KINDS = tuple(SEARCHED)
SLOT_BITS = 40
"""A row of the full text is numbered by kind, then id, so the newest of a kind are one short index walk."""
LAST_ID = 999_999_999_999
"""The highest id a record may have; it fits the bits of a slot."""
WORDS = {"shared": "words_shared", "private": "words_private"}
"""Shared and private text are indexed apart."""

TOKENIZER = "unicode61 remove_diacritics 2"

NOW_MS = "CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)"

# Everything the triggers of the tables have in common stands here once, behind two views that are only
# written to: the schema is parsed at every start, and with it the text of each trigger.
LOG_VIEW = "CREATE VIEW log AS SELECT tbl, row, uid, op, old, new FROM change"
LOG_TRIGGER = f"""
CREATE TRIGGER log_write INSTEAD OF INSERT ON log WHEN NEW.old IS NOT NEW.new BEGIN
  SELECT RAISE(ABORT, 'a record keeps its uid and its id, 1 to {LAST_ID}')
    WHERE NEW.row NOT BETWEEN 1 AND {LAST_ID} OR NEW.op = 'update'
      AND (NEW.old ->> 'id', NEW.old ->> 'uid') IS NOT (NEW.new ->> 'id', NEW.new ->> 'uid');
  UPDATE journal SET counter = iif({NOW_MS} > ms OR counter = 999999, 0, counter + 1),
    ms = max(ms + (counter = 999999), {NOW_MS}) WHERE applying = 0;
  INSERT INTO change (hlc, device, command, tbl, row, uid, op, old, new)
    SELECT printf('%015d-%06d-%s', ms, counter, device), device, command, NEW.tbl, NEW.row, NEW.uid, NEW.op,
      {{old}}, {{new}}
    FROM journal WHERE applying = 0;
END"""
# Of an update only the fields that differ are kept. `->` hands the JSON on as it is written: taking a text
# out and putting it in again would end it at its first NUL.
_CHANGED = """iif(NEW.op <> 'update', NEW.{side}, (SELECT json_group_object(key, NEW.{side} -> key)
        FROM json_each(NEW.old) WHERE (NEW.old -> key) IS NOT (NEW.new -> key)))"""
LOG_TRIGGER = LOG_TRIGGER.format(old=_CHANGED.format(side="old"), new=_CHANGED.format(side="new"))

WORDS_VIEW = "CREATE VIEW words AS SELECT 0 AS kind, 0 AS id, '' AS was, '' AS now, '' AS text"
WORDS_TRIGGER = f"""
CREATE TRIGGER words_write INSTEAD OF INSERT ON words BEGIN
  DELETE FROM words_shared WHERE rowid = NEW.kind << {SLOT_BITS} | NEW.id AND NEW.was = 'shared';
  DELETE FROM words_private WHERE rowid = NEW.kind << {SLOT_BITS} | NEW.id AND NEW.was = 'private';
  INSERT INTO words_shared (rowid, text)
    SELECT NEW.kind << {SLOT_BITS} | NEW.id, NEW.text WHERE NEW.now = 'shared';
  INSERT INTO words_private (rowid, text)
    SELECT NEW.kind << {SLOT_BITS} | NEW.id, NEW.text WHERE NEW.now = 'private';
END"""


class Column(NamedTuple):
    """A column and its declared type."""

    name: str
    type: str


def columns(db: sqlite3.Connection, table: str) -> list[Column]:
    """The columns of a table in order."""
    return [Column(row[1], row[2]) for row in db.execute(f"PRAGMA main.table_info({table})")]


def _real(value: str) -> str:
    # Doubling and halving are exact in binary floating point, so the walk ends at the true mantissa.
    big, whole = f"abs(m) >= {2.0**53!r}", "m = CAST(m AS INTEGER)"
    return f"""CASE WHEN abs({value}) > 1.7976931348623157e308
      THEN iif({value} > 0, '{{"real":"inf"}}', '{{"real":"-inf"}}')
      ELSE (WITH RECURSIVE walk(m, e) AS (SELECT {value}, 0 UNION ALL
        SELECT iif({big}, m / 2, m * 2), iif({big}, e + 1, e - 1) FROM walk WHERE {big} OR NOT {whole})
      SELECT '{{"real":[' || CAST(m AS INTEGER) || ',' || e || ']}}' FROM walk
        WHERE NOT {big} AND {whole} LIMIT 1) END"""


def encoded(value: str, type: str) -> str:
    """SQL for a value as exact JSON text; NULL stays NULL."""
    if type in ("INTEGER", "TEXT"):
        return value
    return f"""json(CASE typeof({value}) WHEN 'integer' THEN {value} WHEN 'text' THEN json_quote({value})
      WHEN 'blob' THEN '{{"blob":"'||hex({value})||'"}}' WHEN 'real' THEN {_real(value)} ELSE 'null' END)"""


def fields(row: str, table: list[Column]) -> str:
    """SQL for all fields of a row as one JSON object."""
    return (
        "json_object("
        + ",".join(f"'{one.name}',{encoded(f'{row}.{one.name}', one.type)}" for one in table)
        + ")"
    )


def slot(kind: str, id: int) -> int:
    """The full-text row of a record; of id 0, where its kind begins."""
    return SEARCH_KINDS.index(kind) << SLOT_BITS | id


def table_triggers(table: str, of: list[Column]) -> list[str]:
    """The triggers that write a table's changes to the log and keep its text findable."""
    new, old = fields("NEW", of), fields("OLD", of)
    log = f"INSERT INTO log VALUES('{table}',"
    words = _words(table) if table in SEARCHED else {"insert": "", "delete": ""}
    made = [
        f"CREATE TRIGGER {table}_insert AFTER INSERT ON {table} BEGIN"
        f" {log}NEW.id,NEW.uid,'insert',NULL,{new}); {words['insert']} END",
        f"CREATE TRIGGER {table}_update AFTER UPDATE ON {table} BEGIN"
        f" {log}OLD.id,OLD.uid,'update',{old},{new}); END",
        f"CREATE TRIGGER {table}_delete AFTER DELETE ON {table} BEGIN"
        f" {log}OLD.id,OLD.uid,'delete',{old},NULL); {words['delete']} END",
    ]
    if table in SEARCHED:
        watched = ",".join((*SEARCHED[table], "visibility", "deleted_at"))
        made.append(
            f"CREATE TRIGGER {table}_words AFTER UPDATE OF {watched} ON {table} BEGIN {words['update']} END"
        )
    return made


def _words(table: str) -> dict[str, str]:
    """What each kind of change says to the full text: where the text was, where it is now, and the text."""
    text = "||'\n'||".join(f"NEW.{name}" for name in SEARCHED[table])
    number = SEARCH_KINDS.index(table)
    was, now = (f"iif({row}.deleted_at IS NULL,{row}.visibility,'')" for row in ("OLD", "NEW"))
    return {
        "insert": f"INSERT INTO words VALUES({number},NEW.id,'',{now},{text});",
        "update": f"INSERT INTO words VALUES({number},NEW.id,{was},{now},{text});",
        "delete": f"INSERT INTO words VALUES({number},OLD.id,{was},'','');",
    }


def wanted(db: sqlite3.Connection) -> dict[str, str]:
    """Every trigger the journal must have, by name."""
    made = [LOG_TRIGGER.strip(), WORDS_TRIGGER.strip()]
    for table in ALL:
        made += table_triggers(table, columns(db, table))
    return {statement.split()[2]: statement for statement in made}


def missing(db: sqlite3.Connection) -> list[str]:
    """Names of triggers that are absent, changed, or not ours to have."""
    there = dict(db.execute("SELECT name, sql FROM main.sqlite_master WHERE type = 'trigger'"))
    should = wanted(db)
    return sorted(name for name in should.keys() | there.keys() if should.get(name) != there.get(name))


def build(db: sqlite3.Connection) -> None:
    """Make triggers, the log view and the full text anew, inside the caller's transaction."""
    for (name,) in db.execute("SELECT name FROM main.sqlite_master WHERE type = 'trigger'").fetchall():
        db.execute(f"DROP TRIGGER main.{name}")
    for name, view in (("log", LOG_VIEW), ("words", WORDS_VIEW)):
        db.execute(f"DROP VIEW IF EXISTS main.{name}")
        db.execute(view)
    fill_words(db)
    for statement in wanted(db).values():
        db.execute(statement)
    for table in ALL:  # whether anything of a kind is private must cost nothing to ask
        db.execute(f"CREATE INDEX IF NOT EXISTS {table}_private ON {table}(id) WHERE visibility='private'")


def fill_words(db: sqlite3.Connection) -> None:
    """Make both full-text indexes and fill them from the tables."""
    for words in WORDS.values():
        db.execute(f"DROP TABLE IF EXISTS main.{words}")
        db.execute(f"CREATE VIRTUAL TABLE {words} USING fts5(text, tokenize = '{TOKENIZER}')")
    for table, names in SEARCHED.items():
        body = "||'\n'||".join(names)
        for visibility, words in WORDS.items():
            db.execute(
                f"INSERT INTO {words} (rowid, text) SELECT {slot(table, 0)} | id, {body} FROM main.{table}"
                " WHERE visibility = ? AND deleted_at IS NULL",
                (visibility,),
            )
