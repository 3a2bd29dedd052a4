"""What every document is asked with, in one place: for whom, of what, how, and where to."""

from __future__ import annotations

from collections.abc import Callable
from inspect import Parameter, Signature
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from mentorlog.cli import options
from mentorlog.cli.app import env_of
from mentorlog.cli.hand_over import (
    DryRun,
    IncludeOthers,
    IncludePrivate,
    Out,
)
from mentorlog.domain.audience import For
from mentorlog.domain.frozen import Frozen
from mentorlog.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Collection

    from mentorlog.domain.audience import Audience
    from mentorlog.domain.material import Wanted
    from mentorlog.domain.people import Person
    from mentorlog.env import Env
    from mentorlog.store.store import Store

Reader = Annotated[For | None, typer.Option("--for", help="Who reads it.", show_default=False)]
Form = Annotated[Literal["md", "json"], typer.Option("--format", help="Markdown or JSON.")]
Redact = Annotated[
    bool, typer.Option("--redact-names", help="“A mentor”, “a colleague (R.)” for the names of others.")
]
REDACTED = (
    "--redact-names replaces people of the journal by whole words: name, its parts and handle, but never the\n"
    "reader's own. Nicknames, employers and what else tells who it was stay: read it before you send it."
)


class Request(Frozen):
    """What the options of a document said. reader: None when it was not said."""

    person: str = ""
    goal: str = ""
    since: str = ""
    until: str = ""
    reader: For | None = None
    form: str = "md"
    out: str = ""
    force: bool = False
    dry_run: bool = False
    private: bool = False
    others: bool = False
    redact: bool = False
    yes: bool = False


_OPTIONS: dict[str, tuple[Any, Any]] = {
    "person": (options.WithOne, ""),
    "goal": (options.GoalOption, ""),
    "since": (options.Since, ""),
    "until": (options.Until, ""),
    "reader": (Reader, None),
    "form": (Form, "md"),
    "out": (Out, ""),
    "force": (options.Force, False),
    "dry_run": (DryRun, False),
    "private": (IncludePrivate, False),
    "others": (IncludeOthers, False),
    "redact": (Redact, False),
    "yes": (options.Yes, False),
}


def verb(
    function: Callable[..., None],
    argument: Any = None,
    without: Collection[str] = (),
    more: dict[str, tuple[Any, Any]] | None = None,
) -> Callable[..., None]:
    """A command of `function(env, request, …)` with the options of every document but those it is `without`.

    argument: the annotation of what it is about, given as `about`; more: options of its own.
    """
    own = {"about": (argument, Parameter.empty)} if argument is not None else {}
    own |= more or {}
    shared = {name: one for name, one in _OPTIONS.items() if name not in without}

    def command(ctx: typer.Context, **given: Any) -> None:
        request = Request(**{name: given[name] for name in shared})
        function(env_of(ctx), request, **{name: given[name] for name in own})

    kind = Parameter.POSITIONAL_OR_KEYWORD
    parameters = [Parameter("ctx", kind, annotation=typer.Context)]
    parameters += [
        Parameter(name, Parameter.KEYWORD_ONLY, annotation=annotation, default=default)
        for name, (annotation, default) in (own | shared).items()
    ]
    command.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
    command.__doc__ = function.__doc__
    return command


def wanted_of(env: Env, request: Request, document: str) -> tuple[Wanted, Audience]:
    """What a document is to cover, and what its reader may see. Raises Unknown, Unreadable, Refused."""
    from mentorlog.cli.carried import check_order
    from mentorlog.domain.audience import Audience
    from mentorlog.domain.material import Wanted

    since = options.since_day(env, request.since)
    until = options.until_day(env, request.until) or env.today
    check_order(since, until)
    reader = request.reader or "self"
    with env.read(request.private) as store:
        who = store.find.person(request.person) if request.person else _only(store, reader)
        about = store.find.goal(request.goal) if request.goal else None
    nobody = 0 if reader == "manager" else None  # without a manager on record: what is linked with nobody
    audience = Audience(
        outside=True,
        private=request.private,
        person=who.id if who else nobody,
        third_party=request.others,
    )
    wanted = Wanted(
        document=document,
        reader=reader,
        person=who,
        goal=about,
        since=since,
        until=until,
        today=env.today,
        me=env.me,
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
