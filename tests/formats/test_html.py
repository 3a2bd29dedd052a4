"""HTML that keeps words words."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from mentorlog.domain.text import safe
from mentorlog.formats.html import joined, lines, link, number, paragraphs, tag, text
from tests.formats.pages import Page
from tests.views.nasty import WORDS

MARKUP = st.one_of(
    WORDS,
    st.text(alphabet="<>&\"'/=ab script onclick!-#;x", max_size=40),
    st.just("</style><script>alert(1)</script>"),
)


@given(MARKUP)
def test_plain_text_never_becomes_markup(words: str) -> None:
    page = Page(tag("p", words, class_=words))
    assert not page.open
    assert page.text == "\n" + safe(words)


@given(MARKUP)
def test_a_value_stays_a_value(words: str) -> None:
    assert re.fullmatch(r'<p class="[^"<>]*"></p>', tag("p", class_=words))


def test_markup_of_ours_goes_in_as_it_is_and_is_escaped_once() -> None:
    inner = tag("b", "a < b & c")
    assert inner == "<b>a &lt; b &amp; c</b>"
    assert tag("p", inner, " & ") == "<p><b>a &lt; b &amp; c</b> &amp; </p>"
    assert joined((inner, "<")) == f"{inner}&lt;"


def test_attributes_are_named_left_out_and_rounded() -> None:
    made = tag("rect", class_="a", aria_hidden="true", x=1.04, y=2.0, rx=None, hidden=False, open=True)
    assert made == '<rect class="a" aria-hidden="true" x="1" y="2" open/>'
    assert tag("br") == "<br>"
    assert tag("path", tag("title", "t"), d="M0 0") == '<path d="M0 0"><title>t</title></path>'
    assert [number(one) for one in (1, 0.25, -0.01, 10.96)] == ["1", "0.2", "0", "11"]


def test_paragraphs_and_line_ends_are_kept() -> None:
    assert paragraphs("one\ntwo\n\n \nthree\n") == '<p dir="auto">one<br>two</p><p dir="auto">three</p>'
    assert paragraphs(" \n\n ") == ""
    assert lines("a<\nb") == "a&lt;<br>b"


def test_what_hides_or_turns_becomes_visible() -> None:
    assert text("a\u202eb\x1b") == "a&lt;U+202E&gt;b&lt;U+001B&gt;"


def test_a_link_leads_only_to_the_web_or_an_address() -> None:
    assert link("A & b", "https://x.org/?a=1&b=2") == (
        '<a href="https://x.org/?a=1&amp;b=2" rel="noopener noreferrer nofollow">A &amp; b</a>'
    )
    assert link("Mail", "mailto:a@b.org").startswith("<a ")
    for address in (
        "javascript:alert(1)",
        "data:text/html,x",
        "https://a b",
        "//x.org",
        "https://x\u202e",
        "x\ny",
    ):
        assert link("Go", address) == text(f"Go ({address})")
        assert not Page(link("Go", address)).links
    assert link("Go", "") == "Go"
