"""An outlook: where one could go from here, with how far each role is covered; what a map is drawn from."""

from __future__ import annotations

from collections.abc import Mapping

from mentorlog.career.catalogue import KINDS, Catalogue, Role
from mentorlog.career.explore import Option, explore
from mentorlog.career.journal import catalogue_with, here, levels, signals
from mentorlog.career.standing import coverage, in_role, standing
from mentorlog.domain.careers import Said
from mentorlog.domain.frozen import Frozen

MOST = 3
"""How many roles of a shelf are shown: a few can be compared. A choice of ours."""


class Shelf(Frozen):
    """A kind of move (step-up, sideways or stretch), and the roles it leads to, best first."""

    kind: str
    options: tuple[Option, ...]


class Outlook(Frozen):
    """The role one is in, or the one covered best when `assumed`; `covered` 0-1; shelves that hold something.

    wishes: by role id, `aimed at` or `explored`.
    """

    here: Role
    assumed: bool = False
    covered: float
    shelves: tuple[Shelf, ...] = ()
    wishes: Mapping[str, str] = {}


def outlook(said: Said, base: Catalogue) -> Outlook | None:
    """What lies around the role of now, else around the one covered best. None with nothing to go by."""
    catalogue = catalogue_with(said, base)
    now, known, wanted = here(said, catalogue), levels(said, catalogue), signals(said, catalogue)
    found = explore(now, known, catalogue, wanted)
    if found.here is None:
        return None
    held = standing(in_role(now, known, catalogue) if now else known, catalogue)
    return Outlook(
        here=found.here,
        assumed=found.assumed,
        covered=coverage(found.here, held, catalogue),
        shelves=tuple(
            Shelf(kind=kind, options=options[:MOST])
            for kind, options in zip(KINDS, (found.step_up, found.sideways, found.stretch), strict=True)
            if options
        ),
        wishes=dict.fromkeys(wanted.interests, "explored") | dict.fromkeys(wanted.goals, "aimed at"),
    )
