"""`resource`: what to learn from, and what it was worth."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.app import Noun, env_of
from mentorlog.cli.edit import Edit, find
from mentorlog.cli.given import values
from mentorlog.cli.lists import All, Most, narrow, show_list
from mentorlog.cli.records import parts_of
from mentorlog.errors import Misused

if TYPE_CHECKING:
    from collections.abc import Callable

    from mentorlog.domain.resources import Resource
    from mentorlog.env import Env

noun = Noun("resource", "Keep what to learn from, and your verdict.")
Which = Annotated[str, typer.Argument(metavar="R", help="A resource, by ref.")]


@noun.command("add")
def add(
    ctx: typer.Context,
    title: options.Words = None,
    url: Annotated[
        str, typer.Option("--url", metavar="URL", help="Where it is: https://… or mailto:….")
    ] = "",
    form: Annotated[
        str,
        typer.Option("-k", "--kind", metavar="K", help="course, book, article, talk, person, tool or other."),
    ] = "",
    skill: options.SkillOption = "",
    giver: Annotated[str, typer.Option("--from", metavar="P", help="Who recommended it.")] = "",
    goal: options.GoalOption = "",
    tag: options.Tags = None,
    private: options.Private = False,
    share: options.Share = False,
) -> None:
    """Keep something to learn from.

    $ mentorlog resource add "Designing Data-Intensive Applications" --kind book --from ana
    $ mentorlog resource add "SQLAlchemy tutorial" --url https://docs.sqlalchemy.org --skill python
    """
    from mentorlog.domain.resources import Resource
    from mentorlog.domain.text import name
    from mentorlog.flows.attach import attach

    env = env_of(ctx)
    words = name(options.text_of(env, title, "title"), "title")
    with env.write("resource add") as store:
        told = values(env, store, "resource", url=url, form=form, skill_id=skill, from_id=giver)
        kept = store.add(Resource(title=words, visibility=env.visibility(private, share), **told))
        attach(store, kept, goals=[goal] if goal else [], tags=options.tags(tag))
    env.kept(kept, _echo(kept, "PRIVATE" if kept.private else "shared"))


def _echo(resource: Resource, *more: str) -> str:
    """One line: what it is and how it stands. A private one is not quoted."""
    form = [] if resource.form == "other" else [resource.form]
    title = [] if resource.private else [resource.title]
    return " · ".join(["resource", *form, *title, resource.state, *more])


@noun.command("start")
def start(ctx: typer.Context, ref: Which, on: options.On = "") -> None:
    """Begin with it.

    $ mentorlog resource start r6
    """
    from mentorlog.domain.resources import started

    env = env_of(ctx)
    day = options.on_day(env, on)
    _change(env, "resource start", ref, lambda one: started(one, day))


@noun.command("finish")
def finish(
    ctx: typer.Context,
    ref: Which,
    verdict: Annotated[
        str, typer.Option("--verdict", metavar="TEXT", help="What it was worth, and to whom.")
    ] = "",
    on: options.On = "",
) -> None:
    """Say that you are through, and what it was worth.

    $ mentorlog resource finish r5 --verdict "chapters 5 and 7; skip the rest"
    """
    from mentorlog.domain.resources import finished
    from mentorlog.domain.text import clean

    env = env_of(ctx)
    said = verdict or env.ask("What was it worth, and to whom?")
    if not said.strip():
        raise Misused(
            "Say what it was worth, so that you can pass it on or warn of it.", "Add --verdict TEXT."
        )
    day = options.on_day(env, on)
    _change(env, "resource finish", ref, lambda one: finished(one, day, clean(said, "verdict")))


@noun.command("drop")
def drop(ctx: typer.Context, ref: Which, why: options.Why = "", on: options.On = "") -> None:
    """Let it go, with the reason.

    $ mentorlog resource drop r5 --why "a talk covers it"
    """
    from mentorlog.domain.resources import dropped

    env = env_of(ctx)
    reason = options.reason(why)
    day = options.on_day(env, on)
    _change(env, "resource drop", ref, lambda one: dropped(one, day, reason))


def _change(env: Env, command: str, ref: str, how: Callable[[Resource], Resource]) -> None:
    from mentorlog.domain.resources import Resource

    with env.write(command) as store:
        kept = store.save(how(store.by_id(Resource, find(store, "resource", ref).id)))
    env.kept(kept, _echo(kept, *(["PRIVATE"] if kept.private else [])))


@noun.command("list")
def list_(
    ctx: typer.Context,
    all: All = False,
    people: options.With = None,
    goal: options.GoalOption = "",
    skill: options.SkillOption = "",
    limit: Most = 50,
    private: options.SeePrivate = False,
) -> None:
    """List what is there to learn from: what you are at first; with --all what you finished, and the verdict.

    $ mentorlog resource list
    $ mentorlog resource list --all --skill python
    """
    from mentorlog.domain.resources import Resource
    from mentorlog.store.listing import narrowed
    from mentorlog.views.kept_rows import RESOURCE_COLUMNS, resource_row

    env = env_of(ctx)
    with env.read(private) as store:
        wanted = narrow(env, store, people, goal, skill, where="1" if all else "ended IS NULL")
        found = narrowed(
            store, Resource, wanted, "ended IS NOT NULL, started IS NULL, ended DESC, id", limit or -1
        )
        names = store.people.names()
        skills = {one.id: one.handle for one in store.skills.all()}
    rows = [resource_row(one, names, skills, env.today) for one in found]
    empty = 'No resources to show. Begin with:  mentorlog resource add "…" --kind book --from ana'
    show_list(env, "resource", found, RESOURCE_COLUMNS, rows, empty)


noun.verbs["edit"] = Edit("resource")
parts_of(noun)
