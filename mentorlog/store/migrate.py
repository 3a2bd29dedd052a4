"""Bringing a file to today's schema, after a verified backup of what it held."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path

from sqlite_utils import Database

from mentorlog.errors import Damaged
from mentorlog.store import triggers
from mentorlog.store.connect import APPLICATION, SCHEMA, connect, version
from mentorlog.store.migrations import migrations


def migrate_file(path: Path) -> None:
    """Migrate the journal at `path`. A file that held something is backed up beside it first."""
    db = connect(path)
    try:
        if version(db, path) > 0:
            from mentorlog.store.backup import backup

            backup(path, path.parent / "backups")
        migrate(db)
    finally:
        db.close()


def migrate(connection: sqlite3.Connection) -> None:
    """Apply what is pending, then make triggers and full text anew and check them; all or nothing."""
    connection.execute("PRAGMA foreign_keys=OFF")  # a table may be rebuilt; checked below
    connection.execute("BEGIN IMMEDIATE")  # a plain BEGIN would not wait for another process that migrates
    try:
        # It may have migrated while we waited.
        if connection.execute("PRAGMA user_version").fetchone()[0] < SCHEMA:
            _apply(connection)
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise
    finally:
        connection.execute("PRAGMA foreign_keys=ON")


def _apply(connection: sqlite3.Connection) -> None:
    lost = _lost_parents(connection)
    migrations.apply(Database(connection, execute_plugins=False))
    triggers.build(connection)
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {SCHEMA}")
    if triggers.missing(connection) or not _lost_parents(connection) <= lost:
        raise Damaged("The journal could not be brought to the new form; it was left as it was.")


def _lost_parents(connection: sqlite3.Connection) -> set[tuple[str, int]]:
    """Rows that name a row which is not there. The `sqlite3` shell lets them be made; we must not add any."""
    return {(row[0], row[1]) for row in connection.execute("PRAGMA foreign_key_check")}
