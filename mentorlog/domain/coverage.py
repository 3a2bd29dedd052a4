"""Which of the fourteen things a mentor may do two people have touched, and how lately."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from mentorlog.domain.asking import Ask, ask
from mentorlog.domain.frozen import Frozen
from mentorlog.domain.meetings import KINDS
from mentorlog.domain.people import COUNTERPART, Person
from mentorlog.domain.refs import Ref

YEAR = 365
"""Days that a year looks back."""

GROUPS = {
    "Talking it through": ("listening", "advice", "feedback", "support"),
    "Direction": ("goals", "exploring", "culture"),
    "Learning": ("knowledge", "development", "resources", "leadership"),
    "Open doors": ("networking", "contacts", "application"),
}
"""The fourteen in four groups, an order of ours."""
DOES = {
    "knowledge": "share knowledge",
    "advice": "guidance and advice",
    "listening": "listen and encourage",
    "feedback": "honest feedback",
    "exploring": "explore careers",
    "goals": "set goals",
    "development": "professional development",
    "resources": "career resources",
    "leadership": "leadership skills",
    "culture": "how the organisation works",
    "networking": "help with networking",
    "application": "résumé and interviews",
    "support": "motivate and support",
    "contacts": "share contacts",
}
"""What each of them means."""


class Touch(NamedTuple):
    """A conversation or note with a person, its day, and what of the fourteen it was."""

    ref: Ref
    day: date
    kinds: tuple[str, ...]


class Function(Frozen):
    """One of the fourteen. `last` and `ref`: when and where it was touched last; `year`: how often in 365 days.

    `ours` is false when it was said not to be our thing, for the reason `why`.
    """

    kind: str
    does: str
    last: date | None = None
    ref: Ref | None = None
    year: int = 0
    ours: bool = True
    why: str = ""


class Group(Frozen):
    """Functions that belong together."""

    name: str
    functions: tuple[Function, ...] = ()


class Coverage(Frozen):
    """The page of a person: all fourteen, how many entries it rests on, and one thing to ask."""

    today: date
    name: str
    handle: str
    groups: tuple[Group, ...] = ()
    entries: int = 0
    ask: Ask | None = None

    @property
    def functions(self) -> tuple[Function, ...]:
        """All of them, group by group."""
        return tuple(one for group in self.groups for one in group.functions)


def code(kind: str) -> str:
    """The code of a mute that says: this is not our thing, with the person it is about: `coverage:networking`."""
    return f"coverage:{kind}"


def coverage(person: Person, touches: Iterable[Touch], aside: Mapping[str, str], today: date) -> Coverage:
    """The page. `touches`: all with the person; `aside`: kinds that are not our thing, with the reason."""
    held = [one for one in touches if one.day <= today]
    groups = [
        Group(name=name, functions=tuple(_function(kind, held, aside, today) for kind in kinds))
        for name, kinds in GROUPS.items()
    ]
    touched = {kind for one in held for kind in one.kinds}
    return Coverage(
        today=today,
        name=person.name,
        handle=person.handle,
        groups=tuple(groups),
        entries=len(held),
        ask=ask(COUNTERPART.get(person.role, "mentee"), touched, aside),
    )


def _function(kind: str, held: list[Touch], aside: Mapping[str, str], today: date) -> Function:
    mine = [one for one in held if kind in one.kinds]
    last = max(mine, key=lambda one: (one.day, one.ref), default=None)
    return Function(
        kind=kind,
        does=DOES[kind],
        last=last.day if last else None,
        ref=last.ref if last else None,
        year=sum(one.day > today - timedelta(days=YEAR) for one in mine),
        ours=kind not in aside,
        why=aside.get(kind, ""),
    )


def kinds_of(text: str) -> tuple[str, ...]:
    """The kinds of a record, as it keeps them with commas; only those of the fourteen."""
    return tuple(word for word in text.split(",") if word in KINDS)
