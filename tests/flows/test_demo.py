"""The sample journal: what a stranger sees first, on whatever day they look."""

from __future__ import annotations

import sqlite3
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorlog.domain.actions import Action
from mentorlog.domain.feedback import Feedback
from mentorlog.domain.goals import OPEN, Goal, percent, standing
from mentorlog.domain.kinds import ALL
from mentorlog.domain.links import CARRIED, EVIDENCE, FROM, WITH, Link, Tag
from mentorlog.domain.meetings import KINDS, Aside, Meeting, Topic
from mentorlog.domain.notes import Note
from mentorlog.domain.people import Mentorship, Person, next_due
from mentorlog.domain.refs import Ref
from mentorlog.domain.skills import Rating, Skill
from mentorlog.errors import Refused
from mentorlog.flows import demo
from mentorlog.store.connect import atomic, open_for_writing
from mentorlog.store.store import Store
from tests.thorough import many

TODAY = date(2026, 11, 23)
DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))
ODD_DAYS = (date(2024, 2, 29), date(2027, 1, 1), date(2026, 12, 31), date(2026, 3, 1))
WEEK = [TODAY + timedelta(days=number) for number in range(7)]

AHEAD = {("action", "due"), ("aim", "due"), ("goal", "due"), ("step", "due"), ("note", "revisit")}
AHEAD |= {("decision", "review"), ("intro", "follow_up")}
"""The only days that may lie after today, with the next conversation."""
DATES = ("day", "raised", "started", "due", "revisit", "done", "ended", "closed", "delivered", "paused_until")
DATES += ("review", "decided", "asked", "made", "follow_up")


def filled(db: sqlite3.Connection, today: date = TODAY) -> Store:
    now = f"{today}T18:00:00.000Z"
    store = Store(db, now)
    with atomic(db, "demo", now):
        demo.fill(store, today)
    return store


@contextmanager
def sample(today: date) -> Iterator[Store]:
    with tempfile.TemporaryDirectory() as folder:
        db = open_for_writing(Path(folder) / "journal.db")
        try:
            yield filled(db, today)
        finally:
            db.close()


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with sample(TODAY) as made:
        yield made


def rows(store: Store, kind: str) -> list[dict[str, Any]]:
    found = store.db.execute(f"SELECT * FROM {kind} ORDER BY id")
    names = [column[0] for column in found.description]
    return [dict(zip(names, row, strict=True)) for row in found]


def carried_to(store: Store, ref: Ref) -> list[Meeting]:
    return [store.by_id(Meeting, link.from_id) for link in store.links.to(ref) if link.label == CARRIED]


def at_risk_days(store: Store, today: date) -> list[str]:
    return sorted(
        standing(goal, percent(goal, store.goals.steps(goal), store.goals.progress(goal)), today)
        for goal in store.all(Goal)
        if goal.state in OPEN
    )


def test_holds_a_year_of_every_kind(store: Store) -> None:
    counts = {kind: len(rows(store, kind)) for kind in ALL}
    assert [kind for kind in ALL if not counts[kind]] == ["mute"]
    assert sum(count for kind, count in counts.items() if kind not in ("link", "tag")) >= 180
    first = min(one.day for one in store.all(Meeting))
    assert 350 <= (TODAY - first).days <= 372


def test_is_one_command_in_the_log(store: Store) -> None:
    assert store.db.execute("SELECT name FROM command").fetchall() == [("demo",)]


def test_refs_follow_the_days_of_writing(store: Store) -> None:
    for kind in ALL:
        if kind not in ("link", "tag"):
            made = [row["created_at"] for row in rows(store, kind)]
            assert made == sorted(made), kind


def test_goes_into_a_new_journal_only(tmp_path: Path) -> None:
    db = open_for_writing(tmp_path / "journal.db")
    with atomic(db, "person add", "2026-01-01T00:00:00Z"):
        Store(db, "2026-01-01T00:00:00Z").add(Person(name="Kim", handle="kim"))
    with pytest.raises(Refused, match="new journal"):
        filled(db)
    assert db.execute("SELECT count(*) FROM person").fetchone() == (1,)
    db.close()


