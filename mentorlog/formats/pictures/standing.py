"""How a goal stands: a sign, a word and a tone together, so that it is never said by colour alone."""

from __future__ import annotations

from collections.abc import Mapping

from mentorlog.domain.goals import Standing

_SIGNS: Mapping[Standing, tuple[str, str]] = {
    "on track": ("●", "accent"),
    "no date": ("●", "accent"),
    "at risk": ("▲", "warn"),
    "overdue": ("!", "warn"),
    "paused": ("‖", "muted"),
    "met": ("✓", "good"),
    "changed": ("→", "muted"),
    "dropped": ("×", "muted"),
}


def said(standing: Standing) -> str:
    """The sign and the word: `▲ at risk`."""
    return f"{_SIGNS[standing][0]} {standing}"


def tone(standing: Standing) -> str:
    """The colour it is said in; a goal is never bad, only a promise to a person can be."""
    return _SIGNS[standing][1]
