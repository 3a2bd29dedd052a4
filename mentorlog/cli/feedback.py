"""`feedback`: what was said about the work, what I did about it, and what shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from mentorlog.cli import options
from mentorlog.cli.app import Noun, env_of
from mentorlog.cli.edit import Edit
from mentorlog.cli.given import values
from mentorlog.cli.lists import Most, narrow, show_list
from mentorlog.cli.records import parts_of
from mentorlog.errors import Misused, Refused, Unreadable

if TYPE_CHECKING:
    from mentorlog.domain.feedback import Feedback
    from mentorlog.domain.people import Person
    from mentorlog.env import Env
    from mentorlog.store.store import Store

noun = Noun("feedback", "Keep feedback and what came of it.")
Which = Annotated[str, typer.Argument(metavar="F", help="Feedback, by ref.")]
QUESTIONS = {
    "situation": "Situation: when and where was it?",
    "behaviour": "Behaviour: what was done or said?",
    "impact": "Impact: what did that lead to?",
}
"""The parts, as the Center for Creative Leadership's SBI asks for them."""


@noun.command("add")
def add(
    ctx: typer.Context,
    text: options.Words = None,
    giver: Annotated[str, typer.Option("--from", metavar="P", help="Who gave it to you.")] = "",
    to: Annotated[str, typer.Option("--to", metavar="P", help="Whom you have it for.")] = "",
    situation: Annotated[str, typer.Option("-s", "--situation", metavar="TEXT", help="When and where it was.")] = "",
    behaviour: Annotated[str, typer.Option("-b", "--behaviour", "--behavior", metavar="TEXT", help="What was done.")] = "",
    impact: Annotated[str, typer.Option("-i", "--impact", metavar="TEXT", help="What that led to.")] = "",
    intent: Annotated[str, typer.Option("--intent", metavar="TEXT", help="What was meant.")] = "",
    praise: Annotated[bool, typer.Option("--praise", help="Something to keep doing.")] = False,
    growth: Annotated[bool, typer.Option("--growth", help="Something to change; what it is when nothing is said.")] = False,
    skill: Annotated[str, typer.Option("--skill", metavar="S", help="A skill it is about.")] = "",
    theme: Annotated[str, typer.Option("--theme", metavar="T", help="A theme it belongs to.")] = "",
    on: options.On = "",
    private: options.Private = False,
    share: options.Share = False,
) -> None:
    """Keep feedback: the situation, the behaviour and its impact.

    $ mentorlog feedback add --from raj -s "design review" -b "read slides for 10 minutes" -i "two people left" --growth
    $ mentorlog feedback add --to bo --praise "Wrote the incident down while it ran"

    Words without a flag are the behaviour. On a terminal you are asked for what is missing.
    """
    from mentorlog.domain.feedback import Feedback

    env = env_of(ctx)
    sides = _sides(giver, to)
    day = options.on_day(env, on)
    tone = _tone(env, praise, growth)
    parts = _parts(env, text, {"situation": situation, "behaviour": behaviour, "impact": impact})
    with env.write("feedback add") as store:
        told = values(env, store, "feedback", **sides, **parts, intent=intent, skill_id=skill, theme=theme)
        kept = store.add(Feedback(day=day, tone=tone, visibility=env.visibility(private, share), **told))
        names = store.people.names()
    env.kept(kept, _echo(env, kept, names))


def _sides(giver: str, to: str) -> dict[str, str]:
    """Who gave it or whom it is for. Raises Misused when it is neither or both."""
    given = {"from_id": giver, "to_id": to}
    named = {side: who for side, who in given.items() if who and who.casefold() != "me"}
    if len(named) != 1:
        raise Misused("Say who gave it to you, or whom you have it for.", "Give one of --from P and --to P.")
    return named


def _tone(env: Env, praise: bool, growth: bool) -> str:
    """Praise or growth. Unsaid it is growth: what is filed so by mistake comes up again, praise would not."""
    if praise and growth:
        raise Misused("Feedback is either praise or growth.", "Give --praise or --growth; keep two pieces if it was both.")
    if praise or growth:
        return "praise" if praise else "growth"
    return "praise" if env.ask("Praise or growth? [growth]", "growth").lower().startswith("p") else "growth"


