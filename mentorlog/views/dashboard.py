"""The dashboard, drawn: one screen that says what to do next and shows that it goes forward."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rich.text import Text

from mentorlog.domain.dashboard import Dashboard, GoalLine, Need, Week
from mentorlog.domain.growth import SkillRow
from mentorlog.domain.roles import aims_words
from mentorlog.domain.spoken import MONTHS, day_words, plural, short_day
from mentorlog.domain.text import first_line
from mentorlog.views import bars, glyphs
from mentorlog.views.cells import line, width, words
from mentorlog.views.look import Look
from mentorlog.views.marks import STANDING, Mark
from mentorlog.views.page import GAP, Column, Page
from mentorlog.views.told.dashboard import BEGIN, CATCHUP, goals_note, more_words, needs_note, quiet_words

SIDE_BY_SIDE = 78
"""Cells from which on rhythm and skills stand next to each other, and a need and its command on one line."""
MOST_GOALS = 7
BAR = (8, 24)
"""The least and most cells of a goal's bar; titles come first."""
SHOWN_REASONS = 2
LONGEST = 120
"""Characters of a need; its ref leads to the rest."""
RHYTHM = 30
"""Cells of the rhythm: a day's name and 26 weeks."""
MANY_A_DAY = 3
"""Entries from which on a day is drawn as a full one."""
_MARKS: dict[str, Mark] = {
    "bad": (glyphs.BAD, "bad"),
    "warn": (glyphs.WARN, "warn"),
    "soon": (glyphs.BOX, "accent"),
}


def draw(model: Dashboard, look: Look) -> Page:
    """The page, in at most 100 cells; stacked when narrow."""
    page = Page(look)
    said = [words(model.me), Text(day_words(model.today, model.today))]
    page.title(Text("mentorlog"), Text(" · ").join(filter(None, said)))
    if model.empty:
        return _begin(page)
    if model.quiet:
        page.add()
        command, meaning = CATCHUP
        page.flow([Text(quiet_words(model)), Text(command, "command"), Text(meaning, "muted")])
    page.heading("Needs you", needs_note(model))
    _needs(page, model.needs)
    page.heading("Goals", goals_note(model))
    _goals(page, model)
    if page.room >= SIDE_BY_SIDE:
        left, right = Page(look, RHYTHM), Page(look, page.room - RHYTHM - 3)
        rows = _rhythm(left, model.weeks)
        _skills(right, model.skills, rows + 1)
        page.add()
        page.beside(left, right)
    else:
        _rhythm(page, model.weeks)
        _skills(page, model.skills, 7)
    _next(page, model)
    _way(page, model)
    return page


def _begin(page: Page) -> Page:
    page.add()
    page.words(Text("Nothing here yet. Three ways to begin:"))
    for command, meaning in BEGIN:
        page.add()
        page.words(Text(command, "accent"), 2)
        page.words(Text(meaning, "muted"), 4)
    return page


def _needs(page: Page, needs: Sequence[Need]) -> None:
    if not needs:
        page.item((glyphs.TICK, "good"), Text("Nothing is late and nothing is due.", "muted"))
    rows = []
    for need in needs:
        glyph, style = _MARKS[need.urgency]
        mark = line((glyphs.TALK if need.kind == "talk" else glyph, style))
        when = words(need.when, style if need.urgency != "soon" else "")
        rows.append([mark, words(first_line(need.words, LONGEST)), when, words(need.command, "command")])
    if page.room >= SIDE_BY_SIDE:
        page.rows([Column(), Column(flex=True, least=24), Column(), Column()], rows)
        return
    for mark, said, when, command in rows:
        page.item(mark, said, [when, command])


def _goals(page: Page, model: Dashboard) -> None:
    if not model.goals:
        page.flow([Text("No goal yet.", "muted"), Text('mentorlog goal add "…" --by eoq', "command")])
    shown = model.goals[:MOST_GOALS]
    rows = [_goal(model, one) for one in shown]
    if page.look.narrow:
        for mark, ref, title, *details in rows:
            page.item(mark, title, [*details, ref])
    elif rows:
        taken = sum(max(width(row[i]) for row in rows) + GAP for i in range(len(rows[0])))
        cells = max(BAR[0], min(BAR[1], page.room - taken))
        drawn = [bars.bar(one.percent, cells, _loud(one)) for one in shown]
        text = Column(flex=True, least=16)
        right = Column(align="right")
        columns = [Column(), Column(priority=2), text, Column(priority=1), right, right, Column()]
        page.rows(columns, [[*row[:3], bar, *row[3:]] for row, bar in zip(rows, drawn, strict=True)])
    _more(page, len(model.goals) - MOST_GOALS, "mentorlog goal list")


