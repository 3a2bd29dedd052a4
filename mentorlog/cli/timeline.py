"""`timeline`: goals and moments on one page."""

from __future__ import annotations

from typing import Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.app import env_of
from mentorlog.cli.pages import page
from mentorlog.errors import Unreadable


def timeline(
    ctx: typer.Context,
    person: options.WithOne = "",
    goal: options.GoalOption = "",
    skill: options.SkillOption = "",
    since: options.Since = "",
    until: options.Until = "",
    kinds: Annotated[str, typer.Option("--kinds", metavar="K,…", help="Only these kinds: meeting,win,…")] = "",
    compact: Annotated[bool, typer.Option("--compact", help="One line a month.")] = False,
    svg: options.Svg = "",
    force: options.Force = False,
    private: options.SeePrivate = False,
) -> None:
    """See goals and moments on one page.

    $ mentorlog timeline
    $ mentorlog timeline --with ana --since -3m --kinds meeting,win
    $ mentorlog timeline --goal g1 --compact
    """
    from mentorlog.domain.timeline import chosen, default_span
    from mentorlog.domain.timeline import timeline as build
    from mentorlog.store.timeline import Chronicle, first_day

    env = env_of(ctx)
    wanted = _kinds(kinds)
    with env.read(private) as store:
        who = store.find.person(person) if person else None
        aim = store.find.goal(goal) if goal else None
        what = store.find.skill(skill) if skill else None
        usual = default_span(first_day(store), env.today)
        start = options.since_day(env, since) or (min(usual[0], aim.started) if aim else usual[0])
        end = options.until_day(env, until) or max(usual[1], start)
        chronicle = Chronicle(store, start, end, env.today)
        lanes = chronicle.lanes(who, aim, what)
        found = chosen(
            chronicle.moments(), wanted, who and who.id, aim and aim.id, what and what.id
        )
    about = [f"with {who.name}"] if who else []
    about += [aim.title] if aim else []
    about += [what.name] if what else []
    model = build(lanes, found, start, end, env.today, " · ".join(about))
    page(env, "timeline", model, svg=svg, force=force, title="Timeline", compact=compact)


def _kinds(text: str) -> list[str]:
    from mentorlog.domain.moments import KINDS

    words = [word.strip().lower() for word in text.replace(",", " ").split()]
    wanted = [word[:-1] if word.endswith("s") and word[:-1] in KINDS else word for word in words]
    for word in wanted:
        if word not in KINDS:
            raise Unreadable(f"“{word[:60]}” is no kind of moment.", f"Kinds: {', '.join(KINDS)}.")
    return wanted
