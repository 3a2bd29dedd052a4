"""What a template may do with what it reads. Only what comes from here is Markdown; all else is words."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from jinja2 import Undefined

from mentorlog.domain.documents.journal import Target
from mentorlog.domain.skills import LEVELS
from mentorlog.domain.spoken import day_words, join_words, minutes_words, plural
from mentorlog.domain.text import first_line, safe
from mentorlog.formats import markdown

DEEPEST = 12
"""Columns that words can be moved in by."""


class Markdown(str):
    """Text that is Markdown already, and may be written as it is."""

    __slots__ = ()


def written(value: Any) -> Markdown:
    """What `{{ value }}` writes: words on one line, a number, a day, nothing for None. Raises TypeError."""
    if isinstance(value, Markdown):
        return value
    if isinstance(value, str):
        return Markdown(markdown.escape(value))
    if value is None:
        return Markdown("")
    if isinstance(value, date):
        return Markdown(day_words(value, value, weekday=False))
    if type(value) is int:
        return Markdown(value)
    if isinstance(value, Undefined):
        str(value)  # raises, naming what is not there
    raise TypeError(f"{type(value).__name__.lower()} cannot be written; say which part of it")


def _paragraphs(text: str, indent: int = 0) -> Markdown:
    """Words with their paragraphs and line ends; those after the first are moved in, as a list needs it."""
    return _block(markdown.paragraphs(text), indent)


def _quote(text: str, indent: int = 0) -> Markdown:
    """Words as a block quote."""
    return _block(markdown.quote(text), indent)


def _block(lines: list[str], indent: int) -> Markdown:
    pad = "\n" + " " * min(DEEPEST, max(0, int(indent)))
    return Markdown(pad.join(lines))


def _link(label: str, url: str) -> Markdown:
    return Markdown(markdown.link(label, url)) if url else written(label)


def _level(level: int | None) -> Markdown:
    """`3 (on my own)`, `not rated`."""
    return Markdown("not rated" if level is None else f"{int(level)} ({LEVELS[level]})")


def _joined(words: Iterable[str], between: str = "") -> Markdown:
    """`a, b and c`, or with something else between; what is empty is left out."""
    each = [str(written(one)) for one in words if one]
    return Markdown(f"{markdown.escape(between)} ".join(each) if between else join_words(each))


def _capital(text: str) -> str:
    made = text[:1].upper() + text[1:]
    return Markdown(made) if isinstance(text, Markdown) else made


def _minutes(minutes: int) -> Markdown:
    return Markdown(minutes_words(minutes))


def _count(number: int, noun: str, many: str = "") -> Markdown:
    return Markdown(plural(number, str(written(noun)), str(written(many))))


def _short(text: str, limit: int = 80) -> str:
    """The first line, cut to so many characters."""
    return first_line(text, max(1, int(limit)))


def _box(done: object) -> Markdown:
    return Markdown("[x]" if done else "[ ]")


# What YAML allows in a text as it is: https://yaml.org/spec/1.2.2/#51-character-set
_NOT_IN_YAML = re.compile(
    "[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


def _yaml(value: Any) -> Markdown:
    """A value for front matter: words in quotes, in which no sign means anything."""
    if isinstance(value, date):
        return Markdown(value.isoformat())
    if type(value) is int:
        return Markdown(value)
    if isinstance(value, tuple):
        return Markdown(f"[{', '.join(_yaml(one) for one in value)}]")
    quoted = json.dumps(safe(str(value)), ensure_ascii=False)
    return Markdown(_NOT_IN_YAML.sub(lambda sign: f"\\u{ord(sign[0]):04x}", quoted))


def _note(target: Target) -> Markdown:
    """A link to another note of the folder, as this flavour writes it."""
    label = markdown.label(target.label)
    if target.flavor == "gfm":
        return Markdown(f"[{label}]({target.path}.md)")
    if re.fullmatch(r"[\w .,;:!?'’“”()–+/&-]+", target.label):  # nothing that means something in [[ ]]
        return Markdown(f"[[{target.path}|{target.label.strip()}]]")
    return Markdown(f"[[{target.path}]] {label}")


FILTERS: Mapping[str, Callable[..., Any]] = {
    "paragraphs": _paragraphs,
    "quote": _quote,
    "link": _link,
    "level": _level,
    "joined": _joined,
    "capital": _capital,
    "minutes": _minutes,
    "count": _count,
    "short": _short,
    "box": _box,
    "yaml": _yaml,
    "note": _note,
}
