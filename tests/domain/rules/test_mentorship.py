"""What is worth a word about a mentorship itself."""

from __future__ import annotations

from datetime import date, timedelta

from mentorlog.domain.coverage import code
from mentorlog.domain.goals import Goal
from mentorlog.domain.links import Mute
from mentorlog.domain.meetings import KINDS, Topic
from mentorlog.domain.people import Mentorship, Person, Turn
from mentorlog.domain.rules import RULES
from mentorlog.domain.rules.mentorship import agreement, phase_talk, pulse, uncovered
from mentorlog.domain.snapshot import Snapshot

TODAY = date(2026, 5, 4)
ANA = Person(id=1, name="Ana Ruiz", handle="ana", role="mentor")
BOND = Mentorship(
    id=1, person_id=1, side="mentee", cadence=14, started=date(2026, 1, 5), agreement="It stays here."
)
KNOWN = frozenset(KINDS) - {"networking", "culture"}


def journal(**given: object) -> Snapshot:
    base = {
        "today": TODAY,
        "people": {1: ANA},
        "mentorships": (BOND,),
        "pulsed": {1: TODAY},
        "kinds": {1: KNOWN},
    }
    return Snapshot(**{**base, **given})


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def test_three_weeks_without_an_agreement_are_long_enough() -> None:
    (one,) = agreement(journal(mentorships=(BOND.but(agreement=" ", started=ago(21)),)))
    assert one.title == "Agree with Ana Ruiz on how you work together."
    assert one.reasons[0] == "It began on 13 Apr, 21 days ago; nothing is agreed yet"
    assert (one.command, one.ready, one.person) == ('mentorlog mentorship agree ana --expect "…"', False, 1)
    assert list(map(str, one.refs)) == ["ms1", "p1"]
    assert not list(agreement(journal(mentorships=(BOND.but(agreement="", started=ago(20)),))))
    assert not list(agreement(journal()))


def test_eight_weeks_without_a_pulse_ask_how_it_is_for_me() -> None:
    (one,) = pulse(journal(pulsed={1: ago(56)}))
    assert one.title == "Say how the mentorship with Ana Ruiz is for you."
    assert one.reasons[0] == "You last said so on 9 Mar, 56 days ago"
    assert one.command == "mentorlog mentorship pulse ana N"
    assert not list(pulse(journal(pulsed={1: ago(55)})))
    (never,) = pulse(journal(pulsed={}))
    assert never.reasons[0] == "You have not said so yet"
    assert not list(pulse(journal(pulsed={}, mentorships=(BOND.but(started=ago(55)),))))


def test_nine_months_in_one_phase_are_worth_a_talk() -> None:
    told = Turn(id=4, mentorship_id=1, day=ago(274), aspect="phase", value="cultivation")
    old = BOND.but(started=date(2025, 1, 7))
    (one,) = phase_talk(journal(mentorships=(old,), turns=(told,)))
    assert one.reasons == ("In cultivation since 3 Aug 2025, 9 months ago",)
    assert one.command == 'mentorlog topic ana "Which phase are we in, and what should change?"'
    assert one.ready
    assert not list(phase_talk(journal(mentorships=(old,), turns=(told.but(day=ago(273)),))))
    (untold,) = phase_talk(journal(mentorships=(old,)))
    assert untold.reasons == ("No phase is on record since it began on 7 Jan 2025, 16 months ago",)


def test_the_end_of_every_goal_is_worth_a_talk_until_the_phase_is_told_or_it_is_parked() -> None:
    goals = (
        Goal(id=2, title="A", person_id=1, started=BOND.started, state="met", ended=ago(9)),
        Goal(id=3, title="B", person_id=1, started=BOND.started, state="dropped", ended=ago(3)),
    )
    (one,) = phase_talk(journal(goals=goals))
    assert one.reasons == ("Every goal with them has ended (g2 and g3), the last on 1 May, 3 days ago",)
    assert not list(phase_talk(journal(goals=(*goals, goals[0].but(id=4, state="open", ended=None)))))
    told = Turn(id=4, mentorship_id=1, day=TODAY, aspect="phase", value="separation")
    assert not list(phase_talk(journal(goals=goals, turns=(told,))))
    parked = Topic(id=5, person_id=1, text="Which phase are we in, and what should change?", raised=TODAY)
    assert not list(phase_talk(journal(goals=goals, topics=(parked,))))


def test_one_thing_never_touched_in_three_months_is_suggested() -> None:
    (one,) = uncovered(journal())
    assert one.title == "Try something new with Ana Ruiz: how the organisation works."
    assert one.reasons == (
        "It began on 5 Jan, 4 months ago; culture was never touched, nor was 1 other of the fourteen",
        "Not your thing?  mentorlog mentorship coverage ana --not-our-thing culture",
    )
    assert one.command == 'mentorlog topic ana "How do decisions really come about here?"'
    assert not list(uncovered(journal(mentorships=(BOND.but(started=ago(90)),))))


def test_what_is_not_our_thing_is_passed_over_and_what_is_parked_is_not_repeated() -> None:
    culture = Mute(code=code("culture"), about="p1")
    (one,) = uncovered(journal(mutes=(culture,)))
    assert "networking" in one.reasons[0]
    assert not list(uncovered(journal(mutes=(culture, Mute(code=code("networking"), about="p1")))))
    assert list(uncovered(journal(mutes=(culture.but(about="p2"),)))) == list(uncovered(journal()))
    asked = Topic(id=5, person_id=1, text="How do decisions really come about here?", raised=TODAY)
    assert not list(uncovered(journal(topics=(asked,))))


def test_nothing_is_missed_where_kinds_are_not_kept_or_the_two_are_peers() -> None:
    assert not list(uncovered(journal(kinds={})))
    assert not list(uncovered(journal(mentorships=(BOND.but(side="peer"),))))


def test_two_mentorships_with_one_person_make_one_suggestion_and_go_by_ref() -> None:
    both = (BOND, BOND.but(id=2, side="mentor"))
    assert len(list(uncovered(journal(mentorships=both)))) == 1
    commands = [one.command for one in pulse(journal(mentorships=both, pulsed={}))]
    assert commands == ["mentorlog mentorship pulse ms1 N", "mentorlog mentorship pulse ms2 N"]


def test_what_rests_or_is_hidden_is_left_alone() -> None:
    resting = (BOND.but(paused_until=TODAY + timedelta(days=1), agreement="", started=date(2025, 1, 1)),)
    for rule in (agreement, pulse, phase_talk, uncovered):
        assert not list(rule(journal(mentorships=resting, pulsed={})))
        assert not list(rule(journal(people={}, pulsed={}, mentorships=(BOND.but(agreement=""),))))


def test_they_weigh_less_than_any_promise() -> None:
    codes = [rule.code for rule in RULES]
    for mine in ("agreement", "pulse", "phase-talk", "uncovered"):
        assert codes.index(mine) > codes.index("promise")
    bare = journal(pulsed={}, mentorships=(BOND.but(agreement="", started=date(2025, 1, 1)),))
    found = [one for rule in (agreement, pulse, phase_talk, uncovered) for one in rule(bare)]
    assert len(found) == 4
    assert max(one.weight for one in found) < 40
