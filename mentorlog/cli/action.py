"""Actions: promises, mine and theirs."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.app import Noun, env_of
from mentorlog.cli.edit import Edit
from mentorlog.cli.lists import All, Most, narrow, show_list
from mentorlog.cli.records import parts_of
from mentorlog.domain.spoken import a
from mentorlog.errors import Misused, Refused

if TYPE_CHECKING:
    from datetime import date

    from mentorlog.domain.actions import Action
    from mentorlog.domain.people import Person
    from mentorlog.env import Env

noun = Noun("action", "Keep promises, yours and theirs.")
Refs = Annotated[list[str], typer.Argument(metavar="A…", help="Actions, by ref.")]


@noun.command("add")
def add(
    ctx: typer.Context,
    text: options.Words = None,
    owner: Annotated[str, typer.Option("--owner", metavar="me|P", help="Who does it.")] = "me",
    person: options.WithOne = "",
    by: options.By = "",
    origin: Annotated[str, typer.Option("--from", metavar="REF", help="The record it comes from.")] = "",
    skill: options.SkillOption = "",
    goal: options.GoalOption = "",
    tag: options.Tags = None,
    private: options.Private = False,
    share: options.Share = False,
) -> None:
    """Note down what somebody will do.

    $ mentorlog action add "Draft my CV, one page" --by fri --with ana
    $ mentorlog action add "Introduce me to Jo" --owner ana --by 2w

    --with is the other side of the promise: whom I promise it to.
    """
    from mentorlog.domain.actions import Action
    from mentorlog.domain.links import FROM

    env = env_of(ctx)
    words = options.text_of(env, text, "action")
    due = options.by_day(env, by)
    with env.write("action add") as store:
        doer = None if owner.casefold() == "me" else store.find.person(owner)
        other = store.find.person(person) if person else doer
        made = Action(
            text=words,
            owner_id=doer.id if doer else None,
            person_id=other.id if other else None,
            goal_id=store.find.goal(goal).id if goal else None,
            skill_id=store.find.skill(skill).id if skill else None,
            due=due,
            visibility=env.visibility(private, share),
        )
        kept = store.add(made)
        if origin:
            store.links.join(kept, [store.find.record(origin)], FROM)
        if tag:
            store.links.tag(kept, options.tags(tag))
    env.kept(kept, echo(kept, doer, env.today))


def echo(action: Action, owner: Person | None, today: date) -> str:
    """One line on an action: who, what, when. A private one is not quoted."""
    from mentorlog.domain.spoken import day_words

    parts = [owner.called if owner else "me", "PRIVATE" if action.private else action.text]
    if action.state == "open" and action.due:
        parts.append(f"due {day_words(action.due, today)}")
    return " · ".join(parts)


@noun.command("list")
def list_(
    ctx: typer.Context,
    all: All = False,
    mine: Annotated[bool, typer.Option("--mine", help="Only my own.")] = False,
    theirs: Annotated[bool, typer.Option("--theirs", help="Only other people's.")] = False,
    people: options.With = None,
    goal: options.GoalOption = "",
    skill: options.SkillOption = "",
    limit: Most = 50,
    private: options.SeePrivate = False,
) -> None:
    """List actions, the soonest first.

    $ mentorlog action list
    $ mentorlog action list --theirs --with ana
    $ mentorlog action list --all --limit 10
    """
    from mentorlog.domain.actions import Action
    from mentorlog.store.listing import narrowed
    from mentorlog.views.rows import ACTION_COLUMNS, action_row

    env = env_of(ctx)
    tests = ["1" if all else "state = 'open'"]
    tests += ["owner_id IS NULL"] if mine else ["owner_id IS NOT NULL"] if theirs else []
    with env.read(private) as store:
        wanted = narrow(env, store, people, goal, skill, where=" AND ".join(tests))
        order = "state <> 'open', ended DESC, due IS NULL, due, id"
        found = narrowed(store, Action, wanted, order, limit or -1)
        names = store.people.names()
    rows = [action_row(one, names, env.today) for one in found]
    show_list(
        env,
        "action",
        found,
        ACTION_COLUMNS,
        rows,
        'No actions to show. Begin with:  mentorlog action add "…" --by fri',
    )


@noun.command("done")
def done(ctx: typer.Context, refs: Refs, on: options.On = "") -> None:
    """Mark actions as done.

    $ mentorlog action done a57
    $ mentorlog action done a57 --on yesterday
    """
    from mentorlog.domain.actions import done as finish

    env = env_of(ctx)
    day = options.on_day(env, on)
    change(env, "action done", refs, lambda one: finish(one, day))


@noun.command("drop")
def drop(ctx: typer.Context, refs: Refs, why: options.Why = "", on: options.On = "") -> None:
    """Let actions go, with the reason.

    $ mentorlog action drop a57 --why "no longer needed"
    """
    from mentorlog.domain.actions import dropped

    env = env_of(ctx)
    reason = options.reason(why)
    day = options.on_day(env, on)
    change(env, "action drop", refs, lambda one: dropped(one, day, reason))


@noun.command("snooze")
def snooze(
    ctx: typer.Context,
    ref: Annotated[str, typer.Argument(metavar="A", help="An action, by ref.")],
    until: Annotated[str, typer.Argument(metavar="D", help="The new day.")],
) -> None:
    """Move an action to a later day.

    $ mentorlog action snooze a57 fri
    """
    from mentorlog.domain.actions import snoozed
    from mentorlog.domain.spoken import day_words

    env = env_of(ctx)
    day = options.day(env, until, "future")
    if day < env.today:
        raise Refused(f"{day_words(day, env.today)} is over; an action can only wait for a day ahead.")
    change(env, "action snooze", [ref], lambda one: snoozed(one, day))


def change(env: Env, command: str, refs: list[str], how: Callable[[Action], Action]) -> None:
    """Change actions in one write and say each."""
    from mentorlog.domain.actions import Action
    from mentorlog.domain.refs import read_refs

    with env.write(command) as store:
        kept = []
        for ref in read_refs(refs):
            if ref.kind != "action":
                raise Misused(f"{ref} is {a(ref.kind)}, not an action.")
            kept.append(store.save(how(store.by_id(Action, ref.id))))
        names = store.people.names()
    for one in kept:
        owner = names.get(one.owner_id) if one.owner_id is not None else None
        env.kept(one, f"{echo(one, owner, env.today)}" + ("" if one.state == "open" else f" · {one.state}"))


noun.verbs["edit"] = Edit("action")
parts_of(noun)
