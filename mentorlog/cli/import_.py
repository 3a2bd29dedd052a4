"""`import`: bring an exported journal in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from mentorlog.cli.app import env_of
from mentorlog.cli.daily import before_import
from mentorlog.errors import Unreadable

if TYPE_CHECKING:
    from mentorlog.env import Env
    from mentorlog.flows.carry import Cargo


def import_(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="What `export all` wrote; - reads stdin.")],
    form: Annotated[Literal["json"], typer.Option("--as", help="JSON is the one format yet.")] = "json",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would come in.")] = False,
) -> None:
    """Bring an exported journal in.

    $ mentorlog import journal.json --dry-run
    $ mentorlog import journal.json

    All of it comes in, or nothing. What is here already stays as it is, so that importing twice is safe.
    """
    from mentorlog.flows.carry import bring_in, unpack
    from mentorlog.formats.json_journal import read

    env = env_of(ctx)
    records = read(_text(env, file))
    if dry_run:
        with env.read(private=True) as store:
            cargo = unpack(store, records)
    else:
        before_import(env)
        with env.write("import") as store:
            cargo = unpack(store, records)
            bring_in(store, cargo)
    _tell(env, cargo, dry_run)


def _text(env: Env, file: str) -> str:
    """What the file holds. Raises Unreadable when it cannot be read, or is not UTF-8."""
    if file == "-":
        return env.stdin.read()
    try:
        return Path(file).expanduser().read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise Unreadable(f"I cannot read {file}: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise Unreadable(f"{file} is not UTF-8 text; nothing was brought in.") from error


def _tell(env: Env, cargo: Cargo, dry_run: bool) -> None:
    from mentorlog.domain.spoken import plural
    from mentorlog.domain.tally import tally

    if env.json:
        counts = {"new": len(cargo.new), "same": cargo.same, "different": cargo.different}
        env.give("import", {**counts, "renamed": dict(cargo.renamed), "written": not dry_run})
        return
    verb = "Would bring in" if dry_run else "brought in"
    env.say(f"{verb} {tally(cargo.new)}" if cargo.new else "nothing new")
    if env.quiet:
        return
    if cargo.same:
        env.note(f"{plural(cargo.same, 'record')} already here")
    if cargo.different:
        env.note(f"{plural(cargo.different, 'record')} already here, different: left as it is here")
    for old, new in cargo.renamed:
        env.note(f"“{old}” is taken here; it came in as “{new}”")
