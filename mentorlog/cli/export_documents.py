"""Documents out of the journal, each of a template: what happened, what I achieved, what I plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from mentorlog.cli.export_deliver import deliver, hand
from mentorlog.cli.export_request import REDACTED, Request, verb, wanted_of
from mentorlog.errors import Refused

if TYPE_CHECKING:
    from mentorlog.domain.frozen import Frozen
    from mentorlog.domain.material import Material, Wanted
    from mentorlog.domain.people import Person
    from mentorlog.env import Env

Whom = Annotated[str, typer.Argument(metavar="P", help="A person, by handle, name or ref.")]
Which = Annotated[str, typer.Argument(metavar="ROLE", help="A role, by name or id.")]
Minutes = Annotated[
    str, typer.Option("--agenda", metavar="45m", help="Share out so many minutes among the topics.")
]


def _summary(env: Env, request: Request) -> None:
    """Write what happened with somebody, what came of it, and what is next.

    $ mentorlog export summary --with ana --since 2026-01 --for mentor --out ana.md --dry-run
    $ mentorlog export summary --for manager --since -6m
    $ mentorlog export summary --goal g1 --format json

    It holds what is shared and linked with its reader, or with nobody but you. For a manager: goals, wins
    and skills, no conversations. For a mentee: only what is linked with them.
    """
    from mentorlog.domain.summarise import summarise

    deliver(env, request, "summary", summarise)


def _brag(env: Env, request: Request) -> None:
    """Write what you achieved: wins by impact, with evidence and quotes.

    $ mentorlog export brag --since 2026-01
    $ mentorlog export brag --for manager --include-third-party --redact-names
    """
    from mentorlog.domain.documents.brag import brag

    deliver(env, request, "brag", brag)


def _stories(env: Env, request: Request) -> None:
    """Write wins as stories: situation, task, action, result.

    $ mentorlog export stories
    $ mentorlog export stories --since -1y --redact-names

    A story is told with mentorlog win story; wins without one are not in it.
    """
    from mentorlog.domain.documents.stories import stories

    deliver(env, request, "stories", stories)


def _plan(env: Env, request: Request) -> None:
    """Write your development plan: aims, skills by you and by others, goals, actions, resources.

    $ mentorlog export plan
    $ mentorlog export plan --for mentor --dry-run
    """
    from mentorlog.cli.careers import library
    from mentorlog.domain.documents.plan import plan

    def build(found: Material, wanted: Wanted) -> Frozen:
        ours = library(env, None).ours if found.aims else None
        called = {one.what: ours.named(one.what) for one in found.aims} if ours else {}
        return plan(found, wanted, called)

    deliver(env, request, "plan", build)


def _promotion(env: Env, request: Request, about: str) -> None:
    """Write the case for a role: its needs, the evidence for each, and the gaps.

    $ mentorlog export promotion backend-developer
    $ mentorlog export promotion backend-developer --for manager --since -1y
    """
    if request.reader == "mentee":
        raise Refused("The case for a role is yours, not a mentee's.", "mentorlog career gap R --for P")
    from mentorlog.career.promotion import promotion
    from mentorlog.cli.careers import library

    _, audience = wanted_of(env, request, "promotion")
    with env.audience(audience) as store:
        shelf = library(env, store)
    role = shelf.role(about)
    catalogue = shelf.over(role)
    deliver(env, request, "promotion", lambda found, wanted: promotion(found, wanted, role, catalogue))


def _person(env: Env, request: Request, about: str) -> None:
    """Write all that is between somebody and you, to read together.

    $ mentorlog export person bo
    $ mentorlog export person bo --since -6m --out bo.md --dry-run

    It holds only what is shared and linked with them. Everything held about somebody, as data: mentorlog
    person export.
    """
    from mentorlog.domain.documents.person import together

    person = _known(env, about, request.private)
    asked = request.but(person=str(person.ref), reader="mentee")
    deliver(env, asked, "person", lambda found, wanted: together(found, wanted, person))


def _agenda(env: Env, request: Request, about: str, minutes: str) -> None:
    """Write the agenda of the next conversation, to send ahead.

    $ mentorlog export agenda ana --agenda 45m
    $ mentorlog export agenda bo --out bo.md

    It holds what is shared with them. Your own page is mentorlog prep.
    """
    from mentorlog.domain.audience import Audience
    from mentorlog.domain.dates import read_minutes
    from mentorlog.domain.documents.agenda import agenda
    from mentorlog.domain.prep import prep
    from mentorlog.domain.tally import left_out
    from mentorlog.store.prep import gather

    length = read_minutes(minutes) if minutes else 0
    who = _known(env, about, False)
    audience = Audience(outside=True, person=who.id)
    with env.audience(audience) as store:
        shown = gather(store, who, env.today, None, env.me, mine=False)
    with env.read(private=True) as store:
        everything = gather(store, who, env.today, shown.since, env.me)
    left = left_out((*everything.open, *everything.topics), (*shown.open, *shown.topics), audience)
    hand(env, request, "agenda", agenda(prep(shown, length)), left, [who.id])


def _known(env: Env, text: str, private: bool) -> Person:
    """A person by name. Raises Unknown, and Refused for a private one without `private`."""
    with env.read(private=True) as store:
        found = store.find.person(text)
    if found.private and not private:
        raise Refused(f"{found.ref} is private.", "Add --include-private to hand it out.")
    return found


def _redactable(function: Any) -> Any:
    """The same, with what redacting can and cannot do said in its help."""
    function.__doc__ = f"{function.__doc__.rstrip()}\n\n    " + REDACTED.replace("\n", "\n    ") + "\n"
    return function


_FOR_THEM = ("person", "goal", "since", "until", "reader", "private", "others", "yes")
DOCUMENTS = {
    "summary": verb(_redactable(_summary)),
    "agenda": verb(_redactable(_agenda), Whom, _FOR_THEM, {"minutes": (Minutes, "")}),
    "plan": verb(_redactable(_plan), without=("since", "until")),
    "brag": verb(_redactable(_brag)),
    "stories": verb(_redactable(_stories)),
    "person": verb(_redactable(_person), Whom, ("person", "reader")),
    "promotion": verb(_redactable(_promotion), Which),
}
"""The verbs of `export` that write a document."""
