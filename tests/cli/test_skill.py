"""`skill`: levels with a receipt."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

LEVELS = (
    "       Levels: 0 none, 1 aware, 2 with help, 3 on my own, 4 leads or teaches, 5 shapes the practice.\n"
)
HINT = "Nothing shows it yet. When something does:  mentorlog link {} REF --as evidence\n"


def test_adding_says_what_was_understood(sam: Any) -> None:
    assert sam("skill", "add", "System", "design", "--level", "1", "--goal", "3") == (
        0,
        "s2    System design (system-design) · technical · level 1 · goal 3\n",
        "",
    )
    assert sam("skill", "add", "Delegating", "--category", "lead").out == (
        "s3    Delegating (delegating) · leadership · not rated yet\n"
    )


def test_languages_of_one_letter_stay_apart(sam: Any) -> None:
    for name, handle in (("C", "c"), ("C++", "c++"), ("C#", "c#")):
        assert f"({handle})" in sam("skill", "add", name).out


@pytest.mark.parametrize(
    ("argv", "code", "sentence"),
    [
        (
            ("sql",),
            1,
            "error: There is a skill called “sql” already.\n       Rate that one, or give --handle.\n",
        ),
        (("Go", "--level", "7"), 1, f"error: “7” is not a level.\n{LEVELS}"),
        (("Go", "--goal", "high"), 1, f"error: “high” is not a level.\n{LEVELS}"),
        ((), 1, "error: The name is empty; nothing was kept.\n"),
        (
            ("Go", "--levels", "3"),
            2,
            "error: mentorlog skill add: No such option: --levels",
        ),
    ],
)
def test_a_skill_that_cannot_be_added(sam: Any, argv: tuple[str, ...], code: int, sentence: str) -> None:
    said = sam("skill", "add", *argv)
    assert (said.code, said.out) == (code, "")
    assert said.err.startswith(sentence)
    assert sam("skill", "list", "-q").out == "s1\n"


def test_a_rating_names_the_step_and_its_receipts(sam: Any) -> None:
    sam("log", "Explained query plans")
    sam("win", "add", "Cut p99")
    assert sam("skill", "rate", "sql", "4", "--evidence", "n1,w1") == (
        0,
        "ra2   SQL 3 → 4 · by me · today · evidence n1, w1 · goal met\n",
        "",
    )


def test_a_high_level_of_mine_without_receipt_hints_at_one(sam: Any) -> None:
    assert sam("skill", "rate", "sql", "4") == (
        0,
        "ra2   SQL 3 → 4 · by me · today · goal met\n",
        HINT.format("ra2"),
    )
    assert sam("skill", "rate", "sql", "2").err == ""
    assert sam("skill", "rate", "sql", "5", "--by", "ana").err == ""
    assert sam("skill", "rate", "sql", "4", "-q") == (0, "ra5\n", "")


def test_the_command_of_the_hint_works(sam: Any) -> None:
    sam("win", "add", "Cut p99")
    sam("skill", "rate", "sql", "4")
    assert sam("link", "ra2", "w1", "--as", "evidence").code == 0
    assert "w1\tCut p99\tshows ra2\n" in sam("skill", "show", "sql").out


def test_raters_are_shown_apart_and_never_averaged(sam: Any) -> None:
    assert sam(
        "skill", "rate", "sql", "5", "--by", "ana", "--note", "seen the scripts", "--on", "fri"
    ).out == ("ra2   SQL 5 · by Ana Ruiz · Fri 1 May 2026\n")
    sam("skill", "plan", "sql", "--do", "Write the guide", "--by", "fri")
    assert sam("skill", "show", "sql") == (
        0,
        "skill s1\tSQL\n"
        "now: 3 on my own\n"
        "goal: 4 leads or teaches\n"
        "look again: 2 Aug\n"
        "technical\n"
        "handle: sql\n"
        "also: postgres\n"
        "\n"
        "By me 3 now\n"
        "ra1\t3 on my own\t4 May\n"
        "\n"
        "By Ana Ruiz 5 now\n"
        "ra2\t5 shapes the practice: seen the scripts\t1 May\n"
        "\n"
        "Plan 1 open\n"
        "a1\tWrite the guide\tdue Fri 8 May\n",
        "",
    )
    assert sam("show", "sql") == sam("skill", "show", "postgres")


def test_earlier_ratings_stay_and_a_backdated_one_compares_with_its_own_past(sam: Any) -> None:
    assert (
        sam("skill", "rate", "sql", "2", "--on", "2026-01-10").out
        == "ra2   SQL 2 · by me · Sat 10 Jan 2026\n"
    )
    assert sam("skill", "rate", "sql", "4", "-q").code == 0
    path = json.loads(sam("skill", "show", "sql", "--json").out)
    assert [(one["day"], one["level"]) for one in path["ratings"]] == [
        ("2026-01-10", 2),
        ("2026-05-04", 3),
        ("2026-05-04", 4),
    ]
    assert path["now"] == 4


def test_a_rating_on_evidence_that_is_not_there_is_not_kept(sam: Any) -> None:
    assert sam("skill", "rate", "sql", "4", "--evidence", "w9") == (
        1,
        "",
        "error: There is no record “w9”.\n",
    )
    assert sam("skill", "rate", "sql", "4", "--evidence", "it went well").code == 1
    assert "ra2" not in sam("skill", "show", "sql").out


def test_wrong_ratings(sam: Any) -> None:
    assert sam("skill", "rate", "sql", "9") == (1, "", f"error: “9” is not a level.\n{LEVELS}")
    assert sam("skill", "rate", "sql").code == 2
    assert sam("skill", "rate", "sqll", "3") == (
        1,
        "",
        'error: There is no skill “sqll”. Closest: sql.\n       mentorlog skill add "sqll"\n',
    )


def test_a_terminal_is_offered_to_add_an_unknown_skill(sam: Any) -> None:
    said = sam("skill", "rate", "Rust", "2", stdin="y\n", tty=True)
    assert said.out == "s2    Rust (rust) · technical · not rated yet\nra2   Rust 2 · by me · today\n"
    assert said.err == "There is no skill “Rust”. Make a new skill of that name? [y/N] "
    refused = sam("skill", "rate", "Zig", "2", stdin="\n", tty=True)
    assert refused.code == 1
    assert "zig" not in sam("skill").out.casefold()


def test_a_private_rating_gives_nothing_away(sam: Any) -> None:
    assert (
        sam("skill", "rate", "sql", "1", "--private", "--note", "out of depth").out
        == "ra2   rating · today · PRIVATE\n"
    )
    assert "out of depth" not in sam("skill", "show", "sql").out
    assert "1 aware: out of depth (private)" in sam("skill", "show", "sql", "--private").out


def test_private_evidence_is_not_named_on_the_screen(sam: Any) -> None:
    sam("log", "Felt lost in the review", "--private")
    sam("skill", "rate", "sql", "4", "--evidence", "n1")
    assert "n1" not in sam("skill", "show", "sql").out
    assert (
        "n1\tFelt lost in the review (private)\tshows ra2\n" in sam("skill", "show", "sql", "--private").out
    )


def test_aiming(sam: Any) -> None:
    assert sam("skill", "aim", "sql", "5") == (0, "s1    SQL (sql) · technical · level 3 · goal 5\n", "")
    assert sam("skill", "aim", "sql", "none").out == "s1    SQL (sql) · technical · level 3\n"
    assert sam("skill", "aim", "sql", "6").code == 1
    assert sam("skill", "aim").code == 2


def test_a_plan_is_an_action_for_the_skill(sam: Any) -> None:
    assert sam("skill", "plan", "sql", "--do", "Write the guide", "--by", "fri") == (
        0,
        "a1    me · Write the guide · due Fri 8 May 2026 · for sql\n",
        "",
    )
    assert sam("skill", "plan", "sql").err == "error: The plan is empty; nothing was kept.\n"


def test_the_list_has_every_skill(sam: Any) -> None:
    assert sam("skill") == (0, "Skills: 1 tracked, 1 below goal\ns1\tSQL\tlevel 3 of 5\tgoal 4\t\t\n", "")
    made = json.loads(sam("skill", "list", "--json").out)
    assert made["schema"] == "mentorlog/skill-list/1"
    assert [(one["ref"], one["now"], one["target"]) for one in made["items"]] == [("s1", 3, 4)]


def test_an_empty_list_says_how_to_begin(run: Any) -> None:
    assert run("skill") == (
        0,
        "",
        "No skills to show. Begin with:  mentorlog skill add SQL --level 2 --goal 4\n",
    )
    assert json.loads(run("skill", "--json").out)["items"] == []


def test_the_list_becomes_a_picture(sam: Any, tmp_path: Path) -> None:
    file = tmp_path / "skills.svg"
    assert sam("skill", "list", "--svg", str(file)).code == 0
    assert "SQL" in file.read_text()
    assert sam("skill", "list", "--svg", str(file)).code == 1
    assert sam("skill", "list", "--svg", str(file), "--force").code == 0


def test_a_skill_keeps_the_words_it_was_given(sam: Any) -> None:
    assert sam("skill", "add", "[red]:smile:").out.startswith("s2    [red]:smile: (")
    assert "[red]:smile:" in sam("skill", "show", "s2").out
    assert sam("skill", "add", "a\u202eb").code == 1


def test_edit_rm_restore(sam: Any) -> None:
    assert sam("skill", "edit", "sql", "--category", "domain").out == "s1    skill · changed: category\n"
    assert sam("skill", "rm", "sql", "--yes").code == 0
    assert sam("skill", "show", "sql").code == 1
    assert sam("skill", "restore", "s1") == (0, "s1    skill · restored\n", "")


def test_a_plan_may_name_what_to_learn_from(sam: Any) -> None:
    made = sam(
        "skill",
        "plan",
        "sql",
        "--do",
        "Read",
        "--by",
        "15may",
        "--resource",
        "https://use-the-index-luke.com",
        "--resource",
        "SQL Antipatterns",
    )
    assert made.out == (
        "a1    me · Read · due Fri 15 May 2026 · for sql\n"
        "r1    resource · https://use-the-index-luke.com · todo · for sql\n"
        "r2    resource · SQL Antipatterns · todo · for sql\n"
    )
    data = json.loads(sam("skill", "show", "sql", "--json").out)
    assert [one["url"] for one in data["resources"]] == ["https://use-the-index-luke.com", ""]
    assert "To learn from\nr1\thttps://use-the-index-luke.com\ttodo\n" in sam("skill", "show", "sql").out
    assert sam("undo").code == 0
    assert json.loads(sam("skill", "show", "sql", "--json").out)["resources"] == []


def test_a_plan_with_a_bad_address_keeps_nothing(sam: Any) -> None:
    assert sam("skill", "plan", "sql", "--do", "Read", "--resource", "https://a b").code == 1
    assert sam("skill", "plan", "sql", "--resource", "A book", "--by", "fri").code == 2
    assert sam("action", "list", "-q").out == ""
    assert (
        sam("skill", "plan", "sql", "--resource", "A book", "--private").out == "r1    resource · PRIVATE\n"
    )


def test_a_skill_says_when_to_look_at_its_level_again(sam: Any) -> None:
    assert "look again: 2 Aug\n" in sam("skill", "show", "sql").out
    assert json.loads(sam("skill", "show", "sql", "--json").out)["recheck"] == "2026-08-02"
    sam("skill", "add", "Rust")
    assert "look again" not in sam("skill", "show", "rust").out


def test_a_skill_of_the_catalogue_comes_with_its_category(sam: Any) -> None:
    assert " · leadership · " in sam("skill", "add", "Mentoring", "--level", "2").out
    assert " · technical · " in sam("skill", "add", "Pottery").out
    assert " · domain · " in sam("skill", "add", "Delegation", "--category", "domain").out
