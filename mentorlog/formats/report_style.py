"""How a report looks: one style sheet, light and dark, on a screen and on paper."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from mentorlog.formats.pictures.palette import DARK, LIGHT

_TONES = ("accent", "good", "warn", "voice", "ink", "muted", "track", "card", "soft")
"""What a shape can be filled or drawn in, and words written in, by a class of that name."""


def sheet() -> str:
    """The whole style sheet. On paper it is always light."""
    tones = "".join(
        f".{one}{{color:var(--{one})}}svg .{one}{{fill:var(--{one})}}\n"
        f"svg .{one}.stroke,svg .{one}.late,svg .{one}.ring{{stroke:var(--{one})}}\n"
        for one in _TONES
    )
    light = f":root{{color-scheme:light dark;{_colours(LIGHT)}}}\n"
    dark = f"@media screen and (prefers-color-scheme:dark){{:root{{{_colours(DARK)}}}}}\n"
    return light + dark + tones + Path(__file__).with_name("report.css").read_text(encoding="utf-8")


def policy(style: str) -> str:
    """What the page may load: nothing but this very style sheet and pictures written into it."""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    )


def _colours(palette: Mapping[str, str]) -> str:
    return ";".join(f"--{name}:{colour}" for name, colour in palette.items())
