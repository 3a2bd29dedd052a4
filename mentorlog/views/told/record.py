"""One record in plain lines: its facts by name, its body as it was written, and what belongs to it."""

from __future__ import annotations

from collections.abc import Iterator

from mentorlog.domain.text import safe
from mentorlog.views.columns import Card
from mentorlog.views.look import Look
from mentorlog.views.plain import one_line, record, told


def tell(card: Card, look: Look) -> str:
    """The record as lines; nothing is cut."""
    return told(_lines(card), look)


def _lines(card: Card) -> Iterator[str]:
    yield record(card.ref, card.title)
    yield from (
        f"{one_line(label)}: {one_line(said)}" if label else one_line(said) for label, said in card.facts
    )
    if card.body.strip():
        yield ""
        yield safe(card.body).rstrip()
    for section in card.sections:
        yield ""
        yield one_line(f"{section.name} {section.note}")
        yield from (record(*row) for row in section.rows)
