"""A recap as parts and lines: what every form of it says, drawn, told or written as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from mentorlog.domain.frozen import Frozen
from mentorlog.domain.recap import Change, Moved, Promise, Recap, Talked, Told
from mentorlog.domain.refs import Ref
from mentorlog.domain.spoken import due_words, join_words, minutes_words, plural, relative, short_day
from mentorlog.domain.wins import Win

MOST_DUE = 3
"""People whose next conversation is named."""


class Line(Frozen):
    """One thing. `who` is a name or empty, `words` are somebody's own, `detail` is what we say of it.

    sort: talk, goal, step, done, feedback, win, impact, up, down, note, missed or open. way: of a goal,
    the percent before and after. under: lines that belong to this one.
    """

    sort: str
    refs: tuple[Ref, ...] = ()
    who: str = ""
    words: str = ""
    detail: str = ""
    way: tuple[int, int] | None = None
    under: tuple[Line, ...] = ()


class Part(Frozen):
    """A part of the recap: its name, a count beside it, its lines, and a sentence after them."""

    name: str
    note: str = ""
    lines: tuple[Line, ...] = ()
    said: str = ""


def parts(recap: Recap) -> list[Part]:
    """What is in the recap, the newest first; parts with nothing in them are left out, but for the talks."""
    today = recap.today
    mine = [one for one in recap.levels if one.rating.by_id is None]
    others = [one for one in recap.levels if one.rating.by_id is not None]
    missed = {one.action.ref for one in recap.missed}
    left = [one for one in recap.open if one.action.ref not in missed]
    found = [
        _part("Moved", [_moved(one, today) for one in recap.moved], "goal", said=_still(recap)),
        _part("Done", [_done(one, today) for one in _newest(recap.done)], "promise"),
        _part("Heard", [_heard(one, today) for one in _newest(recap.heard)]),
        _part("Won", [_won(one, today) for one in _newest(recap.won)]),
        _part("Levels", [_level(one, today) for one in _newest(mine)], said="As I rate myself." if mine and others else ""),
        _part("Levels others gave", [_level(one, today) for one in _newest(others)]),
        _part("Noted", [_note(one, today) for one in _newest(recap.noted)], "note"),
        _part("Did not happen", [_missed(one, today) for one in recap.missed]),
        _part("Open", [_open(one, today) for one in left], said="" if left else ""),
    ]
    return [_talks(recap), *(one for one in found if one.lines or one.said)]
