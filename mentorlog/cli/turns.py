"""The turns of a mentorship: what it is about, its phase, its rhythm, its pauses, and how it feels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.app import env_of
from mentorlog.cli.partner import As, Partner, echo, side_of
from mentorlog.domain.people import PHASES
from mentorlog.errors import Misused, Refused, Unreadable

if TYPE_CHECKING:
    from datetime import date

    from mentorlog.env import Env

Reason = Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason; it stays on the timeline.")]


def focus(
    ctx: typer.Context,
    person: Partner,
    text: options.Words = None,
    side: As = "",
    on: options.On = "",
    why: Reason = "",
    private: options.Private = False,
    share: options.Share = False,
) -> None:
    """Say what a mentorship is about now. Earlier focuses stay.

    $ mentorlog mentorship focus ana "Owning a service" --why "small fixes teach me little now"
    """
    from mentorlog.domain.text import name
    from mentorlog.flows.mentorship import turn
    from mentorlog.store.mentorships import find

    env = env_of(ctx)
    words = name(options.text_of(env, text, "focus"), "focus")
    day, seen = options.on_day(env, on), env.visibility(private, share)
    with env.write("mentorship focus") as store:
        who, mentorship = find(store, person, side_of(side))
        kept = turn(store, mentorship, day, "focus", words, why=why.strip(), visibility=seen)
    env.kept(kept, echo(kept, "focus", who, f"focus: {words}", _since(env, day)))


def phase(
    ctx: typer.Context,
    person: Partner,
    phase: Annotated[str, typer.Argument(metavar="PHASE", help=f"{', '.join(PHASES)}.")],
    side: As = "",
    on: options.On = "",
    why: Reason = "",
    private: options.Private = False,
    share: options.Share = False,
) -> None:
    """Say which phase a mentorship is in, as you see it. It may go back.

    $ mentorlog mentorship phase ana separation --why "I bring results now, not questions"

    The four are Kathy Kram's: initiation, cultivation, separation, redefinition.
    """
    from mentorlog.domain.mentorships import latest
    from mentorlog.flows.mentorship import turn
    from mentorlog.store.mentorships import find, turns

    env = env_of(ctx)
    new = _phase(phase)
    reason = why.strip() or env.ask("Why? It stays on the timeline.")
    if not reason:
        raise Misused(
            "Say why: the phase is your own judgement, and it stays on the timeline.", "Add --why TEXT."
        )
    day, seen = options.on_day(env, on), env.visibility(private, share)
    with env.write("mentorship phase") as store:
        who, mentorship = find(store, person, side_of(side))
        old = latest(turns(store, mentorship), "phase", day)
        if old is not None and old.value == new:
            raise Refused(f"{mentorship.ref} is in {new} since {old.day} already.")
        kept = turn(store, mentorship, day, "phase", new, why=reason, visibility=seen)
    way = f"{old.value} → {new}" if old and not old.private else new
    env.kept(kept, echo(kept, "phase", who, way, _since(env, day)))


def _phase(text: str) -> str:
    found = [one for one in PHASES if one.startswith(text.strip().lower())]
    if len(found) != 1:
        raise Unreadable(f"“{text[:60]}” is not one of {', '.join(PHASES)}.")
    return found[0]


def cadence(
    ctx: typer.Context,
    person: Partner,
    every: Annotated[str, typer.Argument(metavar="SPAN", help="2w, monthly; none: as it comes.")],
    side: As = "",
    on: options.On = "",
    why: Reason = "",
    private: options.Private = False,
    share: options.Share = False,
) -> None:
    """Say how often you talk from now on.

    $ mentorlog mentorship cadence bo 4w --why "he saves fewer questions for me"
    """
    from mentorlog.domain.dates import read_span
    from mentorlog.domain.spoken import every_words
    from mentorlog.flows.mentorship import set_cadence
    from mentorlog.store.mentorships import find

    env = env_of(ctx)
    days = None if every.strip().lower() == "none" else read_span(every)
    day, seen = options.on_day(env, on), env.visibility(private, share)
    with env.write("mentorship cadence") as store:
        who, mentorship = find(store, person, side_of(side))
        kept, turn = set_cadence(store, mentorship, days, day, why=why.strip(), visibility=seen)
    rhythm = every_words(days) if days else "as it comes"
    env.kept(turn or kept, echo(turn or kept, "cadence", who, rhythm, _since(env, day)))


def pause(
    ctx: typer.Context,
    person: Partner,
    until: Annotated[str, typer.Option("--until", metavar="D", help="The day it goes on.")] = "",
    side: As = "",
    why: Reason = "",
    private: options.Private = False,
    share: options.Share = False,
) -> None:
    """Let a mentorship rest until a day. Nothing about it is due till then.

    $ mentorlog mentorship pause bo --until 2m --why "parental leave"
    """
    from mentorlog.domain.spoken import day_words
    from mentorlog.flows.mentorship import pause as rest
    from mentorlog.store.mentorships import find

    env = env_of(ctx)
    day = options.by_day(env, until)
    if day is None:
        raise Misused("Say until when.", "Add --until D, such as 6w or 2026-06-01.")
    seen = env.visibility(private, share)
    with env.write("mentorship pause") as store:
        who, mentorship = find(store, person, side_of(side))
        kept = rest(store, mentorship, day, env.today, why=why.strip(), visibility=seen)
    env.kept(kept, echo(kept, "pause", who, f"paused until {day_words(day, env.today)}"))


def resume(ctx: typer.Context, person: Partner, side: As = "") -> None:
    """Go on after a pause.

    $ mentorlog mentorship resume bo
    """
    from mentorlog.domain.people import next_due
    from mentorlog.domain.spoken import day_words
    from mentorlog.flows.mentorship import resume as go_on
    from mentorlog.store.mentorships import find

    env = env_of(ctx)
    with env.write("mentorship resume") as store:
        who, mentorship = find(store, person, side_of(side))
        kept = go_on(store, mentorship, env.today)
        due = next_due(kept, store.people.last_talk(who, env.today))
    word = "was due" if due and due < env.today else "next conversation"
    next_talk = f"{word} {day_words(due, env.today)}" if due else ""
    env.kept(kept, echo(kept, "mentorship", who, "goes on", next_talk))


def pulse(
    ctx: typer.Context,
    person: Partner,
    level: Annotated[str, typer.Argument(metavar="1-5", help="How it is for you: 1 not, 5 very good.")],
    note: options.Note = "",
    side: As = "",
    on: options.On = "",
    share: Annotated[bool, typer.Option("--share", help="Shared, not only for you.")] = False,
) -> None:
    """Say how a mentorship is for you, 1 to 5. It is your own feeling, so it stays private.

    $ mentorlog mentorship pulse ana 4 -n "Useful every time."
    $ mentorlog mentorship pulse ana 5 --share
    """
    from mentorlog.flows.mentorship import turn
    from mentorlog.store.mentorships import find

    env = env_of(ctx)
    if level.strip() not in ("1", "2", "3", "4", "5"):
        raise Unreadable(f"“{level[:60]}” is no pulse; it goes from 1 to 5.")
    day = options.on_day(env, on)
    with env.write("mentorship pulse") as store:
        _, mentorship = find(store, person, side_of(side))
        seen = "shared" if share else "private"
        kept = turn(store, mentorship, day, "pulse", level.strip(), why=note.strip(), visibility=seen)
    # The number was just typed, and is only how it is for me: it may be said where the words may not.
    audience = "shared" if not kept.private else "PRIVATE, as a feeling is; --share shares it"
    env.kept(kept, f"pulse · {kept.value} of 5 for you · {_since(env, day)} · {audience}")


def _since(env: Env, day: date) -> str:
    from mentorlog.domain.spoken import day_words

    return "today" if day == env.today else day_words(day, env.today)
