"""Ladders in every form become the same kind of pack, and a table of roles reads back as it was."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorlog.career.catalogue import Role
from mentorlog.career.imported import Parts
from mentorlog.career.matching import Matcher
from mentorlog.errors import Unreadable
from mentorlog.formats import ladder_documents, ladder_tables
from mentorlog.formats.ladders import parts, spread
from tests.career.worlds import whole
from tests.formats.worlds import lines, shuffled

LONG = """role,level_label,skill,level,weight
Builder,L1,SQL,2,1
Builder,L1,Juggling,1,
Builder,L2,SQL,3,3
Builder,L10,SQL,on my own,2
"""
TOPICS = """title: "🛠 Building Framework"
topics:
  - name: craft
    content:
      - {level: 1, criteria: [a]}
      - {level: 3, criteria: [b]}
  - name: leading
    title: "✨ Leading"
    content:
      - {level: 2, criteria: [c]}
"""
COMPETENCIES = """name: Building
levels: [{id: j, name: Junior builder}, {id: s, name: Master builder}]
themes: [{id: c, name: Craft}, {id: t, name: Talking}]
competencies:
  - {level: s, theme: c, proficiency: Expert}
  - {level: j, theme: c, proficiency: Awareness}
  - {level: j, theme: c, proficiency: Foundational}
  - {level: s, theme: t}
