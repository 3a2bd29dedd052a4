"""A promise as it was said: whose it is, what, and by when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from mentorlog.domain.dates import split_due
from mentorlog.domain.frozen import Frozen
from mentorlog.domain.text import clean
from mentorlog.errors import Refused, Unknown

if TYPE_CHECKING:
    from mentorlog.domain.actions import Action
    from mentorlog.domain.dates import Order
    from mentorlog.domain.people import Person
    from mentorlog.store.store import Store


class Promise(Frozen):
    """What somebody will do; `owner` None is me. `replaces` is the open action whose place it takes."""

    text: str
    owner: Person | None = None
    due: date | None = None
    replaces: Action | None = None


def promised(
    store: Store, text: str, people: Sequence[Person], day: date, me: str = "", order: Order | None = None
) -> Promise:
    """`ana: intro to Jo by fri`, said on `day`; without a name, or with `me` or my own, it is mine.

    Raises Unknown for somebody unknown, Refused for a name that could be two people or a day that is none,
    Unreadable for no words.
    """
    who, words = _split(text, [me, *(person.name for person in people)])
    own = {"", "me", "i", me.casefold(), *me.casefold().split()[:1]}
    owner = None if who.casefold() in own and not _named(who, people) else _owner(store, people, who)
    said, due = split_due(words, day, order)
    return Promise(text=clean(said, "promise"), owner=owner, due=due)


def read_promise(text: str) -> tuple[str, str]:
    """Who promised, and what: `ana: intro to Jo` is hers. Without a name and a colon before a space, who is empty."""
    found = re.match(r"\s*([^\s:]{1,60}):\s+(.*)", text, re.DOTALL)
    return (found[1], found[2]) if found else ("", text)


def _split(text: str, names: list[str]) -> tuple[str, str]:
    """Who and what; one of these whole names may stand before the colon too."""
    said = text.strip()
    for name in filter(None, names):
        if said.casefold().startswith(f"{name.casefold()}: "):
            return name, said[len(name) + 1 :].strip()
    return read_promise(text)


def _named(who: str, people: Sequence[Person]) -> list[Person]:
    """Those of the conversation who go by a name: handle, ref, whole or first name."""
    word = who.casefold()
    exact = [one for one in people if word in (one.handle, str(one.ref), one.name.casefold())]
    return exact or [one for one in people if word == one.name.casefold().split()[0]]


def _owner(store: Store, people: Sequence[Person], who: str) -> Person:
    there = _named(who, people)
    if len(there) > 1:
        handles = ", ".join(one.short for one in there)
        raise Refused(
            f"“{who}” could be more than one of you: {handles}.", "Begin the promise with a handle."
        )
    try:
        return there[0] if there else store.find.person(who)
    except Unknown as error:
        hint = "A promise begins with “me: ” or a name; without one it is yours."
        raise Unknown("person", who, error.close, hint) from error
