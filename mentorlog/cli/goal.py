"""Goals: set, measured, changed, closed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.app import Noun, env_of
from mentorlog.cli.edit import Edit
from mentorlog.cli.goal_add import add, add_step, echo
from mentorlog.cli.lists import All, narrow, show_list
from mentorlog.cli.records import parts_of
from mentorlog.errors import Misused, Refused

if TYPE_CHECKING:
    from datetime import date

    from mentorlog.domain.goals import Goal
    from mentorlog.domain.record import Record
    from mentorlog.store.store import Store

noun = Noun("goal", "Set goals, tell progress, close them.")
GoalArgument = Annotated[str, typer.Argument(metavar="G", help="A goal, by ref or title.")]


noun.verbs["add"] = add


@noun.command("list")
def list_(
    ctx: typer.Context,
    all: All = False,
    people: options.With = None,
    tag: Annotated[str, typer.Option("-t", "--tag", metavar="T", help="Only with this word.")] = "",
    private: options.SeePrivate = False,
) -> None:
    """List goals, the soonest first.

    $ mentorlog goal list
    $ mentorlog goal list --all --with ana
    """
    from mentorlog.domain.goals import Goal, percent, standing
    from mentorlog.store.listing import narrowed
    from mentorlog.views.rows import GOAL_COLUMNS, goal_row

    env = env_of(ctx)
    with env.read(private) as store:
        wanted = narrow(env, store, people, tag=tag, where="1" if all else "state IN ('open', 'paused')")
        order = "state NOT IN ('open', 'paused'), coalesce(ended, due) IS NULL, coalesce(ended, due), id"
        goals = narrowed(store, Goal, wanted, order)
        reached = {
            goal.id: percent(goal, store.goals.steps(goal), store.goals.progress(goal)) for goal in goals
        }
    standings = {goal.id: standing(goal, reached[goal.id], env.today) for goal in goals}
    rows = [goal_row(goal, reached[goal.id], standings[goal.id], env.today) for goal in goals]
    show_list(
        env,
        "goal",
        goals,
        GOAL_COLUMNS,
        rows,
        'No goals to show. Begin with:  mentorlog goal add "…" --by eoq',
        lambda one: {"percent": reached[one.id], "standing": standings[one.id]},
    )


@noun.command("show")
def show(
    ctx: typer.Context,
    goal: GoalArgument,
    private: options.SeePrivate = False,
    svg: options.Svg = "",
    force: options.Force = False,
) -> None:
    """Show a goal: how far, how fast, what is left, what shows it.

    $ mentorlog goal show g1
    $ mentorlog goal show g1 --svg goal.svg --force
    """
    from mentorlog.cli.show import show_goal

    env = env_of(ctx)
    with env.read(private=True) as store:
        found = store.find.goal(goal)
    show_goal(env, found, private, svg, force)


@noun.command("update")
def update(
    ctx: typer.Context,
    goal: GoalArgument,
    value: Annotated[str, typer.Argument(metavar="[VALUE]", help="How far: 40%, +1 or 142.")] = "",
    progress: Annotated[str, typer.Option("--progress", metavar="VALUE", help="The same.")] = "",
    note: options.Note = "",
    on: options.On = "",
) -> None:
    """Tell how far a goal is.

    $ mentorlog goal update g7 --progress 40% --note "told it to two friends"
    $ mentorlog goal update g5 +1
    """
    from mentorlog.domain.goals import OPEN, Progress, latest, percent, read_progress
    from mentorlog.domain.spoken import day_words

    env = env_of(ctx)
    told = progress or value
    if not told:
        raise Misused("Say how far it is.", "mentorlog goal update G 40%, +1 or 142.")
    day = options.on_day(env, on)
    with env.write("goal update") as store:
        aim = store.find.goal(goal)
        if aim.measure == "steps":
            raise Refused(f"{aim.ref} is measured by its steps.", f"mentorlog goal step {aim.ref} --done 1")
        if aim.state not in OPEN:
            raise Refused(f"{aim.ref} is {aim.state}.", f"mentorlog goal reopen {aim.ref}")
        if day < aim.started:
            said, began = day_words(day, env.today), day_words(aim.started, env.today)
            way = f"If it began earlier:  mentorlog goal edit {aim.ref} --started {day}"
            raise Refused(f"{said} is before {aim.ref} began: {began}.", way)
        told_so_far = store.goals.progress(aim)
        before = [one for one in told_so_far if one.day <= day]
        reached = read_progress(told, aim, latest(before))
        made = Progress(goal_id=aim.id, day=day, value=reached, note=note.strip(), visibility=aim.visibility)
        kept = store.add(made)
        was, then = percent(aim, [], before), percent(aim, [], [*before, kept])
        now = percent(aim, [], [*told_so_far, kept])
    count = f" ({reached} of {aim.target})" if aim.measure == "count" else ""
    when = "" if day == env.today else f" on {day_words(day, env.today)}"
    later = f", {now}% since" if now != then else ""
    env.kept(kept, f"{aim.ref} · {was}% → {then}%{count}{when}{later}")
    if now == then == 100 and not env.json and not env.quiet:
        env.note(f"      That is all of it. If it is met:  mentorlog goal close {aim.ref} --as met")


@noun.command("step")
def step(
    ctx: typer.Context,
    goal: GoalArgument,
    text: Annotated[list[str] | None, typer.Argument(metavar="[TEXT…]", help="A new step.")] = None,
    done: Annotated[int, typer.Option("--done", metavar="N", min=0, help="Step N is done.")] = 0,
    undone: Annotated[
        int, typer.Option("--undone", metavar="N", min=0, help="Step N is not done after all.")
    ] = 0,
    by: options.By = "",
    on: options.On = "",
) -> None:
    """Add a step to a goal, or mark one as done.

    $ mentorlog goal step g2 "Pair on a code review" --by fri
    $ mentorlog goal step g2 --done 6
    """
    from mentorlog.domain.spoken import day_words
    from mentorlog.domain.text import clean

    env = env_of(ctx)
    if bool(text) == bool(done or undone):
        raise Misused(
            "Give the words of a new step, or the number of one that is done.",
            "mentorlog goal step G --done 1",
        )
    with env.write("goal step") as store:
        aim = store.find.goal(goal)
        if text:
            kept = add_step(store, aim, clean(" ".join(text), "step"), options.by_day(env, by))
            if aim.measure == "percent" and not store.goals.progress(aim):
                store.save(aim.but(measure="steps"))
        else:
            kept = _finish_step(store, aim, done or undone, options.on_day(env, on) if done else None)
        steps = store.goals.steps(aim)
    finished = sum(one.done is not None for one in steps)
    words = "step" if aim.private else kept.headline
    due = options.by_day(env, by) if text else None
    if due is not None:
        words += f" · due {day_words(due, env.today)}"
    env.kept(kept, f"{aim.ref} · {words} · {finished} of {len(steps)} done")


def _finish_step(store: Store, goal: Goal, number: int, on: date | None) -> Record:
    steps = store.goals.steps(goal)
    if not 1 <= number <= len(steps):
        raise Refused(
            f"{goal.ref} has no step {number}; it has {len(steps)}.", f"mentorlog goal show {goal.ref}"
        )
    return store.save(steps[number - 1].but(done=on))


@noun.command("close")
def close(
    ctx: typer.Context,
    goal: GoalArgument,
    how: Annotated[str, typer.Option("--as", metavar="met|changed|dropped", help="What became of it.")] = "",
    why: options.Why = "",
    on: options.On = "",
) -> None:
    """Close a goal as met, changed or dropped. The reason stays on the timeline.

    $ mentorlog goal close g7 --as met --why "gave it, forty people came"
    $ mentorlog goal close g2 --as dropped --why "the team took another road"
    """
    from mentorlog.domain.goals import closed

    env = env_of(ctx)
    if not how:
        raise Misused("Say what became of it.", "Add --as met, --as changed or --as dropped.")
    with env.write("goal close") as store:
        kept = store.save(closed(store.find.goal(goal), how, why.strip(), options.on_day(env, on)))
    env.kept(kept, f"{echo(kept.but(due=None), env.today)} · {kept.state}")


def _set_state(
    ctx: typer.Context, goal: str, verb: str, allowed: tuple[str, ...], state: str, why: str
) -> None:
    env = env_of(ctx)
    with env.write(f"goal {verb}") as store:
        aim = store.find.goal(goal)
        if aim.state not in allowed:
            raise Refused(f"{aim.ref} is {aim.state}, so I cannot {verb} it.")
        kept = store.save(aim.but(state=state, state_why=why.strip(), ended=None))
    env.kept(kept, f"{echo(kept, env.today)} · {kept.state}")


@noun.command("reopen")
def reopen(ctx: typer.Context, goal: GoalArgument, why: options.Why = "") -> None:
    """Open a closed or paused goal again.

    $ mentorlog goal reopen g1
    """
    _set_state(ctx, goal, "reopen", ("met", "changed", "dropped", "paused"), "open", why)


@noun.command("pause")
def pause(ctx: typer.Context, goal: GoalArgument, why: options.Why = "") -> None:
    """Let a goal rest without closing it.

    $ mentorlog goal pause g2 --why "after the release"
    """
    _set_state(ctx, goal, "pause", ("open",), "paused", why)


noun.verbs["edit"] = Edit("goal")
parts_of(noun)
