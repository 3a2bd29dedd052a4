"""Markdown made of somebody's words says those words and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from mentorlog.domain.text import safe
from mentorlog.formats.markdown import escape, link, paragraphs, quote
from tests.views.nasty import WORDS

READERS = (MarkdownIt("commonmark"), MarkdownIt("commonmark").enable(["table", "strikethrough"]))
MARKS = st.lists(
    st.sampled_from(
        [*"#>+-=*_`~|[]()!<>&\\:$.0159 ab\n\t", "amp;", "&#35;", "<b>", "```", "---", "http://a.b", "  "]
    ),
    max_size=24,
).map("".join)
ANY = st.one_of(WORDS, MARKS)


def inline_text(token: Token) -> str:
    parts = []
    for child in token.children or []:
        if child.markup == "autolink":  # a web address, which leads where it says
            continue
        assert child.type in ("text", "text_special", "softbreak", "hardbreak"), child
        parts.append(child.content or ("\n" if child.type.endswith("break") else ""))
    return "".join(parts)


def words(text: str) -> list[str]:
    return safe(text).split()


@settings(deadline=None)
@given(ANY)
@example("1. a")
@example("a\n===")
@example("- a\n- b")
@example("[a]: http://b.example")
@example("a_b_ _c_ __d__")
@example("<script>alert(1)</script>")
@example("&lt;b&gt; &amp;")
@example("a #")
@example("##")
@example("a|b\n:-|-:")
@pytest.mark.parametrize("before", ["", "# ", "- ", "- Ana: ", "> "])
def test_a_line_is_read_back_as_the_words_that_were_typed(before: str, text: str) -> None:
    for reader in READERS:
        tokens = reader.parse(before + escape(text))
        inline = [token for token in tokens if token.type == "inline"]
        assert [word for one in inline for word in inline_text(one).split()] == [
            *before.strip("#-> ").split(),
            *words(text),
        ]
        opened = {token.type for token in tokens if token.nesting > 0}
        wanted = {
            "": set(),
            "#": {"heading_open"},
            "-": {"bullet_list_open", "list_item_open"},
            ">": {"blockquote_open"},
        }
        assert opened <= wanted[before[:1]] | {"paragraph_open"}
        assert not [token for token in tokens if token.type in ("html_block", "fence", "code_block", "hr")]


@settings(deadline=None)
@given(ANY)
def test_paragraphs_hold_every_word_and_no_markup(text: str) -> None:
    for lines in (paragraphs(text), quote(text)):
        tokens = READERS[1].parse("\n".join(lines))
        assert {token.type for token in tokens} <= {
            *("paragraph_open", "inline", "paragraph_close", "blockquote_open", "blockquote_close")
        }
        said = " ".join(inline_text(token) for token in tokens if token.type == "inline")
        assert said.split() == words(text)


def test_line_ends_and_blank_lines_stay() -> None:
    assert paragraphs("one\ntwo\n\n \nthree") == ["one\\", "two", "", "three"]
    assert quote("one\n\ntwo") == ["> one", ">", "> two"]


def test_ordinary_words_are_left_as_they_are() -> None:
    for text in ("snake_case at 3.5 -> C++, C# (a & b): 2 < 3 is “so”!", "p99 from 1.9 s to 140 ms, -5%"):
        assert escape(text) == text.replace("<", "&lt;")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "see https://a.example/x_(y)?q=1, or (http://b.example).",
            "see <https://a.example/x_(y)?q=1>, or (<http://b.example>).",
        ),
        ("https://a.example/<b>", "https\\://a.example/&lt;b>"),
        ("www.a.example and ana@a.example", "www\\.a.example and ana\\@a.example"),
        ("xhttp://a.example", "xhttp\\://a.example"),
        ("#tag first, then #tag", "\\#tag first, then #tag"),
        ("%%hidden%% ==marked== 50% a = b", "\\%\\%hidden\\%\\% \\=\\=marked\\=\\= 50% a = b"),
    ],
)
def test_addresses_lead_where_they_say_and_nothing_else_becomes_a_link(text: str, said: str) -> None:
    assert escape(text) == said


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//evil", "https://a b", "http://a\nb"],
)
def test_a_link_leads_to_the_web_or_nowhere(url: str) -> None:
    links = [
        child
        for token in READERS[0].parse(link("x", url))
        for child in token.children or []
        if child.type == "link_open"
    ]
    assert {str(one.attrs["href"])[:4] for one in links} <= {"http"}
    assert {one.markup for one in links} <= {"autolink"}


@pytest.mark.parametrize("url", ["https://a.example/x_(y)?q=<z>", "mailto:ana@example.org"])
def test_a_link_to_the_web_is_one_link(url: str) -> None:
    (inline,) = [token for token in READERS[0].parse(link("[x]", url)) if token.type == "inline"]
    assert [child.type for child in inline.children or []].count("link_open") == 1
