"""Three ways people go, through the commands, by shape: figures of the catalogue may change, these must not."""

from __future__ import annotations

import json
from typing import Any

from tests.cli.conftest import Run


def page(run: Run, *argv: str) -> Any:
    """A career page as JSON."""
    ended = run("career", *argv, "--json")
    assert ended.code == 0, ended.err
    return json.loads(ended.out)


def said(run: Run, *argv: str) -> str:
    ended = run(*argv)
    assert ended.code == 0, ended.err
    return ended.out


def test_a_database_administrator_wonders_about_programming(run: Run) -> None:
    said(run, "me", "position", "Database administrator", "--from", "2015-03")
    said(run, "skill", "add", "SQL", "--level", "4")
    said(run, "me", "set", "interests", "software")
    # What lies near: a known move into software, sideways.
    shelves = {
        one["kind"]: [each["role"]["id"] for each in one["options"]]
        for one in page(run, "explore")["shelves"]
    }
    assert "backend-developer" in shelves["sideways"]
    # What is missing, and which language opens most doors.
    gap = page(run, "gap", "backend-developer")
    assert gap["unrated"] > gap["met"] > 0
    language = next(one for one in gap["choices"] if "language" in one["called"])
    assert language["doors"][0]["skill"]["id"] == "python"
    assert len(language["doors"][0]["roles"]) > len(language["doors"][1]["roles"])
    # Some management and leadership skills belong in the plan, because the roles two steps on need them.
    offers = page(run, "plan", "backend-developer")["offers"]
    ahead = [one for one in offers if one["why"] == "ahead"]
    assert {one["category"] for one in ahead} <= {"management", "leadership"}
    assert ahead
    assert all(len(one["shared"]) * 2 > one["of"] > 1 for one in ahead)
    # And the way, step by step.
    path = page(run, "path", "backend-developer")
    assert [step["to"]["id"] for step in path["steps"]] == ["backend-developer"]
    assert path["steps"][0]["kind"] == "sideways"
    assert path["steps"][0]["learn"]


def test_somebody_at_the_desk_becomes_a_developer_by_a_junior_step(run: Run) -> None:
    said(run, "me", "position", "IT support", "--role", "it-support-specialist", "--from", "2023-01")
    path = page(run, "path", "backend-developer")
    ids = [step["to"]["id"] for step in path["steps"]]
    assert ids[-1] == "backend-developer"
    assert "junior-developer" in ids
    assert 1 < len(ids) <= 4


def test_a_system_administrator_goes_by_reliability_to_leading_a_platform(run: Run) -> None:
    said(run, "me", "position", "Sysadmin", "--from", "2018-01")
    first = page(run, "path", "sre")
    assert first["steps"][-1]["to"]["id"] == "site-reliability-engineer"
    assert all(step["kind"] for step in first["steps"])
    on = page(run, "path", "sre", "platform lead")
    assert on["steps"][-1]["to"]["id"] == "infrastructure-lead"
    assert len(first["steps"]) + len(on["steps"]) <= 4
    assert on["hours"]["low"] < on["hours"]["high"]


def test_a_senior_engineer_goes_by_leading_to_managing(run: Run) -> None:
    said(run, "me", "position", "Senior software engineer", "--from", "2020-01")
    lead, manager = page(run, "path", "tech-lead"), page(run, "path", "tech-lead", "engineering-manager")
    assert [step["to"]["id"] for step in lead["steps"]] == ["tech-lead"]
    assert [step["to"]["id"] for step in manager["steps"]] == ["engineering-manager"]
    both = page(run, "compare", "tech-lead", "engineering-manager")
    shared = {row["skill"]["id"] for row in both["both"]}
    assert {"giving-feedback", "delegation"} <= shared
    only = {row["skill"]["id"] for row in both["only_there"]}
    assert {"people-management", "one-to-ones"} <= only


def test_a_mentor_advises_with_the_same_pages(run: Run) -> None:
    said(run, "person", "add", "Bo Lind", "--role", "mentee", "--every", "3w")
    said(run, "me", "position", "Database administrator", "--from", "2022-01", "--for", "bo")
    said(run, "skill", "rate", "sql", "3", "--of", "bo")
    said(run, "role", "aim", "backend-developer", "--for", "bo")
    gap = page(run, "gap", "backend-developer", "--for", "bo")
    assert (gap["met"], gap["stage"]) == (1, "aimed")
    assert page(run, "path", "backend-developer", "--for", "bo")["held"]
    said(run, "career", "plan", "backend-developer", "--for", "bo", "--pick", "1", "--yes")
    assert "Bo" in said(run, "action", "list", "--theirs")