def _parts(env: Env, words: list[str] | None, parts: dict[str, str]) -> dict[str, str]:
    """Situation, behaviour and impact; a terminal is asked for what is missing. Raises Unreadable when all are."""
    if words and parts["behaviour"]:
        raise Misused("The behaviour is there twice: as words and as --behaviour.", "Give it once.")
    if words:
        parts["behaviour"] = options.text_of(env, words, "feedback")
    asked = {part: said or env.ask(QUESTIONS[part]) for part, said in parts.items()}
    if not any(said.strip() for said in asked.values()):
        raise Unreadable("The feedback is empty; nothing was kept.", "Give its -s situation, -b behaviour or -i impact.")
    return asked


def _echo(env: Env, feedback: Feedback, names: dict[int, Person]) -> str:
    """One line: tone, person, day, how far it has come. Private feedback only says its day."""
    from mentorlog.domain.feedback import state_words
    from mentorlog.domain.spoken import day_words

    day = "today" if feedback.day == env.today else day_words(feedback.day, env.today)
    if feedback.private:
        return f"feedback · {day} · PRIVATE"
    side, id = ("from", feedback.from_id) if feedback.to_id is None else ("to", feedback.to_id)
    who = names[id].name if id is not None else "me"
    return f"{feedback.tone} · {side} {who} · {day} · {state_words(feedback, False, False)} · shared"


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
            raise Refused(f"{one.ref} is for somebody else to act on.", f"Once you gave it:  mentorlog feedback deliver {one.ref}")
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
    """
    from mentorlog.domain.refs import read_refs
    from mentorlog.store.evidence import show_by
    from mentorlog.store.feedback import course_of

    env = env_of(ctx)
    shown = read_refs(refs)
    with env.write("feedback evidence") as store:
        one = _feedback(store, feedback)
        if one.ref in shown:
            raise Refused(f"{one.ref} cannot show itself.")
        show_by(store, one, shown)
        came = course_of(store, one)
    env.kept(one, "feedback · PRIVATE" if one.private else came.words(env.today))


@noun.command("deliver")
def deliver(ctx: typer.Context, feedback: Which, on: options.On = "") -> None:
    """Note that you gave somebody their feedback.

    $ mentorlog feedback deliver f2
    $ mentorlog feedback deliver f2 --on yesterday
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
        raise Misused(f"{ref} is a {ref.kind}, not feedback.", "Feedback is f and a number: f1.")
    return store.by_id(Feedback, ref.id)


@noun.command("list")
def list_(
    ctx: typer.Context,
    open_: Annotated[bool, typer.Option("--open", help="Growth feedback to you that nothing was done about yet.")] = False,
    owed: Annotated[bool, typer.Option("--owed", help="What you have for others and did not give yet.")] = False,
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
    from mentorlog.domain.feedback import themes as grouped
    from mentorlog.store.listing import narrowed
    from mentorlog.views.columns import tsv
    from mentorlog.views.rows import THEME_COLUMNS

    env = env_of(ctx)
    with env.read(private) as store:
        found = grouped(narrowed(store, Feedback, narrow(env, store, since=since), "day DESC, id DESC"))
    counted = [(theme, len(all), [str(one.ref) for one in all]) for theme, all in found.items()]
    if not counted and not env.json:
        env.note('No themes yet. Name one:  mentorlog feedback edit REF --theme "…"')
        return
    rows = [[theme, str(count), ", ".join(refs)] for theme, count, refs in counted]
    items = [{"theme": theme, "count": count, "refs": refs} for theme, count, refs in counted]

    def drawn(look: Any) -> Any:
        from mentorlog.views.lists import table

        return table(THEME_COLUMNS, rows, look)

    env.show("feedback-themes", lambda: {"items": items}, drawn, lambda look: tsv(THEME_COLUMNS, rows, look))


noun.verbs["edit"] = Edit("feedback")
parts_of(noun)
