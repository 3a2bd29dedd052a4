"""What is tried: a program, on what, and what it says to each thing it is given."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from tests.bench.outside.exports import Exports
from tests.bench.outside.tools import Absent, Tools

Said = tuple[str, str]
"""A thing that was tried, and what the program had against it; empty when it was accepted."""


class Trial(NamedTuple):
    """A program, what it is tried on in words, and how."""

    program: str
    on: str
    tried: Callable[[Exports, Tools], Iterable[Said]]


class Row(NamedTuple):
    """A line of the table: how many of how many were accepted, or why nothing was tried."""

    program: str
    version: str
    on: str
    tried: int
    refused: tuple[Said, ...]
    skipped: str = ""

    @property
    def accepted(self) -> str:
        """The last cell, in words."""
        return self.skipped or f"{self.tried - len(self.refused)} of {self.tried}"


def row_of(trial: Trial, exports: Exports, tools: Tools) -> Row:
    """Try it, if the program is there."""
    try:
        version = tools.version(trial.program)
    except Absent as reason:
        return Row(trial.program, "", trial.on, 0, (), f"skipped: {reason}")
    said = list(trial.tried(exports, tools))
    return Row(trial.program, version, trial.on, len(said), tuple(one for one in said if one[1]))


def differs(found: object, wanted: object) -> str:
    """What is found that is not wanted, and the other way round; empty when both are the same."""
    if found == wanted:
        return ""
    if isinstance(found, dict) and isinstance(wanted, dict):
        found, wanted = list(found.items()), list(wanted.items())
    if isinstance(found, list | set) and isinstance(wanted, list | set):
        more, less = [one for one in found if one not in wanted], [one for one in wanted if one not in found]
        counts = f"{len(found)}, not {len(wanted)}" if len(found) != len(wanted) else "as many"
        return f"{counts}; {_short(more[:2])} and not {_short(less[:2])}"
    return f"{_short(found)}, not {_short(wanted)}"


def _short(found: object) -> str:
    return repr(found)[:200]
