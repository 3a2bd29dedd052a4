"""`role`: the catalogue's, one's own, and which are explored or aimed at."""

from __future__ import annotations

import json
from typing import Any

import pytest


def items(result: Any) -> dict[str, Any]:
    return {one["id"]: one for one in json.loads(result.out)["items"]}


def test_every_role_is_listed_with_its_code_without_a_journal(run: Any, journal: Any) -> None:
    listed = items(run("role", "list", "--json"))
    assert listed["database-administrator"]["onet"] == "15-1242.00"
    assert {"id", "title", "onet", "family", "track", "seniority", "pack", "ref", "stage"} == {
        *listed["backend-developer"]
    }
    assert not journal.exists()
    assert run("role", "show", "DBA").out.startswith("database-administrator\tDatabase administrator\n")
    assert not journal.exists()


def test_roles_are_found_by_words_and_family(sam: Any) -> None:
    assert {one["family"] for one in items(sam("role", "list", "--family", "data", "--json")).values()} == {
        "data"
    }
    found = sam("role", "list", "developer", "-q").out.split()
    assert {"junior-developer", "backend-developer"} <= {*found} < {*sam("role", "list", "-q").out.split()}
    assert sam("role", "list", "juggler") == (0, "", "No role fits. All of them:  mentorlog role list\n")


def test_exploring_aiming_and_letting_go_are_dated_and_stay(sam: Any) -> None:
    assert sam("role", "explore", "Backend developer", "--on", "2026-01-10").out == (
        "ai1   backend-developer · explored · shared\n"
    )
    assert sam("role", "aim", "backend-developer", "--by", "2026-12").out == (
        "ai2   backend-developer · aimed at · by Thu 31 Dec 2026"
        " · explored since Sat 10 Jan 2026 before · shared\n"
    )
    assert items(sam("role", "list", "--mine", "--json"))["backend-developer"]["stage"] == "aimed"
    again = sam("role", "aim", "backend-developer", "--by", "2026-12")
    assert (again.code, again.out) == (1, "")
    assert (
        sam("role", "drop", "backend-developer", "--why", "too far").out
        == "ai2   backend-developer · dropped\n"
    )
    assert "too far" in sam("show", "ai2").out
    assert items(sam("role", "list", "--mine", "--json")) == {}
    assert sam("role", "drop", "backend-developer", "--why", "again").code == 1
    assert sam("role", "drop", "backend-developer").code == 2


def test_an_aim_ends_by_its_ref_too(sam: Any) -> None:
    sam("role", "explore", "sre")
    assert sam("drop", "ai1", "--why", "nights").code == 0
    assert sam("drop", "ai1", "--why", "nights").code == 1
    assert sam("undo").code == 0
    assert [one["ref"] for one in json.loads(sam("me", "--json").out)["aims"]] == ["ai1"]


def test_a_role_of_ones_own_has_needs_that_can_be_changed(sam: Any) -> None:
    made = sam(
        "role",
        "add",
        "Orders backend",
        "--need",
        "sql:3",
        "--need",
        "Python|java:3:1",
        "--state",
        "exploring",
    )
    assert made.out == "ro1   Orders backend (orders-backend) · 2 needs · exploring\n"
    assert sam("role", "need", "orders-backend", "sql:4:3", "python|java:0", "kafka:2").out == (
        "ro1   Orders backend (orders-backend) · 2 needs\n"
    )
    data = json.loads(sam("role", "show", "ro1", "--json").out)
    assert [(one["skills"], one["level"], one["weight"]) for one in data["needs"]] == [
        (["sql"], 4, 3),
        (["kafka"], 2, 2),
    ]
    assert data["pack"] == "mine"
    assert sam("role", "edit", "orders-backend", "--seniority", "4", "--name", "Orders").code == 0
    assert items(sam("role", "list", "--mine", "--json"))["orders-backend"]["seniority"] == 4
    assert sam("role", "rm", "orders-backend", "--yes").code == 0
    assert sam("role", "show", "orders-backend").code == 1
    assert sam("role", "restore", "ro1").code == 0
    assert sam("role", "show", "orders-backend").code == 0


def test_a_role_like_another_begins_with_its_needs(sam: Any) -> None:
    sam("role", "add", "Staff DBA", "--like", "senior-database-administrator", "--need", "system-design:4")
    ours = json.loads(sam("role", "show", "staff-dba", "--json").out)
    theirs = json.loads(sam("role", "show", "senior-database-administrator", "--json").out)
    assert {tuple(one["skills"]) for one in theirs["needs"]} < {tuple(one["skills"]) for one in ours["needs"]}


