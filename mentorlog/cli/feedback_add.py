"""`feedback add`: the situation, the behaviour and its impact, from somebody or for somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from mentorlog.cli import options
from mentorlog.cli.app import env_of
from mentorlog.cli.given import values
from mentorlog.errors import Misused, Unreadable

if TYPE_CHECKING:
    from mentorlog.domain.feedback import Feedback
    from mentorlog.domain.people import Person
    from mentorlog.env import Env

From = Annotated[str, typer.Option("--from", metavar="P", help="Who gave it to you.")]
To = Annotated[str, typer.Option("--to", metavar="P", help="Whom you have it for.")]
Situation = Annotated[str, typer.Option("-s", "--situation", metavar="TEXT", help="When and where it was.")]
Behaviour = Annotated[str, typer.Option("-b", "--behaviour", metavar="TEXT", help="What was done.")]
Impact = Annotated[str, typer.Option("-i", "--impact", metavar="TEXT", help="What that led to.")]
Intent = Annotated[str, typer.Option("--intent", metavar="TEXT", help="What was meant.")]
Praise = Annotated[bool, typer.Option("--praise", help="Something to keep doing.")]
Growth = Annotated[bool, typer.Option("--growth", help="Something to change; so it is when unsaid.")]
Skill = Annotated[str, typer.Option("--skill", metavar="S", help="A skill it is about.")]
Theme = Annotated[str, typer.Option("--theme", metavar="T", help="A theme it belongs to.")]
QUESTIONS = {
    "situation": "Situation: when and where was it?",
    "behaviour": "Behaviour: what was done or said?",
    "impact": "Impact: what did that lead to?",
}
"""The parts, as the Center for Creative Leadership's SBI asks for them."""


def add(
    ctx: typer.Context,
    text: options.Words = None,
    giver: From = "",
    to: To = "",
    situation: Situation = "",
    behaviour: Behaviour = "",
    impact: Impact = "",
    intent: Intent = "",
    praise: Praise = False,
    growth: Growth = False,
    skill: Skill = "",
    theme: Theme = "",
    on: options.On = "",
    private: options.Private = False,
    share: options.Share = False,
) -> None:
    """Keep feedback: the situation, the behaviour and its impact.

    $ mentorlog feedback add --from raj -s "design review" -b "read slides" -i "two people left"
    $ mentorlog feedback add --to bo --praise "Wrote the incident down while it ran"

    Words without a flag are the behaviour. On a terminal you are asked for what is missing.
    """
    from mentorlog.domain.feedback import Feedback

    env = env_of(ctx)
    if not giver and not to:
        giver = env.ask("From whom? (Enter: you have it for somebody)")
        to = "" if giver else env.ask("For whom?")
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
        raise Misused("Feedback is either praise or growth.", "Give one of --praise and --growth.")
    if praise or growth:
        return "praise" if praise else "growth"
    while True:
        said = env.ask("Praise or growth? [growth]", "growth").lower()
        for tone in ("praise", "growth"):
            if tone.startswith(said):
                return tone
        env.note("Answer praise or growth; Enter is growth.")


def _parts(env: Env, words: list[str] | None, parts: dict[str, str]) -> dict[str, str]:
    """Situation, behaviour and impact; what is missing is asked for. Raises Unreadable when all are."""
    if words and parts["behaviour"]:
        raise Misused("The behaviour is there twice: as words and as --behaviour.", "Give it once.")
    if words:
        parts["behaviour"] = options.text_of(env, words, "feedback")
    asked = {part: said or env.ask(QUESTIONS[part]) for part, said in parts.items()}
    if not any(said.strip() for said in asked.values()):
        raise Unreadable(
            "The feedback is empty; nothing was kept.", "Give -s situation, -b behaviour or -i impact."
        )
    return asked


def _echo(env: Env, feedback: Feedback, names: dict[int, Person]) -> str:
    """One line: tone, person, day, how far it has come. Private feedback only says its day."""
    from mentorlog.domain.feedback import state_words
    from mentorlog.domain.spoken import day_words

    day = "today" if feedback.day == env.today else day_words(feedback.day, env.today)
    if feedback.private:
        return f"feedback · {day} · PRIVATE"
    side, id = ("from", feedback.from_id) if feedback.to_id is None else ("to", feedback.to_id)
    who = names[id].called if id is not None else "me"
    return f"{feedback.tone} · {side} {who} · {day} · {state_words(feedback, False, False)} · shared"
