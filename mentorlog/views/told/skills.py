"""The skills in plain lines: one skill a line, then what is planned for each."""

from __future__ import annotations

from collections.abc import Iterator

from mentorlog.domain.growth import Growth, SkillRow
from mentorlog.domain.spoken import day_words, plural
from mentorlog.views.columns import Column, tsv
from mentorlog.views.look import Look
from mentorlog.views.plain import one_line, record, told
from mentorlog.views.told.dashboard import skill_line

NONE_YET = "No skills yet."
BEGIN = "mentorlog skill add sql --level 2 --goal 4"
COLUMNS = [
    Column(name) for name in ("Ref", "Handle", "Name", "Category", "Level", "Goal", "Gap", "Rated", "Others")
]


def tell(model: Growth, look: Look) -> str:
    """The skills as lines; nothing is cut. As a table, with a header, where the look asks for one."""
    return (
        tsv(COLUMNS, [_row(one) for one in model.skills], look) if look.header else told(_lines(model), look)
    )


def _row(one: SkillRow) -> list[str]:
    """A skill for a program: what is not known is empty."""
    said = ", ".join(f"{seen.name} {seen.level}" for seen in one.others)
    known = (one.now, one.target, one.gap, one.rated)
    figures = ["" if value is None else str(value) for value in known]
    return [str(one.ref), one.handle, one.name, one.category, *figures, said]


def note(model: Growth) -> str:
    """How many there are, and how many are below their goal: `5 tracked, 3 below goal`."""
    below = f", {model.below} below goal" if model.below else ""
    return f"{len(model.skills)} tracked{below}"


def gap_words(one: SkillRow) -> str:
    """How far a skill is from its goal: `2 levels to go`, `not rated yet`; nothing once it is met."""
    if one.gap is None:
        return "not rated yet" if one.target is not None else ""
    return f"{plural(one.gap, 'level')} to go" if one.gap else ""


def _lines(model: Growth) -> Iterator[str]:
    if not model.skills:
        yield record(NONE_YET, BEGIN)
        return
    yield f"Skills: {note(model)}"
    yield from (skill_line(one) for one in model.skills)
    for one in model.skills:
        if one.plan:
            state = "goal met" if one.gap == 0 else gap_words(one) or "no goal"
            yield f"Plan for {one_line(one.name)}: {state}"
        for action in one.plan:
            day = action.ended if action.state == "done" else action.due
            when = day_words(day, model.today) if day else ""
            yield record(action.ref, action.text, action.state, when)
