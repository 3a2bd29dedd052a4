"""The agenda of the next conversation, to send ahead."""

from __future__ import annotations

from datetime import date

from mentorlog.domain.frozen import Frozen
from mentorlog.domain.prep import Prep
from mentorlog.domain.summary import Commitment


class Item(Frozen):
    """Something to talk about. minutes: its share, 0 for when there is time, None when none were shared out.

    carried: how often it stayed open before, the first time on a day.
    """

    text: str
    minutes: int | None = None
    carried: int = 0
    first: date | None = None


class Agenda(Frozen):
    """The document. day: of the conversation, where one is planned or due; minutes: its length, 0 if not said.

    late: a look at the promises that are late, in minutes; spare: minutes left open.
    """

    me: str = ""
    person: str
    day: date | None = None
    time: str = ""
    minutes: int = 0
    focus: str = ""
    late: int = 0
    items: tuple[Item, ...] = ()
    spare: int = 0
    promises: tuple[Commitment, ...] = ()


def agenda(model: Prep) -> Agenda:
    """The agenda on the page for the next conversation. What is private there is left out, and its time open."""
    planned = model.planned if model.planned and not model.planned.private else None
    topics = {one.ref: one for one in model.topics if not one.private}
    shares = {slot.ref: slot.minutes for slot in model.agenda if slot.ref in topics}
    late = sum(slot.minutes for slot in model.agenda if slot.about == "promises")
    total = sum(slot.minutes for slot in model.agenda)
    return Agenda(
        me=model.me,
        person=model.person.name,
        day=planned.day if planned else model.due,
        time=planned.time if planned else "",
        minutes=total or (planned.minutes or 0 if planned else 0),
        focus=model.focus.value if model.focus and not model.focus.private else "",
        late=late,
        items=tuple(
            Item(text=one.text, minutes=shares.get(ref), carried=one.carried, first=one.first_day)
            for ref, one in topics.items()
        ),
        spare=total - late - sum(shares.values()),
        promises=tuple(
            Commitment(owner=one.owner, text=one.text, due=one.due) for one in model.open if not one.private
        ),
    )
