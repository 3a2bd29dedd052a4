"""The career map: the role one is in, and the roles round it in a column for each way to go."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from mentorlog.career.explore import Option
from mentorlog.career.outlook import Outlook, Shelf
from mentorlog.formats.html import Html, number
from mentorlog.formats.pictures.shapes import Frame, bar, fit, label, path, picture, wide

_HERE, _GAP, _HEAD, _CARD, _BETWEEN = 62, 44, 42, 64, 10


class Direction(NamedTuple):
    """What a kind of move is called, its arrow, and what it means."""

    name: str
    arrow: str
    means: str


WAYS: Mapping[str, Direction] = {
    "step-up": Direction("Step up", "↑", "more reach on the same line"),
    "sideways": Direction("Sideways", "→", "another line at a like rank"),
    "stretch": Direction("Stretch", "↗", "a new kind of work"),
}


def draw(model: Outlook, width: float, only: str) -> Html:
    """The map in a picture so wide: columns side by side, or below one another on a narrow one."""
    frame = Frame(f"career-{only}", width, 0, "Career map", says(model), only)
    if only == "narrow":
        return _stacked(model, frame)
    most = max((len(shelf.options) for shelf in model.shelves), default=0)
    room = (width - 20 * (len(model.shelves) - 1)) / max(3, len(model.shelves))
    start, top = (width - len(model.shelves) * (room + 20) + 20) / 2, _HERE + _GAP
    parts = list(_here(model, width / 2 - 140, 280))
    for n, shelf in enumerate(model.shelves):
        x = start + n * (room + 20)
        parts.append(_arrow(width / 2, _HERE, x + room / 2, top))
        parts += _column(shelf, model.wishes, x, top, room)
    height = top + _HEAD + most * (_CARD + _BETWEEN) - _BETWEEN if model.shelves else _HERE
    return picture(frame._replace(height=height), *parts)


def says(model: Outlook) -> str:
    """The map in words."""
    how = "the role covered best" if model.assumed else "the role of now"
    near = [
        f"{WAYS[shelf.kind].name}: {', '.join(_said(one, model) for one in shelf.options)}."
        for shelf in model.shelves
    ]
    return " ".join([f"From {model.here.name}, {how}, {model.covered:.0%} covered.", *near])


def _said(option: Option, model: Outlook) -> str:
    wish = f", {model.wishes[option.role.id]}" if option.role.id in model.wishes else ""
    return f"{option.role.name} ({option.coverage:.0%} covered{wish})"


def hours(option: Option) -> str:
    """Hours of learning before one is taken on, to the nearest ten: `40–120 hours`, `up to 1,230 hours`."""
    low, high = (round(hours, -1) for hours in (option.hours.low, option.hours.high))
    if not high:
        return "nothing to learn first"
    return f"{low:,}–{high:,} hours" if low else f"up to {high:,} hours"


def _stacked(model: Outlook, frame: Frame) -> Html:
    parts, y = list(_here(model, 0, frame.width)), float(_HERE)
    trunk = y
    for shelf in model.shelves:
        y += 22
        parts.append(_branch(8, y + 10))
        parts += _column(shelf, model.wishes, 26, y, frame.width - 26)
        trunk = y + 10
        y += _HEAD + len(shelf.options) * (_CARD + _BETWEEN) - _BETWEEN
    parts.insert(0, path(f"M8 {_HERE}V{number(trunk)}", "way"))
    return picture(frame._replace(height=y + 2), *parts)


def _here(model: Outlook, x: float, width: float) -> Iterator[Html]:
    yield bar(x, 0, width, _HERE, "soft", 10)
    lead = "Covered best today" if model.assumed else "Now"
    yield label(x + 14, 20, f"{lead}, {model.covered:.0%}", "small muted")
    yield label(x + 14, 39, fit(model.here.name, width - 28, 15, bold=True), "big strong")
    yield from _covered(model.covered, x + 14, 49, width - 28)


def _column(shelf: Shelf, wishes: Mapping[str, str], x: float, y: float, width: float) -> Iterator[Html]:
    way = WAYS[shelf.kind]
    yield label(x, y + 14, f"{way.arrow} {way.name}", "accent strong-weight")
    yield label(x, y + 30, fit(way.means, width, 11.5), "small muted")
    for n, option in enumerate(shelf.options):
        yield from _card(option, wishes.get(option.role.id, ""), x, y + _HEAD + n * (_CARD + _BETWEEN), width)


def _card(option: Option, wish: str, x: float, y: float, width: float) -> Iterator[Html]:
    yield bar(x, y, width, _CARD, "card", 8)
    room = width - 24 - (wide(wish, 11.5) + 10 if wish else 0)
    yield label(x + 12, y + 21, fit(option.role.name, room, 12.5, bold=True), "name strong")
    if wish:
        yield label(x + width - 12, y + 21, wish, "small accent", end=True)
    yield from _covered(option.coverage, x + 12, y + 30, width - 24)
    yield label(x + 12, y + 52, f"{option.coverage:.0%} covered", "small muted")
    yield label(x + width - 12, y + 52, hours(option), "small muted", end=True)


def _covered(share: float, x: float, y: float, width: float) -> Iterator[Html]:
    yield bar(x, y, width, 5, "track", 2.5)
    if share > 0:
        yield bar(x, y, max(5, width * share), 5, "accent", 2.5)


def _arrow(x1: float, y1: float, x2: float, y2: float) -> Html:
    """A curve down from one point to another, with a head."""
    frm, to, middle, end = number(x1), number(x2), number((y1 + y2) / 2), number(y2 - 4)
    return path(f"M{frm} {number(y1)}C{frm} {middle} {to} {middle} {to} {end}m-4 -5l4 5l4 -5", "way")


def _branch(x: float, y: float) -> Html:
    return path(f"M{number(x)} {number(y)}h13m-5 -4l5 4l-5 4", "way")
