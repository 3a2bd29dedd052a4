"""`rehearsal`: a CV read or an interview practised, and how the scores move."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from mentorlog.cli import options
from mentorlog.cli.app import Noun, env_of
from mentorlog.cli.edit import Edit
from mentorlog.cli.given import values
from mentorlog.cli.lists import Most, narrow, show_list
from mentorlog.cli.records import parts_of
from mentorlog.errors import Unreadable
from mentorlog.places import named

if TYPE_CHECKING:
    from mentorlog.domain.people import Person
    from mentorlog.domain.rehearsals import Rehearsal
    from mentorlog.env import Env

noun = Noun("rehearsal", "Practise with your CV or for an interview.")
BLOCK = 1 << 20
"""Bytes of a file read at a time."""


@noun.command("add")
def add(
    ctx: typer.Context,
    form: Annotated[str, typer.Argument(metavar="cv|interview", help="What you practised.")],
    person: options.WithOne = "",
    file: Annotated[
        str,
        typer.Option(
            "--file", metavar="FILE", help="The version it was about; only its name and hash are kept."
        ),
    ] = "",
    score: Annotated[
        list[str] | None,
        typer.Option("--score", metavar="TOPIC=N", help="A score from 1 to 5; repeat for more."),
    ] = None,
    note: options.Note = "",
    on: options.On = "",
    private: options.Private = False,
    share: options.Share = False,
    edit: options.Edit = False,
) -> None:
    """Keep a rehearsal: with whom, how it went by topic, and of which version.

    $ mentorlog rehearsal add cv --with ana --score story=3 --score layout=4 -n "lead with the outage"
    $ mentorlog rehearsal add interview --with raj --score "first sentence=2, pace=3" --on fri

    Of a file only its name, size and SHA-256 are kept, so that you know which version it was.
    """
    from mentorlog.domain.rehearsals import Rehearsal

    env = env_of(ctx)
    day = options.on_day(env, on)
    words = options.text_of(env, None, "note", edit=True) if edit else "" if note == "-" else note
    words = options.text_of(env, ["-"], "note") if note == "-" else words
    version = _version(file) if file else {}
    with env.write("rehearsal add") as store:
        told = values(
            env, store, "rehearsal", form=form, person_id=person, notes=words, scores="\n".join(score or [])
        )
        kept = store.add(Rehearsal(day=day, visibility=env.visibility(private, share), **version, **told))
        names = store.people.names()
    env.kept(kept, _echo(env, kept, names))


def _version(file: str) -> dict[str, Any]:
    """Name, size and hash of a file. Raises Unreadable when it cannot be read or its name holds no words."""
    import hashlib

    from mentorlog.domain.text import name

    path = named(file)
    digest, size = hashlib.sha256(), 0
    try:
        with path.open("rb") as content:
            while block := content.read(BLOCK):
                digest.update(block)
                size += len(block)
    except OSError as error:
        raise Unreadable(f"I cannot read {file}: {error.strerror}.") from error
    called = name(path.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"), "name of the file")
    return {"file": called, "size": size, "sha256": digest.hexdigest()}


def _echo(env: Env, rehearsal: Rehearsal, names: dict[int, Person]) -> str:
    """One line: what, when, with whom, the scores and the version. A private one only says its day."""
    from mentorlog.domain.rehearsals import file_words, title
    from mentorlog.domain.spoken import day_words

    day = "today" if rehearsal.day == env.today else day_words(rehearsal.day, env.today)
    if rehearsal.private:
        return f"rehearsal · {day} · PRIVATE"
    who = f"with {names[rehearsal.person_id].called}" if rehearsal.person_id is not None else ""
    marks = ", ".join(f"{topic} {mark}" for topic, mark in rehearsal.marks.items())
    return " · ".join(filter(None, [title(rehearsal), day, who, marks, file_words(rehearsal), "shared"]))


@noun.command("list")
def list_(
    ctx: typer.Context,
    form: Annotated[str, typer.Option("-k", "--kind", metavar="cv|interview", help="Only these.")] = "",
    people: options.With = None,
    since: options.Since = "",
    until: options.Until = "",
    limit: Most = 50,
    private: options.SeePrivate = False,
) -> None:
    """List rehearsals, the newest first, with how each topic moved since the one before of its kind.

    $ mentorlog rehearsal list
    $ mentorlog rehearsal list --kind cv --with ana
    """
    from mentorlog.cli.fields import FIELDS, read
    from mentorlog.domain.rehearsals import Rehearsal, before_each
    from mentorlog.store.listing import narrowed
    from mentorlog.views.kept_rows import REHEARSAL_COLUMNS, rehearsal_row

    env = env_of(ctx)
    with env.read(private) as store:
        kind = read(env, store, FIELDS["rehearsal"][0], form) if form else ""
        where = f"form = '{kind}'" if kind else "1"
        wanted = narrow(env, store, people, since=since, until=until, where=where)
        found = narrowed(store, Rehearsal, wanted, "day DESC, id DESC", limit or -1)
        before = before_each(store.all(Rehearsal))
        names = store.people.names()
    rows = [rehearsal_row(one, before.get(one.id), names, env.today) for one in found]
    empty = "No rehearsals to show. Begin with:  mentorlog rehearsal add cv --with ana --score story=3"
    show_list(env, "rehearsal", found, REHEARSAL_COLUMNS, rows, empty)


noun.verbs["edit"] = Edit("rehearsal")
parts_of(noun)
