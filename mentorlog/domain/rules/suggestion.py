"""What a rule says: one step worth taking, the records behind it and the command that takes it."""

from __future__ import annotations

from datetime import date

from mentorlog.domain.frozen import Frozen
from mentorlog.domain.record import Record
from mentorlog.domain.refs import Ref
from mentorlog.domain.text import first_line

LONGEST_QUOTE = 80
"""Characters of a record's words in a title; its ref leads to the rest."""


class Suggestion(Frozen):
    """One step worth taking.

    code: the rule that found it. title: one plain sentence. reasons: why, with days.
    refs: the records behind it, first the one it is about; never empty.
    command: what to type; `ready` when it can run as it stands, without words (`…`, DATE, REF, N) to fill in.
    day: the day it turns on; of two with the same weight the earlier comes first.
    weight: 0-100, a rule of thumb of ours. minutes: rough effort, None when nobody can tell.
    person, goal: ids of whom and what it serves.
    wide: it is about the journal as a whole, not about its first ref.
    number: its place in the whole list, from 1, the N of `next snooze N`; 0 until it is ranked.
    """

    code: str
    title: str
    reasons: tuple[str, ...]
    refs: tuple[Ref, ...]
    command: str
    day: date
    weight: int
    minutes: int | None = None
    person: int | None = None
    goal: int | None = None
    ready: bool = True
    wide: bool = False
    number: int = 0

    @property
    def about(self) -> str:
        """The text of the ref it is about, empty when it is about the whole journal: what a mute names."""
        return "" if self.wide else str(self.refs[0])


def quoted(text: str) -> str:
    """The first line of somebody's words in quotation marks, at most 80 characters of it."""
    return f"“{first_line(text, LONGEST_QUOTE)}”"


def named(record: Record) -> str:
    """A record by its own words, or by its ref when it has none."""
    return quoted(record.headline) if record.headline.strip() else str(record.ref)


def rising(base: int, days: int) -> int:
    """A weight that grows by one a day for at most nine days, so that what waits longer comes first."""
    return base + max(0, min(9, days))


def made_on(record: Record) -> date | None:
    """The day (UTC) a record was first kept, None for one that is not kept yet."""
    return date.fromisoformat(record.created_at[:10]) if record.created_at else None
