"""`export ics`, `vcard` and `sqlite`: a journal for the calendar, the address book and other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from mentorlog.cli import options
from mentorlog.cli.app import env_of
from mentorlog.cli.carried import Asked, Way, carried, check_order, named, send
from mentorlog.cli.hand_over import DryRun, IncludeOthers, IncludePrivate, IncludeRemoved, Out, place
from mentorlog.errors import Misused, Unreadable

if TYPE_CHECKING:
    from datetime import date

    from mentorlog.cli.carried import Records
    from mentorlog.domain.calendar import Entry
    from mentorlog.domain.people import Person
    from mentorlog.domain.record import Record
    from mentorlog.env import Env

Alarms = Annotated[
    list[str] | None,
    typer.Option("--alarm", metavar="SPAN", help="Ring so long before: 30m, 1h, 1d; repeat for more."),
]
Todos = Annotated[bool, typer.Option("--todos", help="Days on which something is due as tasks, not events.")]
Notes = Annotated[bool, typer.Option("--notes", help="How you met and who introduced whom, too.")]
_DAY = 24 * 60


def ics(
    ctx: typer.Context,
    person: options.WithOne = "",
    since: options.Since = "",
    until: Annotated[
        str, typer.Option("--until", metavar="D", help="Only up to this day, ahead or past.")
    ] = "",
    alarm: Alarms = None,
    todos: Todos = False,
    out: Out = "",
    force: options.Force = False,
    dry_run: DryRun = False,
    include_private: IncludePrivate = False,
    include_third_party: IncludeOthers = False,
    yes: options.Yes = False,
) -> None:
    """Write conversations, due days and follow-ups for your calendar.

    $ mentorlog export ics --since today --alarm 1d --out mentoring.ics
    $ mentorlog export ics --with ana --dry-run
    $ mentorlog export ics --todos

    Import it again and entries are updated, not doubled. It holds titles and times, no notes. An alarm
    before a whole day counts from nine in the morning. With --with P: only what is with that person.
    """
    env = env_of(ctx)
    way = Way(place=place(env, out, force), force=force, dry_run=dry_run, yes=yes)
    minutes = [_minutes(one) for one in alarm or []]
    first, last = options.since_day(env, since), options.by_day(env, until)
    check_order(first, last)
    goods = carried(env, Asked(person=person, private=include_private, third_party=include_third_party))

    def chosen(records: Records) -> list[Entry]:
        return _chosen(env, records, goods.person, (first, last))

    def document() -> str:
        from mentorlog.formats.ics import calendar

        return calendar(chosen(goods.records), env.today, minutes, todos)

    counted = goods.both(lambda records: [one.record for one in chosen(records)])
    send(env, way, goods, counted, document)


def _chosen(
    env: Env, records: Records, person: Person | None, days: tuple[date | None, date | None]
) -> list[Entry]:
    """The entries between these days; of a person only those with them."""
    from mentorlog.domain.calendar import entries

    # The records may be numbered anew; who somebody is, their uid says.
    ids = {one.id for one in records.get("person", ()) if person and one.uid == person.uid}
    first, last = days
    return [
        one
        for one in entries(records, env.today)
        if (first is None or one.day >= first)
        and (last is None or one.day <= last)
        and (person is None or ids.intersection(one.people))
    ]


def _minutes(text: str) -> int:
    """How long before an alarm rings, in minutes: `30m`, `1h`, `2d`. Raises Unreadable."""
    from mentorlog.domain.dates import read_minutes, read_span

    try:
        return read_minutes(text)
    except Unreadable:
        return read_span(text) * _DAY


def vcard(
    ctx: typer.Context,
    version: Annotated[
        Literal["4", "3"], typer.Option("--vcard", help="4.0, or 3.0 for older programs.")
    ] = "4",
    person: options.WithOne = "",
    notes: Notes = False,
    out: Out = "",
    force: options.Force = False,
    dry_run: DryRun = False,
    include_private: IncludePrivate = False,
    yes: options.Yes = False,
) -> None:
    """Write people for your address book, or one of them to hand on.

    $ mentorlog export vcard --out people.vcf
    $ mentorlog export vcard --vcard 3 --notes --dry-run
    $ mentorlog export vcard --with jo

    A card says how to reach somebody. How you met, what they are to you and who introduced whom comes along
    only with --notes. Import it again and cards are updated, not doubled.
    """
    env = env_of(ctx)
    way = Way(place=place(env, out, force), force=force, dry_run=dry_run, yes=yes)
    goods = carried(env, Asked(kinds=("person", "intro"), person=person, private=include_private))

    def people(records: Records) -> list[Record]:
        every = records.get("person", ())
        return [one for one in every if goods.person is None or one.uid == goods.person.uid]

    def document() -> str:
        from mentorlog.domain.contacts import contacts
        from mentorlog.formats.vcard import cards

        return cards(contacts(goods.records, notes), version)

    send(env, way, goods, goods.both(people), document)


def sqlite(
    ctx: typer.Context,
    person: options.WithOne = "",
    since: options.Since = "",
    until: options.Until = "",
    out: Out = "",
    force: options.Force = False,
    dry_run: DryRun = False,
    include_private: IncludePrivate = False,
    include_removed: IncludeRemoved = False,
    yes: options.Yes = False,
) -> None:
    """Write a database to look at with Datasette or any other program for SQLite.

    $ mentorlog export sqlite --out mentoring.db
    $ mentorlog export sqlite --with ana --dry-run

    Plain tables with foreign keys and dates as text, and views that read by themselves: people_overview,
    conversations, promises, goal_progress, skill_history, feedback_loop, coming_up. It is no journal: there is no
    change log in it, and nothing that its reader may not see.
    """
    from mentorlog.store.readable import database

    env = env_of(ctx)
    file = place(env, out, force)
    if file is None and not dry_run:
        raise Misused("A database goes into a file.", "Name it: --out FILE.db")
    asked = Asked(person=person, since=since, until=until, private=include_private, removed=include_removed)
    goods = carried(env, asked)
    shown, everything = [one for each in goods.records.values() for one in each], named(goods.everything)
    way = Way(place=file, force=force, dry_run=dry_run, yes=yes)
    send(env, way, goods, (shown, everything), lambda: database(goods.records))
