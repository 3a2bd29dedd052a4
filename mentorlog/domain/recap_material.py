"""What a recap is made of: the records of a stretch of days, as far as its reader may see them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from mentorlog.domain.actions import Action
from mentorlog.domain.feedback import Course
from mentorlog.domain.frozen import Frozen
from mentorlog.domain.goals import Goal, Progress, Step
from mentorlog.domain.notes import Note
from mentorlog.domain.people import Person
from mentorlog.domain.refs import Ref
from mentorlog.domain.skills import Rating, Skill
from mentorlog.domain.snapshot import Talk
from mentorlog.domain.wins import Win


class Held(Frozen):
    """What the journal holds of a period, as far as its reader may see it.

    talks, wins, notes: of its days that have begun. goals: those alive in it; steps and progress are theirs.
    actions: open ones, and those that ended since it began. feedback: heard, or given, in it.
    ratings: of the skills rated in it, up to its end, by day. shown: by rating id, the refs that show it.
    due: the day of the next conversation by person id, the soonest first. mentors: whom I can ask.
    topics: refs of what was parked by its end and still is, by person id. kept: how many records of a kind
    were kept on each of the days that the rhythm looks at. first, last: the first day and the last one with
    something on record.
    """

    people: Mapping[int, Person] = {}
    person: Person | None = None
    talks: tuple[Talk, ...] = ()
    goals: tuple[Goal, ...] = ()
    steps: tuple[Step, ...] = ()
    progress: tuple[Progress, ...] = ()
    actions: tuple[Action, ...] = ()
    feedback: tuple[Course, ...] = ()
    wins: tuple[Win, ...] = ()
    notes: tuple[Note, ...] = ()
    skills: Mapping[int, Skill] = {}
    ratings: tuple[Rating, ...] = ()
    shown: Mapping[int, Sequence[Ref]] = {}
    due: Mapping[int, date] = {}
    mentors: tuple[int, ...] = ()
    topics: Mapping[int, Sequence[Ref]] = {}
    kept: Mapping[tuple[date, str], int] = {}
    first: date | None = None
    last: date | None = None

    def name(self, person_id: int | None) -> str:
        """A person's name; empty for me, `someone` when the person is not to be shown."""
        if person_id is None:
            return ""
        return self.people[person_id].name if person_id in self.people else "someone"
