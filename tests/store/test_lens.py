"""What an audience may see: canaries in everything it may not, found nowhere."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import mentorlog
from mentorlog.domain.actions import Action
from mentorlog.domain.audience import OWNER, SCREEN, Audience
from mentorlog.domain.decisions import Decision
from mentorlog.domain.feedback import Feedback
from mentorlog.domain.goals import Goal, Progress, Step
from mentorlog.domain.intros import Intro
from mentorlog.domain.kinds import ALL, class_of
from mentorlog.domain.links import ABOUT, EVIDENCE, FROM, WITH, Link, Mute, Tag
from mentorlog.domain.meetings import Aside, Meeting, Topic
from mentorlog.domain.notes import Note
from mentorlog.domain.people import Mentorship, Person, Turn
from mentorlog.domain.record import Record
from mentorlog.domain.rehearsals import Rehearsal
from mentorlog.domain.resources import Resource
from mentorlog.domain.roles import Aim, Position, Role
from mentorlog.domain.skills import Assessment, Rating, Skill
from mentorlog.domain.wins import Win
from mentorlog.store import lens
from mentorlog.store.connect import open_for_reading
from mentorlog.store.store import Store
from tests.thorough import many

NOW = "2026-05-04T10:00:00Z"
DAY = date(2026, 5, 4)


def seen(path: Path, audience: Audience) -> str:
    """Every word an audience can read from any table."""
    with closing(open_for_reading(path)) as db:
        lens.put_on(db, audience)
        store = Store(db, NOW)
        return "\n".join(repr(record) for kind in ALL for record in store.all(class_of(kind), "1"))


def everything_about(store: Store, word: str, visibility: str, ana: Person) -> list[Record]:
    """A record of every kind with `word` in its text."""
    how = {"visibility": visibility}
    person = store.add(Person(name=word, handle=word.lower(), **how))
    bond = store.add(Mentorship(person_id=ana.id, side="mentor", purpose=word, started=DAY, **how))
    meeting = store.add(Meeting(day=DAY, notes=word, **how))
    goal = store.add(Goal(title=word, started=DAY, **how))
    skill = store.add(Skill(name=word, handle=word.lower(), **how))
    parts = [
        Turn(mentorship_id=bond.id, day=DAY, aspect="focus", value=word, **how),
        Aside(meeting_id=meeting.id, text=word, **how),
        Topic(person_id=ana.id, text=word, raised=DAY, **how),
        Action(text=word, person_id=ana.id, **how),
        Step(goal_id=goal.id, text=word, position=1, **how),
        Progress(goal_id=goal.id, day=DAY, value=1, note=word, **how),
        Feedback(from_id=ana.id, day=DAY, situation=word, **how),
        Rating(skill_id=skill.id, level=1, day=DAY, note=word, **how),
        Note(text=word, day=DAY, **how),
        Win(text=word, day=DAY, story_result=word, **how),
        Decision(question=word, day=DAY, options=word, **how),
        Resource(title=word, from_id=ana.id, verdict=word, **how),
        Intro(name=word, via_id=ana.id, why=word, **how),
        Rehearsal(form="cv", day=DAY, person_id=ana.id, notes=word, **how),
        Role(name=word, handle=word.lower(), summary=word, **how),
        Aim(what=word, stage="aimed", day=DAY, why=word, **how),
        Position(title=word, day=DAY, **how),
        Assessment(person_id=ana.id, skill=word, level=1, day=DAY, note=word, **how),
        Link(from_kind="meeting", from_id=meeting.id, to_kind="person", to_id=ana.id, label=word, **how),
        Tag(record_kind="meeting", record_id=meeting.id, name=word, **how),
        Mute(code="x", why=word, **how),
    ]
    return [person, bond, meeting, goal, skill, *(store.add(part) for part in parts)]


@pytest.fixture
def store(db: sqlite3.Connection) -> Store:
    return Store(db, NOW)


def test_no_private_text_of_any_kind_is_on_my_screen_or_in_anything_made(path, store) -> None:
    ana = store.add(Person(name="Ana", handle="ana"))
    made = everything_about(store, "CANARY", "private", ana)
    assert {record.kind for record in made} == set(ALL)
    everything_about(store, "Shared", "shared", ana)
    assert seen(path, OWNER).count("CANARY") >= len(ALL)
    for audience in (SCREEN, Audience(outside=True), Audience(outside=True, person=ana.id, third_party=True)):
        found = seen(path, audience)
        assert "canary" not in found.lower()
        assert ("Mute(" in found) is not audience.outside
        assert found.count("Shared") >= len(ALL) - 1  # what I put to rest stays with me
    assert "CANARY" in seen(path, Audience(outside=True, private=True))


def test_shared_parts_of_a_private_record_are_as_hidden_as_it_is(path, store) -> None:
    ana = store.add(Person(name="Ana", handle="ana", visibility="private"))
    goal = store.add(Goal(title="x", started=DAY, visibility="private"))
    note = store.add(Note(text="CANARY", day=DAY))
    store.links.join(note, [ana], WITH)
    made = [
        Step(goal_id=goal.id, text="CANARY", position=1),
        Progress(goal_id=goal.id, day=DAY, value=1, note="CANARY"),
        Topic(person_id=ana.id, text="CANARY", raised=DAY),
        Action(text="CANARY", owner_id=ana.id),
        Feedback(from_id=ana.id, day=DAY, situation="CANARY"),
        Resource(title="CANARY", from_id=ana.id),
        Intro(name="CANARY", via_id=ana.id),
        Intro(who_id=ana.id, why="CANARY"),
        Intro(for_id=ana.id, why="CANARY"),
        Rehearsal(form="cv", day=DAY, person_id=ana.id, notes="CANARY"),
        Tag(record_kind="goal", record_id=goal.id, name="CANARY"),
        Link(from_kind="goal", from_id=goal.id, to_kind="note", to_id=note.id, label="CANARY"),
    ]
    for record in made:
        store.add(record)
    assert "CANARY" not in seen(path, SCREEN)
    assert seen(path, OWNER).count("CANARY") == len(made) + 1


def test_a_removed_record_is_in_nothing_that_is_made(path, store) -> None:
    store.remove(store.add(Note(text="CANARY", day=DAY)))
    with closing(open_for_reading(path)) as db:
        lens.put_on(db, Audience(outside=True, private=True))
        assert db.execute("SELECT * FROM note").fetchall() == []


def test_what_i_wrote_about_a_removed_person_is_still_mine_to_export(path, store) -> None:
    bo = store.add(Person(name="Bo", handle="bo"))
    ana = store.add(Person(name="Ana", handle="ana"))
    note = store.add(Note(text="kept", day=DAY))
    store.links.join(note, [bo], WITH)
    store.remove(bo)
    assert "kept" in seen(path, Audience(outside=True))
    assert "kept" not in seen(path, Audience(outside=True, person=ana.id))


@pytest.fixture
def round_of_two(path, store) -> tuple[Path, int]:
    """Made for Ana, it must hold nothing of Bo (CANARY); OURS is Ana's or only mine."""
    ana, bo = (store.add(Person(name=name, handle=name.lower())) for name in ("Ana", "BoCANARY"))
    add, join = store.add, store.links.join
    for person, word in ((ana, "OURS"), (bo, "CANARY")):
        bond = add(Mentorship(person_id=person.id, side="mentor", purpose=word, started=DAY))
        add(Turn(mentorship_id=bond.id, day=DAY, aspect="focus", value=word))
        goal = add(Goal(title=word, started=DAY, person_id=person.id))
        add(Step(goal_id=goal.id, text=word, position=1))
        add(Progress(goal_id=goal.id, day=DAY, value=1, note=word))
        meeting = add(Meeting(day=DAY, notes=word))
        join(meeting, [person], WITH)
        add(Tag(record_kind="meeting", record_id=meeting.id, name=word))
        add(Aside(meeting_id=meeting.id, text=word, visibility="shared"))
        add(Topic(person_id=person.id, text=word, raised=DAY))
        add(Action(text=word, person_id=person.id))
        add(Action(text=word, owner_id=person.id))
        add(Action(text=word, goal_id=goal.id))
        add(Feedback(from_id=person.id, day=DAY, situation=word))
        add(Feedback(to_id=person.id, day=DAY, situation=word))
        skill = add(Skill(name="sql", handle=f"sql{person.id}"))
        add(Rating(skill_id=skill.id, level=1, day=DAY, by_id=person.id, note=word))
        join(add(Win(text=word, day=DAY)), [person], WITH)
        join(add(Decision(question=word, day=DAY)), [person], WITH)
        join(add(Resource(title=word)), [goal], ABOUT)
        add(Resource(title=word, from_id=person.id))
        add(Intro(name=word, via_id=person.id))
        add(Intro(name=word, for_id=person.id))
        add(Rehearsal(form="interview", day=DAY, person_id=person.id, notes=word))
        join(add(Note(text=word, day=DAY)), [goal], ABOUT)
        join(add(Action(text=word)), [meeting], FROM)
        join(person, [add(Note(text=word, day=DAY))], "related")
        loose = add(Feedback(day=DAY, situation=word))
        join(loose, [person], "related")
    add(Note(text="OURS alone", day=DAY))
    mine = add(Goal(title="OURS goal", started=DAY))
    proof = add(Note(text="CANARY on my goal, with Bo", day=DAY))
    join(proof, [bo], WITH)
    join(proof, [mine], ABOUT)
    skill = add(Skill(name="python", handle="python"))
    join(add(Rating(skill_id=skill.id, level=2, day=DAY, note="OURS level")), [proof], EVIDENCE)
    return path, ana.id


