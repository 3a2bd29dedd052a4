"""Skills, dated levels and what shows them.

Levels 0-5: 0 none, 1 aware, 2 with help, 3 on my own, 4 leads or teaches, 5 shapes the practice.
Unrated is not zero.
"""

from __future__ import annotations

from datetime import date

from mentorlog.domain.record import Record
from mentorlog.errors import Unreadable

LEVELS = ("none", "aware", "with help", "on my own", "leads or teaches", "shapes the practice")
CATEGORIES = ("technical", "leadership", "management", "communication", "delivery", "domain", "other")


class Skill(Record):
    """Something one can be good at. `target` is the level aimed at, `aliases` other names joined by commas."""

    kind = "skill"
    title_field = "name"

    name: str
    handle: str
    category: str = "technical"
    aliases: str = ""
    target: int | None = None


class Rating(Record):
    """A level given on a day, by me (`by_id` None) or by a person. What shows it is linked as evidence."""

    kind = "rating"
    title_field = "note"

    skill_id: int
    level: int
    day: date
    by_id: int | None = None
    note: str = ""


def read_level(text: str) -> int:
    """`3` as a level. Raises Unreadable for anything but 0 to 5."""
    word = text.strip()
    if word not in ("0", "1", "2", "3", "4", "5"):
        words = ", ".join(f"{number} {label}" for number, label in enumerate(LEVELS))
        raise Unreadable(f"“{text[:60]}” is not a level.", f"Levels: {words}.")
    return int(word)


def by_day(ratings: list[Rating]) -> list[Rating]:
    """Ratings in the order they were true: by day, then by order of writing."""
    return sorted(ratings, key=lambda one: (one.day, one.id))


def level_on(ratings: list[Rating], day: date) -> int | None:
    """The level that held on a day, None when none had been given. Pass the ratings of one rater."""
    held = [one for one in by_day(ratings) if one.day <= day]
    return held[-1].level if held else None
