"""A recap, drawn: what happened, what did not, what is open, the rhythm, and three questions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from rich.text import Text

from mentorlog.domain.recap import Recap
from mentorlog.domain.recap_lines import Line, Part, parts
from mentorlog.domain.recap_words import nothing, rhythm_words, scope_words
from mentorlog.domain.rhythm import Beat
from mentorlog.domain.spoken import plural
from mentorlog.domain.text import first_line
from mentorlog.views import bars, glyphs
from mentorlog.views.cells import line, width, words
from mentorlog.views.dashboard import month_names
from mentorlog.views.look import Look
from mentorlog.views.marks import Mark
from mentorlog.views.page import INDENT, Column, Page
from mentorlog.views.told.recap import QUESTIONS, catch_up, marked, numbered

MOST, MOST_UNDER = 7, 3
"""Lines of a part, and lines under one; the refs of the rest are named."""
FEW, LONG, SHORT = 3, 240, 110
"""Characters of an entry: many where there are few entries; its ref leads to the rest."""
BAR = 14
"""Cells of a goal's bar."""
LABEL = 7
"""Cells before the strips of the rhythm."""
MANY = 5
"""Entries from which on a week is drawn as a full one."""
BLANK = Text(" ")
"""Not nothing: a column that only the first row fills would go."""
_COLUMNS = (Column(), Column(), Column(flex=True, wrap=True, least=30), Column(priority=1), Column())
_MARKS: Mapping[str, Mark] = {
    "talk": (glyphs.HELD, "accent"),
    "goal": (glyphs.MILESTONE, "accent"),
    "step": (glyphs.TICK, "good"),
    "done": (glyphs.TICK, "good"),
    "praise": (glyphs.FEEDBACK, "feedback"),
    "growth": (glyphs.FEEDBACK, "feedback"),
    "win": (glyphs.WIN, "good"),
    "up": (glyphs.UP, "good"),
    "down": (glyphs.DOWN, "muted"),
    "note": (glyphs.NOTE, "muted"),
    "missed": (glyphs.STOPPED, "muted"),
    "open": (glyphs.BOX, "muted"),
}


def draw(model: Recap, look: Look) -> Page:
    """The page of a period; stacked when narrow. Nothing in it is drawn as bad."""
    page = Page(look)
    page.title(Text(model.period.title), words(scope_words(model)))
    for part in parts(model):
        _part(page, part)
    if said := nothing(model):
        page.add()
        page.words(Text(said, "muted"))
    if command := catch_up(model):
        page.flow([Text("What you remember can still go in:", "muted"), Text(command, "command")])
    _rhythm(page, model)
    page.heading(QUESTIONS)
    _questions(page, model)
    return page


def draw_questions(model: Recap, look: Look) -> Page:
    """Only the three questions."""
    page = Page(look)
    page.title(Text(QUESTIONS), Text(model.period.title))
    page.add()
    _questions(page, model)
    return page


def _questions(page: Page, model: Recap) -> None:
    for number, said in numbered(model.questions):
        page.hang(Text(f"{number}  ", "accent"), words(said))


def _part(page: Page, part: Part) -> None:
    page.heading(part.name, part.note)
    shown = part.lines[:MOST]
    most = LONG if len(shown) <= FEW else SHORT
    if part.name == "Talked":
        for one in shown:
            _talk(page, one)
    elif page.look.narrow:
        for one in shown:
            _item(page, one, most)
    else:
        page.rows(_COLUMNS, [row for one in shown for row in _rows(one, most)])
    if left := part.lines[MOST:]:
        page.hang(Text(f"{len(left)} more  ", "muted"), Text(_refs(left), "accent"))
    page.flow([words(part.said, "muted"), Text(part.command, "command")])


def _talk(page: Page, one: Line) -> None:
    """Who it was, how often and how long, the refs; under it what was said last."""
    who, refs = words(one.who, "strong"), Text(_refs([one]), "accent")
    whole = line(_MARKS["talk"], "  ", who, "  ", one.detail, "  ", refs)
    if width(whole) <= page.room:
        page.add(whole)
    else:
        page.item(line(_MARKS["talk"]), who, [Text(one.detail), refs])
    quote = f"“{first_line(one.words, SHORT)}”" if one.words else ""
    page.words(words(marked(one.but(words=quote)), "muted"), INDENT)


def _rows(one: Line, most: int) -> list[list[Text]]:
    """A line as a row, and what belongs to it as rows under it."""
    way, no_way = (_bar(one.way), BLANK) if one.way else (Text(), Text())
    first = [
        line(_MARKS[one.sort]),
        Text(_refs([one]), "muted"),
        _said(one, most),
        way,
        Text(one.detail, "muted"),
    ]
    return [
        first,
        *([BLANK, ref or BLANK, said, no_way, when or BLANK] for ref, said, when in _under(one, most)),
    ]


def _item(page: Page, one: Line, most: int) -> None:
    """The stacked form of a line."""
    page.item(
        line(_MARKS[one.sort]), _said(one, most), [Text(_refs([one]), "muted"), Text(one.detail, "muted")]
    )
    for ref, said, when in _under(one, most):
        page.words(said, INDENT)
        page.flow([ref, when], INDENT)


def _said(one: Line, most: int) -> Text:
    who = f"{one.who}: " if one.who else ""
    return line(words(who, "muted"), " " if who else "", _brief(one, most, "strong" if one.way else ""))


def _brief(one: Line, most: int, style: str = "") -> Text:
    return words(marked(one.but(words=first_line(one.words, most))), style)


def _under(one: Line, most: int) -> Iterator[tuple[Text, Text, Text]]:
    """Ref, words and day of what belongs to a line."""
    for under in one.under[:MOST_UNDER]:
        label = line((f"{under.detail}: ", "muted")) if under.sort == "aside" else Text()
        when = Text("" if label else under.detail, "muted")
        yield Text(_refs([under]), "muted"), line(label, _brief(under, most)), when
    if left := one.under[MOST_UNDER:]:
        yield Text(), line((f"{len(left)} more  ", "muted"), (_refs(left), "accent")), Text()


def _refs(lines: Sequence[Line]) -> str:
    return " ".join(str(ref) for one in lines for ref in one.refs)


def _bar(way: tuple[int, int]) -> Text:
    """How far a goal was, quietly, and how far it came."""
    before, after = way
    drawn = bars.bar(after, BAR)
    drawn.stylize("quiet", 0, min(BAR, round(BAR * min(before, after) / 100)))
    return drawn


def _rhythm(page: Page, model: Recap) -> None:
    """Two strips of weeks, the newest at the right: conversations, and all that was kept."""
    beats = model.rhythm.beats
    page.heading("Rhythm", plural(len(beats), "week"))
    if not model.rhythm.weeks:
        page.words(Text(rhythm_words(model).capitalize(), "muted"))
        return
    page.add(Text(" " * LABEL + month_names([one.monday for one in beats]), "muted"))
    page.add(line(("talks".ljust(LABEL), "muted"), *(_heat(one, one.talks, 2, model) for one in beats)))
    page.add(line(("all".ljust(LABEL), "muted"), *(_heat(one, one.kept, MANY, model) for one in beats)))
    page.words(Text(rhythm_words(model), "muted"))


def _heat(beat: Beat, count: int, many: int, model: Recap) -> Mark:
    """A week's glyph; the weeks of the period are bright."""
    if not count:
        return glyphs.NOTHING, "faint"
    inside = beat.monday <= model.period.until and model.period.since <= beat.monday + timedelta(days=6)
    return (glyphs.MANY if count >= many else glyphs.FEW), "accent" if inside else "quiet"
