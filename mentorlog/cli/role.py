"""`role`: roles of the catalogue and my own, what they need, and which of them I explore or aim at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from mentorlog.cli import options
from mentorlog.cli.app import Noun, env_of
from mentorlog.cli.edit import Edit
from mentorlog.cli.me import Whose
from mentorlog.cli.records import parts_of
from mentorlog.cli.role_aim import aim, drop, explore
from mentorlog.errors import Refused

if TYPE_CHECKING:
    from mentorlog.career.catalogue import Role as Described
    from mentorlog.career.library import Library
    from mentorlog.domain.roles import Aim, Role
    from mentorlog.env import Env
    from mentorlog.store.store import Store

noun = Noun("role", "See roles and what they need; explore them, aim at them.")
Which = Annotated[str, typer.Argument(metavar="R", help="A role, by id, name, other title or O*NET code.")]
Name = Annotated[list[str] | None, typer.Argument(metavar="NAME", help="The name.", show_default=False)]
NeedOption = Annotated[
    list[str] | None, typer.Option("--need", metavar="skill:level", help="A need: sql:3, python|java:3:2.")
]
Family = Annotated[str, typer.Option("--family", metavar="F", help="What it belongs to: software, data …")]
Rank = Annotated[str, typer.Option("--seniority", metavar="1-7", help="1 a first job to 7 the board.")]
Stage = Annotated[
    Literal["", "exploring", "aimed"],
    typer.Option("--state", metavar="exploring|aimed", help="Explore it or aim at it from today."),
]


@noun.command("list")
def list_(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[WORDS]", help="Only those with these.")
    ] = None,
    family: Family = "",
    mine: Annotated[bool, typer.Option("--mine", help="Only yours, and those you look at.")] = False,
    whose: Whose = "",
    private: options.SeePrivate = False,
) -> None:
    """List all roles: yours, the catalogue's, and imported ones.

    $ mentorlog role list --family data
    $ mentorlog role list --mine
    $ mentorlog role list developer --json
    """
    from mentorlog.domain.roles import Role

    env = env_of(ctx)
    own: dict[str, Role] = {}
    stages: dict[str, str] = {}
    if env.begun:
        with env.read(private) as store:
            own = {one.handle: one for one in store.all(Role)}
            stages = _stages(store, whose)
            shelf = _library(env, store)
    else:
        shelf = _library(env)
    every = [
        one
        for one in shelf.roles()
        if _fits(one, words or [], family) and (not mine or one.id in own or one.id in stages)
    ]
    items = [_item(one, shelf, own, stages.get(one.id, "")) for one in every]
    if not items and not env.json:
        env.note("No role fits. All of them:  mentorlog role list")
        return
    if env.quiet and not env.json:
        for item in items:
            env.say(item["id"])
        return
    _show(env, items)


def _show(env: Env, items: list[dict[str, Any]]) -> None:
    from mentorlog.views.columns import tsv
    from mentorlog.views.role_rows import ROLE_COLUMNS, role_row

    rows = [role_row(item) for item in items]

    def draw(look: Any) -> Any:
        from mentorlog.views.lists import table

        return table(ROLE_COLUMNS, rows, look)

    env.show("role-list", lambda: {"items": items}, draw, lambda look: tsv(ROLE_COLUMNS, rows, look))


def _library(env: Env, store: Store | None = None) -> Library:
    from mentorlog.cli.careers import library

    return library(env, store)


def _stages(store: Store, whose: str) -> dict[str, str]:
    """By role id how serious it is; `held` for the position of today."""
    from mentorlog.domain.roles import Aim, Position, standing_aims

    id = (store.find.person(whose).id if whose else None,)
    aims: list[Aim] = standing_aims(store.all(Aim, "person_id IS ?", id))
    found = {one.what: one.stage for one in reversed(aims) if one.stage != "interest"}
    for one in store.all(Position, "person_id IS ? AND ended IS NULL", id):
        found[one.role] = "held"
    return found


def _fits(role: Described, words: list[str], family: str) -> bool:
    said = " ".join((role.id, role.name, role.family, *role.aliases, role.onet)).casefold()
    return all(word.casefold() in said for word in words) and (
        not family or role.family.casefold() == family.casefold()
    )


def _item(role: Described, shelf: Library, own: dict[str, Role], stage: str) -> dict[str, Any]:
    """A role for a list: its id, title, O*NET-SOC code (empty where none fits), and where it comes from."""
    mine = own.get(role.id)
    return {
        "id": role.id,
        "title": role.name,
        "onet": role.onet,
        "family": role.family,
        "track": role.track,
        "seniority": role.seniority,
        "pack": "mine" if mine else shelf.home(role),
        "ref": str(mine.ref) if mine else None,
        "stage": stage,
    }


@noun.command("show")
def show(ctx: typer.Context, role: Which, private: options.SeePrivate = False) -> None:
    """Show a role: what it needs, and where it leads.

    $ mentorlog role show backend-developer
    $ mentorlog role show DBA --json
    """
    from mentorlog.cli.role_page import show_page

    env = env_of(ctx)
    show_page(env, role, private)


@noun.command("add")
def add(
    ctx: typer.Context,
    name: Name = None,
    need: NeedOption = None,
    like: Annotated[str, typer.Option("--like", metavar="R", help="Begin with the needs of this role.")] = "",
    family: Family = "",
    seniority: Rank = "",
    handle: Annotated[str, typer.Option("--handle", metavar="H", help="The short name you type.")] = "",
    state: Stage = "",
    private: options.Private = False,
) -> None:
    """Describe a role of your own: a posting, a rung of your company's ladder.

    $ mentorlog role add "Backend developer, payments" --need sql:3 --need python:3 --state exploring
    $ mentorlog role add "Staff DBA" --like senior-database-administrator --need system-design:4

    A need is a skill, a level from 0 to 5 and, if you like, a weight from 1 to 3. python|java:3 means either.
    """
    from mentorlog.cli.given import values
    from mentorlog.cli.role_needs import as_needs
    from mentorlog.domain.roles import Role
    from mentorlog.domain.text import handle as as_handle
    from mentorlog.domain.text import name as read_name

    env = env_of(ctx)
    called = read_name(options.text_of(env, name, "name"), "name")
    asked = as_needs(need or [])
    with env.write("role add") as store:
        _check_free(store, as_handle(handle or called))
        model = _library(env, store).role(like) if like else None
        made = values(env, store, "role", family=family, seniority=seniority)
        if model:
            asked = as_needs([*_lines(model), asked])
            made = {"family": model.family, "seniority": model.seniority} | made
        kept = store.add(
            Role(
                name=called,
                handle=as_handle(handle or called),
                needs=asked,
                visibility="private" if private else "shared",
                **made,
            )
        )
        if state:
            _begin(env, store, kept, state)
    env.kept(kept, _echo(kept) + (f" · {state}" if state and not kept.private else ""))
    if not asked and not (env.quiet or env.json):
        env.note(f"It needs nothing yet:  mentorlog role need {kept.handle} sql:3 python:2")


def _begin(env: Env, store: Store, role: Role, stage: str) -> Aim:
    from mentorlog.domain.roles import Aim

    return store.add(Aim(what=role.handle, stage=stage, day=env.today, visibility=role.visibility))


def _check_free(store: Store, handle: str) -> None:
    from mentorlog.domain.roles import Role

    if store.one(Role, "handle = ?", (handle,)):
        raise Refused(f"There is a role of yours called “{handle}” already.", "Change it, or give --handle.")


def _lines(role: Described) -> list[str]:
    return [f"{'|'.join(need.of)}:{need.level}:{need.weight}" for need in role.needs]


def _echo(role: Role) -> str:
    from mentorlog.domain.spoken import plural

    return (
        "role · PRIVATE"
        if role.private
        else f"{role.name} ({role.handle}) · {plural(len(role.asked), 'need')}"
    )


@noun.command("need")
def need(
    ctx: typer.Context,
    role: Which,
    needs: Annotated[
        list[str], typer.Argument(metavar="skill:level…", help="Needs: sql:3, python|java:3:2.")
    ],
) -> None:
    """Say what a role needs; level 0 takes a need away.

    $ mentorlog role need orders-backend kafka:2 sql:4
    $ mentorlog role need backend-developer kubernetes:2

    A role of the catalogue becomes one of yours under the same name; nothing built in is changed, and
    removing yours brings the old one back.
    """
    from mentorlog.cli.role_needs import as_needs
    from mentorlog.domain.roles import Role

    env = env_of(ctx)
    asked = as_needs(needs)
    with env.write("role need") as store:
        own = store.find.own_role(role)
        if own is None:
            known = _library(env, store).role(role)
            own = store.add(
                Role(
                    name=known.name,
                    handle=known.id,
                    family=known.family,
                    seniority=known.seniority,
                    needs="\n".join(_lines(known)),
                )
            )
        every = as_needs([own.needs, asked]).split("\n")
        kept = store.save(own.but(needs="\n".join(one for one in every if one.split(":")[1] != "0")))
    env.kept(kept, _echo(kept))


noun.verbs["aim"] = aim
noun.verbs["explore"] = explore
noun.verbs["drop"] = drop
noun.verbs["edit"] = Edit("role")
parts_of(noun)
