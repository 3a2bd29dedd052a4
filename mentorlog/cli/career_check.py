"""`career check`: what is wrong in the catalogue, or odd enough to look at."""

from __future__ import annotations

from typing import Any

import typer

from mentorlog.cli.app import env_of
from mentorlog.cli.career_similar import with_own


def check(ctx: typer.Context) -> None:
    """Look the catalogue, your own roles and imported ladders over for faults.

    $ mentorlog career check
    $ mentorlog career check --json

    Names that stand for two things, needs that no skill meets, roles nobody can reach or leave, levels out
    of range, and more. The exit code is 1 when there is something to mend.
    """
    from mentorlog.career.check import check, check_described
    from mentorlog.career.pack import load
    from mentorlog.domain.spoken import plural
    from mentorlog.formats.json import plain
    from mentorlog.views.columns import Column, tsv

    env = env_of(ctx)
    shelves, ours = with_own(env), load()
    found = [("ours", one) for one in check(ours)]
    mine = {id: role for id, role in shelves.ours.roles.items() if role != ours.roles.get(id)}
    found += [("mine", one) for one in check_described(shelves.ours.but(roles=mine))]
    ladders = [pack for pack in shelves.packs.values() if pack.about.kind == "ladder"]
    for pack in ladders:
        found += [(pack.name, one) for one in check_described(shelves.over(*pack.roles))]
    columns = [
        Column("In"),
        Column("Fault"),
        Column("Id", flex=True),
        Column("What", flex=True, least=30, wrap=True),
    ]
    rows = [(name, one.kind, one.id, one.says) for name, one in found]

    def draw(look: Any) -> Any:
        from mentorlog.views.lists import table

        return table(columns, rows, look)

    if found or env.json:
        items = [{"pack": name, **plain(one)} for name, one in found]
        env.show("fault-list", lambda: {"items": items}, draw, lambda look: tsv(columns, rows, look))
    elif not env.quiet:
        looked = [plural(len(shelves.ours.roles), "role"), plural(len(ours.skills), "skill")]
        more = f", {plural(len(ladders), 'ladder')}" if ladders else ""
        env.say(f"Nothing to mend: {', '.join(looked)}{more}.")
    if found:
        raise typer.Exit(1)
