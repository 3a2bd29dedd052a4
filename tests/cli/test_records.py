"""What can be done to any record by its ref: show, edit, rm, restore, done, drop, link, unlink, tag."""

from __future__ import annotations

import json
from typing import Any

import pytest

UNKNOWN = 'error: There is no ref, person or skill “zzz”.\n       mentorlog search "zzz"\n'
NO_REASON = "error: Say why it is dropped, so that you know it later.\n       Add --why TEXT.\n"


@pytest.fixture
def some(sam: Any) -> Any:
    """A goal with a step (g1, st1), a note and a private one (n1, n2), a win (w1), an action (a1), a topic (t1)."""
    for argv in (
        ("goal", "add", "Move", "--done-when", "an offer", "--steps", "draft"),
        ("log", "Plans"),
        ("log", "Felt lost", "--private"),
        ("win", "add", "Cut p99"),
        ("action", "add", "Draft my CV", "--by", "fri"),
        ("topic", "ana", "Later"),
    ):
        assert sam(*argv).code == 0
    return sam


def test_show_finds_any_record(some: Any) -> None:
    assert some("show", "a1") == (
        0,
        "a1\tAction\nby: Fri 8 May 2026\nstate: open\n\nDraft my CV\n",
        "",
    )
    assert some("show", "N1").out == "n1\tNote\non: Mon 4 May 2026\n\nPlans\n"
    assert some("show", "ana").out.startswith("person p1\tAna Ruiz\n")
    assert json.loads(some("show", "w1", "--json").out)["text"] == "Cut p99"
    assert some("show", "zzz") == (1, "", UNKNOWN)
    assert some("show", "n9") == (1, "", "error: There is no record “n9”.\n")
    assert some("show").code == 2


def test_show_hides_what_is_private(some: Any) -> None:
    hidden = (1, "", "error: n2 is private.\n       mentorlog show n2 --private\n")
    assert some("show", "n2") == hidden
    assert some("show", "n2", "-q") == hidden
    assert some("show", "n2", "--private").out == "n2\tNote\non: Mon 4 May 2026\nPRIVATE\n\nFelt lost\n"


def test_edit_takes_the_flags_of_the_kind(some: Any) -> None:
    assert some("edit", "n1", "--revisit", "2w") == (
        0,
        "n1    note · changed: revisit Mon 18 May 2026\n",
        "",
    )
    assert some("edit", "ana", "--title", "Staff engineer").out == "p1    person · changed: title\n"
    assert some("edit", "n1", "--text", "Plans").out == "n1    note · nothing changed\n"
    assert some("edit", "a1", "--by", "none", "-q").out == "a1\n"
    assert some("edit", "n2", "--text", "Felt found").out == "n2    note · changed: text\n"
    assert some("edit", "n2", "--share").out == "n2    note · changed: shared\n"
    assert json.loads(some("edit", "n1", "--text", "More", "--json").out)["text"] == "More"


def test_edit_says_what_is_wrong(some: Any) -> None:
    assert some("edit") == (2, "", "error: Say which record.\n       mentorlog edit REF\n")
    assert some("edit", "--by", "fri").code == 2
    assert some("edit", "n1", "--bogus", "x").err.startswith(
        "error: mentorlog edit: No such option: --bogus.\n"
    )
    assert some("edit", "n1", "--private", "--share") == (
        2,
        "",
        "error: A record is either private or shared.\n       Give --private or --share, not both.\n",
    )
    assert some("edit", "zzz", "--text", "x") == (1, "", UNKNOWN)


def test_what_is_removed_stays_and_can_come_back(some: Any) -> None:
    assert some("rm", "n1", "w1") == (
        0,
        "n1    note · removed. To bring it back:  mentorlog restore n1\n"
        "w1    win · removed. To bring it back:  mentorlog restore w1\n",
        "",
    )
    assert some("note", "-q").out == ""
    assert "removed; mentorlog restore w1\n" in some("show", "w1").out
    assert some("rm", "n1") == (
        1,
        "",
        "error: There is no record “n1”.\n       It was removed: mentorlog restore n1\n",
    )
    assert some("restore", "n1", "w1") == (0, "n1    note · restored\nw1    win · restored\n", "")
    assert some("restore", "n1") == (1, "", "error: n1 was not removed.\n       mentorlog show n1\n")
    assert json.loads(some("rm", "w1", "--json").out)["deleted_at"] == "2026-05-04T08:00:00.000Z"
    assert some("restore", "w1", "-q") == (0, "w1\n", "")


def test_removing_asks_on_a_terminal_and_quotes_nothing_private(some: Any) -> None:
    assert some("rm", "n1", "n2", stdin="n\n", tty=True) == (
        1,
        "",
        "Remove n1 Plans, n2 (private)? [Y/n] error: Nothing was removed.\n",
    )
    assert some("rm", "n1", "n1", stdin="\n", tty=True) == (
        0,
        "n1    note · removed. To bring it back:  mentorlog restore n1\n",
        "Remove n1 Plans? [Y/n] ",
    )
    assert some("rm", "n2", "--yes", tty=True).err == ""


def test_one_wrong_ref_removes_and_restores_nothing(some: Any) -> None:
    assert some("rm", "n1", "n9") == (1, "", "error: There is no record “n9”.\n")
    assert some("note", "-q").out == "n1\n"
    some("rm", "n1")
    assert some("restore", "n1", "w1") == (1, "", "error: w1 was not removed.\n       mentorlog show w1\n")
    assert some("note", "-q").out == ""
    assert some("rm").code == some("restore").code == 2


