"""The timeline in plain lines, one moment each."""

from __future__ import annotations

from datetime import date

from mentorlog.domain.moments import Moment
from mentorlog.domain.timeline import Timeline
from mentorlog.views.look import Look
from mentorlog.views.plain import record, told


def tell(model: Timeline, look: Look) -> str:
    """Newest first: ISO day, kind, ref and the whole text, with tabs between; nothing is cut."""
    return told((record(one.day, one.kind, one.ref, _text(one, model.today)) for one in model.moments), look)


def _text(moment: Moment, today: date) -> str:
    quote = f"“{moment.quote}”" if moment.quote else ""
    parts = (moment.label, moment.standing(today), moment.title, *moment.lines, quote)
    return " · ".join(filter(None, parts))
