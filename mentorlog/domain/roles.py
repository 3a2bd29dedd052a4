"""Roles I describe myself, what somebody aims at, and the positions somebody held.

Whose an aim or a position is, `person_id` says: None is me, else somebody I mentor.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from mentorlog.domain.record import Record
from mentorlog.domain.spoken import short_day
from mentorlog.errors import Refused, Unreadable

NEED = re.compile(r"[^\s:|,]+(\|[^\s:|,]+)*:[0-5](:[1-3])?( .+)?")
"""A need of a role as it is kept: skills, level 0-5, weight 1-3, and what several skills are called together."""
STAGES = ("interest", "exploring", "aimed")
"""How serious an aim is: something liked, a role looked into, a role worked towards."""
STAGE_WORDS = {"aimed": "aimed at", "exploring": "explored", "interest": "of interest"}
"""How each of them is said."""


class Role(Record):
    """A role of one's own, or a catalogue role described anew under the same handle.

    `needs` holds one need a line, `sql:3:2` or `python|java:3:2 one language`: skills, level 0-5, weight 1-3.
    `seniority` goes from 1, a first job, to 7, the board.
    """

    kind = "role"
    title_field = "name"

    name: str
    handle: str
    family: str = ""
    seniority: int | None = None
    needs: str = ""
    summary: str = ""

    @property
    def asked(self) -> list[str]:
        """The needs in the order they were given, as they are written."""
        return list(filter(None, self.needs.split("\n")))


class Aim(Record):
    """Since `day` somebody is interested in, explores or aims at `what`; until `ended`, `why` says why.

    `what` is the id of a role or, of an interest, of a skill or a family of roles, or free words. `due` is
    the day to be there. An aim is never changed into another stage: the old one ends and a new one begins.
    """

    kind = "aim"
    title_field = "what"

    what: str
    stage: str
    day: date
    due: date | None = None
    ended: date | None = None
    why: str = ""
    person_id: int | None = None


class Position(Record):
    """A position held from `day` until `ended`, None for the one held now.

    `title` is what it was called, `role` the id of the role it comes closest to, empty when none does.
    """

    kind = "position"
    title_field = "title"

    title: str
    day: date
    role: str = ""
    organisation: str = ""
    ended: date | None = None
    person_id: int | None = None

    def held_on(self, day: date) -> bool:
        """Was it held on that day?"""
        return self.day <= day and (self.ended is None or day <= self.ended)


def held(positions: Iterable[Position], today: date) -> Position | None:
    """The position of today: of several the one begun last. None between two."""
    now = [one for one in positions if one.held_on(today)]
    return max(now, key=lambda one: (one.day, one.id), default=None)


def standing_aims(aims: Iterable[Aim]) -> list[Aim]:
    """The aims that have not ended, the most serious first, then the oldest."""
    left = [one for one in aims if one.ended is None]
    return sorted(left, key=lambda one: (-STAGES.index(one.stage), one.day, one.id))


def ended(aim: Aim, on: date, why: str) -> Aim:
    """The aim, let go. Raises Refused when it has ended, Unreadable for a day before it began."""
    if aim.ended is not None:
        raise Refused(f"{aim.ref} has ended already.", f"mentorlog show {aim.ref}")
    if on < aim.day:
        raise Unreadable(f"{aim.ref} began on {aim.day}, after {on}.")
    return aim.but(ended=on, why=why)


def aims_words(aims: Sequence[Aim], today: date) -> str:
    """Aims at roles in a line: `Aiming at backend developer by 19 Mar, exploring data engineer`."""
    said = []
    for one in aims:
        name = one.what.replace("-", " ")
        due = f" by {short_day(one.due, today)}" if one.due else ""
        said.append(f"{'aiming at' if one.stage == 'aimed' else one.stage} {name}{due}")
    whole = ", ".join(said)
    return whole[:1].upper() + whole[1:]
