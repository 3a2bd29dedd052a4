"""The catalogue, examined: what is wrong in it, or odd enough to look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations
from typing import NamedTuple

from mentorlog.career.catalogue import KINDS, MOST_RISE, Catalogue, Move, Role
from mentorlog.career.compare import likeness
from mentorlog.domain.skills import CATEGORIES
from mentorlog.domain.text import handle

FEWEST_NEEDS = 10
TWINS = 0.97
ENTRY, TOP = 2, 7
"""Seniority up to which a career may begin, and beyond which it need not go on."""
LEAST_NOT_TECHNICAL = 0.3
"""The least part of all skills that is not technical; of the needs of one role it is half of that."""


class Fault(NamedTuple):
    """Something to mend: its kind, the id it is about, and a sentence."""

    kind: str
    id: str
    says: str


def check(catalogue: Catalogue) -> tuple[Fault, ...]:
    """Everything that is wrong, by kind; empty when the catalogue is clean."""
    return tuple(fault for rule in RULES for fault in rule(catalogue))


def check_described(catalogue: Catalogue) -> tuple[Fault, ...]:
    """The same for roles somebody else described, a ladder or one's own: only what must hold of any role."""
    return tuple(fault for rule in (_twice, _equals, _out_of_range) for fault in rule(catalogue))


def not_technical(catalogue: Catalogue) -> float:
    """The part of the skills (0-1) that are leadership, management, communication, delivery or domain."""
    other = sum(one.category != "technical" for one in catalogue.skills.values())
    return other / len(catalogue.skills) if catalogue.skills else 0.0


def _unknown(catalogue: Catalogue) -> Iterator[Fault]:
    for role in catalogue.roles.values():
        for id in sorted({id for need in role.needs for id in need.of} - catalogue.skills.keys()):
            yield Fault("unknown id", role.id, f"It needs “{id}”, which is no skill.")
    for skill in catalogue.skills.values():
        for id in sorted(skill.transfer.keys() - catalogue.skills.keys()):
            yield Fault("unknown id", skill.id, f"It counts towards “{id}”, which is no skill.")
    for move in _moves(catalogue):
        for id in {move.frm, move.to} - catalogue.roles.keys():
            yield Fault("unknown id", move.frm, f"A move names “{id}”, which is no role.")


def _unused(catalogue: Catalogue) -> Iterator[Fault]:
    needed = {id for role in catalogue.roles.values() for need in role.needs for id in need.of}
    for id in catalogue.skills.keys() - needed:
        yield Fault("unused skill", id, "No role needs it.")


def _needs(catalogue: Catalogue) -> Iterator[Fault]:
    for role in catalogue.roles.values():
        if len(role.needs) < FEWEST_NEEDS:
            yield Fault("few needs", role.id, f"It has {len(role.needs)} needs; {FEWEST_NEEDS} at least.")


def _twice(catalogue: Catalogue) -> Iterator[Fault]:
    for role in catalogue.roles.values():
        for one, other in combinations(role.needs, 2):
            if one.of == other.of:
                yield Fault("needed twice", role.id, f"It needs {catalogue.called(one)} twice.")


def _twins(catalogue: Catalogue) -> Iterator[Fault]:
    for one, other in combinations(catalogue.roles.values(), 2):
        same = {need.of for need in one.needs} == {need.of for need in other.needs}
        if same or likeness(one, other, catalogue) > TWINS:
            yield Fault("twins", one.id, f"It can hardly be told from {other.id}.")


def _equals(catalogue: Catalogue) -> Iterator[Fault]:
    seen: dict[frozenset[tuple[tuple[str, ...], int]], str] = {}
    for role in catalogue.roles.values():
        other = seen.setdefault(frozenset((need.of, need.level) for need in role.needs), role.id)
        if other != role.id:
            yield Fault("twins", role.id, f"It asks for the same as {other}.")


def _moves(catalogue: Catalogue) -> Iterator[Move]:
    return (move for moves in catalogue.moves.values() for move in moves)


def _ends(catalogue: Catalogue) -> Iterator[Fault]:
    reached = {role.id for role in catalogue.roles.values() if role.seniority <= ENTRY}
    waiting = list(reached)
    while waiting:
        ahead = {move.to for move in catalogue.moves.get(waiting.pop(), ())} - reached
        reached |= ahead
        waiting += ahead
    for role in catalogue.roles.values():
        if role.id not in reached:
            yield Fault("unreachable", role.id, "No chain of moves leads to it from where careers begin.")
        if role.seniority < TOP and not catalogue.moves.get(role.id):
            yield Fault("dead end", role.id, "No move leads on from it.")


