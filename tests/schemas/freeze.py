"""Writes the schema of today's journal to v<number>.sql beside this file. Run once per release of a schema.

python tests/schemas/freeze.py
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from mentorlog.store.connect import APPLICATION, SCHEMA
from mentorlog.store.migrate import migrate


def frozen() -> str:
    """SQL that makes an empty journal as this program makes it."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    migrate(db)
    shadows = "name GLOB 'words_*_*' AND type = 'table'"
    ours = f"sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND NOT ({shadows})"
    rows = db.execute(f"SELECT sql FROM sqlite_master WHERE {ours}")
    made = [f"{sql};" for (sql,) in rows]
    applied = db.execute("SELECT migration_set, name FROM _sqlite_migrations").fetchall()
    made += [
        f"INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('{a}', '{b}', '');"
        for a, b in applied
    ]
    made += ["INSERT INTO journal (id) VALUES (1);"]
    made += [f"PRAGMA application_id = {APPLICATION};", f"PRAGMA user_version = {SCHEMA};"]
    return "\n".join(made) + "\n"


if __name__ == "__main__":
    Path(__file__).with_name(f"v{SCHEMA}.sql").write_text(frozen(), encoding="utf-8")
