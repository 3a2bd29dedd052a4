"""What `meet` says when it is done: one line a record, and what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentorlog.domain.spoken import day_words, every_words, join_words
from mentorlog.domain.text import first_line

if TYPE_CHECKING:
    from mentorlog.domain.actions import Action
    from mentorlog.domain.meetings import Meeting, Topic
    from mentorlog.domain.people import Between, Person
    from mentorlog.env import Env
    from mentorlog.flows.meet import Recorded, Told


def say(env: Env, told: Told, kept: Recorded, ahead: tuple[Between, ...]) -> None:
    """Say what became of a conversation, and when the next one is."""
    if env.json:
        env.give("meeting", _data(told, kept, ahead))
        return
    env.kept(kept.meeting, _headline(env, told, kept))
    if env.quiet:
        return
    for (action, old), promise in zip(kept.actions, told.promises, strict=True):
        env.kept(action, _promise(env, action, promise.owner, old))
    for one in kept.ended:
        env.kept(one, f"{_words(one)} · {_ending(one)}")
    for one, times in kept.carried:
        env.kept(one, f"{_words(one)} · carried{_ordinal(times)}")
    if kept.planned:
        env.kept(kept.planned, planned(env, told, kept.planned))
    else:
        _say_next(env, told, ahead)
    if kept.meeting.notes and not (kept.meeting.private or told.people[0].private):
        env.note(f"      Recap to send:  mentorlog export meeting {kept.meeting.ref}")


def planned(env: Env, told: Told, meeting: Meeting) -> str:
    """One line on a conversation to come."""
    parts = [f"meeting with {_names(told)}", _day(env, meeting), "planned"]
    return " · ".join([*parts, "PRIVATE"] if meeting.private else parts)


def _say_next(env: Env, told: Told, ahead: tuple[Between, ...]) -> None:
    for person, one in zip(told.people, ahead, strict=True):
        if one.due:
            whom = "" if len(ahead) == 1 else f" with {person.called}"
            cadence = one.mentorship.cadence if one.mentorship and not one.planned else None
            rhythm = f" ({every_words(cadence)})" if cadence else ""
            env.note(f"      Next{whom}: {day_words(one.due, env.today)}{rhythm}")


def _data(told: Told, kept: Recorded, ahead: tuple[Between, ...]) -> dict[str, object]:
    from mentorlog.formats.json import plain

    refs = {"people": [one.ref for one in told.people], "closed": [one.ref for one in kept.ended]}
    refs["carried"] = [one.ref for one, _ in kept.carried]
    more = {"actions": [one for one, _ in kept.actions], "planned": kept.planned, "next": ahead[0].due}
    made: dict[str, object] = plain(kept.meeting) | plain(refs) | plain(more)
    return made


def _headline(env: Env, told: Told, kept: Recorded) -> str:
    meeting = kept.meeting
    audience = "PRIVATE" if meeting.private else "shared"
    parts = [f"meeting with {_names(told)}", _day(env, meeting)]
    parts += [meeting.kinds.replace(",", ", ")] if meeting.kinds else []
    return " · ".join([*parts, f"{audience} + 1 private note" if kept.asides else audience])


def _names(told: Told) -> str:
    return join_words([one.called for one in told.people])


def _day(env: Env, meeting: Meeting) -> str:
    return day_words(meeting.day, env.today) + (f", {meeting.time}" if meeting.time else "")


def _promise(env: Env, action: Action, owner: Person | None, old: Action | None) -> str:
    parts = [owner.called if owner else "me", _words(action)]
    parts += [f"due {day_words(action.due, env.today)}"] if action.due else []
    parts += [f"replaces {old.ref}"] if old else []
    return " · ".join(parts)


def _words(record: Topic | Action) -> str:
    return "PRIVATE" if record.private else first_line(record.text, 100)


def _ending(record: Topic | Action) -> str:
    if record.state != "dropped":
        return "talked about" if record.state == "closed" else record.state
    return "dropped" if record.private else f"dropped: {first_line(record.why, 100)}"


def _ordinal(times: int) -> str:
    """How often, from the second time on: ` (3rd time)`."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(times % 10 if times % 100 not in (11, 12, 13) else 0, "th")
    return f" ({times}{ending} time)" if times > 1 else ""
