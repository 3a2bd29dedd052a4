"""Loading the picture the pages and rules look at. Every query here is bounded by an index, so that a
journal of a hundred thousand records costs what a small one does."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TypeVar

from mentorlog.domain.actions import Action
from mentorlog.domain.decisions import Decision
from mentorlog.domain.feedback import Feedback
from mentorlog.domain.goals import Goal, Progress, Step
from mentorlog.domain.intros import Intro
from mentorlog.domain.links import EVIDENCE, FROM, REPLACES, WITH, Link, Mute
from mentorlog.domain.meetings import Meeting
from mentorlog.domain.notes import Note
from mentorlog.domain.people import Turn
from mentorlog.domain.record import Record
from mentorlog.domain.refs import Ref
from mentorlog.domain.resources import Resource
from mentorlog.domain.roles import Aim
from mentorlog.domain.snapshot import Snapshot, Talk
from mentorlog.domain.wins import Win
from mentorlog.store.store import Store
from mentorlog.store.timeline import first_day

R = TypeVar("R", bound=Record)

WEEKS, DAYS_DONE, DAYS_HEARD, DAYS_RATED, LATEST = 26, 90, 180, 400, 300
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
    ratings = store.skills.held_since(today - timedelta(days=DAYS_RATED))
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
        kinds={id: kinds_touched(store, id) for id in {one.person_id for one in mentorships}},
        pulsed=_pulsed(store, today),
        decisions=tuple(store.all(Decision, "ended IS NULL")),
        resources=tuple(store.all(Resource, "ended IS NULL AND state = 'doing'")),
        intros=tuple(store.all(Intro, "follow_up IS NOT NULL OR for_id IS NOT NULL")),
        won=_won(store, today),
        aims=tuple(store.all(Aim, "ended IS NULL", (), "day, id")),
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
        last = None if person.id in seen else store.meetings.last_before(person, start)
        if last is not None:
            talks.append(Talk(meeting=last, people=(person.id,)))
    return talks


def _links(store: Store, records: list[Record]) -> list[Link]:
    """Evidence, origin and replacement of these records, whichever end they are."""
    refs = [one.ref for one in records]
    labels = (EVIDENCE, FROM, REPLACES)
    found = _linked(store, "from", refs, labels) + _linked(store, "to", refs, labels)
    return list({link.id: link for link in found}.values())


def _linked(store: Store, end: str, refs: list[Ref], labels: tuple[str, ...]) -> list[Link]:
    """The links with these labels that have one of these records at their `from` or `to` end."""
    ids: dict[str, list[int]] = {}
    for ref in refs:
        ids.setdefault(ref.kind, []).append(ref.id)
    if not ids:
        return []
    # One question for all kinds, because preparing it through the lens costs more than asking.
    each = f"({end}_kind = ? AND {end}_id IN (SELECT value FROM json_each(?)))"
    words = ", ".join(f"'{label}'" for label in labels)
    args = [value for kind, some in ids.items() for value in (kind, str(some))]
    return store.all(Link, f"label IN ({words}) AND ({' OR '.join([each] * len(ids))})", tuple(args))


def _touched(store: Store, goal_ids: list[int]) -> dict[Ref, date]:
    parts = " UNION ALL ".join(
        f"SELECT link.to_id AS id, {kind}.day AS day FROM link JOIN {kind} ON {kind}.id = link.from_id"
        f" WHERE link.to_kind = 'goal' AND link.to_id IN (SELECT value FROM json_each(:ids))"
        f" AND +link.from_kind = '{kind}' AND link.deleted_at IS NULL AND {kind}.deleted_at IS NULL"
        for kind in ("note", "win", "meeting")
    )
    rows = store.db.execute(f"SELECT id, max(day) FROM ({parts}) GROUP BY id", {"ids": str(goal_ids)})
    return {Ref("goal", id): date.fromisoformat(day) for id, day in rows}


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


def kinds_touched(store: Store, person_id: int) -> frozenset[str]:
    """Which of the fourteen the latest 300 conversations and notes with a person were."""
    latest = (
        "SELECT from_kind, from_id FROM link WHERE to_kind = 'person' AND to_id = ? AND label = 'with'"
        f" AND deleted_at IS NULL ORDER BY id DESC LIMIT {LATEST}"
    )
    found: set[str] = set()
    for kind in ("meeting", "note"):
        rows = store.db.execute(
            f"SELECT DISTINCT {kind}.kinds FROM ({latest}) AS near JOIN {kind} ON {kind}.id = near.from_id"
            f" WHERE near.from_kind = '{kind}' AND {kind}.deleted_at IS NULL AND {kind}.kinds <> ''",
            (person_id,),
        )
        found.update(word for (words,) in rows for word in words.split(","))
    return frozenset(found)


def _won(store: Store, today: date) -> dict[int, Win]:
    """By person, the latest win of the last 90 days with them."""
    wins = {
        one.id: one
        for one in store.all(Win, "day BETWEEN ? AND ?", (_ago(today, DAYS_DONE), today.isoformat()))
    }
    links = [
        one
        for one in _linked(store, "from", [one.ref for one in wins.values()], (WITH,))
        if one.to_kind == "person"
    ]
    latest = sorted(links, key=lambda one: (wins[one.from_id].day, one.from_id))
    return {one.to_id: wins[one.from_id] for one in latest}


def _pulsed(store: Store, today: date) -> dict[int, date]:
    """By mentorship, when its pulse was told last. Only days are read, so private ones count too."""
    rows = store.db.execute(
        "SELECT mentorship_id, max(day) FROM main.turn"
        " WHERE aspect = 'pulse' AND deleted_at IS NULL AND day <= ? GROUP BY mentorship_id",
        (today.isoformat(),),
    )
    return {id: date.fromisoformat(day) for id, day in rows}
