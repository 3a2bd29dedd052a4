"""`skill rate`: a level on a day, by me or by somebody else, with what shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from mentorlog.cli import options
from mentorlog.cli.app import env_of

if TYPE_CHECKING:
    from mentorlog.domain.people import Person
    from mentorlog.domain.record import Record
    from mentorlog.domain.skills import Rating, Skill
    from mentorlog.env import Env

Which = Annotated[str, typer.Argument(metavar="S", help="A skill, by handle, name or ref.")]
Evidence = Annotated[
    list[str] | None, typer.Option("--evidence", metavar="REF,…", help="Records that show it.")
]


class Given(NamedTuple):
    """What was typed: the skill, the level, who says so and whose it is, what shows it, and how it is kept."""

    skill: str
    level: str
    by: str
    of: str
    evidence: list[str]
    note: str
    on: str
    private: bool
    share: bool


def rate(
    ctx: typer.Context,
    skill: Which,
    level: Annotated[str, typer.Argument(metavar="0-5", help="The level.")],
    by: Annotated[str, typer.Option("--by", metavar="me|P", help="Who says so.")] = "me",
    of: Annotated[str, typer.Option("--of", metavar="P", help="Whose level: somebody you mentor.")] = "",
    evidence: Evidence = None,
    note: options.Note = "",
    on: options.On = "",
    private: options.Private = False,
    share: options.Share = False,
) -> None:
    """Rate a skill, as of a day. Earlier ratings stay.

    $ mentorlog skill rate sql 4 --evidence w1,n1
    $ mentorlog skill rate python 2 --by ana --note "seen the scripts"

    With --of it is the level you give somebody you mentor:  mentorlog skill rate backups 3 --of bo
    Levels: 0 none, 1 aware, 2 with help, 3 on my own, 4 leads or teaches, 5 shapes the practice.
    """
    env = env_of(ctx)
    given = Given(skill, level, by, of, evidence or [], note, on, private, share)
    if of:
        from mentorlog.cli.assessment import assess

        assess(env, given)
    else:
        _rate(env, given)


def _rate(env: Env, given: Given) -> None:
    """Keep a rating of mine, by me or by somebody else."""
    from mentorlog.domain.refs import read_refs
    from mentorlog.domain.skills import Rating, level_on, read_level
    from mentorlog.domain.text import clean
    from mentorlog.store.evidence import show_by

    level, day = read_level(given.level), options.on_day(env, given.on)
    note = clean(given.note, "note") if given.note else ""
    refs = read_refs(given.evidence)
    with env.write("skill rate") as store:
        one = store.find.skill(given.skill)
        rater = None if given.by.casefold() == "me" else store.find.person(given.by)
        rating = Rating(
            skill_id=one.id,
            level=level,
            day=day,
            note=note,
            by_id=rater.id if rater else None,
            visibility=env.visibility(given.private or one.private, given.share),
        )
        was = level_on([each for each in store.skills.ratings(one) if each.by_id == rating.by_id], day)
        kept = store.add(rating)
        shown = show_by(store, kept, refs)
    env.kept(kept, _rated(env, kept, one, was, rater, shown))
    if rater is None and kept.level >= 3 and not shown and not (env.quiet or env.json):
        env.note(f"Nothing shows it yet. When something does:  mentorlog link {kept.ref} REF --as evidence")


def _rated(
    env: Env, rating: Rating, skill: Skill, was: int | None, rater: Person | None, shown: list[Record]
) -> str:
    """What a rating says, in a line: `SQL 3 → 4 · by me · today · evidence n31, w9`."""
    from mentorlog.domain.spoken import day_words

    day = "today" if rating.day == env.today else day_words(rating.day, env.today)
    if rating.private:
        return f"rating · {day} · PRIVATE"
    step = f"{was} → {rating.level}" if was not in (None, rating.level) else str(rating.level)
    said = [
        f"{skill.ref if skill.private else skill.name} {step}",
        f"by {rater.called if rater else 'me'}",
        day,
    ]
    if shown:
        said.append("evidence " + ", ".join(str(one.ref) for one in shown))
    if rater is None and skill.target is not None and (was or 0) < skill.target <= rating.level:
        said.append("goal met")
    return " · ".join(said)
