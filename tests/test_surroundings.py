"""Long sentences on a terminal: broken between words, with commands to copy left whole."""

from __future__ import annotations

import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorlog.surroundings import columns, said, wrapped
from tests.program import Terminal

COMMAND = "mentorlog goal edit g1 --started 2026-03-31"


def test_what_fits_stays_as_it_is() -> None:
    assert wrapped("w9    short\n\n  two  spaces", 40) == "w9    short\n\n  two  spaces"


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        (
            "w9    Held a talk in front of forty people today",
            ["w9    Held a talk in front of", "      forty people today"],
        ),
        (
            "error: There is no record that goes by such a name.",
            ["error: There is no record that", "       goes by such a name."],
        ),
        ("12. a question that does not fit one line", ["12. a question that does not fit", "    one line"]),
        (
            "  -w, --with P  Only those with this person.",
            ["  -w, --with P  Only those with", "                this person."],
        ),
        (
            "  doctor   Look the journal over, and mend it.",
            ["  doctor   Look the journal", "           over, and mend it."],
        ),
        ("日本語 日本語 日本語 日本語 日本語", ["日本語 日本語 日本語 日本語", "日本語"]),
    ],
)
def test_a_long_line_goes_on_under_its_text(line: str, pieces: list[str]) -> None:
    assert wrapped(line, 32).split("\n") == pieces


@pytest.mark.parametrize(
    "line",
    [
        f"       If it began earlier:  {COMMAND}",
        f"       {COMMAND}",
        f"{COMMAND}",
        f"g1    Anything else that may be of use to you:  {COMMAND}",
    ],
)
def test_a_command_to_copy_stays_on_one_line(line: str) -> None:
    assert COMMAND in [piece.strip() for piece in wrapped(line, 30).split("\n")]


def test_a_word_or_path_wider_than_the_terminal_is_not_cut() -> None:
    path = "/home/sam/" + "long name/" * 8
    assert wrapped(path, 40) == path
    assert wrapped(f"see {'x' * 60} there", 40) == f"see\n{'x' * 60}\nthere"


@given(st.text(alphabet=st.sampled_from("ab w9 é語-:\n"), max_size=200), st.integers(20, 60))
def test_only_spaces_and_line_ends_change(text: str, most: int) -> None:
    assert wrapped(text, most).split() == text.split()


@given(st.lists(st.text("abcé", min_size=1, max_size=9), min_size=1), st.integers(20, 60))
def test_no_line_is_wider_than_the_terminal(words: list[str], most: int) -> None:
    assert max(map(len, wrapped(" ".join(words), most).split("\n"))) <= most


def test_only_a_terminal_gets_wrapped_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    text = "one two " * 10
    assert said(text, io.StringIO()) == text
    assert said(text, Terminal(), whole=True) == text
    assert said(text, Terminal()).count("\n") == 1


@pytest.mark.parametrize(("told", "width"), [("40", 40), ("3", 20), ("0", 80), ("wide", 80), ("", 80)])
def test_the_width_is_what_is_told_else_80(told: str, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", told)
    assert columns(io.StringIO()) == width


def test_sentences_wrap_at_40_columns_and_documents_and_json_do_not(
    run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    words = "Explained query plans to the API team and they reused it"
    assert run("action", "add", words, tty=True).out == (
        "a70   me · Explained query plans to the\n      API team and they reused it\n"
    )
    refused = run("goal", "update", "g2", "50", "--on", "2020-01-01", tty=True)
    assert max(len(line) for line in refused.err.split("\n") if "mentorlog" not in line) <= 40
    assert run("recap", "--format", "md", tty=True).out == run("recap", "--format", "md").out
    assert run("win", "list", "--plain", tty=True).out == run("win", "list").out
    assert run("show", "w99", "--json", tty=True).err == run("show", "w99", "--json").err
