"""`mentorship`: a relationship over the years: begun, agreed on, turned, looked at, ended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from mentorlog.cli import options, records
from mentorlog.cli.agreement import agree
from mentorlog.cli.app import Noun, env_of
from mentorlog.cli.closing import close
from mentorlog.cli.coverage import coverage
from mentorlog.cli.edit import Edit
from mentorlog.cli.lists import All, show_list
from mentorlog.cli.partner import As, Partner, of_whom, side_of
from mentorlog.cli.records import parts_of
from mentorlog.cli.turns import cadence, focus, pause, phase, pulse, resume
from mentorlog.domain.people import COUNTERPART
from mentorlog.errors import Misused

if TYPE_CHECKING:
    from mentorlog.domain.mentorships import Round
    from mentorlog.domain.people import Mentorship
    from mentorlog.env import Env

noun = Noun("mentorship", "Keep mentorships: agreed on, turned, ended well.")


@noun.command("start")
def start(
    ctx: typer.Context,
    person: Annotated[str, typer.Argument(metavar="P", help="A person, by handle, name or ref.")],
    side: As = "",
    purpose: Annotated[str, typer.Option("--purpose", metavar="TEXT", help="What it is for.")] = "",
    every: Annotated[
        str, typer.Option("--every", metavar="SPAN", help="How often you talk: 2w, monthly.")
    ] = "",
    on: options.On = "",
    private: options.Private = False,
) -> None:
    """Begin a mentorship. One person may be your mentor in one and your mentee in another.

    $ mentorlog mentorship start ines --as mentee --every 4w --purpose "See how a team of hers works"
    $ mentorlog mentorship start raj --as peer

    --as is your side; without it, it follows from what the person is to you.
    """
    from mentorlog.domain.dates import read_span
    from mentorlog.domain.people import Mentorship
    from mentorlog.domain.text import clean
    from mentorlog.flows.mentorship import start as begin

    env = env_of(ctx)
    rhythm = every or env.settings["default_cadence"].value
    day, days = options.on_day(env, on), read_span(rhythm) if rhythm else None
    with env.write("mentorship start") as store:
        who = store.find.person(person)
        mine = side_of(side) or COUNTERPART.get(who.role, "")
        if not mine:
            raise Misused(
                f"Say what you are to {who.short}.", "Add --as mentee, mentor, peer, sponsor or manager."
            )
        made = Mentorship(
            person_id=who.id,
            side=mine,
            purpose=clean(purpose, "purpose") if purpose.strip() else "",
            cadence=days,
            started=day,
            # Whatever the setting: a mentorship is what turns hang on, and each of those is asked about.
            visibility="private" if private else who.visibility,
        )
        kept, after = begin(store, who, made)
    env.kept(kept, _begun(env, kept, after.role if after.role != who.role else "", of_whom(kept, who)))


def _begun(env: Env, kept: Mentorship, new_role: str, what: str) -> str:
    from mentorlog.domain.spoken import day_words, every_words

    if kept.private:
        return "mentorship · PRIVATE"
    rhythm = every_words(kept.cadence) if kept.cadence else ""
    role = f"now your {new_role}" if new_role else ""
    return " · ".join(
        filter(None, [what, rhythm, f"since {day_words(kept.started, env.today)}", role, "shared"])
    )


for _verb in (agree, focus, phase, cadence, pause, resume, pulse, coverage, close):
    noun.verbs[_verb.__name__] = _verb


@noun.command("list")
def list_(
    ctx: typer.Context,
    side: As = "",
    all: All = False,
    private: options.SeePrivate = False,
) -> None:
    """See the round: with whom, when last, when next, what is open, what you owe.

    $ mentorlog mentorship list
    $ mentorlog mentorship list --as mentor
    """
    from mentorlog.store.round import round_of_mentorships
    from mentorlog.views.mentorships import ROUND_COLUMNS, round_row

    env = env_of(ctx)
    with env.read(private) as store:
        found = round_of_mentorships(store, side_of(side), all, env.today)
    columns = [one for one in ROUND_COLUMNS if one.name != "As" or not side]
    lines: dict[Any, Round] = {one.between.mentorship.ref: one for one in found if one.between.mentorship}
    show_list(
        env,
        "mentorship",
        [one.between.mentorship for one in found if one.between.mentorship],
        columns,
        [round_row(one, env.today, with_side=not side) for one in found],
        "No mentorship to show. Begin with:  mentorlog mentorship start P --as mentee",
        lambda one: extra(lines[one.ref]),
    )


def extra(one: Round) -> dict[str, Any]:
    """What a line of the round says besides the mentorship itself, for JSON."""
    between = one.between
    return {
        "name": one.person.name,
        "last": between.last,
        "planned": between.planned,
        "due": between.due,
        "mine": between.mine,
        "theirs": between.theirs,
        "owed": one.owed,
        "phase": one.phase,
        "pause": one.pause,
    }


@noun.command("show")
def show(ctx: typer.Context, person: Partner, side: As = "", private: options.SeePrivate = False) -> None:
    """Show a mentorship: what was agreed, how it stands, and its turns.

    $ mentorlog mentorship show ana
    $ mentorlog mentorship show ms2 --private
    """
    from mentorlog.store.mentorships import find

    env = env_of(ctx)
    with env.read(private=True) as store:
        _, mentorship = find(store, person, side_of(side))
    show_page(env, mentorship, private)


def show_page(env: Env, mentorship: Mentorship, private: bool = False) -> None:
    """The page of a mentorship. Raises Refused for a private one without `private`."""
    from mentorlog.cli.show import check_shown, show_card
    from mentorlog.domain.people import Person
    from mentorlog.store.mentorships import turns
    from mentorlog.store.round import rounds
    from mentorlog.views.mentorships import card

    check_shown(mentorship, private)
    with env.read(private) as store:
        (line,) = rounds(store, [(store.by_id(Person, mentorship.person_id), mentorship)], env.today)
        told = turns(store, mentorship)
    show_card(env, mentorship, card(line, told, env.today), extra(line) | {"turns": told})


@noun.command("rm")
def rm(
    ctx: typer.Context,
    partners: Annotated[list[str], typer.Argument(metavar="P…", help="People, or mentorships by ref.")],
    yes: options.Yes = False,
) -> None:
    """Remove a mentorship that should not be on record; one that is over is closed.

    $ mentorlog mentorship rm ms2 --yes
    """
    from mentorlog.store.mentorships import find

    # A name stands for the mentorship here, never for the person.
    with env_of(ctx).read(private=True) as store:
        refs = [str(find(store, partner)[1].ref) for partner in partners]
    records.rm(ctx, refs, yes)


noun.verbs["edit"] = Edit("mentorship")
parts_of(noun)
