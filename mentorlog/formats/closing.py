"""The closing page of a mentorship as Markdown, to read together in the last conversation."""

from __future__ import annotations

from mentorlog.domain.closing import Closing, Level, Outcome, Promise
from mentorlog.domain.skills import LEVELS
from mentorlog.domain.spoken import day_words, join_words, minutes_words, plural
from mentorlog.formats.markdown import escape, paragraphs

_PROMISES = {"done": "Kept", "open": "Still open", "dropped": "Let go"}


def closing(model: Closing) -> str:
    """The whole document, one H1. A part with nothing in it is not there."""
    days = " – ".join(day_words(day, day, weekday=False) for day in (model.since, model.until))
    length = f", {minutes_words(model.minutes)}" if model.minutes else ""
    lines = [f"# {escape(model.name)} and {escape(model.me or 'me')}: looking back", ""]
    lines += [f"{days}, {plural(model.talks, 'conversation')}{length}."]
    sections = (
        ("What it was for", paragraphs(model.purpose)),
        ("Skills, then and now", [line for one in model.levels for line in _level(one, model)]),
        ("Goals", [line for one in model.goals for line in _goal(one)]),
        ("Promises", [line for state in _PROMISES for line in _promises(state, model)][1:]),
        ("Three questions", [f"{number}. {one}" for number, one in enumerate(model.questions, 1)]),
    )
    for head, said in sections:
        if said:
            lines += ["", f"## {head}", "", *said]
    return "\n".join(lines) + "\n"


def _level(one: Level, model: Closing) -> list[str]:
    who = f"{escape(one.rater or model.me)} says" if one.rater or model.me else "I say"
    first, last = (f"{level} ({LEVELS[level]})" for level in (one.first, one.last))
    way = f"{last}, as before" if one.first == one.last else f"{first} → {last}"
    if one.first_day == one.last_day:
        way = last
    shown = join_words([f"“{escape(each.text)}”" for each in one.evidence if each.text.strip()])
    return [f"- {escape(one.skill)}: {who} {way}" + (f"; shown by {shown}" if shown else "")]


def _goal(one: Outcome) -> list[str]:
    day = f" on {day_words(one.day, one.day, weekday=False)}" if one.day else ""
    why = f": {escape(one.why)}" if one.why else ""
    return [f"- {escape(one.title)} ({one.state}{day}){why}"]


def _promises(state: str, model: Closing) -> list[str]:
    found = [one for one in model.promises if one.state == state]
    return ["", f"### {_PROMISES[state]}", "", *(_promise(one, model) for one in found)] if found else []


def _promise(one: Promise, model: Closing) -> str:
    due = "due " if one.state == "open" else ""
    day = f" ({due}{day_words(one.day, one.day, weekday=False)})" if one.day else ""
    why = f": {escape(one.why)}" if one.why and one.state == "dropped" else ""
    return f"- {escape(one.owner or model.me or 'me')}: {escape(one.text)}{day}{why}"
