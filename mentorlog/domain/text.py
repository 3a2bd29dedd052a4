"""What a person typed: made fit to keep, to name a thing, to show, and read for `@ana`, `#tag` and `+sql`."""

from __future__ import annotations

import re
from typing import NamedTuple

from mentorlog.domain.refs import looks_like_ref
from mentorlog.errors import Refused, Unreadable

MOST_BYTES = 5_000_000
MOST_READ = 4 * MOST_BYTES
"""Characters of a pipe that are looked at: a text that goes on for ever is refused like any other too long."""
LONGEST_NAME = 200
LONGEST_HANDLE = 60

# What a terminal obeys or hides: C0 but tab and newline, DEL, C1; bidi marks, embeddings and isolates;
# zero-width space, word joiner, invisible operators, BOM; line separators; tags; lone surrogates.
# U+200C and U+200D stay, because scripts and emoji are spelt with them.
_HARMFUL = (
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    r"\ud800-\udfff\U000e0000-\U000e007f]"
)
# A sign that begins a word, then everything up to space or punctuation; `@ana@example.org` is an address.
_SUGAR = r"""(?<![^\s(\[{])([@#+])(\w[^\s@,;:!?()\[\]{}<>"“”'’/\\|*`=%&…–—]*+)(?!@)"""


class Sugar(NamedTuple):
    """Names found in a text, without their sign, in order and each once."""

    people: tuple[str, ...]
    tags: tuple[str, ...]
    skills: tuple[str, ...]


def clean(text: str, what: str = "text") -> str:
    """A body fit to keep: LF line ends, no blank lines before, no white space after, no lone surrogates.

    `what` names it in the errors. Raises Unreadable when it is blank, holds a
    NUL character (SQLite would hide all that follows) or is over 5 MB of UTF-8.
    """
    if not text.strip():
        raise Unreadable(f"The {what} is empty; nothing was kept.")
    if "\0" in text:
        raise Unreadable(f"The {what} holds a NUL character; nothing was kept.")
    whole = re.sub(r"[\ud800-\udfff]", "\ufffd", text)
    size = len(whole.encode())
    if size > MOST_BYTES:
        raise Unreadable(f"The {what} is {size:,} bytes; the most is {MOST_BYTES:,}. Nothing was kept.")
    lines = re.sub(r"(?<!\r)\r+\n", "\n", whole)  # \r+: a file that was converted twice
    margin = len(lines) - len(lines.lstrip())
    return lines[lines.rfind("\n", 0, margin) + 1 :].rstrip()


def had_bad_bytes(text: str) -> bool:
    """Whether `clean` replaces something: input that was not UTF-8 arrives as lone surrogates."""
    return not text.isascii() and re.search(r"[\ud800-\udfff]", text) is not None


def name(text: str, what: str) -> str:
    """A name on one line: NFC, white space collapsed, 1 to 200 characters.

    Raises Unreadable when it is empty, Refused when it is too long or holds a
    character that steers a terminal or cannot be seen.
    """
    import unicodedata

    line = " ".join(unicodedata.normalize("NFC", text).split())
    if not line:
        raise Unreadable(f"The {what} is empty; nothing was kept.")
    if len(line) > LONGEST_NAME:
        raise Refused(f"The {what} is {len(line)} characters long; the most is {LONGEST_NAME}.")
    harmful = re.search(_HARMFUL, line)
    if harmful:
        raise Refused(
            f"The {what} holds a control or invisible character, {_mark(harmful)}. Type it again without."
        )
    return line


def handle(name: str) -> str:
    """The short form of a name for the command line: `Ana Ruiz` → `ana-ruiz`, `C++` → `c++`, `José` → `jose`.

    1 to 60 characters, lower case, words joined by `-`; the same again when
    given a handle. Two names may share one: the store tells them apart.
    """
    import unicodedata

    plain = unicodedata.normalize("NFKD", name).casefold()
    plain = re.sub(r"['’]", "", plain)
    plain = re.sub(r"([a-z])[\u0300-\u036f]+", r"\1", plain)  # é → e, but й and が are letters of their own
    plain = unicodedata.normalize("NFC", plain)
    spaced = "".join(c if c in ".+#" or unicodedata.category(c)[0] in "LMN" else " " for c in plain)
    # A dot belongs to the letter after it (node.js, .net), + and # to the letter before them (c++, c#).
    words = re.sub(r"\.(?![^\s.+#])|(?<![^\s.])[+#]+", " ", spaced).split()
    short = "-".join(words)[:LONGEST_HANDLE].rstrip("-.") or "x"
    # A letter not yet used by refs may be one day, and bare digits are how people shorten them.
    like_ref = looks_like_ref(short) or re.fullmatch(r"[^\W\d_]?\d+", short)
    return f"{short[: LONGEST_HANDLE - 2]}-x" if like_ref else short


def safe(text: str, newline: bool = True) -> str:
    """Any text made harmless for a terminal: what steers or hides becomes visible, such as `<U+001B>`.

    Newlines and tabs stay, or become spaces when `newline` is false.
    """
    if text.isprintable():  # the common case, at a tenth of the cost
        return text
    line = text if newline else re.sub(r"[\n\t]", " ", text)
    return re.sub(_HARMFUL, _mark, line)


def first_line(text: str, limit: int) -> str:
    """The first line that is not blank, at most `limit` characters (1 or more), cut with `…`."""
    line = text.lstrip().partition("\n")[0].rstrip()
    return line if len(line) <= limit else f"{line[: limit - 1].rstrip()}…"


def quoted(text: str) -> str:
    """What was typed, in quotes on one line of at most 60 characters, to name it in a sentence."""
    return f"“{first_line(' '.join(text.split()), 60)}”"


def sugar(text: str) -> Sugar:
    """The `@people`, `#tags` and `+skills` that a text names; the text is not changed.

    A sign counts at the start or after white space or an opening bracket, so
    that `ana@example.org`, `a+b` and `C#` do not. People and skills begin with
    a letter (`+1` is none); a tag has one somewhere (`#123` is none).
    """
    found: dict[str, list[str]] = {"@": [], "#": [], "+": []}
    for sign, body in re.findall(_SUGAR, text):
        word = body.rstrip(".")
        if any(map(str.isalpha, word if sign == "#" else word[:1])):
            found[sign].append(word)
    people, tags, skills = (tuple(dict.fromkeys(words)) for words in found.values())
    return Sugar(people, tags, skills)


def _mark(found: re.Match[str]) -> str:
    return f"<U+{ord(found[0]):04X}>"