def test_changing_a_role_of_the_catalogue_makes_it_ones_own_and_removing_that_brings_it_back(
    sam: Any,
) -> None:
    before = json.loads(sam("role", "show", "backend-developer", "--json").out)
    assert sam("role", "need", "backend-developer", "kubernetes:2").code == 0
    changed = json.loads(sam("role", "show", "backend-developer", "--json").out)
    assert len(changed["needs"]) == len(before["needs"]) + 1
    assert sam("rm", "ro1", "--yes").code == 0
    assert json.loads(sam("role", "show", "backend-developer", "--json").out)["needs"] == before["needs"]


@pytest.mark.parametrize(
    "argv",
    [
        ("role", "show", "juggler"),
        ("role", "aim", "juggler"),
        ("role", "add", "X", "--need", "sql"),
        ("role", "add", "X", "--need", "sql:7"),
        ("role", "add", "X", "--need", ":3"),
        ("role", "add", "X", "--seniority", "9"),
        ("role", "add", "X", "--like", "juggler"),
        ("role", "need", "juggler", "sql:3"),
        ("role", "explore", "sre", "--for", "nobody"),
        ("role", "explore", "sre", "--on", "2027-01-01"),
    ],
)
def test_nonsense_is_refused_in_a_sentence_and_nothing_is_kept(sam: Any, argv: tuple[str, ...]) -> None:
    wrong = sam(*argv)
    assert (wrong.code, wrong.out) == (1, "")
    assert wrong.err.startswith("error: ")
    assert items(sam("role", "list", "--mine", "--json")) == {}


def test_an_unknown_role_names_the_closest(sam: Any) -> None:
    assert "backend-developer" in sam("role", "show", "backand-developer").err


def test_a_private_role_and_aim_show_only_when_asked_for(sam: Any) -> None:
    assert sam("role", "add", "Hush", "--need", "sql:3", "--private").out == "ro1   role · PRIVATE\n"
    assert sam("role", "explore", "sre", "--private").out == "ai1   exploring · PRIVATE\n"
    assert "hush" not in sam("role", "list", "--json").out
    assert sam("role", "show", "ro1").code == 1
    assert "sre" not in sam("role", "list", "--mine", "-q").out
    assert "hush" in sam("role", "list", "--json", "--private").out


def test_a_mentor_keeps_the_levels_and_aims_of_a_mentee_apart(sam: Any) -> None:
    assert sam("skill", "rate", "sql", "2", "--of", "bo", "--on", "2026-02-01").out == (
        "at1   sql 2 · of Bo Lind · by me · Sun 1 Feb 2026\n"
    )
    assert sam("skill", "rate", "postgres", "3", "--of", "bo", "-n", "alone now").out == (
        "at2   sql 2 → 3 · of Bo Lind · by me · today\n"
    )
    assert sam("skill", "rate", "Backups", "1", "--of", "bo").out.startswith("at3   backups 1 · ")
    assert sam("skill", "rate", "sql", "3", "--of", "bo", "--by", "ana").code == 2
    assert sam("skill", "rate", "juggling", "3", "--of", "bo").code == 1
    assert json.loads(sam("skill", "show", "sql", "--json").out)["now"] == 3
    assert sam("role", "aim", "dba", "--for", "bo").code == 0
    assert json.loads(sam("me", "--json").out)["aims"] == []
    forgotten = sam("person", "forget", "bo", "--yes")
    assert forgotten.code == 0
    assert sam("show", "at1").code == 1


def test_a_role_shows_my_aims_with_their_day_and_nobody_elses(sam: Any) -> None:
    sam("role", "aim", "sre", "--for", "bo")
    assert "Yours" not in sam("role", "show", "sre").out
    sam("role", "explore", "sre")
    sam("role", "aim", "sre", "--by", "2026-12")
    shown = sam("role", "show", "sre").out
    assert "ai2\texplored since 4 May until 4 May\n" in shown
    assert "ai3\taimed at since 4 May, by 31 Dec\n" in shown


def test_an_aim_cannot_be_due_before_it_begins(sam: Any) -> None:
    wrong = sam("role", "aim", "sre", "--by", "2026-05-03")
    assert (wrong.code, wrong.out) == (1, "")
    assert "2026-05-03 is before 2026-05-04" in wrong.err
    assert sam("role", "aim", "sre", "--for", "bo").out == (
        "ai1   site-reliability-engineer · aimed at · for Bo Lind · shared\n"
    )
