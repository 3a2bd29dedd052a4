"""Lists: one way to ask for the records of a kind and to show them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mentorlog.cli import options
from mentorlog.cli.app import env_of
from mentorlog.cli.pages import brief

if TYPE_CHECKING:
    from mentorlog.domain.record import Record
    from mentorlog.env import Env
    from mentorlog.store.listing import Narrow
    from mentorlog.store.store import Store
    from mentorlog.views.columns import Column

Most = Annotated[int, typer.Option("-N", "--limit", metavar="N", min=0, help="At most so many; 0: all.")]
All = Annotated[bool, typer.Option("--all", help="Those that have ended too.")]


def show_list(
    env: Env,
    kind: str,
    records: Sequence[Record],
    columns: Sequence[Column],
    rows: Sequence[Sequence[str]],
    empty: str,
    extra: Callable[[Record], dict[str, Any]] | None = None,
) -> None:
    """Show a list. `empty` is said beside an empty one, with the command that begins it; `extra` adds to the JSON."""
    from mentorlog.formats.json import plain
    from mentorlog.views.columns import tsv

    if not records and not env.json:
        env.note(empty)
        return
    if brief(env, (record.ref for record in records)):
        return

    def drawn(look: Any) -> Any:
        from mentorlog.views.lists import table

        return table(columns, rows, look)

    env.show(
        f"{kind}-list",
        lambda: {"items": [plain(one) | (plain(extra(one)) if extra else {}) for one in records]},
        drawn,
        lambda look: tsv(columns, rows, look),
    )


def narrow(
    env: Env,
    store: Store,
    people: list[str] | None = None,
    goal: str = "",
    skill: str = "",
    tag: str = "",
    since: str = "",
    until: str = "",
    where: str = "1",
) -> Narrow:
    """What a list is narrowed to, from what was typed. Raises Unknown, Unreadable."""
    from mentorlog.store.listing import Narrow

    return Narrow(
        people=tuple(one.id for one in store.find.people(people or [])),
        goals=(store.find.goal(goal).id,) if goal else (),
        skills=(store.find.skill(skill).id,) if skill else (),
        tag=options.tags([tag])[0] if tag else "",
        since=options.since_day(env, since),
        until=options.until_day(env, until),
        where=where,
    )


def dated(kind: str) -> Callable[..., None]:
    """The `list` of a kind whose records have a day: the newest first."""

    def list_(
        ctx: typer.Context,
        people: options.With = None,
        goal: options.GoalOption = "",
        skill: options.SkillOption = "",
        tag: Annotated[str, typer.Option("-t", "--tag", metavar="T", help="Only with this word.")] = "",
        since: options.Since = "",
        until: options.Until = "",
        limit: Most = 50,
        private: options.SeePrivate = False,
    ) -> None:
        from mentorlog.domain.kinds import class_of
        from mentorlog.store.listing import narrowed
        from mentorlog.views.rows import dated_columns, dated_row

        env = env_of(ctx)
        with env.read(private) as store:
            wanted = narrow(env, store, people, goal, skill, tag, since, until)
            found = narrowed(store, class_of(kind), wanted, "day DESC, id DESC", limit or -1)
            around = store.links.around(kind, [one.id for one in found])
            names = store.people.names()
        rows = [dated_row(one, around.get(one.id), names, env.today) for one in found]
        show_list(env, kind, found, dated_columns(kind), rows, _nothing(kind))

    article = "" if kind == "feedback" else "s"
    list_.__doc__ = (
        f"List {kind}{article}, the newest first.\n\n$ mentorlog {kind} list --since -3m\n"
        f"$ mentorlog {kind} list --with ana --limit 5"
    )
    return list_


def _nothing(kind: str) -> str:
    begin = {
        "note": 'mentorlog log "…"',
        "win": 'mentorlog win add "…"',
        "meeting": 'mentorlog meet ana -n "…"',
        "feedback": 'mentorlog feedback add --from raj -s "…" -b "…" -i "…"',
    }
    word = "feedback" if kind == "feedback" else f"{kind}s"
    return f"No {word} to show. Begin with:  {begin[kind]}"
