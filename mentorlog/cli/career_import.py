"""`career import`, `packs` and `remove`: classifications and ladders brought in, listed, and taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from mentorlog.cli.app import env_of
from mentorlog.errors import Misused, Refused
from mentorlog.places import make_folders, named, packs_folder

if TYPE_CHECKING:
    from mentorlog.career.matching import Unmatched
    from mentorlog.cli.career_sources import Brought
    from mentorlog.env import Env
    from mentorlog.flows.career_packs import Kept

_MOST_TOLD = 10
"""Unmatched skills that are told of without --all."""

Source = Literal["onet", "esco", "ladder"]


def import_(
    ctx: typer.Context,
    source: Annotated[Source, typer.Argument(metavar="SOURCE", help="onet, esco or ladder.")],
    path: Annotated[
        str, typer.Argument(metavar="PATH", help="The folder of the files, or the ladder's file.")
    ],
    called: Annotated[str, typer.Option("--as", metavar="NAME", help="What to call a ladder.")] = "",
    every: Annotated[bool, typer.Option("--all", help="Tell of every skill that is none of ours.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would come in.")] = False,
) -> None:
    """Bring in the world's roles: O*NET, ESCO, or an organisation's ladder.

    $ mentorlog career import onet db_30_0_text
    $ mentorlog career import ladder ladder.csv --as northwind --dry-run
    $ mentorlog career import esco ESCO

    onet: the folder of the text files of onetcenter.org/database.html. esco: that of ESCO's CSV files in
    English. ladder: TOML, CSV, YAML, or Markdown with front matter. Nothing of ours is changed; importing
    again updates. Skills that are none of ours are told of, with the nearest that are.
    """
    from mentorlog.career.pack import load
    from mentorlog.cli import career_sources as sources
    from mentorlog.flows.career_packs import compared

    env = env_of(ctx)
    if called and source != "ladder":
        raise Misused("--as names a ladder; O*NET and ESCO have names.", "Leave --as out.")
    ours, place, watch = load(), named(path), sources.Watch(env)
    try:
        if source == "ladder":
            brought = sources.ladder(place, ours, called, watch)
        else:
            brought = (sources.onet if source == "onet" else sources.esco)(place, ours, watch)
    finally:
        watch.close()
    change = compared(packs_folder(env.path), brought.parts) if dry_run else _keep(env, brought)
    _tell(env, brought, change, every, dry_run)


def _keep(env: Env, brought: Brought) -> Kept:
    from mentorlog.flows.career_packs import keep

    folder = packs_folder(env.path)
    try:
        make_folders(folder)
    except OSError as error:
        raise Refused(
            f"I cannot make the folder {folder}: {error.strerror}.", "Nothing was imported."
        ) from error
    return keep(folder, brought.parts, env.today.isoformat())


def _tell(env: Env, brought: Brought, change: Kept, every: bool, dry_run: bool) -> None:
    from mentorlog.domain.spoken import join_words, plural

    about = brought.parts.about
    if env.json:
        from mentorlog.formats.json import plain

        data = {**plain(about), **change._asdict(), "missing": list(brought.missing)}
        env.give("career-import", {**data, "unmatched": plain(brought.unmatched), "written": not dry_run})
        return
    verb = "Would import" if dry_run else "updated" if change.again else "imported"
    counts = [f"{change.new:,} new", f"{change.changed:,} changed", f"{change.gone:,} gone"]
    named_ = " ".join(filter(None, (about.source, about.release)))
    line = f"{verb} {named_}: {plural(about.roles, 'role')}" + (
        f" ({', '.join(counts)})" if change.again else ""
    )
    env.say(about.name if env.quiet else f"{about.name}  {line}")
    if env.quiet:
        return
    if brought.missing:
        env.note(f"Not there, and done without: {join_words(list(brought.missing))}.")
    _tell_unmatched(
        env, brought.unmatched if every else brought.unmatched[:_MOST_TOLD], len(brought.unmatched)
    )
    env.note(about.notice)


def _tell_unmatched(env: Env, told: tuple[Unmatched, ...], count: int) -> None:
    from mentorlog.domain.spoken import plural

    if not count:
        return
    env.note(f"{plural(count, 'skill')} not among ours, kept under their own names. The most needed:")
    for one in told:
        near = f"   nearest: {', '.join(one.nearest)}" if one.nearest else ""
        env.note(f"  {one.name}: {plural(one.roles, 'role')}{near}")
    if count > len(told):
        env.note(f"  and {count - len(told):,} more (--all)")


def packs(ctx: typer.Context) -> None:
    """List the packs that were imported, with their licences.

    $ mentorlog career packs
    $ mentorlog career packs --json
    """
    from mentorlog.career.imported import packs as imported
    from mentorlog.formats.json import plain
    from mentorlog.views.columns import Column, tsv

    env = env_of(ctx)
    found = [pack.about for pack in imported(packs_folder(env.path))]
    if env.quiet and not env.json:
        for one in found:
            env.say(one.name)
        return
    if not found and not env.json:
        env.note(
            "Nothing was imported. Begin with:  mentorlog career import onet DIR   (--help says what else)"
        )
        return
    columns = [
        Column("Pack"),
        Column("From", flex=True, least=16),
        Column("Roles", align="right"),
        Column("Imported", priority=1),
    ]
    rows = [(one.name, f"{one.source} {one.release}".strip(), f"{one.roles:,}", one.day) for one in found]

    def draw(look: Any) -> Any:
        from mentorlog.views.lists import table

        return table(columns, rows, look)

    env.show("pack-list", lambda: {"items": plain(found)}, draw, lambda look: tsv(columns, rows, look))
    if not env.json:
        for notice in dict.fromkeys(one.notice for one in found):
            env.note(notice)


def remove(
    ctx: typer.Context, name: Annotated[str, typer.Argument(metavar="PACK", help="A pack, by name.")]
) -> None:
    """Take an imported pack away; it can be imported again.

    $ mentorlog career remove northwind
    """
    from mentorlog.flows.career_packs import remove

    env = env_of(ctx)
    remove(packs_folder(env.path), name)
    if env.json:
        env.give("career-remove", {"name": name, "removed": True})
    else:
        env.say(name if env.quiet else f"{name}  taken away")
