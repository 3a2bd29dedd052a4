"""Colours that can be read: contrast as WCAG 2.2 reckons it (success criteria 1.4.3 and 1.4.11)."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from mentorlog.formats.pictures.palette import DARK, GROUNDS, LIGHT, WRITTEN
from mentorlog.formats.report_style import sheet
from mentorlog.views.theme import THEMES

BOTH = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])


def luminance(colour: str) -> float:
    """Relative luminance, 0-1, of `#rrggbb`."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1-21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_reckoned_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@BOTH
def test_whatever_is_written_can_be_read_on_every_ground(palette: Mapping[str, str]) -> None:
    for ground in (*GROUNDS, "soft"):
        for written in WRITTEN if ground != "soft" else ("strong", "muted"):
            assert contrast(palette[written], palette[ground]) >= 4.5, (written, ground)


@BOTH
def test_shapes_stand_out_from_where_they_are_drawn(palette: Mapping[str, str]) -> None:
    for shape in ("accent", "good", "warn", "voice", "ink", "muted"):
        for ground in ("paper", "card", "track"):
            assert contrast(palette[shape], palette[ground]) >= 3, (shape, ground)


@pytest.mark.parametrize(("palette", "theme"), [(LIGHT, "light"), (DARK, "dark")])
def test_the_colours_are_those_of_the_terminal(palette: Mapping[str, str], theme: str) -> None:
    terminal = THEMES[theme]
    for name in ("accent", "good", "warn"):
        assert palette[name] == terminal[name]
    assert palette["voice"] == terminal["feedback"]
    assert terminal["strong"] == f"bold {palette['strong']}"


def test_both_palettes_name_the_same_colours_and_the_sheet_uses_no_other() -> None:
    assert LIGHT.keys() == DARK.keys()
    style = sheet()
    used = {part.split(")")[0] for part in style.split("var(--")[1:]}
    assert used == set(LIGHT)
    assert style.count("#") == len(LIGHT) + len(DARK)


def test_the_sheet_loads_nothing() -> None:
    style = sheet()
    assert not [
        word
        for word in ("url(", "@import", "expression", "</", "behavior:")
        if word in style.replace("scroll-behavior:", "")
    ]
