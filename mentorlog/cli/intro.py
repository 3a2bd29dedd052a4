"""`intro`: introductions, wanted, asked for, made, and what came of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from mentorlog.cli import options
from mentorlog.cli.app import Noun, env_of
from mentorlog.cli.edit import Edit, find
from mentorlog.cli.given import values
from mentorlog.cli.lists import All, Most, narrow, show_list
from mentorlog.cli.records import parts_of
from mentorlog.errors import Misused, Unknown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from mentorlog.domain.intros import Intro, Stage
    from mentorlog.env import Env
    from mentorlog.store.store import Store

noun = Noun("intro", "Ask for and make introductions, and follow them up.")
Which = Annotated[str, typer.Argument(metavar="I", help="An introduction, by ref.")]
FollowUp = Annotated[
    str, typer.Option("--follow-up", metavar="D", help="The day to come back to it; none takes it away.")
]


@noun.command("add")
def add(
    ctx: typer.Context,
    who: Annotated[
        list[str] | None, typer.Argument(metavar="WHO", help="Whom to meet: a person, or any name.")
    ] = None,
    via: Annotated[str, typer.Option("--via", metavar="P", help="Who makes the introduction.")] = "",
    served: Annotated[
        str, typer.Option("--for", metavar="P", help="Whom it is for, when that is not you.")
    ] = "",
    why: Annotated[str, typer.Option("--why", metavar="TEXT", help="What it is for.")] = "",
    follow_up: FollowUp = "",
    private: options.Private = False,
    share: options.Share = False,
) -> None:
    """Note whom you want to meet, and who can make it happen.

    $ mentorlog intro add jo --via ana --why "speakers for the backend evenings" --follow-up 2w
    $ mentorlog intro add "Kim Park" --for bo --why "runs backups for a living"

    With --for you bring two people together yourself.
    """
    from mentorlog.domain.intros import Intro

    env = env_of(ctx)
    words = options.text_of(env, who, "name")
    if not via and not served:
        raise Misused("Say who can introduce you, or whom you do it for.", "Add --via P, or --for P.")
    with env.write("intro add") as store:
        told = values(env, store, "intro", via_id=via, for_id=served, why=why, follow_up=follow_up)
        made = Intro(visibility=env.visibility(private, share), **_who(env, store, words), **told)
        kept = store.add(made)
        names = {id: person.called for id, person in store.people.names().items()}
    env.kept(kept, _echo(kept, names, env.today))


def _who(env: Env, store: Store, text: str) -> dict[str, Any]:
    """A person the journal knows, else the name as it was typed. Raises Refused when several fit."""
    try:
        return {"who_id": store.find.person(text).id}
    except Unknown:
        return values(env, store, "intro", name=text)


def _names(store: Store) -> dict[int, str]:
    return {id: person.name for id, person in store.people.names().items()}


def _echo(intro: Intro, names: Mapping[int, str], today: date) -> str:
    """One line: who, by whom, how it stands, and when to come back to it. A private one only says so."""
    from mentorlog.domain.intros import way, whom
    from mentorlog.domain.spoken import day_words

    said = [] if intro.private else [whom(intro, names), way(intro, names)]
    back = f"come back to it {day_words(intro.follow_up, today)}" if intro.follow_up else ""
    tail = "PRIVATE" if intro.private else "shared"
    return " · ".join(filter(None, ["intro", *said, intro.state, back, tail]))


def _stage(stage: Stage, sentence: str, example: str) -> None:
    """Give the noun the verb of a stage."""

    def verb(
        ctx: typer.Context,
        ref: Which,
        on: options.On = "",
        note: options.Note = "",
        follow_up: FollowUp = "",
    ) -> None:
        from mentorlog.domain.intros import moved
        from mentorlog.domain.text import clean

        env = env_of(ctx)
        day = options.on_day(env, on)
        said = clean(note, "note") if note else ""
        _change(env, f"intro {stage}", ref, lambda one: moved(one, stage, day, said), follow_up)

    verb.__doc__ = f"{sentence}\n\n$ mentorlog intro {stage} {example}"
    noun.verbs[stage] = verb


_stage("asked", "Say that you asked for it.", "i3 --on yesterday --follow-up 2w")
_stage("made", "Say that the introduction was made.", 'i2 -n "a mail to both of us"')
_stage("met", "Say that they met, and what came of it.", 'i2 --on fri -n "she wants the talk in May"')


def _change(env: Env, command: str, ref: str, how: Callable[[Intro], Intro], follow_up: str = "") -> None:
    """Change one in one write. The day to come back to it, once it is there, is over with the next stage."""
    from mentorlog.cli.fields import FIELDS, read
    from mentorlog.domain.intros import Intro

    field = next(one for one in FIELDS["intro"] if one.name == "follow_up")
    with env.write(command) as store:
        made = how(store.by_id(Intro, find(store, "intro", ref).id))
        back = made.follow_up if made.follow_up and made.follow_up > env.today else None
        back = read(env, store, field, follow_up) if follow_up else back
        kept = store.save(made.but(follow_up=back))
        names = {id: person.called for id, person in store.people.names().items()}
    env.kept(kept, _echo(kept, names, env.today))


@noun.command("drop")
def drop(ctx: typer.Context, ref: Which, why: options.Why = "", on: options.On = "") -> None:
    """Let an introduction go, with the reason.

    $ mentorlog intro drop i2 --why "we met at the meetup anyway"
    """
    from mentorlog.domain.intros import dropped

    env = env_of(ctx)
    reason = options.reason(why)
    day = options.on_day(env, on)
    _change(env, "intro drop", ref, lambda one: dropped(one, day, reason))


@noun.command("list")
def list_(
    ctx: typer.Context,
    all: All = False,
    people: options.With = None,
    limit: Most = 50,
    private: options.SeePrivate = False,
) -> None:
    """List introductions: those not met yet first, by the day to come back to them.

    $ mentorlog intro list
    $ mentorlog intro list --all --with ana
    """
    from mentorlog.domain.intros import Intro
    from mentorlog.store.listing import narrowed
    from mentorlog.views.kept_rows import INTRO_COLUMNS, intro_row

    env = env_of(ctx)
    done = "(ended IS NOT NULL OR met IS NOT NULL)"
    with env.read(private) as store:
        live = f"NOT {done} OR follow_up IS NOT NULL"
        wanted = narrow(env, store, people, where="1" if all else f"({live})")
        found = narrowed(store, Intro, wanted, f"{done}, follow_up IS NULL, follow_up, id", limit or -1)
        names = _names(store)
    rows = [intro_row(one, names, env.today) for one in found]
    empty = 'No introductions to show. Begin with:  mentorlog intro add "…" --via ana --why "…"'
    show_list(env, "intro", found, INTRO_COLUMNS, rows, empty)


noun.verbs["edit"] = Edit("intro")
parts_of(noun)
