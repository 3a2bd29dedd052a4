"""`demo`: a sample year to look around in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.app import env_of
from mentorlog.errors import Refused
from mentorlog.places import named

if TYPE_CHECKING:
    from mentorlog.env import Env


def demo(
    ctx: typer.Context,
    into: Annotated[str, typer.Option("--into", metavar="FILE", help="Make it here, and keep it.")] = "",
    force: options.Force = False,
) -> None:
    """Look around in a sample year.

    $ mentorlog demo
    $ mentorlog demo --into year.db --force

    A made-up year of a database administrator on the way to backend development: mentee of Ana, mentor of Bo.
    """
    env = env_of(ctx)
    env.path = _place(env, into, force)
    _fill(env)
    if env.json:
        env.give("demo", {"path": str(env.path)})
    elif env.quiet:
        env.say(str(env.path))
    else:
        _look_around(env)


def _place(env: Env, into: str, force: bool) -> Path:
    """Where the sample is to be. Raises Refused for a place that is taken, and always for the journal itself."""
    if not into:
        import tempfile

        return Path(tempfile.mkdtemp(prefix="mentorlog-demo-")) / "journal.db"
    from mentorlog.store.surroundings import needed

    path = named(into).absolute()
    if env.begun and needed(path, env.path):
        raise Refused(f"{path} is your journal, or belongs to it; I wrote nothing.", "Name another file.")
    if path.exists() and not (force and path.is_file()):
        raise Refused(f"{path} is there already.", "Name another file, or give --force to replace it.")
    if not path.parent.is_dir():
        raise Refused(f"There is no folder {path.parent}.", "Make it, or name another file.")
    if path.exists():
        path.unlink()
    return path


def _fill(env: Env) -> None:
    from mentorlog.flows.demo import fill

    quiet, env.quiet = env.quiet, True
    with env.write("demo") as store:
        fill(store, env.today)
    env.quiet = quiet


def _look_around(env: Env) -> None:
    """The dashboard, the timeline and the next steps, then how to go on."""
    from mentorlog.cli import dashboard, next_, timeline
    from mentorlog.flows.demo import OWNER

    env.me = OWNER
    dashboard.show(env)
    env.say("")
    timeline.show(env, compact=True)
    env.say("")
    next_.show(env, most=3)
    env.say("")
    env.say("This journal is a sample. Look around in it:")
    env.say(f'  export MENTORLOG_DB="{env.path}"')
    env.say("  mentorlog timeline --with ana")
    env.say("  mentorlog skill")
    env.say("  mentorlog export summary --with ana --for mentor")
