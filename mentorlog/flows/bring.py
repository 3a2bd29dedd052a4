"""Bringing in what another program kept: drafts become records, what is here already is recognised."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from mentorlog.domain.drafts import Draft, Skip
from mentorlog.domain.frozen import Frozen
from mentorlog.domain.kinds import NOUNS
from mentorlog.domain.links import FROM, RELATED, WITH
from mentorlog.domain.people import Person
from mentorlog.domain.record import Record
from mentorlog.domain.refs import Ref
from mentorlog.domain.text import name
from mentorlog.errors import Problem
from mentorlog.flows.acquaintances import Acquaintances
from mentorlog.flows.content import COLUMNS, digest, keys_of_row, keys_to_add, keys_to_find
from mentorlog.flows.making import Applied, Refusal, record_of

if TYPE_CHECKING:
    from mentorlog.store.arrivals import Arrivals
    from mentorlog.store.store import Store

NOBODY = "with nobody you know"
_ALONE = {
    "meeting": "a conversation that does not say with whom; say it: --with P",
    "topic": "a topic for nobody; say for whom: --with P",
}
_SOME_LINES = 5
_UUID = re.compile(r"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:@mentorlog)?")


class Left(Frozen):
    """What did not come in for one reason: how much, and the first lines it is on."""

    reason: str
    count: int
    lines: tuple[int, ...]


class Brought(Frozen):
    """What came in, or would.

    new: how many of each kind. because: of each kind and reason, how many. same: here already. undated:
    how many have another day, because nothing was said.
    """

    new: Mapping[str, int] = {}
    because: Mapping[tuple[str, str], int] = {}
    same: int = 0
    undated: int = 0
    left: tuple[Left, ...] = ()


def bring(
    store: Store, arrivals: Arrivals, drafts: Iterable[Draft | Skip], applied: Applied, keep: bool = True
) -> Brought:
    """Make records of drafts in the caller's write; without `keep`, only tell.

    What says the same as a record that is here, or as one before it in the file, does not come in again.
    """
    bringing = _Bringing(store, arrivals, applied, keep)
    for one in drafts:
        if isinstance(one, Draft):
            bringing.take(one)
        else:
            bringing.leave(one.line, one.reason)
    return bringing.brought()


class _Whole(NamedTuple):
    """The last draft that was no part of another: its record and people, or why it did not come in."""

    record: Record | None = None
    people: tuple[Person, ...] = ()
    refusal: str = ""


class _Bringing:
    def __init__(self, store: Store, arrivals: Arrivals, applied: Applied, keep: bool) -> None:
        self.store = store
        self.arrivals = arrivals
        self.applied = applied
        self.keep = keep
        self.known = Acquaintances(store.people.all())
        self.whole = _Whole()
        self.learnt: set[str] = set()
        self.because: Counter[tuple[str, str]] = Counter()
        self.same = self.undated = self.dry = 0
        self.left: dict[str, list[int]] = {}
        self.left_count: Counter[str] = Counter()

    def brought(self) -> Brought:
        """What became of them all."""
        new: Counter[str] = Counter()
        for (kind, _), count in self.because.items():
            new[kind] += count
        left = (
            Left(reason=one, count=count, lines=tuple(self.left[one]))
            for one, count in self.left_count.most_common()
        )
        return Brought(new=new, because=self.because, same=self.same, undated=self.undated, left=tuple(left))

    def leave(self, line: int, reason: str) -> None:
        """Count what does not come in."""
        self.left_count[reason] += 1
        lines = self.left.setdefault(reason, [])
        if len(lines) < _SOME_LINES and line not in lines:
            lines.append(line)

    def take(self, draft: Draft) -> None:
        """Bring one in, if it can be and is not here."""
        if not draft.part:
            self.whole = _Whole()
        try:
            if draft.part and self.whole.refusal:
                raise Refusal(self.whole.refusal)
            people = self._people(draft)
            parent = self.whole.record if draft.part else None
            record = record_of(draft, people, parent, self.known, self.applied)
        except Refusal as refusal:
            self.leave(draft.line, str(refusal))
            if not draft.part:
                self.whole = _Whole(refusal=str(refusal))
            return
        there = self._there(draft, record, people)
        if there is not None:
            self.same += 1
            made = self.store.get(there) if there.id > 0 else record.but(id=there.id)
        else:
            self.because[draft.kind, draft.because] += 1
            self.undated += draft.undated
            made = self._keep(draft, record, people)
        if not draft.part:
            self.whole = _Whole(made, (made,) if isinstance(made, Person) else tuple(people))

    # Who

    def _people(self, draft: Draft) -> list[Person]:
        """With whom it is. Raises Refusal when somebody is named, but nobody is known."""
        named = self.known.all((*draft.people, *draft.mentioned))
        if draft.bare and not named:
            raise Refusal(NOBODY)  # whoever they are, they are not the one that all the rest is with
        found = [*self.applied.people, *named]
        if draft.part:
            found += self.whole.people
        if draft.people and not found:
            raise Refusal(NOBODY)
        if not found and draft.kind in _ALONE:
            raise Refusal(_ALONE[draft.kind])
        return list({one.id: one for one in found}.values())

    # Is it here?

    def _there(self, draft: Draft, record: Record, people: list[Person]) -> Ref | None:
        if isinstance(record, Person):
            return self._namesake(record)
        if draft.id and (there := self._by_id(draft)):
            return there
        if draft.kind not in self.learnt:
            self.learnt.add(draft.kind)
            kind = draft.kind
            self.arrivals.learn(kind, COLUMNS[kind], lambda row: keys_of_row(kind, row))
        if draft.id and not draft.bare:
            return None  # two tasks may say the same
        keys = keys_to_find(draft, record, [one.id for one in people], self._origin(draft))
        return next(filter(None, map(self.arrivals.known, keys)), None)

    def _namesake(self, person: Person) -> Ref | None:
        """Somebody with the same address; with the same name, unless the addresses differ."""
        there = self.known.find(person.email) if person.email else None
        if there is None:
            there = self.known.find(person.name)
            full = there is not None and there.name.casefold() == person.name.casefold()
            if there and (not full or (there.email and person.email)):
                there = None
        return there.ref if there else None

    def _by_id(self, draft: Draft) -> Ref | None:
        uid = _uid(draft)
        if there := self.arrivals.known(digest("uid", uid)):
            return there
        kinds = NOUNS if _UUID.fullmatch(draft.id) else (draft.kind,)
        return next(filter(None, (self.arrivals.here(kind, uid) for kind in kinds)), None)

    def _origin(self, draft: Draft) -> str:
        return str(self.whole.record.ref) if draft.part and self.whole.record else ""

    # Keeping it

    def _keep(self, draft: Draft, record: Record, people: list[Person]) -> Record:
        uid = _uid(draft) if draft.id else ""
        if self.keep:
            free = uid if uid and not self.arrivals.taken(draft.kind, uid) else ""
            made = self.store.add(record.but(uid=free))
            self._connect(draft, made, people)
        else:
            self.dry += 1
            made = record.but(id=-self.dry)
        if uid:
            self.arrivals.add(digest("uid", uid), made.ref)
        if isinstance(made, Person):
            self.known.add(made)
            return made
        for key in keys_to_add(draft, made, [one.id for one in people], self._origin(draft)):
            self.arrivals.add(key, made.ref)
        return made

    def _connect(self, draft: Draft, record: Record, people: list[Person]) -> None:
        """What it is with, what it came from, and its tags."""
        if people and draft.kind in ("note", "win", "meeting"):
            self.store.links.join(record, people, WITH)
        parent = self.whole.record if draft.part else None
        if parent is not None and draft.kind == "action":
            self.store.links.join(record, [parent], FROM)
        elif parent is not None and draft.kind == "note" and not isinstance(parent, Person):
            self.store.links.join(record, [parent], RELATED)
        strangers = [one for one in draft.mentioned if self.known.find(one) is None]
        words: list[str] = []
        for word in (*self.applied.tags, *draft.tags, *strangers):
            try:
                words.append(name(word, "tag").casefold())
            except Problem:
                self.leave(draft.line, "a tag that cannot be kept")
        if words:
            self.store.links.tag(record, words)


def _uid(draft: Draft) -> str:
    """The same identity each time: the UUID that it has, else one made of what it is called there."""
    found = _UUID.fullmatch(draft.id.lower())
    if found:
        return found[1]
    import uuid

    called = draft.id.encode("utf-8", "replace").decode()  # half a pair of surrogates has no bytes
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"{draft.kind}:{called}"))
