"""People and the mentorships with them."""

from __future__ import annotations

from datetime import date

from mentorlog.domain.people import Mentorship, Person
from mentorlog.store.records import Records


class People:
    """What is asked about people."""

    def __init__(self, store: Records) -> None:
        self.store = store

    def all(self) -> list[Person]:
        """Everybody, in the order of their names."""
        return self.store.all(Person, order="name COLLATE NOCASE, id")

    def names(self) -> dict[int, Person]:
        """Everybody by number."""
        return {person.id: person for person in self.all()}

    def free_handle(self, wanted: list[str]) -> str:
        """The first of the wanted handles nobody has, else the last one with a number."""
        taken = {
            row[0] for row in self.store.db.execute("SELECT handle FROM main.person WHERE deleted_at IS NULL")
        }
        for one in wanted:
            if one not in taken:
                return one
        return next(f"{wanted[-1]}-{n}" for n in range(2, len(taken) + 3) if f"{wanted[-1]}-{n}" not in taken)

    def mentorship(self, person: Person) -> Mentorship | None:
        """The running mentorship with a person, the latest if there are several."""
        return self.store.one(Mentorship, "person_id = ? AND ended IS NULL", (person.id,), "id DESC")

    def mentorships(self) -> list[Mentorship]:
        """Every running mentorship."""
        return self.store.all(Mentorship, "ended IS NULL")

    def last_talk(self, person: Person, today: date) -> date | None:
        """The day of the last conversation with a person."""
        row = self.store.db.execute(
            "SELECT max(meeting.day) FROM link JOIN meeting ON meeting.id = link.from_id"
            " WHERE link.to_kind = 'person' AND link.to_id = ? AND link.label = 'with' AND link.from_kind = 'meeting'"
            " AND link.deleted_at IS NULL AND meeting.deleted_at IS NULL AND meeting.day <= ?",
            (person.id, today.isoformat()),
        ).fetchone()
        return date.fromisoformat(row[0]) if row[0] else None
