"""`topic`: what is parked for the next conversation with a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.app import Noun, env_of
from mentorlog.cli.edit import Edit
from mentorlog.cli.lists import All, Most, narrow, show_list
from mentorlog.cli.records import parts_of
from mentorlog.domain.spoken import a
from mentorlog.errors import Misused

if TYPE_CHECKING:
    from mentorlog.domain.meetings import Topic
    from mentorlog.domain.people import Person
    from mentorlog.env import Env

noun = Noun("topic", "Park something for the next conversation.", verbless="add")
Topics = Annotated[list[str], typer.Argument(metavar="T…", help="Topics, by ref.")]


@noun.command("add")
def add(
    ctx: typer.Context,
    person: Annotated[str, typer.Argument(metavar="P", help="Whom it is for, by handle.")],
    text: options.Words = None,
    on: options.On = "",
    private: options.Private = False,
    share: options.Share = False,
    edit: options.Edit = False,
) -> None:
    """Park something for the next conversation with a person.

    $ mentorlog topic ana "Is a lateral move a step back?"
    $ mentorlog topic bo --private "Ask about load, not tasks"

    In the words, #tag and +sql put a tag on it and name a skill.
    """
    from mentorlog.domain.meetings import Topic
    from mentorlog.domain.text import sugar
    from mentorlog.flows.attach import attach

    env = env_of(ctx)
    words = options.text_of(env, text, "topic", edit)
    raised = options.on_day(env, on)
    found = sugar(words)
    with env.write("topic add") as store:
        whom = store.find.person(person)
        topic = Topic(person_id=whom.id, text=words, raised=raised, visibility=env.visibility(private, share))
        kept = store.add(topic)
        attach(store, kept, skills=list(found.skills), tags=options.tags(found.tags))
    env.kept(kept, _echo(kept, whom))


def _echo(topic: Topic, whom: Person) -> str:
    from mentorlog.domain.text import first_line

    parked = f"for {whom.called}, next conversation"
    return f"{parked} · PRIVATE" if topic.private else f"{parked}: {first_line(topic.text, 200)}"


@noun.command("list")
def list_(
    ctx: typer.Context,
    person: Annotated[
        str, typer.Argument(metavar="[P]", help="Only those for this person.", show_default=False)
    ] = "",
    all: All = False,
    limit: Most = 50,
    private: options.SeePrivate = False,
) -> None:
    """List what is parked, the oldest first, and how often it was carried over.

    $ mentorlog topic list
    $ mentorlog topic list ana --all
    """
    from mentorlog.domain.meetings import Topic
    from mentorlog.store.listing import narrowed
    from mentorlog.views.rows import TOPIC_COLUMNS, topic_row

    env = env_of(ctx)
    with env.read(private) as store:
        wanted = narrow(env, store, [person] if person else [], where="1" if all else "state = 'open'")
        found = narrowed(store, Topic, wanted, "raised, id", limit or -1)
        names, carried = store.people.names(), store.meetings.carried(("topic",))
    rows = [topic_row(one, names, carried.get(one.ref, 0), env.today) for one in found]
    empty = f'No topic to show. Begin with:  mentorlog topic {person or "ana"} "…"'
    show_list(
        env, "topic", found, TOPIC_COLUMNS, rows, empty, lambda one: {"carried": carried.get(one.ref, 0)}
    )


@noun.command("done")
def done(ctx: typer.Context, refs: Topics, on: options.On = "") -> None:
    """Close topics that were talked about.

    $ mentorlog topic done t19
    """
    _close(env_of(ctx), "topic done", refs, on, "")


@noun.command("drop")
def drop(ctx: typer.Context, refs: Topics, why: options.Why = "", on: options.On = "") -> None:
    """Let topics go, with the reason.

    $ mentorlog topic drop t18 --why "answered itself"
    """
    reason = options.reason(why)
    _close(env_of(ctx), "topic drop", refs, on, reason)


def _close(env: Env, command: str, refs: list[str], on: str, why: str) -> None:
    """Close topics in one write and say each."""
    from mentorlog.domain.ending import closed_topic
    from mentorlog.domain.meetings import Topic
    from mentorlog.domain.refs import read_refs
    from mentorlog.domain.text import first_line

    day = options.on_day(env, on)
    with env.write(command) as store:
        kept = []
        for ref in read_refs(refs):
            if ref.kind != "topic":
                raise Misused(f"{ref} is {a(ref.kind)}, not a topic.")
            kept.append(store.save(closed_topic(store.by_id(Topic, ref.id), day, why)))
    for one in kept:
        words = "PRIVATE" if one.private else first_line(one.text, 200)
        env.kept(one, f"{words} · {'dropped' if why else 'talked about'}")


noun.verbs["edit"] = Edit("topic")
parts_of(noun)
