"""All that is between somebody and me, to read together."""

from __future__ import annotations

from mentorlog.domain.material import Material, Wanted
from mentorlog.domain.people import Person
from mentorlog.domain.summarise import summarise
from mentorlog.domain.summary import Summary


class Together(Summary):
    """A summary with who the person is: `role` is what they are to me, `met` how we met."""

    role: str = ""
    title: str = ""
    organisation: str = ""
    met: str = ""
    introducer: str = ""


def together(found: Material, wanted: Wanted, person: Person) -> Together:
    """The document about a person: only what is linked with them."""
    summary = summarise(found, wanted)
    return Together(
        **summary.values(),
        role=person.role,
        title=person.title,
        organisation=person.organisation,
        met=person.met,
        introducer=_introducer(found, person),
    )


def _introducer(material: Material, person: Person) -> str:
    """Who introduced them, where the reader may know."""
    known = person.introduced_by in material.people
    return material.name(person.introduced_by) if known else ""
