"""A recap as Markdown."""

from __future__ import annotations

from datetime import date

from mentorlog.domain.actions import Action
from mentorlog.domain.periods import calendar
from mentorlog.domain.recap import recap as look_back
from mentorlog.domain.recap_material import Held
from mentorlog.domain.wins import Win
from mentorlog.formats.recap import questions, recap

TODAY = date(2026, 5, 4)
WEEK = calendar("week", TODAY)
WON = Win(id=9, text="# Cut *p99*", impact="<b>fast</b>", day=date(2026, 4, 30))
HELD = Held(wins=(WON,), actions=(Action(id=7, text="Draft CV", due=date(2026, 5, 1)),))


def test_a_recap_is_a_document_with_refs() -> None:
    assert (
        recap(look_back(HELD, WEEK, TODAY))
        == """\
# Week 18 · Mon 27 Apr – Sun 3 May 2026

## Talked

Nobody on record.

## Won

- \\# Cut \\*p99\\* (30 Apr; w9)
  - What it changed: &lt;b>fast&lt;/b>

## Did not happen

- me: Draft CV (due 1 May, 3 days overdue; a7)

Nothing on record as moved, done or heard.

## Rhythm

Nothing on record yet.

## Three questions

1. What in w9 gave you energy, and how could there be more of it?
2. What stands between you and a7, and is it still yours to do?
3. Who has been where you want to go, and what would you ask them first?
"""
    )


def test_the_questions_alone_keep_the_title() -> None:
    said = questions(look_back(HELD, WEEK, TODAY))
    assert said.startswith("# Week 18 · Mon 27 Apr – Sun 3 May 2026\n\n1. What in w9")
    assert said.count("\n") == 5
