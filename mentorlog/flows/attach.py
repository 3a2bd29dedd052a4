"""What a new record is with and about: people, goals, skills and tags, in the same write."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from mentorlog.domain.frozen import Frozen
from mentorlog.domain.links import ABOUT, WITH
from mentorlog.domain.spoken import day_words, join_words, short_day
from mentorlog.errors import Problem

if TYPE_CHECKING:
    from mentorlog.domain.goals import Goal
    from mentorlog.domain.people import Person
    from mentorlog.domain.record import Record
    from mentorlog.domain.skills import Skill
    from mentorlog.domain.text import Sugar
    from mentorlog.store.store import Store


class Around(Frozen):
    """What stands around a record."""

    people: tuple[Person, ...] = ()
    goals: tuple[Goal, ...] = ()
    skills: tuple[Skill, ...] = ()
    tags: tuple[str, ...] = ()


def known(store: Store, found: Sugar) -> tuple[list[str], list[str], list[str]]:
    """Of `@ana` and `+sql` in a text, those the journal knows, and those that stay mere words."""
    people, skills, words = list[str](), list[str](), list[str]()
    for sign, names, into, look in (
        ("@", found.people, people, store.find.person),
        ("+", found.skills, skills, store.find.skill),
    ):
        for name in names:
            try:
                look(name)
                into.append(name)
            except Problem:
                words.append(f"{sign}{name}")
    return people, skills, words


def attach(
    store: Store,
    record: Record,
    people: list[str] | None = None,
    goals: list[str] | None = None,
    skills: list[str] | None = None,
    tags: list[str] | None = None,
) -> Around:
    """Link a record to what was named. Raises Unknown for a name nobody has, and then nothing is kept."""
    around = Around(
        people=tuple(store.find.people(people or [])),
        goals=tuple(dict.fromkeys(map(store.find.goal, goals or []))),
        skills=tuple({one.id: one for one in map(store.find.skill, skills or [])}.values()),
        tags=tuple(dict.fromkeys(tags or [])),
    )
    if around.people:
        store.links.join(record, around.people, WITH)
    if around.goals or around.skills:
        store.links.join(record, (*around.goals, *around.skills), ABOUT)
    if around.tags:
        store.links.tag(record, around.tags)
    return around


def understood(record: Record, around: Around, today: date, *more: str) -> str:
    """What was understood, in one line: kind, day, people, subjects, `more`, audience.

    It gives no private text away, if `more` does not.
    """
    parts = [record.kind]
    day: date | None = getattr(record, "day", None)
    if day is not None:
        parts.append("today" if day == today else day_words(day, today))
    if around.people:
        parts.append("with " + join_words([one.called for one in around.people]))
    if kinds := getattr(record, "kinds", ""):
        parts.append(kinds.replace(",", ", "))
    parts += [str(goal.ref) for goal in around.goals]
    parts += [skill.called for skill in around.skills]
    parts += [f"#{tag}" for tag in around.tags]
    if revisit := getattr(record, "revisit", None):
        parts.append(f"look again {short_day(revisit, today)}")
    parts += more
    parts.append("PRIVATE" if record.private else "shared")
    return " · ".join(parts)
