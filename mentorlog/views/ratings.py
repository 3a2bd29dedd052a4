"""A skill's path as a card: every rating with what shows it, each rater apart; no Rich."""

from __future__ import annotations

from collections.abc import Iterator

from mentorlog.domain.skills import Rating, SkillPath, level_words
from mentorlog.domain.spoken import due_words, short_day
from mentorlog.domain.text import first_line
from mentorlog.views.columns import Card, Section
from mentorlog.views.rows import marked

LONGEST = 200
"""Characters of an entry; its ref leads to the rest."""


def card(path: SkillPath) -> Card:
    """The page of a skill. What others say is never mixed into what I say."""
    skill = path.skill
    goal = "" if skill.target is None else level_words(skill.target)
    met = skill.target is not None and path.now is not None and path.now >= skill.target
    raters = [None, *dict.fromkeys(one.by_id for one in path.ratings if one.by_id is not None)]
    return Card(
        ref=f"skill {skill.ref}",
        title=marked(skill, skill.name),
        facts=[
            fact
            for fact in (
                ("now", level_words(path.now)),
                ("goal", f"{goal}, met" if met else goal),
                ("look again", _look(path)),
                ("", skill.category),
                ("handle", skill.handle),
                ("also", skill.aliases),
            )
            if fact[1]
        ],
        sections=[
            *(section for by in raters if (section := _rater(path, by)).rows),
            *_plan(path),
            *_resources(path),
        ],
    )


def _rater(path: SkillPath, by: int | None) -> Section:
    name = "me" if by is None else path.raters.get(by, "someone")
    ratings = path.by(by)
    rows = [row for one in reversed(ratings) for row in _rating(path, one)]
    return Section(f"By {name}", f"{ratings[-1].level} now" if ratings else "", rows)


def _rating(path: SkillPath, one: Rating) -> Iterator[list[str]]:
    """The rating, then what shows it."""
    words = level_words(one.level) + (f": {first_line(one.note, LONGEST)}" if one.note else "")
    yield [str(one.ref), marked(one, words), short_day(one.day, path.today)]
    for shown in path.evidence.get(one.id, ()):
        yield [str(shown.ref), marked(shown, first_line(shown.headline, LONGEST)), f"shows {one.ref}"]


def _plan(path: SkillPath) -> list[Section]:
    rows = []
    for one in path.plan:
        if one.state == "done":
            when = f"done {short_day(one.ended, path.today)}" if one.ended else "done"
        else:
            when = due_words(one.due, path.today) if one.due else ""
        rows.append([str(one.ref), marked(one, first_line(one.text, LONGEST)), when])
    todo = sum(one.state == "open" for one in path.plan)
    return [Section("Plan", f"{todo} open", rows)] if rows else []


def _resources(path: SkillPath) -> list[Section]:
    """What there is to learn it from, with the verdict on what is done."""
    rows = [
        [
            str(one.ref),
            marked(one, first_line(one.title, LONGEST)),
            first_line(one.verdict, 60) or one.state,
        ]
        for one in path.resources
    ]
    return [Section("To learn from", rows=rows)] if rows else []


def _look(path: SkillPath) -> str:
    """When the level is to be looked at again."""
    day = path.recheck
    if day is None:
        return ""
    return short_day(day, path.today) if day > path.today else "now"
