"""Introductions: whom I want to meet and who makes it happen, or whom I bring together."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

from mentorlog.domain.record import Record
from mentorlog.domain.spoken import day_words
from mentorlog.errors import Refused

Stage = Literal["asked", "made", "met"]
STAGES: tuple[Stage, ...] = ("asked", "made", "met")
"""What becomes of an introduction, in order; any may be skipped."""
OPEN = ("wanted", "asked", "made")


class Intro(Record):
    """An introduction to a known person (`who_id`) or to somebody by `name`.

    `via_id` makes it, None for me; `for_id` is who gets to know them, None for me. `state` is wanted, asked,
    made, met or dropped (on `ended`); each stage has its day. `notes` has a paragraph a stage.
    """

    kind = "intro"

    name: str = ""
    who_id: int | None = None
    via_id: int | None = None
    for_id: int | None = None
    why: str = ""
    state: str = "wanted"
    asked: date | None = None
    made: date | None = None
    met: date | None = None
    ended: date | None = None
    follow_up: date | None = None
    notes: str = ""

    @property
    def headline(self) -> str:
        """The name, when it is nobody in the journal, and what it is for."""
        return ": ".join(filter(None, (self.name, self.why)))


def moved(intro: Intro, stage: Stage, on: date, note: str = "") -> Intro:
    """The introduction, one stage on. Raises Refused when it has come further already, or was dropped."""
    reached = (*STAGES[: STAGES.index(stage)], "wanted")
    if intro.state not in reached:
        raise Refused(f"{intro.ref} is {intro.state} already.", f"mentorlog show {intro.ref}")
    return intro.but(state=stage, **{stage: on}, notes=noted(intro, stage, on, note))


def dropped(intro: Intro, on: date, why: str) -> Intro:
    """The introduction, let go with the reason. Raises Refused when they met, or it was dropped already."""
    if intro.state not in OPEN:
        raise Refused(f"{intro.ref} is {intro.state} already.", f"mentorlog show {intro.ref}")
    return intro.but(state="dropped", ended=on, notes=noted(intro, "dropped", on, why), follow_up=None)


def noted(intro: Intro, stage: str, on: date, note: str) -> str:
    """The notes with a paragraph more: `Met, 5 May 2026: …`."""
    said = f"{stage.capitalize()}, {day_words(on, on, weekday=False)}: {note}" if note else ""
    return "\n\n".join(filter(None, (intro.notes, said)))


def whom(intro: Intro, names: Mapping[int, str]) -> str:
    """The name of who is to be met."""
    return intro.name if intro.who_id is None else names.get(intro.who_id, "someone")


def way(intro: Intro, names: Mapping[int, str]) -> str:
    """`via Ana Ruiz`, `for Bo Lind`, `for Bo Lind, via Max Weber`: whom it is for and who makes it."""
    served = "" if intro.for_id is None else f"for {names.get(intro.for_id, 'someone')}"
    helped = "" if intro.via_id is None else f"via {names.get(intro.via_id, 'someone')}"
    return ", ".join(filter(None, (served, helped)))
