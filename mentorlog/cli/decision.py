"""`decision`: a sticky question, its options, what I chose and expected, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.app import Noun, env_of
from mentorlog.cli.edit import Edit, find
from mentorlog.cli.lists import All, Most, narrow, show_list
from mentorlog.cli.records import parts_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from mentorlog.domain.decisions import Decision
    from mentorlog.env import Env

noun = Noun("decision", "Think a sticky question through, and look back on it.")
Which = Annotated[str, typer.Argument(metavar="D", help="A decision, by ref.")]
Ways = Annotated[
    list[str] | None, typer.Option("--option", metavar="TEXT", help="A way out; repeat for more.")
]
Expect = Annotated[str, typer.Option("--expect", metavar="TEXT", help="What you expect to come of it.")]
Review = Annotated[str, typer.Option("--review", metavar="D", help="The day to look at what came of it.")]


@noun.command("add")
def add(
    ctx: typer.Context,
    text: options.Words = None,
    option: Ways = None,
    choose: Annotated[str, typer.Option("--choose", metavar="TEXT", help="The option you take.")] = "",
    expect: Expect = "",
    review: Review = "",
    people: options.With = None,
    goal: options.GoalOption = "",
    tag: options.Tags = None,
    on: options.On = "",
    private: options.Private = False,
    share: options.Share = False,
    edit: options.Edit = False,
) -> None:
    """Write a sticky question down, with the ways out.

    $ mentorlog decision add "Tell Max now, or after the review?" --option now --option after -w ana
    $ mentorlog decision add "Java course?" --choose "not yet" --expect "Python by June" --review 3m

    --choose takes an option by its number or beginning, or a new one.
    In the words, @ana, #tag and +sql do the same as the flags.
    """
    from mentorlog.domain.decisions import Decision, as_options, chosen
    from mentorlog.domain.text import clean, sugar
    from mentorlog.flows.attach import attach, understood

    env = env_of(ctx)
    words = options.text_of(env, text, "question", edit)
    day = options.on_day(env, on)
    made = Decision(
        question=words,
        day=day,
        options=as_options(clean(one, "option") for one in option or []),
        expectation=clean(expect, "expectation") if expect else "",
        review=options.by_day(env, review),
        visibility=env.visibility(private, share),
    )
    found = sugar(words)
    with env.write("decision add") as store:
        kept = store.add(chosen(made, clean(choose, "choice"), day) if choose else made)
        around = attach(
            store,
            kept,
            people=[*(people or []), *found.people],
            goals=[goal] if goal else [],
            skills=list(found.skills),
            tags=options.tags([*(tag or []), *found.tags]),
        )
    env.kept(kept, understood(kept, around, env.today, *_standing(env, kept)))


def _standing(env: Env, decision: Decision) -> list[str]:
    """How a decision stands, in a few words; of a private one nothing is quoted."""
    from mentorlog.domain.spoken import day_words, plural

    if decision.private:
        return [decision.state]
    said = [plural(len(decision.choices), "option")] if len(decision.choices) > 1 else []
    said.append(f"chosen: {decision.chosen}" if decision.chosen else "undecided")
    if decision.review and decision.state != "closed":
        said.append(f"look back {day_words(decision.review, env.today)}")
    return said


@noun.command("choose")
def choose(
    ctx: typer.Context,
    ref: Which,
    text: options.Words = None,
    expect: Expect = "",
    review: Review = "",
    on: options.On = "",
) -> None:
    """Choose, by an option's number or beginning, or in new words.

    $ mentorlog decision choose d2 1 --expect "one week more of work, one fight less"
    $ mentorlog decision choose d2 "wait for the budget" --review 2w
    """
    from mentorlog.domain.decisions import chosen
    from mentorlog.domain.text import clean

    env = env_of(ctx)
    words = options.text_of(env, text, "choice")
    day, look = options.on_day(env, on), options.by_day(env, review)

    def made(one: Decision) -> Decision:
        return chosen(one, words, day).but(
            expectation=clean(expect, "expectation") if expect else one.expectation,
            review=look or one.review,
        )

    _change(env, "decision choose", ref, made)


@noun.command("outcome")
def outcome(ctx: typer.Context, ref: Which, text: options.Words = None, on: options.On = "") -> None:
    """Say what came of it; that closes it.

    $ mentorlog decision outcome d1 "He asked for a plan, not for an apology" --on fri
    """
    from mentorlog.domain.decisions import closed

    env = env_of(ctx)
    words = options.text_of(env, text, "outcome")
    day = options.on_day(env, on)
    _change(env, "decision outcome", ref, lambda one: closed(one, words, day))


@noun.command("drop")
def drop(ctx: typer.Context, ref: Which, why: options.Why = "", on: options.On = "") -> None:
    """Let a question go, with the reason.

    $ mentorlog decision drop d2 --why "it settled itself"
    """
    from mentorlog.domain.decisions import dropped

    env = env_of(ctx)
    reason = options.reason(why)
    day = options.on_day(env, on)
    _change(env, "decision drop", ref, lambda one: dropped(one, day, reason))


def _change(env: Env, command: str, ref: str, how: Callable[[Decision], Decision]) -> None:
    from mentorlog.domain.decisions import Decision
    from mentorlog.domain.text import first_line

    with env.write(command) as store:
        kept = store.save(how(store.by_id(Decision, find(store, "decision", ref).id)))
    quoted = [] if kept.private else [first_line(kept.question, 60)]
    said = "PRIVATE" if kept.private else kept.state
    env.kept(kept, " · ".join(["decision", *quoted, *_standing(env, kept), said]))


@noun.command("list")
def list_(
    ctx: typer.Context,
    all: All = False,
    people: options.With = None,
    goal: options.GoalOption = "",
    limit: Most = 50,
    private: options.SeePrivate = False,
) -> None:
    """List decisions: those still open first, then by the day to look back.

    $ mentorlog decision list
    $ mentorlog decision list --all --with ana
    """
    from mentorlog.domain.decisions import Decision
    from mentorlog.store.listing import narrowed
    from mentorlog.views.kept_rows import DECISION_COLUMNS, decision_row

    env = env_of(ctx)
    with env.read(private) as store:
        wanted = narrow(env, store, people, goal, where="1" if all else "ended IS NULL")
        order = "ended IS NOT NULL, decided IS NOT NULL, ended DESC, review IS NULL, review, id"
        found = narrowed(store, Decision, wanted, order, limit or -1)
    rows = [decision_row(one, env.today) for one in found]
    empty = 'No decisions to show. Begin with:  mentorlog decision add "…" --option "…" --option "…"'
    show_list(env, "decision", found, DECISION_COLUMNS, rows, empty)


noun.verbs["edit"] = Edit("decision")
parts_of(noun)
