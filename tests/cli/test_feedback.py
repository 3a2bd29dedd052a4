"""`feedback`: heard, acted on, shown."""

from __future__ import annotations

import json
from typing import Any

import pytest

RAJ = ("feedback", "add", "--from", "raj", "-s", "design review", "-b", "read slides for 10 minutes")


def heard(sam: Any) -> None:
    assert sam(*RAJ, "-i", "two people left", "--growth", "--on", "28apr", "--theme", "Reviews").code == 0


def test_adding_says_from_whom_of_when_and_how_far(sam: Any) -> None:
    assert sam(*RAJ, "-i", "two people left", "--growth", "--on", "28apr") == (
        0,
        "f1    growth · from Raj Mehta · Tue 28 Apr 2026 · heard · shared\n",
        "",
    )


def test_bare_words_are_the_behaviour_and_unsaid_it_is_growth(sam: Any) -> None:
    assert sam("feedback", "add", "--from", "raj", "read", "the", "slides").out == (
        "f1    growth · from Raj Mehta · today · heard · shared\n"
    )
    assert json.loads(sam("show", "f1", "--json").out)["behaviour"] == "read the slides"


def test_feedback_for_somebody_is_to_give_until_it_is_delivered(sam: Any) -> None:
    assert sam("feedback", "add", "--to", "bo", "--praise", "clear notes", "--on", "fri").out == (
        "f1    praise · to Bo Lind · Fri 1 May 2026 · to give · shared\n"
    )
    assert sam("feedback", "list", "--owed") == (
        0,
        "f1\t1 May\tpraise: clear notes\tto Bo Lind, owed\tto give\n",
        "",
    )
    assert sam("feedback", "deliver", "f1") == (0, "f1    noted 1 May ▸ given 4 May\n", "")
    assert sam("feedback", "list", "--owed").out == ""
    assert sam("feedback", "deliver", "f1") == (
        1,
        "",
        "error: f1 was given on 4 May 2026 already.\n       mentorlog show f1\n",
    )


@pytest.mark.parametrize(
    ("argv", "code", "sentence"),
    [
        (
            ("well done",),
            2,
            "Say who gave it to you, or whom you have it for.\n       Give one of",
        ),
        (("--from", "raj", "--to", "bo", "x"), 2, "Say who gave it to you, or whom you have it for."),
        (("--from", "me", "x"), 2, "Say who gave it to you, or whom you have it for."),
        (("--from", "raj", "--praise", "--growth", "x"), 2, "Feedback is either praise or growth."),
        (("--from", "raj", "-b", "x", "y"), 2, "The behaviour is there twice: as words and as --behaviour."),
        (("--from", "raj"), 1, "The feedback is empty; nothing was kept."),
        (("--from", "zoe", "x"), 1, "There is no person “zoe”."),
        (("--from", "raj", "x", "--skill", "juggling"), 1, "There is no skill “juggling”."),
        (("--from", "raj", "x", "--on", "03/04/2026"), 1, "“03/04/2026” could be 3 Apr 2026 or 4 Mar 2026."),
    ],
)
def test_what_is_wrong_keeps_nothing(sam: Any, argv: tuple[str, ...], code: int, sentence: str) -> None:
    said = sam("feedback", "add", *argv)
    assert (said.code, said.out) == (code, "")
    assert said.err.startswith(f"error: {sentence}")
    assert sam("feedback", "-q").out == ""


def test_a_terminal_is_asked_for_what_is_missing(sam: Any) -> None:
    said = sam("feedback", "add", "--from", "raj", "-b", "read slides", stdin="p\nreview\n\n", tty=True)
    assert said == (
        0,
        "f1    praise · from Raj Mehta · today · heard · shared\n",
        "Praise or growth? [growth] Situation: when and where was it? Impact: what did that lead to? ",
    )
    made = json.loads(sam("show", "f1", "--json").out)
    assert (made["situation"], made["behaviour"], made["impact"]) == ("review", "read slides", "")


def test_private_words_can_come_by_stdin_and_are_not_echoed(sam: Any) -> None:
    assert sam("feedback", "add", "--from", "raj", "--private", "-", stdin="shouted at Kim") == (
        0,
        "f1    feedback · today · PRIVATE\n",
        "",
    )
    assert "shouted" not in sam("feedback").out
    assert "growth: shouted at Kim (private)" in sam("feedback", "list", "--private").out
    assert sam("feedback", "show", "f1") == (
        1,
        "",
        "error: f1 is private.\n       mentorlog show f1 --private\n",
    )


