"""Colours by meaning: one accent, three states, one for feedback, and how loud a thing is.

A view says what a thing is (`warn`), a theme says how that looks. `ansi` uses
only the terminal's own 16 colours, so that it fits any background; `mono` has none.
"""

from __future__ import annotations

from collections.abc import Mapping

_ANSI = {
    "title": "bold",
    "strong": "bold",
    "accent": "cyan",
    "good": "green",
    "warn": "yellow",
    "bad": "bold red",
    "feedback": "magenta",
    "muted": "dim",
    "faint": "bright_black",
    "quiet": "dim cyan",
    "command": "dim cyan",
}
_DARK = {
    "title": "bold #f0f3f6",
    "strong": "bold #f0f3f6",
    "accent": "#7cb7ff",
    "good": "#6fcf97",
    "warn": "#f2c14e",
    "bad": "bold #ff7b72",
    "feedback": "#d2a8ff",
    "muted": "#9198a1",
    "faint": "#4b535d",
    "quiet": "#6593c4",
    "command": "#6593c4",
}
_LIGHT = {
    "title": "bold #16191d",
    "strong": "bold #16191d",
    "accent": "#0b5cad",
    "good": "#1a7f43",
    "warn": "#8f5f00",
    "bad": "bold #c0202b",
    "feedback": "#7a3fb5",
    "muted": "#5b636d",
    "faint": "#b4bac2",
    "quiet": "#3d6f9e",
    "command": "#3d6f9e",
}
_MONO = {
    "title": "bold",
    "strong": "bold",
    "accent": "none",
    "good": "none",
    "warn": "bold",
    "bad": "bold reverse",
    "feedback": "none",
    "muted": "dim",
    "faint": "dim",
    "quiet": "none",
    "command": "none",
}
THEMES: Mapping[str, Mapping[str, str]] = {"ansi": _ANSI, "dark": _DARK, "light": _LIGHT, "mono": _MONO}
"""Theme name to what each kind of thing looks like."""

NAMES = tuple(_ANSI)
"""What a view may call a style."""


def styles(theme: str) -> Mapping[str, str]:
    """The styles of a theme; those of `ansi` when it is not known."""
    return THEMES.get(theme, _ANSI)
