"""`person`: whom I talk with, what they are to me, and all that is live between us."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from mentorlog.cli import options
from mentorlog.cli.app import Noun, env_of
from mentorlog.cli.edit import Edit
from mentorlog.cli.forget import export, forget
from mentorlog.cli.given import values
from mentorlog.cli.lists import show_list
from mentorlog.cli.records import parts_of
from mentorlog.domain.people import COUNTERPART, ROLES
from mentorlog.errors import Refused, Unreadable

if TYPE_CHECKING:
    from mentorlog.domain.mentorships import Round
    from mentorlog.domain.people import Between, Person
    from mentorlog.domain.record import Visibility
    from mentorlog.env import Env
    from mentorlog.store.store import Store

noun = Noun("person", "Keep the people you talk with.")
Name = Annotated[list[str] | None, typer.Argument(metavar="NAME", help="The name.", show_default=False)]
Which = Annotated[str, typer.Argument(metavar="P", help="A person, by handle, name or ref.")]
Role = Annotated[
    str, typer.Option("--role", metavar="ROLE", help=f"What they are to you: {', '.join(ROLES)}.")
]
Every = Annotated[
    str, typer.Option("--every", metavar="SPAN", help="Begin a mentorship: talk every 2w, monthly.")
]
Handle = Annotated[str, typer.Option("--handle", metavar="H", help="The short name you type.")]
Email = Annotated[str, typer.Option("--email", metavar="TEXT", help="An e-mail address.")]
Phone = Annotated[str, typer.Option("--phone", metavar="TEXT", help="A telephone number.")]
Organisation = Annotated[
    str, typer.Option("--org", "--organisation", metavar="TEXT", help="Where they work.")
]
Title = Annotated[str, typer.Option("--title", metavar="TEXT", help="What they do.")]
Met = Annotated[str, typer.Option("--met", metavar="TEXT", help="How you met.")]
Introducer = Annotated[str, typer.Option("--introduced-by", metavar="P", help="Who introduced you.")]


@noun.command("add")
def add(
    ctx: typer.Context,
    name: Name = None,
    role: Role = "",
    every: Every = "",
    handle: Handle = "",
    email: Email = "",
    phone: Phone = "",
    organisation: Organisation = "",
    title: Title = "",
    met: Met = "",
    introduced_by: Introducer = "",
    private: options.Private = False,
) -> None:
    """Add a person.

    $ mentorlog person add "Kim Lee" --role mentor --every 2w
    $ mentorlog person add "Sven Berg" --role contact --org Initech --introduced-by ana

    Without --handle it is the first name, or the whole name where that is taken.
    """
    from mentorlog.domain.dates import read_span
    from mentorlog.domain.people import Person, begin
    from mentorlog.domain.text import name as read_name

    env = env_of(ctx)
    called = read_name(options.text_of(env, name, "name"), "name")
    days = read_span(every) if every else None
    told = {"email": email, "phone": phone, "organisation": organisation, "title": title, "met": met}
    with env.write("person add") as store:
        made = values(env, store, "person", role=role, introduced_by=introduced_by, **told)
        short = _handle(store, called, handle)
        seen: Visibility = (
            "private" if private else "shared"
        )  # whatever the setting: a name is what records hang on
        person = store.add(Person(name=called, handle=short, visibility=seen, **made))
        if days is not None:
            store.add(begin(person, days, env.today))
        namesakes = [one for one in store.people.namesakes(person) if not one.private]
    env.kept(person, _echo(person, days))
    if namesakes and not (env.quiet or env.json):
        refs = ", ".join(str(one.ref) for one in namesakes)
        env.note(f"{person.name} was there already: {refs}. If they are one:  mentorlog rm {person.ref}")


def _handle(store: Store, name: str, wanted: str) -> str:
    """The handle asked for, else one made of the name. Raises Refused when the one asked for is not free."""
    from mentorlog.domain.text import handle

    if not wanted:
        return store.people.free_handle([handle(name.split(maxsplit=1)[0]), handle(name)])
    short = handle(wanted)
    if short == "me":
        raise Refused("The handle “me” is yours: it stands for you.", "Choose another handle.")
    if store.people.taken(short):
        raise Refused(f"There is a person called “{short}” already.", "Choose another handle.")
    return short


def _echo(person: Person, days: int | None) -> str:
    from mentorlog.domain.spoken import every_words

    if person.private:
        return "person · PRIVATE"
    rhythm = f" · {every_words(days)} · first conversation: not yet" if days else ""
    return f"{person.name} ({person.handle}) · {person.role}{rhythm}"


@noun.command("list")
def list_(
    ctx: typer.Context,
    role: Role = "",
    private: options.SeePrivate = False,
) -> None:
    """List people: the last and the next conversation, and promises open either way.

    $ mentorlog person list
    $ mentorlog person list --role mentee
    """
    from mentorlog.store.round import round_of_people
    from mentorlog.views.mentorships import ROUND_COLUMNS, round_row
    from mentorlog.views.people import PERSON_COLUMNS, person_row

    env = env_of(ctx)
    if role and role not in ROLES:
        raise Unreadable(f"“{role[:60]}” is not one of {', '.join(ROLES)}.")
    with env.read(private) as store:
        people = [one for one in store.people.all() if role in ("", one.role)]
        lines = {one.person.id: one for one in round_of_people(store, people, env.today)}
    if role in COUNTERPART:
        columns = [one for one in ROUND_COLUMNS if one.name != "As"]
        rows = [round_row(one, env.today, one.person.ref, with_side=False) for one in lines.values()]
    else:
        columns = PERSON_COLUMNS
        rows = [person_row(one.person, one.between, env.today) for one in lines.values()]
    add = f'mentorlog person add "Ana Ruiz" --role {role or "mentor"} --every 2w'
    empty = f"No {role or 'person'} to show. Begin with:  {add}"
    show_list(env, "person", people, columns, rows, empty, lambda one: _in_round(lines[one.id]))


def _in_round(one: Round) -> dict[str, Any]:
    """What a person's JSON says besides their own fields; the cadence is in days."""
    return _extra(one.between) | {"owed": one.owed, "phase": one.phase, "pause": one.pause}


def _extra(between: Between) -> dict[str, Any]:
    """How things stand with a person, for JSON; the cadence is in days."""
    from mentorlog.formats.json import plain

    made: dict[str, Any] = plain(between) | {"due": plain(between.due)}
    return made


@noun.command("show")
def show(
    ctx: typer.Context,
    person: Which,
    private: options.SeePrivate = False,
) -> None:
    """Show a person and what is open between you.

    $ mentorlog person show ana
    $ mentorlog person show bo --private
    """
    env = env_of(ctx)
    with env.read(private=True) as store:
        found = store.find.person(person)
    show_page(env, found, private)


def show_page(env: Env, person: Person, private: bool = False) -> None:
    """The page of a person. Raises Refused for a private one without `private`."""
    from mentorlog.cli.show import check_shown, show_card
    from mentorlog.store.personal import person_page
    from mentorlog.views.people import card

    check_shown(person, private)
    with env.read(private) as store:
        page = person_page(store, person, env.today)
    listed = ("actions", "topics", "carried", "meetings", "talks", "heard", "given", "owed")
    extra = {name: value for name, value in page.values().items() if name in listed}
    show_card(env, person, card(page), _extra(page.between) | extra)


noun.verbs["edit"] = Edit("person")
noun.verbs["export"] = export
noun.verbs["forget"] = forget
parts_of(noun)
