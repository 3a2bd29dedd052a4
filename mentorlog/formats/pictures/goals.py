"""A goal's way: how far it was on each day, beside an even pace from its start to its due day."""

from __future__ import annotations

from datetime import date

from mentorlog.domain.report import Way
from mentorlog.domain.spoken import day_words, short_day
from mentorlog.formats.html import Html, number
from mentorlog.formats.pictures.shapes import Axis, Frame, label, mark, path, picture, rule, stairs
from mentorlog.formats.pictures.standing import tone

WIDTH, HEIGHT = 320, 112
_LEFT, _RIGHT, _TOP, _FLOOR = 36, 312, 10, 88


def draw(way: Way, until: date, name: str) -> Html:
    """The way up to a day; `name` is the picture's own on its page."""
    aim, look = way.aim, tone(way.state)
    end = aim.ended or max(until, aim.due or until)
    axis = Axis(aim.started, end, _LEFT, _RIGHT)
    stop = axis.at(min(until, end))
    line = stairs([(axis.at(day), _height(value)) for day, value in way.points], stop)
    parts = [rule(_LEFT, _height(value), _RIGHT, _height(value), "grid") for value in (0, 50, 100)]
    parts += [label(_LEFT - 5, _height(value) + 4, f"{value}%", "tiny muted", end=True) for value in (0, 100)]
    if aim.due and not aim.ended:
        due = axis.at(aim.due)
        parts.append(path(f"M{number(_LEFT)} {_FLOOR}L{number(due)} {_TOP}", "pace"))
        parts.append(mark("diamond", due, _TOP, f"{look} ring", f"due {_day(aim.due)}"))
    parts.append(path(f"{line}V{_FLOOR}H{number(axis.at(aim.started))}Z", f"{look} area"))
    parts.append(path(line, f"{look} stroke"))
    parts.append(mark("dot", stop, _height(aim.percent), look, f"{_day(min(until, end))}: {aim.percent}%"))
    parts += [
        label(_LEFT, _FLOOR + 17, short_day(aim.started, until), "tiny muted"),
        label(_RIGHT, _FLOOR + 17, short_day(end, until), "tiny muted", end=True),
    ]
    frame = Frame(name, WIDTH, HEIGHT, f"How far: {aim.title}", says(way, until))
    return picture(frame, *parts)


def says(way: Way, until: date) -> str:
    """The way in words: `From 21 Jan 2026: 0%, 27 Feb 2026 17%, …`."""
    points = ", ".join(f"{_day(day)} {value}%" for day, value in way.points[1:])
    due = f" Due {_day(way.aim.due)}." if way.aim.due else ""
    return f"From {_day(way.aim.started)}: {way.points[0].value}%{f', {points}' if points else ''}.{due}"


def _height(percent: float) -> float:
    return _FLOOR - (_FLOOR - _TOP) * percent / 100


def _day(day: date) -> str:
    return day_words(day, day, weekday=False)
