"""`career similar`: which roles are most like one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from mentorlog.cli.app import env_of
from mentorlog.cli.careers import library
from mentorlog.errors import Unknown

if TYPE_CHECKING:
    from mentorlog.career.catalogue import Role
    from mentorlog.career.library import Library
    from mentorlog.env import Env

Named = Annotated[
    list[str], typer.Argument(metavar="R", help="A role, by id, O*NET-SOC code, name or other title.")
]


def similar(
    ctx: typer.Context,
    role: Named,
    top: Annotated[int, typer.Option("--top", metavar="N", min=0, help="At most so many; 0: all.")] = 10,
    among: Annotated[
        str, typer.Option("--in", metavar="PACK", help="Among the roles of this pack, or of ours.")
    ] = "",
) -> None:
    """List the roles most like one, the most alike first.

    $ mentorlog career similar backend-developer --top 5
    $ mentorlog career similar database administrator --json

    No journal is needed. A role is compared with those it was brought in with: ours by what they need,
    O*NET's by tasks, titles, knowledge, skills, technology and interests. --in onet looks a role of ours up
    there by its O*NET-SOC code.
    """
    env = env_of(ctx)
    shelves = library(env)
    try:
        found = shelves.role(" ".join(role))
    except Unknown:  # a role of one's own, perhaps: only then is the journal opened
        shelves = with_own(env)
        found = shelves.role(" ".join(role))
    asked = shelves.counterpart(found, among) if among else found
    likest = shelves.similar(asked, top)

    def data() -> dict[str, Any]:
        items = [{**named(one.role), "score": one.score, "parts": dict(one.parts)} for one in likest]
        return {"role": named(asked), "pack": shelves.home(asked), "items": items}

    def draw(look: Any) -> Any:
        from mentorlog.views.lists import table

        return table(_columns(), rows, look)

    def tell(look: Any) -> str:
        from mentorlog.views.columns import tsv

        return tsv(_columns(), rows, look)

    rows = [(f"{one.score:.2f}", one.role.name, one.role.id, one.role.onet) for one in likest]
    if env.quiet and not env.json:
        for one in likest:
            env.say(one.role.id)
        return
    env.show("similar-list", data, draw, tell)
    if not env.json and asked is not found:
        env.note(f"{found.name} is {asked.name} there ({asked.onet}).")


def with_own(env: Env) -> Library:
    """Every role there is, those of the journal too where there is one."""
    if not env.begun:
        return library(env)
    with env.read() as store:
        return library(env, store)


def named(role: Role) -> dict[str, Any]:
    """What identifies a role outside: id, title, O*NET-SOC code (empty where none fits)."""
    return {"id": role.id, "title": role.name, "onet": role.onet}


def _columns() -> list[Any]:
    from mentorlog.views.columns import Column

    return [
        Column("Alike", align="right"),
        Column("Role", flex=True, least=20),
        Column("Id", priority=1, style="muted"),
        Column("O*NET-SOC", priority=2, style="muted"),
    ]
