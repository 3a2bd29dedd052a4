"""The page for the next conversation as Markdown, to share with the other person.

It holds no refs, because a gap in their numbers would tell the reader that something is not in it; nothing
private, of a third person or only for me to know; and days that stay right when it is read later.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from mentorlog.domain.agenda import Slot
from mentorlog.domain.news import UNANSWERED, News
from mentorlog.domain.prep import Aim, Parked, Prep, Promise
from mentorlog.domain.spoken import day_words, minutes_words, plural, times_words
from mentorlog.formats.markdown import escape, paragraphs, quote


def page(model: Prep, refs: bool = False) -> str:
    """The whole document, one H1, ending with a line end. `refs`: with refs, for my own editor."""
    since = "Since last time" if model.since_last else f"Since {_day(model.since)}"
    last = model.last if model.last and not model.last.private else None
    sections = (
        (f"Last time, {_day(last.day)}" if last else "", quote(last.notes) if last else []),
        ("Promises", _each(_promise(one, model, refs) for one in model.promises if not one.private)),
        (since, _each(_news(one, refs) for one in model.news if _ours(one, model))),
        ("Goals", _each(_goal(one, refs) for one in model.goals if not one.private)),
        _talk(model, refs),
    )
    lines = [f"# {_title(model)}"]
    lines += [piece for said in _facts(model) for piece in ("", said)]
    for heading, said in sections:
        if said:
            lines += ["", f"## {heading}", "", *said]
    if len(lines) == 1:
        lines += ["", "Nothing is written down for it yet."]
    return "\n".join(lines) + "\n"


def _title(model: Prep) -> str:
    name = escape(model.person.name)
    return f"{name} and {escape(model.me)}" if model.me else f"Conversation with {name}"


def _facts(model: Prep) -> Iterable[str]:
    planned = model.planned
    if planned and not planned.private:
        length = minutes_words(planned.minutes) if planned.minutes else ""
        yield ", ".join(filter(None, (day_words(planned.day, model.today), planned.time, length)))
    if model.focus and not model.focus.private:
        yield _line("Focus: ", model.focus.value)


def _talk(model: Prep, refs: bool) -> tuple[str, list[str]]:
    if not model.agenda:
        topics = [one for one in model.topics if not one.private]
        return "To talk about", _each(_topic(one, refs) for one in topics)
    total = sum(slot.minutes for slot in model.agenda)
    return f"Agenda, {minutes_words(total)}", _each(_slot(one, refs) for one in _public(model.agenda))


def _public(slots: Iterable[Slot]) -> list[Slot]:
    """The slots without private topics, whose minutes are left open."""
    slots = list(slots)
    spare = sum(one.minutes for one in slots if one.private)
    return [
        one.but(minutes=one.minutes + spare) if one.about == "open" else one
        for one in slots
        if not one.private
    ]


def _promise(one: Promise, model: Prep, refs: bool) -> list[str]:
    box = "x" if one.state == "done" else " "
    day = _day(one.ended) if one.ended else f"due {_day(one.due)}" if one.due else ""
    said = " ".join(filter(None, (one.state if one.ended else "", day)))
    owner = escape(one.owner or model.me or "I")
    return _item(f"[{box}] {_ref(one, refs)}{owner}: ", one.text, said)


def _news(one: News, refs: bool) -> list[str]:
    more = "; ".join(one_more for one_more in one.lines if not _points(one_more))
    text = f"{one.title} ({more})" if more else one.title
    return _item(f"{_ref(one, refs)}{_day(one.day)}, {one.label.lower()}: ", text)


def _ours(one: News, model: Prep) -> bool:
    """Neither private, nor a note I wrote for myself, nor from or about a third person."""
    return not one.private and one.kind != "note" and set(one.people) <= {model.person.id}


def _points(text: str) -> bool:
    """A line that only names other records, or what I have yet to do."""
    return text.startswith("shown by ") or text == UNANSWERED


def _goal(one: Aim, refs: bool) -> list[str]:
    said = [f"{one.percent}%", one.standing]
    said += [f"{one.done} of {plural(one.steps, 'step')}"] if one.steps else []
    said += [f"due {_day(one.due)}"] if one.due else []
    lines = _item(_ref(one, refs), one.title, ", ".join(said))
    if one.next:
        day = f"due {_day(one.next_due)}" if one.next_due else ""
        lines += [f"  {line}".rstrip() for line in _item("Next: ", one.next, day)]
    return lines


def _topic(one: Parked, refs: bool) -> list[str]:
    said = f"carried {times_words(one.carried)}, first on {_day(one.first_day)}" if one.first_day else ""
    return _item(f"[ ] {_ref(one, refs)}", one.text, said)


def _slot(one: Slot, refs: bool) -> list[str]:
    text = {"promises": "Late promises", "open": "Open"}.get(one.about, one.text)
    minutes = f"{one.minutes} min" if one.minutes else "if there is time"
    return _item(f"[ ] {_ref(one, refs)}", text, minutes)


def _ref(one: Promise | News | Aim | Parked | Slot, refs: bool) -> str:
    return f"{one.ref} " if refs and one.ref else ""


def _item(lead: str, text: str, said: str = "") -> list[str]:
    """A list item of somebody's words, with ours before them and, in brackets, after them."""
    first, *rest = paragraphs(text) or [""]
    lines = [f"- {lead}{first}", *(f"  {line}".rstrip() for line in rest)]
    return [*lines[:-1], lines[-1].rstrip() + (f" ({said})" if said else "")]


def _line(lead: str, text: str) -> str:
    return lead + escape(text)


def _each(items: Iterable[list[str]]) -> list[str]:
    return [line for item in items for line in item]


def _day(day: date) -> str:
    return day_words(day, day, weekday=False)
