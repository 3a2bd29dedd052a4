"""The kit of all pictures: a frame, an axis of days, marks that differ by shape, and text that fits.

Lengths are units of the picture's own width; at its full size a unit is a CSS pixel.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from datetime import date
from math import cos, pi, sin
from typing import NamedTuple

from mentorlog.domain.spoken import MONTHS
from mentorlog.domain.text import first_line
from mentorlog.formats.html import Html, number, tag

_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000)
"""Months from one name on the ruler to the next."""
_ROOM = 34
"""Units that the name of a month takes, with the gap after it."""


class Frame(NamedTuple):
    """What a picture is called (unique on its page), how large it is, and what it says in words."""

    name: str
    width: float
    height: float
    title: str
    says: str
    only: str = ""
    """A class that says where it is shown: `wide`, `narrow`, or everywhere."""


class Axis(NamedTuple):
    """The days from `since` to `until`, both included, from `left` to `right`."""

    since: date
    until: date
    left: float
    right: float

    def at(self, day: date) -> float:
        """Where the middle of a day is; the nearest end for a day outside."""
        inside = min(max(day, self.since), self.until)
        days = (self.until - self.since).days + 1
        return self.left + (self.right - self.left) * ((inside - self.since).days + 0.5) / days

    def holds(self, day: date) -> bool:
        """Is the day within?"""
        return self.since <= day <= self.until


def picture(frame: Frame, *inside: Html) -> Html:
    """A picture that says in words what it shows."""
    title, says = f"{frame.name}-title", f"{frame.name}-says"
    return tag(
        "svg",
        tag("title", frame.title, id=title),
        tag("desc", frame.says, id=says),
        *inside,
        class_=frame.only or None,
        viewBox=f"0 0 {number(frame.width)} {number(frame.height)}",
        role="img",
        aria_labelledby=f"{title} {says}",
    )


def label(x: float, y: float, words: str, look: str = "", end: bool = False, middle: bool = False) -> Html:
    """A line of text from x on, up to it (`end`), or round it (`middle`). `look` is one or more classes."""
    anchor = "e" if end else "m" if middle else ""
    return tag("text", words, x=x, y=y, class_=" ".join(filter(None, (look, anchor))) or None)


def rule(x1: float, y1: float, x2: float, y2: float, look: str = "") -> Html:
    """A straight line."""
    return tag("line", x1=x1, y1=y1, x2=x2, y2=y2, class_=look or None)


def bar(
    x: float, y: float, width: float, height: float, look: str, corner: float = 0, says: str = ""
) -> Html:
    """A filled rectangle, never less than one unit wide."""
    told = (tag("title", says),) if says else ()
    return tag("rect", *told, x=x, y=y, width=max(1, width), height=height, rx=corner or None, class_=look)


def path(steps: str, look: str) -> Html:
    """A line or a shape along steps in the words of SVG."""
    return tag("path", d=steps, class_=look)


def stairs(points: list[tuple[float, float]], until: float) -> str:
    """A line that keeps each value until the next one and the last one until x `until`."""
    (x, y), *rest = points
    steps = [f"M{number(x)} {number(y)}", *(f"H{number(x)}V{number(y)}" for x, y in rest)]
    return "".join([*steps, f"H{number(until)}"])


def mark(shape: str, x: float, y: float, look: str, says: str = "", size: float = 4.5) -> Html:
    """A mark of one of the shapes: dot, ring, diamond, square, triangle, cross or star."""
    told = (tag("title", says),) if says else ()
    if shape in ("dot", "ring"):
        return tag("circle", *told, cx=x, cy=y, r=size, class_=f"{look} {shape}")
    return tag("path", *told, d=_outline(shape, x, y, size), class_=f"{look} dot")


def _outline(shape: str, x: float, y: float, r: float) -> str:
    if shape == "star":
        tips = [(r * 1.6 if n % 2 == 0 else r * 0.7, pi * (n / 5 - 0.5)) for n in range(10)]
        return _closed([(x + far * cos(turn), y + far * sin(turn)) for far, turn in tips])
    if shape == "cross":
        arm, half = r * 1.1, r * 0.38
        moves = ((-half, -arm), (half, -arm), (half, -half), (arm, -half), (arm, half), (half, half))
        whole = (*moves, *((-a, -b) for a, b in moves))
        return _closed([(x + a, y + b) for a, b in whole])
    corners = {
        "diamond": ((0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)),
        "square": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
        "triangle": ((0, -1.25), (1.2, 0.95), (-1.2, 0.95)),
    }[shape]
    return _closed([(x + a * r, y + b * r) for a, b in corners])


def _closed(points: list[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points) + "Z"


def months(axis: Axis) -> Iterator[tuple[float, str]]:
    """The first days of months with their names, as many as there is room for; a January has its year."""
    first, last = (12 * day.year + day.month - 1 for day in (axis.since, axis.until))
    space = max(1, axis.right - axis.left) / max(1, last - first + 1)
    step = next((one for one in _STEPS if one * space >= _ROOM), _STEPS[-1])
    for month in range(first, last + 1):
        day = date(month // 12, month % 12 + 1, 1)
        if month % step == 0 and axis.holds(day):
            name = MONTHS[month % 12][:3] if month % 12 or step > 12 else str(day.year)
            yield axis.at(day), name if step < 12 else str(day.year)


def fit(words: str, room: float, size: float = 13, bold: bool = False) -> str:
    """The words on one line that is about so wide in letters of a size, cut with `…`; see `wide`."""
    line = first_line(" ".join(words.split()), 400)
    if wide(line, size, bold) <= room:
        return line
    while line and wide(f"{line}…", size, bold) > room:
        line = line[:-1]
    return f"{line.rstrip()}…"


def wide(words: str, size: float, bold: bool = False) -> float:
    """About how wide words are in letters of a size: as in DejaVu Sans, the widest font a system brings."""
    return size * (1.12 if bold else 1) * sum(map(_letter, words))


def _letter(sign: str) -> float:
    """About how wide a letter is, as a part of its size; an estimate of ours."""
    if sign in " .,:;'|!iljIftr()[]-·’":
        return 0.37
    if sign in "mwMW@%—…●":
        return 0.96
    if unicodedata.combining(sign):
        return 0.0
    if unicodedata.east_asian_width(sign) in "WF":
        return 1.05
    return 0.72 if sign.isupper() else 0.61
