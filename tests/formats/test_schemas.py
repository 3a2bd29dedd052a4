"""What is said of every answer is read off the types, and every answer is told of."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

import pytest

from mentorlog.cli.pages import LISTS
from mentorlog.domain.frozen import Frozen
from mentorlog.domain.people import Person
from mentorlog.domain.refs import Ref
from mentorlog.formats.json import outline, plain
from mentorlog.formats.schemas.every import every, named, of_name
from mentorlog.formats.shapes import Object, Shapes, document, items
from mentorlog.formats.shapes import outline as outline_shape
from tests.test_layers import TREES, called, name_of
from tests.validator import faults


class Inner(NamedTuple):
    """A pair."""

    ref: Ref
    days: tuple[int, date | None]


class Sample(Frozen):
    """One of everything that a page may hold."""

    name: str
    share: float = 0.5
    inner: tuple[Inner, ...] = ()
    counts: Mapping[Ref, int] = {}
    person: Person | None = None
    told: bool = False


ANA = Person(
    name="Ana",
    handle="ana",
    id=1,
    uid="0190a8c0-7b1e-7cc3-98c4-dc0c0c07398f",
    created_at="2026-05-04T10:00:00.000Z",
    updated_at="2026-05-04T10:00:00.000Z",
)
VALUE = Sample(
    name="a",
    inner=(Inner(Ref("goal", 3), (1, None)), Inner(Ref("win", 1), (2, date(2026, 5, 4)))),
    counts={Ref("note", 2): 1},
    person=ANA,
)  # fmt: skip


def test_what_is_made_of_a_value_fits_what_is_said_of_its_type() -> None:
    said = {"schema": "mentorlog/sample/1", **plain(VALUE)}
    assert list(faults(said, document([("sample", Sample)], "a sample"))) == []


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"name": 1}, "$.name"),
        ({"more": "key"}, "$.more"),
        ({"schema": "mentorlog/other/1"}, "$.schema"),
        ({"inner": [{"ref": "goal", "days": [1, None]}]}, "$.inner[0].ref"),
        ({"inner": [{"ref": "g1", "days": [1]}]}, "$.inner[0].days"),
        ({"counts": {"n2": "often"}}, "$.counts.n2"),
        ({"person": {"ref": "p1"}}, "$.person"),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_what_has_another_form_does_not_fit(change: dict[str, Any], where: str) -> None:
    said = {"schema": "mentorlog/sample/1", **plain(VALUE), **change}
    assert any(one.startswith(where) for one in faults(said, document([("sample", Sample)], "a sample")))


def test_a_key_that_is_missing_is_a_fault() -> None:
    said = {"schema": "mentorlog/sample/1", **plain(VALUE)}
    del said["told"]
    assert list(faults(said, document([("sample", Sample)], ""))) == ["$: told is missing"]


def test_a_type_that_json_does_not_know_is_no_silent_anything() -> None:
    with pytest.raises(TypeError):
        Shapes().of(Iterator[int])


def test_a_private_record_fits_only_its_outline() -> None:
    private = ANA.but(visibility="private")
    said = {"schema": "mentorlog/person/1", **plain(outline(private))}
    assert list(faults(said, document([("person", outline_shape("person"))], ""))) == []
    assert list(faults(said | {"name": "Ana"}, document([("person", outline_shape("person"))], "")))


def test_a_list_made_by_hand_says_all_its_keys() -> None:
    schema = document([("x-list", items(Object({"key": str}, {"note": str}), total=int))], "")
    assert not list(faults({"schema": "mentorlog/x-list/1", "items": [{"key": "a"}], "total": 1}, schema))
    assert list(
        faults({"schema": "mentorlog/x-list/1", "items": [{"key": "a", "new": 1}], "total": 1}, schema)
    )


@pytest.mark.parametrize("name", sorted(named()))
def test_every_schema_is_closed_and_whole(name: str) -> None:
    schema = of_name(name)
    assert schema is not None
    known = set(schema.get("$defs", {}))
    for one in _inside(schema):
        assert "$ref" not in one or one["$ref"].removeprefix("#/$defs/") in known
        if "properties" in one and set(one["properties"]) != {"kind", "uid"}:  # any record, in a journal
            assert one["additionalProperties"] is False
            assert set(one.get("required", ())) <= set(one["properties"])


def _inside(schema: Any) -> Iterator[dict[str, Any]]:
    for one in schema.values() if isinstance(schema, dict) else schema:
        if isinstance(one, dict | list):
            yield from _inside(one)
    if isinstance(schema, dict):
        yield schema


TOLD_LATE = {
    *("cli/lists.py", "cli/pages.py", "cli/show.py", "cli/career_standpoint.py"),
    "env.py",
}
"""Where a name is put together while it runs: the tests of every command look at those."""


def test_every_name_that_a_command_gives_is_told_of() -> None:
    """Names are the first word of `give`, `show` and `dump`, the third of `page`, or the view's own."""
    known, late = set(named()), set()
    for path, tree in TREES.items():
        if "formats" in path.parts:
            continue
        for name in _given(tree):
            if isinstance(name, ast.Constant) and name.value not in LISTS:  # those are lists in JSON
                assert name.value in known, f"{name_of(path)}: {name.value}"
            elif not isinstance(name, ast.Constant):
                late.add(name_of(path))
    assert {one for one in late if not one.startswith("cli/export_")} <= TOLD_LATE


def _given(tree: ast.AST) -> Iterator[ast.expr]:
    for call in called(tree):
        named_ = {one.arg: one.value for one in call.keywords}
        match call.func:
            case ast.Attribute(attr="give" | "show") if len(call.args) > 1 and ast.unparse(
                call.func
            ).startswith("env"):
                yield call.args[0]
            case ast.Name(id="dump"):
                yield call.args[0]
            case ast.Name(id="page") if len(call.args) == 3 and ast.unparse(call.args[0]).startswith("env"):
                yield named_.get("schema", call.args[1])


def test_no_command_is_told_of_twice_with_the_same_form() -> None:
    seen = [(one.name, repr(one.shape), command) for one in every() for command in one.commands]
    assert len(seen) == len(set(seen))
