"""Mentorships in their course: which one is meant, how one rests and ends, and the round of them all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from mentorlog.domain.frozen import Frozen
from mentorlog.domain.people import COUNTERPART, Between, Mentorship, Person, Turn
from mentorlog.domain.refs import Ref
from mentorlog.domain.spoken import day_words, join_words
from mentorlog.errors import Refused

SIDES = tuple(dict.fromkeys((*COUNTERPART.values(), *COUNTERPART)))
"""What I may be in a mentorship."""
THEIRS = {"mentee": "mentor", "mentor": "mentee", "peer": "peer", "sponsor": "mentee", "manager": "mentee"}
"""What the other person is to me, from my side."""


class Round(Frozen):
    """One line of the round of all mentorships: how things stand between a person and me.

    owed: feedback I noted for them and have not given. phase: theirs and mine now, empty when none was
    told. pause: why it rests, as long as it does.
    """

    person: Person
    between: Between
    owed: tuple[Ref, ...] = ()
    phase: str = ""
    pause: str = ""


def picked(running: Sequence[Mentorship], side: str, person: Person) -> Mentorship:
    """The running mentorship meant: the only one, or the one of my `side`.

    Raises Refused when there is none, and when there are several, naming them.
    """
    found = [one for one in running if side in ("", one.side)]
    if len(found) == 1:
        return found[0]
    whom = person.called
    if not found:
        as_what = f" in which you are the {side}" if side else ""
        begin = (
            f"mentorlog mentorship start {person.short} --as {side or COUNTERPART.get(person.role, 'mentee')}"
        )
        raise Refused(f"No mentorship with {whom}{as_what} is running.", begin)
    sides = join_words([f"{one.side} ({one.ref})" for one in found])
    raise Refused(f"You are {sides} of {whom}.", "Say which: add --as SIDE, or give its ref for the name.")


def paused(mentorship: Mentorship, until: date, today: date) -> Mentorship:
    """The mentorship, resting until a day ahead. Raises Refused."""
    _check_running(mentorship)
    if until <= today:
        raise Refused(
            f"{day_words(until, until)} is not ahead, so there is nothing to wait for.", "Give a later day."
        )
    return mentorship.but(paused_until=until)


def resumed(mentorship: Mentorship, today: date) -> Mentorship:
    """The mentorship, no longer resting. Raises Refused when it does not rest."""
    _check_running(mentorship)
    if mentorship.paused_until is None or mentorship.paused_until <= today:
        raise Refused(f"{mentorship.ref} is not paused.", f"mentorlog mentorship show {mentorship.ref}")
    return mentorship.but(paused_until=None)


def closed(mentorship: Mentorship, on: date, today: date) -> Mentorship:
    """The mentorship, ended on a day since its start. Raises Refused for one that has ended, or another day."""
    _check_running(mentorship)
    if not mentorship.started <= on <= today:
        raise Refused(
            f"{mentorship.ref} began on {mentorship.started} and cannot end on {on}.",
            "Give a day between then and today: --on D.",
        )
    return mentorship.but(ended=on, paused_until=None)


def _check_running(mentorship: Mentorship) -> None:
    if mentorship.ended is not None:
        raise Refused(
            f"{mentorship.ref} ended on {mentorship.ended}.",
            f"If it goes on after all:  mentorlog mentorship edit {mentorship.ref} --ended none",
        )


def latest(turns: Iterable[Turn], aspect: str, today: date) -> Turn | None:
    """The turn of an aspect that holds on a day: by its day, then by order of writing."""
    held = (one for one in turns if one.aspect == aspect and one.day <= today)
    return max(held, key=lambda one: (one.day, one.id), default=None)


def round_of(
    person: Person, between: Between, turns: Iterable[Turn], owed: Iterable[Ref], today: date
) -> Round:
    """A person's line of the round; `turns` are those of the mentorship in `between`."""
    mentorship = between.mentorship
    told = [one for one in turns if mentorship is not None and one.mentorship_id == mentorship.id]
    phase, pause = latest(told, "phase", today), latest(told, "pause", today)
    until = mentorship.paused_until if mentorship else None
    resting = pause is not None and until is not None and until > today
    return Round(
        person=person,
        between=between,
        owed=tuple(owed),
        phase=phase.value if phase else "",
        pause=pause.why if pause and resting else "",
    )
