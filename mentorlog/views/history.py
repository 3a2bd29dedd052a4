"""The history of a record, drawn: a section for each version, a line for each field, changed words marked."""

from __future__ import annotations

import re

from rich.text import Text

from mentorlog.domain.history import History
from mentorlog.domain.word_diff import Piece
from mentorlog.views import glyphs
from mentorlog.views.cells import line, paragraphs, words
from mentorlog.views.look import Look
from mentorlog.views.page import GAP, Column, Page
from mentorlog.views.told.history import heading, said

MARKS = {
    "made": ("+", "good"),
    "changed": (glyphs.STEP, "accent"),
    "removed": (glyphs.STOPPED, "warn"),
    "restored": ("+", "good"),
    "gone": (glyphs.STOPPED, "warn"),
}
"""What stands before a line."""
STYLES = {"removed": "warn", "added": "good", "same": ""}
NEAR = 12
"""Words of an unchanged stretch that are shown on either side of a change."""
_COLUMNS = [Column(), Column(style="muted"), Column(flex=True, wrap=True)]


def draw(model: History, look: Look) -> Page:
    """The page of a record's versions, the newest first; stacked when narrow."""
    page = Page(look)
    page.title(words(model.title or model.ref.kind), Text(f"history of {model.ref}"))
    for version in model.versions:
        when, command = heading(version, model.today)
        page.heading(when, command)
        rows = []
        for each in version.lines:
            for one in said(each, model):
                whole = len(one.pieces) == 1
                text = line(*(_drawn(piece, whole) for piece in one.pieces))
                name = one.name if one.pieces else f"{one.name} {one.what}".strip()
                rows.append([line(MARKS[one.what]), Text(name, "muted"), text])
        if look.narrow:
            for mark, field, text in rows:
                page.hang(line(mark, " " * GAP, field, " " * GAP), text)
        else:
            page.rows(_COLUMNS, rows)
    return page


def _drawn(piece: Piece, whole: bool) -> Text:
    text = piece.text if whole or piece.how != "same" else _near(piece.text)
    return paragraphs(text, STYLES[piece.how])


def _near(text: str) -> str:
    """An unchanged stretch between changes: its two ends, when there is much between them."""
    runs = re.findall(r"\S+\s*|\s+", text)
    if len(runs) <= 2 * NEAR + 2:
        return text
    return f"{''.join(runs[:NEAR])}{glyphs.CUT} {''.join(runs[-NEAR:])}"
