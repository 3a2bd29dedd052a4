"""What a heading or title says by itself: that there was a conversation, with whom, on which day."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from mentorlog.domain.dates import Order
from mentorlog.formats.days import day_of

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = re.compile(
    r"\b(?:[12]\d{3}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./][12]\d{3}"
    rf"|{_NUMBER} {_MONTH},? [12]\d{{3}}|{_MONTH} {_NUMBER},? [12]\d{{3}})\b",
    re.IGNORECASE,
)
_ONE_TO_ONE = re.compile(
    r"\b(?:1\s?:\s?1|1-1|1/1|1-on-1|1on1|one[- ]?(?:on|to)[- ]?one|catch[- ]?up|mentoring session|meeting"
    r"|check-in|coffee)\b",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"\b(?:with|and|notes?|weekly|monthly|session|call|on)\b|[&/+:|–—\-()<>,·@#]", re.IGNORECASE
)
_SURE = re.compile(r"\b(?:1\s?:\s?1|1-1|1-on-1|1on1|one[- ]?(?:on|to)[- ]?one)s?\b", re.IGNORECASE)


class Talk(NamedTuple):
    """A conversation that a heading names: with whom, as far as it says."""

    people: tuple[str, ...]


def talk_of(title: str) -> Talk | None:
    """Who was talked with: `1:1 Ana / Raj`, `Catch-up with Ana`; None for what is no conversation's title."""
    words = _DATE.sub(" ", title)
    found = _ONE_TO_ONE.search(words)
    if not found:
        return None
    together = re.search(r"\bwith\s+(.*)", words, re.IGNORECASE)
    if not together and not _SURE.search(words):
        return None  # “Team meeting” says nobody
    rest = together[1] if together else words[: found.start()] + "|" + words[found.end() :]
    names = (" ".join(_FILLER.sub(" ", one).split()) for one in re.split(r"[,&/+|<>–—]| and |:", rest))
    return Talk(tuple(dict.fromkeys(name for name in names if name)))


def heading_day(title: str, order: Order | None) -> date | None:
    """The day that a heading names, if it names one."""
    found = _DATE.search(title)
    return day_of(found[0], order) if found else None
