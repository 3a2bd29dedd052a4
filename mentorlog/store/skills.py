"""Skills with their ratings."""

from __future__ import annotations

from datetime import date

from mentorlog.domain.actions import Action
from mentorlog.domain.skills import Rating, Skill
from mentorlog.store.records import Records


class Skills:
    """What is asked about skills."""

    def __init__(self, store: Records) -> None:
        self.store = store

    def all(self) -> list[Skill]:
        """Every skill in the order of names."""
        return self.store.all(Skill, order="name COLLATE NOCASE, id")

    def ratings(self, skill: Skill) -> list[Rating]:
        """A skill's ratings by whomever, by day."""
        return self.store.all(Rating, "skill_id = ?", (skill.id,), "day, id")

    def held_since(self, day: date) -> list[Rating]:
        """Every rating from a day on, and what held on that day: each rater's last one before it."""
        last = (
            "SELECT id FROM (SELECT id, max(day || printf('%019d', id)) FROM rating WHERE day < ?"
            " AND deleted_at IS NULL GROUP BY skill_id, by_id)"
        )
        return self.store.all(
            Rating, f"day >= ? OR id IN ({last})", (day.isoformat(), day.isoformat()), "day, id"
        )

    def plan(self, skill: Skill) -> list[Action]:
        """What is to do for a skill of mine, the soonest first, then what was done, the latest first.

        What somebody I mentor does for it is for theirs.
        """
        theirs = "owner_id IN (SELECT id FROM person WHERE role = 'mentee')"
        where = f"skill_id = ? AND state IN ('open', 'done') AND {theirs} IS NOT TRUE"
        return self.store.all(Action, where, (skill.id,), "state <> 'open', ended DESC, due IS NULL, due, id")

    def taken(self, handle: str) -> bool:
        """Does a skill have this handle?"""
        return self.store.one(Skill, "handle = ?", (handle,)) is not None
