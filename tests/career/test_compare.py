"""Two roles side by side, and the most alike."""

from __future__ import annotations

from hypothesis import given, settings

from mentorlog.career.catalogue import Role
from mentorlog.career.compare import compare, likeness, similar
from tests.career.worlds import any_role, role, whole, world


def test_needs_are_shared_or_belong_to_one_side() -> None:
    one, other = role("one", "a:3", "c:2", "d|e:3"), role("two", "a:1:3", "e|f:2", "lead:4")
    found = compare(one, other, world(one, other))
    assert [(both.here.of, both.there.of) for both in found.shared] == [
        (("a",), ("a",)),
        (("d", "e"), ("e", "f")),
    ]
    assert [need.of for need in found.only_here] == [("c",)]
    assert [need.of for need in found.only_there] == [("lead",)]


@given(any_role(), any_role())
@settings(deadline=None)
def test_comparing_loses_no_need_and_is_the_same_from_the_other_side(one: Role, other: Role) -> None:
    found, back = compare(one, other, whole()), compare(other, one, whole())
    assert sorted([*found.only_here, *(both.here for both in found.shared)]) == sorted(one.needs)
    assert sorted([*found.only_there, *(both.there for both in found.shared)]) == sorted(other.needs)
    assert len(found.shared) == len(back.shared)
    assert abs(found.alike - back.alike) < 1e-9


@given(any_role(), any_role())
@settings(deadline=None)
def test_likeness_is_whole_only_with_itself(one: Role, other: Role) -> None:
    assert abs(likeness(one, one, whole()) - 1) < 1e-9
    assert (likeness(one, other, whole()) > 0.97) == (one == other)


def test_the_next_rung_is_among_the_most_alike() -> None:
    found = similar(whole().role("dba"), whole(), top=3)
    assert len(found) == 3
    assert found[0].role.id == "senior-database-administrator"
    assert [one.likeness for one in found] == sorted((one.likeness for one in found), reverse=True)


def test_likeness_of_a_role_without_needs_is_none() -> None:
    assert likeness(role("empty"), role("one", "a:3"), world()) == 0
