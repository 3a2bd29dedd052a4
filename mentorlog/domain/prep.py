"""The page for the next conversation: where two people stand, and what is worth bringing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from mentorlog.domain.actions import Action
from mentorlog.domain.agenda import Slot, agenda
from mentorlog.domain.asking import Ask, ask
from mentorlog.domain.feedback import Feedback
from mentorlog.domain.frozen import Frozen
from mentorlog.domain.goals import Goal, Progress, Standing, Step, percent, standing
from mentorlog.domain.meetings import Aside, Meeting, Topic
from mentorlog.domain.news import News, news
from mentorlog.domain.notes import Note
from mentorlog.domain.people import COUNTERPART, Mentorship, Person, Turn, next_due
from mentorlog.domain.record import Record
from mentorlog.domain.refs import Ref
from mentorlog.domain.skills import Rating
from mentorlog.domain.wins import Win

DAYS_BACK = 30
"""Days to look back on where there was no conversation yet: a rule of thumb of ours."""


class Carried(Frozen):
    """How often a topic stayed open after a conversation, and the first one it did."""

    times: int
    first: Ref
    day: date


class Ground(Frozen):
    """The records a page is made of, as far as its reader may see them.

    since: the first day it covers; `since_last` when that follows from the last conversation.
    held: the latest conversations, newest first. ahead: the next one planned.
    open, ended: promises between us, open, and ended in the days covered.
    goals: alive and with the person. moved: goals something happened to, with the person or nobody else.
    steps, progress: of both. around: the people linked with wins and notes.
    answered: feedback an action came of. before: what each rating's rater had said last.
    touched, muted: kinds of help there were, and those that are not our thing.
    asides: of the latest conversations. secrets: private notes with the person.
    """

    today: date
    me: str = ""
    person: Person
    since: date
    since_last: bool = True
    names: Mapping[int, str] = {}
    mentorship: Mentorship | None = None
    turns: tuple[Turn, ...] = ()
    held: tuple[Meeting, ...] = ()
    ahead: Meeting | None = None
    open: tuple[Action, ...] = ()
    ended: tuple[Action, ...] = ()
    topics: tuple[Topic, ...] = ()
    carried: Mapping[Ref, Carried] = {}
    goals: tuple[Goal, ...] = ()
    moved: tuple[Goal, ...] = ()
    steps: tuple[Step, ...] = ()
    progress: tuple[Progress, ...] = ()
    wins: tuple[Win, ...] = ()
    notes: tuple[Note, ...] = ()
    around: Mapping[Ref, tuple[int, ...]] = {}
    feedback: tuple[Feedback, ...] = ()
    answered: frozenset[Ref] = frozenset()
    ratings: tuple[Rating, ...] = ()
    before: Mapping[Ref, Rating] = {}
    skills: Mapping[int, str] = {}
    owed: tuple[Feedback, ...] = ()
    touched: frozenset[str] = frozenset()
    muted: frozenset[str] = frozenset()
    asides: tuple[Aside, ...] = ()
    secrets: tuple[Note, ...] = ()

    @property
    def side(self) -> str:
        """What I am to the person; empty for a contact."""
        return my_side(self.person, self.mentorship)

    @property
    def learning(self) -> bool:
        """Am I the one who learns, so that what concerns me belongs on the page?"""
        return self.side == "mentee"

    def concerns(self, people: Iterable[int]) -> bool:
        """Does something with these people belong on the page: with the person, or mine and nobody else's?"""
        ids = set(people)
        return self.person.id in ids or (self.learning and not ids)

    def records(self) -> list[Record]:
        """The records a page may tell of, to count what stays behind."""
        each = (self.held, self.open, self.ended, self.topics, self.goals, self.moved, self.wins)
        more = (self.feedback, self.ratings, self.asides, self.secrets)
        return list({one.ref: one for some in (*each, *more) for one in some}.values())


class Promise(Frozen):
    """What somebody said they would do; `owner` is a name, empty for me. `late`: days overdue, else 0."""

    ref: Ref
    owner: str = ""
    text: str
    due: date | None = None
    late: int = 0
    state: str = "open"
    ended: date | None = None
    private: bool = False


class Parked(Frozen):
    """A topic. `first`: the first conversation it stayed open after, on `first_day`."""

    ref: Ref
    text: str
    raised: date
    carried: int = 0
    first: Ref | None = None
    first_day: date | None = None
    private: bool = False


class Aim(Frozen):
    """A goal with the person: `percent` 0-100, steps done of all, and the next one. `tested`: says when it is met."""

    ref: Ref
    title: str
    percent: int
    standing: Standing
    due: date | None = None
    done: int = 0
    steps: int = 0
    next: str = ""
    next_due: date | None = None
    tested: bool = True
    private: bool = False


