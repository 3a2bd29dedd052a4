"""The world's names for skills, matched to ours: by id, name or alias, never by a guess.

What matches nothing becomes a skill of the pack itself, so that nothing is lost; the nearest names of
ours go into the report, for whoever wants to add an alias.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from mentorlog.career.catalogue import Role, Skill, names
from mentorlog.domain.text import handle

NEAREST = 3
_LIKE = 0.6
_NAMES = """
adobe amazon apache apple atlassian cisco citrix esri google hashicorp ibm jetbrains microsoft oracle red-hat
salesforce sap vmware
"""
_MAKERS = frozenset(_NAMES.split())


class Unmatched(NamedTuple):
    """A name that is none of ours: how many roles need it, and the ids of our skills it is nearest to."""

    name: str
    roles: int
    nearest: tuple[str, ...]


class Matcher:
    """Finds our skill for a name, and keeps those that are none of ours."""

    def __init__(self, skills: Mapping[str, Skill]) -> None:
        self._skills = skills
        self._ours = names(skills)
        self._known: dict[tuple[str, bool | None], str] = {}
        self.own: dict[str, Skill] = {}

    def id(self, name: str, category: str = "other", technical: bool | None = None) -> str:
        """The id of our skill of that name; else that of a skill of the pack's own, in this category.

        technical: only one of ours that is (True) or is not (False): to monitor people is not to monitor servers.
        """
        asked = name, technical
        if asked not in self._known:
            ours = (self._ours[form] for form in _forms(name) if form in self._ours)
            found = next((id for id in ours if self._fits(id, technical)), "")
            if not found:
                found = self._free(handle(name))
                self.own.setdefault(found, Skill(id=found, name=name, category=category))
            self._known[asked] = found
        return self._known[asked]

    def _fits(self, id: str, technical: bool | None) -> bool:
        return technical is None or (self._skills[id].category == "technical") is technical

    def _free(self, id: str) -> str:
        """An id that is none of ours."""
        return f"{id}-x" if id in self._skills else id

    def unmatched(self, needed: Counter[str]) -> tuple[Unmatched, ...]:
        """What is none of ours, the most needed first. `needed`: roles by the id of a skill they need."""
        from difflib import get_close_matches

        found = []
        for id in sorted(self.own.keys() & needed.keys(), key=lambda id: (-needed[id], id)):
            close = get_close_matches(id, self._ours, n=2 * NEAREST, cutoff=_LIKE)
            nearest = tuple(dict.fromkeys(self._ours[one] for one in close))[:NEAREST]
            found.append(Unmatched(self.own[id].name, needed[id], nearest))
        return tuple(found)


def _forms(name: str) -> Iterator[str]:
    """Ways to say the same, as handles: as it is, by its short name, without its maker.

    `Amazon Web Services AWS software`: itself, without “software” or what stands in brackets, its short
    name, without that, and without the maker.
    """
    yield handle(name)
    plain = re.sub(r"\s+(software|\([^()]*\))$", "", name.strip())
    yield handle(plain)
    short = re.search(r"^(.+)\s([A-Z][A-Z0-9+#]+)$", plain)
    if short:
        yield handle(short[2])
        yield handle(short[1])
    maker, _, product = plain.partition(" ")
    if product and handle(maker) in _MAKERS:
        yield handle(product)


def needed(roles: Iterable[Role]) -> Counter[str]:
    """How many roles need each skill, by its id."""
    return Counter(id for role in roles for need in role.needs for id in need.of)
