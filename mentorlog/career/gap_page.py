"""The page of a gap: each need with what shows it, what is planned and what counts towards it; what to do first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mentorlog.career.ahead import doors
from mentorlog.career.catalogue import Catalogue, Role
from mentorlog.career.effort import Hours
from mentorlog.career.gap import Gap, Line, gap
from mentorlog.career.journal import Known, Opinion
from mentorlog.career.standpoint import Standpoint, Titled, Whose, titled
from mentorlog.domain.frozen import Frozen
from mentorlog.domain.refs import Ref
from mentorlog.domain.roles import STAGES

MOST_DOORS = 3
"""Skills of a group that are shown: those that open most roles."""


class NeedRow(Frozen):
    """One need. `skill` meets it best; `called` names the need, several skills as what they are called together.

    now, needed: levels 0-5, now None when unrated. gap: levels short, None when unrated. weight: 1-3.
    counts and via: the level that counts by transfer, and the skill (name) it comes from; empty when none does.
    position: the level the role held asks for, None when it asks for none.
    """

    skill: Titled
    called: str
    now: int | None
    needed: int
    gap: int | None
    weight: int
    hours: Hours
    counts: float = 0.0
    via: str = ""
    position: int | None = None
    evidence: tuple[Ref, ...] = ()
    planned: tuple[Ref, ...] = ()
    others: tuple[Opinion, ...] = ()


class DoorRow(Frozen):
    """A skill of a group and the roles (ids) it helps into."""

    skill: Titled
    roles: tuple[str, ...]


class Choice(Frozen):
    """A need any of several skills meets: which of them opens most of `of` roles, first."""

    called: str
    of: int
    doors: tuple[DoorRow, ...]


class GapPage(Frozen):
    """A role against what is rated. coverage: percent, transfer counted. met: needs met by a rated level.

    stage and due: how serious it is, empty and None when the role is not aimed at. first: commands that
    act, the most useful first. weekly: hours a week to learn, None when not said.
    """

    today: date
    whose: Whose = Whose()
    role: Titled
    stage: str = ""
    due: date | None = None
    coverage: int = 0
    met: int = 0
    unrated: int = 0
    hours: Hours
    weekly: int | None = None
    needs: tuple[NeedRow, ...] = ()
    choices: tuple[Choice, ...] = ()
    first: tuple[str, ...] = ()


def gap_page(role: Role, at: Standpoint) -> GapPage:
    """The gap between somebody and a role, as far as it is rated."""
    catalogue = at.library.over(role)
    whole = gap(role, at.levels, catalogue)
    here = at.here
    asked = {id: need.level for need in (here.needs if here else ()) for id in need.of}
    aims = [one for one in at.said.aims if one.what == role.id]
    aim = max(aims, key=lambda one: STAGES.index(one.stage), default=None)
    return GapPage(
        today=at.today,
        whose=at.whose,
        role=Titled(role.id, role.name),
        stage=aim.stage if aim else "",
        due=aim.due if aim else None,
        coverage=round(100 * whole.coverage),
        met=whole.met,
        unrated=len(whole.unrated),
        hours=whole.hours,
        weekly=at.weekly,
        needs=tuple(_row(one, at, asked.get(one.skill), catalogue) for one in whole.lines),
        choices=choices(role, at, catalogue),
        first=tuple(_first(whole, at)),
    )


def _row(line: Line, at: Standpoint, position: int | None, catalogue: Catalogue) -> NeedRow:
    known = at.known.get(line.skill) or Known(id=line.skill)
    return NeedRow(
        skill=Titled(at.typed(line.skill), catalogue.named(line.skill)),
        called=line.called,
        now=line.now,
        needed=line.needed,
        gap=line.gap,
        weight=line.weight,
        hours=line.hours,
        counts=round(line.counts, 1) if line.via else 0.0,
        via=catalogue.named(line.via) if line.via else "",
        position=position if line.now is None else None,
        evidence=known.evidence,
        planned=tuple(ref for id in line.need.of if id in at.known for ref in at.known[id].planned),
        others=known.others,
    )


def choices(role: Role, at: Standpoint, catalogue: Catalogue) -> tuple[Choice, ...]:
    """For each need of a role that any of several skills meets and none does yet: which opens most roles.

    The roles are those aimed at or explored, those of the same family or of that of the role held, and the
    role itself. A need is left out when all open as many.
    """
    looked_at, here = at.looked_at(), at.here
    families = {role.family, here.family if here else role.family} - {""}
    roles = [one for one in catalogue.roles.values() if one.id in looked_at or one.family in families]
    every = list({one.id: one for one in (role, *roles)}.values())
    found = []
    for line in gap(role, at.levels, catalogue).lines:
        if len(line.need.of) > 1 and line.gap != 0:
            opened = [one for one in doors(line.need.of, every) if one.roles][:MOST_DOORS]
            if len({len(one.roles) for one in opened}) < 2:
                continue  # it makes no difference which
            rows = (
                DoorRow(skill=titled(one.skill, catalogue), roles=tuple(r.id for r in one.roles))
                for one in opened
            )
            found.append(Choice(called=line.called, of=len(every), doors=tuple(rows)))
    return tuple(found)


def _first(whole: Gap, at: Standpoint) -> Iterator[str]:
    """What to do first: rate what is unrated and weighs most, then plan for the biggest gap, then for all."""
    for unrated in whole.unrated[:1]:
        yield rate_command(unrated.skill, at, at.library.over(whole.role))
    known = at.known.get(whole.biggest.skill) if whole.biggest else None
    if known and known.skill and not known.planned and not at.whose.short:
        yield f'mentorlog skill plan {known.skill.called} --do "…" --by eoq'
    if any(one.missing for one in whole.lines):
        yield f"mentorlog career plan {whole.role.id}" + for_option(at.whose)


def rate_command(id: str, at: Standpoint, catalogue: Catalogue) -> str:
    """The command that rates a skill: of somebody, of mine, or one the journal does not have yet."""
    if at.whose.short:
        return f"mentorlog skill rate {at.typed(id)} N --of {at.whose.short}"
    if id in at.known and at.known[id].skill:
        return f"mentorlog skill rate {at.typed(id)} N"
    return f'mentorlog skill add "{catalogue.named(id)}" --level N'


def for_option(whose: Whose) -> str:
    """` --for bo`, nothing for me."""
    return f" --for {whose.short}" if whose.short else ""
