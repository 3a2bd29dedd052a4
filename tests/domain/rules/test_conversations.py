"""When the next conversation is due, and what never gets its turn in it."""

from __future__ import annotations

from datetime import date, timedelta

from mentorlog.domain.goals import Goal
from mentorlog.domain.meetings import Meeting, Topic
from mentorlog.domain.people import Mentorship, Person
from mentorlog.domain.refs import Ref
from mentorlog.domain.rules.conversations import cadence, explore, next_talks, stuck_topic
from mentorlog.domain.snapshot import Snapshot, Talk

TODAY = date(2026, 5, 4)
ANA = Person(id=1, name="Ana Ruiz", handle="ana", role="mentor")
WITH_ANA = Mentorship(id=1, person_id=1, side="mentee", cadence=14, started=date(2026, 1, 5))
TOPIC = Topic(id=3, person_id=1, text="Salary bands", raised=date(2026, 3, 3))


def held(day: date, number: int = 11) -> Talk:
    return Talk(meeting=Meeting(id=number, day=day), people=(1,))


def journal(**given: object) -> Snapshot:
    base = {
        "today": TODAY,
        "people": {1: ANA},
        "mentorships": (WITH_ANA,),
        "talks": (held(date(2026, 4, 21)),),
    }
    return Snapshot(**{**base, **given})


def test_a_conversation_due_tomorrow_names_the_last_one_the_rhythm_and_what_waits() -> None:
    (one,) = cadence(journal(topics=(TOPIC,)))
    assert one.title == "The conversation with Ana Ruiz is due tomorrow."
    assert one.reasons == (
        "The last one was on 21 Apr, 13 days ago (m11); you agreed on every 2 weeks",
        "1 topic for it: t3",
    )
    assert list(map(str, one.refs)) == ["p1", "m11", "t3"]
    assert (one.command, one.ready, one.person) == ("mentorlog meet ana", False, 1)


def test_without_a_conversation_it_counts_from_the_start() -> None:
    (one,) = cadence(journal(talks=()))
    assert (one.day, one.reasons) == (
        date(2026, 1, 19),
        ("None is on record yet; you agreed on every 2 weeks",),
    )


def test_it_comes_into_view_two_days_ahead() -> None:
    ahead = [journal(talks=(held(TODAY - timedelta(days=14 - days)),)) for days in (3, 2, 0, -5)]
    assert [len(list(cadence(one))) for one in ahead] == [0, 1, 1, 1]


def test_paused_ended_planned_and_unhurried_mentorships_are_left_alone() -> None:
    def says(changed: Mentorship) -> int:
        return len(list(cadence(journal(mentorships=(changed,)))))

    assert says(WITH_ANA.but(paused_until=TODAY + timedelta(days=1))) == 0
    assert says(WITH_ANA.but(paused_until=TODAY)) == 1
    assert says(WITH_ANA.but(ended=date(2026, 4, 22))) == 0
    assert says(WITH_ANA.but(cadence=None)) == 0
    assert not list(cadence(journal(talks=(held(TODAY + timedelta(days=9)), held(date(2026, 4, 1), 9)))))


def test_a_person_who_is_not_shown_is_not_suggested() -> None:
    assert not list(cadence(journal(people={})))


def test_two_mentorships_with_one_person_are_one_conversation_the_earlier_one() -> None:
    slow = WITH_ANA.but(id=2, side="peer", cadence=90)
    (one,) = cadence(journal(mentorships=(slow, WITH_ANA)))
    assert one.day == date(2026, 5, 5)


def test_a_planned_talk_is_the_next_one_whatever_the_cadence() -> None:
    assert next_talks(journal()) == {1: "Next conversation with Ana Ruiz: due tomorrow"}
    planned = journal(talks=(held(date(2026, 5, 8)), held(date(2026, 4, 21))))
    assert next_talks(planned) == {1: "Next conversation with Ana Ruiz: due Fri 8 May"}


def test_a_topic_is_stuck_when_carried_for_the_third_time() -> None:
    (one,) = stuck_topic(journal(topics=(TOPIC,), carried={Ref("topic", 3): 3}))
    assert one.title == "Raise “Salary bands” first with Ana Ruiz next time, or let it go."
    assert one.reasons == ("Raised on 3 Mar, carried 3 times since",)
    assert (one.refs[0], one.person) == (Ref("topic", 3), 1)
    assert not list(stuck_topic(journal(topics=(TOPIC,), carried={Ref("topic", 3): 2})))


BACKEND = Goal(id=2, title="Move to backend", role="backend developer", started=date(2026, 1, 5))


def test_a_role_nobody_talked_about_for_sixty_days_is_asked_about() -> None:
    (one,) = explore(journal(goals=(BACKEND,)))
    assert one.title == "Ask Ana Ruiz what the work of “backend developer” is like from inside."
    assert one.command == 'mentorlog topic ana "What is the work behind g2 like from inside?"'
    assert (one.ready, list(map(str, one.refs))) == (True, ["g2", "p1"])


def test_exploring_in_a_talk_a_parked_topic_or_no_role_keeps_it_quiet() -> None:
    talk = Talk(meeting=Meeting(id=12, day=date(2026, 4, 21), kinds="exploring,goals"), people=(1,))
    asked = TOPIC.but(text="What is the work behind g2 like from inside?")
    assert not list(explore(journal(goals=(BACKEND,), talks=(talk,))))
    assert not list(explore(journal(goals=(BACKEND,), topics=(asked,))))
    assert not list(explore(journal(goals=(BACKEND.but(role=""),))))
    assert not list(explore(journal(goals=(BACKEND.but(state="paused"),))))
    assert not list(explore(journal(goals=(BACKEND.but(started=TODAY - timedelta(days=59)),))))
