"""`career compare`: two roles side by side."""

from __future__ import annotations

from typing import Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.app import env_of
from mentorlog.cli.career_standpoint import For

One = Annotated[str, typer.Argument(metavar="R", help="A role.")]
Other = Annotated[str, typer.Argument(metavar="R", help="Another role.")]


def compare(
    ctx: typer.Context,
    one: One,
    other: Other,
    whose: For = "",
    private: options.SeePrivate = False,
    svg: options.Svg = "",
    force: options.Force = False,
) -> None:
    """See two roles side by side: what both need, and what only one of them does.

    $ mentorlog career compare backend-developer data-engineer
    $ mentorlog career compare dba backend-developer --for bo
    """
    from mentorlog.career.compare_page import compare_page
    from mentorlog.cli.career_standpoint import show, standpoint_of

    env = env_of(ctx)
    at = standpoint_of(env, whose, private)
    model = compare_page(at.role(one), at.role(other), at)
    show(env, "compare", model, (row.skill.id for row in model.only_there), svg=svg, force=force)
