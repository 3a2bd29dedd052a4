"""Mentorships with what belongs to them: their turns, and what they came to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from mentorlog.domain.actions import Action
from mentorlog.domain.closing import Closing, Gathered, Shown, closing
from mentorlog.domain.goals import Goal
from mentorlog.domain.links import ABOUT
from mentorlog.domain.mentorships import picked
from mentorlog.domain.people import Mentorship, Person, Turn
from mentorlog.domain.refs import looks_like_ref, read_ref
from mentorlog.domain.skills import Rating, Skill
from mentorlog.store.evidence import evidence
from mentorlog.store.listing import Narrow, narrowed
from mentorlog.store.store import Store


def find(store: Store, text: str, side: str = "") -> tuple[Person, Mentorship]:
    """The person and the mentorship meant by a person's name, or by its ref, which finds an ended one too.

    Raises Unknown; Refused when none is running with the person, or several and `side` does not choose.
    """
    if looks_like_ref(text) and read_ref(text).kind == "mentorship":
        mentorship = store.by_id(Mentorship, read_ref(text).id)
        return store.by_id(Person, mentorship.person_id), mentorship
    person = store.find.person(text)
    return person, picked(running(store, person), side, person)


def running(store: Store, person: Person) -> list[Mentorship]:
    """The mentorships with a person that have not ended, the oldest first."""
    return store.all(Mentorship, "person_id = ? AND ended IS NULL", (person.id,))


def turns(store: Store, mentorship: Mentorship) -> list[Turn]:
    """Its turns in the order of their days."""
    return store.all(Turn, "mentorship_id = ?", (mentorship.id,), "day, id")


def closing_of(store: Store, person: Person, mentorship: Mentorship, until: date, me: str) -> Closing:
    """The closing page of a mentorship, as far as this store's lens shows what it rests on."""
    since = mentorship.started
    goals = narrowed(
        store, Goal, Narrow(people=(person.id,), where=f"ended IS NULL OR ended >= '{since}'"), "id"
    )
    goals = [goal for goal in goals if goal.started <= until]
    promised = "owner_id = ? OR (owner_id IS NULL AND person_id = ?)"
    actions = store.all(Action, f"({promised}) AND (ended IS NULL OR ended >= '{since}')", (person.id,) * 2)
    actions = [one for one in actions if not one.created_at or one.created_at[:10] <= until.isoformat()]
    talks = [one for one in store.meetings.with_person(person) if since <= one.day <= until]
    skills = _skills(store, person, goals, actions)
    ratings = [one for skill in skills for one in store.skills.ratings(skill)]
    gathered = Gathered(
        skills=tuple(skills),
        ratings=tuple(ratings),
        evidence={one.id: _shown(store, one) for one in ratings},
        goals=tuple(goals),
        actions=tuple(actions),
        talks=len(talks),
        minutes=sum(one.minutes or 0 for one in talks),
    )
    return closing(mentorship, person, gathered, until, me)


def _skills(store: Store, person: Person, goals: Sequence[Goal], actions: Sequence[Action]) -> list[Skill]:
    """Skills they rated, that an action for a goal with them builds, or that something about one is about too."""
    ids = {one.skill_id for one in store.all(Rating, "by_id = ?", (person.id,))}
    for goal in goals:
        ids |= {one.skill_id for one in store.all(Action, "goal_id = ?", (goal.id,)) if one.skill_id}
        for link in store.links.to(goal.ref):
            if link.label == ABOUT:
                near = store.links.of(link.source)
                ids |= {one.to_id for one in near if (one.to_kind, one.label) == ("skill", ABOUT)}
    ids |= {one.skill_id for one in actions if one.skill_id}
    return [one for one in store.skills.all() if one.id in ids]


def _shown(store: Store, rating: Rating) -> list[Shown]:
    """What shows a rating; feedback I have not given yet shows nothing, for a page must not say it first."""
    found = evidence(store, rating.ref)
    return [Shown(ref=one.ref, text=one.headline) for one in found if not getattr(one, "owed", False)]
