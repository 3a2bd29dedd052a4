"""Lists and single records, drawn and in plain lines."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from mentorlog.views import record
from mentorlog.views.columns import Card, Column, Section, tsv
from mentorlog.views.lists import table
from mentorlog.views.look import Look
from mentorlog.views.plain import one_line
from mentorlog.views.told.record import tell
from tests.thorough import many
from tests.views.golden import same
from tests.views.nasty import WORDS

COLUMNS = [
    Column("Ref", style="muted"),
    Column("Action", flex=True, least=16),
    Column("Who", priority=1),
    Column("Due", align="right"),
    Column("From", priority=2, style="muted"),
    Column("State", style={"overdue": "warn", "done": "good"}),
]
ROWS = [
    ["a14", "Send Priya the RFC draft [v2]", "me", "19 Nov", "m23", "overdue"],
    [
        "a17",
        "Ask Lena for two beta partners, and whether 日本語 docs are wanted by either",
        "me",
        "27 Nov",
        "",
        "open",
    ],
    ["a18", "Introduce me to the platform lead", "Priya Nair", "", "m23", "done"],
]
CARD = Card(
    ref="note n31",
    title="Explained query plans to the API team, they reused it",
    facts=[("", "Fri 1 May 2026"), ("with", "Bo Larsen"), ("skill", "SQL"), ("", "shared")],
    body="First paragraph, long enough that it is wrapped somewhere before the right edge.\n\n- one\n- two",
    sections=[
        Section(
            "Links",
            "2",
            [("g1", "Move from DBA to backend developer", "about"), ("w9", "Cut p99", "evidence")],
        ),
        Section("History", "", [("1 May", "written")]),
    ],
)


@pytest.mark.parametrize("width", [40, 80, 120])
def test_a_list_looks_as_it_did(width: int) -> None:
    same(f"list_{width}.txt", str(table(COLUMNS, ROWS, Look(width=width))))


@pytest.mark.parametrize("width", [40, 80])
def test_a_record_looks_as_it_did(width: int) -> None:
    same(f"record_{width}.txt", str(record.draw(CARD, Look(width=width))))


def test_a_told_record_keeps_its_lines() -> None:
    same("record_told.txt", tell(CARD, Look(linear=True)))


def test_an_empty_list_draws_nothing() -> None:
    assert str(table(COLUMNS, [], Look())) == tsv(COLUMNS, [], Look()) == ""


def test_a_pipe_gets_every_column_and_no_header() -> None:
    lines = tsv(COLUMNS, ROWS, Look(width=40, linear=True)).splitlines()
    assert [line.split("\t") for line in lines] == ROWS


def test_a_word_has_the_style_its_column_gives_it() -> None:
    drawn = list(table(COLUMNS, ROWS, Look(width=100)).finished())
    assert ["warn" in {span.style for span in text.spans} for text in drawn[1:]] == [True, False, False]


@settings(deadline=None, max_examples=many(60))
@given(text=WORDS, width=st.integers(1, 130))
def test_nothing_is_wider_than_the_terminal(text: str, width: int) -> None:
    rows = [[text] * len(COLUMNS), *ROWS]
    card = Card(text, text, [(text, text)], text, [Section(text, "", [(text, text, text)])])
    for page in (table(COLUMNS, rows, Look(width=width)), record.draw(card, Look(width=width))):
        assert all(cell_len(line) <= width for line in str(page).split("\n"))


@settings(deadline=None, max_examples=many(60))
@given(text=WORDS)
def test_a_row_in_a_pipe_is_one_line_with_all_its_words(text: str) -> None:
    said = tsv(COLUMNS, [[text] * len(COLUMNS)], Look())
    assert said == "\t".join([one_line(text)] * len(COLUMNS)) + "\n"
    assert said.count("\n") == 1
