"""Markdown: what is sure becomes what it is, the rest stays a note, and no word is lost."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorlog.domain.drafts import Draft
from mentorlog.formats.from_markdown import drafts
from mentorlog.formats.headings import talk_of
from tests.formats.drafting import HERE, drafted, sample, source


def read(text: str, alone: bool = False) -> list[Draft]:
    return drafted(drafts(source(text), HERE, "notes.md", alone))


def test_a_one_to_one_becomes_a_conversation_with_its_parts() -> None:
    found = drafted(drafts(sample("one-to-one.md"), HERE, "one-to-one.md"))
    note, meeting, closed, open_, mine, hers, win, short = found
    assert (note.kind, note.tags, note.mentioned, note.undated) == (
        "note",
        ("one-to-one.md",),
        ("Ana",),
        True,
    )
    assert (meeting.kind, meeting.people, meeting.line) == ("meeting", ("Ana",), 5)
    assert meeting.values == {
        "day": date(2026, 4, 20),
        "notes": "### Notes\nShe thinks the packet is close.\nTwo *more* stories, then it goes out.",
    }
    assert (closed.kind, closed.values["state"], closed.line) == ("topic", "closed", 8)
    assert (open_.values["text"], "state" in open_.values) == ("Should I talk at the meetup?", False)
    assert (mine.kind, mine.promise, mine.part) == ("action", True, True)
    assert (hers.values["text"], hers.values["state"]) == ("ana: send the template\n- the short one", "done")
    assert (win.kind, win.values["impact"]) == ("win", "two teams copied it")
    assert short.values == {"day": date(2026, 4, 6), "notes": "Short one, nothing to do."}


def test_a_brag_document_becomes_wins_of_their_day_and_goals_stay_notes() -> None:
    moved, halved, goals, learnt = drafted(drafts(sample("brag.md"), HERE, "brag.md"))
    assert moved.values == {
        "text": "Moved the job queue to the new cluster",
        "day": date(2025, 3, 4),
        "impact": "",
    }
    assert (halved.values["day"], halved.undated) == (date(2025, 12, 31), True)
    assert goals.values["text"] == "Brag document 2025 › Goals for next year\n\n- Learn Rust"
    assert "- [ ] not a task" in learnt.values["text"], "it stands in a fence"


@pytest.mark.parametrize(
    ("title", "people"),
    [
        ("1:1 Ana", ("Ana",)),
        ("1-1 with Ana Ruiz", ("Ana Ruiz",)),
        ("Ana / Raj 1:1, 2026-05-04", ("Ana", "Raj")),
        ("Weekly one-on-one: @ana", ("ana",)),
        ("Catch-up with Ana and Raj (4 May 2026)", ("Ana", "Raj")),
        ("1:1", ()),
    ],
)
def test_a_title_tells_with_whom(title: str, people: tuple[str, ...]) -> None:
    talk = talk_of(title)
    assert talk
    assert talk.people == people


@pytest.mark.parametrize("title", ["Team meeting", "Coffee machine", "Notes", "2026-05-04", "Ratio 1:16"])
def test_other_titles_are_no_conversation(title: str) -> None:
    assert talk_of(title) is None


def test_a_heading_that_is_only_a_day_is_one_when_it_is_said_with_whom() -> None:
    text = "# Ana\n\n## 2026-05-04\n- [ ] x\n"
    assert [one.kind for one in read(text)] == ["action"]
    assert [one.kind for one in read(text, alone=True)] == ["meeting", "action"]


def test_an_underlined_heading_is_a_heading() -> None:
    meeting, win = read("1:1 Ana 2026-05-04\n==================\n\nWins\n----\n- one\n")
    assert (meeting.kind, win.kind, win.part) == ("meeting", "win", True)


def test_a_box_in_a_list_of_wins_is_a_win_once_it_is_ticked() -> None:
    assert [one.kind for one in read("# Wins\n- [x] done\n- [ ] not yet\n- said\n")] == [
        "win",
        "action",
        "win",
    ]


def test_a_list_of_many_items_is_read_in_parts() -> None:
    found = read("# Wins\n" + "".join(f"- item {number}\n" for number in range(20_000)))
    assert [one.values["text"] for one in found] == [f"item {number}" for number in range(20_000)]
    assert (found[-1].line, found[-1].kind) == (20_001, "win")


WORDS = st.text("abcdefghijklmnop", min_size=1, max_size=8)
HEADINGS = st.sampled_from(["# ", "## ", "### Wins ", "# 1:1 Ana 2026-05-04 ", "## Actions "])
BULLETS = st.sampled_from(["- ", "  - ", "    - ", "* [ ] ", "  - [x] ", "1. ", "> ", "> - [ ] ", "\t- "])
LINES = st.lists(
    st.one_of(
        WORDS,
        st.tuples(HEADINGS, WORDS).map("".join),
        st.tuples(BULLETS, WORDS).map("".join),
        st.sampled_from(["", "```", "---", "===", "    code"]),
    ),
    max_size=14,
)


@given(LINES)
def test_no_word_under_a_heading_is_lost(lines: list[str]) -> None:
    said = "\n".join(str(value) for one in read("\n".join(lines)) for value in one.values.values())
    for line in lines:
        if line.lstrip().startswith("#"):
            continue  # of a section without words nothing is kept
        for word in line.split():
            if word.isalpha() and word != "x":
                assert word in said, (lines, said)
