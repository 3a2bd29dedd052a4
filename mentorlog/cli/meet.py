"""`meet`: record a conversation in seconds, and carry over what stays open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.app import env_of
from mentorlog.errors import Misused

if TYPE_CHECKING:
    from datetime import date

    from mentorlog.domain.meetings import Meeting
    from mentorlog.domain.people import Person
    from mentorlog.domain.record import Visibility
    from mentorlog.env import Env
    from mentorlog.flows.meet import Recorded, Told
    from mentorlog.store.store import Store

Whom = Annotated[
    list[str], typer.Argument(metavar="P…", help="Whom you talked with; - reads the notes from stdin.")
]
When = Annotated[str, typer.Option("--on", metavar="D", help="When: yesterday, fri 14:30, 2026-05-04T10:00.")]
Promises = Annotated[
    list[str] | None, typer.Option("--action", metavar='"P: …"', help='A promise: "me: draft CV by fri".')
]
Aside = Annotated[str, typer.Option("--private-note", metavar="TEXT", help="For your eyes only.")]
Discussed = Annotated[str, typer.Option("--discussed", metavar="T,…", help="Topics that were talked about.")]


def meet(
    ctx: typer.Context,
    people: Whom,
    note: Annotated[str, typer.Option("-n", "--note", metavar="TEXT", help="What was said.")] = "",
    edit: options.Edit = False,
    on: When = "",
    mins: Annotated[str, typer.Option("--mins", metavar="N", help="How long: 45, 1h30.")] = "",
    kind: options.Kinds = None,
    action: Promises = None,
    private_note: Aside = "",
    discussed: Discussed = "",
    done: Annotated[str, typer.Option("--done", metavar="A,…", help="Actions that are done.")] = "",
    next_day: Annotated[str, typer.Option("--next", metavar="D", help="The day of the next one.")] = "",
    cadence: Annotated[str, typer.Option("--cadence", metavar="2w", help="How often from now on.")] = "",
    private: options.Private = False,
    share: options.Share = False,
) -> None:
    """Record a conversation and carry over the rest.

    $ mentorlog meet ana -n "Practise telling one story." --action "me: rewrite CV by 2w" -k application
    $ mentorlog meet bo --on yesterday --mins 30 -n "Indexes, again." --next 2w
    $ echo "Long notes" | mentorlog meet ana -

    Open topics and promises stay open and are counted as carried, unless you say that they are closed.
    On a terminal you are asked about each; Enter carries it.
    """
    from mentorlog.domain.dates import read_span
    from mentorlog.flows.meet import Told, record

    env = env_of(ctx)
    meeting = _meeting(env, on, mins, kind, env.visibility(private, share))
    who = _who(env, people)
    told = Told(
        meeting=meeting.but(notes=_notes(env, note, edit, "-" in people, who)),
        people=tuple(who),
        private_note=private_note.strip(),
        promises=tuple(action or ()),
        discussed=_ids("topic", discussed),
        finished=_ids("action", done),
        next_day=options.by_day(env, next_day),
        cadence=read_span(cadence) if cadence else None,
        order=env.date_order,
    )
    told = _ask(env, told)
    with env.write("meet") as store:
        kept = record(store, told)
        names = {id: one.name for id, one in store.people.names().items()}
        due = _next_due(store, told, kept)
    _say(env, told, kept, names, due)


def _who(env: Env, names: list[str]) -> list[Person]:
    with env.read(private=True) as store:
        who = store.find.people([name for name in names if name != "-"])
    if not who:
        raise Misused("Say whom you talked with.", 'mentorlog meet ana -n "…"')
    return who


def _when(env: Env, text: str) -> tuple[date, str, str | None]:
    """The local day, the local time if one was given, and then the instant in UTC."""
    if not text:
        return env.today, "", None
    from datetime import UTC, datetime

    from mentorlog.domain.dates import read_moment

    day, at = read_moment(text, env.now.replace(tzinfo=None), "past", env.date_order)
    if at is None:
        return day, "", None
    instant = datetime.combine(day, at).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return day, at.strftime("%H:%M"), instant


def _meeting(env: Env, on: str, mins: str, kind: list[str] | None, visibility: Visibility) -> Meeting:
    from mentorlog.domain.dates import read_minutes
    from mentorlog.domain.meetings import Meeting

    day, at, starts = _when(env, on)
    return Meeting(
        day=day,
        time=at,
        zone=env.zone if at else "",
        starts_at=starts,
        minutes=read_minutes(mins) if mins else None,
        kinds=options.kinds(kind),
        visibility=visibility,
    )


def _notes(env: Env, note: str, edit: bool, piped: bool, people: list[Person]) -> str:
    """What was said: the flag, stdin, the editor, or one question. It may be empty: that we talked is worth keeping."""
    from mentorlog.domain.text import clean

    if note.strip():
        return clean(note, "notes")
    if piped or edit:
        return options.text_of(env, ["-"] if piped else None, "notes", edit)
    return env.ask(f"What was said with {people[0].name}? (Enter to skip)")


def _ids(kind: str, text: str) -> tuple[int, ...]:
    from mentorlog.domain.refs import read_refs

    refs = read_refs([text]) if text else []
    for ref in refs:
        if ref.kind != kind:
            raise Misused(f"{ref} is not {'an' if kind == 'action' else 'a'} {kind}.")
    return tuple(ref.id for ref in refs)


def _ask(env: Env, told: Told) -> Told:
    """On a terminal: what was discussed, what is done, a private note. Enter carries, or skips."""
    if not env.interactive:
        return told
    with env.read(private=True) as store:
        topics = [one for person in told.people for one in store.meetings.open_topics(person)]
        actions = store.meetings.open_actions(list(told.people))
    discussed = [
        one.id
        for one in topics
        if one.id in told.discussed or env.confirm(f"Discussed?  {one.ref} {one.text}")
    ]
    finished = [
        one.id for one in actions if one.id in told.finished or env.confirm(f"Done?  {one.ref} {one.text}")
    ]
    aside = told.private_note or env.ask("Private note for yourself? (Enter to skip)")
    return told.but(discussed=tuple(discussed), finished=tuple(finished), private_note=aside)


def _next_due(store: Store, told: Told, kept: Recorded) -> date | None:
    from mentorlog.domain.people import next_due

    if kept.planned is not None:
        return kept.planned.day
    running = store.people.mentorship(told.people[0])
    return next_due(running, kept.meeting.day) if running else None


def _say(env: Env, told: Told, kept: Recorded, names: dict[int, str], due: date | None) -> None:
    from mentorlog.domain.spoken import day_words, join_words

    if env.json:
        from mentorlog.formats.json import plain

        more = {"people": [one.ref for one in told.people], "actions": kept.actions, "next": due}
        more |= {"closed": [one.ref for one in kept.closed], "carried": [one.ref for one in kept.carried]}
        env.give("meeting", plain(kept.meeting) | plain(more))
        return
    parts = ["with " + join_words([one.name for one in told.people]), day_words(kept.meeting.day, env.today)]
    parts += [kept.meeting.kinds.replace(",", ", ")] if kept.meeting.kinds else []
    parts.append(
        ("PRIVATE" if kept.meeting.private else "shared") + (" + 1 private note" if kept.asides else "")
    )
    env.kept(kept.meeting, "meeting " + " · ".join(parts))
    for one in kept.actions:
        who = names.get(one.owner_id, "someone") if one.owner_id is not None else "me"
        when = f" · due {day_words(one.due, env.today)}" if one.due else ""
        env.kept(one, f"{who} · {'PRIVATE' if one.private else one.text}{when}")
    if env.quiet:
        return
    for title, records in (("Closed", kept.closed), ("Carried", kept.carried)):
        if records:
            env.note(f"      {title}: " + ", ".join(str(one.ref) for one in records))
    if due:
        env.note(f"      Next: {day_words(due, env.today)}")
