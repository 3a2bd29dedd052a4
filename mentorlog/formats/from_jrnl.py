"""jrnl's journals: its JSON, and the plain text it keeps. An entry becomes a note; its people and tags stay.

`[2024-01-05 09:30:00 AM] Title.` begins an entry; before jrnl 2 the brackets were missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from mentorlog.domain.drafts import NO_DAY, Draft, Here, Skip
from mentorlog.domain.text import sugar
from mentorlog.errors import Unreadable
from mentorlog.formats.days import day_of
from mentorlog.formats.json_stream import Scanner
from mentorlog.formats.passage import Passage
from mentorlog.formats.source import Source, bad

_NEW = re.compile(r"\[([^\]\n]{6,40})\]\s+(.*)")
_OLD = re.compile(r"(\d{4}-\d\d-\d\d \d{1,2}:\d\d(?::\d\d)?(?: [AP]M)?)\s+(.*)", re.ASCII)
_STAR = " *"


def drafts(source: Source, here: Here) -> Iterator[Draft | Skip]:
    """Every entry. Raises Unreadable with the line for what is neither of the two forms."""
    as_json = source.head().lstrip()[:1] == b"{"
    return _from_json(source, here) if as_json else _from_text(source, here)


def _from_json(source: Source, here: Here) -> Iterator[Draft | Skip]:
    scanner = Scanner(source)
    found = False
    for key in scanner.fields():
        if key != "entries" or scanner.peek() != "[":
            scanner.value()
            continue
        found = True
        for line, entry in scanner.items():
            yield _entry(line, entry, here)
    scanner.end()
    if not found:
        raise _no_jrnl()


def _entry(line: int, entry: Any, here: Here) -> Draft | Skip:
    if not isinstance(entry, dict):
        raise bad(line, "it is no entry of jrnl")
    title, body, tags = (entry.get(name) or "" for name in ("title", "body", "tags"))
    if not isinstance(title, str) or not isinstance(body, str):
        raise bad(line, "the words of an entry are no text")
    day = day_of(str(entry.get("date") or ""), here.order)
    if day is None:
        return Skip(line, NO_DAY)
    words = [one for one in tags if isinstance(one, str)] if isinstance(tags, list) else []
    return _note(line, day, f"{title}\n{body}", bool(entry.get("starred")), words)


def _from_text(source: Source, here: Here) -> Iterator[Draft | Skip]:
    header: re.Pattern[str] | None = None
    passage: Passage | None = None
    for number, text in source.lines():
        form = header or _header(text)
        found = form.match(text)
        if found and form is _NEW and day_of(found[1], here.order) is None and not _dated(found[1]):
            found = None  # words in brackets
        if found is None and passage is None and text.strip():
            raise _no_jrnl(number)
        if found:
            if passage is not None:
                yield _told(passage, here)
            header = form
            passage = Passage(number, found[1])
            text = found[2]
        if passage is not None:
            passage.add(text)
    if passage is None:
        raise _no_jrnl()
    yield _told(passage, here)


def _header(text: str) -> re.Pattern[str]:
    return _NEW if text.startswith("[") else _OLD


def _dated(text: str) -> bool:
    """Does it look like a date, be it one that cannot be or could be two?"""
    return len(re.findall(r"\d+", text)) >= 3


def _told(passage: Passage, here: Here) -> Draft | Skip:
    day = day_of(passage.heading, here.order)
    if day is None:
        return Skip(passage.line, NO_DAY)
    if passage.too_long:
        return passage.skipped()
    title, _, body = passage.text().partition("\n")
    starred = title.rstrip().endswith(_STAR)
    return _note(
        passage.line, day, f"{title.rstrip().removesuffix(_STAR) if starred else title}\n{body}", starred, []
    )


def _note(line: int, day: Any, text: str, starred: bool, words: list[str]) -> Draft:
    found = sugar(text)
    people = [*found.people, *(word[1:] for word in words if word.startswith("@"))]
    tags = [*found.tags, *(word.lstrip("#+%$&!") for word in words if not word.startswith("@"))]
    tags += ["starred"] if starred else []
    return Draft(
        line=line,
        kind="note",
        values={"day": day, "text": text.strip()},
        because="an entry",
        mentioned=tuple(dict.fromkeys(filter(None, people))),
        tags=tuple(dict.fromkeys(filter(None, tags))),
    )


def _no_jrnl(line: int = 0) -> Unreadable:
    hint = "An entry of jrnl begins with its date: [2024-01-05 09:30] Title."
    if line:
        return bad(line, "no entry of jrnl begins here", hint)
    return Unreadable("The file holds no entry of jrnl; nothing was brought in.", hint)
