"""The catalogue we bring is clean, and the check sees each kind of fault."""

from __future__ import annotations

import pytest

from mentorlog.career.catalogue import Activity, Catalogue, Move, Role, Skill
from mentorlog.career.check import check, not_technical
from mentorlog.career.effort import Hours
from mentorlog.career.pack import need
from tests.career.worlds import whole


def kinds(catalogue: Catalogue) -> set[str]:
    return {one.kind for one in check(catalogue)}


def with_(role: Role, *moves: Move) -> Catalogue:
    """The whole catalogue with one role changed or added, and further moves."""
    base = whole().plus([role])
    every = (*(one for some in base.moves.values() for one in some), *moves)
    return Catalogue.of(base.skills.values(), base.roles.values(), every, base.activities, base.hours)


DBA = whole().roles["database-administrator"]
NEW = DBA.but(id="new", name="New", aliases=(), needs=DBA.needs[:14])


def test_the_catalogue_we_bring_is_clean() -> None:
    assert check(whole()) == ()


def test_the_catalogue_is_as_big_as_we_say() -> None:
    found = whole()
    assert len(found.roles) >= 40
    assert len(found.skills) >= 150
    assert not_technical(found) >= 0.3
    assert sum(map(len, found.moves.values())) >= 120
    assert all(15 <= len(role.needs) <= 20 for role in found.roles.values())
    assert all(move.note.endswith(".") for moves in found.moves.values() for move in moves)


@pytest.mark.parametrize(
    ("kind", "role"),
    [
        ("unknown id", NEW.but(needs=(*NEW.needs, need("juggling:3")))),
        ("few needs", NEW.but(needs=NEW.needs[:9])),
        ("needed twice", NEW.but(needs=(*NEW.needs, need("sql:2")))),
        ("twins", NEW.but(needs=DBA.needs)),
        ("dead end", NEW),
        ("unreachable", NEW),
        ("alias clash", NEW.but(aliases=("DBA",))),
        ("out of range", NEW.but(seniority=8)),
        ("out of range", NEW.but(needs=(*NEW.needs, need("kanban:6")))),
        ("out of range", NEW.but(needs=(*NEW.needs, need("kanban:3:4")))),
        ("too technical", NEW.but(needs=tuple(one for one in NEW.needs if one.of[0] != "explaining")[:10])),
        ("odd id", NEW.but(id="Brand new")),
    ],
)
def test_a_faulty_role_is_seen(kind: str, role: Role) -> None:
    assert kind in kinds(with_(role))


@pytest.mark.parametrize(
    ("kind", "move"),
    [
        ("missing rung", Move("junior-developer", "tech-lead", "step-up")),
        ("wrong kind", Move("tech-lead", "junior-developer", "sideways")),
        ("wrong kind", Move("backend-developer", "mobile-developer", "step-up")),
        ("out of range", Move("backend-developer", "mobile-developer", "promotion")),
        ("unknown id", Move("backend-developer", "astronaut", "stretch")),
    ],
)
def test_a_faulty_move_is_seen(kind: str, move: Move) -> None:
    assert kind in kinds(with_(DBA, move))


@pytest.mark.parametrize(
    ("kind", "skill"),
    [
        ("unused skill", Skill(id="juggling", name="Juggling")),
        ("unknown id", Skill(id="sql", name="SQL", transfer={"juggling": 0.5})),
        ("out of range", Skill(id="sql", name="SQL", transfer={"python": 1.5})),
        ("out of range", Skill(id="sql", name="SQL", category="magic")),
        ("alias clash", Skill(id="sql", name="SQL", aliases=("golang",))),
    ],
)
def test_a_faulty_skill_is_seen(kind: str, skill: Skill) -> None:
    assert kind in kinds(whole().plus((), [skill]))


def test_too_many_technical_skills_are_seen() -> None:
    many = [Skill(id=f"tool-{n}-x", name=f"Tool {n} x") for n in range(100)]
    assert "skills" in {one.id for one in check(whole().plus((), many)) if one.kind == "too technical"}


def test_hours_and_activities_are_looked_at() -> None:
    base = whole()
    short = Catalogue.of(base.skills.values(), base.roles.values(), (), (), (Hours(9, 3),))
    assert {"hours", "no activity"} <= kinds(short)
    one = Activity(id="book", name="Book", words="Read", categories=("technical",), levels=(1,))
    left = Catalogue.of(base.skills.values(), base.roles.values(), (), (one,), base.hours)
    said = [(fault.id, fault.says) for fault in check(left) if fault.kind == "no activity"]
    assert ("technical", "Nothing leads to level 1.") not in said
    assert ("technical", "Nothing leads to level 2.") in said
