"""A skill's levels over time: mine as a line, those of others as marks of their own, never averaged."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mentorlog.domain.report import Curve, Voice
from mentorlog.domain.skills import LEVELS
from mentorlog.domain.spoken import day_words, short_day
from mentorlog.formats.html import Html
from mentorlog.formats.pictures.shapes import Axis, Frame, label, mark, path, picture, rule, stairs

WIDTH, HEIGHT = 240, 118
_LEFT, _RIGHT, _TOP, _FLOOR = 16, 232, 10, 96
SHAPES = (("diamond", "◆"), ("square", "■"), ("triangle", "▲"), ("cross", "✚"))
"""Shapes for the raters beside me, in turn, and how each is written."""


def draw(curve: Curve, first: date, until: date, name: str) -> Html:
    """The levels between two days; `name` is the picture's own on its page."""
    axis = Axis(first, until, _LEFT + 4, _RIGHT)
    parts = [rule(_LEFT, _height(level), _RIGHT, _height(level), "grid") for level in range(6)]
    parts += [label(_LEFT - 5, _height(level) + 4, str(level), "tiny muted", end=True) for level in (0, 5)]
    if curve.target is not None:
        parts.append(rule(_LEFT, _height(curve.target), _RIGHT, _height(curve.target), "aim"))
    for voice, (shape, _) in zip(curve.voices, shapes(curve), strict=True):
        parts += _marks(voice, shape, axis) if voice.rater else _line(voice, axis)
    parts += [
        label(_LEFT, _FLOOR + 17, short_day(axis.since, until), "tiny muted"),
        label(_RIGHT, _FLOOR + 17, short_day(until, until), "tiny muted", end=True),
    ]
    return picture(Frame(name, WIDTH, HEIGHT, f"Levels: {curve.grown.name}", says(curve)), *parts)


def shapes(curve: Curve) -> list[tuple[str, str]]:
    """The shape of each voice and how it is written: a dot for me, the others in turn."""
    others = iter(range(len(curve.voices)))
    return [SHAPES[next(others) % len(SHAPES)] if one.rater else ("dot", "●") for one in curve.voices]


def says(curve: Curve) -> str:
    """Every level in words, each rater apart."""
    told = [f"{one.rater or 'By me'}: {', '.join(_points(one))}." for one in curve.voices]
    return " ".join([*told, f"Aiming at {curve.target}." if curve.target is not None else ""]).strip()


def _points(voice: Voice) -> list[str]:
    return [f"{level} on {_day(day)}" for day, level in voice.points]


def _line(voice: Voice, axis: Axis) -> Iterator[Html]:
    """The line begins with the level that held on the first day, or with the first one given after it."""
    before = [point for point in voice.points if point.day < axis.since]
    within = [(axis.at(one.day), _height(one.value), one) for one in voice.points if axis.holds(one.day)]
    spots = [(axis.left - 4, _height(before[-1].value))] if before else []
    yield path(stairs([*spots, *((x, y) for x, y, _ in within)], axis.right), "accent stroke")
    for x, y, (day, level) in within:
        yield mark("dot", x, y, "accent", f"{_day(day)}: {level}, {LEVELS[level]}", size=3.5)


def _marks(voice: Voice, shape: str, axis: Axis) -> Iterator[Html]:
    for day, level in (point for point in voice.points if axis.holds(point.day)):
        words = f"{_day(day)}: {voice.rater} says {level}, {LEVELS[level]}"
        yield mark(shape, axis.at(day), _height(level), "voice", words, size=4)


def _height(level: int) -> float:
    return _FLOOR - (_FLOOR - _TOP) * level / 5


def _day(day: date) -> str:
    return day_words(day, day, weekday=False)
