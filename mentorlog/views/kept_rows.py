"""Decisions, resources, introductions and rehearsals as rows of words for lists; no Rich."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from mentorlog.domain.decisions import Decision
from mentorlog.domain.intros import Intro, way, whom
from mentorlog.domain.people import Person
from mentorlog.domain.rehearsals import Rehearsal, moves
from mentorlog.domain.resources import Resource
from mentorlog.domain.spoken import due_words, short_day
from mentorlog.views.columns import Column
from mentorlog.views.plain import one_line
from mentorlog.views.rows import REF, marked

DECISION_COLUMNS = [
    REF,
    Column("Day", priority=3, style="muted"),
    Column("Question", flex=True, least=34),
    Column("Chosen", priority=1, flex=True, least=16),
    Column("Look back", priority=2),
    Column("State", style={"closed": "good", "dropped": "muted"}),
]


def decision_row(decision: Decision, today: date) -> list[str]:
    """One decision: ref, day, question, what was chosen, when to look back, state."""
    back = due_words(decision.review, today) if decision.review and decision.ended is None else ""
    return [
        str(decision.ref),
        short_day(decision.day, today),
        marked(decision, one_line(decision.question)),
        one_line(decision.chosen),
        back,
        decision.state,
    ]


RESOURCE_COLUMNS = [
    REF,
    Column("What", flex=True, least=34),
    Column("Kind", priority=4, style="muted"),
    Column("For", priority=3, style="muted"),
    Column("From", priority=5, style="muted"),
    Column("State", style={"doing": "accent", "done": "good", "dropped": "muted"}),
    Column("Verdict", priority=1, flex=True, least=20),
]


def resource_row(
    resource: Resource, names: Mapping[int, Person], skills: Mapping[int, str], today: date
) -> list[str]:
    """One resource: ref, title, kind, skill, from whom, state, and the verdict or since when."""
    since = f"since {short_day(resource.started, today)}" if resource.started else ""
    giver = names.get(resource.from_id) if resource.from_id is not None else None
    return [
        str(resource.ref),
        marked(resource, one_line(resource.title)),
        resource.form,
        skills.get(resource.skill_id, "") if resource.skill_id is not None else "",
        giver.name if giver else "",
        resource.state,
        one_line(resource.verdict or resource.why) if resource.ended else since,
    ]


INTRO_COLUMNS = [
    REF,
    Column("Who"),
    Column("By", priority=2, style="muted"),
    Column("Why", priority=1, flex=True, least=20),
    Column("State", style={"met": "good", "dropped": "muted"}),
    Column("Day", priority=4, style="muted"),
    Column("Come back", priority=3),
]


def intro_row(intro: Intro, names: Mapping[int, str], today: date) -> list[str]:
    """One introduction: ref, who, by whom, why, state and its day, when to come back to it."""
    day = intro.ended or intro.met or intro.made or intro.asked
    return [
        str(intro.ref),
        marked(intro, one_line(whom(intro, names))),
        way(intro, names),
        one_line(intro.why),
        intro.state,
        short_day(day, today) if day else "",
        due_words(intro.follow_up, today) if intro.follow_up else "",
    ]


REHEARSAL_COLUMNS = [
    REF,
    Column("Day", priority=2, style="muted"),
    Column("What"),
    Column("With", priority=3, style="muted"),
    Column("Scores", flex=True, least=36),
    Column("Notes", priority=4, flex=True, least=20),
]


def rehearsal_row(
    rehearsal: Rehearsal, before: Rehearsal | None, names: Mapping[int, Person], today: date
) -> list[str]:
    """One rehearsal: ref, day, what, with whom, how each topic moved since the one before, notes."""
    person = names.get(rehearsal.person_id) if rehearsal.person_id is not None else None
    scored = [one.words for one in moves(rehearsal, before) if one.now is not None]
    return [
        str(rehearsal.ref),
        short_day(rehearsal.day, today),
        marked(rehearsal, rehearsal.form),
        person.name if person else "",
        ", ".join(scored),
        one_line(rehearsal.notes),
    ]
