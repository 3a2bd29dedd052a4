"""`career export`: roles and what they need, as a table to work on and to import again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.app import env_of
from mentorlog.cli.career_similar import with_own
from mentorlog.cli.hand_over import DryRun, Out, Parcel, hand_over, place

if TYPE_CHECKING:
    from mentorlog.career.catalogue import Role


def export(
    ctx: typer.Context,
    role: Annotated[
        list[str] | None, typer.Argument(metavar="R", help="A role; all when none is named.")
    ] = None,
    csv: Annotated[bool, typer.Option("--csv", help="As CSV, the one format yet.")] = True,
    pack: Annotated[str, typer.Option("--in", metavar="PACK", help="All roles of this pack.")] = "ours",
    out: Out = "",
    force: options.Force = False,
    dry_run: DryRun = False,
) -> None:
    """Write roles and what they need as a table: role, level_label, skill, level, weight.

    $ mentorlog career export --csv --out ladder.csv
    $ mentorlog career export backend-developer --csv

    Change it in a spreadsheet, and bring it back:  mentorlog career import ladder ladder.csv
    """
    from mentorlog.career.imported import no_pack
    from mentorlog.domain.spoken import plural
    from mentorlog.formats.ladder_tables import text

    env = env_of(ctx)
    file = place(env, out, force)
    shelves = with_own(env)
    roles: tuple[Role, ...]
    if role:
        roles = (shelves.role(" ".join(role)),)
    elif pack == "ours":
        roles = tuple(shelves.ours.roles.values())
    elif pack in shelves.packs:
        roles = shelves.packs[pack].roles
    else:
        raise no_pack(pack, ("ours", *shelves.packs))
    catalogue = shelves.over(*roles)
    holds = f"{plural(len(roles), 'role')}, {plural(sum(len(one.needs) for one in roles), 'need')}"
    parcel = Parcel(place=file, holds=holds, force=force, dry_run=dry_run)
    hand_over(env, parcel, lambda: text(roles, catalogue))
