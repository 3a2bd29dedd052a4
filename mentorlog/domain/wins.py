"""Wins: what went well, what it changed for others, and the story to tell of it."""

from __future__ import annotations

from datetime import date

from mentorlog.domain.record import Record


class Win(Record):
    """Something that went well on `day`. `impact` is what it changed; skills and goals are links.

    The story is told as interviewers ask for it: situation, task, action, result.
    """

    kind = "win"
    title_field = "text"

    text: str
    day: date
    impact: str = ""
    story_situation: str = ""
    story_task: str = ""
    story_action: str = ""
    story_result: str = ""

    @property
    def story(self) -> str:
        """What is told of it as a story, part by part; empty when nothing is."""
        told = (self.story_situation, self.story_task, self.story_action, self.story_result)
        return "\n\n".join(filter(None, told))
