"""`role aim`, `role explore`, `role drop`: which roles are worked towards, looked into, or let go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.app import env_of
from mentorlog.cli.me import Whose
from mentorlog.errors import Refused

if TYPE_CHECKING:
    from datetime import date

    from mentorlog.domain.people import Person
    from mentorlog.domain.roles import Aim
    from mentorlog.env import Env
    from mentorlog.store.store import Store

Which = Annotated[str, typer.Argument(metavar="R", help="A role, by id, name, other title or O*NET code.")]


def aim(
    ctx: typer.Context,
    role: Which,
    by: options.By = "",
    why: options.Why = "",
    whose: Whose = "",
    on: options.On = "",
    private: options.Private = False,
    share: options.Share = False,
) -> None:
    """Work towards a role from today on.

    $ mentorlog role aim backend-developer --by 2027-06
    $ mentorlog role aim senior-database-administrator --for bo --why "his own words"
    """
    env = env_of(ctx)
    _turn(env, "role aim", role, "aimed", (by, why, whose, on), env.visibility(private, share) == "private")


def explore(
    ctx: typer.Context,
    role: Which,
    why: options.Why = "",
    whose: Whose = "",
    on: options.On = "",
    private: options.Private = False,
    share: options.Share = False,
) -> None:
    """Look into a role, without a promise.

    $ mentorlog role explore site-reliability-engineer
    $ mentorlog role explore "Cloud engineer" --why "half of it is my work already"
    """
    env = env_of(ctx)
    _turn(
        env,
        "role explore",
        role,
        "exploring",
        ("", why, whose, on),
        env.visibility(private, share) == "private",
    )


def _turn(
    env: Env, command: str, role: str, stage: str, said: tuple[str, str, str, str], private: bool
) -> None:
    """Begin an aim; the one that stood for the same role ends, and stays in the history."""
    from mentorlog.cli.careers import role_id
    from mentorlog.domain.roles import STAGE_WORDS, Aim
    from mentorlog.domain.text import clean

    by, why, whose, on = said
    day, due = options.on_day(env, on), options.by_day(env, by)
    if due and due < day:
        raise Refused(f"{due} is before {day}, when the aim begins.", "Give --by a later day.")
    reason = clean(why, "reason") if why else ""
    with env.write(command) as store:
        person = store.find.person(whose) if whose else None
        id = role_id(env, store, role)
        before = _standing(store, id, person)
        if any(one.stage == stage and one.due == due for one in before):
            raise Refused(
                f"{id} is {STAGE_WORDS[stage]} already: {before[0].ref}.", f"mentorlog show {before[0].ref}"
            )
        for one in before:
            store.save(one.but(ended=max(day, one.day), why=one.why or f"then {STAGE_WORDS[stage]}"))
        kept = store.add(
            Aim(
                what=id,
                stage=stage,
                day=day,
                due=due,
                why=reason,
                person_id=person.id if person else None,
                visibility="private" if private else "shared",
            )
        )
    env.kept(kept, _echo(env, kept, person, before))


def _standing(store: Store, what: str, person: Person | None) -> list[Aim]:
    from mentorlog.domain.roles import Aim

    where = "person_id IS ? AND what = ? AND ended IS NULL"
    return store.all(Aim, where, (person.id if person else None, what), "day DESC, id DESC")


def _echo(env: Env, kept: Aim, person: Person | None, before: list[Aim]) -> str:
    from mentorlog.domain.roles import STAGE_WORDS
    from mentorlog.domain.spoken import day_words

    if kept.private:
        return f"{kept.stage} · PRIVATE"
    said = [kept.what, STAGE_WORDS[kept.stage]]
    if person:
        said.append(f"for {person.called}")
    if kept.due:
        said.append(f"by {day_words(kept.due, env.today)}")
    if before:
        said.append(f"{STAGE_WORDS[before[0].stage]} since {day_words(before[0].day, env.today)} before")
    return " · ".join([*said, "shared"])


def drop(
    ctx: typer.Context, role: Which, why: options.Why = "", whose: Whose = "", on: options.On = ""
) -> None:
    """Let a role, or an interest, go, with the reason.

    $ mentorlog role drop data-engineer --why "too far from people"
    """
    from mentorlog.domain.roles import ended

    env = env_of(ctx)
    reason = options.reason(why)
    day: date = options.on_day(env, on)
    with env.write("role drop") as store:
        person = store.find.person(whose) if whose else None
        there = _standing(store, role, person) or _standing(store, _id(env, store, role), person)
        if not there:
            raise Refused(f"{role[:60]} is neither explored nor aimed at.", "mentorlog role list --mine")
        kept = [store.save(ended(one, day, reason)) for one in there]
    for one in kept:
        env.kept(one, "PRIVATE · dropped" if one.private else f"{one.what} · dropped")


def _id(env: Env, store: Store, text: str) -> str:
    from mentorlog.cli.careers import role_id

    return role_id(env, store, text)
