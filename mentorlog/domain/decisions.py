"""Decisions: a question with options, what I chose and expected, and what came of it.

Writing the expectation down before the outcome is known is the decision journal of Drucker
(“Managing Oneself”, 1999): it shows later whether the choice was good or only lucky.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from mentorlog.domain.record import Record
from mentorlog.errors import Refused, Unreadable

OPEN = ("open", "decided")


class Decision(Record):
    """A question of `day`. `options` are one a line, `chosen` is one of them; people and goals are links.

    `state` is open, decided (on `decided`), closed (its outcome is known) or dropped (`why`), on `ended`.
    `review` is the day to look at what came of it.
    """

    kind = "decision"
    title_field = "question"

    question: str
    day: date
    options: str = ""
    chosen: str = ""
    expectation: str = ""
    review: date | None = None
    outcome: str = ""
    state: str = "open"
    decided: date | None = None
    ended: date | None = None
    why: str = ""

    @property
    def choices(self) -> list[str]:
        """The options in the order they were given."""
        return list(filter(None, self.options.split("\n")))


def as_options(texts: Iterable[str]) -> str:
    """Options as a record keeps them: one a line, each once."""
    return "\n".join(dict.fromkeys(" ".join(text.split()) for text in texts if text.strip()))


def chosen(decision: Decision, text: str, on: date) -> Decision:
    """The decision, made on that day for an option: its number, its beginning, or one that is new.

    Choosing again is a change of mind. Raises Refused when it has ended or the beginning fits several options.
    """
    if decision.state not in OPEN:
        raise Refused(f"{decision.ref} is {decision.state} already.", f"mentorlog show {decision.ref}")
    option = _meant(decision, " ".join(text.split()))
    options = as_options([*decision.choices, option])
    return decision.but(options=options, chosen=option, state="decided", decided=on)


def _meant(decision: Decision, text: str) -> str:
    choices = decision.choices
    if not text:
        raise Unreadable("The choice is empty; nothing was kept.")
    if text.isascii() and text.isdigit() and 0 < int(text[:9]) <= len(choices):
        return choices[int(text) - 1]
    exact = [one for one in choices if one.casefold() == text.casefold()]
    begin = exact or [one for one in choices if one.casefold().startswith(text.casefold())]
    if len(begin) > 1:
        numbers = ", ".join(str(choices.index(one) + 1) for one in begin)
        raise Refused("That could be more than one of the options.", f"Say which by its number: {numbers}.")
    return begin[0] if begin else text


def closed(decision: Decision, outcome: str, on: date) -> Decision:
    """The decision with what came of it; telling it again corrects the words and keeps the day.

    Raises Refused when nothing was chosen yet, or it was dropped.
    """
    if decision.state == "dropped":
        raise Refused(f"{decision.ref} is dropped already.", f"mentorlog show {decision.ref}")
    if decision.state == "open":
        raise Refused(
            f"Nothing is chosen in {decision.ref} yet.", f'mentorlog decision choose {decision.ref} "…"'
        )
    return decision.but(outcome=outcome, state="closed", ended=decision.ended or on)


def dropped(decision: Decision, on: date, why: str) -> Decision:
    """The question, let go with the reason. Raises Refused when it has ended."""
    if decision.state not in OPEN:
        raise Refused(f"{decision.ref} is {decision.state} already.", f"mentorlog show {decision.ref}")
    return decision.but(state="dropped", ended=on, why=why)
