"""Which glyph and which style stand for what: a state is always told by a glyph, a word and a colour."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from mentorlog.domain.goals import Standing
from mentorlog.domain.moments import Moment
from mentorlog.views import glyphs

Mark = tuple[str, str]
"""A glyph and its style."""

STANDING: Mapping[Standing, Mark] = {
    "on track": (glyphs.GOOD, "good"),
    "at risk": (glyphs.WARN, "warn"),
    "overdue": (glyphs.BAD, "warn"),
    "paused": (glyphs.CALM, "muted"),
    "no date": (glyphs.CALM, "accent"),
    "met": (glyphs.TICK, "good"),
    "changed": (glyphs.STEP, "muted"),
    "dropped": (glyphs.STOPPED, "muted"),
}
"""How a goal stands."""

_MOMENTS: Mapping[str, Mark] = {
    "meeting": (glyphs.HELD, "accent"),
    "goal": (glyphs.MILESTONE, "accent"),
    "step": (glyphs.MILESTONE, "good"),
    "progress": (glyphs.STEP, "accent"),
    "feedback": (glyphs.FEEDBACK, "feedback"),
    "note": (glyphs.NOTE, "muted"),
    "win": (glyphs.WIN, "good"),
    "topic": (glyphs.ASKED, "muted"),
    "turn": (glyphs.STEP, "muted"),
    "change": (glyphs.STEP, "muted"),
    "decision": (glyphs.STEP, "accent"),
    "resource": (glyphs.NOTE, "muted"),
    "intro": (glyphs.STEP, "accent"),
    "rehearsal": (glyphs.LEVEL, "accent"),
}
_LABELS: Mapping[str, Mark] = {
    "Done": (glyphs.TICK, "good"),
    "Finished": (glyphs.TICK, "good"),
    "Question": (glyphs.ASKED, "muted"),
    "Outcome": (glyphs.TICK, "good"),
    "Look back": (glyphs.PLANNED, "accent"),
    "Follow up": (glyphs.PLANNED, "accent"),
    "Dropped": (glyphs.STOPPED, "muted"),
    "Promise": (glyphs.BOX, "accent"),
    "Level up": (glyphs.UP, "good"),
    "Level down": (glyphs.DOWN, "muted"),
    "Level": (glyphs.LEVEL, "muted"),
}


def moment_mark(moment: Moment) -> Mark:
    """What stands before a moment of the timeline."""
    if moment.planned and moment.kind in ("meeting", "step", "goal"):
        return (glyphs.CALM if moment.kind == "meeting" else glyphs.PLANNED), "accent"
    return _LABELS.get(moment.label) or _MOMENTS.get(moment.kind, (glyphs.SEPARATOR, "muted"))


def due_mark(due: date | None, today: date, promised: bool) -> Mark:
    """What stands before something open: only a promise to a person that is overdue is drawn as bad."""
    if due is None or due >= today:
        return glyphs.BOX, "muted"
    return glyphs.BAD, "bad" if promised else "warn"
