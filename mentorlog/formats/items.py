"""The items of Markdown lists that are something by themselves, and the text without them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from textwrap import dedent
from typing import Any, NamedTuple

# What a heading says of the items under it, the first that fits.
_MODES = (
    ("note", r"goals?|learn\w*|notes?|context|background|ideas?|feedback|reading"),
    ("action", r"actions?|to-?dos?|next steps?|follow[- ]?ups?|tasks?|promises|commitments?"),
    ("topic", r"topics?|agenda|talking points?|discuss\w*|questions?"),
    ("win", r"wins?|brag\w*|accomplish\w*|achievements?|highlights?|shipped|success\w*|proud|impact|kudos"),
)
_BOX = re.compile(r"\[([ xX])\](?=\s|$)")
_BULLET = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s+")
_UNDER = {"win": "wins", "action": "actions", "topic": "topics"}
_IMPACT = re.compile(r"^\s*(?:[-*+]\s+)?impact:\s*(.+)$", re.IGNORECASE | re.MULTILINE)


_AT_ONCE = 50_000
"""Signs of a text that are taken apart at once, if it lets itself be cut: each list item costs many times its size."""


class Item(NamedTuple):
    """An item of a list that is something by itself. `line` counts from 1 in the text given."""

    line: int
    kind: str
    text: str
    because: str
    boxed: bool = False
    ticked: bool = False
    impact: str = ""


class _Found(NamedTuple):
    first: int
    end: int  # the line after the last
    kind: str
    box: str = ""


class _Heading(NamedTuple):
    first: int
    end: int
    level: int
    title: str


def mode_of(titles: Sequence[str]) -> str:
    """What headings say of the items under them, the last first: win, action, topic or note; empty for nothing."""
    for title in reversed(titles):
        for mode, words in _MODES:
            if re.search(rf"\b(?:{words})\b", title, re.IGNORECASE):
                return mode
    return ""


def items_and_rest(text: str, titles: Sequence[str]) -> tuple[list[Item], str]:
    """What the lists of a text hold, and the text that is left. `titles` are the headings it stands under."""
    items: list[Item] = []
    rest: list[str] = []
    above: list[_Heading] = []
    for start, lines in _chunks(text):
        found, headings = _taken_apart(lines, titles, above)
        items += [_item(number, found, lines, start) for number in range(len(found))]
        taken = {number for one in found for number in range(one.first, one.end)}
        taken |= _idle(headings, taken, lines)
        rest += (line for number, line in enumerate(lines) if number not in taken)
    return items, re.sub(r"\n{3,}", "\n\n", "\n".join(rest)).strip()


def _chunks(text: str) -> Iterator[tuple[int, list[str]]]:
    """The text in parts that can be taken apart by themselves, each with the lines before it."""
    start, size, fenced = 0, 0, False
    lines: list[str] = []
    for number, line in enumerate(text.split("\n")):
        cut = line[:1].strip() and (_BULLET.match(line) or not (lines and lines[-1].strip()))
        if size > _AT_ONCE and cut and not fenced:
            yield start, lines
            start, size, lines = number, 0, []
        fenced ^= line.lstrip().startswith(("```", "~~~"))
        lines.append(line)
        size += len(line) + 1
    yield start, lines


@cache
def _reader() -> Any:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").disable("inline")


def _taken_apart(
    lines: list[str], titles: Sequence[str], above: list[_Heading]
) -> tuple[list[_Found], list[_Heading]]:
    """The items that are something, and the headings. `above` are those still open, and is kept up."""
    found: list[_Found] = []
    headings: list[_Heading] = []
    tokens = _reader().parse("\n".join(lines))
    for number, token in enumerate(tokens):
        if token.type == "heading_open" and token.map:
            one = _Heading(token.map[0], token.map[1], int(token.tag[1]), tokens[number + 1].content)
            above[:] = [*(each for each in above if each.level < one.level), one]
            headings.append(one)
        elif token.type == "list_item_open" and token.map:
            mode = mode_of([*titles, *(one.title for one in above)])
            box = _BOX.match(_BULLET.sub("", lines[token.map[0]], count=1))
            first, end = token.map
            while end > first + 1 and not lines[end - 1].strip():
                end -= 1
            if box:
                won = mode == "win" and box[1] != " "
                found.append(_Found(first, end, mode if won or mode == "topic" else "action", box[1]))
            elif mode in _UNDER and token.level == 1:
                found.append(_Found(first, end, mode))
    return found, headings


def _idle(headings: list[_Heading], taken: set[int], lines: list[str]) -> set[int]:
    """The lines of headings under which something was taken and nothing is left."""
    idle: set[int] = set()
    for number, one in enumerate(headings):
        end = headings[number + 1].first if number + 1 < len(headings) else len(lines)
        under = [line for line in range(one.end, end) if lines[line].strip()]
        if under and taken.issuperset(under):
            idle |= set(range(one.first, one.end))
    return idle


def _item(number: int, every: list[_Found], lines: list[str], start: int) -> Item:
    found = every[number]
    inner: set[int] = set()
    while (number := number + 1) < len(every) and every[number].first < found.end:
        inner |= set(range(every[number].first, every[number].end))
    first = _BULLET.sub("", lines[found.first], count=1)
    more = "\n".join(lines[line] for line in range(found.first + 1, found.end) if line not in inner)
    words = f"{_BOX.sub('', first, count=1) if found.box else first}\n{dedent(more)}".strip()
    impact = _IMPACT.search(words) if found.kind == "win" else None
    if impact:
        words = (words[: impact.start()] + words[impact.end() :]).strip()
    return Item(
        line=start + found.first + 1,
        kind=found.kind,
        text=words,
        because="a box to tick" if found.box else f"it stands under {_UNDER[found.kind]}",
        boxed=bool(found.box),
        ticked=found.box in ("x", "X"),
        impact=impact[1].strip() if impact else "",
    )