"""
NATIVE = """
[roles.builder]
name = "Builder"
family = "building"
seniority = 4
needs = "sql:4:3 server-language:2 juggling:1"
[skills]
juggling = { name = "Juggling" }
"""


def read(name: str, text: str) -> Parts:
    asks = (
        ladder_tables.asks(name, lines(text)) if name.endswith("csv") else ladder_documents.asks(name, text)
    )
    return parts("northwind", name, asks, whole(), Matcher(whole().skills))


def told(pack: Parts) -> dict[str, set[tuple[str, int, int]]]:
    return {one.name: {("|".join(n.of), n.level, n.weight) for n in one.needs} for one in pack.roles}


def test_a_long_table_has_a_role_for_each_level() -> None:
    pack = read("l.csv", LONG)
    assert told(pack) == {
        "Builder L1": {("sql", 2, 1), ("juggling", 1, 2)},
        "Builder L2": {("sql", 3, 3)},
        "Builder L10": {("sql", 3, 2)},
    }
    assert {one.name: one.seniority for one in pack.roles} == {
        "Builder L1": 1,
        "Builder L2": 2,
        "Builder L10": 3,
    }
    assert {one.id for one in pack.roles} == {f"northwind:builder-l{n}" for n in (1, 2, 10)}


def test_a_wide_table_reads_either_way() -> None:
    by_role = read("l.csv", "Role;Level_label;SQL;Juggling\nBuilder;L1;2:1;1\nBuilder;L2;3:3;\n")
    assert told(by_role)["Builder L1"] == {("sql", 2, 1), ("juggling", 1, 2)}
    by_skill = read("l.csv", "Skill,Novice builder,Builder\nSQL,2:1,3:3\nJuggling,1,\n")
    assert told(by_skill) == {
        "Novice builder": {("sql", 2, 1), ("juggling", 1, 2)},
        "Builder": {("sql", 3, 3)},
    }
    assert [one.seniority for one in by_skill.roles] == [2, 1]


def test_topics_ask_for_more_at_each_level_and_keep_the_last() -> None:
    assert told(read("l.yml", TOPICS)) == {
        "Building 1": {("craft", 1, 2)},
        "Building 2": {("craft", 1, 2), ("leading", 3, 2)},
        "Building 3": {("craft", 5, 2), ("leading", 3, 2)},
    }


def test_front_matter_is_read_and_the_rest_of_the_page_is_not() -> None:
    assert told(read("l.md", f"---\n{TOPICS}---\n# About\n- not: [yaml\n")) == told(read("l.yml", TOPICS))


def test_the_highest_proficiency_of_a_theme_counts() -> None:
    pack = read("l.yaml", COMPETENCIES)
    assert told(pack) == {
        "Junior builder": {("craft", 2, 2)},
        "Master builder": {("craft", 5, 2), ("talking", 5, 2)},
    }
    assert {one.family for one in pack.roles} == {"Building"}


def test_the_schema_of_our_own_packs_is_read_with_our_groups() -> None:
    pack = read("l.toml", NATIVE)
    (role,) = pack.roles
    assert (role.id, role.family) == ("northwind:builder", "building")
    assert {(len(one.of), one.level, one.weight) for one in role.needs} == {(1, 4, 3), (12, 2, 2), (1, 1, 2)}
    assert next(one.name for one in role.needs if len(one.of) > 1) == "one server-side language"
    assert [one.id for one in pack.skills] == ["juggling"]


def test_a_role_of_ours_brings_its_rank_and_code() -> None:
    (role,) = read("l.csv", "role,skill,level\nDBA,SQL,4\n").roles
    ours = whole().roles["database-administrator"]
    assert (role.seniority, role.family, role.onet) == (ours.seniority, ours.family, ours.onet)


def test_the_steps_of_a_ladder_are_spread_over_our_levels() -> None:
    assert [spread(step, 6) for step in range(6)] == [1, 2, 3, 3, 4, 5]
    assert [spread(step, 3) for step in range(3)] == [1, 3, 5]
    assert spread(0, 1) == 3


@given(st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(chance: object) -> None:
    assert read("l.csv", shuffled(LONG.strip(), chance)) == read("l.csv", LONG)


@given(st.lists(st.sampled_from(sorted(whole().roles)), min_size=1, max_size=5, unique=True))
def test_a_table_of_our_roles_reads_back_as_it_was(ids: list[str]) -> None:
    roles = [whole().roles[id] for id in ids]

    def plain(role: Role) -> object:
        return role.name, role.seniority, role.family, role.onet, set(role.needs)

    back = read("l.csv", ladder_tables.text(roles, whole()))
    assert {one.name: plain(one) for one in back.roles} == {one.name: plain(one) for one in roles}
    assert not back.skills


def test_a_cell_is_no_formula_and_comes_back_as_it_was() -> None:
    role = Role(id="x", name="=1+1", needs=whole().roles["data-analyst"].needs[:1])
    text = ladder_tables.text([role], whole())
    assert "\n'=1+1," in text
    assert [one.name for one in read("l.csv", text).roles] == ["=1+1"]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("l.csv", LONG.replace("L2,SQL,3", "L2,SQL,6"), "l.csv, line 4: “6” is no level of 0 to 5"),
        ("l.csv", LONG.replace(",3,3", ",3,4"), "l.csv, line 4: “4” is no weight of 1 to 3"),
        ("l.csv", LONG.replace("Builder,L2", ",L2"), "l.csv, line 4: “role” is empty"),
        ("l.csv", LONG.replace("L1,SQL", "L1,"), "l.csv, line 2: “skill” is empty"),
        ("l.csv", "name,age\nx,1\n", "l.csv, line 1: this is no table of a ladder"),
        ("l.csv", "", "asks for no skills"),
        ("l.toml", "[roles", "l.toml cannot be read"),
        ("l.toml", "roles = 3", "it has neither roles nor topics nor competencies"),
        ("l.yml", "a: &a [1]\nb: *a\n", "it has aliases"),
        ("l.yml", "topics: [3]", "a part has the wrong form"),
        ("l.yml", "- 1", "it is no table of names and values"),
        ("l.yml", "[" * 5000, "cannot be read"),
        ("l.md", "# A page", "front matter"),
    ],
)
def test_what_is_wrong_is_said(name: str, text: str, said: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read(name, text)
    assert said in caught.value.sentence


@given(st.sampled_from(["l.csv", "l.toml", "l.yml", "l.md"]), st.text(max_size=120))
def test_any_text_is_read_or_refused(name: str, text: str) -> None:
    for given_ in (text, LONG + text, TOPICS + text, f"---\n{text}\n---"):
        with suppress(Unreadable):
            read(name, given_)


LEAVES = st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.floats()
KEYS = st.sampled_from(
    [
        "roles",
        "topics",
        "competencies",
        "levels",
        "themes",
        "content",
        "level",
        "name",
        "title",
        "id",
        "theme",
        "needs",
    ]
)


@given(st.recursive(LEAVES, lambda one: st.lists(one, max_size=3) | st.dictionaries(KEYS, one, max_size=4)))
def test_any_document_is_read_or_refused(whole_: object) -> None:
    import json

    for text in (json.dumps(whole_), json.dumps({"topics": whole_}), json.dumps({"competencies": whole_})):
        with suppress(Unreadable):
            read("l.yml", text)
