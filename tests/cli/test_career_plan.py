"""`career plan`: shown first, then written as it was chosen, in one step, and never twice."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.cli.conftest import Run

PLAN = ("career", "plan", "backend-developer")


@pytest.fixture
def sam(sam: Run) -> Run:
    """Sam's journal: a database administrator who knows a little Python."""
    assert sam("me", "position", "Database administrator", "--from", "2020-01").code == 0
    assert sam("skill", "add", "Python", "--level", "1").code == 0
    return sam


def plan(run: Run, *more: str) -> Any:
    """The plan as JSON."""
    ended = run(*PLAN, *more, "--json")
    assert ended.code == 0, ended.err
    return json.loads(ended.out)


def items(run: Run, *argv: str) -> list[dict[str, Any]]:
    """The records of a list."""
    found: list[dict[str, Any]] = json.loads(run(*argv, "--json").out)["items"]
    return found


def counted(run: Run) -> list[int]:
    """How many actions, resources, goals and skills there are."""
    return [len(items(run, noun, "list")) for noun in ("action", "resource", "goal", "skill")]


def test_nothing_is_written_before_it_was_chosen(sam: Run) -> None:
    before = counted(sam)
    for more in ((), ("--pick", "1"), ("--no-input",), ("--json",), ("-q",)):
        assert sam(*PLAN, *more).code == 0
        assert counted(sam) == before
    assert "Add --yes" in sam(*PLAN, "--pick", "1").err


def test_what_is_known_to_be_missing_comes_before_what_is_unrated(sam: Run) -> None:
    offers = plan(sam)["offers"]
    assert offers[0]["skill"] == {"id": "python", "name": "Python"}
    assert (offers[0]["now"], offers[0]["start"], offers[0]["aim"]) == (1, 1, 3)
    assert [one["number"] for one in offers] == [*range(1, len(offers) + 1)]
    assert {one["why"] for one in offers} == {"gap", "ahead"}


def test_chosen_offers_become_actions_resources_skills_and_the_goal(sam: Run) -> None:
    offers = plan(sam)["offers"]
    goal = len(offers) + 1
    ended = sam(*PLAN, "--pick", f"1,2,{goal}", "--by", "2027-03-31", "--yes")
    assert ended.code == 0
    assert ended.out.splitlines()[0] == "g1    goal · Become a backend developer · 31 Mar 2027"
    actions = items(sam, "action", "list")
    assert [one["text"] for one in actions] == [one["action"] for one in offers[:2]]
    assert [one["due"] for one in actions] == [one["due"] for one in offers[:2]]
    assert {one["goal"] for one in actions} == {"g1"}
    resources = {one["title"] for one in items(sam, "resource", "list")}
    assert resources == {one["resource"] for one in offers[:2]} - {""}
    assert items(sam, "goal", "list")[0]["role"] == "backend-developer"
    handles = {one["handle"] for one in items(sam, "skill", "list")}
    assert {one["id"] for one in offers[:2]} <= handles


def test_one_undo_takes_all_of_it_back(sam: Run) -> None:
    before = counted(sam)
    assert sam(*PLAN, "--pick", "all", "--yes").code == 0
    assert counted(sam) != before
    assert sam("undo").code == 0
    assert counted(sam) == before


def test_a_second_plan_does_not_offer_what_is_planned(sam: Run) -> None:
    first = plan(sam)["offers"]
    assert sam(*PLAN, "--pick", "1,2", "--yes").code == 0
    again = plan(sam)
    done = {one["id"] for one in first[:2]}
    assert not done & {one["id"] for one in again["offers"]}
    assert {one["skill"]["id"] for one in again["planned"]} >= {"python"}
    assert sam(*PLAN, "--pick", "all", "--yes").code == 0
    assert "The biggest gaps are planned for already." in sam(*PLAN).out
    last = plan(sam)
    assert last["goal"]["ref"] == "g1"
    shown = {one["id"] for one in (*first, *again["offers"])}
    assert not shown & {one["id"] for one in last["offers"]}


def test_on_a_terminal_it_asks_which_and_enter_writes_none(sam: Run) -> None:
    before = counted(sam)
    ended = sam(*PLAN, stdin="\n", tty=True)
    assert "Which to write?" in ended.err
    assert counted(sam) == before
    ended = sam(*PLAN, stdin="1, 3\n", tty=True)
    assert ended.code == 0
    assert len(items(sam, "action", "list")) == 2
    assert "Plan towards Backend developer" in ended.out