def test_what_is_made_for_a_person_holds_nothing_of_or_by_anybody_else(round_of_two) -> None:
    path, ana = round_of_two
    found = seen(path, Audience(outside=True, person=ana))
    assert "CANARY" not in found
    assert found.count("OURS") == seen(path, OWNER).count("OURS")


def test_third_parties_are_included_only_when_asked_for(round_of_two) -> None:
    path, ana = round_of_two
    asked = seen(path, Audience(outside=True, person=ana, third_party=True))
    assert asked.count("CANARY") == seen(path, OWNER).count("CANARY")


@pytest.mark.parametrize(
    "query",
    [
        "SELECT text FROM main.note",
        "SELECT * FROM (SELECT text FROM main.note) AS note",
        "SELECT (SELECT text FROM main.note) FROM note",
        "SELECT note.id, other.text FROM note JOIN main.note AS other",
        "SELECT count(*) FROM main.note",
        "SELECT value FROM json_each((SELECT json_array(text) FROM main.note))",
        "SELECT text FROM words_shared",
        "SELECT text FROM words_private",
        "SELECT * FROM words_private_content",
        "SELECT new FROM change",
        "SELECT name FROM command",
        "SELECT device FROM journal",
        "SELECT sql FROM main.sqlite_master",
        "PRAGMA table_info(note)",
        "ATTACH ':memory:' AS other",
        "CREATE TEMP TABLE copy (x)",
        "INSERT INTO main.note (text, day) VALUES ('a', 'b')",
        "UPDATE main.note SET text = ''",
        "DELETE FROM main.note",
        "DROP VIEW temp.note",
        "VACUUM INTO '/tmp/never.db'",
        "BEGIN IMMEDIATE",
    ],
)
def test_what_does_not_go_through_the_views_fails_for_an_outside_audience(path, store, query) -> None:
    store.add(Note(text="CANARY", day=DAY, visibility="private"))
    with closing(open_for_reading(path)) as db:
        lens.put_on(db, Audience(outside=True))
        with pytest.raises(sqlite3.DatabaseError):
            db.execute(query).fetchall()


