"""Rules about feedback: from hearing it to showing it, and what I owe others."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from mentorlog.domain.feedback import Feedback
from mentorlog.domain.links import EVIDENCE, FROM
from mentorlog.domain.refs import Ref
from mentorlog.domain.rules.conversations import next_talks
from mentorlog.domain.rules.suggestion import Suggestion, named, quoted, rising
from mentorlog.domain.snapshot import Snapshot
from mentorlog.domain.spoken import days_words, short_day

# Rules of thumb of ours.
SLEEP = 3  # days between hearing growth feedback and deciding what to do: let it settle
SHOWS = 7  # days after the action is done: a change needs an occasion to show
OWED, HEARD, ACTED = 70, 55, 46  # weights


def feedback_action(snapshot: Snapshot) -> Iterator[Suggestion]:
    """Growth feedback to me, heard 3 days ago or more, with neither an action from it nor evidence."""
    answered = {one.target for one in snapshot.links if one.label == FROM and one.from_kind == "action"}
    answered |= _shown(snapshot)
    for one in _to_me(snapshot):
        if one.tone != "growth" or one.ref in answered or one.day > snapshot.today - timedelta(days=SLEEP):
            continue
        said = [quoted(one.headline)] if one.headline else []
        yield Suggestion(
            code="feedback-action",
            title=f"Decide what to do with the feedback from {snapshot.name(one.from_id)}.",
            reasons=(*said, f"Heard on {short_day(one.day, snapshot.today)}; no action came of it yet"),
            refs=(one.ref, *_people(one.from_id)),
            command=f'mentorlog feedback act {one.ref} --action "…"',
            day=one.day,
            minutes=10,
            weight=HEARD,
            person=one.from_id,
            ready=False,
        )


def action_evidence(snapshot: Snapshot) -> Iterator[Suggestion]:
    """Feedback to me whose action was done 7 days ago or more and that has no evidence yet."""
    shown = _shown(snapshot)
    heard = {one.ref: one for one in _to_me(snapshot) if one.ref not in shown}
    came_from = {one.source: one.target for one in snapshot.links if one.label == FROM}
    done = [(one.ended, one.id, one) for one in snapshot.actions if one.state == "done" and one.ended]
    # The last one done stands for the feedback: it had the least time to show.
    acted = {
        came_from.get(one.ref): (ended, one) for ended, _, one in sorted(done, key=lambda each: each[:2])
    }
    for ref in heard.keys() & acted.keys():
        ended, action = acted[ref]
        if (snapshot.today - ended).days >= SHOWS:
            whom = snapshot.name(heard[ref].from_id)
            day = short_day(heard[ref].day, snapshot.today)
            yield Suggestion(
                code="action-evidence",
                title=f"Keep what shows that {named(action)} made a difference.",
                reasons=(
                    f"It is {days_words((snapshot.today - ended).days)} since you did it ({action.ref})",
                    f"It answers feedback from {whom} on {day} ({ref}), which has no evidence yet",
                ),
                refs=(ref, action.ref),
                command=f"mentorlog feedback evidence {ref} REF",
                day=ended,
                minutes=5,
                weight=ACTED,
                person=heard[ref].from_id,
                goal=action.goal_id,
                ready=False,
            )


def feedback_owed(snapshot: Snapshot) -> Iterator[Suggestion]:
    """Feedback I noted for a person and have not given; at once, for it is worth most while it is fresh."""
    talks = next_talks(snapshot)
    for one in snapshot.feedback:
        if one.owed and one.from_id is None and one.day <= snapshot.today:
            said = [quoted(one.headline)] if one.headline else []
            talk, day = talks.get(one.to_id or 0), short_day(one.day, snapshot.today)
            yield Suggestion(
                code="feedback-owed",
                title=f"Give {snapshot.name(one.to_id)} the feedback you noted on {day}.",
                reasons=(*said, "Not given yet", *([talk] if talk else [])),
                refs=(one.ref, *_people(one.to_id)),
                command=f"mentorlog feedback deliver {one.ref}",
                day=one.day,
                minutes=10,
                weight=rising(OWED, (snapshot.today - one.day).days),
                person=one.to_id,
            )


def _to_me(snapshot: Snapshot) -> Iterator[Feedback]:
    return (one for one in snapshot.feedback if one.to_id is None and one.from_id is not None)


def _shown(snapshot: Snapshot) -> set[Ref]:
    return {one.source for one in snapshot.links if one.label == EVIDENCE}


def _people(person_id: int | None) -> list[Ref]:
    return [Ref("person", person_id)] if person_id else []
