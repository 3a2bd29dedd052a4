"""`me`: my name, what I like, the hours I have to learn, and the positions I held."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from mentorlog.cli import options
from mentorlog.cli.app import Noun, env_of
from mentorlog.cli.pages import show_facts
from mentorlog.errors import Unreadable

if TYPE_CHECKING:
    from datetime import date

    from mentorlog.domain.people import Person
    from mentorlog.domain.roles import Aim, Position
    from mentorlog.env import Env
    from mentorlog.store.store import Store
    from mentorlog.views.columns import Card

noun = Noun("me", "Say who you are: name, interests, hours, positions.", bare="show")
Whose = Annotated[str, typer.Option("--for", metavar="P", help="Somebody you mentor, instead of you.")]


@noun.command("show")
def show(ctx: typer.Context, whose: Whose = "", private: options.SeePrivate = False) -> None:
    """Show your name, positions, aims and the hours you have to learn.

    $ mentorlog me
    $ mentorlog me show --for bo
    """
    from mentorlog.domain.roles import standing_aims
    from mentorlog.formats.json import plain

    env = env_of(ctx)
    with env.read(private) as store:
        person = store.find.person(whose) if whose else None
        positions, aims = _of(store, person)
    standing = standing_aims(aims)
    name = person.name if person else env.me
    hours = env.settings["hours_a_week"].value if person is None else ""
    data = {"name": name, "hours_a_week": int(hours) if hours else None}
    card = _card(name, hours, positions, standing, env.today)

    show_facts(env, "me", card, lambda: data | {"positions": plain(positions), "aims": plain(standing)})
    if not (env.json or env.quiet or positions):
        begin = 'mentorlog me position "Database administrator" --from 2021-05'
        env.note(f"No position yet. Begin with:  {begin}" + (f" --for {person.short}" if person else ""))


def _of(store: Store, person: Person | None) -> tuple[list[Position], list[Aim]]:
    """Positions, the newest first, and aims of somebody; None is me."""
    from mentorlog.domain.roles import Aim, Position

    id = (person.id if person else None,)
    positions = store.all(Position, "person_id IS ?", id, "day DESC, id DESC")
    return positions, store.all(Aim, "person_id IS ?", id)


def _card(name: str, hours: str, positions: list[Position], aims: list[Aim], today: date) -> Card:
    from mentorlog.views.columns import Card, Section

    week = [("hours a week to learn", hours)] if hours else []
    held = [[str(one.ref), _held(one, today)] for one in positions]
    rows = [[str(one.ref), _aimed(one, today)] for one in aims]
    sections = [Section(title, rows=found) for title, found in (("Positions", held), ("Aims", rows)) if found]
    return Card(ref="me", title=name or "You", facts=week, body="", sections=sections)


def _held(position: Position, today: date) -> str:
    """`Database administrator · Almar Parcels · since May 2021`."""
    from mentorlog.domain.spoken import month_words

    span = f"since {month_words(position.day)}"
    if position.ended:
        span = f"{month_words(position.day)} – {month_words(position.ended)}"
    title = "PRIVATE" if position.private else position.title
    return " · ".join(filter(None, (title, "" if position.private else position.organisation, span)))


def _aimed(aim: Aim, today: date) -> str:
    """`backend-developer · aimed at · by Fri 19 Mar 2027`."""
    from mentorlog.domain.roles import STAGE_WORDS
    from mentorlog.domain.spoken import day_words, short_day

    due = f"by {day_words(aim.due, today)}" if aim.due else ""
    return " · ".join(
        filter(None, (aim.what, f"{STAGE_WORDS[aim.stage]} since {short_day(aim.day, today)}", due))
    )


@noun.command("set")
def set_(
    ctx: typer.Context,
    what: Annotated[
        Literal["name", "interests", "hours"], typer.Argument(metavar="WHAT", help="What to set.")
    ],
    value: Annotated[list[str] | None, typer.Argument(metavar="VALUE…", help="Its value.")] = None,
    whose: Whose = "",
    private: options.Private = False,
    share: options.Share = False,
) -> None:
    """Set your name, your interests (with commas) or the hours a week you have to learn.

    $ mentorlog me set interests "software, data"
    $ mentorlog me set interests data --for bo

    Also: mentorlog me set name Sam Rivera, and: mentorlog me set hours 5. These two are settings.
    Interests are roles, families of roles (software, data, operations …), skills or any words. Those you
    leave out end today, and stay in the history.
    """
    env = env_of(ctx)
    words = options.text_of(env, value, "value")
    if what == "interests":
        _set_interests(env, words, whose, private, share)
        return
    if whose:
        raise Unreadable(f"Only interests can be set for somebody else, not {what}.", "mentorlog edit P")
    _set(env, {"name": "name", "hours": "hours_a_week"}[what], "" if words == "none" else words)


def _set(env: Env, key: str, value: str) -> None:
    from mentorlog.config import check, config_file, save
    from mentorlog.domain.text import name as read_name

    value = read_name(value, "name") if key == "name" and value else value
    check(key, value)
    save(config_file(), key, value)
    if env.json:
        env.give("config", {"key": key, "value": value, "origin": str(config_file())})
    else:
        env.say(f"{key} = {value or '–'}")


def _set_interests(env: Env, words: str, whose: str, private: bool, share: bool) -> None:
    from mentorlog.domain.roles import Aim, ended
    from mentorlog.domain.text import name as read_name

    told = "" if words == "none" else words
    wanted = list(dict.fromkeys(read_name(one, "interest") for one in told.split(",") if one.strip()))
    with env.write("me set interests") as store:
        person = store.find.person(whose) if whose else None
        there = [one for one in _of(store, person)[1] if one.stage == "interest" and one.ended is None]
        known = {one.what.casefold() for one in there}
        gone = [one for one in there if one.what.casefold() not in {each.casefold() for each in wanted}]
        for one in gone:
            store.save(ended(one, env.today, "no longer of interest"))
        made = [
            store.add(
                Aim(
                    what=one,
                    stage="interest",
                    day=env.today,
                    person_id=person.id if person else None,
                    visibility=env.visibility(private, share),
                )
            )
            for one in wanted
            if one.casefold() not in known
        ]
    for one in made:
        env.kept(one, "interest · PRIVATE" if one.private else f"interest: {one.what} · shared")
    for one in gone:
        env.kept(one, "no longer of interest" if one.private else f"{one.what}: no longer of interest")
    if not made and not gone:
        env.note("Nothing changed.")
    elif made and not (env.quiet or env.json):
        _tell_strange(env, made, whose)


def _tell_strange(env: Env, made: list[Aim], whose: str) -> None:
    """Which of these interests no score can count, for nothing the catalogue knows is called so."""
    from mentorlog.cli.career_standpoint import standpoint_of

    strange = standpoint_of(env, whose, private=False).strange()
    for one in made:
        if one.ref in strange:
            env.note(
                f"No role, family of roles or skill is called “{one.what}”: it is kept, but `career explore` "
                "cannot count it.  mentorlog role list"
            )


@noun.command("position")
def position(
    ctx: typer.Context,
    role: Annotated[list[str], typer.Argument(metavar="ROLE", help="The title, as it was called.")],
    start: Annotated[str, typer.Option("--from", metavar="D", help="The first day: 2021-05.")],
    end: Annotated[str, typer.Option("--to", metavar="D", help="The last day; none while you hold it.")] = "",
    at: Annotated[str, typer.Option("--at", metavar="ORG", help="Where.")] = "",
    same_as: Annotated[
        str, typer.Option("--role", metavar="R", help="The role of the catalogue it comes closest to.")
    ] = "",
    whose: Whose = "",
    private: options.Private = False,
    share: options.Share = False,
) -> None:
    """Keep a position you hold or held.

    $ mentorlog me position "Database administrator" --from 2021-05 --at "Almar Parcels"
    $ mentorlog me position "DBA II" --role database-administrator --from 2018 --to 2021-04

    The role is found by the title where the catalogue knows it.
    """
    from mentorlog.cli.careers import role_id
    from mentorlog.domain.roles import Position
    from mentorlog.domain.text import name as read_name

    env = env_of(ctx)
    title = read_name(" ".join(role), "title")
    first = options.since_day(env, start)
    last = options.until_day(env, end) if end and end.casefold() != "none" else None
    if first is None or first > env.today:
        raise Unreadable("A position begins today or before.", "Give --from D, such as 2021-05.")
    if last and last < first:
        raise Unreadable(f"The position would end on {last}, before it begins on {first}.")
    with env.write("me position") as store:
        person = store.find.person(whose) if whose else None
        made = Position(
            title=title,
            day=first,
            role=role_id(env, store, same_as or title, must=bool(same_as)),
            organisation=read_name(at, "organisation") if at else "",
            ended=last,
            person_id=person.id if person else None,
            visibility=env.visibility(private, share),
        )
        before = [one for one in _of(store, person)[0] if one.ended is None and one.day < first]
        kept = store.add(made)
    said = _held(kept, env.today) + (f" · {kept.role}" if kept.role and not kept.private else "")
    said += "" if kept.private else " · shared"
    env.kept(kept, said if person is None else f"{person.called} · {said}")
    if not (env.quiet or env.json):
        _hint(env, kept, before)


def _hint(env: Env, kept: Position, before: list[Position]) -> None:
    """What is worth knowing of a new position: no role was found, or an earlier one has not ended."""
    from datetime import timedelta

    if not kept.role:
        env.note(
            "No role of the catalogue has that title. Name the closest:  "
            f"mentorlog edit {kept.ref} --role ROLE   (mentorlog role list)"
        )
    if before and kept.ended is None:
        left = before[0]
        env.note(
            f"{left.ref} has not ended. If it has:  "
            f"mentorlog edit {left.ref} --to {kept.day - timedelta(days=1)}"
        )