def test_ordinary_questions_go_through_for_an_outside_audience(path, store) -> None:
    store.add(Note(text="shared", day=DAY))
    with closing(open_for_reading(path)) as db:
        lens.put_on(db, Audience(outside=True))
        assert db.execute(
            "SELECT count(*), max(length(text)) FROM note WHERE day LIKE '2026%'"
        ).fetchone() == (1, 6)
        assert db.execute("SELECT value FROM json_each('[1, 2]')").fetchall() == [(1,), (2,)]
        assert db.execute(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION SELECT i + 1 FROM n WHERE i < 3) SELECT i FROM n, note"
        )


def test_no_query_of_ours_names_a_with_clause_like_a_table() -> None:
    # It is the one thing the authorizer cannot tell from a view of that name.
    named = re.compile(rf"WITH\s+(RECURSIVE\s+)?({'|'.join(ALL)})\b\s*(\(|AS)")
    for source in Path(mentorlog.__file__).parent.rglob("*.py"):
        assert not named.search(source.read_text(encoding="utf-8")), source


@pytest.mark.parametrize("audience", [SCREEN, Audience(outside=True)])
def test_nothing_can_be_written_through_a_lens(path, audience) -> None:
    with closing(open_for_reading(path)) as db:
        lens.put_on(db, audience)
        with pytest.raises(sqlite3.DatabaseError):
            db.execute("INSERT INTO main.note (text, day) VALUES ('a', '2026-01-01')")


@given(
    st.lists(
        st.tuples(st.sampled_from([ABOUT, FROM, WITH]), st.integers(0, 5), st.integers(0, 5)), max_size=6
    ),
    st.lists(st.sampled_from(["shared", "private"]), min_size=4, max_size=4),
)
@settings(deadline=None, max_examples=many(40))
def test_whoever_is_linked_to_whom_ana_sees_nothing_linked_to_bo(memory, links, visible) -> None:
    with closing(memory()) as db:
        store = Store(db, NOW)
        ana, bo = (store.add(Person(name=name, handle=name)) for name in ("ana", "bo"))
        made = [store.add(Note(text=f"{n}", day=DAY, visibility=how)) for n, how in enumerate(visible)]  # type: ignore[arg-type]
        ends = [ana, bo, *made]
        for label, start, end in links:
            store.links.join(ends[start], [ends[end]], label)
        pairs = [{ends[start].ref, ends[end].ref} for _, start, end in links]
        lens.put_on(db, Audience(outside=True, person=ana.id))
        for note in store.all(Note):
            assert note.visibility == "shared"
            assert {note.ref, bo.ref} not in pairs
