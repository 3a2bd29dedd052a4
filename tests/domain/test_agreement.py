"""An agreement is one text that comes apart again."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from mentorlog.domain.agreement import HEADINGS, Agreement, agreement_of, span
from mentorlog.domain.dates import read_span
from mentorlog.domain.people import Mentorship

BOND = Mentorship(id=2, person_id=1, side="mentee", started=date(2026, 1, 5))
# Words with lines and paragraphs, but without a heading of ours at the start of one.
WORDS = st.lists(st.sampled_from(["I bring topics", "What we expect", "How", "a: b"]), max_size=3).map(
    "\n\n".join
)


@settings(deadline=None)
@given(expect=WORDS, confidential=WORDS, end=WORDS, more=WORDS)
def test_the_parts_come_back_as_they_were_put_in(expect: str, confidential: str, end: str, more: str) -> None:
    made = Agreement(ref=BOND.ref, expect=expect, confidential=confidential, end=end, more=more)
    assert agreement_of(BOND.but(agreement=made.text)) == made


def test_a_text_without_headings_stays_whole() -> None:
    said = agreement_of(
        BOND.but(agreement="Every two weeks.\n\nI bring the topics.", purpose="Move", cadence=14)
    )
    assert (said.more, said.purpose, said.every) == ("Every two weeks.\n\nI bring the topics.", "Move", "2w")


def test_a_heading_that_comes_twice_loses_no_words() -> None:
    head = HEADINGS["expect"]
    assert agreement_of(BOND.but(agreement=f"{head}: one\n\n{head}: two")).expect == "one\n\ntwo"


@given(days=st.integers(1, 3660))
def test_a_cadence_is_typed_as_it_is_read(days: int) -> None:
    assert read_span(span(days)) == days
