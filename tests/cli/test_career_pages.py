"""`career gap`, `compare`, `path` and `explore`: what a person sees, what scripts read, and what is hidden."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.cli.conftest import Run

PAGES = {
    "gap": ("gap", "backend-developer"),
    "compare": ("compare", "dba", "backend-developer"),
    "path": ("path", "dba", "tech-lead"),
    "explore": ("explore", "--from", "dba"),
}


@pytest.fixture
def sam(sam: Run) -> Run:
    """Sam's journal: a database administrator who aims at a change, and mentors Bo."""
    for argv in (
        ("me", "position", "Database administrator", "--from", "2020-01"),
        ("me", "position", "Sysadmin", "--from", "2024-01", "--for", "bo"),
        ("skill", "add", "Python", "--level", "1"),
        ("skill", "rate", "sql", "4"),
        ("skill", "rate", "python", "2", "--by", "ana"),
        ("skill", "rate", "linux", "3", "--of", "bo"),
        ("role", "aim", "backend-developer", "--by", "2027-03-31"),
        ("role", "aim", "sre", "--for", "bo"),
    ):
        assert run_ok(sam, *argv)
    return sam


def run_ok(run: Run, *argv: str) -> str:
    """What a command printed, which must have ended well."""
    ended = run(*argv)
    assert ended.code == 0, ended.err
    return ended.out or " "


def page(run: Run, *argv: str) -> Any:
    """A career page as JSON."""
    return json.loads(run_ok(run, "career", *argv, "--json"))


@pytest.mark.parametrize("name", PAGES)
def test_every_page_has_a_schema_and_works_without_a_journal(run: Run, name: str) -> None:
    assert page(run, *PAGES[name])["schema"] == f"mentorlog/career-{name}/1"
    assert run_ok(run, "career", *PAGES[name]).strip()


@pytest.mark.parametrize("name", PAGES)
def test_quiet_prints_ids_only(sam: Run, name: str) -> None:
    for line in run_ok(sam, "career", *PAGES[name], "-q").split():
        assert line == line.casefold()


@pytest.mark.parametrize("verb", ["gap", "path", "compare backend-developer", "plan"])
def test_an_unknown_role_is_told_with_the_closest(sam: Run, verb: str) -> None:
    ended = sam("career", *verb.split(), "backend-develper")
    assert (ended.code, ended.out) == (1, "")
    assert "backend-developer" in ended.err


@pytest.mark.parametrize("words", [("gap",), ("compare", "dba"), ("path",), ("plan",)])
def test_without_its_role_a_verb_is_misused(sam: Run, words: tuple[str, ...]) -> None:
    assert sam("career", *words).code == 2


def test_a_gap_shows_now_needed_gap_evidence_plan_and_others(sam: Run) -> None:
    assert run_ok(sam, "win", "add", "Cut p99", "--skill", "sql")
    assert run_ok(sam, "skill", "rate", "sql", "4", "--evidence", "w1")
    assert run_ok(sam, "skill", "plan", "python", "--do", "Write the import script", "--by", "eoq")
    needs = {one["skill"]["id"]: one for one in page(sam, "gap", "backend", "developer")["needs"]}
    sql, python = needs["sql"], needs["python"]
    assert (sql["now"], sql["needed"], sql["gap"], sql["evidence"]) == (4, 3, 0, ["w1"])
    assert (python["now"], python["gap"], python["planned"]) == (1, 2, ["a1"])
    assert python["others"] == [{"by": "Ana Ruiz", "level": 2}]
    assert needs["api-design"]["now"] is needs["api-design"]["gap"] is None
    assert needs["data-modelling"]["via"] == "SQL"
    assert needs["linux"]["position"] == 3


def test_the_biggest_gap_stands_first_and_hours_are_a_range(sam: Run) -> None:
    found = page(sam, "gap", "backend-developer")
    weighed = [(one["gap"] if one["gap"] is not None else one["needed"]) for one in found["needs"]]
    assert weighed[0] > weighed[-1] == 0
    assert 0 < found["hours"]["low"] < found["hours"]["high"]


def test_the_first_thing_to_do_is_a_command_that_works(sam: Run) -> None:
    rate, *_, plan = page(sam, "gap", "backend-developer")["first"]
    words = rate.replace(" N", " 2").replace('"', "").split(" ", 3)
    assert words[:3] == ["mentorlog", "skill", "add"]
    name, level = words[3].split(" --level ")
    assert run_ok(sam, "skill", "add", name, "--level", level)
    assert plan == "mentorlog career plan backend-developer"


def test_hours_follow_the_settings(sam: Run) -> None:
    before = page(sam, "gap", "backend-developer")["hours"]
    for level in ("0-1", "1-2", "2-3"):
        assert run_ok(sam, "config", "set", f"career.hours_per_level.{level}", "1-2")
    after = page(sam, "gap", "backend-developer")["hours"]
    assert after["high"] < before["high"] / 10
    assert "a week" not in run_ok(sam, "career", "gap", "backend-developer")
    assert run_ok(sam, "me", "set", "hours", "5")
    assert "at 5 hours a week that is" in run_ok(sam, "career", "gap", "backend-developer")


def test_weights_follow_the_settings(sam: Run) -> None:
    def points() -> dict[str, float]:
        shelves = page(sam, "explore")["shelves"]
        best = next(
            one for shelf in shelves for one in shelf["options"] if one["role"]["id"] == "backend-developer"
        )
        assert best["score"] == pytest.approx(sum(term["points"] for term in best["terms"]), abs=0.2)
        return {term["name"]: term["points"] for term in best["terms"]}

    assert (points()["wish"], points()["move"]) == (25, 20)
    assert run_ok(sam, "config", "set", "career.weights.wish", "3")
    assert points()["wish"] == 3


