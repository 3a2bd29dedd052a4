"""Looking back on some days: what happened, what did not, what is open, and three questions about it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mentorlog.domain.actions import Action
from mentorlog.domain.feedback import Course
from mentorlog.domain.frozen import Frozen
from mentorlog.domain.goalpage import percent_on
from mentorlog.domain.goals import Goal, Progress, Step
from mentorlog.domain.notes import Note
from mentorlog.domain.periods import Period
from mentorlog.domain.recap_material import Held
from mentorlog.domain.recap_questions import Question, questions
from mentorlog.domain.refs import Ref
from mentorlog.domain.rhythm import Rhythm, rhythm
from mentorlog.domain.skills import Rating
from mentorlog.domain.snapshot import Talk
from mentorlog.domain.wins import Win


class Talked(Frozen):
    """The conversations with the same people: their refs, minutes together, and the last notes."""

    who: tuple[str, ...]
    refs: tuple[Ref, ...]
    minutes: int = 0
    notes: str = ""
    private: bool = False


class Due(Frozen):
    """Whose conversation is due next, and when."""

    name: str
    day: date


class Moved(Frozen):
    """A goal that moved: percent before the period (None when it was set in it) and after, steps, words."""

    goal: Goal
    before: int | None
    after: int
    steps: tuple[Step, ...] = ()
    progress: tuple[Progress, ...] = ()
    ended: bool = False


class Promise(Frozen):
    """An action and the name of whose it is, empty when it is mine."""

    action: Action
    owner: str = ""


class Told(Frozen):
    """Feedback with what came of it: from whom, or to whom, by name."""

    course: Course
    giver: str = ""
    taker: str = ""


class Change(Frozen):
    """A level (0-5) that is another one, by the same rater, than it was; `before` None: the first one."""

    rating: Rating
    skill: str
    rater: str = ""
    before: int | None = None
    shown: tuple[Ref, ...] = ()


class Recap(Frozen):
    """A period as seen on `today`. `person`: only what is with them.

    open: promises not kept by its last day, nor let go, the soonest due first; missed: those due in it and
    not done, or let go in it. still: goals that were alive all through it and did not move.
    """

    today: date
    period: Period
    person: str = ""
    talked: tuple[Talked, ...] = ()
    due: tuple[Due, ...] = ()
    moved: tuple[Moved, ...] = ()
    still: tuple[Goal, ...] = ()
    done: tuple[Promise, ...] = ()
    heard: tuple[Told, ...] = ()
    won: tuple[Win, ...] = ()
    levels: tuple[Change, ...] = ()
    noted: tuple[Note, ...] = ()
    missed: tuple[Promise, ...] = ()
    open: tuple[Promise, ...] = ()
    rhythm: Rhythm = Rhythm()
    last: date | None = None
    questions: tuple[Question, ...] = ()

    @property
    def empty(self) -> bool:
        """Is nothing at all on record for these days?"""
        return not any((self.talked, self.moved, self.done, self.heard, self.won, self.levels, self.noted))

    @property
    def running(self) -> bool:
        """Is the last day still ahead?"""
        return self.period.until > self.today

    @property
    def over(self) -> bool:
        """Has something that was open on the last day ended since?"""
        return any(one.action.ended for one in self.open)


def recap(held: Held, period: Period, today: date) -> Recap:
    """The recap of a period: records in order of days, goals and people by name."""
    actions = sorted(held.actions, key=lambda one: (one.due or date.max, one.id))
    moved = [_moved(held, goal, period, today) for goal in held.goals]
    made = Recap(
        today=today,
        period=period,
        person=held.person.name if held.person else "",
        talked=tuple(_talked(held)),
        due=tuple(Due(name=held.name(id), day=day) for id, day in held.due.items()),
        moved=tuple(one for one in moved if _has_moved(one)),
        still=tuple(one.goal for one in moved if not _has_moved(one) and one.goal.state == "open"),
        done=tuple(_done(held, period)),
        heard=tuple(_told(held, one) for one in held.feedback),
        won=held.wins,
        levels=tuple(_levels(held, period)),
        noted=held.notes,
        missed=tuple(_promise(held, one) for one in actions if _missed(one, period, today)),
        open=tuple(_promise(held, one) for one in actions if _open(one, period)),
        rhythm=rhythm(held.kept, period.last_seen(today), held.first),
        last=held.last,
    )
    asked = held.person.id if held.person else next(iter(held.mentors), None)
    parked = held.topics.get(asked, ()) if asked is not None else ()
    return made.but(questions=questions(made, held.name(asked), parked))


def _talked(held: Held) -> Iterator[Talked]:
    """By whom it was with, the most conversations first."""
    groups: dict[tuple[int, ...], list[Talk]] = {}
    for talk in sorted(held.talks, key=lambda one: (one.meeting.day, one.meeting.time, one.meeting.id)):
        groups.setdefault(tuple(sorted(talk.people)), []).append(talk)
    for people, talks in sorted(groups.items(), key=lambda pair: -len(pair[1])):
        last = next((one.meeting for one in reversed(talks) if one.meeting.notes), talks[-1].meeting)
        yield Talked(
            who=tuple(held.name(id) for id in people),
            refs=tuple(one.meeting.ref for one in talks),
            minutes=sum(one.meeting.minutes or 0 for one in talks),
            notes=last.notes,
            private=last.private,
        )


def _moved(held: Held, goal: Goal, period: Period, today: date) -> Moved:
    steps = [one for one in held.steps if one.goal_id == goal.id]
    told = [one for one in held.progress if one.goal_id == goal.id]
    eve = date.fromordinal(max(1, period.since.toordinal() - 1))
    return Moved(
        goal=goal,
        before=percent_on(goal, steps, told, eve) if goal.started < period.since else None,
        after=percent_on(goal, steps, told, period.last_seen(today)),
        steps=tuple(sorted((one for one in steps if period.covers(one.done)), key=lambda one: str(one.done))),
        progress=tuple(one for one in told if period.covers(one.day)),
        ended=period.covers(goal.ended),
    )


def _has_moved(one: Moved) -> bool:
    return bool(one.before != one.after or one.steps or one.progress or one.ended)


def _done(held: Held, period: Period) -> list[Promise]:
    found = [one for one in held.actions if one.state == "done" and period.covers(one.ended)]
    return [_promise(held, one) for one in sorted(found, key=lambda one: (str(one.ended), one.id))]


def _promise(held: Held, action: Action) -> Promise:
    return Promise(action=action, owner=held.name(action.owner_id))


def _missed(action: Action, period: Period, today: date) -> bool:
    """Due in the period and not done by its end, or let go in it."""
    if action.state == "dropped" and period.covers(action.ended):
        return True
    due = action.due is not None and period.covers(action.due) and action.due < today
    return due and (action.ended is None or action.ended > period.until)


def _open(action: Action, period: Period) -> bool:
    """Made by the end of the period, and neither done nor let go by then."""
    made = action.created_at[:10] <= period.until.isoformat()
    return made and (action.ended is None or action.ended > period.until)


def _told(held: Held, course: Course) -> Told:
    one = course.feedback
    return Told(course=course, giver=held.name(one.from_id), taker=held.name(one.to_id))


def _levels(held: Held, period: Period) -> Iterator[Change]:
    """Mine first, then those of others."""
    before: dict[tuple[int, int | None], int] = {}
    found = []
    for one in held.ratings:
        rater = (one.skill_id, one.by_id)
        if period.covers(one.day) and before.get(rater) != one.level and one.skill_id in held.skills:
            found.append(
                Change(
                    rating=one,
                    skill=held.skills[one.skill_id].name,
                    rater=held.name(one.by_id),
                    before=before.get(rater),
                    shown=tuple(held.shown.get(one.id, ())),
                )
            )
        before[rater] = one.level
    return iter(sorted(found, key=lambda one: one.rating.by_id is not None))
