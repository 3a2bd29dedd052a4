"""Lines of a file that belong together, as many as a record may hold."""

from __future__ import annotations

from collections.abc import Iterator

from mentorlog.domain.drafts import TOO_LONG, Skip
from mentorlog.domain.text import MOST_BYTES
from mentorlog.formats.source import LONGEST_LINE, Source, bad


class Passage:
    """Lines from `line` on, under a heading. What would be too long for a record is counted, not held."""

    def __init__(self, line: int, heading: str = "") -> None:
        self.line = line
        self.heading = heading
        self._lines: list[str] = []
        self._size = 0

    def add(self, text: str) -> None:
        """One more line."""
        self._size += len(text) + 1
        if self.too_long:
            self._lines.clear()
        else:
            self._lines.append(text)

    @property
    def too_long(self) -> bool:
        """Is it more than a record may hold?"""
        return self._size > MOST_BYTES

    def text(self) -> str:
        """The lines; none when it is too long."""
        return "\n".join(self._lines)

    def skipped(self) -> Skip:
        """What to say of it when it is too long."""
        return Skip(self.line, TOO_LONG)


def blocks(source: Source, names: tuple[str, ...]) -> Iterator[tuple[int, str, str]]:
    """What stands between `BEGIN:NAME` and its `END:NAME`, both included: the line, the name and the text.

    Raises Unreadable with the line for one that does not end, or has more than 32 MB.
    """
    open_name, line, size = "", 0, 0
    lines: list[str] = []
    for number, text in source.lines():
        word = text.strip().upper()
        if not open_name and word.startswith("BEGIN:") and word[6:] in names:
            open_name, line, size = word[6:], number, 0
            lines = []
        elif open_name and word == f"BEGIN:{open_name}":
            break
        if not open_name:
            continue
        lines.append(text)
        size += len(text) + 1
        if size > LONGEST_LINE:
            raise bad(line, f"it goes on for more than {LONGEST_LINE // 1_000_000} MB")
        if word == f"END:{open_name}":
            yield line, open_name, "\r\n".join(lines) + "\r\n"
            open_name = ""
    if open_name:
        raise bad(line, f"the {open_name} that begins here does not end")
