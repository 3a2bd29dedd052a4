"""How a page is to look: what the terminal and the person ask for, decided once before anything is drawn."""

from __future__ import annotations

from mentorlog.domain.frozen import Frozen

WIDEST = 100
"""Cells a page may take: longer lines are hard to follow with the eye (rule of thumb of ours)."""
NARROW = 60
"""Under this many cells a table is stacked: one item under another, without bars."""


class Look(Frozen):
    """`width` is the terminal's, in cells; `theme` is ansi, dark, light or mono.

    `ascii`: every glyph by its ASCII twin. `linear`: plain sentences, for pipes and screen readers.
    `header`: a list begins with the names of its columns.
    """

    width: int = 80
    ascii: bool = False
    theme: str = "ansi"
    linear: bool = False
    header: bool = False

    @property
    def room(self) -> int:
        """Cells for content: the width, at most `WIDEST`, less one cell at either side; at least 1."""
        return max(1, min(self.width, WIDEST) - 2)

    @property
    def narrow(self) -> bool:
        """Is there too little room for tables?"""
        return self.width < NARROW
