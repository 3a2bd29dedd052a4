"""`meet`: record a conversation in seconds, and carry over what stays open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.app import env_of
from mentorlog.errors import Misused, Refused

if TYPE_CHECKING:
    from mentorlog.env import Env
    from mentorlog.flows.meet import Told

Whom = Annotated[
    list[str], typer.Argument(metavar="P…", help="Whom you talked with; - reads the notes from stdin.")
]
Said = Annotated[str, typer.Option("-n", "--note", metavar="TEXT", help="What was said.")]
When = Annotated[str, typer.Option("--on", metavar="D", help="When: yesterday, fri 14:30, 2026-05-04T10:00.")]
Long = Annotated[str, typer.Option("--mins", metavar="N", help="How long: 45, 1h30.")]
Pattern = Annotated[
    str, typer.Option("--template", metavar="NAME", help="Write under its headings: grow, kickoff, …")
]
Promises = Annotated[
    list[str] | None, typer.Option("--action", metavar='"P: …"', help='A promise: "me: draft CV by fri".')
]
Aside = Annotated[str, typer.Option("--private-note", metavar="TEXT", help="For your eyes only.")]
Discussed = Annotated[str, typer.Option("--discussed", metavar="T,…", help="Topics that were talked about.")]
Done = Annotated[str, typer.Option("--done", metavar="A,…", help="Actions that are done.")]
Next = Annotated[str, typer.Option("--next", metavar="D", help="The day of the next one: fri, tue 10:00.")]
Cadence = Annotated[str, typer.Option("--cadence", metavar="2w", help="How often from now on.")]


def meet(
    ctx: typer.Context,
    people: Whom,
    note: Said = "",
    edit: options.Edit = False,
    on: When = "",
    mins: Long = "",
    kind: options.Kinds = None,
    template: Pattern = "",
    action: Promises = None,
    private_note: Aside = "",
    discussed: Discussed = "",
    done: Done = "",
    next_day: Next = "",
    cadence: Cadence = "",
    private: options.Private = False,
    share: options.Share = False,
) -> None:
    """Record a conversation and carry over the rest.

    $ mentorlog meet ana -n "Practise telling one story." --action "me: rewrite CV by 2w" -k application
    $ mentorlog meet bo --on yesterday --mins 30 -n "Indexes, again." --next 2w
    $ echo "Long notes" | mentorlog meet ana -

    On a terminal you are asked about each open topic and promise; Enter carries it over, and nothing is lost.
    Without one, all of them are carried, unless --discussed and --done say otherwise.
    -e opens your editor on all of it. A day to come plans the conversation.
    """
    from mentorlog.cli.meet_flags import days_of, following, meeting_of, refs_of, told_of

    env = env_of(ctx)
    meeting = meeting_of(env, on, mins, kind, env.visibility(private, share), template)
    closed = [*refs_of("topic", discussed), *refs_of("action", done)]
    with env.read(private=True) as store:
        told = told_of(env, store, meeting, people, action or [], closed)
    told = told.but(
        aside=private_note.strip(), cadence=days_of(cadence), following=following(env, next_day, meeting)
    )
    if meeting.day > env.today:
        _plan(env, told, words=edit or "-" in people or bool(note.strip()))
    else:
        _record(env, _filled(env, told, note, edit, "-" in people))


def _record(env: Env, told: Told) -> None:
    from mentorlog.cli.meet_echo import say
    from mentorlog.flows.meet import record
    from mentorlog.flows.plan import outlook

    with env.write("meet") as store:
        kept = record(store, told)
        ahead = outlook(store, told.people, env.today)
    say(env, told, kept, ahead)


def _plan(env: Env, told: Told, words: bool) -> None:
    """Keep a conversation to come. Raises Refused for what can only be said of one that was held."""
    from mentorlog.cli.meet_echo import planned
    from mentorlog.flows.plan import plan

    said = (told.aside, told.promises, told.finished, told.following, told.cadence, told.meeting.template)
    if words or any(said):
        raise Refused(
            f"{told.meeting.day} is still to come, so nothing was said yet.",
            f'To bring something up then:  mentorlog topic {told.people[0].short} "…"',
        )
    with env.write("meet") as store:
        kept = plan(store, told.people, told.meeting)
    env.kept(kept, planned(env, told, kept))


def _filled(env: Env, told: Told, note: str, edit: bool, piped: bool) -> Told:
    """With what was said: in the flag, on stdin, in the editor, or asked for."""
    from mentorlog.domain.text import MOST_READ, clean

    if edit and piped:
        raise Misused("The notes come from the editor or from stdin, not from both.", "Leave out -e or -.")
    if piped:
        note = options.whole(env, env.typed(MOST_READ))
    notes = clean(note, "note") if note.strip() else ""
    told = told.but(meeting=told.meeting.but(notes=notes))
    if edit or (told.meeting.template and not notes):
        from mentorlog.cli.meet_form import fill

        return fill(env, told, edit)
    if env.interactive and not piped:
        from mentorlog.cli.meet_questions import ask_all

        return ask_all(env, told)
    return told