def test_explaining_prints_the_sum_with_the_records_behind_it(sam: Run) -> None:
    assert run_ok(sam, "meet", "ana", "-n", "You would be a good data engineer, she said.", "--no-input")
    for more in ((), ("--color", "always")):
        explained = run_ok(sam, "career", "explore", "--explain", *more)
        assert "wish 1.00 × 25" in explained
        assert "It is aimed at. ai1" in explained
        assert "A mentor spoke of it. m1" in explained
        assert "wish 1.00" not in run_ok(sam, "career", "explore", *more)


def test_a_path_begins_with_the_position_held(sam: Run) -> None:
    found = page(sam, "path", "tech-lead")
    assert (found["frm"]["id"], found["held"]) == ("database-administrator", True)
    assert 1 <= len(found["steps"]) <= 4
    assert all(step["kind"] or step["covered"] >= 35 for step in found["steps"])


def test_without_a_position_a_path_asks_where_it_begins(run: Run) -> None:
    ended = run("career", "path", "tech-lead")
    assert ended.code == 2
    assert "mentorlog me position" in ended.err


def test_a_way_that_is_none_says_which_limit_stands_in_it(sam: Run) -> None:
    assert run_ok(sam, "role", "add", "Astronaut", "--need", "spacewalks:5", "--seniority", "7")
    told = run_ok(sam, "career", "path", "astronaut")
    assert "No chain of steps leads there" in told
    assert "mentorlog career gap astronaut" in told


@pytest.mark.parametrize("argv", [("gap", "sre"), ("path", "sre"), ("explore",), ("compare", "dba", "sre")])
def test_a_mentor_sees_the_page_of_a_mentee(sam: Run, argv: tuple[str, ...]) -> None:
    found = page(sam, *argv, "--for", "bo")
    assert found["whose"] == {"name": "Bo Lind", "short": "bo"}
    told = run_ok(sam, "career", *argv, "--for", "bo")
    assert "for Bo Lind" in told
    assert "--for bo" in told


def test_of_a_mentee_what_i_gave_them_counts_and_nothing_of_mine(sam: Run) -> None:
    needs = {one["skill"]["id"]: one for one in page(sam, "gap", "sre", "--for", "bo")["needs"]}
    assert needs["linux"]["now"] == 3
    assert page(sam, "gap", "backend-developer", "--for", "bo")["met"] == 1
    assert page(sam, "path", "sre", "--for", "bo")["frm"]["id"] == "system-administrator"


@pytest.mark.parametrize("ref", ["ro1", "payments", "Payments developer"])
def test_a_role_of_my_own_goes_by_ref_handle_or_name(sam: Run, ref: str) -> None:
    made = (
        "role",
        "add",
        "Payments developer",
        "--handle",
        "payments",
        "--need",
        "python|java:3:3",
        "--need",
        "juggling:1",
    )
    assert run_ok(sam, *made)
    found = page(sam, "gap", ref)
    assert [(one["skill"]["id"], one["now"]) for one in found["needs"]] == [("python", 1), ("juggling", None)]


def test_a_private_rating_aim_or_position_shows_only_when_asked_for(sam: Run) -> None:
    for argv in (
        ("skill", "rate", "sql", "1", "--private"),
        ("role", "aim", "sre", "--private"),
        ("me", "position", "Data engineer", "--from", "2026-02", "--private"),
    ):
        assert run_ok(sam, *argv)
    for more, level, stage, start in (
        ((), 4, "", "database-administrator"),
        (("--private",), 1, "aimed", "data-engineer"),
    ):
        needs = page(sam, "gap", "backend-developer", *more)["needs"]
        assert next(one["now"] for one in needs if one["skill"]["id"] == "sql") == level
        assert page(sam, "gap", "sre", *more)["stage"] == stage
        assert page(sam, "path", "tech-lead", *more)["frm"]["id"] == start


def test_a_picture_is_written(sam: Run, tmp_path: Any) -> None:
    for name, argv in PAGES.items():
        assert run_ok(sam, "career", *argv, "--svg", str(tmp_path / f"{name}.svg"))
        assert (tmp_path / f"{name}.svg").read_text().startswith("<svg")


def test_what_meets_both_roles_is_named_and_its_level_is_that_of_the_gap(sam: Run) -> None:
    both = {one["called"]: one for one in page(sam, "compare", "dba", "backend-developer")["both"]}
    assert (both["Python or Go"]["skill"]["id"], both["Python or Go"]["now"]) == ("python", 1)
    assert both["one relational database"]["here"] == 3
    assert "one scripting language" not in both


@pytest.mark.parametrize("name", PAGES)
def test_a_page_told_of_somebody_keeps_its_words_apart(sam: Run, name: str) -> None:
    asked = PAGES[name] if name != "explore" else ("explore",)
    assert " for Bo Lind" in run_ok(sam, "career", *asked, "--for", "bo").splitlines()[0]


def test_a_way_has_two_ends_at_most(sam: Run) -> None:
    ended = sam("career", "path", "dba", "tech", "lead")
    assert (ended.code, ended.out) == (2, "")
    assert "quotes" in ended.err
    assert sam("career", "path").code == 2


def test_networking_is_about_networks(sam: Run) -> None:
    assert sam("skill", "rate", "networking", "3", "--of", "bo").out.split()[1] == "computer-networks"


def test_hints_about_a_mentee_are_for_the_mentee(run: Run) -> None:
    run_ok(run, "person", "add", "Bo Lind", "--role", "mentee")
    explored = run_ok(run, "career", "explore", "--for", "bo")
    assert "--from 2021-05 --for bo\n" in explored
    assert "mentorlog skill rate sql 3 --of bo\n" in explored
    assert run("me", "--for", "bo").err.endswith("--from 2021-05 --for bo\n")
