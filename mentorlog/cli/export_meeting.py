"""`export meeting`: the recap of a conversation, for those who were in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from mentorlog.cli.export_deliver import hand
from mentorlog.cli.export_request import Request, verb
from mentorlog.errors import Misused, Refused

if TYPE_CHECKING:
    from mentorlog.domain.meetings import Meeting
    from mentorlog.domain.people import Person
    from mentorlog.env import Env
    from mentorlog.store.store import Store

Which = Annotated[str, typer.Argument(metavar="REF", help="A conversation: m12.")]


def _meeting(env: Env, request: Request, about: str) -> None:
    """Write the recap of a conversation, to share with those who were in it.

    $ mentorlog export meeting m42
    $ mentorlog export meeting m42 --for mentor --out ana.md --dry-run

    What was talked about, said, promised and kept for next time. With --for self it is your own copy; private
    notes come along only with --include-private.
    """
    from mentorlog.domain.audience import Audience
    from mentorlog.domain.documents.meeting import countable, recap
    from mentorlog.domain.people import Person
    from mentorlog.domain.tally import left_out

    with env.read(private=True) as store:
        held = _held(env, store, about)
        people = [store.by_id(Person, id) for id in store.meetings.people(held)]
        readers = _readers(store, request, held, people)
    if held.private and not request.private:
        raise Refused(f"{held.ref} is private.", "Add --include-private to hand it out.")
    if any(one.private for one in people) and not request.private:
        raise Refused(f"Somebody who was in {held.ref} is private.", "Add --include-private to hand it out.")
    # Of a talk with several, nothing is about a third person to them: the recap keeps to those who were there.
    alone = people[0].id if len(people) == 1 and request.reader != "self" else None
    audience = Audience(outside=True, private=request.private, person=alone, third_party=request.others)
    with env.audience(audience) as store:
        shown = store.summary.gather(held.day, env.today)
    with env.read(private=True) as store:
        everything = store.summary.gather(held.day, env.today)
    seen = next((one for one in shown.meetings if one.id == held.id), None)
    if seen is None:
        raise Refused(f"{held.ref} is about somebody else too.", "Add --include-third-party to hand it out.")
    there = tuple(people)
    left = left_out(countable(everything, held, there), countable(shown, held, there), audience)
    hand(env, request, "meeting", recap(shown, seen, there, env.me), left, [one.id for one in readers])


def _held(env: Env, store: Store, text: str) -> Meeting:
    """A conversation that took place. Raises Unknown, Misused for another kind, Refused for one to come."""
    from mentorlog.domain.meetings import Meeting
    from mentorlog.domain.spoken import a

    found = store.find.record(text)
    if not isinstance(found, Meeting):
        raise Misused(f"{found.ref} is {a(found.kind)}, not a meeting.", "mentorlog meeting list")
    if found.day > env.today:
        raise Refused(
            f"{found.ref} is still to come.", "What is to be talked about: mentorlog export agenda P"
        )
    return found


def _readers(store: Store, request: Request, meeting: Meeting, people: list[Person]) -> list[Person]:
    """Who of those who were there reads it: all, unless --with or --for says who. Raises Refused for others."""
    if request.reader == "self":
        return []
    if request.person:
        asked = store.find.person(request.person)
        found = [one for one in people if one.id == asked.id]
        said = f"{asked.called} was not in {meeting.ref}."
    else:
        found = [one for one in people if request.reader in (None, one.role)]
        said = f"No {request.reader} of yours was in {meeting.ref}."
    if not found and (request.person or request.reader):
        raise Refused(said, "A recap is for those who were there; --for self is your own copy.")
    return found


meeting = verb(_meeting, Which, ("goal", "since", "until"))
