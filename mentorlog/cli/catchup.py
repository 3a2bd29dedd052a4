"""`catchup`: after a gap, a few questions about it; every answer becomes a record of its day."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

import typer

from mentorlog.cli import options
from mentorlog.cli.app import env_of
from mentorlog.errors import Problem, Refused, Unreadable

if TYPE_CHECKING:
    from datetime import date

    from mentorlog.domain.catchup import Gap, Question
    from mentorlog.domain.people import Person
    from mentorlog.domain.record import Record
    from mentorlog.env import Env
    from mentorlog.flows.attach import Around
    from mentorlog.flows.catchup import Answer

T = TypeVar("T")
NOTHING = ("n", "no", "none", "nothing", "-")
"""Answers that skip, as Enter does."""


def catchup(ctx: typer.Context, since: options.Since = "") -> None:
    """Fill a gap with a few short answers.

    $ mentorlog catchup
    $ mentorlog catchup --since 2w

    It asks about the time since the last entry. Enter skips a question; nothing is kept before the last one.
    Without a terminal it lists the questions, each with the command that answers it.
    """
    env = env_of(ctx)
    found = _gap(env, options.since_day(env, since))
    if not env.interactive:
        _list(env, found)
    elif found.closed:
        env.note(CLOSED)
    else:
        _ask_all(env, found)


CLOSED = (
    "The last entry is from today, so there is no gap. To look further back:  mentorlog catchup --since 2w"
)


def _gap(env: Env, since: date | None) -> Gap:
    """The gap, from all entries; only people who may be on the screen are asked about."""
    from mentorlog.domain.catchup import gap
    from mentorlog.store.recap import last_day

    if since is not None:
        _past(env, since)
    with env.read(private=True) as store:
        last = last_day(store, env.today)
    with env.read() as store:
        ids = {one.person_id for one in store.people.mentorships()}
        people = [one for one in store.people.all() if one.id in ids]
        between = store.people.between(env.today, people)
    return gap(env.today, last, since, people, between)


def _past(env: Env, day: date) -> date:
    """The day itself. Raises Refused when it is ahead."""
    if day > env.today:
        raise Refused(f"{day} is still ahead.", "Give a day that has been: fri, -3d, 28apr.")
    return day


def _list(env: Env, found: Gap) -> None:
    """The questions, each with the command that answers it."""
    if env.json:
        from mentorlog.formats.json import plain

        asked = [{"words": one.words, "kind": one.kind, "command": one.command} for one in found.questions]
        env.give("catchup", {"last": plain(found.last), "days": found.days, "questions": asked})
    elif found.closed:
        env.say(CLOSED)
    else:
        env.say(f"{found.opening}, and the command that answers each:")
        for number, one in enumerate(found.questions, 1):
            env.say(f"{number}. {one.words}\n   {one.command}")


def _ask_all(env: Env, found: Gap) -> None:
    """Ask, keep everything in one write, and say what was kept."""
    from mentorlog.cli.when import zone
    from mentorlog.flows.catchup import keep

    env.note(f"{found.opening}, Enter skips.")
    answers = [said for one in found.questions if (said := _ASKERS[one.kind](env, one))]
    if not answers:
        env.note('Nothing kept, and that is fine. When something comes to mind:  mentorlog log "…"')
        return
    with env.write("catchup") as store:
        kept = keep(store, answers, env.visibility(False), env.today, zone(env))
    for record, around in kept:
        env.kept(record, _echo(env, record, around))


def _answer(env: Env, question: str, read: Callable[[str], T]) -> T | None:
    """Ask until the answer can be read, so that no earlier one is lost; None when it is skipped."""
    while (text := env.ask(question)) and text.casefold() not in NOTHING:
        try:
            return read(text)
        except Problem as problem:
            env.note("  " + " ".join(filter(None, (problem.sentence, problem.hint))))
    return None


def _words(text: str) -> str:
    from mentorlog.domain.text import clean

    return clean(text, "answer")


def _day(env: Env) -> date:
    """The day of what was just told; Enter is today."""
    return _answer(env, "  On which day? [today]", lambda text: options.on_day(env, text)) or env.today


def _who(env: Env, text: str) -> Person:
    with env.read(private=True) as store:
        return store.find.person(text)


def _met(env: Env, question: Question) -> Answer | None:
    from mentorlog.flows.catchup import Answer

    def read(text: str) -> date:
        if text.casefold() in ("y", "yes"):
            raise Unreadable("On which day?", "Say fri, -3d or 28apr.")
        return options.on_day(env, text)

    day = _answer(env, f"{question.words} The day:", read)
    if day is None:
        return None
    notes = _answer(env, "  What is worth keeping from it?", _words) or ""
    return Answer(kind="meeting", words=notes, day=day, person=question.person)


def _promised(env: Env, question: Question) -> Answer | None:
    """A promise, mine or begun with a name; whom mine is to is asked."""
    from mentorlog.flows.catchup import Answer
    from mentorlog.flows.promise import Promise, promised

    def read(text: str) -> Promise:
        with env.read(private=True) as store:
            return promised(store, text, (), env.today, env.me, env.date_order)

    said = _answer(env, question.words, read)
    if said is None:
        return None
    person = said.owner or _answer(env, "  To whom?", lambda text: _who(env, text))
    return Answer(kind="action", words=said.text, day=said.due, person=person, theirs=said.owner is not None)


def _heard(env: Env, question: Question) -> Answer | None:
    """Feedback; a note when nobody knows who said it."""
    from mentorlog.flows.catchup import Answer

    words = _answer(env, question.words, _words)
    if words is None:
        return None
    person = _answer(env, "  Who said it?", lambda text: _who(env, text))
    if person is None:
        return Answer(kind="note", words=words, day=_day(env))
    tone = "praise" if env.ask("  Praise or growth? [growth]").casefold().startswith("p") else "growth"
    return Answer(kind="feedback", words=words, day=_day(env), person=person, tone=tone)


def _happened(env: Env, question: Question) -> Answer | None:
    from mentorlog.flows.catchup import Answer

    words = _answer(env, question.words, _words)
    return Answer(kind=question.kind, words=words, day=_day(env)) if words else None


_ASKERS: dict[str, Callable[[Env, Question], Answer | None]] = {
    "meeting": _met,
    "action": _promised,
    "feedback": _heard,
    "win": _happened,
    "note": _happened,
}


def _echo(env: Env, record: Record, around: Around) -> str:
    """One line on what was kept: a private one is not quoted."""
    from mentorlog.cli.action import echo
    from mentorlog.domain.actions import Action
    from mentorlog.domain.feedback import Feedback
    from mentorlog.flows.attach import understood

    if isinstance(record, Action):
        return echo(record, around.people[0] if record.owner_id is not None else None, env.today)
    said = understood(record, around, env.today)
    return said.replace(" · with ", " · from ", 1) if isinstance(record, Feedback) else said
