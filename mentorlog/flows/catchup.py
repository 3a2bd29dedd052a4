"""Keeping what was answered after a gap: every answer becomes a record of its day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, tzinfo
from typing import TYPE_CHECKING

from mentorlog.domain.actions import Action
from mentorlog.domain.feedback import Feedback
from mentorlog.domain.frozen import Frozen
from mentorlog.domain.meetings import Meeting
from mentorlog.domain.notes import Note
from mentorlog.domain.people import Person
from mentorlog.domain.text import sugar
from mentorlog.domain.wins import Win
from mentorlog.flows.attach import Around, attach, known
from mentorlog.flows.meet import Told, record

if TYPE_CHECKING:
    from mentorlog.domain.record import Record, Visibility
    from mentorlog.store.store import Store


class Answer(Frozen):
    """An answer: the record it becomes, its words and day.

    kind: meeting, action, feedback, win or note. day: when it was; of an action, when it is due, or None.
    person: the one spoken with, who said it, or the other side of a promise; theirs: who keeps the promise.
    tone: of feedback, praise or growth.
    """

    kind: str
    words: str = ""
    day: date | None = None
    person: Person | None = None
    theirs: bool = False
    tone: str = "growth"


def keep(
    store: Store, answers: Sequence[Answer], visibility: Visibility, today: date, zone: tzinfo
) -> list[tuple[Record, Around]]:
    """Write every answer in the caller's transaction. Returns the records with what stands around them.

    zone: the local one; what was raised after the day of a conversation was not open in it.
    """
    return [_keep(store, one, visibility, one.day or today, zone) for one in answers]


def _keep(
    store: Store, answer: Answer, visibility: Visibility, day: date, zone: tzinfo
) -> tuple[Record, Around]:
    person, around = answer.person, Around(people=(answer.person,) if answer.person else ())
    if answer.kind == "meeting" and person is not None:
        meeting = Meeting(day=day, notes=answer.words, visibility=visibility)
        return record(store, Told(meeting=meeting, people=(person,), zone=zone)).meeting, around
    if answer.kind == "action":
        action = Action(
            text=answer.words,
            owner_id=person.id if person and answer.theirs else None,
            person_id=person.id if person else None,
            due=answer.day,
            visibility=visibility,
        )
        return store.add(action), around
    if answer.kind == "feedback" and person is not None:
        feedback = Feedback(
            from_id=person.id, day=day, tone=answer.tone, behaviour=answer.words, visibility=visibility
        )
        return store.add(feedback), around
    made = (Win if answer.kind == "win" else Note)(text=answer.words, day=day, visibility=visibility)
    kept = store.add(made)
    people, skills, _ = known(store, sugar(answer.words))
    return kept, attach(store, kept, people=people, skills=skills, tags=[*sugar(answer.words).tags])
