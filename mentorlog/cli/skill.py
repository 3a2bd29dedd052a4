"""`skill`: what I can do, rated by me and by others, with what shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.app import Noun, env_of
from mentorlog.cli.edit import Edit
from mentorlog.cli.given import values
from mentorlog.cli.rating import Which, rate
from mentorlog.cli.readers import level as read_target
from mentorlog.cli.records import parts_of
from mentorlog.domain.skills import CATEGORIES
from mentorlog.errors import Misused, Refused

if TYPE_CHECKING:
    from mentorlog.domain.record import Record, Visibility
    from mentorlog.domain.skills import Skill
    from mentorlog.env import Env
    from mentorlog.store.store import Store

noun = Noun("skill", "Rate skills with evidence.")
Name = Annotated[list[str] | None, typer.Argument(metavar="NAME", help="The name.", show_default=False)]
Category = Annotated[str, typer.Option("--category", metavar="C", help=f"One of {', '.join(CATEGORIES)}.")]
Aliases = Annotated[
    list[str] | None, typer.Option("--alias", metavar="A", help="Another name; repeat for more.")
]


@noun.command("add")
def add(
    ctx: typer.Context,
    name: Name = None,
    level: Annotated[str, typer.Option("--level", metavar="0-5", help="Where you are now.")] = "",
    goal: Annotated[str, typer.Option("--goal", metavar="0-5", help="Where you want to be.")] = "",
    category: Category = "",
    alias: Aliases = None,
    handle: Annotated[str, typer.Option("--handle", metavar="H", help="The short name you type.")] = "",
    private: options.Private = False,
) -> None:
    """Add a skill.

    $ mentorlog skill add Rust --level 1 --goal 3
    $ mentorlog skill add "People management" --category management --alias managing

    Levels: 0 none, 1 aware, 2 with help, 3 on my own, 4 leads or teaches, 5 shapes the practice.
    Without a category it is that of the catalogue's skill of the same name, else technical.
    """
    from mentorlog.domain.skills import Rating, Skill, read_level
    from mentorlog.domain.text import name as read_name

    env = env_of(ctx)
    called = read_name(options.text_of(env, name, "name"), "name")
    now = read_level(level) if level else None
    with env.write("skill add") as store:
        kind = category or _usual_category(called)
        made = values(env, store, "skill", target=goal, category=kind, aliases=", ".join(alias or []))
        short = _free_handle(store, called, handle)
        seen: Visibility = (
            "private" if private else "shared"
        )  # whatever the setting: a name is what ratings hang on
        skill = store.add(Skill(name=called, handle=short, visibility=seen, **made))
        if now is not None:
            store.add(Rating(skill_id=skill.id, level=now, day=env.today, visibility=env.visibility(private)))
    env.kept(skill, _echo(skill, now))


def _usual_category(name: str) -> str:
    """The category of the catalogue's skill of that name; empty when it has none."""
    from mentorlog.career.catalogue import names
    from mentorlog.career.pack import load
    from mentorlog.domain.text import handle

    skills = load().skills
    id = names(skills).get(handle(name))
    return skills[id].category if id else ""


def _free_handle(store: Store, name: str, wanted: str) -> str:
    """The handle asked for, or made of the name. Raises Refused when a skill has it."""
    from mentorlog.domain.text import handle

    short = handle(wanted or name)
    if store.skills.taken(short):
        raise Refused(f"There is a skill called “{short}” already.", "Rate that one, or give --handle.")
    return short


def _echo(skill: Skill, now: int | None) -> str:
    if skill.private:
        return "skill · PRIVATE"
    level = "not rated yet" if now is None else f"level {now}"
    goal = "" if skill.target is None else f" · goal {skill.target}"
    return f"{skill.name} ({skill.handle}) · {skill.category} · {level}{goal}"


noun.verbs["rate"] = rate


@noun.command("aim")
def aim(
    ctx: typer.Context,
    skill: Which,
    level: Annotated[str, typer.Argument(metavar="0-5", help="The level you aim at; none takes it away.")],
) -> None:
    """Set the level you aim at.

    $ mentorlog skill aim python 4
    $ mentorlog skill aim sql none
    """
    from mentorlog.domain.skills import level_on

    env = env_of(ctx)
    with env.write("skill aim") as store:
        found = store.find.skill(skill)
        target = read_target(env, store, "" if level.casefold() == "none" else level)
        kept = store.save(found.but(target=target))
        now = level_on([one for one in store.skills.ratings(kept) if one.by_id is None], env.today)
    env.kept(kept, _echo(kept, now))


