"""Answers after a gap become records of their day."""

from __future__ import annotations

from datetime import UTC, date

from mentorlog.domain.actions import Action
from mentorlog.domain.feedback import Feedback
from mentorlog.domain.links import CARRIED, WITH
from mentorlog.domain.meetings import Meeting, Topic
from mentorlog.domain.people import Person
from mentorlog.domain.skills import Skill
from mentorlog.flows.catchup import Answer, keep
from mentorlog.store.store import Store
from tests.flows.journals import empty

TODAY, DAY = date(2026, 5, 4), date(2026, 4, 28)


def journal() -> tuple[Store, Person]:
    store = empty()
    ana = store.add(Person(name="Ana Ruiz", handle="ana", role="mentor"))
    store.add(Skill(name="SQL", handle="sql"))
    store.add(Topic(person_id=ana.id, text="Lateral move", raised=date(2026, 4, 20)))
    return store, ana


def test_a_conversation_is_recorded_as_meet_would() -> None:
    store, ana = journal()
    planned = store.add(Meeting(day=DAY))
    store.links.join(planned, [ana], WITH)
    ((kept, around),) = keep(
        store, [Answer(kind="meeting", day=DAY, person=ana, words="Fine.")], "shared", TODAY, UTC
    )
    assert (kept.ref, around.people) == (planned.ref, (ana,))
    assert store.by_id(Meeting, kept.id).notes == "Fine."
    assert [str(one.target) for one in store.links.of(kept.ref) if one.label == CARRIED] == ["t1"]


def test_promises_have_an_owner_and_another_side() -> None:
    store, ana = journal()
    answers = [
        Answer(kind="action", words="mine", day=DAY, person=ana),
        Answer(kind="action", words="hers", person=ana, theirs=True),
        Answer(kind="action", words="to nobody"),
    ]
    kept = [one for one, _ in keep(store, answers, "shared", TODAY, UTC) if isinstance(one, Action)]
    assert [(one.owner_id, one.person_id, one.due) for one in kept] == [
        (None, ana.id, DAY),
        (ana.id, ana.id, None),
        (None, None, None),
    ]


def test_feedback_and_wins_are_of_the_day_told_or_today_and_as_private_as_asked() -> None:
    store, ana = journal()
    answers = [
        Answer(kind="feedback", words="clear", person=ana, day=DAY, tone="praise"),
        Answer(kind="win", words="Cut p99 +sql @ana @nobody #speed"),
    ]
    (feedback, _), (win, around) = keep(store, answers, "private", TODAY, UTC)
    assert isinstance(feedback, Feedback)
    assert (feedback.from_id, feedback.to_id, feedback.day, feedback.tone) == (ana.id, None, DAY, "praise")
    assert (win.kind, win.values()["day"], win.private, feedback.private) == ("win", TODAY, True, True)
    assert ([one.handle for one in around.skills], around.people, around.tags) == (
        ["sql"],
        (ana,),
        ("speed",),
    )
