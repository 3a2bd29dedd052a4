"""A summary as Markdown: plain headings, short lists, a person's own words as they wrote them.

A part with nothing in it is not there at all, so the document never hints that something was left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from mentorlog.domain.skills import LEVELS
from mentorlog.domain.spoken import day_words, join_words, plural
from mentorlog.domain.summary import (
    Agreed,
    Ahead,
    Aim,
    Chosen,
    Commitment,
    Conversation,
    Grown,
    Heard,
    Introduced,
    Level,
    Studied,
    Summary,
    Told,
    Won,
)
from mentorlog.domain.text import first_line
from mentorlog.formats.markdown import escape, link, paragraphs, quote

_STATES = (("done", "Kept"), ("open", "Still open"), ("dropped", "Let go"))
_SORTS = {"conversation": "Next conversation", "topic": "To talk about"}


def summary(model: Summary) -> str:
    """The whole document, one H1, ending with a line end."""
    sections = (
        (
            "What we agreed" if model.person else "What was agreed",
            [_agreed(one) for one in model.agreed],
            "list",
        ),
        ("Goals", [_goal(one) for one in model.goals], "parts"),
        ("Conversations", [_conversation(one, model) for one in model.conversations], "parts"),
        ("Commitments", list(_commitments(model)), "parts"),
        ("Feedback and what came of it", [_feedback(one, model) for one in model.feedback], "parts"),
        ("Skills, then and now", [_skill(one, model) for one in model.skills], "list"),
        ("Wins", [_win(one) for one in model.wins], "list"),
        ("Decisions", [_decision(one) for one in model.decisions], "parts"),
        ("Resources", [_resource(one) for one in model.resources], "list"),
        ("Introductions", [_intro(one, model) for one in model.intros], "list"),
        ("Next steps", [_ahead(one) for one in model.next_steps], "list"),
    )
    lines = [f"# {_title(model)}", "", _days(model)]
    for heading, parts, form in sections:
        if parts:
            lines += ["", f"## {heading}", ""]
            lines += [line for part in parts for line in part] if form == "list" else _spaced(parts)
    if not any(parts for _, parts, _ in sections):
        lines += ["", "Nothing is on record for these days."]
    return "\n".join(_distinct(lines)) + "\n"


def counted(model: Summary) -> str:
    """What is in it: `1 goal, 4 conversations, 9 actions`; `nothing` when it is empty."""
    counts = (
        (len(model.goals), "goal", ""),
        (len(model.conversations), "conversation", ""),
        (len(model.commitments), "action", ""),
        (len(model.feedback), "piece of feedback", "pieces of feedback"),
        (len(model.skills), "skill", ""),
        (len(model.wins), "win", ""),
        (len(model.decisions), "decision", ""),
        (len(model.resources), "resource", ""),
        (len(model.intros), "introduction", ""),
    )
    return ", ".join(plural(count, noun, many) for count, noun, many in counts if count) or "nothing"


def _title(model: Summary) -> str:
    if model.person:
        return f"{escape(model.person)} and {escape(model.me or 'me')}"
    return f"Summary for {escape(model.me)}" if model.me else "Summary"


def _days(model: Summary) -> str:
    return f"{_day(model.since)} – {_day(model.until)}" if model.since else f"Up to {_day(model.until)}"


def _day(day: date) -> str:
    return day_words(day, day, weekday=False)


def _who(name: str, model: Summary) -> str:
    return escape(name or model.me or "me")


def _spaced(parts: Iterable[list[str]]) -> list[str]:
    """Parts with a blank line between them."""
    return [line for part in parts for line in ("", *part)][1:]


def _distinct(lines: list[str]) -> list[str]:
    """Headings that say the same are numbered, so that each can be pointed to."""
    seen: Counter[str] = Counter()
    made = []
    for line in lines:
        if line.startswith("### "):
            seen[line] += 1
            line = f"{line} ({seen[line]})" if seen[line] > 1 else line
        made.append(line)
    return made


def _item(lead: str, text: str, tail: str = "", depth: int = 0) -> list[str]:
    """A list item of somebody's words, with ours before and after them."""
    first, *rest = paragraphs(text) or [""]
    pad = "  " * depth
    lines = [f"{pad}- {lead}{first}", *(f"{pad}  {line}".rstrip() for line in rest)]
    return [*lines[:-1], lines[-1].rstrip() + tail]


def _told(lines: Iterable[Told], lead: str = "", depth: int = 0) -> list[str]:
    return [line for one in lines for line in _item(f"{lead}{_day(one.day)}: ", one.text, depth=depth)]


def _agreed(one: Agreed) -> list[str]:
    person = f"{escape(one.person)}, " if one.person else ""
    aspect = one.aspect if person else one.aspect.capitalize()
    lines = _item(f"{person}{aspect} since {_day(one.day)}: ", one.text)
    return lines + (_item("Why: ", one.why, depth=1) if one.why else [])


