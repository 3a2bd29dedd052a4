"""A new goal: what it is, when it is met, and how it is measured."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.app import env_of
from mentorlog.errors import Misused, Refused

if TYPE_CHECKING:
    from datetime import date

    from mentorlog.domain.goals import Goal
    from mentorlog.domain.record import Record
    from mentorlog.domain.spoken import day_words
    from mentorlog.store.store import Store

DoneWhen = Annotated[str, typer.Option("--done-when", metavar="TEXT", help="How you will know it is met.")]
Count = Annotated[int, typer.Option("--count", metavar="N", min=0, help="Measure by counting up to N.")]


def add(
    ctx: typer.Context,
    title: options.Words = None,
    why: Annotated[str, typer.Option("--why", metavar="TEXT", help="Why it matters.")] = "",
    done_when: DoneWhen = "",
    by: options.By = "",
    person: options.WithOne = "",
    role: Annotated[str, typer.Option("--role", metavar="R", help="The role it leads to.")] = "",
    count: Count = 0,
    steps: Annotated[str, typer.Option("--steps", metavar='"a; b"', help="Measure by these steps.")] = "",
    on: options.On = "",
    private: options.Private = False,
    share: options.Share = False,
) -> None:
    """Set a goal.

    $ mentorlog goal add "Read three design books" --count 3 --by eoq
    $ mentorlog goal add "First merged pull request" --steps "set up; small fix; review" --with ana
    """
    from mentorlog.domain.goals import Goal
    from mentorlog.domain.text import name

    env = env_of(ctx)
    if count and steps:
        raise Misused("A goal is measured by steps or by a count.", "Give --steps or --count, not both.")
    goal = Goal(
        title=name(options.text_of(env, title, "goal"), "goal"),
        why=why.strip(),
        done_when=done_when.strip(),
        due=options.by_day(env, by),
        role=role.strip(),
        measure="count" if count else "steps" if steps else "percent",
        target=count or 100,
        started=options.on_day(env, on),
        visibility=env.visibility(private, share),
    )
    if goal.due and goal.due < goal.started:
        raise Refused(f"The goal would be due {day_words(goal.due, env.today)}, before it begins.")
    with env.write("goal add") as store:
        kept = store.add(goal.but(person_id=store.find.person(person).id if person else None))
        for text in _split(steps):
            add_step(store, kept, text, None)
    env.kept(kept, echo(kept, env.today))
    if not kept.done_when and not env.quiet and not env.json:
        env.note(
            f'      No success test yet. Add one when you know:  mentorlog goal edit {kept.ref} --done-when "…"'
        )


def _split(steps: str) -> list[str]:
    from mentorlog.domain.text import clean

    return [clean(part, "step") for part in steps.split(";") if part.strip()]


def add_step(store: Store, goal: Goal, text: str, due: date | None) -> Record:
    """Keep a step at the end of a goal's steps."""
    from mentorlog.domain.goals import Step

    position = len(store.goals.steps(goal)) + 1
    return store.add(Step(goal_id=goal.id, text=text, position=position, due=due, visibility=goal.visibility))


def echo(goal: Goal, today: date) -> str:
    """One line on a goal; a private one is not quoted."""
    from mentorlog.domain.spoken import day_words

    due = f" · by {day_words(goal.due, today)}" if goal.due else ""
    return f"goal · PRIVATE{due}" if goal.private else f"{goal.title}{due}"
