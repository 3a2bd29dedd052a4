"""The catalogue: skills, roles with what they need, known moves between roles, and how skills are learnt.

An id is the name in lower case joined by dashes. Everything is a judgement of ours that a pack can
change, except the O*NET-SOC codes (O*NET Database, U.S. Department of Labor), which are facts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import log
from typing import NamedTuple, Self

from mentorlog.career.effort import Hours
from mentorlog.domain.frozen import Frozen
from mentorlog.domain.text import handle
from mentorlog.errors import Unknown

PEOPLE = ("leadership", "management")
"""Categories of the skills that roles further on ask for more and more."""
KINDS = ("step-up", "sideways", "stretch")
"""Kinds of move: more reach on the same line, another line at a like rank, a new kind of work."""
MOST_RISE = 2
"""How many ranks of seniority one move may gain: beyond that a rung is missing. A rule of thumb of ours."""


class Skill(Frozen):
    """Something one can be good at. `transfer`: the part (0-1) of a level here that counts towards another id."""

    id: str
    name: str
    category: str = "technical"
    aliases: tuple[str, ...] = ()
    transfer: Mapping[str, float] = {}


class Need(NamedTuple):
    """What a role asks for: the best of the skills `of` (ids, one or more) at a level (0-5).

    weight: 1 helps, 2 matters, 3 is the heart of the role. name: what several skills are called together.
    """

    of: tuple[str, ...]
    level: int
    weight: int = 2
    name: str = ""


class Role(Frozen):
    """A role. `seniority` 1 (first job) to 7 (board); `onet` is an O*NET-SOC code, empty where none fits."""

    id: str
    name: str
    family: str = ""
    track: str = ""
    seniority: int = 3
    aliases: tuple[str, ...] = ()
    onet: str = ""
    needs: tuple[Need, ...] = ()


class Move(NamedTuple):
    """A move people make between two roles (ids), of one of the KINDS, with an honest sentence about it.

    share: how much it counts as one, 0 to 1; less than 1 where only likeness speaks for it.
    """

    frm: str
    to: str
    kind: str
    note: str = ""
    share: float = 1.0


class Activity(Frozen):
    """A way to learn: `words` with {skill} for the name, for skills of some categories, up to some levels."""

    id: str
    name: str
    words: str
    categories: tuple[str, ...] = ()
    levels: tuple[int, ...] = ()


class Catalogue(Frozen):
    """Skills and roles by id, moves by the role they lead from. Make one with `Catalogue.of`.

    hours: from level 0 to 1, 1 to 2 and so on. rarity: by skill id, how much it says about a role.
    """

    skills: Mapping[str, Skill] = {}
    roles: Mapping[str, Role] = {}
    moves: Mapping[str, tuple[Move, ...]] = {}
    activities: tuple[Activity, ...] = ()
    hours: tuple[Hours, ...] = ()
    rarity: Mapping[str, float] = {}

    @classmethod
    def of(
        cls,
        skills: Iterable[Skill],
        roles: Iterable[Role],
        moves: Iterable[Move] = (),
        activities: Iterable[Activity] = (),
        hours: Sequence[Hours] = (),
    ) -> Self:
        """A catalogue of these parts; the last of two with the same id counts."""
        by_role: dict[str, tuple[Move, ...]] = {}
        for one in moves:
            by_role[one.frm] = (*by_role.get(one.frm, ()), one)
        known = {one.id: one for one in roles}
        return cls(
            skills={one.id: one for one in skills},
            roles=known,
            moves=by_role,
            activities=tuple(activities),
            hours=tuple(hours),
            rarity=_rarity(known.values()),
        )

    def plus(self, roles: Iterable[Role], skills: Iterable[Skill] = ()) -> Self:
        """With roles and skills of one's own, which replace those of the same id."""
        every = (one for moves in self.moves.values() for one in moves)
        return self.of(
            (*self.skills.values(), *skills),
            (*self.roles.values(), *roles),
            every,
            self.activities,
            self.hours,
        )

    def named(self, id: str) -> str:
        """The name of a skill or role; the id itself when it is not in the catalogue."""
        entry = self.skills.get(id) or self.roles.get(id)
        return entry.name if entry else id

    def called(self, need: Need) -> str:
        """What a need is called: its skill, or the name of the group."""
        return need.name or " or ".join(map(self.named, need.of))

    def weighed(self, role: Role) -> tuple[float, ...]:
        """How much each need of a role counts, as parts of 1.

        It is the weight of the need times the rarity of the commonest skill that meets it.
        """
        unseen = log(1 + len(self.roles)) + 1
        rare = self.rarity.get
        counts = [need.weight * min([rare(id, unseen) for id in need.of]) for need in role.needs]
        whole = sum(counts) or 1.0
        return tuple([count / whole for count in counts])

    def move(self, frm: str, to: str) -> Move | None:
        """The known move between two roles (ids), None when there is none."""
        return next((one for one in self.moves.get(frm, ()) if one.to == to), None)

    def role(self, text: str) -> Role:
        """A role by id, name or alias. Raises Unknown with the closest names."""
        return self.roles[_found("role", text, self.roles)]

    def skill(self, text: str) -> Skill:
        """A skill by id, name or alias. Raises Unknown with the closest names."""
        return self.skills[_found("skill", text, self.skills)]


def names(entries: Mapping[str, Skill] | Mapping[str, Role]) -> dict[str, str]:
    """Every id, name and alias, in the form of a handle, with its id; an id comes before another's alias."""
    aliases = {handle(alias): one.id for one in entries.values() for alias in one.aliases}
    return aliases | {handle(one.name): one.id for one in entries.values()} | {id: id for id in entries}


def _found(what: str, text: str, entries: Mapping[str, Skill] | Mapping[str, Role]) -> str:
    if text in entries:
        return text
    plain = text.strip().casefold()
    for one in entries.values():  # as it is written, which is a hundredth of the work
        if plain == one.name.casefold() or plain in one.aliases:
            return one.id
    known, asked = names(entries), handle(text)
    if asked in known:
        return known[asked]
    from difflib import get_close_matches

    close = dict.fromkeys(known[one] for one in get_close_matches(asked, known, n=6, cutoff=0.6))
    raise Unknown(what, text, list(close)[:3])


def _rarity(roles: Iterable[Role]) -> dict[str, float]:
    """By skill id ln((1 + roles) / (1 + roles that need it)) + 1, the smoothed inverse document frequency.

    What every role needs counts 1; what few need counts up to some 4 times as much.
    """
    needed = [{id for need in role.needs for id in need.of} for role in roles]
    counts: dict[str, int] = {}
    for ids in needed:
        for id in ids:
            counts[id] = counts.get(id, 0) + 1
    return {id: log((1 + len(needed)) / (1 + count)) + 1 for id, count in counts.items()}