def test_from_hearing_to_evidence(sam: Any) -> None:
    heard(sam)
    assert sam("feedback", "list", "--open", "-q").out == "f1\n"
    assert sam("feedback", "act", "f1", "--action", "Open with the decision", "--by", "20may") == (
        0,
        "a1    me · Open with the decision · due Wed 20 May 2026 · from f1\n",
        "",
    )
    assert sam("feedback", "list", "--open", "-q").out == "f1\n"  # deciding is not doing
    sam("done", "a1", "--on", "2may")
    assert sam("feedback", "list", "--open", "-q").out == ""
    sam("win", "add", "The review went well", "--on", "3may")
    assert sam("feedback", "evidence", "f1", "w1") == (
        0,
        "f1    heard 28 Apr ▸ acted 2 May (a1) ▸ shown 3 May (w1) · took 5 days\n",
        "",
    )
    assert sam("feedback").out.endswith("\tfrom Raj Mehta\tshown\n")


def test_evidence_without_an_action_counts_too(sam: Any) -> None:
    heard(sam)
    sam("win", "add", "The review went well", "--on", "3may")
    sam("win", "add", "And another", "--on", "4may")
    assert (
        sam("feedback", "evidence", "f1", "w2,w1").out
        == "f1    heard 28 Apr ▸ shown 3 May (w1) · took 5 days\n"
    )
    assert sam("feedback", "list", "--open", "-q").out == ""


def test_what_was_before_the_feedback_is_linked_as_the_start_and_closes_nothing(sam: Any) -> None:
    heard(sam)
    sam("win", "add", "Held a talk", "--on", "27apr")
    sam("log", "Slides again", "--on", "20apr")
    assert sam("feedback", "evidence", "f1", "w1") == (
        0,
        "f1    heard 28 Apr\n",
        "      w1 is from before f1 was heard: it shows where you started, not a change.\n",
    )
    assert sam("feedback", "evidence", "f1", "w1,n1").err == (
        "      w1 and n1 are from before f1 was heard: they show where you started, not a change.\n"
    )
    assert sam("feedback", "evidence", "f1", "w1", "-q") == (0, "f1\n", "")
    assert sam("feedback", "list", "--open", "-q").out == "f1\n"
    assert "\nBefore\nw1\tHeld a talk\n" in sam("show", "f1").out
    assert "\nWas before\nf1\t" in sam("show", "w1").out
    assert json.loads(sam("feedback", "loop", "--json").out)["took"] is None


def test_what_took_is_counted_to_the_first_evidence_since_not_to_an_earlier_one(sam: Any) -> None:
    heard(sam)
    sam("win", "add", "Before", "--on", "27apr")
    sam("win", "add", "After", "--on", "3may")
    said = sam("feedback", "evidence", "f1", "w1,w2")
    assert said.out == "f1    heard 28 Apr ▸ shown 3 May (w2) · took 5 days\n"
    sam("feedback", "edit", "f1", "--on", "4may")  # now all of it lies before
    assert "took" not in sam("show", "f1").out
    assert json.loads(sam("feedback", "loop", "--json").out)["took"] is None


def test_a_goal_that_goes_on_is_evidence_although_it_began_before(sam: Any) -> None:
    sam("goal", "add", "Tell stories", "--on", "1apr")
    heard(sam)
    assert sam("feedback", "evidence", "f1", "g1").err == ""


def test_the_wrong_record_for_a_verb(sam: Any) -> None:
    heard(sam)
    sam("feedback", "add", "--to", "bo", "clear notes")
    sam("log", "x")
    assert sam("feedback", "act", "f2", "--action", "y") == (
        1,
        "",
        "error: f2 is for somebody else to act on.\n       Once it is given:  mentorlog feedback deliver f2\n",
    )
    assert sam("feedback", "act", "f1").err == "error: The action is empty; nothing was kept.\n"
    assert (
        sam("feedback", "deliver", "f1").err == "error: f1 was given to you; there is nobody to give it to.\n"
    )
    assert sam("feedback", "evidence", "f1", "f1").err == "error: f1 cannot show itself.\n"
    assert sam("feedback", "evidence", "f1").code == 2
    assert sam("feedback", "deliver", "n1") == (
        2,
        "",
        "error: n1 is a note, not feedback.\n       Feedback is f and a number: f1.\n",
    )
    assert sam("feedback", "evidence", "f9", "n1").err == "error: There is no record “f9”.\n"


def test_a_date_that_cannot_be_read_keeps_no_action(sam: Any) -> None:
    heard(sam)
    said = sam("feedback", "act", "f1", "--action", "Open with the decision", "--by", "next review")
    assert said == (1, "", "error: I cannot read the date “next review”. Try 2026-05-20, fri, 2w or eoq.\n")
    assert sam("action", "-q").out == ""


def test_an_action_from_private_feedback_is_private(sam: Any) -> None:
    sam("feedback", "add", "--from", "raj", "--private", "shouted")
    assert (
        sam("feedback", "act", "f1", "--action", "Apologise to Kim").out == "a1    me · PRIVATE · from f1\n"
    )


