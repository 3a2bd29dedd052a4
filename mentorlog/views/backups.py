"""The list of backups as columns and rows; no Rich."""

from __future__ import annotations

from datetime import datetime

from mentorlog.domain.care import Copy
from mentorlog.domain.spoken import relative
from mentorlog.views.columns import Column

BACKUP_COLUMNS = [
    Column("Made"),
    Column("Age", priority=1),
    Column("Changes", align="right", priority=2),
    Column("Size", align="right", priority=3),
    Column("As", priority=4, style="muted"),
    Column("File", flex=True, least=20, style="muted"),
]


def backup_row(one: Copy, size: str, kept_as: str, now: datetime) -> list[str]:
    """A backup: its local moment, age, changes, size in words, what it is kept as, and its name."""
    made = one.made.astimezone(now.tzinfo)
    return [
        f"{made:%Y-%m-%d %H:%M}",
        relative(made.date(), now.date()),
        f"{one.head:,}",
        size,
        kept_as or "until the next",
        one.name,
    ]
