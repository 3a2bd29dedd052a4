"""The page for the next conversation, drawn: from what was said last to what is to be said next."""

from __future__ import annotations

from rich.text import Text

from mentorlog.domain.news import UNANSWERED, News
from mentorlog.domain.prep import Aim, Prep, Promise
from mentorlog.domain.spoken import minutes_words, plural, short_day
from mentorlog.domain.text import first_line
from mentorlog.views import bars, glyphs
from mentorlog.views.cells import line, paragraphs, width, words
from mentorlog.views.look import Look
from mentorlog.views.marks import STANDING, Mark, due_mark, moment_mark
from mentorlog.views.page import GAP, INDENT, Column, Page
from mentorlog.views.told.prep import (
    NO_TOPIC,
    ask_words,
    facts,
    first_name,
    kept_words,
    last_words,
    marked,
    meet_command,
    mute_command,
    promise_words,
    promises_note,
    since_heading,
    slot_minutes,
    slot_note,
    slot_words,
    topic_command,
    topic_words,
    way_words,
    when_words,
)

MOST_PROMISES, MOST_NEWS = 10, 8
LONGEST, LONGEST_NOTES = 200, 600
"""Characters of an entry and of the notes of last time; their refs lead to the rest."""
STUCK = 3
"""Times carried from which on a topic stands out, as in the rule about stuck topics."""
_TEXT = Column(flex=True, wrap=True, least=24)
_REF = Column(priority=2)


def draw(model: Prep, look: Look) -> Page:
    """The page; stacked when narrow."""
    page = Page(look)
    page.title(line("1:1 with ", words(model.person.name)), words(when_words(model)))
    page.flow([words(one, "muted") for one in facts(model)])
    if model.focus:
        since = f"  since {short_day(model.focus.day, model.today)}"
        page.label("Focus", line(words(model.focus.value), (since, "muted")))
    _last(page, model)
    _promises(page, model)
    _news(page, model)
    _goals(page, model)
    _owed(page, model)
    _agenda(page, model)
    _ask(page, model)
    _kept(page, model)
    page.add()
    page.flow([words(meet_command(model), "command"), Text("records it when you have talked", "muted")])
    return page


def _last(page: Page, model: Prep) -> None:
    last = model.last
    if last is None:
        said = [
            (name, text) for name, text in (("Purpose", model.purpose), ("Agreed", model.agreement)) if text
        ]
        for name, text in said:
            page.label(name.ljust(7), paragraphs(text))
        return
    page.heading("Last time", last_words(model))
    notes = last.notes.strip()
    if not notes:
        page.words(Text("No notes.", "muted"))
        return
    cut = len(notes) > LONGEST_NOTES
    shown = notes[: LONGEST_NOTES - 1].rstrip() + glyphs.CUT if cut else notes
    page.words(paragraphs(shown))
    if cut:
        page.add(Text(f"mentorlog show {last.ref}", "command"))