def test_themes_are_counted_with_their_refs_whatever_their_capitals(sam: Any) -> None:
    heard(sam)
    sam("feedback", "add", "--from", "ana", "slow start", "--theme", "reviews")
    sam("feedback", "add", "--from", "ana", "good mail", "--theme", "writing")
    sam("feedback", "add", "--from", "ana", "secret", "--theme", "temper", "--private")
    assert sam("feedback", "themes") == (
        0,
        "reviews\t2\t28 Apr\t4 May\t2 heard\tf2, f1\nwriting\t1\t4 May\t4 May\t1 heard\tf3\n",
        "",
    )
    assert "temper\t1\t4 May\t4 May\t1 heard\tf4\n" in sam("feedback", "themes", "--private").out
    later = json.loads(sam("feedback", "themes", "--json", "--since", "1may").out)["items"]
    assert [(one["theme"], one["count"], one["refs"]) for one in later] == [
        ("reviews", 1, ["f2"]),
        ("writing", 1, ["f3"]),
    ]


def test_the_loop_says_how_far_feedback_came_and_what_is_owed(sam: Any) -> None:
    heard(sam)
    sam("feedback", "add", "--to", "bo", "say it once", "--growth")
    assert sam("feedback", "loop").out == (
        "heard, acted, shown\tFeedback loop\n\nTo you\nGrowth\t1\tf1\nOpen\t1\tf1\n\nFrom you\nTo give\t1\tf2\n"
    )
    sam("feedback", "act", "f1", "--action", "Slides last")
    sam("done", "a1")
    sam("win", "add", "Nobody left")
    sam("feedback", "evidence", "f1", "w1")
    sam("feedback", "deliver", "f2")
    assert "To you From heard to shown: 6 days\n" in sam("feedback", "loop").out
    data = json.loads(sam("feedback", "loop", "--json").out)
    assert data["took"] == {"least": 6, "middle": 6, "most": 6}
    assert (data["acted"], data["shown"], data["open"], data["given"]) == (["f1"], ["f1"], [], ["f2"])
    assert sam("feedback", "loop", "--with", "ana").out == ""


def test_empty_lists_say_how_to_begin(run: Any) -> None:
    assert run("feedback") == (
        0,
        "",
        'No feedback to show. Begin with:  mentorlog feedback add --from raj -s "…" -b "…" -i "…"\n',
    )
    assert (
        run("feedback", "themes").err == 'No themes yet. Name one:  mentorlog feedback edit REF --theme "…"\n'
    )
    assert json.loads(run("feedback", "--json").out)["items"] == []


def test_the_list_narrows_and_its_json_has_the_state(sam: Any) -> None:
    heard(sam)
    sam("feedback", "add", "--to", "bo", "clear notes")
    assert sam("feedback", "list", "--with", "bo", "-q").out == "f2\n"
    assert sam("feedback", "list", "--until", "29apr", "-q").out == "f1\n"
    assert sam("feedback", "list", "--limit", "1", "-q").out == "f2\n"
    assert sam("feedback", "list", "--since", "soonish").code == 1
    items = json.loads(sam("feedback", "list", "--json").out)["items"]
    assert [(one["ref"], one["state"]) for one in items] == [("f2", "to give"), ("f1", "heard")]


def test_words_that_steer_a_terminal_are_kept_and_shown_harmless(sam: Any) -> None:
    sam("feedback", "add", "--from", "raj", "[red]\x1b[31m :smile:\u202e")
    assert "[red]<U+001B>[31m :smile:<U+202E>" in sam("feedback").out
    assert json.loads(sam("show", "f1", "--json").out)["behaviour"] == "[red]\x1b[31m :smile:\u202e"


def test_edit_rm_restore(sam: Any) -> None:
    heard(sam)
    assert sam("feedback", "edit", "f1", "--tone", "praise").out == "f1    feedback · changed: tone\n"
    assert sam("feedback", "rm", "f1", "--yes").code == 0
    assert sam("feedback", "-q").out == ""
    assert sam("feedback", "restore", "f1").out == "f1    feedback · restored\n"


def test_without_a_person_a_terminal_is_asked_whose_it_is(sam: Any) -> None:
    heard = sam("feedback", "add", "-s", "review", "-i", "left", "read slides", stdin="raj\ng\n", tty=True)
    assert heard.out == "f1    growth · from Raj Mehta · today · heard · shared\n"
    owed = sam(
        "feedback", "add", "-s", "review", "-i", "left", "read slides", stdin="\nbo\npraise\n", tty=True
    )
    assert owed.out.startswith("f2    praise · to Bo Lind ·")
    assert sam("feedback", "add", "read slides").code == 2


def test_an_answer_that_is_neither_praise_nor_growth_is_asked_again(sam: Any) -> None:
    said = sam(
        "feedback", "add", "--from", "raj", "-s", "a", "-i", "b", "c", stdin="the standup\npraise\n", tty=True
    )
    assert "Answer praise or growth" in said.err
    assert said.out.startswith("f1    praise")


def test_show_tells_how_far_feedback_has_come(sam: Any) -> None:
    sam("feedback", "add", "--from", "raj", "-b", "read slides", "--on", "28apr")
    sam("feedback", "act", "f1", "--action", "Open with the decision")
    sam("done", "a1")
    assert "heard 28 Apr ▸ acted 4 May (a1)" in sam("show", "f1").out
