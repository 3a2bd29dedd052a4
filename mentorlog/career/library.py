"""Every role there is: the catalogue with one's own, and beside it what was imported, each in a catalogue of its own.

An import changes nothing of what is built in, not even how rare a skill is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from mentorlog.career.alike import near
from mentorlog.career.catalogue import MOST_RISE, Catalogue, Move, Role, names
from mentorlog.career.compare import similar as similar_by_needs
from mentorlog.career.imported import Pack, no_pack, packs
from mentorlog.career.pack import load
from mentorlog.domain.text import handle
from mentorlog.errors import Refused, Unknown

OURS = "ours"
"""The name of the catalogue among the packs."""
ONET = "onet"
MOVES = 30
"""So many of the roles most like an imported one count as moves from it. A rule of thumb of ours."""
_CODE = re.compile(r"\d\d-\d{4}(\.\d\d)?")


class Like(NamedTuple):
    """A role, how alike it is (0-1), and how alike in each part that was compared; none for plain needs."""

    role: Role
    score: float
    parts: Mapping[str, float] = {}


class Library:
    """The catalogue and the imported packs. Packs are read only when a role of theirs is asked for."""

    def __init__(self, ours: Catalogue, imported: Iterable[Pack] = ()) -> None:
        self.ours = ours
        self.packs = {pack.name: pack for pack in imported}

    @classmethod
    def of(cls, folder: Path, own: Iterable[Role] = ()) -> Library:
        """What we bring, with roles of one's own, and the packs imported into a folder. Raises Unreadable."""
        ours, mine = load(), tuple(own)
        return cls(ours.plus(mine) if mine else ours, packs(folder))

    def roles(self) -> tuple[Role, ...]:
        """All roles, ours first. Those that were imported come without what they need."""
        others = (role for pack in self.packs.values() for role in pack.titles)
        return (*self.ours.roles.values(), *others)

    def home(self, role: Role) -> str:
        """The name of the pack a role is in; `ours` for the catalogue."""
        name = role.id.partition(":")[0]
        return name if ":" in role.id and name in self.packs else OURS

    def role(self, text: str) -> Role:
        """A role by id, O*NET-SOC code, name or other title; ours come first.

        Raises Unknown with the closest names, Refused when several roles go by that code or title.
        """
        return (
            self._mine(text)
            or self._occupation(text)
            or self._coded(text)
            or self._imported(text)
            or self._nearest(text)
        )

    def over(self, *roles: Role) -> Catalogue:
        """The catalogue in which these roles are at home; when that is several, ours with them added."""
        homes = {self.home(role) for role in roles}
        if homes == {OURS} or not homes:
            return self.ours
        if len(homes) == 1:
            return self._catalogue(self.packs[homes.pop()])
        others = [role for role in roles if self.home(role) != OURS]
        skills = [skill for home in homes - {OURS} for skill in self.packs[home].skills]
        return self.ours.plus(others, skills)

    def seen_from(self, role: Role) -> Catalogue:
        """The same, with moves from an imported role to those most like it: nobody wrote any down."""
        home = self.home(role)
        if home == OURS:
            return self.ours
        catalogue = self._catalogue(self.packs[home])
        likest = self.similar(role, MOVES)
        moves = (_move(role, one, likest[0].score) for one in likest)
        known = {role.id: tuple(one for one in moves if one)}
        return catalogue.but(moves={**catalogue.moves, **known})

    def similar(self, role: Role, top: int = 0) -> tuple[Like, ...]:
        """The roles of the same home most like one, the most alike first; `top` 0 is all of them."""
        home = self.home(role)
        pack = self.packs.get(home)
        most = top or None
        if pack is None or not pack.features:
            catalogue = self.over(role)
            every = similar_by_needs(role, catalogue, most or len(catalogue.roles))
            return tuple(Like(one.role, round(one.likeness, 4)) for one in every)
        ids = [one.id for one in pack.titles]
        found = near(pack.places[role.id], pack.features, pack.about.weights, ids)
        return tuple(Like(pack.titles[one.at], one.score, one.parts) for one in found[:most])

    def counterpart(self, role: Role, name: str) -> Role:
        """The same role in another pack, by its O*NET-SOC code. Raises Unknown for no such pack, Refused."""
        if name not in (OURS, *self.packs):
            raise no_pack(name, (OURS, *self.packs))
        if name == self.home(role):
            return role
        if not role.onet:
            raise Refused(f"{role.name} has no O*NET-SOC code, by which to find it in {name}.")
        if name == OURS:
            found = self._coded(role.onet)
        else:
            found = self._only(role.onet, [self.packs[name]])
        if found is None:
            raise Refused(f"No role of {name} has the O*NET-SOC code of {role.name}, {role.onet}.")
        return found

    def _catalogue(self, pack: Pack) -> Catalogue:
        ours = self.ours
        skills = (*ours.skills.values(), *pack.skills)
        return Catalogue.of(skills, pack.roles, (), ours.activities, ours.hours)

    def _mine(self, text: str) -> Role | None:
        id = text if text in self.ours.roles else names(self.ours.roles).get(handle(text))
        return self.ours.roles[id] if id else None

    def _occupation(self, text: str) -> Role | None:
        """The occupation of O*NET itself with a code, which ladders may give to roles of theirs too."""
        pack, code = self.packs.get(ONET), text.strip()
        if pack is None or not _CODE.fullmatch(code):
            return None
        return self._only(f"{ONET}:{code if '.' in code else f'{code}.00'}", [pack])

    def _imported(self, text: str) -> Role | None:
        prefix, _, rest = text.strip().partition(":")
        if rest and prefix.casefold() in self.packs:
            return self._only(text.strip(), [self.packs[prefix.casefold()]]) or self._only(
                rest, [self.packs[prefix.casefold()]]
            )
        return self._only(text, self.packs.values())

    def _only(self, text: str, among: Iterable[Pack]) -> Role | None:
        """The one role that goes by a text in the first of these packs that has it."""
        # The title of a role in any pack comes before another title of a role in the first.
        for pack in sorted(among, key=lambda one: not one.titled(text)):
            places = pack.called(text)
            if len(places) == 1:
                return pack.role(places[0])
            if places:
                raise _several(text, [pack.titles[at] for at in places])
        return None

    def _coded(self, text: str) -> Role | None:
        """The one role of ours with an O*NET-SOC code."""
        code = text.strip()
        if not _CODE.fullmatch(code):
            return None
        found = [one for one in self.ours.roles.values() if code in (one.onet, one.onet.removesuffix(".00"))]
        if len(found) > 1:
            raise _several(text, found)
        return found[0] if found else None

    def _nearest(self, text: str) -> Role:
        from difflib import get_close_matches

        known = names(self.ours.roles)
        known |= {handle(role.name): role.id for pack in self.packs.values() for role in pack.titles}
        close = dict.fromkeys(known[one] for one in get_close_matches(handle(text), known, n=6, cutoff=0.6))
        raise Unknown("role", text[:60], list(close)[:3], "mentorlog role list")


def _several(text: str, roles: list[Role]) -> Refused:
    ids = ", ".join(one.id for one in roles[:4])
    more = f" and {len(roles) - 4} more" if len(roles) > 4 else ""
    return Refused(f"{len(roles)} roles go by “{text[:60]}”: {ids}{more}.", "Name one of them by its id.")


def _move(frm: Role, like: Like, most: float) -> Move | None:
    """A move to a role that is like another, as a share of the likest; None where a rung is missing between."""
    rise = like.role.seniority - frm.seniority
    if rise > MOST_RISE:
        return None
    kind = "step-up" if rise > 0 else "sideways" if rise == 0 else "stretch"
    note = f"In what is done and known, and in its titles, it is {like.score:.0%} alike."
    return Move(frm.id, like.role.id, kind, note, like.score / most if most else 0.0)