def _goal(model: Dashboard, one: GoalLine) -> list[Text]:
    glyph, style = STANDING[one.standing]
    return [
        line((glyph, style)),
        Text(str(one.ref), "muted"),
        words(one.title),
        Text(f"{one.percent}%", "strong"),
        Text(short_day(one.due, model.today) if one.due else "", "muted"),
        Text(one.standing, style),
    ]


def _loud(one: GoalLine) -> str:
    """The colour of a goal's bar: a good state needs none of its own."""
    style = STANDING[one.standing][1]
    return "accent" if style == "good" else style


def _rhythm(page: Page, weeks: Sequence[Week]) -> int:
    """The last weeks, one column each, and weekends if they were used. Gives the number of rows."""
    page.heading("Rhythm", plural(len(weeks), "week"))
    weekend = any(count for week in weeks for count in week.counts[5:])
    names = ("Mon", "", "Wed", "", "Fri", "", "Sun") if weekend else ("Mon", "", "Wed", "", "Fri")
    page.add(Text("    " + month_names([week.monday for week in weeks]), "muted"))
    for day, name in enumerate(names):
        page.add(line((name.ljust(4), "muted"), *(_day(week.counts[day]) for week in weeks)))
    return len(names)


def _day(count: int | None) -> Mark:
    if count is None:
        return " ", ""
    if not count:
        return glyphs.NOTHING, "faint"
    return (glyphs.MANY, "accent") if count >= MANY_A_DAY else (glyphs.FEW, "quiet")


def month_names(mondays: Sequence[date]) -> str:
    """Month names over the first week that begins in them, where they have room; a cell a week."""
    drawn = ""
    for number, monday in enumerate(mondays):
        begins = monday.day <= 7 and number + 3 <= len(mondays)
        if begins and len(drawn) <= max(0, number - 1):
            drawn = drawn.ljust(number) + MONTHS[monday.month - 1][:3]
    return drawn


def _skills(page: Page, skills: Sequence[SkillRow], most: int) -> None:
    page.heading("Skills", "12 months")
    if not skills:
        page.flow(
            [Text("No skill yet.", "muted"), Text("mentorlog skill add sql --level 2 --goal 4", "command")]
        )
    shown = skills if len(skills) <= most else skills[: most - 1]
    rows = [
        [
            words(one.name),
            bars.dots(one.now, one.target),
            bars.levels(one.months),
            bars.change(one.change) if one.now is not None else Text("?", "muted"),
        ]
        for one in shown
    ]
    page.rows([Column(flex=True, least=16), Column(), Column(priority=1), Column(align="right")], rows)
    _more(page, len(skills) - len(shown), "mentorlog skill list")


def _way(page: Page, model: Dashboard) -> None:
    """Where I am heading, and the page that says what is missing for it."""
    if not model.aims:
        return
    page.add()
    said = words(aims_words(model.aims, model.today))
    page.item((glyphs.STEP, "accent"), said, [Text(f"mentorlog career gap {model.aims[0].what}", "command")])


def _next(page: Page, model: Dashboard) -> None:
    one = model.next
    if one is None:
        return
    page.heading("Next step")
    page.item((glyphs.STEP, "accent"), words(one.title, "strong"))
    for reason in one.reasons[:SHOWN_REASONS]:
        page.words(words(reason), 3)
    more = more_words(model)
    command = words(one.command, "command")
    if page.look.narrow:
        page.words(command, 3)
        page.words(Text(more, "muted"), 3)
    else:
        page.flow([command, Text(more, "muted")], 3)


def _more(page: Page, count: int, command: str) -> None:
    if count > 0:
        page.add(line((f"{count} more  ", "muted"), (command, "command")))
