CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE TABLE journal (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  uid TEXT NOT NULL DEFAULT (printf('%08x-%04x-7%03x-%04x-%012x',(unixepoch()*1000)>>16,(unixepoch()*1000)&65535,random()&4095,32768|(random()&16383),random()&281474976710655)),
  device TEXT NOT NULL DEFAULT (lower(hex(randomblob(4)))),
  ms INTEGER NOT NULL DEFAULT 0,
  counter INTEGER NOT NULL DEFAULT 0,
  command TEXT,
  applying INTEGER NOT NULL DEFAULT 0,
  min_reader INTEGER NOT NULL DEFAULT 1,
  min_writer INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE TABLE command (id TEXT PRIMARY KEY, at TEXT NOT NULL, name TEXT NOT NULL) STRICT;
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
) STRICT;
CREATE INDEX change_row ON change(tbl, row);
CREATE INDEX change_command ON change(command);
CREATE TABLE person (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE DEFAULT (printf('%08x-%04x-7%03x-%04x-%012x',(unixepoch()*1000)>>16,(unixepoch()*1000)&65535,random()&4095,32768|(random()&16383),random()&281474976710655)),
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ','now')),
  updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ','now')),
  deleted_at TEXT,
  visibility TEXT NOT NULL DEFAULT 'shared' CHECK (visibility IN ('shared', 'private')), name TEXT NOT NULL, handle TEXT NOT NULL, role TEXT NOT NULL DEFAULT 'contact',
        email TEXT NOT NULL DEFAULT '', phone TEXT NOT NULL DEFAULT '', organisation TEXT NOT NULL DEFAULT '', title TEXT NOT NULL DEFAULT '', links TEXT NOT NULL DEFAULT '', met TEXT NOT NULL DEFAULT '',
        introduced_by INTEGER REFERENCES person(id)) STRICT;
CREATE TABLE mentorship (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE DEFAULT (printf('%08x-%04x-7%03x-%04x-%012x',(unixepoch()*1000)>>16,(unixepoch()*1000)&65535,random()&4095,32768|(random()&16383),random()&281474976710655)),
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ','now')),
  updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ','now')),
  deleted_at TEXT,
  visibility TEXT NOT NULL DEFAULT 'shared' CHECK (visibility IN ('shared', 'private')), person_id INTEGER NOT NULL REFERENCES person(id), side TEXT NOT NULL,
        purpose TEXT NOT NULL DEFAULT '', agreement TEXT NOT NULL DEFAULT '', cadence INTEGER, started TEXT NOT NULL, ended TEXT,
        paused_until TEXT) STRICT;
