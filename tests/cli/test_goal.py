"""`goal`: how far it is, also told late."""

from __future__ import annotations

from typing import Any


def counted(sam: Any) -> None:
    assert sam("goal", "add", "Run ten", "--count", "10", "--on", "1apr", "--done-when", "ten").code == 0


def test_progress_told_late_counts_from_what_was_told_by_that_day(sam: Any) -> None:
    counted(sam)
    assert (
        sam("goal", "update", "g1", "4", "--on", "20apr").out
        == "pr1   g1 · 0% → 40% (4 of 10) on Mon 20 Apr 2026\n"
    )
    assert sam("goal", "update", "g1", "8").out == "pr2   g1 · 40% → 80% (8 of 10)\n"
    late = sam("goal", "update", "g1", "+1", "--on", "24apr")
    assert late.out == "pr3   g1 · 40% → 50% (5 of 10) on Fri 24 Apr 2026, 80% since\n"


def test_only_the_last_word_on_a_goal_says_that_it_is_all(sam: Any) -> None:
    counted(sam)
    assert "goal close g1 --as met" in sam("goal", "update", "g1", "10").err
    assert sam("goal", "update", "g1", "3", "--on", "fri").err == ""


def test_progress_of_a_day_before_the_goal_began_is_refused_with_the_way_out(sam: Any) -> None:
    counted(sam)
    assert sam("goal", "update", "g1", "4", "--on", "31mar") == (
        1,
        "",
        "error: Tue 31 Mar 2026 is before g1 began: Wed 1 Apr 2026.\n"
        "       If it began earlier:  mentorlog goal edit g1 --started 2026-03-31\n",
    )
    assert sam("goal", "edit", "g1", "--started", "2026-03-31").code == 0
    assert sam("goal", "update", "g1", "4", "--on", "31mar").out.startswith("pr1 ")


def test_a_step_with_a_day_says_the_day(sam: Any) -> None:
    sam("goal", "add", "Move")
    assert (
        sam("goal", "step", "g1", "Ask Max", "--by", "fri").out
        == "st1   g1 · Ask Max · due Fri 8 May 2026 · 0 of 1 done\n"
    )


def test_a_word_that_is_nothing_is_sent_to_search(sam: Any) -> None:
    assert 'mentorlog search "bogus"' in sam("show", "bogus").err
    assert 'mentorlog skill add "bogus"' in sam("skill", "show", "bogus").err


def test_nothing_has_happened_yet_on_a_day_to_come(sam: Any) -> None:
    for words in (("log", "x"), ("win", "add", "x"), ("goal", "add", "x"), ("skill", "rate", "sql", "4")):
        said = sam(*words, "--on", "2026-05-05")
        assert (said.code, said.out) == (1, "")
        assert said.err.startswith("error: Tue 5 May 2026 is still to come.")
