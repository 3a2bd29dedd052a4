"""From records to a summary. Pure: what the reader may not see is not in the material to begin with."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from mentorlog.domain.actions import Action
from mentorlog.domain.feedback import Feedback
from mentorlog.domain.goalpage import percent_on
from mentorlog.domain.goals import OPEN, Goal
from mentorlog.domain.material import Material, Wanted, narrowed
from mentorlog.domain.record import Record
from mentorlog.domain.refs import Ref
from mentorlog.domain.skills import Rating, Skill, by_day, level_on
from mentorlog.domain.spoken import every_words
from mentorlog.domain.summary import (
    Agreed,
    Ahead,
    Aim,
    Commitment,
    Conversation,
    Grown,
    Heard,
    Level,
    Summary,
    Told,
    Won,
)
from mentorlog.domain.text import first_line

LONGEST_EVIDENCE = 120
"""Characters of a record named as evidence: enough to know it by. A choice of ours."""


def summarise(found: Material, wanted: Wanted) -> Summary:
    """The summary for its reader, every part in order of days."""
    material = narrowed(found, wanted)
    parts = {
        "agreed": lambda: _agreed(material, wanted),
        "goals": lambda: [_aim(material, goal, wanted) for goal in _goals(material, wanted)],
        "conversations": lambda: _conversations(material, wanted),
        "commitments": lambda: _commitments(material, wanted),
        "feedback": lambda: _feedback(material, wanted),
        "skills": lambda: _skills(material, wanted),
        "wins": lambda: _wins(material, wanted),
        "next_steps": lambda: _next_steps(material, wanted),
    }
    return Summary(
        me=wanted.me,
        person=wanted.person.name if wanted.person and wanted.reader != "manager" else "",
        since=wanted.since,
        until=wanted.until,
        **{section: tuple(parts[section]()) for section in wanted.sections},
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
        lines += [Agreed(day=one.started, aspect=aspect, text=text, person=person) for aspect, text in texts if text]
        for aspect in ("focus", "cadence"):
            turns = [turn for turn in material.turns if (turn.mentorship_id, turn.aspect) == (one.id, aspect)]
            turns = sorted((turn for turn in turns if turn.day <= wanted.until), key=lambda turn: (turn.day, turn.id))
            before = [turn for turn in turns if not wanted.covers(turn.day)]
            for turn in (*before[-1:], *(turn for turn in turns if wanted.covers(turn.day))):
                text = _cadence(turn.value) if aspect == "cadence" else turn.value
                lines.append(Agreed(day=turn.day, aspect=aspect, text=text, why=turn.why, person=person))
    return lines


def _cadence(value: str) -> str:
    return every_words(int(value)) if value.isascii() and value.isdigit() and int(value) else value


def _goals(material: Material, wanted: Wanted) -> list[Goal]:
    """Goals that were alive within the summary, as they stood on its last day."""
    alive = [
        one.but(state="open", state_why="", ended=None) if one.ended and one.ended > wanted.until else one
        for one in material.goals
        if one.started <= wanted.until and (one.ended is None or one.ended >= (wanted.since or date.min))
    ]
    return sorted(alive, key=lambda one: (one.started, one.id))


def _aim(material: Material, goal: Goal, wanted: Wanted) -> Aim:
    steps = [one for one in material.steps if one.goal_id == goal.id]
    progress = [one for one in material.progress if one.goal_id == goal.id]
    done = [Told(day=one.done, text=one.text) for one in steps if one.done and wanted.covers(one.done)]
    said = [_told_progress(goal, one.day, one.value, one.note) for one in progress if wanted.covers(one.day)]
    return Aim(
        title=goal.title,
        why=goal.why,
        done_when=goal.done_when,
        due=goal.due,
        started=goal.started,
        state=goal.state,
        state_why=goal.state_why,
        ended=goal.ended,
        percent=percent_on(goal, steps, progress, wanted.until),
        steps=_in_order(done),
        progress=_in_order(said),
    )


def _told_progress(goal: Goal, day: date, value: int, note: str) -> Told:
    way = f"{value} of {goal.target}" if goal.measure == "count" else f"{value}%"
    return Told(day=day, text=f"{way}: {note}" if note else way)


def _conversations(material: Material, wanted: Wanted) -> list[Conversation]:
    attendees = material.attendees()
    held = [one for one in material.meetings if wanted.covers(one.day) and one.day <= wanted.today]
    return [
        Conversation(
            day=one.day,
            people=tuple(material.name(id) for id in attendees.get(one.id, [])),
            kinds=tuple(filter(None, one.kinds.split(","))),
            topics=tuple(topic.text for topic in material.topics if topic.closed_in == one.id),
            takeaways=one.notes,
            private=tuple(aside.text for aside in material.asides if aside.meeting_id == one.id),
        )
        for one in sorted(held, key=lambda one: (one.day, one.time, one.id))
    ]


def _commitments(material: Material, wanted: Wanted) -> list[Commitment]:
    """Promises made by the last day that were open on it, or that ended within the summary."""
    lines = []
    for one in sorted(material.actions, key=lambda one: (one.ended or one.due or date.max, one.id)):
        if one.ended and one.ended > wanted.until:
            one = one.but(state="open", ended=None, why="")
        if one.created_at[:10] <= wanted.until.isoformat() and (one.state == "open" or wanted.covers(one.ended)):
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


def _feedback(material: Material, wanted: Wanted) -> list[Heard]:
    evidence, actions = material.evidence(), material.actions_from()
    heard = [one for one in material.feedback if wanted.covers(one.day) and not one.owed]
    return [
        _heard(material, one, actions.get(one.ref, []), evidence.get(one.ref, []))
        for one in sorted(heard, key=lambda one: (one.day, one.id))
    ]


def _heard(material: Material, one: Feedback, actions: list[Action], shown: list[Record]) -> Heard:
    return Heard(
        day=one.day,
        sender=material.name(one.from_id),
        receiver=material.name(one.to_id),
        tone=one.tone,
        situation=one.situation,
        behaviour=one.behaviour,
        impact=one.impact,
        acted=_in_order(Told(day=act.ended, text=act.text) for act in actions if act.state == "done" and act.ended),
        shown=_evidence(shown),
    )


def _skills(material: Material, wanted: Wanted) -> list[Grown]:
    evidence = material.evidence()
    ratings: dict[int, list[Rating]] = {}
    for rating in by_day(list(material.ratings)):
        if rating.day <= wanted.until:
            ratings.setdefault(rating.skill_id, []).append(rating)
    return [
        _grown(material, skill, ratings[skill.id], evidence, wanted)
        for skill in sorted(material.skills, key=lambda one: (one.name.casefold(), one.id))
        if skill.id in ratings
    ]


def _grown(
    material: Material, skill: Skill, ratings: list[Rating], evidence: dict[Ref, list[Record]], wanted: Wanted
) -> Grown:
    raters = sorted({one.by_id for one in ratings}, key=lambda by: (by is not None, material.name(by)))
    levels = []
    for by in raters:
        own = [one for one in ratings if one.by_id == by]
        # Without a first day the way begins at the first rating.
        then = level_on(own, wanted.since - timedelta(days=1)) if wanted.since else own[0].level
        levels.append(Level(rater=material.name(by), then=then, now=own[-1].level))
    recent = [one for one in ratings if wanted.covers(one.day)]
    shown = [record for one in recent for record in evidence.get(one.ref, [])]
    return Grown(name=skill.name, levels=tuple(levels), evidence=_evidence(shown))


def _wins(material: Material, wanted: Wanted) -> list[Won]:
    won = sorted((one for one in material.wins if wanted.covers(one.day)), key=lambda one: (one.day, one.id))
    return [Won(day=one.day, text=one.text, impact=one.impact) for one in won]


def _next_steps(material: Material, wanted: Wanted) -> list[Ahead]:
    """The next conversation and what is parked for it, then the first step left of every open goal."""
    found = []
    if "conversations" in wanted.sections:
        planned = sorted(one.day for one in material.meetings if one.day > wanted.today)
        found += [Ahead(sort="conversation", day=day) for day in planned[:1]]
        parked = sorted((one for one in material.topics if one.state == "open"), key=lambda one: (one.raised, one.id))
        found += [Ahead(sort="topic", text=one.text) for one in parked]
    for goal in _goals(material, wanted):
        left = [one for one in material.steps if one.goal_id == goal.id and one.done is None]
        if goal.state in OPEN and left:
            step = min(left, key=lambda one: (one.position, one.id))
            found.append(Ahead(sort="goal", text=step.text, about=goal.title, day=step.due))
    return found


def _evidence(records: Iterable[Record]) -> tuple[Told, ...]:
    each = {record.ref: record for record in records}.values()
    named = [(_day_of(one), first_line(one.headline, LONGEST_EVIDENCE)) for one in each if one.headline]
    return _in_order(Told(day=day, text=text) for day, text in named)


def _day_of(record: Record) -> date:
    """The day a record stands for: when it happened or ended, else when it was kept."""
    days = (getattr(record, field, None) for field in ("day", "ended", "closed", "done", "started", "raised"))
    return next((day for day in days if day), None) or date.fromisoformat(record.created_at[:10])


def _in_order(lines: Iterable[Told]) -> tuple[Told, ...]:
    return tuple(sorted(lines, key=lambda one: one.day))