class Prep(Frozen):
    """The page. Days: `last` is the conversation held last, `planned` the next one with a day, `due` by cadence.

    since: the first day of the news. agenda: only when minutes were given. kept: my own private words.
    """

    today: date
    me: str = ""
    person: Person
    side: str = ""
    purpose: str = ""
    agreement: str = ""
    phase: Turn | None = None
    focus: Turn | None = None
    cadence: int | None = None
    paused_until: date | None = None
    last: Meeting | None = None
    planned: Meeting | None = None
    due: date | None = None
    promises: tuple[Promise, ...] = ()
    topics: tuple[Parked, ...] = ()
    agenda: tuple[Slot, ...] = ()
    since: date
    since_last: bool = True
    news: tuple[News, ...] = ()
    goals: tuple[Aim, ...] = ()
    owed: tuple[Feedback, ...] = ()
    ask: Ask | None = None
    kept: tuple[Aside | Note, ...] = ()

    @property
    def open(self) -> list[Promise]:
        """The promises that are still open, the latest first."""
        return [one for one in self.promises if one.state == "open"]


def my_side(person: Person, mentorship: Mentorship | None) -> str:
    """What I am to a person, by the mentorship or by what they are to me; empty for a contact."""
    return mentorship.side if mentorship else COUNTERPART.get(person.role, "")


def first_day(last: date | None, asked: date | None, today: date) -> date:
    """The first day a page covers: the one asked for, else the day after the last conversation."""
    if asked is not None:
        return asked
    return last + timedelta(days=1) if last else today - timedelta(days=DAYS_BACK)


def prep(ground: Ground, minutes: int = 0) -> Prep:
    """The page made of these records; with `minutes`, an agenda for so long a conversation.

    While a mentorship is paused nothing is due, and nothing is suggested.
    """
    bond, today = ground.mentorship, ground.today
    paused = bond.paused_until if bond and bond.paused_until and bond.paused_until > today else None
    last = ground.held[0] if ground.held else None
    due = next_due(bond, last.day if last else None) if bond and not (paused or ground.ahead) else None
    promises, topics = _promises(ground), _topics(ground)
    late = any(one.late for one in promises)
    return Prep(
        today=today,
        me=ground.me,
        person=ground.person,
        side=ground.side,
        purpose=bond.purpose if bond else "",
        agreement=bond.agreement if bond else "",
        phase=_turn(ground, "phase"),
        focus=_turn(ground, "focus"),
        cadence=bond.cadence if bond else None,
        paused_until=paused,
        last=last,
        planned=ground.ahead,
        due=due,
        promises=promises,
        topics=topics,
        agenda=agenda(minutes, topics, late) if minutes else (),
        since=ground.since,
        since_last=ground.since_last,
        news=news(ground),
        goals=tuple(_aim(ground, goal) for goal in ground.goals),
        owed=ground.owed,
        ask=None if paused else ask(ground.side, ground.touched, ground.muted),
        kept=(*ground.asides, *ground.secrets),
    )


def _turn(ground: Ground, aspect: str) -> Turn | None:
    """The focus or phase that holds today."""
    held = [one for one in ground.turns if one.aspect == aspect and one.day <= ground.today]
    return max(held, key=lambda one: (one.day, one.id), default=None)


def _promises(ground: Ground) -> tuple[Promise, ...]:
    """Open ones by their day, mine first on the same one, then those that ended, the latest first."""
    far = date.max
    open = sorted(ground.open, key=lambda one: (one.due or far, one.owner_id is not None, one.id))
    ended = sorted(ground.ended, key=lambda one: (one.ended or far, one.id), reverse=True)
    return tuple(_promise(ground, one) for one in (*open, *ended))


def _promise(ground: Ground, one: Action) -> Promise:
    late = (ground.today - one.due).days if one.due and one.state == "open" else 0
    return Promise(
        ref=one.ref,
        owner="" if one.mine else ground.person.name,
        text=one.text,
        due=one.due,
        late=max(0, late),
        state=one.state,
        ended=one.ended,
        private=one.private,
    )


def _topics(ground: Ground) -> tuple[Parked, ...]:
    """What was carried most often first, then what waits longest."""
    found = []
    for one in ground.topics:
        carried = ground.carried.get(one.ref)
        parked = Parked(ref=one.ref, text=one.text, raised=one.raised, private=one.private)
        if carried:
            parked = parked.but(carried=carried.times, first=carried.first, first_day=carried.day)
        found.append(parked)
    return tuple(sorted(found, key=lambda one: (-one.carried, one.raised, one.ref)))


def _aim(ground: Ground, goal: Goal) -> Aim:
    steps = [one for one in ground.steps if one.goal_id == goal.id]
    progress = [one for one in ground.progress if one.goal_id == goal.id]
    reached = percent(goal, steps, progress)
    todo = [one for one in steps if one.done is None]
    return Aim(
        ref=goal.ref,
        title=goal.title,
        percent=reached,
        standing=standing(goal, reached, ground.today),
        due=goal.due,
        done=len(steps) - len(todo),
        steps=len(steps),
        next=todo[0].text if todo else "",
        next_due=todo[0].due if todo else None,
        tested=bool(goal.done_when.strip()),
        private=goal.private,
    )
