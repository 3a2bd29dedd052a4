"""Who is meant by the name, address or handle that a file gives: exactly somebody, or nobody."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from mentorlog.domain.people import Person


class Acquaintances:
    """The people of the journal by all that they may be called."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._exact: dict[str, Person | None] = {}
        self._first: dict[str, Person | None] = {}
        self.handles: set[str] = {"me"}  # which stands for the owner wherever a person is asked for
        for one in people:
            self.add(one)

    def add(self, person: Person) -> None:
        """Somebody more. What two people are called names neither."""
        self.handles.add(person.handle)
        for word in {person.handle, *filter(None, (_plain(person.name), _plain(person.email)))}:
            self._exact[word] = person if word not in self._exact or word == person.handle else None
        first = _plain(person.name).split(" ")[0]
        self._first[first] = None if first in self._first else person

    def find(self, said: str) -> Person | None:
        """Who `Ana Ruiz <ana@example.org>`, `ana@example.org`, `Ana Ruiz`, `@ana` or `Ana` is: address first."""
        for word in _names(said):
            if found := self._exact.get(word):
                return found
        name = _names(said)[-1]
        return self._first.get(name) if " " not in name else None

    def all(self, said: Iterable[str]) -> list[Person]:
        """Those of them who are known, each once."""
        found: Iterator[Person | None] = map(self.find, said)
        return list({one.id: one for one in found if one is not None}.values())


def _names(said: str) -> list[str]:
    whole = re.fullmatch(r"(.*?)\s*<([^<>]*)>", said.strip(), re.DOTALL)
    words = (whole[2], whole[1]) if whole else (said,)
    return [word for word in map(_plain, words) if word] or [""]


def _plain(said: str) -> str:
    return " ".join(said.strip().strip('"').removeprefix("@").casefold().split())
