"""What a person typed is kept, named, shown and read without losing a word or steering a terminal."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mentorlog.domain.refs import looks_like_ref
from mentorlog.domain.text import (
    Sugar,
    clean,
    first_line,
    had_bad_bytes,
    handle,
    name,
    quoted,
    safe,
    sugar,
)
from mentorlog.errors import Problem, Refused, Unreadable

ANY = st.text(st.characters())  # every category, lone surrogates too
STEERING = {"Cc", "Cs", "Zl", "Zp"}


@pytest.mark.parametrize("blank", ["", " ", "\n\t\r\n", "\u3000"])
def test_a_blank_body_is_not_kept_and_the_error_names_it(blank: str) -> None:
    with pytest.raises(Unreadable) as caught:
        clean(blank, "note")
    assert caught.value.sentence == "The note is empty; nothing was kept."


def test_a_body_with_a_nul_is_not_kept() -> None:
    with pytest.raises(Unreadable, match="The note holds a NUL character"):
        clean("a\0b", "note")


def test_a_body_may_be_five_million_bytes_and_not_one_more() -> None:
    assert len(clean("é" * 2_500_000)) == 2_500_000
    with pytest.raises(Unreadable, match="5,000,001 bytes"):
        clean("é" * 2_500_000 + "x")


def test_a_body_keeps_its_indent_and_inner_lines_and_loses_its_margins() -> None:
    assert clean("\n \t\r\n  - one\r\n\r\n  - two  \n\n ") == "  - one\n\n  - two"


def test_bytes_that_were_not_utf8_are_replaced_and_can_be_told() -> None:
    typed = b"caf\xe9".decode("utf-8", "surrogateescape")
    assert clean(typed) == "caf\ufffd"
    assert had_bad_bytes(typed)
    assert not had_bad_bytes("café 🚀")


@given(ANY)
@example("a\r\r\nb")
def test_a_clean_body_is_clean_already_and_can_be_stored(text: str) -> None:
    try:
        once = clean(text)
    except Unreadable:
        return
    assert clean(once) == once
    assert once.encode().decode() == once
    assert "\r\n" not in once


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_no_word_of_a_body_is_lost_or_changed(text: str) -> None:
    if text.strip():
        assert clean(f"\n{text} \n").split() == text.split()


@pytest.mark.parametrize(
    ("typed", "kept"), [("  Ana\n  Ruiz ", "Ana Ruiz"), ("Jose\u0301", "José"), ("x" * 200, "x" * 200)]
)
def test_a_name_is_one_line_in_nfc(typed: str, kept: str) -> None:
    assert name(typed, "name") == kept


@pytest.mark.parametrize("typed", ["x" * 201, "a\x1b[31m", "a\0", "a\u202eb", "a\u200bb", "a\ud800"])
def test_a_name_too_long_or_with_unseen_characters_is_refused(typed: str) -> None:
    with pytest.raises(Refused, match="The skill "):
        name(typed, "skill")


def test_an_empty_name_is_not_kept() -> None:
    with pytest.raises(Unreadable, match="The tag is empty"):
        name(" \n", "tag")


@given(ANY)
def test_a_name_is_harmless_short_and_stays_as_it_is(text: str) -> None:
    try:
        kept = name(text, "name")
    except Problem:
        return
    assert name(kept, "name") == kept == safe(kept) == unicodedata.normalize("NFC", kept)
    assert 1 <= len(kept) <= 200


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Ana Ruiz", "ana-ruiz"),
        ("C", "c"),
        ("C++", "c++"),
        ("C#", "c#"),
        ("Node.js", "node.js"),
        (".NET", ".net"),
        ("José", "jose"),
        ("Nguyễn", "nguyen"),
        ("Straße", "strasse"),
        ("O'Brien", "obrien"),
        ("Dr. Ana Jr.", "dr-ana-jr"),
        ("C/C++", "c-c++"),
        ("snake_case", "snake-case"),
        ("会議", "会議"),
        ("が", "が"),
        ("Андрей", "андрей"),
        ("한국", "한국"),
        ("हिन्दी", "हिन्दी"),
        ("+sql", "sql"),
        ("#tag", "tag"),
        ("../../x", "x"),
        ("-rf", "rf"),
        ("🚀", "x"),
        ("", "x"),
        ("a7", "a7-x"),
        ("MS3", "ms3-x"),
        ("101", "101-x"),
        ("EC2", "ec2"),
    ],
)
def test_a_handle_is_what_one_would_type_for_the_name(full: str, short: str) -> None:
    assert handle(full) == short


@settings(deadline=None)
@given(ANY | st.text("ab7.+#-' \u0301"))
@example("a'\u0301")
@example("a" * 59 + " b")
@example("1" * 60)
def test_a_handle_is_one_short_word_that_is_no_ref_no_flag_and_its_own_handle(text: str) -> None:
    short = handle(text)
    assert 1 <= len(short) <= 60
    assert handle(short) == short == safe(short)
    assert not looks_like_ref(short)
    assert not short.isdigit()
    assert not short.startswith("-")
    assert not set(short) & set(" /\\,@\t\n")
    assert ".." not in short


@pytest.mark.parametrize("code", [0x00, 0x07, 0x0D, 0x1B, 0x7F, 0x9B, 0x202E, 0x2066, 0x200B, 0x200F])
def test_a_character_that_steers_or_hides_is_shown_as_its_number(code: int) -> None:
    assert safe(f"a{chr(code)}b") == f"a<U+{code:04X}>b"


@pytest.mark.parametrize("code", [0x061C, 0x2028, 0x2060, 0xFEFF, 0xD800, 0xE0041])
def test_separators_tags_and_lone_surrogates_are_shown_as_their_number(code: int) -> None:
    assert safe(chr(code)) == f"<U+{code:04X}>"


@pytest.mark.parametrize("text", ["plain", "café 会議", "👩‍👩‍👧 ❤️", "می‌خواهم", "[bold] :smile:", "a\n\tb"])
def test_ordinary_writing_in_any_script_is_shown_as_it_is(text: str) -> None:
    assert safe(text) == text


def test_on_one_line_newlines_and_tabs_are_spaces() -> None:
    assert safe("a\nb\tc\x1b", newline=False) == "a b c<U+001B>"


@given(ANY, st.booleans())
def test_nothing_that_steers_a_terminal_is_left_and_safe_text_is_safe(text: str, newline: bool) -> None:
    shown = safe(text, newline)
    left = {char for char in shown if unicodedata.category(char) in STEERING}
    assert left <= ({"\n", "\t"} if newline else set())
    assert not set(shown) & set(
        "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c\ufeff"
    )
    assert safe(shown, newline) == shown


def test_the_first_line_is_the_first_that_says_something() -> None:
    assert first_line("\n  \n  one two \nthree", 80) == "one two"
    assert first_line("one two three", 8) == "one two…"
    assert first_line("", 8) == ""


@given(ANY, st.integers(1, 90))
def test_a_first_line_fits_and_is_one_line(text: str, limit: int) -> None:
    line = first_line(text, limit)
    assert len(line) <= limit
    assert "\n" not in line


def test_what_is_quoted_is_one_line_of_sixty_characters_at_most() -> None:
    assert quoted(" next\nreview ") == "“next review”"
    assert quoted("x" * 61) == f"“{'x' * 59}…”"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("@ana asked (@bo), {@José}.", (("ana", "bo", "José"), (), ())),
        ("#career: #1-on-1! #123 #2026", ((), ("career", "1-on-1"), ())),
        ("+sql, +c++! [+c#] +node.js. +हिन्दी", ((), (), ("sql", "c++", "c#", "node.js", "हिन्दी"))),
        ("@ana's idea #a,#b", (("ana",), ("a",), ())),
        ("@ana @ana +sql +sql", (("ana",), (), ("sql",))),
        ("mail ana@example.org or @ana@example.org", ((), (), ())),
        ("a+b C++ C# x#y +1 +5% + # @ @5pm", ((), (), ())),
        ("# Heading\n@ana", (("ana",), (), ())),
    ],
)
def test_sugar_is_a_sign_that_begins_a_word(text: str, found: tuple[tuple[str, ...], ...]) -> None:
    assert sugar(text) == Sugar(*found)


@given(ANY | st.text("@#+ a1.,()"))
def test_sugar_finds_only_words_that_stand_in_the_text(text: str) -> None:
    found = sugar(text)
    for sign, words in zip("@#+", found, strict=True):
        assert all(word and sign + word in text for word in words)
    assert all(word[0].isalpha() for word in (*found.people, *found.skills))
