"""The records that the page for the next conversation is made of.

Every question here and in news.py is bounded by an index or by the days covered, so that a journal of a
hundred thousand records costs what a small one does.
"""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from mentorlog.domain.actions import Action
from mentorlog.domain.feedback import Feedback
from mentorlog.domain.goals import Goal, Progress, Step
from mentorlog.domain.ground import Carried, Ground, first_day, my_side
from mentorlog.domain.links import CARRIED
from mentorlog.domain.meetings import Aside, Meeting
from mentorlog.domain.notes import Note
from mentorlog.domain.people import Person, Turn
from mentorlog.domain.record import Record
from mentorlog.domain.refs import Ref
from mentorlog.store.coverage import mutes
from mentorlog.store.news import IS_WITH, LINKED, MOST, recent
from mentorlog.store.records import Records
from mentorlog.store.store import Store

R = TypeVar("R", bound=Record)

TALKS, SECRETS = 3, 5
"""The latest conversations whose asides are shown, and the latest private notes."""
_FEW = 200


def gather(
    store: Store, person: Person, today: date, asked: date | None = None, me: str = "", mine: bool = True
) -> Ground:
    """What this store's lens shows of a person and me; `asked` is the first day to cover.

    Without `mine`: nothing that is only for me to know, such as feedback still to be given.
    """
    held, ahead = _conversations(store, person, today)
    since = first_day(held[0].day if held else None, asked, today)
    bond = store.people.mentorship(person)
    learning = my_side(person, bond) == "mentee"
    topics = store.meetings.open_topics(person)
    goals, moved = _goals(store, person, since, learning)
    near = list({one.id: one for one in (*goals, *moved)})
    return Ground(
        today=today,
        me=me,
        person=person,
        since=since,
        since_last=asked is None and bool(held),
        mentorship=bond,
        turns=tuple(store.all(Turn, "mentorship_id = ?", (bond.id,))) if bond else (),
        held=tuple(held),
        ahead=ahead,
        open=tuple(_between(store, person, "state = 'open'", (), "due IS NULL, due, id")),
        ended=tuple(_between(store, person, "ended >= ?", (since.isoformat(),), "ended DESC, id DESC")),
        topics=tuple(topics),
        carried=_carried(store, [one.id for one in topics]),
        goals=tuple(goals),
        moved=tuple(moved),
        steps=tuple(_of(store, Step, near, "goal_id, position, id")),
        progress=tuple(_of(store, Progress, near, "goal_id, day, id")),
        recent=recent(store, person, since, learning, mine),
        owed=tuple(store.all(Feedback, "to_id = ? AND delivered IS NULL", (person.id,))) if mine else (),
        touched=_touched(store, person) if mine else frozenset(),
        muted=frozenset(mutes(store, person)) if mine else frozenset(),
        asides=tuple(_asides(store, held)) if mine else (),
        secrets=tuple(_secrets(store, person)) if mine else (),
    )


def _conversations(store: Store, person: Person, today: date) -> tuple[list[Meeting], Meeting | None]:
    """The latest conversations held, newest first, and the next one ahead."""
    met = _met(store, person)
    ahead = store.one(Meeting, f"day > ? AND {met}", (today.isoformat(), person.id), "day, time, id")
    latest = store.all(
        Meeting,
        f"day <= ? AND {met}",
        (today.isoformat(), person.id),
        "day DESC, time DESC, id DESC",
        TALKS + 1,
    )
    still = [one for one in latest if _still_ahead(one, today)]
    held = [one for one in latest if one not in still][:TALKS]
    return held, (still[-1] if still else ahead)


def _still_ahead(meeting: Meeting, today: date) -> bool:
    """Is a conversation of today, planned before today, without a word about it yet?"""
    return meeting.day == today and not meeting.notes and meeting.created_at[:10] < today.isoformat()


