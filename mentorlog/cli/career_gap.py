"""`career gap`: what a role needs, what is there, and what shows it."""

from __future__ import annotations

import typer

from mentorlog.cli import options
from mentorlog.cli.app import env_of
from mentorlog.cli.career_standpoint import For, Named


def gap(
    ctx: typer.Context,
    role: Named,
    whose: For = "",
    private: options.SeePrivate = False,
    svg: options.Svg = "",
    force: options.Force = False,
) -> None:
    """See what is missing for a role: now, needed, gap, evidence and plan, the biggest gap first.

    $ mentorlog career gap backend-developer
    $ mentorlog career gap database-administrator --for bo
    $ mentorlog career gap orders-backend --json

    What is not rated shows as ?, which is not zero. Hours are a range and a rule of thumb; change the table with
    mentorlog config set career.hours_per_level.2-3 60-120
    """
    from mentorlog.career.gap_page import gap_page
    from mentorlog.cli.career_standpoint import show, standpoint_of

    env = env_of(ctx)
    at = standpoint_of(env, whose, private)
    model = gap_page(at.role(" ".join(role)), at)
    short = (one.skill.id for one in model.needs if one.gap != 0)
    show(env, "gap", model, short, svg=svg, force=force)
