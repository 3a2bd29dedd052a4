"""What is live now: the one picture of the journal that the pages and the rules look at."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from mentorlog.domain.actions import Action
from mentorlog.domain.decisions import Decision
from mentorlog.domain.feedback import Feedback
from mentorlog.domain.frozen import Frozen
from mentorlog.domain.goals import Goal, Progress, Step
from mentorlog.domain.intros import Intro
from mentorlog.domain.links import FROM, Link, Mute
from mentorlog.domain.meetings import Meeting, Topic
from mentorlog.domain.notes import Note
from mentorlog.domain.people import Mentorship, Person, Turn
from mentorlog.domain.refs import Ref
from mentorlog.domain.resources import Resource
from mentorlog.domain.roles import Aim
from mentorlog.domain.skills import Rating, Skill
from mentorlog.domain.wins import Win


class Talk(Frozen):
    """A conversation and the people in it, by id."""

    meeting: Meeting
    people: tuple[int, ...] = ()


class Snapshot(Frozen):
    """The live records, as far as pages and rules need them; what is over and old is left in the store.

    talks: the last 26 weeks, planned ones ahead, and the latest with each person, newest first.
    topics: open. actions: open, and those done in the last 90 days.
    goals: open, paused, and ended in the last 90 days; steps and progress are theirs.
    feedback: to me in the last 180 days, and what I owe. skills: all. ratings: 400 days of them, and
    what held before: each
    rater's last one of each skill.
    notes: those with a revisit day that has come.
    links: evidence, from and replaces with either end among all of these, so that feedback answered
    by an action dropped or done long ago still has its `from`.
    carried: how often a topic or action stayed open after a meeting.
    touched: by goal ref, the latest day of a note, win or conversation linked about an open goal.
    active_days: how many things were kept on each day of the last 26 weeks.
    kinds: by person id, which of the fourteen a conversation or note with them was, among the latest 300
    with each person I am in a mentorship with. pulsed: by mentorship id, the day of its latest pulse,
    which counts even where the pulse is private.
    decisions: those that have not ended. resources: those I am at. intros: with a day to come back to
    them, and all for somebody else. won: by person id, the latest win of the last 90 days with them.
    aims: those that have not ended, mine and of people I mentor.
    """

    today: date
    me: str = ""
    people: Mapping[int, Person] = {}
    mentorships: tuple[Mentorship, ...] = ()
    turns: tuple[Turn, ...] = ()
    talks: tuple[Talk, ...] = ()
    topics: tuple[Topic, ...] = ()
    actions: tuple[Action, ...] = ()
    goals: tuple[Goal, ...] = ()
    steps: tuple[Step, ...] = ()
    progress: tuple[Progress, ...] = ()
    feedback: tuple[Feedback, ...] = ()
    skills: tuple[Skill, ...] = ()
    ratings: tuple[Rating, ...] = ()
    notes: tuple[Note, ...] = ()
    links: tuple[Link, ...] = ()
    mutes: tuple[Mute, ...] = ()
    carried: Mapping[Ref, int] = {}
    touched: Mapping[Ref, date] = {}
    last_win: date | None = None
    first_day: date | None = None
    active_days: Mapping[date, int] = {}
    kinds: Mapping[int, frozenset[str]] = {}
    pulsed: Mapping[int, date] = {}
    decisions: tuple[Decision, ...] = ()
    resources: tuple[Resource, ...] = ()
    intros: tuple[Intro, ...] = ()
    won: Mapping[int, Win] = {}
    aims: tuple[Aim, ...] = ()

    def steps_of(self, goal: Goal) -> list[Step]:
        """The goal's steps in order."""
        return sorted((one for one in self.steps if one.goal_id == goal.id), key=lambda one: one.position)

    def progress_of(self, goal: Goal) -> list[Progress]:
        """The goal's progress in order of days."""
        return sorted(
            (one for one in self.progress if one.goal_id == goal.id), key=lambda one: (one.day, one.id)
        )

    def actions_from(self, ref: Ref) -> list[Action]:
        """The actions that came from a record."""
        ids = {
            one.from_id
            for one in self.links
            if one.label == FROM and one.from_kind == "action" and one.target == ref
        }
        return [one for one in self.actions if one.id in ids]

    def last_talk(self, person_id: int) -> Talk | None:
        """The latest conversation with a person that has been held."""
        held = (one for one in self.talks if person_id in one.people and one.meeting.day <= self.today)
        return max(held, key=lambda one: (one.meeting.day, one.meeting.time, one.meeting.id), default=None)

    def next_talk(self, person_id: int) -> Talk | None:
        """The next conversation with a person that has a day ahead."""
        ahead = (one for one in self.talks if person_id in one.people and one.meeting.day > self.today)
        return min(ahead, key=lambda one: (one.meeting.day, one.meeting.time), default=None)

    def name(self, person_id: int | None) -> str:
        """A person's name, `me` for nobody, `someone` when the person is not to be shown."""
        if person_id is None:
            return "me"
        return self.people[person_id].name if person_id in self.people else "someone"
