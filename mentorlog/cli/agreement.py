"""`mentorship agree`: what two people expect of each other, and a page both can sign off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from mentorlog.cli import options
from mentorlog.cli.app import env_of
from mentorlog.cli.given import values
from mentorlog.cli.hand_over import IncludePrivate, Out, Parcel, hand_over, place
from mentorlog.cli.hand_over import agree as agree_to
from mentorlog.cli.partner import As, Partner, echo, side_of
from mentorlog.errors import Misused, Refused

if TYPE_CHECKING:
    from mentorlog.domain.agreement import Agreement
    from mentorlog.domain.people import Mentorship, Person
    from mentorlog.env import Env

KIND = "agreement"
QUESTIONS = {
    "purpose": "What is it for?",
    "expect": "What do you expect of each other?",
    "confidential": "What stays between you?",
    "every": "How often do you talk? (2w, monthly)",
    "end": "How will you know that it is time to end, and how do you end?",
}


def agree(
    ctx: typer.Context,
    person: Partner,
    purpose: Annotated[str, typer.Option("--purpose", metavar="TEXT", help="What it is for.")] = "",
    expect: Annotated[
        str, typer.Option("--expect", metavar="TEXT", help="What you expect of each other.")
    ] = "",
    confidential: Annotated[
        str, typer.Option("--confidential", metavar="TEXT", help="What stays between you.")
    ] = "",
    every: Annotated[
        str, typer.Option("--every", metavar="SPAN", help="How often you talk: 2w, monthly.")
    ] = "",
    end: Annotated[str, typer.Option("--end", metavar="TEXT", help="How you end.")] = "",
    side: As = "",
    edit: options.Edit = False,
    form: Annotated[Literal["", "md"], typer.Option("--format", metavar="md", help="Print the page.")] = "",
    out: Out = "",
    force: options.Force = False,
    include_private: IncludePrivate = False,
    yes: options.Yes = False,
) -> None:
    """Keep what you agreed, or print it as a page for both.

    $ mentorlog mentorship agree ana --expect "I bring the topics" --confidential "all of it"
    $ mentorlog mentorship agree ana --format md --out agreement.md

    Without flags you are asked; -e opens your editor on all of it. What you do not name stays as it is.
    """
    env = env_of(ctx)
    if form or out:
        _print(env, person, side_of(side), (out, force, include_private, yes))
        return
    texts = {"purpose": purpose, "expect": expect, "confidential": confidential, "every": every, "end": end}
    given = {name: text for name, text in texts.items() if text}
    if not given:
        given = _asked(env, person, side_of(side), edit)
    _keep(env, person, side_of(side), given)


def _asked(env: Env, text: str, side: str, edit: bool) -> dict[str, str]:
    """What the person wrote in the editor or answered. Raises Misused when nobody can be asked."""
    from mentorlog.cli.edit import parse, template
    from mentorlog.cli.fields import FIELDS
    from mentorlog.domain.agreement import agreement_of
    from mentorlog.store.mentorships import find

    with env.read(private=True) as store:
        _, mentorship = find(store, text, side)
    now: Any = agreement_of(mentorship)
    before = {field.name: getattr(now, field.name) for field in FIELDS[KIND]}
    if edit:
        from mentorlog.editor import written

        told = parse(KIND, options.whole(env, written(env, template(now, {}), KIND)))
        return {name: said or "none" for name, said in told.items() if said != before[name]}
    if not env.interactive:
        raise Misused("Say what you agreed.", f'mentorlog mentorship agree {text} --purpose "…" --expect "…"')
    env.note("Enter keeps what is there.")
    answers = {name: env.ask(_question(name, before[name])) for name in QUESTIONS}
    return {name: said for name, said in answers.items() if said}


def _question(name: str, now: str) -> str:
    from mentorlog.domain.text import first_line

    return f"{QUESTIONS[name]}{f' [{first_line(now, 40)}]' if now else ''}"


def _keep(env: Env, text: str, side: str, given: dict[str, str]) -> None:
    from mentorlog.domain.agreement import agreement_of
    from mentorlog.flows.mentorship import agree as settle
    from mentorlog.store.mentorships import find

    if not given:
        raise Refused("Nothing was changed in the agreement, so nothing was kept.")
    with env.write("mentorship agree") as store:
        who, mentorship = find(store, text, side)
        read = values(env, store, KIND, **given)
        cadence = {"cadence": read.pop("every")} if "every" in read else {}
        new = agreement_of(mentorship).but(**read)
        changes: dict[str, Any] = {"purpose": new.purpose, "agreement": new.text, **cadence}
        kept = settle(store, mentorship, changes, env.today)
    env.kept(kept, echo(kept, "agreement", who, f"agreed: {', '.join(given)}"))
    if not (env.quiet or env.json):
        env.note(f"      A page for both of you:  mentorlog mentorship agree {text} --format md")


def _print(env: Env, text: str, side: str, how: tuple[str, bool, bool, bool]) -> None:
    """Hand the agreement out as the other person may see it. Raises Refused when there is nothing to see."""
    from mentorlog.formats.agreement import agreement

    out, force, private, yes = how
    file = place(env, out, force)
    who, seen, model = _through_their_eyes(env, text, side, private)
    agree_to(env, private, yes)
    parcel = Parcel(place=file, holds="what you agreed", force=force)
    hand_over(env, parcel, lambda: agreement(model, who.name, env.me, seen.started))


def _through_their_eyes(
    env: Env, text: str, side: str, private: bool
) -> tuple[Person, Mentorship, Agreement]:
    from mentorlog.domain.agreement import agreement_of
    from mentorlog.domain.audience import Audience
    from mentorlog.domain.people import Mentorship
    from mentorlog.store.mentorships import find

    with env.read(private=True) as store:
        who, mentorship = find(store, text, side)
    with env.audience(Audience(outside=True, private=private, person=who.id)) as store:
        seen = store.one(Mentorship, "id = ?", (mentorship.id,))
    if seen is None:
        raise Refused(f"{mentorship.ref} is private.", "Add --include-private to hand it out.")
    if not (seen.purpose or seen.agreement):
        raise Refused(f"Nothing is agreed in {seen.ref} yet.", f"mentorlog mentorship agree {seen.ref}")
    return who, seen, agreement_of(seen)
