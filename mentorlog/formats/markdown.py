"""Markdown in which a person's words stay words: nothing they typed becomes a heading, a link or HTML.

CommonMark 0.31 with GitHub's tables and strikethrough and Obsidian's comments and highlights in mind:
what could open any of these is escaped, and nothing else, so that the source stays good to read.
A web address leads where it says, and nowhere else.
"""

from __future__ import annotations

import re

from mentorlog.domain.text import safe

# What means something anywhere in a line. An underscore inside a word, as in snake_case, means nothing.
# GitHub makes a link of www.x.y, a.b@c.d and a scheme; Obsidian hides %%x%% and highlights ==x==.
_ANYWHERE = re.compile(
    r"[\\`*\[\]|~$]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)"
    r"|%(?=%)|(?<=%)%|=(?==)|(?<==)=|(?<=\w)@(?=\w)|(?<=www)\.|:(?=//)",
    re.IGNORECASE,
)
# What means something at the start of a line: heading, quote, setext underline, list, rule, table; 1. and 1)
# A # without a space after it is a heading to some older readers.
_AT_START = re.compile(r"^(?=#|>|=+$|[+-](?:\s|$)|-[-\s]*:?$|:-)|^(\d{1,9})(?=[.)](?:\s|$))")
# A web address of ordinary signs is written as the link that most readers make of it anyway.
_RUN = re.compile(r"(?<![^\W_])(https?://\S+)", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[a-z0-9][!#-;=?-Z^_a-z{}~]*", re.IGNORECASE)
# A heading may close with a run of #.
_CLOSING = re.compile(r"(?<!\S)#(?=#*$)")
_SCHEMES = ("http://", "https://", "mailto:")


def escape(text: str) -> str:
    """One line of somebody's words. Line ends become spaces; what steers a terminal becomes visible."""
    return _line(" ".join(safe(text).split()))


def label(text: str) -> str:
    """One line of somebody's words for inside a link, where no other link may be."""
    return _line(" ".join(safe(text).split()), links=False)


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


def link(words: str, url: str) -> str:
    """A link that can only lead to the web or to an address; anything else stays words."""
    if not url.lower().startswith(_SCHEMES) or safe(url) != url or re.search(r"\s", url):
        return f"{escape(words)} ({escape(url)})" if url and url != words else escape(words)
    target = "".join(f"%{ord(sign):02X}" if sign in "<>\\" else sign for sign in url)
    return f"<{target}>" if words in ("", url) else f"[{label(words)}](<{target}>)"


def _line(words: str, links: bool = True) -> str:
    pieces = _RUN.split(words) if links else [words]  # every second one begins as an address
    line = "".join(_address(one) if number % 2 else _plain(one) for number, one in enumerate(pieces))
    line = _AT_START.sub(r"\1\\", line)
    return _CLOSING.sub(r"\\#", line)


def _address(run: str) -> str:
    """A web address as a link, without the punctuation that only ends the sentence around it."""
    url = run.rstrip("?!.,:;*_~'\"")
    while url.endswith(")") and url.count(")") > url.count("("):
        url = url[:-1].rstrip("?!.,:;*_~'\"")
    return f"<{url}>{_plain(run[len(url) :])}" if _ADDRESS.fullmatch(url) else _plain(run)


def _plain(words: str) -> str:
    return _ANYWHERE.sub(r"\\\g<0>", words).replace("<", "&lt;")
