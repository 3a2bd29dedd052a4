"""An answer: the unit all these tables are made of."""

from __future__ import annotations

from typing import Any, NamedTuple


class Answer(NamedTuple):
    """`mentorlog/<name>/1`, its shape (see `formats.shapes`), and the commands that give it, with commas between."""

    name: str
    shape: Any
    by: str

    @property
    def commands(self) -> list[str]:
        """Each command that gives it."""
        return [one.strip() for one in self.by.split(",")]
