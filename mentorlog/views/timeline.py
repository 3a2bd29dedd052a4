"""The timeline: goals as lanes, then each month with what happened in it, newest first."""

from __future__ import annotations

from rich.text import Text

from mentorlog.domain.moments import Moment
from mentorlog.domain.spoken import MONTHS, WEEKDAYS, day_words, plural, short_day
from mentorlog.domain.timeline import Month, Timeline
from mentorlog.views import glyphs
from mentorlog.views.cells import cut, line, pad, width, words, wrap
from mentorlog.views.lanes import draw_lanes
from mentorlog.views.look import Look
from mentorlog.views.marks import Mark, moment_mark
from mentorlog.views.page import GAP, Page

DAY = 6
"""Cells of `Tue 24`."""
MOST = 4
"""Lines a moment's title or quote may take; the whole is one `show` away."""

_OWN = {
    "Milestone": (glyphs.MILESTONE, "good"),
    "Goal set": (glyphs.AIM, "accent"),
    "Goal met": (glyphs.TICK, "good"),
    "Goal changed": (glyphs.STEP, "accent"),
    "Goal dropped": (glyphs.STOPPED, "muted"),
}
_LEGEND = (
    (glyphs.MILESTONE, "milestone"),
    (glyphs.PLANNED, "due"),
    (glyphs.TICK, "met or done"),
    (glyphs.NOTHING, "after its end"),
    (glyphs.BEYOND, "goes on"),
    (glyphs.HELD, "conversation"),
    (glyphs.FREE, "planned"),
    (glyphs.FEEDBACK, "feedback"),
    (glyphs.WIN, "win"),
    (glyphs.UP, "level up"),
)
_MOVES = ("goal", "step", "progress", "win", "skill")
"""What a compact month says in words."""
_REMEMBERED = ("Goal met", "Goal dropped", "Goal changed", "Win", "Level up", "Milestone")
"""What comes first in a compact month."""
_BRIEF = 28
"""Cells for such words."""


def draw(timeline: Timeline, look: Look, compact: bool = False) -> Page:
    """The page: lanes and months; `compact` gives each month one line, oldest first."""
    page = Page(look)
    page.title(words(f"Timeline {timeline.about}"), Text(_span(timeline)))
    used = draw_lanes(page, timeline)
    if not timeline.moments:
        _nothing(page, timeline)
    elif compact:
        used |= _compact(page, timeline)
    else:
        used |= _months(page, timeline)
    _legend(page, used)
    if timeline.hidden:
        page.add()
        page.words(Text(f"{plural(timeline.hidden, 'private record')} not shown.", "muted"))
    return page


def mark(moment: Moment, timeline: Timeline) -> Mark:
    """The glyph of a moment and its style; what is still open after its day warns."""
    glyph, style = (not moment.planned and _OWN.get(moment.label)) or moment_mark(moment)
    return glyph, "warn" if moment.standing(timeline.today) == "still open" else style


def _months(page: Page, timeline: Timeline) -> set[str]:
    used = set()
    label = max(len(one.label) for one in timeline.moments)
    for month in timeline.months:
        name = _month(month, timeline)
        page.heading(name, _counts(month, page.room - len(name) - GAP - 1))
        for moment in month.moments:
            used.add(mark(moment, timeline)[0])
            if page.look.narrow:
                _stacked(page, moment, timeline)
            else:
                _row(page, moment, timeline, label)
    return used


def _row(page: Page, moment: Moment, timeline: Timeline, label: int) -> None:
    """Day, glyph, label, words and ref; what does not fit hangs under the words, beside the rail."""
    ref = Text(str(moment.ref), "muted")
    room = page.room - DAY - 3 - label - 2 * GAP - width(ref)
    first, *rest = _words(moment, timeline, room)
    head = line(_day(moment), " ", mark(moment, timeline), " ", pad(Text(moment.label), label + GAP))
    page.add(line(head, pad(first, room + GAP), ref))
    for piece in rest:
        page.add(line(_rail(), " " * (label + GAP), piece))


def _stacked(page: Page, moment: Moment, timeline: Timeline) -> None:
    """Day, glyph, label and ref on a line, the words under it beside the rail."""
    ref = Text(str(moment.ref), "muted")
    head = line(_day(moment), " ", mark(moment, timeline), " ", moment.label)
    page.add(line(pad(head, page.room - width(ref)), ref))
    for piece in _words(moment, timeline, page.room - DAY - 3):
        page.add(line(_rail(), piece))


