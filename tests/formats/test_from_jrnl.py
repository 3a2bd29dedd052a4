"""A journal of jrnl, as JSON or text: every entry is a note with its day, people, tags and star."""

from __future__ import annotations

from datetime import date

import pytest

from mentorlog.domain.drafts import NO_DAY
from mentorlog.errors import Problem
from mentorlog.formats.from_jrnl import drafts
from tests.formats.drafting import HERE, drafted, sample, skipped, source


def test_json_and_text_say_the_same() -> None:
    text, data = (drafted(drafts(sample(name), HERE)) for name in ("journal.jrnl", "jrnl.json"))
    assert [one._replace(line=0) for one in text[:2]] == [one._replace(line=0) for one in data]
    assert [one.line for one in text] == [1, 4, 7]


def test_people_tags_and_star_stay() -> None:
    first, second, _ = drafted(drafts(sample("journal.jrnl"), HERE))
    assert (first.values["day"], first.mentioned, first.tags) == (date(2024, 1, 5), ("ana",), ("databases",))
    assert (second.mentioned, second.tags) == (("raj", "nobody"), ("starred",))
    assert second.values["text"].startswith("Shipped the migration!\n")


def test_words_in_brackets_begin_no_entry() -> None:
    *_, last = drafted(drafts(sample("journal.jrnl"), HERE))
    assert last.values["text"] == "Long one.\n[not a date] still belongs here\n\n- so does this"


@pytest.mark.parametrize(
    "when", ["2024-01-05 09:30", "2024-01-05 09:30:00 AM", "05 Jan 2024 9:30 pm", "2024-01-05"]
)
def test_the_date_may_be_written_in_several_ways(when: str) -> None:
    (one,) = drafted(drafts(source(f"[{when}] Words.\n"), HERE))
    assert one.values == {"day": date(2024, 1, 5), "text": "Words."}


def test_before_jrnl_2_there_were_no_brackets() -> None:
    found = drafted(
        drafts(source("2015-06-01 09:30 One.\nmore\n\n2015-06-02 10:00 Two.\n[2015-06-03 10:00] x\n"), HERE)
    )
    assert [one.values["text"] for one in found] == ["One.\nmore", "Two.\n[2015-06-03 10:00] x"]


@pytest.mark.parametrize(
    "when", ["03/04/2024 09:30", "2024-02-30 09:30", "1850-01-01 09:30", "9999-01-01 09:30"]
)
def test_a_date_that_is_unsure_or_none_is_skipped_with_its_line(when: str) -> None:
    found = list(
        drafts(source(f"[2024-01-05 09:30] Good.\n[{when}] Bad.\nmore\n[2024-01-06 09:30] Good.\n"), HERE)
    )
    assert skipped(found) == [(2, NO_DAY)]
    assert len(drafted(found)) == 2


def test_a_settled_order_of_dates_is_used() -> None:
    (one,) = drafted(drafts(source("[03/04/2024 09:30] x\n"), HERE._replace(order="day-first")))
    assert one.values["day"] == date(2024, 4, 3)


@pytest.mark.parametrize(
    "text", ["", "words\n", "[x] words\n", '{"tags": {}}', '{"entries": 3}', '{"entries": [3]}']
)
def test_what_is_no_journal_of_jrnl_is_refused(text: str) -> None:
    with pytest.raises(Problem, match="nothing was brought in"):
        list(drafts(source(text), HERE))


def test_an_entry_of_six_megabytes_is_skipped_and_the_next_comes() -> None:
    found = list(
        drafts(source("[2024-01-05 09:30] x\n" + "word \n" * 1_000_000 + "[2024-01-06 09:30] y\n"), HERE)
    )
    assert skipped(found) == [(1, "longer than 5 MB")]
    assert [one.values["text"] for one in drafted(found)] == ["y"]
