"""From records to a summary: the right days, both sides, and only what belongs to its reader."""

from __future__ import annotations

from datetime import date
from typing import Any

from mentorlog.domain.actions import Action
from mentorlog.domain.audience import Audience
from mentorlog.domain.decisions import Decision
from mentorlog.domain.feedback import Feedback
from mentorlog.domain.goals import Goal, Step
from mentorlog.domain.intros import Intro
from mentorlog.domain.links import EVIDENCE, FROM, WITH, Link
from mentorlog.domain.material import Material, Wanted
from mentorlog.domain.meetings import Aside, Meeting, Topic
from mentorlog.domain.notes import Note
from mentorlog.domain.people import Mentorship, Person, Turn
from mentorlog.domain.record import Record
from mentorlog.domain.resources import Resource
from mentorlog.domain.skills import Rating, Skill
from mentorlog.domain.summarise import summarise
from mentorlog.domain.summary import Ahead, Level, Summary, Told
from mentorlog.domain.tally import left_out, tally
from mentorlog.domain.wins import Win

TODAY = date(2026, 5, 4)
ANA, BO = Person(id=1, name="Ana", handle="ana"), Person(id=2, name="Bo", handle="bo")
PEOPLE = {1: ANA, 2: BO}


def day(month: int, number: int = 10) -> date:
    return date(2026, month, number)


def link(source: Record, target: Record, label: str) -> Link:
    return Link(from_kind=source.kind, from_id=source.id, to_kind=target.kind, to_id=target.id, label=label)


def made(wanted: dict[str, Any] | None = None, **records: Any) -> Summary:
    given: dict[str, Any] = {"until": TODAY, "today": TODAY, "me": "Sam", **(wanted or {})}
    return summarise(Material(people=PEOPLE, **records), Wanted(**given))


def test_levels_then_are_those_before_the_first_day_and_raters_stay_apart() -> None:
    ratings = (
        Rating(id=1, skill_id=1, level=1, day=day(1)),
        Rating(id=2, skill_id=1, level=2, day=day(3)),
        Rating(id=3, skill_id=1, level=3, day=day(4), by_id=1),
        Rating(id=4, skill_id=1, level=5, day=day(6)),
    )
    skills = (Skill(id=1, name="SQL", handle="sql"), Skill(id=2, name="Go", handle="go"))
    (sql,) = made({"since": day(2)}, skills=skills, ratings=ratings).skills
    assert sql.levels == (Level(then=1, now=2), Level(rater="Ana", then=None, now=3))
    (sql,) = made(skills=skills, ratings=ratings).skills
    assert sql.levels == (Level(then=1, now=2), Level(rater="Ana", then=3, now=3))


def test_feedback_is_told_with_what_came_of_it() -> None:
    heard = Feedback(id=4, from_id=1, day=day(2), tone="growth", behaviour="read slides")
    done = Action(id=1, text="two slides", state="done", ended=day(3))
    open_ = Action(id=2, text="later")
    note = Note(id=9, text="went well\nand more", day=day(4))
    links = (link(done, heard, FROM), link(open_, heard, FROM), link(heard, note, EVIDENCE))
    model = made(feedback=(heard,), actions=(done, open_), links=links, shown={note.ref: note})
    (one,) = model.feedback
    assert one.acted == (Told(day=day(3), text="two slides"),)
    assert one.shown == (Told(day=day(4), text="went well"),)


def test_promises_that_ended_later_were_open_on_the_last_day() -> None:
    actions = (
        Action(id=1, text="early", state="done", ended=day(1), created_at="2026-01-01T00:00:00Z"),
        Action(id=2, text="within", state="done", ended=day(3), created_at="2026-01-01T00:00:00Z"),
        Action(id=3, text="after", state="done", ended=day(5), created_at="2026-01-01T00:00:00Z"),
        Action(id=4, text="not yet made", created_at="2026-05-01T00:00:00Z"),
    )
    found = made({"since": day(2), "until": day(4)}, actions=actions).commitments
    assert [(one.text, one.state, one.ended) for one in found] == [
        ("within", "done", day(3)),
        ("after", "open", None),
    ]


