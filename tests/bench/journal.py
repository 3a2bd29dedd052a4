"""A journal of any size: one person's twenty years, of which the last half-year is as full as anybody's."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from mentorlog.store.connect import atomic, open_for_writing

YEARS = 20
RECENT = 60
"""Records of the last 26 weeks, in a small journal and in a large one."""
# Of a hundred records so many are of this kind; the rest are ratings.
SHARES = (("note", 70), ("meeting", 10), ("action", 11), ("win", 3), ("feedback", 4))
PEOPLE, SKILLS, GOALS = 12, 15, 5

_WORDS = (
    *(
        "index",
        "query",
        "review",
        "cursor",
        "deploy",
        "lock",
        "vacuum",
        "replica",
        "backup",
        "restore",
        "team",
    ),
    *(
        "meeting",
        "story",
        "estimate",
        "design",
        "outbox",
        "timeout",
        "retry",
        "feedback",
        "roadmap",
        "on-call",
    ),
    *(
        "migration",
        "schema",
        "release",
        "budget",
        "hiring",
        "interview",
        "mentor",
        "promotion",
        "talk",
        "slides",
    ),
)


def journal_of(count: int, path: Path, today: date, seed: int = 7) -> Path:
    """Make a journal of about `count` records at `path`, the same each time for the same seed."""
    dice = random.Random(seed)
    with closing(open_for_writing(path)) as db, atomic(db, "bench", f"{today}T08:00:00.000Z"):
        _surroundings(db, today)
        _records(db, list(_days(count, today, dice)), dice)
        _open_things(db, today)
    return path


def _insert(db: sqlite3.Connection, kind: str, rows: list[dict[str, Any]]) -> list[int]:
    """Write rows of one form; returns their numbers."""
    if not rows:
        return []
    first = (db.execute(f"SELECT max(id) FROM {kind}").fetchone()[0] or 0) + 1
    names = ", ".join(rows[0])
    marks = ", ".join(f":{name}" for name in rows[0])
    db.executemany(f"INSERT INTO {kind} ({names}) VALUES ({marks})", rows)
    return list(range(first, first + len(rows)))


def _days(count: int, today: date, dice: random.Random) -> Iterator[date]:
    """The days of all records, the oldest first: few of them recent, whatever the size."""
    recent = min(RECENT, count // 2)
    days = [today - timedelta(days=dice.randrange(183)) for _ in range(recent)]
    days += [today - timedelta(days=183 + dice.randrange(YEARS * 365 - 183)) for _ in range(count - recent)]
    yield from sorted(days)


def _text(dice: random.Random, number: int) -> str:
    rare = " zeppelin" if number % 20 == 0 else ""
    return " ".join(dice.choices(_WORDS, k=dice.randrange(6, 25))) + rare


def _surroundings(db: sqlite3.Connection, today: date) -> None:
    start = str(today - timedelta(days=YEARS * 365))
    roles = ("mentor", "mentee", "peer")
    people = [
        {
            "name": f"Person {n}",
            "handle": f"person-{n}x",
            "role": roles[n % 3],
            "created_at": f"{start}T08:00:00Z",
        }
        for n in range(PEOPLE)
    ]
    _insert(db, "person", people)
    skills = [{"name": f"Skill {n}", "handle": f"skill-{n}x", "target": 4} for n in range(SKILLS)]
    _insert(db, "skill", skills)
    _insert(
        db,
        "mentorship",
        [{"person_id": n, "side": "mentee", "cadence": 14, "started": start} for n in (1, 2)],
    )


def _records(db: sqlite3.Connection, days: list[date], dice: random.Random) -> None:
    kinds, weights = zip(*SHARES, ("rating", 100 - sum(share for _, share in SHARES)), strict=True)
    rows: dict[str, list[dict[str, Any]]] = {kind: [] for kind in kinds}
    for number, day in enumerate(days):
        kind = dice.choices(kinds, weights)[0]
        rows[kind].append(
            {"created_at": f"{day}T17:00:00Z", **_values(kind, str(day), _text(dice, number), dice)}
        )
    for kind, made in rows.items():
        ids = _insert(db, kind, made)
        if kind in ("note", "meeting", "win"):
            people = [_link(kind, id, "person", dice.randrange(PEOPLE) + 1, "with") for id in ids]
            _insert(db, "link", people)
    meetings = len(rows["meeting"])
    made_in = [
        _link("action", id + 1, "meeting", dice.randrange(meetings) + 1, "from")
        for id in range(len(rows["action"]))
    ]
    _insert(db, "link", made_in if meetings else [])


def _values(kind: str, day: str, text: str, dice: random.Random) -> dict[str, Any]:
    who = dice.randrange(PEOPLE) + 1
    if kind == "note":
        return {"text": text, "day": day}
    if kind == "meeting":
        return {"day": day, "notes": text, "minutes": 45, "kinds": "advice"}
    if kind == "action":
        return {"text": text, "person_id": who, "due": day, "state": "done", "ended": day}
    if kind == "win":
        return {"text": text, "day": day, "impact": "less waiting"}
    if kind == "feedback":
        return {"from_id": who, "day": day, "tone": "praise", "situation": "the review", "behaviour": text}
    level = dice.randrange(1, 5)
    return {
        "skill_id": dice.randrange(SKILLS) + 1,
        "level": level,
        "day": day,
        "by_id": who if level == 3 else None,
    }


def _link(kind: str, id: int, to: str, to_id: int, label: str) -> dict[str, Any]:
    return {"from_kind": kind, "from_id": id, "to_kind": to, "to_id": to_id, "label": label}


def _open_things(db: sqlite3.Connection, today: date) -> None:
    """What a person has open at one time, however long the journal is."""
    ahead = [str(today + timedelta(days=7 * n - 10)) for n in range(10)]
    _insert(
        db,
        "action",
        [{"text": f"Promise {n}", "person_id": n % 3 + 1, "due": due} for n, due in enumerate(ahead)],
    )
    _insert(
        db, "topic", [{"text": f"Ask {n}", "person_id": n % 3 + 1, "raised": str(today)} for n in range(6)]
    )
    started = str(today - timedelta(days=200))
    goals = [
        {"title": f"Goal {n}", "started": started, "due": ahead[n + 3], "person_id": 1} for n in range(GOALS)
    ]
    for id in _insert(db, "goal", goals):
        steps = [
            {"goal_id": id, "text": f"Step {n}", "position": n, "done": ahead[0] if n < 2 else None}
            for n in range(4)
        ]
        _insert(db, "step", steps)
        _insert(db, "progress", [{"goal_id": id, "day": started, "value": 10 * n} for n in range(3)])
