"""What the sections of a report are put together from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from mentorlog.domain.spoken import day_words
from mentorlog.domain.summary import Told
from mentorlog.formats.html import Html, joined, paragraphs, tag


class Section(NamedTuple):
    """A part of the page, by its id, under a heading of its own. Empty ones are left out."""

    id: str
    heading: str
    inside: Html

    @property
    def html(self) -> Html:
        """The part as it stands on the page."""
        return tag("section", tag("h2", self.heading, id=self.id), self.inside, aria_labelledby=self.id)


def section(id: str, heading: str, *inside: Html) -> Section:
    """A section of these parts."""
    return Section(id, heading, joined(inside))


def when(day: date) -> Html:
    """A day, for people and for programs."""
    return tag("time", day_words(day, day, weekday=False), datetime=day.isoformat())


def dated(rows: Iterable[tuple[date, Html]]) -> Html:
    """A list with the days beside it; nothing for no rows."""
    items = [tag("li", when(day), tag("div", inside)) for day, inside in rows]
    return tag("ul", *items, class_="dated") if items else Html()


def entry(day: date, who: str, *inside: Html) -> Html:
    """What happened on a day, with its heading at the side."""
    beside = (" ", tag("span", who)) if who else ()
    return tag("article", tag("h3", when(day), *beside), tag("div", *inside), class_="entry")


def said(lead: str, words: str) -> Html:
    """Somebody's words after ours, such as `Why`; nothing when there are none."""
    return tag("div", tag("dt", lead), tag("dd", paragraphs(words))) if words.strip() else Html()


def facts(*pairs: Html) -> Html:
    """What `said` made, as a list of terms; nothing when all are empty."""
    return tag("dl", *pairs) if any(pairs) else Html()


def told(lines: Iterable[Told], lead: str) -> Html:
    """Dated lines as one fact each: `Shown, 4 Nov 2026` and the words."""
    return joined(
        tag("div", tag("dt", f"{lead} ", when(one.day)), tag("dd", paragraphs(one.text))) for one in lines
    )


def figure(caption: str, *inside: Html) -> Html:
    """Pictures, how to read them, and the same in words."""
    return tag("figure", *inside, tag("figcaption", caption))


def table(summary: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Html:
    """A table that opens on demand; it can be scrolled sideways with the keys where it is wider than the page."""
    body = [
        tag("tr", *(tag("td", cell, class_=None if n else "day") for n, cell in enumerate(row)))
        for row in rows
    ]
    head = tag("thead", tag("tr", *(tag("th", one, scope="col") for one in heads)))
    return tag(
        "details",
        tag("summary", summary),
        tag(
            "section",
            tag("table", head, tag("tbody", *body)),
            class_="scroll",
            tabindex=0,
            aria_label=summary,
        ),
    )
