"""The page for the next conversation in plain lines, and the sentences its drawn page says too."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mentorlog.domain.agenda import Slot
from mentorlog.domain.news import News
from mentorlog.domain.prep import Aim, Kept, Parked, Prep, Promise
from mentorlog.domain.spoken import (
    day_words,
    due_words,
    every_words,
    minutes_words,
    plural,
    relative,
    short_day,
    times_words,
)
from mentorlog.views.look import Look
from mentorlog.views.plain import one_line, record, told

NO_TOPIC = "Nothing is parked yet."


def tell(model: Prep, look: Look) -> str:
    """The page as lines; nothing is cut."""
    return told(_lines(model), look)


def facts(model: Prep) -> list[str]:
    """My side, the phase and the rhythm: one short phrase each."""
    said = [f"I am the {model.side}" if model.side else model.person.role]
    if model.phase:
        said.append(f"{one_line(model.phase.value)} since {short_day(model.phase.day, model.today)}")
    if model.cadence:
        said.append(every_words(model.cadence))
    return said


def last_words(model: Prep) -> str:
    """`10 Nov, 13 days ago, 45 min, m42`; nothing before the first conversation."""
    if model.last is None:
        return ""
    one = model.last
    length = minutes_words(one.minutes) if one.minutes else ""
    day = (short_day(one.day, model.today), relative(one.day, model.today))
    return ", ".join(filter(None, (*day, length, str(one.ref))))


def when_words(model: Prep) -> str:
    """When it is: `tomorrow, 24 Nov, 10:00, 45 min`, `due in 9 days, 2 Dec`, `paused until 1 Jun`."""
    today, first = model.today, "" if model.last else "first conversation"
    if model.paused_until and not model.planned:
        return f"paused until {short_day(model.paused_until, today)}"
    if model.planned:
        one = model.planned
        length = minutes_words(one.minutes) if one.minutes else ""
        return ", ".join(
            filter(None, (relative(one.day, today), short_day(one.day, today), one.time, length))
        )
    if model.due:
        words = due_words(model.due, today)
        words = f"due {words}" if words.startswith("in ") else words
        day = short_day(model.due, today)
        return ", ".join(filter(None, (first, words, "" if day in words else day)))
    return first


def promises_note(model: Prep) -> str:
    """`4 open, 2 late`."""
    open, late = len(model.open), sum(one.late > 0 for one in model.open)
    said = [f"{open} open" if open else "", f"{late} late" if late else ""]
    return ", ".join(filter(None, said)) or "all kept"


def promise_words(one: Promise, today: date) -> str:
    """`3 days overdue`, `done 19 Nov`, `no day`."""
    if one.ended:
        return f"{one.state} {short_day(one.ended, today)}"
    return due_words(one.due, today) if one.due else "no day"


def topic_words(one: Parked, today: date) -> str:
    """`carried 3 times, first in m38`, or `raised 19 Nov`."""
    if one.first is None:
        return f"raised {short_day(one.raised, today)}"
    return f"carried {times_words(one.carried)}, first in {one.first}"


def slot_minutes(slot: Slot) -> str:
    """`15 min`, or `if time` for what did not fit."""
    return f"{slot.minutes} min" if slot.minutes else "if time"


def slot_words(slot: Slot) -> str:
    """What a part of the agenda is for."""
    return {"promises": "Late promises: what is in the way?", "open": "Open"}.get(slot.about, slot.text)


def slot_note(slot: Slot, model: Prep) -> str:
    """What else there is to say on a part that is no topic: how many promises are late, or what is open."""
    late = sum(one.late > 0 for one in model.promises)
    return {"promises": f"{late} late", "open": "for what comes up"}.get(slot.about, "")


def since_heading(model: Prep) -> str:
    """`Since then`, or the day."""
    return "Since then" if model.since_last else f"Since {short_day(model.since, model.today)}"


def way_words(one: Aim, today: date) -> str:
    """`5 of 8 steps · next: Pair on the review (18 Dec)`, and that the success test is missing."""
    said = [f"{one.done} of {plural(one.steps, 'step')}"] if one.steps else []
    if one.next:
        day = f" ({short_day(one.next_due, today)})" if one.next_due else ""
        said.append(f"next: {one_line(one.next)}{day}")
    if not one.tested:
        said.append("no success test yet")
    return " · ".join(said)


def kept_words(one: Kept, today: date) -> str:
    """Where private words belong: `after m42`, or their day."""
    return f"after {one.about}" if one.about else short_day(one.day, today)


def marked(text: str, private: bool) -> str:
    """Words with a mark when they are private."""
    return f"{text} (private)" if private else text


def first_name(model: Prep) -> str:
    """What to call the person in a narrow place."""
    return (model.person.name.split() or [model.person.handle])[0]


def topic_command(model: Prep) -> str:
    """The command that parks a topic."""
    return f'mentorlog topic {model.person.handle} "…"'


def ask_words(model: Prep) -> str:
    """Why this is worth asking."""
    kind = model.ask.kind if model.ask else ""
    return f"You have not touched {kind} yet." if model.last else f"A good place to begin: {kind}."


def mute_command(model: Prep) -> str:
    """The command that puts the question to rest."""
    kind = model.ask.kind if model.ask else ""
    return f"mentorlog mentorship coverage {model.person.handle} --not-our-thing {kind}"


def meet_command(model: Prep) -> str:
    """The command that records the conversation."""
    return f"mentorlog meet {model.person.handle}"


def _lines(model: Prep) -> Iterator[str]:
    today = model.today
    yield f"1:1 with {one_line(model.person.name)}: {when_words(model) or 'no day yet'}"
    yield " · ".join(facts(model))
    if model.focus:
        yield f"Focus: {one_line(model.focus.value)} · since {short_day(model.focus.day, today)}"
    yield from _last(model)
    if model.promises:
        yield f"Promises: {promises_note(model)}"
    for one in model.promises:
        who = one.owner or "me"
        yield record(one.ref, who, marked(one.text, one.private), promise_words(one, today))
    if model.news:
        yield f"{since_heading(model)}: {plural(len(model.news), 'entry', 'entries')}"
    for told_of in model.news:
        yield _news(told_of, today)
    if model.goals:
        yield "Goals:"
    for aim in model.goals:
        due = f"due {day_words(aim.due, today, weekday=False)}" if aim.due else ""
        title = marked(aim.title, aim.private)
        yield record(aim.ref, title, f"{aim.percent}%", aim.standing, due, way_words(aim, today))
    yield from _owed(model)
    yield from _agenda(model)
    yield from _ask(model)
    yield from _kept(model)
    yield meet_command(model)


def _last(model: Prep) -> Iterator[str]:
    if model.last is None:
        yield "Last time: no conversation on record yet"
        said = (("Purpose", model.purpose), ("Agreed", model.agreement))
        yield from (f"{name}: {one_line(text)}" for name, text in said if text.strip())
        return
    yield f"Last time: {last_words(model)}"
    if model.last.notes.strip():
        yield one_line(model.last.notes)


def _news(one: News, today: date) -> str:
    quote = (f"“{one_line(one.quote)}”",) if one.quote.strip() else ()
    title = marked(one.title, one.private)
    return record(one.ref, day_words(one.day, today), one.label, title, *one.lines, *quote)


def _owed(model: Prep) -> Iterator[str]:
    if model.owed:
        yield f"Feedback to give: {len(model.owed)}"
    for one in model.owed:
        text = marked(one.headline, one.private)
        yield record(one.ref, one.tone, text, f"mentorlog feedback deliver {one.ref}")


def _agenda(model: Prep) -> Iterator[str]:
    if model.agenda:
        yield f"Agenda: {minutes_words(sum(slot.minutes for slot in model.agenda))}"
        for slot in model.agenda:
            note = slot_note(slot, model)
            yield record(slot_minutes(slot), slot.ref, marked(slot_words(slot), slot.private), note)
        return
    yield f"Topics: {len(model.topics)}" if model.topics else record(NO_TOPIC, topic_command(model))
    for one in model.topics:
        yield record(one.ref, marked(one.text, one.private), topic_words(one, model.today))


def _ask(model: Prep) -> Iterator[str]:
    if model.ask:
        yield f"Ask: “{model.ask.question}”"
        yield record(ask_words(model), mute_command(model))


def _kept(model: Prep) -> Iterator[str]:
    if model.kept:
        yield "For my eyes only:"
    for one in model.kept:
        yield record(one.ref, kept_words(one, model.today), one.text)
