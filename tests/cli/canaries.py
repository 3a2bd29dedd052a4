"""A journal with a canary in every place that must not be heard: private, about others, removed, and before."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

from mentorlog.domain.kinds import ALL, class_of
from mentorlog.domain.links import ABOUT, EVIDENCE, FROM, WITH, Link, Tag
from mentorlog.domain.people import Person
from mentorlog.domain.pointers import POINTS
from mentorlog.domain.record import Record
from mentorlog.domain.sound import CHOICES
from mentorlog.store.connect import atomic, open_for_writing
from mentorlog.store.store import Store

DAY = date(2026, 4, 20)
NOW = "2026-04-20T10:00:00.000Z"
KEPT = (
    "uid",
    "created_at",
    "updated_at",
    "deleted_at",
    "visibility",
    "handle",
    "kinds",
    "time",
    "zone",
    "starts_at",
)
PRIVATE, OTHER, REMOVED, BEFORE, PUBLIC = "CANARYPRIV", "CANARYBO", "CANARYGONE", "CANARYOLD", "OKAY"
STATES = {("turn", "aspect"): "focus", ("topic", "state"): "closed"}


def plant(path: Path) -> None:
    """Fill the journal: mentor Ana, mentee Bo, a private person, and four of everything."""
    if path.exists():
        _fill(path)
        return
    if not _PLANTED:
        _fill(path)
        _PLANTED.append(path.read_bytes())
    path.write_bytes(_PLANTED[0])
    path.chmod(0o600)


_PLANTED: list[bytes] = []
"""A new journal that was filled, to be copied: many tests begin with one."""


def _fill(path: Path) -> None:
    with closing(open_for_writing(path)) as db:
        store = Store(db, NOW)
        with atomic(db, "plant", NOW):
            ana = store.add(Person(name="Ana Ruiz", handle="ana", role="mentor"))
            bo = store.add(record_of(class_of("person"), OTHER, {}).but(handle="bo", role="mentee"))
            store.add(
                record_of(class_of("person"), PRIVATE, {}).but(
                    handle="hid", role="peer", visibility="private"
                )
            )
            flock(store, PUBLIC, ana)
            flock(store, PRIVATE, ana, visibility="private")
            flock(store, OTHER, bo)
            for one in flock(store, REMOVED, ana):
                store.remove(one)


def flock(store: Store, word: str, person: Record, **values: Any) -> list[Record]:
    """One record of every kind, each text in it made of `word`, all with one person."""
    made: dict[str, Record] = {"person": person}
    for kind in ALL:
        if kind in ("person", "link", "tag"):
            continue
        record = record_of(class_of(kind), word, {name: one.id for name, one in made.items()})
        if kind in ("skill", "role"):
            record = record.but(handle=word.lower())
        if kind == "aside" and word == PUBLIC:
            record = record.but(text=PRIVATE, visibility="private")
        else:
            record = record.but(**values)
        made[kind] = _changed(store, record) if word == PUBLIC else store.add(record)
    links = [(kind, "person", WITH) for kind in ("meeting", "note", "win", "decision")]
    links += [
        ("note", "goal", ABOUT),
        ("rating", "win", EVIDENCE),
        ("feedback", "note", EVIDENCE),
        ("action", "feedback", FROM),
    ]
    for source, target, label in links:
        here, there = made[source], made[target]
        store.add(
            Link(
                from_kind=source,
                from_id=here.id,
                to_kind=target,
                to_id=there.id,
                label=label,
                visibility=here.visibility,
            )
        )
    store.add(
        Tag(record_kind="note", record_id=made["note"].id, name=word, visibility=made["note"].visibility)
    )
    return [one for kind, one in made.items() if kind != "person"]


def _changed(store: Store, record: Record) -> Record:
    """Keep a record that said something else at first, so that its old words are in the change log."""
    old = dict.fromkeys(texts_of(type(record)), BEFORE)
    kept = store.add(record.but(**old))
    return store.save(record.but(id=kept.id, uid=kept.uid, created_at=kept.created_at))


def texts_of(cls: type[Record]) -> list[str]:
    """The fields of a kind that hold a person's words."""
    return [
        name
        for name, kind in cls.fields.items()
        if kind == "str" and name not in KEPT and (cls.kind, name) not in CHOICES and name != "about"
    ]


def record_of(cls: type[Record], word: str, ids: dict[str, int]) -> Record:
    """A record each text of which is made of `word`; what it needs to name is in `ids`, by kind."""
    values: dict[str, Any] = {name: f"{word}x{cls.kind}x{name}" for name in texts_of(cls)}
    for name, kind in cls.fields.items():
        if name in cls.required and name not in values:
            values[name] = DAY if kind.startswith("date") else 3 if kind == "int" else "x"
        if name in POINTS and POINTS[name] in ids and name != "to_id":
            values[name] = ids[POINTS[name]]
        if (cls.kind, name) in CHOICES:
            values[name] = STATES.get((cls.kind, name), CHOICES[cls.kind, name][0])
    if cls.kind == "resource":
        values["url"] = f"https://{word}.example"
    if cls.kind == "rehearsal":
        values |= {"scores": f"{word}=3", "sha256": "0" * 64}
    if cls.kind == "role":
        values["needs"] = "sql:3:2"
    if cls.kind == "action":
        values |= {"state": "done", "ended": DAY}
    return cls(**values)
