"""What is in a document: made of records, for its reader."""

from __future__ import annotations

from datetime import date, timedelta

from mentorlog.domain.actions import Action
from mentorlog.domain.agenda import Slot
from mentorlog.domain.documents.agenda import Item, agenda
from mentorlog.domain.documents.brag import brag
from mentorlog.domain.documents.counted import counted
from mentorlog.domain.documents.meeting import recap
from mentorlog.domain.documents.plan import plan
from mentorlog.domain.documents.stories import stories
from mentorlog.domain.feedback import Feedback
from mentorlog.domain.links import CARRIED, EVIDENCE, FROM, WITH, Link
from mentorlog.domain.material import Material, Wanted, countable
from mentorlog.domain.meetings import Meeting, Topic
from mentorlog.domain.people import Person
from mentorlog.domain.prep import Parked, Prep
from mentorlog.domain.refs import Ref
from mentorlog.domain.roles import Aim
from mentorlog.domain.skills import Rating, Skill
from mentorlog.domain.wins import Win

DAY = date(2026, 5, 4)
ANA = Person(id=1, name="Ana Ruiz", handle="ana", role="mentor")
BO = Person(id=2, name="Bo Lind", handle="bo", role="mentee")
SQL = Skill(id=1, name="SQL", handle="sql", target=4)
GO = Skill(id=2, name="Go", handle="go", target=4)
NOTED = "2026-05-01T10:00:00.000Z"


def link(source: Ref, target: Ref, label: str) -> Link:
    return Link(from_kind=source.kind, from_id=source.id, to_kind=target.kind, to_id=target.id, label=label)


def wanted(**more: object) -> Wanted:
    return Wanted(until=DAY, today=DAY, me="Sam", **more)  # type: ignore[arg-type]


def test_wins_with_impact_come_first_the_newest_first_each_with_what_it_shows_and_who_praised_it() -> None:
    wins = tuple(
        Win(id=id, text=f"win {id}", day=DAY - timedelta(days=9 - id), impact="more" if id < 3 else "")
        for id in (1, 2, 3)
    )
    praise = [Feedback(id=id, from_id=1, day=DAY, tone="praise", behaviour=f"said {id}") for id in (1, 2)]
    made = brag(
        Material(
            people={1: ANA},
            wins=wins,
            skills=(SQL,),
            ratings=(Rating(id=7, skill_id=1, level=3, day=DAY, by_id=1),),
            feedback=(
                *praise,
                Feedback(id=3, to_id=2, day=DAY, delivered=DAY, tone="praise", behaviour="mine"),
            ),
            links=(
                link(Ref("rating", 7), Ref("win", 2), EVIDENCE),
                link(Ref("feedback", 1), Ref("win", 2), "related"),
                link(Ref("win", 2), Ref("skill", 1), "about"),
            ),
        ),
        wanted(document="brag"),
    )
    assert [one.title for one in made.impact] == ["win 2", "win 1"]
    assert [one.title for one in made.more] == ["win 3"]
    first = made.impact[0]
    assert (first.skills, [one.text for one in first.quotes]) == (("SQL",), ["said 1"])
    assert [(one.skill, one.level, one.rater) for one in first.shows] == [("SQL", 3, "Ana Ruiz")]
    assert [one.text for one in made.quotes] == ["said 2"], "praise I gave is not praise of me"
    assert counted(made) == "2 wins with impact, 1 more win, 1 quote"


def test_a_story_that_is_whole_comes_before_one_that_is_newer() -> None:
    parts = dict.fromkeys(("story_situation", "story_task", "story_action", "story_result"), "told")
    wins = (
        Win(id=1, text="whole", day=date(2026, 1, 1), **parts),
        Win(id=2, text="half", day=DAY, story_result="told"),
        Win(id=3, text="none", day=DAY),
    )
    found = Material(wins=wins)
    assert [one.title for one in stories(found, wanted(document="stories")).stories] == ["whole", "half"]
    assert [one.id for one in countable(found, wanted(document="stories"))] == [1, 2]


