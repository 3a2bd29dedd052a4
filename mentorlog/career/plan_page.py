"""The page of a plan: what could be written for each gap, numbered, with its reason; and what is planned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from mentorlog.career.ahead import Shared
from mentorlog.career.catalogue import Activity, Catalogue, Role
from mentorlog.career.effort import Hours, hours
from mentorlog.career.gap import gap
from mentorlog.career.gap_page import Choice, choices
from mentorlog.career.journal import Known, signals
from mentorlog.career.plan import Item, plan
from mentorlog.career.standing import NOTHING, standing
from mentorlog.career.standpoint import Standpoint, Titled, Whose
from mentorlog.domain.frozen import Frozen
from mentorlog.domain.refs import Ref
from mentorlog.domain.spoken import a

RESOURCES = {"course": "A course in {}", "book": "A book on {}", "article": "An overview of {}"}
"""Activities that are something to learn from, and what such a resource is called until a real one is found."""
HOURS_A_WEEK = 5
"""Hours a week that due days are reckoned with when nobody said how many there are. A rule of thumb of ours."""


class Offer(Frozen):
    """What could be planned for a skill: an action and perhaps a resource, for one level up.

    id: the skill's id in the catalogue; category: where it belongs. now: the rated level or None; start: the
    level that is reckoned with; aim: the level of the role. heart: of weight 3. hours: for the one level.
    due: by when, at the hours a week, after what stands before it. shared: names of roles two steps on that
    need it, of so many. fresh: the journal does not have the skill yet.
    """

    number: int
    skill: Titled
    id: str
    category: str
    why: str
    now: int | None
    start: int
    aim: int
    hours: Hours
    action: str
    due: date
    resource: str = ""
    form: str = ""
    shared: tuple[str, ...] = ()
    of: int = 0
    fresh: bool = False


class Planned(Frozen):
    """A skill of the plan that something is planned for already."""

    skill: Titled
    refs: tuple[Ref, ...]


class Aimed(Frozen):
    """The goal that belongs to the plan: the one there is (`ref`), or the one that would be written."""

    title: str
    due: date | None = None
    ref: Ref | None = None


class PlanPage(Frozen):
    """A plan towards a role, before anything is written. unrated: of so many `needs` those nothing is rated for.

    position: the role held (name), which what is unrated is taken from; empty when it is not known.

    weekly: hours a week that days are reckoned with; told: were they said, or is it our rule of thumb?
    """

    today: date
    whose: Whose = Whose()
    role: Titled
    offers: tuple[Offer, ...] = ()
    planned: tuple[Planned, ...] = ()
    choices: tuple[Choice, ...] = ()
    goal: Aimed
    unrated: int = 0
    needs: int = 0
    position: str = ""
    weekly: int = HOURS_A_WEEK
    told: bool = False


def plan_page(role: Role, at: Standpoint, due: date | None = None) -> PlanPage:
    """A plan for somebody. What is unrated is taken to be as the role they are in needs it.

    due: the day to be there, which the goal takes; else that of the aim.
    """
    catalogue = at.library.over(role)
    found = plan(role, at.levels, catalogue, at.here)
    weekly = at.weekly or HOURS_A_WEEK
    planned = tuple(
        Planned(skill=Titled(at.typed(one.skill), one.name), refs=at.known[one.skill].planned)
        for one in found.items
        if _known(at, one.skill).planned
    )
    return PlanPage(
        today=at.today,
        whose=at.whose,
        role=Titled(role.id, role.name),
        offers=tuple(_offers(found.items, at, catalogue, weekly)),
        planned=planned,
        choices=choices(role, at, catalogue),
        goal=_goal(role, at, due),
        unrated=len(gap(role, at.levels, catalogue).unrated),
        needs=len(role.needs),
        position=at.here.name if at.here else "",
        weekly=weekly,
        told=at.weekly is not None,
    )


def _known(at: Standpoint, id: str) -> Known:
    return at.known.get(id) or Known(id=id)


def _offers(items: Sequence[Item], at: Standpoint, catalogue: Catalogue, weekly: int) -> Iterator[Offer]:
    """One after the other: each falls due when the least hours of it, of what is planned already and of those
    before it are through."""
    held = standing(at.likely(at.here, catalogue), catalogue)
    starts = {one.skill: min(int(held.get(one.skill, NOTHING).counts), 4) for one in items}
    steps = {id: hours(start, start + 1, catalogue.hours) for id, start in starts.items()}
    spent = sum(steps[one.skill].low for one in items if _known(at, one.skill).planned)
    number = 0
    for one in items:
        known, step = _known(at, one.skill), steps[one.skill]
        if known.planned:
            continue
        number += 1
        spent += step.low
        action, resource, form = _told(one.name, one.activities)
        skill = catalogue.skills.get(one.skill)
        yield Offer(
            number=number,
            skill=Titled(at.typed(one.skill), one.name),
            id=one.skill,
            category=skill.category if skill else "other",
            why=one.why,
            now=known.level,
            start=starts[one.skill],
            aim=one.aim,
            hours=step,
            action=action,
            due=at.today + timedelta(weeks=max(1, -(-spent // weekly))),
            resource="" if at.whose.short else resource,
            form=form,
            shared=tuple(role.name for role in _shared(one.shared)),
            of=one.shared.of if one.shared else 0,
            fresh=known.skill is None,
        )


def _shared(shared: Shared | None) -> tuple[Role, ...]:
    return shared.roles if shared else ()


def _told(name: str, ways: Iterable[Activity]) -> tuple[str, str, str]:
    """What to do, and what to learn from with its form, empty when there is nothing of the kind."""
    every = list(ways)
    doing = next((one for one in every if one.id not in RESOURCES), every[0] if every else None)
    learning = [one for one in every if one.id in RESOURCES and one is not doing]
    source = learning[-1] if learning else None
    action = doing.words.format(skill=name) if doing else f"Ask somebody good at {name} where to begin"
    return action, RESOURCES[source.id].format(name) if source else "", source.id if source else ""


def _goal(role: Role, at: Standpoint, due: date | None) -> Aimed:
    there = signals(at.said, at.library.ours).goals.get(role.id, ())
    ref = next((one for one in there if one.kind == "goal"), None)
    own = next((one for one in at.said.goals if one.ref == ref), None)
    if own:
        return Aimed(title=own.title, due=own.due, ref=own.ref)
    aim = next((one for one in at.said.aims if one.what == role.id and one.due), None)
    name = role.name if role.name[1:2].isupper() else role.name[:1].lower() + role.name[1:]
    title = f"{at.whose.name} becomes {a(name)}" if at.whose.short else f"Become {a(name)}"
    return Aimed(title=title, due=due or (aim.due if aim else None))
