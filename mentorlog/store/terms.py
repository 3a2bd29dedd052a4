"""What was typed into a search, as something SQLite can look for and never stumbles over."""

from __future__ import annotations

import re
from typing import NamedTuple

MOST_WORDS = 64
"""More words than this are a text that was pasted; the rest does not narrow any more."""
SNIPPET = 80
"""Characters of a snippet."""

# Quotes, brackets and commas around a word, and the signs of @ana, #tag and +sql, are not part of it.
_EDGES = re.compile(r"^[\"“”„‘’'«»()\[\]{}<>,;:!?*…~@#+-]+(?=.*\w)|[\"“”‘’'»()\[\]{}<>,;:!?*….]+$")
# Scripts without spaces between words, and signs the tokenizer takes for none: found as they stand.
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\U0010ffff]")
# What may stand for words that begin so: `go` would bring every goal, and C++ all that begins with c.
_BEGINNING = re.compile(r"[^\W_]{3}$")
_ALIKE = {ord(one): plain for one, plain in zip("’‘ʼ‐‑", "'''--", strict=True)}


class Terms(NamedTuple):
    """Words to look for: `match` for the full text (none: ""), `literal` to be there letter by letter.

    `whole` are single letters, which must not be the C of C++ or C#; `words` are all, for the snippet.
    """

    match: str
    literal: tuple[str, ...]
    whole: tuple[str, ...]
    words: tuple[str, ...]

    @property
    def exact(self) -> bool:
        """Does the full text say it all?"""
        return not self.literal and not self.whole

    def beginning(self) -> Terms | None:
        """The same words as beginnings of words; None when none is long enough."""
        match = _match(self.words, beginning=True)
        return None if match == self.match else self._replace(match=match)

    def hold(self, text: bytes) -> bool:
        """Whether a text, as UTF-8, has what is to be there letter by letter."""
        there = folded(text.decode("utf-8", "replace"))
        if not all(word in there for word in self.literal):
            return False
        return all(re.search(rf"(?<!\w){re.escape(one)}(?![\w+#])", there) for one in self.whole)

    def snippet(self, text: str) -> str:
        """The words around the first match, on one line of about 80 characters."""
        line = " ".join(text.split())
        plain = line if line.isascii() else "".join(folded(one)[:1] or one for one in line)
        places = [plain.lower().find(folded(word)) for word in self.words]
        at = min((place for place in places if place >= 0), default=0)
        start = 0 if at <= SNIPPET // 2 else max(at - SNIPPET // 3, 0)
        start = line.find(" ", start, at) + 1 or start if start else 0
        end = start + SNIPPET
        return f"{'…' if start else ''}{line[start:end].rstrip()}{'…' if end < len(line) else ''}"


def read_terms(query: str) -> Terms | None:
    """The words of a query; None when there are none. Never raises."""
    typed = re.sub(r"[\ud800-\udfff\0]", " ", query).split()
    words = tuple(dict.fromkeys(re.sub(_EDGES, "", word) or word for word in typed))[:MOST_WORDS]
    if not words:
        return None
    return Terms(
        match=_match(words),
        literal=tuple(folded(word) for word in words if not word.isalnum() or _UNSPACED.search(word)),
        whole=tuple(folded(word) for word in words if len(word) == 1 and _indexed(word)),
        words=words,
    )


def folded(text: str) -> str:
    """Without case and accents, and with one kind of apostrophe and hyphen, much as the full text sees it."""
    if text.isascii():
        return text.lower()
    import unicodedata

    apart = unicodedata.normalize("NFKD", text.translate(_ALIKE)).casefold()
    return "".join(one for one in apart if not unicodedata.combining(one))


def _match(words: tuple[str, ...], beginning: bool = False) -> str:
    """All words for FTS5, each in quotes, so that none is taken for an operator."""
    return " ".join(
        '"' + word.replace('"', '""') + ('"*' if beginning and _BEGINNING.search(word) else '"')
        for word in words
        if _indexed(word)
    )


def _indexed(word: str) -> bool:
    return any(map(str.isalnum, word)) and not _UNSPACED.search(word)
