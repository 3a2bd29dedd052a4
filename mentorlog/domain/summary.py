"""A summary to hand to somebody: what was agreed, what happened, what came of it, and what is next.

It is made of names, days and words only. It holds no refs, because a gap in
their numbers would tell the reader that something was left out.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from mentorlog.domain.frozen import Frozen


class Agreed(Frozen):
    """Something two people agreed on from a day on: `aspect` is purpose, agreement, focus or cadence."""

    day: date
    aspect: str
    text: str
    why: str = ""
    person: str = ""


class Told(Frozen):
    """A dated line: a step done, a word on progress, an action done, or what shows a change."""

    day: date
    text: str


class Passed(NamedTuple):
    """A day on the way to a goal: a step that was done, or a word on progress."""

    day: date
    text: str
    done: bool


class Aim(Frozen):
    """A goal: `percent` 0-100 and `state` at the end of the summary, with the reason for a change."""

    title: str
    why: str = ""
    done_when: str = ""
    due: date | None = None
    started: date
    state: str = "open"
    state_why: str = ""
    ended: date | None = None
    percent: int = 0
    steps: tuple[Told, ...] = ()
    progress: tuple[Told, ...] = ()

    @property
    def way(self) -> list[Passed]:
        """Steps done and words on progress in the order of days."""
        steps = [Passed(one.day, one.text, True) for one in self.steps]
        said = [Passed(one.day, one.text, False) for one in self.progress]
        return sorted((*steps, *said), key=lambda one: one.day)


class Conversation(Frozen):
    """A conversation: with whom, what kinds of help it was, topics closed, and takeaways.

    `private` holds my own notes on it, only ever there when they were asked for.
    """

    day: date
    people: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    takeaways: str = ""
    private: tuple[str, ...] = ()


class Commitment(Frozen):
    """A promise: `owner` is a name, empty for me. `state` is open, done or dropped."""

    owner: str = ""
    text: str
    due: date | None = None
    state: str = "open"
    ended: date | None = None
    why: str = ""


class Heard(Frozen):
    """Feedback and what came of it. `sender` or `receiver` empty is me; `acted` and `shown` have days."""

    day: date
    sender: str = ""
    receiver: str = ""
    tone: str
    situation: str = ""
    behaviour: str = ""
    impact: str = ""
    acted: tuple[Told, ...] = ()
    shown: tuple[Told, ...] = ()


class Level(Frozen):
    """One rater's levels (0-5) of a skill: `then` at the beginning, None when unrated; `now` at the end."""

    rater: str = ""
    then: int | None = None
    now: int


class Grown(Frozen):
    """A skill: each rater's levels apart, mine first, and what shows them."""

    name: str
    levels: tuple[Level, ...]
    evidence: tuple[Told, ...] = ()


class Won(Frozen):
    """A win and what it changed for others."""

    day: date
    text: str
    impact: str = ""


class Chosen(Frozen):
    """A decision of `day`: the options, the one chosen, what was expected, and what came of it, `told` on a day."""

    day: date
    question: str
    options: tuple[str, ...] = ()
    chosen: str
    expectation: str = ""
    outcome: str = ""
    told: date | None = None


class Studied(Frozen):
    """A resource that was finished, the skill it is for, and what it was worth."""

    day: date
    title: str
    url: str = ""
    form: str = ""
    skill: str = ""
    verdict: str = ""


class Introduced(Frozen):
    """An introduction: to whom, made by `via` and for `served`, each empty for me. `state`: asked, made, met."""

    day: date
    who: str
    via: str = ""
    served: str = ""
    state: str
    why: str = ""


class Ahead(Frozen):
    """A next step: `sort` is conversation, topic or goal; `about` is the goal's title."""

    sort: str
    text: str = ""
    about: str = ""
    day: date | None = None


class Summary(Frozen):
    """Everything in it, oldest first. `me` and `person` are names, empty when not said or for nobody."""

    me: str = ""
    person: str = ""
    since: date | None = None
    until: date
    agreed: tuple[Agreed, ...] = ()
    goals: tuple[Aim, ...] = ()
    conversations: tuple[Conversation, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    feedback: tuple[Heard, ...] = ()
    skills: tuple[Grown, ...] = ()
    wins: tuple[Won, ...] = ()
    decisions: tuple[Chosen, ...] = ()
    resources: tuple[Studied, ...] = ()
    intros: tuple[Introduced, ...] = ()
    next_steps: tuple[Ahead, ...] = ()
