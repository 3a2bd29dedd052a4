"""The written sections of a report: what was agreed, said, promised, heard, decided and learnt."""

from __future__ import annotations

from mentorlog.domain.spoken import join_words
from mentorlog.domain.summary import (
    Agreed,
    Ahead,
    Chosen,
    Commitment,
    Conversation,
    Heard,
    Introduced,
    Studied,
    Summary,
    Won,
)
from mentorlog.domain.text import first_line
from mentorlog.formats.html import Html, joined, lines, link, paragraphs, tag
from mentorlog.formats.report_parts import Section, dated, entry, facts, said, section, told, when

_STATES = (
    ("open", "Still open", "○", "accent"),
    ("done", "Kept", "✓", "good"),
    ("dropped", "Let go", "×", "muted"),
)
_SORTS = {"conversation": "Next conversation", "topic": "To talk about"}
LONGEST_QUESTION = 80
"""Characters of a question that serve as a heading; a longer one is repeated in full."""


def agreed(model: Summary) -> Section:
    """What mentorships are for, and how that turned."""
    return section("agreed", "What was agreed", dated((one.day, _agreed(one)) for one in model.agreed))


def _agreed(one: Agreed) -> Html:
    person = f"{one.person}, " if one.person else ""
    lead = tag("p", f"{person}{one.aspect}" if person else one.aspect.capitalize(), class_="note")
    return joined((lead, paragraphs(one.text), facts(said("Why", one.why))))


def conversations(model: Summary) -> Section:
    """Every conversation: with whom, about what, and what stays of it."""
    return section("conversations", "Conversations", *(_talk(one, model) for one in model.conversations))


def _talk(one: Conversation, model: Summary) -> Html:
    others = [name for name in one.people if name != model.person]
    kinds = tag("p", join_words(list(one.kinds)).capitalize(), class_="note") if one.kinds else Html()
    topics = [tag("li", "– ", lines(topic), dir="auto") for topic in one.topics]
    talked = tag("ul", *topics, class_="plain") if topics else Html()
    asides = [
        tag("div", tag("p", "A private note", class_="note"), paragraphs(text), class_="aside")
        for text in one.private
    ]
    who = f"with {join_words(others)}" if others else ""
    return entry(one.day, who, kinds, talked, paragraphs(one.takeaways), *asides)


def commitments(model: Summary) -> Section:
    """Promises, those still open first."""
    groups = []
    for state, heading, sign, look in _STATES:
        found = [one for one in model.commitments if one.state == state]
        mark = tag("span", sign, class_=look, aria_hidden="true")
        if found:
            items = [tag("li", mark, " ", _promise(one, model), dir="auto") for one in found]
            groups.append(tag("h3", heading))
            groups.append(tag("ul", *items, class_="plain"))
    return section("commitments", "Commitments", *groups)


def _promise(one: Commitment, model: Summary) -> Html:
    late = one.state == "open" and one.due is not None and one.due < model.until
    day = (" ", when(one.ended)) if one.ended else (" due ", when(one.due)) if one.due else ()
    overdue = (", ", tag("b", "overdue", class_="warn")) if late else ()
    tail = tag("span", *day, *overdue, class_="note") if day else Html()
    why = tag("span", " ", lines(one.why), class_="note") if one.why else Html()
    return joined((tag("b", f"{_who(one.owner, model)}: "), lines(one.text), tail, why))


def feedback(model: Summary) -> Section:
    """What was heard and said, and what came of it."""
    return section(
        "feedback", "Feedback and what came of it", *(_heard(one, model) for one in model.feedback)
    )


def _heard(one: Heard, model: Summary) -> Html:
    way = f"to {_who(one.receiver, model)}" if one.receiver else f"from {_who(one.sender, model)}"
    parts = (("Situation", one.situation), ("Behaviour", one.behaviour), ("Impact", one.impact))
    heard = (said(lead, words) for lead, words in parts)
    return entry(
        one.day,
        f"{one.tone}, {way}",
        facts(*heard, told(one.acted, "Acted on"), told(one.shown, "Shown")),
    )


def wins(model: Summary) -> Section:
    """What went well, and what it changed."""
    return section("wins", "Wins", dated((one.day, _won(one)) for one in model.wins))


def _won(one: Won) -> Html:
    return joined((paragraphs(one.text), paragraphs(one.impact, class_="note")))


def decisions(model: Summary) -> Section:
    """Questions that were thought through."""
    return section("decisions", "Decisions", dated((one.day, _decision(one)) for one in model.decisions))


def _decision(one: Chosen) -> Html:
    short = first_line(one.question, LONGEST_QUESTION)
    whole = paragraphs(one.question) if short != one.question else Html()
    others = "\n".join(option for option in one.options if option != one.chosen)
    said_then = (("Chosen", one.chosen), ("Not taken", others), ("Expected", one.expectation))
    came = said("Came of it", one.outcome if one.told else "")
    return joined((tag("h3", short, dir="auto"), whole, facts(*(said(*pair) for pair in said_then), came)))


def resources(model: Summary) -> Section:
    """What was read and seen to the end, with the verdict."""
    return section("resources", "Resources", dated((one.day, _resource(one)) for one in model.resources))


def _resource(one: Studied) -> Html:
    about = ", ".join(filter(None, (one.form, one.skill)))
    head = tag("p", link(one.title, one.url), tag("span", f" {about}", class_="note"), dir="auto")
    return joined((head, paragraphs(one.verdict)))


def intros(model: Summary) -> Section:
    """Who met whom."""
    return section(
        "introductions", "Introductions", dated((one.day, _intro(one, model)) for one in model.intros)
    )


def _intro(one: Introduced, model: Summary) -> Html:
    via = f"via {_who(one.via, model)}" if one.via or one.served else ""
    way = ", ".join(filter(None, (one.state, f"for {one.served}" if one.served else "", via)))
    return joined((tag("p", tag("b", one.who), tag("span", f" {way}", class_="note")), paragraphs(one.why)))


def next_steps(model: Summary) -> Section:
    """What comes next."""
    items = [
        tag("li", tag("span", "→ ", class_="accent", aria_hidden="true"), _ahead(one), dir="auto")
        for one in model.next_steps
    ]
    return section("next", "Next steps", tag("ul", *items, class_="plain") if items else Html())


def _ahead(one: Ahead) -> Html:
    lead = tag("b", one.about if one.sort == "goal" else _SORTS[one.sort], ": ")
    if not one.text:
        return joined((lead, when(one.day))) if one.day else lead
    due = tag("span", " due ", when(one.day), class_="note") if one.day else Html()
    return joined((lead, lines(one.text), due))


def _who(name: str, model: Summary) -> str:
    return name or model.me or "me"
