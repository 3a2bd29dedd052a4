"""What I achieved: the wins by what they changed, what they show, and what others said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from mentorlog.domain.feedback import Feedback
from mentorlog.domain.frozen import Frozen
from mentorlog.domain.links import EVIDENCE
from mentorlog.domain.material import Material, Wanted, narrowed
from mentorlog.domain.refs import Ref
from mentorlog.domain.summary import Aim, Grown, Level
from mentorlog.domain.summary_growth import aims, skills
from mentorlog.domain.text import first_line
from mentorlog.domain.wins import Win

LONGEST_HEADING = 80
"""Characters of a heading made of somebody's words. A choice of ours."""


class Quote(Frozen):
    """Praise in the words it was given in: situation, behaviour and impact, a line each."""

    day: date
    sender: str
    text: str


class Shows(Frozen):
    """A level (0-5) of a skill that a win was named as evidence for, by a rater, empty for me."""

    skill: str
    level: int
    rater: str = ""


class Feat(Frozen):
    """A win under its title; `text` is all of it where the title is not, `result` as its story tells it."""

    day: date
    title: str
    text: str = ""
    impact: str = ""
    result: str = ""
    goals: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    shows: tuple[Shows, ...] = ()
    quotes: tuple[Quote, ...] = ()


class Brag(Frozen):
    """The document. impact: wins that say what they changed, the newest first; more: the others.

    goals: met in these days. grown: skills whose level rose. quotes: praise that belongs to no win here.
    """

    me: str = ""
    since: date | None = None
    until: date
    impact: tuple[Feat, ...] = ()
    more: tuple[Feat, ...] = ()
    goals: tuple[Aim, ...] = ()
    grown: tuple[Grown, ...] = ()
    quotes: tuple[Quote, ...] = ()


def brag(found: Material, wanted: Wanted) -> Brag:
    """The document of these records, for its reader."""
    material = narrowed(found, wanted)
    praise = _praise(material, wanted)
    wins = newest([one for one in material.wins if wanted.covers(one.day)])
    feats = [_feat(material, one, praise) for one in wins]
    used = {ref for one in wins for ref in material.linked_to(one.ref)}
    return Brag(
        me=wanted.me,
        since=wanted.since,
        until=wanted.until,
        impact=tuple(one for one in feats if one.impact),
        more=tuple(one for one in feats if not one.impact),
        goals=tuple(one for one in aims(material, wanted) if one.state == "met"),
        grown=tuple(one for one in skills(material, wanted) if any(map(rose, one.levels))),
        quotes=tuple(quoted(material, one) for ref, one in praise.items() if ref not in used),
    )


def newest(wins: Iterable[Win]) -> list[Win]:
    """Wins, the newest first."""
    return sorted(wins, key=lambda one: (one.day, one.id), reverse=True)


def rose(level: Level) -> bool:
    """Did this rater's level rise within the days? Unrated before is no rise."""
    return level.then is not None and level.now > level.then


def titled(text: str) -> tuple[str, str]:
    """A text as a heading and, where that is not all of it, the whole text."""
    title = first_line(text, LONGEST_HEADING)
    return title, "" if title == text.strip() else text


def named(records: Sequence[Frozen], near: set[Ref], field: str = "title") -> tuple[str, ...]:
    """The titles of the records that are among the linked ones."""
    return tuple(getattr(one, field) for one in records if getattr(one, "ref", None) in near)


def quoted(material: Material, one: Feedback) -> Quote:
    """A piece of feedback in its own words."""
    parts = (one.situation, one.behaviour, one.impact)
    return Quote(day=one.day, sender=material.name(one.from_id), text="\n".join(filter(None, parts)))


def _praise(material: Material, wanted: Wanted) -> dict[Ref, Feedback]:
    """What others praised in me in these days, the newest first."""
    found = [
        one
        for one in material.feedback
        if one.tone == "praise" and one.from_id is not None and one.to_id is None
        if wanted.covers(one.day) and one.headline
    ]
    return {one.ref: one for one in sorted(found, key=lambda one: (one.day, one.id), reverse=True)}


def _feat(material: Material, win: Win, praise: dict[Ref, Feedback]) -> Feat:
    near = material.linked_to(win.ref)
    title, text = titled(win.text)
    return Feat(
        day=win.day,
        title=title,
        text=text,
        impact=win.impact,
        result=win.story_result,
        goals=named(material.goals, near),
        skills=named(material.skills, near, "name"),
        shows=_shows(material, win),
        quotes=tuple(quoted(material, one) for ref, one in praise.items() if ref in near),
    )


def _shows(material: Material, win: Win) -> tuple[Shows, ...]:
    cited = {link.source for link in material.links if link.label == EVIDENCE and link.target == win.ref}
    names = {one.id: one.name for one in material.skills}
    return tuple(
        Shows(skill=names[one.skill_id], level=one.level, rater=material.name(one.by_id))
        for one in material.ratings
        if one.ref in cited and one.skill_id in names
    )
