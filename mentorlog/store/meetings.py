"""Meetings, their private notes, and the topics parked for them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from mentorlog.domain.actions import Action
from mentorlog.domain.links import CARRIED, FROM, WITH, Link
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
        return self.store.all(Meeting, _WITH_PERSON, (person.id,), "day DESC, time DESC, id DESC", limit)

    def last_before(self, person: Person, day: date) -> Meeting | None:
        """The latest meeting with a person before a day. Walks back from that day, not through all there are."""
        known = (
            "SELECT 1 FROM main.link WHERE to_kind = 'person' AND to_id = ? AND label = 'with'"
            " AND +from_kind = 'meeting' ORDER BY id DESC LIMIT 1"
        )
        if self.store.db.execute(known, (person.id,)).fetchone() is None:
            return None
        # The + keeps SQLite from gathering every link of the person first.
        together = (
            "EXISTS(SELECT 1 FROM link WHERE link.from_kind = 'meeting' AND link.from_id = meeting.id"
            " AND +link.to_kind = 'person' AND +link.to_id = ? AND +link.label = 'with' AND link.deleted_at IS NULL)"
        )
        where = f"day < ? AND {together}"
        return self.store.one(Meeting, where, (day.isoformat(), person.id), "day DESC, time DESC, id DESC")

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
        """How often each open topic or action stayed open after a meeting that was not removed."""
        counts: dict[Ref, int] = {}
        for kind in kinds:
            rows = self.store.db.execute(
                f"SELECT link.to_id, count(*) FROM {kind}"
                f" JOIN link ON link.to_kind = '{kind}' AND link.to_id = {kind}.id"
                f" AND link.label = ? AND link.deleted_at IS NULL"
                " JOIN meeting ON link.from_kind = 'meeting' AND meeting.id = link.from_id"
                " AND meeting.deleted_at IS NULL"
                f" WHERE {kind}.state = 'open' AND {kind}.deleted_at IS NULL GROUP BY link.to_id",
                (CARRIED,),
            ).fetchall()
            counts |= {Ref(kind, id): count for id, count in rows}
        return counts

    def times_carried(self, ref: Ref) -> int:
        """How often one topic or action stayed open after a meeting that was not removed."""
        found = self.store.db.execute(
            "SELECT count(*) FROM link JOIN meeting ON meeting.id = link.from_id"
            " WHERE link.to_kind = ? AND link.to_id = ? AND link.label = ? AND link.from_kind = 'meeting'"
            " AND link.deleted_at IS NULL AND meeting.deleted_at IS NULL",
            (*ref, CARRIED),
        ).fetchone()
        return int(found[0])

    def promised_on(self, action: Action) -> date | None:
        """The day of the meeting an action came from."""
        found = self.store.db.execute(
            "SELECT min(meeting.day) FROM link JOIN meeting ON meeting.id = link.to_id"
            " WHERE link.from_kind = 'action' AND link.from_id = ? AND link.to_kind = 'meeting'"
            " AND link.label = ? AND link.deleted_at IS NULL",
            (action.id, FROM),
        ).fetchone()
        return date.fromisoformat(found[0]) if found[0] else None

    def planned(self, day: date, people: Sequence[Person]) -> Meeting | None:
        """The meeting planned for a day, and not yet recorded, that becomes one with these people.

        With exactly these, else with most of them; never one with somebody else.
        """
        ids = {person.id for person in people}
        plans = self.store.all(Meeting, "day = ? AND notes = ''", (day.isoformat(),))
        fits = [(len(some), one) for one in plans if (some := set(self.people(one))) and some <= ids]
        there = [(count, one) for count, one in fits if not self._recorded(one)]
        return max(there, key=lambda pair: pair[0])[1] if there else None

    def _recorded(self, meeting: Meeting) -> bool:
        linked = "(from_kind = ? AND from_id = ? AND label = ?) OR (to_kind = ? AND to_id = ? AND label = ?)"
        said = self.store.one(Link, linked, (*meeting.ref, CARRIED, *meeting.ref, FROM))
        closed = self.store.one(Topic, "closed_in = ?", (meeting.id,))
        return bool(said or closed or self.asides(meeting))

    def next_planned(self, person: Person, after: date) -> Meeting | None:
        """The first meeting with a person that has a day after this one."""
        found = self.store.all(
            Meeting, f"day > ? AND {_WITH_PERSON}", (after.isoformat(), person.id), "day", 1
        )
        return found[0] if found else None


_WITH_PERSON = (
    "id IN (SELECT from_id FROM link WHERE from_kind = 'meeting' AND to_kind = 'person'"
    " AND to_id = ? AND label = 'with' AND deleted_at IS NULL)"
)