def _words(moment: Moment, timeline: Timeline, room: int) -> list[Text]:
    """The title, what else there is to know, and the quote, in lines of so many cells."""
    standing = moment.standing(timeline.today)
    lines = _clipped(f"{moment.title} ({standing})" if standing else moment.title, room, "…")
    for detail in moment.lines:
        lines += _clipped(detail, room, "…", "muted")
    return lines + (_clipped(f"“{moment.quote}”", room, "…”") if moment.quote else [])


def _clipped(text: str, room: int, end: str, style: str = "") -> list[Text]:
    """A person's words in at most MOST lines, ending in `end` (`…` first) when something had to go."""
    short = text[: 8 * MOST * max(1, room)]  # a note may be a book: what cannot show need not be measured
    pieces = wrap(words(short, style), room)
    if len(pieces) <= MOST and short == text:
        return pieces
    *kept, last = pieces[:MOST] or [Text()]
    return [*kept, cut(last + Text(end[0], style), max(0, room - len(end) + 1)) + end[1:]]


def _rail() -> Text:
    return line(" " * (DAY + 1), (glyphs.MORE, "faint"), " ")


def _day(moment: Moment) -> Text:
    return Text(f"{WEEKDAYS[moment.day.weekday()][:3]} {moment.day.day}".rjust(DAY), "muted")


def _compact(page: Page, timeline: Timeline) -> set[str]:
    """A line a month, oldest first: what moved in words, then the refs of the rest."""
    page.add()
    used = set()
    names = [_month(month, timeline, 3) for month in timeline.months]
    for month, name in reversed(list(zip(timeline.months, names, strict=True))):
        marks = dict(mark(one, timeline) for one in month.moments)
        glyph = next((one for one, _ in _LEGEND if one in marks), glyphs.FEW if marks else glyphs.LEFT)
        used |= marks.keys() & {glyph}
        rail = ((glyphs.LEFT, "faint"), (glyph, marks.get(glyph, "faint")), (glyphs.LEFT, "faint"))
        head = line((name.ljust(max(map(len, names))), "muted"), " ", *rail, " ")
        page.add(line(head, _gist(month, page.room - width(head))))
    return used


def _gist(month: Month, room: int) -> Text:
    """A month in one line, as much as fits: what moved, whom I talked with, other refs; then how many more."""
    if not month.moments:
        return Text(month.heading, "muted")
    oldest_first = month.moments[::-1]
    ranked = sorted(oldest_first, key=_weight)
    pieces = [_brief(one) for one in ranked]
    for kept in range(len(pieces), 0, -1):
        more = Text(f"  +{len(pieces) - kept}" if kept < len(pieces) else "", "muted")
        whole = Text(" " * GAP).join(pieces[:kept])
        if width(whole) + width(more) <= room:
            break
    return line(cut(whole, max(0, room - width(more))), more)


def _weight(moment: Moment) -> tuple[int, bool]:
    """What a year is remembered by comes first: how goals ended, wins, levels, milestones; then conversations."""
    told = _REMEMBERED.index(moment.label) if moment.label in _REMEMBERED else len(_REMEMBERED)
    return told, moment.kind != "meeting"


def _brief(moment: Moment) -> Text:
    ref = Text(str(moment.ref), "muted")
    said = ", ".join(moment.names) if moment.kind == "meeting" else ""
    if moment.kind in _MOVES:
        ending = (
            f"{moment.label.removeprefix('Goal ')}: " if moment.kind == "goal" and not moment.planned else ""
        )
        said = ending + moment.title
    return line(ref, " ", cut(words(said), _BRIEF)) if said else ref


def _counts(month: Month, room: int) -> str:
    """The month's heading, as many of its counts as fit."""
    counts = month.heading.split(", ")
    kept = next((n for n in range(len(counts), 1, -1) if len(", ".join(counts[:n])) <= room), 1)
    return ", ".join(counts[:kept])


def _month(month: Month, timeline: Timeline, letters: int = 9) -> str:
    """`November`, `August – October`; with the year when the timeline spans several."""
    several = timeline.since.year != timeline.until.year
    ends = dict.fromkeys((month.first, month.last))
    return " – ".join(MONTHS[day.month - 1][:letters] + (f" {day.year}" if several else "") for day in ends)


def _span(timeline: Timeline) -> str:
    """`1 Jul – 31 Dec 2026`, each day with its year when they differ."""
    until = day_words(timeline.until, timeline.today, weekday=False)
    return f"{short_day(timeline.since, timeline.until)} – {until}"


def _nothing(page: Page, timeline: Timeline) -> None:
    page.add()
    page.words(line("Nothing on record in these days. A first entry: ", ("mentorlog log", "command")))


def _legend(page: Page, used: set[str]) -> None:
    pieces = [line((glyph, "muted"), " ", (word, "muted")) for glyph, word in _LEGEND if glyph in used]
    if pieces:
        page.add()
        page.flow(pieces)
