"""Records, as a write gives them back and as they are shown, and lists of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from mentorlog.domain.actions import Action
from mentorlog.domain.feedback import Feedback
from mentorlog.domain.feedback_loop import Loop, Theme
from mentorlog.domain.goalpage import GoalPage
from mentorlog.domain.goals import Goal
from mentorlog.domain.growth import SkillRow
from mentorlog.domain.kinds import ALL, NOUNS, class_of
from mentorlog.domain.meetings import Meeting, Topic
from mentorlog.domain.people import Mentorship, Person, Turn
from mentorlog.domain.record import Record
from mentorlog.domain.refs import Ref
from mentorlog.domain.resources import Resource
from mentorlog.domain.skills import Rating, Skill
from mentorlog.formats.schemas.answer import Answer
from mentorlog.formats.shapes import Either, Many, Object, items, outline, plus

KEPT = {
    "person": "person add",
    "mentorship": "mentorship start, mentorship agree",
    "turn": "mentorship focus, mentorship phase, mentorship cadence, mentorship pause, mentorship resume,"
    " mentorship pulse",
    "topic": "topic add, topic done, topic drop, done, drop",
    "action": "action add, action done, action drop, action snooze, feedback act, skill plan, done, drop",
    "goal": "goal add, goal close, goal reopen, goal pause, done, drop",
    "step": "goal step, done",
    "progress": "goal update",
    "feedback": "feedback add, feedback evidence, feedback deliver",
    "skill": "skill add, skill aim",
    "rating": "skill rate",
    "note": "log, note add",
    "win": "win add, win story",
    "decision": "decision add, decision choose, decision outcome, decision drop, drop",
    "resource": "resource add, resource start, resource finish, resource drop, skill plan, done, drop",
    "intro": "intro add, intro asked, intro made, intro met, intro drop, drop",
    "rehearsal": "rehearsal add",
    "role": "role add, role need",
    "aim": "role aim, role explore, role drop, me set",
    "position": "me position",
    "assessment": "skill rate",
    "link": "link, unlink",
    "mute": "next snooze, next dismiss, mentorship coverage",
}
"""Which commands keep a record of a kind, beside those that take any record."""
ANY = "rm, restore, tag, untag, next accept"
LISTED = ("action", "decision", "intro", "meeting", "note", "rehearsal", "resource", "win")
TOLD_BY_ANOTHER = ("aim", "position", "assessment")
"""Kinds without a noun of their own."""
OWN_PAGE = ("goal", "mentorship", "person", "role", "skill")
"""Kinds whose page says more than a card."""

NAMED = {*NOUNS, "mentorship"}.difference(TOLD_BY_ANOTHER)
_ENDS = Object({"from": Ref, "to": Ref, "as": str})
_ROUND = {"owed": Many(Ref), "phase": str, "pause": str}
_STANDS = {"last": date | None, "planned": date | None, "due": date | None, "mine": int, "theirs": int}
_LINE = {"name": str, **_STANDS, **_ROUND}


def answers() -> Iterator[Answer]:
    """All of them."""
    for kind in ALL:
        by = ", ".join([*filter(None, [KEPT.get(kind, "")]), *_of_any(kind)])
        yield Answer(kind, class_of(kind), by)
        yield Answer(kind, outline(kind), by)
        own = f"{kind} show, show" if kind in NAMED and kind not in OWN_PAGE else "show"
        yield Answer(kind, card(kind), own)
    for kind in LISTED:
        yield Answer(f"{kind}-list", items(class_of(kind)), f"{kind} list")
    yield from _LISTS
    yield from _PAGES


def _of_any(kind: str) -> list[str]:
    """The commands that give back a record of any kind, and the verbs of its noun."""
    verbs = [f"{kind} {verb}" for verb in ("edit", "rm", "restore")] if kind in NAMED else []
    return [*verbs, "edit", *ANY.split(", ")]


def card(kind: str) -> Object:
    """A record with what stands around it; `at` and `parts` when it is shown as it was on a day."""
    own_links = "links" in class_of(kind).fields  # a person's web pages stand there when shown as of a day
    around = {"links": Either((str, Many(_ENDS))) if own_links else Many(_ENDS), "tags": Many(str)}
    asides = {"asides": Many(str)} if kind == "meeting" else {}
    return Object({}, {**around, **asides, "at": date, "parts": Many(Record)}, class_of(kind))


_LISTS = (
    Answer("feedback-list", items(plus(Feedback, state=str)), "feedback list"),
    Answer("goal-list", items(plus(Goal, percent=int | None, standing=str)), "goal list"),
    Answer("topic-list", items(plus(Topic, carried=int)), "topic list"),
    Answer("mentorship-list", items(plus(Mentorship, **_LINE)), "mentorship list"),
    Answer("person-list", items(Object({**_STANDS, **_ROUND, "mentorship": Mentorship | None}, base=Person)),
           "person list"),
    Answer("skill-list", items(SkillRow), "skill list"),
    Answer("feedback-themes", items(Theme), "feedback themes"),
    Answer("feedback-loop", plus(Loop, open=Many(Ref)), "feedback loop"),
)  # fmt: skip
_TALKED: Mapping[str, Any] = {
    "actions": Many(Action),
    "topics": Many(Topic),
    "carried": Mapping[Ref, int],
    "meetings": Many(Meeting),
    "talks": int,
    "heard": int,
    "given": int,
    "owed": int,
}
_MET: Mapping[str, Any] = {
    "people": Many(Ref),
    "closed": Many(Ref),
    "carried": Many(Ref),
    "actions": Many(Action),
    "planned": Meeting | None,
    "next": date | None,
}
_PATH: Mapping[str, Any] = {
    "now": int | None,
    "recheck": date | None,
    "ratings": Many(plus(Rating, evidence=Many(Ref))),
    "plan": Many(Action),
    "resources": Many(Resource),
}
_PAGES = (
    Answer("goal-page", GoalPage, "goal show, show"),
    Answer("person", Object({**_STANDS, **_TALKED, "mentorship": Mentorship | None}, base=Person),
           "person show, show"),
    Answer("mentorship", Object({**_LINE, "turns": Many(Turn)}, base=Mentorship), "mentorship show, show"),
    Answer("skill", Object(_PATH, base=Skill), "skill show, show"),
    Answer("meeting", Object(_MET, base=Meeting), "meet"),
)  # fmt: skip
