"""`export`: a summary for somebody, or the whole journal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from mentorlog.cli import options
from mentorlog.cli.app import Noun, env_of
from mentorlog.cli.hand_over import DryRun, IncludePrivate, Out, Parcel, agree, hand_over, place
from mentorlog.domain.audience import For
from mentorlog.errors import Refused

if TYPE_CHECKING:
    from datetime import date

    from mentorlog.domain.audience import Audience
    from mentorlog.domain.material import Wanted
    from mentorlog.domain.people import Person
    from mentorlog.domain.summary import Summary
    from mentorlog.env import Env
    from mentorlog.store.store import Store

noun = Noun("export", "Write a summary or the whole journal.", bare="summary")

Reader = Annotated[For, typer.Option("--for", help="Who reads it.")]
Form = Annotated[Literal["md", "json"], typer.Option("--format", help="Markdown or JSON.")]
IncludeOthers = Annotated[bool, typer.Option("--include-third-party", help="Records about other people too.")]
IncludeRemoved = Annotated[bool, typer.Option("--include-removed", help="Removed records too.")]


@noun.command("summary")
def summary(
    ctx: typer.Context,
    person: options.WithOne = "",
    goal: options.GoalOption = "",
    since: options.Since = "",
    until: options.Until = "",
    reader: Reader = "self",
    form: Form = "md",
    out: Out = "",
    force: options.Force = False,
    dry_run: DryRun = False,
    include_private: IncludePrivate = False,
    include_third_party: IncludeOthers = False,
    yes: options.Yes = False,
) -> None:
    """Write what happened with somebody, what came of it, and what is next.

    $ mentorlog export summary --with ana --since 2026-01 --for mentor --out ana.md --dry-run
    $ mentorlog export summary --for manager --since -6m
    $ mentorlog export summary --goal g1 --format json

    It holds what is shared and linked with its reader, or with nobody but you. For a manager: goals, wins
    and skills, no conversations. For a mentee: only what is linked with them.
    """
    env = env_of(ctx)
    file = place(env, out, force)
    span = options.since_day(env, since), options.until_day(env, until) or env.today
    wanted, audience = _asked(env, reader, person, goal, span, include_private, include_third_party)
    model, left = _load(env, wanted, audience)
    if not dry_run:
        agree(env, include_private, yes)
    from mentorlog.formats.summary import counted

    parcel = Parcel(place=file, holds=counted(model), left=left, force=force, dry_run=dry_run)
    hand_over(env, parcel, lambda: _document(model, "json" if env.json and file is None else form))


def _asked(
    env: Env, reader: For, person: str, goal: str, span: tuple[date | None, date], private: bool, others: bool
) -> tuple[Wanted, Audience]:
    """What the summary is to cover, and what its reader may see. Raises Unknown, Refused."""
    from mentorlog.domain.audience import Audience
    from mentorlog.domain.material import Wanted

    since, until = span
    if since and since > until:
        raise Refused(f"The days from {since} to {until} run backwards.", "--since comes before --until.")
    with env.read(private) as store:
        who = store.find.person(person) if person else _only(store, reader)
        about = store.find.goal(goal) if goal else None
    nobody = 0 if reader == "manager" else None  # without a manager on record: what is linked with nobody
    audience = Audience(outside=True, private=private, person=who.id if who else nobody, third_party=others)
    wanted = Wanted(
        reader=reader, person=who, goal=about, since=since, until=until, today=env.today, me=env.me
    )
    return wanted, audience


def _only(store: Store, reader: For) -> Person | None:
    """The one person who is this to me; for myself nobody. Raises Refused for several or none."""
    from mentorlog.domain.people import Person

    if reader == "self":
        return None
    found = store.all(Person, "role = ?", (reader,))
    if len(found) == 1 or (reader == "manager" and not found):
        return found[0] if found else None
    if not found:
        raise Refused(f"There is no {reader} in the journal.", "Say who reads it: --with P.")
    handles = ", ".join(one.handle for one in found[:5])
    raise Refused(f"There are {len(found)} {reader}s: {handles}.", "Say who reads it: --with P.")


def _load(env: Env, wanted: Wanted, audience: Audience) -> tuple[Summary, str]:
    """The summary through its reader's eyes, and what stays behind, in words."""
    from mentorlog.domain.material import countable
    from mentorlog.domain.summarise import summarise
    from mentorlog.domain.tally import left_out

    with env.audience(audience) as store:
        shown = store.summary.gather(wanted.since, wanted.until)
    with env.read(private=True) as store:
        everything = store.summary.gather(wanted.since, wanted.until)
    left = left_out(countable(everything, wanted), countable(shown, wanted), audience)
    return summarise(shown, wanted), left


def _document(model: Summary, form: str) -> str:
    if form == "md":
        from mentorlog.formats.summary import summary

        return summary(model)
    from mentorlog.formats.json import dump, plain

    return dump("summary", plain(model)) + "\n"


@noun.command("all")
def all_(
    ctx: typer.Context,
    form: Annotated[Literal["json"], typer.Option("--format", help="JSON is the one format yet.")] = "json",
    out: Out = "",
    force: options.Force = False,
    dry_run: DryRun = False,
    include_private: IncludePrivate = False,
    include_removed: IncludeRemoved = False,
    yes: options.Yes = False,
) -> None:
    """Write the whole journal, to keep or to import elsewhere.

    $ mentorlog export all --format json --out journal.json
    $ mentorlog export all --include-private --include-removed --dry-run

    Private and removed records come along only when you say so.
    """
    from mentorlog.domain.audience import Audience
    from mentorlog.domain.tally import left_out, tally
    from mentorlog.flows.carry import carry_out

    env = env_of(ctx)
    file = place(env, out, force)
    audience = Audience(outside=True, private=include_private, whole=True, removed=include_removed)
    with env.audience(audience) as store:
        records = carry_out(store)
    with env.read(private=True) as store:
        everything = store.whole.nouns()
    shown = [one for each in records.values() for one in each]
    if not dry_run:
        agree(env, include_private, yes)

    def document() -> str:
        from mentorlog.formats.json_journal import write

        return "".join(write(records, env.instant))

    left = left_out(everything, shown, audience)
    hand_over(env, Parcel(place=file, holds=tally(shown), left=left, force=force, dry_run=dry_run), document)
