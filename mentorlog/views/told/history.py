"""The history of a record in plain lines, the words its drawn page says too, and the list of what was done."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, NamedTuple

from mentorlog.domain.history import Deed, Difference, History, Line, Version
from mentorlog.domain.kinds import NOUNS
from mentorlog.domain.refs import Ref
from mentorlog.domain.spoken import day_words, short_day
from mentorlog.domain.word_diff import Piece, word_diff
from mentorlog.views.columns import Column
from mentorlog.views.look import Look
from mentorlog.views.plain import record, told

BY_HAND = "(by hand)"
REMOVED, ADDED = ("[-", "-]"), ("{+", "+}")
"""What stands around words that went and that came, as `git diff --word-diff` has it."""
LONG = 4
"""A text of so many words is compared word by word (rule of thumb of ours)."""
MOST_REFS = 4
"""Refs named in a list."""

DEED_COLUMNS = [
    Column("#", align="right", style="muted"),
    Column("When", style="muted"),
    Column("Command", flex=True, least=10),
    Column("Records", priority=1),
    Column("Changes", align="right", priority=2, style="muted"),
    Column("State", style="muted"),
]


class Said(NamedTuple):
    """A line in words: what happened, to which field or part, and the pieces of its text."""

    what: str
    name: str
    pieces: tuple[Piece, ...]


def tell(model: History, look: Look) -> str:
    """Newest first: local time, command, ref, what happened, field, words; tabs between, nothing cut."""
    return told(_lines(model), look)


def _lines(model: History) -> Iterator[str]:
    for version in model.versions:
        when = f"{version.when:%Y-%m-%d %H:%M}"
        for line in version.lines:
            for one in said(line, model):
                words = "".join(piece.text for piece in one.pieces)
                yield record(when, version.command or BY_HAND, line.ref, one.what, one.name, words)


def heading(version: Version, today: date) -> tuple[str, str]:
    """When and by which command: `Mon 4 May 2026, 10:12` and `goal edit`."""
    return f"{day_words(version.when.date(), today)}, {version.when:%H:%M}", version.command or BY_HAND


def said(line: Line, model: History) -> Iterator[Said]:
    """A line in words: one for each field of the record itself, one in all for a part that is made or removed."""
    part = "" if line.ref == model.ref else f"{line.ref.kind} {line.ref}"
    if part and (line.what != "changed" or line.ref.kind in ("link", "tag")):
        words = part_words(line, model)
        yield Said(line.what, part, (Piece("same", words),) if words else ())
        return
    if line.what not in ("made", "changed") or not line.differences:
        yield Said(line.what, part, ())
    for one in line.differences:
        name = f"{part} {one.field}".strip()
        made = (Piece("same", _words(one.new, model)),)
        yield Said(line.what, name, made if line.what == "made" else pieces(one, model))


def part_words(line: Line, model: History) -> str:
    """A part in a few words: what it is called, or all it says where it was made."""
    if line.what != "made" or line.ref.kind in ("link", "tag"):
        return model.names.get(line.ref, "")
    return " · ".join(_words(one.new, model) for one in line.differences if one.new != model.ref)


def pieces(one: Difference, model: History) -> tuple[Piece, ...]:
    """What changed in a field: long text word by word, with marks around what went and came; else `old → new`."""
    both = isinstance(one.old, str) and isinstance(one.new, str)
    if both and min(len(one.old.split()), len(one.new.split())) >= LONG:
        return tuple(map(_marked, word_diff(one.old, one.new)))
    old, new = _words(one.old, model), _words(one.new, model)
    return Piece("removed", old), Piece("same", " → "), Piece("added", new)


def _marked(piece: Piece) -> Piece:
    before, after = {"removed": REMOVED, "added": ADDED}.get(piece.how, ("", ""))
    return Piece(piece.how, f"{before}{piece.text}{after}")


def _words(value: Any, model: History) -> str:
    if value is None:
        return "none"
    if isinstance(value, Ref):
        return f"{model.names[value]} ({value})" if value in model.names else str(value)
    return short_day(value, model.today) if isinstance(value, date) else str(value)


def deed_row(deed: Deed, when: datetime, today: date, whole: bool) -> list[str]:
    """One thing done: its number, when, the command, the records, how many changes, and whether it was undone.

    `whole`: with the ISO day, for a pipe. As many refs as one can take in; JSON has them all.
    """
    day = f"{when:%Y-%m-%d}" if whole else short_day(when.date(), today)
    state = "undone" if deed.undone else ""
    return [
        str(deed.number),
        f"{day} {when:%H:%M}",
        deed.command or BY_HAND,
        refs_words(deed.refs),
        str(deed.changes),
        state,
    ]


def refs_words(refs: tuple[Ref, ...]) -> str:
    """`g1, a7 and 12 more`: what a person types first, then the parts."""
    ordered = sorted(refs, key=lambda ref: ref.kind not in NOUNS)
    named, left = ", ".join(map(str, ordered[:MOST_REFS])), len(ordered) - MOST_REFS
    return f"{named} and {left} more" if left > 0 else named