CREATE TABLE turn (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE DEFAULT (printf('%08x-%04x-7%03x-%04x-%012x',(unixepoch()*1000)>>16,(unixepoch()*1000)&65535,random()&4095,32768|(random()&16383),random()&281474976710655)),
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ','now')),
  updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ','now')),
  deleted_at TEXT,
  visibility TEXT NOT NULL DEFAULT 'shared' CHECK (visibility IN ('shared', 'private')), mentorship_id INTEGER NOT NULL REFERENCES mentorship(id), day TEXT NOT NULL,
        aspect TEXT NOT NULL, value TEXT NOT NULL, why TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE meeting (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE DEFAULT (printf('%08x-%04x-7%03x-%04x-%012x',(unixepoch()*1000)>>16,(unixepoch()*1000)&65535,random()&4095,32768|(random()&16383),random()&281474976710655)),
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ','now')),
  updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ','now')),
  deleted_at TEXT,
  visibility TEXT NOT NULL DEFAULT 'shared' CHECK (visibility IN ('shared', 'private')), day TEXT NOT NULL, time TEXT NOT NULL DEFAULT '', zone TEXT NOT NULL DEFAULT '', starts_at TEXT, minutes INTEGER,
        kinds TEXT NOT NULL DEFAULT '', notes TEXT NOT NULL DEFAULT '', template TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE aside (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE DEFAULT (printf('%08x-%04x-7%03x-%04x-%012x',(unixepoch()*1000)>>16,(unixepoch()*1000)&65535,random()&4095,32768|(random()&16383),random()&281474976710655)),
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ','now')),
  updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ','now')),
  deleted_at TEXT,
  visibility TEXT NOT NULL DEFAULT 'shared' CHECK (visibility IN ('shared', 'private')), meeting_id INTEGER NOT NULL REFERENCES meeting(id), text TEXT NOT NULL) STRICT;
CREATE TABLE topic (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE DEFAULT (printf('%08x-%04x-7%03x-%04x-%012x',(unixepoch()*1000)>>16,(unixepoch()*1000)&65535,random()&4095,32768|(random()&16383),random()&281474976710655)),
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ','now')),
  updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ','now')),
  deleted_at TEXT,
  visibility TEXT NOT NULL DEFAULT 'shared' CHECK (visibility IN ('shared', 'private')), person_id INTEGER NOT NULL REFERENCES person(id), text TEXT NOT NULL, raised TEXT NOT NULL,
        state TEXT NOT NULL DEFAULT 'open', closed TEXT, closed_in INTEGER REFERENCES meeting(id),
        why TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE goal (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE DEFAULT (printf('%08x-%04x-7%03x-%04x-%012x',(unixepoch()*1000)>>16,(unixepoch()*1000)&65535,random()&4095,32768|(random()&16383),random()&281474976710655)),
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ','now')),
  updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ','now')),
  deleted_at TEXT,
  visibility TEXT NOT NULL DEFAULT 'shared' CHECK (visibility IN ('shared', 'private')), title TEXT NOT NULL, why TEXT NOT NULL DEFAULT '', done_when TEXT NOT NULL DEFAULT '', due TEXT,
        person_id INTEGER REFERENCES person(id), role TEXT NOT NULL DEFAULT '', measure TEXT NOT NULL DEFAULT 'percent',
        target INTEGER NOT NULL DEFAULT 100, state TEXT NOT NULL DEFAULT 'open', state_why TEXT NOT NULL DEFAULT '',
        started TEXT NOT NULL, ended TEXT) STRICT;
CREATE TABLE step (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE DEFAULT (printf('%08x-%04x-7%03x-%04x-%012x',(unixepoch()*1000)>>16,(unixepoch()*1000)&65535,random()&4095,32768|(random()&16383),random()&281474976710655)),
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ','now')),
  updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ','now')),
  deleted_at TEXT,
  visibility TEXT NOT NULL DEFAULT 'shared' CHECK (visibility IN ('shared', 'private')), goal_id INTEGER NOT NULL REFERENCES goal(id), text TEXT NOT NULL,
        position INTEGER NOT NULL, due TEXT, done TEXT) STRICT;
CREATE TABLE progress (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE DEFAULT (printf('%08x-%04x-7%03x-%04x-%012x',(unixepoch()*1000)>>16,(unixepoch()*1000)&65535,random()&4095,32768|(random()&16383),random()&281474976710655)),
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ','now')),
  updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ','now')),
  deleted_at TEXT,
  visibility TEXT NOT NULL DEFAULT 'shared' CHECK (visibility IN ('shared', 'private')), goal_id INTEGER NOT NULL REFERENCES goal(id), day TEXT NOT NULL,
        value INTEGER NOT NULL, note TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE skill (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE DEFAULT (printf('%08x-%04x-7%03x-%04x-%012x',(unixepoch()*1000)>>16,(unixepoch()*1000)&65535,random()&4095,32768|(random()&16383),random()&281474976710655)),
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ','now')),
  updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ','now')),
  deleted_at TEXT,
  visibility TEXT NOT NULL DEFAULT 'shared' CHECK (visibility IN ('shared', 'private')), name TEXT NOT NULL, handle TEXT NOT NULL, category TEXT NOT NULL DEFAULT 'technical',
        aliases TEXT NOT NULL DEFAULT '', target INTEGER CHECK (target BETWEEN 0 AND 5)) STRICT;
CREATE TABLE rating (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE DEFAULT (printf('%08x-%04x-7%03x-%04x-%012x',(unixepoch()*1000)>>16,(unixepoch()*1000)&65535,random()&4095,32768|(random()&16383),random()&281474976710655)),
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ','now')),
  updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ','now')),
  deleted_at TEXT,
  visibility TEXT NOT NULL DEFAULT 'shared' CHECK (visibility IN ('shared', 'private')), skill_id INTEGER NOT NULL REFERENCES skill(id),
        level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 5),
        day TEXT NOT NULL, by_id INTEGER REFERENCES person(id), note TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE action (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE DEFAULT (printf('%08x-%04x-7%03x-%04x-%012x',(unixepoch()*1000)>>16,(unixepoch()*1000)&65535,random()&4095,32768|(random()&16383),random()&281474976710655)),
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ','now')),
  updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ','now')),
  deleted_at TEXT,
  visibility TEXT NOT NULL DEFAULT 'shared' CHECK (visibility IN ('shared', 'private')), text TEXT NOT NULL, owner_id INTEGER REFERENCES person(id),
        person_id INTEGER REFERENCES person(id), goal_id INTEGER REFERENCES goal(id),
        skill_id INTEGER REFERENCES skill(id), due TEXT, state TEXT NOT NULL DEFAULT 'open', ended TEXT,
        why TEXT NOT NULL DEFAULT '', snoozes INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE feedback (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE DEFAULT (printf('%08x-%04x-7%03x-%04x-%012x',(unixepoch()*1000)>>16,(unixepoch()*1000)&65535,random()&4095,32768|(random()&16383),random()&281474976710655)),
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ','now')),
  updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ','now')),
  deleted_at TEXT,
  visibility TEXT NOT NULL DEFAULT 'shared' CHECK (visibility IN ('shared', 'private')), from_id INTEGER REFERENCES person(id), to_id INTEGER REFERENCES person(id),
        day TEXT NOT NULL, tone TEXT NOT NULL, situation TEXT NOT NULL DEFAULT '', behaviour TEXT NOT NULL DEFAULT '', impact TEXT NOT NULL DEFAULT '',
        intent TEXT NOT NULL DEFAULT '', theme TEXT NOT NULL DEFAULT '', skill_id INTEGER REFERENCES skill(id), delivered TEXT) STRICT;
CREATE TABLE note (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE DEFAULT (printf('%08x-%04x-7%03x-%04x-%012x',(unixepoch()*1000)>>16,(unixepoch()*1000)&65535,random()&4095,32768|(random()&16383),random()&281474976710655)),
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ','now')),
  updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ','now')),
  deleted_at TEXT,
  visibility TEXT NOT NULL DEFAULT 'shared' CHECK (visibility IN ('shared', 'private')), text TEXT NOT NULL, day TEXT NOT NULL, kinds TEXT NOT NULL DEFAULT '', revisit TEXT) STRICT;
CREATE TABLE win (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE DEFAULT (printf('%08x-%04x-7%03x-%04x-%012x',(unixepoch()*1000)>>16,(unixepoch()*1000)&65535,random()&4095,32768|(random()&16383),random()&281474976710655)),
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ','now')),
  updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ','now')),
  deleted_at TEXT,
  visibility TEXT NOT NULL DEFAULT 'shared' CHECK (visibility IN ('shared', 'private')), text TEXT NOT NULL, day TEXT NOT NULL, impact TEXT NOT NULL DEFAULT '', story_situation TEXT NOT NULL DEFAULT '', story_task TEXT NOT NULL DEFAULT '', story_action TEXT NOT NULL DEFAULT '', story_result TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE link (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE DEFAULT (printf('%08x-%04x-7%03x-%04x-%012x',(unixepoch()*1000)>>16,(unixepoch()*1000)&65535,random()&4095,32768|(random()&16383),random()&281474976710655)),
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ','now')),
  updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ','now')),
  deleted_at TEXT,
  visibility TEXT NOT NULL DEFAULT 'shared' CHECK (visibility IN ('shared', 'private')), from_kind TEXT NOT NULL, from_id INTEGER NOT NULL,
        to_kind TEXT NOT NULL, to_id INTEGER NOT NULL, label TEXT NOT NULL DEFAULT 'related') STRICT;
CREATE TABLE tag (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE DEFAULT (printf('%08x-%04x-7%03x-%04x-%012x',(unixepoch()*1000)>>16,(unixepoch()*1000)&65535,random()&4095,32768|(random()&16383),random()&281474976710655)),
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ','now')),
  updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ','now')),
  deleted_at TEXT,
  visibility TEXT NOT NULL DEFAULT 'shared' CHECK (visibility IN ('shared', 'private')), record_kind TEXT NOT NULL, record_id INTEGER NOT NULL, name TEXT NOT NULL) STRICT;
CREATE TABLE mute (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE DEFAULT (printf('%08x-%04x-7%03x-%04x-%012x',(unixepoch()*1000)>>16,(unixepoch()*1000)&65535,random()&4095,32768|(random()&16383),random()&281474976710655)),
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ','now')),
  updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ','now')),
  deleted_at TEXT,
  visibility TEXT NOT NULL DEFAULT 'shared' CHECK (visibility IN ('shared', 'private')), code TEXT NOT NULL, about TEXT NOT NULL DEFAULT '', until TEXT, why TEXT NOT NULL DEFAULT '') STRICT;
CREATE UNIQUE INDEX person_handle ON person(handle) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX skill_handle ON skill(handle) WHERE deleted_at IS NULL;
CREATE INDEX mentorship_person ON mentorship(person_id);
CREATE INDEX turn_mentorship ON turn(mentorship_id);
CREATE INDEX meeting_day ON meeting(day);
CREATE INDEX aside_meeting ON aside(meeting_id);
CREATE INDEX topic_open ON topic(person_id) WHERE state = 'open';
CREATE INDEX goal_state ON goal(state);
CREATE INDEX step_goal ON step(goal_id);
CREATE INDEX progress_goal ON progress(goal_id);
CREATE INDEX rating_skill ON rating(skill_id, day);
CREATE INDEX action_open ON action(due) WHERE state = 'open';
CREATE INDEX action_ended ON action(ended);
CREATE INDEX action_goal ON action(goal_id);
CREATE INDEX feedback_day ON feedback(day);
CREATE INDEX feedback_owed ON feedback(to_id) WHERE delivered IS NULL AND to_id IS NOT NULL;
CREATE INDEX note_day ON note(day);
CREATE INDEX note_revisit ON note(revisit) WHERE revisit IS NOT NULL;
CREATE INDEX win_day ON win(day);
CREATE INDEX link_from ON link(from_kind, from_id);
CREATE INDEX link_to ON link(to_kind, to_id, label);
CREATE INDEX tag_record ON tag(record_kind, record_id);
CREATE INDEX tag_name ON tag(name);
CREATE TABLE decision (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE DEFAULT (printf('%08x-%04x-7%03x-%04x-%012x',(unixepoch()*1000)>>16,(unixepoch()*1000)&65535,random()&4095,32768|(random()&16383),random()&281474976710655)),
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ','now')),
  updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ','now')),
  deleted_at TEXT,
  visibility TEXT NOT NULL DEFAULT 'shared' CHECK (visibility IN ('shared', 'private')), question TEXT NOT NULL, day TEXT NOT NULL, options TEXT NOT NULL DEFAULT '', chosen TEXT NOT NULL DEFAULT '',
        expectation TEXT NOT NULL DEFAULT '', review TEXT, outcome TEXT NOT NULL DEFAULT '', state TEXT NOT NULL DEFAULT 'open', decided TEXT,
        ended TEXT, why TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE resource (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE DEFAULT (printf('%08x-%04x-7%03x-%04x-%012x',(unixepoch()*1000)>>16,(unixepoch()*1000)&65535,random()&4095,32768|(random()&16383),random()&281474976710655)),
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ','now')),
  updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ','now')),
  deleted_at TEXT,
  visibility TEXT NOT NULL DEFAULT 'shared' CHECK (visibility IN ('shared', 'private')), title TEXT NOT NULL, url TEXT NOT NULL DEFAULT '', form TEXT NOT NULL DEFAULT 'other',
        skill_id INTEGER REFERENCES skill(id), from_id INTEGER REFERENCES person(id),
        state TEXT NOT NULL DEFAULT 'todo', started TEXT, ended TEXT, verdict TEXT NOT NULL DEFAULT '', why TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE intro (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE DEFAULT (printf('%08x-%04x-7%03x-%04x-%012x',(unixepoch()*1000)>>16,(unixepoch()*1000)&65535,random()&4095,32768|(random()&16383),random()&281474976710655)),
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ','now')),
  updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ','now')),
  deleted_at TEXT,
  visibility TEXT NOT NULL DEFAULT 'shared' CHECK (visibility IN ('shared', 'private')), name TEXT NOT NULL DEFAULT '', who_id INTEGER REFERENCES person(id), via_id INTEGER REFERENCES person(id),
        for_id INTEGER REFERENCES person(id), why TEXT NOT NULL DEFAULT '', state TEXT NOT NULL DEFAULT 'wanted', asked TEXT,
        made TEXT, met TEXT, ended TEXT, follow_up TEXT, notes TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE rehearsal (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE DEFAULT (printf('%08x-%04x-7%03x-%04x-%012x',(unixepoch()*1000)>>16,(unixepoch()*1000)&65535,random()&4095,32768|(random()&16383),random()&281474976710655)),
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ','now')),
  updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ','now')),
  deleted_at TEXT,
  visibility TEXT NOT NULL DEFAULT 'shared' CHECK (visibility IN ('shared', 'private')), form TEXT NOT NULL, day TEXT NOT NULL, person_id INTEGER REFERENCES person(id),
        scores TEXT NOT NULL DEFAULT '', notes TEXT NOT NULL DEFAULT '', file TEXT NOT NULL DEFAULT '', size INTEGER, sha256 TEXT NOT NULL DEFAULT '') STRICT;
CREATE INDEX decision_open ON decision(review) WHERE ended IS NULL;
CREATE INDEX resource_open ON resource(state) WHERE ended IS NULL;
CREATE INDEX intro_follow ON intro(follow_up) WHERE follow_up IS NOT NULL;
CREATE INDEX intro_for ON intro(for_id) WHERE for_id IS NOT NULL;
CREATE INDEX rehearsal_day ON rehearsal(day);
CREATE TABLE role (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE DEFAULT (printf('%08x-%04x-7%03x-%04x-%012x',(unixepoch()*1000)>>16,(unixepoch()*1000)&65535,random()&4095,32768|(random()&16383),random()&281474976710655)),
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ','now')),
  updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ','now')),
  deleted_at TEXT,
  visibility TEXT NOT NULL DEFAULT 'shared' CHECK (visibility IN ('shared', 'private')), name TEXT NOT NULL, handle TEXT NOT NULL, family TEXT NOT NULL DEFAULT '',
        seniority INTEGER CHECK (seniority BETWEEN 1 AND 7), needs TEXT NOT NULL DEFAULT '', summary TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE aim (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE DEFAULT (printf('%08x-%04x-7%03x-%04x-%012x',(unixepoch()*1000)>>16,(unixepoch()*1000)&65535,random()&4095,32768|(random()&16383),random()&281474976710655)),
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ','now')),
  updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ','now')),
  deleted_at TEXT,
  visibility TEXT NOT NULL DEFAULT 'shared' CHECK (visibility IN ('shared', 'private')), what TEXT NOT NULL, stage TEXT NOT NULL, day TEXT NOT NULL, due TEXT, ended TEXT, why TEXT NOT NULL DEFAULT '',
        person_id INTEGER REFERENCES person(id)) STRICT;
CREATE TABLE position (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE DEFAULT (printf('%08x-%04x-7%03x-%04x-%012x',(unixepoch()*1000)>>16,(unixepoch()*1000)&65535,random()&4095,32768|(random()&16383),random()&281474976710655)),
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ','now')),
  updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ','now')),
  deleted_at TEXT,
  visibility TEXT NOT NULL DEFAULT 'shared' CHECK (visibility IN ('shared', 'private')), title TEXT NOT NULL, day TEXT NOT NULL, role TEXT NOT NULL DEFAULT '', organisation TEXT NOT NULL DEFAULT '', ended TEXT,
        person_id INTEGER REFERENCES person(id)) STRICT;
CREATE TABLE assessment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE DEFAULT (printf('%08x-%04x-7%03x-%04x-%012x',(unixepoch()*1000)>>16,(unixepoch()*1000)&65535,random()&4095,32768|(random()&16383),random()&281474976710655)),
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ','now')),
  updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ','now')),
  deleted_at TEXT,
  visibility TEXT NOT NULL DEFAULT 'shared' CHECK (visibility IN ('shared', 'private')), person_id INTEGER NOT NULL REFERENCES person(id), skill TEXT NOT NULL,
        level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 5), day TEXT NOT NULL, note TEXT NOT NULL DEFAULT '') STRICT;
CREATE UNIQUE INDEX role_handle ON role(handle) WHERE deleted_at IS NULL;
CREATE INDEX aim_open ON aim(day) WHERE ended IS NULL;
CREATE INDEX position_day ON position(day);
CREATE INDEX assessment_person ON assessment(person_id, day);
CREATE VIEW log AS SELECT tbl, row, uid, op, old, new FROM change;
CREATE VIEW words AS SELECT 0 AS kind, 0 AS id, '' AS was, '' AS now, '' AS text;
CREATE VIRTUAL TABLE words_shared USING fts5(text, tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE words_private USING fts5(text, tokenize = 'unicode61 remove_diacritics 2');
CREATE TRIGGER log_write INSTEAD OF INSERT ON log WHEN NEW.old IS NOT NEW.new BEGIN
  SELECT RAISE(ABORT, 'a record keeps its uid and its id, 1 to 999999999999')
    WHERE NEW.row NOT BETWEEN 1 AND 999999999999 OR NEW.op = 'update'
      AND (NEW.old ->> 'id', NEW.old ->> 'uid') IS NOT (NEW.new ->> 'id', NEW.new ->> 'uid');
  UPDATE journal SET counter = iif(CAST((julianday('now')-2440587.5)*86400000 AS INTEGER) > ms OR counter = 999999, 0, counter + 1),
    ms = max(ms + (counter = 999999), CAST((julianday('now')-2440587.5)*86400000 AS INTEGER)) WHERE applying = 0;
  INSERT INTO change (hlc, device, command, tbl, row, uid, op, old, new)
    SELECT printf('%015d-%06d-%s', ms, counter, device), device, command, NEW.tbl, NEW.row, NEW.uid, NEW.op,
      iif(NEW.op <> 'update', NEW.old, (SELECT json_group_object(key, NEW.old -> key)
        FROM json_each(NEW.old) WHERE (NEW.old -> key) IS NOT (NEW.new -> key))), iif(NEW.op <> 'update', NEW.new, (SELECT json_group_object(key, NEW.new -> key)
        FROM json_each(NEW.old) WHERE (NEW.old -> key) IS NOT (NEW.new -> key)))
    FROM journal WHERE applying = 0;
END;
CREATE TRIGGER words_write INSTEAD OF INSERT ON words BEGIN
  DELETE FROM words_shared WHERE rowid = NEW.kind << 40 | NEW.id AND NEW.was = 'shared';
  DELETE FROM words_private WHERE rowid = NEW.kind << 40 | NEW.id AND NEW.was = 'private';
  INSERT INTO words_shared (rowid, text)
    SELECT NEW.kind << 40 | NEW.id, NEW.text WHERE NEW.now = 'shared';
  INSERT INTO words_private (rowid, text)
    SELECT NEW.kind << 40 | NEW.id, NEW.text WHERE NEW.now = 'private';
END;
CREATE TRIGGER person_insert AFTER INSERT ON person BEGIN INSERT INTO log VALUES('person',NEW.id,NEW.uid,'insert',NULL,json_object('id',NEW.id,'uid',NEW.uid,'created_at',NEW.created_at,'updated_at',NEW.updated_at,'deleted_at',NEW.deleted_at,'visibility',NEW.visibility,'name',NEW.name,'handle',NEW.handle,'role',NEW.role,'email',NEW.email,'phone',NEW.phone,'organisation',NEW.organisation,'title',NEW.title,'links',NEW.links,'met',NEW.met,'introduced_by',NEW.introduced_by)); INSERT INTO words VALUES(0,NEW.id,'',iif(NEW.deleted_at IS NULL,NEW.visibility,''),NEW.name||'
'||NEW.handle||'
'||NEW.email||'
'||NEW.organisation||'
'||NEW.title||'
'||NEW.met); END;
CREATE TRIGGER person_update AFTER UPDATE ON person BEGIN INSERT INTO log VALUES('person',OLD.id,OLD.uid,'update',json_object('id',OLD.id,'uid',OLD.uid,'created_at',OLD.created_at,'updated_at',OLD.updated_at,'deleted_at',OLD.deleted_at,'visibility',OLD.visibility,'name',OLD.name,'handle',OLD.handle,'role',OLD.role,'email',OLD.email,'phone',OLD.phone,'organisation',OLD.organisation,'title',OLD.title,'links',OLD.links,'met',OLD.met,'introduced_by',OLD.introduced_by),json_object('id',NEW.id,'uid',NEW.uid,'created_at',NEW.created_at,'updated_at',NEW.updated_at,'deleted_at',NEW.deleted_at,'visibility',NEW.visibility,'name',NEW.name,'handle',NEW.handle,'role',NEW.role,'email',NEW.email,'phone',NEW.phone,'organisation',NEW.organisation,'title',NEW.title,'links',NEW.links,'met',NEW.met,'introduced_by',NEW.introduced_by)); END;
CREATE TRIGGER person_delete AFTER DELETE ON person BEGIN INSERT INTO log VALUES('person',OLD.id,OLD.uid,'delete',json_object('id',OLD.id,'uid',OLD.uid,'created_at',OLD.created_at,'updated_at',OLD.updated_at,'deleted_at',OLD.deleted_at,'visibility',OLD.visibility,'name',OLD.name,'handle',OLD.handle,'role',OLD.role,'email',OLD.email,'phone',OLD.phone,'organisation',OLD.organisation,'title',OLD.title,'links',OLD.links,'met',OLD.met,'introduced_by',OLD.introduced_by),NULL); INSERT INTO words VALUES(0,OLD.id,iif(OLD.deleted_at IS NULL,OLD.visibility,''),'',''); END;
CREATE TRIGGER person_words AFTER UPDATE OF name,handle,email,organisation,title,met,visibility,deleted_at ON person BEGIN INSERT INTO words VALUES(0,NEW.id,iif(OLD.deleted_at IS NULL,OLD.visibility,''),iif(NEW.deleted_at IS NULL,NEW.visibility,''),NEW.name||'
'||NEW.handle||'
'||NEW.email||'
'||NEW.organisation||'
'||NEW.title||'
'||NEW.met); END;
CREATE TRIGGER mentorship_insert AFTER INSERT ON mentorship BEGIN INSERT INTO log VALUES('mentorship',NEW.id,NEW.uid,'insert',NULL,json_object('id',NEW.id,'uid',NEW.uid,'created_at',NEW.created_at,'updated_at',NEW.updated_at,'deleted_at',NEW.deleted_at,'visibility',NEW.visibility,'person_id',NEW.person_id,'side',NEW.side,'purpose',NEW.purpose,'agreement',NEW.agreement,'cadence',NEW.cadence,'started',NEW.started,'ended',NEW.ended,'paused_until',NEW.paused_until)); INSERT INTO words VALUES(1,NEW.id,'',iif(NEW.deleted_at IS NULL,NEW.visibility,''),NEW.purpose||'
'||NEW.agreement); END;
CREATE TRIGGER mentorship_update AFTER UPDATE ON mentorship BEGIN INSERT INTO log VALUES('mentorship',OLD.id,OLD.uid,'update',json_object('id',OLD.id,'uid',OLD.uid,'created_at',OLD.created_at,'updated_at',OLD.updated_at,'deleted_at',OLD.deleted_at,'visibility',OLD.visibility,'person_id',OLD.person_id,'side',OLD.side,'purpose',OLD.purpose,'agreement',OLD.agreement,'cadence',OLD.cadence,'started',OLD.started,'ended',OLD.ended,'paused_until',OLD.paused_until),json_object('id',NEW.id,'uid',NEW.uid,'created_at',NEW.created_at,'updated_at',NEW.updated_at,'deleted_at',NEW.deleted_at,'visibility',NEW.visibility,'person_id',NEW.person_id,'side',NEW.side,'purpose',NEW.purpose,'agreement',NEW.agreement,'cadence',NEW.cadence,'started',NEW.started,'ended',NEW.ended,'paused_until',NEW.paused_until)); END;
CREATE TRIGGER mentorship_delete AFTER DELETE ON mentorship BEGIN INSERT INTO log VALUES('mentorship',OLD.id,OLD.uid,'delete',json_object('id',OLD.id,'uid',OLD.uid,'created_at',OLD.created_at,'updated_at',OLD.updated_at,'deleted_at',OLD.deleted_at,'visibility',OLD.visibility,'person_id',OLD.person_id,'side',OLD.side,'purpose',OLD.purpose,'agreement',OLD.agreement,'cadence',OLD.cadence,'started',OLD.started,'ended',OLD.ended,'paused_until',OLD.paused_until),NULL); INSERT INTO words VALUES(1,OLD.id,iif(OLD.deleted_at IS NULL,OLD.visibility,''),'',''); END;
CREATE TRIGGER mentorship_words AFTER UPDATE OF purpose,agreement,visibility,deleted_at ON mentorship BEGIN INSERT INTO words VALUES(1,NEW.id,iif(OLD.deleted_at IS NULL,OLD.visibility,''),iif(NEW.deleted_at IS NULL,NEW.visibility,''),NEW.purpose||'
'||NEW.agreement); END;
CREATE TRIGGER turn_insert AFTER INSERT ON turn BEGIN INSERT INTO log VALUES('turn',NEW.id,NEW.uid,'insert',NULL,json_object('id',NEW.id,'uid',NEW.uid,'created_at',NEW.created_at,'updated_at',NEW.updated_at,'deleted_at',NEW.deleted_at,'visibility',NEW.visibility,'mentorship_id',NEW.mentorship_id,'day',NEW.day,'aspect',NEW.aspect,'value',NEW.value,'why',NEW.why)); INSERT INTO words VALUES(2,NEW.id,'',iif(NEW.deleted_at IS NULL,NEW.visibility,''),NEW.value||'
'||NEW.why); END;
CREATE TRIGGER turn_update AFTER UPDATE ON turn BEGIN INSERT INTO log VALUES('turn',OLD.id,OLD.uid,'update',json_object('id',OLD.id,'uid',OLD.uid,'created_at',OLD.created_at,'updated_at',OLD.updated_at,'deleted_at',OLD.deleted_at,'visibility',OLD.visibility,'mentorship_id',OLD.mentorship_id,'day',OLD.day,'aspect',OLD.aspect,'value',OLD.value,'why',OLD.why),json_object('id',NEW.id,'uid',NEW.uid,'created_at',NEW.created_at,'updated_at',NEW.updated_at,'deleted_at',NEW.deleted_at,'visibility',NEW.visibility,'mentorship_id',NEW.mentorship_id,'day',NEW.day,'aspect',NEW.aspect,'value',NEW.value,'why',NEW.why)); END;
CREATE TRIGGER turn_delete AFTER DELETE ON turn BEGIN INSERT INTO log VALUES('turn',OLD.id,OLD.uid,'delete',json_object('id',OLD.id,'uid',OLD.uid,'created_at',OLD.created_at,'updated_at',OLD.updated_at,'deleted_at',OLD.deleted_at,'visibility',OLD.visibility,'mentorship_id',OLD.mentorship_id,'day',OLD.day,'aspect',OLD.aspect,'value',OLD.value,'why',OLD.why),NULL); INSERT INTO words VALUES(2,OLD.id,iif(OLD.deleted_at IS NULL,OLD.visibility,''),'',''); END;
CREATE TRIGGER turn_words AFTER UPDATE OF value,why,visibility,deleted_at ON turn BEGIN INSERT INTO words VALUES(2,NEW.id,iif(OLD.deleted_at IS NULL,OLD.visibility,''),iif(NEW.deleted_at IS NULL,NEW.visibility,''),NEW.value||'
'||NEW.why); END;
CREATE TRIGGER meeting_insert AFTER INSERT ON meeting BEGIN INSERT INTO log VALUES('meeting',NEW.id,NEW.uid,'insert',NULL,json_object('id',NEW.id,'uid',NEW.uid,'created_at',NEW.created_at,'updated_at',NEW.updated_at,'deleted_at',NEW.deleted_at,'visibility',NEW.visibility,'day',NEW.day,'time',NEW.time,'zone',NEW.zone,'starts_at',NEW.starts_at,'minutes',NEW.minutes,'kinds',NEW.kinds,'notes',NEW.notes,'template',NEW.template)); INSERT INTO words VALUES(3,NEW.id,'',iif(NEW.deleted_at IS NULL,NEW.visibility,''),NEW.notes); END;
CREATE TRIGGER meeting_update AFTER UPDATE ON meeting BEGIN INSERT INTO log VALUES('meeting',OLD.id,OLD.uid,'update',json_object('id',OLD.id,'uid',OLD.uid,'created_at',OLD.created_at,'updated_at',OLD.updated_at,'deleted_at',OLD.deleted_at,'visibility',OLD.visibility,'day',OLD.day,'time',OLD.time,'zone',OLD.zone,'starts_at',OLD.starts_at,'minutes',OLD.minutes,'kinds',OLD.kinds,'notes',OLD.notes,'template',OLD.template),json_object('id',NEW.id,'uid',NEW.uid,'created_at',NEW.created_at,'updated_at',NEW.updated_at,'deleted_at',NEW.deleted_at,'visibility',NEW.visibility,'day',NEW.day,'time',NEW.time,'zone',NEW.zone,'starts_at',NEW.starts_at,'minutes',NEW.minutes,'kinds',NEW.kinds,'notes',NEW.notes,'template',NEW.template)); END;
CREATE TRIGGER meeting_delete AFTER DELETE ON meeting BEGIN INSERT INTO log VALUES('meeting',OLD.id,OLD.uid,'delete',json_object('id',OLD.id,'uid',OLD.uid,'created_at',OLD.created_at,'updated_at',OLD.updated_at,'deleted_at',OLD.deleted_at,'visibility',OLD.visibility,'day',OLD.day,'time',OLD.time,'zone',OLD.zone,'starts_at',OLD.starts_at,'minutes',OLD.minutes,'kinds',OLD.kinds,'notes',OLD.notes,'template',OLD.template),NULL); INSERT INTO words VALUES(3,OLD.id,iif(OLD.deleted_at IS NULL,OLD.visibility,''),'',''); END;
CREATE TRIGGER meeting_words AFTER UPDATE OF notes,visibility,deleted_at ON meeting BEGIN INSERT INTO words VALUES(3,NEW.id,iif(OLD.deleted_at IS NULL,OLD.visibility,''),iif(NEW.deleted_at IS NULL,NEW.visibility,''),NEW.notes); END;
CREATE TRIGGER aside_insert AFTER INSERT ON aside BEGIN INSERT INTO log VALUES('aside',NEW.id,NEW.uid,'insert',NULL,json_object('id',NEW.id,'uid',NEW.uid,'created_at',NEW.created_at,'updated_at',NEW.updated_at,'deleted_at',NEW.deleted_at,'visibility',NEW.visibility,'meeting_id',NEW.meeting_id,'text',NEW.text)); INSERT INTO words VALUES(4,NEW.id,'',iif(NEW.deleted_at IS NULL,NEW.visibility,''),NEW.text); END;
CREATE TRIGGER aside_update AFTER UPDATE ON aside BEGIN INSERT INTO log VALUES('aside',OLD.id,OLD.uid,'update',json_object('id',OLD.id,'uid',OLD.uid,'created_at',OLD.created_at,'updated_at',OLD.updated_at,'deleted_at',OLD.deleted_at,'visibility',OLD.visibility,'meeting_id',OLD.meeting_id,'text',OLD.text),json_object('id',NEW.id,'uid',NEW.uid,'created_at',NEW.created_at,'updated_at',NEW.updated_at,'deleted_at',NEW.deleted_at,'visibility',NEW.visibility,'meeting_id',NEW.meeting_id,'text',NEW.text)); END;
CREATE TRIGGER aside_delete AFTER DELETE ON aside BEGIN INSERT INTO log VALUES('aside',OLD.id,OLD.uid,'delete',json_object('id',OLD.id,'uid',OLD.uid,'created_at',OLD.created_at,'updated_at',OLD.updated_at,'deleted_at',OLD.deleted_at,'visibility',OLD.visibility,'meeting_id',OLD.meeting_id,'text',OLD.text),NULL); INSERT INTO words VALUES(4,OLD.id,iif(OLD.deleted_at IS NULL,OLD.visibility,''),'',''); END;
CREATE TRIGGER aside_words AFTER UPDATE OF text,visibility,deleted_at ON aside BEGIN INSERT INTO words VALUES(4,NEW.id,iif(OLD.deleted_at IS NULL,OLD.visibility,''),iif(NEW.deleted_at IS NULL,NEW.visibility,''),NEW.text); END;
CREATE TRIGGER topic_insert AFTER INSERT ON topic BEGIN INSERT INTO log VALUES('topic',NEW.id,NEW.uid,'insert',NULL,json_object('id',NEW.id,'uid',NEW.uid,'created_at',NEW.created_at,'updated_at',NEW.updated_at,'deleted_at',NEW.deleted_at,'visibility',NEW.visibility,'person_id',NEW.person_id,'text',NEW.text,'raised',NEW.raised,'state',NEW.state,'closed',NEW.closed,'closed_in',NEW.closed_in,'why',NEW.why)); INSERT INTO words VALUES(5,NEW.id,'',iif(NEW.deleted_at IS NULL,NEW.visibility,''),NEW.text||'
'||NEW.why); END;
CREATE TRIGGER topic_update AFTER UPDATE ON topic BEGIN INSERT INTO log VALUES('topic',OLD.id,OLD.uid,'update',json_object('id',OLD.id,'uid',OLD.uid,'created_at',OLD.created_at,'updated_at',OLD.updated_at,'deleted_at',OLD.deleted_at,'visibility',OLD.visibility,'person_id',OLD.person_id,'text',OLD.text,'raised',OLD.raised,'state',OLD.state,'closed',OLD.closed,'closed_in',OLD.closed_in,'why',OLD.why),json_object('id',NEW.id,'uid',NEW.uid,'created_at',NEW.created_at,'updated_at',NEW.updated_at,'deleted_at',NEW.deleted_at,'visibility',NEW.visibility,'person_id',NEW.person_id,'text',NEW.text,'raised',NEW.raised,'state',NEW.state,'closed',NEW.closed,'closed_in',NEW.closed_in,'why',NEW.why)); END;
CREATE TRIGGER topic_delete AFTER DELETE ON topic BEGIN INSERT INTO log VALUES('topic',OLD.id,OLD.uid,'delete',json_object('id',OLD.id,'uid',OLD.uid,'created_at',OLD.created_at,'updated_at',OLD.updated_at,'deleted_at',OLD.deleted_at,'visibility',OLD.visibility,'person_id',OLD.person_id,'text',OLD.text,'raised',OLD.raised,'state',OLD.state,'closed',OLD.closed,'closed_in',OLD.closed_in,'why',OLD.why),NULL); INSERT INTO words VALUES(5,OLD.id,iif(OLD.deleted_at IS NULL,OLD.visibility,''),'',''); END;
CREATE TRIGGER topic_words AFTER UPDATE OF text,why,visibility,deleted_at ON topic BEGIN INSERT INTO words VALUES(5,NEW.id,iif(OLD.deleted_at IS NULL,OLD.visibility,''),iif(NEW.deleted_at IS NULL,NEW.visibility,''),NEW.text||'
'||NEW.why); END;
CREATE TRIGGER action_insert AFTER INSERT ON action BEGIN INSERT INTO log VALUES('action',NEW.id,NEW.uid,'insert',NULL,json_object('id',NEW.id,'uid',NEW.uid,'created_at',NEW.created_at,'updated_at',NEW.updated_at,'deleted_at',NEW.deleted_at,'visibility',NEW.visibility,'text',NEW.text,'owner_id',NEW.owner_id,'person_id',NEW.person_id,'goal_id',NEW.goal_id,'skill_id',NEW.skill_id,'due',NEW.due,'state',NEW.state,'ended',NEW.ended,'why',NEW.why,'snoozes',NEW.snoozes)); INSERT INTO words VALUES(6,NEW.id,'',iif(NEW.deleted_at IS NULL,NEW.visibility,''),NEW.text||'
'||NEW.why); END;
CREATE TRIGGER action_update AFTER UPDATE ON action BEGIN INSERT INTO log VALUES('action',OLD.id,OLD.uid,'update',json_object('id',OLD.id,'uid',OLD.uid,'created_at',OLD.created_at,'updated_at',OLD.updated_at,'deleted_at',OLD.deleted_at,'visibility',OLD.visibility,'text',OLD.text,'owner_id',OLD.owner_id,'person_id',OLD.person_id,'goal_id',OLD.goal_id,'skill_id',OLD.skill_id,'due',OLD.due,'state',OLD.state,'ended',OLD.ended,'why',OLD.why,'snoozes',OLD.snoozes),json_object('id',NEW.id,'uid',NEW.uid,'created_at',NEW.created_at,'updated_at',NEW.updated_at,'deleted_at',NEW.deleted_at,'visibility',NEW.visibility,'text',NEW.text,'owner_id',NEW.owner_id,'person_id',NEW.person_id,'goal_id',NEW.goal_id,'skill_id',NEW.skill_id,'due',NEW.due,'state',NEW.state,'ended',NEW.ended,'why',NEW.why,'snoozes',NEW.snoozes)); END;
CREATE TRIGGER action_delete AFTER DELETE ON action BEGIN INSERT INTO log VALUES('action',OLD.id,OLD.uid,'delete',json_object('id',OLD.id,'uid',OLD.uid,'created_at',OLD.created_at,'updated_at',OLD.updated_at,'deleted_at',OLD.deleted_at,'visibility',OLD.visibility,'text',OLD.text,'owner_id',OLD.owner_id,'person_id',OLD.person_id,'goal_id',OLD.goal_id,'skill_id',OLD.skill_id,'due',OLD.due,'state',OLD.state,'ended',OLD.ended,'why',OLD.why,'snoozes',OLD.snoozes),NULL); INSERT INTO words VALUES(6,OLD.id,iif(OLD.deleted_at IS NULL,OLD.visibility,''),'',''); END;
CREATE TRIGGER action_words AFTER UPDATE OF text,why,visibility,deleted_at ON action BEGIN INSERT INTO words VALUES(6,NEW.id,iif(OLD.deleted_at IS NULL,OLD.visibility,''),iif(NEW.deleted_at IS NULL,NEW.visibility,''),NEW.text||'
'||NEW.why); END;
CREATE TRIGGER goal_insert AFTER INSERT ON goal BEGIN INSERT INTO log VALUES('goal',NEW.id,NEW.uid,'insert',NULL,json_object('id',NEW.id,'uid',NEW.uid,'created_at',NEW.created_at,'updated_at',NEW.updated_at,'deleted_at',NEW.deleted_at,'visibility',NEW.visibility,'title',NEW.title,'why',NEW.why,'done_when',NEW.done_when,'due',NEW.due,'person_id',NEW.person_id,'role',NEW.role,'measure',NEW.measure,'target',NEW.target,'state',NEW.state,'state_why',NEW.state_why,'started',NEW.started,'ended',NEW.ended)); INSERT INTO words VALUES(7,NEW.id,'',iif(NEW.deleted_at IS NULL,NEW.visibility,''),NEW.title||'
'||NEW.why||'
'||NEW.done_when||'
'||NEW.state_why||'
'||NEW.role); END;
CREATE TRIGGER goal_update AFTER UPDATE ON goal BEGIN INSERT INTO log VALUES('goal',OLD.id,OLD.uid,'update',json_object('id',OLD.id,'uid',OLD.uid,'created_at',OLD.created_at,'updated_at',OLD.updated_at,'deleted_at',OLD.deleted_at,'visibility',OLD.visibility,'title',OLD.title,'why',OLD.why,'done_when',OLD.done_when,'due',OLD.due,'person_id',OLD.person_id,'role',OLD.role,'measure',OLD.measure,'target',OLD.target,'state',OLD.state,'state_why',OLD.state_why,'started',OLD.started,'ended',OLD.ended),json_object('id',NEW.id,'uid',NEW.uid,'created_at',NEW.created_at,'updated_at',NEW.updated_at,'deleted_at',NEW.deleted_at,'visibility',NEW.visibility,'title',NEW.title,'why',NEW.why,'done_when',NEW.done_when,'due',NEW.due,'person_id',NEW.person_id,'role',NEW.role,'measure',NEW.measure,'target',NEW.target,'state',NEW.state,'state_why',NEW.state_why,'started',NEW.started,'ended',NEW.ended)); END;
CREATE TRIGGER goal_delete AFTER DELETE ON goal BEGIN INSERT INTO log VALUES('goal',OLD.id,OLD.uid,'delete',json_object('id',OLD.id,'uid',OLD.uid,'created_at',OLD.created_at,'updated_at',OLD.updated_at,'deleted_at',OLD.deleted_at,'visibility',OLD.visibility,'title',OLD.title,'why',OLD.why,'done_when',OLD.done_when,'due',OLD.due,'person_id',OLD.person_id,'role',OLD.role,'measure',OLD.measure,'target',OLD.target,'state',OLD.state,'state_why',OLD.state_why,'started',OLD.started,'ended',OLD.ended),NULL); INSERT INTO words VALUES(7,OLD.id,iif(OLD.deleted_at IS NULL,OLD.visibility,''),'',''); END;
CREATE TRIGGER goal_words AFTER UPDATE OF title,why,done_when,state_why,role,visibility,deleted_at ON goal BEGIN INSERT INTO words VALUES(7,NEW.id,iif(OLD.deleted_at IS NULL,OLD.visibility,''),iif(NEW.deleted_at IS NULL,NEW.visibility,''),NEW.title||'
'||NEW.why||'
'||NEW.done_when||'
'||NEW.state_why||'
'||NEW.role); END;
CREATE TRIGGER step_insert AFTER INSERT ON step BEGIN INSERT INTO log VALUES('step',NEW.id,NEW.uid,'insert',NULL,json_object('id',NEW.id,'uid',NEW.uid,'created_at',NEW.created_at,'updated_at',NEW.updated_at,'deleted_at',NEW.deleted_at,'visibility',NEW.visibility,'goal_id',NEW.goal_id,'text',NEW.text,'position',NEW.position,'due',NEW.due,'done',NEW.done)); INSERT INTO words VALUES(8,NEW.id,'',iif(NEW.deleted_at IS NULL,NEW.visibility,''),NEW.text); END;
CREATE TRIGGER step_update AFTER UPDATE ON step BEGIN INSERT INTO log VALUES('step',OLD.id,OLD.uid,'update',json_object('id',OLD.id,'uid',OLD.uid,'created_at',OLD.created_at,'updated_at',OLD.updated_at,'deleted_at',OLD.deleted_at,'visibility',OLD.visibility,'goal_id',OLD.goal_id,'text',OLD.text,'position',OLD.position,'due',OLD.due,'done',OLD.done),json_object('id',NEW.id,'uid',NEW.uid,'created_at',NEW.created_at,'updated_at',NEW.updated_at,'deleted_at',NEW.deleted_at,'visibility',NEW.visibility,'goal_id',NEW.goal_id,'text',NEW.text,'position',NEW.position,'due',NEW.due,'done',NEW.done)); END;
CREATE TRIGGER step_delete AFTER DELETE ON step BEGIN INSERT INTO log VALUES('step',OLD.id,OLD.uid,'delete',json_object('id',OLD.id,'uid',OLD.uid,'created_at',OLD.created_at,'updated_at',OLD.updated_at,'deleted_at',OLD.deleted_at,'visibility',OLD.visibility,'goal_id',OLD.goal_id,'text',OLD.text,'position',OLD.position,'due',OLD.due,'done',OLD.done),NULL); INSERT INTO words VALUES(8,OLD.id,iif(OLD.deleted_at IS NULL,OLD.visibility,''),'',''); END;
CREATE TRIGGER step_words AFTER UPDATE OF text,visibility,deleted_at ON step BEGIN INSERT INTO words VALUES(8,NEW.id,iif(OLD.deleted_at IS NULL,OLD.visibility,''),iif(NEW.deleted_at IS NULL,NEW.visibility,''),NEW.text); END;
CREATE TRIGGER progress_insert AFTER INSERT ON progress BEGIN INSERT INTO log VALUES('progress',NEW.id,NEW.uid,'insert',NULL,json_object('id',NEW.id,'uid',NEW.uid,'created_at',NEW.created_at,'updated_at',NEW.updated_at,'deleted_at',NEW.deleted_at,'visibility',NEW.visibility,'goal_id',NEW.goal_id,'day',NEW.day,'value',NEW.value,'note',NEW.note)); INSERT INTO words VALUES(9,NEW.id,'',iif(NEW.deleted_at IS NULL,NEW.visibility,''),NEW.note); END;
CREATE TRIGGER progress_update AFTER UPDATE ON progress BEGIN INSERT INTO log VALUES('progress',OLD.id,OLD.uid,'update',json_object('id',OLD.id,'uid',OLD.uid,'created_at',OLD.created_at,'updated_at',OLD.updated_at,'deleted_at',OLD.deleted_at,'visibility',OLD.visibility,'goal_id',OLD.goal_id,'day',OLD.day,'value',OLD.value,'note',OLD.note),json_object('id',NEW.id,'uid',NEW.uid,'created_at',NEW.created_at,'updated_at',NEW.updated_at,'deleted_at',NEW.deleted_at,'visibility',NEW.visibility,'goal_id',NEW.goal_id,'day',NEW.day,'value',NEW.value,'note',NEW.note)); END;
CREATE TRIGGER progress_delete AFTER DELETE ON progress BEGIN INSERT INTO log VALUES('progress',OLD.id,OLD.uid,'delete',json_object('id',OLD.id,'uid',OLD.uid,'created_at',OLD.created_at,'updated_at',OLD.updated_at,'deleted_at',OLD.deleted_at,'visibility',OLD.visibility,'goal_id',OLD.goal_id,'day',OLD.day,'value',OLD.value,'note',OLD.note),NULL); INSERT INTO words VALUES(9,OLD.id,iif(OLD.deleted_at IS NULL,OLD.visibility,''),'',''); END;
CREATE TRIGGER progress_words AFTER UPDATE OF note,visibility,deleted_at ON progress BEGIN INSERT INTO words VALUES(9,NEW.id,iif(OLD.deleted_at IS NULL,OLD.visibility,''),iif(NEW.deleted_at IS NULL,NEW.visibility,''),NEW.note); END;
CREATE TRIGGER feedback_insert AFTER INSERT ON feedback BEGIN INSERT INTO log VALUES('feedback',NEW.id,NEW.uid,'insert',NULL,json_object('id',NEW.id,'uid',NEW.uid,'created_at',NEW.created_at,'updated_at',NEW.updated_at,'deleted_at',NEW.deleted_at,'visibility',NEW.visibility,'from_id',NEW.from_id,'to_id',NEW.to_id,'day',NEW.day,'tone',NEW.tone,'situation',NEW.situation,'behaviour',NEW.behaviour,'impact',NEW.impact,'intent',NEW.intent,'theme',NEW.theme,'skill_id',NEW.skill_id,'delivered',NEW.delivered)); INSERT INTO words VALUES(10,NEW.id,'',iif(NEW.deleted_at IS NULL,NEW.visibility,''),NEW.situation||'
'||NEW.behaviour||'
'||NEW.impact||'
'||NEW.intent||'
'||NEW.theme); END;
CREATE TRIGGER feedback_update AFTER UPDATE ON feedback BEGIN INSERT INTO log VALUES('feedback',OLD.id,OLD.uid,'update',json_object('id',OLD.id,'uid',OLD.uid,'created_at',OLD.created_at,'updated_at',OLD.updated_at,'deleted_at',OLD.deleted_at,'visibility',OLD.visibility,'from_id',OLD.from_id,'to_id',OLD.to_id,'day',OLD.day,'tone',OLD.tone,'situation',OLD.situation,'behaviour',OLD.behaviour,'impact',OLD.impact,'intent',OLD.intent,'theme',OLD.theme,'skill_id',OLD.skill_id,'delivered',OLD.delivered),json_object('id',NEW.id,'uid',NEW.uid,'created_at',NEW.created_at,'updated_at',NEW.updated_at,'deleted_at',NEW.deleted_at,'visibility',NEW.visibility,'from_id',NEW.from_id,'to_id',NEW.to_id,'day',NEW.day,'tone',NEW.tone,'situation',NEW.situation,'behaviour',NEW.behaviour,'impact',NEW.impact,'intent',NEW.intent,'theme',NEW.theme,'skill_id',NEW.skill_id,'delivered',NEW.delivered)); END;
CREATE TRIGGER feedback_delete AFTER DELETE ON feedback BEGIN INSERT INTO log VALUES('feedback',OLD.id,OLD.uid,'delete',json_object('id',OLD.id,'uid',OLD.uid,'created_at',OLD.created_at,'updated_at',OLD.updated_at,'deleted_at',OLD.deleted_at,'visibility',OLD.visibility,'from_id',OLD.from_id,'to_id',OLD.to_id,'day',OLD.day,'tone',OLD.tone,'situation',OLD.situation,'behaviour',OLD.behaviour,'impact',OLD.impact,'intent',OLD.intent,'theme',OLD.theme,'skill_id',OLD.skill_id,'delivered',OLD.delivered),NULL); INSERT INTO words VALUES(10,OLD.id,iif(OLD.deleted_at IS NULL,OLD.visibility,''),'',''); END;
CREATE TRIGGER feedback_words AFTER UPDATE OF situation,behaviour,impact,intent,theme,visibility,deleted_at ON feedback BEGIN INSERT INTO words VALUES(10,NEW.id,iif(OLD.deleted_at IS NULL,OLD.visibility,''),iif(NEW.deleted_at IS NULL,NEW.visibility,''),NEW.situation||'
'||NEW.behaviour||'
'||NEW.impact||'
'||NEW.intent||'
'||NEW.theme); END;
CREATE TRIGGER skill_insert AFTER INSERT ON skill BEGIN INSERT INTO log VALUES('skill',NEW.id,NEW.uid,'insert',NULL,json_object('id',NEW.id,'uid',NEW.uid,'created_at',NEW.created_at,'updated_at',NEW.updated_at,'deleted_at',NEW.deleted_at,'visibility',NEW.visibility,'name',NEW.name,'handle',NEW.handle,'category',NEW.category,'aliases',NEW.aliases,'target',NEW.target)); INSERT INTO words VALUES(11,NEW.id,'',iif(NEW.deleted_at IS NULL,NEW.visibility,''),NEW.name||'
'||NEW.handle||'
'||NEW.aliases||'
'||NEW.category); END;
CREATE TRIGGER skill_update AFTER UPDATE ON skill BEGIN INSERT INTO log VALUES('skill',OLD.id,OLD.uid,'update',json_object('id',OLD.id,'uid',OLD.uid,'created_at',OLD.created_at,'updated_at',OLD.updated_at,'deleted_at',OLD.deleted_at,'visibility',OLD.visibility,'name',OLD.name,'handle',OLD.handle,'category',OLD.category,'aliases',OLD.aliases,'target',OLD.target),json_object('id',NEW.id,'uid',NEW.uid,'created_at',NEW.created_at,'updated_at',NEW.updated_at,'deleted_at',NEW.deleted_at,'visibility',NEW.visibility,'name',NEW.name,'handle',NEW.handle,'category',NEW.category,'aliases',NEW.aliases,'target',NEW.target)); END;
CREATE TRIGGER skill_delete AFTER DELETE ON skill BEGIN INSERT INTO log VALUES('skill',OLD.id,OLD.uid,'delete',json_object('id',OLD.id,'uid',OLD.uid,'created_at',OLD.created_at,'updated_at',OLD.updated_at,'deleted_at',OLD.deleted_at,'visibility',OLD.visibility,'name',OLD.name,'handle',OLD.handle,'category',OLD.category,'aliases',OLD.aliases,'target',OLD.target),NULL); INSERT INTO words VALUES(11,OLD.id,iif(OLD.deleted_at IS NULL,OLD.visibility,''),'',''); END;
CREATE TRIGGER skill_words AFTER UPDATE OF name,handle,aliases,category,visibility,deleted_at ON skill BEGIN INSERT INTO words VALUES(11,NEW.id,iif(OLD.deleted_at IS NULL,OLD.visibility,''),iif(NEW.deleted_at IS NULL,NEW.visibility,''),NEW.name||'
'||NEW.handle||'
'||NEW.aliases||'
'||NEW.category); END;
CREATE TRIGGER rating_insert AFTER INSERT ON rating BEGIN INSERT INTO log VALUES('rating',NEW.id,NEW.uid,'insert',NULL,json_object('id',NEW.id,'uid',NEW.uid,'created_at',NEW.created_at,'updated_at',NEW.updated_at,'deleted_at',NEW.deleted_at,'visibility',NEW.visibility,'skill_id',NEW.skill_id,'level',NEW.level,'day',NEW.day,'by_id',NEW.by_id,'note',NEW.note)); INSERT INTO words VALUES(12,NEW.id,'',iif(NEW.deleted_at IS NULL,NEW.visibility,''),NEW.note); END;
CREATE TRIGGER rating_update AFTER UPDATE ON rating BEGIN INSERT INTO log VALUES('rating',OLD.id,OLD.uid,'update',json_object('id',OLD.id,'uid',OLD.uid,'created_at',OLD.created_at,'updated_at',OLD.updated_at,'deleted_at',OLD.deleted_at,'visibility',OLD.visibility,'skill_id',OLD.skill_id,'level',OLD.level,'day',OLD.day,'by_id',OLD.by_id,'note',OLD.note),json_object('id',NEW.id,'uid',NEW.uid,'created_at',NEW.created_at,'updated_at',NEW.updated_at,'deleted_at',NEW.deleted_at,'visibility',NEW.visibility,'skill_id',NEW.skill_id,'level',NEW.level,'day',NEW.day,'by_id',NEW.by_id,'note',NEW.note)); END;
CREATE TRIGGER rating_delete AFTER DELETE ON rating BEGIN INSERT INTO log VALUES('rating',OLD.id,OLD.uid,'delete',json_object('id',OLD.id,'uid',OLD.uid,'created_at',OLD.created_at,'updated_at',OLD.updated_at,'deleted_at',OLD.deleted_at,'visibility',OLD.visibility,'skill_id',OLD.skill_id,'level',OLD.level,'day',OLD.day,'by_id',OLD.by_id,'note',OLD.note),NULL); INSERT INTO words VALUES(12,OLD.id,iif(OLD.deleted_at IS NULL,OLD.visibility,''),'',''); END;
CREATE TRIGGER rating_words AFTER UPDATE OF note,visibility,deleted_at ON rating BEGIN INSERT INTO words VALUES(12,NEW.id,iif(OLD.deleted_at IS NULL,OLD.visibility,''),iif(NEW.deleted_at IS NULL,NEW.visibility,''),NEW.note); END;
CREATE TRIGGER note_insert AFTER INSERT ON note BEGIN INSERT INTO log VALUES('note',NEW.id,NEW.uid,'insert',NULL,json_object('id',NEW.id,'uid',NEW.uid,'created_at',NEW.created_at,'updated_at',NEW.updated_at,'deleted_at',NEW.deleted_at,'visibility',NEW.visibility,'text',NEW.text,'day',NEW.day,'kinds',NEW.kinds,'revisit',NEW.revisit)); INSERT INTO words VALUES(13,NEW.id,'',iif(NEW.deleted_at IS NULL,NEW.visibility,''),NEW.text); END;
CREATE TRIGGER note_update AFTER UPDATE ON note BEGIN INSERT INTO log VALUES('note',OLD.id,OLD.uid,'update',json_object('id',OLD.id,'uid',OLD.uid,'created_at',OLD.created_at,'updated_at',OLD.updated_at,'deleted_at',OLD.deleted_at,'visibility',OLD.visibility,'text',OLD.text,'day',OLD.day,'kinds',OLD.kinds,'revisit',OLD.revisit),json_object('id',NEW.id,'uid',NEW.uid,'created_at',NEW.created_at,'updated_at',NEW.updated_at,'deleted_at',NEW.deleted_at,'visibility',NEW.visibility,'text',NEW.text,'day',NEW.day,'kinds',NEW.kinds,'revisit',NEW.revisit)); END;
CREATE TRIGGER note_delete AFTER DELETE ON note BEGIN INSERT INTO log VALUES('note',OLD.id,OLD.uid,'delete',json_object('id',OLD.id,'uid',OLD.uid,'created_at',OLD.created_at,'updated_at',OLD.updated_at,'deleted_at',OLD.deleted_at,'visibility',OLD.visibility,'text',OLD.text,'day',OLD.day,'kinds',OLD.kinds,'revisit',OLD.revisit),NULL); INSERT INTO words VALUES(13,OLD.id,iif(OLD.deleted_at IS NULL,OLD.visibility,''),'',''); END;
CREATE TRIGGER note_words AFTER UPDATE OF text,visibility,deleted_at ON note BEGIN INSERT INTO words VALUES(13,NEW.id,iif(OLD.deleted_at IS NULL,OLD.visibility,''),iif(NEW.deleted_at IS NULL,NEW.visibility,''),NEW.text); END;
CREATE TRIGGER win_insert AFTER INSERT ON win BEGIN INSERT INTO log VALUES('win',NEW.id,NEW.uid,'insert',NULL,json_object('id',NEW.id,'uid',NEW.uid,'created_at',NEW.created_at,'updated_at',NEW.updated_at,'deleted_at',NEW.deleted_at,'visibility',NEW.visibility,'text',NEW.text,'day',NEW.day,'impact',NEW.impact,'story_situation',NEW.story_situation,'story_task',NEW.story_task,'story_action',NEW.story_action,'story_result',NEW.story_result)); INSERT INTO words VALUES(14,NEW.id,'',iif(NEW.deleted_at IS NULL,NEW.visibility,''),NEW.text||'
'||NEW.impact||'
'||NEW.story_situation||'
'||NEW.story_task||'
'||NEW.story_action||'
'||NEW.story_result); END;
CREATE TRIGGER win_update AFTER UPDATE ON win BEGIN INSERT INTO log VALUES('win',OLD.id,OLD.uid,'update',json_object('id',OLD.id,'uid',OLD.uid,'created_at',OLD.created_at,'updated_at',OLD.updated_at,'deleted_at',OLD.deleted_at,'visibility',OLD.visibility,'text',OLD.text,'day',OLD.day,'impact',OLD.impact,'story_situation',OLD.story_situation,'story_task',OLD.story_task,'story_action',OLD.story_action,'story_result',OLD.story_result),json_object('id',NEW.id,'uid',NEW.uid,'created_at',NEW.created_at,'updated_at',NEW.updated_at,'deleted_at',NEW.deleted_at,'visibility',NEW.visibility,'text',NEW.text,'day',NEW.day,'impact',NEW.impact,'story_situation',NEW.story_situation,'story_task',NEW.story_task,'story_action',NEW.story_action,'story_result',NEW.story_result)); END;
CREATE TRIGGER win_delete AFTER DELETE ON win BEGIN INSERT INTO log VALUES('win',OLD.id,OLD.uid,'delete',json_object('id',OLD.id,'uid',OLD.uid,'created_at',OLD.created_at,'updated_at',OLD.updated_at,'deleted_at',OLD.deleted_at,'visibility',OLD.visibility,'text',OLD.text,'day',OLD.day,'impact',OLD.impact,'story_situation',OLD.story_situation,'story_task',OLD.story_task,'story_action',OLD.story_action,'story_result',OLD.story_result),NULL); INSERT INTO words VALUES(14,OLD.id,iif(OLD.deleted_at IS NULL,OLD.visibility,''),'',''); END;
CREATE TRIGGER win_words AFTER UPDATE OF text,impact,story_situation,story_task,story_action,story_result,visibility,deleted_at ON win BEGIN INSERT INTO words VALUES(14,NEW.id,iif(OLD.deleted_at IS NULL,OLD.visibility,''),iif(NEW.deleted_at IS NULL,NEW.visibility,''),NEW.text||'
'||NEW.impact||'
'||NEW.story_situation||'
'||NEW.story_task||'
'||NEW.story_action||'
'||NEW.story_result); END;
CREATE TRIGGER decision_insert AFTER INSERT ON decision BEGIN INSERT INTO log VALUES('decision',NEW.id,NEW.uid,'insert',NULL,json_object('id',NEW.id,'uid',NEW.uid,'created_at',NEW.created_at,'updated_at',NEW.updated_at,'deleted_at',NEW.deleted_at,'visibility',NEW.visibility,'question',NEW.question,'day',NEW.day,'options',NEW.options,'chosen',NEW.chosen,'expectation',NEW.expectation,'review',NEW.review,'outcome',NEW.outcome,'state',NEW.state,'decided',NEW.decided,'ended',NEW.ended,'why',NEW.why)); INSERT INTO words VALUES(17,NEW.id,'',iif(NEW.deleted_at IS NULL,NEW.visibility,''),NEW.question||'
'||NEW.options||'
'||NEW.expectation||'
'||NEW.outcome||'
'||NEW.why); END;
CREATE TRIGGER decision_update AFTER UPDATE ON decision BEGIN INSERT INTO log VALUES('decision',OLD.id,OLD.uid,'update',json_object('id',OLD.id,'uid',OLD.uid,'created_at',OLD.created_at,'updated_at',OLD.updated_at,'deleted_at',OLD.deleted_at,'visibility',OLD.visibility,'question',OLD.question,'day',OLD.day,'options',OLD.options,'chosen',OLD.chosen,'expectation',OLD.expectation,'review',OLD.review,'outcome',OLD.outcome,'state',OLD.state,'decided',OLD.decided,'ended',OLD.ended,'why',OLD.why),json_object('id',NEW.id,'uid',NEW.uid,'created_at',NEW.created_at,'updated_at',NEW.updated_at,'deleted_at',NEW.deleted_at,'visibility',NEW.visibility,'question',NEW.question,'day',NEW.day,'options',NEW.options,'chosen',NEW.chosen,'expectation',NEW.expectation,'review',NEW.review,'outcome',NEW.outcome,'state',NEW.state,'decided',NEW.decided,'ended',NEW.ended,'why',NEW.why)); END;
CREATE TRIGGER decision_delete AFTER DELETE ON decision BEGIN INSERT INTO log VALUES('decision',OLD.id,OLD.uid,'delete',json_object('id',OLD.id,'uid',OLD.uid,'created_at',OLD.created_at,'updated_at',OLD.updated_at,'deleted_at',OLD.deleted_at,'visibility',OLD.visibility,'question',OLD.question,'day',OLD.day,'options',OLD.options,'chosen',OLD.chosen,'expectation',OLD.expectation,'review',OLD.review,'outcome',OLD.outcome,'state',OLD.state,'decided',OLD.decided,'ended',OLD.ended,'why',OLD.why),NULL); INSERT INTO words VALUES(17,OLD.id,iif(OLD.deleted_at IS NULL,OLD.visibility,''),'',''); END;
CREATE TRIGGER decision_words AFTER UPDATE OF question,options,expectation,outcome,why,visibility,deleted_at ON decision BEGIN INSERT INTO words VALUES(17,NEW.id,iif(OLD.deleted_at IS NULL,OLD.visibility,''),iif(NEW.deleted_at IS NULL,NEW.visibility,''),NEW.question||'
'||NEW.options||'
'||NEW.expectation||'
'||NEW.outcome||'
'||NEW.why); END;
CREATE TRIGGER resource_insert AFTER INSERT ON resource BEGIN INSERT INTO log VALUES('resource',NEW.id,NEW.uid,'insert',NULL,json_object('id',NEW.id,'uid',NEW.uid,'created_at',NEW.created_at,'updated_at',NEW.updated_at,'deleted_at',NEW.deleted_at,'visibility',NEW.visibility,'title',NEW.title,'url',NEW.url,'form',NEW.form,'skill_id',NEW.skill_id,'from_id',NEW.from_id,'state',NEW.state,'started',NEW.started,'ended',NEW.ended,'verdict',NEW.verdict,'why',NEW.why)); INSERT INTO words VALUES(18,NEW.id,'',iif(NEW.deleted_at IS NULL,NEW.visibility,''),NEW.title||'
'||NEW.url||'
'||NEW.verdict||'
'||NEW.why); END;
CREATE TRIGGER resource_update AFTER UPDATE ON resource BEGIN INSERT INTO log VALUES('resource',OLD.id,OLD.uid,'update',json_object('id',OLD.id,'uid',OLD.uid,'created_at',OLD.created_at,'updated_at',OLD.updated_at,'deleted_at',OLD.deleted_at,'visibility',OLD.visibility,'title',OLD.title,'url',OLD.url,'form',OLD.form,'skill_id',OLD.skill_id,'from_id',OLD.from_id,'state',OLD.state,'started',OLD.started,'ended',OLD.ended,'verdict',OLD.verdict,'why',OLD.why),json_object('id',NEW.id,'uid',NEW.uid,'created_at',NEW.created_at,'updated_at',NEW.updated_at,'deleted_at',NEW.deleted_at,'visibility',NEW.visibility,'title',NEW.title,'url',NEW.url,'form',NEW.form,'skill_id',NEW.skill_id,'from_id',NEW.from_id,'state',NEW.state,'started',NEW.started,'ended',NEW.ended,'verdict',NEW.verdict,'why',NEW.why)); END;
CREATE TRIGGER resource_delete AFTER DELETE ON resource BEGIN INSERT INTO log VALUES('resource',OLD.id,OLD.uid,'delete',json_object('id',OLD.id,'uid',OLD.uid,'created_at',OLD.created_at,'updated_at',OLD.updated_at,'deleted_at',OLD.deleted_at,'visibility',OLD.visibility,'title',OLD.title,'url',OLD.url,'form',OLD.form,'skill_id',OLD.skill_id,'from_id',OLD.from_id,'state',OLD.state,'started',OLD.started,'ended',OLD.ended,'verdict',OLD.verdict,'why',OLD.why),NULL); INSERT INTO words VALUES(18,OLD.id,iif(OLD.deleted_at IS NULL,OLD.visibility,''),'',''); END;
CREATE TRIGGER resource_words AFTER UPDATE OF title,url,verdict,why,visibility,deleted_at ON resource BEGIN INSERT INTO words VALUES(18,NEW.id,iif(OLD.deleted_at IS NULL,OLD.visibility,''),iif(NEW.deleted_at IS NULL,NEW.visibility,''),NEW.title||'
'||NEW.url||'
'||NEW.verdict||'
'||NEW.why); END;
CREATE TRIGGER intro_insert AFTER INSERT ON intro BEGIN INSERT INTO log VALUES('intro',NEW.id,NEW.uid,'insert',NULL,json_object('id',NEW.id,'uid',NEW.uid,'created_at',NEW.created_at,'updated_at',NEW.updated_at,'deleted_at',NEW.deleted_at,'visibility',NEW.visibility,'name',NEW.name,'who_id',NEW.who_id,'via_id',NEW.via_id,'for_id',NEW.for_id,'why',NEW.why,'state',NEW.state,'asked',NEW.asked,'made',NEW.made,'met',NEW.met,'ended',NEW.ended,'follow_up',NEW.follow_up,'notes',NEW.notes)); INSERT INTO words VALUES(19,NEW.id,'',iif(NEW.deleted_at IS NULL,NEW.visibility,''),NEW.name||'
'||NEW.why||'
'||NEW.notes); END;
CREATE TRIGGER intro_update AFTER UPDATE ON intro BEGIN INSERT INTO log VALUES('intro',OLD.id,OLD.uid,'update',json_object('id',OLD.id,'uid',OLD.uid,'created_at',OLD.created_at,'updated_at',OLD.updated_at,'deleted_at',OLD.deleted_at,'visibility',OLD.visibility,'name',OLD.name,'who_id',OLD.who_id,'via_id',OLD.via_id,'for_id',OLD.for_id,'why',OLD.why,'state',OLD.state,'asked',OLD.asked,'made',OLD.made,'met',OLD.met,'ended',OLD.ended,'follow_up',OLD.follow_up,'notes',OLD.notes),json_object('id',NEW.id,'uid',NEW.uid,'created_at',NEW.created_at,'updated_at',NEW.updated_at,'deleted_at',NEW.deleted_at,'visibility',NEW.visibility,'name',NEW.name,'who_id',NEW.who_id,'via_id',NEW.via_id,'for_id',NEW.for_id,'why',NEW.why,'state',NEW.state,'asked',NEW.asked,'made',NEW.made,'met',NEW.met,'ended',NEW.ended,'follow_up',NEW.follow_up,'notes',NEW.notes)); END;
CREATE TRIGGER intro_delete AFTER DELETE ON intro BEGIN INSERT INTO log VALUES('intro',OLD.id,OLD.uid,'delete',json_object('id',OLD.id,'uid',OLD.uid,'created_at',OLD.created_at,'updated_at',OLD.updated_at,'deleted_at',OLD.deleted_at,'visibility',OLD.visibility,'name',OLD.name,'who_id',OLD.who_id,'via_id',OLD.via_id,'for_id',OLD.for_id,'why',OLD.why,'state',OLD.state,'asked',OLD.asked,'made',OLD.made,'met',OLD.met,'ended',OLD.ended,'follow_up',OLD.follow_up,'notes',OLD.notes),NULL); INSERT INTO words VALUES(19,OLD.id,iif(OLD.deleted_at IS NULL,OLD.visibility,''),'',''); END;
CREATE TRIGGER intro_words AFTER UPDATE OF name,why,notes,visibility,deleted_at ON intro BEGIN INSERT INTO words VALUES(19,NEW.id,iif(OLD.deleted_at IS NULL,OLD.visibility,''),iif(NEW.deleted_at IS NULL,NEW.visibility,''),NEW.name||'
'||NEW.why||'
'||NEW.notes); END;
CREATE TRIGGER rehearsal_insert AFTER INSERT ON rehearsal BEGIN INSERT INTO log VALUES('rehearsal',NEW.id,NEW.uid,'insert',NULL,json_object('id',NEW.id,'uid',NEW.uid,'created_at',NEW.created_at,'updated_at',NEW.updated_at,'deleted_at',NEW.deleted_at,'visibility',NEW.visibility,'form',NEW.form,'day',NEW.day,'person_id',NEW.person_id,'scores',NEW.scores,'notes',NEW.notes,'file',NEW.file,'size',NEW.size,'sha256',NEW.sha256)); INSERT INTO words VALUES(20,NEW.id,'',iif(NEW.deleted_at IS NULL,NEW.visibility,''),NEW.scores||'
'||NEW.notes||'
'||NEW.file); END;
CREATE TRIGGER rehearsal_update AFTER UPDATE ON rehearsal BEGIN INSERT INTO log VALUES('rehearsal',OLD.id,OLD.uid,'update',json_object('id',OLD.id,'uid',OLD.uid,'created_at',OLD.created_at,'updated_at',OLD.updated_at,'deleted_at',OLD.deleted_at,'visibility',OLD.visibility,'form',OLD.form,'day',OLD.day,'person_id',OLD.person_id,'scores',OLD.scores,'notes',OLD.notes,'file',OLD.file,'size',OLD.size,'sha256',OLD.sha256),json_object('id',NEW.id,'uid',NEW.uid,'created_at',NEW.created_at,'updated_at',NEW.updated_at,'deleted_at',NEW.deleted_at,'visibility',NEW.visibility,'form',NEW.form,'day',NEW.day,'person_id',NEW.person_id,'scores',NEW.scores,'notes',NEW.notes,'file',NEW.file,'size',NEW.size,'sha256',NEW.sha256)); END;
CREATE TRIGGER rehearsal_delete AFTER DELETE ON rehearsal BEGIN INSERT INTO log VALUES('rehearsal',OLD.id,OLD.uid,'delete',json_object('id',OLD.id,'uid',OLD.uid,'created_at',OLD.created_at,'updated_at',OLD.updated_at,'deleted_at',OLD.deleted_at,'visibility',OLD.visibility,'form',OLD.form,'day',OLD.day,'person_id',OLD.person_id,'scores',OLD.scores,'notes',OLD.notes,'file',OLD.file,'size',OLD.size,'sha256',OLD.sha256),NULL); INSERT INTO words VALUES(20,OLD.id,iif(OLD.deleted_at IS NULL,OLD.visibility,''),'',''); END;
CREATE TRIGGER rehearsal_words AFTER UPDATE OF scores,notes,file,visibility,deleted_at ON rehearsal BEGIN INSERT INTO words VALUES(20,NEW.id,iif(OLD.deleted_at IS NULL,OLD.visibility,''),iif(NEW.deleted_at IS NULL,NEW.visibility,''),NEW.scores||'
'||NEW.notes||'
'||NEW.file); END;
CREATE TRIGGER role_insert AFTER INSERT ON role BEGIN INSERT INTO log VALUES('role',NEW.id,NEW.uid,'insert',NULL,json_object('id',NEW.id,'uid',NEW.uid,'created_at',NEW.created_at,'updated_at',NEW.updated_at,'deleted_at',NEW.deleted_at,'visibility',NEW.visibility,'name',NEW.name,'handle',NEW.handle,'family',NEW.family,'seniority',NEW.seniority,'needs',NEW.needs,'summary',NEW.summary)); INSERT INTO words VALUES(21,NEW.id,'',iif(NEW.deleted_at IS NULL,NEW.visibility,''),NEW.name||'
'||NEW.handle||'
'||NEW.summary); END;
CREATE TRIGGER role_update AFTER UPDATE ON role BEGIN INSERT INTO log VALUES('role',OLD.id,OLD.uid,'update',json_object('id',OLD.id,'uid',OLD.uid,'created_at',OLD.created_at,'updated_at',OLD.updated_at,'deleted_at',OLD.deleted_at,'visibility',OLD.visibility,'name',OLD.name,'handle',OLD.handle,'family',OLD.family,'seniority',OLD.seniority,'needs',OLD.needs,'summary',OLD.summary),json_object('id',NEW.id,'uid',NEW.uid,'created_at',NEW.created_at,'updated_at',NEW.updated_at,'deleted_at',NEW.deleted_at,'visibility',NEW.visibility,'name',NEW.name,'handle',NEW.handle,'family',NEW.family,'seniority',NEW.seniority,'needs',NEW.needs,'summary',NEW.summary)); END;
CREATE TRIGGER role_delete AFTER DELETE ON role BEGIN INSERT INTO log VALUES('role',OLD.id,OLD.uid,'delete',json_object('id',OLD.id,'uid',OLD.uid,'created_at',OLD.created_at,'updated_at',OLD.updated_at,'deleted_at',OLD.deleted_at,'visibility',OLD.visibility,'name',OLD.name,'handle',OLD.handle,'family',OLD.family,'seniority',OLD.seniority,'needs',OLD.needs,'summary',OLD.summary),NULL); INSERT INTO words VALUES(21,OLD.id,iif(OLD.deleted_at IS NULL,OLD.visibility,''),'',''); END;
CREATE TRIGGER role_words AFTER UPDATE OF name,handle,summary,visibility,deleted_at ON role BEGIN INSERT INTO words VALUES(21,NEW.id,iif(OLD.deleted_at IS NULL,OLD.visibility,''),iif(NEW.deleted_at IS NULL,NEW.visibility,''),NEW.name||'
'||NEW.handle||'
'||NEW.summary); END;
CREATE TRIGGER aim_insert AFTER INSERT ON aim BEGIN INSERT INTO log VALUES('aim',NEW.id,NEW.uid,'insert',NULL,json_object('id',NEW.id,'uid',NEW.uid,'created_at',NEW.created_at,'updated_at',NEW.updated_at,'deleted_at',NEW.deleted_at,'visibility',NEW.visibility,'what',NEW.what,'stage',NEW.stage,'day',NEW.day,'due',NEW.due,'ended',NEW.ended,'why',NEW.why,'person_id',NEW.person_id)); INSERT INTO words VALUES(22,NEW.id,'',iif(NEW.deleted_at IS NULL,NEW.visibility,''),NEW.what||'
'||NEW.why); END;
CREATE TRIGGER aim_update AFTER UPDATE ON aim BEGIN INSERT INTO log VALUES('aim',OLD.id,OLD.uid,'update',json_object('id',OLD.id,'uid',OLD.uid,'created_at',OLD.created_at,'updated_at',OLD.updated_at,'deleted_at',OLD.deleted_at,'visibility',OLD.visibility,'what',OLD.what,'stage',OLD.stage,'day',OLD.day,'due',OLD.due,'ended',OLD.ended,'why',OLD.why,'person_id',OLD.person_id),json_object('id',NEW.id,'uid',NEW.uid,'created_at',NEW.created_at,'updated_at',NEW.updated_at,'deleted_at',NEW.deleted_at,'visibility',NEW.visibility,'what',NEW.what,'stage',NEW.stage,'day',NEW.day,'due',NEW.due,'ended',NEW.ended,'why',NEW.why,'person_id',NEW.person_id)); END;
CREATE TRIGGER aim_delete AFTER DELETE ON aim BEGIN INSERT INTO log VALUES('aim',OLD.id,OLD.uid,'delete',json_object('id',OLD.id,'uid',OLD.uid,'created_at',OLD.created_at,'updated_at',OLD.updated_at,'deleted_at',OLD.deleted_at,'visibility',OLD.visibility,'what',OLD.what,'stage',OLD.stage,'day',OLD.day,'due',OLD.due,'ended',OLD.ended,'why',OLD.why,'person_id',OLD.person_id),NULL); INSERT INTO words VALUES(22,OLD.id,iif(OLD.deleted_at IS NULL,OLD.visibility,''),'',''); END;
CREATE TRIGGER aim_words AFTER UPDATE OF what,why,visibility,deleted_at ON aim BEGIN INSERT INTO words VALUES(22,NEW.id,iif(OLD.deleted_at IS NULL,OLD.visibility,''),iif(NEW.deleted_at IS NULL,NEW.visibility,''),NEW.what||'
'||NEW.why); END;
CREATE TRIGGER position_insert AFTER INSERT ON position BEGIN INSERT INTO log VALUES('position',NEW.id,NEW.uid,'insert',NULL,json_object('id',NEW.id,'uid',NEW.uid,'created_at',NEW.created_at,'updated_at',NEW.updated_at,'deleted_at',NEW.deleted_at,'visibility',NEW.visibility,'title',NEW.title,'day',NEW.day,'role',NEW.role,'organisation',NEW.organisation,'ended',NEW.ended,'person_id',NEW.person_id)); INSERT INTO words VALUES(23,NEW.id,'',iif(NEW.deleted_at IS NULL,NEW.visibility,''),NEW.title||'
'||NEW.organisation); END;
CREATE TRIGGER position_update AFTER UPDATE ON position BEGIN INSERT INTO log VALUES('position',OLD.id,OLD.uid,'update',json_object('id',OLD.id,'uid',OLD.uid,'created_at',OLD.created_at,'updated_at',OLD.updated_at,'deleted_at',OLD.deleted_at,'visibility',OLD.visibility,'title',OLD.title,'day',OLD.day,'role',OLD.role,'organisation',OLD.organisation,'ended',OLD.ended,'person_id',OLD.person_id),json_object('id',NEW.id,'uid',NEW.uid,'created_at',NEW.created_at,'updated_at',NEW.updated_at,'deleted_at',NEW.deleted_at,'visibility',NEW.visibility,'title',NEW.title,'day',NEW.day,'role',NEW.role,'organisation',NEW.organisation,'ended',NEW.ended,'person_id',NEW.person_id)); END;
CREATE TRIGGER position_delete AFTER DELETE ON position BEGIN INSERT INTO log VALUES('position',OLD.id,OLD.uid,'delete',json_object('id',OLD.id,'uid',OLD.uid,'created_at',OLD.created_at,'updated_at',OLD.updated_at,'deleted_at',OLD.deleted_at,'visibility',OLD.visibility,'title',OLD.title,'day',OLD.day,'role',OLD.role,'organisation',OLD.organisation,'ended',OLD.ended,'person_id',OLD.person_id),NULL); INSERT INTO words VALUES(23,OLD.id,iif(OLD.deleted_at IS NULL,OLD.visibility,''),'',''); END;
CREATE TRIGGER position_words AFTER UPDATE OF title,organisation,visibility,deleted_at ON position BEGIN INSERT INTO words VALUES(23,NEW.id,iif(OLD.deleted_at IS NULL,OLD.visibility,''),iif(NEW.deleted_at IS NULL,NEW.visibility,''),NEW.title||'
'||NEW.organisation); END;
CREATE TRIGGER assessment_insert AFTER INSERT ON assessment BEGIN INSERT INTO log VALUES('assessment',NEW.id,NEW.uid,'insert',NULL,json_object('id',NEW.id,'uid',NEW.uid,'created_at',NEW.created_at,'updated_at',NEW.updated_at,'deleted_at',NEW.deleted_at,'visibility',NEW.visibility,'person_id',NEW.person_id,'skill',NEW.skill,'level',NEW.level,'day',NEW.day,'note',NEW.note)); INSERT INTO words VALUES(24,NEW.id,'',iif(NEW.deleted_at IS NULL,NEW.visibility,''),NEW.skill||'
'||NEW.note); END;
CREATE TRIGGER assessment_update AFTER UPDATE ON assessment BEGIN INSERT INTO log VALUES('assessment',OLD.id,OLD.uid,'update',json_object('id',OLD.id,'uid',OLD.uid,'created_at',OLD.created_at,'updated_at',OLD.updated_at,'deleted_at',OLD.deleted_at,'visibility',OLD.visibility,'person_id',OLD.person_id,'skill',OLD.skill,'level',OLD.level,'day',OLD.day,'note',OLD.note),json_object('id',NEW.id,'uid',NEW.uid,'created_at',NEW.created_at,'updated_at',NEW.updated_at,'deleted_at',NEW.deleted_at,'visibility',NEW.visibility,'person_id',NEW.person_id,'skill',NEW.skill,'level',NEW.level,'day',NEW.day,'note',NEW.note)); END;
CREATE TRIGGER assessment_delete AFTER DELETE ON assessment BEGIN INSERT INTO log VALUES('assessment',OLD.id,OLD.uid,'delete',json_object('id',OLD.id,'uid',OLD.uid,'created_at',OLD.created_at,'updated_at',OLD.updated_at,'deleted_at',OLD.deleted_at,'visibility',OLD.visibility,'person_id',OLD.person_id,'skill',OLD.skill,'level',OLD.level,'day',OLD.day,'note',OLD.note),NULL); INSERT INTO words VALUES(24,OLD.id,iif(OLD.deleted_at IS NULL,OLD.visibility,''),'',''); END;
CREATE TRIGGER assessment_words AFTER UPDATE OF skill,note,visibility,deleted_at ON assessment BEGIN INSERT INTO words VALUES(24,NEW.id,iif(OLD.deleted_at IS NULL,OLD.visibility,''),iif(NEW.deleted_at IS NULL,NEW.visibility,''),NEW.skill||'
'||NEW.note); END;
CREATE TRIGGER link_insert AFTER INSERT ON link BEGIN INSERT INTO log VALUES('link',NEW.id,NEW.uid,'insert',NULL,json_object('id',NEW.id,'uid',NEW.uid,'created_at',NEW.created_at,'updated_at',NEW.updated_at,'deleted_at',NEW.deleted_at,'visibility',NEW.visibility,'from_kind',NEW.from_kind,'from_id',NEW.from_id,'to_kind',NEW.to_kind,'to_id',NEW.to_id,'label',NEW.label));  END;
CREATE TRIGGER link_update AFTER UPDATE ON link BEGIN INSERT INTO log VALUES('link',OLD.id,OLD.uid,'update',json_object('id',OLD.id,'uid',OLD.uid,'created_at',OLD.created_at,'updated_at',OLD.updated_at,'deleted_at',OLD.deleted_at,'visibility',OLD.visibility,'from_kind',OLD.from_kind,'from_id',OLD.from_id,'to_kind',OLD.to_kind,'to_id',OLD.to_id,'label',OLD.label),json_object('id',NEW.id,'uid',NEW.uid,'created_at',NEW.created_at,'updated_at',NEW.updated_at,'deleted_at',NEW.deleted_at,'visibility',NEW.visibility,'from_kind',NEW.from_kind,'from_id',NEW.from_id,'to_kind',NEW.to_kind,'to_id',NEW.to_id,'label',NEW.label)); END;
CREATE TRIGGER link_delete AFTER DELETE ON link BEGIN INSERT INTO log VALUES('link',OLD.id,OLD.uid,'delete',json_object('id',OLD.id,'uid',OLD.uid,'created_at',OLD.created_at,'updated_at',OLD.updated_at,'deleted_at',OLD.deleted_at,'visibility',OLD.visibility,'from_kind',OLD.from_kind,'from_id',OLD.from_id,'to_kind',OLD.to_kind,'to_id',OLD.to_id,'label',OLD.label),NULL);  END;
CREATE TRIGGER tag_insert AFTER INSERT ON tag BEGIN INSERT INTO log VALUES('tag',NEW.id,NEW.uid,'insert',NULL,json_object('id',NEW.id,'uid',NEW.uid,'created_at',NEW.created_at,'updated_at',NEW.updated_at,'deleted_at',NEW.deleted_at,'visibility',NEW.visibility,'record_kind',NEW.record_kind,'record_id',NEW.record_id,'name',NEW.name)); INSERT INTO words VALUES(15,NEW.id,'',iif(NEW.deleted_at IS NULL,NEW.visibility,''),NEW.name); END;
CREATE TRIGGER tag_update AFTER UPDATE ON tag BEGIN INSERT INTO log VALUES('tag',OLD.id,OLD.uid,'update',json_object('id',OLD.id,'uid',OLD.uid,'created_at',OLD.created_at,'updated_at',OLD.updated_at,'deleted_at',OLD.deleted_at,'visibility',OLD.visibility,'record_kind',OLD.record_kind,'record_id',OLD.record_id,'name',OLD.name),json_object('id',NEW.id,'uid',NEW.uid,'created_at',NEW.created_at,'updated_at',NEW.updated_at,'deleted_at',NEW.deleted_at,'visibility',NEW.visibility,'record_kind',NEW.record_kind,'record_id',NEW.record_id,'name',NEW.name)); END;
CREATE TRIGGER tag_delete AFTER DELETE ON tag BEGIN INSERT INTO log VALUES('tag',OLD.id,OLD.uid,'delete',json_object('id',OLD.id,'uid',OLD.uid,'created_at',OLD.created_at,'updated_at',OLD.updated_at,'deleted_at',OLD.deleted_at,'visibility',OLD.visibility,'record_kind',OLD.record_kind,'record_id',OLD.record_id,'name',OLD.name),NULL); INSERT INTO words VALUES(15,OLD.id,iif(OLD.deleted_at IS NULL,OLD.visibility,''),'',''); END;
CREATE TRIGGER tag_words AFTER UPDATE OF name,visibility,deleted_at ON tag BEGIN INSERT INTO words VALUES(15,NEW.id,iif(OLD.deleted_at IS NULL,OLD.visibility,''),iif(NEW.deleted_at IS NULL,NEW.visibility,''),NEW.name); END;
CREATE TRIGGER mute_insert AFTER INSERT ON mute BEGIN INSERT INTO log VALUES('mute',NEW.id,NEW.uid,'insert',NULL,json_object('id',NEW.id,'uid',NEW.uid,'created_at',NEW.created_at,'updated_at',NEW.updated_at,'deleted_at',NEW.deleted_at,'visibility',NEW.visibility,'code',NEW.code,'about',NEW.about,'until',NEW.until,'why',NEW.why)); INSERT INTO words VALUES(16,NEW.id,'',iif(NEW.deleted_at IS NULL,NEW.visibility,''),NEW.why); END;
CREATE TRIGGER mute_update AFTER UPDATE ON mute BEGIN INSERT INTO log VALUES('mute',OLD.id,OLD.uid,'update',json_object('id',OLD.id,'uid',OLD.uid,'created_at',OLD.created_at,'updated_at',OLD.updated_at,'deleted_at',OLD.deleted_at,'visibility',OLD.visibility,'code',OLD.code,'about',OLD.about,'until',OLD.until,'why',OLD.why),json_object('id',NEW.id,'uid',NEW.uid,'created_at',NEW.created_at,'updated_at',NEW.updated_at,'deleted_at',NEW.deleted_at,'visibility',NEW.visibility,'code',NEW.code,'about',NEW.about,'until',NEW.until,'why',NEW.why)); END;
CREATE TRIGGER mute_delete AFTER DELETE ON mute BEGIN INSERT INTO log VALUES('mute',OLD.id,OLD.uid,'delete',json_object('id',OLD.id,'uid',OLD.uid,'created_at',OLD.created_at,'updated_at',OLD.updated_at,'deleted_at',OLD.deleted_at,'visibility',OLD.visibility,'code',OLD.code,'about',OLD.about,'until',OLD.until,'why',OLD.why),NULL); INSERT INTO words VALUES(16,OLD.id,iif(OLD.deleted_at IS NULL,OLD.visibility,''),'',''); END;
CREATE TRIGGER mute_words AFTER UPDATE OF why,visibility,deleted_at ON mute BEGIN INSERT INTO words VALUES(16,NEW.id,iif(OLD.deleted_at IS NULL,OLD.visibility,''),iif(NEW.deleted_at IS NULL,NEW.visibility,''),NEW.why); END;
CREATE INDEX person_private ON person(id) WHERE visibility='private';
CREATE INDEX mentorship_private ON mentorship(id) WHERE visibility='private';
CREATE INDEX turn_private ON turn(id) WHERE visibility='private';
CREATE INDEX meeting_private ON meeting(id) WHERE visibility='private';
CREATE INDEX aside_private ON aside(id) WHERE visibility='private';
CREATE INDEX topic_private ON topic(id) WHERE visibility='private';
CREATE INDEX action_private ON action(id) WHERE visibility='private';
CREATE INDEX goal_private ON goal(id) WHERE visibility='private';
CREATE INDEX step_private ON step(id) WHERE visibility='private';
CREATE INDEX progress_private ON progress(id) WHERE visibility='private';
CREATE INDEX feedback_private ON feedback(id) WHERE visibility='private';
CREATE INDEX skill_private ON skill(id) WHERE visibility='private';
CREATE INDEX rating_private ON rating(id) WHERE visibility='private';
CREATE INDEX note_private ON note(id) WHERE visibility='private';
CREATE INDEX win_private ON win(id) WHERE visibility='private';
CREATE INDEX decision_private ON decision(id) WHERE visibility='private';
CREATE INDEX resource_private ON resource(id) WHERE visibility='private';
CREATE INDEX intro_private ON intro(id) WHERE visibility='private';
CREATE INDEX rehearsal_private ON rehearsal(id) WHERE visibility='private';
CREATE INDEX role_private ON role(id) WHERE visibility='private';
CREATE INDEX aim_private ON aim(id) WHERE visibility='private';
CREATE INDEX position_private ON position(id) WHERE visibility='private';
CREATE INDEX assessment_private ON assessment(id) WHERE visibility='private';
CREATE INDEX link_private ON link(id) WHERE visibility='private';
CREATE INDEX tag_private ON tag(id) WHERE visibility='private';
CREATE INDEX mute_private ON mute(id) WHERE visibility='private';
INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('mentorlog', 'm001_found', '');
INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('mentorlog', 'm002_work', '');
INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('mentorlog', 'm003_careers', '');
INSERT INTO journal (id) VALUES (1);
PRAGMA application_id = 1835822951;
PRAGMA user_version = 3;
