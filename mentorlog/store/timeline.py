"""What happened between two days, as lanes and moments."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TypeVar

from mentorlog.domain import milestones, moments
from mentorlog.domain.actions import Action
from mentorlog.domain.feedback import Feedback
from mentorlog.domain.goalpage import percent_on
from mentorlog.domain.goals import Goal, Progress, Step
from mentorlog.domain.lanes import Lane, of_lane
from mentorlog.domain.links import ABOUT, EVIDENCE, FROM, WITH, Link
from mentorlog.domain.meetings import Meeting, Topic
from mentorlog.domain.moments import Moment
from mentorlog.domain.notes import Note
from mentorlog.domain.people import Mentorship, Person, Turn
from mentorlog.domain.record import Record
from mentorlog.domain.refs import Ref
from mentorlog.domain.skills import Skill
from mentorlog.domain.spoken import short_day
from mentorlog.domain.wins import Win
from mentorlog.store import ventures
from mentorlog.store.store import Store

R = TypeVar("R", bound=Record)


class Chronicle:
    """The moments and lanes of a span, as far as the store's lens shows them."""

    def __init__(self, store: Store, since: date, until: date, today: date) -> None:
        self.store = store
        self.span = (since.isoformat(), until.isoformat())
        self.today = today
        self.people = store.people.names()
        self.names = {id: person.name for id, person in self.people.items()}
        self.goals = {one.id: one for one in store.all(Goal)}
        self.steps = _grouped(store.all(Step, order="goal_id, position"), "goal_id")
        self.progress = _grouped(store.all(Progress, order="goal_id, day, id"), "goal_id")

    def lanes(
        self, person: Person | None = None, goal: Goal | None = None, skill: Skill | None = None
    ) -> list[Lane]:
        """Goals as lanes: all, or the one asked for, or those with a person; none for a skill."""
        shown = [
            one
            for one in self.goals.values()
            if skill is None
            and (goal is None or one.id == goal.id)
            and (person is None or one.person_id == person.id)
        ]
        return [of_lane(one, self.steps.get(one.id, []), self.progress.get(one.id, [])) for one in shown]

    def moments(self) -> list[Moment]:
        """Every moment of the span, in no order."""
        found: list[Moment] = []
        for part in (self._meetings, self._goals, self._actions, self._feedback, self._ratings):
            found += part()
        for part in (self._notes, self._wins, self._topics, self._mentorships):
            found += part()
        return found + list(ventures.moments(self.store, self.names))

    def _within(self, cls: type[R], day: str = "day") -> list[R]:
        return self.store.all(cls, f"{day} BETWEEN ? AND ?", self.span)

    def _linked(self, records: list[R], label: str) -> dict[int, list[Ref]]:
        """What these records of one kind point to under a label."""
        found: dict[int, list[Ref]] = {record.id: [] for record in records}
        if found:
            where = "from_kind = ? AND from_id IN (SELECT value FROM json_each(?)) AND label = ?"
            for one in self.store.all(Link, where, (records[0].kind, str(list(found)), label)):
                found[one.from_id].append(one.target)
        return found

    def _about(self, moment: Moment, targets: list[Ref]) -> Moment:
        return moment.but(
            goals=(*moment.goals, *(ref.id for ref in targets if ref.kind == "goal")),
            skills=(*moment.skills, *(ref.id for ref in targets if ref.kind == "skill")),
        )

    def _meetings(self) -> Iterator[Moment]:
        held = self._within(Meeting)
        people, promised = self._linked(held, WITH), self._promised(held)
        for one in held:
            made, done = promised.get(one.id, (0, 0))
            ids = [ref.id for ref in people[one.id] if ref.kind == "person"]
            yield moments.of_meeting(one, ids, self.names, made, done, self.today)

    def _promised(self, held: list[Meeting]) -> dict[int, tuple[int, int]]:
        """By meeting, how many actions came from it and how many of them are done."""
        # The + keeps SQLite from walking through the links of all actions there ever were.
        rows = self.store.db.execute(
            "SELECT link.to_id, count(*), sum(action.state = 'done') FROM link JOIN action ON action.id = link.from_id"
            " WHERE link.to_kind = 'meeting' AND link.to_id IN (SELECT value FROM json_each(?)) AND link.label = ?"
            " AND +link.from_kind = 'action' AND link.deleted_at IS NULL AND action.deleted_at IS NULL"
            " GROUP BY link.to_id",
            (str([one.id for one in held]), FROM),
        )
        return {id: (made, done) for id, made, done in rows}

    def _goals(self) -> Iterator[Moment]:
        for id, goal in self.goals.items():
            steps, progress = self.steps.get(id, []), self.progress.get(id, [])
            yield from milestones.of_goal(goal, self.names)
            for step in steps:
                yield from _some(self._step(goal, steps, progress, step))
            for before, one in zip([None, *progress], progress, strict=False):
                yield milestones.of_progress(one, goal, before.value if before else None)
            yield from self._moved(goal)

    def _moved(self, goal: Goal) -> Iterator[Moment]:
        """The days a goal was moved to another due day, from the change log. Only days are read, never words."""
        rows = self.store.db.execute(
            "SELECT date(substr(hlc, 1, 15) / 1000, 'unixepoch', 'localtime'), old ->> 'due', new ->> 'due' FROM change"
            " WHERE tbl = 'goal' AND row = ? AND op = 'update' AND old ->> 'due' IS NOT new ->> 'due'",
            (goal.id,),
        ).fetchall()
        for day, old, new in rows:
            was, now = (short_day(date.fromisoformat(one), self.today) if one else "" for one in (old, new))
            moved = milestones.of_change(date.fromisoformat(day), goal.ref, "due", was, now)
            yield moved.but(title=f"{goal.title}, {moved.title}")

    def _step(self, goal: Goal, steps: list[Step], progress: list[Progress], step: Step) -> Moment | None:
        if step.done is None or goal.measure != "steps":
            return milestones.of_step(step, goal)
        after = percent_on(goal.but(state="open"), steps, progress, step.done)
        same_day = sum(one.done == step.done for one in steps)
        before = max(0, after - round(100 * same_day / len(steps)))
        return milestones.of_step(step, goal, before, after)

    def _actions(self) -> Iterator[Moment]:
        # Not coalesce(ended, due), for which no index serves.
        where = "ended BETWEEN ? AND ? OR (ended IS NULL AND due BETWEEN ? AND ?)"
        for one in self.store.all(Action, where, self.span * 2):
            yield from _some(moments.of_action(one, self.names))

    def _feedback(self) -> Iterator[Moment]:
        for one in self._within(Feedback, "coalesce(delivered, day)"):
            yield moments.of_feedback(one, self.names)

    def _ratings(self) -> Iterator[Moment]:
        skills = {one.id: one for one in self.store.all(Skill)}
        before: dict[tuple[int, int | None], int] = {}
        held = self.store.skills.held_since(date.fromisoformat(self.span[0]))
        shown = self._linked(held, EVIDENCE)
        for one in held:
            rater = (one.skill_id, one.by_id)
            if self.span[0] <= one.day.isoformat() <= self.span[1] and one.skill_id in skills:
                name = skills[one.skill_id].name
                yield milestones.of_rating(one, name, self.names, before.get(rater), shown[one.id])
            before[rater] = one.level

    def _notes(self) -> Iterator[Moment]:
        notes = self._within(Note)
        people, about = self._linked(notes, WITH), self._linked(notes, ABOUT)
        for one in notes:
            ids = [ref.id for ref in people[one.id]]
            yield self._about(moments.of_note(one, ids, self.names), about[one.id])

    def _wins(self) -> Iterator[Moment]:
        wins = self._within(Win)
        people, about = self._linked(wins, WITH), self._linked(wins, ABOUT)
        for one in wins:
            ids = [ref.id for ref in people[one.id]]
            yield self._about(moments.of_win(one, ids, self.names), about[one.id])

    def _topics(self) -> Iterator[Moment]:
        for one in self._within(Topic, "raised"):
            yield moments.of_topic(one, self.names)

    def _mentorships(self) -> Iterator[Moment]:
        for mentorship in self.store.all(Mentorship):
            person = self.people.get(mentorship.person_id)
            if person is None:
                continue
            yield from milestones.of_mentorship(mentorship, person)
            before: dict[str, str] = {}
            for turn in self.store.all(Turn, "mentorship_id = ?", (mentorship.id,), "day, id"):
                yield milestones.of_turn(turn, person, before.get(turn.aspect, ""))
                before[turn.aspect] = turn.value


def first_day(store: Store) -> date | None:
    """The first day anything is on record for."""
    firsts = " UNION ALL ".join(
        f"SELECT min({column}) AS day FROM {kind} WHERE deleted_at IS NULL"
        for kind, column in (
            ("meeting", "day"),
            ("note", "day"),
            ("win", "day"),
            ("goal", "started"),
            ("feedback", "day"),
        )
    )
    found = store.db.execute(f"SELECT min(day) FROM ({firsts})").fetchone()[0]
    return date.fromisoformat(found) if found else None


def _grouped(records: list[R], by: str) -> dict[int, list[R]]:
    groups: dict[int, list[R]] = {}
    for record in records:
        groups.setdefault(getattr(record, by), []).append(record)
    return groups


def _some(moment: Moment | None) -> Iterator[Moment]:
    if moment is not None:
        yield moment
