"""Rules about skills: the gap worth closing, levels nothing shows yet, and two views of one skill."""

from __future__ import annotations

from collections.abc import Iterator

from mentorlog.domain.links import EVIDENCE
from mentorlog.domain.rules.conversations import parked
from mentorlog.domain.rules.suggestion import Suggestion
from mentorlog.domain.skills import Rating, Skill, by_day, recheck_day
from mentorlog.domain.snapshot import Snapshot
from mentorlog.domain.spoken import plural, short_day

# Rules of thumb of ours.
CLAIM = 3  # the level at which I say that I do it on my own: somebody may ask for an example
APART = 2  # levels between two raters: neighbouring levels are a matter of taste, two apart are two pictures
GAP, APART_WEIGHT, UNSHOWN, RECHECK = 40, 38, 25, 22  # weights


def gap(snapshot: Snapshot) -> Iterator[Suggestion]:
    """The widest gap between my aim and my level with no open action for it. Unrated is not zero: no gap."""
    levels, planned = _latest(snapshot), {one.skill_id for one in snapshot.actions if one.state == "open"}
    gaps = [
        (skill.target - mine.level, skill, mine)
        for skill in snapshot.skills
        if skill.target is not None and skill.id not in planned and (mine := levels.get((skill.id, None)))
    ]
    for wide, skill, mine in sorted(gaps, key=lambda one: (-one[0], one[1].id))[:1]:
        if wide <= 0:
            return
        day = short_day(mine.day, snapshot.today)
        yield Suggestion(
            code="gap",
            title=f"Plan a first step for {skill.name}: it is {plural(wide, 'level')} below your aim.",
            reasons=(
                f"You say {mine.level} ({day}) and aim at {skill.target}",
                "No action is open for it, and no wider gap is without one",
            ),
            refs=(skill.ref, mine.ref),
            command=f'mentorlog action add "…" -s {skill.handle}',
            day=mine.day,
            minutes=15,
            weight=GAP + wide,
            ready=False,
        )


def rating_evidence(snapshot: Snapshot) -> Iterator[Suggestion]:
    """Skills I put at 3 or more myself, where nothing is linked to my latest rating."""
    shown = {one.source for one in snapshot.links if one.label == EVIDENCE}
    levels = _latest(snapshot)
    for skill in snapshot.skills:
        mine = levels.get((skill.id, None))
        if mine and mine.level >= CLAIM and mine.ref not in shown:
            yield Suggestion(
                code="rating-evidence",
                title=f"Link what shows your level {mine.level} in {skill.name}.",
                reasons=(
                    f"You said {mine.level} on {short_day(mine.day, snapshot.today)}, with no evidence yet",
                ),
                refs=(skill.ref, mine.ref),
                command=f"mentorlog skill rate {skill.handle} {mine.level} --evidence REF",
                day=mine.day,
                minutes=5,
                weight=UNSHOWN,
                ready=False,
            )


def views_differ(snapshot: Snapshot) -> Iterator[Suggestion]:
    """Skills where my latest level and another person's are 2 apart or more, until that is parked."""
    levels, skills = _latest(snapshot), {skill.id: skill for skill in snapshot.skills}
    for (skill_id, by), theirs in levels.items():
        skill, mine = skills.get(skill_id), levels.get((skill_id, None))
        if skill and mine and by in snapshot.people and abs(mine.level - theirs.level) >= APART:
            yield from _two_views(snapshot, skill, mine, theirs)


def _two_views(snapshot: Snapshot, skill: Skill, mine: Rating, theirs: Rating) -> Iterator[Suggestion]:
    whose = snapshot.people[theirs.by_id or 0]
    days = [short_day(one.day, snapshot.today) for one in (mine, theirs)]
    if not parked(snapshot, whose.id, skill.handle):
        yield Suggestion(
            code="views-differ",
            title=f"Ask {whose.name} about {skill.name}: you see it differently.",
            reasons=(f"You say {mine.level} ({days[0]}), {whose.name} says {theirs.level} ({days[1]})",),
            refs=(skill.ref, mine.ref, theirs.ref, whose.ref),
            command=f'mentorlog topic {whose.handle} "How do you see my {skill.handle}?"',
            day=max(mine.day, theirs.day),
            minutes=10,
            weight=APART_WEIGHT,
            person=whose.id,
        )


def recheck(snapshot: Snapshot) -> Iterator[Suggestion]:
    """Skills whose level is due to be looked at again; the one that waits longest, so that it is no chore."""
    due = [
        (day, skill, mine[-1])
        for skill in snapshot.skills
        if (
            mine := by_day([one for one in snapshot.ratings if (one.skill_id, one.by_id) == (skill.id, None)])
        )
        and (day := recheck_day(mine)) <= snapshot.today
    ]
    for day, skill, last in sorted(due, key=lambda one: (one[0], one[1].id))[:1]:
        more = f"; {plural(len(due) - 1, 'skill')} more can wait" if len(due) > 1 else ""
        yield Suggestion(
            code="recheck",
            title=f"Look again at your level in {skill.name}: it may have moved.",
            reasons=(f"You said {last.level} on {short_day(last.day, snapshot.today)}{more}",),
            refs=(skill.ref, last.ref),
            command=f"mentorlog skill rate {skill.handle} N",
            day=day,
            minutes=5,
            weight=RECHECK,
            ready=False,
        )


def _latest(snapshot: Snapshot) -> dict[tuple[int, int | None], Rating]:
    """The latest rating of each skill by each rater; None is me."""
    return {
        (one.skill_id, one.by_id): one for one in by_day(list(snapshot.ratings)) if one.day <= snapshot.today
    }
