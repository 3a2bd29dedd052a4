"""What `import` says it did: a count of what came, what was here, and what was left and why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from mentorlog.domain.spoken import plural
from mentorlog.domain.tally import counted

if TYPE_CHECKING:
    from mentorlog.env import Env
    from mentorlog.flows.bring import Brought, Left
    from mentorlog.flows.carry import Cargo


def tell_cargo(env: Env, cargo: Cargo, form: str, dry_run: bool) -> None:
    """Of a journal of ours."""
    more = {"different": cargo.different, "removed": cargo.removed, "renamed": dict(cargo.renamed)}
    if not _count(env, cargo.new, cargo.same, form, dry_run, more):
        return
    if cargo.different:
        as_here = "left as it is here" if cargo.different == 1 else "left as they are here"
        env.note(f"{plural(cargo.different, 'record')} already here, different: {as_here}")
    if cargo.removed:
        env.note(
            f"{plural(cargo.removed, 'record')} removed here, and left so; "
            "what removed them can be undone:  mentorlog undo --list"
        )
    for old, new in cargo.renamed:
        env.note(f"“{old}” is taken here; it came in as “{new}”")


def tell_brought(env: Env, brought: Brought, form: str, dry_run: bool) -> None:
    """Of another program's file; what was left is told by its lines, without a word of it."""
    left = [one.values() | {"lines": list(one.lines)} for one in brought.left]
    if not _count(env, brought.new, brought.same, form, dry_run, {"skipped": left}):
        return
    if dry_run:
        for (kind, reason), count in sorted(brought.because.items()):
            env.note(f"  {counted({kind: count})}: {reason}")
    if brought.undated:
        env.note(f"{brought.undated} without a day: the end of the month or year above it, or today")
    for one in brought.left:
        env.note(f"skipped {one.count}: {one.reason} {_lines(one)}")


def _lines(left: Left) -> str:
    said = ", ".join(map(str, left.lines))
    more = ", …" if left.count > len(left.lines) and len(left.lines) > 1 else ""
    return f"(line{'s' if len(left.lines) > 1 else ''} {said}{more})"


def _count(
    env: Env, new: Mapping[str, int], same: int, form: str, dry_run: bool, more: Mapping[str, Any]
) -> bool:
    """Say what came. Is there more to say?"""
    if env.json:
        kinds = {kind: count for kind, count in new.items() if count}
        told = {"form": form, "new": sum(new.values()), "kinds": kinds, "same": same}
        env.give("import", {**told, **more, "written": not dry_run})
        return False
    verb = "Would bring in" if dry_run else "brought in"
    env.say(f"{verb} {counted(new)}" if any(new.values()) else "nothing new")
    if env.quiet:
        return False
    if same:
        env.note(f"{plural(same, 'record')} already here")
    return True
