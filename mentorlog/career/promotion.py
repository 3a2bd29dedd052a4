"""The case for a role: what it needs, how far I am, what shows it, and what is missing, said openly."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from mentorlog.career.catalogue import Catalogue, Role
from mentorlog.career.gap import Line, gap
from mentorlog.career.journal import resolver
from mentorlog.domain.careers import Said
from mentorlog.domain.documents.brag import Quote, newest, quoted
from mentorlog.domain.frozen import Frozen
from mentorlog.domain.material import Material, Wanted, narrowed
from mentorlog.domain.refs import Ref
from mentorlog.domain.skills import Rating, Skill, by_day
from mentorlog.domain.summary import Told
from mentorlog.domain.summary_growth import evidence_of


class Given(Frozen):
    """A level (0-5) that somebody else gave."""

    rater: str
    level: int


class Demand(Frozen):
    """A need of the role. mine: my level, None when not rated. short: levels missing by my own rating, None then too.

    skill: which of several skills meets it best, empty when it names only one. evidence: what shows
    the ratings; wins and praise: for these skills.
    """

    name: str
    skill: str = ""
    level: int
    mine: int | None = None
    short: int | None = None
    others: tuple[Given, ...] = ()
    evidence: tuple[Told, ...] = ()
    wins: tuple[Told, ...] = ()
    praise: tuple[Quote, ...] = ()


class Promotion(Frozen):
    """The document. `met`, `short` and `unrated` count the needs."""

    me: str = ""
    role: str
    since: date | None = None
    until: date
    met: int = 0
    short: int = 0
    unrated: int = 0
    needs: tuple[Demand, ...] = ()


def promotion(found: Material, wanted: Wanted, role: Role, catalogue: Catalogue) -> Promotion:
    """The case for a role, its weightiest needs first."""
    material = narrowed(found, wanted)
    resolve = resolver(Said(today=wanted.until, skills=material.skills), catalogue)
    mine: dict[str, list[Skill]] = {}
    for skill in material.skills:
        mine.setdefault(resolve(skill.handle), []).append(skill)
    ratings = [one for one in by_day(list(material.ratings)) if one.day <= wanted.until]
    owner = {skill.id: id for id, skills in mine.items() for skill in skills}
    levels = {
        owner[one.skill_id]: one.level for one in ratings if one.by_id is None and one.skill_id in owner
    }
    lines = sorted(gap(role, levels, catalogue).lines, key=lambda one: (-one.weight, one.called))
    return Promotion(
        me=wanted.me,
        role=role.name,
        since=wanted.since,
        until=wanted.until,
        met=sum(one.gap == 0 for one in lines),
        short=sum(bool(one.gap) for one in lines),
        unrated=sum(one.gap is None for one in lines),
        needs=tuple(_demand(material, wanted, one, mine, ratings, catalogue) for one in lines),
    )


def _demand(
    material: Material,
    wanted: Wanted,
    line: Line,
    mine: Mapping[str, list[Skill]],
    ratings: list[Rating],
    catalogue: Catalogue,
) -> Demand:
    ids = {skill.id for id in line.need.of for skill in mine.get(id, [])}
    best = {skill.id for skill in mine.get(line.skill, [])}
    refs = {Ref("skill", id) for id in ids}
    rated = [one for one in ratings if one.skill_id in ids]
    shown = material.evidence()
    wins = [one for one in material.wins if wanted.covers(one.day) and material.linked_to(one.ref) & refs]
    evidence = evidence_of(record for one in rated for record in shown.get(one.ref, []) if record not in wins)
    praise = [
        one
        for one in material.feedback
        if one.tone == "praise" and one.to_id is None and one.skill_id in ids and wanted.covers(one.day)
    ]
    latest = {one.by_id: one for one in rated if one.skill_id in best and one.by_id is not None}
    return Demand(
        name=line.called,
        skill=catalogue.named(line.skill) if len(line.need.of) > 1 and best else "",
        level=line.needed,
        mine=line.now,
        short=line.gap,
        others=tuple(Given(rater=material.name(by), level=one.level) for by, one in latest.items()),
        evidence=evidence,
        wins=tuple(Told(day=one.day, text=one.text) for one in newest(wins)),
        praise=tuple(quoted(material, one) for one in praise),
    )
