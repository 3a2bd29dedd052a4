"""My development plan: where I am going, what I can do, what I am doing about it, and with what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from mentorlog.domain.actions import Action
from mentorlog.domain.frozen import Frozen
from mentorlog.domain.goalpage import percent_on
from mentorlog.domain.goals import OPEN, Goal
from mentorlog.domain.material import Material, Wanted, narrowed
from mentorlog.domain.resources import OPEN as TO_LEARN
from mentorlog.domain.resources import Resource
from mentorlog.domain.roles import Aim, standing_aims
from mentorlog.domain.skills import Rating, Skill, by_day
from mentorlog.domain.summary_growth import alive

STAGES = {"aimed": "I work towards", "exploring": "I look into", "interest": "I am interested in"}
"""How each stage of an aim is said."""


class Vision(Frozen):
    """A role or field I have in mind: `stage` says how seriously, `due` by when, `why` why."""

    stage: str
    what: str
    due: date | None = None
    why: str = ""


class Focus(Frozen):
    """What a mentorship is for, or its focus since a day, with whom."""

    person: str
    day: date
    text: str


class Said(Frozen):
    """A level (0-5) somebody gave."""

    rater: str
    level: int


class Standing(Frozen):
    """A skill: my level, what others say, and the level aimed at. `gap`: levels I say are left, None if unknown."""

    name: str
    mine: int | None = None
    others: tuple[Said, ...] = ()
    aim: int | None = None
    gap: int | None = None


class Todo(Frozen):
    """Something to do: an action or the step of a goal; `about` is the skill or goal it is for."""

    text: str
    due: date | None = None
    about: str = ""


class Intent(Frozen):
    """An open goal: `percent` 0-100, and the steps left."""

    title: str
    why: str = ""
    done_when: str = ""
    due: date | None = None
    percent: int = 0
    paused: bool = False
    steps: tuple[Todo, ...] = ()


class Source(Frozen):
    """Something to learn from, begun on a day or still to begin."""

    title: str
    url: str = ""
    form: str = ""
    skill: str = ""
    person: str = ""
    started: date | None = None


class Plan(Frozen):
    """The document, as things stand on a day. Skills: the widest gap first."""

    me: str = ""
    today: date
    vision: tuple[Vision, ...] = ()
    focus: tuple[Focus, ...] = ()
    skills: tuple[Standing, ...] = ()
    goals: tuple[Intent, ...] = ()
    actions: tuple[Todo, ...] = ()
    resources: tuple[Source, ...] = ()


def plan(found: Material, wanted: Wanted, called: Mapping[str, str] | None = None) -> Plan:
    """The plan of these records; `called` are names of roles, skills and families by id."""
    material = narrowed(found, wanted)
    skills = {one.id: one.name for one in material.skills}
    goals = [one for one in alive(material, wanted) if one.state in OPEN]
    return Plan(
        me=wanted.me,
        today=wanted.until,
        vision=tuple(_vision(one, called or {}) for one in standing_aims(_mine(material.aims))),
        focus=tuple(_focus(material, wanted)),
        skills=tuple(_skills(material, wanted)),
        goals=tuple(_intent(material, one, wanted) for one in goals),
        actions=tuple(_todo(one, goals, skills) for one in _actions(material)),
        resources=tuple(
            _source(material, one, skills) for one in material.resources if one.state in TO_LEARN
        ),
    )


def _mine(aims: Iterable[Aim]) -> list[Aim]:
    return [one for one in aims if one.person_id is None]


def _vision(aim: Aim, called: Mapping[str, str]) -> Vision:
    return Vision(stage=STAGES[aim.stage], what=called.get(aim.what, aim.what), due=aim.due, why=aim.why)


def _focus(material: Material, wanted: Wanted) -> Iterable[Focus]:
    """What the mentorships in which I learn are about now."""
    for one in material.mentorships:
        if one.ended or one.side == "mentor" or one.started > wanted.until:
            continue
        turns = [turn for turn in material.turns if (turn.mentorship_id, turn.aspect) == (one.id, "focus")]
        turns = [turn for turn in turns if turn.day <= wanted.until]
        name = material.name(one.person_id)
        if turns:
            last = max(turns, key=lambda turn: (turn.day, turn.id))
            yield Focus(person=name, day=last.day, text=last.value)
        elif one.purpose:
            yield Focus(person=name, day=one.started, text=one.purpose)


def _skills(material: Material, wanted: Wanted) -> list[Standing]:
    """Skills that are rated or aimed at."""
    ratings: dict[int, dict[int | None, Rating]] = {}
    for rating in by_day([one for one in material.ratings if one.day <= wanted.until]):
        ratings.setdefault(rating.skill_id, {})[rating.by_id] = rating
    found = [
        _standing(material, one, ratings.get(one.id, {}))
        for one in sorted(material.skills, key=lambda one: (one.name.casefold(), one.id))
        if one.id in ratings or one.target
    ]
    return sorted(found, key=lambda one: -(one.gap or 0))


def _standing(material: Material, skill: Skill, latest: Mapping[int | None, Rating]) -> Standing:
    mine = latest[None].level if None in latest else None
    others = [Said(rater=material.name(by), level=one.level) for by, one in latest.items() if by is not None]
    gap = max(0, skill.target - mine) if skill.target is not None and mine is not None else None
    return Standing(
        name=skill.name,
        mine=mine,
        others=tuple(sorted(others, key=lambda one: one.rater)),
        aim=skill.target,
        gap=gap,
    )


def _intent(material: Material, goal: Goal, wanted: Wanted) -> Intent:
    steps = [one for one in material.steps if one.goal_id == goal.id]
    progress = [one for one in material.progress if one.goal_id == goal.id]
    left = sorted((one for one in steps if one.done is None), key=lambda one: (one.position, one.id))
    return Intent(
        title=goal.title,
        why=goal.why,
        done_when=goal.done_when,
        due=goal.due,
        percent=percent_on(goal, steps, progress, wanted.until),
        paused=goal.state == "paused",
        steps=tuple(Todo(text=one.text, due=one.due) for one in left),
    )


def _actions(material: Material) -> list[Action]:
    """What I have to do for a skill, a goal or a piece of feedback: what is promised besides is no plan."""
    grown = {
        one.ref
        for found in material.actions_from().items()
        for one in found[1]
        if found[0].kind == "feedback"
    }
    mine = [one for one in material.actions if one.state == "open" and one.owner_id is None]
    mine = [one for one in mine if one.skill_id or one.goal_id or one.ref in grown]
    return sorted(mine, key=lambda one: (one.due or date.max, one.id))


def _todo(action: Action, goals: Iterable[Goal], skills: Mapping[int, str]) -> Todo:
    titles = {one.id: one.title for one in goals}
    about = skills.get(action.skill_id or 0, "") or titles.get(action.goal_id or 0, "")
    return Todo(text=action.text, due=action.due, about=about)


def _source(material: Material, one: Resource, skills: Mapping[int, str]) -> Source:
    return Source(
        title=one.title,
        url=one.url,
        form="" if one.form == "other" else one.form,
        skill=skills.get(one.skill_id or 0, ""),
        person=material.name(one.from_id),
        started=one.started,
    )
