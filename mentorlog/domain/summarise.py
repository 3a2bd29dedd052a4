"""From records to a summary. Pure: what the reader may not see is not in the material to begin with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import date
from typing import Any

from mentorlog.domain.goals import OPEN
from mentorlog.domain.material import Material, Wanted, narrowed
from mentorlog.domain.spoken import every_words
from mentorlog.domain.summary import Agreed, Ahead, Commitment, Conversation, Summary
from mentorlog.domain.summary_growth import aims, alive, feedback, skills, wins
from mentorlog.domain.summary_ventures import decisions, intros, resources


def summarise(found: Material, wanted: Wanted) -> Summary:
    """The summary for its reader, every part in order of days."""
    material = narrowed(found, wanted)
    return Summary(
        me=wanted.me,
        person=wanted.person.name if wanted.person and wanted.reader != "manager" else "",
        since=wanted.since,
        until=wanted.until,
        **{section: tuple(_PARTS[section](material, wanted)) for section in wanted.sections},
    )


def _agreed(material: Material, wanted: Wanted) -> list[Agreed]:
    """What mentorships are for, and the focus and cadence that held; the last before the first day too.

    Phase and pulse are my own judgement of the relationship, so they are not part of what was agreed.
    """
    lines = []
    for one in material.mentorships:
        if one.started > wanted.until or (one.ended and one.ended < (wanted.since or date.min)):
            continue
        person = "" if wanted.person else material.name(one.person_id)
        texts = (("purpose", one.purpose), ("agreement", one.agreement))
        lines += [
            Agreed(day=one.started, aspect=aspect, text=text, person=person) for aspect, text in texts if text
        ]
        for aspect in ("focus", "cadence"):
            turns = [turn for turn in material.turns if (turn.mentorship_id, turn.aspect) == (one.id, aspect)]
            turns = sorted(
                (turn for turn in turns if turn.day <= wanted.until), key=lambda turn: (turn.day, turn.id)
            )
            before = [turn for turn in turns if not wanted.covers(turn.day)]
            for turn in (*before[-1:], *(turn for turn in turns if wanted.covers(turn.day))):
                text = _cadence(turn.value) if aspect == "cadence" else turn.value
                lines.append(Agreed(day=turn.day, aspect=aspect, text=text, why=turn.why, person=person))
    return lines


def _cadence(value: str) -> str:
    return every_words(int(value)) if value.isascii() and value.isdigit() and int(value) else value


def _conversations(material: Material, wanted: Wanted) -> list[Conversation]:
    attendees = material.attendees()
    topics, asides = defaultdict(list), defaultdict(list)
    for topic in material.topics:
        topics[topic.closed_in].append(topic.text)
    for aside in material.asides:
        asides[aside.meeting_id].append(aside.text)
    held = [one for one in material.meetings if wanted.covers(one.day) and one.day <= wanted.today]
    return [
        Conversation(
            day=one.day,
            people=tuple(material.name(id) for id in attendees.get(one.id, [])),
            kinds=tuple(filter(None, one.kinds.split(","))),
            topics=tuple(topics[one.id]),
            takeaways=one.notes,
            private=tuple(asides[one.id]),
        )
        for one in sorted(held, key=lambda one: (one.day, one.time, one.id))
    ]


def _commitments(material: Material, wanted: Wanted) -> list[Commitment]:
    """Promises made by the last day that were open on it, or that ended within the summary."""
    lines = []
    for one in sorted(material.actions, key=lambda one: (one.ended or one.due or date.max, one.id)):
        if one.ended and one.ended > wanted.until:
            one = one.but(state="open", ended=None, why="")
        if one.created_at[:10] <= wanted.until.isoformat() and (
            one.state == "open" or wanted.covers(one.ended)
        ):
            lines.append(
                Commitment(
                    owner=material.name(one.owner_id),
                    text=one.text,
                    due=one.due,
                    state=one.state,
                    ended=one.ended,
                    why=one.why,
                )
            )
    return lines


def _next_steps(material: Material, wanted: Wanted) -> list[Ahead]:
    """The next conversation and what is parked for it, then the first step left of every open goal."""
    found = []
    if "conversations" in wanted.sections:
        planned = sorted(one.day for one in material.meetings if one.day > wanted.today)
        found += [Ahead(sort="conversation", day=day) for day in planned[:1]]
        parked = sorted(
            (one for one in material.topics if one.state == "open"), key=lambda one: (one.raised, one.id)
        )
        found += [Ahead(sort="topic", text=one.text) for one in parked]
    for goal in alive(material, wanted):
        left = [one for one in material.steps if one.goal_id == goal.id and one.done is None]
        if goal.state in OPEN and left:
            step = min(left, key=lambda one: (one.position, one.id))
            found.append(Ahead(sort="goal", text=step.text, about=goal.title, day=step.due))
    return found


_PARTS: dict[str, Callable[[Material, Wanted], list[Any]]] = {
    "agreed": _agreed,
    "goals": aims,
    "conversations": _conversations,
    "commitments": _commitments,
    "feedback": feedback,
    "skills": skills,
    "wins": wins,
    "decisions": decisions,
    "resources": resources,
    "intros": intros,
    "next_steps": _next_steps,
}
