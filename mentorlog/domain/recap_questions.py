"""Three questions to end a recap with: about energy, about what was avoided, and about whom to ask.

The questions are our own. Which ones are asked follows from what the period holds, so the same days
always ask the same; where they hold nothing, the week it begins in chooses.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from mentorlog.domain.frozen import Frozen
from mentorlog.domain.refs import Ref
from mentorlog.domain.spoken import join_words

if TYPE_CHECKING:
    from mentorlog.domain.recap import Recap

MOST_REFS = 3
"""Refs named in a question; more would be a list."""


class Asked(NamedTuple):
    """A question that is asked when there are at least so many refs of a sort."""

    sort: str
    least: int
    words: str


TABLE: Mapping[str, tuple[Asked, ...]] = {
    "energy": (
        Asked("won", 1, "What in {refs} gave you energy, and how could there be more of it?"),
        Asked("done", 2, "Which of {refs} would you gladly do again?"),
        Asked("talks", 1, "What was different for you after {refs}?"),
        Asked("done", 1, "How was it to have {refs} behind you?"),
    ),
    "avoided": (
        Asked("put off", 1, "What keeps moving {refs} to another day?"),
        Asked("late", 1, "What stands between you and {refs}, and is it still yours to do?"),
        Asked("growth", 1, "What in {refs} is hard to hear, and what is the smallest answer to it?"),
        Asked("still", 1, "What did you do instead of {refs}, and was it worth more?"),
    ),
    "ask": (
        Asked("parked", 2, "Which of {refs} comes first, if {name} has time for one?"),
        Asked("parked", 1, "Is {refs} still the first thing you would ask {name}?"),
        Asked("growth", 1, "What would {name} say to {refs}?"),
        Asked("theirs", 1, "How could you make {refs} easy for {name}?"),
    ),
}
"""In each of the three, the first that fits is asked."""

IDLE: Mapping[str, tuple[str, ...]] = {
    "energy": (
        "What gave you energy, even if nothing of it is written here?",
        "When did you forget the time, and what were you doing?",
        "What would you gladly do more of?",
    ),
    "avoided": (
        "What did you put off, and what would make its first ten minutes easy?",
        "Which conversation did you not have, and what kept you from it?",
        "What did you say yes to that you would rather have left?",
    ),
    "ask": (
        "What would you ask {name} if you had only ten minutes?",
        "What could {name} see in these days that you cannot?",
        "What have you not told {name} yet that would change the advice?",
    ),
    "nobody": (
        "Whom could you ask about what you cannot see yourself?",
        "Who has been where you want to go, and what would you ask them first?",
        "Whose advice helped you last, and what would you ask them now?",
    ),
}
"""What is asked when nothing fits, in turn; `nobody` where there is nobody to ask."""


class Question(Frozen):
    """A question: `about` is energy, avoided or ask; `refs` the records it rests on."""

    about: str
    words: str
    refs: tuple[Ref, ...] = ()


def questions(recap: Recap, name: str = "", parked: Sequence[Ref] = ()) -> tuple[Question, ...]:
    """One of each. `name`: whom I can ask, empty for nobody; `parked`: topics for them."""
    found = _refs(recap, name, parked)
    return tuple(_chosen(about, found, name, recap.period.since.toordinal() // 7) for about in TABLE)


def _chosen(about: str, found: Mapping[str, tuple[Ref, ...]], name: str, turn: int) -> Question:
    for one in TABLE[about] if about != "ask" or name else ():
        refs = found[one.sort]
        if len(refs) >= one.least:
            said = one.words.replace("{refs}", join_words([*map(str, refs)]))
            return Question(about=about, words=said.replace("{name}", name), refs=refs)
    idle = IDLE[about if about != "ask" or name else "nobody"]
    return Question(about=about, words=idle[turn % len(idle)].replace("{name}", name))


def _refs(recap: Recap, name: str, parked: Sequence[Ref]) -> dict[str, tuple[Ref, ...]]:
    """What a question may rest on, by sort: of what happened the latest, of what waits the first."""
    waiting = [one for one in recap.missed if one.action.state == "open"]
    mine = [one.action for one in waiting if one.action.mine]
    courses = [one.course for one in recap.heard if one.course.feedback.to_id is None]
    unanswered = [one.feedback for one in courses if not (one.acted or one.shown)]
    sorts: dict[str, Iterable[Ref]] = {
        "won": [one.ref for one in recap.won][-MOST_REFS:],
        "done": [one.action.ref for one in recap.done if one.action.mine][-MOST_REFS:],
        "talks": [ref for one in recap.talked for ref in one.refs][-MOST_REFS:],
        "put off": (one.ref for one in mine if one.snoozes),
        "late": (one.ref for one in mine),
        "growth": (one.ref for one in unanswered if one.tone == "growth"),
        "still": (one.ref for one in recap.still),
        "parked": parked,
        "theirs": (one.action.ref for one in waiting if one.owner == name),
    }
    return {sort: tuple(refs)[:MOST_REFS] for sort, refs in sorts.items()}
