"""HTML in which a person's words stay words: a plain text is escaped wherever it is put.

Only what this module made is markup. What steers or hides, such as a mark that turns the
direction of writing, becomes visible.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from mentorlog.domain.text import safe

_VOID = frozenset(("meta", "link", "br", "hr"))
_SHAPES = frozenset(("rect", "circle", "path", "line", "use"))
_SCHEMES = ("http://", "https://", "mailto:")

Value = str | int | float | bool | None


class Html(str):
    """Markup that is safe to put into a page as it is."""

    __slots__ = ()


def tag(name: str, /, *inside: str, **attributes: Value) -> Html:
    """An element. Plain text inside it and every value are escaped; Html goes in as it is.

    A trailing `_` of an attribute's name is dropped and any other becomes `-`; None and False leave
    an attribute out, True gives it without a value, a number is rounded to a tenth.
    """
    given = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in _VOID:
        return Html(f"<{name}{given}>")
    if name in _SHAPES and not inside:
        return Html(f"<{name}{given}/>")
    return Html(f"<{name}{given}>{joined(inside)}</{name}>")


def joined(parts: Iterable[str]) -> Html:
    """Parts one after the other, plain text escaped."""
    return Html("".join(part if isinstance(part, Html) else text(part) for part in parts))


def text(words: str) -> Html:
    """Somebody's words as text."""
    return Html(escape(safe(words), quote=True))


def paragraphs(words: str, **attributes: Value) -> Html:
    """Somebody's words with their paragraphs and line ends kept, each in the direction it is written."""
    blocks = (block.strip() for block in re.split(r"\n\s*\n", safe(words)))
    return joined(tag("p", lines(block), dir="auto", **attributes) for block in blocks if block)


def lines(words: str) -> Html:
    """Somebody's words with their line ends kept."""
    return Html("<br>".join(text(line) for line in safe(words).strip().split("\n")))


def link(label: str, url: str) -> Html:
    """A link that can only lead to the web or to an address; anything else stays words."""
    if not url.lower().startswith(_SCHEMES) or safe(url) != url or re.search(r"\s", url):
        return text(f"{label} ({url})" if url and url != label else label)
    return tag("a", label, href=url, rel="noopener noreferrer nofollow")


def number(value: float) -> str:
    """A number to a tenth, as short as it can be: `12`, `0.5`."""
    said = f"{value:.1f}"
    return said.removesuffix(".0") if said != "-0.0" else "0"


def _attribute(name: str, value: Value) -> str:
    if value is None or value is False:
        return ""
    key = name.rstrip("_").replace("_", "-")
    if value is True:
        return f" {key}"
    said = value if isinstance(value, Html) else text(value) if isinstance(value, str) else number(value)
    return f' {key}="{said}"'
