"""The gap to a role: honest about what is unrated, fair about what transfers."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from mentorlog.career.catalogue import Role
from mentorlog.career.effort import Hours, hours, total
from mentorlog.career.gap import Gap, gap
from mentorlog.career.standing import coverage, in_role, standing
from tests.career.worlds import STEPS, any_levels, any_role, role, whole, world

ONE = role("one", "a:4:3", "c:3:1", "d|e:2:2")
WORLD = world(ONE)


def short(found: Gap) -> dict[str, int | None]:
    return {line.called: line.gap for line in found.lines}


def test_an_unrated_need_is_unknown_not_zero() -> None:
    assert short(gap(ONE, {"a": 1, "c": None}, WORLD)) == {"A": 3, "D or E": None, "C": None}
    found = gap(ONE, {"a": 0, "c": 0, "d": 0}, WORLD)
    assert short(found) == {"A": 4, "D or E": 2, "C": 3}
    assert found.unrated == ()


def test_the_biggest_gap_by_weight_comes_first() -> None:
    assert [one.called for one in gap(ONE, {"a": 3, "c": 0, "d": 0}, WORLD).lines] == ["D or E", "A", "C"]
    found = gap(ONE, {"a": 0, "c": 0, "d": 0}, WORLD)
    assert [one.called for one in found.lines] == ["A", "D or E", "C"]
    assert found.biggest == found.lines[0]


def test_the_best_of_a_group_meets_it() -> None:
    line = next(one for one in gap(ONE, {"d": 1, "e": 3}, WORLD).lines if one.called == "D or E")
    assert (line.skill, line.now, line.gap) == ("e", 3, 0)


def test_a_level_transfers_in_part_and_says_from_where() -> None:
    line = next(one for one in gap(ONE, {"a": 1, "b": 4}, WORLD).lines if one.called == "A")
    assert (line.now, line.gap, line.counts, line.via, line.missing) == (1, 3, 2.0, "b", 2.0)
    assert line.hours == Hours(40 + 80, 80 + 160)


def test_a_small_transfer_does_not_replace_a_level() -> None:
    line = next(one for one in gap(ONE, {"a": 3, "b": 4}, WORLD).lines if one.called == "A")
    assert (line.counts, line.via) == (3.0, "")


def test_hours_of_what_is_unrated_begin_at_none() -> None:
    assert gap(ONE, {"a": 4, "c": 3}, WORLD).hours == Hours(0, 20 + 40)


def test_a_part_of_a_step_takes_a_part_of_its_hours() -> None:
    assert hours(1.5, 3, STEPS) == Hours(10 + 40, 20 + 80)
    assert hours(4, 2, STEPS) == Hours(0, 0)
    assert total([]) == Hours(0, 0)


def test_the_shares_of_the_needs_make_up_the_role() -> None:
    assert abs(sum(line.share for line in gap(ONE, {}, WORLD).lines) - 1) < 1e-9


def test_what_one_does_not_need_to_be_in_the_catalogue_is_taken_as_it_is() -> None:
    found = gap(role("own", "juggling:3"), {"juggling": 1, "flying": 2}, WORLD)
    assert [(one.called, one.gap) for one in found.lines] == [("juggling", 2)]


def test_a_role_without_needs_is_not_covered() -> None:
    assert gap(role("empty"), {"a": 5}, WORLD).coverage == 0


@given(any_role(), any_levels())
@settings(deadline=None)
def test_coverage_is_between_none_and_all(role: Role, levels: dict[str, int | None]) -> None:
    found = gap(role, levels, whole())
    assert 0 <= found.coverage <= 1
    assert found.hours.low <= found.hours.high


@given(any_role(), any_levels(), st.sampled_from(sorted(whole().skills)))
@settings(deadline=None)
def test_more_of_a_skill_never_covers_less(role: Role, levels: dict[str, int | None], id: str) -> None:
    more = {**levels, id: min(5, (levels.get(id) or 0) + 1)}
    before, after = (coverage(role, standing(one, whole()), whole()) for one in (levels, more))
    assert after >= before - 1e-9


@given(any_role(), any_levels())
@settings(deadline=None)
def test_the_whole_role_is_covered_exactly_when_nothing_is_missing(
    role: Role, levels: dict[str, int | None]
) -> None:
    found = gap(role, levels, whole())
    assert (found.coverage > 1 - 1e-9) == all(line.missing == 0 for line in found.lines)


@given(any_role())
@settings(deadline=None)
def test_a_role_covers_itself(role: Role) -> None:
    assert gap(role, in_role(role, {}, whole()), whole()).met == len(role.needs)
