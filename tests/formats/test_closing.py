"""A closing page and an agreement as Markdown."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import given, settings

from mentorlog.domain.agreement import Agreement
from mentorlog.domain.refs import Ref
from mentorlog.formats.agreement import agreement
from mentorlog.formats.closing import closing
from mentorlog.formats.markdown import escape
from tests.thorough import many
from tests.views.nasty import WORDS
from tests.views.test_closing import BARE, MODEL

BOND = Ref("mentorship", 1)


def test_the_closing_page_reads_from_its_purpose_to_three_questions() -> None:
    assert closing(MODEL.but(promises=MODEL.promises[9:])) == (
        "# Priya Nair and Alex Kim: looking back\n\n"
        "5 Jan 2026 – 22 Nov 2026, 22 conversations, 16 h 30.\n\n"
        "## What it was for\n\n"
        "Lead without losing the craft.\n\n"
        "## Skills, then and now\n\n"
        "- System design: Alex Kim says 1 (aware) → 3 (on my own); shown by “Cut p99 on the orders query”\n"
        "- System design: Priya Nair says 3 (on my own)\n"
        "- Go: Alex Kim says 4 (leads or teaches) → 3 (on my own)\n\n"
        "## Goals\n\n"
        "- Ship the public API (met on 1 Oct 2026)\n"
        "- Speak at a local meetup (dropped on 3 Aug 2026): the meetup moved away\n"
        "- Grow two junior engineers (open)\n\n"
        "## Promises\n\n"
        "### Kept\n\n"
        "- Alex Kim: Kept promise 10 (10 Jun 2026)\n\n"
        "### Still open\n\n"
        "- Alex Kim: Send Priya the RFC draft (due 14 Jun 2026)\n\n"
        "### Let go\n\n"
        "- Priya Nair: Introduce me to the platform lead (18 Jun 2026)\n\n"
        "## Three questions\n\n"
        "1. What did we set out to do, and what became of it?\n"
        "2. What will each of us do differently because of it?\n"
        "3. What is still open between us, and how do we stay in touch?\n"
    )


def test_a_part_with_nothing_in_it_is_not_there() -> None:
    assert [line for line in closing(BARE).splitlines() if line.startswith("## ")] == ["## Three questions"]


def test_an_agreement_is_a_page_that_both_sign_off() -> None:
    model = Agreement(
        ref=BOND, purpose="Find the way.", expect="I bring topics.", every="2w", end="In a year."
    )
    assert agreement(model, "Ana Ruiz", "", date(2026, 1, 5)) == (
        "# Ana Ruiz and me: what we agree\n\n"
        "Since 5 Jan 2026.\n\n"
        "## What it is for\n\nFind the way.\n\n"
        "## How often\n\nWe talk every 2 weeks.\n\n"
        "## What we expect\n\nI bring topics.\n\n"
        "## How we end\n\nIn a year.\n\n"
        "## Agreed\n\n- [ ] Ana Ruiz, on:\n- [ ] me, on:\n"
    )


def test_an_agreement_in_ones_own_words_has_one_heading() -> None:
    page = agreement(Agreement(ref=BOND, more="We just talk."), "Ana", "Sam", date(2026, 1, 5))
    assert "## What we agreed\n\nWe just talk.\n\n## Agreed" in page


@settings(deadline=None, max_examples=many(60))
@given(words=WORDS)
def test_no_word_a_person_typed_becomes_a_heading(words: str) -> None:
    page = agreement(Agreement(ref=BOND, purpose=words, expect=words), words, words, date(2026, 1, 5))
    heads = [line for line in page.splitlines() if re.match(r"#{1,6}\s", line)]
    assert heads[0] == f"# {escape(words)} and {escape(words or 'me')}: what we agree"
    assert set(heads[1:]) <= {"## What it is for", "## What we expect", "## Agreed"}
    told = closing(BARE.but(purpose=words, name=words, goals=(MODEL.goals[0].but(title=words),)))
    assert [one for one in told.splitlines() if one.startswith("## ")] in (
        ["## What it was for", "## Goals", "## Three questions"],
        ["## Goals", "## Three questions"],
    )
