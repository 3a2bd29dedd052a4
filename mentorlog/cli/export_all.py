"""`export all` and `export csv`: the whole journal, or one kind of record as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from mentorlog.cli import options
from mentorlog.cli.app import env_of
from mentorlog.cli.carried import Asked, Way, carried, named, send
from mentorlog.cli.hand_over import DryRun, IncludePrivate, IncludeRemoved, Out, place
from mentorlog.errors import Misused, Unknown

if TYPE_CHECKING:
    from mentorlog.cli.carried import Records
    from mentorlog.domain.record import Record
    from mentorlog.env import Env

Form = Annotated[
    Literal["json", "jsonl", "csv", "jrnl"],
    typer.Option("--format", help="JSON, a record a line, an archive of tables, or entries for jrnl."),
]
Raw = Annotated[bool, typer.Option("--raw", help="For a program: names of fields, and every cell as it is.")]
Excel = Annotated[bool, typer.Option("--excel", help="Begin with the mark by which Excel knows UTF-8.")]
_PLURALS = {"people": "person"}


def all_(
    ctx: typer.Context,
    form: Form = "json",
    person: options.WithOne = "",
    since: options.Since = "",
    until: options.Until = "",
    raw: Raw = False,
    excel: Excel = False,
    out: Out = "",
    force: options.Force = False,
    dry_run: DryRun = False,
    include_private: IncludePrivate = False,
    include_removed: IncludeRemoved = False,
    yes: options.Yes = False,
) -> None:
    """Write the whole journal, to keep or to import elsewhere.

    $ mentorlog export all --format json --out journal.json
    $ mentorlog export all --format csv --out journal.zip
    $ mentorlog export all --include-private --include-removed --dry-run

    Private and removed records come along only when you say so. With --with P it is made for that person:
    what is shared and linked with them or with nobody but you, numbered anew. For jrnl: notes, conversations
    and wins.
    """
    env = env_of(ctx)
    if form != "csv" and (raw or excel):
        raise Misused("--raw and --excel are about tables.", "Add --format csv.")
    way = Way(place=place(env, out, force), force=force, dry_run=dry_run, yes=yes)
    asked = Asked(person=person, since=since, until=until, private=include_private, removed=include_removed)
    goods = carried(env, asked)
    if form == "jrnl":
        from mentorlog.formats import jrnl_journal

        counted = goods.both(lambda records: jrnl_journal.told(records, env.today))
    else:
        counted = [one for each in goods.records.values() for one in each], named(goods.everything)
    send(env, way, goods, counted, lambda: _document(env, goods.records, form, raw, excel))


def _document(env: Env, records: Records, form: str, raw: bool, excel: bool) -> str | bytes:
    if form == "jrnl":
        from mentorlog.formats import jrnl_journal

        return jrnl_journal.write(records, env.today)
    if form == "csv":
        from mentorlog.formats.csv_archive import pack

        return pack(_tables(records, raw, excel))
    if form == "jsonl":
        from mentorlog.formats.json_lines import write as write_lines

        return "".join(write_lines(records, env.instant))
    from mentorlog.formats.json_journal import write

    return "".join(write(records, env.instant))


def _tables(records: Records, raw: bool, excel: bool) -> dict[str, str]:
    from mentorlog.formats import csv_records

    names = csv_records.named(records)
    return {kind: csv_records.write(kind, each, names, raw, excel) for kind, each in records.items() if each}


def csv_(
    ctx: typer.Context,
    kind: Annotated[str, typer.Argument(metavar="KIND", help="goal, action, note, person, …")],
    person: options.WithOne = "",
    since: options.Since = "",
    until: options.Until = "",
    raw: Raw = False,
    excel: Excel = False,
    out: Out = "",
    force: options.Force = False,
    dry_run: DryRun = False,
    include_private: IncludePrivate = False,
    include_removed: IncludeRemoved = False,
    yes: options.Yes = False,
) -> None:
    """Write one kind of record as a table for a spreadsheet.

    $ mentorlog export csv action --out actions.csv
    $ mentorlog export csv feedback --with ana --since 2026-01 --dry-run
    $ mentorlog export csv rating --raw

    A cell that a spreadsheet would take for a formula begins with an apostrophe, which import takes away
    again; --raw leaves it out. Kinds are the nouns of this program and their parts: step, progress, rating,
    turn, link, tag.
    """
    from mentorlog.formats import csv_records

    env = env_of(ctx)
    which = kind_named(kind)
    way = Way(place=place(env, out, force), force=force, dry_run=dry_run, yes=yes)
    asked = Asked(person=person, since=since, until=until, private=include_private, removed=include_removed)
    goods = carried(env, asked)

    def table() -> str:
        rows = goods.records.get(which, ())
        return csv_records.write(which, rows, csv_records.named(goods.records), raw, excel)

    def of_kind(records: Records) -> list[Record]:
        return list(records.get(which, ()))

    send(env, way, goods, goods.both(of_kind), table)


def kind_named(text: str) -> str:
    """A kind by its name, one or many: `goal`, `goals`, `people`. Raises Unknown with the nearest."""
    from difflib import get_close_matches

    from mentorlog.domain.kinds import ALL

    word = text.strip().lower()
    for one in (word, _PLURALS.get(word, ""), word.removesuffix("s")):
        if one in ALL:
            return one
    close = get_close_matches(word, ALL, n=3)
    raise Unknown("kind of record", word[:60], close, f"Kinds: {', '.join(ALL)}.")
