"""What the journal holds of a period. Every question here is bounded by an index: days, states or a person."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TypeVar

from mentorlog.domain.actions import Action
from mentorlog.domain.feedback import Course, Feedback
from mentorlog.domain.goals import Goal
from mentorlog.domain.links import EVIDENCE
from mentorlog.domain.meetings import Meeting
from mentorlog.domain.notes import Note
from mentorlog.domain.people import Person
from mentorlog.domain.periods import Period
from mentorlog.domain.recap_material import Held
from mentorlog.domain.record import Record
from mentorlog.domain.refs import Ref
from mentorlog.domain.rhythm import window
from mentorlog.domain.skills import Rating, Skill
from mentorlog.domain.snapshot import Talk
from mentorlog.domain.wins import Win
from mentorlog.store.feedback import course_of
from mentorlog.store.listing import NAMED
from mentorlog.store.store import Store
from mentorlog.store.timeline import first_day

R = TypeVar("R", bound=Record)

DUE_NOW = 7
"""Days after its end for which a recap still says whose conversation is due: after that it is old."""
GIVEN_LATE = 366
"""Days between noting feedback for somebody and giving it; what is given later still is not looked for."""
BY_SKILL = "skill_id IN (SELECT id FROM skill)"
"""True of every rating: their index goes by skill, then by day."""
KEPT = (
    ("meeting", "day", "1"),
    ("note", "day", "1"),
    ("win", "day", "1"),
    ("feedback", "day", "1"),
    ("rating", "day", BY_SKILL),
    ("action", "ended", "1"),
)
"""Kinds whose days make the rhythm, as on the dashboard: the day's column, and what leads to its index."""


def held(store: Store, period: Period, today: date, person: Person | None = None) -> Held:
    """What is on record for a period, as far as this store's lens shows it; only with a person if one is given."""
    return _Look(store, period, today, person).held()


def last_day(store: Store, until: date) -> date | None:
    """The last day, up to one, that anything was kept for."""
    found = [
        store.db.execute(
            f"SELECT max({column}) FROM {kind} WHERE {column} <= ? AND {index} AND deleted_at IS NULL",
            (until.isoformat(),),
        ).fetchone()[0]
        for kind, column, index in KEPT
    ]
    days = [date.fromisoformat(day) for day in found if day]
    return max(days, default=None)


