"""The catalogue finds what people call things."""

from __future__ import annotations

import pytest

from mentorlog.career.catalogue import Skill
from mentorlog.errors import Unknown
from tests.career.worlds import role, whole, world


@pytest.mark.parametrize("text", ["database-administrator", "Database Administrator", "DBA", " dba "])
def test_a_role_is_found_by_id_name_and_alias(text: str) -> None:
    assert whole().role(text).id == "database-administrator"


@pytest.mark.parametrize(
    ("text", "id"), [("C#", "c#"), ("c++", "c++"), ("postgres", "postgresql"), ("R", "r")]
)
def test_a_skill_is_found_by_id_name_and_alias(text: str, id: str) -> None:
    assert whole().skill(text).id == id


def test_an_unknown_role_comes_with_the_closest() -> None:
    with pytest.raises(Unknown) as caught:
        whole().role("backend developper")
    assert caught.value.close[0] == "backend-developer"


def test_what_every_role_needs_says_less_than_what_one_needs() -> None:
    found = world(role("one", "a:3", "c:3"), role("two", "a:3"))
    assert found.rarity["a"] == 1
    common, rare = found.weighed(found.roles["one"])
    assert rare > common
    either, alone = found.weighed(role("own", "a|c:3", "a:3"))
    assert either == alone


def test_ones_own_role_replaces_ours_and_counts() -> None:
    before = world(role("one", "a:3"), moves=(("one", "two", "sideways"),))
    after = before.plus([role("one", "c:2"), role("two", "c:1")], [Skill(id="x", name="X")])
    assert [one.of for one in after.roles["one"].needs] == [("c",)]
    assert after.rarity == {"c": 1}
    assert after.move("one", "two") is not None
    assert after.named("x") == "X"
    assert after.named("nowhere") == "nowhere"
