"""A goal's page, drawn: how far, why, by which steps, how fast, and what shows it."""

from __future__ import annotations

from rich.text import Text

from mentorlog.domain.goalpage import GoalPage, Pace
from mentorlog.domain.spoken import MONTHS, due_words, plural, short_day
from mentorlog.domain.text import first_line
from mentorlog.views import bars, glyphs
from mentorlog.views.cells import line, paragraphs, width, words
from mentorlog.views.look import Look
from mentorlog.views.marks import STANDING, due_mark, moment_mark
from mentorlog.views.page import Column, Page
from mentorlog.views.told.goals import (
    facts,
    next_command,
    pace_words,
    reached_words,
    step_words,
    steps_note,
    test_command,
)

MOST_EVIDENCE = 8
LONGEST = 200
"""Characters of an entry; its ref leads to the rest."""
_TEXT = Column(flex=True, wrap=True)


def draw(model: GoalPage, look: Look) -> Page:
    """The page of one goal; stacked when narrow."""
    page = Page(look)
    goal = model.goal
    glyph, style = STANDING[model.standing]
    page.title(words(goal.title), Text(f"goal {goal.ref}"))
    page.flow([line((f"{glyph} {model.standing}", style)), *(words(one, "muted") for one in facts(model))])
    page.add()
    _bar(page, model, "accent" if style == "good" else style)
    said = [("Why", goal.why), ("Done when", goal.done_when), (f"Why {goal.state}", goal.state_why)]
    said = [(name, text) for name, text in said if text.strip()]
    if said:
        page.add()
    longest = 0 if look.narrow else max((len(name) for name, _ in said), default=0)
    for name, text in said:
        page.label(name.ljust(longest), paragraphs(text))
    if test_command(model):
        page.add()
        page.flow([Text("No success test yet.", "muted"), Text(test_command(model), "command")])
    _milestones(page, model)
    if model.pace:
        _pace(page, model.pace, model)
    _actions(page, model)
    _evidence(page, model)
    page.add()
    page.words(Text(next_command(model), "command"))
    return page


def _bar(page: Page, model: GoalPage, style: str) -> None:
    percent, _, rest = reached_words(model).partition("%")
    tail = line("  ", (f"{percent}%", "strong"), (rest, "muted"))
    if page.look.narrow:
        page.add(bars.bar(model.percent, page.room, style))
        page.words(line((f"{percent}%", "strong"), (rest, "muted")))
    else:
        page.add(line(bars.bar(model.percent, page.room - width(tail), style), tail))


def _milestones(page: Page, model: GoalPage) -> None:
    if not model.milestones:
        return
    page.heading("Milestones", steps_note(model))
    rows = []
    for step in model.milestones:
        mark = (glyphs.TICK, "good") if step.done else due_mark(step.due, model.today, promised=False)
        day = step.done or step.due
        when = Text(short_day(day, model.today) if day else "", "muted")
        note = Text(step_words(step, model.today), "muted" if mark[1] == "good" else mark[1])
        rows.append([line(mark), words(step.text), when, note])
    _table(page, [Column(), _TEXT, Column(align="right"), Column()], rows)


def _pace(page: Page, pace: Pace, model: GoalPage) -> None:
    page.heading("Pace")
    first, last = (MONTHS[day.month - 1][:3] for day in (pace.first, model.today))
    span = first if first == last else f"{first} to {last}"
    page.flow([Text(span, "muted"), bars.spark(pace.weeks), Text(pace_words(pace))])


def _actions(page: Page, model: GoalPage) -> None:
    if not model.actions:
        return
    page.heading("Actions", f"{len(model.actions)} open")
    rows = []
    for action, owner in zip(model.actions, model.owners, strict=True):
        mark = due_mark(action.due, model.today, action.mine and action.person_id is not None)
        text = words(action.text) if action.mine else line(words(owner, "muted"), "  ", words(action.text))
        when = Text(due_words(action.due, model.today) if action.due else "", mark[1])
        rows.append([line(mark), Text(str(action.ref), "muted"), text, when])
    _table(page, [Column(), Column(), _TEXT, Column()], rows)


def _evidence(page: Page, model: GoalPage) -> None:
    if not model.evidence:
        return
    page.heading("Evidence", plural(len(model.evidence), "entry", "entries"))
    rows = []
    for one in model.evidence[:MOST_EVIDENCE]:
        mark = line(moment_mark(one))
        day = Text(short_day(one.day, model.today), "muted")
        rows.append(
            [
                mark,
                day,
                Text(one.label, mark.spans[0].style),
                words(first_line(one.title, LONGEST)),
                Text(str(one.ref), "muted"),
            ]
        )
    _table(page, [Column(), Column(align="right"), Column(), _TEXT, Column(priority=1)], rows)
    left = len(model.evidence) - MOST_EVIDENCE
    if left > 0:
        page.add(
            line((f"{left} more  ", "muted"), (f"mentorlog timeline --goal {model.goal.ref}", "command"))
        )


def _table(page: Page, columns: list[Column], rows: list[list[Text]]) -> None:
    """Rows of a glyph, words (the flex column) and details; one under another when narrow."""
    if not page.look.narrow:
        page.rows(columns, rows)
        return
    said = columns.index(_TEXT)
    for row in rows:
        page.item(row[0], row[said], [cell for number, cell in enumerate(row) if number not in (0, said)])
