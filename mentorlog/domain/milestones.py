"""Moments of what grows over time: goals and their way, levels, mentorships and their turns.

Ways gone are percent or a count, levels 0-5. See moments.py for `names`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from mentorlog.domain.goals import Goal, Progress, Step
from mentorlog.domain.moments import Moment, Names, joined, name_of, told
from mentorlog.domain.people import Mentorship, Person, Turn
from mentorlog.domain.refs import Ref
from mentorlog.domain.skills import Rating
from mentorlog.domain.spoken import day_words, every_words


def of_goal(goal: Goal, names: Names) -> list[Moment]:
    """When the goal was set, and when it ended or is due. How it ended keeps its reason."""
    later = told(goal, goal.started, "Goal", goal.title, (goal.person_id,), names, goals=(goal.id,))
    test = (f"done when: {goal.done_when}",) if goal.done_when else ()
    found = [later.but(label="Goal set", lines=test, quote=goal.why)]
    if goal.ended:
        found.append(later.but(day=goal.ended, label=f"Goal {goal.state}", quote=goal.state_why))
    elif goal.due:
        found.append(later.but(day=goal.due, planned=True))
    return found


def of_step(step: Step, goal: Goal, before: int | None = None, after: int | None = None) -> Moment | None:
    """A step done, with the percent of its goal before and after; or one that is due. None without a day."""
    day = step.done or step.due
    if day is None:
        return None
    way = joined(goal.title, _way(before, after), between=" ")
    return told(step, day, "Milestone", step.text, lines=(way,), planned=step.done is None, goals=(goal.id,))


def of_progress(progress: Progress, goal: Goal, before: int | None = None) -> Moment:
    """How far a goal was on a day, a milestone when a note says why; `before` is the value told last."""
    unit = f" of {goal.target}" if goal.measure == "count" else "%"
    way = f"{goal.title} {_way(before, progress.value, unit)}"
    if not progress.note:
        return told(progress, progress.day, "Progress", way, goals=(goal.id,))
    return told(progress, progress.day, "Milestone", progress.note, lines=(way,), goals=(goal.id,))


def of_rating(
    rating: Rating, skill: str, names: Names, before: int | None = None, shown_by: Iterable[Ref] = ()
) -> Moment:
    """A level given to the skill of that name. `before` is the same rater's last, `shown_by` its evidence."""
    if before is None or before == rating.level:
        label, change = "Level", f"{'rated' if before is None else 'stays'} {rating.level}"
    else:
        label, change = "Level up" if rating.level > before else "Level down", f"{before} → {rating.level}"
    evidence = ", ".join(map(str, shown_by))
    return told(
        rating,
        rating.day,
        label,
        f"{skill} {change} · by {name_of(rating.by_id, names)}",
        (rating.by_id,),
        names,
        lines=(f"shown by {evidence}",) if evidence else (),
        quote=rating.note,
        skills=(rating.skill_id,),
    )


def of_mentorship(mentorship: Mentorship, person: Person) -> list[Moment]:
    """When a mentorship began and, if it has, ended."""
    title = f"with {person.name}, me as {mentorship.side}"
    names = {person.id: person.name}
    start = told(
        mentorship, mentorship.started, "Began", title, (person.id,), names, quote=mentorship.purpose
    )
    return [start, start.but(day=mentorship.ended, label="Ended", quote="")] if mentorship.ended else [start]


def of_turn(turn: Turn, person: Person, before: str = "") -> Moment:
    """A mentorship took a new focus, phase, cadence or pulse; `before` is the one it had."""
    change = " → ".join(aspect_words(turn.aspect, value) for value in (before, turn.value) if value)
    title = f"{person.name}: {change}"
    names = {person.id: person.name}
    return told(turn, turn.day, turn.aspect.capitalize(), title, (person.id,), names, quote=turn.why)


def of_change(day: date, ref: Ref, field: str, old: str, new: str, why: str = "") -> Moment:
    """A field of a record was given another value, such as a goal its due day."""
    about = {"goal": "goals", "skill": "skills", "person": "people"}.get(ref.kind)
    moment = Moment(
        day=day,
        kind="change",
        ref=ref,
        label="Changed",
        title=f"{field.replace('_', ' ')}: {old or 'none'} → {new or 'none'}",
        quote=why,
    )
    return moment.but(**{about: (ref.id,)}) if about else moment


def _way(before: int | None, after: int | None, unit: str = "%") -> str:
    if after is None:
        return ""
    if before is None or before == after:
        return f"{after}{unit}"
    return f"{before}{unit if unit == '%' else ''} → {after}{unit}"


def aspect_words(aspect: str, value: str) -> str:
    """What a turn of an aspect was to: `every 3 weeks`, `4 of 5`, `until 1 Jun 2026`, or the words as they are."""
    if aspect == "cadence" and value.isascii() and value.isdigit() and int(value):
        return every_words(int(value))
    if aspect == "pause" and value != "over":
        until = date.fromisoformat(value)
        return f"until {day_words(until, until, weekday=False)}"
    return f"{value} of 5" if aspect == "pulse" else value
