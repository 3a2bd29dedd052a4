"""The next steps: numbered, each with its reasons, the records behind it and the command that takes it."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from mentorlog.domain.next import Rule, Suggestion
from mentorlog.views.bars import bar
from mentorlog.views.cells import line, width, words, wrap
from mentorlog.views.look import Look
from mentorlog.views.page import Column, Page
from mentorlog.views.told.next import NOTHING, WHY, effort, hints, refs_words

BAR = 10
"""Cells of the bar that shows a weight."""


def draw(suggestions: Sequence[Suggestion], total: int, look: Look) -> Page:
    """The page of `next`: the suggestions shown, of `total` in the whole list."""
    page = Page(look)
    count = f"{len(suggestions)} of {total}"
    page.title(Text("Next steps"), Text(f"{count} · rules only, nothing leaves this machine"))
    if not total:
        page.add()
        page.words(Text(NOTHING))
    indent = max((len(str(one.number)) for one in suggestions), default=1) + 2
    for one in suggestions:
        page.add()
        _step(page, one, indent)
    page.add()
    page.flow([Text(hint, "muted") for hint in hints(suggestions, total)])
    return page


def rules_table(rules: Sequence[Rule], look: Look) -> Page:
    """The page of `next rules`: every code and what it looks for."""
    page = Page(look)
    page.title(Text("Rules behind next"), Text(f"{len(rules)} rules; thresholds are rules of thumb of ours"))
    page.add()
    if look.narrow:
        for rule in rules:
            page.add(Text(rule.code, "accent"))
            page.words(Text(rule.says), indent=2)
    else:
        table = [[Text(rule.code, "accent"), Text(rule.says)] for rule in rules]
        page.rows([Column("Code"), Column("What it looks for", flex=True, wrap=True)], table)
    page.add()
    page.words(Text('mentorlog next dismiss CODE --why "…" puts a rule to rest', "muted"))
    return page


def _step(page: Page, one: Suggestion, indent: int) -> None:
    number = Text(str(one.number).rjust(indent - 2), "accent")
    title = words(one.title, "strong")
    code = Text(one.code, "muted")
    if page.look.narrow:
        _hang(page, line(number, "  "), title)
    else:
        page.rows([Column(), Column(flex=True, wrap=True), Column(align="right")], [[number, title, code]])
    for place, reason in enumerate(one.reasons):
        lead = Text((WHY if place == 0 else "").ljust(len(WHY)), "muted")
        _hang(page, line(" " * indent, lead), words(reason))
    page.flow(_details(one, page.look.narrow), indent)
    if page.look.narrow:
        page.words(words(one.command, "command"), indent)


def _details(one: Suggestion, narrow: bool) -> list[Text]:
    refs, about = Text(refs_words(one), "accent"), Text(effort(one), "muted")
    if narrow:
        return [refs, about, Text(one.code, "muted")]
    weight = line(bar(one.weight, BAR), (f" weight {one.weight}", "muted"))
    return [weight, refs, about, words(one.command, "command")]


def _hang(page: Page, lead: Text, text: Text) -> None:
    """Wrapped text behind a lead, its further lines aligned under the first."""
    for place, piece in enumerate(wrap(text, page.room - width(lead))):
        page.add(line(lead if place == 0 else " " * width(lead), piece))
