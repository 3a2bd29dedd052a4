"""A path from one role to another: few steps, each of them likely, and no great detour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from heapq import heappop, heappush
from typing import Literal, NamedTuple

from mentorlog.career.catalogue import MOST_RISE, Catalogue, Move, Role
from mentorlog.career.effort import NONE, Hours, total
from mentorlog.career.standing import Levels, Standing, covered, entry, grown_into, in_role, standing
from mentorlog.domain.frozen import Frozen

# Rules of thumb of ours.
MOST_STEPS = 4
LEAST_COVERED = 0.35  # a step nobody is known to make must be covered so far by the role before
MOST_FALL = 1  # ranks of seniority a step nobody is known to make may lead down on the way
SETTLING = (
    100  # hours any change of role costs beside: of ways much alike the one with fewer changes is taken
)
RARE = 400  # hours a step costs beside that is a stretch, or that nobody is known to make: the usual way is taken
DETOUR = 1.5  # all steps together take at most so many times the direct way

Limit = Literal["", "steps", "detour", "steps and detour", "reach"]


class Step(Frozen):
    """One step: `move` when it is a known one, how far the role before covers it (0-1), hours to be taken on."""

    frm: Role
    to: Role
    move: Move | None = None
    covered: float
    hours: Hours

    @property
    def usual(self) -> bool:
        """Is it a known move, and no stretch?"""
        return self.move is not None and self.move.kind != "stretch"


class Path(Frozen):
    """Steps from one role to another, or the limit that stands in the way.

    limit: `steps` more than four would be needed, `detour` it would take over 1.5 times the direct way,
    `steps and detour` both, `reach` no chain of known or covered steps leads there; empty when there is
    a path, which has no steps when both roles are the same. direct: the hours of one single leap.
    """

    frm: Role
    to: Role
    steps: tuple[Step, ...] = ()
    direct: Hours = NONE
    limit: Limit = ""

    @property
    def found(self) -> bool:
        """Is there a path?"""
        return not self.limit

    @property
    def hours(self) -> Hours:
        """All steps together."""
        return total(one.hours for one in self.steps)


class _Way(NamedTuple):
    cost: float  # what is least first: hours to learn, to settle, and for what is rarely done
    learnt: float  # the hours to learn alone
    ids: tuple[str, ...]
    steps: tuple[Step, ...]

    def and_(self, step: Step) -> _Way:
        """The way with one more step."""
        hours = step.hours.middle
        beside = SETTLING if step.usual else SETTLING + RARE
        ids = (*self.ids, step.to.id)
        return _Way(self.cost + hours + beside, self.learnt + hours, ids, (*self.steps, step))

    def beats(self, other: _Way) -> bool:
        """Is it as good as one to the same role, in steps and in hours?"""
        return len(self.steps) <= len(other.steps) and self.learnt <= other.learnt


def path(frm: Role, to: Role, levels: Levels, catalogue: Catalogue) -> Path:
    """The path of the fewest hours, with some for each change and more for a rare one (Dijkstra; equal ones by id).

    frm, to: roles of the catalogue. levels: 0-5 by skill id; what is unrated is taken to be what the role
    one is in needs. Hours are those before one is taken on. In a role on the way one has what it needs and
    one's own levels. Nobody rises more than two ranks of seniority at once, nor falls further on the way than one.
    """
    search = _Search(frm, to, levels, catalogue)
    direct = search.hours(frm, to)
    far = len(catalogue.roles)
    most = DETOUR * direct.middle
    tries: tuple[tuple[Limit, int, float], ...] = (  # each limit let go in turn, to see which one binds
        ("", MOST_STEPS, most),
        ("detour", MOST_STEPS, float("inf")),
        ("steps", far, most),
        ("steps and detour", far, float("inf")),
    )
    for limit, length, hours in tries:
        way = search.cheapest(length, hours)
        if way:
            return Path(frm=frm, to=to, steps=() if limit else way.steps, direct=direct, limit=limit)
    return Path(frm=frm, to=to, direct=direct, limit="reach")


class _Search:
    """One search: what is known of each role on the way is worked out once."""

    def __init__(self, frm: Role, to: Role, levels: Levels, catalogue: Catalogue) -> None:
        self.frm, self.to, self.levels, self.catalogue = frm, to, levels, catalogue
        self.held_at = {frm.id: standing(in_role(frm, levels, catalogue), catalogue)}
        every = [one for one in {**catalogue.roles, frm.id: frm}.values() if one.id != to.id]
        self.ends = [(one, catalogue.weighed(one)) for one in (*every, to)]
        self.known: dict[tuple[str, bool], tuple[Step, ...]] = {}
        # The last step from each role there is one from; it takes at least so many hours wherever it is from.
        self.last = {one.id: step for one in every for step in self._from(one, self.ends[-1:])}
        self.least = min((step.hours.middle for step in self.last.values()), default=float("inf"))

    def cheapest(self, length: int, hours: float) -> _Way | None:
        """The cheapest way within so many steps and hours to learn (the middles of their ranges)."""
        waiting = [_Way(0.0, 0.0, (self.frm.id,), ())]
        settled: dict[str, list[_Way]] = {}
        found = float("inf")
        while waiting:
            way = heappop(waiting)
            here = way.ids[-1]
            if here == self.to.id:
                return way
            before = settled.setdefault(here, [])
            changes = 1 if here in self.last else 2  # at least so many are left
            if way.cost + self.least + changes * SETTLING > found or any(one.beats(way) for one in before):
                continue  # whatever comes after it costs more than a way that is there
            before.append(way)
            for further in self._ahead(way, length - len(way.steps), hours):
                heappush(waiting, further)
                if further.ids[-1] == self.to.id:
                    found = min(found, further.cost)
        return None

    def _ahead(self, way: _Way, left: int, hours: float) -> Iterator[_Way]:
        """The way with one more step, of so many that are left, as far as the end may still be reached."""
        here = way.ids[-1]
        if left > 1:
            for step in self.steps(here, before_last=left == 2):
                too_low = self.to.seniority - step.to.seniority > MOST_RISE * (left - 1)
                if step.to.id != self.to.id and step.to.id not in way.ids and not too_low:
                    further = way.and_(step)
                    if further.learnt + self.least <= hours:
                        yield further
        if here in self.last and left:
            end = way.and_(self.last[here])
            if end.learnt <= hours:
                yield end

    def steps(self, id: str, before_last: bool) -> tuple[Step, ...]:
        """Every step that may be taken from a role; `before_last`, only those from which one step leads to the end."""
        if (id, before_last) not in self.known:
            ends = [one for one in self.ends if one[0].id in self.last] if before_last else self.ends
            self.known[id, before_last] = tuple(self._from(self.catalogue.roles.get(id, self.frm), ends))
        return self.known[id, before_last]

    def hours(self, frm: Role, to: Role) -> Hours:
        """Hours from what one has in one role until another takes one on."""
        return entry(to, self._held(frm), self.catalogue)

    def _held(self, role: Role) -> Standing:
        if role.id not in self.held_at:
            self.held_at[role.id] = standing(grown_into(role, self.levels, self.catalogue), self.catalogue)
        return self.held_at[role.id]

    def _from(self, frm: Role, ends: Iterable[tuple[Role, tuple[float, ...]]]) -> Iterator[Step]:
        held = self._held(frm)
        moves = {one.to: one for one in self.catalogue.moves.get(frm.id, ())}
        for to, parts in ends:
            if to.id == frm.id or to.seniority - frm.seniority > MOST_RISE:
                continue
            move, share = moves.get(to.id), covered(to.needs, parts, held)
            fall = frm.seniority - to.seniority if to.id != self.to.id else 0
            if move or (share >= LEAST_COVERED and fall <= MOST_FALL):
                yield Step(frm=frm, to=to, move=move, covered=share, hours=entry(to, held, self.catalogue))