def _rungs(catalogue: Catalogue) -> Iterator[Fault]:
    for move in _moves(catalogue):
        frm, to = catalogue.roles.get(move.frm), catalogue.roles.get(move.to)
        if not frm or not to:
            continue
        rise, way = to.seniority - frm.seniority, f"{move.frm} to {move.to}"
        if rise > MOST_RISE:
            yield Fault("missing rung", way, f"It gains {rise} ranks at once.")
        elif (move.kind == "step-up" and rise < 1) or (move.kind == "sideways" and not -1 <= rise <= 0):
            yield Fault("wrong kind", way, f"A {move.kind} move changes the rank by {rise}.")


def _names(catalogue: Catalogue) -> Iterator[Fault]:
    for entries in (catalogue.skills, catalogue.roles):
        owner: dict[str, str] = {}
        for entry in entries.values():
            if handle(entry.id) != entry.id:
                yield Fault("odd id", entry.id, f"As an id it would be “{handle(entry.id)}”.")
            for name in sorted({handle(one) for one in (entry.id, entry.name, *entry.aliases)}):
                other = owner.setdefault(name, entry.id)
                if other != entry.id:
                    yield Fault("alias clash", entry.id, f"“{name}” also stands for {other}.")


def _out_of_range(catalogue: Catalogue) -> Iterator[Fault]:
    for role in catalogue.roles.values():
        if not 1 <= role.seniority <= TOP:
            yield Fault("out of range", role.id, f"Seniority {role.seniority} is not 1 to {TOP}.")
        for need in role.needs:
            if not 0 <= need.level <= 5 or not 1 <= need.weight <= 3:
                yield Fault("out of range", role.id, f"{catalogue.called(need)}: level 0-5, weight 1-3.")


def _ranges(catalogue: Catalogue) -> Iterator[Fault]:
    yield from _out_of_range(catalogue)
    for skill in catalogue.skills.values():
        if skill.category not in CATEGORIES:
            yield Fault("out of range", skill.id, f"“{skill.category}” is no category.")
        if not all(0 <= credit <= 1 for credit in skill.transfer.values()):
            yield Fault("out of range", skill.id, "A transfer is not 0 to 1.")
    for move in _moves(catalogue):
        if move.kind not in KINDS:
            yield Fault("out of range", f"{move.frm} to {move.to}", f"“{move.kind}” is no kind of move.")


def _balance(catalogue: Catalogue) -> Iterator[Fault]:
    part = not_technical(catalogue)
    if part < LEAST_NOT_TECHNICAL:
        yield Fault("too technical", "skills", f"Only {part:.0%} are not technical.")
    for role in catalogue.roles.values():
        part = _people_part(role, catalogue)
        if part < LEAST_NOT_TECHNICAL / 2:
            yield Fault("too technical", role.id, f"Only {part:.0%} of its needs are not technical.")


def _people_part(role: Role, catalogue: Catalogue) -> float:
    known = [catalogue.skills[id] for need in role.needs for id in need.of[:1] if id in catalogue.skills]
    return sum(one.category != "technical" for one in known) / len(known) if known else 0.0


def _learning(catalogue: Catalogue) -> Iterator[Fault]:
    if len(catalogue.hours) != 5:
        yield Fault("hours", "hours", "Each of the five steps between levels needs its hours.")
    for level, step in enumerate(catalogue.hours):
        if not 0 <= step.low <= step.high:
            yield Fault("hours", f"{level}-{level + 1}", "The low end is above the high one.")
    for category in sorted({one.category for one in catalogue.skills.values()}):
        for level in range(1, 6):
            if not any(category in one.categories and level in one.levels for one in catalogue.activities):
                yield Fault("no activity", category, f"Nothing leads to level {level}.")


RULES: tuple[Callable[[Catalogue], Iterator[Fault]], ...] = (
    _unknown,
    _unused,
    _needs,
    _twice,
    _twins,
    _ends,
    _rungs,
    _names,
    _ranges,
    _balance,
    _learning,
)
