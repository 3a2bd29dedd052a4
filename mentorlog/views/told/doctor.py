"""What an examination found, in plain lines, and the words its drawn page says too."""

from __future__ import annotations

from collections.abc import Iterator

from mentorlog.domain.care import Checkup
from mentorlog.domain.spoken import join_words, plural
from mentorlog.views.look import Look
from mentorlog.views.plain import one_line, record, told


def tell(model: Checkup, look: Look) -> str:
    """One finding a line: state, name, sentence, way out."""
    return told(_lines(model), look)


def verdict(model: Checkup) -> str:
    """`all is well`, or `1 warning and 2 damages`."""
    counts = [sum(one.state == state for one in model.findings) for state in ("bad", "warn")]
    words = (("place is damaged", "places are damaged"), ("warning", "warnings"))
    said = [plural(count, *word) for count, word in zip(counts, words, strict=True) if count]
    return join_words(said) or "all is well"


def _lines(model: Checkup) -> Iterator[str]:
    yield from (record("done", "", one) for one in model.mended)
    yield from (record(one.state, one.name, one.says, one.way) for one in model.findings)
    yield one_line(verdict(model))
