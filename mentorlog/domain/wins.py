"""Wins: what went well, and what it changed for others."""

from __future__ import annotations

from datetime import date

from mentorlog.domain.record import Record


class Win(Record):
    """Something that went well on `day`. `impact` is what it changed; skills and goals are links."""

    kind = "win"
    title_field = "text"

    text: str
    day: date
    impact: str = ""
