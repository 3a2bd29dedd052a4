"""What a page for the next conversation is made of: the records between two people, and since when they count."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from mentorlog.domain.actions import Action
from mentorlog.domain.feedback import Feedback
from mentorlog.domain.frozen import Frozen
from mentorlog.domain.goals import Goal, Progress, Step
from mentorlog.domain.meetings import Aside, Meeting, Topic
from mentorlog.domain.notes import Note
from mentorlog.domain.people import COUNTERPART, Mentorship, Person, Turn
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


class Recent(Frozen):
    """What was kept in the days covered.

    ventures: decisions, resources, introductions and rehearsals something happened to.
    around: the people that wins, notes and decisions are linked with, or the others name.
    answered: the feedback an action came of.
    before: what each rating's rater had said last. skills, names: names by id.
    """

    wins: tuple[Win, ...] = ()
    notes: tuple[Note, ...] = ()
    ventures: tuple[Record, ...] = ()
    around: Mapping[Ref, tuple[int, ...]] = {}
    feedback: tuple[Feedback, ...] = ()
    answered: frozenset[Ref] = frozenset()
    ratings: tuple[Rating, ...] = ()
    before: Mapping[Ref, Rating] = {}
    skills: Mapping[int, str] = {}
    names: Mapping[int, str] = {}


class Ground(Frozen):
    """The records a page is made of, as far as its reader may see them.

    since: the first day it covers; `since_last` when that follows from the last conversation.
    held: the latest conversations, newest first. ahead: the next one planned.
    open, ended: promises between us, open, and ended in the days covered.
    goals: alive and with the person. moved: goals something happened to, with the person or nobody else.
    steps, progress: of both.
    touched, muted: kinds of help there were, and those that are not our thing.
    asides: of the latest conversations. secrets: private notes with the person.
    """

    today: date
    me: str = ""
    person: Person
    since: date
    since_last: bool = True
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
    recent: Recent = Recent()
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
        each = (self.held, self.open, self.ended, self.topics, self.goals, self.moved, self.recent.wins)
        more = (self.recent.feedback, self.recent.ratings, self.recent.ventures, self.asides, self.secrets)
        return list({one.ref: one for some in (*each, *more) for one in some}.values())


def my_side(person: Person, mentorship: Mentorship | None) -> str:
    """What I am to a person, by the mentorship or by what they are to me; empty for a contact."""
    return mentorship.side if mentorship else COUNTERPART.get(person.role, "")


def first_day(last: date | None, asked: date | None, today: date) -> date:
    """The first day a page covers: the one asked for, else the day after the last conversation."""
    if asked is not None:
        return asked
    return last + timedelta(days=1) if last else today - timedelta(days=DAYS_BACK)