def test_a_goal_stands_as_it_did_on_the_last_day() -> None:
    goal = Goal(id=1, title="g", started=day(1), measure="steps", state="met", ended=day(4, 20))
    steps = tuple(Step(id=n, goal_id=1, text=f"s{n}", position=n, done=day(n)) for n in (2, 3))
    (aim,) = made({"until": day(2, 20)}, goals=(goal,), steps=steps).goals
    assert (aim.state, aim.percent, [one.text for one in aim.steps]) == ("open", 50, ["s2"])
    assert made({"until": day(1, 1)}, goals=(goal,)).goals == ()
    assert made({"since": day(5, 1)}, goals=(goal,)).goals == ()


def test_the_focus_that_held_on_the_first_day_is_told_and_pulse_and_phase_are_not() -> None:
    mentorship = Mentorship(id=1, person_id=1, side="mentee", started=day(1))
    turns = tuple(
        Turn(id=number, mentorship_id=1, day=day(number), aspect=aspect, value=value)
        for number, aspect, value in (
            (1, "focus", "first"),
            (2, "focus", "second"),
            (3, "pulse", "2"),
            (4, "phase", "separation"),
            (5, "focus", "third"),
        )
    )
    found = made({"since": day(3), "person": ANA}, mentorships=(mentorship,), turns=turns).agreed
    assert [one.text for one in found] == ["second"]


def test_conversations_are_those_with_the_person_even_when_others_may_be_seen() -> None:
    meetings = (Meeting(id=1, day=day(1), notes="ours"), Meeting(id=2, day=day(2), notes="theirs"))
    links = (link(meetings[0], ANA, WITH), link(meetings[1], BO, WITH))
    model = made({"person": ANA}, meetings=meetings, links=links)
    assert [one.takeaways for one in model.conversations] == ["ours"]
    assert len(made(meetings=meetings, links=links).conversations) == 2


def test_next_steps_are_what_is_ahead() -> None:
    goal = Goal(id=1, title="g", started=day(1))
    steps = (
        Step(id=1, goal_id=1, text="b", position=2),
        Step(id=2, goal_id=1, text="a", position=1, due=day(6)),
    )
    topics = (Topic(id=1, person_id=1, text="t", raised=day(1)),)
    meetings = (Meeting(id=1, day=day(7)), Meeting(id=2, day=day(6)))
    found = made(goals=(goal,), steps=steps, topics=topics, meetings=meetings).next_steps
    assert found == (
        Ahead(sort="conversation", day=day(6)),
        Ahead(sort="topic", text="t"),
        Ahead(sort="goal", text="a", about="g", day=day(6)),
    )


def test_a_manager_sees_results_as_evidence_and_no_words_of_a_conversation() -> None:
    rating = Rating(id=1, skill_id=1, level=3, day=day(3))
    meeting, win = Meeting(id=1, day=day(2), notes="between us"), Win(id=1, text="shipped", day=day(2))
    links = (link(rating, meeting, EVIDENCE), link(rating, win, EVIDENCE))
    records = {"skills": (Skill(id=1, name="SQL", handle="sql"),), "ratings": (rating,), "links": links}
    records["shown"] = {meeting.ref: meeting, win.ref: win}
    texts = {
        reader: {one.text for one in made({"reader": reader}, **records).skills[0].evidence}
        for reader in ("manager", "mentor")
    }
    assert texts == {"manager": {"shipped"}, "mentor": {"shipped", "between us"}}


def test_what_stays_behind_is_counted_by_its_reason() -> None:
    notes = [Note(id=n, uid=str(n), text="x", day=TODAY, visibility="private") for n in (1, 2)]
    aside = Aside(id=1, uid="1", meeting_id=1, text="x")
    other, gone = (
        Win(id=1, uid="1", text="x", day=TODAY),
        Win(id=2, uid="2", text="x", day=TODAY, deleted_at="x"),
    )
    everything = [*notes, aside, other, gone]
    assert left_out(everything, everything, Audience(outside=True)) == ""
    assert left_out(everything, [notes[0]], Audience(outside=True, person=1)) == (
        "2 private notes, 1 record about other people, 1 removed record"
    )
    assert left_out(everything, [notes[0]], Audience(outside=True, private=True, removed=True)) == (
        "4 records that need one of these"
    )
    assert tally(everything) == "2 notes, 2 wins, 1 link, step or other part"


