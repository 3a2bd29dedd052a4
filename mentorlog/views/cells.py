"""Text measured in terminal cells: CJK and emoji take two, accents none.

Whatever a person typed comes in through `words` or `paragraphs`: harmless for
a terminal, and never read as markup.
"""

from __future__ import annotations

import re

from rich.cells import cell_len, chop_cells, set_cell_size
from rich.text import Text

from mentorlog.domain.text import safe
from mentorlog.views import glyphs
from mentorlog.views.plain import one_line

# A zero-width joiner with nothing to join: Rich takes the next cell, be it a space of ours, as joined to it.
_LOOSE_JOINER = re.compile(r"(?<!\S)\u200d+|\u200d+(?!\S)")

Part = str | Text | tuple[str, str]
"""A piece of a line: our own text, a person's words, or our own text and its style."""


def words(text: str, style: str = "") -> Text:
    """A person's words on one line."""
    return Text(_LOOSE_JOINER.sub("", one_line(text)), style)


def paragraphs(text: str, style: str = "") -> Text:
    """A person's words with their lines kept; tabs become spaces."""
    return Text(_LOOSE_JOINER.sub("", safe(text)).expandtabs(4), style)


def line(*parts: Part) -> Text:
    """One line out of pieces. `+` would spread the style of the first over the rest."""
    return Text.assemble(*parts)


def width(text: Text) -> int:
    """Cells a line takes."""
    return cell_len(text.plain)


def cut(text: Text, cells: int) -> Text:
    """The text in at most so many cells, ending in `…` when something had to go."""
    if width(text) <= cells:
        return text
    short = text.copy()
    short.plain = set_cell_size(text.plain, cells - 1).rstrip() + glyphs.CUT if cells > 0 else ""
    return short


def pad(text: Text, cells: int, align: str = "left") -> Text:
    """The text in exactly so many cells, cut or filled with spaces; `align` is left or right."""
    short = cut(text, cells)
    space = " " * (cells - width(short))
    return line(space, short) if align == "right" else line(short, space)


def wrap(text: Text, cells: int) -> list[Text]:
    """The text in lines of at most so many cells, broken between words, or inside one that is too long."""
    lines: list[Text] = []
    for paragraph in text.split("\n", allow_blank=True):
        for piece in paragraph.divide(_breaks(paragraph.plain, max(1, cells))):
            piece.rstrip()
            lines.append(piece)
    return lines


def flow(pieces: list[Text], cells: int) -> list[Text]:
    """Short pieces two cells apart, as many on a line as fit; only one that is too long is broken."""
    lines: list[Text] = []
    for piece in filter(None, pieces):
        if lines and width(lines[-1]) + 2 + width(piece) <= cells:
            lines[-1] = line(lines[-1], "  ", piece)
        else:
            lines.extend(wrap(piece, cells))
    return lines


def _breaks(plain: str, cells: int) -> list[int]:
    """Where to break a paragraph, as offsets into it."""
    breaks: list[int] = []
    used = 0
    for found in re.finditer(r"\s*\S+|\s+$", plain):
        word = found[0]
        if used and used + cell_len(word) > cells:
            at = found.start() + len(word) - len(word.lstrip())
            breaks.append(at)
            word, used = word.lstrip(), 0
        at = found.end() - len(word)
        pieces = chop_cells(word, cells) if cell_len(word) > cells else [word]
        for piece in pieces[:-1]:
            at += len(piece)
            breaks.append(at)
        used += cell_len(pieces[-1]) if pieces else 0
    return [at for at in breaks if 0 < at < len(plain)]
