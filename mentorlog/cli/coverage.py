"""`mentorship coverage`: which of the fourteen things you touched with somebody, and which are not yours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.app import env_of
from mentorlog.errors import Misused, Refused

if TYPE_CHECKING:
    from mentorlog.env import Env

NotOurs = Annotated[
    str, typer.Option("--not-our-thing", metavar="K", help="Leave this one of the fourteen aside.")
]


def coverage(
    ctx: typer.Context,
    person: Annotated[str, typer.Argument(metavar="P", help="A person, by handle, name or ref.")],
    not_ours: NotOurs = "",
    undo: Annotated[bool, typer.Option("--undo", help="It is our thing after all.")] = False,
    why: options.Why = "",
    private: options.SeePrivate = False,
) -> None:
    """See which of the fourteen things a mentor may do you touched together.

    $ mentorlog mentorship coverage ana
    $ mentorlog mentorship coverage bo --not-our-thing contacts --why "he knows more people than I do"

    It counts the --kind of your conversations and notes with them.
    """
    from mentorlog.cli.pages import page
    from mentorlog.store.coverage import coverage_of

    env = env_of(ctx)
    if undo and not not_ours:
        raise Misused("Say which one is your thing after all.", "--not-our-thing K --undo")
    if not_ours:
        _set_aside(env, person, not_ours, undo, why.strip())
        return
    with env.read(private) as store:
        model = coverage_of(store, store.find.person(person), env.today)
    page(env, "coverage", model)


def _set_aside(env: Env, text: str, word: str, undo: bool, why: str) -> None:
    from mentorlog.domain.coverage import code
    from mentorlog.domain.links import Mute
    from mentorlog.store.coverage import mutes

    kind = options.kinds([word])
    if "," in kind or not kind:
        raise Misused("One of the fourteen at a time.", "--not-our-thing networking")
    with env.write("mentorship coverage") as store:
        who = store.find.person(text)
        there = mutes(store, who).get(kind)
        if (there is None) == undo:
            state = "your thing with" if undo else "left aside with"
            raise Refused(f"{kind.capitalize()} is {state} {who.called} already.")
        if there is not None:
            kept = store.remove(there)
        else:
            made = Mute(code=code(kind), about=str(who.ref), why=why, visibility=who.visibility)
            kept = store.add(made)
    env.kept(kept, f"{who.called} · {kind} · {'your thing again' if undo else 'not your thing'}")
