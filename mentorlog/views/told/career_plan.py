"""A plan in plain lines, and the sentences its drawn page says too."""

from __future__ import annotations

from collections.abc import Iterator

from mentorlog.career.plan_page import Offer, PlanPage
from mentorlog.domain.spoken import join_words, plural, short_day
from mentorlog.views.look import Look
from mentorlog.views.plain import one_line, record, told
from mentorlog.views.told.career import choice_words, for_words, hours_words

SECTIONS = {"gap": "To close the gap", "ahead": "For the roles two steps on"}
AHEAD_NOTE = "worth beginning early"
NOTHING = "Nothing is left to plan: every need is met."
PLANNED = "The biggest gaps are planned for already. Do some of it, and rate what you learnt."
MOST_ROLES = 3
"""Roles two steps on that are named."""


def tell(model: PlanPage, look: Look) -> str:
    """The plan as lines; nothing is cut."""
    return told(_lines(model), look)


def note(model: PlanPage) -> str:
    """`5 gaps, 2 for the roles two steps on`."""
    gaps, ahead = (sum(one.why == why for one in model.offers) for why in ("gap", "ahead"))
    return ", ".join(
        filter(None, (plural(gaps, "gap") if gaps else "", f"{ahead} for later on" if ahead else ""))
    )


def unrated_words(model: PlanPage) -> str:
    """What is not rated, and what was taken for it; nothing when all is."""
    if not model.unrated:
        return ""
    taken = f" What {model.position} needs is taken for what is not." if model.position else ""
    return f"{model.unrated} of {model.needs} needs are not rated.{taken}"


def offer_words(one: Offer) -> str:
    """How far it is: `2 → 3, needed 4`."""
    now = f"{one.start}" if one.now is not None else "?"
    needed = f", needed {one.aim}" if one.aim > one.start + 1 else ""
    return f"{now} → {one.start + 1}{needed}"


def shared_words(one: Offer) -> str:
    """Who needs it two steps on: `needed by 3 of 4 roles: Tech lead, Staff engineer and 1 more`."""
    if not one.shared:
        return ""
    more = len(one.shared) - MOST_ROLES
    named = join_words([*one.shared[:MOST_ROLES], *([f"{more} more"] if more > 0 else [])])
    return f"needed by {len(one.shared)} of {plural(one.of, 'role')} two steps on: {named}"


def nothing(model: PlanPage) -> str:
    """Why nothing is offered."""
    return PLANNED if model.planned else NOTHING


def goal_words(model: PlanPage) -> str:
    """The goal and its day."""
    due = f" · by {short_day(model.goal.due, model.today)}" if model.goal.due else ""
    return f"{model.goal.title}{due}"


def days_note(model: PlanPage) -> str:
    """How the days were reckoned."""
    rule = "" if model.told else ", a rule of thumb"
    if rule and not model.whose.short:
        rule += " (yours: mentorlog me set hours N)"
    after = "after what is planned, " if model.planned else ""
    return (
        f"Days allow for the least hours of each step, {after}one after the other, "
        f"at {plural(model.weekly, 'hour')} a week{rule}."
    )


def commands(model: PlanPage) -> list[str]:
    """How to write some of it, and all of it."""
    if not model.offers:
        return []
    whose = f" --for {model.whose.short}" if model.whose.short else ""
    start = f"mentorlog career plan {model.role.id}{whose} --pick"
    return [f"{start} 1,2 --yes" if len(model.offers) > 1 else f"{start} 1 --yes", f"{start} all --yes"]


def _lines(model: PlanPage) -> Iterator[str]:
    yield f"Plan towards {one_line(model.role.name + for_words(model.whose))}" + (
        f": {note(model)}" if model.offers else ""
    )
    if unrated := unrated_words(model):
        yield one_line(unrated)
    if not model.offers:
        yield nothing(model)
    for one in model.offers:
        yield record(
            one.number,
            one.skill.name,
            offer_words(one),
            SECTIONS[one.why].casefold(),
            hours_words(one.hours),
            f"by {short_day(one.due, model.today)}",
        )
        yield from (f"   {one_line(said)}" for said in (one.action, one.resource, shared_words(one)) if said)
    if model.goal.ref is None:
        yield record(len(model.offers) + 1, "goal", goal_words(model))
    else:
        yield record(model.goal.ref, "goal", goal_words(model))
    for planned in model.planned:
        yield record("planned already", planned.skill.name, " ".join(map(str, planned.refs)))
    for choice in model.choices:
        yield f"{one_line(choice.called)}: {one_line(choice_words(choice))}"
    if model.offers:
        yield days_note(model)
    yield from (f"do: {one_line(command)}" for command in commands(model))
