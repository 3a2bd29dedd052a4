"""A report: the facts of a summary with the days and numbers that its pictures are drawn from.

Everything in it is made of the same material as the summary, for the same reader, so that a picture
never shows what the words may not say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from mentorlog.domain.frozen import Frozen
from mentorlog.domain.goalpage import percent_on
from mentorlog.domain.goals import Goal, Progress, Standing, Step, standing
from mentorlog.domain.material import Material, Wanted, narrowed
from mentorlog.domain.rhythm import window
from mentorlog.domain.skills import Rating, Skill, by_day
from mentorlog.domain.spoken import join_words
from mentorlog.domain.summarise import summarise
from mentorlog.domain.summary import Aim, Grown, Summary
from mentorlog.domain.summary_growth import alive
from mentorlog.domain.text import first_line

LONGEST_MARK = 120
"""Characters of a moment beside its mark: enough to know it by. A choice of ours."""
SORTS = ("conversation", "feedback", "level", "win", "decision")
"""What is marked on the timeline, in this order."""


class Point(NamedTuple):
    """A value on a day: percent 0-100 of a goal, or a level 0-5 of a skill."""

    day: date
    value: int


class Left(NamedTuple):
    """A step still to do."""

    text: str
    due: date | None


class Way(Frozen):
    """A goal over time. `state` is how it stands.

    points: percent reached, each where it changed, the first at its start.
    """

    aim: Aim
    state: Standing
    points: tuple[Point, ...] = ()
    left: tuple[Left, ...] = ()


class Voice(Frozen):
    """One rater's levels of a skill in order of days; `rater` is empty for me."""

    rater: str = ""
    points: tuple[Point, ...]


class Curve(Frozen):
    """A skill over time, each rater apart, mine first. `target` is the level aimed at."""

    grown: Grown
    target: int | None = None
    voices: tuple[Voice, ...] = ()


class Mark(Frozen):
    """Something that happened on a day: one of the SORTS, in words."""

    day: date
    sort: str
    text: str


