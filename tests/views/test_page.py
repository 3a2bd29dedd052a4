"""The layout kit: cells, columns, bars and the ASCII twins."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from mentorlog.views import bars, glyphs
from mentorlog.views.cells import cut, flow, line, pad, paragraphs, width, words, wrap
from mentorlog.views.look import Look
from mentorlog.views.page import Column, Page, column_sizes
from mentorlog.views.theme import NAMES, THEMES
from tests.views.nasty import WORDS


@settings(deadline=None)
@given(text=WORDS, cells=st.integers(0, 60))
def test_cut_and_pad_give_the_cells_they_promise(text: str, cells: int) -> None:
    assert width(cut(words(text), cells)) <= cells
    assert width(pad(words(text), cells)) == cells
    assert width(pad(words(text), cells, "right")) == cells


@settings(deadline=None)
@given(text=WORDS, cells=st.integers(2, 60))
def test_wrapping_keeps_every_character_but_spaces(text: str, cells: int) -> None:
    whole = paragraphs(text)
    lines = wrap(whole, cells)
    assert all(width(one) <= cells for one in lines)
    assert "".join("".join(one.plain for one in lines).split()) == "".join(whole.plain.split())


def test_wrapping_breaks_between_words_and_inside_only_those_too_long() -> None:
    assert [one.plain for one in wrap(Text("one two three"), 7)] == ["one two", "three"]
    assert [one.plain for one in wrap(Text("abcdefghij kl"), 4)] == ["abcd", "efgh", "ij", "kl"]


def test_wrapping_keeps_blank_lines_and_indents() -> None:
    assert [one.plain for one in wrap(paragraphs("a\n\n  - b"), 20)] == ["a", "", "  - b"]


def test_flow_breaks_between_pieces() -> None:
    assert [one.plain for one in flow([Text("aa bb"), Text("cc"), Text("dd ee")], 10)] == [
        "aa bb  cc",
        "dd ee",
    ]


def test_markup_and_emoji_codes_are_words_like_any() -> None:
    assert words("[bold]hi[/] :smile:").plain == "[bold]hi[/] :smile:"


def test_a_line_does_not_spread_the_style_of_its_first_piece() -> None:
    assert [(span.start, span.end, span.style) for span in line(Text("a", "bad"), "b").spans] == [
        (0, 1, "bad")
    ]


@given(percent=st.integers(-5, 120), cells=st.integers(1, 40))
def test_a_bar_is_full_only_at_a_hundred_and_empty_only_at_nothing(percent: int, cells: int) -> None:
    drawn = bars.bar(percent, cells).plain
    assert len(drawn) == cells
    assert (drawn == glyphs.DONE * cells) == (percent >= 100)
    assert (drawn == glyphs.LEFT * cells) == (percent <= 0)


@given(level=st.none() | st.integers(0, 5), target=st.none() | st.integers(0, 5))
def test_dots_are_five_and_count_the_level(level: int | None, target: int | None) -> None:
    drawn = bars.dots(level, target).plain
    assert len(drawn) == 5
    assert drawn.count(glyphs.NOW) == (level or 0)
    assert len(bars.level_bar(level, target, 20).plain) == 20


def test_a_change_is_signed_and_an_unknown_one_silent() -> None:
    assert [bars.change(one).plain for one in (2, -1, 0, None)] == ["+2", "-1", "=", ""]


def test_every_glyph_has_a_twin_of_one_ascii_cell() -> None:
    drawn = {
        char
        for name, value in vars(glyphs).items()
        if name.isupper() and isinstance(value, str)
        for char in value
    }
    assert all(glyphs.ascii_twin(char).isascii() for char in drawn)
    assert all(cell_len(one) == cell_len(twin) == len(twin) == 1 for one, twin in glyphs.TWINS.items())


def test_levels_have_their_number_as_twin_and_sparks_never_fall() -> None:
    assert glyphs.ascii_twin(glyphs.LEVELS) == "012345"
    assert all(one <= two for one, two in pairwise(glyphs.ascii_twin(glyphs.SPARK)))


def test_every_theme_knows_every_style() -> None:
    assert all(tuple(styles) == NAMES for styles in THEMES.values())


def test_the_terminal_theme_uses_only_its_own_colours() -> None:
    assert not any("#" in style for style in THEMES["ansi"].values())
    assert not any("#" in style or "red" in style for style in THEMES["mono"].values())


COLUMNS = [
    Column("ref"),
    Column("words", flex=True, least=10),
    Column("day", priority=1),
    Column("x", priority=2),
]
ROW = [Text("g1"), Text("w" * 20), Text("d" * 6), Text("x" * 6)]


@pytest.mark.parametrize(
    ("room", "kept"), [(60, [0, 1, 2, 3]), (30, [0, 1, 2, 3]), (28, [0, 1, 2]), (20, [0, 1]), (5, [0, 1])]
)
def test_columns_go_by_priority_when_room_is_short(room: int, kept: list[int]) -> None:
    sizes = column_sizes(COLUMNS, [ROW], room)
    assert list(sizes) == kept
    assert sum(sizes.values()) + 2 * (len(sizes) - 1) == room


def test_a_column_nobody_filled_takes_no_room() -> None:
    header = [Text(one.name) for one in COLUMNS]
    assert list(column_sizes(COLUMNS, [header, [*ROW[:3], Text()]], 80)) == [0, 1, 2]


def test_a_heading_reaches_the_right_edge_and_a_long_note_goes_under_it() -> None:
    page = Page(Look(width=40))
    page.heading("Goals", "4 active")
    assert len(str(page).splitlines()[0]) == 39
    page.heading("Goals", "four of them active and one of them overdue")
    assert [one.strip() for one in str(page).splitlines()[-2:]] == [
        "four of them active and one of them",
        "overdue",
    ]


def test_content_is_capped_at_a_hundred_cells() -> None:
    page = Page(Look(width=300))
    page.heading("Goals")
    assert len(str(page).splitlines()[0]) == 99
