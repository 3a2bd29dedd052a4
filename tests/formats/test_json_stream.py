"""JSON piece by piece is what the standard library makes of it whole, with the line of a fault."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorlog.errors import Problem
from mentorlog.formats import source as source_module
from mentorlog.formats.json_stream import Scanner
from mentorlog.formats.source import Source

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@pytest.fixture(autouse=True)
def small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that everything is cut somewhere."""
    monkeypatch.setattr(source_module, "_PIECE", 3)


def scanner(text: str) -> Scanner:
    return Scanner(Source(io.BytesIO(text.encode())))


@given(st.lists(VALUES, max_size=5), st.sampled_from([None, 1]), st.booleans())
def test_every_value_of_a_list_comes_as_it_is(values: list[Any], indent: int | None, ascii: bool) -> None:
    walk = scanner(json.dumps(values, indent=indent, ensure_ascii=ascii))
    assert [value for _, value in walk.items()] == values
    walk.end()


@given(st.dictionaries(st.text(), VALUES, max_size=5))
def test_every_field_of_an_object_comes_as_it_is(values: dict[str, Any]) -> None:
    walk = scanner(json.dumps(values, indent=1))
    assert {key: walk.value() for key in walk.fields()} == values
    walk.end()


def test_lines_are_told() -> None:
    assert [line for line, _ in scanner('[\n1,\n\n"a\\nb",{\n"c":2}\n,4]').items()] == [2, 4, 4, 6]


def test_half_a_pair_of_surrogates_stays_what_it_is() -> None:
    assert scanner('["\\ud800"]').value() == ["\ud800"]


@pytest.mark.parametrize(
    "text", ["", "[", "[1", "[1,]", "[1 2]", "[}", "nul", "[1]]", "{1:2}", "[NaN]", "9" * 5000, '["']
)
def test_what_is_not_json_is_refused(text: str) -> None:
    def read() -> None:
        walk = scanner(text)
        for _ in walk.items() if text[:1] == "[" else [walk.value()]:
            pass
        walk.end()

    with pytest.raises(Problem, match="is not JSON"):
        read()


def test_the_line_of_a_fault_is_told() -> None:
    with pytest.raises(Problem, match="from line 4 on"):
        list(scanner('[\n1,\n{"a":\n}').items())


def test_brackets_without_end_are_refused_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_module, "_PIECE", 1 << 20)
    with pytest.raises(Problem, match="too many brackets"):
        scanner("[" * 200_000).value()
