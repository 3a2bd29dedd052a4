"""`career path`: the way from one role to another, step by step."""

from __future__ import annotations

from typing import Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.app import env_of
from mentorlog.cli.career_standpoint import For
from mentorlog.errors import Misused

Ends = Annotated[
    list[str], typer.Argument(metavar="R…", help="The role it leads to; of two, it begins with the first.")
]


def path(
    ctx: typer.Context,
    ends: Ends,
    whose: For = "",
    private: options.SeePrivate = False,
    svg: options.Svg = "",
    force: options.Force = False,
) -> None:
    """See the way to a role: at most four steps, each a known move or covered well enough.

    $ mentorlog career path backend-developer
    $ mentorlog career path sysadmin platform-lead
    $ mentorlog career path database-administrator team-lead --for bo

    With one role it begins with the position held. A way is no longer than 1.5 times going straight there; when
    there is none, the page says which limit stands in the way.
    """
    from mentorlog.career.path_page import path_page
    from mentorlog.cli.career_standpoint import show, standpoint_of

    env = env_of(ctx)
    if len(ends) > 2:
        raise Misused("A way has two ends.", 'A name of several words goes in quotes: "tech lead"')
    at = standpoint_of(env, whose, private)
    start = at.role(ends[0]) if len(ends) == 2 else at.here
    if start is None:
        person = f" --for {at.whose.short}" if at.whose.short else ""
        raise Misused(
            f"I do not know what role {at.whose.name or 'you'} {'has' if person else 'have'} now.",
            f"mentorlog career path FROM {ends[-1]}   or: mentorlog me position TITLE --from 2021-05{person}",
        )
    model = path_page(start, at.role(ends[-1]), at)
    show(env, "path", model, (step.to.id for step in model.steps), svg=svg, force=force)