def test_a_handle_that_is_taken_does_not_come_back(some: Any) -> None:
    some("rm", "bo")
    some("person", "add", "Bo Berg", "--role", "peer")
    assert some("restore", "p2") == (
        1,
        "",
        "error: Another person is called “bo” now.\n       Rename that one first.\n",
    )


@pytest.mark.parametrize(
    ("argv", "code", "said"),
    [
        ("goal rm ana", 1, "error: There is no goal “ana”.\n       mentorlog goal list\n"),
        ("goal rm p1", 2, "error: p1 is a person, not a goal.\n       mentorlog show p1\n"),
        ("win restore n1", 2, "error: n1 is a note, not a win.\n       mentorlog show n1\n"),
        ("note rm w1", 2, "error: w1 is a win, not a note.\n       mentorlog show w1\n"),
        ("note show a1", 2, "error: a1 is an action, not a note.\n       mentorlog show a1\n"),
        ("skill rm bo", 1, 'error: There is no skill “bo”.\n       mentorlog skill add "bo"\n'),
        ("win edit n1 --text x", 2, "error: n1 is a note, not a win.\n       mentorlog note edit n1\n"),
    ],
)
def test_a_noun_refuses_other_kinds(some: Any, argv: str, code: int, said: str) -> None:
    before = some("export", "all").out
    assert some(*argv.split()) == (code, "", said)
    assert some("export", "all").out == before


def test_done_ends_what_can_end(some: Any) -> None:
    assert some("done", "a1", "t1", "st1", "--on", "fri") == (
        0,
        "a1    Draft my CV · done\nt1    Later · talked about\nst1   draft · done\n",
        "",
    )
    assert some("done", "a1") == (1, "", "error: a1 is done already.\n       mentorlog show a1\n")
    assert some("done", "g1", "n1") == (1, "", "error: n1 is a note; it cannot be done.\n")
    assert some("done", "g1", "-q") == (0, "g1\n", "")
    assert some("done", "zzz") == (
        1,
        "",
        "error: “zzz” is not a ref.\n       A ref is a letter and a number: g3, m12, a7.\n",
    )


def test_drop_needs_a_reason_and_quotes_nothing_private(some: Any) -> None:
    some("action", "add", "Ask for a raise", "--private")
    assert some("drop", "a2") == (2, "", NO_REASON)
    assert some("drop", "a2", "--why", " ") == (2, "", NO_REASON)
    assert some("drop", "a2", "--why", "no longer") == (0, "a2    PRIVATE · dropped\n", "")
    assert some("drop", "w1", "--why", "x") == (1, "", "error: w1 is a win; it cannot be dropped.\n")
    assert json.loads(some("drop", "g1", "--why", "moved on", "--json").out)["state"] == "dropped"


def test_link_and_unlink(some: Any) -> None:
    assert some("link", "w1", "g1") == (0, "l1    w1 → g1 · related\n", "")
    assert some("link", "w1", "g1") == (1, "", "error: w1 is linked to g1 as related already.\n")
    assert some("link", "w1", "w1") == (1, "", "error: w1 cannot be linked to itself.\n")
    assert some("link", "w1", "zzz") == (1, "", UNKNOWN)
    assert some("link", "n1", "sql", "--as", "evidence", "-q") == (0, "l2\n", "")
    made = json.loads(some("link", "ana", "bo", "--json").out)
    assert (made["from"], made["to"], made["label"]) == ("p1", "p2", "related")
    assert some("unlink", "w1", "g1") == (0, "l1    w1 → g1 · related · removed\n", "")
    assert some("unlink", "w1", "g1") == (1, "", "error: w1 and g1 are not linked.\n")
    assert some("link", "w1").code == some("unlink", "w1").code == 2


def test_tags_are_lower_case_and_kept_once(some: Any) -> None:
    assert some("tag", "n1", "Reviews", "#learning") == (0, "n1    #reviews #learning\n", "")
    assert some("tag", "n1", "reviews").out == "n1    #reviews #learning\n"
    assert some("tag", "n1", "more", "-q") == (0, "n1\n", "")
    assert json.loads(some("show", "n1", "--json").out)["tags"] == ["reviews", "learning", "more"]
    some("tag", "n2", "first")
    assert some("tag", "n2", "second").out == "n2    #second\n"  # a private record tells only what was typed
    assert some("tag", "n1", "#") == (1, "", "error: The tag is empty; nothing was kept.\n")
    assert some("tag", "zzz", "x") == (1, "", UNKNOWN)
    assert some("tag", "n1").code == 2


def test_words_are_taken_off_and_undo_puts_them_back(some: Any) -> None:
    some("tag", "n1", "reviews", "learning")
    assert some("untag", "n1", "#Reviews", "reviews") == (0, "n1    #reviews · taken off\n", "")
    assert "#reviews" not in some("show", "n1").out
    assert some("untag", "n1", "learning", "reviews") == (  # all of them or none
        1,
        "",
        "error: n1 is not tagged #reviews.\n       mentorlog show n1\n",
    )
    assert "#learning" in some("show", "n1").out
    assert some("undo").code == 0
    assert "#reviews" in some("show", "n1").out
    assert json.loads(some("untag", "n1", "learning", "--json").out)["ref"] == "n1"
    assert some("untag", "zzz", "x") == (1, "", UNKNOWN)
    assert some("untag", "n1").code == 2