def _met(store: Records, person: Person) -> str:
    """With this person, as a condition: by their few links, else along the days of meetings."""
    some = f"SELECT count(*) FROM (SELECT 1 FROM link WHERE to_kind = 'person' AND to_id = ? LIMIT {_FEW})"
    few = store.db.execute(some, (person.id,)).fetchone()[0] < _FEW
    return f"id IN ({LINKED.format(kind='meeting')})" if few else IS_WITH.format(kind="meeting")


def _between(store: Records, person: Person, where: str, args: tuple[str, ...], order: str) -> list[Action]:
    """Promises between this person and me."""
    ours = "(owner_id IS NULL AND person_id = ?) OR (owner_id = ? AND ifnull(person_id, owner_id) = owner_id)"
    return store.all(Action, f"{where} AND ({ours})", (*args, person.id, person.id), order, MOST)


def _goals(store: Records, person: Person, since: date, learning: bool) -> tuple[list[Goal], list[Goal]]:
    """Goals alive with the person, and those something happened to: theirs, or also mine alone."""
    alive = "state IN ('open', 'paused')"
    theirs = store.all(Goal, f"{alive} AND person_id = ?", (person.id,), "due IS NULL, due, id", MOST)
    whose = "(person_id = ? OR person_id IS NULL)" if learning else "person_id = ?"
    day = since.isoformat()
    moved = store.all(
        Goal,
        f"{whose} AND ({alive} OR ended >= ?) AND (started >= ? OR ended >= ?"
        " OR EXISTS (SELECT 1 FROM step WHERE step.goal_id = goal.id AND step.done >= ?)"
        " OR EXISTS (SELECT 1 FROM progress WHERE progress.goal_id = goal.id AND progress.day >= ?))",
        (person.id, day, day, day, day, day),
        limit=MOST,
    )
    return theirs, moved


def _of(store: Records, cls: type[R], goals: list[int], order: str) -> list[R]:
    return store.all(cls, f"goal_id IN ({_marks(goals)})", tuple(goals), order) if goals else []


def _carried(store: Records, topics: list[int]) -> dict[Ref, Carried]:
    """How often each topic stayed open after a conversation, and the first time it did."""
    rows = store.db.execute(
        "SELECT link.to_id, meeting.id, meeting.day FROM link JOIN meeting ON meeting.id = link.from_id"
        f" WHERE link.to_kind = 'topic' AND link.to_id IN ({_marks(topics)}) AND link.label = '{CARRIED}'"
        " AND link.from_kind = 'meeting' AND link.deleted_at IS NULL AND meeting.deleted_at IS NULL"
        " ORDER BY meeting.day DESC, meeting.id DESC",
        topics,
    )
    found: dict[Ref, Carried] = {}
    for topic, meeting, day in rows:
        ref = Ref("topic", topic)
        times = found[ref].times + 1 if ref in found else 1
        found[ref] = Carried(times=times, first=Ref("meeting", meeting), day=date.fromisoformat(day))
    return found


def _touched(store: Records, person: Person) -> frozenset[str]:
    """The kinds of help there were with a person, in conversations and notes."""
    rows = [
        row
        for kind in ("meeting", "note")
        for row in store.db.execute(
            f"SELECT DISTINCT kinds FROM {kind} WHERE id IN ({LINKED.format(kind=kind)})"
            " AND kinds <> '' AND deleted_at IS NULL",
            (person.id,),
        )
    ]
    return frozenset(word.strip() for (words,) in rows for word in words.split(","))


def _asides(store: Store, held: list[Meeting]) -> list[Aside]:
    """My private notes on these conversations."""
    where = f"meeting_id IN ({_marks([one.id for one in held])})"
    return store.all(Aside, where, tuple(one.id for one in held), "meeting_id DESC, id")


def _secrets(store: Records, person: Person) -> list[Note]:
    """My latest private notes with a person."""
    where = f"visibility = 'private' AND id IN ({LINKED.format(kind='note')})"
    return store.all(Note, where, (person.id,), "day DESC, id DESC", SECRETS)


def _marks(ids: list[int]) -> str:
    return ", ".join("?" * len(ids))
