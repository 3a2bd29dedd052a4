"""`import`: bring in an exported journal, or what another program kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.app import env_of
from mentorlog.cli.daily import before_import
from mentorlog.errors import Misused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mentorlog.domain.drafts import Draft, Here, Skip
    from mentorlog.env import Env
    from mentorlog.flows.bring import Brought
    from mentorlog.flows.carry import Cargo
    from mentorlog.formats.source import Source
    from mentorlog.store.store import Store


Form = Annotated[
    str,
    typer.Option(
        "--as",
        metavar="FORM",
        help="json, jsonl, jrnl, markdown, csv, taskwarrior, vcard or ics; else the file tells.",
    ),
]
Columns = Annotated[
    list[str] | None,
    typer.Option("--map", metavar="COLUMN=FIELD", help="What a column of a table is; repeat for more."),
]


def import_(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="The file; - reads stdin.")],
    form: Form = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would come in.")] = False,
    people: options.With = None,
    tag: options.Tags = None,
    private: options.Private = False,
    columns: Columns = None,
) -> None:
    """Bring in an exported journal, or what another program kept.

    $ mentorlog import journal.json --dry-run
    $ mentorlog import journal.json
    $ echo "[2026-05-04 09:30] Paired with @bo on indexes." | mentorlog import - --as jrnl

    Also: jrnl (--as jrnl), Markdown notes of one-to-ones and lists of wins (markdown; --with P says with
    whom), tables (csv), task export (taskwarrior), contacts (vcard) and calendars (ics).
    All of it comes in, or nothing. What is here already stays as it is, so that importing twice is safe.
    """
    from mentorlog.cli.import_file import opened
    from mentorlog.formats.forms import FORMS, form_of, is_own

    env = env_of(ctx)
    if form and form not in FORMS:
        raise Misused(f"“{form[:60]}” is no form I read.", f"--as {', '.join(FORMS[:-1])} or {FORMS[-1]}.")
    with opened(env, file) as source:
        head = source.head()
        known = form or form_of(file, head)
        own = is_own(known, head)
        if not form and not own:
            _note(env, f"Read as {known}; --as says otherwise.")
        if columns and (known != "csv" or own):
            raise Misused("--map is for tables of other programs.", "--as csv")
        if own:
            if people or tag or private:
                raise Misused("A journal comes in as it is, without --with, --tag and --private.")
            _own(env, source, known, dry_run)
        else:
            drafts = _reader(env, source, known, file, bool(people), columns or [])
            _foreign(env, drafts, known, dry_run, people or [], options.tags(tag), private)


def _note(env: Env, text: str) -> None:
    if not (env.quiet or env.json):
        env.note(text)


def _written(env: Env, dry_run: bool, work: Callable[[Store, bool], Cargo | Brought]) -> Cargo | Brought:
    """Do the work in one write, or see what it would do."""
    if dry_run:
        with env.read(private=True) as store:
            return work(store, False)
    before_import(env)
    with env.write("import") as store:
        return work(store, True)


def _own(env: Env, source: Source, form: str, dry_run: bool) -> None:
    from mentorlog.cli.import_echo import tell_cargo
    from mentorlog.flows.carry import Cargo, carry_in
    from mentorlog.formats.entries import from_json, from_lines, from_tables
    from mentorlog.store.arrivals import Arrivals

    entries = {"json": from_json, "jsonl": from_lines}.get(form, from_tables)

    def work(store: Store, keep: bool) -> Cargo:
        return carry_in(store, Arrivals(store), lambda: entries(source), keep, part=entries is from_tables)

    cargo = _written(env, dry_run, work)
    assert isinstance(cargo, Cargo)
    tell_cargo(env, cargo, form, dry_run)


def _foreign(
    env: Env,
    drafts: Callable[[Here], Iterable[Draft | Skip]],
    form: str,
    dry_run: bool,
    people: list[str],
    tags: list[str],
    private: bool,
) -> None:
    from mentorlog.cli.import_echo import tell_brought
    from mentorlog.cli.when import zone
    from mentorlog.domain.drafts import Here
    from mentorlog.flows.bring import Brought, bring
    from mentorlog.flows.making import Applied
    from mentorlog.store.arrivals import Arrivals

    here = Here(env.today, zone(env), env.zone, env.date_order)

    def work(store: Store, keep: bool) -> Brought:
        applied = Applied(
            here=here,
            people=tuple(store.find.people(people)),
            tags=tuple(tags),
            visibility=env.visibility(private),
            private_people=private,
            me=env.me,
        )
        return bring(store, Arrivals(store), drafts(here), applied, keep)

    brought = _written(env, dry_run, work)
    assert isinstance(brought, Brought)
    tell_brought(env, brought, form, dry_run)


def _reader(
    env: Env, source: Source, form: str, file: str, alone: bool, columns: list[str]
) -> Callable[[Here], Iterable[Draft | Skip]]:
    """What reads the file, with what it needs to know beside the day. Raises Misused, Unreadable."""
    from importlib import import_module

    if form == "csv":
        from mentorlog.formats import from_csv

        plan = from_csv.plan(source, dict(_column(one) for one in columns))
        _note(env, plan.said)
        return lambda here: from_csv.drafts(source, plan, here)
    if form == "markdown":
        from pathlib import PurePath

        from mentorlog.formats import from_markdown

        name = "" if file == "-" else PurePath(file).name
        return lambda here: from_markdown.drafts(source, here, name, alone)
    module = import_module(f"mentorlog.formats.from_{form}")
    return lambda here: module.drafts(source, here)


def _column(text: str) -> tuple[str, str]:
    heading, sign, field = text.partition("=")
    if not sign or not heading.strip():
        raise Misused(f"I cannot read the column “{text[:60]}”.", '--map "Heading=text"')
    return heading.strip(), field.strip().lower()
