"""What a page of mentorships is made of, read from the store."""

from __future__ import annotations

from datetime import date, timedelta

from mentorlog.domain.audience import SCREEN
from mentorlog.domain.feedback import Feedback
from mentorlog.domain.goals import Goal
from mentorlog.domain.links import ABOUT, EVIDENCE, WITH
from mentorlog.domain.meetings import Meeting
from mentorlog.domain.notes import Note
from mentorlog.domain.people import Mentorship, Person, Turn
from mentorlog.domain.skills import Rating, Skill
from mentorlog.domain.wins import Win
from mentorlog.store.coverage import coverage_of, touches
from mentorlog.store.lens import put_on
from mentorlog.store.mentorships import closing_of
from mentorlog.store.round import round_of_people
from mentorlog.store.snapshot import LATEST, kinds_touched, snapshot
from mentorlog.store.store import Store
from tests.flows.journals import empty

TODAY = date(2026, 5, 4)
START = date(2026, 1, 5)


def journal() -> tuple[Store, Person, Mentorship]:
    store = empty()
    ana = store.add(Person(name="Ana Ruiz", handle="ana", role="mentor"))
    return store, ana, store.add(Mentorship(person_id=ana.id, side="mentee", started=START))


def talk(store: Store, person: Person, day: date, kinds: str, **more: object) -> Meeting:
    meeting = store.add(Meeting(day=day, kinds=kinds, **more))
    store.links.join(meeting, [person], WITH)
    return meeting


def test_kinds_come_from_conversations_and_notes_with_the_person_that_were_not_removed() -> None:
    store, ana, _ = journal()
    bo = store.add(Person(name="Bo", handle="bo"))
    talk(store, ana, TODAY, "advice,goals")
    talk(store, bo, TODAY, "culture")
    store.remove(talk(store, ana, TODAY, "support"))
    note = store.add(Note(text="x", day=TODAY, kinds="listening"))
    store.links.join(note, [ana], WITH)
    assert {kind for one in touches(store, ana) for kind in one.kinds} == {"advice", "goals", "listening"}
    assert kinds_touched(store, ana.id) == {"advice", "goals", "listening"}
    assert coverage_of(store, ana, TODAY).entries == 2


def test_the_snapshot_looks_at_the_latest_entries_with_a_person_and_no_further() -> None:
    store, ana, _ = journal()
    talk(store, ana, START, "culture")
    for number in range(LATEST):
        talk(store, ana, START + timedelta(days=number % 90), "advice")
    assert snapshot(store, TODAY).kinds == {ana.id: frozenset({"advice"})}


def test_the_day_of_a_private_pulse_is_known_on_the_screen_and_its_words_are_not() -> None:
    store, _, bond = journal()
    told = {"mentorship_id": bond.id, "aspect": "pulse", "visibility": "private"}
    store.add(Turn(day=TODAY, value="4", **told))
    store.add(Turn(day=TODAY + timedelta(days=1), value="4", **told))
    put_on(store.db, SCREEN)
    found = snapshot(store, TODAY)
    assert (found.pulsed, found.turns) == ({bond.id: TODAY}, ())


def test_of_two_mentorships_the_round_of_people_takes_the_one_that_fits_the_role() -> None:
    store, ana, bond = journal()
    store.add(Mentorship(person_id=ana.id, side="mentor", started=TODAY))
    (line,) = round_of_people(store, [ana], TODAY)
    assert line.between.mentorship == bond
    (other,) = round_of_people(store, [ana.but(role="mentee")], TODAY)
    assert other.between.mentorship is not None
    assert other.between.mentorship.side == "mentor"


def test_closing_names_skills_they_rated_and_skills_their_goals_touched() -> None:
    store, ana, bond = journal()
    sql, python, java = (store.add(Skill(name=name, handle=name)) for name in ("sql", "python", "java"))
    store.add(Rating(skill_id=sql.id, level=3, day=TODAY, by_id=ana.id))
    for skill in (python, java):
        store.add(Rating(skill_id=skill.id, level=1, day=START))
    goal = store.add(Goal(title="Move", person_id=ana.id, started=START))
    win = store.add(Win(text="merged", day=TODAY))
    store.links.join(win, [goal, python], ABOUT)
    page = closing_of(store, ana, bond, TODAY, "")
    assert [one.skill for one in page.levels] == ["python", "sql"]


def test_feedback_not_given_yet_shows_nothing_on_a_closing_page() -> None:
    store, ana, bond = journal()
    sql = store.add(Skill(name="sql", handle="sql"))
    rating = store.add(Rating(skill_id=sql.id, level=3, day=TODAY, by_id=ana.id))
    unsaid = store.add(Feedback(to_id=ana.id, day=TODAY, tone="growth", behaviour="UNSAID"))
    win = store.add(Win(text="merged", day=TODAY))
    store.links.join(rating, [unsaid, win], EVIDENCE)
    (level,) = closing_of(store, ana, bond, TODAY, "").levels
    assert [one.text for one in level.evidence] == ["merged"]


def test_only_conversations_from_the_first_day_to_the_last_count() -> None:
    store, ana, bond = journal()
    for days, minutes in ((-1, 45), (0, 30), (50, 45), (119, 60), (120, 90)):
        talk(store, ana, START + timedelta(days=days), "", minutes=minutes)
    page = closing_of(store, ana, bond, START + timedelta(days=119), "")
    assert (page.talks, page.minutes) == (3, 135)
