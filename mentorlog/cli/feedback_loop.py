"""`feedback loop`: how feedback goes from heard to acted to shown, and what I owe others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from mentorlog.cli import options
from mentorlog.cli.app import env_of
from mentorlog.cli.pages import show_facts

if TYPE_CHECKING:
    from mentorlog.domain.feedback_loop import Loop, Took
    from mentorlog.domain.refs import Ref
    from mentorlog.views.columns import Card


def loop(
    ctx: typer.Context,
    people: options.With = None,
    since: options.Since = "",
    until: options.Until = "",
    private: options.SeePrivate = False,
) -> None:
    """See how feedback goes from heard to acted to shown, how long that takes, and what you owe others.

    $ mentorlog feedback loop
    $ mentorlog feedback loop --with raj --since -1y
    """
    from mentorlog.cli.lists import narrow
    from mentorlog.domain.feedback import Feedback
    from mentorlog.domain.feedback_loop import loop as looped
    from mentorlog.formats.json import plain
    from mentorlog.store.feedback import courses_of
    from mentorlog.store.listing import narrowed

    env = env_of(ctx)
    with env.read(private) as store:
        found = narrowed(store, Feedback, narrow(env, store, people, since=since, until=until), "day, id")
        model = looped(courses_of(store, found))
    if not found and not env.json:
        env.note('No feedback yet. Begin with:  mentorlog feedback add --from raj -s "…" -b "…" -i "…"')
        return
    card = _card(model)

    show_facts(env, "feedback-loop", card, lambda: plain(model) | {"open": plain(model.open)})


def _card(model: Loop) -> Card:
    from mentorlog.views.columns import Card, Section

    growth = len(model.growth)
    to_me = [
        _row("Praise", model.praise),
        _row("Growth", model.growth),
        _row("Acted", model.acted, f" of {growth} growth"),
        _row("Shown", model.shown, f" of {growth} growth"),
        _row("Open", model.open),
    ]
    mine = [_row("Given", model.given), _row("To give", model.owed)]
    took, waited = _took("From heard to shown", model.took), _took("From noted to given", model.waited)
    sections = [
        Section("To you", took, [row for row in to_me if row[1] != "0"] if model.praise or growth else []),
        Section("From you", waited, [row for row in mine if row[1] != "0"]),
    ]
    return Card(
        ref="heard, acted, shown", title="Feedback loop", sections=[one for one in sections if one.rows]
    )


def _row(name: str, refs: tuple[Ref, ...], of: str = "") -> list[str]:
    return [name, f"{len(refs)}{of if refs else ''}", ", ".join(map(str, refs))]


def _took(what: str, took: Took | None) -> str:
    """`From heard to shown: 14 to 40 days, 23 in the middle`; nothing while there is none."""
    from mentorlog.domain.spoken import plural

    if took is None:
        return ""
    if took.least == took.most:
        return f"{what}: {plural(took.most, 'day')}"
    return f"{what}: {took.least} to {took.most} days, {took.middle} in the middle"