class _Look:
    """One look at a period."""

    def __init__(self, store: Store, period: Period, today: date, person: Person | None) -> None:
        self.store, self.period, self.today, self.person = store, period, today, person
        self.first = period.since.isoformat()
        self.last = period.last_seen(today).isoformat()

    def held(self) -> Held:
        """All of it."""
        store, ratings = self.store, self._ratings()
        goals = self._all(
            Goal, "started <= ? AND (state IN ('open', 'paused') OR ended >= ?)", self.last, self.first
        )
        due = self._due()
        return Held(
            people=store.people.names(),
            person=self.person,
            talks=tuple(self._talks()),
            goals=tuple(goals),
            steps=tuple(one for goal in goals for one in store.goals.steps(goal)),
            progress=tuple(one for goal in goals for one in store.goals.progress(goal)),
            actions=tuple(self._actions()),
            feedback=tuple(self._feedback()),
            wins=tuple(self._dated(Win)),
            notes=tuple(self._dated(Note)),
            skills={one.id: one for one in store.all(Skill)} if ratings else {},
            ratings=tuple(ratings),
            shown={one.id: self._shown(one) for one in ratings if self.period.covers(one.day)},
            due=due,
            mentors=tuple(self._mentors(due)),
            topics=self._topics(),
            kept=self._kept(),
            first=first_day(store),
            last=last_day(store, self.today),
        )

    def _all(self, cls: type[R], where: str, *args: object, order: str = "id") -> list[R]:
        """Live records that fit and, if a person was asked for, are with them."""
        tests, ids = self._with(cls.kind)
        return self.store.all(cls, f"({where}){tests}", (*args, *ids), order)

    def _with(self, kind: str) -> tuple[str, list[int]]:
        """The condition that a record of a kind is with the person, and its values."""
        if self.person is None:
            return "", []
        columns = ("by_id",) if kind == "rating" else NAMED.get((kind, "person"), ())
        linked = (
            f"id IN (SELECT from_id FROM link WHERE from_kind = '{kind}' AND to_kind = 'person'"
            " AND to_id = ? AND deleted_at IS NULL)"
        )
        tests = [linked, *(f"{column} = ?" for column in columns)]
        return f" AND ({' OR '.join(tests)})", [self.person.id] * len(tests)

    def _dated(self, cls: type[R]) -> list[R]:
        return self._all(cls, "day BETWEEN ? AND ?", self.first, self.last, order="day, id")

    def _talks(self) -> Iterable[Talk]:
        for one in self._dated(Meeting):
            yield Talk(meeting=one, people=tuple(self.store.meetings.people(one)))

    def _actions(self) -> list[Action]:
        """Open ones, and those that ended since the period began; asked apart, each has an index of its own."""
        return self._all(Action, "state = 'open'") + self._all(
            Action, "state <> 'open' AND ended >= ?", self.first
        )

    def _feedback(self) -> Iterable[Course]:
        """Heard on these days, or given on them."""
        heard = self._all(Feedback, "to_id IS NULL AND day BETWEEN ? AND ?", self.first, self.last)
        early = (
            self.period.since - timedelta(days=min(GIVEN_LATE, self.period.since.toordinal() - 1))
        ).isoformat()
        given = self._all(
            Feedback,
            "to_id IS NOT NULL AND day BETWEEN ? AND ? AND delivered BETWEEN ? AND ?",
            *(early, self.last, self.first, self.last),
        )
        return [
            course_of(self.store, one) for one in sorted([*heard, *given], key=lambda one: (one.day, one.id))
        ]

    def _ratings(self) -> list[Rating]:
        """All up to the last day of the skills rated on these days; the index goes by skill."""
        rated = self._all(Rating, f"{BY_SKILL} AND day BETWEEN ? AND ?", self.first, self.last)
        ids = sorted({one.skill_id for one in rated})
        marks = ", ".join(map(str, ids))
        return (
            self._all(Rating, f"skill_id IN ({marks}) AND day <= ?", self.last, order="day, id")
            if ids
            else []
        )

    def _shown(self, rating: Rating) -> tuple[Ref, ...]:
        return tuple(one.target for one in self.store.links.of(rating.ref) if one.label == EVIDENCE)

    def _due(self) -> dict[int, date]:
        """Whose next conversation is when, the soonest first; nobody once the period is old."""
        if self.period.until < self.today - timedelta(days=DUE_NOW):
            return {}
        asked = self.person.id if self.person else None
        ids = {one.person_id for one in self.store.people.mentorships() if asked in (None, one.person_id)}
        people = [one for one in self.store.people.all() if one.id in ids]
        found = self.store.people.between(self.today, people)
        days = [(one.due, id) for id, one in found.items() if one.due is not None]
        return {id: day for day, id in sorted(days)}

    def _mentors(self, due: dict[int, date]) -> list[int]:
        """Those whose mentee I am, the soonest due first."""
        mine = [one.person_id for one in self.store.people.mentorships() if one.side == "mentee"]
        return sorted(mine, key=lambda id: due.get(id, date.max))

    def _topics(self) -> dict[int, list[Ref]]:
        """What is still parked of what was by the end of the period."""
        found: dict[int, list[Ref]] = {}
        for one in self.store.meetings.open_topics(self.person):
            if one.raised.isoformat() <= self.last:
                found.setdefault(one.person_id, []).append(one.ref)
        return found

    def _kept(self) -> dict[tuple[date, str], int]:
        """How many records of each kind on each day of the rhythm."""
        found: dict[tuple[date, str], int] = {}
        start = window(self.period.last_seen(self.today)).isoformat()
        for kind, column, index in KEPT:
            tests, ids = self._with(kind)
            rows = self.store.db.execute(
                f"SELECT {column}, count(*) FROM {kind} WHERE {column} BETWEEN ? AND ?"
                f" AND {index} AND deleted_at IS NULL{tests} GROUP BY 1",
                (start, self.last, *ids),
            )
            found |= {(date.fromisoformat(day), kind): count for day, count in rows}
        return found
