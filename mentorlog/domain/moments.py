"""Moments: what the journal keeps, each told as one dated line of the timeline.

`names` is always person id to name; someone who is not in it is called “someone”.
What grows over time (goals, levels, mentorships) is told in milestones.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from mentorlog.domain.actions import Action
from mentorlog.domain.feedback import Feedback
from mentorlog.domain.frozen import Frozen
from mentorlog.domain.meetings import Meeting, Topic
from mentorlog.domain.notes import Note
from mentorlog.domain.record import Record
from mentorlog.domain.refs import Ref
from mentorlog.domain.spoken import minutes_words, plural
from mentorlog.domain.wins import Win

KINDS = (
    "meeting",
    "action",
    "goal",
    "step",
    "progress",
    "feedback",
    "skill",
    "note",
    "win",
    "topic",
    "turn",
    "change",
    "decision",
    "resource",
    "intro",
    "rehearsal",
)
"""What a moment may be of: the words that `--kinds` takes."""

Names = Mapping[int, str]

_KIND_OF = {"rating": "skill", "mentorship": "turn"}


class Moment(Frozen):
    """Something that happened on `day` or, when `planned`, that is meant to.

    `label` is the word for it, `title` says it in a line, `lines` hold what else
    there is to know, `quote` the words somebody wrote, whole. `time` is HH:MM or
    empty. `people`, `goals` and `skills` are the ids of what it is about.
    """

    day: date
    kind: str
    ref: Ref
    label: str
    title: str
    lines: tuple[str, ...] = ()
    quote: str = ""
    people: tuple[int, ...] = ()
    names: tuple[str, ...] = ()
    planned: bool = False
    goals: tuple[int, ...] = ()
    skills: tuple[int, ...] = ()
    time: str = ""

    def standing(self, today: date) -> str:
        """What a planned moment is on `today`: `planned`, `due`, or `still open` once its day is over."""
        if not self.planned:
            return ""
        if self.kind == "meeting":
            return "planned"
        return "due" if self.day >= today else "still open"


def told(
    record: Record,
    day: date,
    label: str,
    title: str,
    people: Iterable[int | None] = (),
    names: Names | None = None,
    **more: Any,
) -> Moment:
    """A moment of that record. `people` may hold None for me, who is not named; `more` are other fields."""
    ids = tuple(dict.fromkeys(one for one in people if one is not None))
    return Moment(
        day=day,
        kind=_KIND_OF.get(record.kind, record.kind),
        ref=record.ref,
        label=label,
        title=title,
        people=ids,
        names=tuple(name_of(one, names or {}) for one in ids),
        **more,
    )


def of_meeting(
    meeting: Meeting, people: Iterable[int], names: Names, actions_made: int, actions_done: int, today: date
) -> Moment:
    """A conversation with those people; of the actions it made, so many are done. Planned after today."""
    planned = meeting.day > today
    said = told(
        meeting,
        meeting.day,
        "1:1",
        "",
        people,
        names,
        quote=meeting.notes,
        planned=planned,
        time=meeting.time,
    )
    title = joined(
        ", ".join(said.names) or "nobody named",
        meeting.time if planned else "",
        minutes_words(meeting.minutes) if meeting.minutes else "",
        ", ".join(kind.strip() for kind in meeting.kinds.split(",")),
        f"{plural(actions_made, 'action')}, {actions_done} done" if actions_made else "",
    )
    return said.but(title=title, label="1:1" if len(said.people) == 1 else "Meeting")


def of_action(action: Action, names: Names) -> Moment | None:
    """A promise that was done or dropped, or one that is due; None when it is open and has no day."""
    day = action.ended or action.due
    if day is None:
        return None
    return told(
        action,
        day,
        {"done": "Done", "dropped": "Dropped"}.get(action.state, "Promise"),
        action.text if action.mine else f"{name_of(action.owner_id, names)}: {action.text}",
        (action.owner_id, action.person_id),
        names,
        quote=action.why,
        planned=action.state == "open",
        goals=only(action.goal_id),
        skills=only(action.skill_id),
    )


def of_feedback(feedback: Feedback, names: Names) -> Moment:
    """Feedback somebody gave me, or that I gave or owe somebody."""
    giver = "" if feedback.from_id is None else name_of(feedback.from_id, names)
    taker = "" if feedback.to_id is None else name_of(feedback.to_id, names)
    to = taker and f"{'owed to' if feedback.owed else 'to'} {taker}"
    who = joined(giver, to, between=" ") or "me"
    lines = (("meant", feedback.intent), ("theme", feedback.theme))
    return told(
        feedback,
        feedback.delivered or feedback.day,
        "Feedback",
        f"{who} ({feedback.tone}): {feedback.headline}",
        (feedback.from_id, feedback.to_id),
        names,
        lines=tuple(f"{name}: {text}" for name, text in lines if text),
        skills=only(feedback.skill_id),
    )


def of_note(note: Note, people: Iterable[int] = (), names: Names | None = None) -> Moment:
    """A note, with the people it is linked to."""
    return told(note, note.day, "Note", note.text, people, names)


def of_win(win: Win, people: Iterable[int] = (), names: Names | None = None) -> Moment:
    """A win and what it changed for others."""
    lines = (f"impact: {win.impact}",) if win.impact else ()
    return told(win, win.day, "Win", win.text, people, names, lines=lines)


def of_topic(topic: Topic, names: Names) -> Moment:
    """Something parked for the next conversation, and what became of it."""
    title = f"for {name_of(topic.person_id, names)}: {topic.text}"
    lines = (f"talked about in {Ref('meeting', topic.closed_in)}",) if topic.closed_in else ()
    return told(topic, topic.raised, "Topic", title, (topic.person_id,), names, lines=lines, quote=topic.why)


def name_of(person_id: int | None, names: Names) -> str:
    """A person's name, `me` for nobody, `someone` when the name is not to be known."""
    return "me" if person_id is None else names.get(person_id, "someone")


def only(one: int | None) -> tuple[int, ...]:
    """One id or none, as a tuple."""
    return () if one is None else (one,)


def joined(*parts: str, between: str = " · ") -> str:
    """The parts that are not empty, on one line."""
    return between.join(filter(None, parts))
