"""What happened to decisions, resources, introductions and rehearsals, for the timeline."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mentorlog.domain import ventures
from mentorlog.domain.decisions import Decision
from mentorlog.domain.intros import Intro
from mentorlog.domain.links import Link
from mentorlog.domain.moments import Moment, Names
from mentorlog.domain.record import Record
from mentorlog.domain.refs import Ref
from mentorlog.domain.rehearsals import Rehearsal
from mentorlog.domain.resources import Resource
from mentorlog.store.records import Records


def moments(store: Records, names: Names) -> Iterator[Moment]:
    """Every moment of them, on whatever day, as far as this store's lens shows them."""
    about: dict[Ref, list[Link]] = {}
    for link in store.all(Link, "from_kind IN ('decision', 'resource') AND label IN ('with', 'about')"):
        about.setdefault(link.source, []).append(link)
    for one in _all(store):
        people = [link.to_id for link in about.get(one.ref, []) if link.to_kind == "person"]
        yield from _linked(ventures.of_venture(one, people, names), about.get(one.ref, []))


def since(store: Records, day: date) -> list[Record]:
    """Those something happened to from a day on, as far as this store's lens shows them."""
    first = day.isoformat()
    return [
        *store.all(Decision, "max(day, ifnull(decided, ''), ifnull(ended, '')) >= ?", (first,)),
        *store.all(Resource, "max(ifnull(started, ''), ifnull(ended, '')) >= ?", (first,)),
        *store.all(Intro, "max(ifnull(asked, ''), ifnull(made, ''), ifnull(met, '')) >= ?", (first,)),
        *store.all(Rehearsal, "day >= ?", (first,)),
    ]


def _all(store: Records) -> list[Record]:
    return [one for kind in (Decision, Resource, Intro, Rehearsal) for one in store.all(kind)]


def _linked(told: Iterator[Moment], links: list[Link]) -> Iterator[Moment]:
    """Moments with the goals and skills they are about."""
    for moment in told:
        yield moment.but(
            goals=(*moment.goals, *(link.to_id for link in links if link.to_kind == "goal")),
            skills=(*moment.skills, *(link.to_id for link in links if link.to_kind == "skill")),
        )