def test_a_plan_shows_my_level_beside_that_of_others_and_the_widest_gap_first() -> None:
    ratings = (
        Rating(id=1, skill_id=1, level=4, day=DAY),
        Rating(id=2, skill_id=2, level=1, day=DAY),
        Rating(id=3, skill_id=2, level=2, day=date(2026, 1, 1), by_id=1),
        Rating(id=4, skill_id=2, level=3, day=DAY, by_id=1),
    )
    aims = (
        Aim(id=1, what="backend-developer", stage="aimed", day=DAY, due=date(2027, 3, 1)),
        Aim(id=2, what="dba", stage="exploring", day=DAY, person_id=2),
    )
    found = Material(people={1: ANA, 2: BO}, skills=(GO, SQL), ratings=ratings, aims=aims)
    made = plan(found, wanted(document="plan"), {"backend-developer": "Backend developer"})
    assert [(one.name, one.mine, one.aim, one.gap) for one in made.skills] == [
        ("Go", 1, 4, 3),
        ("SQL", 4, 4, 0),
    ]
    assert [(one.rater, one.level) for one in made.skills[0].others] == [("Ana Ruiz", 3)]
    assert [(one.stage, one.what) for one in made.vision] == [("I work towards", "Backend developer")]
    told = plan(found, wanted(document="plan", reader="mentee", person=BO))
    assert (told.vision, told.skills) == ((), ()), "a mentee reads nothing of my own growth"


def test_a_recap_holds_nothing_of_anybody_who_was_not_there() -> None:
    meeting = Meeting(id=5, day=DAY, notes="Talked.")
    topics = (
        Topic(id=1, person_id=1, text="ours", raised=DAY, state="closed", closed_in=5),
        Topic(id=2, person_id=2, text="Bo's", raised=DAY, state="closed", closed_in=5),
        Topic(id=3, person_id=1, text="later", raised=DAY),
    )
    actions = (
        Action(id=1, text="mine", created_at=NOTED),
        Action(id=2, text="for Bo", person_id=2, created_at=NOTED),
        Action(id=3, text="of another talk", created_at=NOTED),
    )
    links = (
        link(meeting.ref, ANA.ref, WITH),
        link(meeting.ref, Ref("topic", 3), CARRIED),
        *(link(Ref("action", id), meeting.ref, FROM) for id in (1, 2)),
        link(Ref("meeting", 6), ANA.ref, WITH),
        link(Ref("meeting", 7), BO.ref, WITH),
    )
    ahead = tuple(Meeting(id=id, day=DAY + timedelta(days=20 - id)) for id in (6, 7))
    found = Material(
        people={1: ANA, 2: BO}, meetings=(meeting, *ahead), topics=topics, actions=actions, links=links
    )
    made = recap(found, meeting, (ANA,), "Sam")
    assert (made.topics, made.parked) == (("ours",), ("later",))
    assert [one.text for one in made.promises] == ["mine"]
    assert made.next == ahead[0].day
    assert made.everybody == ("Ana Ruiz", "Sam")


def test_an_agenda_leaves_the_time_of_what_is_private_open() -> None:
    topics = tuple(
        Parked(ref=Ref("topic", id), text=f"topic {id}", raised=DAY, private=id == 2) for id in (1, 2)
    )
    slots = (
        Slot(minutes=5, about="promises"),
        Slot(minutes=15, about="topic", ref=Ref("topic", 1), text="topic 1"),
        Slot(minutes=15, about="topic", ref=Ref("topic", 2), text="topic 2", private=True),
        Slot(minutes=10, about="open"),
    )
    made = agenda(Prep(today=DAY, person=ANA, since=DAY, topics=topics, agenda=slots))
    assert (made.items, made.late, made.spare, made.minutes) == (
        (Item(text="topic 1", minutes=15),),
        5,
        25,
        45,
    )
    assert agenda(Prep(today=DAY, person=ANA, since=DAY, topics=topics)).items == (Item(text="topic 1"),)
