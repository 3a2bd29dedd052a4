"""Which mentorship is meant, and saying what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from mentorlog.domain.mentorships import SIDES
from mentorlog.errors import Unreadable

if TYPE_CHECKING:
    from mentorlog.domain.people import Mentorship, Person
    from mentorlog.domain.record import Record

Partner = Annotated[str, typer.Argument(metavar="P", help="A person, or a mentorship by ref.")]
As = Annotated[
    str,
    typer.Option("--as", metavar="SIDE", help=f"Where you are the {', '.join(SIDES[:-1])} or {SIDES[-1]}."),
]


def side_of(text: str) -> str:
    """My side, by name or its beginning; may be empty. Raises Unreadable."""
    word = text.strip().lower()
    found = [word] if word in SIDES else [side for side in SIDES if side.startswith(word)]
    if word and len(found) != 1:
        raise Unreadable(f"“{text[:60]}” is not one of {', '.join(SIDES)}.")
    return found[0] if word else ""


def echo(record: Record, what: str, person: Person, *said: str) -> str:
    """One line on what was kept: with whom, what, and who may see it. A private one says only what it is."""
    if record.private:
        return f"{what} · PRIVATE"
    return " · ".join([person.called, *filter(None, said), "shared"])


def of_whom(mentorship: Mentorship, person: Person) -> str:
    """`mentee of Ana Ruiz`."""
    return f"{mentorship.side} of {person.called}"
