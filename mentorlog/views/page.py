"""The layout kit. A view makes a Page, adds to it from top to bottom, and returns it; the console prints it.

    page = Page(look)
    page.title(line("mentorlog"), line("Alex Kim · Sun 22 Nov 2026"))
    page.heading("Goals", "4 active, 1 overdue")        a blank line, then `Goals  note ─────`
    page.rows([Column(), Column(flex=True), Column(align="right", priority=1)], rows)
    page.item(("▲", "warn"), words(goal.title), [Text("30%"), Text("12 Dec")])     stacked, for narrow screens
    page.label("Why", words(goal.why))                  hanging, wrapped
    page.words(paragraphs(note.text), indent=3)         wrapped
    page.flow([Text("due 31 Dec"), Text("in 39 days")])
    page.add(line(("●", "good"), "  ", words(title)))   one line as it is; no argument: a blank one
    page.beside(left, right)                            two pages made with Page(look, room=…)

Lines are `rich.text.Text` from `cells.line` and `cells.words`; styles are the
names in theme.py. Sections measure themselves by `page.room`. Nothing is ever
wider than `look.width`: a line that would be is cut with `…`. Draw with the
Unicode glyphs of glyphs.py only: the page swaps in the twins when `look.ascii`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.text import Text

from mentorlog.domain.text import safe
from mentorlog.views import glyphs
from mentorlog.views.cells import Part, cut, flow, line, pad, width, wrap
from mentorlog.views.columns import Column
from mentorlog.views.look import Look

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Console, ConsoleOptions

__all__ = ["GAP", "INDENT", "Column", "Page", "column_sizes"]

GAP = 2
"""Cells between two columns."""
INDENT = 3
"""Cells of a glyph and its gap, where the words of an item begin."""


class Page:
    """Lines one under another, none wider than the look allows."""

    def __init__(self, look: Look, room: int | None = None) -> None:
        self.look = look
        self.room = look.room if room is None else max(1, room)
        self.lines: list[Text] = []

    def add(self, text: Text | None = None) -> None:
        """One line as it is, cut when it is too long; without an argument, a blank one."""
        self.lines.append(cut(text, self.room) if text else Text())

    def title(self, words: Text, note: Text | None = None) -> None:
        """The page's name in bold, a note at the right edge; under each other when both do not fit."""
        head = words.copy()
        head.stylize("title")
        said = note.copy() if note else Text()
        said.stylize_before("muted")
        space = self.room - width(head) - width(said)
        if space >= GAP:
            self.add(line(head, " " * space, said))
        else:
            self.words(head)
            self.words(said)

    def heading(self, words: str | Text, note: str = "") -> None:
        """A section: a blank line unless it is the first, its name, a muted note and a rule to the edge.

        The note goes under the name when both do not fit.
        """
        if self.lines:
            self.add()
        name = words if isinstance(words, Text) else Text(words)
        head = line(name, ("  " + note if note else "", "muted"), " ")
        if width(head) > self.room:
            head = line(cut(name, self.room - 1), " ")
        head.stylize("title", 0, len(name.plain))
        rule = max(0, self.room - width(head))
        self.add(line(head, (glyphs.RULE * rule, "faint")))
        if note and note not in head.plain:
            self.words(Text(note, "muted"))

    def words(self, text: Text, indent: int = 0) -> None:
        """Wrapped text, every line indented by so many cells."""
        for piece in wrap(text, self.room - indent) if text else []:
            self.add(Text(" " * indent) + piece)

    def hang(self, lead: Part, text: Text) -> None:
        """Wrapped text beside a lead, its further lines under the first."""
        first = line(lead)
        for number, piece in enumerate(wrap(text, self.room - width(first))):
            self.add(line(first if number == 0 else " " * width(first), piece))

    def label(self, name: str, text: Text) -> None:
        """A muted name and wrapped text that hangs beside it."""
        self.hang(line((name, "muted"), " " * GAP), text)

    def flow(self, pieces: Sequence[Text], indent: int = 0) -> None:
        """Short pieces side by side, as many on a line as fit."""
        for piece in flow(list(pieces), self.room - indent):
            self.add(Text(" " * indent) + piece)

    def item(self, mark: Part, words: Text, details: Sequence[Text] = ()) -> None:
        """A glyph with wrapped words beside it and the details under them: the stacked form of a row."""
        self.hang(line(mark, " " * GAP), words)
        self.flow(details, INDENT)

    def rows(
        self,
        columns: Sequence[Column],
        rows: Sequence[Sequence[Text]],
        header: bool = False,
        fill: bool = True,
    ) -> None:
        """A table: aligned, unboxed, two cells between columns. `fill`: reach to the right edge."""
        head = [[Text(column.name, "muted") for column in columns]] if header else []
        table = [*head, *rows]
        sizes = column_sizes(columns, table, self.room, fill, header) if rows else {}
        for row in table if rows else []:
            cells = {i: wrap(row[i], size) if columns[i].wrap else [row[i]] for i, size in sizes.items()}
            for number in range(max(map(len, cells.values()), default=0)):
                parts = [
                    pad(lines[number] if number < len(lines) else Text(), sizes[i], columns[i].align)
                    for i, lines in cells.items()
                ]
                self.add(Text(" " * GAP).join(parts))

    def beside(self, left: Page, right: Page, gap: int = 3) -> None:
        """Two narrower pages next to each other."""
        for number in range(max(len(left.lines), len(right.lines))):
            one = left.lines[number] if number < len(left.lines) else Text()
            two = right.lines[number] if number < len(right.lines) else Text()
            self.add(line(pad(one, left.room + gap), two))

    def finished(self) -> Iterable[Text]:
        """The lines as they are printed: a cell of margin, no space at the end, ASCII twins if asked for."""
        for text in self.lines:
            whole = Text(" ") + text
            # Views pass a person's words through `words`; should one forget, it ends here.
            if not whole.plain.isprintable():
                whole.plain = "".join(one if safe(one) == one else "\ufffd" for one in whole.plain)
            whole = cut(whole, max(1, self.look.width))
            whole.rstrip()
            if self.look.ascii:
                whole.plain = glyphs.ascii_twin(whole.plain)
            yield whole

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterable[Segment]:
        for text in self.finished():
            yield from text.render(console)
            yield Segment.line()

    def __str__(self) -> str:
        return "".join(f"{text.plain}\n" for text in self.finished())


