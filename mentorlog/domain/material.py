"""What a summary is made of: the records of a stretch of time, as far as its reader may see them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeVar

from mentorlog.domain.actions import Action
from mentorlog.domain.audience import For
from mentorlog.domain.decisions import Decision
from mentorlog.domain.feedback import Feedback
from mentorlog.domain.frozen import Frozen
from mentorlog.domain.goals import OPEN, Goal, Progress, Step
from mentorlog.domain.intros import Intro
from mentorlog.domain.links import EVIDENCE, FROM, WITH, Link
from mentorlog.domain.meetings import Aside, Meeting, Topic
from mentorlog.domain.people import Mentorship, Person, Turn
from mentorlog.domain.record import Record
from mentorlog.domain.refs import Ref
from mentorlog.domain.resources import OPEN as TO_LEARN
from mentorlog.domain.resources import Resource
from mentorlog.domain.roles import Aim
from mentorlog.domain.skills import Rating, Skill
from mentorlog.domain.wins import Win

R = TypeVar("R", bound=Record)

MANAGERS = ("goals", "skills", "wins", "next_steps")
"""A manager reads of results; conversations and what was said in them stay between the two who had them."""
RESULTS = ("win", "goal", "action")
"""What a manager sees of evidence: no words out of a conversation."""
SECTIONS = (
    *("agreed", "goals", "conversations", "commitments", "feedback", "skills", "wins"),
    *("decisions", "resources", "intros", "next_steps"),
)
DOCUMENTS: Mapping[str, tuple[str, ...]] = {
    "brag": ("goals", "feedback", "skills", "wins"),
    "stories": ("stories",),
    "plan": ("aims", "open_goals", "todo", "skills", "to_learn"),
    "promotion": ("feedback", "skills", "wins"),
}
"""What other documents than a summary draw on."""


class Wanted(Frozen):
    """What a document is to cover: its reader, the person it is about or None, and its first and last day.

    goal: only what belongs to this goal.
    """

    document: str = "summary"
    reader: For = "self"
    person: Person | None = None
    goal: Goal | None = None
    since: date | None = None
    until: date
    today: date
    me: str = ""

    @property
    def sections(self) -> tuple[str, ...]:
        """The parts this reader gets, in order."""
        if self.document in DOCUMENTS:
            return DOCUMENTS[self.document]
        return MANAGERS if self.reader == "manager" else SECTIONS

    def covers(self, day: date | None) -> bool:
        """Is the day within the summary?"""
        return day is not None and (self.since or date.min) <= day <= self.until


class Material(Frozen):
    """Live records. meetings: from the first day of the summary on, planned ones too.

    links: of any kind with a person, goal or win at one end, all evidence and origins of actions, and
    what a meeting carried over.
    shown: the records that links name as evidence.
    """

    people: Mapping[int, Person] = {}
    mentorships: tuple[Mentorship, ...] = ()
    turns: tuple[Turn, ...] = ()
    goals: tuple[Goal, ...] = ()
    steps: tuple[Step, ...] = ()
    progress: tuple[Progress, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    asides: tuple[Aside, ...] = ()
    topics: tuple[Topic, ...] = ()
    actions: tuple[Action, ...] = ()
    feedback: tuple[Feedback, ...] = ()
    skills: tuple[Skill, ...] = ()
    ratings: tuple[Rating, ...] = ()
    wins: tuple[Win, ...] = ()
    decisions: tuple[Decision, ...] = ()
    resources: tuple[Resource, ...] = ()
    intros: tuple[Intro, ...] = ()
    aims: tuple[Aim, ...] = ()
    links: tuple[Link, ...] = ()
    shown: Mapping[Ref, Record] = {}

    def name(self, person_id: int | None) -> str:
        """A person's name; empty for me."""
        if person_id is None:
            return ""
        return self.people[person_id].name if person_id in self.people else "someone"

    def attendees(self) -> dict[int, list[int]]:
        """Who was in each meeting, by id."""
        found: dict[int, list[int]] = {}
        for link in self.links:
            if link.from_kind == "meeting" and link.to_kind == "person" and link.label == WITH:
                found.setdefault(link.from_id, []).append(link.to_id)
        return found

    def evidence(self) -> dict[Ref, list[Record]]:
        """What shows each rating and piece of feedback."""
        found: dict[Ref, list[Record]] = {}
        for link in self.links:
            if link.label == EVIDENCE and link.target in self.shown:
                found.setdefault(link.source, []).append(self.shown[link.target])
        return found

    def actions_from(self) -> dict[Ref, list[Action]]:
        """The actions that came from each record."""
        actions = {one.id: one for one in self.actions}
        found: dict[Ref, list[Action]] = {}
        for link in self.links:
            if link.label == FROM and link.from_kind == "action" and link.from_id in actions:
                found.setdefault(link.target, []).append(actions[link.from_id])
        return found

    def linked_to(self, target: Ref) -> set[Ref]:
        """The records linked with one, either way round."""
        ends = [(link.source, link.target) for link in self.links]
        return {a for a, b in ends if b == target} | {b for a, b in ends if a == target}


