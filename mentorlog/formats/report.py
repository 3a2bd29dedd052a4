"""A report as one HTML file: it loads nothing, runs nothing, and reads well on a screen, on paper and aloud."""

from __future__ import annotations

from datetime import date

from mentorlog.career.outlook import Outlook
from mentorlog.domain.report import Report
from mentorlog.domain.summary import Summary
from mentorlog.domain.text import first_line
from mentorlog.formats import report_growth as growth
from mentorlog.formats import report_words as words
from mentorlog.formats.html import Html, tag
from mentorlog.formats.report_parts import Section, when
from mentorlog.formats.report_style import policy, sheet

ICON = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E"
    "%3Cpath d='M2 12h4V8h4V4h4' fill='none' stroke='%230b5cad' stroke-width='2.5'/%3E%3C/svg%3E"
)
"""A few steps up, written into the page so that no program asks for one."""
LONGEST_TITLE = 60
"""Characters of the title of a window: browsers and search cut off about there."""


def report(model: Report, made: date) -> str:
    """The whole document, ending with a line end. `made` is the day it was made on."""
    parts = _sections(model)
    inside = [one.html for one in parts] or [tag("p", "Nothing is on record for these days.", class_="none")]
    body = tag("body", _header(model, parts), tag("main", *inside), _footer(made))
    return f"<!DOCTYPE html>\n{tag('html', _head(model), body, lang='en')}\n"


def _sections(model: Report) -> list[Section]:
    """What is drawn, then what is next, then the words."""
    outlook = model.career if isinstance(model.career, Outlook) else None
    made = (
        growth.drawn_timeline(model),
        growth.drawn_goals(model),
        growth.drawn_skills(model),
        growth.drawn_rhythm(model),
        growth.drawn_career(outlook),
        words.next_steps(model),
        words.agreed(model),
        words.conversations(model),
        words.commitments(model),
        words.feedback(model),
        words.wins(model),
        words.decisions(model),
        words.resources(model),
        words.intros(model),
    )
    return [one for one in made if one.inside]


def _head(model: Summary) -> Html:
    style = sheet()
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy(style)),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("title", f"{first_line(_title(model), LONGEST_TITLE)}"),
        tag("link", rel="icon", href=ICON),
        tag("style", Html(style)),
    )


def _title(model: Summary) -> str:
    if model.person:
        return f"{model.person} and {model.me or 'me'}"
    return model.me or "Mentoring report"


def _header(model: Summary, parts: list[Section]) -> Html:
    kicker = [tag("p", "Mentoring report", class_="kicker")] if model.person or model.me else []
    counts = [
        tag("li", tag("b", str(len(found))), name if len(found) == 1 else many)
        for found, name, many in (
            (model.goals, "goal", "goals"),
            (model.conversations, "conversation", "conversations"),
            (model.skills, "skill", "skills"),
            (model.feedback, "piece of feedback", "pieces of feedback"),
            (model.wins, "win", "wins"),
        )
        if found
    ]
    links = [tag("li", tag("a", one.heading, href=f"#{one.id}")) for one in parts]
    return tag(
        "header",
        *kicker,
        tag("h1", _title(model), dir="auto"),
        tag("p", *_days(model), class_="span"),
        tag("ul", *counts, class_="counts") if counts else Html(),
        tag("nav", tag("ul", *links), aria_label="Contents") if len(links) > 1 else Html(),
    )


def _days(model: Summary) -> tuple[str, ...]:
    return (when(model.since), " – ", when(model.until)) if model.since else ("Up to ", when(model.until))


def _footer(made: date) -> Html:
    return tag("footer", tag("p", "Made with mentorlog on ", when(made), "."))