def column_sizes(
    columns: Sequence[Column],
    rows: Sequence[Sequence[Text]],
    room: int,
    fill: bool = True,
    header: bool = True,
) -> dict[int, int]:
    """Cells for each column that stays, by its number, in order. `header`: the first row is none of the rows.

    Columns nobody filled go; then, while there is too little room, the ones
    with the highest priority number; then flex columns shrink, the widest first.
    """
    sizes = {i: max(width(row[i]) for row in rows) for i in range(len(columns))}
    body = rows[1:] if header and len(rows) > 1 else rows
    sizes = {i: size for i, size in sizes.items() if any(row[i] for row in body)}
    for low in sorted(sizes, key=lambda i: (-columns[i].priority, -i)):
        if columns[low].priority and _least(columns, sizes) > room:
            del sizes[low]
    flex = [i for i in sizes if columns[i].flex]
    for i in flex:
        sizes[i] = min(sizes[i], room)
    while flex and _total(sizes) > room and max(sizes[i] for i in flex) > 1:
        sizes[max(flex, key=lambda i: sizes[i])] -= 1
    if fill and flex:
        sizes[flex[0]] += max(0, room - _total(sizes))
    return sizes


def _total(sizes: dict[int, int]) -> int:
    return sum(sizes.values()) + GAP * (len(sizes) - 1)


def _least(columns: Sequence[Column], sizes: dict[int, int]) -> int:
    return _total({i: min(size, columns[i].least) if columns[i].flex else size for i, size in sizes.items()})
