"""The journal, open: single records, and one part a noun for what is asked of it."""

from __future__ import annotations

import sqlite3
from functools import cached_property
from typing import TYPE_CHECKING

from mentorlog.store.records import Records

if TYPE_CHECKING:
    from mentorlog.domain.record import Record
    from mentorlog.store.find import Find
    from mentorlog.store.goals import Goals
    from mentorlog.store.links import Links
    from mentorlog.store.meetings import Meetings
    from mentorlog.store.people import People
    from mentorlog.store.search import Search
    from mentorlog.store.skills import Skills
    from mentorlog.store.summary import Summaries
    from mentorlog.store.whole import Whole


PARTS = {"goal": ("step", "progress"), "skill": ("rating",), "mentorship": ("turn",)}
"""Kinds whose records belong to one of another kind, by a column named after it."""


class Store(Records):
    """An open journal. `now` is the instant of this command in UTC. Parts are loaded when touched."""

    def __init__(self, db: sqlite3.Connection, now: str) -> None:
        super().__init__(db, now)

    @cached_property
    def find(self) -> Find:
        """Names and refs to records."""
        from mentorlog.store.find import Find

        return Find(self)

    @cached_property
    def links(self) -> Links:
        """Links and tags."""
        from mentorlog.store.links import Links

        return Links(self)

    @cached_property
    def people(self) -> People:
        """People and mentorships."""
        from mentorlog.store.people import People

        return People(self)

    @cached_property
    def meetings(self) -> Meetings:
        """Meetings and topics."""
        from mentorlog.store.meetings import Meetings

        return Meetings(self)

    @cached_property
    def goals(self) -> Goals:
        """Goals with their steps and progress."""
        from mentorlog.store.goals import Goals

        return Goals(self)

    @cached_property
    def skills(self) -> Skills:
        """Skills with their ratings."""
        from mentorlog.store.skills import Skills

        return Skills(self)

    @cached_property
    def search(self) -> Search:
        """Full text."""
        from mentorlog.store.search import Search

        return Search(self)

    def follow_visibility(self, record: Record) -> None:
        """Make the parts and tags of a record as private or shared as it is; a link is as private as either end."""
        from mentorlog.domain.kinds import class_of

        parts: list[Record] = [*self.links.tag_records(record.ref)]
        for kind in PARTS.get(record.kind, ()):
            parts += self.all(class_of(kind), f"{record.kind}_id = ?", (record.id,))
        for part in parts:
            self.save(part.but(visibility=record.visibility))
        for link in (*self.links.of(record.ref), *self.links.to(record.ref)):
            ends = (self.get(ref, removed=True) for ref in (link.source, link.target))
            self.save(link.but(visibility="private" if any(end.private for end in ends) else "shared"))

    @cached_property
    def summary(self) -> Summaries:
        """What a summary is made of."""
        from mentorlog.store.summary import Summaries

        return Summaries(self)

    @cached_property
    def whole(self) -> Whole:
        """The journal as a whole."""
        from mentorlog.store.whole import Whole

        return Whole(self)
