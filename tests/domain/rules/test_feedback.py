"""From hearing feedback to showing it, and what I owe others."""

from __future__ import annotations

from datetime import date, timedelta

from mentorlog.domain.actions import Action
from mentorlog.domain.feedback import Feedback
from mentorlog.domain.links import EVIDENCE, FROM, Link
from mentorlog.domain.people import Person
from mentorlog.domain.rules.feedback import action_evidence, feedback_action, feedback_owed
from mentorlog.domain.snapshot import Snapshot

TODAY = date(2026, 5, 27)
RAJ = Person(id=2, name="Raj", handle="raj")
HEARD = Feedback(id=4, from_id=2, day=date(2026, 4, 28), situation="design review", impact="two people left")
ACTED = Link(from_kind="action", from_id=11, to_kind="feedback", to_id=4, label=FROM)
SHOWN = Link(from_kind="feedback", from_id=4, to_kind="win", to_id=12, label=EVIDENCE)
SLIDES = Action(id=11, text="Two slides", state="done", ended=date(2026, 5, 19))


def journal(*feedback: Feedback, **given: object) -> Snapshot:
    return Snapshot(**{"today": TODAY, "people": {2: RAJ}, "feedback": feedback, **given})


def test_growth_feedback_without_an_action_is_quoted_with_its_day() -> None:
    (one,) = feedback_action(journal(HEARD))
    assert one.title == "Decide what to do with the feedback from Raj."
    assert one.reasons == ("“design review · two people left”", "Heard on 28 Apr; no action came of it yet")
    assert list(map(str, one.refs)) == ["f4", "p2"]
    assert (one.command, one.ready) == ('mentorlog feedback act f4 --action "…"', False)


def test_praise_fresh_answered_or_shown_feedback_asks_for_nothing() -> None:
    fresh = HEARD.but(day=TODAY - timedelta(days=2))
    assert not list(
        feedback_action(journal(HEARD.but(tone="praise"), fresh, HEARD.but(to_id=2, from_id=None)))
    )
    assert list(feedback_action(journal(HEARD.but(day=TODAY - timedelta(days=3)))))
    assert not list(feedback_action(journal(HEARD, links=(ACTED,)))), "an action of long ago still counts"
    assert not list(feedback_action(journal(HEARD, links=(SHOWN,))))


def test_an_action_done_a_week_ago_asks_for_evidence_of_the_feedback() -> None:
    (one,) = action_evidence(journal(HEARD, actions=(SLIDES,), links=(ACTED,)))
    assert one.title == "Keep what shows that “Two slides” made a difference."
    assert one.reasons == (
        "It is 8 days since you did it (a11)",
        "It answers feedback from Raj on 28 Apr (f4), which has no evidence yet",
    )
    assert list(map(str, one.refs)) == ["f4", "a11"]
    assert one.command == "mentorlog feedback evidence f4 REF"


def test_no_evidence_is_asked_for_too_soon_or_twice() -> None:
    for action, links in (
        (SLIDES.but(ended=TODAY - timedelta(days=6)), (ACTED,)),
        (SLIDES.but(state="open", ended=None), (ACTED,)),
        (SLIDES.but(state="dropped"), (ACTED,)),
        (SLIDES, (ACTED, SHOWN)),
        (SLIDES, ()),
    ):
        assert not list(action_evidence(journal(HEARD, actions=(action,), links=links)))


def test_feedback_i_noted_for_somebody_waits_to_be_given() -> None:
    owed = Feedback(id=7, to_id=2, day=date(2026, 5, 25), behaviour="explained the plan")
    (one,) = feedback_owed(journal(owed, HEARD, owed.but(delivered=TODAY)))
    assert one.title == "Give Raj the feedback you noted on 25 May."
    assert one.reasons == ("“explained the plan”", "Not given yet")
    assert (one.command, one.ready, one.person) == ("mentorlog feedback deliver f7", True, 2)
