"""Growth: every skill with its level now, its past year, who sees it how, and what is planned."""

from __future__ import annotations

from datetime import date, timedelta

from mentorlog.domain.actions import Action
from mentorlog.domain.frozen import Frozen
from mentorlog.domain.refs import Ref
from mentorlog.domain.skills import Rating, Skill, by_day, level_on
from mentorlog.domain.snapshot import Snapshot

MONTHS = 12


class Seen(Frozen):
    """The level (0-5) somebody else gave last, and when."""

    name: str
    level: int
    day: date


class SkillRow(Frozen):
    """A skill as it stands. Levels are 0-5; `now` is mine, None while I have not rated it.

    others: what other people say, never mixed into `now`. gap: levels from `now` up to `target`,
    0 when it is met, None when either is not known. months: my level at the end of each of the last
    12 months, the last one today, None before the first rating. change: levels since a year ago, or
    since the first rating when that is later; None with nothing to compare. rated: the day of my last
    rating. plan: what is done (in the last 90 days) and to do for it, done first.
    """

    ref: Ref
    name: str
    handle: str
    category: str
    now: int | None = None
    others: tuple[Seen, ...] = ()
    target: int | None = None
    gap: int | None = None
    months: tuple[int | None, ...] = ()
    change: int | None = None
    rated: date | None = None
    plan: tuple[Action, ...] = ()

    @property
    def mine(self) -> bool:
        """Is it rated, aimed at or worked on by me?"""
        return self.now is not None or self.target is not None or bool(self.others or self.plan)


class Growth(Frozen):
    """All skills on a day, the biggest gap first."""

    today: date
    skills: tuple[SkillRow, ...] = ()

    @property
    def below(self) -> int:
        """How many skills have not reached the level aimed at, unrated ones included."""
        return sum(one.target is not None and one.gap != 0 for one in self.skills)


def growth(snapshot: Snapshot) -> Growth:
    """Every skill: the biggest gap first, then those aimed at but not rated, then the rest, each by name.

    One that is there only for what somebody I mentor does for it is none of mine.
    """
    ratings: dict[int, list[Rating]] = {}
    for one in by_day([one for one in snapshot.ratings if one.day <= snapshot.today]):
        ratings.setdefault(one.skill_id, []).append(one)
    theirs = {one.skill_id for one in snapshot.actions if _of_mentee(one, snapshot)}
    every = (_row(snapshot, skill, ratings.get(skill.id, [])) for skill in snapshot.skills)
    rows = [one for one in every if one.mine or one.ref.id not in theirs]
    return Growth(today=snapshot.today, skills=tuple(sorted(rows, key=_order)))


def month_ends(today: date) -> list[date]:
    """The last days of the eleven months before this one, and today."""
    ends = [today]
    for _ in range(MONTHS - 1):
        ends.insert(0, ends[0].replace(day=1) - timedelta(days=1))
    return ends


def _row(snapshot: Snapshot, skill: Skill, ratings: list[Rating]) -> SkillRow:
    today = snapshot.today
    mine = [one for one in ratings if one.by_id is None]
    now = mine[-1].level if mine else None
    return SkillRow(
        ref=skill.ref,
        name=skill.name,
        handle=skill.handle,
        category=skill.category,
        now=now,
        others=_others(snapshot, ratings),
        target=skill.target,
        gap=max(0, skill.target - now) if skill.target is not None and now is not None else None,
        months=tuple(level_on(mine, end) for end in month_ends(today)),
        change=_change(mine, today),
        rated=mine[-1].day if mine else None,
        plan=_plan(snapshot, skill),
    )


def _change(mine: list[Rating], today: date) -> int | None:
    before = level_on(mine, _year_before(today))
    if before is None and len(mine) > 1:
        before = mine[0].level
    return mine[-1].level - before if before is not None else None


def _others(snapshot: Snapshot, ratings: list[Rating]) -> tuple[Seen, ...]:
    last = {one.by_id: one for one in ratings if one.by_id is not None}
    seen = [Seen(name=snapshot.name(by), level=one.level, day=one.day) for by, one in last.items()]
    return tuple(sorted(seen, key=lambda one: (one.name, one.day)))


def _plan(snapshot: Snapshot, skill: Skill) -> tuple[Action, ...]:
    ours = [one for one in snapshot.actions if one.skill_id == skill.id and not _of_mentee(one, snapshot)]
    done = sorted(
        (one for one in ours if one.state == "done"), key=lambda one: (one.ended or date.min, one.id)
    )
    todo = sorted((one for one in ours if one.state == "open"), key=lambda one: (one.due or date.max, one.id))
    return (*done, *todo)


def _of_mentee(action: Action, snapshot: Snapshot) -> bool:
    owner = snapshot.people.get(action.owner_id) if action.owner_id is not None else None
    return owner is not None and owner.role == "mentee"


def _year_before(day: date) -> date:
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if leap else day.day)


def _order(row: SkillRow) -> tuple[int, str]:
    unknown = row.target is not None and row.now is None
    return (0 if unknown else -(row.gap or -1)), row.name.casefold()
