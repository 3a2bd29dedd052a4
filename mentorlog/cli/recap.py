"""`recap`: look back on a week, month, quarter or year, and end with three questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from mentorlog.cli import options
from mentorlog.cli.app import env_of
from mentorlog.cli.hand_over import Out
from mentorlog.cli.pages import page
from mentorlog.errors import Misused

if TYPE_CHECKING:
    from mentorlog.domain.periods import Period, Unit
    from mentorlog.domain.recap import Recap
    from mentorlog.env import Env
    from mentorlog.store.store import Store

Form = Annotated[Literal["text", "md", "json"], typer.Option("--format", help="As a page, Markdown or JSON.")]


def recap(
    ctx: typer.Context,
    week: Annotated[bool, typer.Option("--week", help="This week; so it is when unsaid.")] = False,
    month: Annotated[bool, typer.Option("--month", help="This month.")] = False,
    quarter: Annotated[bool, typer.Option("--quarter", help="This quarter.")] = False,
    year: Annotated[bool, typer.Option("--year", help="This year.")] = False,
    previous: Annotated[bool, typer.Option("--previous", help="The one before.")] = False,
    since: options.Since = "",
    until: options.Until = "",
    person: options.WithOne = "",
    questions: Annotated[bool, typer.Option("--questions", help="Only the three questions.")] = False,
    form: Form = "text",
    out: Out = "",
    force: options.Force = False,
    private: options.SeePrivate = False,
) -> None:
    """Look back on a week, month, quarter or year.

    $ mentorlog recap
    $ mentorlog recap --quarter --previous
    $ mentorlog recap --since 2026-01 --with ana --format md

    On the first day of a week, month, quarter or year it is the one that has just ended. What goes to a
    file, or is Markdown, holds shared text only.
    """
    env = env_of(ctx)
    chosen = [
        unit
        for unit, said in (("week", week), ("month", month), ("quarter", quarter), ("year", year))
        if said
    ]
    period = _period(env, chosen, previous, since, until)
    if private and (out or form == "md"):
        raise Misused("Private text stays on the screen.", "Leave out --private, or --out and --format.")
    if out or form == "md":
        _hand_over(env, period, person, questions, form, out, force)
        return
    env.json = env.json or form == "json"
    with env.read(private) as store:
        model = _load(env, store, period, person)
    if questions:
        _ask(env, model)
    else:
        page(env, "recap", model)


def _period(env: Env, units: list[Any], previous: bool, since: str, until: str) -> Period:
    """The days to look back on. Raises Misused for two answers to that, Refused for days that run backwards."""
    from mentorlog.domain.periods import between, calendar

    if len(units) > 1 or (units and since) or (previous and since):
        raise Misused("Say the days once.", "One of --week, --month, --quarter, --year, or --since D.")
    if until and not since:
        raise Misused("Say where it begins, too.", "Add --since D.")
    if first := options.since_day(env, since):
        return between(first, options.until_day(env, until) or env.today)
    unit: Unit = units[0] if units else "week"
    return calendar(unit, env.today, previous)


def _load(env: Env, store: Store, period: Period, person: str) -> Recap:
    from mentorlog.domain.recap import recap as look_back
    from mentorlog.store.recap import held

    who = store.find.person(person) if person else None
    return look_back(held(store, period, env.today, who), period, env.today)


def _ask(env: Env, model: Recap) -> None:
    """Show only the three questions."""

    def draw(look: Any) -> Any:
        from mentorlog.views.recap import draw_questions

        return draw_questions(model, look)

    def tell(look: Any) -> str:
        from mentorlog.views.told.recap import tell_questions

        return tell_questions(model, look)

    def data() -> dict[str, Any]:
        from mentorlog.formats.json import plain

        return {"period": plain(model.period), "questions": plain(model.questions)}

    env.show("recap-questions", data, draw, tell)


def _hand_over(
    env: Env, asked: Period, person: str, questions: bool, form: str, out: str, force: bool
) -> None:
    """Write it to a file or as Markdown, through eyes that see no private text."""
    from mentorlog.cli.hand_over import Parcel, hand_over, place
    from mentorlog.domain.audience import Audience

    file = place(env, out, force)
    with env.audience(Audience(outside=True)) as store:
        model = _load(env, store, asked, person)
    parcel = Parcel(place=file, holds=f"the recap of {model.period.title}", force=force)
    hand_over(env, parcel, lambda: _document(model, form, questions))


def _document(model: Recap, form: str, questions: bool) -> str:
    if form == "md":
        from mentorlog.formats import recap

        return recap.questions(model) if questions else recap.recap(model)
    if form == "json":
        from mentorlog.formats.json import dump, plain

        return dump("recap", plain(model)) + "\n"
    from mentorlog.views.look import Look
    from mentorlog.views.told.recap import tell, tell_questions

    return (tell_questions if questions else tell)(model, Look(linear=True))
