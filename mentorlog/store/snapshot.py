"""Loading the picture the pages and rules look at. Every query here is bounded by an index, so that a
journal of a hundred thousand records costs what a small one does."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TypeVar

from mentorlog.domain.actions import Action
from mentorlog.domain.feedback import Feedback
from mentorlog.domain.goals import Goal, Progress, Step
from mentorlog.domain.links import EVIDENCE, FROM, REPLACES, WITH, Link, Mute
from mentorlog.domain.meetings import Meeting
from mentorlog.domain.notes import Note
from mentorlog.domain.people import Turn
from mentorlog.domain.record import Record
from mentorlog.domain.refs import Ref
from mentorlog.domain.skills import Rating
from mentorlog.domain.snapshot import Snapshot, Talk
from mentorlog.store.store import Store
from mentorlog.store.timeline import first_day

R = TypeVar("R", bound=Record)

WEEKS, DAYS_DONE, DAYS_HEARD = 26, 90, 180
_SOME = 400
"""How many numbers go into one question; SQLite allows many more, old ones 999."""


def snapshot(store: Store, today: date, me: str = "") -> Snapshot:
    """The journal as it stands today, as far as this store's lens shows it."""
    monday = today - timedelta(days=today.weekday())
    start = monday - timedelta(weeks=WEEKS - 1)
    people, mentorships = store.people.names(), store.people.mentorships()
    goals = store.all(Goal, "state IN ('open', 'paused') OR ended >= ?", (_ago(today, DAYS_DONE),))
    goal_ids = [goal.id for goal in goals]
    actions = store.all(Action, "state = 'open'") + store.all(
        Action, "ended >= ? AND state = 'done'", (_ago(today, DAYS_DONE),)
    )
    feedback = store.all(Feedback, "day >= ? AND to_id IS NULL", (_ago(today, DAYS_HEARD),)) + store.all(
        Feedback, "delivered IS NULL AND to_id IS NOT NULL"
    )
    ratings = store.all(Rating, order="day, id")
    return Snapshot(
        today=today,
        me=me,
        people=people,
        mentorships=tuple(mentorships),
        turns=tuple(_of(store, Turn, "mentorship_id", [one.id for one in mentorships])),
        talks=tuple(_talks(store, start)),
        topics=tuple(store.meetings.open_topics()),
        actions=tuple(actions),
        goals=tuple(goals),
        steps=tuple(_of(store, Step, "goal_id", goal_ids)),
        progress=tuple(_of(store, Progress, "goal_id", goal_ids)),
        feedback=tuple(feedback),
        skills=tuple(store.skills.all()),
        ratings=tuple(ratings),
        notes=tuple(store.all(Note, "revisit IS NOT NULL AND revisit <= ?", (today.isoformat(),))),
        links=tuple(_links(store, [*actions, *feedback, *ratings])),
        mutes=tuple(store.all(Mute)),
        carried=store.meetings.carried(),
        touched=_touched(store, goal_ids),
        last_win=_day(store, "SELECT max(day) FROM win WHERE deleted_at IS NULL"),
        first_day=first_day(store),
        active_days=_active_days(store, start, today),
    )


def _ago(today: date, days: int) -> str:
    return (today - timedelta(days=days)).isoformat()


def _day(store: Store, sql: str) -> date | None:
    found = store.db.execute(sql).fetchone()[0]
    return date.fromisoformat(found) if found else None


def _of(store: Store, cls: type[R], column: str, ids: list[int]) -> list[R]:
    found: list[R] = []
    for start in range(0, len(ids), _SOME):
        some = ids[start : start + _SOME]
        found += store.all(cls, f"{column} IN ({', '.join('?' * len(some))})", tuple(some))
    return found


def _talks(store: Store, start: date) -> list[Talk]:
    """The meetings of the window, and the latest with each person who had none in it."""
    recent = store.all(Meeting, "day >= ?", (start.isoformat(),), "day DESC, time DESC, id DESC")
    people: dict[int, list[int]] = {one.id: [] for one in recent}
    for link in _linked(store, "from", [one.ref for one in recent], (WITH,)):
        if link.to_kind == "person":
            people[link.from_id].append(link.to_id)
    seen = {id for ids in people.values() for id in ids}
    talks = [Talk(meeting=one, people=tuple(people[one.id])) for one in recent]
    for person in store.people.all():
        if person.id not in seen:
            talks += [
                Talk(meeting=one, people=(person.id,)) for one in store.meetings.with_person(person, limit=1)
            ]
    return talks


def _links(store: Store, records: list[Record]) -> list[Link]:
    """Evidence, origin and replacement of these records, whichever end they are."""
    refs = [one.ref for one in records]
    labels = (EVIDENCE, FROM, REPLACES)
    found = _linked(store, "from", refs, labels) + _linked(store, "to", refs, labels)
    return list({link.id: link for link in found}.values())


def _linked(store: Store, end: str, refs: list[Ref], labels: tuple[str, ...]) -> list[Link]:
    found = []
    by_kind: Mapping[str, list[int]] = {
        kind: [ref.id for ref in refs if ref.kind == kind] for kind, _ in refs
    }
    words = ", ".join(f"'{label}'" for label in labels)
    for kind, ids in by_kind.items():
        for start in range(0, len(ids), _SOME):
            some = ids[start : start + _SOME]
            marks = ", ".join("?" * len(some))
            where = f"{end}_kind = ? AND {end}_id IN ({marks}) AND label IN ({words})"
            found += store.all(Link, where, (kind, *some))
    return found


def _touched(store: Store, goal_ids: list[int]) -> dict[Ref, date]:
    touched: dict[Ref, date] = {}
    for id in goal_ids:
        for kind in ("note", "win", "meeting"):
            row = store.db.execute(
                f"SELECT max({kind}.day) FROM link JOIN {kind} ON {kind}.id = link.from_id"
                f" WHERE link.to_kind = 'goal' AND link.to_id = ? AND link.from_kind = '{kind}'"
                f" AND link.deleted_at IS NULL AND {kind}.deleted_at IS NULL",
                (id,),
            ).fetchone()
            if row[0]:
                ref, day = Ref("goal", id), date.fromisoformat(row[0])
                touched[ref] = max(day, touched.get(ref, day))
    return touched


def _active_days(store: Store, start: date, today: date) -> dict[date, int]:
    parts = " UNION ALL ".join(
        f"SELECT {column} AS day FROM {kind} WHERE {column} BETWEEN :start AND :end AND deleted_at IS NULL"
        for kind, column in (
            ("meeting", "day"),
            ("note", "day"),
            ("win", "day"),
            ("feedback", "day"),
            ("rating", "day"),
            ("action", "ended"),
        )
    )
    rows = store.db.execute(
        f"SELECT day, count(*) FROM ({parts}) GROUP BY day",
        {"start": start.isoformat(), "end": today.isoformat()},
    )
    return {date.fromisoformat(day): count for day, count in rows}
