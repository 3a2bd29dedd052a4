"""Rules of `next` that need the catalogue: from the roles somebody explores or aims at to one step worth taking.

For me they look at my ratings, for somebody I mentor at the levels I gave them. Each suggestion names the
aims and ratings it rests on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from mentorlog.career.ahead import shared_two_on
from mentorlog.career.catalogue import PEOPLE, Catalogue, Role
from mentorlog.career.gap import Gap, gap
from mentorlog.career.journal import Known, catalogue_with, known, mentions
from mentorlog.domain.careers import Said
from mentorlog.domain.frozen import Frozen
from mentorlog.domain.refs import Ref
from mentorlog.domain.roles import Aim
from mentorlog.domain.rules import Rule
from mentorlog.domain.rules.suggestion import Suggestion
from mentorlog.domain.snapshot import Snapshot
from mentorlog.domain.spoken import join_words, plural, short_day

# Rules of thumb of ours.
NEAR = 0.8  # of a role covered: what is left is mostly learnt in it
TALK = 14  # days of exploring alone
MANY_UNRATED = 5  # needs without a level, from which on a gap says little
REACH, GAP, RATE, EXPLORE, BALANCE = 45, 42, 36, 33, 27  # weights


class View(Frozen):
    """One person's way, looked at: their aims at roles that are known, with the gap to each."""

    snapshot: Snapshot
    said: Said
    catalogue: Catalogue
    known: Mapping[str, Known] = {}
    targets: tuple[tuple[Aim, Gap], ...] = ()

    @property
    def who(self) -> str:
        """The flag that names whose way it is, empty for mine."""
        return f" --for {self.said.person.handle}" if self.said.person else ""

    @property
    def whose(self) -> int | None:
        """The id of the person I mentor, None for me."""
        return self.said.person.id if self.said.person else None

    def them(self, mine: str, theirs: str) -> str:
        """Words about me, or about the person with their name in place of {}."""
        return theirs.format(self.said.person.name) if self.said.person else mine


def career_suggestions(snapshot: Snapshot, saids: Iterable[Said], base: Catalogue) -> Iterator[Suggestion]:
    """What the rules find for each of these people; nothing for who aims at no role."""
    for said in saids:
        view = _view(snapshot, said, base)
        for rule in RULES if view.targets else ():
            yield from rule.look(view)


def _view(snapshot: Snapshot, said: Said, base: Catalogue) -> View:
    catalogue = catalogue_with(said, base)
    there = known(said, catalogue)
    levels = {id: one.level for id, one in there.items()}
    aims = [one for one in said.aims if one.stage != "interest" and one.what in catalogue.roles]
    aims.sort(key=lambda one: (one.stage != "aimed", one.day, one.id))
    targets = [(one, gap(catalogue.roles[one.what], levels, catalogue)) for one in aims]
    return View(snapshot=snapshot, said=said, catalogue=catalogue, known=there, targets=tuple(targets))


def gap_first(view: View) -> Iterator[Suggestion]:
    """The skill below what is needed by most roles aimed at or explored, for which nothing is planned."""
    opens: dict[str, list[Aim]] = {}
    for aim, found in view.targets:
        for one in found.lines:
            there = view.known.get(one.skill, Known(id=one.skill))
            if one.gap and one.missing > 0 and not there.planned:
                opens.setdefault(one.skill, []).append(aim)
    if not opens:
        return
    # Of those that open as many roles, the one that is furthest away comes first.
    wide = {one.skill: one.missing * one.share for _, found in reversed(view.targets) for one in found.lines}
    skill = min(opens, key=lambda id: (-len(opens[id]), -wide[id], id))
    aims, there = opens[skill], view.known[skill]
    needs = [
        f"{found.role.name} needs {line.needed}"
        for aim, found in view.targets
        for line in found.lines
        if aim in aims and line.skill == skill
    ]
    name = view.catalogue.named(skill)
    handle = there.skill.handle if there.skill else ""
    ready = f'mentorlog skill plan {handle} --do "…" --by eoq' if handle and not view.whose else ""
    yield Suggestion(
        code="gap-first",
        title=f"{name} is the gap that opens {_roles(len(aims), len(view.targets))} "
        f"{view.them('you look at', '{} looks at')}.",
        reasons=(
            f"{join_words(needs)}; {view.them('you say', 'you gave {}')} {there.level}",
            "Nothing is planned for it",
        ),
        refs=(*_refs(there), *(one.ref for one in aims)),
        command=ready or f"mentorlog career gap {aims[0].what}{view.who}",
        day=aims[0].day,
        minutes=15,
        weight=GAP,
        person=view.whose,
        ready=not ready,
    )


def _roles(opened: int, of: int) -> str:
    """`the role`, `both roles`, `all 3 roles`, `2 of the 5 roles`."""
    if opened < of:
        return f"{opened} of the {of} roles"
    return {1: "the role", 2: "both roles"}.get(of, f"all {of} roles")


def _refs(one: Known) -> tuple[Ref, ...]:
    return (one.skill.ref,) if one.skill else ()


