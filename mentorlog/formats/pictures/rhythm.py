"""The rhythm: a square for each day of up to 26 weeks, the larger the more happened on it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from mentorlog.domain.report import Report
from mentorlog.domain.spoken import MONTHS, WEEKDAYS, day_words, plural
from mentorlog.formats.html import Html
from mentorlog.formats.pictures.shapes import Frame, bar, label, picture

_LEFT, _TOP = 34, 20
_PARTS = (0.34, 0.56, 0.78, 1.0)
"""How much of a square is filled for 1, 2, 3 and more on a day."""


def draw(model: Report, width: float, only: str) -> Html:
    """The days up to the last one, Monday on top, the latest week at the right."""
    cell = min(27, (width - _LEFT) / 26)
    frame = Frame(f"rhythm-{only}", width, _TOP + 7 * cell + 4, "Rhythm", says(model), only)
    return picture(frame, *_names(model, cell), *_squares(model, cell, told=only != "narrow"))


def says(model: Report) -> str:
    """The rhythm in words: on how many days there is something, and which week has most."""
    first, weeks = max(model.first, model.weeks[0]), by_week(model)
    days = sum(first <= day <= model.until and count > 0 for day, count in model.days.items())
    span = (model.until - first).days + 1
    whole = f"On {days} of the {plural(span, 'day')} up to {_day(model.until)} something happened."
    monday, most = max(weeks, key=lambda one: one[1])
    return f"{whole} Most of it in the week of {_day(monday)}: {plural(most, 'moment')}." if most else whole


def by_week(model: Report) -> list[tuple[date, int]]:
    """Each Monday with how much is told of its week, the oldest first."""
    sums = dict.fromkeys(model.weeks, 0)
    for day, count in model.days.items():
        monday = day - timedelta(days=day.weekday())
        if monday in sums and model.first <= day <= model.until:
            sums[monday] += count
    return list(sums.items())


def _names(model: Report, cell: float) -> Iterator[Html]:
    for number in (0, 2, 4):
        yield label(0, _TOP + cell * (number + 0.72), WEEKDAYS[number][:3], "tiny muted")
    room = 0.0
    for number, monday in enumerate(model.weeks):
        x = _LEFT + number * cell
        if (number == 0 or monday.day <= 7) and x >= room and x + 24 <= _LEFT + 26 * cell:
            yield label(x, 12, MONTHS[monday.month - 1][:3], "tiny muted")
            room = x + 30


def _squares(model: Report, cell: float, told: bool) -> Iterator[Html]:
    size = cell * 0.84
    for number, monday in enumerate(model.weeks):
        for weekday in range(7):
            day = monday + timedelta(days=weekday)
            if not model.first <= day <= model.until:
                continue
            x, y = _LEFT + number * cell, _TOP + weekday * cell
            yield bar(x, y, size, size, "card", size * 0.2)
            count = model.days.get(day, 0)
            if count:
                part = _PARTS[min(count, len(_PARTS)) - 1] * size
                off = (size - part) / 2
                words = f"{_day(day)}: {count}" if told else ""
                yield bar(x + off, y + off, part, part, "accent", part * 0.2, words)


def _day(day: date) -> str:
    return day_words(day, day, weekday=False)
