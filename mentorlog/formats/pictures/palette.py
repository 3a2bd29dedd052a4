"""The colours of a report by what they mean, light and dark: those of the terminal themes, on paper."""

from __future__ import annotations

from collections.abc import Mapping

LIGHT: Mapping[str, str] = {
    "paper": "#ffffff",
    "card": "#f5f7f9",
    "line": "#dfe3e8",
    "track": "#e3e7ec",
    "ink": "#24292f",
    "strong": "#16191d",
    "muted": "#5b636d",
    "accent": "#0b5cad",
    "soft": "#dcebfa",
    "good": "#1a7f43",
    "warn": "#8f5f00",
    "voice": "#7a3fb5",
}
DARK: Mapping[str, str] = {
    "paper": "#0f1318",
    "card": "#171c23",
    "line": "#2b323b",
    "track": "#2a313a",
    "ink": "#d6dce3",
    "strong": "#f0f3f6",
    "muted": "#9aa2ac",
    "accent": "#7cb7ff",
    "soft": "#1b2c40",
    "good": "#6fcf97",
    "warn": "#f2c14e",
    "voice": "#d2a8ff",
}
"""`voice` is what others say; `soft` a ground for the accent, `card` one for quiet boxes."""

WRITTEN = ("ink", "strong", "muted", "accent", "good", "warn", "voice")
"""What text is written in."""
GROUNDS = ("paper", "card")
"""What text stands on."""
