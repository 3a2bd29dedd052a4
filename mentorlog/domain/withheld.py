"""What stays behind when something is handed out: told to the owner on stderr, never in the document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from mentorlog.domain.audience import Audience
from mentorlog.domain.kinds import ALL
from mentorlog.domain.record import Record
from mentorlog.domain.spoken import plural

_MANY = {
    "person": "people",
    "feedback": "pieces of feedback",
    "progress": "words on progress",
    "goal": "goals",
}
_ONE = {"aside": "note", "feedback": "piece of feedback", "progress": "word on progress"}


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
            private[_ONE.get(one.kind, one.kind)] += 1
        else:
            hidden += 1
    words = {_ONE.get(kind, kind): _MANY.get(kind) for kind in ALL}
    said = [
        plural(private[word], f"private {word}", f"private {many}" if many else "")
        for word, many in words.items()
        if private[word]
    ]
    if hidden and audience.person is not None:
        said.append(f"{plural(hidden, 'record')} about other people")
    elif hidden:
        said.append(
            f"{plural(hidden, 'record')} that {'belongs' if hidden == 1 else 'belong'} to one of these"
        )
    if removed:
        said.append(plural(removed, "removed record"))
    return ", ".join(said)
