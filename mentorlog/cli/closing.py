"""`mentorship close`: end well, with a page that looks back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from mentorlog.cli import options
from mentorlog.cli.app import env_of
from mentorlog.cli.hand_over import IncludePrivate, Out, Parcel, hand_over, place
from mentorlog.cli.hand_over import agree as agree_to
from mentorlog.cli.partner import As, Partner, echo, side_of
from mentorlog.errors import Refused

if TYPE_CHECKING:
    from datetime import date

    from mentorlog.domain.audience import Audience
    from mentorlog.domain.closing import Closing
    from mentorlog.domain.people import Mentorship, Person
    from mentorlog.env import Env


def close(
    ctx: typer.Context,
    person: Partner,
    on: options.On = "",
    why: options.Why = "",
    becomes: Annotated[
        str, typer.Option("--becomes", metavar="SIDE", help="What you are from then on.")
    ] = "",
    side: As = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show the page.")] = False,
    form: Annotated[
        Literal["", "md"], typer.Option("--format", metavar="md", help="The page as Markdown.")
    ] = "",
    out: Out = "",
    force: options.Force = False,
    private: options.SeePrivate = False,
    include_private: IncludePrivate = False,
    yes: options.Yes = False,
) -> None:
    """End a mentorship well: see what it was, and close it.

    $ mentorlog mentorship close ana --dry-run
    $ mentorlog mentorship close ana --dry-run --format md --out looking-back.md
    $ mentorlog mentorship close ana --becomes peer --why "we review each other's designs now"

    The Markdown page is for the other person: it holds what is shared with them.
    """
    from mentorlog.cli.pages import page as show
    from mentorlog.domain.audience import OWNER, SCREEN
    from mentorlog.domain.mentorships import closed
    from mentorlog.store.mentorships import find

    env = env_of(ctx)
    new_side = side_of(becomes)
    with env.read(private=True) as store:
        who, mentorship = find(store, person, side_of(side))
    # The page of one that has ended can be seen again, but it ends once.
    day = mentorship.ended if dry_run and mentorship.ended and not on else options.on_day(env, on)
    if not (dry_run and mentorship.ended):
        closed(mentorship, day, env.today)
    page = None
    if form or out:
        _hand_out(env, who, mentorship, day, (out, force, include_private, yes))
    elif not env.quiet or env.json or dry_run:
        page = _page_for(env, who, mentorship, day, OWNER if private else SCREEN)
    if page is not None and (dry_run or not env.json):
        show(env, "closing", page)
    if not dry_run:
        kept = _end(env, who, mentorship, day, why.strip(), new_side)
        _say(env, who, kept, page, aside=bool(form) and out in ("", "-"))


def _page_for(env: Env, who: Person, mentorship: Mentorship, day: date, audience: Audience) -> Closing:
    """The page as an audience may see it. Raises Refused when the mentorship is hidden from it."""
    from mentorlog.domain.people import Mentorship
    from mentorlog.store.mentorships import closing_of

    with env.audience(audience) as store:
        if store.one(Mentorship, "id = ?", (mentorship.id,)) is None:
            more = "--include-private" if audience.outside else "--private"
            raise Refused(f"{mentorship.ref} is private.", f"Add {more} to see its page.")
        return closing_of(store, who, mentorship, day, env.me)


def _hand_out(
    env: Env, who: Person, mentorship: Mentorship, day: date, how: tuple[str, bool, bool, bool]
) -> None:
    from mentorlog.domain.audience import Audience
    from mentorlog.formats.closing import closing

    out, force, private, yes = how
    file = place(env, out, force)
    agree_to(env, private, yes)
    model = _page_for(env, who, mentorship, day, Audience(outside=True, private=private, person=who.id))
    hand_over(env, Parcel(place=file, holds="a closing page", force=force), lambda: closing(model))


def _end(
    env: Env, who: Person, mentorship: Mentorship, day: date, why: str, becomes: str
) -> tuple[Mentorship, Mentorship | None]:
    from mentorlog.flows.mentorship import close as end

    seen = env.visibility(private=False)
    with env.write("mentorship close") as store:
        return end(store, who, mentorship, day, env.today, becomes, why=why, visibility=seen)


def _say(
    env: Env, who: Person, kept: tuple[Mentorship, Mentorship | None], page: Closing | None, aside: bool
) -> None:
    """What ended and what began; `aside`, beside a document that has stdout."""
    from mentorlog.domain.spoken import day_words

    ended, new = kept
    if env.json and not aside:
        from mentorlog.formats.json import plain

        env.give("mentorship", plain(ended) | {"becomes": plain(new), "page": plain(page)})
        return
    day = day_words(ended.ended, env.today) if ended.ended else ""
    lines = [(ended, echo(ended, "mentorship", who, ended.side, f"ended {day}"))]
    if new is not None:
        lines.append((new, echo(new, "mentorship", who, f"{new.side} from then on")))
    for record, line in lines:
        if aside:
            env.note(f"{record.ref!s:<4}  {line}")
        else:
            env.kept(record, line)
