"""The linear form: plain lines for pipes and screen readers. Nothing is cut and nothing is drawn; no Rich."""

from __future__ import annotations

from collections.abc import Iterable

from mentorlog.domain.text import safe
from mentorlog.views.look import Look


def one_line(text: str) -> str:
    """A person's words, harmless and on one line, with single spaces between them."""
    return " ".join(safe(text, newline=False).split())


def record(*fields: object) -> str:
    """One record on one line, its fields with a tab between; None and empty fields stay as empty places."""
    return "\t".join("" if one is None else one_line(str(one)) for one in fields)


def told(lines: Iterable[str], look: Look) -> str:
    """The whole text, with a newline at the end unless it is empty; ASCII twins when asked for."""
    from mentorlog.views.glyphs import ascii_twin

    text = "".join(f"{line}\n" for line in lines)
    return ascii_twin(text) if look.ascii else text
