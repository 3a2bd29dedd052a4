"""Small pictures of a number: bars, dots, levels and lines of past values."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from mentorlog.views import glyphs

TOP = 5
"""The highest level of a skill."""


def bar(percent: int, cells: int, style: str = "accent") -> Text:
    """A bar of so many cells, filled to a percentage by the half cell; 99% is not full, 1% not empty."""
    halves = round(2 * cells * max(0, min(100, percent)) / 100)
    if 0 < percent < 100:
        halves = max(1, min(2 * cells - 1, halves))
    done, half = divmod(halves, 2)
    left = cells - done - half
    return Text.assemble((glyphs.DONE * done + glyphs.HALF * half, style), (glyphs.LEFT * left, "faint"))


def level_bar(level: int | None, target: int | None, cells: int, style: str = "accent") -> Text:
    """A level 0-5 as a bar: what is there, what is aimed at, what lies beyond. `cells` is a multiple of 5."""
    each = cells // TOP
    now = (level or 0) * each
    aim = max(0, (target or 0) * each - now)
    rest = cells - now - aim
    return Text.assemble(
        (glyphs.DONE * now, style), (glyphs.LEFT * aim, "muted"), (glyphs.NOTHING * rest, "faint")
    )


def dots(level: int | None, target: int | None, style: str = "accent") -> Text:
    """A level 0-5 as five dots: ● there, ◌ aimed at, ○ beyond."""
    now = level or 0
    aim = max(0, (target or 0) - now)
    return Text.assemble(
        (glyphs.NOW * now, style), (glyphs.AIM * aim, "muted"), (glyphs.FREE * (TOP - now - aim), "faint")
    )


def levels(values: Sequence[int | None]) -> Text:
    """Levels 0-5 over time, one glyph each, blank before the first; the last one bright."""
    return _bright_end("".join(" " if value is None else glyphs.LEVELS[value] for value in values))


def spark(values: Sequence[int], top: int = 100) -> Text:
    """Values 0 to `top` over time, one glyph each; the last one bright."""
    steps = len(glyphs.SPARK) - 1
    return _bright_end("".join(glyphs.SPARK[round(steps * min(value, top) / top)] for value in values))


def change(amount: int | None) -> Text:
    """`+2`, `-1`, `=` for none, nothing when it is not known."""
    if amount is None:
        return Text("")
    return Text(f"{amount:+d}", "good" if amount > 0 else "muted") if amount else Text(glyphs.LEVEL, "muted")


def _bright_end(drawn: str) -> Text:
    return Text.assemble((drawn[:-1], "muted"), (drawn[-1:], "accent"))
