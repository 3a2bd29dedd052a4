"""How a record came to be: changes as the log tells them, and the versions they make."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime
from itertools import groupby
from typing import Any, Literal

from mentorlog.domain.frozen import Frozen
from mentorlog.domain.kinds import class_of
from mentorlog.domain.pointers import ENDS, POINTS
from mentorlog.domain.refs import Ref

Row = Mapping[str, Any]
What = Literal["made", "changed", "removed", "restored", "gone"]

KEPT_ABOUT = ("id", "uid", "created_at", "updated_at", "deleted_at", "position")
"""Fields that are kept about a record, and are no words of anybody."""


class Change(Frozen):
    """One line of the log. `at` is milliseconds since 1970 in UTC; `seq` is the order of writing here.

    `command` says what was run, without its values, and `command_id` which run of it it was; both are
    None for a change made past this program. `op` is insert, update or delete; `old` and `new` hold the
    fields that changed, dates as text. `private`: the record was private before or after. `deed` names
    what `undo` takes back as one: the run of a command, or the single change made by hand. `undoes`: the
    deed that the command took back.
    """

    seq: int
    at: int
    command: str | None
    command_id: str | None
    op: str
    kind: str
    id: int
    uid: str
    old: Row
    new: Row
    private: bool
    deed: str = ""
    undoes: str = ""

    @property
    def ref(self) -> Ref:
        """The record it happened to."""
        return Ref(self.kind, self.id)


class Deed(Frozen):
    """One thing that `undo` takes back: a command that was run, or a change made by hand (`command` None).

    `number` counts from the newest, 1. `changes` is how many lines of the log it is; `refs` are in order,
    each once. `undoes` names the deed it took back, `undone` says whether it was taken back itself.
    """

    number: int
    id: str
    command: str | None
    at: int
    refs: tuple[Ref, ...]
    changes: int
    undoes: str = ""
    undone: bool = False


class Effect(Frozen):
    """What one deed did to one record, from its first change (`seq`) to its last.

    `made`: the record was not there before. `gone`: it was not there after. `old` and `new` hold the fields
    that differ; all of them where the record was made or is gone.
    """

    ref: Ref
    seq: int
    last: int
    made: bool
    gone: bool
    old: Row
    new: Row


class Difference(Frozen):
    """A field and what it was and is: text, a number, a day, a Ref, or None."""

    field: str
    old: Any = None
    new: Any = None


class Line(Frozen):
    """What became of a record, or of a part of it, in one version."""

    ref: Ref
    what: What
    differences: tuple[Difference, ...] = ()


class Version(Frozen):
    """A record after one deed: when (local), by which command (None: by hand), and what it did to what."""

    when: datetime
    command: str | None
    lines: tuple[Line, ...]


class History(Frozen):
    """A record with its versions, the newest first. `names` says what a ref is called, where it may be shown."""

    today: date
    ref: Ref
    title: str
    versions: tuple[Version, ...] = ()
    names: Mapping[Ref, str] = {}


def effects(changes: Iterable[Change]) -> list[Effect]:
    """What the changes of one deed did, a record each, in the order they were first touched."""
    of: dict[Ref, list[Change]] = {}
    for change in changes:
        of.setdefault(change.ref, []).append(change)
    return [_effect(ref, mine) for ref, mine in of.items()]


def _effect(ref: Ref, changes: list[Change]) -> Effect:
    old: dict[str, Any] = {}
    new: dict[str, Any] = {}
    for change in changes:
        old = {**change.old, **old}
        new |= change.new
    made, gone = changes[0].op == "insert", changes[-1].op == "delete"
    if not made and not gone:
        same = {name for name in old if name in new and old[name] == new[name]}
        old, new = ({name: one[name] for name in one if name not in same} for one in (old, new))
    return Effect(
        ref=ref,
        seq=changes[0].seq,
        last=changes[-1].seq,
        made=made,
        gone=gone,
        old={} if made else old,
        new={} if gone else new,
    )


def state(changes: Iterable[Change]) -> Row | None:
    """The fields of one record after these changes of it, None when it is not there."""
    row: dict[str, Any] | None = None
    for change in changes:
        if change.op == "delete":
            row = None
        else:
            row = {**(row or {}), **change.new}
    return row


def versions(changes: Iterable[Change], local: Callable[[int], datetime]) -> tuple[Version, ...]:
    """The versions that changes of a record and its parts make, the newest first. `local`: an instant as here."""
    found = []
    for _, group in groupby(sorted(changes, key=lambda one: one.seq), lambda one: one.deed):
        mine = list(group)
        lines = tuple(filter(None, map(_line, effects(mine))))
        if lines:
            found.append(Version(when=local(mine[0].at), command=mine[0].command, lines=lines))
    return tuple(reversed(found))


def line_of(ref: Ref, row: Row) -> Line:
    """A record as the line that made it: every field that says something."""
    effect = Effect(ref=ref, seq=0, last=0, made=True, gone=False, old={}, new=row)
    return Line(ref=ref, what="made", differences=tuple(_differences(effect)))


def _line(effect: Effect) -> Line | None:
    if effect.made and effect.gone:
        return None
    differences = () if effect.gone else tuple(_differences(effect))
    what: What = "gone" if effect.gone else "made" if effect.made else "changed"
    if what == "changed" and "deleted_at" in effect.new:
        what = "removed" if effect.new["deleted_at"] else "restored"
    return (
        Line(ref=effect.ref, what=what, differences=differences) if differences or what != "changed" else None
    )


def _differences(effect: Effect) -> Iterator[Difference]:
    kind = effect.ref.kind
    cls = class_of(kind)
    kind_fields = {of: name for name, of in ENDS.get(kind, {}).items()}
    for name in [*cls.fields, *(name for name in effect.new if name not in cls.fields)]:
        usual = effect.made and effect.new.get(name) in (None, "", getattr(cls, name, None))
        if name in KEPT_ABOUT or name in kind_fields or name not in effect.new or usual:
            continue
        yield Difference(
            field=said_field(name), old=value(kind, name, effect.old), new=value(kind, name, effect.new)
        )


def said_field(name: str) -> str:
    """A field as it is called on a screen: `person` for `person_id`, `done when` for `done_when`."""
    return name.removesuffix("_id").replace("_", " ")


def value(kind: str, name: str, row: Row) -> Any:
    """A field's value out of the log: a day as date, what names a record as Ref, empty text as None."""
    held = row.get(name)
    if held is None or held == "":
        return None
    ends = ENDS.get(kind, {})
    target = row.get(ends[name]) if name in ends else POINTS.get(name)
    if target is not None:
        return Ref(target, held)
    if class_of(kind).fields.get(name, "").startswith("date"):
        with suppress(ValueError):
            return date.fromisoformat(held)
    return held
