"""Wins told as interviewers ask for them: situation, task, action, result."""

from __future__ import annotations

from datetime import date

from mentorlog.domain.documents.brag import named, newest, titled
from mentorlog.domain.frozen import Frozen
from mentorlog.domain.material import Material, Wanted, narrowed
from mentorlog.domain.wins import Win


class Story(Frozen):
    """A win and its story; a part that is not told is empty. `text` is the win where the title is not all of it."""

    day: date
    title: str
    text: str = ""
    situation: str = ""
    task: str = ""
    action: str = ""
    result: str = ""
    impact: str = ""
    skills: tuple[str, ...] = ()


class Stories(Frozen):
    """The document: whole stories before those with a part missing, the newest first."""

    me: str = ""
    since: date | None = None
    until: date
    stories: tuple[Story, ...] = ()


def stories(found: Material, wanted: Wanted) -> Stories:
    """The stories of these days. A win of which no part is told is not among them."""
    material = narrowed(found, wanted)
    told = [_story(material, one) for one in newest(material.wins) if wanted.covers(one.day) and one.story]
    told.sort(key=lambda one: not all((one.situation, one.task, one.action, one.result)))
    return Stories(me=wanted.me, since=wanted.since, until=wanted.until, stories=tuple(told))


def _story(material: Material, win: Win) -> Story:
    title, text = titled(win.text)
    return Story(
        day=win.day,
        title=title,
        text=text,
        situation=win.story_situation,
        task=win.story_task,
        action=win.story_action,
        result=win.story_result,
        impact=win.impact,
        skills=named(material.skills, material.linked_to(win.ref), "name"),
    )
