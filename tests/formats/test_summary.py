"""A summary as a document: clean Markdown, and silent about what is not in it."""

from __future__ import annotations

import re
from datetime import date
from functools import partial

from hypothesis import given, settings
from markdown_it import MarkdownIt

from mentorlog.domain.documents.counted import counted
from mentorlog.domain.summary import (
    Agreed,
    Ahead,
    Aim,
    Commitment,
    Conversation,
    Grown,
    Heard,
    Level,
    Summary,
    Told,
    Won,
)
from mentorlog.formats.documents import render
from tests.views.nasty import WORDS

DAY = date(2026, 5, 4)
summary = partial(render, "summary")
SAID = WORDS.filter(lambda text: text.strip() != "")


def filled(text: str, name: str = "Ana") -> Summary:
    told = (Told(day=DAY, text=text),)
    return Summary(
        me="Sam",
        person="Ana",
        until=DAY,
        agreed=(Agreed(day=DAY, aspect="focus", text=text, why=text),),
        goals=(
            Aim(title=text, why=text, done_when=text, started=DAY, state_why=text, steps=told, progress=told),
            Aim(title=text, started=DAY),
        ),
        conversations=(
            Conversation(
                day=DAY, people=(name,), kinds=("advice",), topics=(text,), takeaways=text, private=(text,)
            ),
        ),
        commitments=(
            Commitment(owner=name, text=text, due=DAY),
            Commitment(text=text, state="dropped", ended=DAY, why=text),
        ),
        feedback=(
            Heard(day=DAY, sender=name, tone="growth", situation=text, impact=text, acted=told, shown=told),
        ),
        skills=(Grown(name=text, levels=(Level(then=1, now=2), Level(rater=name, now=3)), evidence=told),),
        wins=(Won(day=DAY, text=text, impact=text),),
        next_steps=(Ahead(sort="conversation", day=DAY), Ahead(sort="goal", text=text, about=text, day=DAY)),
    )


def shape(document: str) -> list[str]:
    """The headings and lists of a document, without what they say."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(document)
    return [
        f"{token.tag}{token.level}"
        for token in tokens
        if token.tag in ("h1", "h2", "h3", "ul", "li", "pre", "hr")
    ]


def test_a_whole_document() -> None:
    model = filled("words").but(goals=filled("words").goals[:1], since=date(2026, 1, 1))
    assert (
        summary(model)
        == """\
# Ana and Sam

1 Jan 2026 – 4 May 2026

## What we agreed

- Focus since 4 May 2026: words
  - Why: words

## Goals

### words

0% of the way; started 4 May 2026.

Why: words

Done when: words

Reason: words

- Done 4 May 2026: words
- 4 May 2026: words

## Conversations

### 4 May 2026

Advice.

We talked about:

- words

words

A private note:

> words

## Commitments

### Still open

- Ana: words (due 4 May 2026)

### Let go

- Sam: words (4 May 2026)
  - Reason: words

## Feedback and what came of it

### 4 May 2026, growth, from Ana

- Situation: words
- Impact: words
- Acted on 4 May 2026: words
- Shown 4 May 2026: words

## Skills, then and now

- words: 1 (aware) → 2 (with help); Ana says now 3 (on my own)
  - Shown 4 May 2026: words

## Wins

- 4 May 2026: words
  - What it changed: words

## Next steps

- Next conversation: 4 May 2026
- words: words (due 4 May 2026)
"""
    )


def test_an_empty_part_is_not_there_at_all() -> None:
    text = summary(Summary(me="Sam", person="Ana", until=DAY))
    assert text == "# Ana and Sam\n\nUp to 4 May 2026\n\nNothing is on record for these days.\n"
    assert counted(Summary(until=DAY)) == "nothing"


@settings(deadline=None)
@given(SAID)
def test_the_words_do_not_change_the_shape(text: str) -> None:
    assert shape(summary(filled(text))) == shape(summary(filled("words")))


@settings(deadline=None)
@given(SAID)
def test_the_source_is_tidy(text: str) -> None:
    lines = summary(filled(text)).split("\n")
    assert lines[-1] == ""
    assert lines[-2] != ""
    assert len([line for line in lines if line.startswith("# ")]) == 1
    headings = [line for line in lines if re.match("#+ ", line)]
    assert len(headings) == len(set(headings)), "every heading can be pointed to"
    for before, line, after in zip(["", *lines], lines, lines[1:], strict=False):
        assert not line.endswith(" ")
        assert "\t" not in line
        assert line or before, "never two blank lines"
        if line.startswith("#"):
            assert not before
            assert not after


def test_no_ref_and_no_uid_is_in_it() -> None:
    assert not re.search(r"\b[gmatfnwpsl]\d+\b", summary(filled("words")))
