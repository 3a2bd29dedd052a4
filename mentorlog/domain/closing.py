"""Ending well: what a mentorship was, from its first day to its last, on one page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from mentorlog.domain.actions import Action
from mentorlog.domain.frozen import Frozen
from mentorlog.domain.goals import Goal
from mentorlog.domain.people import Mentorship, Person
from mentorlog.domain.refs import Ref
from mentorlog.domain.skills import Rating, Skill, by_day

QUESTIONS = (
    "What did we set out to do, and what became of it?",
    "What will each of us do differently because of it?",
    "What is still open between us, and how do we stay in touch?",
)
"""Three questions to close with, ours."""
STATES = ("met", "changed", "dropped", "open", "paused")
"""What became of a goal, in the order of the page."""


class Shown(Frozen):
    """A record that shows a level, by its first words."""

    ref: Ref
    text: str


class Level(Frozen):
    """A skill as one rater saw it: levels 0-5 on the first and the last day. `rater` is empty for me."""

    skill: str
    rater: str
    first: int
    first_day: date
    last: int
    last_day: date
    evidence: tuple[Shown, ...] = ()


class Outcome(Frozen):
    """A goal with the person and what became of it by the last day."""

    ref: Ref
    title: str
    state: str
    day: date | None = None
    why: str = ""


class Promise(Frozen):
    """A promise between us: `owner` is empty for mine; state is done, open or dropped."""

    ref: Ref
    owner: str
    text: str
    state: str
    day: date | None = None
    why: str = ""


class Closing(Frozen):
    """The page. `until` is the last day, `talks` how many conversations there were, `minutes` their length."""

    me: str
    name: str
    ref: Ref
    side: str
    since: date
    until: date
    purpose: str = ""
    talks: int = 0
    minutes: int = 0
    levels: tuple[Level, ...] = ()
    goals: tuple[Outcome, ...] = ()
    promises: tuple[Promise, ...] = ()
    questions: tuple[str, ...] = QUESTIONS


class Gathered(Frozen):
    """What the page is made of. `evidence` holds records by the number of the rating they show."""

    skills: tuple[Skill, ...] = ()
    ratings: tuple[Rating, ...] = ()
    evidence: Mapping[int, Sequence[Shown]] = {}
    goals: tuple[Goal, ...] = ()
    actions: tuple[Action, ...] = ()
    talks: int = 0
    minutes: int = 0


def closing(mentorship: Mentorship, person: Person, gathered: Gathered, until: date, me: str) -> Closing:
    """The page of a mentorship that ends, or ended, on a day. Only what happened by then is on it."""
    levels = [
        level
        for skill in gathered.skills
        for rater in (None, person.id)
        if (level := _level(skill, rater, person.name if rater else "", mentorship.started, until, gathered))
    ]
    goals = [_outcome(goal, until) for goal in gathered.goals]
    return Closing(
        me=me,
        name=person.name,
        ref=mentorship.ref,
        side=mentorship.side,
        since=mentorship.started,
        until=until,
        purpose=mentorship.purpose,
        talks=gathered.talks,
        minutes=gathered.minutes,
        levels=tuple(levels),
        goals=tuple(sorted(goals, key=lambda one: (STATES.index(one.state), one.day or until, one.ref))),
        promises=tuple(_promise(one, person.name, until) for one in _in_order(gathered.actions)),
    )


def _level(
    skill: Skill, rater: int | None, name: str, since: date, until: date, gathered: Gathered
) -> Level | None:
    """Then: what held on the first day, else the first one given after it. Now: the last one by the last day."""
    theirs = [one for one in gathered.ratings if (one.skill_id, one.by_id) == (skill.id, rater)]
    given = [one for one in by_day(theirs) if one.day <= until]
    if not given:
        return None
    before = [one for one in given if one.day <= since]
    first, last = (before or given[:1])[-1], given[-1]
    return Level(
        skill=skill.name,
        rater=name,
        first=first.level,
        first_day=first.day,
        last=last.level,
        last_day=last.day,
        evidence=tuple(gathered.evidence.get(last.id, ())),
    )


def _outcome(goal: Goal, until: date) -> Outcome:
    if goal.ended is not None and goal.ended > until:
        return Outcome(ref=goal.ref, title=goal.title, state="open")
    return Outcome(ref=goal.ref, title=goal.title, state=goal.state, day=goal.ended, why=goal.state_why)


def _promise(action: Action, name: str, until: date) -> Promise:
    owner = "" if action.mine else name
    if action.ended is not None and action.ended > until:
        return Promise(ref=action.ref, owner=owner, text=action.text, state="open")
    day = action.due if action.state == "open" else action.ended
    return Promise(ref=action.ref, owner=owner, text=action.text, state=action.state, day=day, why=action.why)


def _in_order(actions: Iterable[Action]) -> list[Action]:
    return sorted(actions, key=lambda one: (one.ended or one.due or date.max, one.id))
