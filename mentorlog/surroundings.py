"""What the surroundings are: what a stream can show, how wide and coloured it is, and the local zone."""

from __future__ import annotations

import os
from typing import IO


def utf8(stream: IO[str]) -> bool:
    """Can it write every character?"""
    encoding: str = getattr(stream, "encoding", None) or "utf-8"
    return encoding.lower().replace("-", "") == "utf8"


def encodable(text: str, stream: IO[str]) -> str:
    """The text with what the stream cannot write as `\\u2713`."""
    encoding: str = getattr(stream, "encoding", None) or "utf-8"
    return text.encode(encoding, "backslashreplace").decode(encoding)


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


def zone() -> str:
    """The IANA name of the local zone, empty where the system does not tell it."""
    if named := os.environ.get("TZ", "").lstrip(":"):
        return named
    target = os.path.realpath("/etc/localtime")
    return target.split("zoneinfo/", 1)[1] if "zoneinfo/" in target else ""
