"""Markdown: notes of one-to-ones, and lists of what went well.

A heading such as `1:1 Ana, 2026-05-04` begins a conversation; what stands under headings such as Wins,
Actions and Topics is that, and so is what has a box to tick. Whatever is unsure stays a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from mentorlog.domain.drafts import Draft, Here, Skip
from mentorlog.formats.days import day_of, period_end
from mentorlog.formats.headings import Talk, heading_day, talk_of
from mentorlog.formats.items import Item, items_and_rest
from mentorlog.formats.passage import Passage
from mentorlog.formats.source import Source

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$")
_FENCE = re.compile(r" {0,3}(```+|~~~+)")
_UNDERLINE = re.compile(r" {0,3}(=+|-{2,})[ \t]*$")


class _Heading(NamedTuple):
    level: int
    title: str


class _Section(NamedTuple):
    """Lines under the headings above them; of a conversation also the headings inside it."""

    path: tuple[_Heading, ...]
    passage: Passage
    talk: Talk | None = None


def drafts(source: Source, here: Here, name: str = "", alone: bool = False) -> Iterator[Draft | Skip]:
    """Everything in the file. `name`, of the file, becomes a tag of what is unsure.

    alone: a heading that is only a day is a conversation too, for it is said with whom.
    """
    for section in _sections(source, here, alone):
        if section.passage.too_long:
            yield section.passage.skipped()
        elif section.talk is not None:
            yield from _conversation(section, section.talk, here)
        else:
            yield from _loose(section, here, name)


def _sections(source: Source, here: Here, alone: bool) -> Iterator[_Section]:
    path: tuple[_Heading, ...] = ()
    section = _Section((), Passage(1))
    fence = ""
    for number, text, heading in _headings(source):
        found = _FENCE.match(text)
        if found and not heading and (not fence or text.strip().startswith(fence)):
            fence = "" if fence else found[1]
        if heading is None or fence:
            section.passage.add(text)
            continue
        path = (*(one for one in path if one.level < heading.level), heading)
        talk = _begins(path, here, alone)
        if talk is None and section.talk is not None and heading.level > section.path[-1].level:
            section.passage.add(text)
            continue
        yield section
        section = _Section(path, Passage(number + 1), talk)
    yield section


def _headings(source: Source) -> Iterator[tuple[int, str, _Heading | None]]:
    """Every line with its number, and whether it is a heading; one that is underlined comes as `# Title`."""
    before: tuple[int, str] | None = None
    blank = True
    for number, text in source.lines():
        found = _UNDERLINE.match(text)
        if before and found and blank and before[1].strip() and not _special(before[1]):
            level = 1 if found[1][0] == "=" else 2
            title = before[1].strip()
            yield before[0], f"{'#' * level} {title}", _Heading(level, title)
            before, blank = None, True
            continue
        if before:
            yield (*before, _heading(before[1]))
            blank = not before[1].strip()
        before = (number, text)
    if before:
        yield (*before, _heading(before[1]))


def _special(text: str) -> bool:
    """Is the line something of its own, which an underline does not make a heading?"""
    return bool(_HEADING.match(text) or _FENCE.match(text) or re.match(r"\s*([-*+>|]|\d+[.)])", text))


def _heading(text: str) -> _Heading | None:
    found = _HEADING.match(text)
    return _Heading(len(found[1]), found[2] or "") if found else None


def _begins(path: tuple[_Heading, ...], here: Here, alone: bool) -> Talk | None:
    """The conversation that begins with the last heading, which says the day or with whom, the ones above the rest."""
    title = path[-1].title
    own, day = talk_of(title), heading_day(title, here.order)
    if own is None and day is None:
        return None
    above = next(filter(None, (talk_of(one.title) for one in reversed(path[:-1]))), None)
    talk = own or above or (Talk(()) if alone else None)
    return talk if talk and _day(path, here) else None


def _day(path: tuple[_Heading, ...], here: Here) -> date | None:
    return next(filter(None, (heading_day(one.title, here.order) for one in reversed(path))), None)


def _conversation(section: _Section, talk: Talk, here: Here) -> Iterator[Draft | Skip]:
    day = _day(section.path, here) or here.today
    items, rest = items_and_rest(section.passage.text(), ())
    line = section.passage.line - 1
    values = {"day": day, "notes": rest}
    yield Draft(line, "meeting", values, "its heading says so", people=talk.people)
    for one in items:
        yield _item(one, line, day, here, part=True, dated=True)


def _loose(section: _Section, here: Here, name: str) -> Iterator[Draft | Skip]:
    titles = tuple(one.title for one in section.path)
    period = next(filter(None, map(period_end, reversed(titles))), None)
    exact = _day(section.path, here)
    day = exact or (min(period, here.today) if period else None)
    talk = next(filter(None, map(talk_of, reversed(titles))), None)
    people = talk.people if talk else ()
    items, rest = items_and_rest(section.passage.text(), titles)
    for one in items:
        yield _item(one, section.passage.line - 1, day, here, people, dated=exact is not None)
    if rest:
        under = " › ".join(filter(None, titles))
        values = {"day": day or here.today, "text": f"{under}\n\n{rest}" if under else rest}
        yield Draft(
            section.passage.line,
            "note",
            values,
            "nothing says what it is",
            mentioned=people,
            tags=(name,) if name else (),
            undated=exact is None,
        )


def _item(
    item: Item,
    line: int,
    day: date | None,
    here: Here,
    people: tuple[str, ...] = (),
    part: bool = False,
    dated: bool = False,
) -> Draft:
    told = re.match(r"(\d{4}-\d\d-\d\d)\s*[:–—-]\s+", item.text)
    own = day_of(told[1]) if told else None
    words = item.text[told.end() :] if told and own else item.text
    on = own or day or here.today
    values: dict[str, Any] = {"text": words}
    if item.kind == "action":
        values |= {"state": "done", "ended": on} if item.ticked else {}
    elif item.kind == "topic":
        over = item.ticked or (
            part and not item.boxed
        )  # what the notes of a conversation list was talked about
        values |= {"raised": on, **({"state": "closed", "closed": on} if over else {})}
    else:
        values |= {"day": on, "impact": item.impact}
    return Draft(
        line=line + item.line,
        kind=item.kind,
        values=values,
        because=item.because,
        people=people,
        part=part,
        undated=own is None and not dated and item.kind != "action",
        promise=item.kind == "action",
    )