@noun.command("plan")
def plan(
    ctx: typer.Context,
    skill: Which,
    do: Annotated[str, typer.Option("--do", metavar="TEXT", help="What to do for it.")] = "",
    by: options.By = "",
    resource: Annotated[
        list[str] | None,
        typer.Option("--resource", metavar="URL", help="What to learn from: an address or a title."),
    ] = None,
    private: options.Private = False,
    share: options.Share = False,
) -> None:
    """Plan something to do for a skill, and what to learn it from.

    $ mentorlog skill plan python --do "Write the import script" --by eoq
    $ mentorlog skill plan sql --do "Read chapter 3" --by 2w --resource "Designing Data-Intensive Applications"

    Both are kept together. With --resource alone nothing is to be done by a day.
    """
    from mentorlog.cli.action import echo
    from mentorlog.domain.actions import Action
    from mentorlog.domain.resources import named

    env = env_of(ctx)
    words = "" if resource and not do else options.text_of(env, [do] if do else None, "plan")
    due = options.by_day(env, by)
    if due and not words:
        raise Misused("--by is the day something is to be done.", "Say what:  --do TEXT")
    with env.write("skill plan") as store:
        found = store.find.skill(skill)
        visibility = env.visibility(private or found.private, share)
        made = named(resource or [], found.id, visibility)
        kept: list[Record] = (
            [store.add(Action(text=words, skill_id=found.id, due=due, visibility=visibility))]
            if words
            else []
        )
        kept += [store.add(one) for one in made]
    for one in kept:
        said = echo(one, None, env.today) if isinstance(one, Action) else f"resource · {one.headline} · todo"
        env.kept(
            one,
            "resource · PRIVATE"
            if one.private and not isinstance(one, Action)
            else said + ("" if one.private else f" · for {found.called}"),
        )


@noun.command("list")
def list_(
    ctx: typer.Context,
    private: options.SeePrivate = False,
    svg: options.Svg = "",
    force: options.Force = False,
) -> None:
    """See all skills: level, goal, the past year, and what others say.

    $ mentorlog skill list
    $ mentorlog skill list --json
    """
    from mentorlog.cli.pages import page
    from mentorlog.domain.growth import growth
    from mentorlog.store.snapshot import snapshot

    env = env_of(ctx)
    with env.read(private) as store:
        model = growth(snapshot(store, env.today, env.me))
    if env.json and not svg:
        from mentorlog.formats.json import plain

        env.give("skill-list", {"items": plain(model.skills)})
    elif not model.skills:
        env.note("No skills to show. Begin with:  mentorlog skill add SQL --level 2 --goal 4")
    elif env.quiet and not svg:
        for row in model.skills:
            env.say(str(row.ref))
    else:
        page(env, "skills", model, svg=svg, force=force, title="mentorlog skills")


@noun.command("show")
def show(ctx: typer.Context, skill: Which, private: options.SeePrivate = False) -> None:
    """Show a skill: every rating, who gave it, and what shows it.

    $ mentorlog skill show sql
    $ mentorlog skill show python --private
    """
    env = env_of(ctx)
    with env.read(private=True) as store:
        found = store.find.skill(skill)
    show_page(env, found, private)


def show_page(env: Env, skill: Skill, private: bool = False) -> None:
    """The page of a skill. Raises Refused for a private one without `private`."""
    from mentorlog.cli.show import check_shown, show_card
    from mentorlog.formats.json import plain
    from mentorlog.store.ratings import skill_path
    from mentorlog.views.ratings import card

    check_shown(skill, private)
    with env.read(private) as store:
        path = skill_path(store, skill, env.today)
    ratings = [
        plain(one) | {"evidence": [str(shown.ref) for shown in path.evidence.get(one.id, ())]}
        for one in path.ratings
    ]
    own = {"now": path.now, "recheck": path.recheck, "ratings": ratings, "plan": path.plan}
    show_card(env, skill, card(path), own | {"resources": path.resources})


noun.verbs["edit"] = Edit("skill")
parts_of(noun)
