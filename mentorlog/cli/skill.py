"""`skill`: what I can do, rated by me and by others, with what shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.app import Noun, env_of
from mentorlog.cli.edit import Edit
from mentorlog.cli.fields import level as read_target
from mentorlog.cli.given import values
from mentorlog.cli.records import parts_of
from mentorlog.errors import Refused, Unknown

if TYPE_CHECKING:
    from mentorlog.domain.people import Person
    from mentorlog.domain.record import Record
    from mentorlog.domain.skills import Rating, Skill
    from mentorlog.env import Env
    from mentorlog.store.store import Store

noun = Noun("skill", "Rate skills with evidence.")
Name = Annotated[list[str] | None, typer.Argument(metavar="NAME", help="The name.", show_default=False)]
Which = Annotated[str, typer.Argument(metavar="S", help="A skill, by handle, name or ref.")]


@noun.command("add")
def add(
    ctx: typer.Context,
    name: Name = None,
    level: Annotated[str, typer.Option("--level", metavar="0-5", help="Where you are now.")] = "",
    goal: Annotated[str, typer.Option("--goal", metavar="0-5", help="Where you want to be.")] = "",
    category: Annotated[
        str, typer.Option("--category", metavar="C", help="technical, leadership, management, communication, delivery, …")
    ] = "",
    alias: Annotated[list[str] | None, typer.Option("--alias", metavar="A", help="Another name; repeat for more.")] = None,
    handle: Annotated[str, typer.Option("--handle", metavar="H", help="The short name you type.")] = "",
    private: options.Private = False,
) -> None:
    """Add a skill.

    $ mentorlog skill add Rust --level 1 --goal 3
    $ mentorlog skill add "People management" --category management --alias managing

    Levels: 0 none, 1 aware, 2 with help, 3 on my own, 4 leads or teaches, 5 shapes the practice.
    """
    from mentorlog.domain.skills import Rating, Skill, read_level
    from mentorlog.domain.text import name as read_name

    env = env_of(ctx)
    called = read_name(options.text_of(env, name, "name"), "name")
    now = read_level(level) if level else None
    with env.write("skill add") as store:
        made = values(env, store, "skill", target=goal, category=category, aliases=", ".join(alias or []))
        short = _free_handle(store, called, handle)
        skill = store.add(Skill(name=called, handle=short, visibility="private" if private else "shared", **made))
        if now is not None:
            store.add(Rating(skill_id=skill.id, level=now, day=env.today, visibility=env.visibility(private)))
    env.kept(skill, _echo(skill, now))


def _free_handle(store: Store, name: str, wanted: str) -> str:
    """The handle asked for, or made of the name. Raises Refused when a skill has it."""
    from mentorlog.domain.text import handle

    short = handle(wanted or name)
    if store.skills.taken(short):
        raise Refused(f"There is a skill called “{short}” already.", "Rate that one, or choose another --handle.")
    return short


def _echo(skill: Skill, now: int | None) -> str:
    if skill.private:
        return "skill · PRIVATE"
    goal = "" if skill.target is None else f" · goal {skill.target}"
    return f"{skill.name} ({skill.handle}) · {skill.category} · {'not rated yet' if now is None else f'level {now}'}{goal}"


@noun.command("rate")
def rate(
    ctx: typer.Context,
    skill: Which,
    level: Annotated[str, typer.Argument(metavar="0-5", help="The level.")],
    by: Annotated[str, typer.Option("--by", metavar="me|P", help="Who says so.")] = "me",
    evidence: Annotated[list[str] | None, typer.Option("--evidence", metavar="REF,…", help="Records that show it.")] = None,
    note: options.Note = "",
    on: options.On = "",
    private: options.Private = False,
    share: options.Share = False,
) -> None:
    """Rate a skill, as of a day. Earlier ratings stay.

    $ mentorlog skill rate sql 4 --evidence w1,n1
    $ mentorlog skill rate python 2 --by ana --note "seen the scripts"

    Levels: 0 none, 1 aware, 2 with help, 3 on my own, 4 leads or teaches, 5 shapes the practice.
    """
    from mentorlog.domain.refs import read_refs
    from mentorlog.domain.skills import Rating, by_day, level_on, read_level
    from mentorlog.domain.text import clean
    from mentorlog.store.evidence import show_by

    env = env_of(ctx)
    made = {"level": read_level(level), "day": options.on_day(env, on), "note": clean(note, "note") if note else ""}
    refs = read_refs(evidence or [])
    new = _offered(env, skill)
    with env.write("skill rate") as store:
        one = store.add(new) if new else store.find.skill(skill)
        rater = None if by.casefold() == "me" else store.find.person(by)
        before = [each for each in store.skills.ratings(one) if each.by_id == (rater.id if rater else None)]
        visibility = env.visibility(private or one.private, share)
        rating = store.add(Rating(skill_id=one.id, by_id=rater.id if rater else None, visibility=visibility, **made))
        shown = show_by(store, rating, refs)
    was = level_on(by_day(before), rating.day)
    env.kept(rating, _rated(env, rating, one, was, rater, shown))
    if rater is None and rating.level >= 3 and not shown and not env.quiet:
        env.note(f"Nothing shows it yet. When something does:  mentorlog link {rating.ref} REF --as evidence")


def _offered(env: Env, text: str) -> Skill | None:
    """A new skill of that name, if there is none and the person at the terminal wants one."""
    from mentorlog.domain.skills import Skill
    from mentorlog.domain.text import handle, name

    if not env.interactive:
        return None
    with env.read(private=True) as store:
        try:
            store.find.skill(text)
        except Unknown as unknown:
            if env.confirm(f"{unknown.sentence} Add it?"):
                called = name(text, "name")
                return Skill(name=called, handle=handle(called))
            raise
    return None


def _rated(
    env: Env, rating: Rating, skill: Skill, was: int | None, rater: Person | None, shown: list[Record]
) -> str:
    """What a rating says, in a line: `SQL 3 → 4 · by me · today · evidence n31, w9`."""
    from mentorlog.domain.spoken import day_words

    day = "today" if rating.day == env.today else day_words(rating.day, env.today)
    if rating.private:
        return f"rating · {day} · PRIVATE"
    step = f"{was} → {rating.level}" if was not in (None, rating.level) else str(rating.level)
    said = [f"{skill.name} {step}", f"by {rater.name if rater else 'me'}", day]
    if shown:
        said.append("evidence " + ", ".join(str(one.ref) for one in shown))
    if rater is None and skill.target is not None and (was or 0) < skill.target <= rating.level:
        said.append("goal met")
    return " · ".join(said)


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
    private: options.Private = False,
    share: options.Share = False,
) -> None:
    """Plan something to do for a skill.

    $ mentorlog skill plan python --do "Write the import script" --by eoq
    """
    from mentorlog.cli.action import echo
    from mentorlog.domain.actions import Action

    env = env_of(ctx)
    words = options.text_of(env, [do] if do else None, "plan")
    due = options.by_day(env, by)
    with env.write("skill plan") as store:
        found = store.find.skill(skill)
        visibility = env.visibility(private or found.private, share)
        kept = store.add(Action(text=words, skill_id=found.id, due=due, visibility=visibility))
    env.kept(kept, echo(kept, None, env.today) + ("" if kept.private else f" · for {found.handle}"))


@noun.command("list")
def list_(
    ctx: typer.Context, private: options.SeePrivate = False, svg: options.Svg = "", force: options.Force = False
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
    if env.json:
        from mentorlog.formats.json import plain

        env.give("skill-list", {"items": plain(model.skills)})
    elif not model.skills:
        env.note("No skills to show. Begin with:  mentorlog skill add SQL --level 2 --goal 4")
    elif env.quiet:
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
        plain(one) | {"evidence": [str(shown.ref) for shown in path.evidence.get(one.id, ())]} for one in path.ratings
    ]
    show_card(env, skill, card(path), {"now": path.now, "ratings": ratings, "plan": path.plan})


noun.verbs["edit"] = Edit("skill")
parts_of(noun)
