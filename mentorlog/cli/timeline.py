"""`timeline`: goals and moments on one page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.app import env_of
from mentorlog.cli.pages import page
from mentorlog.errors import Unreadable

if TYPE_CHECKING:
    from mentorlog.domain.goals import Goal
    from mentorlog.domain.people import Person
    from mentorlog.domain.skills import Skill
    from mentorlog.domain.timeline import Timeline
    from mentorlog.env import Env
    from mentorlog.store.store import Store


def timeline(
    ctx: typer.Context,
    person: options.WithOne = "",
    goal: options.GoalOption = "",
    skill: options.SkillOption = "",
    since: options.Since = "",
    until: options.Until = "",
    kinds: Annotated[
        str, typer.Option("--kinds", metavar="K,…", help="Only these kinds: meeting,win,…")
    ] = "",
    compact: Annotated[bool, typer.Option("--compact", help="A line a goal and a line a month.")] = False,
    svg: options.Svg = "",
    force: options.Force = False,
    private: options.SeePrivate = False,
) -> None:
    """See goals and moments on one page.

    $ mentorlog timeline
    $ mentorlog timeline --with ana --since -3m --kinds meeting,win
    $ mentorlog timeline --goal g1 --compact
    """
    env = env_of(ctx)
    wanted = _kinds(kinds)
    with env.read(private) as store:
        who = store.find.person(person) if person else None
        aim = store.find.goal(goal) if goal else None
        what = store.find.skill(skill) if skill else None
        span = options.since_day(env, since), options.until_day(env, until)
        model = load(store, env.today, span, wanted, who, aim, what)
    page(env, "timeline", model, svg=svg, force=force, title="Timeline", compact=compact)


def show(env: Env, compact: bool = False) -> None:
    """Show the whole timeline of the usual span."""
    with env.read() as store:
        model = load(store, env.today)
    page(env, "timeline", model, compact=compact)


def load(
    store: Store,
    today: date,
    span: tuple[date | None, date | None] = (None, None),
    kinds: Sequence[str] = (),
    person: Person | None = None,
    goal: Goal | None = None,
    skill: Skill | None = None,
) -> Timeline:
    """The timeline of what was asked for; without days, the usual span, or a goal's own."""
    from mentorlog.domain.timeline import chosen, default_span
    from mentorlog.domain.timeline import timeline as build
    from mentorlog.store.timeline import Chronicle, first_day

    usual = default_span(first_day(store), today)
    since = span[0] or (min(usual[0], goal.started) if goal else usual[0])
    until = span[1] or max(usual[1], since)
    chronicle = Chronicle(store, since, until, today)
    moments = chosen(chronicle.moments(), kinds, *(one.id if one else None for one in (person, goal, skill)))
    about = [f"with {person.name}"] if person else []
    about += [one.headline for one in (goal, skill) if one]
    return build(chronicle.lanes(person, goal, skill), moments, since, until, today, " · ".join(about))


def _kinds(text: str) -> list[str]:
    from mentorlog.domain.moments import KINDS

    words = [word.strip().lower() for word in text.replace(",", " ").split()]
    wanted = [word[:-1] if word.endswith("s") and word[:-1] in KINDS else word for word in words]
    for word in wanted:
        if word not in KINDS:
            raise Unreadable(f"“{word[:60]}” is no kind of moment.", f"Kinds: {', '.join(KINDS)}.")
    return wanted
