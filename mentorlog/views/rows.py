"""Records as rows of words for lists; no Rich."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from mentorlog.domain.feedback_loop import Theme
from mentorlog.domain.record import Record
from mentorlog.domain.spoken import due_words, minutes_words, plural, short_day
from mentorlog.views.columns import Column
from mentorlog.views.plain import one_line

if TYPE_CHECKING:
    from mentorlog.domain.actions import Action
    from mentorlog.domain.goals import Goal
    from mentorlog.domain.meetings import Topic
    from mentorlog.domain.people import Person

REF = Column("Ref", style="muted")
PRIVATE = "private"


def marked(record: Record, text: str) -> str:
    """Words of a record, with a mark when it is private."""
    return f"{text} ({PRIVATE})" if record.private else text


def dated_columns(kind: str) -> list[Column]:
    """The columns of notes, wins, meetings and feedback."""
    third = {"meeting": "With", "feedback": "Who"}.get(kind, "About")
    return [
        REF,
        Column("Day", priority=1, style="muted"),
        Column("Text", flex=True, least=34),
        Column(third, priority=2, style="muted"),
    ]


def dated_row(
    record: Any, around: Sequence[str] | None, names: Mapping[int, Person], today: date
) -> list[str]:
    """One dated record: ref, day, words, and what it is with or about."""
    text = one_line(record.headline)
    about = ", ".join(around or ())
    if record.kind == "meeting":
        text = " · ".join(
            part for part in (minutes_words(record.minutes) if record.minutes else "", text) if part
        )
    if record.kind == "feedback":
        about = _from_to(record, names)
        text = f"{record.tone}: {text}" if text else record.tone
    return [str(record.ref), short_day(record.day, today), marked(record, text), about]


def _from_to(feedback: Any, names: Mapping[int, Person]) -> str:
    if feedback.to_id is not None:
        who = names[feedback.to_id].name if feedback.to_id in names else "someone"
        return f"to {who}, owed" if feedback.owed else f"to {who}"
    return f"from {names[feedback.from_id].name}" if feedback.from_id in names else "from me"


ACTION_COLUMNS = [
    REF,
    Column("Who", priority=1),
    Column("Action", flex=True, least=34),
    Column("Due", style={"today": "warn"}),
    Column("State", priority=3, style={"done": "good", "dropped": "muted"}),
    Column("For", priority=2, style="muted"),
]


def action_row(action: Action, names: Mapping[int, Person], today: date) -> list[str]:
    """One action: ref, who does it, what, when, state, and for whom or what."""
    owner = "me" if action.owner_id is None else _name(names, action.owner_id)
    other = action.person_id if action.person_id != action.owner_id else None
    served = [_name(names, other)] if other is not None else []
    if action.goal_id is not None:
        served.append(f"g{action.goal_id}")
    if action.state == "open":
        due = due_words(action.due, today) if action.due else ""
    else:
        due = short_day(action.ended, today) if action.ended else ""
    return [
        str(action.ref),
        owner,
        marked(action, one_line(action.text)),
        due,
        action.state,
        ", ".join(served),
    ]


def _name(names: Mapping[int, Person], id: int) -> str:
    return names[id].name if id in names else "someone"


GOAL_COLUMNS = [
    REF,
    Column("Goal", flex=True, least=30),
    Column("Done", align="right"),
    Column("Due", priority=1),
    Column("State", style={"on track": "good", "at risk": "warn", "overdue": "warn", "met": "good"}),
]


def goal_row(goal: Goal, percent: int, state: str, today: date) -> list[str]:
    """One goal: ref, title, percent, due day, standing."""
    due = short_day(goal.due, today) if goal.due else ""
    return [str(goal.ref), marked(goal, one_line(goal.title)), f"{percent}%", due, state]


HIT_COLUMNS = [
    REF,
    Column("Day", priority=1, style="muted"),
    Column("Found", flex=True),
]


def hit_row(hit: Any, today: date) -> list[str]:
    """One thing found: ref, day, and the words around the match."""
    words = one_line(hit.snippet or hit.title)
    return [
        str(hit.ref),
        short_day(hit.day, today) if hit.day else "",
        f"{words} ({PRIVATE})" if hit.private else words,
    ]


TOPIC_COLUMNS = [
    REF,
    Column("For", priority=1),
    Column("Topic", flex=True),
    Column("Raised", priority=3, style="muted"),
    Column("Carried", priority=2),
    Column("State", priority=4, style={"closed": "good", "dropped": "muted"}),
]


def topic_row(topic: Topic, names: Mapping[int, Person], carried: int, today: date) -> list[str]:
    """One topic: ref, for whom, the words, when it came up, how often it was carried over, state."""
    return [
        str(topic.ref),
        _name(names, topic.person_id),
        marked(topic, one_line(topic.text)),
        short_day(topic.raised, today),
        plural(carried, "time") if carried else "",
        topic.state,
    ]


FEEDBACK_COLUMNS = [
    *dated_columns("feedback"),
    Column("State", priority=1, style={"to give": "warn", "shown": "good", "given": "good"}),
]
THEME_COLUMNS = [
    Column("Theme", flex=True),
    Column("Times", align="right"),
    Column("First", priority=3, style="muted"),
    Column("Last", priority=1, style="muted"),
    Column("Came to", priority=2),
    Column("Refs", style="muted"),
]


def theme_row(theme: Theme, today: date) -> list[str]:
    """One theme: name, how often, from when to when, how far its feedback came, and which it is."""
    counts = {state: theme.states.count(state) for state in dict.fromkeys(theme.states)}
    return [
        one_line(theme.theme),
        str(theme.count),
        short_day(theme.first, today),
        short_day(theme.last, today),
        ", ".join(f"{count} {state}" for state, count in counts.items()),
        ", ".join(map(str, theme.refs)),
    ]
