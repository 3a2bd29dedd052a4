"""The timeline in plain lines, one moment each; the compact one, a goal or a month each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mentorlog.domain.moments import Moment
from mentorlog.domain.timeline import Month, Timeline
from mentorlog.views.look import Look
from mentorlog.views.plain import record, told


def tell(model: Timeline, look: Look, compact: bool = False) -> str:
    """Newest first: ISO day, kind, ref and the whole text, with tabs between; nothing is cut.

    `compact`, as drawn: each goal with its ref, from and until when, and its state; then, oldest first,
    each month with what is in it counted, and the refs.
    """
    if compact:
        return told(_compact(model), look)
    return told((record(one.day, one.kind, one.ref, _text(one, model.today)) for one in model.moments), look)


def _text(moment: Moment, today: date) -> str:
    quote = f"“{moment.quote}”" if moment.quote else ""
    parts = (moment.label, moment.standing(today), moment.title, *moment.lines, quote)
    return " · ".join(filter(None, parts))


def _compact(model: Timeline) -> Iterator[str]:
    for one in model.lanes:
        yield record(one.goal, one.title, one.start, one.end, one.state)
    for month in reversed(model.months if model.moments else ()):
        yield record(_month(month), month.heading, " ".join(str(one.ref) for one in reversed(month.moments)))


def _month(month: Month) -> str:
    """`2026-11`, or `2026-02 – 2026-04` for months on end."""
    return " – ".join(dict.fromkeys(f"{day:%Y-%m}" for day in (month.first, month.last)))
