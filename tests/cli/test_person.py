"""`person`: whom I talk with."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

NONE_YET = 'No person to show. Begin with:  mentorlog person add "Ana Ruiz" --role mentor --every 2w\n'


def test_the_first_person_begins_the_journal_and_says_where(run: Any, journal: Path) -> None:
    said = run("person", "add", "Ana Ruiz", "--role", "mentor", "--every", "2w")
    assert said == (
        0,
        "p1    Ana Ruiz (ana) · mentor · every 2 weeks · first conversation: not yet\n",
        f"A new journal: {journal}\n",
    )


def test_a_name_needs_no_quotes_and_is_all_that_is_needed(sam: Any) -> None:
    assert sam("person", "add", "Kim", "Lee") == (0, "p4    Kim Lee (kim) · contact\n", "")


def test_a_taken_first_name_makes_the_whole_name_the_handle(sam: Any) -> None:
    assert sam("person", "add", "Ana Lopez").out == "p4    Ana Lopez (ana-lopez) · contact\n"


def test_two_people_may_share_a_name_and_it_is_said(sam: Any) -> None:
    assert sam("person", "add", "Ana Ruiz") == (
        0,
        "p4    Ana Ruiz (ana-ruiz) · contact\n",
        "Ana Ruiz was there already: p1. If they are one:  mentorlog rm p4\n",
    )
    assert sam("person", "add", "Ana Ruiz", "-q") == (0, "p5\n", "")


def test_nobody_else_is_called_me(sam: Any) -> None:
    assert sam("person", "add", "Me").out == "p4    Me (me-2) · contact\n"
    assert sam("person", "add", "Kim", "--handle", "me") == (
        1,
        "",
        "error: The handle “me” is yours: it stands for you.\n       Choose another handle.\n",
    )


def test_a_handle_that_is_taken_is_refused(sam: Any) -> None:
    assert sam("person", "add", "Kim", "--handle", "ana") == (
        1,
        "",
        "error: There is a person called “ana” already.\n       Choose another handle.\n",
    )


def test_a_contact_cannot_have_a_rhythm(sam: Any) -> None:
    assert sam("person", "add", "Kim", "--every", "2w") == (
        1,
        "",
        "error: A contact has no rhythm of conversations.\n"
        "       Give --role as one of mentor, mentee, sponsor, manager, peer.\n",
    )
    assert "Kim" not in sam("person").out


def test_what_cannot_be_read_keeps_nobody(sam: Any) -> None:
    assert sam("person", "add", "Kim", "--role", "boss") == (
        1,
        "",
        "error: “boss” is not one of mentor, mentee, peer, sponsor, manager, contact.\n",
    )
    assert sam("person", "add", "Kim", "--role", "mentor", "--every", "soon").code == 1
    assert sam("person", "add", "Kim", "--introduced-by", "zoe").code == 1
    assert sam("person", "add").err == "error: The name is empty; nothing was kept.\n"
    assert sam("person", "add", "Kim", "--colour", "red").code == 2
    assert "Kim" not in sam("person").out


def test_a_name_that_steers_a_terminal_is_refused(sam: Any) -> None:
    assert sam("person", "add", "Kim\x1b[31m") == (
        1,
        "",
        "error: The name holds a control or invisible character, <U+001B>. Type it again without.\n",
    )


def test_a_name_with_brackets_and_colons_comes_back_as_typed(sam: Any) -> None:
    assert sam("person", "add", "[bold] :smile:").out == "p4    [bold] :smile: (bold) · contact\n"
    assert "[bold] :smile:" in sam("person", "show", "p4").out


def test_the_list_tells_when_and_what_is_open(sam: Any) -> None:
    sam("action", "add", "Draft my CV", "--with", "ana", "--by", "fri")
    sam("action", "add", "Introduce me to Jo", "--owner", "ana")
    assert sam("person") == (
        0,
        "p1\tAna Ruiz\tana\tmentor\t\t2 weeks\tin 14 days\t1\t1\n"
        "p2\tBo Lind\tbo\tmentee\t\t3 weeks\tin 21 days\t\t\n"
        "p3\tRaj Mehta\traj\tpeer\t\t\t\t\t\n",
        "",
    )
    assert sam("person", "list", "--role", "mentee", "-q").out == "p2\n"


def test_an_empty_list_says_how_to_begin(run: Any) -> None:
    assert run("person") == (0, "", NONE_YET)
    assert (
        run("person", "list", "--json").out == '{\n  "schema": "mentorlog/person-list/1",\n  "items": []\n}\n'
    )


def test_a_role_nobody_can_have_is_an_error_not_an_empty_list(sam: Any) -> None:
    said = sam("person", "list", "--role", "boss")
    assert said.code == 1
    assert said.err == "error: “boss” is not one of mentor, mentee, peer, sponsor, manager, contact.\n"


def test_the_json_of_a_list_has_the_rhythm(sam: Any) -> None:
    items = json.loads(sam("person", "list", "--json").out)["items"]
    assert [one["ref"] for one in items] == ["p1", "p2", "p3"]
    assert items[0]["mentorship"]["side"] == "mentee"
    assert (items[0]["mentorship"]["cadence"], items[0]["due"]) == (14, "2026-05-18")
    assert items[2]["mentorship"] is None


def test_a_page_shows_what_is_open_between_us(sam: Any) -> None:
    sam("action", "add", "Draft my CV", "--with", "ana", "--by", "fri")
    sam("topic", "ana", "Is a lateral move a step back?")
    sam("feedback", "add", "--from", "ana", "--praise", "clear questions")
    sam("feedback", "add", "--to", "ana", "--praise", "good examples")
    assert sam("person", "show", "ana") == (
        0,
        "person p1\tAna Ruiz\n"
        "mentor\n"
        "handle: ana\n"
        "I am the mentee since 4 May 2026\n"
        "every 2 weeks\n"
        "last: not yet\n"
        "next: in 14 days\n"
        "\n"
        "Promises 1 open\n"
        "a1\tme: Draft my CV\tdue Fri 8 May\n"
        "\n"
        "Topics 1 open\n"
        "t1\tIs a lateral move a step back?\t\n"
        "\n"
        "Feedback 1 from them, 1 to give\n",
        "",
    )
    assert sam("show", "ana") == sam("person", "show", "p1")


def test_a_page_hides_what_is_private_until_asked(sam: Any) -> None:
    sam("topic", "ana", "Ask about the redundancies", "--private")
    assert "redundancies" not in sam("person", "show", "ana").out
    assert "redundancies" not in sam("person", "show", "ana", "--json").out
    assert "redundancies" in sam("person", "show", "ana", "--private").out


def test_a_private_person_is_named_only_when_asked(sam: Any) -> None:
    assert sam("person", "add", "Kim Lee", "--private").out == "p4    person · PRIVATE\n"
    assert "Kim" not in sam("person").out
    assert "Kim Lee (private)" in sam("person", "list", "--private").out
    assert sam("person", "show", "kim") == (
        1,
        "",
        "error: p4 is private.\n       mentorlog show p4 --private\n",
    )


def test_people_are_shared_even_where_the_setting_says_private(sam: Any, monkeypatch: Any) -> None:
    # What is linked to a private person could never be handed to them.
    monkeypatch.setenv("MENTORLOG_VISIBILITY", "private")
    assert sam("person", "add", "Kim").out == "p4    Kim (kim) · contact\n"
    assert sam("log", "quiet today", "-w", "kim").out.endswith("PRIVATE\n")


def test_an_unknown_person_comes_with_the_nearest(sam: Any) -> None:
    assert sam("person", "show", "anna") == (
        1,
        "",
        'error: There is no person “anna”. Closest: ana.\n       mentorlog person add "anna" --role contact\n',
    )


def test_a_person_can_be_renamed_and_called_otherwise(sam: Any) -> None:
    said = sam("person", "edit", "ana", "--name", "Ana Diaz", "--handle", "diaz", "--role", "peer")
    assert said == (0, "p1    person · changed: name, handle, role\n", "")
    assert sam("person", "show", "diaz").out.startswith("person p1\tAna Diaz\npeer\n")
    assert sam("person", "edit", "diaz", "--handle", "bo").code == 1


def test_a_removed_person_comes_back(sam: Any) -> None:
    assert sam("person", "rm", "raj", "--yes").code == 0
    assert "Raj" not in sam("person").out
    assert sam("person", "restore", "p3") == (0, "p3    person · restored\n", "")
    assert "Raj Mehta" in sam("person").out


def test_json_of_a_write_is_the_whole_person(sam: Any) -> None:
    made = json.loads(
        sam("person", "add", "Kim", "--email", "k@example.org", "--introduced-by", "ana", "--json").out
    )
    assert made["schema"] == "mentorlog/person/1"
    assert (made["ref"], made["email"], made["introduced_by"]) == ("p4", "k@example.org", "p1")


def test_a_terminal_is_asked_for_the_name(sam: Any) -> None:
    said = sam("person", "add", "--role", "peer", stdin="Kim Lee\n", tty=True)
    assert said == (0, "p4    Kim Lee (kim) · peer\n", "> ")