@settings(deadline=None, max_examples=many(12))
@given(DAYS)
def test_any_day_gives_a_journal_that_is_past(today: date) -> None:
    check_past(today)


@pytest.mark.parametrize("today", [*ODD_DAYS, *WEEK])
def test_every_weekday_and_odd_day_gives_a_journal_that_is_past(today: date) -> None:
    check_past(today)


def check_past(today: date) -> None:
    with sample(today) as store:
        planned = [one for one in store.all(Meeting) if one.day > today]
        assert [one.day for one in planned] == [demo.day_of("0 tue", today)]
        assert planned[0].created_at[:10] < today.isoformat()
        for kind in ALL:
            for row in rows(store, kind):
                assert row["created_at"] <= store.now
                assert row["updated_at"] >= row["created_at"]
                late = {name for name in DATES if (row.get(name) or "") > today.isoformat()}
                ahead = kind == "meeting" and row["id"] == planned[0].id
                assert ahead or {(kind, name) for name in late} <= AHEAD
        assert at_risk_days(store, today) == ["at risk", "on track", "on track", "overdue"]


def test_same_day_gives_the_same_journal() -> None:
    with sample(TODAY) as one, sample(TODAY) as other:
        for kind in ALL:
            pairs = zip(rows(one, kind), rows(other, kind), strict=True)
            for left, right in pairs:
                assert left | {"uid": ""} == right | {"uid": ""}


def test_conversations_keep_their_weekdays_and_hours(store: Store) -> None:
    held = store.meetings.with_person(store.find.person("bo"))
    assert {(one.day.weekday(), one.time, one.zone) for one in held} == {(3, "14:00", demo.ZONE)}
    summer = next(one for one in held if one.day.month == 7)
    assert summer.starts_at == f"{summer.day}T12:00:00Z"


def test_talks_with_ana_come_every_two_weeks_with_a_few_gaps(store: Store) -> None:
    days = sorted(one.day for one in store.meetings.with_person(store.find.person("ana")))
    gaps = Counter(round((later - one).days / 7) for one, later in pairwise(days))
    assert gaps[2] >= 18
    assert gaps[4] >= 2
    assert set(gaps) == {2, 4}


def test_nobody_is_overdue_for_a_talk(store: Store) -> None:
    for one in store.all(Mentorship):
        talks = store.meetings.with_person(store.by_id(Person, one.person_id))
        due = next_due(one, talks[0].day)
        assert due is not None
        assert due > TODAY


def test_kinds_are_of_the_fourteen_and_nearly_all_occur(store: Store) -> None:
    told = [one.kinds for one in store.all(Meeting)] + [one.kinds for one in store.all(Note)]
    said = [kind for kinds in told for kind in kinds.split(",") if kind]
    assert set(said) <= set(KINDS)
    assert len(set(said)) >= 13


def test_a_topic_was_carried_three_times_and_is_open(store: Store) -> None:
    topic = next(one for one in store.all(Topic) if one.text.startswith("Salary bands"))
    assert topic.state == "open"
    assert len(carried_to(store, topic.ref)) == 3


def test_carried_is_what_stayed_open_over_a_talk(store: Store) -> None:
    records: list[Topic | Action] = [*store.all(Topic), *store.all(Action)]
    for one in records:
        end = (one.closed if isinstance(one, Topic) else one.ended) or date.max
        person = store.by_id(Person, one.person_id) if one.person_id else None
        talks = store.meetings.with_person(person) if person else []
        over = {
            talk.id for talk in talks if one.created_at[:10] < str(talk.day) <= str(TODAY) and talk.day < end
        }
        assert {talk.id for talk in carried_to(store, one.ref)} == over, one


def test_closed_topics_name_a_talk_with_their_person(store: Store) -> None:
    closed = [one for one in store.all(Topic) if one.closed_in]
    assert len(closed) >= 8
    for one in closed:
        talk = store.by_id(Meeting, one.closed_in or 0)
        assert one.closed == talk.day
        assert one.raised < talk.day
        assert one.person_id in store.meetings.people(talk)


