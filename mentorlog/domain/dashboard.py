"""The dashboard: what needs me, how my goals stand, my rhythm, my skills and one next step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Literal

from mentorlog.domain.actions import Action
from mentorlog.domain.frozen import Frozen
from mentorlog.domain.goals import OPEN, Goal, Standing, percent, standing
from mentorlog.domain.growth import SkillRow, growth
from mentorlog.domain.refs import Ref
from mentorlog.domain.roles import Aim, standing_aims
from mentorlog.domain.rules.conversations import due_talks
from mentorlog.domain.rules.suggestion import Suggestion
from mentorlog.domain.snapshot import Snapshot, Talk
from mentorlog.domain.spoken import due_words, join_words, relative

# Rules of thumb of ours.
MOST_NEEDS = 5  # more is a list, not a glance
TALKS_AHEAD = 7  # days
PROMISES_AHEAD = 3  # days
QUIET = 60  # days without an entry: long enough to have forgotten what to write first
WEEKS = 26

Urgency = Literal["bad", "warn", "soon"]


class Need(Frozen):
    """Something that wants me. `when` says it in words, `day` is the day meant, `command` settles it.

    kind: promise, talk, action or goal. urgency: bad only for a promise to a person that is overdue,
    warn for what else is late or at risk, soon for what is near.
    """

    kind: str
    refs: tuple[Ref, ...]
    words: str
    when: str
    day: date
    urgency: Urgency
    command: str


class GoalLine(Frozen):
    """A goal in one line: how far in percent, and in what state."""

    ref: Ref
    title: str
    percent: int
    due: date | None
    standing: Standing


class Week(Frozen):
    """How many things were kept on each day of a week, Monday first; None for days ahead."""

    monday: date
    counts: tuple[int | None, ...]


class Dashboard(Frozen):
    """The page of a day. `needs` are at most 5 of `needs_count`; `next_count` counts all suggestions.

    aims: roles I aim at and explore; the rules about them cost too much for this page, so `next` has more.
    quiet: days since the last entry, once there are 60 of them; else 0. It counts no further than the 26 weeks.
    """

    today: date
    me: str = ""
    quiet: int = 0
    needs: tuple[Need, ...] = ()
    needs_count: int = 0
    goals: tuple[GoalLine, ...] = ()
    weeks: tuple[Week, ...] = ()
    skills: tuple[SkillRow, ...] = ()
    next: Suggestion | None = None
    next_count: int = 0
    aims: tuple[Aim, ...] = ()
    empty: bool = False


def dashboard(snapshot: Snapshot, suggestions: Sequence[Suggestion]) -> Dashboard:
    """The dashboard of a snapshot's day; the first suggestion that is no need already is the next step."""
    goals = _goals(snapshot)
    needs = list(_needs(snapshot, goals))
    shown = needs[:MOST_NEEDS]
    named = {need.refs[0] for need in shown}
    fresh = [one for one in suggestions if one.refs[0] not in named]
    return Dashboard(
        today=snapshot.today,
        me=snapshot.me,
        quiet=_quiet(snapshot),
        needs=tuple(shown),
        needs_count=len(needs),
        goals=tuple(goals),
        weeks=tuple(_weeks(snapshot)),
        skills=growth(snapshot).skills,
        next=next(iter([*fresh, *suggestions]), None),
        next_count=len(suggestions),
        aims=tuple(_aims(snapshot)),
        empty=not (
            snapshot.people or snapshot.goals or snapshot.skills or snapshot.actions or snapshot.first_day
        ),
    )


def _aims(snapshot: Snapshot) -> list[Aim]:
    """My aims at roles, the most serious first."""
    return [one for one in standing_aims(snapshot.aims) if one.person_id is None and one.stage != "interest"]


