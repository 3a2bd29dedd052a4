"""Packs are read, merged by id, and refused with a sentence when they are not of the right form."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorlog.career import pack
from mentorlog.career.pack import built, load, merged, need
from mentorlog.errors import Unreadable

IDS = st.sampled_from(["sql", "python", "dba"])
LEAVES = st.one_of(st.integers(), st.text(max_size=5), st.lists(st.integers(), max_size=3))
PACKS = st.recursive(
    st.dictionaries(IDS, LEAVES, max_size=3), lambda inner: st.dictionaries(IDS, inner | LEAVES, max_size=3)
)


@given(PACKS)
@settings(deadline=None)
def test_a_pack_merged_with_itself_is_itself(one: dict[str, Any]) -> None:
    assert merged([one, one]) == merged([one]) == one


@given(PACKS, PACKS)
@settings(deadline=None)
def test_merging_the_same_pack_twice_changes_nothing(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert merged([one, other, other]) == merged([one, other])


def test_a_pack_of_ones_own_changes_a_field_and_leaves_the_rest(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[skills]\nsql = { name = "Structured queries" }\nknitting = { name = "Knitting" }\n')
    ours, mine = load(), load([own])
    assert mine.skills["sql"] == ours.skills["sql"].but(name="Structured queries")
    assert mine.skills["knitting"].category == "technical"
    assert mine.roles == ours.roles


def test_needs_are_read_as_typed_on_the_command_line() -> None:
    assert need("sql:3") == (("sql",), 3, 2, "")
    assert need("sql:3:1").weight == 1
    assert need("python|java:4").of == ("python", "java")
    assert need("language:2:3", {"language": (("go", "java"), "one language")}) == (
        ("go", "java"),
        2,
        3,
        "one language",
    )


@pytest.mark.parametrize("text", ["sql", "", ":3", "sql:x", "sql:3:1:1", "sql:-1", "|:2", "a||b:2"])
def test_what_is_no_need_is_refused(text: str) -> None:
    with pytest.raises(Unreadable, match="is not a need"):
        need(text)


@pytest.mark.parametrize(
    "tables",
    [
        {"skills": {"sql": {"nmae": "SQL"}}},
        {"skills": ["sql"]},
        {"roles": {"dba": {"name": "DBA", "needs": "sql"}}},
        {"groups": {"language": {"of": ["go"]}}},
        {"groups": {"language": {"name": "one language", "of": []}}},
        {"moves": {"dba": {"cto": ["no text"]}}},
        {"hours": {"0-1": [1]}},
    ],
)
def test_a_pack_of_the_wrong_form_is_refused(tables: dict[str, Any]) -> None:
    with pytest.raises(Unreadable):
        built(tables)


def test_a_pack_that_is_no_toml_is_refused_by_name(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text("[skills\n")
    with pytest.raises(Unreadable, match=r"own\.toml"):
        load([own])


def test_the_form_described_is_the_form_read(tmp_path: Path) -> None:
    said = (pack.__doc__ or "").partition("\n\n")[2]
    own = tmp_path / "own.toml"
    own.write_text("\n".join(line.strip() for line in said.splitlines()))
    found = load([own])
    assert found.roles["data-engineer"].needs[1] == (("python", "java"), 3, 2, "one language")
    assert found.skills["sql"].aliases == ("queries", "t-sql")
