"""What is written for jrnl is read as it was meant: an entry each, with its day, its words and its names."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from mentorlog.domain.drafts import Draft
from mentorlog.domain.links import WITH, Link, Tag
from mentorlog.domain.meetings import Meeting
from mentorlog.domain.notes import Note
from mentorlog.domain.people import Person
from mentorlog.domain.record import Record
from mentorlog.domain.text import safe
from mentorlog.domain.wins import Win
from mentorlog.formats.from_jrnl import drafts
from mentorlog.formats.jrnl_journal import told, write
from tests.formats.drafting import HERE, drafted, source
from tests.views.nasty import WORDS

DAY, TODAY = date(2026, 5, 4), date(2026, 6, 1)
ANA = Person(id=1, name="Ana Ruiz", handle="ana")
# What jrnl would take for the beginning of an entry, and the star that it takes away.
HOSTILE = st.sampled_from(["[2024-01-05 09:30] no", " [friday] no", "*", "a *", "", "x"])
TEXT = st.lists(HOSTILE | WORDS, min_size=1, max_size=5).map("\n".join).map(lambda text: text.strip() or "x")


def journal(*records: Record) -> dict[str, list[Record]]:
    found: dict[str, list[Record]] = {"person": [ANA]}
    for one in records:
        found.setdefault(one.kind, []).append(one)
    return found


def met(record: Record) -> Link:
    return Link(from_kind=record.kind, from_id=record.id, to_kind="person", to_id=1, label=WITH)


def read(text: str) -> list[Draft]:
    return drafted(drafts(source(text), HERE))


def bare(text: str) -> str:
    """The words alone: a break between lines may have become a space, a title may have got a full stop."""
    return re.sub(r"[\s.*]", "", safe(text))


def test_notes_conversations_and_wins_are_entries_in_the_order_of_time() -> None:
    talk = Meeting(id=1, day=DAY, time="16:30", notes="Talked about indexes.\n\nThen about the talk.")
    note = Note(id=1, day=DAY, text="Keyset needs a stable order.")
    win = Win(id=1, day=date(2026, 5, 3), text="Shipped #sql faster", impact="One query less")
    tags = [
        Tag(record_kind="win", record_id=1, name="sql"),
        Tag(record_kind="win", record_id=1, name="on call"),
    ]
    assert write(journal(talk, met(talk), note, win, *tags), TODAY) == (
        "[2026-05-03 09:00] Shipped #sql faster\nImpact: One query less\n#on-call\n\n"
        "[2026-05-04 09:00] Keyset needs a stable order.\n\n"
        "[2026-05-04 16:30] Conversation with Ana Ruiz.\n"
        "Talked about indexes.\n\nThen about the talk.\n@ana\n"
    )


def test_what_is_removed_or_still_to_come_is_no_entry() -> None:
    gone = Note(id=1, day=DAY, text="gone", deleted_at="2026-05-05T10:00:00Z")
    later = Meeting(id=1, day=date(2026, 7, 1))
    assert told(journal(gone, later), TODAY) == []
    assert write(journal(gone, later), TODAY) == ""


def test_no_line_begins_an_entry_that_is_none_and_no_star_marks_one() -> None:
    text = "[2024-01-05 09:30] a list *\n\n[friday] of days\nfirst\n[2024-01-06 09:30] second"
    written = write(journal(Note(id=1, day=DAY, text=text)), TODAY)
    assert written == (
        "[2026-05-04 09:00] [2024-01-05 09:30] a list *  [friday] of days\nfirst\n [2024-01-06 09:30] second\n"
    )
    assert write(journal(Note(id=1, day=DAY, text="of **note**")), TODAY).endswith("**.\n")


@given(st.lists(TEXT, min_size=1, max_size=4))
def test_any_words_come_back_as_one_entry_each(texts: list[str]) -> None:
    notes = [Note(id=number, day=DAY, text=text) for number, text in enumerate(texts, 1)]
    found = read(write(journal(*notes, *map(met, notes)), TODAY))
    assert [one.values["day"] for one in found] == [DAY] * len(texts)
    assert [bare(one.values["text"]).removesuffix("@ana") for one in found] == [bare(text) for text in texts]
    assert all("ana" in one.mentioned for one in found)
    assert not any("starred" in one.tags for one in found)


def test_a_time_that_is_none_is_the_morning() -> None:
    talk = Meeting(id=1, day=DAY, time="9] no\n", notes="Words.")
    assert write(journal(talk), TODAY).startswith("[2026-05-04 09:00] Conversation.\n")