def _needs(snapshot: Snapshot, goals: list[GoalLine]) -> Iterator[Need]:
    """Overdue promises to people, talks in the next days, promises due soon, what else is late, goals."""
    today, soon = snapshot.today, snapshot.today + timedelta(days=PROMISES_AHEAD)
    mine = [(one.due, one) for one in snapshot.actions if one.mine and one.state == "open" and one.due]
    mine.sort(key=lambda pair: (pair[0], pair[1].id))
    for due, action in mine:
        if action.person_id is not None and due < today:
            yield _promise(action, due, today, "bad")
    yield from sorted(_talks(snapshot), key=lambda need: need.day)
    for due, action in mine:
        if today <= due <= soon:
            yield _promise(action, due, today, "soon")
    for due, action in mine:
        if action.person_id is None and due < today:
            yield _promise(action, due, today, "warn")
    for line in goals:
        if line.due and line.standing in ("at risk", "overdue"):
            risk = "at risk, " if line.standing == "at risk" else ""
            yield Need(
                kind="goal",
                refs=(line.ref,),
                words=line.title,
                when=risk + due_words(line.due, today),
                day=line.due,
                urgency="warn",
                command=f"mentorlog goal show {line.ref}",
            )


def _promise(action: Action, due: date, today: date, urgency: Urgency) -> Need:
    person = () if action.person_id is None else (Ref("person", action.person_id),)
    return Need(
        kind="promise" if person else "action",
        refs=(action.ref, *person),
        words=action.headline,
        when=due_words(due, today),
        day=due,
        urgency=urgency,
        command=f"mentorlog action done {action.ref}",
    )


def _talks(snapshot: Snapshot) -> Iterator[Need]:
    last_day = snapshot.today + timedelta(days=TALKS_AHEAD)
    for talk in snapshot.talks:
        if snapshot.today < talk.meeting.day <= last_day:
            yield _planned(snapshot, talk)
    for person_id, (due, _) in due_talks(snapshot).items():
        if due <= last_day:
            verb = "prep" if due > snapshot.today else "meet"
            yield Need(
                kind="talk",
                refs=(Ref("person", person_id),),
                words=f"1:1 with {snapshot.name(person_id)}",
                when=due_words(due, snapshot.today),
                day=due,
                urgency="warn" if due < snapshot.today else "soon",
                command=f"mentorlog {verb} {snapshot.people[person_id].handle}",
            )


def _planned(snapshot: Snapshot, talk: Talk) -> Need:
    meeting, known = talk.meeting, [one for one in talk.people if one in snapshot.people]
    names = join_words([snapshot.name(one) for one in talk.people]) or "nobody named yet"
    when = relative(meeting.day, snapshot.today)
    handles = " ".join(snapshot.people[one].handle for one in known)
    verb = "prep" if len(known) == 1 else "meet"
    return Need(
        kind="talk",
        refs=(meeting.ref, *(Ref("person", one) for one in known)),
        words=f"{'Talk' if len(talk.people) != 1 else '1:1'} with {names}",
        when=f"{when}, {meeting.time}" if meeting.time else when,
        day=meeting.day,
        urgency="soon",
        command=f"mentorlog {verb} {handles}" if handles else f"mentorlog show {meeting.ref}",
    )


def _goals(snapshot: Snapshot) -> list[GoalLine]:
    """Open and paused goals, the nearest day first."""
    goals = [goal for goal in snapshot.goals if goal.state in OPEN]
    return [_goal(snapshot, goal) for goal in sorted(goals, key=lambda one: (one.due or date.max, one.id))]


def _goal(snapshot: Snapshot, goal: Goal) -> GoalLine:
    reached = percent(goal, snapshot.steps_of(goal), snapshot.progress_of(goal))
    state = standing(goal, reached, snapshot.today)
    return GoalLine(ref=goal.ref, title=goal.title, percent=reached, due=goal.due, standing=state)


def _quiet(snapshot: Snapshot) -> int:
    days = [day for day, count in snapshot.active_days.items() if count]
    last = max(days, default=snapshot.first_day)
    gap = min((snapshot.today - last).days, WEEKS * 7) if last else 0
    return gap if gap >= QUIET else 0


def _weeks(snapshot: Snapshot) -> Iterator[Week]:
    today = snapshot.today
    this_monday = today - timedelta(days=today.weekday())
    for back in range(WEEKS - 1, -1, -1):
        monday = this_monday - timedelta(weeks=back)
        days = [monday + timedelta(days=number) for number in range(7)]
        counts = [snapshot.active_days.get(day, 0) if day <= today else None for day in days]
        yield Week(monday=monday, counts=tuple(counts))
