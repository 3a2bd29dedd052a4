"""The page as Markdown: good to share, and silent about what is not in it."""

from __future__ import annotations

import re

from hypothesis import given, settings
from markdown_it import MarkdownIt

from mentorlog.domain.ground import Ground
from mentorlog.domain.prep import Prep, prep
from mentorlog.formats.prep import page
from tests.thorough import many
from tests.views.nasty import WORDS
from tests.views.prepared import GROUND, MENTORED, PRIYA, TODAY

SAID = WORDS.filter(lambda text: text.strip() != "")
REF = re.compile(r"\b(st|ra|as|tu|ms|[gmatfnw])\d+\b|\bp1\b")


def shape(document: str) -> list[str]:
    """The headings and lists of a document, without what they say."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(document)
    return [f"{one.tag}{one.level}" for one in tokens if one.tag in ("h1", "h2", "ul", "li", "pre", "hr")]


def about(words: str) -> Prep:
    ground = GROUND.but(
        held=tuple(one.but(notes=words) for one in GROUND.held),
        open=tuple(one.but(text=words) for one in GROUND.open),
        topics=tuple(one.but(text=words) for one in GROUND.topics),
        goals=tuple(one.but(title=words) for one in GROUND.goals),
        steps=tuple(one.but(text=words) for one in GROUND.steps),
        turns=tuple(one.but(value=words) for one in GROUND.turns),
        recent=GROUND.recent.but(wins=tuple(one.but(text=words, impact=words) for one in GROUND.recent.wins)),
    )
    return prep(ground, 45)


def test_a_whole_page() -> None:
    assert (
        page(prep(GROUND))
        == """\
# Priya Nair and Alex Kim

Tue 24 Nov 2026, 10:00, 45 min

Focus: Owning a contract

## Last time, 10 Nov 2026

> Scope the talk to one story. You agreed to freeze auth before the beta.

## Promises

- [ ] Alex Kim: Send Priya the RFC draft (due 19 Nov 2026)
- [ ] Priya Nair: Introduce me to the platform lead
- [x] Alex Kim: Freeze auth endpoints (done 19 Nov 2026)
- [ ] Priya Nair: Lend me the book (dropped 12 Nov 2026)

## Since last time

- 19 Nov 2026, milestone: Auth endpoints frozen (Ship the public API 50% → 67%)
- 17 Nov 2026, win: Cut p99 on the orders query (impact: unblocked mobile)
- 15 Nov 2026, feedback: Priya Nair (praise): the retro
- 14 Nov 2026, level up: Mentoring others 2 → 3

## Goals

- Ship the public API (67%, on track, 4 of 6 steps, due 31 Dec 2026)
  - Next: Beta with two partners (due 4 Dec 2026)

## To talk about

- [ ] Salary bands (carried 3 times, first on 11 Aug 2026)
- [ ] Is a lateral move a step back?
"""
    )


def test_without_a_name_of_mine_it_says_i() -> None:
    text = page(prep(GROUND.but(me="")))
    assert text.startswith("# Conversation with Priya Nair\n")
    assert "- [ ] I: Send Priya the RFC draft" in text


def test_it_asks_nothing_and_owes_nothing_aloud() -> None:
    text = page(prep(GROUND, 45))
    assert prep(GROUND).ask is not None
    for word in ("touched", "coverage", "her first question", "no action yet", "mentorlog"):
        assert word not in text


def test_an_agenda_has_its_minutes_and_boxes() -> None:
    text = page(prep(GROUND, 45))
    assert "## Agenda, 45 min" in text
    assert "- [ ] Salary bands (25 min)" in text
    assert "- [ ] Open (10 min)" in text


def test_nothing_private_is_in_it_whatever_the_page_was_made_of() -> None:
    hidden = {"visibility": "private"}
    ground = GROUND.but(
        turns=tuple(one.but(value="CANARY", **hidden) for one in GROUND.turns),
        held=tuple(one.but(notes="CANARY", **hidden) for one in GROUND.held),
        ahead=GROUND.ahead.but(time="23:59", **hidden) if GROUND.ahead else None,
        open=tuple(one.but(text="CANARY", **hidden) for one in GROUND.open),
        ended=tuple(one.but(text="CANARY", **hidden) for one in GROUND.ended),
        topics=tuple(one.but(text="CANARY", **hidden) for one in GROUND.topics),
        goals=tuple(one.but(title="CANARY", **hidden) for one in GROUND.goals),
        moved=tuple(one.but(title="CANARY", **hidden) for one in GROUND.moved),
        recent=GROUND.recent.but(wins=tuple(one.but(text="CANARY", **hidden) for one in GROUND.recent.wins)),
        asides=tuple(one.but(text="CANARY", meeting_id=23) for one in MENTORED.asides),
        secrets=tuple(one.but(text="CANARY") for one in MENTORED.secrets),
    )
    for minutes in (0, 45):
        text = page(prep(ground, minutes))
        assert "CANARY" not in text
        assert "23:59" not in text
        assert "Promises" not in text
    assert "- [ ] Open (45 min)" in page(prep(ground.but(open=()), 45))


def test_a_note_of_mine_and_a_word_from_a_third_person_are_not_in_it() -> None:
    assert {"n31", "f4"} <= {str(one.ref) for one in prep(GROUND).news}
    text = page(prep(GROUND))
    assert "She knows" not in text
    assert "Sam Ortiz" not in text


def test_no_ref_is_in_it_unless_it_is_for_my_own_editor() -> None:
    assert not REF.search(page(prep(GROUND, 45)))
    text = page(prep(GROUND), refs=True)
    assert "- [ ] t3 Salary bands" in text
    assert "- [ ] a14 Alex Kim: Send Priya" in text


def test_a_page_with_nothing_on_it_says_so() -> None:
    empty = prep(Ground(today=TODAY, person=PRIYA, since=TODAY))
    assert page(empty) == "# Conversation with Priya Nair\n\nNothing is written down for it yet.\n"


@settings(deadline=None, max_examples=many(100))
@given(SAID)
def test_the_words_do_not_change_the_shape(words: str) -> None:
    assert shape(page(about(words))) == shape(page(about("words")))


@settings(deadline=None, max_examples=many(100))
@given(SAID)
def test_the_source_is_tidy(words: str) -> None:
    lines = page(about(words)).split("\n")
    assert lines[-1] == ""
    assert lines[-2] != ""
    assert len([line for line in lines if line.startswith("# ")]) == 1
    for before, line in zip(["", *lines], lines, strict=False):
        assert not line.endswith(" ")
        assert "\t" not in line
        assert line or before, "never two blank lines"
