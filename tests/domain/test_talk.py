"""Telling of a conversation: the form and back, answers, and promises that resemble each other."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorlog.domain.actions import Action
from mentorlog.domain.refs import Ref
from mentorlog.domain.talk import Filled, Form, form, read_form, resembled, understood
from mentorlog.domain.templates import BUILT_IN

TOPICS = {Ref("topic", 5): "Is a lateral move a step back?", Ref("topic", 3): "Salary bands"}
PROMISES = {Ref("action", 7): "Draft CV, due Fri 1 May 2026", Ref("action", 8): "Ana: (private)"}


def made(notes: str = "", pattern: str = "", aside: str = "") -> Form:
    return form(["Ana · today.", "Last time: a --> b"], TOPICS, PROMISES, notes, pattern, aside)


def test_the_form_shows_everything_there_is_to_say() -> None:
    assert made(notes="Lateral is fine.").text == (
        "<!-- Ana · today. -->\n<!-- Last time: a –> b -->\n\nLateral is fine.\n\n\n"
        "## Topics\n<!-- [x] was talked about; the rest is carried over. -->\n"
        "- [ ] t5 Is a lateral move a step back?\n- [ ] t3 Salary bands\n\n"
        "## Promises\n<!-- [x] is done; the rest is carried over. -->\n"
        "- [ ] a7 Draft CV, due Fri 1 May 2026\n- [ ] a8 Ana: (private)\n\n"
        "## New promises\n<!-- One a line, with a dash: - me: draft CV by fri -->\n- \n\n"
        "## Private\n<!-- For your eyes only. -->\n\n"
    )


@pytest.mark.parametrize("pattern", ["", *(one.text for one in BUILT_IN.values())])
def test_a_form_nobody_touched_says_nothing(pattern: str) -> None:
    one = made(pattern=pattern)
    assert read_form(one, one.text) == Filled()
    assert read_form(one, one.text.replace("\n", "\r\n")) == Filled()


def test_what_stood_there_before_stays() -> None:
    one = made(notes="Lateral is fine. <!-- mine -->", aside="Tired.")
    assert read_form(one, one.text) == Filled(notes="Lateral is fine. <!-- mine -->", aside="Tired.")


def test_each_part_goes_where_it_belongs() -> None:
    text = made().text
    text = text.replace("\n\n\n", "\nLateral is fine.\n\n", 1)
    text = text.replace("- [ ] t5", "- [x] t5").replace("- [ ] a8", "* [X]  a8")
    text = text.replace("- \n", "- me: draft the CV\n  in one page by fri\n- [ ] ana: intro\n-\n")
    text += "She looked tired.\n# Ask again\n"
    assert read_form(made(), text) == Filled(
        notes="Lateral is fine.",
        aside="She looked tired.\n# Ask again",
        promises=("me: draft the CV in one page by fri", "ana: intro"),
        ticked=(Ref("topic", 5), Ref("action", 8)),
    )


def test_a_line_to_tick_that_was_changed_is_kept_in_the_notes_too() -> None:
    text = made().text.replace("- [ ] t3 Salary bands", "- [x] t3 Salary bands: ask Raj")
    assert read_form(made(), text) == Filled(
        notes="## Topics\n- [x] t3 Salary bands: ask Raj", ticked=(Ref("topic", 3),)
    )


def test_a_line_that_is_gone_or_unknown_closes_nothing() -> None:
    text = made().text.replace("- [ ] t3 Salary bands\n", "- [x] t99 Other\n- [x] ana\n")
    assert read_form(made(), text) == Filled(notes="## Topics\n- [x] t99 Other\n- [x] ana")


def test_headings_of_a_template_with_nothing_beneath_are_left_out() -> None:
    one = made(pattern=BUILT_IN["grow"].text)
    text = one.text.replace("## Reality\n", "## Reality\nSlow.\n### Why\n\n## Mine\n")
    assert read_form(one, text).notes == "## Reality\nSlow.\n### Why\n\n## Mine"


def test_a_heading_stays_for_what_is_deeper_beneath_it() -> None:
    one = made(pattern="# Week\n\n## Wins\n\n## Worries\n")
    assert (
        read_form(one, one.text.replace("## Wins\n", "## Wins\nShipped.\n")).notes
        == "# Week\n\n## Wins\nShipped."
    )


def test_questions_of_a_template_alone_are_no_notes() -> None:
    one = made(pattern="Mood, 1 to 5:\n")
    assert read_form(one, one.text).notes == ""
    assert read_form(one, one.text.replace("5:", "5: 4")).notes == "Mood, 1 to 5: 4"


@pytest.mark.parametrize("heading", ["## Private", "# private:", "### PRIVATE  "])
def test_words_under_private_are_private_however_it_is_written(heading: str) -> None:
    filled = read_form(made(), f"Fine.\n{heading}\n## My thoughts\n- me: hush\n")
    assert filled == Filled(notes="Fine.", aside="## My thoughts\n- me: hush")


WORDS = st.from_regex(r"\A[A-Za-zé日0-9?!.,'“”*_`-]{1,12}\Z").filter(
    lambda word: re.search(r"\w", word) and word.casefold() not in ("private", "new", "promises")
)
LINES = st.builds(
    lambda mark, words: mark + " ".join(words),
    st.sampled_from(["", "", "- ", "## ", "  ", "- [x] ", "- [ ] t5 ", "- me: ", "<!-- ", "> ", "\t"]),
    st.lists(WORDS, min_size=1, max_size=5),
)


@given(st.data())
@settings(deadline=None)
def test_no_word_is_lost_whatever_is_done_to_the_form(data: st.DataObject) -> None:
    one = made(pattern=data.draw(st.sampled_from(["", BUILT_IN["grow"].text, "# A\nMood:\n"])))
    lines = one.text.split("\n")
    typed = data.draw(st.lists(LINES, max_size=8))
    for line in typed:
        lines.insert(data.draw(st.integers(0, len(lines))), line)
    ends = data.draw(st.sampled_from(["\n", "\r\n"]))
    filled = read_form(one, ends.join(lines))
    kept = " ".join([filled.notes, filled.aside, *filled.promises])
    for word in " ".join(typed).split():
        assert not re.search(r"\w", word) or word in ("[x]", "t5") or word in kept


@pytest.mark.parametrize(
    ("answer", "meant"),
    [
        ("", "carry"),
        ("d", "done"),
        ("y", "done"),
        ("Done ", "done"),
        ("dr", "drop"),
        ("dropped", "drop"),
        ("c", "carry"),
        ("keep", "carry"),
        ("n", "carry"),
        ("maybe", ""),
        ("done it", ""),
    ],
)
def test_an_answer_is_understood_by_its_beginning_and_never_guessed(answer: str, meant: str) -> None:
    assert understood(answer) == meant


@pytest.mark.parametrize(
    ("new", "old", "alike"),
    [
        ("intro to Jo Lee", "Introduce me to Jo Lee", True),
        ("draft the  cv", "Draft CV", True),
        ("rewrite CV around 3 stories", "Draft CV, one page", False),
        ("read chapter 4", "book a room", False),
        ("x", "", False),
    ],
)
def test_promises_that_say_nearly_the_same_resemble_each_other(new: str, old: str, alike: bool) -> None:
    action = Action(id=8, text=old, owner_id=1)
    assert resembled(new, 1, [action]) == (action if alike else None)
    assert resembled(new, None, [action]) is None


def test_the_most_alike_is_taken() -> None:
    actions = [
        Action(id=1, text="Draft the talk"),
        Action(id=2, text="Draft the talks"),
        Action(id=3, text="Rest"),
    ]
    assert resembled("draft the talks", None, actions) == actions[1]
