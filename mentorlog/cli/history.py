"""`history`: how a record came to be; without one, what was done lately."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from itertools import islice, takewhile
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mentorlog.cli import options
from mentorlog.cli.app import env_of
from mentorlog.cli.lists import Most
from mentorlog.cli.pages import page

if TYPE_CHECKING:
    from mentorlog.domain.history import Deed
    from mentorlog.env import Env


def history(
    ctx: typer.Context,
    ref: Annotated[str, typer.Argument(metavar="[REF]", help="A record; none: what was done lately.")] = "",
    since: options.Since = "",
    limit: Most = 50,
    private: options.SeePrivate = False,
) -> None:
    """See how a record came to be.

    $ mentorlog history g2
    $ mentorlog history ana --since -1m
    $ mentorlog history --limit 5

    Every version, the newest first: when it was, by which command, and what changed from what to what.
    Without a record: the commands that changed something; their numbers are those of mentorlog undo.
    """
    env = env_of(ctx)
    first = options.since_day(env, since) or date.min
    if ref:
        _show_record(env, ref, first, limit, private)
    else:
        show_deeds(env, first, limit)


def _show_record(env: Env, text: str, since: date, limit: int, private: bool) -> None:
    from mentorlog.cli.show import check_seen
    from mentorlog.store.history import Histories

    with env.read(private=True) as store:
        record = store.find.record(text, removed=True)
    with env.read(private) as store:
        check_seen(store, record, "history")
        model = Histories(store, private).of(record, since, env.today, local(env))
    model = model.but(versions=model.versions[: limit or None])
    if not model.versions and not env.json:
        env.note(
            f"Nothing of {record.ref} to show since then."
            if since > date.min
            else f"Nothing of {record.ref}."
        )
        return
    page(env, "history", model)


def show_deeds(env: Env, since: date = date.min, limit: int = 50) -> None:
    """Show what was done, the newest first, with the numbers that `undo` takes."""
    from mentorlog.store.changes import Changes

    here = local(env)
    with env.read(private=True) as store:
        deeds = takewhile(lambda deed: here(deed.at).date() >= since, Changes(store).deeds())
        found = list(islice(deeds, limit or None))
    if not found and not env.json:
        env.note("Nothing was done yet." if since == date.min else "Nothing was done since then.")
        return
    _show(env, found, here)


def _show(env: Env, deeds: list[Deed], here: Callable[[int], datetime]) -> None:
    from mentorlog.views.columns import tsv
    from mentorlog.views.told.history import DEED_COLUMNS, deed_row

    def rows(whole: bool) -> list[list[str]]:
        return [deed_row(one, here(one.at), env.today, whole) for one in deeds]

    def draw(look: Any) -> Any:
        from mentorlog.views.lists import table

        return table(DEED_COLUMNS, rows(False), look)

    def data() -> dict[str, Any]:
        return {"items": [deed_data(env, one) for one in deeds]}

    env.show("command-list", data, draw, lambda look: tsv(DEED_COLUMNS, rows(True), look))


def deed_data(env: Env, deed: Deed) -> dict[str, Any]:
    """A thing done as JSON knows it, with its local time."""
    from mentorlog.formats.json import plain

    made: dict[str, Any] = plain(deed)
    return made | {"at": local(env)(deed.at).isoformat(timespec="seconds")}


def local(env: Env) -> Callable[[int], datetime]:
    """Turns an instant, in milliseconds since 1970, into the day and time it was here."""
    from mentorlog.cli.when import zone

    here = zone(env)
    return lambda ms: datetime.fromtimestamp(ms / 1000, UTC).astimezone(here)
