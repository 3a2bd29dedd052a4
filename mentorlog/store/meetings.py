"""Meetings, their private notes, and the topics parked for them."""

from __future__ import annotations

from mentorlog.domain.actions import Action
from mentorlog.domain.links import CARRIED, WITH, Link
from mentorlog.domain.meetings import Aside, Meeting, Topic
from mentorlog.domain.people import Person
from mentorlog.domain.refs import Ref
from mentorlog.store.records import Records


class Meetings:
    """What is asked about conversations."""

    def __init__(self, store: Records) -> None:
        self.store = store

    def asides(self, meeting: Meeting) -> list[Aside]:
        """My private notes on a meeting."""
        return self.store.all(Aside, "meeting_id = ?", (meeting.id,))

    def people(self, meeting: Meeting) -> list[int]:
        """The ids of the people in a meeting."""
        found = self.store.all(
            Link, "from_kind = ? AND from_id = ? AND to_kind = 'person' AND label = ?", (*meeting.ref, WITH)
        )
        return [link.to_id for link in found]

    def with_person(self, person: Person, limit: int = -1) -> list[Meeting]:
        """Meetings with a person, newest first."""
        inside = (
            "id IN (SELECT from_id FROM link WHERE from_kind = 'meeting' AND to_kind = 'person'"
            " AND to_id = ? AND label = 'with' AND deleted_at IS NULL)"
        )
        return self.store.all(Meeting, inside, (person.id,), "day DESC, time DESC, id DESC", limit)

    def open_topics(self, person: Person | None = None) -> list[Topic]:
        """Topics still to be talked about, oldest first."""
        if person is None:
            return self.store.all(Topic, "state = 'open'", order="raised, id")
        return self.store.all(Topic, "state = 'open' AND person_id = ?", (person.id,), "raised, id")

    def open_actions(self, people: list[Person]) -> list[Action]:
        """Open promises either way between me and these people, the soonest first."""
        ids = ", ".join(str(person.id) for person in people)
        where = f"state = 'open' AND (person_id IN ({ids}) OR owner_id IN ({ids}))"
        return self.store.all(Action, where, order="due IS NULL, due, id")

    def carried(self, kinds: tuple[str, ...] = ("topic", "action")) -> dict[Ref, int]:
        """How often each open topic or action stayed open after a meeting."""
        counts: dict[Ref, int] = {}
        for kind in kinds:
            rows = self.store.db.execute(
                f"SELECT link.to_id, count(*) FROM {kind}"
                f" JOIN link ON link.to_kind = '{kind}' AND link.to_id = {kind}.id"
                f" AND link.label = ? AND link.deleted_at IS NULL"
                f" WHERE {kind}.state = 'open' AND {kind}.deleted_at IS NULL GROUP BY link.to_id",
                (CARRIED,),
            ).fetchall()
            counts |= {Ref(kind, id): count for id, count in rows}
        return counts
