"""`prep`: the page that makes the next conversation better."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from mentorlog.cli import options
from mentorlog.cli.app import env_of
from mentorlog.cli.hand_over import Out, Parcel, hand_over, place
from mentorlog.cli.pages import page
from mentorlog.errors import Misused, Refused

if TYPE_CHECKING:
    from datetime import date

    from mentorlog.domain.people import Person
    from mentorlog.domain.prep import Prep
    from mentorlog.env import Env

Form = Annotated[
    Literal["text", "md", "json"] | None,
    typer.Option("--format", help="Markdown is the page to share; text and JSON are mine."),
]


def prep(
    ctx: typer.Context,
    person: Annotated[str, typer.Argument(metavar="P", help="Whom you will talk with, by handle.")],
    since: options.Since = "",
    private: options.SeePrivate = False,
    minutes: Annotated[
        str, typer.Option("--agenda", metavar="45m", help="Share out so many minutes among the topics.")
    ] = "",
    form: Form = None,
    out: Out = "",
    force: options.Force = False,
) -> None:
    """See what to bring to the next conversation.

    $ mentorlog prep ana
    $ mentorlog prep bo --private --agenda 45m
    $ mentorlog prep ana --format md --out ana.md

    The Markdown page is for the other person too: only what is shared, and with them or nobody but you.
    A file is Markdown unless --format says otherwise. Private text stays on the screen.
    """
    from mentorlog.domain.dates import read_minutes

    env = env_of(ctx)
    length = read_minutes(minutes) if minutes else 0
    first = options.since_day(env, since)
    if first and first > env.today:
        raise Refused(f"{first} is still ahead; --since looks back.", "Give a day that is over: --since -2w.")
    kind = form or ("json" if env.json else "md" if out else "text")
    if private and (kind == "md" or out):
        raise Misused(
            "Private text stays on the screen.", "Leave out --private: a page for others has none of it."
        )
    file = place(env, out, force) if out else None
    who = _person(env, person, private)
    if kind == "md":
        model, left = _for_them(env, who, first, length)
        _hand_over(env, model, kind, file, force, left)
        return
    model = _for_me(env, who, first, length, private)
    if out:
        _hand_over(env, model, kind, file, force)
        return
    env.json = kind == "json"
    page(env, "prep", model)


def _person(env: Env, name: str, private: bool) -> Person:
    """Whom it is about. Raises Unknown, and Refused for a private one without `private`."""
    with env.read(private=True) as store:
        found = store.find.person(name)
    if found.private and not private:
        raise Refused(f"{found.ref} is private.", f"mentorlog prep {found.ref} --private")
    return found


def _for_me(env: Env, who: Person, first: date | None, minutes: int, private: bool) -> Prep:
    """The page for my own screen."""
    from mentorlog.domain.prep import prep as page_of
    from mentorlog.store.prep import gather

    with env.read(private) as store:
        ground = gather(store, who, env.today, first, env.me)
    return page_of(ground, minutes)


def _for_them(env: Env, who: Person, first: date | None, minutes: int) -> tuple[Prep, str]:
    """The page as the other person may see it, and what stays behind, in words."""
    from mentorlog.domain.audience import Audience
    from mentorlog.domain.prep import prep as page_of
    from mentorlog.domain.tally import left_out
    from mentorlog.store.prep import gather

    audience = Audience(outside=True, person=who.id)
    with env.audience(audience) as store:
        shown = gather(store, who, env.today, first, env.me, mine=False)
    with env.read(private=True) as store:
        everything = gather(store, who, env.today, shown.since)
    return page_of(shown, minutes), left_out(everything.records(), shown.records(), audience)


def _hand_over(env: Env, model: Prep, kind: str, file: Path | None, force: bool, left: str = "") -> None:
    holds = f"the page for {model.person.name}"
    hand_over(
        env, Parcel(place=file, holds=holds, left=left, force=force), lambda: _document(env, model, kind)
    )


def _document(env: Env, model: Prep, kind: str) -> str:
    if kind == "md":
        from mentorlog.formats.prep import page as document

        return document(model)
    if kind == "json":
        from mentorlog.formats.json import dump, plain

        return dump("prep", plain(model)) + "\n"
    from mentorlog.views.told.prep import tell

    return tell(model, env.look)
