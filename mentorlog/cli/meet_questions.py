"""The questions of `meet`. Each has a default that Enter accepts, and every default keeps things as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentorlog.cli.meet_flags import following, promise
from mentorlog.domain.spoken import day_words, days_words, every_words
from mentorlog.domain.talk import resembled, understood
from mentorlog.domain.text import first_line
from mentorlog.errors import Problem

if TYPE_CHECKING:
    from mentorlog.domain.actions import Action
    from mentorlog.domain.meetings import Meeting, Topic
    from mentorlog.domain.people import Between
    from mentorlog.domain.refs import Ref
    from mentorlog.env import Env
    from mentorlog.flows.meet import Pending, Told
    from mentorlog.flows.promise import Promise


def ask_all(env: Env, told: Told) -> Told:
    """What was said, what became of each open topic and promise, my private note, the next day, new promises."""
    left = look(env, told)
    told = ask_notes(env, told)
    told = with_promises(env, told.but(promises=()), told.promises, left)
    told = _ask_topics(env, told, left)
    told = _ask_actions(env, told, left)
    told = told.but(aside=told.aside or env.ask("Private note for yourself? (Enter to skip)"))
    told = ask_next(env, told)
    return _ask_promises(env, told, left)


def look(env: Env, told: Told) -> Pending:
    """What is open between the people of a conversation and me, the private too."""
    from mentorlog.flows.meet import pending

    with env.read(private=True) as store:
        return pending(store, told.people, told.meeting.day, told.zone)


def ask_notes(env: Env, told: Told) -> Told:
    """What was said. It may stay empty: that we talked is worth keeping."""
    if told.meeting.notes:
        return told
    notes = env.ask(f"What was said with {told.people[0].called}? (Enter to skip)")
    return told.but(meeting=told.meeting.but(notes=notes))


def words_of(record: Topic | Action, told: Told) -> str:
    """What it says, on one line; of a private one nothing, unless the conversation is private too."""
    return "(private)" if record.private and not told.meeting.private else first_line(record.text, 100)


def described(env: Env, action: Action, told: Told) -> str:
    """A promise in one line: whose if not mine, what, and when it is due."""
    owner = next((f"{one.called}: " for one in told.people if one.id == action.owner_id), "")
    due = f", due {day_words(action.due, env.today)}" if action.due else ""
    late = (env.today - action.due).days if action.due else 0
    return f"{owner}{words_of(action, told)}{due}" + (f", {days_words(late)} late" if late > 0 else "")


def _ask_topics(env: Env, told: Told, left: Pending) -> Told:
    for topic in left.topics:
        if topic.ref not in told.finished:
            meant = _choose(
                env, f"Discussed?  {topic.ref} {words_of(topic, told)} [y/N]", "y or n", ("done", "carry")
            )
            told = _closing(told, topic.ref, meant)
    return told


def _ask_actions(env: Env, told: Told, left: Pending) -> Told:
    replaced = {one.replaces.ref for one in told.promises if one.replaces}
    for action in left.actions:
        if action.ref not in (*told.finished, *replaced):
            question = f"{action.ref} {described(env, action, told)}: done / drop / carry [c]"
            meant = _choose(env, question, "done, drop or carry", ("done", "drop", "carry"))
            why = env.ask("Why? (Enter carries it)") if meant == "drop" else ""
            told = _closing(told, action.ref, meant, why)
    return told


def _closing(told: Told, ref: Ref, meant: str, why: str = "") -> Told:
    if meant == "done":
        return told.but(finished=(*told.finished, ref))
    return told.but(dropped={**told.dropped, ref: why}) if why else told


def _choose(env: Env, question: str, choices: str, allowed: tuple[str, ...]) -> str:
    """One of `done`, `drop` and `carry`; asked again until it is one that is allowed."""
    while (meant := understood(env.ask(question))) not in allowed:
        env.note(f"Answer {choices}; Enter carries it.")
    return meant


def ask_next(env: Env, told: Told) -> Told:
    """A day plans the next conversation; Enter leaves it to what is planned, or to the cadence."""
    from mentorlog.flows.plan import outlook

    if told.following or told.cadence:
        return told
    with env.read(private=True) as store:
        ahead = outlook(store, told.people[:1], env.today)[0]
    question = f"Next? (Enter: {_as_it_is(env, told.meeting, ahead)}; or a day)"
    while answer := env.ask(question):
        try:
            return told.but(following=following(env, answer, told.meeting))
        except Problem as problem:
            _explain(env, problem)
    return told


def _as_it_is(env: Env, meeting: Meeting, ahead: Between) -> str:
    """When the next conversation is if nothing is said, this one having been held."""
    last = max(meeting.day, ahead.last or meeting.day)
    due = ahead.but(last=last).due
    if due is None:
        return "no day"
    cadence = ahead.mentorship.cadence if ahead.mentorship else None
    why = "planned" if ahead.planned else every_words(cadence or 0) if cadence else ""
    return f"{day_words(due, env.today)}, {why}"


def _ask_promises(env: Env, told: Told, left: Pending) -> Told:
    """New promises, one after the other until Enter; one that cannot be read is asked for again."""
    question = f"Any promise? (me: … by fri / {told.people[0].short}: …; Enter: none)"
    while answer := env.ask(question):
        try:
            with env.read(private=True) as store:
                made = promise(env, store, answer, list(told.people), told.meeting)
        except Problem as problem:
            _explain(env, problem)
            continue
        told = with_promises(env, told, (made,), left)
        question = "Another? (Enter: none)"
    return told


def with_promises(env: Env, told: Told, made: tuple[Promise, ...], left: Pending) -> Told:
    """With new promises, each in place of the open one it resembles if the person says so; unasked, none is."""
    for one in made:
        gone = {
            *told.finished,
            *told.dropped,
            *(each.replaces.ref for each in told.promises if each.replaces),
        }
        still = [action for action in left.actions if action.ref not in gone]
        old = resembled(one.text, one.owner.id if one.owner else None, still) if env.interactive else None
        if old and env.confirm(f"“{first_line(one.text, 60)}” replaces {old.ref} {words_of(old, told)}?"):
            one = one.but(replaces=old)
        told = told.but(promises=(*told.promises, one))
    return told


def _explain(env: Env, problem: Problem) -> None:
    env.note(f"{problem.sentence} {problem.hint}".rstrip())
