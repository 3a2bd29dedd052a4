"""Needs of a role as they are typed: `sql:3`, `python|java:3:2`, several with commas."""

from __future__ import annotations

from collections.abc import Iterable

from mentorlog.errors import Refused, Unreadable

MOST_NEEDS = 60
"""A role that asks for more is several roles. A bound of ours."""


def as_needs(texts: Iterable[str]) -> str:
    """Needs as a record keeps them: one a line, skills as handles; the last word on a skill counts.

    Raises Unreadable for what is no need, Refused for too many.
    """
    found: dict[str, str] = {}
    for text in texts:
        for one in text.replace("\n", ",").split(","):
            if one.strip():
                of, level, weight = read_need(one.strip())
                found[of] = f"{of}:{level}:{weight}"
    if len(found) > MOST_NEEDS:
        raise Refused(f"{len(found)} needs are too many for one role; the most is {MOST_NEEDS}.")
    return "\n".join(found.values())


def read_need(text: str) -> tuple[str, int, int]:
    """`System design:3:1` as (skills parted by |, level 0-5, weight 1-3); the weight is 2 when not said."""
    from mentorlog.domain.text import handle

    skills, _, rest = text.partition(":")
    level, _, weight = rest.partition(":")
    if level.strip() not in tuple("012345") or weight.strip() not in ("", "1", "2", "3"):
        raise Unreadable(
            f"“{text[:60]}” is not a need.",
            "A need is a skill and a level from 0 to 5: sql:3; a weight may follow, 1 to 3: sql:3:1.",
        )
    of = "|".join(dict.fromkeys(handle(one) for one in skills.split("|") if one.strip()))
    if not of:
        raise Unreadable(f"“{text[:60]}” names no skill.", "A need is a skill and a level: sql:3.")
    return of, int(level), int(weight or 2)


def read_seniority(text: str) -> int:
    """A rank, 1 a first job to 7 the board. Raises Unreadable."""
    if text.strip() not in tuple("1234567"):
        raise Unreadable(f"“{text[:60]}” is no rank.", "Ranks go from 1, a first job, to 7, the board.")
    return int(text)
