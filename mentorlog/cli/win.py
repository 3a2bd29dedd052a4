"""`win`: what went well, what it changed, and the story of it."""

from __future__ import annotations

from typing import Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.app import Noun, env_of
from mentorlog.cli.edit import Edit
from mentorlog.cli.lists import dated
from mentorlog.cli.records import parts_of
from mentorlog.cli.story import story

noun = Noun("win", "Keep what went well.")


@noun.command("add")
def add(
    ctx: typer.Context,
    text: options.Words = None,
    impact: Annotated[str, typer.Option("--impact", metavar="TEXT", help="What it changed for others.")] = "",
    people: options.With = None,
    goal: options.GoalOption = "",
    skills: options.Skills = None,
    tag: options.Tags = None,
    on: options.On = "",
    private: options.Private = False,
    share: options.Share = False,
    edit: options.Edit = False,
) -> None:
    """Keep something that went well.

    $ mentorlog win add "Cut p99 on the orders query" --impact "unblocked mobile" --skill sql --on fri
    $ mentorlog win add "@bo restored a database alone +mentoring"

    In the words, @ana, #tag and +sql do the same as --with, --tag and --skill.
    """
    from mentorlog.domain.text import clean, sugar
    from mentorlog.domain.wins import Win
    from mentorlog.flows.attach import attach, understood

    env = env_of(ctx)
    words = options.text_of(env, text, "win", edit)
    win = Win(
        text=words,
        impact=clean(impact, "impact") if impact else "",
        day=options.on_day(env, on),
        visibility=env.visibility(private, share),
    )
    found = sugar(words)
    with env.write("win add") as store:
        kept = store.add(win)
        around = attach(
            store,
            kept,
            people=[*(people or []), *found.people],
            goals=[goal] if goal else [],
            skills=[*(skills or []), *found.skills],
            tags=options.tags([*(tag or []), *found.tags]),
        )
    env.kept(kept, understood(kept, around, env.today))


noun.verbs["list"] = dated("win")
noun.verbs["story"] = story
noun.verbs["edit"] = Edit("win")
parts_of(noun)
