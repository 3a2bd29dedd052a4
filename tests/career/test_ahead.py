"""What the roles further on ask for, and which skill opens most of them."""

from __future__ import annotations

from mentorlog.career.ahead import doors, shared_two_on, two_on
from mentorlog.career.catalogue import PEOPLE
from mentorlog.career.plan import activities, plan
from tests.career.worlds import role, whole, world

HERE = role("here", "a:3", seniority=3)
NEXT = role("next", "c:3", "manage:2", seniority=4)
LEAD = role("lead-x", "d|a:3:3", "lead:4", "manage:3", seniority=5)
HEAD = role("head-x", "e:3", "lead:3", seniority=6)
BACK = role("back", "a:1", "lead:1", seniority=2)
WORLD = world(
    HERE,
    NEXT,
    LEAD,
    HEAD,
    BACK,
    moves=(
        ("here", "next", "step-up"),
        ("next", "lead-x", "step-up"),
        ("next", "head-x", "step-up"),
        ("next", "back", "sideways"),
    ),
)


def test_two_steps_on_are_roles_two_ranks_up_within_two_moves() -> None:
    assert [one.id for one in two_on(HERE, WORLD)] == ["head-x", "lead-x"]
    assert two_on(HEAD, WORLD) == ()


def test_shared_are_people_skills_that_more_than_half_of_them_need() -> None:
    (found,) = shared_two_on(HERE, WORLD)
    assert (found.skill, found.level, len(found.roles), found.of) == ("lead", 3, 2, 2)


def test_what_lies_two_steps_on_is_always_about_people() -> None:
    for one in whole().roles.values():
        for found in shared_two_on(one, whole()):
            assert whole().skills[found.skill].category in PEOPLE
            assert 2 * len(found.roles) > found.of


def test_the_skill_that_opens_most_doors_comes_first() -> None:
    found = doors(["e", "d", "a"], WORLD.roles.values())
    assert [(one.skill, [role.id for role in one.roles]) for one in found] == [
        ("a", ["here", "lead-x", "back"]),
        ("d", ["lead-x"]),
        ("e", ["head-x"]),
    ]


def test_a_plan_holds_the_biggest_gaps_and_then_what_comes_later() -> None:
    found = plan(HERE, {"a": 1}, WORLD)
    assert [(one.skill, one.why, one.now, one.aim) for one in found.items] == [
        ("a", "gap", 1, 3),
        ("lead", "ahead", None, 3),
    ]
    assert found.items[1].shared is not None
    assert [one.skill for one in plan(HERE, {"a": 3, "lead": 3}, WORLD).items] == []
    assert [one.skill for one in plan(HERE, {}, WORLD, gaps=0, ahead=1).items] == ["lead"]


def test_of_a_group_nobody_has_begun_the_plan_takes_what_opens_most_doors() -> None:
    (item,) = plan(role("other", "e|a:3"), {}, WORLD, ahead=0).items
    assert (item.skill, item.now) == ("a", None)
    (begun,) = plan(role("other", "e|a:3"), {"e": 1}, WORLD, ahead=0).items
    assert (begun.skill, begun.now) == ("e", 1)


def test_every_step_of_every_skill_has_something_to_do() -> None:
    for skill in whole().skills.values():
        assert all(activities(skill.category, level, whole()) for level in range(1, 6))


def test_a_plan_begins_with_what_is_rated_and_not_with_what_a_position_lets_suppose() -> None:
    wanted = role("wanted", "a:4:3", "c:3", "d:4")
    catalogue = world(HERE, wanted)
    items = plan(wanted, {"c": 1}, catalogue, HERE, ahead=0).items
    assert [(one.skill, one.now) for one in items] == [("c", 1), ("d", None), ("a", 3)]
