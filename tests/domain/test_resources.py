"""Resources: addresses that lead to the web or a mailbox, and the way from todo to done."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorlog.domain.resources import Resource, dropped, finished, is_address, read_url, started
from mentorlog.errors import Refused, Unreadable

DAY = date(2026, 5, 4)
TODO = Resource(id=1, title="DDIA")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        (" HTTP://example.org ", "HTTP://example.org"),
        ("www.example.org", "https://www.example.org"),
        ("mailto:ana@example.org", "mailto:ana@example.org"),
    ],
)
def test_an_address_of_the_web_or_a_mailbox_is_taken(typed: str, kept: str) -> None:
    assert read_url(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "example",
        "https://",
        "https://a b",
        "https://a\nb",
        "https://a>b",
        "https://a\u202eb",
        "",
    ],
)
def test_everything_else_is_refused(typed: str) -> None:
    with pytest.raises(Unreadable, match="no address"):
        read_url(typed)


@given(st.text())
def test_what_is_taken_is_one_printable_word_of_a_known_scheme(text: str) -> None:
    if is_address(text):
        assert text.isprintable() or "\u200c" in text or "\u200d" in text
        assert len(text.split()) == 1
        assert text.lower().startswith(("http://", "https://", "mailto:"))


def test_it_is_begun_and_finished_or_let_go_once() -> None:
    doing = started(TODO, DAY)
    assert (doing.state, doing.started) == ("doing", DAY)
    done = finished(doing, DAY, "worth it")
    assert (done.state, done.ended, done.verdict) == ("done", DAY, "worth it")
    assert finished(TODO, DAY).state == "done", "one may finish what one never said to have begun"
    gone = dropped(doing, DAY, "too long")
    assert (gone.state, gone.why) == ("dropped", "too long")
    for again in (lambda: started(doing, DAY), lambda: finished(done, DAY), lambda: dropped(gone, DAY, "x")):
        with pytest.raises(Refused, match="already"):
            again()
