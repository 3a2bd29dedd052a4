"""Paths between roles: few steps, likely ones, no great detour, and a plain word when there is none."""

from __future__ import annotations

from hypothesis import given, settings

from mentorlog.career.catalogue import MOST_RISE, Role
from mentorlog.career.path import DETOUR, LEAST_COVERED, MOST_STEPS, Path, path
from tests.career.worlds import any_levels, any_role, role, whole, world
from tests.thorough import many


def ids(found: Path) -> list[str]:
    return [step.to.id for step in found.steps]


def ladder(*kinds: str) -> tuple[tuple[str, str, str], ...]:
    """Moves between roles r0, r1, r2 …"""
    return tuple((f"r{n}", f"r{n + 1}", kind) for n, kind in enumerate(kinds))


def test_the_ladder_of_a_dba_to_it_manager_has_rungs() -> None:
    catalogue = whole()
    found = path(catalogue.role("dba"), catalogue.role("it manager"), {"sql": 4, "linux": 3}, catalogue)
    assert found.found
    assert 2 <= len(found.steps) <= MOST_STEPS
    assert ids(found)[-1] == "it-manager"
    assert all(step.to.seniority - step.frm.seniority <= MOST_RISE for step in found.steps)


def test_who_is_there_already_takes_no_step() -> None:
    dba = whole().role("dba")
    found = path(dba, dba, {}, whole())
    assert found.found
    assert found.steps == ()


def test_a_role_nothing_leads_to_is_out_of_reach() -> None:
    catalogue = world(role("one", "a:3"), role("two", "c:3"))
    found = path(catalogue.roles["one"], catalogue.roles["two"], {}, catalogue)
    assert (found.limit, found.found, found.steps) == ("reach", False, ())


def test_an_unknown_move_counts_when_the_role_before_covers_enough() -> None:
    catalogue = world(role("one", "a:3", "c:3"), role("two", "a:3", "d:3"))
    found = path(catalogue.roles["one"], catalogue.roles["two"], {}, catalogue)
    assert ids(found) == ["two"]
    assert found.steps[0].move is None
    assert found.steps[0].covered >= LEAST_COVERED


def test_five_steps_are_one_too_many() -> None:
    rungs = [role(f"r{n}", f"{skill}:1") for n, skill in enumerate(["a", "c", "d", "e", "f", "lead"])]
    catalogue = world(*rungs, moves=ladder(*["sideways"] * 5))
    assert ids(path(rungs[0], rungs[4], {}, catalogue)) == ["r1", "r2", "r3", "r4"]
    assert path(rungs[0], rungs[5], {}, catalogue).limit == "steps"


def test_a_way_through_much_that_is_not_needed_is_a_detour() -> None:
    rungs = [role("r0", "a:1"), role("r1", "lead:5"), role("r2", "c:3")]
    catalogue = world(*rungs, moves=ladder("sideways", "sideways"))
    assert path(rungs[0], rungs[2], {}, catalogue).limit == "detour"
    assert ids(path(rungs[0], rungs[2], {"lead": 4}, catalogue)) == ["r1", "r2"]


def test_both_limits_may_bind() -> None:
    rungs = [role(f"r{n}", f"{skill}:1") for n, skill in enumerate(["a", "c", "d", "e", "f", "lead"])]
    rungs[2] = role("r2", "d:5")
    catalogue = world(*rungs, moves=ladder(*["sideways"] * 5))
    assert path(rungs[0], rungs[5], {}, catalogue).limit == "steps and detour"


def test_nobody_rises_three_ranks_at_once() -> None:
    low, high = role("low", "a:3", seniority=1), role("high", "a:3", seniority=4)
    assert path(low, high, {}, world(low, high)).limit == "reach"
    middle = role("middle", "a:3", seniority=3)
    assert ids(path(low, high, {}, world(low, high, middle))) == ["middle", "high"]


def test_what_one_can_already_do_shortens_the_way() -> None:
    catalogue = whole()
    dba, backend = catalogue.role("dba"), catalogue.role("backend developer")
    fresh = path(dba, backend, {}, catalogue)
    able = path(dba, backend, {"python": 4, "api-design": 3, "debugging": 3}, catalogue)
    assert able.hours.high < fresh.hours.high


@given(any_role(), any_role(), any_levels())
@settings(deadline=None, max_examples=many(25))
def test_every_path_keeps_the_limits(frm: Role, to: Role, levels: dict[str, int | None]) -> None:
    found = path(frm, to, levels, whole())
    assert found == path(frm, to, levels, whole())
    assert found.found or found.steps == ()
    if not found.steps:
        return
    assert len(found.steps) <= MOST_STEPS
    assert found.steps[0].frm == frm
    assert found.steps[-1].to == to
    assert all(one.to == two.frm for one, two in zip(found.steps, found.steps[1:], strict=False))
    assert all(one.move or one.covered >= LEAST_COVERED for one in found.steps)
    assert found.hours.middle <= DETOUR * found.direct.middle


def test_the_usual_way_is_taken_before_a_stretch_and_before_what_nobody_does() -> None:
    catalogue = whole()
    senior, manager = catalogue.role("senior backend developer"), catalogue.role("engineering manager")
    assert ids(path(senior, manager, {}, catalogue)) == ["tech-lead", "engineering-manager"]
    dba, lead = catalogue.role("dba"), catalogue.role("platform lead")
    found = path(dba, lead, {}, catalogue)
    assert all(step.usual for step in found.steps)


def test_a_rare_step_is_taken_when_the_usual_way_is_far() -> None:
    wanted = ("c:5", "d:5", "f:5", "lead:5")
    rungs = [role("r0", "a:1"), role("r1", "lead:5", "manage:5", "e:5"), role("r2", *wanted)]
    moves = (("r0", "r2", "stretch"), *ladder("step-up", "step-up"))
    assert ids(path(rungs[0], rungs[2], {}, world(*rungs, moves=moves))) == ["r2"]


def test_nobody_is_sent_two_ranks_down_on_the_way() -> None:
    top, middle = role("top", "a:1", seniority=4), role("middle", "a:1", seniority=3)
    low, end = role("low", "a:1", seniority=2), role("end", "c:5", seniority=3)
    falls = (("low", "end", "step-up"),)
    assert path(top, end, {}, world(top, low, end, moves=falls)).limit == "reach"
    assert ids(path(top, end, {}, world(top, middle, low, end, moves=falls))) == ["middle", "low", "end"]
    assert ids(path(top, low, {}, world(top, low, end, moves=falls))) == ["low"]