def narrowed(material: Material, wanted: Wanted) -> Material:
    """The material of this summary only.

    Conversations, topics and promises are those with the person, or with nobody named; decisions those
    with the person, for what I ask myself alone is not said to anybody by mistake. A mentee reads
    nothing of my own growth: only what is linked with them. A manager sees results as evidence. A goal
    keeps what belongs to it.
    """
    kept = material
    if wanted.person is not None:
        person = wanted.person.id
        attendees, near = kept.attendees(), kept.linked_to(wanted.person.ref)
        kept = kept.but(
            meetings=tuple(one for one in kept.meetings if person in attendees.get(one.id, [person])),
            topics=tuple(one for one in kept.topics if one.person_id == person),
            actions=tuple(one for one in kept.actions if _parties(one) <= {person} or one.ref in near),
            mentorships=tuple(one for one in kept.mentorships if one.person_id == person),
            decisions=_among(kept.decisions, near),
        )
        if wanted.reader == "mentee":
            kept = _shared_with(kept, person, near)
    if wanted.reader == "manager":
        shown = {ref: one for ref, one in kept.shown.items() if ref.kind in RESULTS}
        kept = kept.but(shown=shown)
    if wanted.goal is not None:
        kept = _for_goal(kept, wanted.goal, kept.linked_to(wanted.goal.ref))
    return kept


def _parties(action: Action) -> set[int]:
    return {one for one in (action.owner_id, action.person_id) if one is not None}


def _shared_with(material: Material, person: int, near: set[Ref]) -> Material:
    goals = tuple(one for one in material.goals if one.person_id == person or one.ref in near)
    return material.but(
        goals=goals,
        actions=tuple(one for one in material.actions if _parties(one) or one.ref in near),
        feedback=tuple(one for one in material.feedback if person in (one.from_id, one.to_id)),
        wins=_among(material.wins, near),
        resources=tuple(one for one in material.resources if one.from_id == person or one.ref in near),
        intros=tuple(
            one
            for one in material.intros
            if person in (one.who_id, one.via_id, one.for_id) or one.ref in near
        ),
        skills=_among(material.skills, near),
        meetings=_among(material.meetings, near),
        aims=tuple(one for one in material.aims if one.person_id == person),
    )


def _for_goal(material: Material, goal: Goal, near: set[Ref]) -> Material:
    return material.but(
        goals=tuple(one for one in material.goals if one.id == goal.id),
        meetings=_among(material.meetings, near),
        topics=_among(material.topics, near),
        actions=tuple(one for one in material.actions if one.goal_id == goal.id or one.ref in near),
        feedback=_among(material.feedback, near),
        skills=_among(material.skills, near),
        wins=_among(material.wins, near),
        decisions=_among(material.decisions, near),
        resources=_among(material.resources, near),
        intros=_among(material.intros, near),
        aims=(),
    )


def _among(records: Iterable[R], near: set[Ref]) -> tuple[R, ...]:
    return tuple(one for one in records if one.ref in near)


def countable(material: Material, wanted: Wanted) -> list[Record]:
    """The records that the parts of this summary draw on, with whomever: to count what stays behind."""
    kept = _for_goal(material, wanted.goal, material.linked_to(wanted.goal.ref)) if wanted.goal else material
    held = {one.id for one in kept.meetings if wanted.covers(one.day) and one.day <= wanted.today}
    within: dict[str, Iterable[Record]] = {
        "goals": kept.goals,
        "conversations": (
            *(one for one in kept.meetings if one.id in held),
            *(one for one in kept.asides if one.meeting_id in held),
            *(one for one in kept.topics if one.state == "open" or one.closed_in in held),
        ),
        "commitments": (one for one in kept.actions if one.state == "open" or wanted.covers(one.ended)),
        "feedback": kept.feedback,
        "skills": (*kept.skills, *kept.ratings),
        "wins": kept.wins,
        "decisions": (one for one in kept.decisions if one.decided),
        "resources": (one for one in kept.resources if one.state == "done"),
        "intros": (one for one in kept.intros if one.asked or one.made or one.met),
        "stories": (one for one in kept.wins if one.story),
        "aims": (one for one in kept.aims if one.person_id is None and one.ended is None),
        "open_goals": (one for one in kept.goals if one.state in OPEN),
        "todo": (one for one in kept.actions if one.state == "open" and one.mine),
        "to_learn": (one for one in kept.resources if one.state in TO_LEARN),
    }
    return [record for section in wanted.sections for record in within.get(section, ())]
