"""The dashboard: what needs me, on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from mentorlog.cli import options
from mentorlog.cli.app import env_of
from mentorlog.cli.pages import brief, page

if TYPE_CHECKING:
    from mentorlog.env import Env

WELCOME = """\
mentorlog is a career-mentoring journal. Yours is empty; three ways to begin:
  mentorlog person add "Ana Ruiz" --role mentor --every 2w
  mentorlog goal add "Move from DBA to backend developer" --by 2027-03-31
  mentorlog demo            look around in a sample year (a temporary file)"""


def dashboard(
    ctx: typer.Context,
    private: options.SeePrivate = False,
    svg: options.Svg = "",
    force: options.Force = False,
) -> None:
    """See what needs you, on one page.

    $ mentorlog
    $ mentorlog dashboard --private
    """
    env = env_of(ctx)
    if not env.begun and not env.json and not env.quiet:
        env.say(WELCOME)
        return
    show(env, private, svg, force)


def show(env: Env, private: bool = False, svg: str = "", force: bool = False) -> None:
    """Draw the dashboard of the journal."""
    from mentorlog.domain.dashboard import dashboard as board
    from mentorlog.domain.next import suggestions
    from mentorlog.store.snapshot import snapshot

    with env.read(private) as store:
        now = snapshot(store, env.today, env.me)
    model = board(now, suggestions(now))
    if svg or not brief(env, (one.refs[0] for one in model.needs)):
        page(env, "dashboard", model, svg=svg, force=force, title="mentorlog")
