"""People and the mentorships with them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from mentorlog.domain.people import Between, Mentorship, Person
from mentorlog.store.records import Records, columns_of, from_row


class People:
    """What is asked about people."""

    def __init__(self, store: Records) -> None:
        self.store = store

    def all(self) -> list[Person]:
        """Everybody, in the order of their names."""
        return self.store.all(Person, order="name COLLATE NOCASE, id")

    def names(self) -> dict[int, Person]:
        """Everybody by number, also those who were removed: what they said and promised keeps its name."""
        rows = self.store.db.execute(f"SELECT {columns_of(Person)} FROM person").fetchall()
        return {person.id: person for person in (from_row(Person, row) for row in rows)}

    def free_handle(self, wanted: list[str]) -> str:
        """The first of the wanted handles nobody has, else the last one with a number."""
        taken = {
            row[0] for row in self.store.db.execute("SELECT handle FROM main.person WHERE deleted_at IS NULL")
        }
        taken.add("me")  # which stands for the owner wherever a person is asked for
        for one in wanted:
            if one not in taken:
                return one
        return next(f"{wanted[-1]}-{n}" for n in range(2, len(taken) + 3) if f"{wanted[-1]}-{n}" not in taken)

    def taken(self, handle: str) -> bool:
        """Does a person have this handle?"""
        return self.store.one(Person, "handle = ?", (handle,)) is not None

    def namesakes(self, person: Person) -> list[Person]:
        """Others of the same name."""
        return self.store.all(Person, "name = ? COLLATE NOCASE AND id <> ?", (person.name, person.id))

    def mentorship(self, person: Person) -> Mentorship | None:
        """The running mentorship with a person, the latest if there are several."""
        return self.store.one(Mentorship, "person_id = ? AND ended IS NULL", (person.id,), "id DESC")

    def mentorships(self) -> list[Mentorship]:
        """Every running mentorship with somebody who was not removed."""
        alive = "person_id IN (SELECT id FROM person WHERE deleted_at IS NULL)"
        return self.store.all(Mentorship, f"ended IS NULL AND {alive}")

    def last_talk(self, person: Person, today: date) -> date | None:
        """The day of the last conversation with a person."""
        row = self.store.db.execute(
            "SELECT max(meeting.day) FROM link JOIN meeting ON meeting.id = link.from_id"
            " WHERE link.to_kind = 'person' AND link.to_id = ? AND link.label = 'with'"
            " AND link.from_kind = 'meeting'"
            " AND link.deleted_at IS NULL AND meeting.deleted_at IS NULL AND meeting.day <= ?",
            (person.id, today.isoformat()),
        ).fetchone()
        return _day(row[0])

    def between(self, today: date, people: Sequence[Person]) -> dict[int, Between]:
        """How things stand between me and each of these people, by id."""
        ids = [person.id for person in people]
        mentorships = {one.person_id: one for one in self.mentorships()}
        talks = self._talks(today)
        mine, theirs = self._open("owner_id IS NULL"), self._open("owner_id IS NOT NULL")
        return {
            id: Between(
                mentorship=mentorships.get(id),
                last=talks.get(id, (None, None))[0],
                planned=talks.get(id, (None, None))[1],
                mine=mine.get(id, 0),
                theirs=theirs.get(id, 0),
            )
            for id in ids
        }

    def _talks(self, today: date) -> dict[int, tuple[date | None, date | None]]:
        """By person, the day of the last conversation and of the next one planned."""
        rows = self.store.db.execute(
            "SELECT link.to_id, max(iif(day <= :today, day, NULL)), min(iif(day > :today, day, NULL))"
            " FROM link JOIN meeting ON meeting.id = link.from_id"
            " WHERE link.to_kind = 'person' AND link.label = 'with' AND link.from_kind = 'meeting'"
            " AND link.deleted_at IS NULL AND meeting.deleted_at IS NULL GROUP BY link.to_id",
            {"today": today.isoformat()},
        )
        return {id: (_day(last), _day(planned)) for id, last, planned in rows}

    def _open(self, whose: str) -> dict[int, int]:
        """By person, how many promises are open; of two people named, it is the owner's."""
        rows = self.store.db.execute(
            f"SELECT coalesce(owner_id, person_id), count(*) FROM action"
            f" WHERE state = 'open' AND deleted_at IS NULL AND {whose} GROUP BY 1"
        )
        return {id: count for id, count in rows if id is not None}


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
