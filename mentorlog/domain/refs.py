"""Refs: the short names of records (`g3`, `m12`), and which kind each letter stands for."""

from __future__ import annotations

from typing import NamedTuple

from mentorlog.errors import Unreadable

LETTERS = {
    "g": "goal",
    "m": "meeting",
    "a": "action",
    "t": "topic",
    "f": "feedback",
    "n": "note",
    "w": "win",
    "d": "decision",
    "r": "resource",
    "i": "intro",
    "h": "rehearsal",
    "p": "person",
    "s": "skill",
    "l": "link",
    # Parts of a record: seldom typed, but everything kept can be named.
    "ms": "mentorship",
    "tu": "turn",
    "as": "aside",
    "st": "step",
    "pr": "progress",
    "ra": "rating",
    "ro": "role",
    "ai": "aim",
    "po": "position",
    "at": "assessment",
    "tg": "tag",
    "mu": "mute",
}
LETTER_OF = {kind: letter for letter, kind in LETTERS.items()}


class Ref(NamedTuple):
    """A record's short name: its kind and its number within the kind."""

    kind: str
    id: int

    def __str__(self) -> str:
        return f"{LETTER_OF[self.kind]}{self.id}"


def looks_like_ref(text: str) -> bool:
    """Is `text` of the form letters then digits, with letters we know?"""
    letters = text.strip().lower().rstrip("0123456789")
    digits = text.strip()[len(letters) :]
    return letters in LETTERS and digits.isascii() and digits.isdigit() and len(digits) < 16


def read_ref(text: str) -> Ref:
    """`g3` as a Ref. Raises Unreadable for anything else."""
    if not looks_like_ref(text):
        raise Unreadable(f"“{text[:60]}” is not a ref.", "A ref is a letter and a number: g3, m12, a7.")
    word = text.strip().lower()
    letters = word.rstrip("0123456789")
    return Ref(LETTERS[letters], int(word[len(letters) :]))


def read_refs(texts: list[str]) -> list[Ref]:
    """Refs given as `n31,w9` or one by one, in the order given, each once."""
    words = [word for text in texts for word in text.replace(",", " ").split()]
    return list(dict.fromkeys(read_ref(word) for word in words))
