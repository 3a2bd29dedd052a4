"""Where somebody stands among all roles: what the journal says of them, seen through the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from typing import NamedTuple

from mentorlog.career import journal
from mentorlog.career.catalogue import Catalogue, Role
from mentorlog.career.journal import Known
from mentorlog.career.library import Library
from mentorlog.career.standing import in_role
from mentorlog.domain.careers import Said
from mentorlog.domain.frozen import Frozen
from mentorlog.domain.refs import Ref
from mentorlog.domain.roles import held
from mentorlog.errors import Problem


class Titled(NamedTuple):
    """A role or skill by its id, which is what one types, and its name."""

    id: str
    name: str


class Whose(NamedTuple):
    """Whose page it is: a name and what to type for them, both empty for mine."""

    name: str = ""
    short: str = ""


class Standpoint(Frozen):
    """What the journal says of somebody, every role there is, and hours a week to learn (None: not said)."""

    said: Said
    library: Library
    known: Mapping[str, Known] = {}
    weekly: int | None = None

    @property
    def today(self) -> date:
        """The day it is seen from."""
        return self.said.today

    @property
    def whose(self) -> Whose:
        """Who it is, as pages say it."""
        person = self.said.person
        return Whose(person.called, person.short) if person else Whose()

    @property
    def levels(self) -> dict[str, int | None]:
        """Level 0-5 by skill id, None for one that is unrated."""
        return {id: one.level for id, one in self.known.items()}

    @property
    def here(self) -> Role | None:
        """The role of the position held today, of the catalogue or an imported one."""
        found = journal.here(self.said, self.library.ours)
        position = held(self.said.positions, self.today)
        if found is None and position and position.role:
            with suppress(Problem):  # the pack it came from may be gone
                return self.library.role(position.role)
        return found

    def role(self, text: str) -> Role:
        """A role by id, name, other title, code, or the ref of one of my own. Raises Unknown, Refused."""
        own = (one.handle for one in self.said.roles if str(one.ref) == text.strip().casefold())
        return self.library.role(next(own, text))

    def likely(self, here: Role | None, catalogue: Catalogue) -> Mapping[str, int | None]:
        """The levels, and for what is unrated what the role somebody is in needs."""
        return in_role(here, self.levels, catalogue) if here else self.levels

    def typed(self, id: str) -> str:
        """What to type for a skill: its handle in the journal, else its id."""
        skill = self.known[id].skill if id in self.known else None
        return skill.called if skill else id

    def strange(self) -> set[Ref]:
        """Aims at what is no role, family of roles or skill of ours, so that nothing is reckoned with them."""
        ours = self.library.ours
        known = {*ours.roles, *ours.skills, *(one.family for one in ours.roles.values())}
        found = journal.signals(self.said, ours).interests
        return {ref for id, refs in found.items() if id not in known for ref in refs}

    def looked_at(self) -> dict[str, tuple[Ref, ...]]:
        """Roles aimed at or explored, by id, with the records that say so."""
        found = journal.signals(self.said, self.library.ours)
        roles = self.library.ours.roles
        return {id: refs for id, refs in {**found.interests, **found.goals}.items() if id in roles}


def standpoint(said: Said, library: Library, weekly: int | None = None) -> Standpoint:
    """Where somebody stands; `library` holds the roles of the journal too."""
    return Standpoint(said=said, library=library, known=journal.known(said, library.ours), weekly=weekly)


def titled(id: str, catalogue: Catalogue) -> Titled:
    """A role or skill of a catalogue by its id; one that is not there is called by it."""
    return Titled(id, catalogue.named(id))
