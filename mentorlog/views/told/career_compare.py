"""A comparison in plain lines, and the sentences its drawn page says too."""

from __future__ import annotations

from collections.abc import Iterator

from mentorlog.career.compare_page import ComparePage, CompareRow, Side, Way
from mentorlog.views.look import Look
from mentorlog.views.plain import one_line, record, told
from mentorlog.views.told.career import KINDS, for_words, hours_words

SAME = "That is the same role twice."


def tell(model: ComparePage, look: Look) -> str:
    """The comparison as lines; nothing is cut."""
    return told(_lines(model), look)


def name(model: ComparePage) -> str:
    """`Backend developer and Data engineer`."""
    return f"{model.here.role.name} and {model.there.role.name}{for_words(model.whose)}"


def side_words(side: Side) -> list[str]:
    """`41% covered`, `46–150 h before the start`, `rank 3 of 7`, `software`."""
    hours = f"{hours_words(side.hours)} before the start" if side.hours.high else ""
    words = (f"{side.covered}% covered", hours, f"rank {side.seniority} of 7", side.family)
    return list(filter(None, words))


def sections(model: ComparePage) -> list[tuple[str, tuple[CompareRow, ...]]]:
    """The needs under their headings; empty ones are left out."""
    every = (
        ("Both need", model.both),
        (f"Only {model.here.role.name}", model.only_here),
        (f"Only {model.there.role.name}", model.only_there),
    )
    return [(name, rows) for name, rows in every if rows]


def level(value: int | None) -> str:
    """A level that is needed; `–` for none."""
    return "–" if value is None else str(value)


def rated(row: CompareRow) -> str:
    """The rated level, `?` when it is unrated."""
    return "?" if row.now is None else str(row.now)


def move_words(way: Way, model: ComparePage) -> str:
    """`Backend developer → Data engineer, sideways: …`."""
    names = {side.role.id: side.role.name for side in (model.here, model.there)}
    return f"{names[way.frm]} → {names[way.to]}, {KINDS[way.kind]}: {way.note}"


def commands(model: ComparePage) -> list[str]:
    """What to type next: the gap of the one that is covered less."""
    whose = f" --for {model.whose.short}" if model.whose.short else ""
    return [f"mentorlog career gap {side.role.id}{whose}" for side in (model.here, model.there)]


def _lines(model: ComparePage) -> Iterator[str]:
    yield f"{one_line(name(model))}: {model.alike}% alike"
    for side in (model.here, model.there):
        yield record(side.role.id, side.role.name, *side_words(side))
    for heading, rows in sections(model):
        yield f"{one_line(heading)}:"
        for row in rows:
            yield record(
                row.skill.id,
                row.called,
                f"now {rated(row)}",
                f"{model.here.role.id} {level(row.here)}",
                f"{model.there.role.id} {level(row.there)}",
            )
    yield from (one_line(move_words(way, model)) for way in model.moves)
    yield from (f"do: {one_line(command)}" for command in commands(model))
