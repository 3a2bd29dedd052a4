"""The schema, as migrations that are only ever appended to.

Every table is STRICT and has no REAL column, because SQLite's JSON loses
digits of reals and the change log is JSON. Triggers and full text are not
here: `triggers.build` makes them anew after every migration.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlite_utils.migrations import Migrations

if TYPE_CHECKING:
    from sqlite_utils import Database

migrations = Migrations("mentorlog")

NOW_TEXT = "strftime('%Y-%m-%dT%H:%M:%SZ','now')"
# A UUIDv7 (RFC 9562) in SQL, so that a row added with the sqlite3 shell has an identity too. Its clock ticks
# in seconds and its text is short: the schema is parsed at every start.
_MS = "unixepoch()*1000"
UUID7 = (
    f"printf('%08x-%04x-7%03x-%04x-%012x',({_MS})>>16,({_MS})&65535,"
    "random()&4095,32768|(random()&16383),random()&281474976710655)"
)
RECORD = f"""
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE DEFAULT ({UUID7}),
  created_at TEXT NOT NULL DEFAULT ({NOW_TEXT}),
  updated_at TEXT NOT NULL DEFAULT ({NOW_TEXT}),
  deleted_at TEXT,
  visibility TEXT NOT NULL DEFAULT 'shared' CHECK (visibility IN ('shared', 'private')),"""

TEXT = "TEXT NOT NULL DEFAULT ''"

RECORDS_1 = {
    "person": f"""name TEXT NOT NULL, handle TEXT NOT NULL, role TEXT NOT NULL DEFAULT 'contact',
        email {TEXT}, phone {TEXT}, organisation {TEXT}, title {TEXT}, links {TEXT}, met {TEXT},
        introduced_by INTEGER REFERENCES person(id)""",
    "mentorship": f"""person_id INTEGER NOT NULL REFERENCES person(id), side TEXT NOT NULL,
        purpose {TEXT}, agreement {TEXT}, cadence INTEGER, started TEXT NOT NULL, ended TEXT,
        paused_until TEXT""",
    "turn": f"""mentorship_id INTEGER NOT NULL REFERENCES mentorship(id), day TEXT NOT NULL,
        aspect TEXT NOT NULL, value TEXT NOT NULL, why {TEXT}""",
    "meeting": f"""day TEXT NOT NULL, time {TEXT}, zone {TEXT}, starts_at TEXT, minutes INTEGER,
        kinds {TEXT}, notes {TEXT}, template {TEXT}""",
    "aside": "meeting_id INTEGER NOT NULL REFERENCES meeting(id), text TEXT NOT NULL",
    "topic": f"""person_id INTEGER NOT NULL REFERENCES person(id), text TEXT NOT NULL, raised TEXT NOT NULL,
        state TEXT NOT NULL DEFAULT 'open', closed TEXT, closed_in INTEGER REFERENCES meeting(id),
        why {TEXT}""",
    "goal": f"""title TEXT NOT NULL, why {TEXT}, done_when {TEXT}, due TEXT,
        person_id INTEGER REFERENCES person(id), role {TEXT}, measure TEXT NOT NULL DEFAULT 'percent',
        target INTEGER NOT NULL DEFAULT 100, state TEXT NOT NULL DEFAULT 'open', state_why {TEXT},
        started TEXT NOT NULL, ended TEXT""",
    "step": """goal_id INTEGER NOT NULL REFERENCES goal(id), text TEXT NOT NULL,
        position INTEGER NOT NULL, due TEXT, done TEXT""",
    "progress": f"""goal_id INTEGER NOT NULL REFERENCES goal(id), day TEXT NOT NULL,
        value INTEGER NOT NULL, note {TEXT}""",
    "skill": f"""name TEXT NOT NULL, handle TEXT NOT NULL, category TEXT NOT NULL DEFAULT 'technical',
        aliases {TEXT}, target INTEGER CHECK (target BETWEEN 0 AND 5)""",
    "rating": f"""skill_id INTEGER NOT NULL REFERENCES skill(id),
        level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 5),
        day TEXT NOT NULL, by_id INTEGER REFERENCES person(id), note {TEXT}""",
    "action": f"""text TEXT NOT NULL, owner_id INTEGER REFERENCES person(id),
        person_id INTEGER REFERENCES person(id), goal_id INTEGER REFERENCES goal(id),
        skill_id INTEGER REFERENCES skill(id), due TEXT, state TEXT NOT NULL DEFAULT 'open', ended TEXT,
        why {TEXT}, snoozes INTEGER NOT NULL DEFAULT 0""",
    "feedback": f"""from_id INTEGER REFERENCES person(id), to_id INTEGER REFERENCES person(id),
        day TEXT NOT NULL, tone TEXT NOT NULL, situation {TEXT}, behaviour {TEXT}, impact {TEXT},
        intent {TEXT}, theme {TEXT}, skill_id INTEGER REFERENCES skill(id), delivered TEXT""",
    "note": f"text TEXT NOT NULL, day TEXT NOT NULL, kinds {TEXT}, revisit TEXT",
    "win": f"text TEXT NOT NULL, day TEXT NOT NULL, impact {TEXT}",
    "link": """from_kind TEXT NOT NULL, from_id INTEGER NOT NULL,
        to_kind TEXT NOT NULL, to_id INTEGER NOT NULL, label TEXT NOT NULL DEFAULT 'related'""",
    "tag": "record_kind TEXT NOT NULL, record_id INTEGER NOT NULL, name TEXT NOT NULL",
    "mute": f"code TEXT NOT NULL, about {TEXT}, until TEXT, why {TEXT}",
}

INDEXES_1 = (
    "CREATE UNIQUE INDEX person_handle ON person(handle) WHERE deleted_at IS NULL",
    "CREATE UNIQUE INDEX skill_handle ON skill(handle) WHERE deleted_at IS NULL",
    "CREATE INDEX mentorship_person ON mentorship(person_id)",
    "CREATE INDEX turn_mentorship ON turn(mentorship_id)",
    "CREATE INDEX meeting_day ON meeting(day)",
    "CREATE INDEX aside_meeting ON aside(meeting_id)",
    "CREATE INDEX topic_open ON topic(person_id) WHERE state = 'open'",
    "CREATE INDEX goal_state ON goal(state)",
    "CREATE INDEX step_goal ON step(goal_id)",
    "CREATE INDEX progress_goal ON progress(goal_id)",
    "CREATE INDEX rating_skill ON rating(skill_id, day)",
    "CREATE INDEX action_open ON action(due) WHERE state = 'open'",
    "CREATE INDEX action_ended ON action(ended)",
    "CREATE INDEX action_goal ON action(goal_id)",
    "CREATE INDEX feedback_day ON feedback(day)",
    "CREATE INDEX feedback_owed ON feedback(to_id) WHERE delivered IS NULL AND to_id IS NOT NULL",
    "CREATE INDEX note_day ON note(day)",
    "CREATE INDEX note_revisit ON note(revisit) WHERE revisit IS NOT NULL",
    "CREATE INDEX win_day ON win(day)",
    "CREATE INDEX link_from ON link(from_kind, from_id)",
    "CREATE INDEX link_to ON link(to_kind, to_id, label)",
    "CREATE INDEX tag_record ON tag(record_kind, record_id)",
    "CREATE INDEX tag_name ON tag(name)",
)

# One row: who this file is, the hybrid logical clock (Kulkarni et al., 2014), the command now writing.
# `applying` is 1 while merged changes are written, which are in the log already.
JOURNAL_1 = f"""
CREATE TABLE journal (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  uid TEXT NOT NULL DEFAULT ({UUID7}),
  device TEXT NOT NULL DEFAULT (lower(hex(randomblob(4)))),
  ms INTEGER NOT NULL DEFAULT 0,
  counter INTEGER NOT NULL DEFAULT 0,
  command TEXT,
  applying INTEGER NOT NULL DEFAULT 0,
  min_reader INTEGER NOT NULL DEFAULT 1,
  min_writer INTEGER NOT NULL DEFAULT 1
) STRICT"""

COMMAND_1 = "CREATE TABLE command (id TEXT PRIMARY KEY, at TEXT NOT NULL, name TEXT NOT NULL) STRICT"

CHANGE_1 = """
CREATE TABLE change (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  hlc TEXT NOT NULL UNIQUE,
  device TEXT NOT NULL,
  command TEXT,
  tbl TEXT NOT NULL,
  row INTEGER NOT NULL,
  uid TEXT NOT NULL,
  op TEXT NOT NULL CHECK (op IN ('insert', 'update', 'delete')),
  old TEXT,
  new TEXT
) STRICT"""


RECORDS_2 = {
    "decision": f"""question TEXT NOT NULL, day TEXT NOT NULL, options {TEXT}, chosen {TEXT},
        expectation {TEXT}, review TEXT, outcome {TEXT}, state TEXT NOT NULL DEFAULT 'open', decided TEXT,
        ended TEXT, why {TEXT}""",
    "resource": f"""title TEXT NOT NULL, url {TEXT}, form TEXT NOT NULL DEFAULT 'other',
        skill_id INTEGER REFERENCES skill(id), from_id INTEGER REFERENCES person(id),
        state TEXT NOT NULL DEFAULT 'todo', started TEXT, ended TEXT, verdict {TEXT}, why {TEXT}""",
    "intro": f"""name {TEXT}, who_id INTEGER REFERENCES person(id), via_id INTEGER REFERENCES person(id),
        for_id INTEGER REFERENCES person(id), why {TEXT}, state TEXT NOT NULL DEFAULT 'wanted', asked TEXT,
        made TEXT, met TEXT, ended TEXT, follow_up TEXT, notes {TEXT}""",
    "rehearsal": f"""form TEXT NOT NULL, day TEXT NOT NULL, person_id INTEGER REFERENCES person(id),
        scores {TEXT}, notes {TEXT}, file {TEXT}, size INTEGER, sha256 {TEXT}""",
}
STORY_2 = ("situation", "task", "action", "result")

INDEXES_2 = (
    "CREATE INDEX decision_open ON decision(review) WHERE ended IS NULL",
    "CREATE INDEX resource_open ON resource(state) WHERE ended IS NULL",
    "CREATE INDEX intro_follow ON intro(follow_up) WHERE follow_up IS NOT NULL",
    "CREATE INDEX intro_for ON intro(for_id) WHERE for_id IS NOT NULL",
    "CREATE INDEX rehearsal_day ON rehearsal(day)",
)

RECORDS_3 = {
    "role": f"""name TEXT NOT NULL, handle TEXT NOT NULL, family {TEXT},
        seniority INTEGER CHECK (seniority BETWEEN 1 AND 7), needs {TEXT}, summary {TEXT}""",
    "aim": f"""what TEXT NOT NULL, stage TEXT NOT NULL, day TEXT NOT NULL, due TEXT, ended TEXT, why {TEXT},
        person_id INTEGER REFERENCES person(id)""",
    "position": f"""title TEXT NOT NULL, day TEXT NOT NULL, role {TEXT}, organisation {TEXT}, ended TEXT,
        person_id INTEGER REFERENCES person(id)""",
    "assessment": f"""person_id INTEGER NOT NULL REFERENCES person(id), skill TEXT NOT NULL,
        level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 5), day TEXT NOT NULL, note {TEXT}""",
}

INDEXES_3 = (
    "CREATE UNIQUE INDEX role_handle ON role(handle) WHERE deleted_at IS NULL",
    "CREATE INDEX aim_open ON aim(day) WHERE ended IS NULL",
    "CREATE INDEX position_day ON position(day)",
    "CREATE INDEX assessment_person ON assessment(person_id, day)",
)


@migrations()
def m001_found(db: Database) -> None:
    """The first tables: everything a journal starts with."""
    db.execute(JOURNAL_1)
    db.execute("INSERT INTO journal (id) VALUES (1)")
    db.execute(COMMAND_1)
    db.execute(CHANGE_1)
    db.execute("CREATE INDEX change_row ON change(tbl, row)")
    db.execute("CREATE INDEX change_command ON change(command)")
    for name, columns in RECORDS_1.items():
        db.execute(f"CREATE TABLE {name} ({RECORD} {columns}) STRICT")
    for index in INDEXES_1:
        db.execute(index)


@migrations()
def m002_work(db: Database) -> None:
    """Decisions, resources, introductions and rehearsals, and the story of a win."""
    for name, columns in RECORDS_2.items():
        db.execute(f"CREATE TABLE {name} ({RECORD} {columns}) STRICT")
    for index in INDEXES_2:
        db.execute(index)
    for part in STORY_2:
        db.execute(f"ALTER TABLE win ADD COLUMN story_{part} {TEXT}")


@migrations()
def m003_careers(db: Database) -> None:
    """Roles of one's own, aims, positions, and levels given to somebody I mentor."""
    for name, columns in RECORDS_3.items():
        db.execute(f"CREATE TABLE {name} ({RECORD} {columns}) STRICT")
    for index in INDEXES_3:
        db.execute(index)