def _promises(page: Page, model: Prep) -> None:
    if not model.promises:
        return
    page.heading("Promises", promises_note(model))
    ended = [one for one in model.promises if one.state != "open"]
    shown = [*model.open[:MOST_PROMISES], *ended[: MOST_PROMISES // 2]]
    rows = []
    for one in shown:
        mark = _promise_mark(one, model)
        when = Text(promise_words(one, model.today), mark[1])
        who = words(first_name(model) if one.owner else "me", "muted")
        text = words(marked(first_line(one.text, LONGEST), one.private), "muted" if one.ended else "")
        rows.append([line(mark), who, _ref(one.ref), text, when])
    _table(page, [Column(), Column(), _REF, _TEXT, Column()], rows)
    _more(page, len(model.promises) - len(shown), f"mentorlog action list --all --with {model.person.handle}")


def _promise_mark(one: Promise, model: Prep) -> Mark:
    """While paused nothing is drawn as late."""
    if one.state != "open":
        return (glyphs.TICK, "good") if one.state == "done" else (glyphs.STOPPED, "muted")
    if model.paused_until:
        return glyphs.BOX, "muted"
    return due_mark(one.due, model.today, promised=not one.owner)


def _news(page: Page, model: Prep) -> None:
    if not model.news:
        return
    page.heading(since_heading(model), plural(len(model.news), "entry", "entries"))
    rows = []
    for one in model.news[:MOST_NEWS]:
        mark = moment_mark(one)
        day = Text(short_day(one.day, model.today), "muted")
        rows.append([line(mark), day, Text(one.label, mark[1]), _told(one), _ref(one.ref)])
    _table(page, [Column(), Column(align="right"), Column(priority=1), _TEXT, _REF], rows)
    whose = "" if model.side == "mentee" else f" --with {model.person.handle}"
    command = f"mentorlog timeline{whose} --since {model.since.isoformat()}"
    _more(page, len(model.news) - MOST_NEWS, command)


def _told(one: News) -> Text:
    text = words(marked(first_line(one.title, LONGEST), one.private))
    more = [
        (f" · {first_line(said, LONGEST)}", "warn" if said == UNANSWERED else "muted") for said in one.lines
    ]
    return line(text, *more)


def _goals(page: Page, model: Prep) -> None:
    """A line for each goal, and under it how far it is and what comes next."""
    if not model.goals:
        return
    page.heading("Goals")
    rows = [_goal(page, one, model) for one in model.goals]
    ways = [words(way_words(one, model.today), "muted") for one in model.goals]
    if page.look.narrow:
        for (mark, ref, title, _, *details), way in zip(rows, ways, strict=True):
            page.item(mark, title, [*details, ref])
            page.words(way, INDENT)
        return
    table, right = Page(page.look, page.room), Column(align="right")
    text = Column(flex=True, least=24)
    table.rows([Column(), _REF, text, Column(priority=1), right, right, Column()], rows)
    for drawn, way in zip(table.lines, ways, strict=True):
        page.add(drawn)
        page.words(way, INDENT)


def _goal(page: Page, one: Aim, model: Prep) -> list[Text]:
    glyph, style = STANDING[one.standing]
    loud = "accent" if style == "good" else style
    return [
        line((glyph, style)),
        _ref(one.ref),
        words(marked(one.title, one.private)),
        bars.bar(one.percent, min(24, page.room // 6), loud),
        Text(f"{one.percent}%", "strong"),
        Text(short_day(one.due, model.today) if one.due else "", "muted"),
        Text(one.standing, style),
    ]


def _owed(page: Page, model: Prep) -> None:
    if not model.owed:
        return
    page.heading("Feedback to give", str(len(model.owed)))
    for one in model.owed:
        text = words(marked(first_line(one.headline, LONGEST), one.private))
        page.item((glyphs.FEEDBACK, "feedback"), line((f"{one.tone}  ", "feedback"), text))
        page.words(Text(f"mentorlog feedback deliver {one.ref}", "command"), INDENT)


def _agenda(page: Page, model: Prep) -> None:
    if not model.agenda:
        _topics(page, model)
        return
    page.heading("Agenda", minutes_words(sum(slot.minutes for slot in model.agenda)))
    notes = {one.ref: topic_words(one, model.today) for one in model.topics}
    longest = max(len(slot_minutes(slot)) for slot in model.agenda)
    rows = []
    for slot in model.agenda:
        minutes = Text(slot_minutes(slot).rjust(longest), "accent" if slot.minutes else "muted")
        text = words(marked(slot_words(slot), slot.private))
        note = Text(notes[slot.ref] if slot.ref else slot_note(slot, model), "muted")
        rows.append([minutes, _ref(slot.ref or " "), text, note])
    _table(page, [Column(align="right"), _REF, _TEXT, Column(priority=1)], rows)


def _topics(page: Page, model: Prep) -> None:
    page.heading("Topics", str(len(model.topics) or ""))
    if not model.topics:
        page.flow([Text(NO_TOPIC, "muted"), words(topic_command(model), "command")])
        return
    rows = []
    for one in model.topics:
        note = Text(topic_words(one, model.today), "warn" if one.carried >= STUCK else "muted")
        text = words(marked(first_line(one.text, LONGEST), one.private))
        rows.append([Text(glyphs.BOX, "muted"), _ref(one.ref), text, note])
    _table(page, [Column(), _REF, _TEXT, Column()], rows)


def _ask(page: Page, model: Prep) -> None:
    if model.ask is None:
        return
    page.heading("One thing to ask")
    page.item((glyphs.ASKED, "accent"), Text(f"“{model.ask.question}”"))
    page.words(Text(ask_words(model), "muted"), INDENT)
    page.words(words(mute_command(model), "command"), INDENT)


def _kept(page: Page, model: Prep) -> None:
    if not model.kept:
        return
    page.heading("For my eyes only", str(len(model.kept)))
    rows = [
        [
            Text(glyphs.NOTE, "muted"),
            Text(kept_words(one, model.today), "muted"),
            paragraphs(one.text),
            _ref(one.ref),
        ]
        for one in model.kept
    ]
    _table(page, [Column(), Column(align="right"), _TEXT, _REF], rows)


def _ref(ref: object) -> Text:
    return Text(str(ref), "muted")


def _table(page: Page, columns: list[Column], rows: list[list[Text]]) -> None:
    """Rows of a mark, words (the flex column) and details; one under another when narrow."""
    if not page.look.narrow:
        page.rows(columns, rows)
        return
    said = columns.index(_TEXT)
    for row in rows:
        page.hang(line(row[0], " " * GAP), row[said])
        details = [cell for number, cell in enumerate(row) if number not in (0, said)]
        page.flow(details, width(row[0]) + GAP)


def _more(page: Page, count: int, command: str) -> None:
    if count > 0:
        page.add(line((f"{count} more  ", "muted"), (command, "command")))
