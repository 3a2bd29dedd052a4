"""A journal carried out and brought in is the same journal; nothing dangles, nothing is written over."""

from __future__ import annotations

from datetime import date
from io import BytesIO

from hypothesis import given, settings
from hypothesis import strategies as st

from mentorlog.domain.audience import Audience
from mentorlog.domain.kinds import ALL, class_of
from mentorlog.domain.links import Mute
from mentorlog.domain.meetings import Aside, Meeting, Topic
from mentorlog.domain.people import Person
from mentorlog.domain.pointers import ENDS, POINTS, pointers
from mentorlog.domain.record import Record
from mentorlog.flows.carry import Cargo, carry_in, carry_out
from mentorlog.formats.entries import from_json
from mentorlog.formats.json_journal import write
from mentorlog.formats.source import Source
from mentorlog.store.arrivals import Arrivals
from mentorlog.store.connect import atomic
from mentorlog.store.lens import put_on
from mentorlog.store.store import Store
from tests.flows.journals import empty, journals
from tests.thorough import many

DAY = date(2026, 5, 4)


def exported(store: Store) -> str:
    return "".join(write(carry_out(store), "2026-05-04T10:00:00.000Z"))


def imported(text: str, store: Store) -> Cargo:
    source = Source(BytesIO(text.encode()))
    with atomic(store.db, "import", store.now):
        return carry_in(store, Arrivals(store), lambda: from_json(source))


@settings(deadline=None, max_examples=many(60))
@given(journals())
def test_export_of_import_of_export_is_the_export(store: Store) -> None:
    text = exported(store)
    other = empty("2030-01-01T00:00:00.000Z")
    assert imported(text, other).new
    assert exported(other) == text
    assert other.db.execute("PRAGMA foreign_key_check").fetchall() == []


@settings(deadline=None, max_examples=many(40))
@given(journals(), st.booleans(), st.booleans())
def test_what_an_audience_sees_is_a_journal_of_its_own(store: Store, private: bool, removed: bool) -> None:
    put_on(store.db, Audience(outside=True, private=private, whole=True, removed=removed))
    records = carry_out(store)
    everything: list[Record] = [one for each in records.values() for one in each]
    there = {one.ref for one in everything}
    assert all(ref in there for one in everything for _, ref in pointers(one))
    assert private or not any(one.private for one in everything)
    assert removed or not any(one.deleted_at for one in everything)
    text = "".join(write(records, ""))
    other = empty()
    imported(text, other)
    assert "".join(write(carry_out(other), "")) == text


@settings(deadline=None, max_examples=many(40))
@given(journals())
def test_importing_again_changes_nothing(store: Store) -> None:
    text = exported(store)
    before = [store.whole.every(class_of(kind)) for kind in ALL]
    cargo = imported(text, store)
    assert (cargo.new, cargo.different) == ({}, 0)
    assert cargo.same == sum(len(store.whole.every(class_of(kind))) for kind in ALL)
    assert [store.whole.every(class_of(kind)) for kind in ALL] == before


@settings(deadline=None, max_examples=many(40))
@given(journals(), journals())
def test_two_journals_become_one_without_changing_either(first: Store, second: Store) -> None:
    mine = {one.uid: one for kind in ALL for one in first.whole.every(class_of(kind))}
    cargo = imported(exported(second), first)
    assert cargo.different == 0
    after = {one.uid: one for kind in ALL for one in first.whole.every(class_of(kind))}
    assert {uid: after[uid] for uid in mine} == mine
    assert len(after) == len(mine) + sum(cargo.new.values())
    assert first.db.execute("PRAGMA foreign_key_check").fetchall() == []
    assert imported(exported(second), first).new == {}


def test_a_record_that_differs_is_left_as_it_is_and_counted() -> None:
    store = empty()
    ana = store.add(Person(name="Ana", handle="ana"))
    text = exported(store)
    store.save(ana.but(name="Ana Ruiz"))
    cargo = imported(text, store)
    assert (cargo.new, cargo.same, cargo.different) == ({}, 0, 1)
    assert store.find.person("ana").name == "Ana Ruiz"


def test_a_handle_that_is_taken_gets_a_number() -> None:
    store, other = empty(), empty()
    store.add(Person(name="Ana Ruiz", handle="ana"))
    other.add(Person(name="Ana Li", handle="ana"))
    cargo = imported(exported(store), other)
    assert cargo.renamed == (("ana", "ana-2"),)
    assert other.find.person("ana-2").name == "Ana Ruiz"
    assert other.find.person("ana").name == "Ana Li"


def test_a_number_that_was_ever_given_is_not_given_again() -> None:
    store, other = empty(), empty()
    store.add(Person(name="Ana", handle="ana"))
    gone = other.add(Person(name="Bo", handle="bo"))
    other.db.execute("DELETE FROM main.person WHERE id = ?", (gone.id,))
    imported(exported(store), other)
    assert str(other.find.person("ana").ref) == "p2"


def test_a_suggestion_put_to_rest_keeps_pointing_to_its_record() -> None:
    store, other = empty(), empty()
    meeting = store.add(Meeting(day=DAY))
    store.add(Mute(code="x", about=str(meeting.ref)))
    other.add(Meeting(day=DAY))
    imported(exported(store), other)
    assert [one.about for one in other.all(Mute)] == ["m2"]


def test_what_cannot_be_without_its_parent_stays_behind_and_the_rest_lets_go() -> None:
    store = empty()
    ana = store.add(Person(name="Ana", handle="ana"))
    meeting = store.add(Meeting(day=DAY, visibility="private"))
    store.add(Aside(meeting_id=meeting.id, text="x", visibility="shared"))
    store.add(Topic(person_id=ana.id, text="t", raised=DAY, state="closed", closed_in=meeting.id))
    put_on(store.db, Audience(outside=True, whole=True))
    records = carry_out(store)
    assert not records["aside"]
    assert not records["meeting"]
    assert [one.values()["closed_in"] for one in records["topic"]] == [None]


def test_every_reference_of_the_schema_is_known() -> None:
    store = empty()
    for kind in ALL:
        foreign = {row[3]: row[2] for row in store.db.execute(f"PRAGMA foreign_key_list({kind})")}
        names = {name for name in class_of(kind).fields if name in POINTS and kind not in ENDS}
        assert foreign == {name: POINTS[name] for name in names}
