"""A path, drawn: each step under a heading of its own, with what to learn before it."""

from __future__ import annotations

from rich.text import Text

from mentorlog.career.path_page import PathPage
from mentorlog.views import glyphs
from mentorlog.views.cells import line, width, words
from mentorlog.views.look import Look
from mentorlog.views.page import INDENT, Page
from mentorlog.views.told.career_path import (
    commands,
    hours_line,
    hours_note,
    learn_words,
    limit_words,
    name,
    note,
    step_note,
)


def draw(model: PathPage, look: Look) -> Page:
    """The page of a path, the same at any width but for its line breaks."""
    page = Page(look)
    page.title(words(name(model)), Text(note(model)))
    if model.held:
        page.words(Text("from the position held", "muted"))
    if limit := limit_words(model):
        page.add()
        for said in limit:
            page.words(Text(said))
    for number, one in enumerate(model.steps, 1):
        head, beside = line(f"{number}  ", words(one.to.name)), step_note(one)
        fits = width(head) + len(beside) + 3 <= page.room
        page.heading(head, beside if fits else "")
        page.words(Text("" if fits else beside, "muted"), INDENT)
        page.words(words(one.note), INDENT)
        if learn := learn_words(one):
            page.hang(line(" " * INDENT, ("Learn", "muted"), "  "), words(learn))
    page.add()
    if model.steps:
        page.label("In all", Text(hours_line(model)))
        page.words(words(hours_note(model), "muted"))
        page.add()
    for command in commands(model):
        page.hang((f"{glyphs.STEP}  ", "muted"), words(command, "command"))
    return page
