"""Decisions: choosing one of the options, and saying what came of it."""

from __future__ import annotations

from datetime import date

import pytest

from mentorlog.domain.decisions import Decision, as_options, chosen, closed, dropped
from mentorlog.errors import Refused, Unreadable

DAY = date(2026, 5, 4)
OPEN = Decision(id=1, question="Now or later?", day=DAY, options="now\nlater\nlater, with a plan")


@pytest.mark.parametrize(
    ("typed", "option"),
    [("1", "now"), ("NOW", "now"), ("n", "now"), ("later", "later"), ("later, w", "later, with a plan")],
)
def test_an_option_is_chosen_by_its_number_or_its_beginning(typed: str, option: str) -> None:
    made = chosen(OPEN, typed, DAY)
    assert (made.chosen, made.state, made.decided) == (option, "decided", DAY)
    assert made.options == OPEN.options


def test_a_choice_that_is_new_becomes_an_option() -> None:
    made = chosen(OPEN, "never   at all", DAY)
    assert made.choices == ["now", "later", "later, with a plan", "never at all"]
    assert made.chosen == "never at all"
    assert chosen(OPEN, "9", DAY).chosen == "9", "a number of no option is words"


def test_a_beginning_of_several_options_is_refused_with_their_numbers_and_no_words() -> None:
    with pytest.raises(Refused) as error:
        chosen(OPEN, "lat", DAY)
    assert (error.value.sentence, error.value.hint) == (
        "That could be more than one of the options.",
        "Say which by its number: 2, 3.",
    )
    with pytest.raises(Unreadable):
        chosen(OPEN, "  ", DAY)


def test_a_change_of_mind_is_a_later_choice() -> None:
    again = chosen(chosen(OPEN, "1", DAY), "2", date(2026, 5, 9))
    assert (again.chosen, again.decided) == ("later", date(2026, 5, 9))


def test_an_outcome_closes_a_choice_and_can_be_corrected_but_not_come_before_it() -> None:
    ended = closed(chosen(OPEN, "1", DAY), "it went well", date(2026, 6, 1))
    assert (ended.state, ended.outcome, ended.ended) == ("closed", "it went well", date(2026, 6, 1))
    again = closed(ended, "it went very well", date(2026, 7, 1))
    assert (again.outcome, again.ended) == ("it went very well", date(2026, 6, 1))
    with pytest.raises(Refused, match="Nothing is chosen"):
        closed(OPEN, "it settled itself", DAY)


def test_what_has_ended_is_neither_chosen_nor_dropped_again() -> None:
    gone = dropped(OPEN, DAY, "it settled itself")
    assert (gone.state, gone.why, gone.ended) == ("dropped", "it settled itself", DAY)
    for again in (
        lambda: chosen(gone, "1", DAY),
        lambda: dropped(gone, DAY, "x"),
        lambda: closed(gone, "x", DAY),
    ):
        with pytest.raises(Refused, match="dropped already"):
            again()


def test_options_are_one_a_line_each_once() -> None:
    assert as_options(["  now ", "", "later\nor never", "now"]) == "now\nlater or never"