class Report(Summary):
    """A summary with what is drawn of it, from `first`, the first day with anything, to `until`.

    last: the last day of the timeline, which may be ahead of `until` for what is due. marks: the oldest
    first. days: how many of the facts fall on each day. rhythm: is it for this reader to see?
    career: what lies around the role of now, None where it is not for this reader.
    """

    first: date
    last: date
    ways: tuple[Way, ...] = ()
    curves: tuple[Curve, ...] = ()
    marks: tuple[Mark, ...] = ()
    days: Mapping[date, int] = {}
    rhythm: bool = True
    career: Frozen | None = None

    @property
    def weeks(self) -> tuple[date, ...]:
        """The Mondays of the rhythm: at most 26 weeks up to the last day, none before the first."""
        start = max(window(self.until), self.first - timedelta(days=self.first.weekday()))
        return tuple(start + timedelta(weeks=n) for n in range((self.until - start).days // 7 + 1))


def report(found: Material, wanted: Wanted) -> Report:
    """The report for its reader. How often somebody wrote is no result, so a manager gets no rhythm."""
    material, model = narrowed(found, wanted), summarise(found, wanted)
    pairs = zip(alive(material, wanted), model.goals, strict=True)
    ways = [_way(material, goal, aim, wanted.until) for goal, aim in pairs]
    curves = list(_curves(material, model, wanted.until))
    marks = sorted((*_marks(model), *_levels(curves, wanted)), key=lambda one: (one.day, one.sort))
    days = Counter((*_days(model), *(one.day for one in marks)))
    first = wanted.since or min((*days, *(way.aim.started for way in ways)), default=wanted.until)
    return Report(
        **model.values(),
        first=first,
        last=_last(ways, first, wanted.until),
        ways=tuple(ways),
        curves=tuple(curves),
        marks=tuple(marks),
        days=dict(days),
        rhythm=wanted.reader != "manager",
    )


def _last(ways: list[Way], first: date, until: date) -> date:
    """The last day anything open is due, but no further ahead than a third of what lies behind.

    A rule of thumb of ours: what is far off must not squeeze what was.
    """
    most = until + timedelta(days=max(28, (until - first).days // 3))
    due = [way.aim.due for way in ways if way.aim.due and way.aim.ended is None]
    return max(until, min(most, max(due, default=until)))


def _way(material: Material, goal: Goal, aim: Aim, until: date) -> Way:
    steps = sorted(
        (one for one in material.steps if one.goal_id == goal.id), key=lambda one: (one.position, one.id)
    )
    progress = [one for one in material.progress if one.goal_id == goal.id]
    left = [Left(one.text, one.due) for one in steps if one.done is None or one.done > until]
    return Way(
        aim=aim,
        state=standing(goal, aim.percent, until),
        points=_points(goal, steps, progress, until),
        left=tuple(left) if aim.ended is None else (),
    )


def _points(goal: Goal, steps: list[Step], progress: list[Progress], until: date) -> tuple[Point, ...]:
    changed = {one.day for one in progress} | {one.done for one in steps if one.done}
    if goal.ended:
        changed.add(goal.ended)
    days = [goal.started, *sorted(day for day in changed if goal.started < day <= until)]
    return tuple(Point(day, percent_on(goal, steps, progress, day)) for day in days)


def _curves(material: Material, model: Summary, until: date) -> Iterator[Curve]:
    """A curve for each skill of the summary, which has them in the order of names."""
    ratings: dict[int, list[Rating]] = {}
    for one in by_day([one for one in material.ratings if one.day <= until]):
        ratings.setdefault(one.skill_id, []).append(one)
    rated = sorted(
        (one for one in material.skills if one.id in ratings), key=lambda one: (one.name.casefold(), one.id)
    )
    for skill, grown in zip(rated, model.skills, strict=True):
        yield _curve(material, skill, grown, ratings[skill.id])


def _curve(material: Material, skill: Skill, grown: Grown, ratings: list[Rating]) -> Curve:
    points: dict[int | None, list[Point]] = {}
    for one in ratings:
        points.setdefault(one.by_id, []).append(Point(one.day, one.level))
    raters = sorted(points, key=lambda by: (by is not None, material.name(by)))
    voices = tuple(Voice(rater=material.name(by), points=tuple(points[by])) for by in raters)
    return Curve(grown=grown, target=skill.target, voices=voices)


def _marks(model: Summary) -> Iterator[Mark]:
    for talk in model.conversations:
        yield Mark(
            day=talk.day, sort="conversation", text=f"with {join_words(list(talk.people)) or 'nobody named'}"
        )
    for one in model.feedback:
        way = f"to {one.receiver}" if one.receiver else f"from {one.sender or 'me'}"
        yield Mark(
            day=one.day, sort="feedback", text=f"{one.tone}, {way}: {_short(one.situation or one.behaviour)}"
        )
    for win in model.wins:
        yield Mark(day=win.day, sort="win", text=_short(win.text))
    for choice in model.decisions:
        yield Mark(
            day=choice.day, sort="decision", text=f"{_short(choice.question)} → {_short(choice.chosen)}"
        )


def _levels(curves: list[Curve], wanted: Wanted) -> Iterator[Mark]:
    for curve in curves:
        for voice in curve.voices:
            before: int | None = None
            for day, level in voice.points:
                way = f"{before} → {level}" if before not in (None, level) else f"{level}"
                who = f", says {voice.rater}" if voice.rater else ""
                if wanted.covers(day):
                    yield Mark(day=day, sort="level", text=f"{curve.grown.name} {way}{who}")
                before = level


def _days(model: Summary) -> Iterator[date]:
    """The days of what is told but not marked: steps, progress, promises, resources, introductions."""
    for aim in model.goals:
        yield from (one.day for one in (*aim.steps, *aim.progress))
    yield from (one.ended for one in model.commitments if one.ended)
    yield from (one.day for one in model.resources)
    yield from (one.day for one in model.intros)


def _short(text: str) -> str:
    return first_line(text, LONGEST_MARK)
