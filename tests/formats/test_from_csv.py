"""Tables of other programs: headings say what a column is; what is left out is said."""

from __future__ import annotations

from datetime import date

import pytest

from mentorlog.domain.drafts import NO_DAY, TWO_DAYS, Draft, Skip
from mentorlog.errors import Misused, Problem
from mentorlog.formats.from_csv import drafts, plan
from tests.formats.drafting import HERE, drafted, sample, skipped, source


def read(content: str, **told: str) -> list[Draft | Skip]:
    file = source(content)
    return list(drafts(file, plan(file, told), HERE))


def test_the_map_is_said_as_it_was_guessed() -> None:
    assert plan(sample("table.csv"), {}).said == (
        "Date → day, Title → title, Description → text, Person → with, Labels → tags, ID → left out"
    )


def test_a_row_is_a_note_with_its_people_and_tags_and_line() -> None:
    first, second, stranger = drafted(drafts(sample("table.csv"), plan(sample("table.csv"), {}), HERE))
    assert first.values == {
        "text": "Pairing session\n\nTwo lines;\nwith a semicolon",
        "day": date(2026, 3, 2),
    }
    assert (first.people, first.tags, first.line) == (("Ana Ruiz",), ("pairing", "sql"), 2)
    assert second.line == 4
    assert stranger.people == ("Zed Zander",)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_cells_may_be_parted_by_any_of_four_signs(delimiter: str) -> None:
    (one,) = drafted(
        read(f'date{delimiter}"a, note"{delimiter}text\n2026-03-02{delimiter}x{delimiter}words\n')
    )
    assert one.values == {"text": "words", "day": date(2026, 3, 2)}


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("win", "win"),
        ("Achievement", "win"),
        ("Tasks", "action"),
        ("1:1", "meeting"),
        ("?", "note"),
        ("goals", "goal"),
    ],
)
def test_a_column_may_say_what_a_row_is(said: str, kind: str) -> None:
    (one,) = drafted(read(f"type,text\n{said},words\n"))
    assert one.kind == kind


@pytest.mark.parametrize(
    ("state", "becomes"),
    [("", "open"), ("pending", "open"), ("Done", "done"), ("x", "done"), ("cancelled", "dropped")],
)
def test_a_table_with_states_holds_actions(state: str, becomes: str) -> None:
    (one,) = drafted(read(f"task,status,deadline\nwords,{state},2026-06-01\n"))
    assert (one.kind, one.values["state"], one.values["due"]) == ("action", becomes, date(2026, 6, 1))


@pytest.mark.parametrize("day", ["03/04/2026", "04.05.2026"])
def test_a_day_that_could_be_two_is_skipped_and_the_setting_that_settles_it_is_named(day: str) -> None:
    assert skipped(read(f"date,text\n{day},x\n")) == [(2, TWO_DAYS)]
    assert "config set date_order" in TWO_DAYS
    file = source(f"date,text\n{day},x\n")
    (one,) = drafted(drafts(file, plan(file, {}), HERE._replace(order="day-first")))
    assert one.kind == "note"


@pytest.mark.parametrize(
    ("state", "becomes"), [("", "open"), ("Done", "met"), ("met", "met"), ("dropped", "dropped")]
)
def test_a_goal_that_is_over_comes_in_as_over(state: str, becomes: str) -> None:
    (one,) = drafted(read(f"type,text,date,status\ngoal,words,2026-03-02,{state}\n"))
    assert (one.kind, one.values["state"]) == ("goal", becomes)
    assert one.values.get("ended") == (None if becomes == "open" else date(2026, 3, 2))


def test_what_came_of_it_is_kept_whatever_the_row_is() -> None:
    note, win = drafted(read("type,text,result\n,words,saved a day\nwin,words,saved a day\n"))
    assert note.values["text"] == "words\n\nsaved a day"
    assert (win.values["text"], win.values["impact"]) == ("words", "saved a day")


@pytest.mark.parametrize(
    ("heading", "said", "private"),
    [
        ("private", "yes", True),
        ("Private", "", False),
        ("private", "no", False),
        ("visibility", "Private", True),
        ("visibility", "shared", False),
    ],
)
def test_what_a_table_keeps_private_stays_private(heading: str, said: str, private: bool) -> None:
    (one,) = drafted(read(f"text,{heading}\nwords,{said}\n"))
    assert one.private is private


@pytest.mark.parametrize("day", ["today", "26-01-01", "2026-02-30", "1700-01-01", "12345678"])
def test_a_day_that_is_unsure_is_skipped(day: str) -> None:
    assert skipped(read(f"date,text\n{day},x\n")) == [(2, NO_DAY)]


def test_a_row_without_a_day_is_of_today_and_says_so() -> None:
    (one,) = drafted(read("text,date\nx,\n"))
    assert (one.undated, one.values["day"]) == (True, HERE.today)


def test_a_row_without_words_is_skipped_and_an_empty_one_is_none() -> None:
    assert skipped(read("date,text\n\n,,\n2026-01-01,\n")) == [(4, "without words")]


def test_a_row_with_more_cells_than_headings_is_skipped() -> None:
    assert skipped(read("date,text\n2026-01-01,a, b\n")) == [
        (2, "a row with more cells than there are headings")
    ]
    assert len(drafted(read("date,text\n2026-01-01,a,,\n"))) == 1


def test_a_column_that_was_told_is_not_guessed_anew() -> None:
    (one,) = drafted(read("note,text\na,b\n", note="tags", text="text"))
    assert (one.tags, one.values["text"]) == (("a",), "b")


@pytest.mark.parametrize("text", ["", "\n", "a,b\n1,2\n"])
def test_without_words_in_any_column_it_is_refused(text: str) -> None:
    with pytest.raises(Problem, match="No column of the table says"):
        read(text)


def test_a_heading_that_is_not_there_is_named() -> None:
    with pytest.raises(Misused, match="There is no column “x”"):
        read("text\nwords\n", x="text")


def test_a_quotation_mark_too_few_is_told_by_its_line() -> None:
    with pytest.raises(Problem, match="Line 3 of the file"):
        read('text\ngood\n"bad\nand more\n')
