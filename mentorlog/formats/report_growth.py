"""The drawn sections of a report: timeline, goals, skills, rhythm and career, each with the same in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mentorlog.career.outlook import Outlook
from mentorlog.domain.report import Curve, Report, Way
from mentorlog.domain.skills import level_words
from mentorlog.formats.html import Html, paragraphs, tag
from mentorlog.formats.pictures import career_map, goals, rhythm, skills, timeline
from mentorlog.formats.pictures.standing import said as standing_said
from mentorlog.formats.pictures.standing import tone
from mentorlog.formats.report_parts import Section, dated, facts, figure, said, section, table, told, when

WIDE, NARROW = 760, 320
"""Widths of the two drawings of a wide picture: for a page, and for a telephone."""

LEAST_WEEKS = 4
"""Before that there is no rhythm to see. A rule of thumb of ours."""

TIMELINE = (
    "Bars are goals: the full part is behind, the pale part ahead, a diamond the day it ended or is due, "
    "small marks steps and progress."
)
GOALS = (
    "In each picture the line is how far the goal was, the dots an even pace from its start to its due day."
)
SKILLS = (
    "Levels go from 0 to 5: 0 none, 1 aware, 2 with help, 3 on my own, 4 leads or teaches, 5 shapes the practice. "
    "The line is what {me} says; what others say is marked apart. The dotted line is the level aimed at."
)
RHYTHM = "A square is a day, Monday on top: the larger, the more in this report is of that day."
CAREER = (
    "How far a role is covered is reckoned from the levels above and what the role needs; hours of learning come "
    "before one is taken on. Both are rules of thumb."
)


def drawn_timeline(model: Report) -> Section:
    """Goals and moments over the months."""
    if not (model.ways or model.marks):
        return section("timeline", "Timeline")
    rows = [(when(one.day), timeline.KINDS[one.sort].name.removesuffix("s"), one.text) for one in model.marks]
    pictures = (timeline.draw(model, WIDE, "wide"), timeline.draw(model, NARROW, "narrow"))
    listed = table("The moments as a table", ("Day", "What", "In words"), rows) if rows else Html()
    return section("timeline", "Timeline", figure(TIMELINE, *pictures), listed)


def drawn_goals(model: Report) -> Section:
    """Each goal with how it stands, why it is there, and its way."""
    cards = [_goal(way, model.until, n) for n, way in enumerate(model.ways, 1)]
    if not cards:
        return section("goals", "Goals")
    return section("goals", "Goals", tag("p", GOALS, class_="note"), tag("div", *cards, class_="cards"))


def _goal(way: Way, until: date, number: int) -> Html:
    aim = way.aim
    lines = [*((step, "✓ ") for step in aim.steps), *((word, "") for word in aim.progress)]
    lines.sort(key=lambda pair: pair[0].day)
    rows = dated((one.day, paragraphs(f"{lead}{one.text}")) for one, lead in lines)
    words = facts(
        said("Why", aim.why), said("Done when", aim.done_when), said("Reason", aim.state_why), *_left(way)
    )
    return tag(
        "article",
        tag("div", tag("h3", aim.title, dir="auto"), _standing(way), words),
        tag("div", goals.draw(way, until, f"goal-{number}"), rows),
        class_="goal",
    )


def _standing(way: Way) -> Html:
    aim, state = way.aim, tag("b", standing_said(way.state), class_=tone(way.state))
    if aim.ended:
        return tag("p", state, " on ", when(aim.ended), class_="state")
    due = (", due ", when(aim.due)) if aim.due else ()
    return tag("p", state, f", {aim.percent}% of the way", *due, class_="state")


def _left(way: Way) -> Iterator[Html]:
    """What is still to do, as one fact."""
    if way.left:
        items = [
            tag("p", one.text, *((" (due ", when(one.due), ")") if one.due else ()), dir="auto")
            for one in way.left
        ]
        yield tag("div", tag("dt", "Still to do"), tag("dd", *items))


def drawn_skills(model: Report) -> Section:
    """A small picture for each skill, and what shows the levels."""
    cards = [_skill(one, model, n) for n, one in enumerate(model.curves, 1)]
    if not cards:
        return section("skills", "Skills")
    note = tag("p", SKILLS.format(me=model.me or "the writer"), class_="note")
    return section("skills", "Skills", note, tag("div", *cards, class_="skills"))


def _skill(curve: Curve, model: Report, number: int) -> Html:
    lines = [
        tag(
            "li",
            tag("span", sign, class_="voice" if voice.rater else "accent", aria_hidden="true"),
            f" {voice.rater or model.me or 'Me'}: {_way_of(level.then, level.now)}",
        )
        for voice, level, (_, sign) in zip(
            curve.voices, curve.grown.levels, skills.shapes(curve), strict=True
        )
    ]
    if curve.target is not None:
        lines.append(tag("li", f"Aimed at: {level_words(curve.target)}", class_="muted"))
    evidence = curve.grown.evidence
    shown = tag("details", tag("summary", "What shows it"), facts(told(evidence, ""))) if evidence else Html()
    return tag(
        "article",
        tag("h3", curve.grown.name, dir="auto"),
        tag("ul", *lines),
        skills.draw(curve, model.first, model.until, f"skill-{number}"),
        shown,
    )


def _way_of(then: int | None, now: int) -> str:
    return level_words(now) if then in (None, now) else f"{then} → {level_words(now)}"


def drawn_rhythm(model: Report) -> Section:
    """How much happened when, in up to 26 weeks."""
    if not (model.rhythm and model.days) or len(model.weeks) < LEAST_WEEKS:
        return section("rhythm", "Rhythm")
    pictures = (rhythm.draw(model, WIDE, "wide"), rhythm.draw(model, NARROW, "narrow"))
    rows = [(when(monday), str(count)) for monday, count in rhythm.by_week(model)]
    listed = table("The weeks as a table", ("Week of", "Moments"), rows)
    lead = tag("p", rhythm.says(model))
    return section("rhythm", "Rhythm", lead, figure(RHYTHM, *pictures), listed)


def drawn_career(found: Outlook | None) -> Section:
    """The roles around the one of today."""
    if found is None:
        return section("career", "Where it could go")
    rows = [
        (
            one.role.name,
            career_map.WAYS[shelf.kind].name,
            f"{one.coverage:.0%}",
            career_map.hours(one),
            one.move.note if one.move else "",
        )
        for shelf in found.shelves
        for one in shelf.options
    ]
    pictures = (career_map.draw(found, WIDE, "wide"), career_map.draw(found, NARROW, "narrow"))
    heads = ("Role", "Way", "Covered", "To learn first", "In words")
    return section(
        "career", "Where it could go", figure(CAREER, *pictures), table("The roles as a table", heads, rows)
    )