@pytest.mark.parametrize(("answer", "count"), [("y\n", 1), ("\n", 1), ("n\n", 0)])
def test_a_pick_on_a_terminal_is_confirmed(sam: Run, answer: str, count: int) -> None:
    assert sam(*PLAN, "--pick", "1", stdin=answer, tty=True).code == 0
    assert len(items(sam, "action", "list")) == count


@pytest.mark.parametrize("pick", ["0", "99", "x", "1,x", "-1", "1.5", "²"])
def test_a_number_that_is_none_of_the_plan_writes_nothing(sam: Run, pick: str) -> None:
    ended = sam(*PLAN, f"--pick={pick}", "--yes")
    assert (ended.code, ended.out) == (1, "")
    assert "is no number of this plan" in ended.err
    assert items(sam, "action", "list") == []


def test_a_mentor_plans_for_a_mentee_who_then_owns_it(sam: Run) -> None:
    assert sam("skill", "rate", "sql", "2", "--of", "bo").code == 0
    shown = plan(sam, "--for", "bo")
    assert all(one["resource"] == "" for one in shown["offers"])
    ended = sam(*PLAN, "--for", "bo", "--pick", "all", "--yes")
    assert ended.code == 0
    actions = items(sam, "action", "list")
    assert len(actions) == len(shown["offers"])
    assert {one["owner"] for one in actions} == {"p2"}
    assert items(sam, "goal", "list")[0]["person"] == "p2"
    assert plan(sam)["goal"]["ref"] is None
    assert plan(sam, "--for", "bo")["goal"]["ref"] == "g1"


def test_json_names_what_was_kept_in_one_document(sam: Run) -> None:
    made = json.loads(sam(*PLAN, "--pick", "1", "--yes", "--json").out)
    assert made["schema"] == "mentorlog/career-plan/1"
    assert made["kept"][0] == "a1"
    assert sam(*PLAN, "--pick", "1", "--yes", "-q").out.split()[0].startswith(("s", "a"))


def test_a_private_plan_is_not_quoted_and_stays_off_the_screen(sam: Run) -> None:
    action = plan(sam)["offers"][0]["action"]
    ended = sam(*PLAN, "--pick", "1", "--yes", "--private")
    assert action not in ended.out
    assert "PRIVATE" in ended.out
    assert items(sam, "action", "list") == []
    assert plan(sam, "--private")["planned"]


def test_days_follow_the_hours_a_week(sam: Run) -> None:
    slow = plan(sam)
    assert (slow["weekly"], slow["told"]) == (5, False)
    assert sam("me", "set", "hours", "20").code == 0
    quick = plan(sam)
    assert (quick["weekly"], quick["told"]) == (20, True)
    assert quick["offers"][-1]["due"] < slow["offers"][-1]["due"]
    days = [one["due"] for one in quick["offers"]]
    assert days == sorted(days)


def test_a_skill_somebody_hid_is_used_and_not_doubled(sam: Run) -> None:
    second = plan(sam)["offers"][1]
    assert sam("skill", "add", second["skill"]["name"], "--private").code == 0
    assert sam(*PLAN, "--pick", "2", "--yes").code == 0
    assert items(sam, "action", "list") == []
    shown = items(sam, "action", "list", "--private")
    assert len(shown) == 1


def test_a_second_plan_leaves_time_for_the_first(sam: Run) -> None:
    first = plan(sam)["offers"]
    assert sam(*PLAN, "--pick", "1,2", "--yes").code == 0
    assert plan(sam)["offers"][0]["due"] == first[2]["due"]


def test_what_is_planned_for_a_mentee_reads_as_theirs_and_is_no_skill_of_mine(sam: Run) -> None:
    assert sam("skill", "rate", "linux", "2", "--of", "bo").code == 0
    before = items(sam, "skill", "list")
    ended = sam(*PLAN, "--for", "bo", "--pick", "all", "--yes")
    assert ended.out.startswith("g1    goal · Bo Lind becomes a backend developer")
    assert items(sam, "skill", "list") == before
    action = items(sam, "action", "list")[0]
    assert action["text"] not in sam("skill", "show", action["skill"]).out
    assert "a rule of thumb" in sam(*PLAN, "--for", "bo").out or not plan(sam, "--for", "bo")["offers"]
