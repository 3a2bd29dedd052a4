"""Names taken out: of everybody the journal knows, as whole words, and of nobody it was not asked about."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorlog.domain.people import Person
from mentorlog.domain.redact import labels, redacted, redaction
from mentorlog.domain.summary import Commitment, Summary

ANA = Person(id=1, name="Ana Ruiz", handle="ana", role="mentor")
RAJ = Person(id=3, name="Raj Mehta", handle="raj", role="peer")
ZOE = Person(id=4, name="Zoë van der Berg", handle="zoe", role="peer")
RITA = Person(id=5, name="Rita R.", handle="rita", role="contact")
MAX = Person(id=6, name="Max Weber", handle="boss", role="manager")
PIECES = ("Ana", "Ruiz", "ana", "Raj", "Mehta", "@raj", "Berg", "zoe", "RITA", "x,", ".", "\n", "-", "a b")
EVA = Person(id=7, name="Eva O'Neil Núñez", handle="eva", role="sponsor")
EVERYBODY = (ANA, RAJ, ZOE, RITA, MAX, EVA)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ana Ruiz says so", "A mentor says so"),
        ("I asked ana, then ANA; Ana's answer", "I asked a mentor, then a mentor; a mentor's answer"),
        ("Talk to @raj. Raj knows.", "Talk to a colleague (R.). A colleague (R.) knows."),
        ("with Mehta and Ruiz", "with a colleague (R.) and a mentor"),
        ("Zoë and zoe", "A colleague (Z.) and a colleague (Z.)"),
        (unicodedata.normalize("NFD", "Zoë"), "A colleague (Z.)"),
        ("Ana\n Ruiz", "A mentor"),
        ("mail ana.ruiz@x.example", "mail a mentor.a mentor@x.example"),
        ("Rita came", "A colleague (R. 2) came"),
        ("_Ana_ and ana_ruiz", "_a mentor_ and a mentor"),
        ("O’Neil or O'Neil, Nunez or Núñez", "A sponsor or a sponsor, a sponsor or a sponsor"),
        ("the boss", "the a manager"),
        ("Anagram, banana, van der Aa, R. and Jo", "Anagram, banana, van der Aa, R. and Jo"),
    ],
)
def test_a_name_its_parts_and_the_handle_go_wherever_they_are_a_word(text: str, said: str) -> None:
    assert redaction(EVERYBODY)(text) == said


def test_labels_are_the_same_whatever_the_order_and_no_two_people_share_one() -> None:
    called = labels(EVERYBODY)
    assert labels(reversed(EVERYBODY)) == called
    assert len(set(called.values())) == len(EVERYBODY)
    assert called[1] == "a mentor"


def test_a_reader_keeps_their_own_name_even_where_others_share_it() -> None:
    other = Person(id=9, name="Bo Ruiz", handle="bo", role="mentee")
    replace = redaction((ANA, other), [1])
    assert replace("Ana Ruiz met Bo Ruiz; Ruiz paid") == "Ana Ruiz met a mentee; Ruiz paid"


def test_a_name_that_two_people_share_is_somebody() -> None:
    other = Person(id=9, name="Raj Ruiz", handle="raj2", role="mentee")
    assert redaction((ANA, other))("a word with Ruiz") == "a word with somebody"


def test_only_words_of_people_are_replaced_in_a_model() -> None:
    opens = Person(id=7, name="Open", handle="open", role="peer")
    promise = Commitment(owner="Ana Ruiz", text="ask Open")
    model = Summary(me="Sam", person="Ana Ruiz", until=date(2026, 5, 4), commitments=(promise,))
    made = redacted(model, redaction((ANA, opens)))
    assert made.person == "A mentor"
    assert made.commitments[0] == Commitment(owner="A mentor", text="ask a colleague")
    assert made.until == model.until


def test_nobody_known_changes_nothing() -> None:
    assert redaction(())("Ana") == "Ana"


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), max_size=20),
    st.sampled_from([" ", ", ", "\n", "/", "-", "'"]),
)
def test_no_known_name_is_left(words: list[str], between: str) -> None:
    left = redaction(EVERYBODY)(between.join(words))
    for name in ("ana", "ruiz", "raj", "mehta", "zoe", "zoë", "berg", "rita"):
        assert not re.search(rf"(?<!\w){name}(?!\w)", left, re.IGNORECASE), left
