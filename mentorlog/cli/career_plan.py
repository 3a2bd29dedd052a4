"""`career plan`: what to do about the gaps to a role, shown first, then written as far as it was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.app import env_of
from mentorlog.cli.career_standpoint import For, Named
from mentorlog.errors import Unreadable

if TYPE_CHECKING:
    from mentorlog.career.plan_page import PlanPage
    from mentorlog.domain.record import Record
    from mentorlog.env import Env

Pick = Annotated[str, typer.Option("--pick", metavar="N,N", help="Which to write: numbers, or all.")]
By = Annotated[str, typer.Option("--by", metavar="D", help="The day to be there, which the goal takes.")]


def plan(
    ctx: typer.Context,
    role: Named,
    pick: Pick = "",
    by: By = "",
    yes: options.Yes = False,
    whose: For = "",
    private: options.Private = False,
    share: options.Share = False,
) -> None:
    """Plan the way into a role: the biggest gaps, and what the roles two steps on will ask of you.

    $ mentorlog career plan backend-developer
    $ mentorlog career plan backend-developer --pick 1,2 --yes
    $ mentorlog career plan database-administrator --for bo

    Nothing is written before you have seen it. What you choose becomes actions, resources and one goal, in one
    step that `mentorlog undo` takes back. What is planned already is not offered again.
    """
    from mentorlog.career.plan_page import plan_page
    from mentorlog.cli.career_standpoint import show, standpoint_of

    env = env_of(ctx)
    due = options.by_day(env, by)
    at = standpoint_of(env, whose, private)
    found = at.role(" ".join(role))
    model = plan_page(found, at, due)
    numbers = _read(pick, model)
    if not (numbers and yes) and not (env.json and numbers):
        show(env, "plan", model, (str(one.number) for one in model.offers))
    if not env.quiet and not env.json and numbers and not yes and not env.interactive:
        env.note("Nothing was written. Add --yes to write it.")
    numbers = _asked(env, model, numbers, yes)
    if not numbers:
        return
    person = at.said.person
    _tell(env, model, _written(env, model, numbers, str(person.ref) if person else "", private, share))


def _read(text: str, model: PlanPage) -> list[int]:
    """`1,3` or `all` as numbers of the page. Raises Unreadable for anything else."""
    most = len(model.offers) + (model.goal.ref is None)
    if text.strip().casefold() == "all":
        return list(range(1, most + 1))
    words = text.replace(",", " ").split()
    for word in words:
        if not (word.isascii() and word.isdigit() and len(word) < 4 and 1 <= int(word) <= most):
            raise Unreadable(
                f"“{word[:60]}” is no number of this plan.", f"They go from 1 to {most}; or: --pick all"
            )
    return sorted({int(word) for word in words})


def _asked(env: Env, model: PlanPage, numbers: list[int], yes: bool) -> list[int]:
    """The numbers to write, once whoever is there has agreed."""
    if numbers and (yes or not env.interactive):
        return numbers if yes else []
    if not env.interactive:
        return []
    if numbers:
        return numbers if env.confirm(f"Write {', '.join(map(str, numbers))}?", default=True) else []
    if not model.offers:
        return []
    return _read(env.ask("Which to write? Numbers, or all; Enter writes none:"), model)


def _written(
    env: Env, model: PlanPage, numbers: list[int], person: str, private: bool, share: bool
) -> list[Record]:
    from mentorlog.flows.career_plan import keep

    chosen = [one for one in model.offers if one.number in numbers]
    with env.write("career plan") as store:
        whose = store.find.person(person) if person else None
        visibility = env.visibility(private, share)
        return keep(store, model, chosen, len(model.offers) + 1 in numbers, whose, visibility, env.today)


def _tell(env: Env, model: PlanPage, kept: list[Record]) -> None:
    from mentorlog.domain.spoken import due_words

    if env.json:
        from mentorlog.formats.json import plain

        env.give("career-plan", plain(model) | {"kept": [str(one.ref) for one in kept]})
        return
    for one in kept:
        day = getattr(one, "due", None)
        said = [one.kind, one.headline, due_words(day, env.today) if day else ""]
        env.kept(one, "PRIVATE" if one.private else " · ".join(filter(None, said)))
    if not env.quiet:
        env.note("mentorlog undo takes all of it back.")
