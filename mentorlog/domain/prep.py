"""The page for the next conversation: where two people stand, and what is worth bringing."""

from __future__ import annotations

from datetime import date

from mentorlog.domain.actions import Action
from mentorlog.domain.agenda import Slot, agenda
from mentorlog.domain.asking import Ask, ask
from mentorlog.domain.feedback import Feedback
from mentorlog.domain.frozen import Frozen
from mentorlog.domain.goals import Goal, Standing, percent, standing
from mentorlog.domain.ground import Ground
from mentorlog.domain.meetings import Meeting
from mentorlog.domain.news import News, news
from mentorlog.domain.people import Person, Turn, next_due
from mentorlog.domain.refs import Ref


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


class Kept(Frozen):
    """My own private words: an aside of a conversation (`about` it), or a note."""

    ref: Ref
    day: date
    text: str
    about: Ref | None = None


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
    kept: tuple[Kept, ...] = ()

    @property
    def open(self) -> list[Promise]:
        """The promises that are still open, the latest first."""
        return [one for one in self.promises if one.state == "open"]


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
        kept=_kept(ground),
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


def _kept(ground: Ground) -> tuple[Kept, ...]:
    """The asides of the latest conversations, then the latest private notes."""
    days = {one.id: one.day for one in ground.held}
    asides = [
        Kept(ref=one.ref, day=days[one.meeting_id], text=one.text, about=Ref("meeting", one.meeting_id))
        for one in ground.asides
    ]
    return (*asides, *(Kept(ref=one.ref, day=one.day, text=one.text) for one in ground.secrets))
