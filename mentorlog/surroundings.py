"""What the surroundings are: what a stream can show, how wide and coloured it is, and the local zone."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import IO

from mentorlog.errors import Refused


def utf8(stream: IO[str]) -> bool:
    """Can it write every character?"""
    encoding: str = getattr(stream, "encoding", None) or "utf-8"
    return encoding.lower().replace("-", "") == "utf8"


def encodable(text: str, stream: IO[str]) -> str:
    """The text with what the stream cannot write as `\\u2713`."""
    encoding: str = getattr(stream, "encoding", None) or "utf-8"
    return text.encode(encoding, "backslashreplace").decode(encoding)


def said(text: str, stream: IO[str], whole: bool = False) -> str:
    """The text as a stream can write it; on a terminal, unless its lines are to stay `whole`, as wide as that."""
    text = encodable(text, stream)
    return text if whole or not stream.isatty() else wrapped(text, columns(stream))


_HEAD = re.compile(r"  [a-z][a-z -]*  +| *(?:[a-z]{1,2}\d+ +|\d+\. |error: |-.*?\S  +)?")
"""What the text of a line stands behind: a command in a list, an indent, a ref, a number, an option."""
_COMMAND = re.compile(r"^/.*|(?<!\S)(?:\$ )?(?:mentorlog (?!is )|export [A-Z]|pip |chmod ).*")
"""A command to copy, up to the end of its line; or a line that is a path."""


def wrapped(text: str, most: int) -> str:
    """Lines of at most so many cells, broken between words; what goes on stands under the text.

    A word or command that is wider stays whole: what is copied from two lines would be two commands.
    """
    return "\n".join(piece for line in text.split("\n") for piece in _pieces(line, most))


def _pieces(line: str, most: int) -> Iterator[str]:
    if _cells(line) <= most:
        yield line
        return
    head = _HEAD.match(line)
    start = head.end() if head else 0
    command = _COMMAND.search(line, start)
    end = command.start() if command else len(line)
    indent = " " * _cells(line[:start]) if _cells(line[:start]) <= most // 2 else ""
    words = re.findall(r"\S+ *", line[start:end]) + ([line[end:]] if command else [])
    piece = line[:start]
    for number, word in enumerate(words):
        if number and _cells(piece + word.rstrip()) > most:
            yield piece.rstrip()
            piece = indent
        piece += word
    yield piece


def _cells(text: str) -> int:
    """How wide it is on a terminal, near enough to break a line."""
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width

    return sum(0 if combining(one) else 2 if east_asian_width(one) in "WF" else 1 for one in text)


def columns(stream: IO[str]) -> int:
    """Cells on a line of this stream: `COLUMNS`, else its terminal's, else 80; at least 20."""
    told = os.environ.get("COLUMNS", "")
    if told.isascii() and told.isdigit() and len(told) < 6 and int(told):
        return max(20, int(told))
    with suppress(OSError, ValueError, AttributeError):
        return max(20, os.get_terminal_size(stream.fileno()).columns or 80)
    return 80


def pour(text: str, stream: IO[str]) -> None:
    """The text as it is in a file: UTF-8, whatever the locale."""
    if hasattr(stream, "buffer"):
        stream.flush()
        stream.buffer.write(text.encode("utf-8", "backslashreplace"))
    else:
        stream.write(text)


def width() -> int:
    """Cells on a line: `COLUMNS`, else the terminal's, else 80; at least 20."""
    import shutil

    return max(20, shutil.get_terminal_size((80, 24)).columns)


def colour(option: str) -> bool | None:
    """Colour wanted (True), unwanted (False), or as the terminal can (None): the option, then the environment."""
    if option in ("always", "never"):
        return option == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return True if os.environ.get("FORCE_COLOR") else None


def bare() -> bool:
    """Is it a terminal without the glyphs we draw with?"""
    return os.environ.get("TERM", "") in ("dumb", "linux")


def unseen(question: str, stdin: IO[str], stderr: IO[str]) -> str:
    """A line of answer that is not shown while it is typed, from the terminal even when stdin is a pipe.

    Raises EOFError without an answer, Refused when the terminal would show it, or what it sends cannot be read.
    """
    if stdin is not sys.stdin:
        stderr.write(f"{question} ")
        line = stdin.readline()
        stderr.write("\n")
        if not line:
            raise EOFError
        return line.rstrip("\r\n")
    import warnings
    from getpass import GetPassWarning, getpass

    with warnings.catch_warnings():
        warnings.simplefilter("error", GetPassWarning)
        try:
            return getpass(f"{encodable(question, stderr)} ")
        except GetPassWarning as error:
            raise Refused(
                "This terminal would show what you type.", "--key-fd N, or MENTORLOG_KEY_FILE."
            ) from error
        except UnicodeDecodeError as error:
            raise Refused("What you typed is not in the encoding of this terminal.") from error


def zone() -> str:
    """The IANA name of the local zone, empty where the system does not tell it."""
    if named := os.environ.get("TZ", "").lstrip(":"):
        return named
    target = os.path.realpath("/etc/localtime")
    return target.split("zoneinfo/", 1)[1] if "zoneinfo/" in target else ""
