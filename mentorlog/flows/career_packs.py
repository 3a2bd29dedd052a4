"""Imported packs in their folder: kept in one stroke or not at all, compared with what was there, taken away."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from mentorlog.career.imported import SUFFIX, Pack, Parts, no_pack, packs, text
from mentorlog.errors import Refused, Unreadable
from mentorlog.flows.hand_over import write_new


class Kept(NamedTuple):
    """What keeping a pack changed: was it there before, and how many roles are new, changed and gone."""

    again: bool
    new: int
    changed: int
    gone: int


def keep(folder: Path, parts: Parts, day: str) -> Kept:
    """Keep a pack in a folder, in place of the one of its name. `day` (ISO) is today. Raises Refused."""
    path = folder / f"{parts.about.name}{SUFFIX}"
    change = compared(folder, parts)
    try:
        write_new(path, text(parts.but(about=parts.about.but(day=day))), force=True)
    except Refused as error:
        raise Refused(error.sentence, "Nothing was imported.") from error
    return change


def compared(folder: Path, parts: Parts) -> Kept:
    """What keeping a pack would change; one that cannot be read is as none."""
    path = folder / f"{parts.about.name}{SUFFIX}"
    try:
        before = {role.id: role for role in Pack(path).roles} if path.exists() else {}
    except Unreadable:
        before = {}
    now = {role.id: role.but(aliases=()) for role in parts.roles}
    changed = sum(role != before[id] for id, role in now.items() if id in before)
    return Kept(bool(before), len(now.keys() - before), changed, len(before.keys() - now))


def remove(folder: Path, name: str) -> None:
    """Take an imported pack away. Raises Unknown when there is none of that name, Refused when it cannot be."""
    found = {pack.name: pack.path for pack in packs(folder)}
    if name not in found:
        raise no_pack(name, found)
    try:
        found[name].unlink()
    except OSError as error:
        raise Refused(f"I cannot take {found[name]} away: {error.strerror}.") from error
