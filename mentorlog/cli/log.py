"""`log`: a note, in seconds."""

from __future__ import annotations

from typing import Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.app import env_of
from mentorlog.domain.notes import Note
from mentorlog.domain.text import sugar
from mentorlog.flows.attach import attach, known, understood


def log(
    ctx: typer.Context,
    text: options.Words = None,
    people: options.With = None,
    goal: options.GoalOption = "",
    skills: options.Skills = None,
    kind: options.Kinds = None,
    tag: options.Tags = None,
    on: options.On = "",
    revisit: Annotated[str, typer.Option("--revisit", metavar="D", help="A day to look at it again.")] = "",
    private: options.Private = False,
    share: options.Share = False,
    edit: options.Edit = False,
) -> None:
    """Write a note: what happened, what you learnt.

    $ mentorlog log "Explained query plans to the API team" --with bo --skill sql --on fri
    $ mentorlog log "@ana says: show, don't tell #reviews"
    $ echo "Long thoughts" | mentorlog log -

    Without words, you are asked for them: what is private stays out of the shell's history.
    In the words, @ana, #tag and +sql do the same as --with, --tag and --skill.
    """
    env = env_of(ctx)
    words = options.text_of(env, text, "note", edit)
    note = Note(
        text=words,
        day=options.on_day(env, on),
        kinds=options.kinds(kind),
        revisit=options.by_day(env, revisit),
        visibility=env.visibility(private, share),
    )
    found = sugar(words)
    with env.write("log") as store:
        kept = store.add(note)
        mentioned, practised, plain = known(store, found)
        around = attach(
            store,
            kept,
            people=[*(people or []), *mentioned],
            goals=[goal] if goal else [],
            skills=[*(skills or []), *practised],
            tags=options.tags([*(tag or []), *found.tags]),
        )
    env.kept(kept, understood(kept, around, env.today))
    if plain and not env.quiet and not env.json:
        env.note(f"      Kept as words, because nobody and nothing is called that: {' '.join(plain)}")
