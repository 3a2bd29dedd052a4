"""Words a person may type that a careless page would break on."""

from __future__ import annotations

from hypothesis import strategies as st

PIECES = (
    "[bold]",
    "[/]",
    ":smile:",
    "日本語",
    "👩‍👩‍👧‍👦",
    "é",
    "e\u0301\u0301",
    "\x1b[31m",
    "\u202e",
    "\t",
    "\n",
    "\r",
    "⚠\ufe0f",
    "\u200d",
    "\u00ad",
    "ﷺ",
    "x" * 70,
    "a b",
    "…",
    "%",
    "{0}",
    "\ufffe",
)

WORDS = st.lists(
    st.one_of(st.sampled_from(PIECES), st.text(st.characters(exclude_categories=["Cs"]), max_size=12)),
    max_size=8,
).map("".join)
"""Text of pieces like these and of any characters at all."""
