"""A folder of notes, one a record, that link to one another: what an Obsidian vault or a wiki is made of."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Literal

from mentorlog.domain.frozen import Frozen
from mentorlog.domain.kinds import NOUNS
from mentorlog.domain.record import Record
from mentorlog.domain.refs import Ref

Flavor = Literal["obsidian", "gfm"]
LONGEST_NAME = 60
"""Characters of a file's name without its ending. A choice of ours that every file system takes."""


class Target(Frozen):
    """A note to link to: its path without the ending, as seen from the note that links."""

    path: str
    label: str
    flavor: str


class Front(Frozen):
    """A line of front matter: `value` is text, a number, a day or a tuple of texts."""

    key: str
    value: object


class Said(Frozen):
    """Somebody's words under a label of ours, which may be empty."""

    label: str = ""
    text: str


class Entry(Frozen):
    """A line of a list: a box for what can be done, a day, words, and the notes it leads to; each may be missing."""

    done: bool | None = None
    day: date | None = None
    text: str = ""
    targets: tuple[Target, ...] = ()


class Listing(Frozen):
    """A list under a heading."""

    heading: str
    entries: tuple[Entry, ...] = ()


class Page(Frozen):
    """A note: where it lies (`people/ana-ruiz-p1`), its front matter and what it says."""

    path: str
    title: str
    front: tuple[Front, ...] = ()
    said: tuple[Said, ...] = ()
    lists: tuple[Listing, ...] = ()


class Shelf:
    """Where every note of the folder lies, and how one leads to another."""

    def __init__(self, titles: Mapping[Ref, str], flavor: Flavor) -> None:
        self.titles = titles
        self.flavor = flavor

    def path(self, ref: Ref) -> str:
        """Where the note of a record lies: `meetings/conversation-with-ana-m12`."""
        return f"{folder(ref.kind)}/{file_name(self.titles[ref], str(ref))}"

    def target(self, here: str, ref: Ref) -> Target:
        """The way from one note (its path) to that of a record."""
        return self.way(here, self.path(ref), self.titles[ref])

    def way(self, here: str, there: str, label: str) -> Target:
        """The way from one path to another: relative on the web, from the root in Obsidian."""
        relative = "../" * here.count("/") + there
        return Target(path=relative if self.flavor == "gfm" else there, label=label, flavor=self.flavor)


def file_name(title: str, ref: str) -> str:
    """`a-z0-9-` only, at most 60 characters, ending with the ref: no title can make it anything else."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’]", "", plain)).strip("-")
    return f"{words[: LONGEST_NAME - len(ref) - 1].strip('-')}-{ref}".strip("-")


def folder(kind: str) -> str:
    """The folder for the notes of a kind: `people`, `meetings`, `feedback`."""
    return {"person": "people", "feedback": "feedback"}.get(kind, f"{kind}s")


def day_path(day: date) -> str:
    """Where the note of a day lies, named as Obsidian names daily notes."""
    return f"days/{day.isoformat()}"


def day_of(record: Record) -> date | None:
    """The day a record happened, None for one that stays, such as a person."""
    return getattr(record, "day", None) or getattr(record, "raised", None) or getattr(record, "started", None)


def daily(shelf: Shelf, records: Iterable[Record], titled: str, day: date) -> Page:
    """The note of a day: what happened on it."""
    here = day_path(day)
    return Page(
        path=here, title=titled, front=(Front(key="date", value=day),), lists=by_kind(shelf, here, records)
    )


def index(shelf: Shelf, records: Sequence[Record], days: Mapping[date, str], me: str) -> Page:
    """The first note: the way to all others."""
    ways = tuple(
        Entry(targets=(shelf.way("index", day_path(day), name),))
        for day, name in sorted(days.items(), reverse=True)
    )
    listed = by_kind(shelf, "index", records)
    more = (Listing(heading="Days", entries=ways),) if ways else ()
    return Page(path="index", title=f"Journal of {me}" if me else "Journal", lists=(*listed, *more))


def by_kind(shelf: Shelf, here: str, records: Iterable[Record]) -> tuple[Listing, ...]:
    """Records as lists under the name of their kind, the newest first; what has no day by its title."""
    kinds: dict[str, list[Record]] = {}
    for one in records:
        kinds.setdefault(one.kind, []).append(one)
    return tuple(
        Listing(
            heading=folder(kind).capitalize(),
            entries=tuple(
                Entry(day=day_of(one), targets=(shelf.target(here, one.ref),))
                for one in _ordered(shelf, found)
            ),
        )
        for kind, found in sorted(kinds.items(), key=lambda pair: NOUNS.index(pair[0]))
    )


def _ordered(shelf: Shelf, records: list[Record]) -> list[Record]:
    named = sorted(records, key=lambda one: (shelf.titles[one.ref].casefold(), one.id))
    return sorted(named, key=lambda one: day_of(one) or date.max, reverse=True)
