"""Documents: a person's words stay words, and a template can do nothing but lay them out."""

from __future__ import annotations

import re
from importlib import import_module

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt

from mentorlog.domain.frozen import Frozen
from mentorlog.domain.redact import redacted
from mentorlog.domain.text import safe
from mentorlog.errors import Unreadable
from mentorlog.formats.documents import DOCUMENTS, Form, check, render, source_of, tidy, whole_source_of
from mentorlog.formats.samples import bare, full
from tests.formats.test_markdown import ANY
from tests.thorough import many

FORMS = {name: Form(name) for name in DOCUMENTS}
READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def sample(name: str, text: str = "words") -> Frozen:
    """A document's model with everything in it, all of it saying this."""
    module, kind = DOCUMENTS[name].model.split(":")
    return redacted(full(getattr(import_module(module), kind)), lambda _: text)


def body(document: str) -> str:
    """Without the front matter, which is YAML."""
    return re.sub(r"\A---\n.*?\n---\n", "", document, flags=re.DOTALL)


def shape(document: str) -> list[str]:
    """What a document is built of, without what it says and without how many paragraphs that takes."""
    kinds = (
        "heading_open",
        "list_item_open",
        "blockquote_open",
        "tr_open",
        "td_open",
        "fence",
        "hr",
        "html_block",
    )
    tokens = READER.parse(body(document))
    return [f"{one.type} {one.tag} {one.level}" for one in tokens if one.type in (*kinds, "code_block")]


def said(document: str) -> str:
    """The words a reader sees, one space apart."""
    inline = [token for token in READER.parse(body(document)) if token.type == "inline"]
    parts = [
        "".join(
            child.content or (" " if child.type.endswith("break") else "") for child in token.children or []
        )
        for token in inline
    ]
    return " ".join(" ".join(parts).split())


@pytest.mark.parametrize("name", DOCUMENTS)
def test_our_templates_pass_the_check_that_own_ones_must_pass(name: str) -> None:
    check(name, source_of(name), name)
    module, kind = DOCUMENTS[name].model.split(":")
    text = FORMS[name].fill(bare(getattr(import_module(module), kind)))
    assert len([line for line in text.split("\n") if line.startswith("# ")]) == 1


@pytest.mark.parametrize("name", DOCUMENTS)
@settings(deadline=None, max_examples=many(40))
@given(text=ANY.filter(lambda text: text.strip() != ""))
def test_no_words_change_the_shape_and_none_are_lost(name: str, text: str) -> None:
    document = FORMS[name].fill(sample(name, text))
    assert shape(document) == shape(FORMS[name].fill(sample(name)))
    assert " ".join(safe(text).split()) in said(document)


@pytest.mark.parametrize("name", DOCUMENTS)
@settings(deadline=None, max_examples=many(40))
@given(text=ANY.filter(lambda text: text.strip() != ""))
def test_the_source_is_what_linters_want(name: str, text: str) -> None:
    lines = body(FORMS[name].fill(sample(name, text))).split("\n")
    assert lines[-1] == ""
    headings = [line.lstrip("# ").upper() for line in lines if re.match("#+ ", line)]
    assert len(headings) == len(set(headings))
    assert not [one for one in headings if one[-1] in ".,:!。" or re.search(r"(?<!&#\d\d)(?<!&\w\w);$", one)]
    for before, line, after in zip(["", *lines[:-1]], lines, [*lines[1:], ""], strict=True):
        assert line == line.rstrip()
        assert "\t" not in line
        if line.startswith("#"):
            assert (before, after) == ("", "")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_copy_of_a_template_makes_the_same_document(name: str) -> None:
    copied = whole_source_of(name)
    assert "include" not in copied
    assert render(name, sample(name), copied) == FORMS[name].fill(sample(name))


def test_words_that_look_like_a_template_are_words() -> None:
    text = "{{ me }} {% for x in y %} {# gone #} ${me}"
    assert said(render("summary", sample("summary", text))).count(text) > 10


