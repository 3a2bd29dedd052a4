"""Search: any words may be typed, every word counts, and private text is found only when asked for."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mentorlog.domain.audience import SCREEN
from mentorlog.domain.feedback import Feedback
from mentorlog.domain.goals import Goal, Progress, Step
from mentorlog.domain.links import WITH, Mute, Tag
from mentorlog.domain.meetings import Aside, Meeting, Topic
from mentorlog.domain.notes import Note
from mentorlog.domain.people import Mentorship, Person, Turn
from mentorlog.domain.skills import Rating, Skill
from mentorlog.domain.wins import Win
from mentorlog.errors import Unreadable
from mentorlog.store import lens
from mentorlog.store.connect import open_for_reading
from mentorlog.store.search import Search
from mentorlog.store.store import Store
from mentorlog.store.terms import read_terms
from tests.thorough import many

NOW = "2026-05-04T10:00:00Z"
DAY = date(2026, 5, 4)


@pytest.fixture
def store(db: sqlite3.Connection) -> Store:
    return Store(db, NOW)


def found(store: Store, query: str, **narrow: object) -> list[str]:
    return [str(hit.ref) for hit in Search(store).find(query, **narrow)]  # type: ignore[arg-type]


def texts(store: Store, query: str, **narrow: object) -> list[str]:
    return [hit.title for hit in Search(store).find(query, **narrow)]  # type: ignore[arg-type]


GOLDEN = {
    "C++": ["I like C++"],
    "c++": ["I like C++"],
    "C#": ["C# is fine"],
    "c": ["plain C here"],
    "node.js": ["node.js at work"],
    "o'brien": ["with O’Brien"],
    "O’Brien": ["with O’Brien"],
    "resume": ["a résumé, reviewed"],
    "Résumé": ["a résumé, reviewed"],
    "会議": ["今日は会議がありました"],
    "今日は会議": ["今日は会議がありました"],
    "🎉": ["shipped 🎉"],
    "한국": ["한국어로 말하기"],
    "हिन्दी": ["हिन्दी में"],
    "100%": ["100% done"],
    "a_b": ["a_b under"],
    "plan": ["plan well", "planning is all"],
    "plann": ["planning is all"],
    '"plan well"': ["plan well"],
    "well plan": ["plan well"],
    "-plan #well": ["plan well"],
    "AND": ["salt AND pepper"],
    "go": ["go on"],
    "plan nothing": [],
    "*": [],
    'NEAR("x" y, 2)': [],
    "text:plan": [],
}
NOTES = (
    *("I like C++", "C# is fine", "plain C here", "node.js at work", "with O’Brien", "a résumé, reviewed"),
    *(
        "今日は会議がありました",
        "shipped 🎉",
        "한국어로 말하기",
        "हिन्दी में",
        "100% done",
        "100 done",
        "a_b under",
    ),
    *("axb over", "plan well", "planning is all", "salt AND pepper", "go on", "good goals"),
)


@pytest.mark.parametrize(("query", "wanted"), GOLDEN.items(), ids=ascii)
def test_words_find_what_a_person_means(store, query, wanted) -> None:
    for text in NOTES:
        store.add(Note(text=text, day=DAY))
    assert texts(store, query) == wanted


@given(st.text(max_size=30))
@example('"')
@example("'")
@example("\0x")
@example("\ud800x")
@example("a" * 100_000)
@example(" ".join(f"w{number}" for number in range(5000)))
@example("%_\\")
@example("x" * 60_000 + "%")
@example("会" * 60_000)
@example(" AND OR NOT NEAR ( ) { } ^ * : - + ")
@settings(deadline=None, max_examples=many(150))
def test_any_text_may_be_typed(memory, query) -> None:
    with closing(memory()) as db:
        store = Store(db, NOW)
        store.add(Note(text="something", day=DAY))
        if read_terms(query) is None:
            with pytest.raises(Unreadable):
                Search(store).find(query)
        else:
            assert isinstance(Search(store).find(query, private=True), list)


WORDS = st.text(st.characters(categories=["L", "N"], max_codepoint=0x24F), min_size=1, max_size=8)


@given(st.lists(WORDS, min_size=1, max_size=4), st.lists(WORDS, max_size=3))
@settings(deadline=None, max_examples=many(100))
def test_a_note_is_found_by_every_word_in_it_and_by_no_word_that_is_not(memory, words, others) -> None:
    with closing(memory()) as db:
        store = Store(db, NOW)
        store.add(Note(text=" ".join(words), day=DAY))
        assert found(store, " ".join(reversed(words))) == ["n1"]
        assert found(store, f"{words[0]} zzzzzzzzzz") == []


@pytest.mark.parametrize("query", ["", "  ", "\n", "\0", "\ud800"])
def test_nothing_to_look_for_is_said(store, query) -> None:
    with pytest.raises(Unreadable, match="nothing to search for"):
        Search(store).find(query)


def test_a_part_leads_to_the_record_it_belongs_to(store) -> None:
    ana = store.add(Person(name="Ana", handle="ana"))
    bond = store.add(Mentorship(person_id=ana.id, side="mentee", started=DAY))
    turn = store.add(Turn(mentorship_id=bond.id, day=DAY, aspect="focus", value="oneturn"))
    goal = store.add(Goal(title="Ship", started=DAY))
    store.add(Step(goal_id=goal.id, text="onestep", position=1))
    store.add(Progress(goal_id=goal.id, day=DAY, value=5, note="oneprogress"))
    skill = store.add(Skill(name="SQL", handle="sql"))
    store.add(Rating(skill_id=skill.id, level=3, day=DAY, note="onerating"))
    meeting = store.add(Meeting(day=DAY, notes="Talk"))
    store.add(Aside(meeting_id=meeting.id, text="oneaside"))
    store.add(Tag(record_kind="goal", record_id=goal.id, name="onetag"))
    store.add(Tag(record_kind="turn", record_id=turn.id, name="twotag"))
    store.add(Tag(record_kind="tag", record_id=3, name="looptag"))
    store.add(Mute(code="x", about="g1", why="onemute"))
    store.add(Mute(code="x", about="nothing", why="twomute"))
    wanted = {
        "oneturn": "p1",
        "onestep": "g1",
        "oneprogress": "g1",
        "onerating": "s1",
        "oneaside": "m1",
        "onetag": "g1",
        "twotag": "p1",
        "looptag": None,
        "onemute": "g1",
        "twomute": None,
    }
    for query, ref in wanted.items():
        assert found(store, query, private=True) == ([ref] if ref else [])
    (hit,) = Search(store).find("oneaside", private=True)
    assert (hit.kind, hit.title, hit.snippet, hit.private, hit.day) == (
        "meeting",
        "Talk",
        "oneaside",
        True,
        DAY,
    )


def test_a_record_is_named_once_however_many_of_its_parts_match(store) -> None:
    goal = store.add(Goal(title="plan", started=DAY))
    for position in range(3):
        store.add(Step(goal_id=goal.id, text="plan more", position=position))
    assert found(store, "plan") == ["g1"]


def test_private_text_is_found_only_when_asked_for_and_allowed(path, store) -> None:
    store.add(Note(text="canary here", day=DAY, visibility="private"))
    store.add(Meeting(day=DAY, notes="shared"))
    store.add(Aside(meeting_id=1, text="canary there"))
    goal = store.add(Goal(title="x", started=DAY, visibility="private"))
    store.add(Step(goal_id=goal.id, text="canary step", position=1))
    assert found(store, "canary") == ["g1"]  # a shared step, but …
    with closing(open_for_reading(path)) as db:
        lens.put_on(db, SCREEN)
        assert found(Store(db, NOW), "canary") == []  # … not on my screen
        assert found(Store(db, NOW), "canary", private=True) == []
    hits = Search(store).find("canary", private=True)
    assert sorted((str(hit.ref), hit.private) for hit in hits) == [("g1", True), ("m1", True), ("n1", True)]


def test_removed_records_are_not_found(store) -> None:
    note = store.add(Note(text="gone", day=DAY))
    goal = store.add(Goal(title="goal", started=DAY))
    store.add(Step(goal_id=goal.id, text="gone too", position=1))
    store.remove(note)
    store.remove(goal)
    assert found(store, "gone") == []


def test_kinds_people_and_days_narrow_what_is_found(store) -> None:
    ana, bo = (store.add(Person(name=f"plan {name}", handle=name)) for name in ("ana", "bo"))
    note = store.add(Note(text="plan", day=DAY))
    store.links.join(note, [ana], WITH)
    goal = store.add(Goal(title="x", started=DAY, person_id=bo.id))
    store.add(Step(goal_id=goal.id, text="plan", position=1, done=DAY - timedelta(days=9)))
    store.add(Topic(person_id=ana.id, text="plan", raised=DAY - timedelta(days=5)))
    store.add(Feedback(from_id=bo.id, day=DAY, situation="plan"))
    store.add(Tag(record_kind="feedback", record_id=1, name="plan"))
    assert set(found(store, "plan", people=[ana])) == {"n1", "t1", "p1"}
    assert set(found(store, "plan", people=[bo])) == {"g1", "f1", "p2"}
    assert set(found(store, "plan", people=[ana, bo], kinds=["goal", "topic"])) == {"g1", "t1"}
    assert set(found(store, "plan", since=DAY, kinds=["note", "goal", "topic", "feedback"])) == {"n1", "f1"}


def test_exact_words_come_first_then_beginnings_newest_first_up_to_the_limit(store) -> None:
    for number in range(6):
        store.add(Note(text="plan" if number % 2 else "planner", day=DAY + timedelta(days=number)))
    store.add(Goal(title="plan", started=DAY + timedelta(days=99)))
    assert found(store, "plan") == ["g1", "n6", "n4", "n2", "n5", "n3", "n1"]
    assert found(store, "plan", limit=3) == ["g1", "n6", "n4"]
    assert found(store, "plan", limit=5) == ["g1", "n6", "n4", "n2", "n5"]


def test_many_notes_do_not_push_a_newer_meeting_out(store) -> None:
    for _ in range(60):
        store.add(Note(text="plan", day=DAY))
    store.add(Meeting(day=DAY + timedelta(days=1), notes="plan"))
    assert found(store, "plan", limit=10)[0] == "m1"
    assert found(store, "plan", limit=4) == ["m1", "n60", "n59", "n58"]


@pytest.mark.parametrize(
    ("text", "query", "snippet"),
    [
        ("short plan", "plan", "short plan"),
        ("word " * 40 + "plan " + "more " * 40, "plan", None),
        ("ö" * 200 + " résumé " + "ü" * 200, "resume", None),
        ("first line\n\tsecond   plan", "plan", "first line second plan"),
    ],
)
def test_the_snippet_is_one_line_around_the_match(store, text, query, snippet) -> None:
    store.add(Note(text=text, day=DAY))
    (hit,) = Search(store).find(query)
    assert hit.snippet == (snippet or hit.snippet)
    assert query[-3:] in hit.snippet.replace("é", "e")
    assert "\n" not in hit.snippet
    assert len(hit.snippet) <= 82


def test_text_that_is_not_utf_8_does_not_stop_a_search(db, store) -> None:
    db.execute("INSERT INTO note (text, day) VALUES (CAST(X'ff20706c616e' AS TEXT), '2026-01-01')")
    store.add(Note(text="plan C++", day=DAY))
    assert "n2" in found(store, "plan")
    assert found(store, "plan c++") == ["n2"]


def test_a_search_costs_as_many_steps_in_a_long_journal_as_in_a_short_one(memory) -> None:
    def steps(count: int) -> int:
        with closing(memory()) as db:
            rows = [(f"word{number} plan for week {number % 52}", "2026-01-01") for number in range(count)]
            db.executemany("INSERT INTO note (text, day) VALUES (?, ?)", rows)
            ticks = 0

            def tick() -> int:
                nonlocal ticks
                ticks += 1
                return 0

            db.set_progress_handler(tick, 10)
            assert len(Search(Store(db, NOW)).find("plan week", limit=20)) == 20
            return ticks

    assert steps(3000) < 2 * steps(100)


def test_the_fields_of_a_record_stand_apart_in_its_snippet_and_the_lines_of_a_note_go_on(store) -> None:
    store.add(Win(text="Cut p99", impact="unblocked mobile", story_result="calm nights", day=DAY))
    store.add(Note(text="Cut the\nmeeting short", day=DAY))
    assert {hit.snippet for hit in Search(store).find("cut")} == {
        "Cut p99 · unblocked mobile · calm nights",
        "Cut the meeting short",
    }
