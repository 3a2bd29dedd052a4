"""`me`: name, interests, hours, positions; mine or somebody's I mentor."""

from __future__ import annotations

import json
from typing import Any


def test_interests_are_set_as_a_whole_and_those_left_out_end_and_stay(sam: Any) -> None:
    assert sam("me", "set", "interests", "software, data").out == (
        "ai1   interest: software · shared\nai2   interest: data · shared\n"
    )
    assert sam("me", "set", "interests", "Data, apis").out == (
        "ai3   interest: apis · shared\nai1   software: no longer of interest\n"
    )
    assert sam("me", "set", "interests", "data, apis") == (0, "", "Nothing changed.\n")
    data = json.loads(sam("me", "--json").out)
    assert [one["what"] for one in data["aims"]] == ["data", "apis"]
    assert "no longer of interest" in sam("show", "ai1").out


def test_name_and_hours_are_settings(sam: Any) -> None:
    assert sam("me", "set", "name", "Sam", "Rivera").out == "name = Sam Rivera\n"
    assert sam("me", "set", "hours", "5").out == "hours_a_week = 5\n"
    assert json.loads(sam("me", "--json").out)["hours_a_week"] == 5
    assert sam("me").out.startswith("me\tSam Rivera\nhours a week to learn: 5\n")
    assert sam("me", "set", "hours", "none").out == "hours_a_week = –\n"
    wrong = sam("me", "set", "hours", "many")
    assert wrong.code == 1
    assert wrong.err.startswith("error: “many” is no value for hours_a_week.")
    assert sam("me", "set", "hours", "5", "--for", "bo").code == 1


def test_a_position_finds_its_role_by_the_title(sam: Any) -> None:
    made = sam("me", "position", "DBA", "--from", "2021-05", "--at", "Almar")
    assert made == (0, "po1   DBA · Almar · since May 2021 · database-administrator · shared\n", "")
    odd = sam("me", "position", "Chief juggler", "--from", "2015", "--to", "2016")
    assert odd.out == "po2   Chief juggler · Jan 2015 – Dec 2016 · shared\n"
    assert "mentorlog edit po2 --role ROLE" in odd.err
    told = sam("me", "position", "Rung 4", "--role", "backend developer", "--from", "2026-02")
    assert told.out == "po3   Rung 4 · since Feb 2026 · backend-developer · shared\n"
    assert told.err == "po1 has not ended. If it has:  mentorlog edit po1 --to 2026-01-31\n"
    assert sam("edit", "po1", "--to", "2026-01-31").code == 0
    held = sam("me").out.split("\n")
    assert held[held.index("Positions") + 1 : held.index("Positions") + 4] == [
        "po3\tRung 4 · since Feb 2026",
        "po1\tDBA · Almar · May 2021 – Jan 2026",
        "po2\tChief juggler · Jan 2015 – Dec 2016",
    ]


def test_a_position_that_cannot_be_is_refused_and_nothing_is_kept(sam: Any) -> None:
    for argv in (
        ("DBA", "--from", "2027-01"),
        ("DBA", "--from", "2021-05", "--to", "2020-05"),
        ("DBA", "--from", "soon"),
        ("DBA", "--from", "2021", "--role", "juggler"),
        ("DBA", "--from", "2021", "--for", "nobody"),
    ):
        wrong = sam("me", "position", *argv)
        assert (wrong.code, wrong.out) == (1, "")
    assert sam("me", "position", "DBA").code == 2
    assert json.loads(sam("me", "--json").out)["positions"] == []


def test_somebody_i_mentor_has_positions_and_interests_of_their_own(sam: Any) -> None:
    assert sam("me", "position", "Junior DBA", "--from", "2026-01", "--for", "bo").code == 0
    assert sam("me", "set", "interests", "security", "--for", "bo").code == 0
    mine = json.loads(sam("me", "--json").out)
    theirs = json.loads(sam("me", "--for", "bo", "--json").out)
    assert (mine["positions"], mine["aims"]) == ([], [])
    assert [one["title"] for one in theirs["positions"]] == ["Junior DBA"]
    assert [one["what"] for one in theirs["aims"]] == ["security"]


def test_what_is_private_shows_only_when_asked_for(sam: Any) -> None:
    assert sam("me", "set", "interests", "leaving", "--private").out == "ai1   interest · PRIVATE\n"
    made = sam("me", "position", "Secret job", "--from", "2020", "--private")
    assert "Secret" not in made.out
    assert "leaving" not in sam("me").out
    assert "Secret" not in sam("me", "--json").out
    assert "leaving" in sam("me", "--private").out


def test_an_interest_nothing_is_called_by_is_kept_and_said_to_count_for_nothing(sam: Any) -> None:
    said = sam("me", "set", "interests", "programming, sre, sql, juggling")
    assert (said.code, said.out.count("interest:")) == (0, 4)
    assert "“juggling”" in said.err
    assert not any(word in said.err for word in ("programming", "sre", "sql"))
    assert "juggling" not in sam("me", "set", "interests", "juggling, knitting", "-q").err
    assert "hush" not in sam("me", "set", "interests", "hush", "--private").err
