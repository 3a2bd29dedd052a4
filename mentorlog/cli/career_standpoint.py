"""What every career page stands on: the journal, the roles there are, and the settings, each read once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from mentorlog.career.catalogue import Catalogue
    from mentorlog.career.imported import Pack
    from mentorlog.career.standpoint import Standpoint
    from mentorlog.domain.frozen import Frozen
    from mentorlog.env import Env

Named = Annotated[
    list[str], typer.Argument(metavar="R", help="A role, by id, name, other title or O*NET code.")
]
For = Annotated[str, typer.Option("--for", metavar="P", help="Somebody you mentor, instead of you.")]
WEIGHTS, HOURS = "career.weights.", "career.hours_per_level."


def standpoint_of(env: Env, whose: str, private: bool) -> Standpoint:
    """Where I stand, or a person named. Raises Unknown, Unreadable for a damaged pack or setting."""
    from mentorlog.career.journal import catalogue_with
    from mentorlog.career.library import Library
    from mentorlog.career.standpoint import standpoint
    from mentorlog.domain.careers import Said

    if env.begun or whose:
        from mentorlog.store.careers import said

        with env.read(private) as store:
            found = said(store, env.today, store.find.person(whose) if whose else None)
    else:
        found = Said(today=env.today)
    weekly = env.settings["hours_a_week"].value
    return standpoint(
        found,
        Library(catalogue_with(found, built_in(env)), imported(env)),
        int(weekly) if weekly and not whose else None,
    )


def imported(env: Env) -> tuple[Pack, ...]:
    """The packs that were imported."""
    from mentorlog.career.imported import packs
    from mentorlog.places import packs_folder

    return packs(packs_folder(env.path))


def built_in(env: Env) -> Catalogue:
    """The catalogue we bring, with the hours of the settings where they say so."""
    from mentorlog.career.effort import Hours
    from mentorlog.career.pack import load

    ours = load()
    told = [env.settings[f"{HOURS}{level}-{level + 1}"].value for level in range(len(ours.hours))]
    if not any(told):
        return ours
    steps = (
        Hours(*map(int, one.split("-"))) if one else step for one, step in zip(told, ours.hours, strict=True)
    )
    return ours.but(hours=tuple(steps))


def weights(env: Env) -> dict[str, float]:
    """Points of the terms that the settings replace."""
    return {
        key.removeprefix(WEIGHTS): float(one.value)
        for key, one in env.settings.items()
        if key.startswith(WEIGHTS) and one.value
    }


def show(env: Env, name: str, model: Frozen, ids: Iterable[str], **how: Any) -> None:
    """Show a career page; with -q the ids that matter on it, one a line."""
    from mentorlog.cli.pages import page

    if env.quiet and not env.json and not how.get("svg"):
        for id in ids:
            env.say(id)
    else:
        page(env, f"career_{name}", model, schema=f"career-{name}", title=f"mentorlog career {name}", **how)
