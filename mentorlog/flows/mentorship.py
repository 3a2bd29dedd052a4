"""Mentorships that begin, change their rhythm, rest and end: each several records in one write."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from mentorlog.domain.mentorships import THEIRS, closed, paused, resumed
from mentorlog.domain.people import Mentorship, Person, Turn
from mentorlog.errors import Refused

if TYPE_CHECKING:
    from mentorlog.store.store import Store


def start(store: Store, person: Person, mentorship: Mentorship) -> tuple[Mentorship, Person]:
    """Keep a new mentorship; a contact becomes what they now are to me. Returns both.

    Raises Refused when one with the same side is running with the person.
    """
    same = store.one(Mentorship, "person_id = ? AND side = ? AND ended IS NULL", (person.id, mentorship.side))
    if same is not None:
        raise Refused(
            f"You are {mentorship.side} of {person.called} already ({same.ref}).",
            f"mentorlog mentorship show {same.ref}",
        )
    if person.role == "contact":
        person = store.save(person.but(role=THEIRS[mentorship.side]))
    return store.add(mentorship.but(person_id=person.id)), person


def turn(store: Store, mentorship: Mentorship, day: date, aspect: str, value: str, **more: Any) -> Turn:
    """Keep a turn of a mentorship that has not ended; of a private one it is private. Raises Refused."""
    if day < mentorship.started:
        raise Refused(f"{mentorship.ref} began on {mentorship.started}, after {day}.", "Give a later --on D.")
    if mentorship.private:
        more["visibility"] = "private"
    return store.add(Turn(mentorship_id=mentorship.id, day=day, aspect=aspect, value=value, **more))


def set_cadence(
    store: Store, mentorship: Mentorship, days: int | None, day: date, **more: Any
) -> tuple[Mentorship, Turn | None]:
    """Talk every so many days from a day on; None: as it comes. A rhythm told for a later day stays in force.

    Returns the mentorship and the turn it took.
    """
    if days is None:
        return store.save(mentorship.but(cadence=None)), None
    made = turn(store, mentorship, day, "cadence", str(days), **more)
    told = store.all(Turn, "mentorship_id = ? AND aspect = 'cadence'", (mentorship.id,), "day, id")
    return store.save(mentorship.but(cadence=int(told[-1].value))), made


def pause(store: Store, mentorship: Mentorship, until: date, today: date, **more: Any) -> Turn:
    """Let it rest until a day. Raises Refused."""
    kept = store.save(paused(mentorship, until, today))
    return turn(store, kept, today, "pause", until.isoformat(), **more)


def resume(store: Store, mentorship: Mentorship, today: date) -> Mentorship:
    """Go on after a pause. Raises Refused when there is none."""
    kept = store.save(resumed(mentorship, today))
    turn(store, kept, today, "pause", "over")
    return kept


def agree(store: Store, mentorship: Mentorship, changes: dict[str, Any], day: date) -> Mentorship:
    """Keep what was agreed: purpose, agreement and cadence, where they changed."""
    words = {name: value for name, value in changes.items() if name != "cadence"}
    kept = store.save(mentorship.but(**words))
    if "cadence" in changes and changes["cadence"] != kept.cadence:
        kept, _ = set_cadence(store, kept, changes["cadence"], day)
    return kept


def close(
    store: Store, person: Person, mentorship: Mentorship, on: date, today: date, becomes: str, **why: Any
) -> tuple[Mentorship, Mentorship | None]:
    """End a mentorship and, if it `becomes` another, start that on the same day. Returns both.

    A person who was to me what this mentorship made them becomes what the new one does. `why` is the reason
    and who may see it. Raises Refused.
    """
    ended = store.save(closed(mentorship, on, today))
    if why.get("why"):
        turn(store, ended, on, "end", becomes or "closed", **why)
    if not becomes:
        return ended, None
    if person.role == THEIRS[ended.side]:
        person = store.save(person.but(role=THEIRS[becomes]))
    new = Mentorship(person_id=person.id, side=becomes, started=on, visibility=ended.visibility)
    return ended, start(store, person, new)[0]
