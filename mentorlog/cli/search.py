"""`search`: anything I wrote, by its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from mentorlog.cli import options
from mentorlog.cli.app import env_of
from mentorlog.cli.lists import Most
from mentorlog.cli.pages import brief
from mentorlog.errors import Unreadable

if TYPE_CHECKING:
    from mentorlog.env import Env
    from mentorlog.store.search import Hit


def search(
    ctx: typer.Context,
    query: Annotated[list[str], typer.Argument(metavar="QUERY…", help="Words that must all be there.")],
    within: Annotated[
        str, typer.Option("--in", metavar="KIND,…", help="Only these kinds: notes,feedback,…")
    ] = "",
    people: options.With = None,
    since: options.Since = "",
    limit: Most = 50,
    private: options.SeePrivate = False,
) -> None:
    """Find anything you wrote, the newest first.

    $ mentorlog search query plan
    $ mentorlog search python --in notes,wins --since -6m
    """
    env = env_of(ctx)
    kinds = _kinds(within)
    with env.read(private) as store:
        who = store.find.people(people or [])
        hits = store.search.find(
            " ".join(query),
            kinds=kinds or None,
            people=who or None,
            since=options.since_day(env, since),
            private=private,
            limit=limit or 1_000_000,
        )
    _show(env, hits)


def _kinds(text: str) -> list[str]:
    from mentorlog.domain.kinds import NOUNS

    found = []
    for word in text.replace(",", " ").split():
        name = word.lower()
        matches = [
            kind for kind in NOUNS if name in (kind, f"{kind}s") or (kind == "person" and name == "people")
        ]
        if not matches:
            raise Unreadable(f"“{word[:60]}” is no kind of record.", f"Kinds: {', '.join(NOUNS)}.")
        found += matches
    return found


def _show(env: Env, hits: list[Hit]) -> None:
    from mentorlog.views.columns import tsv
    from mentorlog.views.rows import HIT_COLUMNS, hit_row

    if not hits and not env.json:
        env.note("Nothing found.")
        return
    if brief(env, (one.ref for one in hits)):
        return
    rows = [hit_row(one, env.today) for one in hits]

    def draw(look: Any) -> Any:
        from mentorlog.views.lists import table

        return table(HIT_COLUMNS, rows, look)

    def data() -> dict[str, Any]:
        from mentorlog.formats.json import plain

        return {"items": plain(hits)}

    env.show("search", data, draw, lambda look: tsv(HIT_COLUMNS, rows, look))
