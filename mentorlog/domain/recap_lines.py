"""A recap as parts and lines: what every form of it says, drawn, told or written as Markdown."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from mentorlog.domain.frozen import Frozen
from mentorlog.domain.recap import Change, Moved, Promise, Recap, Talked, Told
from mentorlog.domain.record import Record
from mentorlog.domain.refs import Ref
from mentorlog.domain.spoken import (
    due_words,
    join_words,
    minutes_words,
    plural,
    relative,
    short_day,
)
from mentorlog.domain.wins import Win

MOST_DUE = 3
"""People whose next conversation is named."""


class Line(Frozen):
    """One thing. `who` is a name or empty, `words` are somebody's own, `detail` is what we say of it.

    sort: talk, goal, step, done, praise, growth, win, aside, up, down, note, missed or open.
    way: of a goal, the percent before and after. under: lines that belong to this one.
    """

    sort: str
    refs: tuple[Ref, ...] = ()
    who: str = ""
    words: str = ""
    detail: str = ""
    way: tuple[int, int] | None = None
    private: bool = False
    under: tuple[Line, ...] = ()


class Part(Frozen):
    """A part of the recap: its name, what is counted in it, its lines, a sentence and a command after them."""

    name: str
    note: str = ""
    lines: tuple[Line, ...] = ()
    said: str = ""
    command: str = ""


def parts(recap: Recap) -> list[Part]:
    """What is in the recap, the newest first; a part with nothing in it is left out, except the talks."""
    today = recap.today
    mine = [one for one in recap.levels if one.rating.by_id is None]
    others = [one for one in recap.levels if one.rating.by_id is not None]
    above = {one.action.ref for one in recap.missed}
    left = [one for one in recap.open if one.action.ref not in above]
    found = [
        _talks(recap),
        Part(
            name="Moved",
            note=plural(len(recap.moved), "goal") if recap.moved else "",
            lines=tuple(_moved(one, today) for one in recap.moved),
            said=_still(recap),
        ),
        _part("Done", (_done(one, today) for one in reversed(recap.done))),
        _part("Heard", (_heard(one, today) for one in reversed(recap.heard))),
        _part("Won", (_won(one, today) for one in reversed(recap.won))),
        _part("Levels, as I see them", (_level(one, today) for one in reversed(mine))),
        _part("Levels, as others see them", (_level(one, today) for one in reversed(others))),
        _part("Noted", (_line("note", one, today, one.day) for one in reversed(recap.noted))),
        _part("Did not happen", (_missed(one, today) for one in recap.missed)).but(command=_settle(recap)),
        _part(
            "Left open" if recap.over else "Still open" if above else "Open",
            (_open(one, today) for one in left),
        ),
    ]
    return [one for one in found if one.lines or one.said]


def _part(name: str, lines: Iterable[Line]) -> Part:
    made = tuple(lines)
    return Part(name=name, note=str(len(made)), lines=made)


def _talks(recap: Recap) -> Part:
    due = join_words([_due(one.name, one.day, recap.today) for one in recap.due[:MOST_DUE]])
    if not recap.talked:
        return Part(name="Talked", said=" · ".join(filter(None, ("Nobody on record", due))))
    lines = tuple(_talk(one) for one in recap.talked)
    minutes = sum(one.minutes for one in recap.talked)
    count = sum(len(one.refs) for one in recap.talked)
    return Part(name="Talked", note=_counted(count, minutes), lines=lines, said=due)


def _talk(one: Talked) -> Line:
    who = join_words([*one.who]) or "nobody named"
    counted = _counted(len(one.refs), one.minutes)
    return Line(sort="talk", refs=one.refs, who=who, words=one.notes, detail=counted, private=one.private)


def _counted(talks: int, minutes: int) -> str:
    length = minutes_words(minutes) if minutes else ""
    return ", ".join(filter(None, (plural(talks, "conversation"), length)))


def _due(name: str, day: date, today: date) -> str:
    return f"{name} {'was' if day < today else 'is'} due {relative(day, today)}"


def _moved(one: Moved, today: date) -> Line:
    goal = one.goal
    ended, why = one.ended and goal.ended, one.ended and goal.state_why
    steps = [(step.done or today, _line("step", step, today, step.done)) for step in one.steps]
    told = [(said.day, _line("step", said, today, said.day)) for said in one.progress if said.note]
    if ended:
        detail = f"{goal.state} {short_day(ended, today)}"
    else:
        detail = f"new, {one.after}%" if one.before is None else f"{one.before}% → {one.after}%"
    newest = sorted([*steps, *told], key=lambda pair: pair[0], reverse=True)
    return _line("goal", goal, today, None).but(
        detail=detail,
        way=(one.before or 0, one.after),
        under=(*_besides("why", why or ""), *(line for _, line in newest)),
    )


def _still(recap: Recap) -> str:
    refs = [str(one.ref) for one in recap.still]
    if not refs or recap.empty:
        return ""
    return f"No word on {join_words(refs).replace(' and ', ' or ')}"


def _line(sort: str, record: Record, today: date, day: date | None) -> Line:
    detail = short_day(day, today) if day else ""
    return Line(sort=sort, refs=(record.ref,), words=record.headline, detail=detail, private=record.private)


def _besides(label: str, words: str) -> tuple[Line, ...]:
    """A line under another: what it is, and the words; none without words."""
    return (Line(sort="aside", words=words, detail=label),) if words else ()


def _done(one: Promise, today: date) -> Line:
    return _line("done", one.action, today, one.action.ended).but(who=one.owner)


def _missed(one: Promise, today: date) -> Line:
    """Whose it is, when it was due, and what became of it; plainly."""
    action = one.action
    said = [f"due {short_day(action.due, today)}" if action.due else ""]
    if action.state == "open" and action.due:
        said.append(due_words(action.due, today))
    elif action.ended:
        said.append(f"{'done' if action.state == 'done' else 'let go'} {short_day(action.ended, today)}")
    detail = ", ".join(filter(None, said))
    return _line("missed", action, today, None).but(
        who=one.owner or "me", detail=detail, under=_besides("why", action.why)
    )


def _settle(recap: Recap) -> str:
    """The command for the first promise of mine that waits."""
    waiting = (one.action for one in recap.missed if one.action.mine and one.action.state == "open")
    return next((f"mentorlog action done {one.ref}" for one in waiting), "")


def _open(one: Promise, today: date) -> Line:
    action = one.action
    if action.ended:
        detail = f"{'done' if action.state == 'done' else 'let go'} since, {short_day(action.ended, today)}"
    else:
        detail = due_words(action.due, today) if action.due else ""
    return _line("open", action, today, None).but(who=one.owner, detail=detail)


def _heard(one: Told, today: date) -> Line:
    feedback = one.course.feedback
    who = f"to {one.taker}" if one.taker else f"from {one.giver}"
    course = one.course.words(today) if one.course.acted or one.course.shown else ""
    if feedback.tone == "growth" and not one.taker:
        course = course or "no action yet"
    return _line(feedback.tone, feedback, today, feedback.day).but(
        who=f"{feedback.tone} {who}", under=_besides("what came of it", course)
    )


def _won(one: Win, today: date) -> Line:
    return _line("win", one, today, one.day).but(under=_besides("what it changed", one.impact))


def _level(one: Change, today: date) -> Line:
    level = one.rating.level
    way = f"{level}, first rated" if one.before is None else f"{one.before} → {level}"
    shown = join_words([*map(str, one.shown)])
    return _line("rating", one.rating, today, one.rating.day).but(
        sort="down" if one.before is not None and one.before > level else "up",
        who=one.rater,
        words=f"{one.skill} {way}",
        under=(*_besides("shown by", shown), *_besides("why", one.rating.note)),
    )
