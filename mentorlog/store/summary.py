"""The records a summary is made of."""

from __future__ import annotations

from datetime import date

from mentorlog.domain.actions import Action
from mentorlog.domain.decisions import Decision
from mentorlog.domain.feedback import Feedback
from mentorlog.domain.goals import Goal, Progress, Step
from mentorlog.domain.intros import Intro
from mentorlog.domain.kinds import NOUNS, class_of
from mentorlog.domain.links import CARRIED, EVIDENCE, FROM, Link
from mentorlog.domain.material import Material
from mentorlog.domain.meetings import Aside, Meeting, Topic
from mentorlog.domain.people import Mentorship, Person, Turn
from mentorlog.domain.record import Record
from mentorlog.domain.refs import Ref
from mentorlog.domain.resources import Resource
from mentorlog.domain.roles import Aim
from mentorlog.domain.skills import Rating, Skill
from mentorlog.domain.wins import Win
from mentorlog.store.records import Records

_ORIGINS = (
    "SELECT from_id FROM link WHERE from_kind = 'action' AND to_kind = 'feedback'"
    " AND label = ? AND deleted_at IS NULL"
)


class Summaries:
    """What is asked for a summary."""

    def __init__(self, store: Records) -> None:
        self.store = store

    def gather(self, since: date | None, until: date) -> Material:
        """What the audience may see of these days; planned meetings and open promises come from any day."""
        store = self.store
        first, last = (since or date.min).isoformat(), until.isoformat()
        held = "SELECT id FROM meeting WHERE day >= ? AND deleted_at IS NULL"
        return Material(
            people={one.id: one for one in store.all(Person)},
            mentorships=tuple(store.all(Mentorship)),
            turns=tuple(store.all(Turn)),
            goals=tuple(store.all(Goal, "started <= ? AND (ended IS NULL OR ended >= ?)", (last, first))),
            steps=tuple(store.all(Step)),
            progress=tuple(store.all(Progress)),
            meetings=tuple(store.all(Meeting, "day >= ?", (first,))),
            asides=tuple(store.all(Aside, f"meeting_id IN ({held})", (first,))),
            topics=tuple(store.all(Topic, f"state = 'open' OR closed_in IN ({held})", (first,))),
            actions=tuple(
                store.all(Action, f"state = 'open' OR ended >= ? OR id IN ({_ORIGINS})", (first, FROM))
            ),
            # What I owe somebody has not been said yet, so no document may say it first.
            feedback=tuple(
                store.all(
                    Feedback,
                    "day BETWEEN ? AND ? AND (to_id IS NULL OR delivered IS NOT NULL)",
                    (first, last),
                )
            ),
            skills=tuple(store.all(Skill)),
            ratings=tuple(store.all(Rating, "day <= ?", (last,))),
            wins=tuple(store.all(Win, "day BETWEEN ? AND ?", (first, last))),
            decisions=tuple(
                store.all(Decision, "decided <= ? AND ifnull(ended, decided) >= ?", (last, first))
            ),
            resources=tuple(
                store.all(Resource, "ended BETWEEN ? AND ? OR state IN ('todo', 'doing')", (first, last))
            ),
            intros=tuple(store.all(Intro, "ended IS NULL AND coalesce(met, made, asked) >= ?", (first,))),
            aims=tuple(store.all(Aim, "ended IS NULL")),
            links=tuple(
                store.all(
                    Link,
                    "to_kind IN ('person', 'goal', 'win') OR from_kind IN ('person', 'goal', 'win')"
                    " OR label IN (?, ?, ?)",
                    (EVIDENCE, FROM, CARRIED),
                )
            ),
            shown=_shown(store),
        )


def _shown(store: Records) -> dict[Ref, Record]:
    """Every record that is named as evidence, but for feedback still to be given."""
    named = "id IN (SELECT to_id FROM link WHERE to_kind = ? AND label = ? AND deleted_at IS NULL)"
    return {
        record.ref: record
        for kind in NOUNS
        if kind != "person"
        for record in store.all(class_of(kind), named, (kind, EVIDENCE))
        if not (isinstance(record, Feedback) and record.owed)
    }
