"""Sentences that several career pages say: hours as honest ranges, whose page it is, which skill opens most roles."""

from __future__ import annotations

from mentorlog.career.effort import Hours
from mentorlog.career.gap_page import Choice
from mentorlog.career.standpoint import Whose
from mentorlog.domain.spoken import plural

KINDS = {"step-up": "step up", "sideways": "sideways", "stretch": "stretch"}
"""How the kinds of move are said."""


def hours_words(hours: Hours) -> str:
    """`46–150 h`, `up to 15 h` when it may be none at all, nothing for no hours."""
    if not hours.high:
        return ""
    return f"{hours.low:,}–{hours.high:,} h" if hours.low else f"up to {hours.high:,} h"


def span_words(hours: Hours, weekly: int) -> str:
    """How long that takes at so many hours a week: `about 2 to 9 months`, `about 4 months to 2 years`."""
    weeks = hours.high / weekly
    size, unit = _unit(weeks)
    low, high = round(hours.low / weekly / size), max(1, round(weeks / size))
    if low == high:
        return f"about {plural(high, unit)}"
    if low:
        return f"about {low} to {plural(high, unit)}"
    least_size, least_unit = _unit(hours.low / weekly)
    least = round(hours.low / weekly / least_size)
    return (
        f"about {plural(least, least_unit)} to {plural(high, unit)}"
        if least
        else f"up to {plural(high, unit)}"
    )


def _unit(weeks: float) -> tuple[float, str]:
    return next((size, unit) for size, unit, most in _UNITS if weeks <= most)


_UNITS = ((1.0, "week", 12.0), (4.35, "month", 104.0), (52.2, "year", float("inf")))
"""Weeks in a unit, its name, and up to how many weeks it is said."""


def in_all(hours: Hours, weekly: int | None) -> str:
    """`430–1,480 h; at 5 hours a week that is about 2 to 6 years`; `none` for no hours."""
    said = hours_words(hours)
    if not said:
        return "none"
    return (
        f"{said}; at {plural(weekly, 'hour')} a week that is {span_words(hours, weekly)}" if weekly else said
    )


def you(whose: Whose) -> str:
    """`you`, or the person's name."""
    return whose.name or "you"


def has(whose: Whose) -> str:
    """`you have`, `Bo Lind has`."""
    return f"{whose.name} has" if whose.name else "you have"


def for_words(whose: Whose) -> str:
    """` for Bo Lind`, nothing for me."""
    return f" for {whose.name}" if whose.name else ""


def level_step(now: int | None, to: int) -> str:
    """`2 → 3`; `? → 3` when it is unrated."""
    return f"{'?' if now is None else now} → {to}"


def choice_words(choice: Choice) -> str:
    """Which skill of a group opens most roles: `Python helps into 14 of 16 roles, Java into 9, Go into 7.`"""
    first, *others = choice.doors
    rest = "".join(f", {one.skill.name} into {len(one.roles)}" for one in others)
    return f"{first.skill.name} helps into {len(first.roles)} of {plural(choice.of, 'role')}{rest}."


CHOICES_NOTE = "roles aimed at, explored, or near"
"""Which roles a choice was counted among."""