def test_promises_were_kept_late_and_dropped_on_both_sides(store: Store) -> None:
    for mine in (True, False):
        actions = [one for one in store.all(Action) if one.mine is mine and one.due]
        assert any(one.state == "done" and one.ended and one.ended <= one.due for one in actions if one.due)
        assert any(one.state == "done" and one.ended and one.ended > one.due for one in actions if one.due)
        assert any(one.state == "open" and one.due < TODAY for one in actions if one.due)
        assert all(one.why for one in actions if one.state == "dropped")
        assert any(one.state == "dropped" for one in actions)


def test_goals_were_met_changed_and_dropped_with_reasons(store: Store) -> None:
    ended = {goal.state: goal.state_why for goal in store.all(Goal) if goal.state not in OPEN}
    assert set(ended) == {"met", "changed", "dropped"}
    assert all(ended.values())
    assert {goal.measure for goal in store.all(Goal) if goal.state in OPEN} == {"steps", "count", "percent"}


def test_feedback_is_heard_acted_on_shown_and_owed(store: Store) -> None:
    to_me = [one for one in store.all(Feedback) if one.to_id is None]
    acted = {link.to_id for link in store.all(Link) if link.label == FROM and link.to_kind == "feedback"}
    shown = {
        link.from_id for link in store.all(Link) if link.label == EVIDENCE and link.from_kind == "feedback"
    }
    growth = {one.id for one in to_me if one.tone == "growth"}
    assert growth & acted & shown
    assert (growth & acted) - shown
    assert growth - acted
    assert [one.tone for one in store.all(Feedback) if one.owed] == ["growth"]


def test_skills_differ_by_rater_and_one_was_never_rated(store: Store) -> None:
    ana = store.find.person("ana").id
    last: dict[tuple[int, int | None], int] = {}
    for one in store.all(Rating, order="day, id"):
        last[one.skill_id, one.by_id] = one.level
    apart = [id for (id, by), level in last.items() if by == ana and abs(level - last[id, None]) >= 2]
    assert [store.by_id(Skill, id).handle for id in apart] == ["writing"]
    rated = {id for id, _ in last}
    assert [one.handle for one in store.skills.all() if one.id not in rated] == ["managing-people"]


def test_evidence_is_no_younger_than_the_rating_it_shows(store: Store) -> None:
    links = [link for link in store.all(Link) if link.label == EVIDENCE and link.from_kind == "rating"]
    assert len(links) >= 10
    for link in links:
        assert store.get(link.target).created_at <= store.get(link.source).created_at


def test_what_is_private_is_linked_and_tagged_in_private(store: Store) -> None:
    private = [one for one in store.all(Note) if one.private]
    assert len(private) >= 5
    assert all(one.private for one in store.all(Aside))
    assert any(one.private for one in store.all(Topic))
    bo = store.find.person("bo").ref
    assert any(
        link.target == bo and link.label == WITH for one in private for link in store.links.of(one.ref)
    )
    for one in private:
        assert all(link.private for link in store.links.of(one.ref))
        assert all(tag.private for tag in store.all(Tag, "record_kind = 'note' AND record_id = ?", (one.id,)))
        assert not [link for link in store.links.to(one.ref) if not link.private]


@given(DAYS)
def test_days_of_the_file_keep_their_weekday_and_side(today: date) -> None:
    assert demo.day_of("0 tue", today).weekday() == 1
    assert 1 <= (demo.day_of("0 tue", today) - today).days <= 7
    assert demo.day_of("2 fri", today) < today
    assert demo.day_of("+1 mon", today) > today
    assert demo.day_of("4d", today) < demo.day_of("1d", today) < today < demo.day_of("+1d", today)
    assert demo.day_of("2 tue", today) < demo.day_of("4d", today)
    assert all(demo.day_of(text, today).weekday() < 5 for text in ("1d", "4d", "+1d"))
