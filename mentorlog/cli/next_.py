"""`next`: what to do next, with reasons, and putting suggestions to rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from mentorlog.cli import options
from mentorlog.cli.app import Noun, env_of
from mentorlog.cli.pages import brief
from mentorlog.errors import Misused, Refused, Unknown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mentorlog.domain.next import Rule, Suggestion
    from mentorlog.domain.snapshot import Snapshot
    from mentorlog.env import Env
    from mentorlog.store.store import Store

noun = Noun("next", "See what to do next, and why.", bare="list")

Which = Annotated[str, typer.Argument(metavar="N|CODE", help="A number from the list, or a rule's code.")]
FromPrivate = Annotated[bool, typer.Option("--private", help="A number from next --private.")]


@noun.command("list")
def list_(
    ctx: typer.Context,
    top: Annotated[int, typer.Option("--top", metavar="N", min=1, help="The first N.")] = 3,
    all: Annotated[bool, typer.Option("--all", help="All of them.")] = False,
    about: Annotated[
        str, typer.Option("--for", metavar="P|G|R", help="Only for this person, goal, role or record.")
    ] = "",
    private: options.SeePrivate = False,
) -> None:
    """See what to do next, and why.

    $ mentorlog next
    $ mentorlog next --all
    $ mentorlog next --for ana
    """
    show(env_of(ctx), 0 if all else top, about, private)


def show(env: Env, most: int = 3, about: str = "", private: bool = False) -> None:
    """Show the first suggestions; `most` 0 is all of them."""
    from mentorlog.domain.next import top

    with env.read(private) as store:
        everything = _suggestions(env, store)
        mine = _concerning(env, store, everything, about) if about else everything
    found = mine[: most or None] if about or not most else top(mine, most)
    if brief(env, (one.refs[0] for one in found)):
        return

    def draw(look: Any) -> Any:
        from mentorlog.views.next import draw

        return draw(found, len(mine), look)

    def tell(look: Any) -> str:
        from mentorlog.views.told.next import tell

        return tell(found, len(mine), look)

    def data() -> dict[str, Any]:
        from mentorlog.formats.json import plain

        return {"items": plain(found), "total": len(mine)}

    env.show("next", data, draw, tell)


def _suggestions(env: Env, store: Store) -> tuple[Suggestion, ...]:
    from mentorlog.domain.next import suggestions
    from mentorlog.store.snapshot import snapshot

    now = snapshot(store, env.today, env.me)
    return suggestions(now, _of_careers(store, now))


def _concerning(env: Env, store: Store, found: tuple[Suggestion, ...], about: str) -> tuple[Suggestion, ...]:
    """Those that serve a person, goal, record or role. Raises Unknown when nothing goes by that name."""
    from mentorlog.domain.next import concerning
    from mentorlog.domain.roles import Aim

    try:
        return concerning(found, store.find.record(about).ref)
    except Unknown as unknown:
        from mentorlog.cli.careers import role_id

        id = role_id(env, store, about, must=False)
        if not id:
            raise
        aims = store.all(Aim, "what = ? AND ended IS NULL", (id,))
        if not aims:
            way = f"mentorlog role explore {id}"
            raise Refused(f"{id} is neither explored nor aimed at, so no rule looks at it.", way) from unknown
        return tuple(one for one in found if any(aim.ref in one.refs for aim in aims))


def _of_careers(store: Store, now: Snapshot) -> Iterator[Suggestion]:
    """What the catalogue has to say to those who explore or aim at a role; for nobody else it is loaded."""
    people = {one.person_id for one in now.aims if one.stage != "interest"}
    if not people:
        return
    from mentorlog.career.pack import load
    from mentorlog.career.rules import career_suggestions
    from mentorlog.store.careers import said

    known = [
        now.people.get(id) if id else None
        for id in sorted(people, key=lambda id: id or 0)
        if not id or id in now.people
    ]
    yield from career_suggestions(now, [said(store, now.today, one) for one in known], load())


def _rules() -> tuple[Rule, ...]:
    """Every rule there is."""
    from mentorlog.career.rules import as_rules
    from mentorlog.domain.next import RULES

    return (*RULES, *as_rules())


@noun.command("rules")
def rules(ctx: typer.Context) -> None:
    """See which rules find the suggestions.

    $ mentorlog next rules
    """
    every = _rules()

    def draw(look: Any) -> Any:
        from mentorlog.views.next import rules_table

        return rules_table(every, look)

    def tell(look: Any) -> str:
        from mentorlog.views.told.next import tell_rules

        return tell_rules(every, look)

    env_of(ctx).show(
        "rule-list", lambda: {"items": [{"code": r.code, "says": r.says} for r in every]}, draw, tell
    )


@noun.command("snooze")
def snooze(
    ctx: typer.Context,
    which: Which,
    until: Annotated[
        str, typer.Argument(metavar="[D]", help="Until this day; two weeks when left out.")
    ] = "2w",
    private: FromPrivate = False,
) -> None:
    """Hide a suggestion until a day.

    $ mentorlog next snooze 2
    $ mentorlog next snooze cadence fri
    """
    from mentorlog.domain.links import Mute
    from mentorlog.domain.spoken import day_words

    env = env_of(ctx)
    day = options.day(env, until, "future")
    said = day_words(day, env.today)
    if day <= env.today:
        raise Refused(f"{said} is not ahead, so there is nothing to wait for.", "Give a later day.")
    with env.read(private) as store:
        code, about = _named(env, store, which)
    with env.write("next snooze") as store:
        kept = store.add(Mute(code=code, about=about, until=day))
    env.kept(kept, f"{code} · {about or 'everywhere'} · hidden until {said}")


@noun.command("dismiss")
def dismiss(ctx: typer.Context, which: Which, why: options.Why = "", private: FromPrivate = False) -> None:
    """Put a suggestion, or a whole rule, to rest.

    $ mentorlog next dismiss 2 --why "we agreed to leave it open"
    $ mentorlog next dismiss wins --why "not how I look at it"
    """
    from mentorlog.domain.links import Mute
    from mentorlog.domain.text import clean

    env = env_of(ctx)
    if not why.strip():
        raise Misused("Say why, so that you know it later.", "Add --why TEXT.")
    with env.read(private) as store:
        code, about = _named(env, store, which)
    with env.write("next dismiss") as store:
        kept = store.add(Mute(code=code, about=about, why=clean(why, "reason")))
    env.kept(kept, f"{code} · {about or 'everywhere'} · put to rest. To undo that:  mentorlog rm {kept.ref}")


@noun.command("accept")
def accept(
    ctx: typer.Context,
    number: Annotated[int, typer.Argument(metavar="N", help="A number from the list.")],
    private: FromPrivate = False,
) -> None:
    """Do what a suggestion says.

    $ mentorlog next accept 1

    One whose command still needs your words is shown, not run.
    """
    import shlex

    from mentorlog.cli.app import carry_out

    env = env_of(ctx)
    with env.read(private) as store:
        found = [one for one in _suggestions(env, store) if one.number == number]
    if not found:
        raise Unknown("suggestion", str(number), hint="mentorlog next --all shows their numbers.")
    if not found[0].ready:
        raise Refused(f"{found[0].title} I cannot fill in the words.", found[0].command)
    env.note(found[0].command)
    raise typer.Exit(carry_out(shlex.split(found[0].command)[1:], env))


def _named(env: Env, store: Store, which: str) -> tuple[str, str]:
    """The rule and the record that were meant: a number of the list, or a rule's code for all of it."""
    codes = [rule.code for rule in _rules()]
    if which in codes:
        return which, ""
    found = [one for one in _suggestions(env, store) if str(one.number) == which]
    if found:
        return found[0].code, found[0].about
    if which.isdigit():
        raise Unknown("suggestion", which, hint="mentorlog next --all shows their numbers.")
    from difflib import get_close_matches

    raise Unknown("rule", which[:60], get_close_matches(which, codes), "mentorlog next rules lists them.")
