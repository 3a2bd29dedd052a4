"""Which mentorship is meant, how one rests and ends, and a line of the round."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mentorlog.domain.mentorships import SIDES, THEIRS, closed, latest, paused, picked, resumed, round_of
from mentorlog.domain.people import COUNTERPART, ROLES, Between, Mentorship, Person, Turn
from mentorlog.domain.refs import Ref
from mentorlog.errors import Refused

TODAY = date(2026, 5, 4)
ANA = Person(id=1, name="Ana Ruiz", handle="ana", role="mentor")
MENTEE = Mentorship(id=1, person_id=1, side="mentee", cadence=14, started=date(2026, 1, 5))
MENTOR = Mentorship(id=3, person_id=1, side="mentor", started=date(2026, 3, 2))


def turn(number: int, day: date, aspect: str, value: str, why: str = "") -> Turn:
    return Turn(id=number, mentorship_id=1, day=day, aspect=aspect, value=value, why=why)


def test_every_side_has_a_counterpart_among_the_roles() -> None:
    assert set(SIDES) == set(THEIRS) == {"mentee", "mentor", "peer", "sponsor", "manager"}
    assert set(THEIRS.values()) <= set(ROLES)
    assert all(THEIRS[COUNTERPART[role]] == role for role in ("mentor", "mentee", "peer"))


def test_the_only_one_running_is_meant_and_a_side_chooses_between_two() -> None:
    assert picked([MENTEE], "", ANA) == MENTEE
    assert picked([MENTEE, MENTOR], "mentor", ANA) == MENTOR


def test_two_running_are_both_named_and_none_is_guessed() -> None:
    with pytest.raises(Refused) as told:
        picked([MENTEE, MENTOR], "", ANA)
    assert told.value.sentence == "You are mentee (ms1) and mentor (ms3) of Ana Ruiz."
    with pytest.raises(Refused) as none:
        picked([MENTEE], "peer", ANA.but(visibility="private"))
    assert none.value.sentence == "No mentorship with p1 in which you are the peer is running."


def test_it_rests_until_a_day_ahead_and_goes_on() -> None:
    resting = paused(MENTEE, TODAY + timedelta(days=1), TODAY)
    assert resumed(resting, TODAY) == MENTEE
    for wrong in (lambda: paused(MENTEE, TODAY, TODAY), lambda: resumed(MENTEE, TODAY)):
        with pytest.raises(Refused):
            wrong()


def test_it_ends_between_its_start_and_today_and_only_once() -> None:
    over = closed(MENTEE.but(paused_until=date(2027, 1, 1)), TODAY, TODAY)
    assert (over.ended, over.paused_until) == (TODAY, None)
    for mentorship, day in ((over, TODAY), (MENTEE, date(2026, 1, 4)), (MENTEE, TODAY + timedelta(days=1))):
        with pytest.raises(Refused):
            closed(mentorship, day, TODAY)


def test_the_latest_turn_is_by_day_then_by_writing_and_never_ahead() -> None:
    turns = [
        turn(3, date(2026, 2, 2), "phase", "cultivation"),
        turn(2, TODAY, "focus", "Go"),
        turn(4, date(2026, 2, 2), "phase", "initiation"),
        turn(5, TODAY + timedelta(days=1), "phase", "separation"),
    ]
    assert latest(turns, "phase", TODAY) == turns[2]
    assert latest(turns, "pulse", TODAY) is None


def test_a_line_of_the_round_says_why_it_rests_only_while_it_does() -> None:
    turns = [turn(1, TODAY, "pause", "2026-06-01", "leave"), turn(2, TODAY, "phase", "initiation")]
    owed = [Ref("feedback", 7)]
    for until, why in ((date(2026, 6, 1), "leave"), (TODAY, ""), (None, "")):
        between = Between(mentorship=MENTEE.but(paused_until=until))
        line = round_of(ANA, between, turns, owed, TODAY)
        assert (line.pause, line.phase, line.owed) == (why, "initiation", (Ref("feedback", 7),))
    other = round_of(ANA, Between(mentorship=MENTOR), turns, [], TODAY)
    assert other.phase == ""
