"""Notes: anything worth keeping, with people, goals, skills and tags linked to it."""

from __future__ import annotations

from datetime import date

from mentorlog.domain.record import Record


class Note(Record):
    """A note on `day`. `kinds` are some of the fourteen joined by commas; `revisit` is a day to look again."""

    kind = "note"
    title_field = "text"

    text: str
    day: date
    kinds: str = ""
    revisit: date | None = None
