"""`import`: bring an exported journal in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, AnyStr, Literal

import typer

from mentorlog.cli.app import env_of
from mentorlog.cli.daily import before_import
from mentorlog.errors import Unreadable
from mentorlog.places import named

if TYPE_CHECKING:
    from mentorlog.env import Env
    from mentorlog.flows.carry import Cargo


_MOST = 256_000_000
"""Bytes of a file that is taken over: a hundred years of ten thousand entries. A bound of ours."""


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
    """What the file holds. Raises Unreadable when it cannot be read, is not UTF-8, or goes on for ever."""
    try:
        if file == "-":
            return _bounded(env.stdin.read(_MOST + 1), file)
        with named(file).open("rb") as opened:
            return _bounded(opened.read(_MOST + 1), file).decode("utf-8-sig")
    except OSError as error:
        raise Unreadable(f"I cannot read {file}: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise Unreadable(f"{file} is not UTF-8 text; nothing was brought in.") from error


def _bounded(read: AnyStr, file: str) -> AnyStr:
    if len(read) > _MOST:
        raise Unreadable(f"{file} is larger than {_MOST // 1_000_000} MB; nothing was brought in.")
    return read


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
