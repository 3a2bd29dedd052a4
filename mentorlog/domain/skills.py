"""Skills, dated levels and what shows them.

Levels 0-5: 0 none, 1 aware, 2 with help, 3 on my own, 4 leads or teaches, 5 shapes the practice.
Unrated is not zero.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from mentorlog.domain.frozen import Frozen
from mentorlog.domain.record import Record
from mentorlog.errors import Unreadable

if TYPE_CHECKING:
    from mentorlog.domain.actions import Action
    from mentorlog.domain.resources import Resource

LEVELS = ("none", "aware", "with help", "on my own", "leads or teaches", "shapes the practice")
FIRST_RECHECK, LONGEST_RECHECK = 90, 360
"""Days until a level is looked at again: at first, and at most."""
CATEGORIES = ("technical", "leadership", "management", "communication", "delivery", "domain", "other")


class Skill(Record):
    """Something one can be good at. `target` is the level aimed at, `aliases` other names with commas."""

    kind = "skill"
    title_field = "name"

    name: str
    handle: str
    category: str = "technical"
    aliases: str = ""
    target: int | None = None

    @property
    def called(self) -> str:
        """Its handle where it may be said, else its ref."""
        return str(self.ref) if self.private else self.handle


class Rating(Record):
    """A level given on a day, by me (`by_id` None) or by a person. What shows it is linked as evidence."""

    kind = "rating"
    title_field = "note"

    skill_id: int
    level: int
    day: date
    by_id: int | None = None
    note: str = ""


class Assessment(Record):
    """A level I give somebody I mentor on a day, in a skill by its handle or catalogue id.

    It is what I say of them; what others say of me are ratings. What shows it is linked as evidence.
    """

    kind = "assessment"
    title_field = "note"

    person_id: int
    skill: str
    level: int
    day: date
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


def recheck_day(ratings: Sequence[Rating]) -> date:
    """The day to look at a level again: 90 days on, and twice as long each time it stayed the same, to 360.

    Pass the ratings of one rater in order, at least one. The spans are rules of thumb of ours.
    """
    same = 0
    for before, last in pairwise(ratings):
        same = same + 1 if before.level == last.level else 0
    span = min(LONGEST_RECHECK, FIRST_RECHECK * 2**same)
    return min(ratings[-1].day, date.max - timedelta(days=span)) + timedelta(days=span)


class SkillPath(Frozen):
    """A skill with every rating and what shows it. `ratings`: all of them, by day.

    raters: names by id of the people who gave one. evidence: records by the rating's id.
    plan: what is to do and was done for it, the soonest first. resources: what there is to learn it from.
    """

    today: date
    skill: Skill
    ratings: tuple[Rating, ...] = ()
    raters: Mapping[int, str] = {}
    evidence: Mapping[int, Sequence[Record]] = {}
    plan: tuple[Action, ...] = ()
    resources: tuple[Resource, ...] = ()

    def by(self, rater: int | None) -> list[Rating]:
        """One rater's ratings in order; `rater` None is me."""
        return by_day([one for one in self.ratings if one.by_id == rater])

    @property
    def now(self) -> int | None:
        """My level today, None while I have not rated it."""
        return level_on(self.by(None), self.today)

    @property
    def recheck(self) -> date | None:
        """The day to look at my level again, None while I have not rated it."""
        mine = [one for one in self.by(None) if one.day <= self.today]
        return recheck_day(mine) if mine else None


def level_words(level: int | None) -> str:
    """`3 on my own`; `?` when it is not known."""
    return "?" if level is None else f"{level} {LEVELS[level]}"
