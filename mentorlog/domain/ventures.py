"""Moments of what I ventured: decisions, resources, introductions and rehearsals.

See moments.py for `names`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mentorlog.domain.decisions import Decision
from mentorlog.domain.intros import Intro, way, whom
from mentorlog.domain.moments import Moment, Names, only, told
from mentorlog.domain.pointers import pointers
from mentorlog.domain.record import Record
from mentorlog.domain.rehearsals import Rehearsal, title
from mentorlog.domain.resources import Resource


def of_decision(
    decision: Decision, people: Iterable[int] = (), names: Names | None = None
) -> Iterator[Moment]:
    """The question, the choice, what came of it and, while that is not known, the day to look back."""
    who, question = tuple(people), decision.question
    if decision.day != decision.decided:
        yield told(decision, decision.day, "Question", question, who, names)
    if decision.decided:
        lines = (f"expected: {decision.expectation}",) if decision.expectation else ()
        chosen = f"{question} → {decision.chosen}"
        yield told(decision, decision.decided, "Decision", chosen, who, names, lines=lines)
    if decision.ended:
        label = "Dropped" if decision.state == "dropped" else "Outcome"
        quote = decision.why if decision.state == "dropped" else decision.outcome
        yield told(decision, decision.ended, label, question, who, names, quote=quote)
    elif decision.review:
        yield told(decision, decision.review, "Look back", question, who, names, planned=True)


def of_resource(resource: Resource, names: Names) -> Iterator[Moment]:
    """The day it was begun, and the day it was done with and the verdict."""
    skills, giver = only(resource.skill_id), (resource.from_id,)
    if resource.started:
        yield told(resource, resource.started, "Began", resource.title, giver, names, skills=skills)
    if resource.ended:
        label = "Dropped" if resource.state == "dropped" else "Finished"
        quote = resource.why if resource.state == "dropped" else resource.verdict
        yield told(resource, resource.ended, label, resource.title, giver, names, skills=skills, quote=quote)


def of_intro(intro: Intro, names: Names) -> Iterator[Moment]:
    """The days it was asked for and made, the day of the meeting, and the day to come back to it."""
    who, by = whom(intro, names), way(intro, names)
    tail = f", {by}" if by else ""
    people = (intro.who_id, intro.via_id, intro.for_id)
    for day, words in ((intro.asked, "asked to meet "), (intro.made, "introduced to "), (intro.met, "met ")):
        if day:
            yield told(intro, day, "Intro", f"{words}{who}{tail}", people, names)
    if intro.ended:
        yield told(intro, intro.ended, "Dropped", f"{who}{tail}", people, names)
    if intro.follow_up:
        yield told(intro, intro.follow_up, "Follow up", f"{who}{tail}", people, names, planned=True)


def of_rehearsal(rehearsal: Rehearsal, names: Names) -> Moment:
    """A rehearsal with its scores and what I take from it."""
    marks = ", ".join(f"{topic} {mark}" for topic, mark in rehearsal.marks.items())
    said = f"{title(rehearsal)}: {marks}" if marks else title(rehearsal)
    who = (rehearsal.person_id,)
    return told(rehearsal, rehearsal.day, "Rehearsal", said, who, names, quote=rehearsal.notes)


def of_venture(record: Record, people: Iterable[int], names: Names) -> Iterator[Moment]:
    """The moments of any of them; `people` are those it is linked with. Nothing for another kind."""
    if isinstance(record, Decision):
        yield from of_decision(record, people, names)
    elif isinstance(record, Resource):
        yield from of_resource(record, names)
    elif isinstance(record, Intro):
        yield from of_intro(record, names)
    elif isinstance(record, Rehearsal):
        yield of_rehearsal(record, names)


def named_in(record: Record) -> tuple[int, ...]:
    """The people a resource, introduction or rehearsal names itself, by id."""
    ids = (ref.id for _, ref in pointers(record) if ref.kind == "person")
    return tuple(dict.fromkeys(ids))
