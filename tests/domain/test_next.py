"""The order of suggestions, the first three, their numbers, and what was put to rest."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorlog.domain.actions import Action
from mentorlog.domain.feedback import Feedback
from mentorlog.domain.goals import Goal
from mentorlog.domain.links import Mute
from mentorlog.domain.next import RULES, Suggestion, concerning, suggestions, top
from mentorlog.domain.notes import Note
from mentorlog.domain.people import Mentorship, Person
from mentorlog.domain.refs import Ref
from mentorlog.domain.skills import Rating, Skill
from mentorlog.domain.snapshot import Snapshot
from tests.thorough import many

TODAY = date(2026, 5, 4)
PEOPLE = {1: Person(id=1, name="Ana Ruiz", handle="ana"), 2: Person(id=2, name="Bo", handle="bo")}


def promised(number: int, person: int | None, late: int, **given: object) -> Action:
    due = TODAY - timedelta(days=late)
    return Action(**{"id": number, "text": f"Thing {number}", "person_id": person, "due": due, **given})


def journal(**given: object) -> Snapshot:
    return Snapshot(**{"today": TODAY, "people": PEOPLE, **given})


def shown(found: tuple[Suggestion, ...]) -> list[str]:
    return [f"{one.number} {one.code} {one.refs[0]}" for one in found]


BLANKS = {'"…"', "DATE", "REF", "N", "N%", "meet"}
"""What only the person can fill in; `meet` asks for the whole conversation."""

days = st.integers(-40, 200).map(lambda ago: TODAY - timedelta(days=ago))
person = st.sampled_from([None, 1, 2, 3])
actions = st.builds(
    lambda **given: Action(text="Do it", **given),
    id=st.integers(1, 50),
    owner_id=person,
    person_id=person,
    goal_id=st.sampled_from([None, 1, 2]),
    due=st.none() | days,
    state=st.sampled_from(["open", "done", "dropped"]),
    ended=st.none() | days,
    snoozes=st.integers(0, 5),
)
goals = st.builds(
    lambda **given: Goal(title="Grow", **given),
    id=st.integers(1, 9),
    due=st.none() | days,
    started=days,
    measure=st.sampled_from(["percent", "steps", "count"]),
    done_when=st.sampled_from(["", "An offer"]),
    state=st.sampled_from(["open", "paused", "met"]),
)
feedback = st.builds(Feedback, id=st.integers(1, 20), from_id=person, to_id=person, day=days)
skills = st.builds(
    lambda number, target: Skill(id=number, name=f"S{number}", handle=f"s-{number}", target=target),
    st.integers(1, 5),
    st.none() | st.integers(0, 5),
)
ratings = st.builds(
    Rating, id=st.integers(1, 40), skill_id=st.integers(1, 5), level=st.integers(0, 5), by_id=person, day=days
)
mentorships = st.builds(
    lambda **given: Mentorship(side="mentee", **given),
    id=st.integers(1, 9),
    person_id=st.sampled_from([1, 2, 3]),
    cadence=st.none() | st.integers(1, 90),
    started=days,
    paused_until=st.none() | days,
)


def several(one: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(one, max_size=6, unique_by=lambda record: record.id).map(tuple)


journals = st.builds(
    journal,
    actions=several(actions),
    goals=several(goals),
    feedback=several(feedback),
    skills=several(skills),
    ratings=several(ratings),
    mentorships=several(mentorships),
    active_days=st.just({TODAY - timedelta(days=ago): 1 for ago in range(5)}),
    first_day=st.none() | days,
)


@given(journals)
@settings(deadline=None, max_examples=many(150))
def test_every_suggestion_has_a_receipt_and_a_command_and_only_overdue_promises_weigh_most(
    found_in: Snapshot,
) -> None:
    found = suggestions(found_in)
    assert [one.number for one in found] == list(range(1, len(found) + 1))
    assert {one.code for one in found} <= {rule.code for rule in RULES}
    for one in found:
        assert one.refs
        assert one.reasons
        assert one.title.endswith(".")
        assert one.command.startswith("mentorlog ")
        assert one.ready == BLANKS.isdisjoint(one.command.split())
        late = one.code == "promise" and one.day < TODAY
        assert (one.weight > 90) == late
        assert 0 <= one.weight <= 100


@given(journals)
@settings(deadline=None, max_examples=many(100))
def test_the_first_three_serve_different_people_and_goals_and_keep_their_numbers(found_in: Snapshot) -> None:
    found = suggestions(found_in)
    lead = top(found, 3)
    for served in ([one.person for one in lead], [one.goal for one in lead]):
        known = [one for one in served if one is not None]
        assert len(known) == len(set(known))
    assert lead == found[: len(lead)]
    assert top(found, 2) == lead[:2]
    assert top(found, 5) == found[:5]
    assert bool(lead) == bool(found)


@given(journals, st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=many(60))
def test_the_order_of_the_records_does_not_change_the_order_of_the_list(
    one: Snapshot, chance: random.Random
) -> None:
    mixed = one.but(
        **{
            name: tuple(chance.sample(getattr(one, name), len(getattr(one, name))))
            for name in ("actions", "goals", "feedback", "skills", "ratings", "mentorships")
        }
    )
    assert suggestions(mixed) == suggestions(one)


def test_of_two_with_one_weight_the_earlier_day_comes_first_then_the_ref() -> None:
    found = suggestions(
        journal(actions=(promised(9, None, 20), promised(3, None, 30), promised(2, None, 20)))
    )
    assert shown(found) == ["1 overdue a3", "2 overdue a2", "3 overdue a9"]


def test_a_second_promise_to_the_same_person_waits_behind_the_first_three() -> None:
    found = suggestions(
        journal(
            actions=(
                promised(1, 1, 9),
                promised(2, 1, 8),
                promised(3, 2, 1),
                promised(4, None, 3),
                promised(5, None, 1),
            )
        )
    )
    assert shown(found) == ["1 promise a1", "2 promise a3", "3 overdue a4", "4 promise a2", "5 overdue a5"]
    assert shown(top(found, 3)) == shown(found)[:3]


def test_one_goal_has_one_place_among_the_first_three() -> None:
    goal = Goal(id=1, title="Move", started=date(2025, 1, 1))
    found = suggestions(journal(goals=(goal,), actions=(promised(1, 2, 1, goal_id=1),)))
    assert shown(found)[0] == "1 promise a1"
    assert len(found) == 4
    assert shown(top(found, 3)) == ["1 promise a1"]


@pytest.mark.parametrize(
    ("mute", "left"),
    [
        (Mute(code="promise", about="a1"), ["a2"]),
        (Mute(code="promise"), []),
        (Mute(code="promise", about="a1", until=TODAY + timedelta(days=1)), ["a2"]),
        (Mute(code="promise", about="a1", until=TODAY), ["a1", "a2"]),
        (Mute(code="overdue", about="a1"), ["a1", "a2"]),
        (Mute(code="promise", about="a11"), ["a1", "a2"]),
    ],
    ids=[
        "one for good",
        "a whole rule",
        "until tomorrow",
        "until today is over",
        "another rule",
        "another record",
    ],
)
def test_what_was_put_to_rest_is_hidden_and_nothing_else(mute: Mute, left: list[str]) -> None:
    found = suggestions(journal(actions=(promised(1, 1, 9), promised(2, 2, 8)), mutes=(mute,)))
    assert [str(one.refs[0]) for one in found] == left


def test_a_snoozed_win_stays_hidden_when_what_it_rests_on_changes() -> None:
    busy = {TODAY - timedelta(days=ago): 1 for ago in range(5)}
    quiet = journal(
        active_days=busy, first_day=date(2026, 1, 1), mutes=(Mute(code="wins", until=date(2026, 6, 1)),)
    )
    for number in (1, 2):
        finished = Action(id=number, text="Talk", state="done", ended=TODAY)
        assert not suggestions(quiet.but(actions=(finished,)))
        assert suggestions(quiet.but(actions=(finished,), mutes=()))[0].about == ""


def test_a_person_a_goal_or_a_record_picks_its_suggestions_with_their_numbers() -> None:
    note = Note(id=31, text="Look", day=TODAY, revisit=TODAY)
    found = suggestions(journal(actions=(promised(1, 1, 9), promised(3, 2, 1, goal_id=4)), notes=(note,)))
    assert shown(concerning(found, Ref("person", 2))) == ["2 promise a3"]
    assert shown(concerning(found, Ref("goal", 4))) == ["2 promise a3"]
    assert shown(concerning(found, Ref("note", 31))) == ["3 revisit n31"]


def test_every_rule_has_a_code_of_its_own_and_one_sentence() -> None:
    codes = [rule.code for rule in RULES]
    assert len(codes) == len(set(codes))
    assert all(rule.says.endswith(".") and rule.says.count(". ") == 0 for rule in RULES)


def test_an_empty_journal_suggests_nothing() -> None:
    assert suggestions(Snapshot(today=TODAY)) == ()


def test_a_skill_that_is_the_gap_to_a_role_is_not_the_gap_to_my_aim_as_well() -> None:
    sql = Skill(id=1, name="SQL", handle="sql", target=4)
    now = journal(skills=(sql,), ratings=(Rating(id=1, skill_id=1, level=1, day=TODAY),))

    def codes(about: Ref, person: int | None = None, mutes: tuple[Mute, ...] = ()) -> set[str]:
        first = Suggestion(
            code="gap-first",
            title="x",
            reasons=("x",),
            refs=(about,),
            command="x",
            day=TODAY,
            weight=42,
            person=person,
        )
        return {one.code for one in suggestions(now.but(mutes=mutes), [first])} & {"gap", "gap-first"}

    assert codes(sql.ref) == {"gap-first"}
    assert codes(Ref("skill", 2)) == {"gap", "gap-first"}
    assert codes(sql.ref, person=2) == {"gap", "gap-first"}  # Bo's gap is not mine
    assert codes(sql.ref, mutes=(Mute(code="gap-first"),)) == {"gap"}
