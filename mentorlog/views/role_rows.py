"""Roles as rows of words for lists; no Rich."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mentorlog.views.columns import Column
from mentorlog.views.plain import one_line

ROLE_COLUMNS = [
    Column("Role", flex=True, least=24),
    Column("Id", priority=1, style="muted"),
    Column("Family", priority=3, style="muted"),
    Column("Rank", align="right", priority=2),
    Column("O*NET", priority=4, style="muted"),
    Column("Yours", style={"held": "good", "aimed": "accent", "exploring": "accent"}),
]


def role_row(item: Mapping[str, Any]) -> list[str]:
    """One role: name, id, family, rank 1-7, O*NET-SOC code, and whether it is held, aimed at or explored."""
    own = item["stage"] or ("yours" if item["ref"] else "")
    rank = "" if item["seniority"] is None else str(item["seniority"])
    return [one_line(item["title"]), item["id"], item["family"], rank, item["onet"], own]
