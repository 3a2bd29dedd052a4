"""Counting records in words: what went along, and what stayed behind.

What stayed behind is told to the owner on stderr, never in the document.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from mentorlog.domain.audience import Audience
from mentorlog.domain.kinds import ALL, NOUNS
from mentorlog.domain.record import Record
from mentorlog.domain.spoken import plural

_WORDS = {
    "person": ("person", "people"),
    "feedback": ("piece of feedback", "pieces of feedback"),
    "progress": ("word on progress", "words on progress"),
    "aside": ("private note", "private notes"),
}


def tally(records: Iterable[Record]) -> str:
    """`8 people, 3 goals, and 21 links, steps and other parts`; `nothing` for none."""
    return counted(Counter(one.kind for one in records))


def counted(counts: Mapping[str, int]) -> str:
    """The same, of how many there are of each kind."""
    said = [plural(counts[kind], *_WORDS.get(kind, (kind,))) for kind in NOUNS if counts.get(kind)]
    parts = sum(count for kind, count in counts.items() if kind not in NOUNS)
    if parts:
        said.append(plural(parts, "link, step or other part", "links, steps and other parts"))
    return ", ".join(said) or "nothing"


def left_out(everything: Iterable[Record], shown: Iterable[Record], audience: Audience) -> str:
    """`3 private notes, 2 records about other people`; empty when nothing stays behind. Nobody is named."""
    there = {(one.kind, one.uid) for one in shown}
    removed = hidden = 0
    private: Counter[str] = Counter()
    for one in everything:
        if (one.kind, one.uid) in there:
            continue
        if one.deleted_at is not None and not audience.removed:
            removed += 1
        elif one.private and not audience.private:
            private["note" if one.kind == "aside" else one.kind] += 1
        else:
            hidden += 1
    said = [_private(kind, private[kind]) for kind in ALL if private[kind]]
    if hidden and audience.person is not None:
        said.append(f"{plural(hidden, 'record')} about other people")
    elif hidden:
        said.append(f"{plural(hidden, 'record')} that {'needs' if hidden == 1 else 'need'} one of these")
    if removed:
        said.append(plural(removed, "removed record"))
    return ", ".join(said)


def _private(kind: str, count: int) -> str:
    one, *many = _WORDS.get(kind, (kind,))
    return plural(count, f"private {one}", *(f"private {words}" for words in many))
