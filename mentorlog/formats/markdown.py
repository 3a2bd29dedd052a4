"""Markdown in which a person's words stay words: nothing they typed becomes a heading, a link or HTML.

CommonMark 0.31 with GitHub's tables and strikethrough in mind: what could open
any of these is escaped, and nothing else, so that the source stays good to read.
"""

from __future__ import annotations

import re

from mentorlog.domain.text import safe

# What means something anywhere in a line. An underscore inside a word, as in snake_case, means nothing.
_ANYWHERE = re.compile(r"[\\`*\[\]|~$]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)")
# What means something at the start of a line: heading, quote, setext underline, list, rule, table; 1. and 1)
_AT_START = re.compile(r"^(?=#{1,6}(?:\s|$)|>|=+$|[+-](?:\s|$)|-[-\s]*:?$|:-)|^(\d{1,9})(?=[.)](?:\s|$))")
# A heading may close with a run of #.
_CLOSING = re.compile(r"(?<!\S)#(?=#*$)")
_SCHEMES = ("http://", "https://", "mailto:")


def escape(text: str) -> str:
    """One line of somebody's words. Line ends become spaces; what steers a terminal becomes visible."""
    return _line(" ".join(safe(text).split()))


def paragraphs(text: str) -> list[str]:
    """Somebody's words with their paragraphs and line ends kept, as lines of Markdown.

    A blank line parts paragraphs; inside one, a line ends with `\\`.
    """
    lines: list[str] = []
    for block in re.split(r"\n\s*\n", safe(text)):
        words = [_line(" ".join(line.split())) for line in block.split("\n") if line.strip()]
        if words:
            lines += ["", *(f"{line}\\" for line in words[:-1]), words[-1]]
    return lines[1:]


def quote(text: str) -> list[str]:
    """Somebody's words as a block quote."""
    return [f"> {line}".rstrip() for line in paragraphs(text)]


def link(label: str, url: str) -> str:
    """A link that can only lead to the web or to an address; anything else stays words."""
    if not url.lower().startswith(_SCHEMES) or safe(url) != url or re.search(r"\s", url):
        return f"{escape(label)} ({escape(url)})" if url and url != label else escape(label)
    target = "".join(f"%{ord(sign):02X}" if sign in "<>\\" else sign for sign in url)
    return f"[{escape(label)}](<{target}>)"


def _line(words: str) -> str:
    line = _ANYWHERE.sub(r"\\\g<0>", words)
    line = _AT_START.sub(r"\1\\", line)
    line = _CLOSING.sub(r"\\#", line)
    return line.replace("<", "&lt;")
