"""What changed in a text, word by word."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

MOST_COMPARED = 4_000_000
"""Words of one text times words of the other, beyond which all of it counts as rewritten (rule of thumb of ours)."""


class Piece(NamedTuple):
    """A run of text that stayed, came or went."""

    how: Literal["same", "added", "removed"]
    text: str


def word_diff(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces from one text to the next.

    What stayed and what went is exactly the old text, what stayed and what came exactly the new one.
    """
    a, b = _words(old), _words(new)
    start = _same(a, b)
    end = _same(a[start:][::-1], b[start:][::-1])
    inside = a[start : len(a) - end], b[start : len(b) - end]
    pieces = [
        Piece("same", "".join(a[:start])),
        *_between(*inside),
        Piece("same", "".join(a[len(a) - end :])),
    ]
    return tuple(piece for piece in pieces if piece.text)


def _words(text: str) -> list[str]:
    return re.findall(r"\s+|\S+", text)


def _same(a: list[str], b: list[str]) -> int:
    """How many words both begin with."""
    return next(
        (i for i, (one, other) in enumerate(zip(a, b, strict=False)) if one != other), min(len(a), len(b))
    )


def _between(a: list[str], b: list[str]) -> list[Piece]:
    if not a or not b or len(a) * len(b) > MOST_COMPARED:
        return [Piece("removed", "".join(a)), Piece("added", "".join(b))]
    from difflib import SequenceMatcher

    pieces: list[Piece] = []
    # A space is no reason to call the words around it the same.
    for how, i, j, k, m in SequenceMatcher(str.isspace, a, b, autojunk=False).get_opcodes():
        if how == "equal":
            pieces.append(Piece("same", "".join(a[i:j])))
        else:
            pieces += [Piece("removed", "".join(a[i:j])), Piece("added", "".join(b[k:m]))]
    return pieces
