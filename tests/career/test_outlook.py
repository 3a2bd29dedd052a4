"""The outlook: the role of now and the nearest ones, each with how far it is covered."""

from __future__ import annotations

from datetime import date

from mentorlog.career.catalogue import KINDS
from mentorlog.career.outlook import MOST, outlook
from mentorlog.career.pack import load
from mentorlog.domain.careers import Said
from mentorlog.domain.roles import Aim, Position
from mentorlog.domain.skills import Rating, Skill

TODAY = date(2026, 5, 4)
SQL, MINE = Skill(id=1, name="SQL", handle="sql"), Rating(id=1, skill_id=1, level=4, day=TODAY)
DBA = Position(id=1, title="Database administrator", day=date(2021, 5, 1))
OURS = load()


def test_the_role_of_now_is_fully_covered_and_was_not_assumed() -> None:
    found = outlook(Said(today=TODAY, positions=(DBA,)), OURS)
    assert found
    assert (found.here.id, found.assumed, found.covered) == ("database-administrator", False, 1)
    assert {shelf.kind for shelf in found.shelves} <= set(KINDS)
    assert all(0 < len(shelf.options) <= MOST for shelf in found.shelves)


def test_without_a_position_it_looks_from_the_role_covered_best() -> None:
    found = outlook(Said(today=TODAY, skills=(SQL,), ratings=(MINE,)), OURS)
    assert found
    assert found.assumed
    assert 0 < found.covered < 1


def test_what_is_aimed_at_and_explored_is_told_apart() -> None:
    aims = (
        Aim(id=1, what="data-engineer", stage="exploring", day=TODAY),
        Aim(id=2, what="backend-developer", stage="aimed", day=TODAY),
    )
    found = outlook(Said(today=TODAY, positions=(DBA,), aims=aims), OURS)
    assert found
    assert found.wishes == {"data-engineer": "explored", "backend-developer": "aimed at"}
    assert set(found.wishes) <= {one.role.id for shelf in found.shelves for one in shelf.options}


def test_with_nothing_to_go_by_there_is_none() -> None:
    assert outlook(Said(today=TODAY), OURS) is None
    assert outlook(Said(today=TODAY, skills=(SQL,)), OURS) is None
