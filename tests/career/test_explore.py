"""Where next: three shelves, each score the sum of its terms, nothing there for likeness alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorlog.career.catalogue import Catalogue, Role
from mentorlog.career.explore import WEIGHTS, Option, Shelves, Signals, explore
from mentorlog.domain.refs import Ref
from mentorlog.errors import Unknown
from tests.career.worlds import any_levels, any_role, role, whole, world
from tests.thorough import many

HERE = role("here", "a:3", "c:3")
LIKE = role("like", "a:3", "c:3", "d:1", family="craft")
FAR = role("far", "e:3", "f:3", seniority=5)
UP = role("up", "a:3", "d:3", seniority=4)


def options(shelves: Shelves) -> list[Option]:
    return [*shelves.step_up, *shelves.sideways, *shelves.stretch]


def ids(shelves: Shelves) -> list[str]:
    return [one.role.id for one in options(shelves)]


def see(signals: Signals | None = None, moves: tuple[tuple[str, str, str], ...] = ()) -> Shelves:
    catalogue: Catalogue = world(HERE, LIKE, FAR, UP, moves=moves)
    return explore(HERE, {"a": 3, "c": 3}, catalogue, signals)


def test_likeness_alone_brings_no_role_on_a_shelf() -> None:
    assert ids(see()) == []


def test_a_known_move_a_goal_or_a_mentors_word_does() -> None:
    assert ids(see(moves=(("here", "up", "step-up"),))) == ["up"]
    assert ids(see(Signals(goals={"far": ()}))) == ["far"]
    assert ids(see(Signals(mentions={"far": ()}))) == ["far"]
    assert ids(see(Signals(interests={"far": ()}))) == ["far"]


def test_an_interest_in_a_family_or_skill_brings_only_roles_within_reach() -> None:
    assert ids(see(Signals(interests={"craft": ()}))) == ["like"]
    assert ids(see(Signals(interests={"e": ()}))) == []


def test_the_shelf_of_a_known_move_is_its_kind_and_of_others_by_rank_and_coverage() -> None:
    found = see(Signals(goals={"up": (), "far": (), "like": ()}))
    shelves = (found.step_up, found.sideways, found.stretch)
    assert [[one.role.id for one in shelf] for shelf in shelves] == [["up"], ["like"], ["far"]]
    assert [one.role.id for one in see(moves=(("here", "up", "stretch"),)).stretch] == ["up"]


def test_every_term_names_the_records_behind_it() -> None:
    said = Signals(goals={"up": (Ref("goal", 1),)}, mentions={"up": (Ref("meeting", 4), Ref("note", 2))})
    terms = {one.name: one for one in see(said).step_up[0].terms}
    assert terms["wish"].refs == (Ref("goal", 1),)
    assert terms["mention"].refs == (Ref("meeting", 4), Ref("note", 2))
    assert terms["coverage"].words == "45% of it is covered."


def test_weights_can_be_replaced_by_name_only() -> None:
    catalogue = world(HERE, UP, moves=(("here", "up", "step-up"),))
    found = explore(HERE, {}, catalogue, weights={"move": 7}).step_up[0]
    assert next(one.points for one in found.terms if one.name == "move") == 7
    with pytest.raises(Unknown, match="weight"):
        explore(HERE, {}, catalogue, weights={"luck": 7})


def test_without_a_role_the_best_covered_one_is_taken_and_said() -> None:
    levels = {"sql": 4, "backups": 4, "postgresql": 3}
    found = explore(None, levels, whole())
    assert found.assumed
    assert found.here == whole().role("dba")
    assert explore(None, {}, whole()) == Shelves()


def test_a_goal_outweighs_a_like_move() -> None:
    dba = whole().role("dba")
    plain = explore(dba, {}, whole())
    aimed = explore(dba, {}, whole(), Signals(goals={"backend-developer": ()}))
    assert plain.sideways[0].role.id != "backend-developer"
    assert aimed.sideways[0].role.id == "backend-developer"


@given(
    any_role(), any_levels(), st.sampled_from(sorted(whole().roles)), st.sampled_from(sorted(whole().skills))
)
@settings(deadline=None, max_examples=many(50))
def test_a_score_is_the_sum_of_its_terms_and_shelves_are_in_order(
    here: Role, levels: dict[str, int | None], goal: str, interest: str
) -> None:
    said = Signals(goals={goal: ()}, mentions={goal: ()}, interests={interest: ()})
    found = explore(here, levels, whole(), said)
    for shelf in (found.step_up, found.sideways, found.stretch):
        assert [one.score for one in shelf] == sorted((one.score for one in shelf), reverse=True)
    for one in options(found):
        assert one.score == round(sum(term.share * term.weight for term in one.terms), 4)
        assert all(0 < term.share <= 1 and term.weight == WEIGHTS[term.name] for term in one.terms)
        assert {"move", "wish", "mention"} & {term.name for term in one.terms}


def test_terms_add_up_as_they_are_shown() -> None:
    for one in options(explore(whole().role("dba"), {"python": 1}, whole())):
        assert all(term.share == round(term.share, 2) for term in one.terms)
