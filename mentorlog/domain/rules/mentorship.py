"""Rules about mentorships themselves: what was agreed, how it feels, where it stands, what it never touched."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from mentorlog.domain.asking import ask
from mentorlog.domain.coverage import DOES, code
from mentorlog.domain.goals import OPEN
from mentorlog.domain.links import Mute
from mentorlog.domain.mentorships import latest
from mentorlog.domain.people import Mentorship
from mentorlog.domain.refs import Ref
from mentorlog.domain.rules.conversations import parked
from mentorlog.domain.rules.suggestion import Suggestion
from mentorlog.domain.snapshot import Snapshot
from mentorlog.domain.spoken import join_words, plural, relative, short_day

# Rules of thumb of ours.
SETTLED = 21  # days after the start: a conversation or two, enough to know what to agree on
QUIET = 56  # days between two pulses: four conversations at a usual rhythm
LONG = 274  # days in one phase: nine months, when many programmes look back
KNOWN = 91  # days after the start before something never touched is worth a word
PHASE, AGREEMENT, UNTOUCHED, PULSE = 37, 36, 24, 22  # weights
PHASE_QUESTION = "Which phase are we in, and what should change?"
HELPING = ("mentee", "mentor")
"""Sides in which the fourteen things are what one does."""


def agreement(snapshot: Snapshot) -> Iterator[Suggestion]:
    """Mentorships that run for three weeks or more, with nothing agreed."""
    for one in _running(snapshot, SETTLED):
        if not one.agreement.strip():
            yield _suggest(
                snapshot,
                one,
                "agreement",
                f"Agree with {snapshot.name(one.person_id)} on how you work together.",
                (
                    f"{_begun(one, snapshot.today)}; nothing is agreed yet",
                    "What you expect, what stays between you, how often you talk, how you end",
                ),
                f'mentorlog mentorship agree {_handle(snapshot, one)} --expect "…"',
                one.started,
                AGREEMENT,
            )


def pulse(snapshot: Snapshot) -> Iterator[Suggestion]:
    """Mentorships without a pulse for eight weeks: how is it for me?"""
    for one in _running(snapshot, QUIET):
        last = snapshot.pulsed.get(one.id)
        if last is None or last <= snapshot.today - timedelta(days=QUIET):
            said = f"You last said so on {_day(last, snapshot.today)}" if last else "You have not said so yet"
            yield _suggest(
                snapshot,
                one,
                "pulse",
                f"Say how the mentorship with {snapshot.name(one.person_id)} is for you.",
                (said, "A pulse is private; it shows you in time when something is off"),
                f"mentorlog mentorship pulse {_handle(snapshot, one)} N",
                last or one.started,
                PULSE,
            )


def phase_talk(snapshot: Snapshot) -> Iterator[Suggestion]:
    """Mentorships nine months in one phase, or whose goals have all ended since: talk about what it is now."""
    for one in _running(snapshot, SETTLED):
        told = latest(
            (turn for turn in snapshot.turns if turn.mentorship_id == one.id), "phase", snapshot.today
        )
        since = max(told.day, one.started) if told else one.started
        reasons = [
            *_long(told.value if told else "", since, snapshot.today),
            *_all_ended(snapshot, one, since),
        ]
        if reasons and not parked(snapshot, one.person_id, "phase"):
            yield _suggest(
                snapshot,
                one,
                "phase-talk",
                f"Talk with {snapshot.name(one.person_id)} about what the mentorship is now.",
                tuple(reasons),
                f'mentorlog topic {snapshot.people[one.person_id].handle} "{PHASE_QUESTION}"',
                since,
                PHASE,
                ready=True,
            )


def uncovered(snapshot: Snapshot) -> Iterator[Suggestion]:
    """One of the fourteen that was never touched in three months or more; one a person, where kinds are kept."""
    seen: set[int] = set()
    for one in _running(snapshot, KNOWN):
        touched = snapshot.kinds.get(one.person_id, frozenset())
        if one.side not in HELPING or not touched or one.person_id in seen:
            continue
        seen.add(one.person_id)
        asked = ask(one.side, touched, _aside(snapshot.mutes, Ref("person", one.person_id)))
        if asked is None or _waits(snapshot, one, asked.question):
            continue
        handle = snapshot.people[one.person_id].handle
        others = len(asked.others)
        more = (
            f", nor {'were' if others > 1 else 'was'} {plural(others, 'other')} of the fourteen"
            if others
            else ""
        )
        yield _suggest(
            snapshot,
            one,
            "uncovered",
            f"Try something new with {snapshot.name(one.person_id)}: {DOES[asked.kind]}.",
            (
                f"{_begun(one, snapshot.today)}; {asked.kind} was never touched{more}",
                f"Not your thing?  mentorlog mentorship coverage {handle} --not-our-thing {asked.kind}",
            ),
            f'mentorlog topic {handle} "{asked.question}"',
            one.started,
            UNTOUCHED,
            ready=True,
        )


def _running(snapshot: Snapshot, days: int) -> Iterator[Mentorship]:
    """Mentorships with people who may be shown that run for so many days and do not rest."""
    for one in snapshot.mentorships:
        paused = one.paused_until is not None and one.paused_until > snapshot.today
        old = one.started <= snapshot.today - timedelta(days=days)
        if old and not paused and one.ended is None and one.person_id in snapshot.people:
            yield one


def _long(phase: str, since: date, today: date) -> Iterator[str]:
    if since <= today - timedelta(days=LONG):
        named = f"In {phase} since" if phase else "No phase is on record since it began on"
        yield f"{named} {_day(since, today)}"


def _all_ended(snapshot: Snapshot, one: Mentorship, since: date) -> Iterator[str]:
    """Every goal with the person has ended, the last one after the phase began."""
    goals = [goal for goal in snapshot.goals if goal.person_id == one.person_id]
    last = max((goal.ended for goal in goals if goal.ended), default=None)
    if last is not None and last >= since and not any(goal.state in OPEN for goal in goals):
        refs = join_words([str(goal.ref) for goal in goals])
        every = "The goal" if len(goals) == 1 else "Every goal"
        yield f"{every} with them has ended ({refs}), the last on {_day(last, snapshot.today)}"


def _aside(mutes: tuple[Mute, ...], person: Ref) -> set[str]:
    """The kinds that are not our thing with a person."""
    said = {one.code for one in mutes if one.about == str(person)}
    return {kind for kind in DOES if code(kind) in said}


def _waits(snapshot: Snapshot, one: Mentorship, question: str) -> bool:
    return any(topic.text == question for topic in snapshot.topics if topic.person_id == one.person_id)


def _begun(one: Mentorship, today: date) -> str:
    return f"It began on {_day(one.started, today)}"


def _day(day: date, today: date) -> str:
    return f"{short_day(day, today)}, {relative(day, today)}"


def _handle(snapshot: Snapshot, one: Mentorship) -> str:
    """What to type for it: the person, or its ref where several are running with them."""
    several = sum(other.person_id == one.person_id for other in snapshot.mentorships) > 1
    return str(one.ref) if several else snapshot.people[one.person_id].handle


def _suggest(
    snapshot: Snapshot,
    one: Mentorship,
    code: str,
    title: str,
    reasons: tuple[str, ...],
    command: str,
    day: date,
    weight: int,
    ready: bool = False,
) -> Suggestion:
    return Suggestion(
        code=code,
        title=title,
        reasons=reasons,
        refs=(one.ref, Ref("person", one.person_id)),
        command=command,
        day=day,
        minutes=15 if code in ("agreement", "phase-talk") else 5,
        weight=weight,
        person=one.person_id,
        ready=ready,
    )
