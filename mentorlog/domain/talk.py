"""Telling of a conversation: the form an editor opens on, what was answered, which promise resembles another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from mentorlog.domain.frozen import Frozen
from mentorlog.domain.refs import Ref, looks_like_ref, read_ref

if TYPE_CHECKING:
    from mentorlog.domain.actions import Action

ALIKE = 0.7
"""From this share of equal letters on (difflib's ratio, 0-1) two promises may be one: a rule of thumb of ours."""

_COMMENT = re.compile(r"<!--.*?-->\n?", re.DOTALL)
_HEADING = re.compile(r"\s{0,3}(#{1,6})\s")
_BOX = re.compile(r"\s*[-*+]\s+\[(.?)\]\s+(\w+)[ \t]*(.*)")
_BULLET = re.compile(r"\s{0,3}[-*+](?:\s+(?:\[.?\](?:\s+|$))?(.*))?$")
_PRIVATE = re.compile(r"\s{0,3}#{1,6}\s*private\b[ \t:]*(.*)", re.IGNORECASE)
_NEW = re.compile(r"\s{0,3}#{1,6}\s*new promises\s*:?\s*$", re.IGNORECASE)


class Form(Frozen):
    """What the editor opens on. `boxes` are the lines to tick, by ref; `pattern` is what may stay unfilled."""

    text: str
    boxes: Mapping[Ref, str] = {}
    comments: tuple[str, ...] = ()
    headings: frozenset[str] = frozenset()
    pattern: str = ""


class Filled(Frozen):
    """What was made of a form: notes, private words, promises as typed, and what was ticked."""

    notes: str = ""
    aside: str = ""
    promises: tuple[str, ...] = ()
    ticked: tuple[Ref, ...] = ()


def form(
    remarks: Iterable[str],
    topics: Mapping[Ref, str],
    promises: Mapping[Ref, str],
    notes: str = "",
    pattern: str = "",
    aside: str = "",
) -> Form:
    """The form for one conversation. `remarks` are lines to read that are not kept.

    `notes` and `aside` are words that are kept already, `pattern` a template to write under.
    """
    top = "".join(f"<!-- {' '.join(one.split()).replace('--', '–')} -->\n" for one in remarks)
    parts = [
        *_boxes("Topics", "[x] was talked about; the rest is carried over.", topics),
        *_boxes("Promises", "[x] is done; the rest is carried over.", promises),
        "## New promises\n<!-- One a line, with a dash: - me: draft CV by fri -->\n- \n",
        "## Private\n<!-- For your eyes only. -->\n",
    ]
    below = "\n".join(parts)
    text = f"{top}\n{notes}\n\n{pattern}\n{below}{aside}\n"
    ours = f"{top}\n{pattern}\n{below}"
    return Form(
        text=text,
        boxes={**topics, **promises},
        comments=tuple(_COMMENT.findall(ours)),
        headings=frozenset(line.strip() for line in ours.split("\n") if _HEADING.match(line)),
        pattern=pattern,
    )


def _boxes(title: str, remark: str, boxes: Mapping[Ref, str]) -> list[str]:
    lines = "".join(f"- [ ] {ref} {words}\n" for ref, words in boxes.items())
    return [f"## {title}\n<!-- {remark} -->\n{lines}"] if boxes else []


def read_form(form: Form, text: str) -> Filled:
    """What a person made of a form. Every word they typed is in it, whatever they did to the form.

    Headings of the form with nothing beneath and its comments are left out. Lines under “Private” are private,
    bullets under “New promises” are promises, and any other line belongs to the notes. A line to tick whose
    words were changed is kept in the notes too.
    """
    filled = _sorted(form, text)
    untouched = _sorted(form, form.pattern).notes if form.pattern else ""
    return filled.but(notes="") if filled.notes == untouched else filled


def _sorted(form: Form, text: str) -> Filled:
    text = re.sub(r"\r+\n", "\n", text.removeprefix("\ufeff"))
    for comment in form.comments:
        text = text.replace(comment if comment in text else comment.rstrip("\n"), "", 1)
    sorter = _Sorter(form)
    for line in text.split("\n"):
        sorter.take(line)
    return Filled(
        notes=_tidy(_without_empty(sorter.notes, form.headings)),
        aside=_tidy(sorter.aside),
        promises=tuple(filter(None, map(str.strip, sorter.promises))),
        ticked=tuple(dict.fromkeys(sorter.ticked)),
    )


class _Sorter:
    """Puts one line after the other where it belongs."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.notes: list[str] = []
        self.aside: list[str] = []
        self.promises: list[str] = []
        self.ticked: list[Ref] = []
        self.place = self.notes

    def take(self, line: str) -> None:
        """One line: a heading, a box, a promise, or words."""
        if private := _PRIVATE.match(line):
            self.place = self.aside
            line = private[1]
        elif _NEW.match(line):
            self.place = self.promises
            return
        elif _HEADING.match(line) and (self.place is not self.aside or line.strip() in self.form.headings):
            self.place = self.notes
        if not self._ticks(line):
            self._keep(line)

    def _ticks(self, line: str) -> bool:
        """Is it a line to tick, and no more than that?"""
        box = _BOX.match(line)
        if not box or not looks_like_ref(box[2]) or read_ref(box[2]) not in self.form.boxes:
            return False
        ref = read_ref(box[2])
        if box[1].strip():
            self.ticked.append(ref)
        return box[3].strip() == self.form.boxes[ref].strip()

    def _keep(self, line: str) -> None:
        bullet = _BULLET.match(line)
        if self.place is not self.promises:
            self.place.append(line)
        elif bullet:
            self.promises.append(bullet[1] or "")
        elif line[:1] in (" ", "\t") and line.strip() and self.promises and self.promises[-1]:
            self.promises[-1] += f" {line.strip()}"  # a long promise, broken by the editor
        else:
            self.notes.append(line)


def _without_empty(lines: list[str], headings: frozenset[str]) -> list[str]:
    """The lines without those headings of the form that nothing was written under."""
    kept: list[str] = []
    for line in reversed(lines):
        below = next((one for one in reversed(kept) if one.strip()), "")
        if line.strip() not in headings or (below and not _ends(line, below)):
            kept.append(line)
    return kept[::-1]


def _ends(heading: str, line: str) -> bool:
    """Does this line begin a part that is beside the heading's, or above it?"""
    own, other = _HEADING.match(f"{heading} "), _HEADING.match(f"{line} ")
    return bool(own and other and len(other[1]) <= len(own[1]))


def _tidy(lines: list[str]) -> str:
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip() for line in lines)).strip("\n")


def resembled(text: str, owner_id: int | None, actions: Iterable[Action]) -> Action | None:
    """The promise of the same owner that a new one resembles most, if it is `ALIKE` at all."""
    shares = [(_share(text, one.text), one) for one in actions if one.owner_id == owner_id]
    best = max(shares, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] >= ALIKE else None


def _share(one: str, other: str) -> float:
    from difflib import SequenceMatcher

    plain, others = (" ".join(text.casefold().split())[:200] for text in (one, other))
    return SequenceMatcher(None, plain, others, autojunk=False).ratio()


def understood(answer: str) -> str:
    """`done`, `drop` or `carry`, by what was answered or its beginning; Enter carries. Empty for anything else."""
    word = answer.strip().casefold()
    words = {"done": ("d", "do", "don", "y", "yes"), "drop": ("dr", "dro", "dropped")}
    for meaning, others in words.items():
        if word == meaning or word in others:
            return meaning
    return "carry" if word in ("", "c", "carry", "carried", "k", "keep", "n", "no") else ""
