"""Rules about decisions, introductions and resources: what was begun and wants an end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from mentorlog.domain.decisions import Decision
from mentorlog.domain.intros import Intro, way, whom
from mentorlog.domain.refs import Ref
from mentorlog.domain.rules.suggestion import Suggestion, named, quoted, rising
from mentorlog.domain.snapshot import Snapshot
from mentorlog.domain.spoken import plural, relative, short_day

# Rules of thumb of ours.
UNDECIDED = 14  # days a question may stay open before it is asked for
READING = 60  # days with one resource: two months, a chapter a week of a middling book
GROWING = 90  # days for which a win of somebody's is fresh enough to speak of it
SPONSORED = 183  # days between two introductions for the same person: twice a year
REVIEW, FOLLOW, OPEN_QUESTION, SPONSOR, READ = 57, 55, 43, 33, 28  # weights


def decision(snapshot: Snapshot) -> Iterator[Suggestion]:
    """Decisions whose day to look back has come, and questions undecided for 14 days."""
    for one in snapshot.decisions:
        if one.state == "decided" and one.review and one.review <= snapshot.today:
            yield _look_back(snapshot, one)
        elif one.state == "open" and (one.review or one.day + timedelta(days=UNDECIDED)) <= snapshot.today:
            yield _undecided(snapshot, one)


def _look_back(snapshot: Snapshot, one: Decision) -> Suggestion:
    review, made = one.review or snapshot.today, one.decided or one.day
    expected = [f"You expected: {quoted(one.expectation)}"] if one.expectation else []
    return Suggestion(
        code="decision",
        title=f"Say what came of {named(one)}.",
        reasons=(f"You chose {quoted(one.chosen)} on {short_day(made, snapshot.today)}", *expected),
        refs=(one.ref,),
        command=f'mentorlog decision outcome {one.ref} "…"',
        day=review,
        minutes=10,
        weight=rising(REVIEW, (snapshot.today - review).days),
        ready=False,
    )


def _undecided(snapshot: Snapshot, one: Decision) -> Suggestion:
    options = [f"{plural(len(one.choices), 'option')} on the table"] if one.choices else []
    since = f"Open since {short_day(one.day, snapshot.today)}, {relative(one.day, snapshot.today)}"
    return Suggestion(
        code="decision",
        title=f"Decide {named(one)}, or let it go.",
        reasons=(since, *options),
        refs=(one.ref,),
        command=f'mentorlog decision choose {one.ref} "…"',
        day=one.review or one.day,
        minutes=15,
        weight=OPEN_QUESTION,
        ready=False,
    )


def intro(snapshot: Snapshot) -> Iterator[Suggestion]:
    """Introductions whose day to come back to them has come."""
    names = {id: person.name for id, person in snapshot.people.items()}
    for one in snapshot.intros:
        if one.follow_up and one.follow_up <= snapshot.today and one.state != "dropped":
            yield Suggestion(
                code="intro",
                title=f"Come back to the introduction to {whom(one, names)}.",
                reasons=(_stands(snapshot, one, way(one, names)),),
                refs=(one.ref, *_people(snapshot, one)),
                command=f"mentorlog intro {_next(one)}",
                day=one.follow_up,
                minutes=5,
                weight=rising(FOLLOW, (snapshot.today - one.follow_up).days),
                person=one.for_id if one.for_id is not None else one.via_id,
                ready=one.state != "wanted",
            )


def _stands(snapshot: Snapshot, one: Intro, by: str) -> str:
    day = {"asked": one.asked, "made": one.made, "met": one.met}.get(one.state)
    stage = f"{one.state.capitalize()} {short_day(day, snapshot.today)}" if day else one.state.capitalize()
    meant = f"to come back to it on {short_day(one.follow_up, snapshot.today)}" if one.follow_up else ""
    return ", ".join(filter(None, (stage, by, meant)))


def _next(one: Intro) -> str:
    """The verb that takes an introduction one stage on; once they met, its day is taken away."""
    if one.state == "met":
        return f"edit {one.ref} --follow-up none"
    stage = {"wanted": "asked", "asked": "made", "made": "met"}[one.state]
    return f"{stage} {one.ref}"


def _people(snapshot: Snapshot, one: Intro) -> list[Ref]:
    ids = (one.who_id, one.via_id, one.for_id)
    return [Ref("person", id) for id in dict.fromkeys(ids) if id is not None and id in snapshot.people]


def sponsor(snapshot: Snapshot) -> Iterator[Suggestion]:
    """A mentee with a win in the last 90 days, for whom I made no introduction in the last 183."""
    first = snapshot.today - timedelta(days=SPONSORED)
    served = {
        one.for_id
        for one in snapshot.intros
        if any(day and day > first for day in (one.asked, one.made, one.met))
    } | {one.for_id for one in snapshot.intros if one.state in ("wanted", "asked")}
    for person_id in dict.fromkeys(one.person_id for one in snapshot.mentorships if one.side == "mentor"):
        win, person = snapshot.won.get(person_id), snapshot.people.get(person_id)
        if person is None or win is None or person_id in served:
            continue
        if win.day <= snapshot.today - timedelta(days=GROWING):
            continue
        yield Suggestion(
            code="sponsor",
            title=f"Think of somebody whom {person.name} should know.",
            reasons=(
                f"{named(win)}, {short_day(win.day, snapshot.today)} ({win.ref})",
                "You introduced them to nobody in the last six months",
            ),
            refs=(person.ref, win.ref),
            command=f'mentorlog intro add "…" --for {person.handle} --why "…"',
            day=win.day,
            minutes=10,
            weight=SPONSOR,
            person=person_id,
            ready=False,
        )


def resource(snapshot: Snapshot) -> Iterator[Suggestion]:
    """Resources I have been at for more than 60 days."""
    for one in snapshot.resources:
        if one.state == "doing" and one.started and (snapshot.today - one.started).days > READING:
            yield Suggestion(
                code="resource",
                title=f"Finish {named(one)}, or let it go.",
                reasons=(
                    f"Begun on {short_day(one.started, snapshot.today)}, {relative(one.started, snapshot.today)}",
                ),
                refs=(one.ref,),
                command=f'mentorlog resource finish {one.ref} --verdict "…"',
                day=one.started,
                minutes=5,
                weight=READ,
                ready=False,
            )
