"""`undo`: take a command back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.app import env_of
from mentorlog.errors import Refused

if TYPE_CHECKING:
    from mentorlog.domain.history import Deed
    from mentorlog.domain.refs import Ref
    from mentorlog.env import Env


def undo(
    ctx: typer.Context,
    number: Annotated[
        int,
        typer.Argument(metavar="[N]", min=0, help="Which one, by its number in --list.", show_default=False),
    ] = 0,
    list_: Annotated[bool, typer.Option("--list", help="Show what can be undone, with numbers.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Set back what has changed since, too.")] = False,
    yes: options.Yes = False,
) -> None:
    """Take the last command back.

    $ mentorlog undo --list
    $ mentorlog undo
    $ mentorlog undo 1 --yes

    All that a command did is set back at once. Undo again, and the command before it follows: what was undone, and
    undo itself, are passed over. To take an undo back, name it by its number: it is then as if you had not undone.
    Nothing is lost: a record that the command made is removed and can be restored.
    """
    env = env_of(ctx)
    if list_:
        from mentorlog.cli.history import show_deeds

        show_deeds(env)
        return
    from mentorlog.store.changes import Changes
    from mentorlog.store.undo import Undo, name_of

    with env.read(private=True) as store:
        deed = Undo(store).chosen(number)
    what = _what(env, deed)
    if not yes and env.interactive and not env.confirm(f"Undo {what}?", default=True):
        raise Refused("Nothing was undone.")
    with env.write(name_of(deed)) as store:
        # Somebody else may have written meanwhile: numbers move, the deed stays.
        if any(one.id == deed.id and one.undone for one in Changes(store).deeds()):
            raise Refused("Another program has undone it already.")
        back = Undo(store).undo(deed, force)
    _tell(env, deed, what, back)


def _what(env: Env, deed: Deed) -> str:
    """`goal edit of Mon 4 May 2026, 10:12 (g1)`: refs only, so that nothing private is told."""
    from mentorlog.cli.history import local
    from mentorlog.domain.spoken import day_words
    from mentorlog.views.told.history import BY_HAND, refs_words

    when = local(env)(deed.at)
    day = day_words(when.date(), env.today)
    return f"{deed.command or f'a change {BY_HAND}'} of {day}, {when:%H:%M} ({refs_words(deed.refs)})"


def _tell(env: Env, deed: Deed, what: str, back: list[Ref]) -> None:
    if env.json:
        from mentorlog.cli.history import deed_data

        env.give("undo", {"undone": deed_data(env, deed), "refs": [str(ref) for ref in back]})
    elif env.quiet:
        for ref in back:
            env.say(str(ref))
    else:
        env.say(f"undone: {what}")
        env.note("      To take that back:  mentorlog undo 1")