@pytest.mark.parametrize(
    ("template", "reason"),
    [
        ("{{ me.__class__ }}", "there is no “__class__” here"),
        ("{{ goals[0]['__class__'] }}", "there is no “__class__” here"),
        ("{{ goals|map(attribute='__class__')|first }}", "there is no “__class__” here"),
        ("{{ me|attr('__class__') }}", "No filter named 'attr'"),
        ("{{ goals[0].values() }}", "call is not for documents"),
        ("{{ range(10) }}", "call is not for documents"),
        ("{{ 'a' * 999999999 }}", "mul is not for documents"),
        ("{{ 2 ** 99999 }}", "pow is not for documents"),
        ("{{ me ~ me }}", "concat is not for documents"),
        ("{{ me|center(999999999) }}", "No filter named 'center'"),
        ("{% macro x() %}{% endmacro %}", "macro is not for documents"),
        ("{% set x %}a{% endset %}", "assignblock is not for documents"),
        ("{% for x in goals recursive %}{% endfor %}", "for is not for documents"),
        ("{% import 'sections.md' as x %}", "import is not for documents"),
        ("{% extends 'sections.md' %}", "extends is not for documents"),
        ("{% include '/etc/passwd' %}", "only these can be included: sections"),
        ("{% include '../filters.py' %}", "only these can be included: sections"),
        ("{% include me %}", "only these can be included: sections"),
        ("{% include 'it' %}", "only these can be included: sections"),
        ("{{ goals }}", "tuple cannot be written"),
        ("{{ goals[0] }}", "aim cannot be written"),
        ("{{ self }}", "cannot be written"),
        ("{{ nobody }}", "there is no “nobody” here"),
        ("{{ goals[0].nobody }}", "there is no “nobody” here"),
        ("{{ me|level }}", "in line 3"),
        ("{% for x in goals %}", "Unexpected end of template"),
        ("{% for a in 'ab' %}" * 25 + "{% endfor %}" * 25, "loops in loops"),
        ("{% for x in 'abcdefghij' %}" * 7 + "{% endfor %}" * 7, "its loops do not end"),
        ("{{ me }}" * 40_000, "longer than 200,000 characters"),
    ],
)
def test_a_template_can_only_lay_out_and_its_fault_is_named_with_the_line(template: str, reason: str) -> None:
    with pytest.raises(Unreadable) as caught:
        render("summary", sample("summary"), f"# fine\n\n{template}\n", "mine.md")
    line = 1 if "longer" in reason else 4 if "Unexpected end" in reason else 3
    assert f"The template mine.md is not right in line {line}: " in caught.value.sentence
    assert reason in caught.value.sentence
    assert len(caught.value.sentence) < 300


def test_a_template_nested_beyond_reason_is_refused_too() -> None:
    with pytest.raises(Unreadable, match="is not right in line"):
        render("summary", sample("summary"), "{{ (" + "(" * 5000)


def test_a_template_that_writes_without_end_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mentorlog.formats.documents.MOST_TEXT", 1000)
    with pytest.raises(Unreadable, match="writes without end"):
        render("summary", sample("summary", "word " * 500))


def test_a_fault_deep_in_a_template_is_named_with_its_own_line() -> None:
    template = "# a\n{% for one in goals %}\n{% if one.title %}\n\n## {{ one.title }}\n{{ one.oops }}\n"
    template += "{% endif %}\n{% endfor %}\n"
    with pytest.raises(Unreadable, match="in line 6: there is no “oops” here"):
        check("summary", template, "mine.md")


def test_a_line_of_tags_leaves_nothing_behind_and_words_beside_tags_stay() -> None:
    item = "- {{ one.title }}{% if one.due %} (due {{ one.due }}){% endif %}\n"
    template = "# x\n\n{% for one in goals %}\n" + item + "{% endfor %}\nEnd\n"
    assert render("summary", sample("summary", "a*b"), template) == (
        "# x\n\n- a\\*b (due 4 May 2026)\n- a\\*b (due 4 May 2026)\nEnd\n"
    )


def test_nothing_escapes_by_a_filter() -> None:
    model = sample("summary", "*a* <b>")
    for use in ("me", "me|upper|lower", "me|short(9)", "me|capital", "[me]|first", "[me, me]|joined(';')"):
        written = render("summary", model, f"# x\n\n{{{{ {use} }}}}\n")
        assert "\\*" in written, use
        assert "&lt;b>" in written.lower(), use


def test_headings_differ_and_end_like_headings() -> None:
    assert (
        tidy("# A\n## a\n## A!\n## b &amp;\n\n\n\nx  \n\n") == "# A\n## a (2)\n## A&#33;\n## b &amp;\n\nx\n"
    )


def test_front_matter_is_read_back_as_it_was_written() -> None:
    yaml = pytest.importorskip("yaml")
    strange = (
        "a: b",
        "'",
        '"',
        "- x",
        "# no",
        "\u0085\ufffe\x1b",
        "yes",
        "null",
        "1e3",
        "a\nb",
        "\\",
        "{x}",
        "&a *a",
    )
    for text in strange:
        document = FORMS["journal"].fill(sample("journal", text))
        front = document.split("---\n")[1].replace(f"{text}: ", "key: ")
        for line in front.rstrip("\n").split("\n"):
            value = yaml.safe_load(
                line.rpartition('": ')[2] if line.startswith('"') else line.partition(": ")[2]
            )
            assert value == safe(text), line
