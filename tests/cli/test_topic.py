"""`topic`: parked for the next conversation."""

from __future__ import annotations

import json
from typing import Any

LATERAL = ("topic", "ana", "Is a lateral move a step back?")


def test_parking_needs_no_verb(sam: Any) -> None:
    assert sam(*LATERAL) == (0, "t1    for Ana Ruiz, next conversation: Is a lateral move a step back?\n", "")
    assert sam("topic", "add", "bo", "On", "call").out == "t2    for Bo Lind, next conversation: On call\n"


def test_a_private_topic_is_not_echoed(sam: Any) -> None:
    assert sam("topic", "ana", "Salary bands", "--private") == (
        0,
        "t1    for Ana Ruiz, next conversation · PRIVATE\n",
        "",
    )
    assert sam("topic").out == ""
    assert sam("topic", "list", "--private").out == "t1\tAna Ruiz\tSalary bands (private)\t4 May\t\topen\n"
    assert sam("topic", "done", "t1").out == "t1    PRIVATE · talked about\n"


def test_only_the_first_line_is_echoed_and_all_is_kept(sam: Any) -> None:
    assert (
        sam("topic", "ana", "-", stdin="First\nSecond\n").out
        == "t1    for Ana Ruiz, next conversation: First\n"
    )
    assert json.loads(sam("show", "t1", "--json").out)["text"] == "First\nSecond"


def test_tags_and_skills_in_the_words(sam: Any) -> None:
    sam("topic", "ana", "Window functions +sql #depth")
    shown = sam("show", "t1").out
    assert "s1" in shown
    assert "#depth" in shown
    assert sam("topic", "ana", "Juggling +juggling").code == 1


def test_the_list_is_open_topics_oldest_first(sam: Any) -> None:
    sam(*LATERAL)
    sam("topic", "bo", "On call", "--on", "fri")
    assert sam("topic") == (
        0,
        "t2\tBo Lind\tOn call\t1 May\t\topen\nt1\tAna Ruiz\tIs a lateral move a step back?\t4 May\t\topen\n",
        "",
    )
    assert sam("topic", "list", "ana", "-q").out == "t1\n"
    assert sam("topic", "list", "zoe").code == 1


def test_an_empty_list_says_how_to_begin(run: Any) -> None:
    assert run("topic") == (0, "", 'No topic to show. Begin with:  mentorlog topic ana "…"\n')
    assert json.loads(run("topic", "--json").out)["items"] == []


def test_what_was_carried_over_is_counted(sam: Any) -> None:
    sam(*LATERAL)
    assert sam("meet", "ana", "-n", "Talked of other things", "--no-input").code == 0
    assert "\t1 time\topen\n" in sam("topic").out
    assert json.loads(sam("topic", "--json").out)["items"][0]["carried"] == 1


def test_a_topic_ends_once_as_talked_about_or_with_a_reason(sam: Any) -> None:
    sam(*LATERAL)
    sam("topic", "bo", "On call")
    assert sam("topic", "done", "t1") == (0, "t1    Is a lateral move a step back? · talked about\n", "")
    assert sam("topic", "done", "t1") == (1, "", "error: t1 is closed already.\n       mentorlog show t1\n")
    assert sam("topic", "drop", "t2") == (
        2,
        "",
        "error: Say why it is dropped, so that you know it later.\n       Add --why TEXT.\n",
    )
    assert sam("topic", "drop", "t2", "--why", "answered itself").out == "t2    On call · dropped\n"
    assert sam("topic").out == ""
    assert sam("topic", "list", "--all", "-q").out == "t1\nt2\n"


def test_one_that_cannot_end_leaves_all_as_they_were(sam: Any) -> None:
    sam(*LATERAL)
    assert sam("topic", "done", "t1", "t9").code == 1
    assert sam("topic", "-q").out == "t1\n"
    assert sam("topic", "done", "p1").err == "error: p1 is a person, not a topic.\n"


def test_what_is_wrong_keeps_nothing(sam: Any) -> None:
    assert sam("topic", "zoe", "x") == (
        1,
        "",
        'error: There is no person “zoe”.\n       mentorlog person add "zoe" --role contact\n',
    )
    assert sam("topic", "ana") == (1, "", "error: The topic is empty; nothing was kept.\n")
    assert sam("topic", "add").code == 2
    assert sam("topic", "-q").out == ""


def test_words_that_steer_a_terminal_are_echoed_harmless(sam: Any) -> None:
    assert sam("topic", "ana", "[b]\x1b[31m :smile:\u202e").out == (
        "t1    for Ana Ruiz, next conversation: [b]<U+001B>[31m :smile:<U+202E>\n"
    )


def test_json_and_quiet(sam: Any) -> None:
    made = json.loads(sam(*LATERAL, "--json").out)
    assert (made["schema"], made["ref"], made["person"], made["state"]) == (
        "mentorlog/topic/1",
        "t1",
        "p1",
        "open",
    )
    assert sam("topic", "ana", "x", "-q") == (0, "t2\n", "")


def test_edit_rm_restore(sam: Any) -> None:
    sam(*LATERAL)
    assert sam("topic", "edit", "t1", "--with", "bo").out == "t1    topic · changed: with\n"
    assert sam("topic", "rm", "t1", "--yes").code == 0
    assert sam("topic", "restore", "t1").code == 0
    assert sam("topic", "list", "bo", "-q").out == "t1\n"
