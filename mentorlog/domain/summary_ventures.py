"""What I ventured, in a summary: decisions, resources with their verdicts, and introductions."""

from __future__ import annotations

from datetime import date

from mentorlog.domain.intros import Intro, whom
from mentorlog.domain.material import Material, Wanted
from mentorlog.domain.summary import Chosen, Introduced, Studied


def decisions(material: Material, wanted: Wanted) -> list[Chosen]:
    """What was decided in these days, or turned out in them; what came of it later is not told."""
    return [
        Chosen(
            day=one.decided,
            question=one.question,
            options=tuple(one.choices),
            chosen=one.chosen,
            expectation=one.expectation,
            outcome=one.outcome if one.ended and one.ended <= wanted.until else "",
            told=one.ended if one.outcome and one.ended and one.ended <= wanted.until else None,
        )
        for one in sorted(material.decisions, key=lambda one: (one.decided or one.day, one.id))
        if one.decided and one.state != "dropped" and one.decided <= wanted.until
        if wanted.covers(one.decided) or wanted.covers(one.ended)
    ]


def resources(material: Material, wanted: Wanted) -> list[Studied]:
    """What I finished in these days, and what it was worth."""
    skills = {one.id: one.name for one in material.skills}
    return [
        Studied(
            day=one.ended,
            title=one.title,
            url=one.url,
            form="" if one.form == "other" else one.form,
            skill=skills.get(one.skill_id, "") if one.skill_id is not None else "",
            verdict=one.verdict,
        )
        for one in sorted(material.resources, key=lambda one: (one.ended or date.max, one.id))
        if one.state == "done" and one.ended and wanted.covers(one.ended)
    ]


def intros(material: Material, wanted: Wanted) -> list[Introduced]:
    """Introductions that were asked for or made, or led to a meeting, in these days: as far as they came."""
    names = {id: person.name for id, person in material.people.items()}
    found = []
    for one in material.intros:
        stages = [(day, stage) for stage, day in _stages(one) if day and day <= wanted.until]
        if stages and one.state != "dropped" and wanted.covers(stages[-1][0]):
            day, stage = stages[-1]
            via, served = material.name(one.via_id), material.name(one.for_id)
            told = Introduced(day=day, who=whom(one, names), via=via, served=served, state=stage, why=one.why)
            found.append((day, one.id, told))
    return [told for *_, told in sorted(found, key=lambda one: one[:2])]


def _stages(intro: Intro) -> tuple[tuple[str, date | None], ...]:
    return (("asked", intro.asked), ("made", intro.made), ("met", intro.met))
