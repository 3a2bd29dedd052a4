"""Recording a conversation: what is written, closed, carried, replaced and planned."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from mentorlog.domain.actions import Action
from mentorlog.domain.links import CARRIED, FROM, REPLACES, WITH
from mentorlog.domain.meetings import Aside, Meeting, Topic
from mentorlog.domain.people import Mentorship, Person, Turn
from mentorlog.domain.refs import Ref
from mentorlog.errors import Problem, Refused, Unknown, Unreadable
from mentorlog.flows.meet import Recorded, Told, open_still, pending, record
from mentorlog.flows.plan import outlook, plan
from mentorlog.flows.promise import Promise, promised, read_promise
from mentorlog.store.store import Store
from tests.flows.journals import empty

TODAY = date(2026, 5, 4)
BERLIN = ZoneInfo("Europe/Berlin")
HIS, HERS = Ref("topic", 2), Ref("topic", 1)


@pytest.fixture
def store() -> Store:
    """Ana (p1, every two weeks) with t1, a1 (mine) and a2 (hers); Bo (p2) with t2; Ana Lund (p3)."""
    made = empty()
    ana = made.add(Person(name="Ana Ruiz", handle="ana", role="mentor"))
    bo = made.add(Person(name="Bo Lind", handle="bo", role="mentee"))
    made.add(Person(name="Ana Lund", handle="ana-lund", role="peer"))
    made.add(Mentorship(person_id=ana.id, side="mentee", cadence=14, started=date(2026, 1, 1)))
    made.add(Topic(person_id=ana.id, text="Lateral move", raised=date(2026, 4, 20)))
    made.add(Topic(person_id=bo.id, text="On call", raised=date(2026, 4, 28)))
    made.add(Action(text="Draft CV", person_id=ana.id))
    made.add(Action(text="Intro to Jo", owner_id=ana.id, person_id=ana.id))
    return made


def people(store: Store, *ids: int) -> tuple[Person, ...]:
    return tuple(store.by_id(Person, id) for id in ids or (1,))


def talked(store: Store, *ids: int, day: date = TODAY, notes: str = "Fine.", **more: object) -> Recorded:
    return record(store, Told(meeting=Meeting(day=day, notes=notes), people=people(store, *ids), **more))


def carried(store: Store, meeting: Meeting) -> set[str]:
    return {str(link.target) for link in store.links.of(meeting.ref) if link.label == CARRIED}


def test_what_is_not_closed_is_carried(store: Store) -> None:
    kept = talked(store, finished=(HERS,), dropped={Ref("action", 2): "no time"}, aside="Tired.")
    assert [(one.ref, one.values()["state"]) for one in kept.ended] == [
        (Ref("topic", 1), "closed"),
        (Ref("action", 2), "dropped"),
    ]
    assert [(str(one.ref), times) for one, times in kept.carried] == [("a1", 1)]
    assert carried(store, kept.meeting) == {"a1"}
    assert store.by_id(Topic, 1).closed_in == kept.meeting.id
    assert store.by_id(Action, 2).why == "no time"
    assert [one.text for one in store.all(Aside)] == ["Tired."]
    assert store.by_id(Topic, 2).state == "open"


def test_several_people_bring_the_topics_of_each(store: Store) -> None:
    kept = talked(store, 1, 2)
    assert carried(store, kept.meeting) == {"t1", "t2", "a1", "a2"}
    assert sorted(store.meetings.people(kept.meeting)) == [1, 2]


def test_each_time_counts_and_a_removed_conversation_counts_no_longer(store: Store) -> None:
    first, second = talked(store, day=date(2026, 5, 2)), talked(store)
    assert {one.ref: times for one, times in second.carried}[HERS] == 2
    store.remove(first.meeting)
    assert store.meetings.carried()[HERS] == store.meetings.times_carried(HERS) == 1
    store.restore(store.get(first.meeting.ref, removed=True))
    assert store.meetings.carried()[HERS] == 2


def test_what_a_removed_conversation_closed_stays_closed(store: Store) -> None:
    store.remove(talked(store, finished=(HERS,)).meeting)
    assert store.by_id(Topic, 1).state == "closed"


def test_a_conversation_of_the_past_carries_only_what_was_there_then(store: Store) -> None:
    assert carried(store, talked(store, day=date(2026, 4, 19), zone=BERLIN).meeting) == set()
    assert carried(store, talked(store, day=date(2026, 4, 21), zone=BERLIN).meeting) == {"t1"}


def test_a_promise_of_a_conversation_recorded_late_is_as_old_as_that(store: Store) -> None:
    promises = (Promise(text="Read chapter 3"),)
    talked(store, day=date(2026, 4, 1), zone=BERLIN, promises=promises)
    assert carried(store, talked(store, day=date(2026, 4, 10), zone=BERLIN).meeting) == {"a3"}
    assert carried(store, talked(store, day=date(2026, 3, 30), zone=BERLIN).meeting) == set()


def test_the_day_of_a_promise_is_the_local_one(store: Store) -> None:
    store.add(Action(text="Late at night", person_id=1, created_at="2026-05-01T22:30:00Z"))
    told = people(store)
    assert "Late at night" not in [one.text for one in pending(store, told, date(2026, 5, 1), BERLIN).actions]
    paris_later = ZoneInfo("America/New_York")
    assert "Late at night" in [
        one.text for one in pending(store, told, date(2026, 5, 1), paris_later).actions
    ]


def test_changing_a_conversation_later_leaves_what_was_carried(store: Store) -> None:
    kept = talked(store)
    before = store.links.of(kept.meeting.ref)
    store.save(kept.meeting.but(notes="Other words", day=date(2026, 1, 1)))
    talked(store, day=date(2026, 5, 20), finished=(HERS,))
    assert store.links.of(kept.meeting.ref) == before
    assert carried(store, kept.meeting) == {"t1", "a1", "a2"}


def test_a_promise_is_linked_to_where_it_was_made_and_to_what_it_replaces(store: Store) -> None:
    ana = people(store)[0]
    replaced = Promise(text="Intro to Jo Lee", owner=ana, due=TODAY, replaces=store.by_id(Action, 2))
    kept = talked(store, promises=(replaced,))
    action, old = kept.actions[0]
    assert (action.text, action.owner_id, action.person_id, action.due) == ("Intro to Jo Lee", 1, 1, TODAY)
    assert old is not None
    assert (old.state, old.why) == ("dropped", "replaced by a3")
    assert {(link.label, str(link.target)) for link in store.links.of(action.ref)} == {
        (FROM, str(kept.meeting.ref)),
        (REPLACES, "a2"),
    }
    assert carried(store, kept.meeting) == {"t1", "a1"}


def test_what_ended_meanwhile_stays_as_it_ended(store: Store) -> None:
    store.save(store.by_id(Action, 2).but(state="done", ended=date(2026, 5, 1)))
    kept = talked(
        store,
        dropped={Ref("action", 2): "late"},
        promises=(Promise(text="x", replaces=store.by_id(Action, 2)),),
    )
    assert kept.ended == ()
    assert kept.actions[0][1] is None
    assert store.by_id(Action, 2).ended == date(2026, 5, 1)


def test_a_private_conversation_makes_private_promises(store: Store) -> None:
    meeting = Meeting(day=TODAY, visibility="private")
    kept = record(store, Told(meeting=meeting, people=people(store), promises=(Promise(text="x"),)))
    assert kept.actions[0][0].private
    assert all(link.private for link in store.links.of(kept.meeting.ref))


def test_words_with_signs_tag_the_conversation_and_name_nobody(store: Store) -> None:
    kept = talked(store, notes="@bo asked about #Reviews and +juggling")
    assert store.links.tags(kept.meeting.ref) == ["reviews"]
    assert store.meetings.people(kept.meeting) == [1]


def test_the_conversation_planned_for_the_day_is_filled(store: Store) -> None:
    planned = plan(store, people(store), Meeting(day=TODAY, time="09:00", visibility="private"))
    kept = talked(store, 1, 2)
    assert kept.meeting.id == planned.id
    assert (kept.meeting.time, kept.meeting.notes, kept.meeting.visibility) == ("09:00", "Fine.", "private")
    assert sorted(store.meetings.people(kept.meeting)) == [1, 2]
    assert all(link.private for link in store.links.of(kept.meeting.ref))


def test_the_plan_with_exactly_these_people_is_filled_before_one_with_some_of_them(store: Store) -> None:
    alone = store.add(Meeting(day=TODAY, time="09:00"))
    store.links.join(alone, people(store), WITH)
    both = store.add(Meeting(day=TODAY, time="14:00"))
    store.links.join(both, people(store, 1, 2), WITH)
    assert talked(store, 1, 2).meeting.id == both.id
    assert store.meetings.people(alone) == [1]
    assert talked(store).meeting.id == alone.id


def test_a_conversation_already_recorded_or_with_others_is_not_filled(store: Store) -> None:
    silent = talked(store, notes="")
    assert silent.carried
    assert talked(store).meeting.id != silent.meeting.id
    plan(store, people(store, 1, 2), Meeting(day=date(2026, 5, 9)))
    assert store.meetings.planned(date(2026, 5, 9), people(store)) is None


def test_planning_the_same_day_twice_plans_it_once(store: Store) -> None:
    first = talked(store, following=Meeting(day=date(2026, 5, 18))).planned
    second = talked(store, following=Meeting(day=date(2026, 5, 18), time="10:00")).planned
    assert first is not None
    assert second is not None
    assert (second.id, second.time) == (first.id, "10:00")
    assert outlook(store, people(store), TODAY)[0].due == date(2026, 5, 18)


def test_the_outlook_is_the_cadence_without_a_plan(store: Store) -> None:
    talked(store)
    assert [one.due for one in outlook(store, people(store, 1, 3), TODAY)] == [date(2026, 5, 18), None]


def test_a_new_cadence_is_a_turn_or_begins_a_mentorship(store: Store) -> None:
    talked(store, 1, 2, cadence=21)
    assert [one.cadence for one in store.all(Mentorship)] == [21, 21]
    assert [(one.aspect, one.value, one.day) for one in store.all(Turn)] == [("cadence", "21", TODAY)]
    contact = store.add(Person(name="Jo", handle="jo"))
    with pytest.raises(Refused, match="no rhythm"):
        talked(store, contact.id, cadence=7)


@pytest.mark.parametrize(
    ("typed", "who", "what"),
    [
        ("me: draft CV", "me", "draft CV"),
        ("draft CV", "", "draft CV"),
        ("read https://x.org: good", "", "read https://x.org: good"),
        ("see https://x.org", "", "see https://x.org"),
        ("at 10:30 call", "", "at 10:30 call"),
    ],
)
def test_whose_a_promise_is_stands_before_a_colon_and_a_space(typed: str, who: str, what: str) -> None:
    assert read_promise(typed) == (who, what)


@pytest.mark.parametrize(
    ("typed", "owner"),
    [
        ("me: x", None),
        ("I: x", None),
        ("x", None),
        ("sam: x", None),
        ("Sam Rivera: x", None),
        ("ana: x", "ana"),
        ("Ana Ruiz: x", "ana"),
        ("p2: x", "bo"),
        ("Bo: x", "bo"),
        ("ana-lund: x", "ana-lund"),
    ],
)
def test_a_promise_is_mine_or_somebodys(store: Store, typed: str, owner: str | None) -> None:
    made = promised(store, typed, people(store, 1, 2), TODAY, "Sam Rivera")
    assert (made.owner.handle if made.owner else None, made.text) == (owner, "x")


def test_a_promise_is_due_counted_from_the_conversation(store: Store) -> None:
    made = promised(store, "me: draft CV by fri", people(store), date(2026, 4, 1))
    assert (made.text, made.due) == ("draft CV", date(2026, 4, 3))


@pytest.mark.parametrize(
    ("typed", "error", "said"),
    [
        ("zoe: x", Unknown, "There is no person “zoe”"),
        ("me:  ", Unreadable, "The promise is empty"),
        ("me: x by 3/4/2026", Refused, "could be"),
    ],
)
def test_a_promise_that_cannot_be_read_is_named(
    store: Store, typed: str, error: type[Problem], said: str
) -> None:
    with pytest.raises(error, match=said):
        promised(store, typed, people(store), TODAY)


def test_a_first_name_of_two_in_the_conversation_is_refused(store: Store) -> None:
    store.save(store.by_id(Person, 1).but(handle="ruiz"))
    with pytest.raises(Refused, match="could be more than one of you: ruiz, ana-lund"):
        promised(store, "Ana: x", people(store, 1, 3), TODAY)


def test_only_what_is_open_can_be_closed(store: Store) -> None:
    assert open_still(store, HIS) == HIS
    store.save(store.by_id(Topic, 2).but(state="dropped"))
    with pytest.raises(Refused, match="t2 is dropped already"):
        open_still(store, HIS)
    with pytest.raises(Refused, match="p1 is a person"):
        open_still(store, Ref("person", 1))
    with pytest.raises(Unknown):
        open_still(store, Ref("topic", 99))