def rate_first(view: View) -> Iterator[Suggestion]:
    """Roles aimed at of which most needs have no level: a gap says little until they do."""
    for aim, found in view.targets:
        if aim.stage == "aimed" and len(found.unrated) >= MANY_UNRATED:
            role = found.role.name
            names = [one.called for one in sorted(found.unrated, key=lambda one: (-one.share, one.skill))]
            yield Suggestion(
                code="rate-first",
                title=f"Rate what {role} needs: {plural(len(found.unrated), 'skill')} of {len(found.lines)} "
                f"{'has' if len(found.unrated) == 1 else 'have'} no level{view.them('', ' for {}')}.",
                reasons=(f"Without levels nothing can be planned. The heaviest: {join_words(names[:3])}",),
                refs=(aim.ref,),
                command=f"mentorlog career gap {aim.what}{view.who}",
                day=aim.day,
                minutes=10,
                weight=RATE,
                person=view.whose,
            )


def reach(view: View) -> Iterator[Suggestion]:
    """Roles aimed at or explored that are covered by four fifths: time to look for the door."""
    for aim, found in view.targets:
        if found.coverage >= NEAR:
            rated = [ref for one in found.lines if one.gap == 0 for ref in _refs(view.known[one.skill])]
            yield Suggestion(
                code="reach",
                title=f"{found.role.name} is within reach{view.them('', ' for {}')}: look for the door.",
                reasons=(
                    f"{found.coverage:.0%} of what it needs is there; {found.met} of {len(found.lines)} needs are met",
                ),
                refs=(aim.ref, *dict.fromkeys(rated)),
                command=f"mentorlog career gap {aim.what}{view.who}",
                day=aim.day,
                minutes=20,
                weight=REACH,
                person=view.whose,
            )


def explore_talk(view: View) -> Iterator[Suggestion]:
    """Roles explored for two weeks that no mentor has said a word about."""
    spoken = mentions(view.said.words, view.catalogue)
    for aim, found in view.targets:
        days = (view.snapshot.today - aim.day).days
        if aim.stage == "exploring" and days >= TALK and aim.what not in spoken:
            yield from _talk(view, aim, found.role)


def _talk(view: View, aim: Aim, role: Role) -> Iterator[Suggestion]:
    mentors = [one for one in view.snapshot.mentorships if one.side == "mentee" and one.ended is None]
    person = view.said.person or view.snapshot.people.get(mentors[0].person_id if mentors else 0)
    if person is None:
        return
    yield Suggestion(
        code="explore-talk",
        title=f"Talk with {person.name} about {role.name}.",
        reasons=(
            f"{view.them('You explore', '{} explores')} it since {short_day(aim.day, view.snapshot.today)}, "
            "and no talk on record names it",
        ),
        refs=(aim.ref, person.ref),
        command=f'mentorlog topic {person.handle} "What is {role.name} like from inside?"',
        day=aim.day,
        minutes=10,
        weight=EXPLORE,
        person=person.id,
    )


def balance(view: View) -> Iterator[Suggestion]:
    """A leadership or management skill that most roles two steps on need, while none is on the way."""
    aim, found = view.targets[0]
    if aim.stage != "aimed":
        return
    shared = shared_two_on(found.role, view.catalogue)
    if not shared or any(_on_the_way(view, one) for one in view.known.values()):
        return
    first = shared[0]
    yield Suggestion(
        code="balance",
        title=f"Begin with {view.catalogue.named(first.skill)}{view.them('', ', with {}')}: it takes longest.",
        reasons=(
            f"Needed by {len(first.roles)} of {plural(first.of, 'role')} two steps on from {found.role.name}",
            "Nothing about leading or managing people is planned",
        ),
        refs=(aim.ref, *_refs(view.known.get(first.skill, Known(id=first.skill)))),
        command=f"mentorlog career plan {aim.what}{view.who}",
        day=aim.day,
        minutes=20,
        weight=BALANCE,
        person=view.whose,
    )


def _on_the_way(view: View, one: Known) -> bool:
    """Is a skill about people, and is something planned for it?"""
    skill = view.catalogue.skills.get(one.id)
    return bool(one.planned) and skill is not None and skill.category in PEOPLE


class CareerRule(NamedTuple):
    """A rule over a view: its code, what it looks for, and the function that finds it."""

    code: str
    says: str
    look: Callable[[View], Iterator[Suggestion]]


RULES = (
    CareerRule("reach", "A role you aim at or explore is covered by four fifths.", reach),
    CareerRule("gap-first", "A gap with nothing planned opens most of the roles you look at.", gap_first),
    CareerRule("rate-first", "A role you aim at has 5 needs or more without a level.", rate_first),
    CareerRule("explore-talk", "You explore a role for 14 days and no mentor spoke of it.", explore_talk),
    CareerRule("balance", "Most roles two steps on need people skills, and none is planned.", balance),
)
"""In the order of their weights."""


def as_rules() -> tuple[Rule, ...]:
    """The same for `next rules`, which lists what looks and does not look itself."""
    return tuple(Rule(one.code, one.says, lambda _: iter(())) for one in RULES)
