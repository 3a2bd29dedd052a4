"""Ladders: what an organisation asks of its roles at each level, as a pack.

Where a ladder gives words or examples in place of our levels 0-5: a word of proficiency that is commonly
used has the level in WORDS; else the steps of the ladder are spread evenly from 1 to 5. The rank of a role
is its place on the ladder, at most 7; that of a role of the same name as one of ours is ours. Rules of thumb
of ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from mentorlog.career.catalogue import Catalogue, Need, Role, names
from mentorlog.career.imported import About, Parts
from mentorlog.career.matching import Matcher
from mentorlog.domain.skills import LEVELS
from mentorlog.domain.text import handle
from mentorlog.errors import Unreadable

WORDS: Mapping[str, int] = {
    **{word: level for level, word in enumerate(LEVELS)},
    **dict.fromkeys(("awareness", "novice", "beginner"), 1),
    **dict.fromkeys(("foundational", "basic", "learning"), 2),
    **dict.fromkeys(("working knowledge", "working", "intermediate", "competent", "proficient"), 3),
    **dict.fromkeys(("practitioner", "advanced"), 4),
    **dict.fromkeys(("expert", "mastery"), 5),
}
"""Levels for words of proficiency."""
USUAL_WEIGHT = 2
TOP_RANK = 7


class Ask(NamedTuple):
    """One line of a ladder: a role, its level as the ladder calls it, and a skill (several with |) at 0-5.

    rank: the place of the level on the ladder from 0, None to go by its name.
    """

    role: str
    label: str
    skill: str
    level: int
    weight: int = USUAL_WEIGHT
    rank: int | None = None
    family: str = ""


def parts(name: str, source: str, asks: Iterable[Ask], ours: Catalogue, matcher: Matcher) -> Parts:
    """The pack of a ladder. Raises Unreadable when it asks for nothing."""
    steps: dict[tuple[str, str], list[Ask]] = {}
    for ask in asks:
        steps.setdefault((ask.role, ask.label), []).append(ask)
    if not steps:
        raise Unreadable(f"{source} asks for no skills. Nothing was imported.")
    places = _places(steps)
    groups = {
        frozenset(need.of): need.name for role in ours.roles.values() for need in role.needs if need.name
    }
    ids = _ids(name, steps)
    roles = [_role(ids[key], key, steps[key], places[key], ours, matcher, groups) for key in steps]
    about = About(
        name=name,
        kind="ladder",
        source=source,
        notice="A ladder of its owners. Their terms hold.",
        roles=len(roles),
        skills=len(matcher.own),
    )
    own = tuple(matcher.own[id] for id in sorted(matcher.own))
    return Parts(about=about, roles=tuple(sorted(roles, key=lambda one: one.id)), skills=own)


def level_of(text: str) -> int | None:
    """A level 0-5 from a number or a word of proficiency; None when it is neither."""
    plain = " ".join(text.casefold().split())
    return int(plain) if plain in ("0", "1", "2", "3", "4", "5") else WORDS.get(plain)


def spread(step: int, steps: int) -> int:
    """A step of a ladder (from 0) as a level: the first is 1, the last 5, a single one 3."""
    return 3 if steps < 2 else 1 + int(4 * step / (steps - 1) + 0.5)


def _places(steps: Mapping[tuple[str, str], Sequence[Ask]]) -> dict[tuple[str, str], int | None]:
    """The place of each level of a role, from 0; None for a role that has but one."""
    families: dict[str, list[tuple[str, str]]] = {}
    for (role, label), asks in steps.items():
        families.setdefault(asks[0].family or role, []).append((role, label))
    found: dict[tuple[str, str], int | None] = {}
    for keys in families.values():
        ranked = sorted(keys, key=lambda key: (steps[key][0].rank or 0, _natural(key[1]), key))
        for place, key in enumerate(ranked):
            found[key] = place if len(keys) > 1 else None
    return found


def _natural(text: str) -> list[tuple[int, str]]:
    """L2 before L10."""
    return [(int(part), "") if part.isdecimal() else (0, part) for part in re.split(r"(\d+)", text)]


def _ids(name: str, keys: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
    ids: dict[tuple[str, str], str] = {}
    taken: set[str] = set()
    for key in sorted(keys):
        plain = id = f"{name}:{handle(' '.join(key))}"
        count = 1
        while id in taken:
            count += 1
            id = f"{plain}-{count}"
        taken.add(id)
        ids[key] = id
    return ids


def _role(
    id: str,
    key: tuple[str, str],
    asks: Iterable[Ask],
    place: int | None,
    ours: Catalogue,
    matcher: Matcher,
    groups: Mapping[frozenset[str], str],
) -> Role:
    role, label = key
    known = ours.roles.get(names(ours.roles).get(handle(role), ""))
    rank = (
        known.seniority if known and place is None else min(TOP_RANK, 1 + place) if place is not None else 3
    )
    needs: dict[tuple[str, ...], Need] = {}
    family = ""
    for ask in sorted(asks):
        of = tuple(dict.fromkeys(matcher.id(one.strip()) for one in ask.skill.split("|")))
        before = needs.get(of, Need(of, 0, 1))
        group = groups.get(frozenset(of), "") if len(of) > 1 else ""
        needs[of] = Need(of, max(ask.level, before.level), max(ask.weight, before.weight), group)
        family = ask.family
    return Role(
        id=id,
        name=" ".join(filter(None, key)),
        family=family or (known.family if known else role if label else ""),
        track=label,  # so that a table of it can be written again
        seniority=rank,
        onet=known.onet if known else "",
        needs=tuple(sorted(needs.values(), key=lambda one: (-one.weight, -one.level, one.of))),
    )
