"""`feedback`: what was said about the work, what I did about it, and what shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from mentorlog.cli import options
from mentorlog.cli.app import Noun, env_of
from mentorlog.cli.edit import Edit
from mentorlog.cli.feedback_add import add
from mentorlog.cli.feedback_loop import loop
from mentorlog.cli.lists import Most, narrow, show_list
from mentorlog.cli.records import parts_of
from mentorlog.domain.spoken import a, join_words
from mentorlog.errors import Misused, Refused

if TYPE_CHECKING:
    from mentorlog.domain.feedback import Feedback
    from mentorlog.domain.refs import Ref
    from mentorlog.env import Env
    from mentorlog.store.store import Store

noun = Noun("feedback", "Keep feedback and what came of it.")
Which = Annotated[str, typer.Argument(metavar="F", help="Feedback, by ref.")]
Open = Annotated[bool, typer.Option("--open", help="Growth feedback to you with nothing done about it.")]
Owed = Annotated[bool, typer.Option("--owed", help="What you have for others and did not give yet.")]

noun.verbs["add"] = add


@noun.command("act")
def act(
    ctx: typer.Context,
    feedback: Which,
    action: Annotated[str, typer.Option("--action", metavar="TEXT", help="What you will do.")] = "",
    by: options.By = "",
) -> None:
    """Decide what to do about feedback: it becomes an action of yours.

    $ mentorlog feedback act f1 --action "Open with the decision needed; 2 slides" --by 2w
    """
    from mentorlog.cli.action import echo
    from mentorlog.domain.actions import Action
    from mentorlog.domain.links import FROM

    env = env_of(ctx)
    words = options.text_of(env, [action] if action else None, "action")
    due = options.by_day(env, by)
    with env.write("feedback act") as store:
        one = _feedback(store, feedback)
        if one.to_id is not None:
            given = f"Once it is given:  mentorlog feedback deliver {one.ref}"
            raise Refused(f"{one.ref} is for somebody else to act on.", given)
        made = Action(text=words, skill_id=one.skill_id, due=due, visibility=env.visibility(one.private))
        kept = store.add(made)
        store.links.join(kept, [one], FROM)
    env.kept(kept, f"{echo(kept, None, env.today)} · from {one.ref}")


@noun.command("evidence")
def evidence(
    ctx: typer.Context,
    feedback: Which,
    refs: Annotated[list[str], typer.Argument(metavar="REF…", help="Records that show it.")],
) -> None:
    """Link what shows that feedback made a difference.

    $ mentorlog feedback evidence f1 w1
    $ mentorlog feedback evidence f2 n1,m1

    What was over before the feedback was heard is linked too, as where you started: it closes nothing.
    """
    from mentorlog.domain.refs import read_refs
    from mentorlog.store.evidence import came_of
    from mentorlog.store.feedback import course_of

    env = env_of(ctx)
    shown = read_refs(refs)
    with env.write("feedback evidence") as store:
        one = _feedback(store, feedback)
        if one.ref in shown:
            raise Refused(f"{one.ref} cannot show itself.")
        early = came_of(store, one, shown)
        came = course_of(store, one)
    env.kept(one, "feedback · PRIVATE" if one.private else came.words(env.today))
    if early and not env.json and not env.quiet:
        _say_early(env, one, early)


def _say_early(env: Env, one: Feedback, early: list[Ref]) -> None:
    are, show = ("is", "it shows") if len(early) == 1 else ("are", "they show")
    was, who = ("heard", "you") if one.to_id is None else ("noted", "it")
    names = join_words([*map(str, early)])
    env.note(
        f"      {names} {are} from before {one.ref} was {was}: {show} where {who} started, not a change."
    )


@noun.command("deliver")
def deliver(ctx: typer.Context, feedback: Which, on: options.On = "") -> None:
    """Note that you gave somebody their feedback.

    $ mentorlog feedback deliver f12
    $ mentorlog feedback deliver f12 --on yesterday
    """
    from mentorlog.domain.feedback import delivered
    from mentorlog.store.feedback import course_of

    env = env_of(ctx)
    day = options.on_day(env, on)
    with env.write("feedback deliver") as store:
        kept = store.save(delivered(_feedback(store, feedback), day))
        came = course_of(store, kept)
    env.kept(kept, "feedback · PRIVATE" if kept.private else came.words(env.today))


def _feedback(store: Store, text: str) -> Feedback:
    """Feedback by its ref. Raises Unknown, Unreadable, or Misused for a ref of another kind."""
    from mentorlog.domain.feedback import Feedback
    from mentorlog.domain.refs import read_ref

    ref = read_ref(text)
    if ref.kind != "feedback":
        raise Misused(f"{ref} is {a(ref.kind)}, not feedback.", "Feedback is f and a number: f1.")
    return store.by_id(Feedback, ref.id)


@noun.command("list")
def list_(
    ctx: typer.Context,
    open_: Open = False,
    owed: Owed = False,
    people: options.With = None,
    skill: options.SkillOption = "",
    since: options.Since = "",
    until: options.Until = "",
    limit: Most = 50,
    private: options.SeePrivate = False,
) -> None:
    """List feedback, the newest first, and what came of it.

    $ mentorlog feedback list --open
    $ mentorlog feedback list --with raj --since -3m
    """
    from mentorlog.domain.feedback import Feedback, state_words
    from mentorlog.store.feedback import OPEN, OWED, acted, shown
    from mentorlog.store.listing import narrowed
    from mentorlog.views.rows import FEEDBACK_COLUMNS, dated_row

    env = env_of(ctx)
    where = " OR ".join(f"({test})" for test, wanted in ((OPEN, open_), (OWED, owed)) if wanted) or "1"
    with env.read(private) as store:
        wanted = narrow(env, store, people, skill=skill, since=since, until=until, where=where)
        found = narrowed(store, Feedback, wanted, "day DESC, id DESC", limit or -1)
        names, done, proven = store.people.names(), acted(store), shown(store)
    states = {one.id: state_words(one, one.id in done, one.id in proven) for one in found}
    rows = [[*dated_row(one, None, names, env.today), states[one.id]] for one in found]
    empty = 'No feedback to show. Begin with:  mentorlog feedback add --from raj -s "…" -b "…" -i "…"'
    show_list(env, "feedback", found, FEEDBACK_COLUMNS, rows, empty, lambda one: {"state": states[one.id]})


@noun.command("themes")
def themes(ctx: typer.Context, since: options.Since = "", private: options.SeePrivate = False) -> None:
    """See which themes come up, how often, and where.

    $ mentorlog feedback themes
    $ mentorlog feedback themes --since -1y
    """
    from mentorlog.domain.feedback import Feedback
    from mentorlog.domain.feedback_loop import over_time
    from mentorlog.formats.json import plain
    from mentorlog.store.feedback import acted, shown
    from mentorlog.store.listing import narrowed
    from mentorlog.views.columns import tsv
    from mentorlog.views.rows import THEME_COLUMNS, theme_row

    env = env_of(ctx)
    with env.read(private) as store:
        told = narrowed(store, Feedback, narrow(env, store, since=since), "day DESC, id DESC")
        found = over_time(told, acted(store), shown(store))
    if not found and not env.json:
        env.note('No themes yet. Name one:  mentorlog feedback edit REF --theme "…"')
        return
    rows = [theme_row(one, env.today) for one in found]

    def drawn(look: Any) -> Any:
        from mentorlog.views.lists import table

        return table(THEME_COLUMNS, rows, look)

    env.show(
        "feedback-themes", lambda: {"items": plain(found)}, drawn, lambda look: tsv(THEME_COLUMNS, rows, look)
    )


noun.verbs["loop"] = loop
noun.verbs["edit"] = Edit("feedback")
parts_of(noun)