def _goal(one: Aim) -> list[str]:
    parts = [[f"### {escape(one.title)}"], [_standing(one)]]
    parts += [
        _lead(words, text) for words, text in (("Why: ", one.why), ("Done when: ", one.done_when)) if text
    ]
    if one.state_why:
        parts.append(_lead("Reason: ", one.state_why))
    dated = [*((step, "Done ") for step in one.steps), *((said, "") for said in one.progress)]
    dated.sort(key=lambda pair: pair[0].day)
    way = [line for told, lead in dated for line in _told([told], lead)]
    return _spaced([*parts, way] if way else parts)


def _standing(one: Aim) -> str:
    if one.ended:
        return f"{one.state.capitalize()} on {_day(one.ended)}; started {_day(one.started)}."
    due = f", due {_day(one.due)}" if one.due else ""
    paused = "Paused at " if one.state == "paused" else ""
    return f"{paused}{one.percent}% of the way{due}; started {_day(one.started)}."


def _lead(words: str, text: str) -> list[str]:
    first, *rest = paragraphs(text) or [""]
    return [f"{words}{first}", *rest]


def _conversation(one: Conversation, model: Summary) -> list[str]:
    others = [escape(name) for name in one.people if name != model.person]
    parts = [[f"### {_day(one.day)}{' with ' + join_words(others) if others else ''}"]]
    if one.kinds:
        parts.append([f"{join_words([escape(kind) for kind in one.kinds]).capitalize()}."])
    if one.topics:
        parts += [["We talked about:"], [line for topic in one.topics for line in _item("", topic)]]
    if one.takeaways:
        parts.append(paragraphs(one.takeaways))
    for text in one.private:
        parts += [["A private note:"], quote(text)]
    return _spaced(parts)


def _commitments(model: Summary) -> Iterable[list[str]]:
    for state, heading in _STATES:
        found = [one for one in model.commitments if one.state == state]
        if found:
            yield [f"### {heading}", "", *(line for one in found for line in _commitment(one, model))]


def _commitment(one: Commitment, model: Summary) -> list[str]:
    day = _day(one.ended) if one.ended else f"due {_day(one.due)}" if one.due else ""
    lines = _item(f"{_who(one.owner, model)}: ", one.text, f" ({day})" if day else "")
    return lines + (_item("Reason: ", one.why, depth=1) if one.why else [])


def _feedback(one: Heard, model: Summary) -> list[str]:
    way = f"from {_who(one.sender, model)}" if not one.receiver else f"to {_who(one.receiver, model)}"
    heading = f"### {_day(one.day)}, {escape(one.tone)}, {way}"
    said = (("Situation: ", one.situation), ("Behaviour: ", one.behaviour), ("Impact: ", one.impact))
    lines = [line for lead, text in said if text for line in _item(lead, text)]
    lines += [*_told(one.acted, "Acted on "), *_told(one.shown, "Shown ")]
    return [heading, "", *lines] if lines else [heading]


def _skill(one: Grown, model: Summary) -> list[str]:
    mine = "; ".join(_level(level, model) for level in one.levels)
    return [f"- {escape(one.name)}: {mine}", *_told(one.evidence, "Shown ", depth=1)]


def _level(one: Level, model: Summary) -> str:
    now = f"{one.now} ({LEVELS[one.now]})"
    if one.then is None:
        way = f"now {now}"
    elif one.then == one.now:
        way = f"{now}, as before"
    else:
        way = f"{one.then} ({LEVELS[one.then]}) → {now}"
    return f"{_who(one.rater, model)} says {way}" if one.rater else way


def _win(one: Won) -> list[str]:
    lines = _item(f"{_day(one.day)}: ", one.text)
    return lines + (_item("What it changed: ", one.impact, depth=1) if one.impact else [])


def _decision(one: Chosen) -> list[str]:
    parts = [[f"### {escape(first_line(one.question, 80))}"]]
    if first_line(one.question, 80) != one.question:
        parts.append(paragraphs(one.question))
    lines = [line for option in one.options if option != one.chosen for line in _item("Not taken: ", option)]
    lines += _item(f"Chosen {_day(one.day)}: ", one.chosen)
    lines += _item("Expected: ", one.expectation) if one.expectation else []
    lines += _item(f"What came of it, {_day(one.told)}: ", one.outcome) if one.told else []
    return _spaced([*parts, lines])


def _resource(one: Studied) -> list[str]:
    about = ", ".join(filter(None, (one.form, escape(one.skill))))
    head = f"- {_day(one.day)}: {link(one.title, one.url)}{f' ({about})' if about else ''}"
    return [head, *(_item("Verdict: ", one.verdict, depth=1) if one.verdict else [])]


def _intro(one: Introduced, model: Summary) -> list[str]:
    via = f"via {_who(one.via, model)}" if one.via or one.served else ""
    way = ", ".join(filter(None, (f"for {escape(one.served)}" if one.served else "", via)))
    tail = f", {way}" if way else ""
    head = f"- {_day(one.day)}: {one.state}: {escape(one.who)}{tail}"
    return [head, *(_item("Why: ", one.why, depth=1) if one.why else [])]


def _ahead(one: Ahead) -> list[str]:
    lead = escape(one.about) if one.sort == "goal" else _SORTS[one.sort]
    if not one.text:
        return [f"- {lead}: {_day(one.day)}"] if one.day else []
    return _item(f"{lead}: ", one.text, f" (due {_day(one.day)})" if one.day else "")
