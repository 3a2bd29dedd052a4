"""What happened to decisions, resources, introductions and rehearsals, for the timeline."""

from __future__ import annotations

from collections.abc import Iterator

from mentorlog.domain import ventures
from mentorlog.domain.decisions import Decision
from mentorlog.domain.intros import Intro
from mentorlog.domain.links import Link
from mentorlog.domain.moments import Moment, Names
from mentorlog.domain.rehearsals import Rehearsal
from mentorlog.domain.resources import Resource
from mentorlog.store.records import Records


def moments(store: Records, names: Names) -> Iterator[Moment]:
    """Every moment of them, on whatever day, as far as this store's lens shows them."""
    about: dict[tuple[str, int], list[Link]] = {}
    for link in store.all(Link, "from_kind IN ('decision', 'resource') AND label IN ('with', 'about')"):
        about.setdefault(link.source, []).append(link)
    for one in store.all(Decision):
        people = [link.to_id for link in about.get(one.ref, []) if link.to_kind == "person"]
        yield from _linked(ventures.of_decision(one, people, names), about.get(one.ref, []))
    for each in store.all(Resource):
        yield from _linked(ventures.of_resource(each, names), about.get(each.ref, []))
    for intro in store.all(Intro):
        yield from ventures.of_intro(intro, names)
    for rehearsal in store.all(Rehearsal):
        yield ventures.of_rehearsal(rehearsal, names)


def _linked(told: Iterator[Moment], links: list[Link]) -> Iterator[Moment]:
    """Moments with the goals and skills they are about."""
    for moment in told:
        yield moment.but(
            goals=(*moment.goals, *(link.to_id for link in links if link.to_kind == "goal")),
            skills=(*moment.skills, *(link.to_id for link in links if link.to_kind == "skill")),
        )
