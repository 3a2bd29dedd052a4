"""What an examination found: a line each, the state by glyph, word and colour, and the way out below."""

from __future__ import annotations

from rich.text import Text

from mentorlog.domain.care import Checkup, Finding
from mentorlog.views import glyphs
from mentorlog.views.cells import line, words
from mentorlog.views.look import Look
from mentorlog.views.page import GAP, Page
from mentorlog.views.told.doctor import verdict

MARKS = {"ok": (glyphs.TICK, "good"), "warn": (glyphs.WARN, "warn"), "bad": (glyphs.BAD, "bad")}
_NAME = 10
"""Cells for the longest name of a finding."""


def draw(model: Checkup, look: Look) -> Page:
    """The page of `doctor`."""
    page = Page(look)
    page.title(Text("Doctor"), Text(verdict(model)))
    page.words(words(model.path, "muted"))
    if model.mended:
        page.heading("Mended")
        for one in model.mended:
            page.hang(line((glyphs.TICK, "good"), "  "), words(one))
    page.heading("Found", f"{len(model.findings)} things looked at")
    for found in model.findings:
        _finding(page, found)
    return page


def _finding(page: Page, one: Finding) -> None:
    glyph, style = MARKS[one.state]
    state = f"{one.state:<4}"
    name = "" if page.look.narrow else f"{one.name:<{_NAME}}" + " " * GAP
    lead = line((glyph, style), "  ", (state, style), "  ", (name, "muted"))
    page.hang(lead, words(one.says))
    if one.way:
        page.hang(Text(" " * len(lead.plain)), words(one.way, "command"))
