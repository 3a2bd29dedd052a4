"""What grew, in a summary: goals, feedback and what came of it, skills and wins."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from mentorlog.domain.actions import Action
from mentorlog.domain.feedback import Feedback
from mentorlog.domain.goalpage import percent_on
from mentorlog.domain.goals import Goal
from mentorlog.domain.material import Material, Wanted
from mentorlog.domain.record import Record
from mentorlog.domain.refs import Ref
from mentorlog.domain.skills import Rating, Skill, by_day, level_on
from mentorlog.domain.summary import Aim, Grown, Heard, Level, Told, Won
from mentorlog.domain.text import first_line

LONGEST_EVIDENCE = 120
"""Characters of a record named as evidence: enough to know it by. A choice of ours."""


def alive(material: Material, wanted: Wanted) -> list[Goal]:
    """Goals that were alive within the summary, as they stood on its last day."""
    found = [
        one.but(state="open", state_why="", ended=None) if one.ended and one.ended > wanted.until else one
        for one in material.goals
        if one.started <= wanted.until and (one.ended is None or one.ended >= (wanted.since or date.min))
    ]
    return sorted(found, key=lambda one: (one.started, one.id))


def aims(material: Material, wanted: Wanted) -> list[Aim]:
    """The goals with what was done for them."""
    return [_aim(material, goal, wanted) for goal in alive(material, wanted)]


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


def feedback(material: Material, wanted: Wanted) -> list[Heard]:
    """What was said to me and by me, and what came of it. What I still owe somebody is not told here."""
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
        acted=_in_order(
            Told(day=act.ended, text=act.text) for act in actions if act.state == "done" and act.ended
        ),
        shown=evidence_of(shown),
    )


def skills(material: Material, wanted: Wanted) -> list[Grown]:
    """Skills that have been rated, in the order of their names."""
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
    return Grown(name=skill.name, levels=tuple(levels), evidence=evidence_of(shown))


def wins(material: Material, wanted: Wanted) -> list[Won]:
    """What went well."""
    won = sorted((one for one in material.wins if wanted.covers(one.day)), key=lambda one: (one.day, one.id))
    return [Won(day=one.day, text=one.text, impact=one.impact) for one in won]


def evidence_of(records: Iterable[Record]) -> tuple[Told, ...]:
    """Records named as evidence, each once, by day and in one line."""
    each = {record.ref: record for record in records}.values()
    named = [(_day_of(one), first_line(one.headline, LONGEST_EVIDENCE)) for one in each if one.headline]
    return _in_order(Told(day=day, text=text) for day, text in named)


def _day_of(record: Record) -> date:
    """The day a record stands for: when it happened or ended, else when it was kept."""
    days = (getattr(record, field, None) for field in ("day", "ended", "closed", "done", "started", "raised"))
    return next((day for day in days if day), None) or date.fromisoformat(record.created_at[:10])


def _in_order(lines: Iterable[Told]) -> tuple[Told, ...]:
    return tuple(sorted(lines, key=lambda one: one.day))
