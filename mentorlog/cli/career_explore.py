"""`career explore`: what role could come next, on three shelves."""

from __future__ import annotations

from typing import Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.app import env_of
from mentorlog.cli.career_standpoint import For

From = Annotated[str, typer.Option("--from", metavar="R", help="Seen from this role, not the one held.")]
Explain = Annotated[bool, typer.Option("--explain", help="Show the sum behind each score.")]
All = Annotated[bool, typer.Option("--all", help="Every role, not the best three of a shelf.")]


def explore(
    ctx: typer.Context,
    frm: From = "",
    explain: Explain = False,
    every: All = False,
    whose: For = "",
    private: options.SeePrivate = False,
    svg: options.Svg = "",
    force: options.Force = False,
) -> None:
    """See which roles could come next: a step up, sideways, or a stretch.

    $ mentorlog career explore
    $ mentorlog career explore --explain
    $ mentorlog career explore --for bo --all

    A role is here for what people do and want: a known move, an aim, an interest, a mentor's word. Its score adds
    how far it is covered and takes off the effort; mentorlog config set career.weights.move 10 changes a weight.
    """
    from mentorlog.career.explore_page import MOST, explore_page
    from mentorlog.cli.career_standpoint import show, standpoint_of, weights

    env = env_of(ctx)
    at = standpoint_of(env, whose, private)
    here = at.role(frm) if frm else at.here
    model = explore_page(here, at, weights(env), 0 if every else MOST)
    ids = (one.role.id for shelf in model.shelves for one in shelf.options)
    show(env, "explore", model, ids, explain=explain, svg=svg, force=force)