def test_decisions_are_told_with_what_came_of_them_by_the_last_day() -> None:
    made_ = Decision(
        id=1, question="Now?", day=day(1), options="now\nlater", chosen="now", state="closed", decided=day(2)
    )
    later = made_.but(outcome="went well", ended=day(4))
    open_ = Decision(id=2, question="Where?", day=day(3))
    gone = later.but(id=3, state="dropped", why="x", outcome="")
    (told,) = made(decisions=(later, open_, gone)).decisions
    assert (told.day, told.options, told.outcome, told.told) == (
        day(2),
        ("now", "later"),
        "went well",
        day(4),
    )
    (told,) = made({"until": day(3)}, decisions=(later,)).decisions
    assert (told.outcome, told.told) == ("", None)
    assert not made({"since": day(4, 11)}, decisions=(later,)).decisions
    assert made({"since": day(3)}, decisions=(later,)).decisions, "it turned out in these days"


def test_resources_are_told_once_they_are_finished() -> None:
    skill = Skill(id=1, name="SQL", handle="sql")
    done = Resource(id=1, title="DDIA", form="book", skill_id=1, state="done", ended=day(2), verdict="slowly")
    others = (done.but(id=2, state="dropped"), Resource(id=3, title="Later"))
    (told,) = made(resources=(done, *others), skills=(skill,)).resources
    assert (told.day, told.form, told.skill, told.verdict) == (day(2), "book", "SQL", "slowly")
    assert not made({"since": day(3)}, resources=(done,)).resources


def test_introductions_are_told_as_far_as_they_came_by_the_last_day() -> None:
    met = Intro(id=1, who_id=2, via_id=1, why="x", state="met", asked=day(1), made=day(2), met=day(4))
    (told,) = made(intros=(met, Intro(id=2, name="Kim", via_id=1))).intros
    assert (told.day, told.who, told.via, told.state) == (day(4), "Bo", "Ana", "met")
    (told,) = made({"until": day(3)}, intros=(met,)).intros
    assert (told.day, told.state) == (day(2), "made")


def test_a_mentee_reads_of_these_only_what_is_theirs_and_a_manager_none() -> None:
    mine = Decision(id=1, question="Leave?", day=day(1), chosen="no", state="decided", decided=day(2))
    ours = mine.but(id=2, question="Together?")
    read = Resource(id=1, title="Mine", state="done", ended=day(2))
    records = {
        "decisions": (mine, ours),
        "resources": (read, read.but(id=2, title="From Bo", from_id=2)),
        "intros": (
            Intro(id=1, name="Kim", via_id=1, state="made", made=day(2)),
            Intro(id=2, name="Lee", for_id=2, state="made", made=day(2)),
        ),
        "links": (link(ours, BO, WITH),),
    }
    seen = made({"reader": "mentee", "person": BO}, **records)
    assert [one.question for one in seen.decisions] == ["Together?"]
    assert [one.title for one in seen.resources] == ["From Bo"]
    assert [one.who for one in seen.intros] == ["Lee"]
    manager = made({"reader": "manager"}, **records)
    assert not (manager.decisions)
    assert not (manager.resources)
    assert not (manager.intros)


def test_for_a_person_only_decisions_with_them_are_told() -> None:
    alone = Decision(id=1, question="Leave?", day=day(1), chosen="no", state="decided", decided=day(2))
    ours = alone.but(id=2, question="Which team?")
    seen = made({"reader": "mentor", "person": ANA}, decisions=(alone, ours), links=(link(ours, ANA, WITH),))
    assert [one.question for one in seen.decisions] == ["Which team?"]
    assert len(made(decisions=(alone, ours)).decisions) == 2
